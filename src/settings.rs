//! What a collection has agreed on: `sheet.yaml`, beside the folder of the sheets. All of it is
//! optional, and it is read and told like a sheet. It can run nothing.

use std::collections::HashMap;

use crate::finding::{Finding, Severity, renamed, renamed_words};
use crate::lang::choice::{Choice, choices};
use crate::lang::common::did_you_mean;
use crate::lang::{Lang, Text, phrase, text};
use crate::sheet::codes::{BAD_CHOICE, UNKNOWN_KEY};
use crate::sheet::decoder::Decoder;
use crate::sheet::field::{self, Field};
use crate::text::fold::fold_letters;
use crate::text::nearest::nearest;
use crate::text::{Source, Span};
use crate::yaml::node::{Content, Node, Pair};
use crate::yaml::parse::parse;

/// The name of the file.
pub const FILE: &str = "sheet.yaml";

/// What a collection has agreed on.
#[derive(Default)]
pub struct Settings {
    pub language: Option<Lang>,
    pub organisation: Option<String>,
    /// How much findings weigh here, by their code, where that is not as usual.
    pub severities: HashMap<String, Weight>,
    /// Fields that every sheet must have here.
    pub required: Vec<&'static Field>,
    pub tools: Vocabulary,
    pub people: Vocabulary,
    /// Queries with a name.
    pub queries: Vec<Named>,
}

/// A query to which a collection has given a name: `query:récents`.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub name: String,
    pub text: String,
    /// Where its text stands.
    pub span: Span,
}

choices! {
    /// How much a finding weighs in a collection.
    Weight {
        Error: "error", "error", "erreur";
        Warning: "warning", "warning", "avertissement";
        Hint: "hint", "hint", "conseil";
        Off: "off", "off", "jamais";
    }
}

impl Weight {
    /// The severity; `None` where nothing is told.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Weight::Error => Some(Severity::Error),
            Weight::Warning => Some(Severity::Warning),
            Weight::Hint => Some(Severity::Hint),
            Weight::Off => None,
        }
    }
}

/// The names that a collection uses for its tools or its people; empty where it has not said.
#[derive(Debug, Default)]
pub struct Vocabulary {
    names: Vec<String>,
    /// Which name each folded name or alias means.
    meant: HashMap<String, usize>,
}

impl Vocabulary {
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The names, in the order in which they are written.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The name that a written one means, by itself or by an alias, whatever its accents.
    pub fn meaning(&self, written: &str) -> Option<&str> {
        let index = *self.meant.get(&fold_letters(written))?;
        Some(&self.names[index])
    }

    /// The name that was probably meant.
    pub fn near(&self, written: &str) -> Option<&str> {
        nearest(written, self.names.iter().map(String::as_str))
    }

    fn add(&mut self, name: String, aliases: Vec<String>) {
        for alias in aliases.iter().chain([&name]) {
            self.meant.insert(fold_letters(alias), self.names.len());
        }
        self.names.push(name);
    }
}

/// The keys at the top.
const KEYS: [&str; 6] =
    ["language", "organisation", "severities", "required", "vocabulary", "queries"];

/// Parses and reads the file, collecting every finding. `codes` are those of the findings whose
/// weight may be changed.
pub fn read(source: &Source, codes: &[&str]) -> (Settings, Vec<Finding>) {
    let says_nothing = |line: &str| line.is_empty() || line.starts_with('#');
    if source.text().lines().all(|line| says_nothing(line.trim())) {
        return Default::default();
    }
    match parse(source) {
        Ok(parsed) => {
            let (settings, mut findings) = settings(&parsed.node, codes);
            findings.extend(parsed.findings);
            findings.sort_by_key(|finding| finding.span);
            (settings, findings)
        }
        Err(finding) => (Settings::default(), vec![*finding]),
    }
}

fn settings(node: &Node, codes: &[&str]) -> (Settings, Vec<Finding>) {
    let mut decoder = Decoder::default();
    let mut settings = Settings {
        language: decoder.coded(node, "language", language),
        organisation: decoder.text(node, "organisation"),
        ..Settings::default()
    };
    let mut told = Vec::new();
    if let Some(pair) = node.pair("severities") {
        for pair in pair.value.pairs() {
            let today = renamed(&pair.key);
            let code = today.unwrap_or(&pair.key);
            if let Some(today) = today {
                let words = renamed_words(&pair.key, today);
                let finding = Finding::new(&UNKNOWN_KEY, pair.key_span, words);
                let help = phrase!("write `{today}`", "écrivez `{today}`", today);
                told.push(Finding { severity: Severity::Hint, ..finding.with_help(help) });
            }
            if codes.contains(&code) {
                let weight = decoder.choice(&pair_of(&pair.key, &pair.value), &pair.key);
                settings.severities.extend(weight.map(|weight| (code.to_owned(), weight)));
            } else {
                told.push(stranger(pair.key_span, &pair.key, codes, CODE));
            }
        }
        pair.value.ask_all();
    }
    for item in list(node, "required") {
        let text = item.text().unwrap_or_default().trim();
        match field::written().find(|field| field.key == text || field.short == text) {
            Some(field) => settings.required.push(field),
            None => {
                let keys: Vec<&str> = field::written().map(|field| field.key).collect();
                told.push(Finding {
                    lint: &BAD_CHOICE,
                    severity: BAD_CHOICE.severity,
                    ..stranger(item.span, text, &keys, FIELD)
                });
            }
        }
    }
    if let Some(pair) = node.pair("vocabulary") {
        settings.tools = vocabulary(&mut decoder, &pair.value, "tools");
        settings.people = vocabulary(&mut decoder, &pair.value, "people");
    }
    if let Some(pair) = node.pair("queries") {
        let query = |pair: &Pair| {
            let (name, text) = (pair.key.to_string(), pair.value.text()?.to_owned());
            Some(Named { name, text, span: pair.value.span })
        };
        settings.queries = pair.value.pairs().iter().filter_map(query).collect();
        pair.value.ask_all();
    }
    for pair in node.pairs().iter().filter(|pair| !pair.asked.get()) {
        told.push(stranger(pair.key_span, &pair.key, &KEYS, SETTING));
    }
    if let Some(vocabulary) = node.pair("vocabulary") {
        for pair in vocabulary.value.pairs().iter().filter(|pair| !pair.asked.get()) {
            told.push(stranger(pair.key_span, &pair.key, &["tools", "people"], SETTING));
        }
    }
    let mut findings = decoder.findings;
    findings.extend(told);
    (settings, findings)
}

