//! Findings in every format: what editors, GitHub, code scanners and CI servers are given.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use project_sheet::lang::Lang;
use project_sheet::render::{FORMATS, Reader, Style};
use project_sheet::report::{
    AxisSpan, Block, Cell, FieldCell, FieldLayout, Header, Report, Rows, Table, Tone, Visible,
};
use project_sheet::text::path::Folders;
use proptest::prelude::*;
use serde_json::Value;

use crate::harness::{SMALL, Test, formats, root, written};
use crate::hostile::harmful;

/// One fault of each severity, behind accents and wide characters.
fn with_errors() -> Test {
    Test::new()
        .sheet("a b", SMALL)
        .sheet("c", "title: Été 漢字 <b> & \"x\", 100%\nterritory: {name: T, insee: 01160}\ncost: 12 €\nteam: [Zoé]\n")
}

fn shown(format: &str, lang: &str) -> String {
    with_errors().args(["validate", "--format", format, "--lang", lang]).run().shown()
}

#[test]
fn one_line_for_each_finding() {
    insta::assert_snapshot!("format_short_en", shown("short", "en"));
    insta::assert_snapshot!("format_short_fr", shown("short", "fr"));
}

#[test]
fn github_is_given_errors_first_and_a_summary() {
    insta::assert_snapshot!("format_github", shown("github", "en"));
}

#[test]
fn ci_servers_are_given_junit() {
    insta::assert_snapshot!("format_junit", shown("junit", "en"));
    let clean = Test::new().sheet("a", SMALL).args(["validate", "--format", "junit"]).stdout();
    insta::assert_snapshot!("format_junit_clean", clean);
}

#[test]
fn a_warning_is_a_failure_of_junit_only_where_it_is_one_of_the_run() {
    let sheet = format!("{SMALL}cost: 12 €\n");
    for (args, code) in [(&["validate"][..], 0), (&["validate", "--strict"], 1)] {
        let test = Test::new().sheet("a", &sheet);
        let answer = test.args(args.iter().chain(&["--format", "junit"])).run();
        assert_eq!(answer.code, code, "{answer:?}");
        assert_eq!(answer.stdout.contains("<failure"), code == 1, "{answer:?}");
    }
}

#[test]
fn gitlab_knows_a_finding_that_moved() {
    let report = |text: String| {
        let answer = Test::new().sheet("a", text).args(["validate", "--format", "gitlab"]).run();
        answer.json().as_array().expect("a list").clone()
    };
    let text = format!("{SMALL}cost: 12 €\nteam: [Zoé, Ali]\n");
    let (one, moved) = (report(text.clone()), report(format!("# plus bas\n{text}")));
    assert!(one.len() > 2, "{one:?}");
    let known: std::collections::BTreeSet<String> =
        one.iter().map(|issue| issue["fingerprint"].to_string()).collect();
    assert_eq!(known.len(), one.len());
    for (issue, moved) in one.iter().zip(&moved) {
        assert_eq!(issue["fingerprint"], moved["fingerprint"]);
        let line = |issue: &Value| issue["location"]["lines"]["begin"].as_u64().expect("a line");
        assert_eq!(line(issue) + 1, line(moved));
        for key in ["description", "check_name", "severity"] {
            assert!(issue[key].is_string(), "{issue}");
        }
        assert_eq!(issue["location"]["path"], "projects/a.yaml");
    }
}

#[test]
fn sarif_is_valid_against_the_standards_schema() {
    let schema = std::fs::read(root().join("tests/fixtures/sarif-2.1.0.schema.json"));
    let schema: Value = serde_json::from_slice(&schema.expect("the schema")).expect("JSON");
    let schema = jsonschema::draft7::new(&schema).expect("a schema");
    let clean = || Test::new().sheet("a", SMALL);
    for sheets in [with_errors as fn() -> Test, clean] {
        for lang in ["fr", "en"] {
            let answer = sheets().args(["validate", "--format", "sarif", "--lang", lang]).run();
            let errors: Vec<String> =
                schema.iter_errors(&answer.json()).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }
    let sarif = with_errors().args(["validate", "--format", "sarif"]).run().json();
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    for result in run["results"].as_array().expect("results") {
        let rule = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    }
    let uri = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "projects/a%20b.yaml");
}

