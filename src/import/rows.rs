//! Tables of text, as they really arrive: the bytes → rows of cells, each with its line.
//!
//! A quotation mark behind a stroke is not doubled by PHP, which no reader of CSV expects; so the
//! cells are told apart here.

use crate::import::how_written::{HowWritten, SaidOfText, decimals};
use crate::import::separator::Separator;
use crate::text::encoding::Encoding;
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

/// A table of text, and how it was read.
pub(in crate::import) struct TextTable {
    /// Its rows, blank ones left out.
    pub rows: Vec<Row>,
    pub how: HowWritten,
}

/// Reads a file; what separates its cells is seen in its first lines, unless somebody has said it.
pub(in crate::import) fn read(bytes: &[u8], said: SaidOfText, stroke: Stroke) -> TextTable {
    let found = Encoding::of(bytes);
    let text = found.read(bytes);
    let separator = said.separator.unwrap_or_else(|| Separator::of(&text));
    let rows = rows(&text, separator.sign(), stroke);
    let cells = rows.iter().flat_map(|row| &row.cells);
    let how = HowWritten {
        encoding: said.encoding.unwrap_or(found),
        separator,
        decimals: decimals(cells.map(String::as_str)),
    };
    TextTable { rows, how }
}

fn rows(text: &str, separator: char, stroke: Stroke) -> Vec<Row> {
    let mut rest = text;
    let (mut line, mut open) = (1, 0);
    let mut rows: Vec<Row> = Vec::new();
    while !rest.is_empty() {
        let wanted = rows.first().map(|first: &Row| first.cells.len());
        // The other reading counts where it alone gives as many cells as the first row has.
        let mut read = row(rest, separator, stroke);
        if wanted.is_some_and(|wanted| read.cells.len() != wanted || read.is_open) {
            let other = row(rest, separator, stroke.other());
            if wanted == Some(other.cells.len()) && !other.is_open {
                read = other;
            }
        }
        if read.is_open && open < MAX_OPEN {
            open += 1;
            // The mark is the fault of its line, not of all those below.
            let end = rest.find(['\n', '\r']).map_or(rest.len(), |at| at + 1);
            let cells = rest[..end].trim_end().split(separator).map(str::to_owned);
            read = ReadRow { cells: cells.collect(), length: end, is_open: true };
        }
        let (taken, after) = rest.split_at(read.length);
        if read.cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line, cells: read.cells, is_open: read.is_open });
        }
        line += breaks(taken) as u32;
        rest = after;
    }
    rows
}

/// How many lines end in a text: with a line feed, as on old Macs with a carriage return, or with
/// both.
fn breaks(text: &str) -> usize {
    text.matches(['\n', '\r']).count() - text.matches("\r\n").count()
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

/// What a stroke before a quotation mark means, in the first place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Stroke {
    /// The mark is a part of the text, as PHP writes it.
    KeepsMark,
    /// It is a stroke, and the mark is one as any other, as spreadsheets write it.
    IsText,
}

impl Stroke {
    fn other(self) -> Stroke {
        match self {
            Stroke::KeepsMark => Stroke::IsText,
            Stroke::IsText => Stroke::KeepsMark,
        }
    }
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
            '\n' | '\r' if !quoted => return ReadRow { cells, length: at + 1, is_open: false },
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

    fn table(bytes: &[u8]) -> Vec<Row> {
        read(bytes, SaidOfText::default(), Stroke::KeepsMark).rows
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        table(text.as_bytes()).into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn cells_are_told_apart_as_they_were_written() {
        for (text, expected) in [
            ("a,b\n1,\"x, y\"\n", vec![vec!["a", "b"], vec!["1", "x, y"]]),
            ("a;b\r\n1;2\r\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            (
                "a,x;b\r1;2\r\r3;\"4\n5\"\r",
                vec![vec!["a,x", "b"], vec!["1", "2"], vec!["3", "4\n5"]],
            ),
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
            table(b"a,b\n\"un\ndeux\",1\n3,4\n").iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 2, 4]);
        for end in ["\n", "\r", "\r\n"] {
            let text = ["a,b", "1,2", "", "3,4"].join(end);
            let lines: Vec<u32> = table(text.as_bytes()).iter().map(|row| row.line).collect();
            assert_eq!(lines, [1, 2, 4], "{end:?}");
        }
        let open: Vec<bool> = table(b"a,b\n\"un,2\n3,4\n").iter().map(|row| row.is_open).collect();
        assert_eq!(open, [false, true, false], "one row is bad, and no other");
    }

    #[test]
    fn what_was_said_of_a_table_holds() {
        let said = SaidOfText { separator: Some(Separator::Bar), ..SaidOfText::default() };
        let table = read("a;b|c\n1,5;2|3,5\n".as_bytes(), said, Stroke::IsText);
        let cells: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
        assert_eq!(cells, [["a;b", "c"], ["1,5;2", "3,5"]]);
        assert_eq!(table.how.decimals, [',']);
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
            table in proptest::collection::vec(proptest::collection::vec("b[a\\\\\";, \n]{0,6}", 3..=3), 1..5),
            separator in prop_oneof![Just(Separator::Comma), Just(Separator::Semicolon), Just(Separator::Tab)],
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&separator.sign().to_string());
            let text = table.iter().map(line).collect::<Vec<_>>().join("\n");
            let said = SaidOfText { separator: Some(separator), ..SaidOfText::default() };
            let read = read(text.as_bytes(), said, Stroke::IsText).rows.into_iter();
            prop_assert_eq!(read.map(|row| row.cells).collect::<Vec<_>>(), table);
        }

        #[test]
        fn no_bytes_stop_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            table(&bytes);
        }
    }
}