const SETTING: Text = text!("unknown setting", "réglage inconnu");
const CODE: Text = text!(
    "unknown code, or one whose severity cannot be changed",
    "code inconnu, ou dont la gravité ne peut pas être changée",
);
const FIELD: Text = text!("unknown field", "champ inconnu");

/// The tree in which a key of any name has this value.
fn pair_of<'a>(key: &'a str, value: &Node<'a>) -> Node<'a> {
    Node::nested(key, value.clone())
}

fn stranger(span: Span, word: &str, known: &[&str], label: Text) -> Finding {
    let finding = Finding::new(&UNKNOWN_KEY, span, label);
    match nearest(word, known.iter().copied()) {
        Some(near) => finding.with_help(did_you_mean(near)),
        None => finding.with_help(phrase!(
            "possible values: {iter}",
            "valeurs possibles : {iter}",
            iter = known.iter().take(12).copied().collect::<Vec<_>>().join(", "),
        )),
    }
}

fn language(text: &str) -> Option<Lang> {
    match text {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The items of a list, or the one value that stands for it.
fn list<'n, 'a>(at: &'n Node<'a>, key: &str) -> Vec<&'n Node<'a>> {
    match at.pair(key).map(|pair| &pair.value) {
        Some(node) => match &node.content {
            Content::List(items) => items.iter().collect(),
            _ => vec![node],
        },
        None => Vec::new(),
    }
}

/// Names, each a text or `{name, aliases}`.
fn vocabulary(decoder: &mut Decoder, at: &Node, key: &str) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for item in list(at, key) {
        match item.text() {
            Some(name) => vocabulary.add(name.trim().to_owned(), Vec::new()),
            None => {
                let name = decoder.text(item, "name");
                let aliases = decoder.texts(item, "aliases");
                if let Some(name) = name {
                    vocabulary.add(name, aliases);
                }
            }
        }
    }
    vocabulary
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(text: &str) -> (Settings, Vec<String>) {
        let source = Source::of(FILE.to_owned(), text.to_owned());
        let (settings, findings) = read(&source, &["first-name-only", "too-long"]);
        let told = findings.iter().map(|finding| {
            let start = finding.span.start;
            format!(
                "{} {}:{} {}",
                finding.lint.code,
                start.line,
                start.column,
                finding.help.as_ref().map_or("", |help| &help.en)
            )
        });
        (settings, told.collect())
    }

    #[test]
    fn all_that_can_be_agreed_on_is_read() {
        let (settings, told) = agreed(
            "language: fr\norganisation: La coop\nseverities:\n  first-name-only: off\n  too-long: error\nrequired: [cost, dates.start]\nvocabulary:\n  tools:\n    - Porte à porte\n    - name: Forum ouvert\n      aliases: [open forum]\n  people: Alix Durand\nqueries:\n  récents: 'year:2023..'\n",
        );
        assert_eq!(told, [""; 0]);
        assert_eq!(settings.language, Some(Lang::Fr));
        assert_eq!(settings.severities["first-name-only"].severity(), None);
        assert_eq!(settings.severities["too-long"].severity(), Some(Severity::Error));
        assert_eq!(settings.required.len(), 2);
        assert_eq!(settings.tools.meaning("OPEN FORUM"), Some("Forum ouvert"));
        assert_eq!(settings.tools.near("porte à porta"), Some("Porte à porte"));
        assert_eq!(settings.people.names(), ["Alix Durand"]);
        let [query] = settings.queries.as_slice() else { panic!("{:?}", settings.queries) };
        assert_eq!((query.name.as_str(), query.text.as_str()), ("récents", "year:2023.."));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        let (_, told) = agreed(
            "langage: fr\nseverities:\n  first-nam-only: off\n  too-long: sometimes\nrequired: [costs]\n\
             vocabulary:\n  tool: [a]\n",
        );
        assert_eq!(
            told,
            [
                "unknown-key 1:1 did you mean `language`?",
                "unknown-key 3:3 did you mean `first-name-only`?",
                "bad-choice 4:13 possible values: error, warning, hint, off",
                "bad-choice 5:12 did you mean `cost`?",
                "unknown-key 7:3 did you mean `tools`?",
            ]
        );
    }
}
