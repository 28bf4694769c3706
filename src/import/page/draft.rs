//! A page → the draft of a sheet.

use crate::import::page::doubts::doubts;
use crate::import::page::foot::is_button;
use crate::import::page::items::{Lines, items};
use crate::import::page::lines::Line;
use crate::import::page::links::without_links;
use crate::import::page::markup::{plain, without_emphasis};
use crate::import::page::sections::{Page, Section};
use crate::import::page::speakers::{Said, words};
use crate::import::page::team::{Team, people};
use crate::import::page::tree::{self, Tree, scalar};
use crate::import::page::vocabulary::Content;
use crate::import::{Draft, ForeignText, ImportOptions, ImportedField};
use crate::lang::choice::{self, Choice};
use crate::sheet::ask::with_action;
use crate::sheet::field::Field;
use crate::sheet::model::Lessons;
use crate::sheet::shape::Shape;
use crate::sheet::{Sheet, decode, fields};
use crate::tree::Tree as Kept;
use crate::value::bullets::strip_mark;
use crate::value::date::{self, DateSpan};
use crate::value::effort;
use crate::value::list::judge::says_none;
use crate::value::outcome_level::Level;
use crate::yaml::node::{Content as NodeContent, Node, ScalarStyle};

/// Makes the draft of a sheet.
pub(in crate::import) fn draft(page: &Page, options: &ImportOptions) -> Draft {
    let of_dates = page.sections.iter().filter(|section| {
        let is_filled = section.filled().next().is_some();
        is_filled && section.field().is_some_and(|field| field.more.bound.is_some())
    });
    let mut builder = Builder {
        team: Team::of_page(page, options.known),
        has_one_date: of_dates.count() == 1,
        ..Builder::default()
    };
    if let Some(title) = page.title {
        let text = title.without_bullet().text.trim_matches(['=', '#', '*', '_', ' ']).to_owned();
        builder.tree.put("title", scalar(text, ScalarStyle::Quoted, &[title]));
    }
    for section in &page.sections {
        builder.section(section);
    }
    builder.keep(AROUND, page.around.iter().copied());
    let Builder { tree, kept, understood, left_out, team, .. } = builder;
    let read = decode::decode_knowing("", &tree.into_node(), options.today, options.known);
    let mut draft = Draft {
        sheet: read.sheet,
        findings: read.findings,
        understood,
        left_out,
        entry: None,
        kept: Vec::new(),
    };
    let labels = page.sections.iter().filter(|_| page.is_labelled);
    draft.left_out.extend(labels.map(|section| foreign(section.name.text, &section.name)));
    draft.findings.extend(doubts(page, &team));
    draft.findings.sort_by_key(|finding| finding.span);
    keep_uncertain(&mut draft);
    for (label, lines) in kept {
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        put_extra(&mut draft.sheet, &label, Kept::text(texts.join("\n")));
        draft.kept.extend(lines);
    }
    draft.kept.sort_by_key(|line| line.number);
    draft.kept.dedup();
    draft
}

/// The key in `extra` of what stands round a page.
const AROUND: &str = "page";

/// A draft under way.
#[derive(Default)]
struct Builder<'a> {
    tree: Tree<'a>,
    /// Lines that belong to no field, by the label under which they are kept.
    kept: Vec<(String, Vec<ForeignText>)>,
    understood: Vec<ImportedField>,
    left_out: Vec<ForeignText>,
    team: Team,
    /// Whether one section alone says when it was.
    has_one_date: bool,
}

