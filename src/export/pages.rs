//! The pages as forms of an export: which of them is asked for, and what their readers find in them.

use anyhow::Result;

use crate::export::dress::Dress;
use crate::export::export_format::{ExportOptions, Made, PageSort};
use crate::export::texts;
use crate::export::{book, debrief, form, page};
use crate::lang::{Phrase, Text, number, phrase, plural};
use crate::sheet::Sheet;
use crate::sheet::fields::FIELDS;
use crate::sheet::questions;
use crate::sheet::rev::Exported;

/// More sheets than this make a page that is slow to open.
const MOST: usize = 2_000;

/// The page that is asked for.
pub(super) fn html(sheets: &[Exported], options: &ExportOptions) -> Result<Made> {
    let (readable, dress) = (readable(sheets), dress(options));
    let made = match options.page {
        PageSort::Portfolio => page::render(&readable, options.config, &dress)?,
        PageSort::Lessons => book::render(&readable, options.config, &dress)?,
    };
    let remark = (sheets.len() > MOST).then(|| slow(sheets.len(), made.len()));
    Ok(Made { bytes: made.into_bytes(), remarks: remark.into_iter().collect() })
}

/// The form, for a new sheet or for the rest of one.
pub(super) fn form(sheets: &[Exported], options: &ExportOptions) -> Result<Made> {
    let made = form::render(&readable(sheets), options.of, options.question, &dress(options))?;
    Ok(Made { bytes: made.into_bytes(), remarks: Vec::new() })
}

/// Every text in a page of ours that comes from sheets.
pub fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    let words =
        [page::Words::ALL, book::Words::ALL, form::Words::ALL, debrief::Words::ALL].concat();
    let labels = FIELDS.iter().map(|field| field.label);
    let groups = questions::all().into_iter().map(|question| question.group);
    let own: Vec<Text> = words.into_iter().chain(labels).chain(groups).collect();
    texts::texts(&String::from_utf8_lossy(bytes), &own, give);
}

fn readable(sheets: &[Exported]) -> Vec<&Sheet> {
    sheets.iter().map(|exported| &exported.sheet).collect()
}

fn dress(options: &ExportOptions) -> Dress {
    Dress {
        lang: options.lang,
        organisation: options.organisation.map(str::to_owned),
        colour: options.config.dress.colour,
        logo: options.logo.to_owned(),
    }
}

fn slow(sheets: usize, bytes: usize) -> Phrase {
    let size = Phrase::per_lang(|lang| number::integer((bytes / 1_000_000) as u64, lang));
    phrase!(
        "a page of {sheets} and {size} MB is slow to open; choose some with a query: sheet export \
         --format html -o FILE year:2023",
        "une page de {sheets} et {size} Mo est lente à ouvrir ; choisissez-en avec une requête : \
         sheet export --format html -o FICHIER year:2023",
        sheets = plural::SHEET.phrase(sheets),
        size,
    )
}
