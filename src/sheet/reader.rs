//! How single values are taken out of a tree: each in its type, what is wrong told at its place,
//! what cannot be read kept as it is written.

use rust_decimal::Decimal;

use crate::finding::{Finding, Kind, Mend};
use crate::lang::nearest::nearest;
use crate::lang::{Phrase, Text};
use crate::sheet::choice::{self, Choice, Chosen};
use crate::sheet::field::{self, Field};
use crate::sheet::identifier::Form;
use crate::sheet::kinds::{
    AMBIGUOUS_AMOUNT, BAD_AMOUNT, BAD_CHOICE, BAD_IDENTIFIER, BAD_NUMBER, DOUBTFUL_READING,
    EATEN_ZERO, WRONG_SHAPE,
};
use crate::sheet::reading::{Reading, Refusal, normalise, says_nothing};
use crate::sheet::{Unread, count};
use crate::source::node::{Content, Node};
use crate::source::tree::{self, Tree};

/// What the text of a list gives: its values, and what in it is none.
pub struct Split<T> {
    pub values: Vec<T>,
    pub left: Vec<String>,
}

impl<T> From<Vec<T>> for Split<T> {
    fn from(values: Vec<T>) -> Split<T> {
        Split { values, left: Vec::new() }
    }
}

/// Of what a text is the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Field,
    Item,
}

/// Collects what is told and what is kept while a sheet is read.
#[derive(Default)]
pub struct Reader {
    pub findings: Vec<Finding>,
    pub unread: Vec<Unread>,
    pub partly: Vec<String>,
    /// The key of the group that is being read, with its dot: `territory.`
    group: &'static str,
}

impl Reader {
    /// A text, without spaces at its ends.
    pub fn text(&mut self, at: &Node, key: &str) -> Option<String> {
        let node = there(at, key)?;
        self.text_of(node, key)
    }

    /// Texts: a list of them, or one alone.
    pub fn texts(&mut self, at: &Node, key: &str) -> Vec<String> {
        let Some(node) = there(at, key) else {
            return Vec::new();
        };
        match &node.content {
            Content::List(items) => {
                let there = items.iter().filter(|item| !item.is_missing());
                there.filter_map(|item| self.text_of(item, key)).collect()
            }
            _ => self.text_of(node, key).into_iter().collect(),
        }
    }

    /// Values that may each be written as text or as a mapping; `split` reads the text of the
    /// whole field or of one item, `whole` a mapping.
    pub fn items<T>(
        &mut self,
        at: &Node,
        key: &str,
        split: impl Fn(&str, Of) -> Split<T>,
        whole: impl Fn(&mut Reader, &Node) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = there(at, key) else {
            return Vec::new();
        };
        let (nodes, of) = match &node.content {
            Content::List(items) => (items.as_slice(), Of::Item),
            Content::Scalar { .. } => (std::slice::from_ref(node), Of::Field),
            Content::Map(_) => {
                self.wrong_shape(node, key, LIST_DUE);
                return Vec::new();
            }
        };
        let mut values = Vec::new();
        for node in nodes.iter().filter(|node| !node.is_missing()) {
            match &node.content {
                Content::Scalar { text, .. } => {
                    let split = split(text.trim(), of);
                    let silent = of == Of::Field && says_nothing(&normalise(text));
                    if !silent && split.values.is_empty() && split.left.is_empty() {
                        self.wrong_shape(node, key, NAME_DUE);
                    }
                    values.extend(split.values);
                    for left in split.left {
                        let told = Finding::new(&WRONG_SHAPE, node.span, NO_NAME);
                        self.findings.push(told.with_help(NAMES_DUE));
                        let (key, value) = (self.path(key), Tree::text(left));
                        self.unread.push(Unread { key, value });
                    }
                }
                Content::Map(_) => match whole(self, node) {
                    Some(value) => values.push(value),
                    None => self.wrong_shape(node, key, NAME_DUE),
                },
                Content::List(_) => self.wrong_shape(node, key, TEXT_DUE),
            }
        }
        values
    }

    /// A value that is written as text and has its own reading.
    pub fn value<T>(
        &mut self,
        at: &Node,
        key: &str,
        kind: &'static Kind,
        read: fn(&str) -> Reading<T>,
    ) -> Option<T> {
        let node = there(at, key)?;
        let text = self.scalar(node, key)?;
        self.settle(node, key, kind, read(text))
    }

    pub fn number(&mut self, at: &Node, key: &str) -> Option<u64> {
        self.value(at, key, &BAD_NUMBER, count::read)
    }