impl<'a> Builder<'a> {
    fn section(&mut self, section: &Section) {
        let name = section.name.text;
        let lines: Vec<Line> = section.filled().collect();
        let Some(first) = lines.first() else {
            // A heading that is unknown says something by itself.
            return self.keep(AROUND, section.label.is_none().then_some(section.name));
        };
        let field = field(section, &lines).filter(|field| Content::of(field) != Content::Nothing);
        let Some(field) = field else {
            return self.keep(name, lines);
        };
        if lines.len() == 1 && says_none(strip_mark(first.text).unwrap_or(first.text)) {
            return self.left_out.push(foreign(name, first));
        }
        if !field.shape.is_list() && self.tree.has(field.key) {
            return self.keep(name, lines);
        }
        if section.is_itemised && field.shape.is_list() {
            let items = lines.iter();
            let items =
                items.map(|line| scalar(line.text.to_owned(), ScalarStyle::Quoted, &[*line]));
            let content = NodeContent::List(items.collect());
            self.tree.put(field.key, Node { span: tree::span(&lines), content });
            return self.understand(name, &lines, field, text_of(&lines));
        }
        let (value, used, written) = match Content::of(field) {
            Content::Line => self.line(field, section, &lines),
            Content::Prose => (paragraphs(&section.lines), lines.len(), text_of(&lines)),
            Content::Names => (self.names(field, section), lines.len(), text_of(&lines)),
            Content::Items | Content::Nothing => {
                let items = self.items(field, section);
                self.tree.put(field.key, Node { span: tree::span(&lines), content: items });
                return self.understand(name, &lines, field, text_of(&lines));
            }
        };
        if let Some(span) = self.period(field, &value) {
            for (key, date) in [("dates.start", span.start), ("dates.end", span.end)] {
                self.tree.put(key, scalar(date.to_string(), ScalarStyle::Quoted, &lines[..used]));
                if let Some(field) = fields::find(key) {
                    self.understand(name, &lines[..used], field, written.clone());
                }
            }
            return;
        }
        self.tree.put(field.key, scalar(value, ScalarStyle::Literal, &lines[..used]));
        self.understand(name, &lines[..used], field, written);
    }

    /// The period that stands in the place of a date, where nothing else says when it was.
    fn period(&self, field: &Field, value: &str) -> Option<DateSpan> {
        let may_be = self.has_one_date && field.more.bound.is_some();
        date::span(value).filter(|span| may_be && span.is_possible())
    }

    /// The value of one line; an address may go on with its postcode.
    fn line(
        &mut self,
        field: &Field,
        section: &Section,
        lines: &[Line],
    ) -> (String, usize, String) {
        let name = section.name.text;
        let goes_on = |line: &&Line| {
            field.key == "territory.address" && line.text.starts_with(|c: char| c.is_ascii_digit())
        };
        let more = lines.get(1).filter(goes_on);
        let used = if more.is_some() { 2 } else { 1 };
        let first = without_bullet(field, section, &lines[0]).text;
        let written = match more {
            Some(more) => format!("{}, {}", first.trim_end_matches(','), more.text),
            None => first.to_owned(),
        };
        let shown = self.shown(name, &lines[0], &written);
        self.keep(name, lines[used..].iter().copied());
        (shown, used, written)
    }

    /// Names or amounts, each on its line, links as what they show.
    fn names(&mut self, field: &Field, section: &Section) -> String {
        if matches!(field.shape, Shape::People) {
            return people(&section.lines);
        }
        let shown = section.filled().map(|line| {
            // The marks of a list tell its items apart.
            let bare =
                if field.shape.is_list() { line } else { without_bullet(field, section, &line) };
            self.shown(section.name.text, &bare, bare.text)
        });
        shown.collect::<Vec<_>>().join("\n")
    }

    /// A text without its links, the whole of which is kept.
    fn shown(&mut self, name: &str, line: &Line, text: &str) -> String {
        let shown = without_links(text);
        if shown.is_some() {
            self.keep(name, [*line]);
        }
        without_emphasis(shown.as_deref().unwrap_or(text))
    }

