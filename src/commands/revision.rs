//! A sheet's new text on its way to the disk: shown, saved, and told what it says now.

use std::collections::HashMap;

use anyhow::Result;

use crate::commands::{Context, Exit};
use crate::error::Trouble;
use crate::finding::Diagnostic;
use crate::lang::{Phrase, Text, phrase, text};
use crate::portfolio::{Entry, id_of};
use crate::report::change::{self, Revised};
use crate::report::{Block, Report};
use crate::rules;
use crate::sheet::Sheet;
use crate::store::{Collection, Lock, Replaced, SheetPath};
use crate::text::Source;
use crate::yaml::comments::{Comment, comments, missing};
use crate::yaml::parse::parse;

/// A sheet's new text, made and checked, not saved yet.
#[derive(Debug)]
pub struct Revision {
    pub path: SheetPath,
    pub before: Source,
    pub after: Source,
    /// Which changes changed nothing, and why.
    pub idle: Vec<Phrase>,
}

/// When a change is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Before it is made, of sheets that a query selected.
    Selected,
    /// Before it is made, of sheets that somebody named.
    Planned,
    /// Once it is on the disk.
    Written,
}

/// What becomes of the other sheets where one is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// They belong together.
    Left,
    /// Each is a change of its own.
    Saved,
}

/// Why there is no new text.
#[derive(Debug)]
pub enum ParseError {
    /// What is told of the sheet as it is.
    Told(Vec<Diagnostic>),
    Said(Phrase),
}

impl Context {
    /// Saves new texts, one after the other, and says what they say now; without the right to write
    /// it only shows them.
    pub fn write(
        &self,
        name: &'static str,
        collection: &Collection,
        revisions: &[Revision],
        lock: Option<&Lock>,
    ) -> Result<Exit> {
        let changed = || revisions.iter().filter(|revision| !revision.is_idle());
        for why in revisions.iter().flat_map(|revision| &revision.idle) {
            self.say(why);
        }
        let Some(lock) = lock else {
            let mut report = self.report(name, revisions, Shown::Planned);
            report.blocks.extend(changed().map(Revision::diff));
            self.answer(&report)?;
            self.say(&NOTHING.into());
            return Ok(Exit::Done);
        };
        if !self.save_all(lock, revisions, Rest::Left)?.is_empty() {
            return Ok(Exit::No);
        }
        self.answer(&self.report(name, revisions, Shown::Written))?;
        if changed().next().is_none() {
            self.say(&NOTHING.into());
        }
        for revision in changed() {
            self.tell(&self.new_findings(collection, revision)?);
        }
        Ok(Exit::Done)
    }

