//! Whatever is printed for a value, in either language, reads back as that value.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use project_sheet::lang::Lang;
use project_sheet::sheet::field::Field;
use project_sheet::sheet::fields;
use project_sheet::sheet::shape::Shape;
use project_sheet::sheet::{Sheet, decode};
use project_sheet::text::Span;
use project_sheet::tree::Tree;
use project_sheet::yaml::node::{Node, ScalarStyle};

/// The sheet that a text gives which stands alone under a key.
fn sheet(key: &str, text: &str) -> Sheet {
    let value = Node::scalar(text, ScalarStyle::Literal, Span::on_line(1, 1, 1));
    decode::decode("", &Node::nested(key, value), NaiveDate::default()).sheet
}

/// Texts that give values of every sort that a field can hold.
fn texts(field: &Field) -> Vec<String> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match field.shape {
        Shape::Line | Shape::Prose => owned(&["Forum ouvert", "L'été, « ici »"]),
        Shape::Code(_) => owned(&["01210"]),
        Shape::Choice(all) => all().iter().map(|chosen| chosen.code.to_owned()).collect(),
        Shape::Count(_) | Shape::Years => owned(&["0", "7", "950", "1400", "1234567"]),
        Shape::Decimal | Shape::Amount => owned(&["0", "46.10", "-4.5", "6.123456", "89.5"]),
        Shape::Date => {
            let mut dates: Vec<String> = (1..=12).map(|month| format!("2023-{month:02}")).collect();
            dates.extend((1..=28).map(|day| format!("2023-03-{day:02}")));
            dates.extend(["2023", "2023~", "2023-03~", "2023-03-01~"].map(str::to_owned));
            dates.extend(
                [21, 22, 23, 24, 33, 34, 35, 36, 40, 41]
                    .iter()
                    .map(|season| format!("2023-{season}")),
            );
            dates
        }
        Shape::Duration => {
            let units = ["day", "week", "month", "year"];
            let counts = [0, 1, 2, 9, 18, 1000];
            let all = units.iter().flat_map(|unit| {
                counts.iter().map(move |count| match count {
                    1 => format!("1 {unit}"),
                    count => format!("{count} {unit}s"),
                })
            });
            all.collect()
        }
        Shape::Cost => costs(),
        Shape::Effort => owned(&[
            "28 jours de terrain",
            "100 heures",
            "3,5 jours",
            "1 jour",
            "0,5 heure",
            "1200 heures",
        ]),
        // What a list prints is read back as a list once its pieces are.
        _ => Vec::new(),
    }
}

/// Costs of every amount, sign, tax and doubt.
fn costs() -> Vec<String> {
    let mut costs = Vec::new();
    for amount in ["0", "5", "800", "9500", "9 500,50", "12 345 678", "12,345 k", "0,5"] {
        for sign in ["€", "CHF", "£", "$", "SEK"] {
            for tax in ["", "HT", "TTC", "exonéré"] {
                for about in ["", "environ "] {
                    costs.push(format!("{about}{amount} {sign} {tax}").trim().to_owned());
                }
            }
        }
    }
    costs.push("34 522€ (estimé) 50% subvention ; 35% bénévolat ; 15% dons".to_owned());
    costs.push("TVA non applicable".to_owned());
    costs
}

/// A value with its numbers as numbers: `0.5` and `0.50` are one.
fn number(tree: Tree) -> Tree {
    match tree {
        Tree::Text { text, plain: true } => match text.parse::<Decimal>() {
            Ok(number) => Tree::number(number.normalize()),
            Err(_) => Tree::Text { text, plain: true },
        },
        Tree::List(items) => Tree::List(items.into_iter().map(number).collect()),
        Tree::Map(pairs) => {
            Tree::Map(pairs.into_iter().map(|(key, value)| (key, number(value))).collect())
        }
        other => other,
    }
}

#[test]
fn what_is_printed_for_a_value_reads_back_as_that_value() {
    let mut wrong = Vec::new();
    for field in fields::written() {
        for text in texts(field) {
            let one = sheet(field.key, &text);
            let value = (field.get)(&one);
            let nothing = value.is_missing() && one.unread.is_empty();
            assert!(
                !value.is_missing() || nothing && text == "0",
                "{}: {text} {:?}",
                field.key,
                one.unread
            );
            for lang in [Lang::En, Lang::Fr] {
                for printed in [value.summary(lang), value.details(lang)] {
                    if printed == value.summary(lang) && printed != value.details(lang) {
                        continue;
                    }
                    let other = sheet(field.key, &printed);
                    let back = number((field.get)(&other).tree());
                    if back != number(value.tree()) {
                        wrong.push(format!(
                            "{}: {text} → {printed} → {back:?} {:?}",
                            field.key, other.unread
                        ));
                    }
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}
