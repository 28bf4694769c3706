//! Tables of text, as they really arrive: the bytes → rows of cells, each with its line.
//!
//! A quotation mark behind a stroke is not doubled by PHP, which no reader of CSV expects; so the
//! cells are told apart here.

use crate::import::encoding::{decoded, encoding};
use crate::tree::flat::quoted;

/// A row of cells, and the line that it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Row {
    pub line: u32,
    pub cells: Vec<String>,
    /// Whether a cell is opened by a quotation mark that nothing closes.
    pub is_open: bool,
}

/// So many rows are looked for behind a mark that nothing closes.
const MAX_OPEN: usize = 100;

/// The rows of a file, blank ones left out; what separates the cells is seen in its first lines.
pub(in crate::import) fn rows(bytes: &[u8]) -> Vec<Row> {
    let text = decoded(bytes);
    let separator = separator(&text);
    let mut rest = text.as_str();
    let (mut line, mut open) = (1, 0);
    let mut rows: Vec<Row> = Vec::new();
    while !rest.is_empty() {
        let wanted = rows.first().map(|first: &Row| first.cells.len());
        // A mark behind a stroke is a part of the text, unless the row has too few cells then.
        let mut read = row(rest, separator, Stroke::KeepsMark);
        if wanted.is_some_and(|wanted| read.cells.len() != wanted || read.is_open) {
            let other = row(rest, separator, Stroke::IsText);
            if wanted == Some(other.cells.len()) && !other.is_open {
                read = other;
            }
        }
        if read.is_open && open < MAX_OPEN {
            open += 1;
            // The mark is the fault of its line, not of all those below.
            let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
            let cells = rest[..end].trim_end().split(separator).map(str::to_owned);
            read = ReadRow { cells: cells.collect(), length: end, is_open: true };
        }
        let (taken, after) = rest.split_at(read.length);
        if read.cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line, cells: read.cells, is_open: read.is_open });
        }
        line += taken.matches('\n').count() as u32;
        rest = after;
    }
    rows
}

/// The cells of one line that stands in a cell, each in quotation marks: a list of names.
pub(in crate::import) fn nested(cell: &str) -> Option<Vec<String>> {
    let mut rest = cell.trim();
    let mut items = Vec::new();
    loop {
        let (item, after) = quoted(rest.strip_prefix('"')?)?;
        items.push(item);
        if after.is_empty() {
            return Some(items);
        }
        rest = after.strip_prefix(',')?;
    }
}

/// The separators that are known, the likeliest first.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// So many lines are looked at.
const MAX_LINES: usize = 50;

/// What separates the cells: what stands as often in most lines.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut lines = vec![[0_usize; SEPARATORS.len()]];
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted && lines.len() == MAX_LINES => break,
            '\n' if !quoted => lines.push(Default::default()),
            c if !quoted => {
                let at = SEPARATORS.iter().position(|known| *known == c);
                if let (Some(at), Some(line)) = (at, lines.last_mut()) {
                    line[at] += 1;
                }
            }
            _ => {}
        }
    }
    // How many lines have the same count of it, and that count.
    let evenness = |at: usize| {
        let counts = lines.iter().map(|line| line[at]).filter(|count| *count > 0);
        let same = |count: usize| lines.iter().filter(|line| line[at] == count).count();
        counts.map(|count| (same(count), count)).max().unwrap_or_default()
    };
    let best = (0..SEPARATORS.len()).rev().max_by_key(|at| evenness(*at));
    SEPARATORS[best.unwrap_or_default()]
}

/// How a text was read as a table: its encoding, and what separates its cells.
pub(in crate::import) fn how_read(bytes: &[u8]) -> (&'static str, char) {
    (encoding(bytes), separator(&decoded(bytes)))
}

/// What a stroke before a quotation mark means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stroke {
    /// The mark is a part of the text.
    KeepsMark,
    /// It is a stroke, and the mark is one as any other.
    IsText,
}

