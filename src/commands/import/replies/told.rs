//! What is said of the answers of a file that are not taken.

use crate::commands::import::replies::place::Place;
use crate::import::{Reply, ReplyPart, Silence};
use crate::lang::{Phrase, Text, phrase, text};
use crate::portfolio::id_of;
use crate::session::{Context, Exit};
use crate::sheet::shape::Shape;
use crate::text::shell::shell_quote;

/// Why an answer is not taken.
pub(super) const NOT_UNDERSTOOD: Text = text!("not understood", "pas compris");

/// Who is told what becomes of the answers of a file.
pub(super) struct Told<'a> {
    pub context: &'a Context,
    pub path: &'a str,
}

impl Told<'_> {
    /// Says why there is no answer; it is an answer of its own that nobody was there.
    pub(super) fn silence(&self, silence: &Silence) -> Exit {
        let path = self.path;
        let (exit, words) = match silence {
            Silence::Automatic(by) => (
                Exit::Success,
                phrase!(
                    "{path}: an automatic answer ({by}); the question stays open",
                    "{path} : une réponse automatique ({by}) ; la question reste ouverte",
                    path,
                    by,
                ),
            ),
            Silence::Empty => (
                Exit::Failure,
                phrase!(
                    "{path}: no answer in it; the question stays open",
                    "{path} : aucune réponse dedans ; la question reste ouverte",
                    path,
                ),
            ),
            Silence::Unclear(texts) => {
                let text = texts.join("\n\n");
                (
                    Exit::Failure,
                    phrase!(
                        "{path}: not taken, nothing says which answer belongs to which question: \
                         “{text}”\n  to place them: one file for each answer",
                        "{path} : pas repris, rien ne dit quelle réponse va à quelle question : \
                         “{text}”\n  pour les placer : un fichier par réponse",
                        path,
                        text,
                    ),
                )
            }
        };
        self.context.note(&words);
        exit
    }

    /// Says that somebody does not answer.
    pub(super) fn passed(&self, reply: &Reply, part: &ReplyPart) {
        let (path, text) = (self.path, &part.text);
        let who = reply.from.as_deref().unwrap_or(path);
        self.context.note(&phrase!(
            "{path}: {who} does not answer, the question stays open: {text}",
            "{path} : {who} ne répond pas, la question reste ouverte : {text}",
            path,
            who,
            text,
        ));
    }

    /// Says that the sheet says something already.
    pub(super) fn known(&self, text: &str) {
        let path = self.path;
        self.context.note(&phrase!(
            "{path}: already in the sheet: “{text}”",
            "{path} : déjà dans la fiche : “{text}”",
            path,
            text,
        ));
    }

    /// Says that a file came with the answers.
    pub(super) fn attached(&self, name: &str) {
        let path = self.path;
        self.context.note(&phrase!(
            "{path}: attachment not read: {name}; to import it, save it and import that file",
            "{path} : pièce jointe non lue : {name} ; pour l'importer, enregistrez-la et importez \
             ce fichier",
            path,
            name,
        ));
    }

    /// Says what was written beside the answers.
    pub(super) fn aside(&self, text: &str) {
        let path = self.path;
        self.context.note(&phrase!(
            "{path}: left aside: {text}",
            "{path} : laissé de côté : {text}",
            path,
            text,
        ));
    }

    /// Says what was said of a lesson beside that it held, or did not.
    pub(super) fn besides(&self, id: &str, text: &str) {
        let path = self.path;
        self.context.note(&phrase!(
            "{path}: said besides, and not written: {text}; as a lesson: sheet add nugget {id} '…'",
            "{path} : dit en plus, et pas enregistré : {text} ; comme leçon : sheet add pépite {id} \
             '…'",
            path,
            text,
            id = shell_quote(id),
        ));
    }

    /// Says that an answer is not taken, why, and how it can be.
    pub(super) fn left(&self, why: &Phrase, place: Option<&Place>, text: &str) {
        let path = self.path;
        let how = match place {
            // It is written on the lesson, in another sheet.
            Some(Place { field, .. }) if matches!(field.shape, Shape::LessonAddresses) => phrase!(
                "to say it: sheet edit ID, the sheet of the lesson",
                "pour le dire : sheet edit FICHE, celle de la leçon",
            ),
            Some(Place { path, field }) => {
                let (id, key, label) = (id_of(&path.shown), field.key, field.label);
                phrase!(
                    "{label} of {id}; to write it: sheet set {quoted} {key}='…'",
                    "{label} de {id} ; pour l'écrire : sheet set {quoted} {key}='…'",
                    label,
                    id,
                    quoted = shell_quote(id),
                    key,
                )
            }
            None => phrase!(
                "to place it: sheet import {path} --for ID KEY",
                "pour la placer : sheet import {path} --for FICHE CLÉ",
                path = shell_quote(path),
            ),
        };
        self.context.note(&phrase!(
            "{path}: not taken, {why}: “{text}”\n  {how}",
            "{path} : pas repris, {why} : “{text}”\n  {how}",
            path,
            why,
            text,
            how,
        ));
    }
}
