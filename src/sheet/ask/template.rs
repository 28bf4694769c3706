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

/// The sentences by which a line is known as ours; people say thanks themselves.
const ALL: [Text; 4] = [LEAD, REPLY, READERS, KEEP];

/// Fewer letters of a line tell nothing.
const LEAST: usize = 20;

/// Whether a line begins with one of the sentences of every message: nobody writes it.
pub fn is_ours(line: &str) -> bool {
    let line = search_key(line);
    ALL.iter().any(|text| begins_with(&line, *text))
}

/// Whether a quoted line is one of ours, or the beginning of one that was broken.
pub fn may_be_ours(line: &str) -> bool {
    let line = search_key(line);
    ALL.iter().any(|text| begins_with(&line, *text) || is_beginning(&line, *text))
}

/// Whether a line is the first one of a message below the greeting, or the beginning of it.
pub fn is_lead(line: &str) -> bool {
    // Each line of whatever is imported is looked at.
    if !LEAD.both().into_iter().any(|known| line.chars().next() == known.chars().next()) {
        return false;
    }
    let line = search_key(line);
    begins_with(&line, LEAD) || is_beginning(&line, LEAD)
}

/// Whether a text is all or the end of the sentence that stands before the line in brackets.
pub fn ends_before_tag(text: &str) -> bool {
    let text = search_key(text);
    text.contains(' ') && KEEP.both().into_iter().any(|known| search_key(known).ends_with(&text))
}

fn begins_with(line: &str, text: Text) -> bool {
    text.both().into_iter().any(|known| line.starts_with(&search_key(known)))
}

fn is_beginning(line: &str, text: Text) -> bool {
    line.len() >= LEAST && text.both().into_iter().any(|known| search_key(known).starts_with(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_lines_are_known_however_they_were_broken() {
        for line in ["Réponds simplement à ce", "who will read your answer: members"] {
            assert!(may_be_ours(line), "{line}");
        }
        for line in
            ["", "La pluie", "Ma réponse", "J'ai une question", "Merci aux voisins", "Merci !"]
        {
            assert!(!may_be_ours(line), "{line}");
        }
        assert!(!is_ours("Réponds simplement à ce"));
        assert!(is_ours("REPONDS SIMPLEMENT A CE MESSAGE. Qui"));
        assert!(is_lead("J'ai une question sur un de nos") && !is_lead("J'ai une question"));
        assert!(ends_before_tag("va ta réponse :") && !ends_before_tag("réponse :"));
    }
}
