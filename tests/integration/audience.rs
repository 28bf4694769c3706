//! The law of audiences, over the whole table of fields: what is for fewer people leaves no word in
//! what more people read, and nothing else is left out.
//!
//! Sheets are made of words that stand nowhere twice; for whom each of them is, is decided while the
//! sheet is made, without the code that leaves something out.

use std::collections::HashSet;
use std::fmt::Write;

use chrono::NaiveDate;
use project_sheet::lang::Lang;
use project_sheet::lang::choice::Choice;
use project_sheet::sheet::Sheet;
use project_sheet::sheet::audience::Audience;
use project_sheet::sheet::decode::decode;
use project_sheet::sheet::fields::{self, FIELDS};
use project_sheet::sheet::key::Key;
use project_sheet::sheet::left_out::LeftOut;
use project_sheet::sheet::lesson_address;
use project_sheet::sheet::part::{Need, Part};
use project_sheet::sheet::shape::Shape;
use project_sheet::text::Source;
use project_sheet::value::visibility::Visibility;
use project_sheet::yaml::parse::parse;
use proptest::prelude::*;

use crate::draw::Draw;

/// Words, each with the visibility of its place.
type Words = Vec<(String, Visibility)>;

/// What stands where nothing is said of it, by the key of the field or of the part.
fn usual(key: &str) -> Visibility {
    let inner = ["lessons.difficulties", "lessons.words", "source", "contact", "extra"];
    let own = key.starts_with("x-") || key.contains(".x-");
    if own || inner.contains(&key) { Visibility::Members } else { Visibility::Public }
}

impl Draw<'_> {
    /// The text of a sheet with every field of the table that holds texts, and its words.
    fn sheet_for_some(&mut self) -> (String, Words) {
        let mut words = Words::new();
        let mut text = String::new();
        let whole = match self.of(5) {
            0 => Visibility::Members,
            1 => {
                let word = self.word();
                writeln!(text, "visibility: {word}").expect("it is text");
                words.push((word, Visibility::Private));
                Visibility::Private
            }
            other => {
                let visibility = Visibility::ALL[other - 2];
                writeln!(text, "visibility: {}", visibility.code()).expect("it is text");
                visibility
            }
        };
        let mut group = "";
        for field in fields::written().filter(|field| field.key != "visibility") {
            let (above, key) = field.key.split_once('.').unwrap_or(("", field.key));
            if !above.is_empty() && above != group {
                let own = self.word();
                writeln!(text, "{above}:\n  x-own: {own}").expect("it is text");
                words.push((own, Visibility::Members));
            }
            group = above;
            let Some(value) = self.value_for_some(field.shape, field.key, &mut words) else {
                continue;
            };
            let indent = if above.is_empty() { "" } else { "  " };
            writeln!(text, "{indent}{key}: {value}").expect("it is text");
        }
        for key in ["x-own: {a: [", "extra: {b: ["] {
            let word = self.word();
            writeln!(text, "{key}{word}]}}").expect("it is text");
            words.push((word, Visibility::Members));
        }
        for (_, visibility) in &mut words {
            *visibility = whole.max(*visibility);
        }
        (text, words)
    }

    /// A value of some shape in one line; none for what holds no text.
    fn value_for_some(&mut self, shape: Shape, key: &str, words: &mut Words) -> Option<String> {
        let mut word = |draw: &mut Draw| {
            let word = draw.word();
            words.push((word.clone(), usual(key)));
            word
        };
        match shape {
            Shape::Line | Shape::Prose => Some(word(self)),
            Shape::Lines => Some(format!("[{}, {}]", word(self), word(self))),
            // Not understood, and kept as it is.
            Shape::Date => (self.of(4) == 0).then(|| {
                let word = self.word();
                words.push((word.clone(), Visibility::Members));
                word
            }),
            shape if !shape.parts().is_empty() && !shape.is_list() => {
                Some(self.item_for_some(shape.parts(), key, words).0)
            }
            shape if !shape.parts().is_empty() => {
                let items = 1 + self.of(3);
                let mut all: Vec<(String, Words, bool, bool)> = Vec::new();
                for _ in 0..items {
                    let mut own = Words::new();
                    let (item, stated, unclear) = self.item_for_some(shape.parts(), key, &mut own);
                    all.push((item, own, stated, unclear));
                }
                let unclear = all.iter().any(|(.., unclear)| *unclear);
                for (_, own, stated, _) in &mut all {
                    if unclear && !*stated {
                        own.iter_mut()
                            .for_each(|(_, visibility)| *visibility = Visibility::Private);
                    }
                }
                words.extend(all.iter().flat_map(|(_, own, ..)| own.clone()));
                let items: Vec<&str> = all.iter().map(|(item, ..)| item.as_str()).collect();
                Some(format!("[{}]", items.join(", ")))
            }
            _ => None,
        }
    }

    /// A value of these parts; whether it states for whom it is, and whether that is a word that
    /// nobody knows.
    fn item_for_some(
        &mut self,
        parts: &[Part],
        key: &str,
        words: &mut Words,
    ) -> (String, bool, bool) {
        let mut pairs = Vec::new();
        let mut inner = Words::new();
        let (mut item, mut stated, mut unclear) = (usual(key), false, false);
        for part in parts {
            if part.key == "visibility" {
                match self.of(6) {
                    0 | 1 => {}
                    2 => {
                        let word = self.word();
                        pairs.push(format!("visibility: {word}"));
                        inner.push((word, Visibility::Private));
                        (item, unclear) = (Visibility::Private, true);
                    }
                    other => {
                        item = Visibility::ALL[other - 3];
                        pairs.push(format!("visibility: {}", item.code()));
                        stated = true;
                    }
                }
            } else if !["siret", "currency"].contains(&part.key)
                && let Some(value) = self.value_for_some(part.shape, part.key, &mut inner)
            {
                pairs.push(format!("{}: {value}", part.key));
            } else if part.key == "percent" || part.key == "days" {
                pairs.push(format!("{}: 7", part.key));
            }
        }
        if parts.iter().any(|part| part.need != Need::Optional) {
            let word = self.word();
            pairs.push(format!("x-own: {word}"));
            inner.push((word, Visibility::Members));
        }
        words.extend(inner.into_iter().map(|(word, visibility)| (word, item.max(visibility))));
        (format!("{{{}}}", pairs.join(", ")), stated, unclear)
    }
}

