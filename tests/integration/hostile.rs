//! Input that means harm, or has suffered it.

use proptest::prelude::*;

use crate::broken;
use crate::harness::{SMALL, Test};
use chrono::NaiveDate;
use project_sheet::config::{self, Config};
use project_sheet::portfolio::Entry;
use project_sheet::rules::{self, CheckOptions};
use project_sheet::yaml::decode::decode;

/// Whether a terminal would obey any of this, hide it or turn it round.
pub(crate) fn harmful(text: &str) -> Option<char> {
    text.chars().find(|c| {
        let control = c.is_control() && *c != '\n';
        control || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    })
}

#[test]
fn nothing_from_a_sheet_a_name_or_an_argument_reaches_the_terminal_raw() {
    let evil = "\u{1b}]0;titre\u{7}\u{1b}[31mrouge\u{9b}2J\u{202e}inverse\u{200b}\u{7f}";
    let quoted = "\\e]0;titre\\a\\e[31mrouge\\x9b2J\\u202einverse\\u200b\\x7f";
    let sheet = format!(
        "title: \"{quoted}\"\nterritory: {{name: \"{quoted}\", population: \"{quoted}\"}}\nstatus: \"{quoted}\"\nteam: [\"{quoted}\"]\nsummary: \"{quoted}\"\nlessons: {{words: [{{from: \"{quoted}\", text: \"{quoted}\"}}]}}\n\"x-{quoted}\": \"{quoted}\"\n\"{quoted}\": a\nextra: {{\"{quoted}\": \"{quoted}\"}}\n"
    );
    let raw = format!("title: {evil}\nterritory: {{name: a\n");
    let page = format!("Titre {evil}\nCoût : {evil}\nDemande Client\n{evil}\n");
    for args in [
        vec!["list"],
        vec!["list", "--format", "json"],
        vec!["list", "--columns", "id,title,team,text"],
        vec!["list", evil],
        vec!["list", "--columns", evil],
        vec!["filter", &format!("status:{evil}")],
        vec!["show", "a"],
        vec!["show", "a", "--format", "json"],
        vec!["show", "b"],
        vec!["show", evil],
        vec!["summarize"],
        vec!["validate"],
        vec!["validate", "--format", "json"],
        vec!["validate", evil],
        vec!["explain", evil],
        vec!["import", "page.txt"],
        vec!["import", "page.txt", "--format", "json"],
        vec!["import", "page.txt", "--id", evil],
        vec!["import", evil],
        vec![evil],
        vec!["--dir", evil, "list"],
        vec!["--format", evil, "list"],
    ] {
        let test = Test::new()
            .sheet("a", &sheet)
            .sheet("b", &raw)
            .sheet(&format!("c{evil}").replace('/', "-"), SMALL);
        let test = test.file("page.txt", &page).args(&args);
        for width in [40, 100] {
            let answer =
                test.command().env("COLUMNS", width.to_string()).output().expect("it runs");
            for stream in [answer.stdout, answer.stderr] {
                let text = String::from_utf8(stream).expect("UTF-8");
                assert_eq!(harmful(&text), None, "{args:?}: {text}");
            }
        }
    }
}

