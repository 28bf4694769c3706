//! Puts the page together: its sheets, its facets, its words, and the policy over its bytes. With
//! the other pages it is the door of `askama`.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use askama::Template;

use crate::config::Config;
use crate::export::dress::Dress;
use crate::export::frame::Frame;
use crate::export::page::facets::{Facet, facets};
use crate::export::page::sheet::SheetView;
use crate::export::page::words::Words;
use crate::lang::{Phrase, phrase, plural, text};
use crate::sheet::Sheet;
use crate::text::fold::sort_key;

const STYLE: &str = concat!(include_str!("../base.css"), include_str!("page.css"));
const SCRIPT: &str = include_str!("page.js");

#[derive(Template)]
#[template(path = "page/page.html", config = "src/export/askama.toml")]
struct Page<'a> {
    frame: Frame<'a>,
    words: Words,
    lead: String,
    facets: Vec<Facet>,
    sheets: Vec<SheetView<'a>>,
    has_days: bool,
    has_points: bool,
}

/// The page of these sheets, the latest first.
///
/// # Errors
/// Where the template cannot be written out.
pub(in crate::export) fn render(
    sheets: &[&Sheet],
    config: &Config,
    dress: &Dress,
) -> askama::Result<String> {
    let mut sheets = sheets.to_vec();
    sheets.sort_by_cached_key(|sheet| (Reverse(sheet.period().last()), sort_key(sheet.name())));
    let lang = dress.lang;
    let titles: HashMap<&str, &str> =
        sheets.iter().map(|sheet| (sheet.id.as_str(), sheet.name())).collect();
    let (facets, values) = facets(&sheets, config, lang);
    let views = sheets.iter().copied().zip(&values);
    let views = views.map(|(sheet, values)| SheetView::of(sheet, values, &titles, lang));
    let views: Vec<SheetView> = views.collect();
    let page = Page {
        frame: Frame::of("html", STYLE, SCRIPT, dress),
        words: Words(lang),
        lead: lead(&sheets).get(lang).to_owned(),
        facets,
        has_days: views.iter().any(|view| view.days.is_some()),
        has_points: views.iter().any(|view| view.point.is_some()),
        sheets: views,
    };
    page.render()
}

const PROJECT: plural::Noun =
    plural::Noun::new(text!("project", "projet"), text!("projects", "projets"));
const REACHED: plural::Noun = plural::Noun::new(
    text!("person reached", "personne rencontrée"),
    text!("people reached", "personnes rencontrées"),
);
const PLACE: plural::Noun =
    plural::Noun::new(text!("territory", "territoire"), text!("territories", "territoires"));

/// What the sheets are in one sentence.
fn lead(sheets: &[&Sheet]) -> Phrase {
    let territories: HashSet<&str> =
        sheets.iter().filter_map(|sheet| sheet.territory.name.as_deref()).collect();
    let reached: u64 = sheets.iter().filter_map(|sheet| sheet.participation.reached).sum();
    let lessons = sheets.iter().map(|sheet| sheet.lessons.all().count()).sum();
    let years = || sheets.iter().flat_map(|sheet| sheet.period().years());
    let from_to = years().min().zip(years().max());
    let when = match from_to {
        None => Phrase::default(),
        Some((from, to)) if from == to => phrase!(", in {from}", ", en {from}", from),
        Some((from, to)) => phrase!(", from {from} to {to}", ", de {from} à {to}", from, to),
    };
    let met = match reached {
        0 => Phrase::default(),
        _ => phrase!("{reached}, ", "{reached}, ", reached = REACHED.phrase(reached as usize)),
    };
    phrase!(
        "{projects} in {territories}{when}: {met}{learnt}.",
        "{projects} dans {territories}{when} : {met}{learnt}.",
        projects = PROJECT.phrase(sheets.len()),
        territories = PLACE.phrase(territories.len()),
        when,
        met,
        learnt = plural::LESSON.phrase(lessons),
    )
}
