//! An edit by whole lines: which of them go, come or are written anew is known from the tree.

use crate::tree::{Change, Tree, same};
use crate::yaml::comments::comments;
use crate::yaml::edit::in_place::{Edit, EditResult};
use crate::yaml::edit::refused::EditError;
use crate::yaml::layout::{self, is_block, is_first};
use crate::yaml::node::{Content, Node, Pair, ScalarStyle};

impl Edit<'_> {
    /// Whole lines go, come, or are written anew; the lines are those that the tree knows.
    pub(super) fn by_lines(&self) -> EditResult {
        let (key, member) = self.steps();
        if !is_block(self.source, self.node) {
            return Err(None);
        }
        match (self.node.pair(key), member) {
            (None, None) => self.inserted(self.node, key, &self.value()?),
            (None, Some(member)) => {
                let value = Tree::Map(vec![(member.to_owned(), self.value()?)]);
                self.inserted(self.node, key, &value)
            }
            (Some(pair), None) => self.rewritten(self.node, pair),
            (Some(pair), Some(member)) if pair.value.is_missing() => {
                let value = Tree::Map(vec![(member.to_owned(), self.value()?)]);
                self.replaced(self.node, pair, &value)
            }
            (Some(pair), Some(member)) => {
                let group = &pair.value;
                if !is_block(self.source, group) {
                    return Err(None);
                }
                match group.pair(member) {
                    None => self.inserted(group, member, &self.value()?),
                    Some(inner) if *self.change == Change::Unset && group.pairs().len() == 1 => {
                        self.emptied(pair, inner)
                    }
                    Some(inner) => self.rewritten(group, inner),
                }
            }
        }
    }

    /// Items of a list in lines written anew, or one more behind them.
    fn items(&self, pair: &Pair) -> EditResult {
        let items = pair.value.items();
        let dashes: Vec<u32> =
            items.iter().map(|item| self.dash(item)).collect::<Option<_>>().ok_or(None)?;
        let column = *dashes.first().ok_or(None)?;
        if dashes.iter().any(|other| *other != column) {
            return Err(None);
        }
        let last = |index: usize| layout::last_line(self.source, &items[index]);
        match self.change {
            Change::Add(item) => {
                let lines = self.item(item, column, "")?;
                Ok(self.with_lines_behind(last(items.len() - 1), lines))
            }
            Change::Items(changed) => {
                let mut changed: Vec<&(usize, Tree)> = changed.iter().collect();
                changed.sort_by_key(|(index, _)| *index);
                let comments_of_line = comments(self.source, self.node);
                let trailing = |line: u32| {
                    let found =
                        comments_of_line.binary_search_by_key(&line, |comment| comment.line);
                    found.map_or("", |at| self.trailing_comment(line, &comments_of_line[at].text))
                };
                let (mut text, mut at) = (String::new(), 0);
                for (index, item) in changed {
                    let old = items.get(*index).ok_or(None)?;
                    let first = old.span.start.line;
                    let end = self.source.line_start(last(*index) + 1);
                    let lines = match self.grown(old, item) {
                        Some(lines) => lines,
                        None => self.item(item, column, trailing(first))?,
                    };
                    text += &self.source.text()[at..self.source.line_start(first)];
                    text += &self.ended(lines, end);
                    at = end;
                }
                Ok(text + &self.source.text()[at..])
            }
            Change::Set(_) | Change::Unset => Err(None),
        }
    }

    /// The column of the dash that begins an item on a line of its own.
    fn dash(&self, item: &Node) -> Option<u32> {
        let start = item.span.start;
        let before: String =
            self.source.line(start.line).chars().take(start.column as usize - 1).collect();
        let dash = before.strip_suffix('-').or_else(|| before.trim_end().strip_suffix('-'))?;
        dash.chars().all(|c| c == ' ').then_some(dash.len() as u32)
    }

    /// An item as lines, its dash at a column, a comment behind the first of them.
    fn item(&self, item: &Tree, column: u32, trailing: &str) -> Result<String, Option<EditError>> {
        let lines = (self.written)("v", &Tree::List(vec![item.clone()]));
        let lines = lines.strip_prefix("v:\n").ok_or(None)?;
        let indent = " ".repeat(column as usize);
        let lines = lines.lines().enumerate().map(|(index, line)| {
            let trailing = if index == 0 { trailing } else { "" };
            match line.strip_prefix("  ") {
                Some(line) if !line.is_empty() => format!("{indent}{line}{trailing}\n"),
                _ => format!("{line}\n"),
            }
        });
        Ok(lines.collect())
    }

    /// The lines of an item that keeps its keys: those whose values stay are not touched, nor what
    /// stands between them, and new ones come behind.
    fn grown(&self, old: &Node, new: &Tree) -> Option<String> {
        let Tree::Map(wanted) = new else { return None };
        let (first, others) = old.pairs().split_first()?;
        if layout::is_flow(self.source, old) || others.is_empty() && wanted.len() == 1 {
            return None;
        }
        let of = |pair: &Pair| wanted.iter().find(|(key, _)| *key == pair.key);
        same(&of(first)?.1, &first.value.to_tree()).then_some(())?;
        let (mut at, last) = (old.span.start.line, layout::last_line(self.source, old));
        let mut lines = String::new();
        for pair in others {
            let value = &of(pair)?.1;
            if same(value, &pair.value.to_tree()) {
                continue;
            }
            let (from, to) = layout::lines_of(self.source, old, pair).into_inner();
            if from > at {
                lines += self.source.lines_between(at, from - 1);
            }
            lines += &self.indented(pair, &pair.key, value).ok()?;
            at = to + 1;
        }
        if at <= last {
            lines += self.source.lines_between(at, last);
        }
        if !lines.ends_with('\n') {
            lines.push('\n');
        }
        let column = first.key_span.start.column as usize - 1;
        let there = |key: &String| old.pairs().iter().any(|pair| *key == pair.key);
        for (key, value) in wanted.iter().filter(|(key, _)| !there(key)) {
            let written = (self.written)(key, value);
            written.lines().for_each(|line| lines += &format!("{}{line}\n", " ".repeat(column)));
        }
        Some(lines)
    }

    /// A comment on a line, with the spaces before it.
    fn trailing_comment(&self, line: u32, comment: &str) -> &str {
        let line = self.source.line(line);
        line.rfind(comment).map_or("", |at| &line[line[..at].trim_end().len()..])
    }

    /// A key that is there, gone or with another value.
    fn rewritten(&self, map: &Node, pair: &Pair) -> EditResult {
        if *self.change == Change::Unset {
            let (first, last) = layout::lines_of(self.source, map, pair).into_inner();
            return Ok(self.without_lines(first, last));
        }
        if matches!(self.change, Change::Add(_) | Change::Items(_))
            && !pair.value.items().is_empty()
        {
            return self.items(pair);
        }
        let value = self.value()?;
        let on_key_line = pair.value.span.start.line == pair.key_span.end.line;
        let text = matches!(
            pair.value.content,
            Content::Scalar { style: ScalarStyle::Plain | ScalarStyle::Quoted, .. }
        );
        match (on_key_line && text && !pair.value.is_missing(), &value) {
            // The crate changes a text within its line, and leaves what stands around it.
            (true, Tree::Text { .. }) => Err(None),
            _ => self.replaced(map, pair, &value),
        }
    }

    /// The lines of a key written anew with another value; a comment on its first line stays.
    fn replaced(&self, map: &Node, pair: &Pair, value: &Tree) -> EditResult {
        let (first, last) = layout::lines_of(self.source, map, pair).into_inner();
        let head = self.head(pair).ok_or(None)?;
        let comment = comments(self.source, self.node).into_iter();
        let comment = comment.rev().find(|comment| comment.line == first);
        let trailing = comment.map_or("", |comment| self.trailing_comment(first, &comment.text));
        let lines = self.indented(pair, &pair.key, value)?;
        let (written, rest) = lines.split_once('\n').unwrap_or((&lines, ""));
        let written = written.trim_start();
        let colon = written.find(':').ok_or(None)?;
        Ok(self.with_lines(
            first,
            last,
            format!("{head}{}{trailing}\n{rest}", &written[colon + 1..]),
        ))
    }

    /// A key's line up to its colon, as it is written.
    fn head(&self, pair: &Pair) -> Option<&str> {
        let line = self.source.line(pair.key_span.start.line);
        let from = self.source.byte(pair.key_span.start);
        let key = self.source.byte(pair.key_span.end).min(from + line.len()) - from;
        let indent = pair.key_span.start.column as usize - 1;
        let colon = line.get(indent + key..)?.find(':')?;
        line.get(..=indent + key + colon)
    }

    /// A group without its only member; it goes with it, if no comment stands beside.
    fn emptied(&self, group: &Pair, member: &Pair) -> EditResult {
        let (first, last) = layout::lines_of(self.source, self.node, group).into_inner();
        let (from, to) = layout::lines_of(self.source, &group.value, member).into_inner();
        let beside = comments(self.source, self.node);
        let stays = |line: u32| (first..=last).contains(&line) && !(from..=to).contains(&line);
        if beside.iter().any(|comment| stays(comment.line)) {
            Ok(self.without_lines(from, to))
        } else {
            Ok(self.without_lines(first, last))
        }
    }

    /// A new key of a mapping, below the one that comes before it in the order.
    fn inserted(&self, map: &Node, key: &str, value: &Tree) -> EditResult {
        let order = self.below(match self.steps() {
            (group, Some(_)) if map.span != self.node.span => group,
            _ => "",
        });
        let rank = |key: &str| order.iter().position(|other| *other == key);
        let sibling = map.pairs().first().ok_or(None)?;
        let lines = self.indented(sibling, key, value)?;
        Ok(
            match map.pairs().iter().rev().find(|pair| match (rank(key), rank(&pair.key)) {
                (Some(new), Some(old)) => old < new,
                (Some(_), None) => false,
                (None, _) => true,
            }) {
                Some(pair) => {
                    let last = *layout::lines_of(self.source, map, pair).end();
                    self.with_lines_behind(last, lines)
                }
                None => self.with_lines_behind(sibling.key_span.start.line - 1, lines),
            },
        )
    }

    /// A key and its value as lines that are indented like a sibling.
    fn indented(
        &self,
        sibling: &Pair,
        key: &str,
        value: &Tree,
    ) -> Result<String, Option<EditError>> {
        if !is_first(self.source, sibling.key_span.start) {
            return Err(None);
        }
        let indent = " ".repeat(sibling.key_span.start.column as usize - 1);
        let lines = (self.written)(key, value);
        let lines = lines.lines().map(|line| match line {
            "" => "\n".to_owned(),
            line => format!("{indent}{line}\n"),
        });
        Ok(lines.collect())
    }

    /// The text with other lines in the place of some.
    pub(super) fn with_lines(&self, first: u32, last: u32, lines: String) -> String {
        let text = self.source.text();
        let (start, end) = (self.source.line_start(first), self.source.line_start(last + 1));
        format!("{}{}{}", &text[..start], self.ended(lines, end), &text[end..])
    }

    /// Lines that end like the one which they follow or replace, and which ends at a byte.
    fn ended(&self, mut lines: String, end: usize) -> String {
        let text = self.source.text();
        let line_end = match text[..end].ends_with('\n') {
            true if text[..end].ends_with("\r\n") => "\r\n",
            true => "\n",
            false => self.source.line_end(),
        };
        // Those that stay among them end as they did.
        if line_end != "\n" {
            lines = lines.replace(line_end, "\n").replace('\n', line_end);
        }
        if end == text.len() && !text.ends_with(['\n', '\r']) {
            lines.truncate(lines.trim_end_matches(['\n', '\r']).len());
        }
        lines
    }

    /// The text with more lines behind one; behind line 0 they come first.
    fn with_lines_behind(&self, line: u32, lines: String) -> String {
        let text = self.source.text();
        let at = self.source.line_start(line + 1);
        let line_end = self.source.line_end();
        let mut lines = lines.replace('\n', line_end);
        if at == text.len() && !text.is_empty() && !text.ends_with(['\n', '\r']) {
            lines.truncate(lines.trim_end_matches(['\n', '\r']).len());
            lines.insert_str(0, line_end);
        }
        format!("{}{lines}{}", &text[..at], &text[at..])
    }

    /// The text without some lines; of two blank lines that then meet, one goes, too.
    fn without_lines(&self, first: u32, last: u32) -> String {
        let text = self.source.text();
        let blank = |line: u32| self.source.line(line).trim().is_empty();
        let count = self.source.line_count();
        let meet = (first == 1 || blank(first - 1)) && last < count && blank(last + 1);
        let last = if meet && last + 1 < count { last + 1 } else { last };
        let (start, end) = (self.source.line_start(first), self.source.line_start(last + 1));
        let mut head = &text[..start];
        // The line before is the last then, and ends as that did; a blank one is nothing but its end.
        if end == text.len() && !text.ends_with(['\n', '\r']) && !blank(first - 1) {
            head = head.strip_suffix('\n').unwrap_or(head);
            head = head.strip_suffix('\r').unwrap_or(head);
        }
        format!("{head}{}", &text[end..])
    }
}
