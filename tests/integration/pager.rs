//! A long answer is shown page by page on a terminal, and nowhere else.

use std::fs;

use crate::harness::Test;
use crate::person::{home, looks, sits_down};

/// Writes what it is given to a file.
const KEEPS: (&str, &str) = ("SHEET_PAGER", "cat >$HOME/page");

/// More sheets than the terminal has lines.
fn many() -> Test {
    (0..60).fold(Test::new(), |test, number| {
        let text = format!("title: Forum {number}\nterritory: {{name: Trifouilly}}\n");
        test.sheet(&format!("forum-{number}"), text)
    })
}

/// What the pager was given, if it was run.
fn page(test: &Test) -> Option<String> {
    fs::read_to_string(home(test).join("page")).ok()
}

#[test]
fn a_long_answer_goes_to_the_pager() {
    let test = many().args(["list"]);
    let left = looks(&test, 100, &[KEEPS]).leaves();
    let page = page(&test).expect("it was run");
    assert_eq!(left.code, 0, "{left:?}");
    assert!(page.contains("Forum 0 ") && page.contains("Forum 59 "), "{page}");
    assert!(!left.seen.contains("Forum 0") && left.seen.contains("60"), "{left:?}");
}

#[test]
fn without_need_or_wish_there_is_no_pager() {
    let (other, none) = (("PAGER", "cat >$HOME/page"), ("SHEET_PAGER", ""));
    let few = Test::new().sheet("forum-0", "title: Forum 0\nterritory: {name: T}\n");
    let dumb = ("TERM", "dumb");
    for (test, args, set) in [
        (few, &["list"][..], &[KEEPS][..]),
        (many(), &["list", "--no-pager"], &[KEEPS]),
        (many(), &["list"], &[other, none]),
        (many(), &["list"], &[other, ("SHEET_PAGER", "cat")]),
        (many(), &["list"], &[KEEPS, dumb]),
    ] {
        let test = test.args(args);
        let left = looks(&test, 100, set).leaves();
        assert_eq!((left.code, page(&test)), (0, None), "{set:?}");
        assert!(left.seen.contains("Forum 0"), "{left:?}");
    }
    let test = many().args(["list"]);
    let left = sits_down(&test, 100, &[KEEPS]).leaves();
    assert!(page(&test).is_none() && left.answer.contains("Forum 0"), "{left:?}");
}

#[test]
fn a_pager_that_cannot_be_run_is_told_and_nothing_is_lost() {
    for (wanted, why) in [("no-such-pager", "program not found"), ("less '", "`less '`")] {
        let test = many().args(["list"]);
        let left = looks(&test, 100, &[("PAGER", wanted)]).leaves();
        assert!(left.seen.contains("cannot run the pager") && left.seen.contains(why), "{left:?}");
        assert!(left.seen.contains("Forum 0") && left.seen.contains("Forum 59"), "{left:?}");
        assert_eq!(left.code, 0);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_is_for_the_pager() {
    let test = many().args(["list"]);
    let reads = ("PAGER", "trap : INT; echo READS; sleep 2; cat >$HOME/page; true");
    let left = looks(&test, 100, &[reads]).sees("READS").signals("INT").leaves();
    assert_eq!(left.code, 0, "{left:?}");
    assert!(page(&test).is_some_and(|page| page.contains("Forum 59")));
}
