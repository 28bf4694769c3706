//! Lines within a section that read like the heading of another, though no label is known by
//! their words.

use crate::import::page::foot::is_button;
use crate::import::page::lines::{Line, ends_a_sentence};
use crate::import::page::sections::Section;
use crate::import::page::speakers::is_speaker;
use crate::import::page::team::Team;
use crate::import::page::vocabulary::Content;
use crate::sheet::shape::Shape;
use crate::text::fold::name_key;
use crate::value::bullets::strip_mark;
use crate::value::list::judge::says_none;
use crate::value::list::words;

/// The lines of a section that may be headings; `team` are the names that are known.
pub(super) fn headings<'a>(section: &Section<'a>, team: &Team) -> Vec<Line<'a>> {
    if section.content() == Content::Nothing || !section.is_prose() && !section.is_list() {
        return Vec::new();
    }
    let lines: Vec<Stretch> = stretches(section);
    // Where a blank line stands above each, it tells nothing.
    let spaced = lines.iter().skip(1).all(|line| line.after_blank);
    let mut marked = false;
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let text = line.line.text;
        let above = index.checked_sub(1).map(|above| lines[above].line.text);
        let place = Place {
            above,
            below: lines.get(index + 1).map(|below| below.line.text),
            apart: line.after_blank && !spaced,
            marked,
        };
        marked |= strip_mark(text).is_some();
        let speaks = || matches!(section.shape(), Some(Shape::Words)) && is_speaker(text, team);
        if may_be_heading(text) && opens(text, section, &place) && !speaks() {
            found.push(line.line);
        }
    }
    found
}

/// A line with something on it.
struct Stretch<'a> {
    line: Line<'a>,
    after_blank: bool,
}

fn stretches<'a>(section: &Section<'a>) -> Vec<Stretch<'a>> {
    let mut after_blank = false;
    let mut stretches = Vec::new();
    for line in &section.lines {
        if !line.is_blank() {
            stretches.push(Stretch { line: line.trimmed(), after_blank });
        }
        after_blank = line.is_blank();
    }
    stretches
}

/// Where a line stands.
struct Place<'a> {
    above: Option<&'a str>,
    below: Option<&'a str>,
    /// Whether a blank line parts it from what stands above.
    apart: bool,
    /// Whether items with marks stand above.
    marked: bool,
}

/// Whether a line reads like a heading: short, with a capital, and no sentence.
fn may_be_heading(line: &str) -> bool {
    let bare = bold(line).unwrap_or(line).trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']);
    let first = bare.split([' ', '\'', '’', '\u{a0}']).next().unwrap_or(bare);
    bare.len() <= MAX_LENGTH
        && bare.split_whitespace().count() <= 6
        && bare.starts_with(char::is_uppercase)
        && bare.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && !bare.contains([':', ',', ';', '@', '"', '«'])
        && (!SUBJECTS.contains(&name_key(first).as_str()) || is_clause(bare))
        && !is_button(bare)
}

/// No heading is longer, in bytes.
const MAX_LENGTH: usize = 64;

/// What begins a sentence, as [`name_key`] folds it.
const SUBJECTS: [&str; 16] = [
    "il", "elle", "on", "nous", "vous", "ils", "elles", "je", "j", "c", "ce", "we", "it", "they",
    "i", "you",
];

/// Whether a line names something by what is so of it: `Ce qui a été difficile`.
fn is_clause(line: &str) -> bool {
    let folded = name_key(line);
    ["ce qui ", "ce que ", "ce qu'", "ce dont "].iter().any(|begins| folded.starts_with(begins))
}

/// What a line in bold is.
fn bold(line: &str) -> Option<&str> {
    ["**", "__"].iter().find_map(|mark| line.strip_prefix(mark)?.strip_suffix(mark))
}

/// Whether something else than what stands above begins with a heading here.
fn opens(line: &str, section: &Section, place: &Place) -> bool {
    if bold(line).is_some() {
        return !section.is_people();
    }
    let (Some(above), Some(below)) = (place.above, place.below) else {
        return false;
    };
    let bare = line.trim_end_matches([':', ' ', '\u{a0}']);
    if section.is_people() && (line.ends_with(':') || words::is_organisation(bare)) {
        return false;
    }
    if place.marked {
        // A line that goes on with an item does so because the item was long.
        return place.apart || ends_a_sentence(above) || above.chars().count() < 60;
    }
    if says_none(above) || section.is_list() && is_clause(bare) {
        return true;
    }
    if section.is_prose() {
        // Of those who end no sentence, a line of many words is one.
        let above_ends = ends_a_sentence(above) || is_long(above) && !may_be_heading(below);
        return place.apart || above_ends && (is_text(below) || !ends_a_sentence(above));
    }
    // The one with a capital among others is no item.
    let others = above.starts_with(char::is_lowercase) && below.starts_with(char::is_lowercase);
    others || is_sentence(below) && below.split(' ').count() >= 4
}

