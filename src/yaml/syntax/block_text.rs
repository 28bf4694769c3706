//! A text below `|` or `>`.

use crate::yaml::syntax::line::Line;
use crate::yaml::syntax::quotes::shifted;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// A text below `|` whose lines are not indented, or less than the first of them.
pub(super) fn at_margin(refusal: &Refusal) -> Option<Found> {
    let header = header(refusal)?;
    let lines = || refusal.below(header.number);
    let own = lines().next().filter(|line| line.indent > header.indent).map(|line| line.indent);
    let wanted = own.unwrap_or(header.content + 2);
    let first = lines().find(|line| line.indent < wanted)?;
    let ends = |line: &Line| line.has_plain_key() || header.has_dash() && line.has_dash();
    let text = || {
        let below = lines().skip_while(|line| line.number < first.number);
        below.take_while(|line| !ends(line))
    };
    let last = text().last()?;
    // Of lines in several columns, nobody can tell which are indented as they were meant; and one
    // at the margin, below others that are, may be a key without its colon.
    let in_one_column = text().all(|line| line.indent == first.indent);
    let is_certain = in_one_column && (own.is_none() || first.indent > header.content);
    let rewrite = shifted(refusal, first.number, last.number, wanted, is_certain);
    Some(Found::at(first.whole()).with_lines(rewrite))
}

/// The line of `|` above the place, where between the two there is text alone.
fn header<'s>(refusal: &Refusal<'s>) -> Option<Line<'s>> {
    for line in refusal.above(refusal.line.number) {
        let is_header = line.key.is_some() || line.has_dash();
        let sign =
            line.value().trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if is_header && matches!(sign, "|" | ">") {
            return Some(line);
        }
        if line.has_plain_key() {
            return None;
        }
    }
    None
}
