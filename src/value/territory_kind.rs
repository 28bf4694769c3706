//! What sort of territory a project takes place in.

use crate::lang::choice::{Choice, choices};

choices! {
    /// What sort of territory it is.
    TerritoryKind {
        Neighbourhood: "neighbourhood", "neighbourhood", "quartier";
        Municipality: "municipality", "municipality", "commune";
        Intermunicipality: "intermunicipality", "intermunicipality", "intercommunalité";
        Department: "department", "department", "département";
        Region: "region", "region", "région";
        Other: "other", "other", "autre";
    }
}
