//! Decisions for generated cases.

/// Decisions, drawn one after the other: a case is nothing but its bytes, so that it shrinks.
pub(crate) struct Draw<'d> {
    bytes: &'d [u8],
    at: usize,
    words: usize,
}

impl<'d> Draw<'d> {
    pub(crate) fn from(bytes: &'d [u8]) -> Draw<'d> {
        Draw { bytes, at: 0, words: 0 }
    }

    /// A number below `count`.
    pub(crate) fn of(&mut self, count: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(byte) % count
    }

    pub(crate) fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.of(texts.len())]
    }

    /// A word that stands nowhere else.
    pub(crate) fn word(&mut self) -> String {
        self.words += 1;
        format!("mot{}x", self.words)
    }
}
