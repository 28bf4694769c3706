//! The slips by which a text is no YAML: each as a fixture with its line, its words in both
//! languages and its fix; and the law that a slip made in a sheet and fixed leaves the sheet.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use project_sheet::finding::{Diagnostic, Finding, Fix};
use project_sheet::lang::{Lang, Phrase};
use project_sheet::sheet::decode::decode;
use project_sheet::text::Source;
use project_sheet::yaml::parse::parse;
use project_sheet::yaml::syntax::{SLIPS, Slip, UNREADABLE};

use crate::broken;
use crate::harness::root;
use crate::plain::{Random, mutated};

/// The fixtures by their names, each of which begins with that of its slip.
fn fixtures() -> Vec<(String, String)> {
    let folder = fs::read_dir(root().join("tests/fixtures/slips")).expect("the folder");
    let mut files: Vec<PathBuf> = folder.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).expect("a sheet"))).collect()
}

fn slip(fixture: &str) -> &'static Slip {
    let named = SLIPS.iter().filter(|slip| fixture.starts_with(slip.name));
    named.max_by_key(|slip| slip.name.len()).unwrap_or_else(|| panic!("{fixture} is no slip"))
}

/// The one finding of a text that is no YAML.
fn refusal(text: &str) -> Option<Finding> {
    parse(&Source::of("a.yaml", text.to_owned())).err().map(|finding| *finding)
}

/// The text with every fix made, as long as there is one.
fn fixed(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..20 {
        let fix = refusal(&text).and_then(|finding| finding.fix);
        let Some(Fix::Text(span, words)) = fix.map(|fix| *fix) else {
            break;
        };
        text = Source::of("a.yaml", text).replaced(span, &words).text().to_owned();
    }
    text
}

