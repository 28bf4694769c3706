//! What people see of the cooperative, in French, at 60 and at 120 columns.

use project_sheet::render::Reader;

use crate::harness::{Answer, Test, formats};

fn seen(args: &[&str], width: usize) -> Answer {
    Test::cooperative().args(args.iter().copied()).width(width).run()
}

#[test]
fn every_view_reads_well_narrow_and_wide() {
    for (name, args) in [
        ("summarize", vec!["summarize"]),
        ("by_kind", vec!["summarize", "--by", "kind"]),
        ("of_year", vec!["summarize", "--year", "2023"]),
        ("of_year_spread", vec!["summarize", "--by", "commissioner", "--year", "2023", "--spread"]),
        ("by_year", vec!["summarize", "--by", "year", "year:2023", "--spread"]),
        ("by_tool_outcome", vec!["summarize", "--by", "tool,outcome"]),
        ("team_with_team", vec!["summarize", "--by", "team", "--with", "team", "year:2023"]),
        ("facets", vec!["facets", "year:2023", "--limit", "3"]),
        ("timeline", vec!["timeline", "year:2023"]),
        ("brief", vec!["brief", "un forum ouvert à Val-Perdu"]),
        ("lessons", vec!["summarize", "--lessons"]),
        ("premortem", vec!["brief", "un forum ouvert à Val-Perdu", "--premortem"]),
        ("todo", vec!["todo", "--who", "alix", "year:..2019"]),
        ("checklist", vec!["checklist", "porte à porte"]),
        ("list", vec!["list", "year:2023", "--group-by", "outcome", "--totals"]),
        ("search", vec!["search", "affiches", "jeunes", "--limit", "3"]),
    ] {
        for width in [60, 120] {
            let answer = seen(&args, width);
            for line in answer.stdout.lines().chain(answer.stderr.lines()) {
                let columns = unicode_width::UnicodeWidthStr::width(line);
                assert!(columns <= width, "{args:?} at {width}: {line}");
            }
            insta::assert_snapshot!(format!("view_{name}_{width}"), answer.shown());
        }
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for args in [
        &["summarize"][..],
        &["summarize", "--by", "year", "--spread"],
        &["summarize", "--by", "text"],
        &["summarize", "--by", "tool,outcome"],
        &["checklist", "porte"],
        &["list"],
        &["list", "--columns", "id,title,tool,text"],
        &["list", "--group-by", "tool", "--totals"],
        &["facets"],
        &["todo"],
        &["ask"],
    ] {
        for (width, lang) in [(40, "fr"), (60, "en"), (80, "fr"), (100, "en")] {
            let args: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
            for line in seen(&args, width).stdout.lines() {
                let columns = unicode_width::UnicodeWidthStr::width(line);
                assert!(columns <= width, "{args:?} at {width}: {line}");
            }
        }
    }
}

#[test]
fn what_a_sheet_holds_is_obeyed_by_no_terminal_in_any_format() {
    let sheet = "title: \"T\\e]0;x\\a\\e[31mrouge\"\nterritory: {name: \"V\\x9b32m\\u202ert\"}\n\
                 dates: {start: 2023}\nteam: [\"A\\e[2J\"]\ntools: [\"O\\e[31m\\u2028\"]\n\
                 lessons: {nuggets: [{text: \"Marché \\e[5m\", do: \"D\\e[7m\"}]}\n\
                 x-é: \"\\e[1m\"\nextra: {\"L\\e[4m\": marché}\n";
    let own = "x-\u{1b}[31m";
    for args in [
        &["list", "--columns", own][..],
        &["list", "--columns", "title,territory,team,tool,x-é,extra"],
        &["list", "--group-by", "tool", "--totals"],
        &["show", "un"],
        &["summarize"],
        &["summarize", "--by", "team,tool"],
        &["summarize", "--by", own],
        &["search", "marché"],
        &["search", "marché", "--by-kind"],
        &["facets", "--key", "tool,team,territory"],
        &["timeline"],
        &["brief", "marché"],
        &["brief", "un"],
        &["todo"],
        &["checklist", "o"],
    ] {
        let documents: Vec<&str> = formats(|reader| reader == Reader::Document).collect();
        for format in formats(|reader| reader != Reader::FindingsViewer) {
            for width in [40, 120] {
                let test = Test::new().sheet("un", sheet).sheet("deux", sheet).width(width);
                let answer = test.args(args.iter().copied().chain(["--format", format])).run();
                assert!(answer.code < 2, "{args:?}: {answer:?}");
                // A file keeps what is no control: only a terminal could be turned by it.
                let file = format == "csv" || documents.contains(&format);
                let turns = |c: char| !file && matches!(c, '\u{202e}' | '\u{2028}');
                let obeyed = |c: char| c.is_control() && c != '\n' || turns(c);
                let all = format!("{}{}", answer.stdout, answer.stderr);
                assert!(!all.contains(obeyed), "{args:?} as {format}: {all:?}");
            }
        }
    }
}

#[test]
fn what_there_is_nothing_of_is_said() {
    for (args, code, said) in [
        (vec!["brief", "xylophone"], 0, "sheet search xylophone"),
        (vec!["checklist", "xylophone"], 1, "sheet facets --key tool"),
        (vec!["todo", "--who", "alixe"], 1, "vouliez-vous dire «\u{a0}Alix\u{a0}»"),
        (vec!["todo", "--who", "alix", "year:1999"], 1, "aucun membre d'équipe ne s'appelle alix"),
        (vec!["todo", "year:1999"], 0, "plus rien à écrire"),
        (vec!["ask", "--who", "alixe"], 1, "vouliez-vous dire «\u{a0}Alix\u{a0}»"),
        (vec!["ask", "year:1999"], 0, "plus rien à demander"),
        (vec!["timeline", "year:1999"], 0, "0\u{a0}fiche"),
        (vec!["facets", "--key", "tol"], 2, "tool"),
        (vec!["summarize", "--by", "tol"], 2, "tool"),
        (vec!["summarize", "--by", "tool,team,year"], 2, "--by tool,outcome"),
        (vec!["summarize", "--by", "tool", "--spread"], 2, "--year 2023"),
        (vec!["summarize", "--spread"], 2, "--by year"),
        (vec!["summarize", "--by", "tool", "--spread", "--year", "1999"], 0, "0\u{a0}fiche"),
        (vec!["list", "--group-by", "tol"], 2, "tool"),
    ] {
        let answer = seen(&args, 80);
        assert_eq!((answer.code, answer.stdout.as_str()), (code, ""), "{args:?}: {answer:?}");
        assert!(answer.stderr.contains(said), "{args:?}: {answer:?}");
    }
}

#[test]
fn a_sheet_that_cannot_be_read_hides_no_answer_of_the_others() {
    for args in [
        &["search", "forum"][..],
        &["facets"],
        &["timeline"],
        &["brief", "forum"],
        &["todo"],
        &["checklist", "forum"],
        &["summarize", "--by", "tool"],
        &["list", "--group-by", "tool", "--totals"],
    ] {
        let sheet = "title: Forum\nterritory: {name: Trifouilly}\ndates: {start: 2023}\ntools: [Forum]\n\
                     lessons: {nuggets: [{text: Marcher, do: Chausser}]}\n";
        let test = Test::new().sheet("bonne", sheet).sheet("cassée", "title: [\n");
        let answer = test.args(args).run();
        assert_eq!(answer.code, 1, "{args:?}: {answer:?}");
        assert!(!answer.stdout.is_empty(), "{args:?}");
        assert!(answer.stderr.contains("projects/cassée.yaml:"), "{args:?}: {answer:?}");
    }
}