/// One row as it was read.
struct ReadRow {
    cells: Vec<String>,
    /// How many bytes it takes, with its end.
    length: usize,
    is_open: bool,
}

fn row(text: &str, separator: char, stroke: Stroke) -> ReadRow {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = text.char_indices().peekable();
    let mut before = separator;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let last = cells.len() - 1;
        match c {
            '"' if quoted && before == '\\' && stroke == Stroke::KeepsMark => cells[last].push(c),
            '"' if quoted && next == Some('"') => {
                cells[last].push('"');
                chars.next();
                before = ' ';
                continue;
            }
            '"' if quoted => quoted = false,
            '"' if cells[last].is_empty() && before != '"' => quoted = true,
            '\r' if !quoted && next == Some('\n') => {}
            '\n' if !quoted => return ReadRow { cells, length: at + 1, is_open: false },
            c if c == separator && !quoted => cells.push(String::new()),
            c => cells[last].push(c),
        }
        before = c;
    }
    ReadRow { cells, length: text.len(), is_open: quoted }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text.as_bytes()).into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn cells_are_told_apart_as_they_were_written() {
        for (text, expected) in [
            ("a,b\n1,\"x, y\"\n", vec![vec!["a", "b"], vec!["1", "x, y"]]),
            ("a;b\r\n1;2\r\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a,b\n\"il dit \"\"oui\"\"\",\n", vec![vec!["a", "b"], vec!["il dit \"oui\"", ""]]),
            ("a,b\n\"C:\\\"x\"\" y\",2\n", vec![vec!["a", "b"], vec!["C:\\\"x\" y", "2"]]),
            ("a,b\n\"C:\\x\\\",2\n", vec![vec!["a", "b"], vec!["C:\\x\\", "2"]]),
            ("a,b\n\n\"un\ndeux\",3", vec![vec!["a", "b"], vec!["un\ndeux", "3"]]),
            (
                "Suivi, par an\na;b;c\n1,5;2;3\n",
                vec![vec!["Suivi, par an"], vec!["a", "b", "c"], vec!["1,5", "2", "3"]],
            ),
            ("a\tb\nune \"cour\"\t2\n", vec![vec!["a", "b"], vec!["une \"cour\"", "2"]]),
        ] {
            assert_eq!(cells(text), expected, "{text}");
        }
        let lines: Vec<u32> =
            rows(b"a,b\n\"un\ndeux\",1\n3,4\n").iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 2, 4]);
        let open: Vec<bool> = rows(b"a,b\n\"un,2\n3,4\n").iter().map(|row| row.is_open).collect();
        assert_eq!(open, [false, true, false], "one row is bad, and no other");
    }

    #[test]
    fn a_line_in_a_cell_is_a_list_of_names() {
        for (cell, items) in [
            (
                "\"Porte à porte\",\"Cercle, plénière\"",
                Some(vec!["Porte à porte", "Cercle, plénière"]),
            ),
            ("\"Jeu \"\"Oasis\"\"\"", Some(vec!["Jeu \"Oasis\""])),
            ("\"un\" et \"deux\"", None),
            ("un, deux", None),
            ("\"", None),
            ("\"un\",", None),
        ] {
            let found = nested(cell);
            let items = items.map(|items| items.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(found, items, "{cell}");
        }
    }

    proptest! {
        /// Whatever is written as CSV is read again, in every separator.
        #[test]
        fn what_is_written_is_read(
            table in proptest::collection::vec(proptest::collection::vec("[a\";, \n]{0,6}b", 2..=2), 1..5),
            separator in prop_oneof![Just(','), Just(';'), Just('\t')],
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&separator.to_string());
            let text = table.iter().map(line).collect::<Vec<_>>().join("\n");
            prop_assert_eq!(cells(&text), table);
        }

        #[test]
        fn no_bytes_stop_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            rows(&bytes);
        }
    }
}
