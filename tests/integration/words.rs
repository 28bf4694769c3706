//! Every sentence of the program, in both languages, as it is typed in the source: the pairs of
//! `text!`, `phrase!` and `choices!`, and nothing beside them.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::Path;

use crate::harness::root;
use project_sheet::lang::Lang;
use project_sheet::sheet::fields::FIELDS;
use project_sheet::{cli, rules};

/// A string of the source.
#[derive(Debug)]
struct Literal {
    path: String,
    line: usize,
    text: String,
    /// Where it begins and ends, in bytes.
    start: usize,
    end: usize,
}

impl fmt::Display for Literal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: “{}”", self.path, self.line, self.text)
    }
}

/// A sentence in its two languages.
struct Pair {
    en: Literal,
    fr: Literal,
}

/// Files whose strings are words that people or other programs write, and that are read.
const VOCABULARIES: [&str; 19] = [
    "cli/guide.rs",
    "cli/synonyms.rs",
    "export/wiki_form.rs",
    "import/mail/words.rs",
    "import/page/foot.rs",
    "import/page/speakers.rs",
    "import/spreadsheet/layout/words.rs",
    "lang/text.rs",
    "rules/text/placeholder_text.rs",
    "sheet/fields/table.rs",
    "sheet/part/",
    "value/date",
    "value/effort.rs",
    "value/list/words.rs",
    "value/money",
    "value/person.rs",
    "value/quantity",
    "sheet/ask/verdict.rs",
    "sheet/wiki_labels.rs",
];

/// The longest line of help of a command, and description of a field, in characters.
const LONGEST: usize = 72;

#[test]
fn every_sentence_uses_the_words_of_the_glossary() {
    let (en, fr) = never();
    let mut faults = Vec::new();
    for pair in pairs() {
        for (literal, words) in [(&pair.en, &en), (&pair.fr, &fr)] {
            let sentence = format!(" {} ", spaced(&literal.text));
            let said =
                words.iter().filter(|word| sentence.contains(&format!(" {} ", spaced(word))));
            faults.extend(said.map(|word| format!("{word}: {literal}")));
        }
    }
    assert!(faults.is_empty(), "see docs/glossary.md\n{}", faults.join("\n"));
}