#[test]
fn bombs_are_findings_and_quick() {
    let aliases = {
        let mut text = String::from(
            "title: a\nterritory: {name: b}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n",
        );
        for level in 1..20 {
            let before = format!("*a{}, ", level - 1).repeat(10);
            text.push_str(&format!("a{level}: &a{level} [{before}]\n"));
        }
        text
    };
    let keys = |count: usize| (0..count).map(|key| format!("k{key}: v\n")).collect::<String>();
    for (name, text) in [
        ("aliases", aliases),
        ("flow nesting", format!("title: {}", "[".repeat(100_000))),
        ("map nesting", format!("title: {}", "{a: ".repeat(100_000))),
        ("block nesting", (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect()),
        ("one alias of itself", "a: &a [*a]\n".to_owned()),
        ("many keys", keys(50_000)),
        ("twice many keys", keys(20_000) + &keys(20_000)),
        ("a long scalar", format!("{SMALL}summary: \"{}\"\n", "é".repeat(1_000_000))),
        ("a long line of nothing", format!("{SMALL}summary: {}\n", " ".repeat(1_000_000))),
        ("a NUL", "title: a\0b\n".to_owned()),
        ("a tag", "title: !halle\nterritory: {name: b}\n".to_owned()),
        ("merge keys", "a: &a {b: c}\n<<: *a\n".to_owned()),
        ("quotes", format!("title: {}", "\"".repeat(100_001))),
        ("question marks", "? ".repeat(50_000)),
        ("dashes", "- ".repeat(50_000)),
        ("anchors", "&a ".repeat(10_000)),
    ] {
        let started = std::time::Instant::now();
        let answer = Test::new().sheet("a", text).args(["validate", "--format", "json"]).run();
        assert!(matches!(answer.code, 0 | 1), "{name}: {}", answer.stderr);
        assert!(started.elapsed().as_secs() < 20, "{name}: {:?}", started.elapsed());
    }
}

#[test]
fn a_file_past_the_largest_size_is_told() {
    let answer = Test::new().sheet("a", vec![b'#'; 17 * 1024 * 1024]).args(["list"]).run();
    assert_eq!(answer.code, 1);
    assert!(
        answer.stderr.contains("limit-exceeded") && answer.stderr.contains("larger than 16 MiB"),
        "{}",
        answer.stderr
    );
}

#[test]
fn texts_that_look_like_something_else_stay_texts() {
    for text in ["no", "on", "1e3", "0x1F", "12:30", "2023-03-01", "yes", "1.0", "+5"] {
        let sheet = format!("title: {text}\nterritory: {{name: b}}\n");
        let json =
            Test::new().sheet("a", sheet).args(["show", "a", "--format", "json"]).run().json();
        assert_eq!(json["sheet"]["title"], text);
    }
    let json = Test::new()
        .sheet("a", "title: ~\nterritory: {name: b}\n")
        .args(["validate", "--format", "json"])
        .run()
        .json();
    assert_eq!(json["findings"][0]["code"], "missing-title");
}

#[cfg(unix)]
#[test]
fn a_fifo_and_links_in_a_circle_harm_nobody() {
    let test = Test::new().sheet("a", SMALL);
    let projects = test.path().join("projects");
    let fifo = std::process::Command::new("mkfifo")
        .arg(projects.join("f.yaml"))
        .status()
        .expect("mkfifo runs");
    assert!(fifo.success());
    std::os::unix::fs::symlink(&projects, projects.join("loop")).expect("a link");
    std::os::unix::fs::symlink("self.yaml", projects.join("self.yaml")).expect("a link");
    let answer = test.args(["list", "--columns", "id", "--format", "csv"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (1, "id\na\n"));
    assert!(
        answer.stderr.contains("projects/f.yaml") && answer.stderr.contains("projects/self.yaml"),
        "{}",
        answer.stderr
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_collection_is_not_read() {
    let outside = tempfile::tempdir().expect("a folder");
    let secret = outside.path().join("secret.yaml");
    std::fs::write(&secret, "title: secret\nterritory: {name: b}\n").expect("a file");
    let test = Test::new().sheet("a", SMALL).file("kept/b.yaml", SMALL);
    let projects = test.path().join("projects");
    std::os::unix::fs::symlink(&secret, projects.join("s.yaml")).expect("a link");
    std::os::unix::fs::symlink("../kept/b.yaml", projects.join("b.yaml")).expect("a link");
    let test = test.args(["list", "--columns", "id", "--format", "csv"]);
    let answer = test.run();
    assert_eq!((answer.code, answer.stdout.as_str()), (1, "id\na\nb\n"));
    assert!(
        answer.stderr.contains("projects/s.yaml") && !answer.stderr.contains("title"),
        "{}",
        answer.stderr
    );
    assert_eq!(test.args(["show", "s"]).run().code, 1);
}

/// Collections in which two long lists meet: their name, their files for a length, and the command.
#[allow(clippy::type_complexity)]
fn meetings() -> Vec<(&'static str, fn(usize) -> Test, &'static [&'static str])> {
    fn list(key: &str, count: usize, item: impl Fn(usize) -> String) -> String {
        format!(
            "{key}:\n{}",
            (0..count).map(|at| format!("  - {}\n", item(at))).collect::<String>()
        )
    }
    fn one(rest: String) -> Test {
        Test::new().sheet("a", format!("{SMALL}{rest}"))
    }
    let team = |count| one(list("team", count, |at| format!("Nom{at} P{at}")));
    let ignored = |count| one(list("ignore", count, |at| format!("code{at}")));
    let speakers = |count| {
        let word = |at| format!("{{from: Mom{at}, text: a}}");
        let words = list("words", count, word).replace('\n', "\n  ");
        one(format!("{}lessons:\n  {words}\n", list("team", count, |at| format!("Nom{at}"))))
    };
    let several = |count| one(format!("commissioners: \"{}\"\n", "A et Ville ".repeat(count)));
    let strangers = |count| {
        let names = (0..count).map(|at| format!("    - Outil {at}\n")).collect::<String>();
        let test = one(list("tools", count, |at| format!("Utol{at}")));
        test.file("sheet.yaml", format!("vocabulary:\n  tools:\n{names}"))
    };
    let nowhere = |count| {
        let sheet = |at| format!("{SMALL}related: [z{at}]\n");
        (0..count / 10).fold(Test::new(), |test, at| test.sheet(&format!("s{at}"), sheet(at)))
    };
    let spellings = |count| {
        let letter = |at: usize, bit: usize| if at >> bit & 1 == 1 { 'é' } else { 'e' };
        one(list("team", count, |at| (0..17).map(|bit| letter(at, bit)).collect::<String>() + " X"))
    };
    let both = |count| {
        let names = |key| list(key, count, |at| format!("Ville {at}"));
        one(names("commissioners") + &names("partners"))
    };
    let paragraphs = |count| {
        let long = "Un paragraphe assez long pour que sa répétition soit dite, bien sûr ".repeat(2);
        let text = |at| format!("  {long}{}\n\n  x{at} y@example.org\n\n", at / 2);
        one(format!("summary: |\n{}", (0..count).map(text).collect::<String>()))
    };
    let lessons = |count| {
        let item = |at| format!("{{text: le forum {at} a réuni du monde, do: refaire {at}}}");
        let nuggets = list("nuggets", count, item).replace('\n', "\n  ");
        one(format!("tools: [Forum]\nlessons:\n  {nuggets}\n"))
    };
    let unbroken = |count| one(format!("summary: {}x\n", "forum-".repeat(10 * count)));
    let own = |count| {
        let keys = (0..count).map(|at| format!("x-{at}: v\n")).collect::<String>();
        one(keys + &list("team", count, |at| format!("Nom{at} P{at}")))
    };
    // Cheap steps, of which many are needed before their number shows.
    let doubts = |count| {
        let word = "    - |\n      Alix : a\n      Sam : b\n";
        one(format!("lessons:\n  words:\n{}", word.repeat(4 * count)))
    };
    let unread = |count| one(list("team", 4 * count, |_| "{name: A, role: [x]}".to_owned()));
    let references = |count| {
        let related = list("related", 8 * count, |_| "a".to_owned());
        one(String::new()).sheet("b", format!("{SMALL}{related}"))
    };
    let held = |count| {
        let ids = list("confirmed-in", 8 * count, |at| format!("s{at}")).replace('\n', "\n      ");
        one(format!("lessons:\n  nuggets:\n    - text: un forum\n      {ids}\n"))
    };
    let letters = |count| {
        let head = "-----Message d'origine-----\n".repeat(8 * count);
        Test::new().file("a.txt", format!("[sheet a lessons.words]\nOui.\n{head}"))
    };
    // As many sheets as entries, of which each may be each.
    let alike = |count| {
        let rows: String = (0..count / 4).map(|at| format!("Un forum;{at} €\n")).collect();
        let table = Test::new().file("a.csv", format!("Titre;Coût\n{rows}"));
        (0..count / 4).fold(table, |test, at| {
            test.sheet(&format!("f{at}"), "title: Un forum\nterritory:\n  name: Oie\n")
        })
    };
    vec![
        ("entries called alike", alike, &["import", "a.csv"]),
        ("one lesson that held in many", held, &["search", "forum"]),
        ("letters below letters", letters, &["import", "a.txt"]),
        ("doubtful items", doubts, &["validate"]),
        ("doubtful items, by fmt", doubts, &["fmt", "--check"]),
        ("items that cannot be read", unread, &["validate"]),
        ("items that cannot be read, fixed", unread, &["validate", "--fix", "--dry-run"]),
        ("references to another", references, &["rename", "a", "c", "--dry-run"]),
        ("who with whom", team, &["summarize", "--by", "team", "--with", "team"]),
        (
            "who with whom, for machines",
            team,
            &["summarize", "--by", "team", "--with", "team", "--format", "json"],
        ),
        ("by team", team, &["summarize", "--by", "team"]),
        ("silenced", ignored, &["validate"]),
        ("speakers and a team", speakers, &["validate"]),
        ("one text of many names", several, &["validate"]),
        ("strangers and a vocabulary", strangers, &["validate"]),
        ("links to nowhere", nowhere, &["validate"]),
        ("one name in many spellings", spellings, &["validate"]),
        ("commissioners and partners", both, &["validate"]),
        ("repeated paragraphs", paragraphs, &["validate"]),
        ("lessons", lessons, &["brief", "forum"]),
        ("steps", lessons, &["checklist", "forum"]),
        ("passages", lessons, &["search", "forum", "--limit", "100000"]),
        ("one word of many", unbroken, &["search", "forum"]),
        ("own keys and a team", own, &["validate", "--rule", "person-spelled-twice"]),
    ]
}

/// Twice the length takes no more than three times as long: what is quadratic takes four times.
#[test]
fn two_long_lists_never_multiply() {
    for (name, files, args) in meetings() {
        let time = |count: usize| {
            let test = files(count).args(args);
            let started = std::time::Instant::now();
            let code = test.run().code;
            assert!(matches!(code, 0 | 1), "{name}: {code}");
            started.elapsed()
        };
        // Other work on the machine is no fault of theirs: three tries.
        let mut tries = Vec::new();
        let slack = std::time::Duration::from_millis(300);
        let linear = std::iter::repeat_with(|| (time(2_500), time(5_000))).take(3).any(|took| {
            tries.push(took);
            took.1 < took.0 * 3 + slack
        });
        assert!(linear, "{name}: {tries:?}");
    }
}

#[test]
fn who_works_with_whom_is_cut_where_it_grows_too_large_and_says_so() {
    let team = |count: usize| {
        let names: String = (0..count).map(|at| format!("  - Nom{at} P\n")).collect();
        Test::new().sheet("a", format!("{SMALL}team:\n{names}"))
    };
    let with = ["summarize", "--by", "team", "--with", "team"];
    for (count, left_out) in [(200, None), (300, Some(100))] {
        let test = team(count).args(with);
        let said = "Not shown, those with the fewest sheets: Team 100.";
        assert_eq!(test.stdout().contains(said), left_out.is_some());
        let answer = test.run_with(with.iter().chain(&["--format", "json"]));
        let json = answer.json();
        assert_eq!(json["leftOut"]["first"].as_u64(), left_out);
        assert_eq!(json["pairs"].as_array().map(Vec::len), Some(200 * 199));
        assert_eq!(answer.stderr.contains(said), left_out.is_some());
    }
    // Beside a few values, many are told.
    let by = ["summarize", "--by", "team,year", "--format", "json"];
    assert_eq!(team(3_000).args(by).run().json()["pairs"].as_array().map(Vec::len), Some(3_000));
}

fn whole() -> &'static [u8] {
    include_bytes!("../fixtures/valid/projects/forum-des-aines.yaml")
}

/// Reads and checks whatever it is.
fn survive(bytes: Vec<u8>) {
    let day = NaiveDate::from_ymd_opt(2023, 6, 1).expect("a real day");
    let source = match decode("projects/a.yaml", &bytes) {
        Ok(source) => source,
        Err(unreadable) => {
            project_sheet::finding::Diagnostic::new(&unreadable.source, unreadable.finding);
            return;
        }
    };
    match Entry::decode(&source, day) {
        Ok(entry) => {
            let config = Config::default();
            let setting = CheckOptions { config: &config, today: day, on_disk: None };
            for finding in rules::check(&entry, &setting).findings {
                entry.diagnostic(finding);
            }
            let _ = project_sheet::sheet::write::write(&entry.sheet);
        }
        Err(finding) => {
            project_sheet::finding::Diagnostic::new(&source, *finding);
        }
    }
}

/// Changes one byte of every fixture, a few times each, at places that are spread over it.
#[test]
fn every_fixture_with_a_changed_byte_is_survived() {
    let bytes = [0, b'\n', b':', b'-', b'"', b'[', b'{', b'&', b' ', b'9', 0xc3, 0xff];
    for (number, (_, fixture)) in broken::all().into_iter().enumerate() {
        for round in 0..60 {
            let at = (round * 7919 + number * 31) % fixture.len().max(1);
            let mut changed = fixture.clone();
            changed[at] = bytes[(round + number) % bytes.len()];
            survive(changed.clone());
            let source = decode("sheet.yaml", &changed);
            if let Ok(source) = source {
                config::decode(&source, &rules::adjustable());
            }
        }
    }
}

#[test]
fn every_truncation_of_a_sheet_is_survived() {
    for length in 0..whole().len() {
        survive(whole()[..length].to_vec());
    }
}

proptest! {
    #[test]
    fn every_changed_byte_is_survived(at in 0..whole().len(), byte: u8) {
        let mut bytes = whole().to_vec();
        bytes[at] = byte;
        survive(bytes);
    }

    #[test]
    fn random_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survive(bytes);
    }

    #[test]
    fn random_yaml_is_survived(text in "(title|dates|team|cost|lessons|x-a|a)?[:\\-\\[\\]{}&*!|>'\"%@`#, \n\ta-z0-9é]{0,120}") {
        survive(text.into_bytes());
    }
}
