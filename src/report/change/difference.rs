//! Which values of a sheet are not what they were, and how that is said.

use std::collections::{HashMap, HashSet};

use crate::lang::{Lang, Phrase, phrase, text};
use crate::sheet::Sheet;
use crate::sheet::canonical::is_below;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::fields::write_command::{self, BLANK};
use crate::text::clip::clip;
use crate::tree::Tree;
use crate::value::any::Value;

/// A value that is not what it was, or was doubtful and no longer is, or the other way round.
pub(super) struct Difference<'a> {
    pub key: String,
    label: Phrase,
    field: Option<&'static Field>,
    pub before: Value<'a>,
    pub after: Value<'a>,
    /// Which of them was read with a doubt.
    doubtful: [bool; 2],
}

/// The longest words of a value on a line, in characters.
const MAX_LENGTH: usize = 72;

/// Every value that differs between two sheets: the fields in their order, then the other keys.
pub(super) fn differences<'a>(before: &'a Sheet, after: &'a Sheet) -> Vec<Difference<'a>> {
    let mut all = Vec::new();
    for field in fields::written() {
        let (mut one, mut other) = (field.stored(before), field.stored(after));
        if one.is_missing() {
            one = unread(before, field.key);
        }
        if other.is_missing() {
            other = unread(after, field.key);
        }
        all.push(Difference {
            key: field.key.to_owned(),
            label: field.label.into(),
            field: Some(field),
            before: one,
            after: other,
            doubtful: [before, after].map(|sheet| is_doubtful(sheet, field.key)),
        });
    }
    for (one, other, group) in
        [(&before.own, &after.own, ""), (&before.extra, &after.extra, "extra.")]
    {
        let values = |pairs: &'a [(String, Tree)]| -> HashMap<&'a str, &'a Tree> {
            pairs.iter().map(|(key, value)| (key.as_str(), value)).collect()
        };
        let (old, new) = (values(one), values(other));
        let came = other.iter().filter(|(key, _)| !old.contains_key(key.as_str()));
        for (key, _) in one.iter().chain(came) {
            let (was, is) = (old.get(key.as_str()), new.get(key.as_str()));
            if was != is {
                all.push(Difference {
                    key: format!("{group}{key}"),
                    label: Phrase::untranslated(key),
                    field: None,
                    before: was.map_or(Value::Missing, |tree| Value::of_tree(tree)),
                    after: is.map_or(Value::Missing, |tree| Value::of_tree(tree)),
                    doubtful: [false; 2],
                });
            }
        }
    }
    all.retain(|difference| {
        let [was, is] = difference.doubtful;
        was != is || difference.before.tree() != difference.after.tree()
    });
    all
}

/// Whether something at a key or below was read with a doubt.
fn is_doubtful(sheet: &Sheet, key: &str) -> bool {
    sheet.uncertain.iter().any(|path| is_below(path, key))
}

/// What is written below a key and could not be read.
fn unread<'a>(sheet: &'a Sheet, key: &str) -> Value<'a> {
    let found = sheet.unread.iter().find(|unread| is_below(&unread.key, key));
    found.map_or(Value::Missing, |unread| Value::of_tree(&unread.value))
}

impl Difference<'_> {
    pub(super) fn words(&self, id: &str, lang: Lang) -> String {
        let label = self.label.get(lang);
        let short = |value: &Value| match value {
            Value::List(_) => shortened(&value.echo(lang)),
            value => shortened(&value.summary(lang)),
        };
        let doubted = |value: &Value, is_doubtful: bool| match (short(value), is_doubtful) {
            (words, false) => words,
            (words, true) => {
                phrase!("{words} (uncertain)", "{words} (incertain)", words).get(lang).to_owned()
            }
        };
        let message = match (&self.before, &self.after) {
            (before, after) if before.tree() == after.tree() => {
                let [was, is] = self.doubtful;
                format!("{} → {}", doubted(before, was), doubted(after, is))
            }
            (Value::Missing, after) => short(after),
            (before, Value::Missing) => {
                let removed = text!("(none)", "(sans valeur)").get(lang);
                format!("{} → {removed}", short(before))
            }
            (Value::List(before), Value::List(after)) => self.listed(before, after, id, lang),
            (before, after) => {
                let (was, is) = apart(before, after, lang);
                // What the words do not say is said by its members.
                let members = changed_members(before, after, was == is, lang);
                let behind =
                    if members.is_empty() { String::new() } else { format!(", {members}") };
                format!("{was} → {is}{behind}")
            }
        };
        phrase!("{label}: {message}", "{label} : {message}", label, message).get(lang).to_owned()
    }

    /// What of a list came and went.
    fn listed(&self, before: &[Value], after: &[Value], id: &str, lang: Lang) -> String {
        let trees = |list: &[Value]| list.iter().map(Value::tree).collect::<HashSet<Tree>>();
        let (old, now) = (trees(before), trees(after));
        let gone: Vec<&Value> = before.iter().filter(|one| !now.contains(&one.tree())).collect();
        let new: Vec<&Value> = after.iter().filter(|one| !old.contains(&one.tree())).collect();
        let words = |values: &[&Value]| {
            let words: Vec<String> = values.iter().map(|value| value.summary(lang)).collect();
            shortened(&words.join(" · "))
        };
        // Other places, or the same more than once.
        if gone.is_empty() && (new.is_empty() || after.len() != before.len() + new.len()) {
            let all = |values: &[Value]| words(&values.iter().collect::<Vec<_>>());
            return format!("{} → {}", all(before), all(after));
        }
        // Of the same items, other parts are not what they were.
        let same = |(one, other): (&&Value, &&Value)| one.summary(lang) == other.summary(lang);
        if gone.len() == new.len() && gone.iter().zip(&new).all(same) {
            let words = gone.iter().zip(&new).map(|(old, new)| {
                let (was, is) = (old.details(lang), new.details(lang));
                match changed_members(old, new, was == is, lang) {
                    members if members.is_empty() => is,
                    members => format!("{is} ({members})"),
                }
            });
            return shortened(&words.collect::<Vec<_>>().join(" · "));
        }
        if gone.is_empty() {
            return format!("+ {}", words(&new));
        }
        if new.is_empty() {
            return format!("− {}", words(&gone));
        }
        if before.len() == after.len() {
            return format!("{} → {}", words(&gone), words(&new));
        }
        let (was, is, words) = (before.len(), after.len(), words(&new));
        let message = phrase!(
            "{was} before, {is} now ({words})",
            "{is} à la place de {was} ({words})",
            was,
            is,
            words,
        );
        let added = self.field.and_then(|field| write_command::add(id, field, BLANK, lang));
        let message = match added {
            Some(command) => phrase!(
                "{message}; to add instead of replacing: {command}",
                "{message} ; pour ajouter sans remplacer : {command}",
                message,
                command,
            ),
            None => message,
        };
        message.get(lang).to_owned()
    }
}

