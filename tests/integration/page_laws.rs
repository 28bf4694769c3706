//! The laws of pages, over the table of labels: a page that is made from a sheet, in any layout,
//! any order and with any of its labels, gives that sheet again; and whatever a page says stands
//! in the sheets, in `extra` or in a finding.

use std::collections::HashSet;
use std::fmt::Write;
use std::mem::discriminant;

use project_sheet::sheet::field::Field;
use project_sheet::sheet::fields;
use project_sheet::sheet::section::Section;
use project_sheet::sheet::wiki_labels::LABELS;
use project_sheet::value::bullets::{MARKS, strip_bullet};
use proptest::prelude::*;

use crate::draw::Draw;
use crate::harness::Test;
use crate::pages::canonical;

/// How a page sets a label and its value.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    Above,
    Colon,
    AboveColon,
    Tab,
    Space,
    EqualSigns,
    Sharps,
    Bold,
    Cells,
    Items,
    Numbers,
}

const LAYOUTS: [Layout; 11] = [
    Layout::Above,
    Layout::Colon,
    Layout::AboveColon,
    Layout::Tab,
    Layout::Space,
    Layout::EqualSigns,
    Layout::Sharps,
    Layout::Bold,
    Layout::Cells,
    Layout::Items,
    Layout::Numbers,
];

/// A field of the page: its key, what is written for it line by line, and the same as YAML.
struct Value {
    key: &'static str,
    lines: Vec<String>,
    yaml: String,
}

impl Draw<'_> {
    fn some<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..=self.of(most)).map(|_| one(self)).collect()
    }

    /// A sentence, some with the words of labels in it.
    fn sentence(&mut self) -> String {
        let word = self.word();
        match self.of(6) {
            0 => format!("Le coût des travaux et l'adresse restent {word}."),
            1 => format!("Adresse aux habitants une invitation {word}."),
            2 => format!("Documents produits par les élèves de {word}."),
            3 => format!("Il reste deux points : {word} et la durée."),
            4 => format!("Proposition de {word} et calendrier à écrire."),
            _ => format!("Les voisins voulaient {word} avant l'hiver."),
        }
    }

    fn person(&mut self) -> String {
        let first = self.pick(&["Alix", "Sam", "Lou", "Noé", "Maude"]);
        let name = self.word().to_uppercase();
        format!("{first} D{}", name.to_lowercase().replace(|c: char| c.is_ascii_digit(), "a"))
    }

    /// What is written for a field; none where nothing is.
    fn text_of(&mut self, key: &'static str) -> Option<Value> {
        let always = matches!(key, "territory.name");
        if !always && self.of(4) == 0 {
            return None;
        }
        let one = |text: String| (vec![text.clone()], quoted(&text));
        let list = |items: Vec<String>| {
            let yaml = items.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", ");
            (items, format!("[{yaml}]"))
        };
        let (lines, yaml) = match key {
            "territory.name" => one(format!("Vallon {}", self.word())),
            "territory.population" => one(self.pick(&["1 250", "640 habitants"]).to_owned()),
            "territory.address" => one(format!("3 rue {}", self.word())),
            "commissioners" | "partners" => {
                list(self.some(2, |draw| format!("Mairie de M{}", draw.word())))
            }
            "cost" => one(self.pick(&["4 200 € TTC", "900 € HT", "12 000 €"]).to_owned()),
            "dates.duration" => one(self.pick(&["5 mois", "1 an"]).to_owned()),
            "dates.start" => one(self.pick(&["02.05.2022", "mars 2021"]).to_owned()),
            "dates.end" => one(self.pick(&["28.09.2022", "2022"]).to_owned()),
            "effort" => one("32 jours".to_owned()),
            "participation.reached" => one("120 personnes".to_owned()),
            "team" | "members" => list(self.some(2, Draw::person)),
            "participation.target" | "tools" => {
                list(self.some(2, |draw| format!("atelier {}", draw.word())))
            }
            "description.request" | "description.proposal" | "outcome.text" => {
                let lines = self.some(2, Draw::sentence);
                let yaml = quoted(&lines.join("\n"));
                (lines, yaml)
            }
            "documents" => list(self.some(2, |draw| format!("plan_{}.pdf (2 Mo)", draw.word()))),
            "lessons.words" => {
                let words = self.some(2, |draw| {
                    let name = draw.pick(&["Alix", "Sam Petit", "La mairie"]);
                    (name, draw.sentence())
                });
                let yaml = words
                    .iter()
                    .map(|(name, text)| format!("{{from: {name}, text: {}}}", quoted(text)));
                let yaml = format!("[{}]", yaml.collect::<Vec<_>>().join(", "));
                (words.iter().map(|(name, text)| format!("{name} : {text}")).collect(), yaml)
            }
            _ if key.starts_with("lessons.") => list(self.some(2, Draw::sentence)),
            _ => return None,
        };
        Some(Value { key, lines, yaml })
    }

    /// One of the labels of a field, in one of its spellings.
    fn label(&mut self, key: &str, layout: Layout) -> String {
        let label = match layout {
            // Only what stands on the wiki's page is known without a mark behind it.
            Layout::Space => wiki_label(key).to_owned(),
            _ => {
                let names: Vec<&str> = labels(key);
                self.pick(&names).replace('*', "Zazou")
            }
        };
        let capital: String = label.chars().take(1).flat_map(char::to_uppercase).collect();
        let label = capital + &label.chars().skip(1).collect::<String>();
        match self.of(4) {
            0 if layout != Layout::Space => match label.strip_suffix('s') {
                Some(stem) if stem.chars().count() > 4 && !stem.ends_with('s') => {
                    format!("{stem}{}", self.pick(&["·s", "(s)"]))
                }
                _ => label,
            },
            1 if layout == Layout::Above => label.to_uppercase(),
            _ => label,
        }
    }
}