#[test]
fn a_format_for_findings_is_refused_elsewhere() {
    for format in formats(|reader| reader == Reader::FindingsViewer) {
        let answer = Test::new().args(["list", "--format", format]).run();
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.stderr.contains(&format!("sheet validate --format {format}")), "{answer:?}");
        assert_eq!(answer.stdout, "");
    }
}

/// Labels and words as pages that were pasted hold them: invisible, wide, combined, turned round.
fn odd() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\u{200b}",
        "\u{200b}\u{200b}\u{200b}",
        "\u{ad}",
        "\u{ad}\u{ad}\u{ad}\u{ad}",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}",
        "\u{1b}[31m",
        "\u{9b}",
        "\t",
        "\n",
        "\r\n",
        "\u{301}",
        "\u{fe0f}",
        "\u{200d}",
        "漢字",
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "ﷺ",
        "é",
        "x",
        "word ",
        " ",
        "|",
        "`",
        "a long name",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A report of every sort of block, all its words odd.
fn report() -> impl Strategy<Value = Report> {
    let word = || odd().prop_map(Cell::text);
    let looks = || {
        prop::sample::select(vec![
            FieldLayout::Line,
            FieldLayout::Line,
            FieldLayout::Prose,
            FieldLayout::Items(Vec::new()),
        ])
    };
    let items = || prop::collection::vec(odd(), 1..3);
    let field = (odd(), word(), looks(), items()).prop_map(|(label, cell, layout, items)| {
        let layout = match layout {
            FieldLayout::Items(_) => FieldLayout::Items(items),
            layout => layout,
        };
        FieldCell { key: "x-a".to_owned(), label, visible: Visible::Both, cell, layout }
    });
    let cell = move || {
        (word(), 0..6u8).prop_map(|(cell, tone)| match tone {
            0 => cell.with_tone(Tone::Bar(50)),
            1 => cell.with_tone(Tone::Span(AxisSpan { from: 0, to: 900, sure: Some((10, 20)) })),
            _ => cell,
        })
    };
    let column = || {
        (odd(), any::<bool>(), any::<bool>()).prop_map(|(label, numeric, spare)| Header {
            numeric,
            optional: spare,
            ..Header::new("x-b", label)
        })
    };
    let table = (1..6usize).prop_flat_map(move |width| {
        let rows = prop::collection::vec(prop::collection::vec(cell(), width), 0..4);
        (prop::collection::vec(column(), width), rows)
    });
    let fields = prop::collection::vec(field, 0..5);
    (odd(), odd(), fields, table).prop_map(|(text, subtitle, fields, (columns, rows))| {
        let passages = Table::new("passages", columns.clone(), rows.clone().into());
        let marks = vec![Vec::new(); rows.len()];
        Report::new("show")
            .with(Block::Title { text: text.clone(), subtitle: subtitle.clone() })
            .with(Block::Heading(text.clone()))
            .with(Block::Line(subtitle.clone(), Tone::Muted))
            .with(Block::Fields { key: "sheet", fields })
            .with(Block::Table(Table::new("rows", columns, rows.into())))
            .with(Block::Table(passages.of_passages(marks)))
            .with(Block::Diff { key: "changes", path: text.clone(), before: text, after: subtitle })
    })
}

proptest! {
    #[test]
    fn no_label_brings_a_format_down_or_hides_in_it(
        report in report(),
        width in 0..=160usize,
        (colour, bars) in any::<(bool, bool)>(),
    ) {
        for format in FORMATS.iter().filter(|format| format.reader != Reader::FindingsViewer) {
            for lang in [Lang::En, Lang::Fr] {
                let mut drawn = Vec::new();
                let style = Style { lang, folders: &Folders::default(), organisation: None, width, colour: colour && format.reader == Reader::Terminal, bars, terminal: true };
                (format.render)(&report, &style, &mut drawn).expect("a vector takes everything");
                let drawn = String::from_utf8(drawn).expect("UTF-8 out");
                if !style.colour {
                    let harmful = harmful(&drawn.replace("\r\n", "\n"));
                    prop_assert_eq!(harmful, None, "{}: {:?}", format.name, drawn);
                }
            }
        }
    }
}

