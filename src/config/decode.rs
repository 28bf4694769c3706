//! Decodes `sheet.yaml`, and reports what is wrong in it at its place.

use crate::config::decode_views;
use crate::config::items::{UnknownWord, list, unknown};
use crate::config::model::Config;
use crate::config::organisation::organisation;
use crate::config::setting::{SETTINGS, VOCABULARIES, keys};
use crate::config::vocabulary::Vocabulary;
use crate::finding::{Finding, Severity, renamed, renamed_message};
use crate::lang::{Lang, phrase};
use crate::sheet::codes::{BAD_CHOICE, UNKNOWN_KEY};
use crate::sheet::decode::{Decoder, Members};
use crate::sheet::fields;
use crate::sheet::section::Section;
use crate::text::Source;
use crate::text::mailto::is_email;
use crate::yaml::comments::is_blank;
use crate::yaml::node::Node;
use crate::yaml::parse::parse;

/// Parses and reads the file, collecting every finding. `codes` are those of the findings whose
/// weight may be changed.
pub fn decode(source: &Source, codes: &[&str]) -> (Config, Vec<Finding>) {
    if is_blank(source.text()) {
        return Default::default();
    }
    match parse(source) {
        Ok(parsed) => {
            let (config, mut findings) = settings(&parsed.node, codes);
            findings.extend(parsed.findings);
            findings.sort_by_key(|finding| finding.span);
            (config, findings)
        }
        Err(finding) => (Config::default(), vec![*finding]),
    }
}

fn settings(node: &Node, codes: &[&str]) -> (Config, Vec<Finding>) {
    let mut decoder = Decoder::default();
    let mut config = Config {
        language: decoder.coded(&Members::of(node), "language", language),
        mapping: decoder.text(&Members::of(node), "mapping"),
        ..Config::default()
    };
    let mut reported = Vec::new();
    (config.organisation, config.dress) = organisation(node, &mut decoder, &mut reported);
    if let Some(pair) = node.pair("severities") {
        for pair in pair.value.pairs() {
            let today = renamed(&pair.key);
            let code = today.unwrap_or(&pair.key);
            if let Some(today) = today {
                let words = renamed_message(&pair.key, today);
                let finding = Finding::new(&UNKNOWN_KEY, pair.key_span, words);
                let help = phrase!("write `{today}`", "écrivez `{today}`", today);
                reported.push(Finding { severity: Severity::Hint, ..finding.with_help(help) });
            }
            if codes.contains(&code) {
                let setting = pair_of(&pair.key, &pair.value);
                let weight = decoder.choice(&Members::of(&setting), &pair.key);
                config.severities.extend(weight.map(|weight| (code.to_owned(), weight)));
            } else {
                reported.push(unknown(pair.key_span, &pair.key, codes, UnknownWord::Code));
            }
        }
    }
    for item in list(node, "required") {
        let text = item.text().unwrap_or_default().trim();
        let field = fields::find(text).or_else(|| fields::labelled(text));
        match field.filter(|field| field.section != Section::Derived) {
            Some(field) => config.required.push(field),
            None => {
                let keys: Vec<&str> = fields::written().map(|field| field.key).collect();
                reported.push(Finding {
                    lint: &BAD_CHOICE,
                    severity: BAD_CHOICE.severity,
                    ..unknown(item.span, text, &keys, UnknownWord::Field)
                });
            }
        }
    }
    if let Some(pair) = node.pair("vocabulary") {
        let lists = VOCABULARIES.map(|(list, names)| {
            (names, vocabulary(&mut decoder, &pair.value, list.key, &mut reported))
        });
        for (names, vocabulary) in &lists {
            config.known.extend(*names, vocabulary.spelt());
        }
        config.vocabularies = lists.into_iter().collect();
    }
    let (views, findings) = decode_views::views(node, &mut decoder);
    config.views = views;
    reported.extend(findings);
    config.layout = decode_views::layout(node, &mut decoder, &mut reported);
    let known = keys(&SETTINGS);
    for pair in node.pairs().iter().filter(|pair| !known.contains(&pair.key.as_ref())) {
        reported.push(unknown(pair.key_span, &pair.key, &known, UnknownWord::Setting));
    }
    if let Some(vocabulary) = node.pair("vocabulary") {
        let known = VOCABULARIES.map(|(list, _)| list.key);
        let lists = vocabulary.value.pairs().iter();
        for pair in lists.filter(|pair| !known.contains(&pair.key.as_ref())) {
            reported.push(unknown(pair.key_span, &pair.key, &known, UnknownWord::Setting));
        }
    }
    let mut findings = decoder.findings;
    findings.extend(reported);
    (config, findings)
}

/// The tree in which a key of any name has this value.
fn pair_of<'a>(key: &'a str, value: &Node<'a>) -> Node<'a> {
    Node::nested(key, value.clone())
}

