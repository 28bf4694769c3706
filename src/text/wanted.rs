//! Many texts that are looked for all at once, wherever lines are broken.

use std::collections::{HashMap, HashSet};

/// So many bytes of a text are looked for first.
const START: usize = 8;

/// Texts that are looked for all at once: by their first bytes, then as a whole.
#[derive(Debug, Default)]
pub struct Wanted {
    /// By the bytes that are looked for first: each text as it was given, and as it is looked for.
    starts: HashMap<Vec<u8>, Vec<(String, String)>>,
    /// For each pair of bytes, a bit for each length of the starts that begin with it. Most places of
    /// a text are passed over by that.
    lengths: Vec<u8>,
}

impl Wanted {
    pub fn of(texts: impl IntoIterator<Item = String>) -> Wanted {
        let mut wanted = Wanted { starts: HashMap::new(), lengths: vec![0; 1 << 16] };
        for text in texts {
            let plain = on_one_line(&text);
            let start = plain.as_bytes()[..plain.len().min(START)].to_vec();
            let bit = match start.len() {
                0 => continue,
                length => 1 << (length - 1),
            };
            match start[..] {
                // Whatever follows.
                [only] => (0..=u8::MAX).for_each(|next| wanted.lengths[pair(&[only, next])] |= bit),
                _ => wanted.lengths[pair(&start)] |= bit,
            }
            wanted.starts.entry(start).or_default().push((text, plain));
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
        for at in 0..text.len() {
            let rest = &text.as_bytes()[at..];
            let mut lengths = self.lengths[pair(rest)];
            while lengths != 0 {
                let length = lengths.trailing_zeros() as usize + 1;
                lengths &= lengths - 1;
                let begun = rest.get(..length).and_then(|start| self.starts.get(start));
                let begun = begun.into_iter().flatten();
                let here = begun.filter(|(_, plain)| rest.starts_with(plain.as_bytes()));
                found.extend(here.map(|(given, _)| given.as_str()));
            }
        }
        found.into_iter()
    }

    /// The same without some of them.
    pub fn without(mut self, texts: &HashSet<String>) -> Wanted {
        self.starts.retain(|_, same| {
            same.retain(|(given, _)| !texts.contains(given));
            !same.is_empty()
        });
        self
    }
}

/// The number of the first two bytes, of which the second may be missing.
fn pair(bytes: &[u8]) -> usize {
    match bytes {
        [first, second, ..] => usize::from(*first) << 8 | usize::from(*second),
        [only] => usize::from(*only) << 8,
        [] => 0,
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
