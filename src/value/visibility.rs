//! Who may see a sheet, a lesson, a document.

use crate::lang::choice::{Choice, choices};

choices! {
    /// Who may see it.
    Visibility {
        Public: "public", "public", "publique";
        Members: "members", "members", "membres";
        Private: "private", "private", "privée", also "privé";
    }
}