    pub fn decimal(&mut self, at: &Node, key: &str) -> Option<Decimal> {
        self.value(at, key, &BAD_NUMBER, decimal)
    }

    /// Yes or no; no where nothing is written.
    pub fn flag(&mut self, at: &Node, key: &str) -> bool {
        let read = |text: &str| match text.to_lowercase().as_str() {
            "true" | "yes" | "oui" => Some(true),
            "false" | "no" | "non" => Some(false),
            _ => None,
        };
        self.coded(at, key, read).unwrap_or_default()
    }

    /// One of a few words.
    pub fn choice<C: Choice>(&mut self, at: &Node, key: &str) -> Option<C> {
        let node = there(at, key)?;
        let text = self.scalar(node, key)?;
        let found = choice::read(&normalise(text));
        if found.is_none() {
            self.bad_choice(node, key, text, &Chosen::all::<C>());
        }
        found
    }

    /// A value that a code stands for.
    pub fn coded<T>(
        &mut self,
        at: &Node,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let node = there(at, key)?;
        let text = self.scalar(node, key)?;
        let found = read(&normalise(text));
        if found.is_none() {
            self.bad_choice(node, key, text, &[]);
        }
        found
    }

    /// An identifier: text of a given form, in which a leading zero counts.
    pub fn identifier(&mut self, at: &Node, key: &str, form: Form) -> Option<String> {
        let text = self.text(at, key)?;
        let node = there(at, key)?;
        let told = self.findings.last().is_some_and(|last| last.span == node.span);
        match form(&text) {
            Ok(()) => {}
            Err(_) if told => {}
            Err(refusal) if node.is_plain() && refusal.suggestion.is_some() => {
                self.refuse(node, &EATEN_ZERO, refusal);
            }
            Err(refusal) => self.refuse(node, &BAD_IDENTIFIER, refusal),
        }
        Some(text)
    }

    /// A mapping of a known shape below a key.
    pub fn group<T: Default>(
        &mut self,
        at: &Node,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> T,
    ) -> T {
        let Some(node) = there(at, key) else {
            return T::default();
        };
        if !matches!(node.content, Content::Map(_)) {
            self.wrong_shape(node, key, KEYS_DUE);
            if let Some(told) = self.findings.last_mut() {
                told.help = example(key);
            }
            return T::default();
        }
        let outer = std::mem::replace(&mut self.group, key);
        let value = read(self, node);
        self.group = outer;
        value
    }

    /// A mapping of a known shape, or one text that says the whole.
    pub fn group_or_value<T: Default>(
        &mut self,
        at: &Node,
        key: &'static str,
        kind: &'static Kind,
        from_text: fn(&str) -> Reading<T>,
        read: impl FnOnce(&mut Reader, &Node) -> T,
    ) -> Option<T> {
        match &there(at, key)?.content {
            Content::Scalar { .. } => self.value(at, key, kind, from_text),
            _ => Some(self.group(at, key, read)),
        }
    }

    /// A mapping of any shape, kept as it is.
    pub fn kept(&mut self, at: &Node, key: &str) -> Vec<(String, Tree)> {
        let Some(node) = there(at, key) else {
            return Vec::new();
        };
        node.ask_all();
        let Tree::Map(pairs) = Tree::of(node) else {
            self.wrong_shape(node, key, KEYS_DUE);
            return Vec::new();
        };
        pairs
    }

