//! Where a project stands.

use crate::lang::choice::{Choice, choices};

choices! {
    /// Where a project stands.
    Status {
        Idea: "idea", "idea", "idée",
            also "une idée", also "en projet", also "à l'étude", also "en réflexion";
        Ongoing: "ongoing", "ongoing", "en cours",
            also "en cours de réalisation", also "projet en cours", also "en réalisation",
            also "in progress", also "under way", also "underway";
        Done: "done", "done", "terminé",
            also "terminée", also "fait", also "faite", also "réalisé", also "réalisée", also "achevé", also "achevée",
            also "fini", also "finie", also "clos", also "close", also "clôturé",
            also "clôturée", also "projet terminé", also "completed", also "complete",
            also "finished", also "closed";
        Abandoned: "abandoned", "abandoned", "abandonné",
            also "abandonnée", also "arrêté", also "arrêtée", also "annulé", also "annulée", also "cancelled", also "canceled",
            also "dropped";
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::choice::parse;
    use crate::value::outcome_level::Level;

    use super::*;

    #[test]
    fn a_choice_is_read_by_its_code_and_by_its_label_in_both_languages() {
        assert_eq!(parse("done"), Some(Status::Done));
        assert_eq!(parse("Terminé"), Some(Status::Done));
        assert_eq!(parse("TERMINE"), Some(Status::Done));
        assert_eq!(parse("en partie réussi"), Some(Level::Partial));
        assert_eq!(parse::<Status>("réalisé·e"), Some(Status::Done));
        assert_eq!(parse::<Status>("non terminé"), None);
    }
}