#[test]
fn a_key_of_invisible_characters_is_shown() {
    for key in ["x-ab\u{200b}\u{200b}\u{200b}cdefghij", "x-\u{ad}\u{ad}\u{ad}\u{ad}very-long-key"] {
        let own = format!("{SMALL}{key}: 1\nextra:\n  {key}: 2\n");
        let mut test = Test::new().sheet("a", own);
        for width in [0, 1, 24, 80, 160] {
            test = test.width(width).args(["show", "a"]);
            assert!(test.stdout().contains("�"), "{width}");
        }
    }
}

#[test]
fn the_organisation_heads_what_colleagues_read() {
    let test = || Test::new().sheet("a", SMALL).file("sheet.yaml", "organisation: La <coop>\n");
    let markdown = test().args(["list", "--format", "markdown"]).stdout();
    assert!(markdown.starts_with("**La \\<coop>**\n\n"), "{markdown}");
    let html = test().args(["list", "--format", "html"]).stdout();
    assert!(html.contains("<header>La &lt;coop&gt;</header>"), "{html}");
    assert!(!test().args(["list"]).stdout().contains("coop"));
}

/// A text in which much could be taken for markup, with links.
fn marked_up() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ a-zé0-9.,()&;#*_`<>|~!+=-]{0,12}",
        Just("https://example.org/a_b_c.pdf?x=1&y=2".to_owned()),
        Just("http://example.org/(a)".to_owned()),
        Just("&amp; &copy &#35; **b** [x](y) ![i](j) `c` <b> ~~s~~".to_owned()),
        Just("javascript:alert(1)".to_owned()),
    ];
    let pieces = proptest::collection::vec(piece, 1..5);
    pieces.prop_map(|pieces| pieces.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

proptest! {
    /// Read by another program, a text in Markdown says what it said, and its links lead where they
    /// led.
    #[test]
    fn markdown_is_read_as_it_was_written(text in marked_up()) {
        prop_assume!(!text.is_empty());
        let report = Report::new("x").with(Block::Line(text.clone(), Tone::Plain));
        let mut drawn = Vec::new();
        let markdown = FORMATS.iter().find(|format| format.name == "markdown").expect("a format");
        written(&report, markdown, &mut drawn);
        let drawn = String::from_utf8(drawn).expect("UTF-8 out");
        let options = pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
        let (mut read, mut open) = (String::new(), None);
        for event in pulldown_cmark::Parser::new_ext(&drawn, options) {
            use pulldown_cmark::{Event, Tag, TagEnd};
            match event {
                Event::Text(words) => read += &words,
                Event::Start(Tag::Link { dest_url, .. }) => open = Some((dest_url, read.len())),
                Event::End(TagEnd::Link) => {
                    let (url, start) = open.take().expect("it began");
                    prop_assert_eq!(&*url, &read[start..], "{}", drawn);
                    prop_assert!(url.starts_with("http"), "{}", drawn);
                }
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => prop_assert!(false, "{:?} in {}", other, drawn),
            }
        }
        prop_assert_eq!(read, text, "{}", drawn);
    }
}

/// So many bytes has a row.
const LONG: usize = 20_000;

/// Takes what is written, and sees how many rows were made more than came.
#[derive(Default)]
struct Ahead {
    made: Arc<AtomicUsize>,
    written: usize,
    most: usize,
}

impl Write for Ahead {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written += bytes.len();
        let ahead = self.made.load(Ordering::Relaxed).saturating_sub(self.written / LONG);
        self.most = self.most.max(ahead);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whatever the number of sheets, what is held of their rows is one.
#[test]
fn a_program_is_given_each_row_before_the_next_is_made() {
    for format in FORMATS.iter().filter(|format| format.reader == Reader::Program) {
        let mut out = Ahead::default();
        let made = Arc::clone(&out.made);
        let rows = Rows::made(30, move |_| {
            made.fetch_add(1, Ordering::Relaxed);
            vec![Cell::text("x".repeat(LONG))]
        });
        let table = Table::new("rows", vec![Header::new("x-a", "")], rows);
        let report = Report::new("list").with(Block::Table(table));
        written(&report, format, &mut out);
        assert_eq!(out.made.load(Ordering::Relaxed), 30, "{}", format.name);
        assert!(out.most <= 2, "{}: {} rows", format.name, out.most);
    }
}
