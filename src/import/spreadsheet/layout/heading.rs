//! What stands above a column: words, and what holds for every amount or time below them.

use rust_decimal::Decimal;

use crate::import::page::labelled;
use crate::import::spreadsheet::layout::words::{COLUMN_WORDS, Rank};
use crate::import::table::{Column, Sureness, Target};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::text::fold::{composed, name_key, search_key};
use crate::value::money::{self, Currency};
use crate::value::quantity::strip_about;

/// What stands above a column.
#[derive(Clone, Default)]
pub(in crate::import::spreadsheet) struct Heading {
    /// As it is written, in one line.
    pub shown: String,
    /// The field that it seems to name.
    pub field: Option<&'static Field>,
    rank: Option<Rank>,
    /// Whether each value below it says what the tax or the currency of the cost is.
    pub is_beside_cost: bool,
    /// What holds for each value below it: `k€`, `HT`, `mois`.
    units: Vec<&'static str>,
}

/// What may stand in a heading for every value, folded, and how it is written behind one.
const UNITS: [(&str, &str, Sort); 23] = [
    ("k€", "k€", Sort::Currency),
    ("keur", "k€", Sort::Currency),
    ("€", "€", Sort::Currency),
    ("euro", "€", Sort::Currency),
    ("euros", "€", Sort::Currency),
    ("eur", "€", Sort::Currency),
    ("chf", "CHF", Sort::Currency),
    ("ht", "HT", Sort::Tax),
    ("h.t.", "HT", Sort::Tax),
    ("ttc", "TTC", Sort::Tax),
    ("t.t.c.", "TTC", Sort::Tax),
    ("previsionnel", "budget", Sort::Basis),
    ("prevu", "budget", Sort::Basis),
    ("jours", "jours", Sort::Time),
    ("jour", "jours", Sort::Time),
    ("j", "jours", Sort::Time),
    ("semaines", "semaines", Sort::Time),
    ("mois", "mois", Sort::Time),
    ("months", "mois", Sort::Time),
    ("ans", "ans", Sort::Time),
    ("annees", "ans", Sort::Time),
    ("heures", "heures", Sort::Time),
    ("h", "heures", Sort::Time),
];

/// What sort of unit it is; there is one of each sort, written in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Currency,
    Tax,
    Basis,
    Time,
}

/// Words that say which of several amounts it is, and may be left away.
const WHICH: [&str; 6] = ["total", "totale", "global", "previsionnel", "prevu", "projet"];

/// Words that say nothing in a heading, as [`search_key`] folds them.
const SMALL_WORDS: [&str; 14] =
    ["le", "la", "les", "l", "de", "du", "des", "d", "projet", "par", "en", "the", "of", "project"];

/// Reads what stands above a column.
pub(in crate::import::spreadsheet) fn heading(text: &str) -> Heading {
    let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown =
        composed(shown.trim_end_matches([' ', '*', ':', '\u{a0}', '\u{200b}'])).into_owned();
    let spaced = words_apart(&shown);
    let mut words: Vec<&str> = Vec::new();
    let mut units: Vec<(&'static str, Sort)> = Vec::new();
    for word in spaced.split([' ', '(', ')', '[', ']', ',', '/']).filter(|word| !word.is_empty()) {
        let key = name_key(word);
        let unit = UNITS.iter().find(|(known, ..)| *known == key);
        if let Some((_, unit, sort)) =
            unit.filter(|(.., sort)| units.iter().all(|(_, known)| known != sort))
        {
            units.push((unit, *sort));
        }
        if unit.is_none_or(|(.., sort)| *sort == Sort::Basis) {
            words.push(word);
        }
    }
    units.sort_by_key(|(_, sort)| *sort);
    if words.is_empty() && units.iter().any(|(_, sort)| *sort == Sort::Currency) {
        words.push("Coût");
    }
    let named = named(&shown).or_else(|| named(&words.join(" "))).or_else(|| {
        let fewer: Vec<&str> = words.iter().copied().filter(|word| !is_which(word)).collect();
        let found = named(&fewer.join(" ")).filter(|_| !fewer.is_empty());
        found.filter(|(field, _)| matches!(field.shape, Shape::Cost))
    });
    let field = named.map(|(field, _)| field);
    let fits = |sort: &Sort| match field.map(|field| field.shape) {
        Some(Shape::Cost) => *sort != Sort::Time,
        Some(Shape::Duration | Shape::Effort) => *sort == Sort::Time,
        _ => false,
    };
    let units = units.into_iter().filter(|(_, sort)| fits(sort)).map(|(unit, _)| unit).collect();
    Heading { shown, field, rank: named.map(|(_, rank)| rank), units, is_beside_cost: false }
}

fn is_which(word: &str) -> bool {
    WHICH.contains(&name_key(word).as_str())
}

/// The words of a name that is written as one: `dateConvention`.
fn words_apart(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if before.is_lowercase() && c.is_uppercase() && !text.contains(' ') {
            out.push(' ');
        }
        out.push(if c == '_' { ' ' } else { c });
        before = c;
    }
    out
}

