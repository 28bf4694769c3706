//! The words of a section, each with who said it.

use crate::import::page::items::Marks;
use crate::import::page::lines::Line;
use crate::import::page::team::Team;
use crate::lang::choice;
use crate::value::lesson::is_name;
use crate::value::person::stands_for_name;
use crate::value::quantity::strip_any;
use crate::value::speaker::Speaker;

/// What somebody said.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Said {
    pub who: Who,
    pub text: String,
}

/// Who speaks.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Who {
    pub name: Option<String>,
    /// As what: `habitant`.
    pub role: Option<Speaker>,
    /// What else is said of them, for which a word has no place.
    pub aside: Option<String>,
}

/// Reads the words of a section; `team` are the names that are known.
pub(super) fn words<'a>(section: &[Line<'a>], team: &Team) -> Vec<(Line<'a>, Said)> {
    let mut words: Vec<(Line, Said)> = Vec::new();
    let (mut marks, mut indent) = (Marks::default(), None);
    let (mut blank, mut under_name) = (false, false);
    for line in section {
        if line.is_blank() {
            blank = true;
            continue;
        }
        let own = line.text.len() - line.text.trim_start().len();
        let found = marks.strip(line.trimmed());
        let nested = found.is_some() && indent.is_some_and(|indent| own > indent);
        let first = found.unwrap_or(line.trimmed());
        let speaker = if nested { None } else { speaker(first.text, team) };
        let begins = speaker.is_some() || found.is_some() && !nested && !under_name;
        match words.last_mut() {
            Some((_, last)) if !begins => {
                last.text += match (last.text.is_empty(), blank, found) {
                    (true, ..) => "",
                    (_, true, _) => "\n\n",
                    (_, _, Some(_)) => "\n- ",
                    _ => " ",
                };
                last.text += first.text;
            }
            _ => {
                indent = indent.or(found.map(|_| own));
                let (who, text) = speaker.unwrap_or((Who::default(), first.text));
                under_name = text.is_empty();
                words.push((first, Said { who, text: text.to_owned() }));
            }
        }
        blank = false;
    }
    words
}

/// Whether a line says who speaks.
pub(super) fn is_speaker(line: &str, team: &Team) -> bool {
    speaker(line, team).is_some()
}

/// Who speaks in a line, and what; nothing is said where the line is a name alone.
fn speaker<'t>(line: &'t str, team: &Team) -> Option<(Who, &'t str)> {
    let known = |name: &str| team.knows(name);
    if let Some((name, said)) = line.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
        let said = said.trim_start_matches([':', ' ', '\u{a0}', '\u{202f}', '–', '-']);
        return Some((who(name.trim_end_matches([':', ' ', '\u{a0}']), team)?, said));
    }
    let bare = line.trim_end_matches([':', ' ', '\u{a0}', '.', ',']);
    if known(bare) {
        return Some((Who { name: Some(bare.to_owned()), ..Who::default() }, ""));
    }
    if let Some((head, said)) = line.split_once(':').filter(|(_, said)| !said.starts_with("//"))
        && let Some(who) = who(head, team)
    {
        return Some((who, said.trim()));
    }
    let dash = [" - ", " – ", " — "].iter().find_map(|dash| line.split_once(dash));
    if let Some((name, said)) = dash.filter(|(name, _)| known(name.trim())) {
        return Some((Who { name: Some(name.trim().to_owned()), ..Who::default() }, said.trim()));
    }
    let behind = line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
    let behind = behind.or_else(|| [" — ", " – "].iter().find_map(|dash| line.rsplit_once(dash)));
    let (said, name) = behind.filter(|(_, name)| known(name.trim()))?;
    Some((Who { name: Some(name.trim().to_owned()), ..Who::default() }, said.trim()))
}