fn is_text(line: &str) -> bool {
    is_sentence(line) || strip_mark(line).is_some() || is_long(line)
}

fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…'])
}

fn is_long(line: &str) -> bool {
    line.split(' ').count() > 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::page::sections::pages;

    /// The lines of a page that are taken for headings.
    fn found(page: &str) -> Vec<String> {
        let team = Team::of(["Alix Durand"]);
        let pages = pages(page.lines());
        let sections = pages.iter().flat_map(|page| &page.sections);
        let lines = sections.flat_map(|section| headings(section, &team));
        lines.map(|line| line.text.to_owned()).collect()
    }

    #[test]
    fn a_heading_that_is_unknown_is_seen_in_every_section() {
        for section in [
            "Demande Client\nJouer dehors.\nH\nLes anciens restent chez eux.",
            "Demande Client\nJouer dehors\net parler.\n\nH\n\nLes anciens",
            "Demande Client\nJouer dehors.\nH :\n- les anciens",
            "Les pépites méthodo !\n- un\n- deux\nH\n- trois",
            "Les pépites méthodo !\nAller au marché.\nH\nLes anciens restent chez eux.",
            "Outils utilisés\n- forum\n- café\nH\n- les anciens",
            "Outils utilisés\nforum\ncafé\nH\nLes anciens restent chez eux.",
            "Le petit mot de chaque membre de l'équipe\nAlix : bien.\n\nH\nIl faut voir les anciens.",
            "Structures partenaires\nCAF\nH\nLes anciens restent chez eux.",
            "Demande Client\nLe bourg se vide et personne ne vient\nH\nle bruit, la pluie",
            "Demande Client\nParler.\n\nH\n\nUn second bal.",
            "Outils utilisés\nforum ouvert\nH\nle bruit",
            "Difficultés\nAucune\nH\nle bruit",
            "Demande Client\n**H**\nLes anciens restent chez eux.",
        ] {
            for heading in ["Points de vigilance", "Remerciements", "Ce que nous referions"] {
                let page = format!("F\nNom du territoire\nOie\n{}", section.replace('H', heading));
                let seen = found(&page);
                assert!(seen.len() == 1 && seen[0].contains(heading), "{page}: {seen:?}");
            }
        }
    }

    #[test]
    fn a_clause_among_items_is_a_heading() {
        let page =
            "F\nNom du territoire\nOie\nDifficultés\nLe bruit\nCe que nous referions\nLa balade";
        assert_eq!(found(page), ["Ce que nous referions"]);
    }

    #[test]
    fn a_name_that_is_no_member_s_is_seen_above_a_word() {
        let page = "F\nNom du territoire\nOie\nLe petit mot de chaque membre de l'équipe\n\
                    Alix Durand\nUne belle saison.\nZoé Blanc\nÀ refaire.";
        assert_eq!(found(page), ["Zoé Blanc"]);
    }

    #[test]
    fn a_line_of_a_text_or_a_list_is_none() {
        for section in [
            "Demande Client\nTrois étapes\nDiagnostic\nAteliers",
            "Demande Client\nLa rue est\nGrande\net vide.",
            "Demande Client\nNous avons fait trois choses cette année\nDiagnostic\nAteliers\nBilan",
            "Demande Client\nParler.\nNous voulions :\n- un",
            "Outils utilisés\nForum ouvert\n\nPorte à porte\n\nPaperboard",
            "Outils utilisés\nForum ouvert\nPorte à porte\nPaperboard",
            "Structures partenaires\n- CAF\n- Ville d'Oie\n- Habitat 74",
            "Le petit mot de chaque membre de l'équipe\nAlix Durand\nUne belle année.",
            "Personnes qui ont travaillé sur ce projet\nMairie :\n- Sam\nAssociation Oie\n- Lou",
        ] {
            let page = format!("F\nNom du territoire\nOie\n{section}");
            assert_eq!(found(&page), Vec::<String>::new(), "{page}");
        }
    }
}
