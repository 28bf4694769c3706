//! What stands above a column: words, and what holds for every amount or time below them.

use crate::import::page::labelled;
use crate::import::spreadsheet::layout::units::{self, Sort, Unit};
use crate::import::spreadsheet::layout::words::{COLUMN_WORDS, Rank};
use crate::import::table::{Column, Sureness, Target};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::text::fold::{composed, name_key, search_key};

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
    units: Vec<Unit>,
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
    let mut units: Vec<Unit> = Vec::new();
    for word in spaced.split([' ', '(', ')', '[', ']', ',', '/']).filter(|word| !word.is_empty()) {
        let key = name_key(word);
        let unit = Unit::named(&key);
        units.extend(unit.filter(|unit| units.iter().all(|known| known.sort != unit.sort)));
        if unit.is_none_or(|unit| unit.sort == Sort::Basis) {
            words.push(word);
        }
    }
    units.sort_by_key(|unit| unit.sort);
    if words.is_empty() && units.iter().any(|unit| unit.sort == Sort::Currency) {
        words.push("Coût");
    }
    let named = named(&shown).or_else(|| named(&words.join(" "))).or_else(|| {
        let fewer: Vec<&str> = words.iter().copied().filter(|word| !is_which(word)).collect();
        let found = named(&fewer.join(" ")).filter(|_| !fewer.is_empty());
        found.filter(|(field, _)| matches!(field.shape, Shape::Cost))
    });
    let field = named.map(|(field, _)| field);
    units.retain(|unit| field.is_some_and(|field| unit.fits(field.shape)));
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
        let out = match self.field {
            Some(field) if is_of_one_line(field) => {
                text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
            }
            _ => text.trim_end().to_owned(),
        };
        match self.field {
            Some(field) if !self.units.is_empty() => units::put(&self.units, out, field.shape),
            _ => out,
        }
    }
}

fn is_of_one_line(field: &Field) -> bool {
    !field.shape.is_list() && !matches!(field.shape, Shape::Prose | Shape::Cost | Shape::Effort)
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
