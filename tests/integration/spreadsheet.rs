//! Tables of any origin, as they are shown: one table in every format, what stands around it, files
//! that claim too much, and the same file again.

use std::fs;
use std::io::{Cursor, Write};

use proptest::prelude::*;
use proptest::sample::select;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Note, Workbook, Worksheet};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::harness::{Answer, Test};

fn import(test: &Test, args: &[&str]) -> Answer {
    test.run_with(["import"].iter().chain(args))
}

/// What a file gives, as machines read it.
fn given(name: &str, bytes: impl AsRef<[u8]>) -> Value {
    let test = Test::new().file(name, bytes);
    import(&test, &[name, "--format", "json"]).json()
}

/// The texts of the sheets, without what is said of their source.
fn sheets(answer: &Value) -> Vec<String> {
    let sheets = answer["sheets"].as_array().expect("a list").iter();
    let texts = sheets.map(|sheet| sheet["yaml"].as_str().expect("a text"));
    texts
        .map(|text| {
            let (start, rest) = text.split_once("source:\n").expect("a source");
            let end = rest.find("\nextra:").map_or("", |at| &rest[at..]);
            start.to_owned() + end
        })
        .collect()
}

/// What is not taken for a project, with the code of its reason.
fn not_imported(answer: &Value) -> Vec<(String, String)> {
    let text = |row: &Value, key: &str| row[key].as_str().expect("a text").to_owned();
    let rows = answer["notImported"].as_array().expect("a list").iter();
    rows.map(|row| (text(row, "text"), text(row, "why"))).collect()
}

fn codes(answer: &Value) -> Vec<&str> {
    let findings = answer["findings"].as_array().expect("a list").iter();
    findings.map(|finding| finding["code"].as_str().expect("a code")).collect()
}

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().expect("a workbook")
}

fn row(tab: &mut Worksheet, row: u32, texts: &[&str]) {
    for (column, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
        tab.write_string(row, column, *text).expect("a text");
    }
}

fn day(year: u16, month: u8, day: u8) -> ExcelDateTime {
    ExcelDateTime::from_ymd(year, month, day).expect("a day")
}

/// A packed file with these members.
fn packed(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in members {
        zip.start_file(*name, options).expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a file").into_inner()
}

/// A cell of a document, by its attributes and its text.
fn cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
}

fn ods(rows: &[Vec<String>]) -> Vec<u8> {
    let rows =
        rows.iter().map(|cells| format!("<table:table-row>{}</table:table-row>", cells.concat()));
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Suivi\">{}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        rows.collect::<String>()
    );
    let mime = b"application/vnd.oasis.opendocument.spreadsheet";
    packed(&[("mimetype", mime), ("content.xml", content.as_bytes())])
}

const HEADER: [&str; 9] =
    ["Projet", "Commune", "Nb hab.", "Coût (€ HT)", "Début", "Fin", "Durée", "Équipe", "Code"];

