//! The links within a text: what begins with `http://` or `https://`, and nothing else, so that no
//! text can bring in another kind of link. This is the door of `linkify`.

use linkify::{LinkFinder, LinkKind};

/// A piece of a text: a link, or what is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    Plain(&'t str),
    Link(&'t str),
}

/// A text piece by piece, in order; neighbours that are no links are one.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    if !text.contains("://") {
        return vec![Piece::Plain(text)];
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let (mut pieces, mut start) = (Vec::new(), 0);
    for found in finder.links(text).filter(|found| is_web(found.as_str())) {
        pieces.push(Piece::Plain(&text[start..found.start()]));
        pieces.push(Piece::Link(found.as_str()));
        start = found.end();
    }
    pieces.push(Piece::Plain(&text[start..]));
    pieces
}

/// A text with each link written by one function, and what is none by the other.
pub fn linked(text: &str, link: impl Fn(&str) -> String, plain: impl Fn(&str) -> String) -> String {
    let written = pieces(text).into_iter().map(|piece| match piece {
        Piece::Plain(text) => plain(text),
        Piece::Link(url) => link(url),
    });
    written.collect()
}

fn is_web(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| scheme == "http" || scheme == "https")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_ends_before_what_belongs_to_the_sentence() {
        for (text, shown) in [
            ("Voir https://example.org/a_b.", "Voir {https://example.org/a_b}."),
            ("(https://example.org/a(b))", "({https://example.org/a(b)})"),
            ("« https://example.org?a=1&b=2 »", "« {https://example.org?a=1&b=2} »"),
            ("http://a.fr, https://b.fr", "{http://a.fr}, {https://b.fr}"),
            ("<http://a.fr>", "<{http://a.fr}>"),
            ("javascript://alert(1) ftp://a.fr", "javascript://alert(1) ftp://a.fr"),
            ("", ""),
        ] {
            assert_eq!(linked(text, |url| format!("{{{url}}}"), str::to_owned), shown);
        }
    }
}
