//! Whose collection it is: a name, or a name with what dresses its pages.

use crate::config::items::{UnknownWord, unknown};
use crate::config::setting::{ORGANISATION, keys};
use crate::finding::{Finding, Severity};
use crate::lang::phrase;
use crate::sheet::codes::BAD_CHOICE;
use crate::sheet::decode::{Decoder, Members};
use crate::text::path::leaves;
use crate::value::colour::{Colour, LEAST_CONTRAST};
use crate::yaml::node::Node;

/// What dresses the pages of an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageDress {
    pub colour: Option<Colour>,
    /// The path of a picture, from the folder of `sheet.yaml`.
    pub logo: Option<String>,
}

/// The name of the organisation, and what dresses its pages.
pub(super) fn organisation(
    node: &Node,
    decoder: &mut Decoder,
    reported: &mut Vec<Finding>,
) -> (Option<String>, PageDress) {
    let Some(pair) = node.pair("organisation") else {
        return Default::default();
    };
    if pair.value.pairs().is_empty() {
        return (decoder.text(&Members::of(node), "organisation"), PageDress::default());
    }
    let at = &pair.value;
    let known = keys(&ORGANISATION);
    let others = at.pairs().iter().filter(|pair| !known.contains(&pair.key.as_ref()));
    reported
        .extend(others.map(|pair| unknown(pair.key_span, &pair.key, &known, UnknownWord::Setting)));
    let dress = PageDress { colour: colour(at, reported), logo: logo(at, decoder, reported) };
    (decoder.text(&Members::of(at), "name"), dress)
}

/// The path of the logo, which leads nowhere but into the folder of `sheet.yaml`.
fn logo(at: &Node, decoder: &mut Decoder, reported: &mut Vec<Finding>) -> Option<String> {
    let path = decoder.text(&Members::of(at), "logo")?;
    if !leaves(&path) {
        return Some(path);
    }
    let span = at.pair("logo").map_or(at.span, |pair| pair.value.span);
    let label = phrase!("path outside the collection", "chemin hors de la collection");
    let help = phrase!("put the picture beside sheet.yaml", "placez l'image à côté de sheet.yaml",);
    reported.push(Finding::new(&BAD_CHOICE, span, label).with_help(help));
    None
}

fn colour(at: &Node, reported: &mut Vec<Finding>) -> Option<Colour> {
    let pair = at.pair("colour")?;
    let (text, span) = (pair.value.text().unwrap_or_default(), pair.value.span);
    let Some(colour) = Colour::parse(text) else {
        let label = phrase!("not a colour", "pas une couleur");
        let help = phrase!(
            "write it as pages do, in quotation marks: \"#0b6558\"",
            "écrivez-la comme dans une page web, entre guillemets : \"#0b6558\"",
        );
        reported.push(Finding::new(&BAD_CHOICE, span, label).with_help(help));
        return None;
    };
    if colour.contrast(Colour::WHITE) < LEAST_CONTRAST {
        let label =
            phrase!("too light to be read on white", "trop claire pour être lue sur du blanc");
        let darker = colour.readable_on(Colour::WHITE);
        let help = phrase!(
            "pages use a darker one: \"{darker}\"",
            "les pages en emploient une plus foncée : \"{darker}\"",
            darker,
        );
        let finding = Finding::new(&BAD_CHOICE, span, label).with_help(help);
        reported.push(Finding { severity: Severity::Hint, ..finding });
    }
    Some(colour)
}
