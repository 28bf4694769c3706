//! Many texts that are looked for all at once, wherever lines are broken.
//!
//! At most places of a text nothing begins that is looked for: a look at a few bytes tells that. Where
//! something may begin, it is found among the texts in their order, by halves.

use std::collections::HashSet;
use std::iter;

/// Gives every text that the readers of a file find in it.
pub type ReadTexts = fn(&[u8], &mut dyn FnMut(&str));

/// So many bytes of a text are looked for first.
const START: usize = 8;

/// Texts that are looked for all at once.
#[derive(Debug, Default)]
pub struct Wanted {
    /// Each on one line, once, in order: what begins alike stands side by side.
    texts: Vec<String>,
    /// For each text, the longest other one that it begins with.
    shorter: Vec<Option<usize>>,
    starts: Starts,
}

impl Wanted {
    pub fn of(texts: impl IntoIterator<Item = String>) -> Wanted {
        let mut texts: Vec<String> = texts.into_iter().map(|text| on_one_line(&text)).collect();
        texts.retain(|text| !text.is_empty());
        texts.sort_unstable();
        texts.dedup();
        let mut shorter: Vec<Option<usize>> = Vec::with_capacity(texts.len());
        for (number, text) in texts.iter().enumerate() {
            let mut before = iter::successors(number.checked_sub(1), |before| shorter[*before]);
            let longest = before.find(|before| text.starts_with(&texts[*before]));
            shorter.push(longest);
        }
        Wanted { starts: Starts::of(&texts), shorter, texts }
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Those that stand in a text, each on one line.
    pub fn within(&self, text: &str) -> HashSet<&str> {
        if self.is_empty() {
            return HashSet::new();
        }
        let line = on_one_line(text);
        let places = (0..line.len()).map(|at| &line.as_bytes()[at..]);
        let places = places.filter(|rest| self.starts.may_begin(rest));
        places.flat_map(|rest| self.beginning(rest)).collect()
    }

    /// Those that these bytes begin with: the last one that does not stand behind the bytes in order, or
    /// what that one begins with.
    fn beginning(&self, rest: &[u8]) -> impl Iterator<Item = &str> {
        let last = self.texts.partition_point(|text| text.as_bytes() <= rest).checked_sub(1);
        let numbers = iter::successors(last, |number| self.shorter[*number]);
        let texts = numbers.map(|number| self.texts[number].as_str());
        texts.filter(|text| rest.starts_with(text.as_bytes()))
    }
}

/// The first bytes of many texts, so kept that what is none of them is seldom taken for one.
#[derive(Debug, Default)]
struct Starts {
    /// For each pair of bytes, a bit for each length of the starts that begin with it.
    lengths: Vec<u8>,
    /// A bit for each start, where its bytes say.
    bits: Vec<u64>,
}

impl Starts {
    fn of(texts: &[String]) -> Starts {
        let bits = vec![0; texts.len() / 4 + 1];
        let mut starts = Starts { lengths: vec![0; 1 << 16], bits };
        for text in texts {
            let length = text.len().min(START);
            let of_length = 1 << (length - 1);
            match text.as_bytes() {
                // Whatever follows.
                [only] => {
                    (0..=u8::MAX).for_each(|next| starts.lengths[pair(&[*only, next])] |= of_length)
                }
                bytes => starts.lengths[pair(bytes)] |= of_length,
            }
            let (word, bit) = starts.place(first_bytes(text.as_bytes()), length);
            starts.bits[word] |= bit;
        }
        starts
    }

    /// Whether these bytes may begin with one of the texts.
    fn may_begin(&self, rest: &[u8]) -> bool {
        let mut lengths = self.lengths[pair(rest)];
        if lengths == 0 {
            return false;
        }
        let first = first_bytes(rest);
        while lengths != 0 {
            let (word, bit) = self.place(first, lengths.trailing_zeros() as usize + 1);
            if self.bits[word] & bit != 0 {
                return true;
            }
            lengths &= lengths - 1;
        }
        false
    }

    /// Where the bit of a start of so many bytes stands.
    fn place(&self, first: u64, length: usize) -> (usize, u64) {
        let start = first & (u64::MAX >> (64 - 8 * length));
        // The golden ratio spreads what is alike. Source: Knuth, The Art of Computer Programming, 6.4.
        let spread = start.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        let bit = (spread * (self.bits.len() as u64 * 64)) >> 32;
        ((bit / 64) as usize, 1 << (bit % 64))
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

/// The first bytes as one number, the first of them in its lowest bits.
fn first_bytes(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(first) => u64::from_le_bytes(*first),
        None => bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

/// A text whose words stand one space apart.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
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
            let found: HashSet<String> = all.within(&text).into_iter().map(str::to_owned).collect();
            let expected: HashSet<String> =
                wanted.iter().filter(|one| text.contains(one.as_str())).cloned().collect();
            prop_assert_eq!(&found, &expected);
        }
    }

    #[test]
    fn broken_lines_hide_nothing() {
        let wanted = Wanted::of(["deux\n mots".to_owned()]);
        assert_eq!(wanted.within("les deux   mots là"), HashSet::from(["deux mots"]));
    }
}
