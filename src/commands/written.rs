//! What a command over several files has written when a failure stops it.

use crate::commands::Context;
use crate::lang::Phrase;

impl Context {
    /// Says of each file whether it was written; the failure itself is told after that.
    pub fn say_written<'f>(&self, files: impl IntoIterator<Item = (&'f str, bool)>) {
        for (path, written) in files {
            self.say(&match written {
                true => Phrase::new(format!("{path}: written"), format!("{path} : écrit")),
                false => Phrase::new(format!("{path}: not written"), format!("{path} : pas écrit")),
            });
        }
    }
}