/// Who stands before a colon; nobody where it is no name.
fn who(head: &str, team: &Team) -> Option<Who> {
    let head = head.trim_matches(['*', '_', ' ', '\u{a0}', '\u{202f}']);
    let beside = head.strip_suffix(')').and_then(|head| head.split_once('('));
    let beside = beside.or_else(|| head.split_once(',').filter(|(_, role)| is_short(role)));
    let (name, aside) = beside.map_or((head, None), |(name, aside)| (name, Some(aside.trim())));
    let name = without_joint(name.trim(), team);
    if !can_speak(name, team) {
        return None;
    }
    let role = aside.and_then(choice::parse::<Speaker>);
    let aside = aside.filter(|_| role.is_none()).map(str::to_owned);
    Some(Who { name: Some(name.to_owned()), role, aside })
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= 3
}

/// What stands before the name of who speaks.
const JOINTS: [&str; 14] = [
    "le petit mot de ",
    "le petit mot d'",
    "petit mot de ",
    "petit mot d'",
    "le mot de ",
    "le mot d'",
    "mot de ",
    "mot d'",
    "de ",
    "d'",
    "par ",
    "selon ",
    "pour ",
    "from ",
];

/// `Le mot d'Alix` → `Alix`, but not of a name that is known so.
fn without_joint<'t>(head: &'t str, team: &Team) -> &'t str {
    if team.knows(head) {
        return head;
    }
    strip_any(head, &JOINTS).filter(|name| !name.is_empty()).unwrap_or(head)
}

/// Whether somebody can be called so: by a name, or as one of a group or a body.
fn can_speak(name: &str, team: &Team) -> bool {
    let is_group =
        || is_short(name) && stands_for_name(name) && name.starts_with(char::is_uppercase);
    is_name(name) || team.knows(name) || is_group()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(String, String)> {
        let team = Team::of(["Alix Durand", "Sam Petit"]);
        let lines: Vec<Line> =
            text.lines().map(|text| Line { number: 1, column: 0, text }).collect();
        let words = words(&lines, &team).into_iter();
        words.map(|(_, said)| (said.who.name.unwrap_or_default(), said.text)).collect()
    }

    #[test]
    fn speakers_are_seen_in_all_their_forms() {
        for (text, who, word) in [
            ("Alix : bien : oui", "Alix", "bien : oui"),
            ("- **Alix** bien", "Alix", "bien"),
            ("**Robin Roy :** bien", "Robin Roy", "bien"),
            ("De Maude : bien", "Maude", "bien"),
            ("Le mot d’Olive : bien", "Olive", "bien"),
            ("L'équipe : bravo", "L'équipe", "bravo"),
            ("Alix – bien", "Alix", "bien"),
            ("« Bien » (Sam)", "Sam", "« Bien »"),
            ("Alix Durand, animatrice : bien", "Alix Durand", "bien"),
            ("sam : bien", "sam", "bien"),
            ("Le bilan est clair : bien", "", "Le bilan est clair : bien"),
            ("**Bravo !** bien", "", "**Bravo !** bien"),
        ] {
            assert_eq!(said(text), [(who.to_owned(), word.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_joint_before_a_name_is_no_part_of_it_however_it_is_spelt() {
        for joint in JOINTS {
            for spelt in [joint.to_owned(), joint.to_uppercase(), joint.replace('\'', "’")] {
                let text = format!("{spelt}Maude : bien");
                assert_eq!(said(&text), [("Maude".to_owned(), "bien".to_owned())], "{text}");
            }
        }
    }

    #[test]
    fn a_line_without_a_speaker_goes_on_and_an_item_does_not() {
        let pairs = |text| said(text).into_iter().map(|(who, _)| who).collect::<Vec<_>>();
        assert_eq!(pairs("Alix : bien\nvraiment\nSam : oui"), ["Alix", "Sam"]);
        assert_eq!(pairs("- Alix : bien\n- vraiment"), ["Alix", ""]);
        assert_eq!(pairs("Alix Durand\nBien.\nSam\nOui."), ["Alix Durand", "Sam"]);
        assert_eq!(pairs("**Alix**\n- bien\n- vraiment"), ["Alix"]);
    }
}