/// The field that words name, and how surely.
fn named(words: &str) -> Option<(&'static Field, Rank)> {
    if let Some(field) = labelled(words) {
        return Some((field, Rank::Label));
    }
    let key = search_key(&words.replace(['·', '.'], " "));
    let bare: Vec<&str> = key.split(' ').filter(|word| !SMALL_WORDS.contains(word)).collect();
    let bare = bare.join(" ");
    let row = COLUMN_WORDS.iter().find(|(.., all)| all.contains(&bare.as_str()));
    let (key, rank, _) = row.filter(|_| !key.is_empty())?;
    Some((fields::find(key)?, *rank))
}

impl Heading {
    /// One that is known by a name, and by the field that it is.
    pub(super) fn named(shown: String, field: Option<&'static Field>) -> Heading {
        Heading { shown, field, ..Heading::default() }
    }

    /// Whether it names the title of a project.
    pub(super) fn is_title(&self) -> bool {
        self.field.is_some_and(|field| field.key == "title")
    }

    /// A value with what its heading says of it, unless it says that by itself; a value of one line
    /// stands in one.
    pub(super) fn value(&self, text: &str) -> String {
        let mut out = match self.field {
            Some(field) if is_of_one_line(field) => {
                text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
            }
            _ => text.trim_end().to_owned(),
        };
        if self.units.is_empty() {
            return out;
        }
        let Some(end) = self.end_of_number(&out) else {
            return out;
        };
        for unit in &self.units {
            let sort = UNITS.iter().find(|(_, known, _)| known == unit).map(|(.., sort)| *sort);
            let Some(sort) = sort.filter(|sort| !says(text, *sort)) else {
                continue;
            };
            // What multiplies a number stands behind it, what is said of it behind all.
            let at = if matches!(sort, Sort::Currency | Sort::Time) { end } else { out.len() };
            out.insert_str(at, &format!(" {unit}"));
        }
        out
    }

    /// Where the number of a value ends, where it is one amount or one time: there its unit stands.
    fn end_of_number(&self, text: &str) -> Option<usize> {
        let is_cost = self.field.is_some_and(|field| matches!(field.shape, Shape::Cost));
        let signs = ['(', '-', '+', '~', ' '];
        let Some(first) = text.find(|c: char| c.is_ascii_digit()) else {
            // `douze`
            let in_words = is_cost && money::parse(text).whole()?.amount > Some(Decimal::ZERO);
            return in_words.then_some(text.trim_end().len());
        };
        let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,'’".contains(c);
        let number = text[first..].split(|c| !is_of_number(c)).next()?;
        let end = first + number.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let is_one = if is_cost {
            money::parse(text).whole().is_some_and(|cost| cost.shares.is_empty())
        } else {
            let number = strip_about(text).unwrap_or(text).trim_start_matches(signs);
            number.trim_end() == &text[first..end]
        };
        is_one.then_some(end)
    }
}

fn is_of_one_line(field: &Field) -> bool {
    !field.shape.is_list() && !matches!(field.shape, Shape::Prose | Shape::Cost | Shape::Effort)
}

/// Whether a value says something of this sort.
fn says(text: &str, sort: Sort) -> bool {
    let key = name_key(text);
    let has_sign = text.contains(['€', '$', '£']);
    let mut words = key.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_thousands = |word: &str| ["k", "ke", "keur", "mille", "milliers", "m"].contains(&word);
    match sort {
        Sort::Currency => {
            has_sign || words.any(|word| is_thousands(word) || Currency::is_named(word))
        }
        Sort::Tax => {
            words.any(|word| ["ht", "ttc", "hors", "toutes", "taxe", "tva"].contains(&word))
        }
        Sort::Basis => words.any(|word| word.starts_with("budget")),
        Sort::Time => strip_about(&key).unwrap_or(&key).contains(char::is_alphabetic),
    }
}

/// The name under which a column is looked up: the key of the field that its heading names.
pub(in crate::import::spreadsheet) fn read_name(name: &str) -> String {
    let heading = heading(name);
    heading.field.map_or(heading.shown, |field| field.key.to_owned())
}

/// Says of columns whose headings are labels which fields they are: first which is the title, by the
/// heading that names it most surely. Of several the first is the field, unless that is a list.
pub(in crate::import::spreadsheet) fn settle(columns: &mut [Column], headings: &[Heading]) {
    let mut taken: Vec<&str> = columns.iter().map(Column::key).collect();
    let title = title_of(headings.iter().enumerate()).filter(|_| !taken.contains(&"title"));
    let labels = (0..headings.len()).filter(|at| headings[*at].rank == Some(Rank::Label));
    for at in title.into_iter().chain(labels) {
        let Some(field) = headings[at].field else {
            continue;
        };
        let is_free = field.shape.is_list() || !taken.contains(&field.key);
        if is_free && columns[at].sure == Sureness::Unplaced {
            let is_label = headings[at].rank == Some(Rank::Label);
            columns[at].sure = if is_label { Sureness::Certain } else { Sureness::Likely };
            columns[at].target = Target::Field(field);
            taken.push(field.key);
        }
    }
    // What is said beside each amount is a part of it.
    let cost = fields::find("cost").filter(|_| taken.contains(&"cost"));
    for (column, heading) in columns.iter_mut().zip(headings) {
        if let (true, Sureness::Unplaced, Some(field)) = (heading.is_beside_cost, column.sure, cost)
        {
            (column.target, column.sure) = (Target::Field(field), Sureness::Certain);
        }
    }
}

