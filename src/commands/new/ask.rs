//! How a field is asked, by its shape, and how an answer is taken.

use anyhow::Result;

use crate::commands::new::interview::Interview;
use crate::finding::Diagnostic;
use crate::lang::{Phrase, Text, phrase};
use crate::session::assignment::{self, Assignment};
use crate::session::item_question::{self, explanation};
use crate::sheet::canonical::is_below;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::terminal::answer::{Answer, Question};
use crate::text::fold::name_key;

impl Interview<'_> {
    /// Asks one field.
    ///
    /// # Errors
    /// Where the disk does not let a text be kept for the editor.
    pub(super) fn ask(&mut self, field: &'static Field) -> Result<Answer<()>> {
        match (field.shape, item_question::of(field)) {
            (_, Some(item)) => Ok(self.ask_items(field, &item)),
            (Shape::Choice(all), None) => Ok(self.ask_choice(field, &all())),
            (Shape::Prose, None) => self.ask_prose(field),
            _ => Ok(self.ask_line(field)),
        }
    }

    /// Says what is asked, how to answer, and what is there already.
    pub(super) fn announce(&self, field: &Field, hint: Option<Phrase>) {
        let (label, count) = (field.label, self.count());
        self.note(&match hint {
            Some(hint) => {
                phrase!(
                    "{count} · {label} ({hint})",
                    "{count} · {label} ({hint})",
                    count,
                    label,
                    hint
                )
            }
            None => phrase!("{count} · {label}", "{count} · {label}", count, label),
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

    /// Asks for a text.
    pub(super) fn line(&mut self, field: &Field) -> Answer<String> {
        let help = explanation(self.context, field.about, field.more.example);
        let known = self.known.of(field);
        self.prompt.line(&Question { words: "> ", help: &help, known, before: "" })
    }

    /// Takes an answer, if it can be read and kept, and echoes it; says why if it cannot. A doubtful
    /// reading is asked about.
    pub(super) fn take(&mut self, field: &'static Field, text: &str) -> bool {
        if text == "-" {
            return self.clear(field);
        }
        let lang = self.context.lang();
        let (request, doubt) = match self.read(field, text) {
            Ok(read) => read,
            Err(diagnostics) => {
                for diagnostic in &diagnostics {
                    self.note(&refusal(diagnostic, field.more.example));
                }
                return diagnostics.is_empty();
            }
        };
        if let Some(question) = &doubt {
            let question =
                self.context.folded_question(&phrase!("  {question}", "  {question}", question));
            if self.prompt.confirm(&question, true) != Answer::Given(true) {
                return false;
            }
        }
        let territory = self.sheet().territory.name;
        if !self.answers.apply(&request) {
            return false;
        }
        if territory.is_some_and(|before| field.key == TERRITORY && !is_same_name(&before, text)) {
            self.forget_codes();
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
        if now != text && doubt.is_none() && !matches!(field.shape, Shape::Prose) {
            self.note(&Phrase::untranslated(format!("  = {now}")));
        }
        if field.key == "title" {
            self.note_title(text);
        }
        true
    }

    /// Removes what another territory gave and nobody is asked: its codes and coordinates.
    fn forget_codes(&mut self) {
        let is_asked =
            |field: &Field| self.questions.iter().any(|asked| asked.field.key == field.key);
        let sheet = self.sheet();
        let codes = fields::written().filter(|field| {
            let is_there = !field.stored(&sheet).is_missing();
            field.key.starts_with("territory.") && is_there && !is_asked(field)
        });
        let codes: Vec<&Field> = codes.collect();
        let removed: Vec<&Field> = codes.into_iter().filter(|field| self.clear(field)).collect();
        if !removed.is_empty() {
            let labels = Phrase::per_lang(|lang| {
                removed.iter().map(|field| field.label.get(lang)).collect::<Vec<_>>().join(", ")
            });
            self.note(&phrase!(
                "  removed, of the territory before: {labels}",
                "  retiré, car d'un autre territoire : {labels}",
                labels,
            ));
        }
    }

    /// What an answer means, and what is asked where that is in doubt.
    fn read(
        &self,
        field: &'static Field,
        text: &str,
    ) -> Result<(Assignment, Option<Phrase>), Vec<Diagnostic>> {
        let dates = self.sheet().dates;
        let request = assignment::parse(self.context, field.key, &Key::Field(field), text, &dates)?;
        let doubt = (!request.warnings.is_empty()).then(|| assignment::question(&request));
        Ok((request, doubt))
    }
}

/// What names the territory, of which the other keys of its group tell more.
const TERRITORY: &str = "territory.name";

fn is_same_name(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
}

/// Why an answer could not be read, and what to type instead: the advice of this case, else an
/// example, else what helps in a file.
fn refusal(diagnostic: &Diagnostic, example: Option<Text>) -> Phrase {
    let finding = &diagnostic.finding;
    let advice = match (&finding.help, example) {
        (None, Some(example)) => e_g(example),
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

/// An example of an answer.
pub(super) fn e_g(example: Text) -> Phrase {
    phrase!("e.g. {example}", "par ex. {example}", example)
}