#[test]
fn every_slip_is_told_at_its_line_in_both_languages_with_its_fix() {
    let mut shown = Vec::new();
    for (name, text) in fixtures() {
        let finding = refusal(&text).unwrap_or_else(|| panic!("{name} is read"));
        assert_eq!(finding.label, slip(&name).label.into(), "{name}");
        let start = finding.span.start;
        let words = [Lang::Fr, Lang::En].map(|lang| {
            let help = finding.help.as_ref().expect("a help").get(lang);
            format!("{}\n  {help}", finding.label.get(lang))
        });
        let after = match fixed(&text) {
            after if after == text => "no fix".to_owned(),
            after => match refusal(&after) {
                None => after.trim_end().to_owned(),
                Some(finding) => panic!("{name} is fixed, and no YAML: {finding:?}\n{after}"),
            },
        };
        let line = text.lines().nth(start.line as usize - 1).unwrap_or_default();
        let place = format!("{}:{} {}", start.line, start.column, line.trim());
        shown.push(format!("## {name}\n{place}\n{}\n{after}\n", words.join("\n")));
    }
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn every_row_of_the_table_has_a_fixture() {
    let fixtures = fixtures();
    for row in SLIPS {
        let is_shown = fixtures.iter().any(|(name, _)| slip(name).name == row.name);
        assert!(is_shown, "{}", row.name);
    }
}

/// A line of a sheet with a slip in it, where that slip can be made there.
type Making = fn(&str) -> Option<String>;

/// Slips by what people do to a line.
const MAKINGS: &[(&str, Making)] = &[
    ("no space after the colon", |line| replaced(line, ": ", ":")),
    ("a no-break space after the colon", |line| replaced(line, ": ", ":\u{a0}")),
    ("a tab after the colon", |line| replaced(line, ": ", ":\t")),
    ("no space after the hyphen", |line| replaced(line, "- ", "-")),
    ("a star for the hyphen", |line| replaced(line, "- ", "* ")),
    ("no hyphen", |line| replaced(line, "- ", "")),
    ("no colon", |line| replaced(line, ":", "")),
    ("a tab before it", |line| Some(format!("\t{}", line.strip_prefix("  ")?))),
    ("one space less", |line| line.strip_prefix(' ').map(str::to_owned)),
    ("two spaces less", |line| line.strip_prefix("  ").map(str::to_owned)),
    ("one space more", |line| Some(format!(" {line}"))),
    ("two spaces more", |line| Some(format!("  {line}"))),
    ("at the margin", |line| Some(line.trim_start().to_owned())),
    ("no quotation marks", |line| {
        let (key, text) = line.split_once(": \"")?;
        Some(format!("{key}: {}", text.strip_suffix('"')?))
    }),
    ("single quotation marks", |line| {
        let (key, text) = line
            .split_once(": ")
            .filter(|(_, text)| text.contains('\'') && text.starts_with(char::is_alphabetic))?;
        Some(format!("{key}: '{text}'"))
    }),
    ("the closing mark is missing", |line| line.strip_suffix(['"', '\'']).map(str::to_owned)),
    ("the closing bracket is missing", |line| line.strip_suffix([']', '}']).map(str::to_owned)),
    ("the brackets are not closed by their own", |line| {
        Some(format!("{}}}", line.strip_suffix(']')?))
    }),
];

fn replaced(line: &str, from: &str, to: &str) -> Option<String> {
    line.contains(from).then(|| line.replacen(from, to, 1))
}

/// Every sheet of the tests and examples that is YAML.
fn sheets() -> Vec<String> {
    let texts = broken::all().into_iter().filter_map(|(_, bytes)| String::from_utf8(bytes).ok());
    texts.chain([MIXED.to_owned()]).filter(|text| refusal(text).is_none()).collect()
}

/// A sheet in which each form of YAML that people write stands once.
const MIXED: &str = "\
title: \"Phase 2 : le préau d'en bas\"
territory:
  name: Perpète
  population: 300 # environ
commissioners:
- name: Ville d'Oie
  contact: 'Odile Cassis'
team: [Odile, \"Basile\"]
description:
  request: |
    La commune voulait parler.

    Puis non.
  proposal: Une année
    de marches
lessons:
  nuggets:
    - text: Prévenir tôt
      do: Afficher dix jours avant
    - Passer à l'heure du marché
  words:
    - from: Odile
      text: \"Une année : belle\"
summary: \"Une année
    avec le village\"
";

#[test]
fn a_slip_that_is_made_in_a_sheet_and_fixed_leaves_the_sheet() {
    let (mut refused, mut restored) = (0, 0);
    for sheet in sheets() {
        let source = Source::of("a.yaml", sheet.clone());
        let tree = parse(&source).expect("YAML").node.to_tree();
        let lines: Vec<&str> = sheet.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            for (what, make) in MAKINGS {
                let Some(made) = make(line) else {
                    continue;
                };
                let mut lines = lines.clone();
                lines[at] = &made;
                let text = lines.join("\n") + "\n";
                if refusal(&text).is_none() {
                    continue;
                }
                refused += 1;
                let after = Source::of("a.yaml", fixed(&text));
                if let Ok(parsed) = parse(&after) {
                    assert_eq!(
                        parsed.node.to_tree(),
                        tree,
                        "{what}, {}:\n{}",
                        at + 1,
                        after.text()
                    );
                    restored += 1;
                }
            }
        }
    }
    assert!(restored * 3 > refused, "{restored} of {refused}");
}

/// A sheet of the examples or the tests to which up to two things were done at random places.
fn mutated_sheet(seed: u64, sheets: &[String]) -> String {
    let mut random = Random::of(seed);
    let mut text = sheets[seed as usize % sheets.len()].clone();
    for _ in 0..=random.below(2) {
        text = mutated(&mut random, &text);
    }
    text
}

/// The same as [`sheets()`], and those of the cooperative.
fn all_sheets() -> Vec<String> {
    let folder = fs::read_dir(root().join("examples/cooperative/projects")).expect("the folder");
    let texts = folder.map(|file| fs::read_to_string(file.expect("a file").path()).expect("text"));
    let mut texts: Vec<String> = texts.filter(|text| text.starts_with("title:")).collect();
    assert!(texts.len() > 40, "{}", texts.len());
    texts.sort();
    sheets().into_iter().chain(texts).collect()
}

/// Words in which parsers tell what is wrong, and which no French sentence has.
const OF_PARSERS: [&str; 44] = [
    "expected",
    "unexpected",
    "while",
    "parsing",
    "scanning",
    "scanner",
    "mapping",
    "sequence",
    "scalar",
    "block",
    "flow",
    "simple",
    "key",
    "keys",
    "value",
    "values",
    "indicator",
    "quoted",
    "trailing",
    "invalid",
    "found",
    "find",
    "did",
    "not",
    "character",
    "token",
    "stream",
    "escape",
    "unknown",
    "duplicate",
    "anchor",
    "missing",
    "must",
    "cannot",
    "error",
    "line",
    "column",
    "byte",
    "the",
    "of",
    "is",
    "in",
    "with",
    "at",
];

#[test]
fn no_french_sentence_about_a_sheet_has_a_word_of_a_parser() {
    let sheets = all_sheets();
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let mut told = [0, 0];
    for seed in 0..5_000 {
        let source = Source::of("a.yaml", mutated_sheet(seed, &sheets));
        let findings = match parse(&source) {
            Err(finding) => vec![*finding],
            Ok(parsed) => {
                let mut findings = parsed.findings;
                findings.extend(decode("a", &parsed.node, NaiveDate::default()).findings);
                findings
            }
        };
        let quoted: HashSet<String> = words(source.text()).into_iter().collect();
        for finding in findings {
            told[usize::from(finding.lint.code == "syntax")] += 1;
            let diagnostic = Diagnostic::new(&source, finding);
            let sentence = format!(
                "{} ; {}",
                diagnostic.finding.sentence(Lang::Fr),
                diagnostic.help(Lang::Fr)
            );
            // What is quoted, and what is to be typed, is in the language of the sheet.
            let own = sentence.split('«').map(|piece| piece.rsplit('»').next().unwrap_or(piece));
            for word in own.flat_map(words) {
                let foreign = OF_PARSERS.contains(&word.as_str()) && !quoted.contains(&word);
                assert!(!foreign, "{word}: {sentence}\n{}", source.text());
            }
        }
    }
    assert!(told.iter().all(|told| *told > 500), "{told:?}");
}

#[test]
fn whatever_is_refused_is_told_in_own_words_and_a_fix_reads_on() {
    let known: Vec<Phrase> = SLIPS.iter().map(|slip| slip.label.into()).collect();
    let (mut refused, mut unknown) = (0, 0);
    let sheets = all_sheets();
    for seed in 0..20_000 {
        let text = mutated_sheet(seed, &sheets);
        let Some(finding) = refusal(&text).filter(|finding| finding.lint.code == "syntax") else {
            continue;
        };
        refused += 1;
        let source = Source::of("a.yaml", text);
        let place = (finding.span.start.line, finding.span.end.line);
        assert!(place.0 >= 1 && place.1 <= source.line_count(), "{finding:?}\n{}", source.text());
        if finding.label == UNREADABLE.into() {
            unknown += 1;
        } else if !known.contains(&finding.label) {
            assert!(OWN.contains(&finding.label.get(Lang::En)), "{finding:?}");
        }
        if let Some(Fix::Text(span, text)) = finding.fix.as_deref() {
            let after = source.replaced(*span, text);
            assert_ne!(after.text(), source.text(), "{finding:?}");
        }
    }
    assert!(refused > 2_000 && unknown * 20 < refused, "{unknown} of {refused}");
}

/// What is refused by the reader itself.
const OWN: [&str; 2] = ["NUL character", "alias inside its own anchor"];
