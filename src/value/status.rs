//! Where a project stands.

use crate::lang::choice::{Choice, choices};

choices! {
    /// Where a project stands.
    Status {
        Idea: "idea", "idea", "idée";
        Ongoing: "ongoing", "ongoing", "en cours";
        Done: "done", "done", "terminé", also "terminée";
        Abandoned: "abandoned", "abandoned", "abandonné", also "abandonnée";
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
        assert_eq!(parse::<Status>("fini"), None);
    }
}