/// The column that holds the titles, by the headings.
pub(super) fn title_of<'h>(headings: impl Iterator<Item = (usize, &'h Heading)>) -> Option<usize> {
    let titles = headings.filter(|(_, heading)| heading.is_title());
    let ranked = titles.map(|(column, heading)| (heading.rank, std::cmp::Reverse(column)));
    ranked.max().map(|(_, std::cmp::Reverse(column))| column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::money::Tax;

    #[test]
    fn a_heading_names_a_field_whatever_is_said_beside() {
        for (text, key) in [
            (" Nom du projet* ", "title"),
            ("Projet", "title"),
            ("Titre de la fiche action", "title"),
            ("Objet de la convention", "title"),
            ("Commune", "territory.name"),
            ("Nb hab.", "territory.population"),
            ("Budget (€ TTC)", "cost"),
            ("Coût\nHT", "cost"),
            ("€ HT", "cost"),
            ("Budget prévisionnel total € HT", "cost"),
            ("Durée (mois)", "dates.duration"),
            ("Chef·fe de projet", "team"),
            ("dateDebut", "dates.start"),
        ] {
            assert_eq!(heading(text).field.map(|field| field.key), Some(key), "{text}");
        }
        for text in [
            "",
            "Nom du bénéficiaire",
            "Montant demandé",
            "Remarques",
            "N°",
            "%",
            "Date de convention",
        ] {
            assert_eq!(heading(text).field.map(|field| field.key), None, "{text}");
        }
    }

    #[test]
    fn whatever_stands_beside_an_amount_has_the_unit_of_its_heading() {
        let heading = heading("Coût (k€ HT)");
        for beside in [
            "N",
            "environ N",
            "env. N",
            "~N",
            "~ N",
            "N env.",
            "N environ",
            "N (estimé)",
            "N facturé",
            "N valorisé",
            "N budget",
            "budget N",
            "facturé : N",
            "N HT environ",
            "N, estimé",
            "Total : N",
        ] {
            for number in ["12", "12,0", "12.0", "douze"] {
                let text = beside.replace('N', number);
                let cost = money::parse(&heading.value(&text)).whole();
                let cost = cost.map(|cost| (cost.amount, cost.tax));
                let is_free = number == "douze" && !matches!(beside, "N" | "environ N");
                let expected = Some((Some(Decimal::from(12_000)), Some(Tax::Ht)));
                assert!(cost == expected || is_free && cost.is_none(), "{text}: {cost:?}");
            }
        }
    }

    #[test]
    fn a_value_has_what_its_heading_says_unless_it_says_so() {
        for (above, text, whole) in [
            ("Budget (€ TTC)", "12 750,50", "12 750,50 € TTC"),
            ("Budget prévisionnel € HT", "8000", "8000 € HT budget"),
            ("Coût (€ TTC)", "9 500 € HT", "9 500 € HT"),
            ("Coût k€ HT", "15", "15 k€ HT"),
            ("Coût HT", "à définir", "à définir"),
            ("Coût HT", "gratuit", "gratuit"),
            ("Coût (k€ HT)", "environ 12", "environ 12 k€ HT"),
            ("Coût (k€ HT)", "12 env.", "12 k€ env. HT"),
            ("Coût (k€ HT)", "12,5 budget", "12,5 k€ budget HT"),
            ("Coût (k€ HT)", "12 (estimé)", "12 k€ (estimé) HT"),
            ("Coût (k€ HT)", "12 TTC", "12 k€ TTC"),
            ("Coût (k€ HT)", "12 jours", "12 jours"),
            ("Coût (k€ HT)", "9 500 CHF", "9 500 CHF HT"),
            ("Coût (k€ HT)", "douze", "douze k€ HT"),
            ("Coût HT", "environ 9 500", "environ 9 500 HT"),
            ("Temps passé (jours)", "environ 12", "environ 12 jours"),
            ("Temps passé (jours)", "12 €", "12 €"),
            ("Temps passé (jours)", "12 ou 14", "12 ou 14"),
            ("Temps passé (jours)", "douze", "douze"),
            ("Durée (mois)", "9", "9 mois"),
            ("Durée (mois)", "2 ans", "2 ans"),
            ("Habitants (milliers)", "3", "3"),
            ("Début", "été 2022\nou automne", "été 2022 ou automne"),
            ("Coût", "900 €\nHT", "900 €\nHT"),
        ] {
            assert_eq!(heading(above).value(text), whole, "{above}: {text}");
        }
    }
}
