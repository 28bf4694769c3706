//! How a verb changes a sheet: under the lock, value by value, checked before it is saved.

use anyhow::Result;

use crate::commands::{Context, Exit};
use crate::finding::Notice;
use crate::lang::Phrase;
use crate::portfolio::Entry;
use crate::query::key::Key;
use crate::report::Cell;
use crate::sheet::{Sheet, write};
use crate::source::Source;
use crate::source::edit::{Change, edit, same};
use crate::store::{self, Collection, Lock, Replaced, SheetPath, Trouble};

impl Context {
    /// The right to write in a collection; what there is to say of that is said.
    pub fn lock(&self, collection: &Collection) -> Result<Lock<'_>> {
        Lock::of(collection, |words| self.say(words))
    }

    /// Changes values of one sheet and saves it; says what it is now. Nothing is saved where one
    /// of the changes cannot be made.
    pub fn change(
        &self,
        collection: &Collection,
        path: &SheetPath,
        changes: &[(String, Change)],
    ) -> Result<Exit> {
        self.change_locked(&self.lock(collection)?, path, changes)
    }

    /// The same, where the right to write is there already.
    pub fn change_locked(
        &self,
        lock: &Lock,
        path: &SheetPath,
        changes: &[(String, Change)],
    ) -> Result<Exit> {
        let bytes = match store::read_bytes(path) {
            Ok(bytes) => bytes,
            Err(unreadable) => {
                return Ok(self.refuse(&[Notice::new(&unreadable.source, unreadable.finding)]));
            }
        };
        let mut source = match Source::new(path.shown.clone(), bytes.clone()) {
            Ok(source) => source,
            Err(unreadable) => {
                return Ok(self.refuse(&[Notice::new(&unreadable.source, unreadable.finding)]));
            }
        };
        let before = match Entry::read(&source, self.today) {
            Ok(entry) => entry.sheet,
            Err(finding) => return Ok(self.refuse(&[Notice::new(&source, *finding)])),
        };
        let wanted = changes.iter().filter(|(key, change)| !says(&before, key, change));
        match edited(&source, wanted) {
            Ok(text) => source = source.with_text(text),
            Err(refused) => {
                self.say(&refused);
                return Ok(Exit::No);
            }
        }
        let entry = match Entry::read(&source, self.today) {
            Ok(entry) => entry,
            Err(finding) => return Ok(self.refuse(&[Notice::new(&source, *finding)])),
        };
        let replaced = lock.replace(&path.full, &bytes, &source.bytes())?;
        if replaced == Replaced::Changed {
            return Err(Trouble::new(
                format!(
                    "{} was changed by somebody else at the same moment; run the command again",
                    path.shown
                ),
                format!(
                    "{} a été modifié par quelqu'un d'autre au même moment ; relancez la commande",
                    path.shown
                ),
            )
            .into());
        }
        if replaced == Replaced::Written {
            self.echo(&entry, changes);
        }
        if replaced == Replaced::Same {
            self.say(&Phrase::new(
                "it says so already; nothing was written",
                "c'est déjà écrit ; rien n'a changé",
            ));
        }
        Ok(Exit::Done)
    }

    /// Says what the changed fields say now, as they were understood.
    fn echo(&self, entry: &Entry, changes: &[(String, Change)]) {
        let whole = |key: &str| match Key::find(key) {
            Some(Key::Member(field, _)) => Some(Key::Field(field)),
            found => found,
        };
        let mut said: Vec<String> = Vec::new();
        for key in changes.iter().filter_map(|(key, _)| whole(key)) {
            if said.contains(&key.name()) {
                continue;
            }
            said.push(key.name());
            let value = Cell::short(&key.value(&entry.sheet), self.lang()).words;
            let label = key.label();
            self.say(&match value.is_empty() {
                true => {
                    Phrase::new(format!("{}: removed", label.en), format!("{} : retiré", label.fr))
                }
                false => {
                    Phrase::new(format!("{}: {value}", label.en), format!("{} : {value}", label.fr))
                }
            });
        }
    }

    fn refuse(&self, notices: &[Notice]) -> Exit {
        self.tell(notices);
        Exit::No
    }
}

/// A text after changes, all of them.
///
/// # Errors
/// Which of them cannot be made, and why.
pub fn edited<'a>(
    source: &Source,
    changes: impl IntoIterator<Item = &'a (String, Change)>,
) -> Result<String, Phrase> {
    let mut after = source.with_text(source.text().to_owned());
    for (key, change) in changes {
        let text = edit(&after, key, change, &write::order(), write::pair).map_err(|reason| {
            Phrase::new(
                format!("{}: {key}: {}; nothing was written", source.path, reason.en),
                format!("{} : {key} : {} ; rien n'a été écrit", source.path, reason.fr),
            )
        })?;
        after = after.with_text(text);
    }
    Ok(after.text().to_owned())
}

/// Whether a sheet says already what a change would set, in whatever form it is written.
fn says(sheet: &Sheet, key: &str, change: &Change) -> bool {
    let Change::Set(value) = change else {
        return false;
    };
    let read = !sheet.unread.iter().any(|unread| unread.key == key);
    read && Key::find(key).is_some_and(|found| same(&found.value(sheet).written(), value))
}
