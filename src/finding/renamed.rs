//! Codes of earlier versions.

use crate::lang::{Phrase, phrase};

/// The codes of version 0.1, each with today's: still understood where a code is written.
const RENAMED: [(&str, &str); 11] = [
    ("wrong-shape", "wrong-type"),
    ("too-deep", "limit-exceeded"),
    ("eaten-zero", "lost-leading-zero"),
    ("doubtful-reading", "uncertain-value"),
    ("escaping-document", "document-outside-collection"),
    ("document-nowhere", "document-without-location"),
    ("old-district-code", "district-code-of-other-period"),
    ("two-in-one", "several-organisations-in-one"),
    ("useless-ignore", "unused-ignore"),
    ("overlong", "too-long"),
    ("borrowed-paragraph", "copied-paragraph"),
];

/// Today's code for one that has another name now.
pub fn renamed(code: &str) -> Option<&'static str> {
    RENAMED.iter().find(|(old, _)| *old == code).map(|(_, today)| *today)
}

/// That a code has another name now.
pub fn renamed_message(code: &str, today: &str) -> Phrase {
    phrase!(
        "`{code}` is now called `{today}`",
        "`{code}` s'appelle maintenant `{today}`",
        code,
        today,
    )
}
