//! How the items of a list are asked one by one, until one is left empty.

use crate::commands::new::interview::Interview;
use crate::lang::{Text, phrase, text};
use crate::session::assignment::Assignment;
use crate::session::item_question::{ItemAnswer, ItemQuestion};
use crate::sheet::canonical::FormatSkips;
use crate::sheet::field::Field;
use crate::sheet::questions::silent;
use crate::sheet::shape::Shape;
use crate::terminal::answer::{Answer, Question};
use crate::tree::{Change, Tree};
use crate::value::any::{Record, Value};
use crate::value::document::{self, Document};
use crate::yaml::node::Content;
use crate::yaml::parse::parse;

/// An item that is asked for, with what was answered, and where that stands in the list.
#[derive(Clone, Default)]
struct Step {
    answer: ItemAnswer,
    index: Option<usize>,
}

impl Step {
    fn of(name: &str) -> Step {
        let answer = ItemAnswer { from: Some(name.to_owned()), ..ItemAnswer::default() };
        Step { answer, index: None }
    }

    /// Whether its answer is in the list, in a place that is not certain.
    fn is_settled(&self) -> bool {
        self.index.is_none() && !self.answer.text.is_empty()
    }
}

impl Interview<'_> {
    /// Item after item; `<` takes up the one before, and from the first leads to the question
    /// before; `-` clears the item that was taken up, else all that were there before. Of words, each of the team who has said none is asked first, then anybody; of
    /// documents, first where those are of which nobody knows.
    pub(super) fn ask_items(&mut self, field: &'static Field, item: &ItemQuestion) -> Answer<()> {
        self.announce(field, Some(item.hint.into()));
        let mut steps = Vec::new();
        match field.shape {
            Shape::Words => steps.extend(silent(&self.sheet()).map(Step::of)),
            Shape::Documents => match self.ask_places(field) {
                Answer::Given(()) => {}
                other => return other,
            },
            _ => {}
        }
        let mut at = 0;
        loop {
            let is_new = at >= steps.len();
            let step = steps.get(at).cloned().unwrap_or_default();
            let words = match &step.answer.from {
                Some(name) => format!("{name} > "),
                None => item.mark.get(self.context.lang()).to_owned(),
            };
            let asked = item.ask(self.context, &mut self.prompt, field, &words, &step.answer);
            let (answer, then) = match asked {
                Answer::Given(given) => given,
                Answer::Back if at > 0 && !steps[at - 1].is_settled() => {
                    at -= 1;
                    continue;
                }
                other => return other.map(|_| ()),
            };
            match answer.text.as_str() {
                "" if is_new => return Answer::Given(()),
                "" => at += 1,
                "-" => match step.index {
                    Some(index) if self.remove(field, index) => forget(&mut steps, at, index),
                    None if steps.iter().all(|step| step.index.is_none()) => {
                        self.clear(field);
                    }
                    _ => {}
                },
                _ if answer == step.answer => at += 1,
                _ => {
                    if let Some(index) = self.put(field, item, &answer, step.index) {
                        let given = Step { answer, index };
                        if is_new {
                            steps.push(given)
                        } else {
                            steps[at] = given
                        }
                        at += 1;
                    }
                }
            }
            if then != Answer::Given(()) {
                return then;
            }
        }
    }

    /// Puts an item at its place in the list, else at the end; its place, where that is certain.
    /// Nothing where it cannot be put.
    fn put(
        &mut self,
        field: &Field,
        item: &ItemQuestion,
        answer: &ItemAnswer,
        index: Option<usize>,
    ) -> Option<Option<usize>> {
        let tree = (item.make)(answer);
        let before = self.length(field).unwrap_or(0);
        match index {
            Some(index) => self.replace(field, index, tree).then_some(Some(index)),
            None => self
                .add(field, tree)
                .then(|| self.length(field).filter(|now| *now == before + 1).map(|now| now - 1)),
        }
    }

    /// Takes one item out of a list.
    fn remove(&mut self, field: &Field, index: usize) -> bool {
        let Tree::List(mut items) = field.stored(&self.sheet()).written() else {
            return false;
        };
        items.remove(index);
        let rest = if items.is_empty() { Change::Unset } else { Change::Set(Tree::List(items)) };
        self.answers.apply(&Assignment::of(field.key, rest))
    }

    fn replace(&mut self, field: &Field, index: usize, item: Tree) -> bool {
        self.answers.apply(&Assignment::of(field.key, Change::Items(vec![(index, item)])))
    }

    /// How many items a list has, where each that is written is one that is read.
    fn length(&self, field: &Field) -> Option<usize> {
        let parsed = parse(&self.answers.source).ok()?;
        let Content::List(items) = &parsed.node.at(field.key)?.content else {
            return None;
        };
        let sheet = self.sheet();
        let read = field.stored(&sheet).flat().len();
        let certain = FormatSkips::of(&sheet).why(field.key).is_none();
        (certain && items.len() == read).then_some(read)
    }

    /// Asks where each document is of which nobody knows.
    fn ask_places(&mut self, field: &Field) -> Answer<()> {
        let sheet = self.sheet();
        if self.length(field).is_none() {
            return Answer::Given(());
        }
        let nowhere = sheet.documents.iter().enumerate();
        let nowhere: Vec<(usize, &Document)> =
            nowhere.filter(|(_, document)| document.is_nowhere()).collect();
        let mut at = 0;
        while let Some((index, document)) = nowhere.get(at) {
            let title = document.summary(self.context.lang());
            let words = phrase!(
                "  {title}: its URL or file (optional) > ",
                "  {title} : son adresse web ou son fichier (facultatif) > ",
                title,
            );
            let words = words.get(self.context.lang());
            let asked = Question { help: PLACE.get(self.context.lang()), ..Question::of(words) };
            match self.prompt.line(&asked) {
                Answer::Given(text) if text.trim().is_empty() => at += 1,
                Answer::Given(text) => {
                    let place = document::parse(&text);
                    let (url, file) = (place.url, place.file.or(place.title));
                    let found = Document { url, file, ..(*document).clone() };
                    let tree = Value::Record(&found).written();
                    at += usize::from(self.replace(field, *index, tree));
                }
                Answer::Back if at > 0 => at -= 1,
                other => return other.map(|_| ()),
            }
        }
        Answer::Given(())
    }
}

/// Forgets the answer of a step, whose item has left the list.
fn forget(steps: &mut Vec<Step>, at: usize, index: usize) {
    for later in steps.iter_mut().filter_map(|step| step.index.as_mut()) {
        *later -= usize::from(*later > index);
    }
    match steps[at].answer.from.clone() {
        Some(name) => steps[at] = Step::of(&name),
        None => {
            steps.remove(at);
        }
    }
}

const PLACE: Text =
    text!("  https://… or a path in this folder", "  https://… ou un chemin dans ce dossier",);
