//! The forms of official identifiers, which are text and never numbers.

use crate::lang::{Text, text};
use crate::value::parsed::ParseError;

/// An official identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficialCode {
    /// A place, for the French statistical office.
    Insee,
    /// A priority neighbourhood.
    Qpv,
    /// An establishment or an enterprise.
    Siret,
}

impl OfficialCode {
    /// Tells whether a text has the form of such a code.
    ///
    /// # Errors
    /// Why it has not.
    pub fn check(self, text: &str) -> Result<(), ParseError> {
        match self {
            OfficialCode::Insee => insee(text),
            OfficialCode::Qpv => qpv(text),
            OfficialCode::Siret => siret(text),
        }
    }
}

/// The patterns of these codes.
impl OfficialCode {
    /// The pattern of a text that is such a code.
    pub fn pattern(self) -> &'static str {
        match self {
            OfficialCode::Insee => r"^\s*((?=(\S{2,3}|\S{5}|\S{9})\s*$)[0-9]*(2[AB])?[0-9]*)?\s*$",
            OfficialCode::Qpv => r"^\s*(Q[PN][0-9A-Z]{6})?\s*$",
            OfficialCode::Siret => r"^\s*((\s*[0-9]){9}((\s*[0-9]){5})?)?\s*$",
        }
    }
}

/// A code of the French statistical office: 5 characters for a municipality, the department's
/// two first (`2A` and `2B` in Corsica), or the 2, 3 or 9 digits of a region, a department or an
/// intermunicipality. Source: INSEE, Code officiel géographique.
fn insee(text: &str) -> Result<(), ParseError> {
    let corsica = text.replacen("2A", "20", 1).replacen("2B", "20", 1);
    let known = matches!(text.len(), 2 | 3 | 5 | 9);
    if known && digits(&corsica) {
        return Ok(());
    }
    let lost_zero = text.len() == 4 && digits(text);
    refuse(
        text!(
            "a municipality's INSEE code has 5 characters",
            "le code INSEE d'une commune a 5 caractères",
        ),
        lost_zero.then(|| format!("\"0{text}\"")),
    )
}

/// A code of a priority neighbourhood: `QP` (until 2023) or `QN` (from 2024) and 6 digits or
/// capitals. Source: ANCT, quartiers prioritaires de la politique de la ville.
fn qpv(text: &str) -> Result<(), ParseError> {
    let rest = text.strip_prefix("QP").or_else(|| text.strip_prefix("QN"));
    match rest {
        Some(rest)
            if rest.len() == 6
                && rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) =>
        {
            Ok(())
        }
        _ => refuse(
            text!(
                "a QPV code is QP or QN followed by 6 characters, e.g. QP001004",
                "un code QPV s'écrit QP ou QN suivi de 6 caractères, par exemple QP001004",
            ),
            None,
        ),
    }
}

/// The number of an establishment, 14 digits, or of an enterprise, 9; spaces do not count.
/// Source: INSEE, répertoire Sirene.
fn siret(text: &str) -> Result<(), ParseError> {
    let plain: String = text.split_whitespace().collect();
    let lost_zero = matches!(plain.len(), 8 | 13) && digits(&plain);
    match plain.len() {
        9 | 14 if digits(&plain) => Ok(()),
        _ => refuse(
            text!("a SIRET has 14 digits, a SIREN has 9", "un SIRET a 14 chiffres, un SIREN 9"),
            lost_zero.then(|| format!("\"0{plain}\"")),
        ),
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn refuse(reason: Text, suggestion: Option<String>) -> Result<(), ParseError> {
    Err(ParseError { ambiguous: false, reason: reason.into(), suggestion })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_keep_their_form() {
        for good in ["01160", "2A004", "97411", "01", "974", "240100750"] {
            assert!(insee(good).is_ok(), "{good}");
        }
        for bad in ["", "1", "011600", "0116O", "É1160"] {
            assert!(insee(bad).is_err(), "{bad}");
        }
        let lost_zero = insee("1160").expect_err("a digit is missing");
        assert_eq!(lost_zero.suggestion.as_deref(), Some("\"01160\""));
        assert!(qpv("QP001004").is_ok() && qpv("QN00101M").is_ok());
        assert!(qpv("QP1").is_err() && qpv("001004").is_err());
        assert!(siret("123 456 789 00012").is_ok() && siret("123456789").is_ok());
        assert!(siret("12345").is_err());
    }
}