#[test]
fn a_table_says_the_same_in_every_format() {
    let csv = "Projet;Commune;Nb hab.;Coût (€ HT);Début;Fin;Durée;Équipe;Code\r\n\
        Le séchoir;Orval;1 400;9500,50 €;mars 2023;10/10/2023;9 mois;\"Ida\nTom\";01210\r\n\
        La navette;Ambrelle;260;1200;;31/12/2024;2 mois;Noor;74999\r\n";
    let latin: Vec<u8> = csv
        .chars()
        .map(|c| if c == '€' { 0x80 } else { u8::try_from(u32::from(c)).expect("Latin-1") })
        .collect();
    let tabs: Vec<u8> = "\u{feff}"
        .chars()
        .chain(csv.replace(';', "\t").chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let xlsx = workbook(|book| {
        let as_is = Format::new();
        row(
            book.add_worksheet().set_name("Lisez-moi").expect("a name"),
            0,
            &["Un tableau par an."],
        );
        let tab = book.add_worksheet().set_name("Suivi").expect("a name");
        row(tab, 0, &HEADER);
        row(tab, 1, &["Le séchoir", "Orval", "", "", "", "", "", "Ida\nTom"]);
        row(tab, 2, &["La navette", "Ambrelle", "", "", "", "", "", "Noor"]);
        let money = Format::new().set_num_format("#,##0.00\\ \"€\"");
        let months = Format::new().set_num_format("General\" mois\"");
        let code = Format::new().set_num_format("00000");
        for (row, column, number, format) in [
            (1, 2, 1400.0, &as_is),
            (1, 3, 9500.5, &money),
            (1, 6, 9.0, &months),
            (1, 8, 1210.0, &code),
            (2, 2, 260.0, &as_is),
            (2, 3, 1200.0, &as_is),
            (2, 6, 2.0, &months),
            (2, 8, 74999.0, &code),
        ] {
            tab.write_number_with_format(row, column, number, format).expect("a number");
        }
        let month = Format::new().set_num_format("mmmm yyyy");
        let whole = Format::new().set_num_format("dd/mm/yyyy");
        tab.write_datetime_with_format(1, 4, day(2023, 3, 1), &month).expect("a day");
        tab.write_datetime_with_format(1, 5, day(2023, 10, 10), &whole).expect("a day");
        tab.write_datetime_with_format(2, 5, day(2024, 12, 31), &whole).expect("a day");
    });
    let number = |value: &str, text: &str| {
        cell(&format!("office:value-type=\"float\" office:value=\"{value}\""), text)
    };
    let date = |value: &str, text: &str| {
        cell(&format!("office:value-type=\"date\" office:date-value=\"{value}\""), text)
    };
    let text = |text: &str| cell("office:value-type=\"string\"", text);
    let document = ods(&[
        HEADER.map(text).to_vec(),
        vec![
            text("Le séchoir"),
            text("Orval"),
            number("1400", "1 400"),
            cell("office:value-type=\"currency\" office:value=\"9500.5\"", "9500,50 €"),
            date("2023-03-01", "mars 2023"),
            date("2023-10-10", "10/10/23"),
            number("9", "9 mois"),
            text("Ida</text:p><text:p>Tom"),
            number("1210", "01210"),
        ],
        vec![
            text("La navette"),
            text("Ambrelle"),
            number("260", "260"),
            number("1200", "1200"),
            "<table:table-cell/>".to_owned(),
            date("2024-12-31T00:00:00", "31/12/2024"),
            number("2", "2 mois"),
            text("Noor"),
            number("74999", "74999"),
        ],
    ]);
    let first = sheets(&given("a.csv", csv));
    insta::assert_snapshot!("spreadsheet_sheets", first.join("---\n"));
    for (name, bytes) in [("b.csv", latin), ("c.txt", tabs), ("d.xlsx", xlsx), ("e.ods", document)]
    {
        assert_eq!(sheets(&given(name, bytes)), first, "{name}");
    }
}

#[test]
fn how_a_text_is_written_is_reported_or_set() {
    let table =
        "Projet|Commune|Coût|Note\nLe séchoir|Orval|9,5 k€|a;b;c\nLa cale|Ys|12,50 €|d;e;f\n";
    let mac: Vec<u8> = table
        .chars()
        .map(|c| if c == 'é' { 0x8e } else { c as u8 })
        .filter(|b| *b < 0x8f)
        .collect();
    let test =
        Test::new().file("a.csv", table).file("mac.csv", mac).file("a.xlsx", kept_by_people());
    let stderr = |args: &[&str]| import(&test, args).stderr;
    let said = stderr(&["a.csv"]);
    assert!(
        said.contains("read as UTF-8, `|` between the cells, `,` before the decimals"),
        "{said}"
    );
    let said = stderr(&["a.csv", "--separator", ";", "--lang", "fr"]);
    assert!(said.contains("un autre champ (lu en UTF-8"), "{said}");
    let answer = import(&test, &["mac.csv", "--encoding", "mac-roman", "--separator", "bar"]);
    assert!(answer.stderr.contains("read as Mac Roman, `|`"), "{answer:?}");
    assert!(answer.stdout.contains("Le séchoir"), "{answer:?}");
}

#[test]
fn what_cannot_be_said_of_a_file_is_refused() {
    let page = "Forum\nNom du territoire\nOie\n";
    let test =
        Test::new().file("a.xlsx", kept_by_people()).file("a.txt", page).file("b.csv", [0xe9]);
    for (args, code, words) in [
        (["a.xlsx", "--encoding", "utf-8"], 1, "--encoding vaut pour les textes"),
        (["a.xlsx", "--separator", "tab"], 1, "--separator vaut pour le CSV"),
        (["a.txt", "--separator", ";"], 1, "--separator vaut pour le CSV"),
        (["b.csv", "--encoding", "utf-8"], 1, "pas dans l'encodage donné"),
        (["a.xlsx", "--encoding", "ebcdic"], 2, "utf-8, utf-16, windows-1252, mac-roman"),
        (["a.xlsx", "--separator", "#"], 2, "comma, semicolon, tab, bar"),
    ] {
        let answer = import(&test, &[&args[..], &["--lang", "fr"]].concat());
        assert_eq!(answer.code, code, "{args:?}: {answer:?}");
        assert!(answer.stderr.contains(words), "{args:?}: {answer:?}");
        assert_eq!(answer.stdout, "", "{args:?}");
    }
}

/// A workbook as people keep it: explanations, groups, a filter, sums, a colour, a comment.
fn kept_by_people() -> Vec<u8> {
    workbook(|book| {
        row(
            book.add_worksheet().set_name("Mode d'emploi").expect("a name"),
            1,
            &["", "Remplir l'onglet Suivi."],
        );
        let tab = book.add_worksheet().set_name("Suivi").expect("a name");
        row(tab, 0, &["Suivi des chantiers de la coopérative"]);
        row(tab, 3, &["Commune", "Projet", "Montant demandé", "Coût HT", "Début", "Fin", "Notes"]);
        row(
            tab,
            4,
            &[
                "Champ texte",
                "Champ texte",
                "Champ numérique",
                "Champ numérique",
                "Champ date",
                "JJ/MM/AAAA",
            ],
        );
        row(tab, 5, &["Orval", "Exemple", "1", "2", "2023", "2024"]);
        tab.merge_range(6, 0, 8, 0, "Ambrelle", &Format::new()).expect("a range");
        row(tab, 6, &["", "Four à chaux", "12000", "9500", "mars 2023", "", "voir avec Ida"]);
        row(tab, 7, &["", "Passerelle", "", "", "2024"]);
        tab.set_row_hidden(7).expect("a row");
        let struck = Format::new().set_font_strikethrough();
        tab.write_string_with_format(8, 1, "Bief", &struck).expect("a text");
        tab.write_formula(8, 3, "D7*2").expect("a formula");
        tab.set_formula_result(8, 3, "");
        tab.insert_note(8, 1, &Note::new("reporté d'un an")).expect("a note");
        row(tab, 9, &["Sous-total Ambrelle", "", "12000", "9500"]);
        row(tab, 10, &["", "", "700", "600"]);
        row(tab, 11, &["Total", "", "12000", "9500"]);
        row(tab, 13, &["NB : sans le travail bénévole"]);
        tab.set_column_hidden(6).expect("a column");
    })
}

#[test]
fn what_stands_around_a_table_is_no_project_and_is_reported() {
    let answer = given("suivi.xlsx", kept_by_people());
    let titles: Vec<String> = sheets(&answer)
        .iter()
        .map(|sheet| sheet.lines().next().expect("a title").to_owned())
        .collect();
    assert_eq!(titles, ["title: Four à chaux", "title: Passerelle", "title: Bief"]);
    assert!(sheets(&answer).iter().all(|sheet| sheet.contains("name: Ambrelle")), "merged cells");
    let reasons: Vec<(String, String)> = not_imported(&answer);
    let reasons: Vec<&str> = reasons.iter().map(|(_, why)| why.as_str()).collect();
    assert_eq!(
        reasons,
        ["no-projects", "above", "guidance", "example", "total", "untitled", "total", "below"]
    );
    for code in ["hidden-in-file", "struck-out", "formula-without-value", "several-amounts"] {
        assert!(codes(&answer).contains(&code), "{code}: {answer}");
    }
    assert!(sheets(&answer)[2].contains("reporté d'un an"));
}

#[test]
fn people_read_what_became_of_each_row_and_column() {
    let test = Test::new().file("suivi.xlsx", kept_by_people()).width(80);
    let answer = import(&test, &["suivi.xlsx", "--lang", "fr"]);
    insta::assert_snapshot!("spreadsheet_kept_by_people", answer.shown());
}

#[test]
fn a_project_may_have_a_tab_or_a_column_of_its_own() {
    let labels = ["Nom du projet :", "Territoire", "Coût :", "Équipe", "Les pépites", "Remarque"];
    let one = ["Le séchoir", "Orval", "9 500 € HT", "Ida", "- Dire merci\n- Finir tôt", "idem"];
    let other = ["La navette", "Ambrelle", "1200 €", "Noor", "Partir à l'heure", ""];
    let tabs = workbook(|book| {
        for (name, values) in
            [("A", one), ("B", other), ("Modèle", ["[nom]", "[commune]", "… €", "", "", ""])]
        {
            let tab = book.add_worksheet().set_name(name).expect("a name");
            row(tab, 0, &["FICHE PROJET"]);
            for (at, pair) in (2..).zip(labels.iter().zip(values)) {
                row(tab, at, &[pair.0, pair.1]);
            }
        }
        let tab = book.add_worksheet().set_name("Récapitulatif").expect("a name");
        row(tab, 0, &["Projet", "Coût"]);
        row(tab, 1, &["Le séchoir", "9500"]);
        row(tab, 2, &["La navette", "1200"]);
    });
    let columns: Vec<String> = labels
        .iter()
        .zip(one.iter().zip(other))
        .map(|(label, (one, other))| format!("{label};\"{one}\";\"{other}\"\n"))
        .collect();
    let (tabs, columns) = (given("a.xlsx", tabs), given("a.csv", columns.concat()));
    assert_eq!(sheets(&tabs), sheets(&columns));
    assert_eq!(sheets(&tabs).len(), 2);
    let reasons: Vec<(String, String)> = not_imported(&tabs);
    for (text, why) in [
        ("FICHE PROJET", "heading"),
        ("[nom] | [commune] | … €", "model"),
        ("Projet | Coût", "elsewhere"),
        ("La navette | 1200", "elsewhere"),
    ] {
        assert!(reasons.contains(&(text.to_owned(), why.to_owned())), "{text}: {reasons:?}");
    }
}

#[test]
fn a_project_whose_title_is_merged_over_several_rows_is_one() {
    let book = workbook(|book| {
        let tab = book.add_worksheet().set_name("Suivi").expect("a name");
        row(tab, 0, &["Projet", "Commune", "Coût", "Équipe", "Outils"]);
        tab.merge_range(1, 0, 3, 0, "Four", &Format::new()).expect("a range");
        tab.merge_range(1, 2, 3, 2, "900 €", &Format::new()).expect("a range");
        row(tab, 1, &["", "Orval", "", "Ida", "forum"]);
        row(tab, 2, &["", "Orval", "", "Tom", "forum"]);
        row(tab, 3, &["", "", "", "Noor", "balade"]);
        row(tab, 4, &["Bief", "Ambrelle", "700 €", "Ida", ""]);
    });
    let lines = "Projet;Commune;Coût;Équipe;Outils\nFour;Orval;900 €;\"Ida\nTom\nNoor\";\"forum\nbalade\"\n\
                 Bief;Ambrelle;700 €;Ida;\n";
    let (book, lines) = (given("a.xlsx", book), given("a.csv", lines));
    assert_eq!(sheets(&book).len(), 2, "{book:#}");
    assert_eq!(sheets(&book), sheets(&lines));
}

#[test]
fn the_name_of_a_tab_is_kept_where_several_tabs_are_one_table() {
    let book = |tabs: [&str; 2]| {
        workbook(|book| {
            for name in tabs {
                let tab = book.add_worksheet().set_name(name).expect("a name");
                row(tab, 0, &["Projet", "Commune"]);
                row(tab, 1, &[&format!("Four {name}"), "Orval"]);
                if name == "2024" {
                    row(tab, 2, &["Le bief", "Ambrelle"]);
                }
            }
        })
    };
    let answer = given("a.xlsx", book(["2023", "2024"]));
    let kept = |text: &str, tab: &str| text.contains(&format!("extra:\n  tab: \"{tab}\"\n"));
    let tabs: Vec<bool> = sheets(&answer)
        .iter()
        .zip(["2023", "2024", "2024"])
        .map(|(text, tab)| kept(text, tab))
        .collect();
    assert_eq!(tabs, [true; 3], "{answer:#}");
    let one_in_each = given("a.xlsx", book(["2022", "2023"]));
    assert!(sheets(&one_in_each).iter().all(|text| !text.contains("extra")), "{one_in_each:#}");
}

#[test]
fn where_a_cell_leads_is_kept_beside_it() {
    const ADDRESS: &str = "https://orval.example.org/bilan.pdf";
    let rows = [["Four", "Orval"], ["Bief", "Ambrelle"], ["Cale", "Ys"]];
    let book = workbook(|book| {
        let tab = book.add_worksheet().set_name("Suivi").expect("a name");
        row(tab, 0, &["Projet", "Commune", "Site"]);
        for (at, texts) in (1..).zip(rows) {
            row(tab, at, &texts);
        }
        tab.write_url_with_text(1, 0, ADDRESS, "Four").expect("a link");
        let formula =
            Formula::new(format!("HYPERLINK(\"{ADDRESS}\", \"Bief\")")).set_result("Bief");
        tab.write_formula(2, 0, formula).expect("a formula");
        tab.write_url(3, 2, "https://ys.example.org/").expect("a link");
        tab.write_url_with_text(3, 0, "internal:'Suivi'!A1", "Cale").expect("a link");
    });
    let text = |text: &str| cell("", text);
    let link = |attributes: &str, address: &str, text: &str| {
        cell(attributes, &format!("<text:a xlink:href=\"{address}\">{text}</text:a>"))
    };
    let formula =
        format!("table:formula=\"of:=HYPERLINK(&quot;{ADDRESS}&quot;;&quot;Bief&quot;)\"");
    let document = ods(&[
        ["Projet", "Commune", "Site"].map(text).to_vec(),
        vec![link("", ADDRESS, "Four"), text("Orval"), text("")],
        vec![cell(&formula, "Bief"), text("Ambrelle"), text("")],
        vec![
            link("", "#Suivi.A1", "Cale"),
            text("Ys"),
            link("", "https://ys.example.org/", "https://ys.example.org/"),
        ],
    ]);
    for (name, bytes) in [("a.xlsx", book), ("b.ods", document)] {
        let answer = given(name, bytes);
        let kept = format!("extra:\n  Projet (link): {ADDRESS}\n");
        let links: Vec<bool> = sheets(&answer).iter().map(|text| text.contains(&kept)).collect();
        assert_eq!(links, [true, true, false], "{name}: {answer:#}");
        assert!(!sheets(&answer)[2].contains("(link)"), "{name}: {answer:#}");
    }
}

#[test]
fn the_name_of_a_tab_is_the_title_of_its_project() {
    let labels = ["Territoire", "Coût", "Équipe", "Début"];
    let book = workbook(|book| {
        for name in ["Le séchoir", "La navette", "Feuil3"] {
            let tab = book.add_worksheet().set_name(name).expect("a name");
            for (at, label) in (0..).zip(labels) {
                row(tab, at, &[label, ["Orval", "900 €", "Ida", "2023"][at as usize]]);
            }
        }
        let tab = book.add_worksheet().set_name("Contact").expect("a name");
        for (at, label) in (0..).zip(["Adresse", "Territoire", "Équipe"]) {
            row(tab, at, &[label, "Orval"]);
        }
    });
    let answer = given("a.xlsx", book);
    let titles: Vec<String> = sheets(&answer)
        .iter()
        .map(|sheet| sheet.lines().next().expect("a title").to_owned())
        .collect();
    assert_eq!(titles, ["title: Le séchoir", "title: La navette"]);
    let reasons = not_imported(&answer);
    assert_eq!(reasons.iter().filter(|(_, why)| why == "untitled").count(), 2, "{reasons:?}");
}

/// Runs an import with at most 64 MB for its data.
#[cfg(target_os = "linux")]
fn import_within_64_mb(bytes: Vec<u8>) -> (Answer, std::time::Duration) {
    let test = Test::new().file("a.xlsx", bytes).args(["import", "a.xlsx", "--format", "json"]);
    let command = test.command();
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", "ulimit -d 65536; exec \"$0\" \"$@\""]).current_dir(test.path());
    shell.arg(command.get_program()).args(command.get_args());
    shell.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let start = std::time::Instant::now();
    (test.run_as(shell), start.elapsed())
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_claims_too_much_is_refused_before_it_is_read() {
    let sheet = |cells: &str| format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let book = |strings: &[u8], cells: &str| {
        packed(&[
            ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                b"<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"a.xml\"/>\
                  <Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"s.xml\"/></Relationships>",
            ),
            ("xl/a.xml", sheet(cells).as_bytes()),
            ("xl/s.xml", strings),
        ])
    };
    let far = book(
        b"<sst/>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    );
    let long: Vec<u8> =
        [b"<sst><si><t>".as_slice(), &vec![b'a'; 300 << 20], b"</t></si></sst>"].concat();
    let long = book(&long, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    // What a file says of its own size may be a lie.
    let mut lying = long.clone();
    let at = lying.windows(8).rposition(|bytes| bytes == b"xl/s.xml").expect("the last member");
    lying[at - 46 + 24..at - 46 + 28].copy_from_slice(&1000_u32.to_le_bytes());
    let repeated = "<table:table-row table:number-rows-repeated=\"99000\"><table:table-cell \
        table:number-columns-repeated=\"1000\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let narrow = repeated.replace("\"1000\"", "\"40\"");
    let rows: String = (1..=9000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))
        .collect();
    let merges: String =
        ('B'..='Z').map(|c| format!("<mergeCell ref=\"{c}1:{c}9000\"/>")).collect();
    let merged =
        book(b"<sst/>", &format!("{rows}</sheetData><mergeCells>{merges}</mergeCells><sheetData>"));
    let document = |rows: &str| {
        let content = format!(
            "<office:document-content><table:table>{rows}</table:table></office:document-content>"
        );
        packed(&[("content.xml", content.as_bytes())])
    };
    let too_large = "table-too-large";
    for (name, bomb, code) in [
        ("two far cells", far, too_large),
        ("a long text", long, too_large),
        ("a long text that is said to be short", lying, "not-a-spreadsheet"),
        ("repeated cells", document(repeated), too_large),
        ("merged cells", merged, too_large),
        ("repeated cells within the columns", document(&narrow), too_large),
    ] {
        let (answer, time) = import_within_64_mb(bomb);
        assert_eq!(answer.code, 1, "{name}: {answer:?}");
        assert!(answer.stderr.contains(code), "{name}: {answer:?}");
        // A build for tests is several times slower, and shares the machine with other tests.
        let most = if cfg!(debug_assertions) { 5 } else { 1 };
        assert!(time.as_secs() < most, "{name}: {time:?}");
    }
}

