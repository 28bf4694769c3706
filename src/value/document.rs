//! A document that a project produced, and where it is.

use crate::value::own::Own;
use crate::value::parsed::normalise;
use crate::value::visibility::Visibility;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: Option<String>,
    /// Its path within the collection.
    pub file: Option<String>,
    pub url: Option<String>,
    /// How large it is, as `1.4 MB`.
    pub size: Option<String>,
    pub visibility: Option<Visibility>,
    pub own: Own,
}

/// Reads a document as people write it: `bilan.pdf (1,4 Mo)`. A bare name does not say where the
/// document is, so it is a title; an address is a `url`, a path with folders a `file`.
pub fn parse(text: &str) -> Document {
    let text = normalise(text);
    let (name, size) = match text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((name, inside)) if !name.trim().is_empty() => match size(inside) {
            Some(size) => (name.trim(), Some(size)),
            None => (text.as_str(), None),
        },
        _ => (text.as_str(), None),
    };
    let name = Some(name.to_owned()).filter(|name| !name.is_empty());
    let is_url = |name: &String| name.starts_with("https://") || name.starts_with("http://");
    let extension = |name: &String| {
        name.rsplit_once('.').is_some_and(|(_, end)| {
            (1..=5).contains(&end.len()) && end.chars().all(char::is_alphanumeric)
        })
    };
    let document = Document { size, ..Document::default() };
    match name {
        Some(name) if is_url(&name) && !name.contains(' ') => {
            Document { url: Some(name), ..document }
        }
        Some(name) if name.contains('/') && !name.contains(' ') && extension(&name) => {
            Document { file: Some(name), ..document }
        }
        name => Document { title: name, ..document },
    }
}

/// Reads a size: `1.4MB`, `1,4 Mo`, `300 ko`; the unit is written KB, MB or GB.
pub fn size(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let (number, unit) = text.split_at(end);
    let number = number.replace(',', ".");
    crate::tree::number(&number)?;
    let unit = match unit.trim().to_lowercase().as_str() {
        "o" | "b" | "octets" | "bytes" => "B",
        "ko" | "kb" | "kio" | "kib" => "KB",
        "mo" | "mb" | "mio" | "mib" => "MB",
        "go" | "gb" | "gio" | "gib" => "GB",
        _ => return None,
    };
    Some(format!("{number} {unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_read_as_people_write_them() {
        let document = |title: &str, file: &str, url: &str, size: &str| {
            let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            Document {
                title: text(title),
                file: text(file),
                url: text(url),
                size: text(size),
                visibility: None,
                own: Vec::new(),
            }
        };
        for (text, expected) in [
            ("BILAN__2023.pdf (1.4MB)", document("BILAN__2023.pdf", "", "", "1.4 MB")),
            ("Bande dessinée (5,4 Mo)", document("Bande dessinée", "", "", "5.4 MB")),
            ("Bilan (provisoire)", document("Bilan (provisoire)", "", "", "")),
            ("bilans/2023.pdf", document("", "bilans/2023.pdf", "", "")),
            (
                "https://example.org/a.pdf (300 ko)",
                document("", "", "https://example.org/a.pdf", "300 KB"),
            ),
            ("Photos / vidéos", document("Photos / vidéos", "", "", "")),
            ("", document("", "", "", "")),
            ("(1.4MB)", document("(1.4MB)", "", "", "")),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
