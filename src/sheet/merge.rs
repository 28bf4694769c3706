//! What becomes of a sheet whose source says something new: a merge of three sides, key by key.
//!
//! Ours is what the sheet says, theirs what the source says now, and the base what both said when
//! they last met. Of the base a digest is enough: it tells who has changed a value since.

use crate::sheet::Sheet;
use crate::sheet::fields;
use crate::sheet::key::Key;
use crate::sheet::part::{Need, Part};
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::sheet::unknown::EXTRA;
use crate::sheet::write;
use crate::tree::flat::at;
use crate::tree::list_change::list_change;
use crate::tree::said::{digest, says_something};
use crate::tree::{Change, Tree};

/// What a source says of a key; nothing where it says nothing.
pub type Incoming = (String, Tree);

/// Whose value stands where both were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
}

/// What is agreed on before a merge.
#[derive(Clone, Copy, Debug, Default)]
pub struct MergeOptions {
    /// Who wins a conflict; without it, nobody.
    pub prefer: Option<Side>,
    /// Whether a value that is empty there may empty one here.
    pub accept_empty: bool,
}

/// What becomes of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Both say the same.
    Identical,
    /// Nothing stood here.
    New,
    /// It was changed there alone.
    Changed,
    /// It was changed here alone, or here is preferred.
    Kept,
    /// It is empty there, and stays here.
    Emptied,
    /// It was changed here and there, or nobody knows where.
    Conflict,
}

impl Outcome {
    /// Whether the sheet takes what the source says.
    pub fn is_taken(self) -> bool {
        matches!(self, Outcome::New | Outcome::Changed)
    }
}

/// What becomes of one key.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub key: String,
    pub ours: Tree,
    pub theirs: Tree,
    pub outcome: Outcome,
    /// The digest to be remembered of it; none where nothing is known of it.
    pub base: Option<String>,
}

impl Merged {
    /// What changes in the sheet, each with its path; of a value with members each by itself, so
    /// that what the source cannot say stays, and of a list its items, by their `places`.
    pub fn changes(&self, places: Option<&[usize]>) -> Vec<(String, Change)> {
        if !self.outcome.is_taken() {
            return Vec::new();
        }
        match (Key::find(&self.key), &self.theirs) {
            (Some(Key::Field(field)), Tree::Map(members)) if field.shape.is_record() => {
                let member = |name: &str| members.iter().find(|(key, _)| key == name);
                let value = |name| member(name).map_or(Tree::Missing, |(_, value)| value.clone());
                let changes = field.shape.parts().iter().map(|part| {
                    (format!("{}.{}", self.key, part.key), Change::to(value(part.key)))
                });
                changes.collect()
            }
            (_, value) => {
                let changes = list_change(&self.ours, value, places).into_iter();
                changes.map(|change| (self.key.clone(), change)).collect()
            }
        }
    }
}

/// Merges what a source says into a sheet, key by key, in the order of the source. `base` tells of
/// each key the digest of what it was when both last said the same; nothing where nobody knows.
pub fn merge<'b>(
    ours: &Sheet,
    theirs: &[Incoming],
    base: impl Fn(&str) -> Option<&'b str>,
    options: MergeOptions,
) -> Vec<Merged> {
    theirs.iter().map(|(key, value)| merged(ours, key, value, base(key), options)).collect()
}

fn merged(
    sheet: &Sheet,
    key: &str,
    theirs: &Tree,
    base: Option<&str>,
    MergeOptions { prefer, accept_empty }: MergeOptions,
) -> Merged {
    let ours = value_at(sheet, key);
    let (here, there) = (digest(&ours), digest(theirs));
    let conflict = match prefer {
        None => Outcome::Conflict,
        Some(Side::Ours) => Outcome::Kept,
        Some(Side::Theirs) => Outcome::Changed,
    };
    let outcome = if here == there {
        Outcome::Identical
    } else if there.is_none() && (!accept_empty || is_required(key)) {
        Outcome::Emptied
    } else {
        match base {
            None if here.is_none() => Outcome::New,
            None => conflict,
            base if base == there.as_deref() => Outcome::Kept,
            base if base == here.as_deref() => Outcome::Changed,
            Some(_) => conflict,
        }
    };
    let was_changed_here = base != here.as_deref();
    let with_ours = match Key::find(key) {
        Some(Key::Field(field)) if was_changed_here && outcome == Outcome::Changed => {
            with_members(&ours, theirs, field.shape)
        }
        _ => Some(theirs.clone()),
    };
    let (theirs, outcome) = match with_ours {
        Some(theirs) => (theirs, outcome),
        None => (theirs.clone(), Outcome::Conflict),
    };
    let base = match outcome {
        Outcome::Conflict | Outcome::Emptied => base.map(str::to_owned),
        Outcome::Identical | Outcome::New | Outcome::Changed | Outcome::Kept => there,
    };
    Merged { key: key.to_owned(), ours, theirs, outcome, base }
}

