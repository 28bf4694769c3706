//! An edit by whole lines: which of them go, come or are written anew is known from the tree.

use super::{Change, Edit, Made, Refused};
use crate::source::comments::comments;
use crate::source::layout::{self, is_block, is_first};
use crate::source::node::{Content, Node, Pair, Style};
use crate::source::tree::Tree;

impl Edit<'_> {
    /// Whole lines go, come, or are written anew; the lines are those that the tree knows.
    pub(super) fn by_lines(&self) -> Made {
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

    /// A key that is there, gone or with another value.
    fn rewritten(&self, map: &Node, pair: &Pair) -> Made {
        if *self.change == Change::Unset {
            let (first, last) = layout::lines_of(self.source, map, pair).into_inner();
            return Ok(self.without_lines(first, last));
        }
        let value = self.value()?;
        let on_key_line = pair.value.span.start.line == pair.key_span.end.line;
        let text = matches!(
            pair.value.content,
            Content::Scalar { style: Style::Plain | Style::Quoted, .. }
        );
        match (on_key_line && text && !pair.value.is_missing(), &value) {
            // The crate changes a text within its line, and leaves what stands around it.
            (true, Tree::Text { .. }) => Err(None),
            _ => self.replaced(map, pair, &value),
        }
    }

    /// The lines of a key written anew with another value; a comment on its first line stays.
    fn replaced(&self, map: &Node, pair: &Pair, value: &Tree) -> Made {
        let (first, last) = layout::lines_of(self.source, map, pair).into_inner();
        let line = self.source.line(first);
        let head = self.head(pair).ok_or(None)?;
        let comment = comments(self.source, self.node).into_iter();
        let comment = comment.rev().find(|comment| comment.line == first);
        let aside = comment.and_then(|comment| line.rfind(comment.text.as_str()));
        let aside = aside.map_or("", |at| &line[line[..at].trim_end().len()..]);
        let lines = self.indented(pair, &pair.key, value)?;
        let (written, rest) = lines.split_once('\n').unwrap_or((&lines, ""));
        let written = written.trim_start();
        let colon = written.find(':').ok_or(None)?;
        Ok(self.with_lines(first, last, format!("{head}{}{aside}\n{rest}", &written[colon + 1..])))
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
    fn emptied(&self, group: &Pair, member: &Pair) -> Made {
        let (first, last) = layout::lines_of(self.source, self.node, group).into_inner();
        let (from, to) = layout::lines_of(self.source, &group.value, member).into_inner();
        let beside = comments(self.source, self.node);
        let stays = |line: u32| (first..=last).contains(&line) && !(from..=to).contains(&line);
        match beside.iter().any(|comment| stays(comment.line)) {
            true => Ok(self.without_lines(from, to)),
            false => Ok(self.without_lines(first, last)),
        }
    }

    /// A new key of a mapping, below the one that comes before it in the order.
    fn inserted(&self, map: &Node, key: &str, value: &Tree) -> Made {
        let order = self.below(match self.steps() {
            (group, Some(_)) if map.span != self.node.span => group,
            _ => "",
        });
        let rank = |key: &str| order.iter().position(|other| *other == key);
        let before = |pair: &&Pair| match (rank(key), rank(&pair.key)) {
            (Some(new), Some(old)) => old < new,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let sibling = map.pairs().first().ok_or(None)?;
        let lines = self.indented(sibling, key, value)?;
        Ok(match map.pairs().iter().rev().find(before) {
            Some(pair) => {
                let last = *layout::lines_of(self.source, map, pair).end();
                self.with_lines_behind(last, lines)
            }
            None => self.with_lines_behind(sibling.key_span.start.line - 1, lines),
        })
    }

    /// A key and its value as lines that are indented like a sibling.
    fn indented(&self, sibling: &Pair, key: &str, value: &Tree) -> Result<String, Option<Refused>> {
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
        let crlf = self.source.lines_between(first, last).ends_with("\r\n");
        let mut lines = lines;
        if crlf && !lines.contains('\r') {
            lines = lines.replace('\n', "\r\n");
        }
        let unended = end == text.len() && !text.ends_with(['\n', '\r']);
        if unended {
            lines.truncate(lines.trim_end_matches(['\n', '\r']).len());
        }
        format!("{}{lines}{}", &text[..start], &text[end..])
    }

    /// The text with more lines behind one; behind line 0 they come first.
    fn with_lines_behind(&self, line: u32, lines: String) -> String {
        let text = self.source.text();
        let at = self.source.line_start(line + 1);
        let crlf = text.contains("\r\n");
        let mut lines = if crlf { lines.replace('\n', "\r\n") } else { lines };
        if at == text.len() && !text.is_empty() && !text.ends_with(['\n', '\r']) {
            lines.truncate(lines.trim_end_matches(['\n', '\r']).len());
            lines.insert_str(0, if crlf { "\r\n" } else { "\n" });
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
        if end == text.len() && !text.ends_with(['\n', '\r']) {
            head = head.strip_suffix('\n').unwrap_or(head);
            head = head.strip_suffix('\r').unwrap_or(head);
        }
        format!("{head}{}", &text[end..])
    }
}