    fn text_of(&mut self, node: &Node, key: &str) -> Option<String> {
        let text = self.scalar(node, key)?.trim().to_owned();
        let zero_led = text.len() > 1 && text.starts_with('0');
        if node.is_plain() && zero_led && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let label = Phrase::new("taken for a number", "pris pour un nombre");
            let help = Phrase::new(
                format!("put it in quotation marks: \"{text}\""),
                format!("mettez-le entre guillemets : \"{text}\""),
            );
            let finding = Finding::new(&EATEN_ZERO, node.span, label).with_help(help);
            self.findings.push(finding.with_mend(Mend::Text(node.span, format!("\"{text}\""))));
        }
        Some(text)
    }

    fn scalar<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_shape(node, key, TEXT_DUE);
        }
        text
    }

    /// Takes the value of a reading, and tells its doubt or its refusal.
    fn settle<T>(
        &mut self,
        node: &Node,
        key: &str,
        kind: &'static Kind,
        reading: Reading<T>,
    ) -> Option<T> {
        match reading {
            Reading::Missing => None,
            Reading::Clear(value) => Some(value),
            Reading::Partly { value, rest } => {
                if !rest.starts_with('(') {
                    let label = Phrase::new(
                        format!("`{rest}` is not understood"),
                        format!("« {rest} » n'est pas compris"),
                    );
                    self.findings.push(Finding::new(&DOUBTFUL_READING, node.span, label));
                }
                self.partly.push(self.path(key));
                Some(value)
            }
            Reading::Doubtful { value, reason } => {
                self.findings.push(Finding::new(&DOUBTFUL_READING, node.span, reason));
                Some(value)
            }
            Reading::Refused(refusal) => {
                let ambiguous = refusal.ambiguous && kind == &BAD_AMOUNT;
                self.refuse(node, if ambiguous { &AMBIGUOUS_AMOUNT } else { kind }, refusal);
                self.keep(key, node);
                None
            }
        }
    }

    fn refuse(&mut self, node: &Node, kind: &'static Kind, refusal: Refusal) {
        let mut finding = Finding::new(kind, node.span, refusal.reason);
        if let Some(suggestion) = refusal.suggestion {
            finding.help =
                Some(Phrase::new(format!("write {suggestion}"), format!("écrivez {suggestion}")));
        }
        self.findings.push(finding);
    }

    fn bad_choice(&mut self, node: &Node, key: &str, text: &str, choices: &[Chosen]) {
        let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
        let label = Phrase::new("not one of the words", "valeur inconnue");
        let mut finding = Finding::new(&BAD_CHOICE, node.span, label);
        if let Some(near) = nearest(text, codes.iter().copied()) {
            finding.help = Some(Phrase::new(
                format!("did you mean {near}? Possible: {}", codes.join(", ")),
                format!("vouliez-vous dire {near} ? Possibles : {}", codes.join(", ")),
            ));
        } else if !codes.is_empty() {
            finding.help = Some(Phrase::new(
                format!("one of {}", codes.join(", ")),
                format!("au choix : {}", codes.join(", ")),
            ));
        }
        self.findings.push(finding);
        self.keep(key, node);
    }

    fn wrong_shape(&mut self, node: &Node, key: &str, label: Text) {
        node.ask_all();
        self.findings.push(Finding::new(&WRONG_SHAPE, node.span, label));
        self.keep(key, node);
    }

    fn keep(&mut self, key: &str, node: &Node) {
        let (key, value) = (self.path(key), Tree::of(node));
        self.unread.push(Unread { key, value });
    }

    /// The dotted path of a key in the group that is being read.
    fn path(&self, key: &str) -> String {
        match self.group {
            "" => key.to_owned(),
            group if group == key => key.to_owned(),
            group => format!("{group}.{key}"),
        }
    }
}

const TEXT_DUE: Text = Text::new("a text is due here", "un texte est attendu ici");
const NO_NAME: Text = Text::new("a count, not a name", "un nombre, pas un nom");
const NAMES_DUE: Text = Text::new(
    "name the people here; how many were reached goes below `participation:`, as `reached:`",
    "nommez ici les personnes ; combien ont été touchées va sous « participation: », en « reached: »",
);
const NAME_DUE: Text =
    Text::new("its name, text or part is missing", "il y manque le nom, le texte ou la part");
const LIST_DUE: Text = Text::new(
    "a list is due here: one `- …` line for each",
    "une liste est attendue ici : une ligne « - … » pour chacun",
);
const KEYS_DUE: Text = Text::new(
    "`key: value` lines are due below the key",
    "des lignes « clé: valeur » sont attendues sous la clé",
);

/// How a group is written, by the first of its fields.
fn example(group: &str) -> Option<Phrase> {
    let member = |field: &Field| field.key.strip_prefix(group)?.strip_prefix('.');
    let first = field::written().find_map(member)?;
    Some(Phrase::new(
        format!("write `{group}:` alone on its line and, indented below it, `{first}: …`"),
        format!("écrivez « {group}: » seul sur sa ligne et, en retrait dessous, « {first}: … »"),
    ))
}

/// The value at a key, where something is written.
fn there<'n, 'a>(at: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    let node = &at.pair(key)?.value;
    (!node.is_missing()).then_some(node)
}

fn decimal(text: &str) -> Reading<Decimal> {
    let text = normalise(text).replace(' ', "").replace(',', ".");
    match tree::number(&text) {
        Some(number) => Reading::Clear(number),
        None => Reading::refused("not a number", "pas un nombre"),
    }
}
