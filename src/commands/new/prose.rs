//! How a text of any length is asked: on the line, or in the editor, below its question.

use anyhow::Result;

use crate::commands::new::interview::Interview;
use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::session::drafts;
use crate::sheet::field::Field;
use crate::store::DraftFile;
use crate::terminal::answer::Answer;
use crate::terminal::editor;
use crate::text::clip::clip;
use crate::value::any::Value;

/// The longest echo of a text, in characters.
const MAX_ECHO: usize = 60;

impl Interview<'_> {
    pub(super) fn ask_prose(&mut self, field: &'static Field) -> Result<Answer<()>> {
        let editor = editor::is_there().then(|| IN_EDITOR.into());
        self.announce(field, editor);
        loop {
            let text = match self.line(field) {
                Answer::Given(text) => text.trim().to_owned(),
                other => return Ok(other.map(|_| ())),
            };
            let taken = match text.as_str() {
                "" => true,
                "e" => self.take_edited(field)?,
                text => self.take(field, text),
            };
            if taken {
                return Ok(Answer::Given(()));
            }
        }
    }

    /// Whether a text that was written in the editor, beginning with what is there, could be taken.
    /// Where not, that was said, and so was where the text is kept.
    fn take_edited(&mut self, field: &'static Field) -> Result<bool> {
        let lang = self.context.lang();
        let heading = heading(field, &self.count(), lang);
        let now = match field.stored(&self.sheet()) {
            Value::Text(text) => format!("{heading}\n{text}\n"),
            _ => format!("{heading}\n"),
        };
        let name = format!("{}.md", field.key);
        let draft = DraftFile::create(&drafts::folder()?, &name, now.as_bytes())?;
        let text = match drafts::open_in_editor(self.context, &draft)? {
            Some(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Some(without(&heading, &text)),
                Err(_) => {
                    self.note(&NOT_UTF8.into());
                    None
                }
            },
            None => None,
        };
        let taken = text.as_ref().is_some_and(|text| text.is_empty() || self.take(field, text));
        match text.filter(|text| taken && !text.is_empty()) {
            Some(text) => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                self.note(&Phrase::untranslated(format!("  = {}", clip(&text, MAX_ECHO))));
            }
            None if taken => self.note(&NO_TEXT.into()),
            None => {}
        }
        let left = draft.bytes()?;
        if taken || drafts::is_blank(&left) || left == now.as_bytes() {
            draft.remove()
        } else {
            drafts::note_kept(self.context, &draft)
        }
        Ok(taken)
    }
}

/// What stands above a text in the editor: each line is a comment by itself, so that what is typed
/// between two of them is no comment.
fn heading(field: &Field, count: &str, lang: Lang) -> String {
    let (label, about) = (field.label, field.about);
    let question =
        phrase!("{count} · {label}: {about}", "{count} · {label} : {about}", count, label, about,);
    [question.get(lang), BELOW.get(lang)].map(|line| format!("<!-- {line} -->\n")).concat()
}

/// A text without its heading, of which lines may have been deleted or moved.
fn without(heading: &str, text: &str) -> String {
    let mut left: Vec<&str> = heading.lines().collect();
    let kept = text.lines().filter(|line| {
        let found = left.iter().position(|heading| *heading == line.trim());
        found.map(|index| left.remove(index)).is_none()
    });
    kept.collect::<Vec<_>>().join("\n").trim().to_owned()
}

const IN_EDITOR: Text = text!("type e to open the editor", "tapez e pour ouvrir l'éditeur");
const BELOW: Text = text!(
    "Write below; these two lines will be removed.",
    "Écrivez dessous ; ces deux lignes seront retirées.",
);
const NO_TEXT: Text = text!("  no text", "  pas de texte");
const NOT_UTF8: Text = text!(
    "the text is not valid UTF-8; save it as UTF-8 and try again",
    "le texte n'est pas en UTF-8 ; enregistrez-le en UTF-8 et réessayez",
);

#[cfg(test)]
mod tests {
    use crate::sheet::fields::find;

    use super::*;

    #[test]
    fn nothing_but_the_heading_is_taken_from_a_text() {
        let heading = heading(find("summary").expect("a field"), "4/29", Lang::Fr);
        let first = heading.lines().next().expect("a line");
        for (text, kept) in [
            (format!("{heading}\nUn.\n\nDeux.\n"), "Un.\n\nDeux."),
            (format!("Avant.\n{heading}Après.\n"), "Avant.\nAprès."),
            (format!("{first}\nEntre.\n"), "Entre."),
            ("<!-- à moi -->\nUn.\n".to_owned(), "<!-- à moi -->\nUn."),
            (heading.clone(), ""),
            (format!("{heading}{first}\n"), first),
        ] {
            assert_eq!(without(&heading, &text), kept, "{text}");
        }
    }
}