/// The names of a field that a page may have.
fn labels(key: &str) -> Vec<&'static str> {
    let wiki = LABELS.iter().filter(|row| row.key == key).flat_map(|row| row.names.iter().copied());
    let field: Option<&Field> =
        fields::find(if key == "outcome.text" { "outcome.level" } else { key });
    wiki.chain(field.into_iter().flat_map(Field::labels)).collect()
}

/// The label of the wiki's own page.
fn wiki_label(key: &str) -> &'static str {
    match key {
        "description.request" => "Demande Client",
        "description.proposal" => "Proposition Zazou",
        "lessons.nuggets" => "Les pépites méthodo !",
        "lessons.surprises" => "Ce qui m'a étonné/marqué",
        "members" => "Avec quels membres de Zazou ?",
        _ => LABELS.iter().find(|row| row.key == key).map_or("", |row| row.names[0]),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\n', "\\n"))
}

/// The sections of the wiki's page, and the fields of each.
const SECTIONS: [(&str, &[&str]); 4] = [
    (
        "Le Territoire",
        &["territory.name", "territory.population", "commissioners", "territory.address"],
    ),
    (
        "Le Cadre du projet",
        &["cost", "dates.duration", "dates.start", "dates.end", "team", "partners"],
    ),
    ("Description du projet", &["description.request", "description.proposal", "tools"]),
    (
        "Retour d'expérience",
        &["lessons.nuggets", "documents", "lessons.surprises", "lessons.words", "members"],
    ),
];

/// Fields that only other pages have.
const MORE: [&str; 5] = [
    "effort",
    "participation.target",
    "participation.reached",
    "outcome.text",
    "lessons.difficulties",
];

/// A page, and the sheet from which it was made.
#[derive(Debug)]
struct Made {
    page: String,
    yaml: String,
    layout: Layout,
}