/// The words of a value before and after; of long texts that begin alike, from where they differ.
fn apart(before: &Value, after: &Value, lang: Lang) -> (String, String) {
    let (was, is) = (before.summary(lang), after.summary(lang));
    let (short, other) = (shortened(&was), shortened(&is));
    if short != other || !matches!(before, Value::Text(_)) {
        return (short, other);
    }
    let words = was.split_whitespace().zip(is.split_whitespace());
    let same = words.take_while(|(one, other)| one == other).count();
    let rest = |text: &str| {
        let rest: Vec<&str> = text.split_whitespace().skip(same).collect();
        format!("… {}", shortened(&rest.join(" ")))
    };
    (rest(&was), rest(&is))
}

/// The members that a value had and has no more; with `all`, those that came or changed, too.
fn changed_members(before: &Value, after: &Value, all: bool, lang: Lang) -> String {
    let (Tree::Map(old), Tree::Map(new)) = (before.tree(), after.tree()) else {
        return String::new();
    };
    let said = |value: &Tree| Value::of_tree(value).summary(lang);
    let gone = old.iter().filter(|(key, _)| !new.iter().any(|(name, _)| name == key));
    let mut words: Vec<String> = gone.map(|(key, _)| unknown(key).get(lang).to_owned()).collect();
    for (key, is) in new.iter().filter(|_| all) {
        match old.iter().find(|(name, _)| name == key) {
            Some((_, was)) if was == is => {}
            Some((_, was)) => words.push(format!("{key}: {} → {}", said(was), said(is))),
            None => words.push(format!("{key}: {}", said(is))),
        }
    }
    words.join(", ")
}

/// How it is said that a member is no longer known.
fn unknown(member: &str) -> Phrase {
    match member {
        "tax" => phrase!("tax not stated", "taxe non indiquée"),
        _ => phrase!("no {member}", "sans {member}", member),
    }
}

fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    clip(&line, MAX_LENGTH).into_owned()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::sheet::decode::decode;
    use crate::text::Source;
    use crate::yaml::parse::parse;

    /// What is said of a sheet with these lines that has those afterwards.
    fn said(before: &str, after: &str) -> Vec<String> {
        let [before, after] = [before, after].map(|lines| {
            let source = Source::of("a.yaml", format!("title: T\n{lines}\n"));
            decode("a", &parse(&source).expect("YAML").node, NaiveDate::default()).sheet
        });
        let all = differences(&before, &after);
        all.iter().map(|difference| difference.words("a", Lang::En)).collect()
    }

    #[test]
    fn what_has_changed_is_said() {
        let long = "word ".repeat(20);
        for (before, after, line) in [
            ("team: [Alix]", "team: [Alix, Sam]", "Team: + Sam"),
            ("team: [Alix, Sam]", "team: [Sam]", "Team: − Alix"),
            ("team: [Alix, Sam]", "team: [Sam, Alix]", "Team: Alix · Sam → Sam · Alix"),
            ("tools: [a]", "tools: [a, a]", "Tools: a → a · a"),
            (
                "team: [{name: Alix, role: lead, x-tel: 06}]",
                "team: [{name: Alix, role: help}]",
                "Team: Alix (help) (no x-tel)",
            ),
            (
                "lessons: {words: [{from: Alix, text: bravo, visibility: private}]}",
                "lessons: {words: ['Alix: bravo']}",
                "Words from the team: Alix: bravo (no visibility)",
            ),
            (
                "lessons: {nuggets: [{text: Un, tools: [x]}]}",
                "lessons: {nuggets: [{text: Un, tools: [y, z]}]}",
                "Nuggets: Un (tools: x → y, z)",
            ),
            (
                "cost: {amount: 100, shares: [50 % Ville]}",
                "cost: {amount: 100, shares: [50 % Pays]}",
                "Cost: €100 → €100, shares: from: Ville, percent: 50 → from: Pays, percent: 50",
            ),
            ("cost: 100 € HT", "cost: 100 €", "Cost: €100 excl. VAT (HT) → €100, tax not stated"),
            (
                "cost: 100 € HT",
                "cost: 100€ HT ?",
                "Cost: €100 excl. VAT (HT) → €100 excl. VAT (HT) (uncertain)",
            ),
            (
                &format!("summary: {long}un"),
                &format!("summary: {long}deux trois"),
                "Summary: … un → … deux trois",
            ),
        ] {
            assert_eq!(said(before, after), [line], "{before}");
        }
    }
}
