//! As what somebody speaks who is not in the team.

use crate::lang::choice::{Choice, choices};

choices! {
    /// As what somebody speaks.
    Speaker {
        Resident: "resident", "resident", "habitant·e", also "habitant", also "habitante";
        Elected: "elected", "elected official", "élu·e", also "élu", also "élue";
        Staff: "staff", "staff of a public service", "agent·e", also "agent", also "agente";
        Partner: "partner", "partner", "partenaire";
        Commissioner: "commissioner", "commissioner", "commanditaire";
    }
}