fn made(bytes: &[u8]) -> Made {
    let mut draw = Draw::from(bytes);
    let layout = LAYOUTS[draw.of(LAYOUTS.len())];
    let mut sections: Vec<(&str, Vec<&'static str>)> =
        SECTIONS.iter().map(|(heading, keys)| (*heading, keys.to_vec())).collect();
    shuffle(&mut sections, &mut draw);
    let free = layout != Layout::Space && draw.of(2) == 0;
    if layout != Layout::Space && draw.of(2) == 0 {
        sections.push(("", MORE.to_vec()));
    }
    let mut page = format!(
        "{}Un été à {}\n\n",
        if layout == Layout::EqualSigns { "== " } else { "" },
        draw.word()
    );
    let mut yaml = "title: Un été à mot1x\n".to_owned();
    let mut keys: Vec<&str> = sections.iter().flat_map(|(_, keys)| keys.clone()).collect();
    if free {
        shuffle(&mut keys, &mut draw);
        sections = vec![("", keys)];
    }
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (heading, keys) in sections {
        if !heading.is_empty() {
            page += &dressed_heading(heading, layout);
        }
        for key in keys {
            let Some(value) = draw.text_of(key) else {
                continue;
            };
            let (group, member) = key.split_once('.').unwrap_or((key, ""));
            let yaml = if member.is_empty() {
                value.yaml.clone()
            } else {
                format!("{member}: {}", value.yaml)
            };
            match groups.iter_mut().find(|(name, _)| name == group) {
                Some((_, members)) => members.push(yaml),
                None => groups.push((group.to_owned(), vec![yaml])),
            }
            let label = draw.label(key, layout);
            page += &dressed(&label, &value, layout, &mut draw);
        }
    }
    for (group, members) in groups {
        let braced = ["territory", "dates", "participation", "description", "outcome", "lessons"];
        let members = members.join(", ");
        let _ = if braced.contains(&group.as_str()) {
            writeln!(yaml, "{group}: {{{members}}}")
        } else {
            writeln!(yaml, "{group}: {members}")
        };
    }
    Made { page, yaml, layout }
}

fn shuffle<T>(items: &mut [T], draw: &mut Draw) {
    for index in (1..items.len()).rev() {
        items.swap(index, draw.of(index + 1));
    }
}

fn dressed_heading(heading: &str, layout: Layout) -> String {
    match layout {
        Layout::EqualSigns => format!("===== {heading} =====\n"),
        Layout::Sharps => format!("## {heading}\n\n"),
        Layout::Bold => format!("**{heading}**\n"),
        Layout::Numbers => format!("2. {heading}\n"),
        _ => format!("{heading}\n"),
    }
}

/// A label and its value as a layout sets them.
fn dressed(label: &str, value: &Value, layout: Layout, draw: &mut Draw) -> String {
    let lists = value.yaml.starts_with('[') && value.lines.len() > 1;
    let spoken = value.key == "lessons.words";
    let is_marked = lists && (!spoken || draw.of(2) == 0);
    let mark = if is_marked { format!("{} ", MARKS[draw.of(MARKS.len())]) } else { String::new() };
    let below: String = value.lines.iter().map(|line| format!("{mark}{line}\n")).collect();
    let beside = !lists || spoken && mark.is_empty();
    match layout {
        Layout::Above => format!("{label}\n{below}"),
        Layout::AboveColon => format!("{label} :\n{below}"),
        Layout::Numbers => format!("2.1 {label}\n{below}"),
        Layout::EqualSigns => format!("==== {label} ====\n{below}"),
        Layout::Sharps => format!("### {label}\n\n{below}\n"),
        Layout::Bold if beside => format!("**{label}** : {below}"),
        Layout::Bold => format!("**{label} :**\n{below}"),
        Layout::Items if beside => format!("- **{label}** : {below}"),
        Layout::Items => format!("- **{label}** :\n{}", below.replace(&mark, &format!("  {mark}"))),
        Layout::Cells if value.lines.len() == 1 => format!("| {label} | {} |\n", value.lines[0]),
        Layout::Cells => format!("| {label} |\n{below}"),
        Layout::Tab if beside => format!("{label}\t{below}"),
        Layout::Space if beside => format!("{label} {below}"),
        Layout::Tab | Layout::Space => format!("{label}\n{below}"),
        Layout::Colon if beside => format!("{label} : {below}"),
        Layout::Colon => format!("{label} :\n{below}"),
    }
}

fn imported(page: &str) -> serde_json::Value {
    let test = Test::new().file("page.txt", page);
    test.args(["import", "page.txt", "--format", "json"]).run().json()
}

/// How many cases `cargo test` tries; `SHEET_CASES=10000` tries more.
fn cases() -> ProptestConfig {
    let cases = std::env::var("SHEET_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(120),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_page_made_from_a_sheet_gives_that_sheet(bytes in prop::collection::vec(any::<u8>(), 160)) {
        let Made { page, yaml, layout } = made(&bytes);
        let json = imported(&page);
        let sheets = json["sheets"].as_array().expect("a list");
        prop_assert_eq!(sheets.len(), 1, "{}", page);
        let given = canonical(sheets[0]["yaml"].as_str().expect("a text"));
        prop_assert_eq!(given, canonical(&yaml), "{:?}\n{}\n{}", layout, page, json["findings"]);
    }

    #[test]
    fn a_page_gives_the_same_sheets_whatever_mark_begins_its_items(
        bytes in prop::collection::vec(any::<u8>(), 160),
        lists in prop::collection::vec((any::<prop::sample::Index>(), 0..LISTS.len()), 0..6),
        mark in prop::sample::select(&MARKS[..]),
    ) {
        let page = made(&bytes).page;
        let mut lines: Vec<&str> = page.lines().collect();
        for (at, list) in lists {
            lines.insert(at.index(lines.len()), LISTS[list]);
        }
        let page = lines.join("\n");
        // What is kept as it is written has its marks, and some of them need quotes in YAML.
        let given = |own: char| {
            let json = imported(&marked(&page, own)).to_string();
            without_digests(&json.replace("\\\"", "").replace(&format!("{mark} "), "- "))
        };
        prop_assert!(given(mark) == given('-'), "{} in\n{}", mark, page);
    }

    #[test]
    fn no_word_of_a_page_is_lost(
        bytes in prop::collection::vec(any::<u8>(), 160),
        strays in prop::collection::vec((any::<prop::sample::Index>(), 0..STRAYS.len()), 0..6),
    ) {
        let mut lines: Vec<String> = made(&bytes).page.lines().map(str::to_owned).collect();
        for (number, (at, stray)) in strays.into_iter().enumerate() {
            let at = at.index(lines.len());
            lines.insert(at, STRAYS[stray].replace('@', &format!("égaré{number}x")));
        }
        let page = lines.join("\n");
        let json = imported(&page);
        let whole = json.to_string();
        let kept: HashSet<String> = words(&whole).into_iter().collect();
        // Those that were drawn end with their number and an `x`: the label `Prix` is none of them.
        let is_drawn =
            |word: &String| word.strip_suffix('x').is_some_and(|word| word.ends_with(char::is_numeric));
        for word in words(&page).into_iter().filter(is_drawn) {
            prop_assert!(kept.contains(&word), "{} is lost in\n{}\n{}", word, page, whole);
        }
    }
}

/// A text without what `source.seen` remembers of each value: of what is kept as it is written,
/// that is another with another mark.
fn without_digests(text: &str) -> String {
    let (mut kept, mut word) = (String::new(), String::new());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        if word.len() != 8 || !word.chars().all(|c| c.is_ascii_hexdigit()) {
            kept += &word;
        }
        word.clear();
        kept.push(c);
    }
    kept + &word
}

