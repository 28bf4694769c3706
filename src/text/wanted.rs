//! Many texts that are looked for all at once, wherever lines are broken.

use std::collections::{BTreeMap, HashMap, HashSet};

/// So many bytes of a text are looked for first.
const START: usize = 8;

/// Texts that are looked for all at once: by their first bytes, then as a whole.
#[derive(Debug, Default)]
pub struct Wanted {
    /// By how many bytes are looked for first.
    starts: BTreeMap<usize, Starts>,
}

/// By the bytes that are looked for first: each text as it was given, and as it is looked for.
type Starts = HashMap<Vec<u8>, Vec<(String, String)>>;

impl Wanted {
    pub fn of(texts: impl IntoIterator<Item = String>) -> Wanted {
        let mut wanted = Wanted::default();
        for text in texts {
            let plain = on_one_line(&text);
            let start = &plain.as_bytes()[..plain.len().min(START)];
            if !start.is_empty() {
                let same = wanted.starts.entry(start.len()).or_default();
                same.entry(start.to_vec()).or_default().push((text, plain));
            }
        }
        wanted
    }

    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Those that stand in a text.
    pub fn within(&self, text: &str) -> impl Iterator<Item = &str> {
        let mut found: HashSet<&str> = HashSet::new();
        let text = if self.is_empty() { String::new() } else { on_one_line(text) };
        for (length, starts) in &self.starts {
            for (at, window) in text.as_bytes().windows(*length).enumerate() {
                let begun = starts.get(window).into_iter().flatten();
                let rest = &text.as_bytes()[at..];
                let here = begun.filter(|(_, plain)| rest.starts_with(plain.as_bytes()));
                found.extend(here.map(|(given, _)| given.as_str()));
            }
        }
        found.into_iter()
    }

    /// The same without some of them.
    pub fn without(mut self, texts: &HashSet<String>) -> Wanted {
        self.starts.retain(|_, starts| {
            starts.retain(|_, same| {
                same.retain(|(given, _)| !texts.contains(given));
                !same.is_empty()
            });
            !starts.is_empty()
        });
        self
    }
}

/// A text whose words stand one space apart.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_stands_in_a_text_is_found(
            text in "[abé]{0,60}",
            wanted in proptest::collection::hash_set("[abé]{1,12}", 0..6),
        ) {
            let all = Wanted::of(wanted.clone());
            let found: HashSet<String> = all.within(&text).map(str::to_owned).collect();
            let expected: HashSet<String> =
                wanted.iter().filter(|one| text.contains(one.as_str())).cloned().collect();
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(all.without(&found).within(&text).count(), 0);
        }
    }

    #[test]
    fn broken_lines_hide_nothing() {
        let wanted = Wanted::of(["deux\n mots".to_owned()]);
        assert_eq!(wanted.within("les deux   mots là").next(), Some("deux\n mots"));
    }
}
