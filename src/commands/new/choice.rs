//! How one of a few words is chosen.

use crate::commands::new::interview::Interview;
use crate::lang::choice::ChoiceValue;
use crate::lang::{Text, phrase, text};
use crate::session::assignment::Assignment;
use crate::session::item_question::explanation;
use crate::sheet::field::Field;
use crate::terminal::answer::{Answer, MenuItem, Question};
use crate::tree::{Change, Tree};
use crate::value::any::Value;

impl Interview<'_> {
    pub(super) fn ask_choice(&mut self, field: &'static Field, all: &[ChoiceValue]) -> Answer<()> {
        let lang = self.context.lang();
        let (label, count) = (field.label, self.count());
        let words = phrase!("{count} · {label}:", "{count} · {label} :", count, label);
        let help = explanation(self.context, field.about, field.more.example);
        let question = Question { help: &help, ..Question::of(words.get(lang)) };
        let none = std::iter::once(MenuItem::of(NO_ANSWER.get(lang)));
        let items =
            none.chain(all.iter().map(|one| MenuItem {
                also: one.names().collect(),
                ..MenuItem::of(one.get(lang))
            }));
        let items: Vec<MenuItem> = items.collect();
        loop {
            let now = match field.stored(&self.sheet()) {
                Value::Choice(chosen) => all.iter().position(|one| one.code == chosen.code),
                _ => None,
            };
            let change = match self.prompt.choose(&question, &items, now.map_or(0, |now| now + 1)) {
                Answer::Given(0) => Change::Unset,
                Answer::Given(index) => Change::Set(Tree::text(all[index - 1].code)),
                other => return other.map(|_| ()),
            };
            if self.answers.apply(&Assignment::of(field.key, change)) {
                return Answer::Given(());
            }
        }
    }
}

const NO_ANSWER: Text = text!("(none)", "(sans valeur)");
