//! What a command over several files has written when a failure stops it.

use crate::commands::Context;
use crate::lang::phrase;

impl Context {
    /// Says of each file whether it was written; the failure itself is told after that.
    pub fn say_written<'f>(&self, files: impl IntoIterator<Item = (&'f str, bool)>) {
        for (path, written) in files {
            self.say(&if written {
                phrase!("{path}: saved", "{path} : enregistrée", path)
            } else {
                phrase!("{path}: not saved", "{path} : pas enregistrée", path)
            });
        }
    }
}
