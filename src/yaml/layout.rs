//! On which lines of a text a key and its value stand.

use std::ops::RangeInclusive;

use crate::text::{Position, Source};
use crate::yaml::node::{Content, Node, Pair, ScalarStyle};

/// Whether each key of a mapping begins a line of its own: then its lines belong to it alone.
pub(super) fn is_block(source: &Source, map: &Node) -> bool {
    if is_flow(source, map) {
        return false;
    }
    let first = map.pairs().first().map(|pair| pair.key_span.start);
    map.pairs().iter().all(|pair| {
        let start = pair.key_span.start;
        first.is_some_and(|first| first.column == start.column) && is_first(source, start)
    })
}

/// The lines of a key and its value, from 1, without the blank lines and comments behind them.
/// `map` is the mapping that holds them.
pub(super) fn lines_of(source: &Source, map: &Node, pair: &Pair) -> RangeInclusive<u32> {
    let first = pair.key_span.start.line;
    let next = map.pairs().iter().map(|other| other.key_span.start.line);
    let next = next.filter(|line| *line > first).min();
    let last = last_line(source, &pair.value).max(pair.key_span.end.line);
    first..=next.map_or(last, |next| last.min(next - 1)).max(first)
}

/// The last line on which a value says something.
pub(super) fn last_line(source: &Source, node: &Node) -> u32 {
    let Position { line, column } = node.span.end;
    let before = if column == 1 || is_first(source, node.span.end) { line - 1 } else { line };
    let last = match &node.content {
        Content::Scalar { text, style: ScalarStyle::Literal | ScalarStyle::Folded } => {
            let last = (node.span.start.line..=before)
                .rev()
                .find(|line| !source.line(*line).trim().is_empty())
                .unwrap_or(before);
            // With `|+` the blank lines behind it belong to the text.
            let ends = text.len() - text.trim_end_matches('\n').len();
            (last + ends.saturating_sub(1) as u32).min(before.max(last))
        }
        Content::Scalar { .. } => before,
        Content::List(_) | Content::Map(_) if is_flow(source, node) => line,
        Content::List(items) => last_of(source, node, items.iter()).unwrap_or(before),
        Content::Map(pairs) => {
            last_of(source, node, pairs.iter().map(|pair| &pair.value)).unwrap_or(before)
        }
    };
    last.max(node.span.start.line)
}

/// The last line of the last of the values in a list or mapping; nothing where they stand
/// elsewhere, because an alias repeats them here.
fn last_of<'n, 'a: 'n>(
    source: &Source,
    whole: &Node,
    values: impl DoubleEndedIterator<Item = &'n Node<'a>>,
) -> Option<u32> {
    values
        .rev()
        .find(|value| value.span.start >= whole.span.start)
        .map(|last| last_line(source, last))
}

/// Whether a list or mapping is written in brackets.
pub(super) fn is_flow(source: &Source, node: &Node) -> bool {
    let text = source.text();
    let (start, end) = (source.byte(node.span.start), source.byte(node.span.end));
    text[start..].starts_with(['[', '{']) && text[start..end].ends_with([']', '}'])
}

/// Whether only spaces stand before a place on its line.
pub(super) fn is_first(source: &Source, place: Position) -> bool {
    let before = place.column.saturating_sub(1) as usize;
    source.line(place.line).chars().take(before).all(|c| c == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse::parse;

    #[test]
    fn the_lines_of_a_value_end_with_what_it_says() {
        let text = "a: b # c\nd:\n  - e # f\n  # g\n\nh: |\n  i\n  # j\n\n# k\nl: {m: n,\n  o: [p]} # q\nr:\nt: 'u\n\n  v' # w\nx: &y\n- [1]\n- z: 2\n  zz: '3'\n\nya: *y\nyb: # c\n  yc: *y\n  # d\nye: >-\n  f\nyf: |+\n  g\n\n\nyg: |\n  h\n\n";
        let source = Source::of("a.yaml", text.to_owned());
        let map = parse(&source).expect("it is YAML").node;
        assert!(is_block(&source, &map));
        let found: Vec<(u32, u32)> =
            map.pairs().iter().map(|pair| lines_of(&source, &map, pair).into_inner()).collect();
        let expected = [
            (1, 1),
            (2, 3),
            (6, 8),
            (11, 12),
            (13, 13),
            (14, 16),
            (17, 20),
            (22, 22),
            (23, 24),
            (26, 27),
            (28, 31),
            (32, 33),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_mapping_in_brackets_or_with_two_keys_on_a_line_is_no_block() {
        for (text, block) in
            [("a: b\nc: d\n", true), ("{a: b, c: d}", false), ("{\n  a: b}", false)]
        {
            let source = Source::of("a.yaml", text.to_owned());
            assert_eq!(
                is_block(&source, &parse(&source).expect("it is YAML").node),
                block,
                "{text}"
            );
        }
    }
}
