//! `sheet set`, `sheet unset`: these values and no other byte.

use anyhow::Result;

use crate::cli::{SetArgs, UnsetArgs};
use crate::commands::{Context, Exit};
use crate::lang::Phrase;
use crate::query::key::{self, Key};
use crate::sheet::field::{Section, Shape};
use crate::source::edit::Change;

/// Sets the values.
pub fn run(context: &Context, args: &SetArgs) -> Result<Exit> {
    let mut changes = Vec::new();
    for value in &args.values {
        let Some((key, text)) = value.split_once('=') else {
            context.say(&Phrase::new(
                format!("`{value}` is no KEY=VALUE: for example cost='9500 € HT'"),
                format!("« {value} » n'est pas CLÉ=VALEUR : par exemple cost='9500 € HT'"),
            ));
            return Ok(Exit::Wrong);
        };
        let Some((path, key)) = context.writable(key) else {
            return Ok(Exit::Wrong);
        };
        match context.understood(&path, &key, text) {
            Ok(understood) => changes.extend(understood),
            Err(notices) => {
                context.tell(&notices);
                if notices.is_empty() {
                    context.say(&Phrase::new(
                        format!("`{text}` says nothing; to remove a value: sheet unset"),
                        format!("« {text} » ne dit rien ; pour retirer une valeur : sheet unset"),
                    ));
                }
                return Ok(Exit::No);
            }
        }
    }
    save(context, &args.id, &changes)
}

/// Removes the values.
pub fn unset(context: &Context, args: &UnsetArgs) -> Result<Exit> {
    let mut changes = Vec::new();
    for key in &args.keys {
        let Some((path, _)) = context.writable(key) else {
            return Ok(Exit::Wrong);
        };
        changes.push((path, Change::Unset));
    }
    save(context, &args.id, &changes)
}

fn save(context: &Context, id: &str, changes: &[(String, Change)]) -> Result<Exit> {
    let collection = context.collection()?;
    match context.named(&collection, id)? {
        Some(path) => context.change(&collection, &path, changes),
        None => Ok(Exit::No),
    }
}

impl Context {
    /// The path in the file of a key that can be written; what cannot is told.
    fn writable(&self, name: &str) -> Option<(String, Key)> {
        let found = match key::read(name.trim()) {
            Ok(found) => found,
            Err(mistake) => {
                self.tell(&[*mistake]);
                return None;
            }
        };
        let path = found.name();
        let written = match &found {
            Key::Field(field) => field.section != Section::Derived,
            Key::Member(field, _) => matches!(field.shape, Shape::Record(_)),
            Key::Group(_) => false,
            Key::Own(_) => true,
        };
        if !written || path.matches('.').count() > 1 {
            self.say(&Phrase::new(
                format!("{path} cannot be set by itself; change it in an editor"),
                format!("{path} ne se change pas seul ; changez-le dans un éditeur"),
            ));
            return None;
        }
        Some((path, found))
    }
}
