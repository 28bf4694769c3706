//! What a page says by itself: each of its words a method of its `Words`, and all of them in a list.

/// Declares the words of a page, in both languages.
macro_rules! words {
    ($($name:ident = $text:expr;)+) => {
        /// What the page says by itself, in its language.
        pub(in crate::export) struct Words(pub $crate::lang::Lang);

        impl Words {
            /// All of them.
            pub(in crate::export) const ALL: &'static [$crate::lang::Text] =
                &[$($text),+];

            $(pub(in crate::export) fn $name(&self) -> &'static str {
                const WORDS: $crate::lang::Text = $text;
                WORDS.get(self.0)
            })+
        }
    };
}

pub(super) use words;
