//! How each shape of answer is asked: a line, prose, a choice, one after the other.

use anyhow::Result;

use crate::commands::new::earlier::Titled;
use crate::commands::new::interview::{Interview, Next};
use crate::finding::Diagnostic;
use crate::lang::choice::ChoiceValue;
use crate::lang::{Phrase, Text, phrase, text};
use crate::session::assignment;
use crate::session::drafts;
use crate::sheet::canonical::is_below;
use crate::sheet::field::Field;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::store::DraftFile;
use crate::terminal::answer::Answer;
use crate::terminal::editor;
use crate::tree::{Change, Tree};
use crate::value::any::Value;
use crate::value::document;
use crate::value::lesson::{Lesson, Word};

impl Interview<'_> {
    /// Asks one field.
    ///
    /// # Errors
    /// Where the disk does not let a text be kept for the editor.
    pub(super) fn ask(&mut self, field: &'static Field) -> Result<Next> {
        Ok(match field.shape {
            Shape::Words => self.ask_words(field),
            Shape::Documents => self.ask_documents(field),
            Shape::Lessons => self.ask_lessons(field),
            Shape::Choice(all) => self.ask_choice(field, &all()),
            Shape::Prose => self.ask_prose(field)?,
            _ => self.ask_line(field),
        })
    }

    fn ask_line(&mut self, field: &'static Field) -> Next {
        let example = field.more.example;
        let example =
            example.map(|example| phrase!("e.g. {example}", "par ex. {example}", example));
        self.announce(field, example);
        let several = field.shape.is_list();
        loop {
            let text = match self.line(field, "> ") {
                Answer::Given(text) if several => text.trim().to_owned(),
                Answer::Given(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                Answer::End => return Next::End,
                Answer::Stopped => return Next::Stopped,
            };
            if text.is_empty() || self.take(field, &text) {
                return Next::Continue;
            }
        }
    }

    fn ask_prose(&mut self, field: &'static Field) -> Result<Next> {
        let editor = editor::is_chosen().then(|| IN_EDITOR.into());
        self.announce(field, editor);
        loop {
            let text = match self.line(field, "> ") {
                Answer::Given(text) => text.trim().to_owned(),
                Answer::End => return Ok(Next::End),
                Answer::Stopped => return Ok(Next::Stopped),
            };
            let taken = match text.as_str() {
                "" => true,
                "e" => self.take_edited(field)?,
                text => self.take(field, text),
            };
            if taken {
                return Ok(Next::Continue);
            }
        }
    }

    /// Whether a text that was written in the editor, beginning with what is there, could be taken.
    /// Where not, that was said, and so was where the text is kept.
    fn take_edited(&mut self, field: &'static Field) -> Result<bool> {
        let now = match field.stored(&self.sheet()) {
            Value::Text(text) => format!("{text}\n"),
            _ => String::new(),
        };
        let name = format!("{}.md", field.key);
        let draft = DraftFile::create(&drafts::folder()?, &name, now.as_bytes())?;
        let text = match drafts::open_in_editor(self.context, &draft)? {
            Some(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Some(text.trim().to_owned()),
                Err(_) => {
                    self.note(&NOT_UTF8.into());
                    None
                }
            },
            None => None,
        };
        let taken = text.is_some_and(|text| text.is_empty() || self.take(field, &text));
        if taken || draft.bytes()? == now.as_bytes() {
            draft.remove()
        } else {
            drafts::note_kept(self.context, &draft)
        }
        Ok(taken)
    }

    fn ask_choice(&mut self, field: &'static Field, all: &[ChoiceValue]) -> Next {
        let lang = self.context.lang();
        let sheet = self.sheet();
        let now = match field.stored(&sheet) {
            Value::Choice(chosen) => all.iter().position(|one| one.code == chosen.code),
            _ => None,
        };
        let none = std::iter::once(NO_ANSWER.get(lang).to_owned());
        let items: Vec<String> =
            none.chain(all.iter().map(|chosen| chosen.get(lang).to_owned())).collect();
        let at = now.map_or(0, |now| now + 1);
        let label = field.label;
        let question = phrase!("{label}:", "{label} :", label);
        match self.prompt.choose(question.get(lang), &items, at) {
            Answer::Given(0) => {
                self.clear(field);
            }
            Answer::Given(index) => {
                let code = Tree::text(all[index - 1].code);
                if !self.apply(&vec![(field.key.to_owned(), Change::Set(code))]) {
                    return self.ask_choice(field, all);
                }
                self.note(&Phrase::untranslated(format!(
                    "{}\n  = {}",
                    label.get(lang),
                    items[index]
                )));
            }
            Answer::End => return Next::End,
            Answer::Stopped => return Next::Stopped,
        }
        Next::Continue
    }

    /// Lesson after lesson, each with what to do the next time, until one is left empty.
    fn ask_lessons(&mut self, field: &'static Field) -> Next {
        self.announce(field, Some(ONE_BY_ONE.into()));
        loop {
            let text = match self.line(field, "> ") {
                Answer::Given(text) => text.trim().to_owned(),
                Answer::End => return Next::End,
                Answer::Stopped => return Next::Stopped,
            };
            match text.as_str() {
                "" => return Next::Continue,
                "-" => {
                    self.clear(field);
                    continue;
                }
                _ => {}
            }
            let asked = self.prompt.line(WHAT_TO_DO.get(self.context.lang()), &[]);
            let action = match &asked {
                Answer::Given(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
                Answer::End | Answer::Stopped => None,
            };
            let lesson = Lesson { action, ..Lesson::of(&text) };
            self.add(field, Value::Record(&lesson).written());
            match asked {
                Answer::Given(_) => {}
                Answer::End => return Next::End,
                Answer::Stopped => return Next::Stopped,
            }
        }
    }

    /// A word from each of the team who has said none, then from anybody.
    fn ask_words(&mut self, field: &'static Field) -> Next {
        self.announce(field, Some(ONE_EACH.into()));
        let sheet = self.sheet();
        let silent = sheet.team.iter().filter(|person| {
            !sheet
                .lessons
                .words
                .iter()
                .any(|word| word.from.as_deref() == Some(person.name.as_str()))
        });
        let mut authors = silent.map(|person| person.name.clone());
        let mut again = None;
        loop {
            let from = again.take().or_else(|| authors.next());
            let question = match &from {
                Some(name) => format!("{name} > "),
                None => SOMEBODY.get(self.context.lang()).to_owned(),
            };
            let text = match self.line(field, &question) {
                Answer::Given(text) => text.trim().to_owned(),
                Answer::End => return Next::End,
                Answer::Stopped => return Next::Stopped,
            };
            match (text.as_str(), from) {
                ("", Some(_)) => {}
                ("", None) => return Next::Continue,
                ("-", _) => {
                    self.clear(field);
                }
                (_, Some(name)) => {
                    let word = Word { from: Some(name.clone()), text, ..Word::default() };
                    if !self.add(field, Value::Record(&word).written()) {
                        again = Some(name);
                    }
                }
                (_, None) => {
                    self.add(field, Value::Record(&Word::parse(&text)).written());
                }
            }
        }
    }

    /// Document after document, each with where it is, until one is left empty.
    fn ask_documents(&mut self, field: &'static Field) -> Next {
        self.announce(field, Some(ONE_BY_ONE.into()));
        loop {
            let text = match self.line(field, "> ") {
                Answer::Given(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                Answer::End => return Next::End,
                Answer::Stopped => return Next::Stopped,
            };
            match text.as_str() {
                "" => return Next::Continue,
                "-" => {
                    self.clear(field);
                    continue;
                }
                _ => {}
            }
            let mut document = document::parse(&text);
            let question = WHERE.get(self.context.lang());
            if document.url.is_none()
                && document.file.is_none()
                && let Answer::Given(place) = self.prompt.line(question, &[])
            {
                let place = document::parse(&place);
                document.url = place.url;
                document.file = place.file.or(place.title);
            }
            self.add(field, Value::Record(&document).written());
        }
    }

    /// Asks for a text; a question mark asks what is meant, and then it is asked again.
    fn line(&mut self, field: &Field, question: &str) -> Answer<String> {
        loop {
            let answer = self.prompt.line(question, self.known.of(field));
            match &answer {
                Answer::Given(text) if text.trim() == "?" => self.note(&field.about.into()),
                _ => return answer,
            }
        }
    }

    /// Says what is asked, an example, and what is there already.
    fn announce(&self, field: &Field, hint: Option<Phrase>) {
        let label = field.label;
        self.note(&match hint {
            Some(hint) => phrase!("{label} ({hint})", "{label} ({hint})", label, hint),
            None => label.into(),
        });
        let sheet = self.sheet();
        let now = field.stored(&sheet);
        if !now.is_missing() {
            let now = now.details(self.context.lang()).replace('\n', "\n  ");
            self.note(&phrase!(
                "  {now}   (Enter: keep; -: clear)",
                "  {now}   (Entrée : garder ; - : effacer)",
                now,
            ));
        }
    }

    /// Takes an answer, if it can be read and kept, and echoes it; says why if it cannot. A doubtful
    /// reading is asked about.
    fn take(&mut self, field: &'static Field, text: &str) -> bool {
        if text == "-" {
            return self.clear(field);
        }
        let lang = self.context.lang();
        match assignment::parse(self.context, field.key, &Key::Field(field), text) {
            Ok(request) => {
                let doubtful = !request.warnings.is_empty();
                let question = format!("  {}", assignment::question(&request).get(lang));
                if doubtful && self.prompt.confirm(&question, true) != Answer::Given(true) {
                    return false;
                }
                if !self.apply(&request.changes) {
                    return false;
                }
                let others = request.changes.iter().map(|(path, _)| path);
                let others = others.filter(|path| !is_below(path, field.key)).cloned();
                let before = self.filled.len();
                self.filled.extend(others);
                let now = if self.filled.len() > before {
                    request.read.get(lang).to_owned()
                } else {
                    field.stored(&self.sheet()).echo(lang)
                };
                if now != text && !doubtful && !matches!(field.shape, Shape::Prose) {
                    self.note(&Phrase::untranslated(format!("  = {now}")));
                }
                self.warn(field, text);
                true
            }
            Err(diagnostics) => {
                for diagnostic in &diagnostics {
                    self.note(&refusal(diagnostic, field.more.example));
                }
                diagnostics.is_empty()
            }
        }
    }

    /// Says that a sheet has this title already.
    fn warn(&self, field: &Field, text: &str) {
        let titled = if field.key == "title" { self.known.titled(text) } else { None };
        if let Some(Titled { id, years, .. }) = titled {
            let years = if years.is_empty() { String::new() } else { format!(" ({years})") };
            self.note(&phrase!(
                "  a sheet already has this title: {id}{years}; to edit it: sheet edit {id}",
                "  une fiche porte déjà ce titre : {id}{years} ; pour la modifier : sheet edit \
                 {id}",
                id,
                years,
            ));
        }
    }

    fn clear(&mut self, field: &Field) -> bool {
        self.apply(&vec![(field.key.to_owned(), Change::Unset)])
    }

    fn add(&mut self, field: &Field, item: Tree) -> bool {
        self.apply(&vec![(field.key.to_owned(), Change::Add(item))])
    }
}

/// Why an answer could not be read, and what to type instead: the advice of this case, else an
/// example, else what helps in a file.
fn refusal(diagnostic: &Diagnostic, example: Option<Text>) -> Phrase {
    let finding = &diagnostic.finding;
    let advice = match (&finding.help, example) {
        (None, Some(example)) => phrase!("e.g. {example}", "par ex. {example}", example),
        _ => Phrase::per_lang(|lang| diagnostic.help(lang)),
    };
    let (title, label) = (finding.lint.title, &finding.label);
    phrase!(
        "  ✗ {title}: {label}\n    {advice}",
        "  ✗ {title} : {label}\n    {advice}",
        title,
        label,
        advice,
    )
}

const IN_EDITOR: Text = text!("type e to open the editor", "tapez e pour ouvrir l'éditeur");
const NO_ANSWER: Text = text!("(none)", "(sans valeur)");
const ONE_BY_ONE: Text =
    text!("one per line; empty line to finish", "ligne par ligne ; Entrée seule pour finir");
const ONE_EACH: Text = text!(
    "one sentence per person; Enter goes on to the next",
    "une phrase par personne ; Entrée pour passer à la suivante",
);
const WHAT_TO_DO: Text =
    text!("  What to do next time (optional) > ", "  Que faire la prochaine fois (facultatif) > ",);
const SOMEBODY: Text =
    text!("Someone else (Name: text) > ", "Une autre personne (Nom : texte) > ",);
const WHERE: Text =
    text!("  Its URL or file (optional) > ", "  Son adresse web ou son fichier (facultatif) > ");
const NOT_UTF8: Text = text!(
    "the text is not valid UTF-8; save it as UTF-8 and try again",
    "le texte n'est pas en UTF-8 ; enregistrez-le en UTF-8 et réessayez",
);
