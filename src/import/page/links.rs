//! Links of a wiki or of Markdown where a name is due.

use crate::value::link::Link;

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
    let (inside, after) = link.split_once("]]")?;
    let link = Link::of_wiki(inside).filter(Link::leads_to_web)?;
    Some((before, link.name?, after))
}

/// `[Name](https://example.org)`, likewise.
fn markdown_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, link) = text.split_once('[')?;
    let name = link.find("](")?;
    let (inside, after) = link.split_at(name + link[name..].find(')')?);
    let link = Link::of_markdown(inside).filter(Link::leads_to_web)?;
    Some((before, link.name?, &after[1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::document;

    #[test]
    fn what_is_a_link_in_a_document_is_one_in_a_name() {
        for target in
            ["https://a.fr", "www.a.fr", "example.org/x", "ftp://a.fr/b", "PagePlan", "a.pdf"]
        {
            for link in [
                format!("[[{target} Le plan]]"),
                format!("[[{target}|Le plan]]"),
                format!("[Le plan]({target})"),
            ] {
                let is_address = document::parse(&link).url.is_some();
                let name = is_address.then(|| "Le plan".to_owned());
                assert_eq!(without_links(&link), name, "{link}");
            }
        }
    }
}
