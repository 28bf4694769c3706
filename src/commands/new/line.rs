//! How an answer of one line is asked, which may list several values.

use crate::commands::new::ask::e_g;
use crate::commands::new::interview::Interview;
use crate::sheet::field::Field;
use crate::terminal::answer::Answer;

impl Interview<'_> {
    pub(super) fn ask_line(&mut self, field: &'static Field) -> Answer<()> {
        self.announce(field, field.more.example.map(e_g));
        let several = field.shape.is_list();
        loop {
            let text = match self.line(field) {
                Answer::Given(text) if several => text.trim().to_owned(),
                Answer::Given(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                other => return other.map(|_| ()),
            };
            if text.is_empty() || self.take(field, &text) {
                return Answer::Given(());
            }
        }
    }
}
