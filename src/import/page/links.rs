//! Links of a wiki or of Markdown where a name is due.

/// A text in which each link is the name that it shows; none where there is no link.
pub(super) fn without_links(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, name, after)) = wiki_link(rest).or_else(|| markdown_link(rest)) {
        out = out + before + name;
        rest = after;
    }
    (!out.is_empty()).then(|| out + rest)
}

/// `[[https://example.org Name]]`: what stands before it, its name, what stands behind it.
fn wiki_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, link) = text.split_once("[[")?;
    let (link, after) = link.split_once("]]")?;
    let (address, name) = link.split_once([' ', '|'])?;
    (is_address(address) && !name.trim().is_empty()).then_some((before, name.trim(), after))
}

/// `[Name](https://example.org)`, likewise.
fn markdown_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, link) = text.split_once('[')?;
    let (name, address) = link.split_once("](")?;
    let (address, after) = address.split_once(')')?;
    (is_address(address) && !name.trim().is_empty()).then_some((before, name.trim(), after))
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.starts_with("www.")
}
