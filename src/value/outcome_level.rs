//! How far a project succeeded.

use crate::lang::choice::{Choice, choices};

choices! {
    /// How a project turned out.
    Level {
        Succeeded: "succeeded", "succeeded", "réussite", also "réussi", also "réussie";
        Partial: "partial", "partly succeeded", "réussite partielle", also "en partie réussi";
        Failed: "failed", "failed", "échec", also "échoué";
        TooEarly: "too-early", "too early to tell", "trop tôt pour le dire";
    }
}
