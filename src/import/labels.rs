//! Which lines of a text are labels of the wiki's page.

use crate::sheet::wiki_labels::{LABELS, LabelContent};
use crate::text::fold::name_key;

/// A line that is a label: which, and what stands behind it on the same line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundLabel {
    /// The index of the line.
    pub line: usize,
    /// The index of the label.
    pub label: usize,
    /// Where in the line, in bytes, the value begins; `None` where nothing follows.
    pub value: Option<usize>,
}

/// Finds which lines are labels. Labels only come in their order, and any may be missing: of all
/// ways to see labels in the text, the one with the most, so that a sentence that begins with a
/// label's word costs none of the real ones.
pub(super) fn find(lines: &[&str]) -> Vec<FoundLabel> {
    // For each label the best chain that ends with it: its weight, and its last link.
    let mut best: Vec<Option<(u32, usize)>> = vec![None; LABELS.len()];
    let mut links: Vec<(FoundLabel, Option<usize>)> = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        for (weight, found) in candidates(line, text) {
            let before = best[..found.label]
                .iter()
                .flatten()
                .max_by_key(|(weight, link)| (*weight, usize::MAX - link));
            let (weight, previous) = match before {
                Some((sum, link)) => (sum + weight, Some(*link)),
                None => (weight, None),
            };
            let label = found.label;
            if best[label].is_none_or(|(known, _)| weight > known) {
                best[label] = Some((weight, links.len()));
                links.push((found, previous));
            }
        }
    }
    let mut chain = Vec::new();
    let mut next = best
        .iter()
        .flatten()
        .max_by_key(|(weight, link)| (*weight, usize::MAX - link))
        .map(|(_, link)| *link);
    while let Some(link) = next {
        chain.push(links[link].0.clone());
        next = links[link].1;
    }
    chain.reverse();
    chain
}

/// The labels that a line may be, each with how sure that is.
fn candidates(line: usize, text: &str) -> Vec<(u32, FoundLabel)> {
    let mut candidates = Vec::new();
    if text.chars().count() > 2_000 {
        return candidates;
    }
    let folded = fold(text);
    let begins = name_key(text.trim_start_matches(MARKS));
    for (label, known) in LABELS.iter().enumerate() {
        let found = |value| FoundLabel { line, label, value };
        if known.names.iter().any(|name| is(&folded, name, text)) {
            candidates.push((4, found(None)));
        } else if known.holds != LabelContent::Nothing
            && let Some((value, colon)) =
                known.names.iter().find_map(|name| value_after_label(text, &begins, name))
        {
            let short = matches!(known.holds, LabelContent::Line | LabelContent::Names);
            match (colon, short) {
                (true, _) => candidates.push((3, found(Some(value)))),
                (false, true) => candidates.push((1, found(Some(value)))),
                (false, false) => {}
            }
        }
    }
    candidates
}

fn fold(text: &str) -> String {
    let folded = name_key(text);
    folded
        .trim_end_matches(['!', '?', ':', '*', ' '])
        .trim_start_matches(MARKS)
        .trim_end_matches('=')
        .trim()
        .to_owned()
}

/// Whether a whole line is a label, with whatever organisation's name.
fn is(folded: &str, name: &str, text: &str) -> bool {
    let Some(stem) = name.strip_suffix(" *") else {
        return folded == name;
    };
    let Some(organisation) = folded.strip_prefix(stem).map(str::trim) else {
        return false;
    };
    let words = organisation.split_whitespace().count();
    let capital = text.trim_end_matches(['!', '?', ':', '*', ' ']).split_whitespace().next_back();
    let capital = capital.is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
    organisation.is_empty() || words <= 3 && capital
}

/// Where the value begins behind a label at the beginning of a line, and whether a colon stands
/// between them. `folded` is the line folded, without the marks before it.
fn value_after_label(text: &str, folded: &str, name: &str) -> Option<(usize, bool)> {
    let varies = name.ends_with(" *");
    let name = name.trim_end_matches(" *");
    if !folded.starts_with(name) {
        return None;
    }
    let start = text.len() - text.trim_start_matches(MARKS).len();
    let line = &text[start..];
    let ends = line.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends
        .take_while(|end| *end <= name.len() * 3)
        .find(|end| name_key(&line[..*end]) == name)?;
    let rest = if varies { &line[line.find(':')?..] } else { &line[end..] };
    let marks = rest.trim_start_matches(['!', '?', '*', '=', ' ', '\u{a0}', '\u{202f}', '\t']);
    let colon = marks.starts_with(':');
    let value = marks.trim_start_matches([':', '*', ' ', '\u{a0}', '\u{202f}', '\t']);
    let apart = rest.starts_with(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    (apart && !value.is_empty()).then_some((text.len() - value.len(), colon))
}

/// Marks of the wiki's own language before a label: `======`, `**`.
const MARKS: [char; 4] = ['=', '*', '#', ' '];

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(usize, &'static str)> {
        let lines: Vec<&str> = text.lines().collect();
        find(&lines).into_iter().map(|found| (found.line, LABELS[found.label].key)).collect()
    }

    #[test]
    fn a_label_is_a_line_of_its_own_or_stands_before_its_value() {
        assert_eq!(
            keys("Titre\nNom du territoire\nX\nCoût : 5 €\nDuree 6 mois"),
            [(1, "territory.name"), (3, "cost"), (4, "dates.duration"),]
        );
        assert_eq!(
            keys("T\n**Nom du territoire** : X\nAvec quels membres de Machin ? : Alix"),
            [(1, "territory.name"), (2, "members"),]
        );
        assert_eq!(
            keys("Les pépites méthodo !\nAvec quels membres de Machin ?"),
            [(0, "lessons.nuggets"), (1, "members")]
        );
    }

    #[test]
    fn labels_only_come_in_their_order() {
        assert_eq!(
            keys("Coût\n5 €\nDemande Client\nAdresse aux habitants\nCoût\nProposition Machin"),
            [(0, "cost"), (2, "description.request"), (5, "description.proposal"),]
        );
    }

    #[test]
    fn a_sentence_that_begins_like_a_label_is_none() {
        let text = "Demande Client\nDocuments produits : aucun à ce jour\nProposition de valeur\nProposition Machin\nOutils utilisés dans ce projet\nLes pépites méthodo !\nDocuments produits sur ce projet, résultats/livrables";
        assert_eq!(
            keys(text),
            [
                (0, "description.request"),
                (3, "description.proposal"),
                (4, "tools"),
                (5, "lessons.nuggets"),
                (6, "documents"),
            ]
        );
    }
}
