//! A colour of the screen, and whether text in it can be read on a background.
//!
//! Source: contrast and relative luminance as in WCAG 2.2 (1.4.3), which asks of text 4.5 to 1.

use std::fmt;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The contrast that text needs.
pub const LEAST_CONTRAST: f64 = 4.5;

impl Colour {
    pub const fn new(red: u8, green: u8, blue: u8) -> Colour {
        Colour { red, green, blue }
    }

    /// Reads `#0b6558`, or `#063` for `#006633`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.trim().strip_prefix('#')?;
        let digits: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then_some(())?;
        Some(Colour::new(part(0)?, part(2)?, part(4)?))
    }

    /// The contrast of two colours, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// This colour, or the nearest darker or lighter one that can be read on a background.
    pub fn readable_on(self, background: Colour) -> Colour {
        let end = if background.luminance() > 0.18 { Colour::BLACK } else { Colour::WHITE };
        let steps = (0..=100).map(|percent| self.mixed(end, percent));
        let mut readable = steps.filter(|colour| colour.contrast(background) >= LEAST_CONTRAST);
        readable.next().unwrap_or(end)
    }

    pub const BLACK: Colour = Colour::new(0, 0, 0);
    pub const WHITE: Colour = Colour::new(255, 255, 255);

    fn mixed(self, other: Colour, percent: u16) -> Colour {
        let mix = |one: u8, other: u8| {
            let sum = u16::from(one) * (100 - percent) + u16::from(other) * percent;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Colour::new(
            mix(self.red, other.red),
            mix(self.green, other.green),
            mix(self.blue, other.blue),
        )
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_is_read_as_pages_write_it() {
        for (text, colour) in [("#0b6558", "#0b6558"), ("#063", "#006633"), (" #FFF ", "#ffffff")] {
            assert_eq!(
                Colour::parse(text).map(|colour| colour.to_string()).as_deref(),
                Some(colour)
            );
        }
        for text in ["", "vert", "0b6558", "#12", "#12345g", "#ééé", "#+1+2+3"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        // The lightest grey that passes on white.
        assert!(Colour::new(0x76, 0x76, 0x76).contrast(Colour::WHITE) >= LEAST_CONTRAST);
        assert!(Colour::new(0x77, 0x77, 0x77).contrast(Colour::WHITE) < LEAST_CONTRAST);
    }

    proptest! {
        #[test]
        fn every_colour_has_one_that_can_be_read(red: u8, green: u8, blue: u8, ground: [u8; 3]) {
            let colour = Colour::new(red, green, blue);
            let background = Colour::new(ground[0], ground[1], ground[2]);
            let readable = colour.readable_on(background);
            prop_assert!(readable.contrast(background) >= LEAST_CONTRAST);
            let is_as_it_was = colour.contrast(background) >= LEAST_CONTRAST;
            prop_assert_eq!(readable == colour, is_as_it_was);
        }
    }
}