fn language(text: &str) -> Option<Lang> {
    match text {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// Names, each a text or `{name, aliases}`.
fn vocabulary(
    decoder: &mut Decoder,
    at: &Node,
    key: &str,
    reported: &mut Vec<Finding>,
) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for item in list(at, key) {
        match item.text() {
            Some(name) => vocabulary.add(name.trim().to_owned(), Vec::new(), None),
            None => {
                let members = Members::of(item);
                let name = decoder.text(&members, "name");
                let aliases = decoder.texts(&members, "aliases");
                let email = email(decoder, item, reported);
                if let Some(name) = name {
                    vocabulary.add(name, aliases, email);
                }
            }
        }
    }
    vocabulary
}

/// The address of a person, where it can be one.
fn email(decoder: &mut Decoder, at: &Node, reported: &mut Vec<Finding>) -> Option<String> {
    let email = decoder.text(&Members::of(at), "email")?;
    if is_email(&email) {
        return Some(email);
    }
    let span = at.pair("email").map_or(at.span, |pair| pair.value.span);
    let label = phrase!("not an e-mail address", "pas une adresse e-mail");
    let help = phrase!("as in: alix@example.org", "par exemple : alix@example.org");
    reported.push(Finding::new(&BAD_CHOICE, span, label).with_help(help));
    None
}

#[cfg(test)]
mod tests {
    use crate::config::FILE;
    use crate::sheet::field::Names;

    use super::*;

    fn agreed(text: &str) -> (Config, Vec<String>) {
        let source = Source::of(FILE.to_owned(), text.to_owned());
        let (config, findings) = decode(&source, &["first-name-only", "too-long"]);
        let reported = findings.iter().map(|finding| {
            let start = finding.span.start;
            format!(
                "{} {}:{} {}",
                finding.lint.code,
                start.line,
                start.column,
                finding.help.as_ref().map_or("", |help| help.get(Lang::En))
            )
        });
        (config, reported.collect())
    }

    #[test]
    fn all_that_can_be_agreed_on_is_read() {
        let (config, reported) = agreed(
            "language: fr\norganisation: La coop\nseverities:\n  first-name-only: off\n  too-long: error\nrequired: [cost, dates.start]\nvocabulary:\n  tools:\n    - Porte à porte\n    - name: Forum ouvert\n      aliases: [open forum]\n  people: Alix Durand\nviews:\n  récents: 'year:2023..'\n  marchés: {query: 'tool:marché', columns: [id, coût], sort: '-cost', group: year, totals: true}\ncolumns: title,cost\n",
        );
        assert_eq!(reported, [""; 0]);
        assert_eq!(config.language, Some(Lang::Fr));
        assert_eq!(config.severities["first-name-only"].severity(), None);
        assert_eq!(config.severities["too-long"].severity(), Some(Severity::Error));
        assert_eq!(config.required.len(), 2);
        assert_eq!(
            config.vocabularies[&Names::Tools].canonical_name("OPEN FORUM"),
            Some("Forum ouvert")
        );
        assert_eq!(config.vocabularies[&Names::Tools].near("porte à porta"), Some("Porte à porte"));
        assert_eq!(
            config.vocabularies[&Names::People].canonical_name("alix durand"),
            Some("Alix Durand")
        );
        let [query, view] = config.views.as_slice() else { panic!("{:?}", config.views) };
        assert_eq!((query.name.as_str(), query.text.as_str()), ("récents", "year:2023.."));
        assert_eq!((view.text.as_str(), view.layout.totals), ("tool:marché", true));
        assert_eq!(
            (&view.layout.columns[..], &view.layout.sort[..]),
            (&["id".to_owned(), "coût".to_owned()][..], &["-cost".to_owned()][..])
        );
        assert_eq!(config.layout.columns, ["title", "cost"]);
    }

    #[test]
    fn an_organisation_is_a_name_or_a_name_with_what_dresses_its_pages() {
        let (config, reported) =
            agreed("organisation:\n  name: La coop\n  colour: '#0b6558'\n  logo: logo.svg\n");
        assert_eq!(reported, [""; 0]);
        assert_eq!(config.organisation.as_deref(), Some("La coop"));
        assert_eq!(
            config.dress.colour.map(|colour| colour.to_string()).as_deref(),
            Some("#0b6558")
        );
        assert_eq!(config.dress.logo.as_deref(), Some("logo.svg"));
        let (_, reported) = agreed("organisation:\n  nane: La coop\n  colour: vert\n");
        assert_eq!(
            reported,
            [
                "unknown-key 2:3 did you mean `name`?",
                "bad-choice 3:11 write it as pages do, in quotation marks: \"#0b6558\"",
            ]
        );
        let (config, reported) = agreed("organisation: {name: La coop, colour: '#fc0'}\n");
        assert_eq!(reported, ["bad-choice 1:39 pages use a darker one: \"#8e7200\""]);
        assert!(config.dress.colour.is_some());
        for path in ["/etc/passwd", "../logo.svg", "a/../../b", "C:\\\\logo.svg", "file://logo"] {
            let (config, reported) = agreed(&format!("organisation: {{logo: '{path}'}}\n"));
            assert_eq!(reported, ["bad-choice 1:22 put the picture beside sheet.yaml"], "{path}");
            assert_eq!(config.dress.logo, None);
        }
    }

    #[test]
    fn a_person_may_have_an_address() {
        let (config, reported) = agreed(
            "vocabulary:\n  people:\n    - {name: Alix Durand, aliases: [Al], email: alix@example.org}\n    - name: Sam Petit\n      email: sam at example\n",
        );
        assert_eq!(reported, ["bad-choice 5:14 as in: alix@example.org"]);
        let people = &config.vocabularies[&Names::People];
        assert_eq!(people.email("al"), Some("alix@example.org"));
        assert_eq!((people.email("Sam Petit"), people.email("Lou")), (None, None));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        let (_, reported) = agreed(
            "langage: fr\nseverities:\n  first-nam-only: off\n  too-long: sometimes\nrequired: [cots]\n\
             vocabulary:\n  tool: [a]\n",
        );
        assert_eq!(
            reported,
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
