//! What the readers of a page find in it: every text and every name of its elements, as a browser
//! decodes them, but for what the page says by itself.

use std::collections::HashSet;

use crate::lang::Text;

/// The attributes whose values come from sheets.
const ATTRIBUTES: [&str; 5] = ["id", "href", "value", "data-rest", "data-id"];

/// Gives the texts of a page of ours, without those that are its own words, whole.
pub(super) fn texts(page: &str, own: &[Text], give: &mut dyn FnMut(&str)) {
    let own: HashSet<&str> = own.iter().flat_map(|own| own.both()).collect();
    let mut rest = page;
    let mut is_own = false;
    while let Some((text, after)) = rest.split_once('<') {
        if !is_own {
            put(text, &own, give);
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        // A sentence of the page's own, with numbers in it.
        is_own = tag.ends_with(" data-own");
        attributes(tag, |name, value| {
            if ATTRIBUTES.contains(&name) {
                put(value, &own, give);
            }
        });
        // Neither holds a text of a sheet, and both have brackets of their own.
        let raw = ["style", "script"].into_iter().find(|name| tag.starts_with(name));
        rest = match raw {
            Some(name) => after.split_once(&format!("</{name}>")).map_or("", |(_, rest)| rest),
            None => after,
        };
    }
}

/// Gives the attributes of a tag, all of which stand in quotation marks.
fn attributes<'t>(tag: &'t str, mut give: impl FnMut(&'t str, &'t str)) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        give(before.rsplit([' ', '\n']).next().unwrap_or_default(), value);
        rest = after;
    }
}

fn put(escaped: &str, own: &HashSet<&str>, give: &mut dyn FnMut(&str)) {
    let text = escaped.trim();
    if !text.is_empty() && !own.contains(text) {
        let text = decoded(text);
        if !own.contains(text.as_str()) {
            give(&text);
        }
    }
}

/// A text as the templates escape it, decoded.
fn decoded(text: &str) -> String {
    let pairs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    let mut decoded = text.to_owned();
    for (escaped, letter) in pairs {
        if decoded.contains(escaped) {
            decoded = decoded.replace(escaped, letter);
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::text;

    #[test]
    fn what_a_browser_shows_is_found_and_what_the_page_says_is_not() {
        let page = "<!doctype html><title>Fiche</title><style>a > b { color: red }</style>\n\
            <article id=\"a&#38;b\" class=\"x\" data-f=\"1 2\"><h2>L&#39;&#60;b&#62;</h2> Fiches\n\
            <a href=\"#c\">&#38;lt;</a><p data-own>3 fiches</p></article><script>if (a < b) c</script>";
        let own = [text!("Sheet", "Fiche")];
        let mut found = Vec::new();
        texts(page, &own, &mut |text| found.push(text.to_owned()));
        assert_eq!(found, ["a&b", "L'<b>", "Fiches", "#c", "&lt;"]);
    }
}
