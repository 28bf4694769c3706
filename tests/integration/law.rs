//! The law of every edit, over the whole table of fields: each text and each comment of the old
//! sheet is in the new one, or lies below the path that was named, or reads as the value that
//! replaced it.
//!
//! Sheets are made of words that stand nowhere twice, in every form in which a field can be
//! written; what became of them is read off the new text, without the code that checks an edit.

use std::collections::HashSet;
use std::fmt::Write;

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::draw::Draw;
use project_sheet::config::Config;
use project_sheet::portfolio::Entry;
use project_sheet::rules::{self, CheckOptions};
use project_sheet::sheet::canonical::{deviations, is_below};
use project_sheet::sheet::field::Field;
use project_sheet::sheet::fields;
use project_sheet::sheet::known::NOTHING_KNOWN;
use project_sheet::sheet::loss::Allowed;
use project_sheet::sheet::part::Part;
use project_sheet::sheet::shape::Shape;
use project_sheet::sheet::{Sheet, edit};
use project_sheet::text::Source;
use project_sheet::tree::{Change, Tree};
use project_sheet::yaml::edit::lines_of;
use project_sheet::yaml::node::{Content, Node};
use project_sheet::yaml::parse::parse;

/// How many cases `cargo test` tries; `SHEET_CASES=1000000` tries a million.
fn cases() -> u32 {
    std::env::var("SHEET_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

impl Draw<'_> {
    /// A comment behind a value, or none.
    fn beside(&mut self) -> String {
        match self.of(4) {
            0 => format!("  # {}", self.word()),
            _ => String::new(),
        }
    }

    /// A line of its own, or none: a comment, a blank line.
    fn between(&mut self, indent: usize) -> String {
        match self.of(8) {
            0 => format!("{}# {}\n", " ".repeat(indent), self.word()),
            1 => "\n".to_owned(),
            2 => format!("\n# {}\n\n", self.word()),
            _ => String::new(),
        }
    }

    /// One line of text, as it may stand behind a key or a dash.
    fn line(&mut self) -> String {
        let word = self.word();
        match self.of(7) {
            0 => format!("'{word} b'"),
            1 => format!("\"{word}: b\""),
            2 => format!("{word}é d’ici"),
            3 => format!("\"{word} # b\""),
            _ => word,
        }
    }

    /// What stands behind a key, to the end of its lines, for a text at this indentation.
    fn text(&mut self, indent: usize) -> String {
        let inner = " ".repeat(indent + 2);
        match self.of(10) {
            0 => format!(" |\n{inner}{}\n{inner}{}\n", self.word(), self.word()),
            1 => format!(" >-\n{inner}{}\n{inner}{}\n", self.word(), self.word()),
            2 => format!(" |-\n{inner}{}\n\n{inner}# {}\n", self.word(), self.word()),
            3 => format!("\n{inner}- {}\n", self.word()),
            4 => format!("\n{inner}k: {}\n", self.word()),
            5 => format!(" {}\n{inner}{}\n", self.word(), self.word()),
            _ => format!(" {}{}\n", self.line(), self.beside()),
        }
    }

    /// What stands behind the key of a field.
    fn value(&mut self, field: &Field, indent: usize) -> String {
        let inner = " ".repeat(indent + 2);
        let one = match field.shape {
            Shape::Line | Shape::Prose | Shape::Code(_) => return self.text(indent),
            Shape::Choice(all) => {
                let all = all();
                let one = all[self.of(all.len())];
                let word = self.word();
                [one.code.to_owned(), one.label.fr.to_owned(), word][self.of(3)].clone()
            }
            Shape::Count(_) | Shape::Years => {
                let word = self.word();
                self.pick(&[
                    "1400",
                    "1 400 hab.",
                    "2200 habitants (956 foyers)",
                    "environ 1400",
                    &word,
                ])
                .to_owned()
            }
            Shape::Decimal | Shape::Amount | Shape::Flag => {
                let word = self.word();
                self.pick(&["46.10", "46,10", "7", &word]).to_owned()
            }
            Shape::Date => {
                let word = self.word();
                self.pick(&["2023-03-01", "1er mars 2023", "01.03.23", "hiver 2022", "2023", &word])
                    .to_owned()
            }
            Shape::Duration => {
                let word = self.word();
                self.pick(&["9 mois", "9 months", "18 mois", &word]).to_owned()
            }
            shape if shape.is_record() => return self.record(field, &keys(shape.parts()), indent),
            shape => return self.list(indent, &keys(shape.parts())),
        };
        match self.of(12) {
            0 => format!("\n{inner}- {one}\n"),
            1 => format!("\n{inner}k: {one}\n"),
            2 => format!(" \"{one}\"{}\n", self.beside()),
            _ => format!(" {one}{}\n", self.beside()),
        }
    }

    fn record(&mut self, field: &Field, members: &[&str], indent: usize) -> String {
        let texts: &[&str] = match field.shape {
            Shape::Cost => &[
                "9 500 € HT",
                "9.500 €",
                "0,510555 k€ HT",
                "34 522€ (estimé) 50% subvention ; 50% dons",
                "9500 € HT (10 800 € TTC)",
                "TVA non applicable",
                "CHF 800",
                "entre 7000 et 15 000 €",
            ],
            Shape::Effort => &["3 jours", "12 jours de terrain", "3 jours et 2 heures", "beaucoup"],
            _ => &["https://example.org"],
        };
        match self.of(6) {
            0 => format!("\n{}- {}\n", " ".repeat(indent + 2), self.word()),
            1 | 2 => self.members(members, indent),
            _ => {
                let text = self.pick(texts);
                let beside = self.beside();
                format!(" {text}{beside}\n")
            }
        }
    }

    /// Members of a value, and some of the user's own, as lines or in braces.
    fn members(&mut self, members: &[&str], indent: usize) -> String {
        let own = format!("x-{}", self.word());
        let count = 1 + self.of(4);
        let mut keys: Vec<String> = Vec::new();
        for _ in 0..count {
            let key = members[self.of(members.len())].to_owned();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        if self.of(3) == 0 {
            keys.push(own);
        }
        let values: Vec<(String, String)> =
            keys.into_iter().map(|key| (key.clone(), self.member(&key))).collect();
        if self.of(4) == 0 {
            let pairs: Vec<String> =
                values.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            return format!(" {{{}}}{}\n", pairs.join(", "), self.beside());
        }
        let mut text = format!("{}\n", self.beside());
        for (key, value) in values {
            text += &self.between(indent + 2);
            let _ = writeln!(text, "{}{key}: {value}{}", " ".repeat(indent + 2), self.beside());
        }
        text
    }

    /// The value of a member, on one line.
    fn member(&mut self, key: &str) -> String {
        let word = self.word();
        match (key, self.of(8)) {
            (_, 0) => format!("[{word}, b]"),
            (_, 1) => format!("{{k: {word}}}"),
            ("amount", _) => self.pick(&["9500", "12.50", "510.555", "'9 500'"]).to_owned(),
            ("days" | "hours" | "percent", _) => self.pick(&["3", "2.50", "\"2,5\""]).to_owned(),
            ("tax", _) => self.pick(&["HT", "hors taxes", "ttc"]).to_owned(),
            ("basis", _) => "budget".to_owned(),
            ("visibility", _) => self.pick(&["members", "public", "Membres"]).to_owned(),
            ("estimated", _) => "true".to_owned(),
            ("currency", _) => "CHF".to_owned(),
            ("shares", _) => format!("[{{from: {word}, percent: 100, x-a: {word}b}}]"),
            ("confirmed-in" | "contradicted-in", _) => "[vieux, autre]".to_owned(),
            ("imported", _) => "2023-03-01".to_owned(),
            _ => self.line(),
        }
    }

    /// A list in any form: of texts, or of values with these members.
    fn list(&mut self, indent: usize, members: &[&str]) -> String {
        let inner = " ".repeat(indent + 2);
        match self.of(9) {
            0 => return format!(" {}{}\n", self.line(), self.beside()),
            1 => return format!(" [{}, '{}']{}\n", self.word(), self.word(), self.beside()),
            2 => return format!(" |\n{inner}{}\n{inner}{}\n", self.word(), self.word()),
            3 => return format!("\n{inner}{}\n{inner}{}\n", self.word(), self.word()),
            4 => return format!("\n{inner}k: {}\n", self.word()),
            _ => {}
        }
        let mut text = format!("{}\n", self.beside());
        for _ in 0..=self.of(3) {
            text += &self.between(indent + 2);
            let item = match self.of(8) {
                0 => format!(" [{}]\n", self.word()),
                1 => format!(" {} : {}, {}\n", "Alix", self.word(), self.word())
                    .replace(" : ", " - "),
                2 => format!(" |\n{inner}  {}\n{inner}  {}\n", self.word(), self.word()),
                3 | 4 if !members.is_empty() => {
                    let lines = self.members(members, indent + 2);
                    match lines.strip_prefix('\n') {
                        Some(lines)
                            if !lines.trim_start().starts_with('#') && !lines.starts_with('\n') =>
                        {
                            format!(" {}", lines.trim_start_matches(' '))
                        }
                        _ => lines,
                    }
                }
                _ => format!(" {}{}\n", self.line(), self.beside()),
            };
            let _ = write!(text, "{inner}-{item}");
        }
        text
    }

    /// All that stands at the top below one key.
    fn section(&mut self, top: &str) -> String {
        let below = format!("{top}.");
        let fields: Vec<&Field> =
            fields::written().filter(|field| field.key.starts_with(&below)).collect();
        if fields.is_empty() {
            return match fields::find(top) {
                Some(field) => format!("{top}:{}", self.value(field, 0)),
                None => format!("{top}:{}", self.text(0)),
            };
        }
        match self.of(10) {
            0 if top != "territory" => return format!("{top}: {}\n", self.word()),
            1 if top != "territory" => return format!("{top}:\n  - {}\n", self.word()),
            2 if top != "territory" => return format!("{top}:{}\n", self.beside()),
            _ => {}
        }
        let mut text = format!("{top}:{}\n", self.beside());
        let mut any = false;
        for field in fields {
            let required = field.key == "territory.name";
            if !required && self.of(2) == 0 {
                continue;
            }
            any = true;
            text += &self.between(2);
            let value = if required {
                format!(" {}{}\n", self.word(), self.beside())
            } else {
                self.value(field, 2)
            };
            let _ = write!(text, "  {}:{value}", &field.key[below.len()..]);
        }
        if self.of(4) == 0 || !any {
            let _ = writeln!(text, "  x-{}: {}", self.word(), self.word());
        }
        text
    }

    /// A sheet.
    fn sheet(&mut self) -> String {
        let mut text = self.between(0);
        if self.of(12) == 0 {
            text = format!("# {}\n---\n{text}", self.word());
        }
        let _ = writeln!(text, "title: {}{}", self.line(), self.beside());
        let mut tops: Vec<&str> = Vec::new();
        for field in fields::written() {
            let top = field.key.split('.').next().unwrap_or(field.key);
            if !tops.contains(&top) && top != "title" {
                tops.push(top);
            }
        }
        tops.extend(["extra", "x-own", "x-autre"]);
        for top in tops {
            if top == "territory" || self.of(5) == 0 {
                text += &self.between(0);
                text += &self.section(top);
            }
        }
        if self.of(6) == 0 {
            let _ = write!(text, "x-a: &a {}\nx-b: *a\n", self.word());
        }
        text += &self.between(0);
        match self.of(8) {
            0 => text.replace('\n', "\r\n"),
            1 => text.trim_end().to_owned(),
            _ => text,
        }
    }

    /// A path that a command can name, and the change.
    fn change(&mut self) -> (String, Change) {
        let fields: Vec<&Field> = fields::written().collect();
        let field = fields[self.of(fields.len())];
        let lists = field.shape.is_list();
        let new = Tree::text("neu");
        match self.of(8) {
            0 => ("x-own.neu".to_owned(), Change::Set(new)),
            1 => ("x-neu".to_owned(), Change::Set(Tree::number("12.50"))),
            2 => (field.key.to_owned(), Change::Unset),
            3 | 4 if lists => (field.key.to_owned(), Change::Add(new)),
            5 if lists => {
                (field.key.to_owned(), Change::Set(Tree::List(vec![new, Tree::text("zwei")])))
            }
            _ if field.shape.is_record() => {
                let parts = field.shape.parts();
                let path = format!("{}.{}", field.key, parts[self.of(parts.len())].key);
                match self.of(3) {
                    0 => (path, Change::Unset),
                    _ => (path, Change::Set(Tree::text("neu"))),
                }
            }
            _ => (field.key.to_owned(), Change::Set(Tree::text("neu"))),
        }
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn keys(parts: &[Part]) -> Vec<&'static str> {
    parts.iter().map(|part| part.key).collect()
}

/// The words of a text that stand nowhere twice.
fn words(text: &str) -> HashSet<String> {
    let word = |piece: &&str| {
        let digits = piece.strip_prefix('w').and_then(|rest| rest.strip_suffix(['x', 'b']));
        digits.is_some_and(|digits| {
            let digits = digits.strip_suffix('x').unwrap_or(digits);
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(word).map(str::to_owned).collect()
}

/// The words in the values below a path, and in the comments on its lines.
fn words_below(source: &Source, node: &Node, path: &str) -> HashSet<String> {
    fn gather(node: &Node, found: &mut HashSet<String>) {
        match &node.content {
            Content::Scalar { text, .. } => found.extend(words(text)),
            Content::List(items) => items.iter().for_each(|item| gather(item, found)),
            Content::Map(pairs) => {
                for pair in pairs.iter() {
                    found.extend(words(&pair.key));
                    gather(&pair.value, found);
                }
            }
        }
    }
    let mut found = HashSet::new();
    if let Some(node) = node.at(path) {
        gather(node, &mut found);
    }
    if let Some(lines) = node.at(path).and(lines_of(source, node, path)) {
        for line in lines {
            if let Some((_, comment)) = source.line(line).split_once('#') {
                found.extend(words(comment));
            }
        }
    }
    found
}

/// What a sheet says, but for what lies below a path.
fn said(sheet: &Sheet, but: &str) -> Vec<(String, Tree)> {
    let mut said = Vec::new();
    for field in fields::written().filter(|field| !is_below(field.key, but)) {
        let member = but.strip_prefix(field.key).and_then(|rest| rest.strip_prefix('.'));
        let mut value = field.stored(sheet).tree();
        if let (Some(member), Tree::Map(pairs)) = (member, &mut value) {
            pairs.retain(|(key, _)| key != member);
        }
        let nothing = matches!(&value, Tree::Map(pairs) if pairs.is_empty());
        said.push((field.key.to_owned(), if nothing { Tree::Missing } else { value }));
    }
    let own = sheet.own.iter().chain(&sheet.extra).filter(|(key, _)| !is_below(key, but));
    for (key, value) in own {
        let mut value = value.clone();
        let member = but.strip_prefix(key.as_str()).and_then(|rest| rest.strip_prefix('.'));
        if let (Some(member), Tree::Map(pairs)) = (member, &mut value) {
            pairs.retain(|(key, _)| key != member);
        }
        if !matches!(&value, Tree::Missing)
            && !matches!(&value, Tree::Map(pairs) if pairs.is_empty())
        {
            said.push((key.clone(), value));
        }
    }
    let unread = sheet.unread.iter().filter(|unread| !is_below(&unread.key, but));
    said.extend(unread.map(|unread| (unread.key.clone(), unread.value.clone())));
    let uncertain = sheet.uncertain.iter().filter(|doubt| !is_below(doubt, but));
    said.extend(uncertain.map(|doubt| (format!("?{doubt}"), Tree::Missing)));
    said
}

fn sheet(source: &Source) -> Sheet {
    let read = Entry::decode(source, today()).map(|entry| entry.sheet).unwrap_or_default();
    // Where a project stands, and until when it lasts, follow from other values.
    Sheet { status_from_dates: None, derived_end: None, ..read }
}

/// The lines of a text that do not belong to a key of the top.
fn lines_outside<'t>(source: &'t Source, node: &Node, top: &str) -> Vec<&'t str> {
    let lines = node.pair(top).and_then(|_| lines_of(source, node, top));
    let text = source.text().split_inclusive('\n').enumerate();
    let outside = text.filter(|(index, line)| {
        let number = *index as u32 + 1;
        !lines.as_ref().is_some_and(|lines| lines.contains(&number)) && !line.trim().is_empty()
    });
    outside.map(|(_, line)| line).collect()
}

/// Whether lines stand in a text in this order, the last of either perhaps without its end.
fn stand_in_order(lines: &[&str], text: &str) -> bool {
    let mut there = text.split_inclusive('\n');
    lines.iter().all(|line| {
        there.any(|other| {
            let is_last = !line.ends_with('\n') || !other.ends_with('\n');
            other == *line || is_last && other.trim_end() == line.trim_end()
        })
    })
}

/// Whether an edit is made where the text ends with a line break, and, if so, without it, too.
fn made_at_the_end_of_the_text(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let mut draw = Draw::from(bytes);
    let (path, change) = draw.change();
    let text = draw.sheet();
    let text = text.trim_end();
    let made = |text: String| {
        let source = Source::of("projects/a.yaml", text);
        edit::change(&source, &path, &change, &NOTHING_KNOWN)
    };
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Ok(ended) = made(format!("{text}{line_end}")) else {
        return Ok(false);
    };
    let open = made(text.to_owned());
    prop_assert!(open.is_ok(), "{path} {change:?}\n{text}\n-----\n{:?}", open.err());
    let open = open.map(|open| open.text().trim_end().to_owned()).unwrap_or_default();
    prop_assert_eq!(open, ended.text().trim_end(), "{} {:?}\n{}", path, change, text);
    Ok(true)
}

fn named_changes_nothing_else(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let mut draw = Draw::from(bytes);
    let (path, change) = draw.change();
    let text = draw.sheet();
    let source = Source::of("projects/a.yaml", text.clone());
    let Ok(parsed) = parse(&source) else {
        return Ok(false);
    };
    let after = match edit::change(&source, &path, &change, &NOTHING_KNOWN) {
        Ok(after) => after,
        Err(_) => return Ok(false),
    };
    let shown = || format!("{path} {change:?}\n{text}\n-----\n{}", after.text());
    prop_assert!(
        parse(&after).is_ok_and(|parsed| parsed.findings.is_empty()),
        "unparsable: {}",
        shown()
    );
    let lost: Vec<String> = words(&text).difference(&words(after.text())).cloned().collect();
    let below = words_below(&source, &parsed.node, &path);
    let lost: Vec<&String> = lost.iter().filter(|word| !below.contains(*word)).collect();
    prop_assert!(lost.is_empty(), "lost {lost:?}: {}", shown());
    // An amount in a currency that cannot be read is none.
    let but = if path == "cost.currency" { "cost" } else { &path };
    prop_assert_eq!(said(&sheet(&source), but), said(&sheet(&after), but), "{}", shown());
    let top = path.split('.').next().unwrap_or(&path);
    let outside = lines_outside(&source, &parsed.node, top);
    prop_assert!(stand_in_order(&outside, after.text()), "lines changed: {}", shown());
    if let Change::Set(value) = &change {
        let new = parse(&after).expect("it was parsed").node.at(&path).map(Node::to_tree);
        prop_assert_eq!(new.as_ref(), Some(value), "{}", shown());
    }
    let again = edit::change(&after, &path, &change, &NOTHING_KNOWN);
    if !matches!(change, Change::Add(_)) {
        prop_assert_eq!(again.as_ref().map(Source::text), Ok(after.text()), "{}", shown());
    }
    Ok(true)
}

fn formatting_changes_forms_alone(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let mut draw = Draw::from(bytes);
    let text = draw.sheet();
    let source = Source::of("projects/a.yaml", text.clone());
    let Ok(parsed) = parse(&source) else {
        return Ok(false);
    };
    let formatted = |source: &Source| {
        let entry = Entry::decode(source, today()).expect("it is read");
        let mut after = source.with_text(source.text().to_owned());
        for deviation in deviations(&entry.node, &entry.sheet, &NOTHING_KNOWN) {
            let edited = deviation.change.ok().map(|change| {
                edit::change_checked(&after, &deviation.key, &change, Allowed::Form(&NOTHING_KNOWN))
            });
            if let Some(Ok(edited)) = edited {
                after = edited;
            }
        }
        after
    };
    let config = Config::default();
    let setting = CheckOptions { config: &config, today: today(), on_disk: None };
    let after = formatted(&source);
    let fixed = rules::fixed(&source, &setting, |_| true);
    for (what, after) in [("fmt", &after), ("fix", &fixed)] {
        let shown = || format!("{what}\n{text}\n-----\n{}", after.text());
        let lost: Vec<String> = words(&text).difference(&words(after.text())).cloned().collect();
        prop_assert!(lost.is_empty(), "lost {lost:?}: {}", shown());
        prop_assert_eq!(said(&sheet(&source), "-"), said(&sheet(after), "-"), "{}", shown());
        let comments = |text: &str| text.matches("# w").count();
        prop_assert!(comments(&text) <= comments(after.text()), "{}", shown());
    }
    let twice = formatted(&after);
    prop_assert_eq!(twice.text(), after.text(), "twice is not once\n{}", text);
    let twice = rules::fixed(&fixed, &setting, |_| true);
    prop_assert_eq!(twice.text(), fixed.text(), "twice is not once\n{}", text);
    drop(parsed);
    Ok(after.text() != text)
}

fn renaming(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let mut draw = Draw::from(bytes);
    let text = draw.sheet();
    let related =
        draw.pick(&["vieux", "[vieux, b]", "\n  - 'vieux' # w9999x\n  - b", "&r vieux\nx-r: *r"]);
    let lesson = draw.pick(&["", "#n1", "#0badcafe"]);
    let key = if lesson.is_empty() { "related" } else { "applied" };
    let related = related.replace("vieux", &format!("vieux{lesson}"));
    let text = text.replace("\r\n", "\n");
    let text = text.trim_end().replace(&format!("\n{key}:"), &format!("\nx-{key}:"));
    let text = format!("{text}\n{key}: {related}\n");
    let source = Source::of("projects/a.yaml", text.clone());
    let Ok(parsed) = parse(&source) else {
        return Ok(false);
    };
    let places = edit::references(&parsed.node, "vieux", "tout-neuf");
    let Ok(after) = edit::renamed(&source, &places) else {
        return Ok(false);
    };
    let count = |text: &str, id: &str| text.matches(id).count();
    prop_assert_eq!(after.text().replace("tout-neuf", "vieux"), text.clone());
    prop_assert_eq!(count(after.text(), "tout-neuf"), places.len(), "{}", text);
    let said = |source: &Source| [sheet(source).related, sheet(source).applied].concat();
    let expected: Vec<String> =
        said(&source).into_iter().map(|id| id.replace("vieux", "tout-neuf")).collect();
    prop_assert_eq!(said(&after), expected, "{}", text);
    Ok(true)
}

/// Tries a property on so many cases, of which enough percent must have come to something.
fn try_all(cases: u32, share: u32, property: impl Fn(&[u8]) -> Result<bool, TestCaseError>) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let done = std::cell::Cell::new(0_u32);
    let bytes = prop::collection::vec(any::<u8>(), 40..240);
    let result = runner.run(&bytes, |bytes| {
        done.set(done.get() + u32::from(property(&bytes)?));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(done.get() / (cases / 100) >= share, "only {} of {} were edits", done.get(), cases);
}

#[test]
fn a_change_that_was_named_does_away_with_nothing_else() {
    try_all(cases(), 50, named_changes_nothing_else);
}

#[test]
fn an_edit_is_made_whether_or_not_the_text_ends_with_a_line_break() {
    try_all(cases() / 4, 50, made_at_the_end_of_the_text);
}

#[test]
fn formatting_and_mending_change_forms_alone() {
    try_all(cases() / 5, 20, formatting_changes_forms_alone);
}

#[test]
fn renaming_changes_the_id_alone() {
    try_all(cases() / 5, 30, renaming);
}
