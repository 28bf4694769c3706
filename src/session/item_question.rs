//! How the items of a list that are told one by one are asked: a row for each sort of item.

use crate::lang::{Text, phrase, text};
use crate::session::Context;
use crate::sheet::ask::{lesson_typed, with_action};
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::terminal::answer::{Answer, Question};
use crate::terminal::prompt::Prompt;
use crate::tree::Tree;
use crate::value::any::Value;
use crate::value::document;
use crate::value::lesson::Word;
use crate::value::moment::Moment;

/// How an item is asked.
#[derive(Clone, Copy)]
pub(crate) struct ItemQuestion {
    /// How to answer, beside the label of the field.
    pub hint: Text,
    /// What stands before an answer.
    pub mark: Text,
    /// The part that is asked behind the text.
    pub part: Option<PartQuestion>,
    /// The item that an answer makes.
    pub make: fn(&ItemAnswer) -> Tree,
}

/// How a part of an item is asked.
#[derive(Clone, Copy)]
pub(crate) struct PartQuestion {
    key: &'static str,
    mark: Text,
    /// Whether a text leaves it open.
    is_open: fn(&str) -> bool,
}

/// What was answered for one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ItemAnswer {
    /// Who says it, where they were asked by name.
    pub from: Option<String>,
    pub text: String,
    pub part: Option<String>,
}

const LESSON: ItemQuestion = ItemQuestion {
    hint: LINE_BY_LINE,
    mark: MARK,
    part: Some(PartQuestion {
        key: "do",
        mark: text!(
            "  What to do next time (optional) > ",
            "  Que faire la prochaine fois (facultatif) > ",
        ),
        is_open: |text| with_action(text).1.is_none(),
    }),
    make: |answer| Value::Record(&lesson_typed(&answer.text, answer.part.clone())).written(),
};

const WORD: ItemQuestion = ItemQuestion {
    hint: text!(
        "one sentence per person; Enter goes on to the next",
        "une phrase par personne ; Entrée pour passer à la suivante",
    ),
    mark: text!("Someone else (Name: text) > ", "Une autre personne (Nom : texte) > "),
    part: None,
    make: |answer| {
        let word = match answer.from.clone() {
            from @ Some(_) => Word { from, text: answer.text.clone(), ..Word::default() },
            None => Word::parse(&answer.text),
        };
        Value::Record(&word).written()
    },
};

const DOCUMENT: ItemQuestion = ItemQuestion {
    hint: LINE_BY_LINE,
    mark: MARK,
    part: Some(PartQuestion {
        key: "url",
        mark: text!(
            "  Its URL or file (optional) > ",
            "  Son adresse web ou son fichier (facultatif) > ",
        ),
        is_open: |text| document::parse(text).is_nowhere(),
    }),
    make: |answer| {
        let mut document = document::parse(&answer.text);
        if let Some(place) = &answer.part {
            let place = document::parse(place);
            document.url = place.url;
            document.file = place.file.or(place.title);
        }
        Value::Record(&document).written()
    },
};

const MOMENT: ItemQuestion = ItemQuestion {
    hint: text!(
        "one per line, its date first; empty line to finish",
        "ligne par ligne, la date d'abord ; Entrée seule pour finir",
    ),
    mark: MARK,
    part: Some(PartQuestion {
        key: "why",
        mark: text!("  Why it counted (optional) > ", "  Pourquoi cela a compté (facultatif) > "),
        is_open: |_| true,
    }),
    make: |answer| {
        let why = answer.part.clone();
        Value::Record(&Moment { why, ..Moment::parse(&answer.text) }).written()
    },
};

/// An item that is a line and no more.
pub(crate) const LINE: ItemQuestion = ItemQuestion {
    hint: LINE_BY_LINE,
    mark: MARK,
    part: None,
    make: |answer| Tree::text(&*answer.text),
};

const MARK: Text = text!("> ", "> ");
const LINE_BY_LINE: Text =
    text!("one per line; empty line to finish", "ligne par ligne ; Entrée seule pour finir");

/// How the items of a field are asked, where they are asked one by one.
pub(crate) fn of(field: &Field) -> Option<ItemQuestion> {
    match field.shape {
        Shape::Lessons => Some(LESSON),
        Shape::Words => Some(WORD),
        Shape::Documents => Some(DOCUMENT),
        Shape::Moments => Some(MOMENT),
        _ => None,
    }
}

impl ItemQuestion {
    /// Asks for an item, behind these words: what was answered, and how it goes on. What was
    /// answered before is there to be changed.
    pub(crate) fn ask(
        &self,
        context: &Context,
        prompt: &mut Prompt,
        field: &Field,
        words: &str,
        before: &ItemAnswer,
    ) -> Answer<(ItemAnswer, Answer<()>)> {
        let help = explanation(context, field.about, field.more.example);
        let mut answer = before.clone();
        loop {
            let asked = Question { words, help: &help, before: &answer.text, known: &[] };
            answer.text = match prompt.line(&asked) {
                Answer::Given(text) => text.trim().to_owned(),
                other => return other.map(|_| (answer, Answer::Given(()))),
            };
            let part = self.part.filter(|part| (part.is_open)(&answer.text));
            let Some(part) = part.filter(|_| !matches!(answer.text.as_str(), "" | "-")) else {
                return Answer::Given((answer, Answer::Given(())));
            };
            let then = part.ask(context, prompt, field, &mut answer);
            if then != Answer::Back {
                return Answer::Given((answer, then));
            }
        }
    }
}

impl PartQuestion {
    fn ask(
        &self,
        context: &Context,
        prompt: &mut Prompt,
        field: &Field,
        answer: &mut ItemAnswer,
    ) -> Answer<()> {
        let part = field.shape.parts().iter().find(|part| part.key == self.key);
        let help = part.map(|part| explanation(context, part.about, None)).unwrap_or_default();
        let before = answer.part.clone().unwrap_or_default();
        let words = self.mark.get(context.lang());
        let asked = Question { words, help: &help, before: &before, known: &[] };
        prompt.line(&asked).map(|text| {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            answer.part = Some(text).filter(|text| !text.is_empty());
        })
    }
}

/// What `?` says: what is asked, and an example.
pub(crate) fn explanation(context: &Context, about: Text, example: Option<Text>) -> String {
    context.folded(&match example {
        Some(example) => {
            phrase!("  {about}\n  e.g. {example}", "  {about}\n  par ex. {example}", about, example)
        }
        None => phrase!("  {about}", "  {about}", about),
    })
}