/// A page whose items begin with a mark.
fn marked(page: &str, mark: char) -> String {
    let lines = page.lines().map(|line| {
        let text = line.trim_start();
        match strip_bullet(text) {
            Some(item) => format!("{}{mark} {item}\n", &line[..line.len() - text.len()]),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

/// Lists and what may be taken for one, below what may be a heading.
const LISTS: [&str; 8] = [
    "Association Oie\n- Sam Petit\n- Lou Roy",
    "Outils\n- forum\n- café",
    "- forum\nOutils\n- café",
    "- Coût : 900 €",
    "- 900 €",
    "- Le coût reste à voir.",
    "- Nom du territoire",
    "2.5 jours de forum\nOutils",
];

#[test]
fn fields_of_one_shape_are_read_alike() {
    let mut first: Vec<(&Field, Vec<String>)> = Vec::new();
    let listed = |field: &&Field| field.shape.is_list() || field.shape.is_prose();
    for field in fields::written().filter(listed) {
        let given: Vec<String> = VALUES.iter().map(|value| given(field, value)).collect();
        let shape = discriminant(&field.shape);
        match first.iter().find(|(other, _)| discriminant(&other.shape) == shape) {
            _ if field.section == Section::About => {
                assert!(given.iter().all(|given| given.starts_with("null")), "{}", field.key);
            }
            Some((other, there)) => assert_eq!(&given, there, "{} as {}", field.key, other.key),
            None => {
                assert!(given.iter().all(|given| !given.starts_with("null")), "{}", field.key);
                first.push((field, given));
            }
        }
    }
    assert!(first.len() >= 7, "{}", first.len());
}

/// What is read for a field where a value stands below its label: the value, the lines that are
/// kept and where something is found.
fn given(field: &Field, value: &str) -> String {
    let label = field.label.fr;
    let json =
        imported(&format!("== F ==\n== Nom du territoire ==\nOie\n== {label} ==\n{value}\n"));
    let understood = json["understood"].as_array().expect("a list");
    let read = understood.iter().find(|one| one["key"] == field.key).map(|one| &one["read"]);
    let findings = json["findings"].as_array().expect("a list").iter();
    let findings: Vec<String> =
        findings.map(|one| format!("{} {}", one["code"], one["line"])).collect();
    let kept = json["notUnderstood"].as_array().expect("a list").iter();
    let kept: Vec<String> = kept.map(|row| format!("{} {}", row["line"], row["text"])).collect();
    format!("{} {kept:?} {findings:?}", read.unwrap_or(&serde_json::Value::Null))
}

/// Values with all that pages set beside names and texts.
const VALUES: [&str; 6] = [
    "- Alix Durand\n- [[https://example.org Sam Petit]]",
    "Alix Durand\nSam Petit",
    "**Mairie d'Oie :**\n- Alix Durand",
    "Association Oie\n- Sam Petit\n- Lou Roy",
    "Aller au marché.\nPoints de vigilance\nLes anciens restent chez eux.",
    "Sam Petit : bien.\nVoir",
];

/// Lines that stand on pages and belong to no field.
const STRAYS: [&str; 14] = [
    "@",
    "Voir @ aussi.",
    "===== @ =====",
    "## @",
    "**@**",
    "- @",
    "Coût",
    "Documents : @",
    "Voir aussi\n@",
    "Modifier la page @",
    "Nom du territoire\n@",
    "De l'association @ :",
    "@ (habitante) : @",
    "Télécharger\n@",
];

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