/// The source has ordinary spaces and the same marks in both languages; `lang::typography` sets
/// the rest.
#[test]
fn french_is_typed_with_a_space_before_double_marks_and_without_guillemets() {
    let mut faults = Vec::new();
    for Pair { fr, .. } in pairs() {
        let typed = !fr.text.contains(['«', '»', '\u{a0}']);
        if !typed
            || fr.text.matches('`').count() % 2 != 0
            || fr.text.split('`').step_by(2).any(lacks_space)
        {
            faults.push(fr.to_string());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_sentence_is_said_in_both_languages() {
    let pairs = pairs();
    let mut inside: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for Pair { en, fr } in &pairs {
        assert_eq!(en.text.is_empty(), fr.text.is_empty(), "{}:{}", en.path, en.line);
        inside.entry(&en.path).or_default().push((en.start, fr.end));
    }
    let mut faults = Vec::new();
    for path in sources() {
        if VOCABULARIES.iter().any(|vocabulary| path.starts_with(&format!("src/{vocabulary}"))) {
            continue;
        }
        let source = product(&path);
        for literal in literals(&path, &source) {
            let pairs = inside.get(path.as_str()).map_or(&[][..], Vec::as_slice);
            let paired = pairs.iter().any(|(start, end)| (start..=end).contains(&&literal.start));
            let before = source[..literal.start].trim_end();
            let exempt = ["expect(", "bad:", "good:", "also", "panic!("];
            let exempt = exempt.iter().any(|word| before.ends_with(word));
            if !paired && !exempt && is_sentence(&literal.text) {
                faults.push(literal.to_string());
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn help_fits_on_a_line() {
    for lang in [Lang::En, Lang::Fr] {
        for command in cli::localized(lang).get_subcommands() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(about.chars().count() <= LONGEST, "{}: {about}", command.get_name());
            assert!(!about.ends_with('.'), "{about}");
        }
        for field in FIELDS {
            let about = field.about.get(lang);
            assert!(about.chars().count() <= LONGEST, "{}: {about}", field.key);
            assert!(!about.ends_with('.'), "{about}");
        }
    }
}

/// A title is a noun phrase, a help an imperative: both in lower case, without a final stop; a why
/// is one or more whole sentences.
#[test]
fn every_finding_speaks_in_one_form() {
    let mut faults = Vec::new();
    for kind in rules::lints() {
        for lang in [Lang::En, Lang::Fr] {
            let (title, why, fix) = (kind.title.get(lang), kind.why.get(lang), kind.help.get(lang));
            let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
            let articles = ["a ", "an ", "the ", "un ", "une ", "le ", "la ", "les ", "des "];
            let article = articles.iter().any(|article| title.starts_with(article));
            let name = ["SIRET", "YAML", "QPV"].iter().any(|name| title.starts_with(name));
            if title.ends_with('.') || article || capital(title) && !name {
                faults.push(title);
            }
            if fix.ends_with('.') || capital(fix) {
                faults.push(fix);
            }
            if !why.ends_with('.') {
                faults.push(why);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The words of the glossary that no sentence has, in English and in French.
fn never() -> (Vec<String>, Vec<String>) {
    let glossary = fs::read_to_string(root().join("docs/glossary.md")).expect("the glossary");
    let table = glossary.split("## Never in a sentence").nth(1).expect("its last section");
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let (mut en, mut fr) = (Vec::new(), Vec::new());
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let words = |cell: &str| cell.split(',').map(|word| word.trim().to_owned()).collect();
        let there = |words: Vec<String>| words.into_iter().filter(|word| !word.is_empty());
        en.extend(there(words(cells[0])));
        fr.extend(there(words(cells[1])));
    }
    assert!(en.len() > 20 && fr.len() > 15, "{en:?} {fr:?}");
    (en, fr)
}

/// A text with one space between its words and none of its marks.
fn spaced(text: &str) -> String {
    let words: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' || c == '.' { c } else { ' ' })
        .collect();
    words.split_whitespace().map(|word| word.trim_end_matches('.')).collect::<Vec<_>>().join(" ")
}

/// Whether a double mark that ends a part of a sentence has no space before it. `'Nom: …'` and
/// `-year:` are typed so.
fn lacks_space(part: &str) -> bool {
    part.match_indices([':', ';', '?', '!']).any(|(at, mark)| {
        let ends = part[at + mark.len()..].chars().next().is_none_or(char::is_whitespace);
        let before = part[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        ends && !before.is_empty() && !before.starts_with(['\'', '-'])
    })
}

/// Whether a string holds three words of letters, one after the other.
fn is_sentence(text: &str) -> bool {
    let word = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let words: Vec<bool> = text.split(' ').map(word).collect();
    words.windows(3).any(|three| three.iter().all(|is| *is))
}

fn sources() -> Vec<String> {
    fn gather(folder: &Path, paths: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder of the source") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, paths);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let shown = path.strip_prefix(root()).expect("a path below the root");
                paths.push(shown.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let mut paths = Vec::new();
    gather(&root().join("src"), &mut paths);
    paths.sort();
    paths
}

/// The source of a file without its tests.
fn product(path: &str) -> String {
    let source = fs::read_to_string(root().join(path)).expect("a file of the source");
    source.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for path in sources() {
        let source = product(&path);
        let mut rest = literals(&path, &source).into_iter().peekable();
        while let Some(literal) = rest.next() {
            let before = source[..literal.start].trim_end();
            let macros = before.ends_with("text!(") || before.ends_with("phrase!(");
            // `Done: "done", "done", "terminé";` of `choices!`: a code, then the pair.
            let choice = before.ends_with(':')
                && source[literal.end..].starts_with(", \"")
                && source[literal.end..].lines().next().is_some_and(|line| line.ends_with(';'));
            let en = match (macros, choice) {
                (true, _) => Some(literal),
                (false, true) => rest.next(),
                (false, false) => None,
            };
            if let Some(en) = en {
                let fr = rest.next().expect("French stands behind English");
                assert_eq!(source[en.end..fr.start].trim(), ",", "{path}:{}", en.line);
                pairs.push(Pair { en, fr });
            }
        }
    }
    assert!(pairs.len() > 700, "{}", pairs.len());
    pairs
}

/// The strings of a source, without those of comments.
fn literals(path: &str, source: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let bytes = source.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at += source[at..].find('\n').unwrap_or(source.len() - at);
            }
            b'r' if source[at..].starts_with("r\"") && !is_in_word(bytes, at) => {
                at += 2 + source[at + 2..].find('"').expect("a raw string ends") + 1;
            }
            b'\'' => at += character(&source[at..]),
            b'"' => {
                let start = at;
                at += 1;
                while bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
                literals.push(Literal {
                    path: path.to_owned(),
                    line: source[..start].matches('\n').count() + 1,
                    text: unescaped(&source[start + 1..at - 1]),
                    start,
                    end: at,
                });
            }
            _ => at += 1,
        }
    }
    literals
}

fn is_in_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

/// The length of a character in quotation marks, or of the mark of a lifetime.
fn character(source: &str) -> usize {
    let mut inner = source[1..].char_indices();
    match inner.next() {
        Some((_, '\\')) => source[3..].find('\'').map_or(1, |end| 3 + end + 1),
        Some((_, c)) if source[1 + c.len_utf8()..].starts_with('\'') => 2 + c.len_utf8(),
        _ => 1,
    }
}

/// What a string of the source says.
fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    let mut rest = literal;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut letters = after.chars();
        rest = match letters.next() {
            Some('\n') => after.trim_start(),
            Some('u') => {
                let (code, left) = after[2..].split_once('}').expect("a character's code ends");
                let code = u32::from_str_radix(code, 16).expect("a character's code");
                text.push(char::from_u32(code).expect("a character"));
                left
            }
            Some('n') => {
                text.push('\n');
                letters.as_str()
            }
            Some(c) => {
                text.push(c);
                letters.as_str()
            }
            None => "",
        };
    }
    text + rest
}

/// What names a sheet in a command.
const NAMES: [&str; 5] = ["id", "quoted", "old", "new", "later"];

/// Files are called anything: what a command names is quoted as a shell takes it.
#[test]
fn proposed_commands_quote_what_they_name() {
    let mut commands = 0;
    for (path, source) in crate::architecture::sources("") {
        let joined: String = source.split("\\\n").map(str::trim_start).collect();
        for (at, _) in joined.match_indices(": sheet ") {
            let (before, command) = joined.split_at(at);
            let (fixed, made) = (before.rfind("text!("), before.rfind("phrase!("));
            // In a fixed sentence, they are put in, and quoted, by `for_sheet`.
            if fixed > made {
                continue;
            }
            let command = command.split(['"', ';']).next().unwrap_or_default();
            for name in command.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                let is_quoted = |line: &str| {
                    line.contains(&format!("{name} = ")) && line.contains("shell_quote(")
                };
                let quoted = !NAMES.contains(&name) || source.lines().any(is_quoted);
                assert!(quoted, "{}: {command}: {name}", path.display());
                commands += usize::from(NAMES.contains(&name));
            }
        }
    }
    assert!(commands > 20, "{commands}");
}
