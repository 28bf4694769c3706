//! A message in HTML → lines, as a mail program would show them: what it quotes has marks.

use crate::text::html::plain;

const QUOTED: &str = "blockquote";

/// The text of a message: each block on lines of its own, a quotation behind `>`.
pub(super) fn lines(html: &str) -> String {
    let (mut out, mut depth): (String, usize) = (String::new(), 0);
    let (mut piece, mut rest) = (String::new(), html);
    let mut end = |piece: &mut String, depth: usize| {
        // As a block: then the lines of its source mean nothing.
        for line in plain(&format!("<div>{piece}</div>")).text.lines() {
            out += &"> ".repeat(depth);
            out += line;
            out.push('\n');
        }
        out.push('\n');
        piece.clear();
    };
    while let Some((before, opened)) = rest.split_once('<') {
        piece += before;
        let name = opened.trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let is_quoted = name[..length].eq_ignore_ascii_case(QUOTED);
        // Word has elements of its own, `<o:p>`: what they hold is a text like any other.
        let is_foreign = length > 0 && name[length..].starts_with(':');
        match opened.split_once('>') {
            Some((_, behind)) if is_quoted || is_foreign => {
                if is_quoted {
                    end(&mut piece, depth);
                    depth =
                        if name.len() < opened.len() { depth.saturating_sub(1) } else { depth + 1 };
                }
                rest = behind;
            }
            _ => {
                piece.push('<');
                rest = opened;
            }
        }
    }
    piece += rest;
    end(&mut piece, depth);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_is_a_line_and_a_quotation_has_marks() {
        for (html, expected) in [
            (
                "<div>Un.</div><div>Le mar. 24, La coop a écrit :</div><blockquote type=cite><p>Bonjour \
                 Lou,</p><p>[sheet a lessons.words]</p></blockquote><div>Deux<br>trois</div>",
                "Un.|Le mar. 24, La coop a écrit :|> Bonjour Lou,|> |> [sheet a lessons.words]|Deux|trois",
            ),
            ("Un\n<b>seul</b>\nmot &lt;3<o:p></o:p>", "Un seul mot <3"),
            (
                "<blockquote>a<blockquote>b</blockquote>c</blockquote></blockquote>d",
                "> a|> > b|> c|d",
            ),
            ("a < b", "a < b"),
            ("", ""),
        ] {
            let text = lines(html);
            let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
            assert_eq!(lines.join("|"), expected, "{html}");
        }
    }
}
