//! What people see of the cooperative, in French, at 60 and at 120 columns.

use crate::harness::{Answer, Test};

fn seen(args: &[&str], width: usize) -> Answer {
    Test::cooperative().args(args.iter().copied()).width(width).run()
}

#[test]
fn every_view_reads_well_narrow_and_wide() {
    for (name, args) in [
        ("summarize", vec!["summarize"]),
        ("by_kind", vec!["summarize", "--by", "kind"]),
        ("by_year", vec!["summarize", "--by", "year", "year:2023", "--spread"]),
        ("by_tool_outcome", vec!["summarize", "--by", "tool,outcome"]),
        ("team_with_team", vec!["summarize", "--by", "team", "--with", "team", "year:2023"]),
        ("facets", vec!["facets", "year:2023", "--limit", "3"]),
        ("timeline", vec!["timeline", "year:2023"]),
        ("brief", vec!["brief", "un forum ouvert à Val-Perdu"]),
        ("todo", vec!["todo", "--who", "alix", "year:..2019"]),
        ("checklist", vec!["checklist", "--tool", "porte à porte"]),
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
fn what_there_is_nothing_of_is_said() {
    for (args, code, said) in [
        (vec!["brief", "xylophone"], 1, "aucun projet d'avant"),
        (vec!["checklist", "--tool", "xylophone"], 1, "sheet facets --key tool"),
        (vec!["todo", "--who", "personne"], 0, "personne ne doit rien"),
        (vec!["todo", "year:1999"], 0, "rien ne manque"),
        (vec!["timeline", "year:1999"], 0, "0\u{a0}fiche"),
        (vec!["facets", "--key", "tol"], 2, "tool"),
        (vec!["summarize", "--by", "tol"], 2, "tool"),
        (vec!["summarize", "--by", "tool,team,year"], 2, "--by tool,outcome"),
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
        &["checklist", "--tool", "forum"],
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