fn sheet(id: &str, text: &str) -> Sheet {
    let source = Source::of(format!("{id}.yaml"), text.to_owned());
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    decode(id, &parse(&source).expect("valid YAML").node, today).sheet
}

/// All that programs are given of a sheet.
fn rows(sheet: Option<&Sheet>) -> String {
    let row = |sheet: &Sheet| {
        let data = FIELDS.iter().map(|field| format!("{:?}\n", Key::Field(field).data(sheet)));
        data.collect::<String>()
    };
    sheet.map(row).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_word_of_a_lower_visibility_is_read_by_a_higher(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let (text, words) = Draw::from(&bytes).sheet_for_some();
        let whole = sheet("fiche", &text);
        for (word, _) in &words {
            prop_assert!(rows(Some(&whole)).contains(word.as_str()), "{word} is lost in {text}");
        }
        for audience in Audience::ALL {
            let kept = whole.readable(*audience, &HashSet::new());
            let shown = rows(kept.as_ref());
            for (word, visibility) in &words {
                let read = audience.reads(*visibility);
                prop_assert_eq!(shown.contains(word.as_str()), read, "{} for {:?} of {}", word, audience, text);
            }
            // A lesson has one address, whoever reads it.
            for (name, (.., lesson)) in kept.iter().flat_map(|kept| {
                lesson_address::names(&kept.lessons).zip(kept.lessons.each())
            }) {
                let address = lesson_address::address("fiche", name.number);
                let found = lesson_address::find(&whole.lessons, &address);
                prop_assert_eq!(found.map(|(.., found)| &found.text), Some(&lesson.text));
            }
            let left_out = LeftOut::of(whole.without(kept.as_ref()), &kept, Lang::Fr);
            prop_assert_eq!(left_out.leak(|look| look(&shown)), None);
            let hidden = words.iter().find(|(_, visibility)| !audience.reads(*visibility));
            if let Some((word, _)) = hidden {
                let leak = format!("{shown} … {word} …");
                prop_assert_eq!(left_out.leak(|look| look(&leak)), Some(word.as_str()));
            }
        }
    }
}

#[test]
fn a_hidden_sheet_is_not_even_named() {
    let text = "title: A\nvisibility: public\nrelated: [b, c]\n\
        lessons: {nuggets: [{text: N, confirmed-in: [b, c]}]}\n";
    let hidden = HashSet::from(["b".to_owned()]);
    let kept = sheet("a", text).readable(Audience::Public, &hidden).expect("it is public");
    assert_eq!(kept.related, ["c"]);
    assert_eq!(kept.lessons.nuggets[0].confirmed_in, ["c"]);
}

#[test]
fn a_cost_of_which_a_part_is_not_understood_is_not_given_without_it() {
    let text = "title: A\nvisibility: public\ncost: {amount: 900, tax: brut}\n";
    let whole = sheet("a", text);
    let kept = whole.readable(Audience::Public, &HashSet::new()).expect("it is public");
    assert_eq!(kept.cost.amount, None);
    let kept = whole.readable(Audience::Members, &HashSet::new()).expect("it is public");
    assert_eq!(kept, whole);
}

#[test]
fn what_a_kept_text_contains_is_no_leak() {
    let whole =
        sheet("a", "title: Forum au marché\nvisibility: public\nx-lieu: marché\nx-b: Coût\n");
    let kept = whole.readable(Audience::Public, &HashSet::new());
    let left_out = LeftOut::of(whole.without(kept.as_ref()), &kept, Lang::Fr);
    assert_eq!(left_out.leak(|look| look("Forum au marché. Coût")), None);
}