/// A list of theirs, in which each item keeps the members that ours alone has: they were added here,
/// and the source cannot say them. An item is known by its name or text, and the only one that has
/// another name here than there is the same. Nothing where there are several of these, and members
/// that may belong to any of them.
fn with_members(ours: &Tree, theirs: &Tree, shape: Shape) -> Option<Tree> {
    let (Tree::List(ours), Tree::List(theirs), Some(part)) = (ours, theirs, naming(shape)) else {
        return Some(theirs.clone());
    };
    let name = |item: &Tree| match item {
        Tree::Map(_) => at(item, part.key),
        bare => bare.clone(),
    };
    let without = |items: &[Tree], others: &[Tree]| -> Vec<Tree> {
        let is_there = |item: &Tree| others.iter().any(|other| name(other) == name(item));
        items.iter().filter(|item| !is_there(item)).cloned().collect()
    };
    let renamed = match (without(ours, theirs).as_slice(), without(theirs, ours).as_slice()) {
        ([here], [there]) => Some((here.clone(), name(there))),
        (here, [_, ..]) if here.iter().any(|item| matches!(item, Tree::Map(_))) => return None,
        _ => None,
    };
    let items = theirs.iter().map(|item| {
        let called = name(item);
        let same = ours.iter().find(|ours| name(ours) == called);
        let renamed = || renamed.as_ref().filter(|(_, there)| *there == called);
        match same.or_else(|| renamed().map(|(here, _)| here)) {
            Some(Tree::Map(ours)) => {
                let stated = match item {
                    Tree::Map(members) => members.clone(),
                    _ => vec![(part.key.to_owned(), called)],
                };
                Tree::Map(with_others(ours, stated))
            }
            _ => item.clone(),
        }
    });
    Some(Tree::List(items.collect()))
}

/// The members of ours, each as theirs states it where it does, and what theirs states beside them.
fn with_others(ours: &[(String, Tree)], mut theirs: Vec<(String, Tree)>) -> Vec<(String, Tree)> {
    let mut members = ours.to_vec();
    for (key, value) in &mut members {
        if let Some(stated) = theirs.extract_if(.., |(stated, _)| stated == key).next() {
            *value = stated.1;
        }
    }
    members.extend(theirs);
    members
}

/// The part by which an item of a list is known: the one that it needs, or else its first.
fn naming(shape: Shape) -> Option<&'static Part> {
    let parts = shape.parts();
    parts.iter().find(|part| part.need == Need::Always).or(parts.first())
}

/// Whether a sheet is none without this key.
fn is_required(key: &str) -> bool {
    fields::required().any(|field| field.key == key)
}

/// What a sheet says under a key, all that could not be read included.
pub fn value_at(sheet: &Sheet, key: &str) -> Tree {
    let below_extra = key.strip_prefix(EXTRA).and_then(|rest| rest.strip_prefix('.'));
    if let Some(name) = below_extra {
        let there = sheet.extra.iter().find(|(known, _)| known == name);
        return there.map_or(Tree::Missing, |(_, value)| value.clone());
    }
    match Key::find(key) {
        Some(Key::Field(field)) => write::whole(field, sheet),
        Some(key) => key.stored(sheet).written(),
        None => Tree::Missing,
    }
}

