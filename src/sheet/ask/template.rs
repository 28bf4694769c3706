//! The sentences that stand in every message.

use crate::lang::{Text, text};
use crate::text::fold::search_key;

pub(super) const LEAD: Text = text!(
    "I have one question about a project of ours; one sentence is enough.",
    "J'ai une question sur un de nos projets ; une phrase suffit.",
);
pub(super) const REPLY: Text =
    text!("Simply reply to this message.", "Réponds simplement à ce message.");
pub(super) const READERS: Text = text!("Who will read your answer:", "Qui lira ta réponse :");
pub(super) const PRIVATE: Text = text!(
    "Begin with [private], and only those who keep the sheets will read it.",
    "Commence par [privé], et seules les personnes qui tiennent les fiches la liront.",
);
pub(super) const THANKS: Text = text!("Thank you!", "Merci !");
pub(super) const KEEP: Text = text!(
    "Please leave this line, it says where your answer belongs:",
    "Laisse cette ligne, elle dit où va ta réponse :",
);

const ALL: [Text; 5] = [LEAD, REPLY, READERS, THANKS, KEEP];

/// Fewer letters of a line tell nothing.
const LEAST: usize = 5;

/// Whether a line is one of those of a message, or the beginning of one.
pub fn is_ours(line: &str) -> bool {
    let line = search_key(line);
    let begins = |known: &str| {
        let known = search_key(known);
        line.starts_with(&known) || line.len() >= LEAST && known.starts_with(&line)
    };
    ALL.iter().any(|text| text.both().into_iter().any(begins))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_lines_are_known_however_they_were_broken() {
        for line in ["Merci !", "Réponds simplement à ce", "who will read your answer: members"] {
            assert!(is_ours(line), "{line}");
        }
        for line in ["", "La pluie", "Ma réponse"] {
            assert!(!is_ours(line), "{line}");
        }
    }
}