    /// Saves new texts, one after the other, and gives those that were left alone because they
    /// changed meanwhile or may not be written, with the rest or without it. Where one cannot be saved, says of each sheet
    /// whether it was written.
    pub fn save_all<'r>(
        &self,
        lock: &Lock,
        revisions: &'r [Revision],
        rest: Rest,
    ) -> Result<Vec<&'r str>> {
        let changed: Vec<&Revision> = revisions.iter().filter(|one| !one.is_idle()).collect();
        let mut left = Vec::new();
        for revision in &changed {
            if let Err(why) = lock.may_replace(&revision.path.full) {
                if rest == Rest::Left {
                    self.say_saved(&changed, |_, _| false);
                    return Err(why);
                }
                self.say(&Trouble::words(&why));
                left.push(revision.path.shown.as_str());
            }
        }
        for (tried, revision) in changed.iter().enumerate() {
            if left.contains(&revision.path.shown.as_str()) {
                continue;
            }
            let saved = self.save(lock, revision);
            if matches!(saved, Ok(false)) {
                left.push(revision.path.shown.as_str());
            }
            if saved.is_err() || rest == Rest::Left && !left.is_empty() {
                self.say_saved(&changed, |index, path| index < tried && !left.contains(&path));
                return saved.map(|_| left);
            }
        }
        Ok(left)
    }

    /// Saves one new text; a sheet that is no longer what was read is left alone, which is said.
    fn save(&self, lock: &Lock, revision: &Revision) -> Result<bool> {
        let Revision { path, before, after, .. } = revision;
        let replaced = lock.replace(&path.full, &before.bytes(), &after.bytes())?;
        if replaced == Replaced::Changed {
            self.say(&meanwhile(&path.shown));
        }
        Ok(replaced != Replaced::Changed)
    }

    /// Says of each sheet whether it was written, when something hinders the rest.
    fn say_saved(&self, revisions: &[&Revision], saved: impl Fn(usize, &str) -> bool) {
        let paths = revisions.iter().map(|revision| revision.path.shown.as_str()).enumerate();
        let told: Vec<(&str, bool)> =
            paths.map(|(index, path)| (path, saved(index, path))).collect();
        let any = told.iter().any(|(_, written)| *written);
        self.say_written(told);
        self.say(&if any { REST } else { NOTHING }.into());
    }

    /// Every value of these sheets before and after.
    pub fn report(&self, name: &'static str, revisions: &[Revision], how: Shown) -> Report {
        let revisions = revisions.iter().filter(|revision| !revision.is_idle());
        let sheets: Vec<(&Revision, Sheet, Sheet)> = revisions
            .map(|revision| {
                let sheet = |source: &Source| {
                    let read = Entry::decode(source, self.today).map(|entry| entry.sheet);
                    read.unwrap_or_default()
                };
                (revision, sheet(&revision.before), sheet(&revision.after))
            })
            .collect();
        let revised = sheets.iter().map(|(revision, before, after)| Revised {
            path: &revision.path.shown,
            before,
            after,
            gone: revision.gone(),
            written: how == Shown::Written,
        });
        let named = how != Shown::Selected;
        change::report(name, &revised.collect::<Vec<_>>(), named, self.lang())
    }

    /// What is to be told of a new text that was not of the old one.
    pub fn new_findings(
        &self,
        collection: &Collection,
        revision: &Revision,
    ) -> Result<Vec<Diagnostic>> {
        let mut known: HashMap<(&str, Phrase), usize> = HashMap::new();
        for Diagnostic { finding, .. } in self.told_of(&revision.before) {
            *known.entry((finding.lint.code, finding.label)).or_default() += 1;
        }
        let mut after = self.told_of(&revision.after);
        after.retain(|Diagnostic { finding, .. }| {
            match known.get_mut(&(finding.lint.code, finding.label.clone())) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            }
        });
        let related = |source: &Source| {
            let read = Entry::decode(source, self.today).map(|entry| entry.sheet.related);
            read.unwrap_or_default()
        };
        if related(&revision.before) != related(&revision.after)
            && let Ok(entry) = Entry::decode(&revision.after, self.today)
        {
            let paths = collection.paths();
            let ids = paths.iter().map(|path| id_of(&path.shown));
            let unknown = rules::unknown_related(&rules::fact(&entry), ids);
            after.extend(unknown.into_iter().map(|finding| entry.diagnostic(finding)));
        }
        Ok(after)
    }

    /// Says why nothing was written.
    pub fn refuse(&self, refusals: &[ParseError]) -> Exit {
        for refusal in refusals {
            match refusal {
                ParseError::Told(diagnostics) => self.tell(diagnostics),
                ParseError::Said(words) => self.say(words),
            }
        }
        self.say(&NOTHING.into());
        Exit::No
    }
}

impl Revision {
    /// Whether the new text is the old one.
    pub fn is_idle(&self) -> bool {
        self.before.text() == self.after.text()
    }

    /// The lines that differ.
    pub fn diff(&self) -> Block {
        Block::Change {
            key: "diffs",
            path: self.path.shown.clone(),
            before: self.before.text().to_owned(),
            after: self.after.text().to_owned(),
        }
    }

    /// The comments that are in the old text alone.
    fn gone(&self) -> Vec<Comment> {
        let all = |source: &Source| {
            let parsed = parse(source).map(|parsed| comments(source, &parsed.node));
            parsed.unwrap_or_default()
        };
        missing(all(&self.before), &all(&self.after))
    }
}

/// That a sheet changed between looking at it and saving it.
pub fn meanwhile(path: &str) -> Phrase {
    phrase!(
        "{path} was changed by someone else in the meantime and was not written; run the command \
         again",
        "quelqu'un d'autre a modifié {path} entre-temps, rien n'y a été enregistré ; relancez la \
         commande",
        path,
    )
}

pub const NOTHING: Text = text!("nothing was written", "rien n'a été enregistré");

const REST: Text = text!(
    "the other sheets were not written; run the same command again for them",
    "les autres fiches n'ont pas été enregistrées ; relancez la même commande pour elles",
);