    fn items(&mut self, field: &Field, section: &Section) -> NodeContent<'a> {
        match field.shape {
            Shape::Words => return NodeContent::List(self.words(section).into()),
            Shape::Lessons => {
                let items = items(&section.lines, Lines::Kept).items.into_iter();
                let nodes = items.map(|item| {
                    let text = plain(&item.text);
                    match with_action(&text) {
                        // What surprised is mostly a change: `de la peur → la confiance`.
                        (lesson, Some(action)) if field.key != Lessons::SURPRISES => {
                            let parts = [("text", lesson), ("do", action)];
                            let parts = parts.map(|(key, text)| (key, text.to_owned()));
                            tree::map(parts.to_vec(), &item.first)
                        }
                        _ => scalar(text, ScalarStyle::Quoted, &[item.first]),
                    }
                });
                return NodeContent::List(nodes.collect());
            }
            _ => {}
        }
        let is_documents = matches!(field.shape, Shape::Documents);
        let (buttons, lines): (Vec<Line>, Vec<Line>) =
            section.lines.iter().copied().partition(|line| is_documents && is_button(line.text));
        self.keep(AROUND, buttons);
        let read = items(&lines, Lines::Joined);
        if !read.marked {
            let texts: Vec<&str> = read.items.iter().map(|item| item.text.as_str()).collect();
            let text = texts.join("\n");
            return NodeContent::Scalar { text: text.into(), style: ScalarStyle::Literal };
        }
        let closed = |text: &str| {
            if is_documents { text.to_owned() } else { without_end(&plain(text)).to_owned() }
        };
        let nodes = read
            .items
            .iter()
            .map(|item| scalar(closed(&item.text), ScalarStyle::Quoted, &[item.first]));
        NodeContent::List(nodes.collect())
    }

    fn words(&mut self, section: &Section) -> Vec<Node<'a>> {
        let mut nodes = Vec::new();
        for (line, Said { who, text }) in words(&section.lines, &self.team) {
            if who.aside.is_some() || text.is_empty() {
                self.keep(section.name.text, [line]);
            }
            if text.is_empty() {
                continue;
            }
            let from = who.name.map(|name| ("from", name));
            let role = who.role.map(|role| ("as", role.code().to_owned()));
            let members = from.into_iter().chain(role).chain([("text", plain(&text))]);
            nodes.push(tree::map(members.collect(), &line));
        }
        nodes
    }

    fn understand(&mut self, name: &str, lines: &[Line], field: &Field, written: String) {
        let key = field.key;
        let lines = lines.iter().map(|line| foreign(name, line)).collect();
        let label = name.to_owned();
        self.understood.push(ImportedField { label, lines, key, written });
    }

    fn keep<'l>(&mut self, name: &str, lines: impl IntoIterator<Item = Line<'l>>) {
        let lines: Vec<ForeignText> = lines.into_iter().map(|line| foreign(name, &line)).collect();
        if lines.is_empty() {
            return;
        }
        match self.kept.iter_mut().find(|(label, _)| label == name) {
            Some((_, there)) => there.extend(lines),
            None => self.kept.push((name.to_owned(), lines)),
        }
    }
}

/// The field of a section; a duration may be worked time, an outcome may be told.
fn field(section: &Section, lines: &[Line]) -> Option<&'static Field> {
    let field = section.field()?;
    // Of the lines below a duration, the first is its value.
    let first = || lines.first().map_or("", |line| line.without_bullet().text);
    match field.key {
        "dates.duration" if effort::is_effort(first()) => fields::find("effort"),
        "outcome.level" if choice::parse::<Level>(&text_of(lines)).is_none() => {
            fields::find("outcome.text")
        }
        _ => Some(field),
    }
}

/// A line of a value without the mark before it; beside its label, that of a number is a minus.
fn without_bullet<'l>(field: &Field, section: &Section, line: &Line<'l>) -> Line<'l> {
    let is_number = matches!(field.shape, Shape::Cost | Shape::Decimal | Shape::Count(_));
    let has_minus = line.text.trim_start().starts_with(['-', '–', '—']);
    let is_beside = line.number == section.name.number;
    if is_number && has_minus && is_beside { *line } else { line.without_bullet() }
}

fn text_of(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
}

/// Lines as they stand, blank ones among them.
fn paragraphs(lines: &[Line]) -> String {
    let lines = lines.iter().skip_while(|line| line.is_blank()).map(|line| line.text.trim_end());
    plain(lines.collect::<Vec<_>>().join("\n").trim())
}

/// A name without the mark that ends it in a list.
fn without_end(text: &str) -> &str {
    let bare = text.trim_end_matches([' ', ';', ',']);
    match bare.strip_suffix('.') {
        Some(name) if !name.ends_with('.') && !name.ends_with("etc") => name,
        _ => bare,
    }
}

fn foreign(label: &str, line: &Line) -> ForeignText {
    let (label, text) = (label.to_owned(), line.text.trim().to_owned());
    ForeignText { label, number: line.number, text }
}

/// Keeps, beside the value, the whole text of a field that says more than its value can hold.
fn keep_uncertain(draft: &mut Draft) {
    let uncertain = std::mem::take(&mut draft.sheet.uncertain);
    for field in
        draft.understood.iter().filter(|field| uncertain.iter().any(|key| key == field.key))
    {
        put_extra(&mut draft.sheet, &field.label, Kept::text(field.written.clone()));
        draft.kept.extend(field.lines.iter().cloned());
    }
}

/// Keeps a text in `extra`, under its label or the next that is free; a dot in a label would be
/// taken for a path.
pub(in crate::import) fn put_extra(sheet: &mut Sheet, label: &str, text: Kept) {
    let label = label.replace('.', " ");
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if sheet.extra.iter().any(|(known, there)| *known == label && *there == text) {
        return;
    }
    let mut name = label.clone();
    let mut number = 1;
    while sheet.extra.iter().any(|(known, _)| *known == name) {
        number += 1;
        name = format!("{label} {number}");
    }
    sheet.extra.push((name, text));
}