#[test]
fn what_stands_beside_the_items_of_a_list_stays_or_is_told() {
    let table = |team: &str| format!("Titre;Territoire;Équipe\nForum;Orval;\"{team}\"\n");
    let test = Test::new().file("a.csv", table("Ana Roy\nBo Petit"));
    assert_eq!(import(&test, &["a.csv", "--write"]).code, 0);
    let path = test.path().join("projects/forum.yaml");
    let sheet = fs::read_to_string(&path).expect("the sheet");
    let noted = sheet.replace("- Bo Petit", "# le matin\n  - Bo Petit  # en juin");
    assert_ne!(noted, sheet);
    for (team, stays) in [("Ana Roy\nBo Petit\nLou Faure", true), ("Bo Petit", false)] {
        fs::write(&path, &noted).expect("it is written");
        let test = Test::new().sheet("forum", &noted).file("b.csv", table(team));
        let answer = import(&test, &["b.csv", "--write"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        let after = fs::read_to_string(test.path().join("projects/forum.yaml")).expect("the sheet");
        for comment in ["# le matin", "# en juin"] {
            assert_eq!(after.contains(comment), stays, "{comment}: {after}");
            assert_eq!(answer.stderr.contains(comment), !stays, "{comment}: {answer:?}");
        }
    }
}

#[test]
fn the_same_table_again_changes_what_changed_in_it() {
    let table = |cost: &str, start: &str| {
        format!("Titre;Territoire;Coût;Début\nForum;Orval;{cost};{start}\nBal;Orval;10 €;\n")
    };
    let test = Test::new().file("a.csv", table("900 €", "2023"));
    assert_eq!(import(&test, &["a.csv", "--write"]).code, 0);
    let states = |test: &Test| {
        let answer = import(test, &["a.csv", "--format", "json"]).json();
        let sheets = answer["sheets"].as_array().expect("a list").clone();
        sheets
            .iter()
            .map(|sheet| sheet["state"].as_str().expect("a code").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(states(&test), ["same", "same"]);
    let test = test.file("a.csv", table("950 €", "2023"));
    assert_eq!(states(&test), ["changed", "same"]);
    assert_eq!(test.run_with(["set", "forum", "cost=1000 €"]).code, 0);
    assert_eq!(states(&test), ["conflict", "same"]);
    assert_eq!(test.run_with(["set", "forum", "cost=900 €"]).code, 0);
    assert_eq!(import(&test, &["a.csv", "--write"]).code, 0);
    let shown = fs::read_to_string(test.path().join("projects/forum.yaml")).expect("the sheet");
    assert!(shown.contains("amount: 950"), "{shown}");
    assert_eq!(states(&test), ["same", "same"]);
}

#[test]
fn a_document_is_refused_with_how_to_get_its_text() {
    let word = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes);
    let word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(word);
    let files = [
        ("a.pdf", b"%PDF-1.7\n".to_vec()),
        ("b.docx", packed(&[("word/document.xml", b"<x/>")])),
        ("c.doc", word.collect()),
        ("d.odt", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text".to_vec()),
        ("e.rtf", b"{\\rtf1 Nom du territoire : Oie}".to_vec()),
    ];
    let mut test = Test::new().file("f.txt", "Forum\nNom du territoire\nOie\n");
    for (name, bytes) in &files {
        test = test.file(name, bytes);
    }
    let names = files.iter().map(|(name, _)| *name);
    let answer =
        test.run_with(["import", "--lang", "fr"].into_iter().chain(names).chain(["f.txt"]));
    assert_eq!(answer.code, 1);
    assert!(answer.stdout.contains("territory"), "the others are read: {answer:?}");
    insta::assert_snapshot!("documents", answer.shown());
}

#[test]
fn a_file_of_another_kind_is_refused_with_what_to_do() {
    for (name, bytes, code) in [
        ("a.zip", packed(&[("a/document.xml", b"<x/>")]), "not-a-spreadsheet"),
        ("b.xlsx", b"PK\x03\x04broken".to_vec(), "not-a-spreadsheet"),
        ("c.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "not-a-spreadsheet"),
        ("d.csv", b"a;b\n1;2\n".to_vec(), "not-a-spreadsheet"),
    ] {
        let test = Test::new().file(name, bytes);
        let answer = import(&test, &[name]);
        assert_eq!(answer.code, 1, "{name}: {answer:?}");
        assert!(answer.stderr.contains(code), "{name}: {answer:?}");
    }
}

/// Entries are the same as the last time, whether or not they say where, and however many are called
/// alike; of these, one that has changed is known by the others.
#[test]
fn the_same_table_again_changes_nothing() {
    let head = "Titre;Commune;Coût;Année\n";
    for (rows, count) in [
        ("Le pré;;100 €;2022\n", 1),
        ("Le pré;;100 €;2022\nLe pré;;200 €;2023\nLe four;;300 €;2022\n", 3),
        ("Le pré;Vercombe;100 €;2022\nLe pré;Vercombe;200 €;2023\nLe pré;;5 €;2021\n", 3),
        ("Le four;Vercombe;10 €;\nLe four;Vercombe;20 €;\nLe four;Saint-Glinglin;20 €;\n", 3),
    ] {
        let test = Test::new().file("d.csv", format!("{head}{rows}"));
        assert_eq!(import(&test, &["d.csv", "--write"]).code, 0, "{rows}");
        let again = import(&test, &["d.csv", "--check"]);
        assert_eq!(again.code, 0, "{rows}: {again:?}");
        let files = std::fs::read_dir(test.path().join("projects")).expect("the sheets");
        assert_eq!(files.count(), count, "{rows}");
    }
    let rows = "Le pré;;100 €;2022\nLe pré;;200 €;2023\n";
    let test = Test::new().file("d.csv", format!("{head}{rows}"));
    import(&test, &["d.csv", "--write"]);
    let test = test.file("d.csv", format!("{head}{}", rows.replace("200", "250")));
    let changed = import(&test, &["d.csv", "--write"]);
    assert_eq!(changed.code, 0, "{changed:?}");
    let costs = test.run_with(["list", "--columns", "id,cost", "--format", "csv"]).stdout;
    assert!(costs.contains("100") && costs.contains("250") && !costs.contains("200"), "{costs}");
}

/// A title, a territory or none, and what tells it from all others.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let named = (select(vec!["Le pré", "Le four"]), select(vec!["", "Oie", "Vercombe"]));
    prop::collection::vec(named, 1..7).prop_map(|rows| {
        let rows = rows.iter().enumerate();
        rows.map(|(at, (title, place))| format!("{title};{place};{} €\n", 100 + at)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nor does it where one of its entries has changed, but for that one.
    #[test]
    fn any_table_again_changes_nothing(rows in rows(), changed in any::<prop::sample::Index>()) {
        let table = |rows: &[String]| format!("Titre;Commune;Coût\n{}", rows.concat());
        let test = Test::new().file("d.csv", table(&rows));
        prop_assert_eq!(import(&test, &["d.csv", "--write"]).code, 0, "{:?}", rows);
        let again = import(&test, &["d.csv", "--check"]);
        prop_assert_eq!(again.code, 0, "{:?}: {:?}", rows, again);
        let mut other = rows.clone();
        let changed = changed.get_mut(&mut other);
        *changed = changed.replace(" €", "000 €");
        let test = test.file("d.csv", table(&other));
        let update = import(&test, &["d.csv", "--write"]);
        prop_assert_eq!(update.code, 0, "{:?}: {:?}", other, update);
        let json = test.run_with(["list", "--columns", "id,cost", "--format", "json"]).json();
        let sheets = json["sheets"].as_array().expect("rows").clone();
        prop_assert_eq!(sheets.len(), rows.len(), "{:?}", other);
        let large = sheets.iter().filter(|row| row["cost"]["amount"].as_f64() >= Some(1e5));
        prop_assert_eq!(large.count(), 1, "{:?}: {:?}", other, sheets);
    }
}