/// What a sheet that was made of a source says of each key, but for where it comes from.
pub fn incoming(sheet: &Sheet) -> Vec<Incoming> {
    let written = fields::written()
        .filter(|field| field.section != Section::Derived && !matches!(field.shape, Shape::Source))
        .map(|field| (field.key.to_owned(), write::whole(field, sheet)));
    let extra = sheet.extra.iter().map(|(key, value)| (format!("{EXTRA}.{key}"), value.clone()));
    written.chain(extra).filter(|(_, value)| says_something(value)).collect()
}

/// What is remembered of these keys, for the next merge.
pub fn seen(incoming: &[Incoming]) -> Vec<(String, String)> {
    let digests = incoming.iter().filter_map(|(key, value)| Some((key.clone(), digest(value)?)));
    digests.collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::sheet::decode::decode;
    use crate::text::Source;
    use crate::yaml::parse::parse;

    fn sheet(summary: Option<&str>) -> Sheet {
        Sheet { summary: summary.map(str::to_owned), ..Sheet::default() }
    }

    fn text(text: Option<&str>) -> Tree {
        text.map_or(Tree::Missing, Tree::text)
    }

    fn outcome(
        ours: Option<&str>,
        theirs: Option<&str>,
        base: Option<&str>,
        options: MergeOptions,
    ) -> Outcome {
        let theirs = [("summary".to_owned(), text(theirs))];
        merge(&sheet(ours), &theirs, |_| base, options)[0].outcome
    }

    /// Over every list of the table whose items have members, and every one of these.
    #[test]
    fn what_the_source_cannot_say_of_an_item_stays_where_it_wins() {
        let options = MergeOptions { prefer: Some(Side::Theirs), accept_empty: false };
        let names = |names: &[&str]| Tree::List(names.iter().copied().map(Tree::text).collect());
        let mut tried = 0;
        for field in fields::written().filter(|field| field.shape.is_list()) {
            let Some(named) = naming(field.shape) else { continue };
            for part in field.shape.parts().iter().filter(|part| part.key != named.key) {
                let item = format!("{{{}: Alix Petit, {}: Un pré}}", named.key, part.key);
                let value = format!("[{item}, {{{}: Sam Roy}}]", named.key);
                let text = match field.key.split_once('.') {
                    Some((group, key)) => format!("{group}: {{{key}: {value}}}\n"),
                    None => format!("{}: {value}\n", field.key),
                };
                let source = Source::of("a.yaml", text);
                let parsed = parse(&source).expect("YAML");
                let ours = decode("a", &parsed.node, NaiveDate::default()).sheet;
                let base = digest(&names(&["Alix Petit"])).expect("it says something");
                let merged = |theirs: &[&str]| {
                    let theirs = [(field.key.to_owned(), names(theirs))];
                    merge(&ours, &theirs, |_| Some(&base), options).remove(0)
                };
                let told = format!("{}.{}", field.key, part.key);
                let Merged { ours: Tree::List(here), theirs, base: known, .. } =
                    merged(&["Lou Faure", "Alix Petit", "Sam Roy"])
                else {
                    panic!("{told}");
                };
                let Tree::Map(members) = &here[0] else { continue };
                let expected = [&Tree::text("Lou Faure"), &here[0], &here[1]].map(Clone::clone);
                assert_eq!(theirs, Tree::List(expected.to_vec()), "{told}");
                assert_eq!(
                    known,
                    digest(&names(&["Lou Faure", "Alix Petit", "Sam Roy"])),
                    "{told}"
                );
                // The one that has another name is the same.
                let stated = vec![(named.key.to_owned(), Tree::text("Alix Roux"))];
                let renamed = Tree::Map(with_others(members, stated));
                let Merged { theirs, .. } = merged(&["Sam Roy", "Alix Roux"]);
                assert_eq!(theirs, Tree::List(vec![here[1].clone(), renamed]), "{told}");
                // Of two, it may be either.
                let Merged { outcome, base: known, .. } = merged(&["Alix Roux", "Sam Roux"]);
                assert_eq!((outcome, known.as_ref()), (Outcome::Conflict, Some(&base)), "{told}");
                tried += 1;
            }
        }
        assert!(tried > 12, "{tried}");
    }

    #[test]
    fn whoever_has_changed_a_value_alone_is_followed() {
        use Outcome::{Changed, Conflict, Emptied, Identical, Kept, New};
        let one = digest(&Tree::text("un")).expect("a digest");
        let base = Some(one.as_str());
        for (ours, theirs, base, expected) in [
            (Some("un"), Some("un"), base, Identical),
            (Some("un"), Some("deux"), base, Changed),
            (Some("deux"), Some("un"), base, Kept),
            (Some("deux"), Some("deux"), base, Identical),
            (Some("deux"), Some("trois"), base, Conflict),
            (None, Some("un"), base, Kept),
            (None, Some("deux"), base, Conflict),
            (Some("un"), None, base, Emptied),
            (None, None, base, Identical),
            (None, Some("un"), None, New),
            (Some("un"), Some("deux"), None, Conflict),
            (Some("un"), None, None, Emptied),
            (Some("un"), Some("un"), None, Identical),
        ] {
            let found = outcome(ours, theirs, base, MergeOptions::default());
            assert_eq!(found, expected, "{ours:?} {theirs:?} {base:?}");
        }
    }

    #[test]
    fn what_is_empty_there_empties_here_only_where_that_is_accepted() {
        let accept = MergeOptions { accept_empty: true, prefer: None };
        let one = digest(&Tree::text("un")).expect("a digest");
        let base = Some(one.as_str());
        assert_eq!(outcome(Some("un"), None, base, accept), Outcome::Changed);
        assert_eq!(outcome(Some("deux"), None, base, accept), Outcome::Conflict);
        assert_eq!(outcome(Some("un"), None, None, accept), Outcome::Conflict);
        let title = Sheet { title: Some("A".to_owned()), ..Sheet::default() };
        let empty = [("title".to_owned(), Tree::Missing)];
        let base = digest(&Tree::text("A"));
        let merged = merge(&title, &empty, |_| base.as_deref(), accept);
        assert_eq!(merged[0].outcome, Outcome::Emptied, "a sheet is none without it");
    }

    #[test]
    fn a_digest_is_that_of_what_is_said_whatever_its_form() {
        let read = |yaml: &str| {
            let source = Source::of("a.yaml", yaml.to_owned());
            let parsed = parse(&source).expect("YAML");
            decode("a", &parsed.node, NaiveDate::default()).sheet
        };
        for (one, other, key) in [
            ("cost: 9 500 € HT\n", "cost:\n  tax: HT\n  amount: 9500\n", "cost"),
            ("team: Alix, Sam\n", "team:\n  - Alix\n  - name: Sam\n", "team"),
            ("summary: été\n", "summary: e\u{301}te\u{301}\n", "summary"),
            ("dates:\n  start: 1er mars 2023\n", "dates:\n  start: 2023-03-01\n", "dates.start"),
        ] {
            let digests = [one, other].map(|yaml| digest(&value_at(&read(yaml), key)));
            assert!(digests[0].is_some() && digests[0] == digests[1], "{one}{other}");
        }
    }

    proptest! {
        /// Whatever happened: what was written here alone is never lost, and a second merge of the
        /// same finds nothing to do.
        #[test]
        fn nothing_of_ours_is_lost_and_a_merge_is_done_once(
            ours in proptest::option::of("[abc]"),
            theirs in proptest::option::of("[abc]"),
            base in proptest::option::of("[abc]"),
        ) {
            let digested = digest(&text(base.as_deref()));
            let incoming = [("summary".to_owned(), text(theirs.as_deref()))];
            let start = sheet(ours.as_deref());
            let merged = &merge(&start, &incoming, |_| digested.as_deref(), MergeOptions::default())[0];
            if merged.outcome.is_taken() {
                let unchanged = ours.is_none() || base.is_some() && ours == base;
                prop_assert!(unchanged, "{:?}", merged);
            }
            let after = if merged.outcome.is_taken() { &theirs } else { &ours };
            let base = merged.base.clone();
            let again =
                &merge(&sheet(after.as_deref()), &incoming, |_| base.as_deref(), MergeOptions::default())[0];
            prop_assert!(!again.outcome.is_taken(), "{:?} then {:?}", merged, again);
            prop_assert_eq!(&again.base, &merged.base);
        }
    }
}
