//! The wiki's own marks in a text: read as what they show, or left and reported.

use crate::value::link::Link;

/// What is left of marks that could not be read.
const LEFT: [&str; 4] = ["**", "{{", "[[", "\"\""];

/// A text as the wiki shows it: no marks of bold and italics, a link as its name and its address.
pub(super) fn plain(text: &str) -> String {
    if !["//", "__", "=="].iter().chain(&LEFT).any(|mark| text.contains(mark)) {
        return text.to_owned();
    }
    let text = replaced(text, ["\"\"", "\"\""], |html| Some(without_tags(html)));
    let text = replaced(&text, ["[[", "]]"], |inside| Link::of_wiki(inside).map(shown));
    let text = replaced(&text, ["{{attach", "}}"], |inside| Link::of_attachment(inside).map(shown));
    without_emphasis(&text).split('\n').map(without_heading).collect::<Vec<_>>().join("\n")
}

/// A text without the marks of bold and italics.
pub(super) fn without_emphasis(text: &str) -> String {
    let marks = ["**", "//", "__"].iter().filter(|mark| text.contains(**mark));
    marks.fold(text.to_owned(), |text, mark| without_pairs(&text, mark))
}

/// Whether marks are left in a text.
pub(super) fn is_left(text: &str) -> bool {
    LEFT.iter().any(|mark| text.contains(mark))
}

/// A text in which what stands between two marks is replaced, where it can be.
fn replaced(text: &str, marks: [&str; 2], change: fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once(marks[0]) {
        let Some((inside, after)) = opened.split_once(marks[1]) else {
            break;
        };
        out += before;
        out += &change(inside).unwrap_or_else(|| format!("{}{inside}{}", marks[0], marks[1]));
        rest = after;
    }
    out + rest
}

/// What stands between the tags of HTML: `<b>`, `</b>`.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, opened)) = rest.split_once('<') {
        let Some((_, after)) = opened.split_once('>').filter(|(tag, _)| is_tag(tag)) else {
            out += before;
            out.push('<');
            rest = opened;
            continue;
        };
        out += before;
        rest = after;
    }
    out + rest
}

fn is_tag(text: &str) -> bool {
    text.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic())
}

/// A link as what it shows: `Name (https://example.org)`.
fn shown(link: Link) -> String {
    match link.name {
        Some(name) => format!("{name} ({})", link.target),
        None => link.target.to_owned(),
    }
}

/// A text without the marks that stand round some of its words.
fn without_pairs(text: &str, mark: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside, after)) = pair(rest, mark) {
        out = out + before + inside;
        rest = after;
    }
    out + rest
}

/// What stands before, between and behind the first two marks that open and close: those of
/// `http://` do neither.
fn pair<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let opens = |at: &usize| {
        !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == ':' || c == '/')
            && text[at + mark.len()..].starts_with(|c: char| !c.is_whitespace())
    };
    let open = text.match_indices(mark).map(|(at, _)| at).find(opens)?;
    let inner = open + mark.len();
    let closes = |at: &usize| {
        !text[inner..*at].ends_with(|c: char| c.is_whitespace() || mark == "//" && c == ':')
            && !text[at + mark.len()..].starts_with(char::is_alphanumeric)
    };
    let ends = text[inner..].match_indices(mark).map(|(at, _)| inner + at);
    let close = ends.filter(|at| *at > inner).find(closes)?;
    Some((&text[..open], &text[inner..close], &text[close + mark.len()..]))
}

/// A line without the equal signs round it.
fn without_heading(line: &str) -> &str {
    let bare = line.trim();
    if bare.starts_with("==") && bare.ends_with("==") {
        bare.trim_matches(['=', ' '])
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_the_wiki_shows_it() {
        for (text, shown) in [
            ("aux //gens// d'ici", "aux gens d'ici"),
            ("**très** //bien//, oui", "très bien, oui"),
            ("voulait \"\"<b>parler</b>\"\".", "voulait parler."),
            ("un \"\"WordPress\"\" en 2 < 3", "un WordPress en 2 < 3"),
            ("voir [[https://a.fr/x//y Le plan]].", "voir Le plan (https://a.fr/x//y)."),
            ("[[https://a.fr]] et [[PagePlan|le plan]]", "https://a.fr et le plan (PagePlan)"),
            ("{{attach file=\"a.pdf\" desc=\"Plan\"}}", "Plan (a.pdf)"),
            ("=== Après ===\nrien", "Après\nrien"),
            ("https://a.fr // http://b.fr", "https://a.fr // http://b.fr"),
            ("2**3 et 4**5", "2**3 et 4**5"),
            ("**Alix :** oui", "Alix : oui"),
            ("et//ou", "et//ou"),
            ("une [[ ouverte et {{bazar id=\"1\"}}", "une [[ ouverte et {{bazar id=\"1\"}}"),
        ] {
            assert_eq!(plain(text), shown, "{text}");
        }
    }
}
