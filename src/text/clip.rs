//! A long text by its beginning.

use std::borrow::Cow;

/// A text of at most so many characters; the last of them is `…` where more was there.
pub fn clip(text: &str, length: usize) -> Cow<'_, str> {
    match text.chars().nth(length) {
        None => Cow::Borrowed(text),
        Some(_) => {
            let beginning: String = text.chars().take(length.saturating_sub(1)).collect();
            Cow::Owned(format!("{}…", beginning.trim_end()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_longer_is_cut() {
        for (text, length, expected) in
            [("été", 3, "été"), ("été 3", 5, "été 3"), ("été 23", 5, "été…"), ("", 0, "")]
        {
            assert_eq!(clip(text, length), expected, "{text}");
        }
    }
}
