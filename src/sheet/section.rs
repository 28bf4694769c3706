//! The parts of a sheet in which fields are shown and asked.

use crate::lang::{Text, text};

/// The part of a sheet in which a field is shown and asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Project,
    Territory,
    Scope,
    Description,
    Feedback,
    About,
    /// Not written: made from the other fields, to be asked for.
    Derived,
}

impl Section {
    /// Those that a sheet is shown in, in order.
    pub const SHOWN: [Section; 6] = [
        Section::Project,
        Section::Territory,
        Section::Scope,
        Section::Description,
        Section::Feedback,
        Section::About,
    ];

    pub const fn label(self) -> Text {
        match self {
            Section::Project => text!("The project", "Le projet"),
            Section::Territory => text!("Territory", "Territoire"),
            Section::Scope => text!("Scope and means", "Cadre du projet"),
            Section::Description => text!("Description", "Description"),
            Section::Feedback => text!("Lessons learnt", "Retour d'expérience"),
            Section::About => text!("About this sheet", "À propos de la fiche"),
            Section::Derived => text!("Computed", "Champs calculés"),
        }
    }
}
