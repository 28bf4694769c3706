//! What holds for every table, whatever stands in it.

use proptest::prelude::*;

use crate::import::spreadsheet::file::packed;
use crate::import::spreadsheet::{read, recognizes};
use crate::import::{Import, ImportOptions};
use crate::lang::Lang;
use crate::sheet::write;

/// What may stand in a cell: labels, values of every sort, what people write around tables.
const CELLS: [Cell; 36] = [
    text(""),
    text(""),
    text(""),
    text("Titre"),
    text("Projet"),
    text("Commune"),
    text("Coût HT"),
    text("Montant"),
    text("Début"),
    text("Équipe"),
    text("Remarques"),
    text("Durée (mois)"),
    text("Taxe"),
    text("Le lavoir"),
    text("La navette"),
    text("Orval"),
    text("900 €"),
    text("1 200,50"),
    text("mars 2023"),
    text("15/13/2023"),
    text("Ida ; Tom"),
    text("9"),
    text("HT"),
    text("Total"),
    text("Exemple"),
    text("JJ/MM/AAAA"),
    text("Champ texte"),
    text("#REF!"),
    text("une phrase, assez longue."),
    text("un\ndeux"),
    number("9 500,50 €", "float", "9500.5", 1),
    number("01210", "float", "1210", 2),
    number("9 mois", "float", "9", 3),
    number("50%", "percentage", "0.5", 4),
    number("avril 2023", "date", "2023-04-01", 5),
    number("7,25", "float", "7.25", 0),
];

/// The number formats of the cells, by the numbers of their looks.
const LOOKS: [&str; 6] =
    ["General", "#,##0.00\\ \"€\"", "00000", "General\" mois\"", "0%", "mmmm yyyy"];

/// A cell as it is shown, and its value where it is no text.
#[derive(Debug)]
struct Cell {
    shown: &'static str,
    value: Option<Value>,
}

/// A number: its sort and itself in a document, and its look in a workbook.
#[derive(Debug)]
struct Value {
    sort: &'static str,
    number: &'static str,
    look: usize,
}

const fn text(shown: &'static str) -> Cell {
    Cell { shown, value: None }
}

const fn number(
    shown: &'static str,
    sort: &'static str,
    number: &'static str,
    look: usize,
) -> Cell {
    Cell { shown, value: Some(Value { sort, number, look }) }
}

/// Rows of cells.
type Rows<'c> = Vec<Vec<&'c Cell>>;

fn rows() -> impl Strategy<Value = Rows<'static>> {
    let row = proptest::collection::vec((0..CELLS.len()).prop_map(|at| &CELLS[at]), 5);
    // Most tables have a header, below some lines of another kind.
    let with_header = |(above, mut rows): (usize, Rows<'static>)| {
        let cell = |text: &str| CELLS.iter().find(|cell| cell.shown == text).expect("a cell");
        if above < rows.len() {
            rows.insert(above, HEADER.map(cell).to_vec());
        }
        rows
    };
    (0_usize..5, proptest::collection::vec(row, 1..9)).prop_map(with_header)
}

const HEADER: [&str; 5] = ["Projet", "Commune", "Coût HT", "Durée (mois)", "Remarques"];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn csv(rows: &Rows) -> Vec<u8> {
    let quoted = |cell: &&Cell| format!("\"{}\"", cell.shown);
    let rows = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";") + "\n");
    rows.collect::<String>().into_bytes()
}

/// The number of the line on which each row of a text begins.
fn lines(rows: &Rows) -> Vec<usize> {
    let breaks =
        |row: &Vec<&Cell>| row.iter().map(|cell| cell.shown.matches('\n').count()).sum::<usize>();
    let ends = rows.iter().scan(1, |next, row| {
        let line = *next;
        *next += 1 + breaks(row);
        Some(line)
    });
    ends.collect()
}

