//! `sheet set`, `sheet unset`: these values and no other byte.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::{Every, SetArgs, UnsetArgs};
use crate::commands::change::is_required;
use crate::commands::understood::Request;
use crate::commands::{Context, Exit};
use crate::lang::{Phrase, Text};
use crate::query::key::{self, Key};
use crate::sheet::field::{Section, Shape};
use crate::source::edit::Change;

/// Sets the values.
pub fn run(context: &Context, args: &SetArgs) -> Result<Exit> {
    let (id, values) = target(&args.words, &args.every);
    if values.is_empty() {
        context.say(&Phrase::new(
            "the sheet or the value is missing: sheet set ID KEY=VALUE, for example sheet set my-project cost='9500 € HT'",
            "il manque la fiche ou la valeur : sheet set FICHE CLÉ=VALEUR, par exemple sheet set mon-projet cost='9500 € HT'",
        ));
        return Ok(Exit::Wrong);
    }
    let mut requests = Vec::new();
    for value in values {
        let Some((key, text)) = value.split_once('=') else {
            context.say(&Phrase::new(
                format!("`{value}` is not KEY=VALUE: for example cost='9500 € HT'"),
                format!("« {value} » n'est pas CLÉ=VALEUR : par exemple cost='9500 € HT'"),
            ));
            return Ok(Exit::Wrong);
        };
        let Some((path, key)) = context.writable(key, id) else {
            return Ok(Exit::Wrong);
        };
        let request = match context.understood(&path, &key, text) {
            Ok(request) => request,
            Err(notices) => {
                context.tell(&notices);
                if notices.is_empty() {
                    let unset = format!("sheet unset {} {path}", id.unwrap_or("ID"));
                    context.say(&Phrase::new(
                        format!("`{text}` says nothing; to remove a value: {unset}"),
                        format!("« {text} » ne dit rien ; pour retirer une valeur : {unset}"),
                    ));
                }
                return Ok(context.refuse(&[]));
            }
        };
        match context.agreed(request, &args.every)? {
            Some(request) => requests.push(request),
            None => return Ok(context.refuse(&[])),
        }
    }
    let mut given = HashSet::new();
    if let Some(Request { path, .. }) = requests.iter().find(|one| !given.insert(&one.path)) {
        context.say(&Phrase::new(
            format!("`{path}` is given twice: which of them?"),
            format!("« {path} » est donné deux fois : laquelle des deux valeurs ?"),
        ));
        return Ok(Exit::Wrong);
    }
    context.change("set", id, &requests, &args.writing, &args.every)
}

/// Removes the values.
pub fn unset(context: &Context, args: &UnsetArgs) -> Result<Exit> {
    let (id, keys) = target(&args.words, &args.every);
    if keys.is_empty() {
        context.say(&Phrase::new(
            "the sheet or the key is missing: sheet unset ID KEY, for example sheet unset my-project summary",
            "il manque la fiche ou la clé : sheet unset FICHE CLÉ, par exemple sheet unset mon-projet summary",
        ));
        return Ok(Exit::Wrong);
    }
    let mut requests = Vec::new();
    for key in keys {
        let Some((path, _)) = context.writable(key, id) else {
            return Ok(Exit::Wrong);
        };
        if is_required(&path) {
            let id = id.unwrap_or("ID");
            context.say(&Phrase::new(
                format!("{path} is required; to change it: sheet set {id} {path}='…'"),
                format!("{path} est obligatoire ; pour le changer : sheet set {id} {path}='…'"),
            ));
            return Ok(context.refuse(&[]));
        }
        requests.push(Request::of(path, Change::Unset));
    }
    context.change("unset", id, &requests, &args.writing, &args.every)
}

/// The sheet that was named first, unless a query selects the sheets, and the words behind it.
pub fn target<'a>(words: &'a [String], every: &Every) -> (Option<&'a str>, &'a [String]) {
    match (every.query.is_some(), words.split_first()) {
        (true, _) | (false, None) => (None, words),
        (false, Some((id, rest))) => (Some(id), rest),
    }
}

impl Context {
    /// A request without a doubt, if it is wanted so. Where many sheets change at once, a doubt is
    /// told and never settled.
    pub fn agreed(&self, request: Request, every: &Every) -> Result<Option<Request>> {
        if every.query.is_some() && !request.doubts.is_empty() {
            self.tell(&request.doubts);
            return Ok(None);
        }
        self.settled(request)
    }

    /// The path in the file of a key that can be written; what cannot is told.
    fn writable(&self, name: &str, id: Option<&str>) -> Option<(String, Key)> {
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
        if written && path.matches('.').count() <= 1 {
            return Some((path, found));
        }
        let id = id.unwrap_or("ID");
        let rename = format!("sheet rename {id} …");
        let editor = format!("sheet edit {id}");
        let (other, next) = match path.as_str() {
            "id" => (Text::new("it is the name of the file:", "c'est le nom du fichier :"), rename),
            _ => (Text::new("change it in an editor:", "changez-le dans un éditeur :"), editor),
        };
        self.say(&Phrase::new(
            format!("{path} cannot be set by itself; {} {next}", other.en),
            format!("{path} ne se change pas seul ; {} {next}", other.fr),
        ));
        None
    }
}
