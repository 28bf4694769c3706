//! What is written reads back the same.

use chrono::NaiveDate;
use proptest::prelude::*;

use project_sheet::portfolio::Entry;
use project_sheet::sheet::Sheet;
use project_sheet::sheet::write::write;
use project_sheet::yaml::decode::decode;

fn read(text: &str) -> Sheet {
    let day = NaiveDate::from_ymd_opt(2023, 6, 1).expect("a real day");
    let source = decode("projects/a.yaml", text.as_bytes()).expect("UTF-8");
    let entry = Entry::decode(&source, day).unwrap_or_else(|finding| panic!("{finding:?}\n{text}"));
    entry.sheet
}

#[test]
fn a_written_sheet_is_pleasant_to_read() {
    let text = "title: 'no'\nterritory: {name: '2023-03-01', insee: '01160', population: 1400}\ncost: 9 500,50 € HT\ndates: {start: 1er mars 2023, duration: 9mois}\nteam: Alix D. (scribe), Sam\nlessons: {nuggets: [{text: 'a : b', do: c}, 'Une phrase qui est assez longue pour être pliée : elle passe les quatre-vingts caractères.']}\ndescription: {request: \"un\\ndeux\\n\\ntrois\"}\nx-rien: {a: [1, '1', 12.50, true, 'true']}\nextra: {Météo: pluie}\n";
    insta::assert_snapshot!(write(&read(text)).expect("it is written"));
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(texts in prop::collection::vec(awkward(), 8)) {
        let mut sheet = read("title: a\nterritory: {name: b}\n");
        sheet.title = Some(texts[0].clone());
        sheet.summary = Some(texts[1].clone());
        sheet.description.request = Some(texts[2].clone());
        sheet.tools = texts[3..5].to_vec();
        sheet.lessons.nuggets = vec![project_sheet::value::lesson::Lesson::of(&texts[5])];
        sheet.territory.address = Some(texts[6].clone());
        sheet.extra = vec![(texts[7].clone(), project_sheet::tree::Tree::text(texts[0].clone()))];
        let text = write(&sheet).expect("it is written");
        let back = read(&text);
        prop_assert_eq!(back, sheet, "{}", text);
    }
}

/// Texts that YAML takes for something else.
fn awkward() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "no",
        "on",
        "1e3",
        "0x1F",
        "12:30",
        "01210",
        "2023-03-01",
        "~",
        "null",
        "true",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "[a",
        "{a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'",
        "\"",
        "a\nb",
        "a\n\nb",
        "  a",
        "é\u{a0}b",
        "Phase 2 : toiture",
        "---",
        "...",
        "? a",
        "1.400",
        "=",
        "<<",
        "x-a",
        "\u{85}a",
        "\u{feff}a",
        "a\tb",
    ])
    .prop_map(|text| text.trim().to_owned());
    let long = "[a-z é:#'\"-]{60,200}".prop_map(|text: String| text.trim().to_owned());
    let any = "\\PC{1,40}".prop_map(|text: String| text.trim().to_owned());
    prop_oneof![known, long, any].prop_filter("something is said", |text| !text.is_empty())
}
