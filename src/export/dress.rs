//! Whose page it is, and how it looks: the name, the colour and the logo of the organisation.

use crate::export::policy::data_address;
use crate::lang::Lang;
use crate::value::colour::Colour;

/// Whose page it is.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    pub lang: Lang,
    pub organisation: Option<String>,
    pub colour: Option<Colour>,
    /// A picture as a data address; empty where there is none.
    pub logo: String,
}

/// What text in the organisation's colour stands on: the paper of `base.css` by day, and its cards
/// by night, each the nearer of two grounds.
const BY_DAY: Colour = Colour::new(0xfb, 0xfa, 0xf6);
const BY_NIGHT: Colour = Colour::new(0x1e, 0x21, 0x24);

impl Dress {
    /// The style that is this organisation's own.
    pub(super) fn style(&self) -> String {
        let name = self.organisation.as_deref().unwrap_or_default();
        let colour = self.colour.map_or_else(String::new, |colour| {
            let (day, night) = (colour.readable_on(BY_DAY), colour.readable_on(BY_NIGHT));
            format!(":root{{--accent:light-dark({day},{night});--on-accent:light-dark(#fff,#111)}}")
        });
        format!("{colour}@page{{@top-left{{content:{}}}}}", quoted(name))
    }
}

/// A picture as an address that needs no request; nothing where the bytes are none.
pub fn picture(bytes: &[u8]) -> Option<String> {
    let is_vector = |text: &str| text.trim_start().starts_with("<svg") || text.starts_with("<?xml");
    let media_type = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        _ if std::str::from_utf8(bytes).is_ok_and(is_vector) => "image/svg+xml",
        _ => return None,
    };
    Some(data_address(media_type, bytes))
}

/// A text as a string of CSS, whatever it holds.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        ' ' => " ".to_owned(),
        c if c.is_alphanumeric() => c.to_string(),
        c => format!("\\{:x} ", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_on_the_colour_can_be_read_too() {
        let dress = |text: &str| Dress { colour: Colour::parse(text), ..Dress::default() };
        assert!(dress("#0b6558").style().contains("light-dark(#0b6558,"));
        assert!(!dress("#ffff00").style().contains("light-dark(#ffff00,"));
        assert!(!Dress::default().style().contains("--accent"));
    }

    #[test]
    fn a_logo_is_a_picture_whatever_its_name() {
        assert_eq!(picture(b"<svg/>").as_deref(), Some("data:image/svg+xml;base64,PHN2Zy8+"));
        assert!(picture(b"\x89PNG\r\n").is_some_and(|data| data.starts_with("data:image/png;")));
        for bytes in [&b""[..], b"-----BEGIN KEY", b"<script>", b"RIFFxxxxWAVE", &[0xff, 0xfe]] {
            assert_eq!(picture(bytes), None);
        }
    }

    #[test]
    fn no_name_leaves_its_string() {
        assert_eq!(quoted("L'été\"}</style>"), "\"L\\27 été\\22 \\7d \\3c \\2f style\\3e \"");
    }
}