fn xlsx(rows: &Rows) -> Vec<u8> {
    let cell = |(column, cell): (char, &&Cell), line: usize| match &cell.value {
        _ if cell.shown.is_empty() => String::new(),
        Some(Value { look, number, .. }) => {
            // Days are counted from the last of 1899 on.
            let number = number.replace("2023-04-01", "45017");
            format!("<c r=\"{column}{line}\" s=\"{look}\"><v>{number}</v></c>")
        }
        None => format!(
            "<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
            escaped(cell.shown)
        ),
    };
    let row = |(row, line): (&Vec<&Cell>, usize)| {
        let cells: String = ('A'..).zip(row).map(|one| cell(one, line)).collect();
        format!("<row r=\"{line}\">{cells}</row>")
    };
    let rows: String = rows.iter().zip(lines(rows)).map(row).collect();
    let formats = LOOKS.iter().enumerate().map(|(at, code)| {
        format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", at + 200, escaped(code))
    });
    let looks = (200..).take(LOOKS.len()).map(|id| format!("<xf numFmtId=\"{id}\"/>"));
    let styles = format!(
        "<styleSheet><numFmts>{}</numFmts><cellXfs>{}</cellXfs></styleSheet>",
        formats.collect::<String>(),
        looks.collect::<String>()
    );
    packed(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"a.xml\"/>\
             <Relationship Id=\"r2\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>",
        ),
        ("xl/styles.xml", &styles),
        ("xl/a.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn document(rows: &Rows) -> String {
    let paragraphs = |text: &str| {
        let all = text.split('\n').map(|text| format!("<text:p>{}</text:p>", escaped(text)));
        all.collect::<String>()
    };
    let cell = |cell: &&Cell| match &cell.value {
        _ if cell.shown.is_empty() => "<table:table-cell/>".to_owned(),
        Some(Value { sort, number, .. }) => {
            let name = if *sort == "date" { "date-value" } else { "value" };
            format!(
                "<table:table-cell office:value-type=\"{sort}\" office:{name}=\"{number}\">{}</table:table-cell>",
                paragraphs(cell.shown)
            )
        }
        None => format!(
            "<table:table-cell office:value-type=\"string\">{}</table:table-cell>",
            paragraphs(cell.shown)
        ),
    };
    let mut next = 1;
    let row = |(row, line): (&Vec<&Cell>, usize)| {
        // What the lines of a text take is empty here.
        let gap = "<table:table-row/>".repeat(line - std::mem::replace(&mut next, line + 1));
        format!(
            "{gap}<table:table-row>{}</table:table-row>",
            row.iter().map(cell).collect::<String>()
        )
    };
    let rows: String = rows.iter().zip(lines(rows)).map(row).collect();
    format!("<table:table table:name=\"A\">{rows}</table:table>")
}

fn ods(rows: &Rows) -> Vec<u8> {
    let content = format!("<office:document-content>{}</office:document-content>", document(rows));
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

fn fods(rows: &Rows) -> Vec<u8> {
    let mime = "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"";
    format!("<office:document {mime}>{}</office:document>", document(rows)).into_bytes()
}

/// The formats in which a table may come, each with what writes it.
type Format = (&'static str, fn(&Rows) -> Vec<u8>);
const FORMATS: [Format; 4] = [("csv", csv), ("xlsx", xlsx), ("ods", ods), ("fods", fods)];

/// All that an import says of what it read, but not the rows as a whole.
fn said(import: &Import) -> String {
    let mut said = String::new();
    let mut say = |text: &str| said.push_str(&format!("\n{text}"));
    for column in &import.columns {
        say(&column.name);
    }
    for left_out in &import.left_out {
        say(&left_out.text);
    }
    for draft in &import.drafts {
        match draft {
            Ok(draft) => {
                say(&write::write(&draft.sheet).expect("a sheet"));
                draft
                    .sheet
                    .extra
                    .iter()
                    .for_each(|(_, tree)| say(&format!("{tree:?}").replace("\\n", "\n")));
                draft.understood.iter().for_each(|field| say(&field.written));
                draft.kept.iter().chain(&draft.left_out).for_each(|text| say(&text.text));
            }
            Err(problem) => say(&problem.entry.as_ref().expect("a row").text),
        }
    }
    for finding in &import.findings {
        say(finding.label.get(Lang::Fr));
    }
    said
}

/// What a file gives: its sheets, what is left out and why, and the codes of what is reported.
fn given(bytes: &[u8]) -> Option<Vec<String>> {
    let import = read(bytes, &ImportOptions::default()).ok()?;
    let drafts = import.drafts.iter().map(|draft| {
        let draft = draft.as_ref().map_err(|problem| problem.finding.lint.code).expect("a row");
        let codes = draft.findings.iter().map(|finding| finding.lint.code).collect::<Vec<_>>();
        format!("{}{codes:?}", write::write(&draft.sheet).expect("a sheet"))
    });
    let left_out = import.left_out.iter().map(|one| format!("{:?}: {}", one.why, one.text));
    Some(drafts.chain(left_out).collect())
}

/// A text without its spaces: a number is written as one word.
fn folded(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// No text of a table is lost: it is in a sheet, or it is reported.
    #[test]
    fn no_cell_is_lost(rows in rows()) {
        for (name, format) in FORMATS {
            let bytes = format(&rows);
            recognizes(&bytes);
            // A file in which no table is found is reported as a whole.
            if let Ok(import) = read(&bytes, &ImportOptions::default()) {
                let said = folded(&said(&import));
                // The lines of a cell may each be a value.
                for text in rows.iter().flatten().flat_map(|cell| cell.shown.lines()).map(folded) {
                    let table = String::from_utf8(csv(&rows)).expect("text");
                    prop_assert!(said.contains(&text), "{name}: {text:?} of\n{table}\nis not in\n{said}");
                }
            }
        }
    }

    /// A table gives the same in every format.
    #[test]
    fn a_table_says_the_same_in_every_format(rows in rows()) {
        let all = FORMATS.map(|(name, format)| (name, given(&format(&rows))));
        for (name, given) in &all[1..] {
            prop_assert_eq!(given, &all[0].1, "{} of\n{}", name, String::from_utf8(csv(&rows)).expect("text"));
        }
    }

    #[test]
    fn no_bytes_stop_it(start in 0_usize..4, bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let start: &[u8] = [b"", b"PK\x03\x04".as_slice(), b"Titre;Commune\n", b"<office:document opendocument>"][start];
        let bytes = [start, &bytes].concat();
        recognizes(&bytes);
        let _ = read(&bytes, &ImportOptions::default());
    }
}
