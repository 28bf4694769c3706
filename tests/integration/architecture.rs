//! The invariants of the crate's tour, read off the sources.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::root;

/// Every source file below a folder or file of `src`, without its tests.
fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut open = vec![root().join("src").join(below)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path).expect("a folder").map(|file| file.expect("a file").path()),
            );
        } else {
            let text = fs::read_to_string(&path).expect("a source");
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            files.push((path, code));
        }
    }
    assert!(!files.is_empty(), "{below}");
    files
}

fn name(path: &Path) -> String {
    path.strip_prefix(root().join("src")).unwrap_or(path).display().to_string()
}

/// Lines of code, without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn never(folders: &[&str], words: &[&str]) {
    for folder in folders {
        for (path, text) in sources(folder) {
            for line in code(&text) {
                for word in words {
                    assert!(!line.contains(word), "{} names {word}: {line}", name(&path));
                }
            }
        }
    }
}

#[test]
fn the_pure_steps_know_no_world() {
    let pure = [
        "text",
        "lang",
        "tree",
        "finding",
        "yaml",
        "value",
        "sheet",
        "portfolio.rs",
        "rules",
        "query",
        "search",
        "stats",
        "report",
    ];
    never(
        &pure,
        &[
            "std::fs",
            "std::io",
            "std::env",
            "std::thread",
            "std::process",
            "clap",
            "Local::now",
            "Utc::now",
            "SystemTime",
            "Instant",
        ],
    );
}

#[test]
fn renderers_know_no_sheet() {
    never(
        &["render"],
        &["Sheet", "crate::sheet", "crate::query", "crate::rules", "crate::portfolio"],
    );
}

#[test]
fn reports_know_no_query() {
    never(&["report"], &["crate::query"]);
}

#[test]
fn edges_do_not_know_each_other() {
    for edge in ["store", "import", "render", "terminal"] {
        for other in ["store", "import", "render", "terminal", "commands", "session", "cli"] {
            if other != edge {
                never(&[edge], &[&format!("crate::{other}")]);
            }
        }
    }
}

/// The floors of the house, from the ground up: each may know those below it.
const FLOORS: [&str; 20] = [
    "text",
    "lang",
    "error.rs",
    "tree",
    "finding",
    "yaml",
    "value",
    "sheet",
    "config",
    "portfolio.rs",
    "rules",
    "query",
    "search",
    "stats",
    "report",
    "render",
    "store",
    "terminal",
    "cli",
    "session",
];

#[test]
fn floors_know_only_those_below() {
    for (height, floor) in FLOORS.iter().enumerate() {
        let above = FLOORS[height + 1..].iter().chain(&["commands"]);
        for above in above {
            let module = above.trim_end_matches(".rs");
            never(&[floor], &[&format!("crate::{module}::"), &format!("use crate::{module};")]);
        }
    }
}

#[test]
fn every_crate_has_its_doors() {
    for (krate, doors) in [
        (
            "clap",
            vec!["cli/mod.rs", "cli/speak.rs", "cli/answers.rs", "cli/change.rs", "cli/query.rs"],
        ),
        ("dialoguer::", vec!["terminal/prompt.rs"]),
        ("rustyline", vec!["terminal/line.rs"]),
        ("shell_words", vec!["terminal/editor.rs"]),
        (
            "std::process",
            vec!["terminal/editor.rs", "terminal/watch.rs", "store/git.rs", "main.rs"],
        ),
        ("imara_diff::", vec!["render/diff.rs"]),
        ("signal_hook", vec!["terminal/watch.rs"]),
        ("rustix", vec!["terminal/watch.rs", "terminal/nowhere.rs", "store/name.rs"]),
        ("comfy_table", vec!["render/table.rs"]),
        ("annotate_snippets", vec!["render/snippet.rs"]),
        ("anstyle", vec!["render/mod.rs"]),
        ("textwrap::", vec!["render/wrap.rs"]),
        ("csv::Writer", vec!["render/csv.rs"]),
        ("serde_json", vec!["render/json.rs"]),
        ("serde_yaml", vec!["sheet/write.rs"]),
        ("saphyr_parser", vec!["yaml/parse.rs"]),
        ("yaml_edit", vec!["yaml/edit/by_crate.rs"]),
        ("winnow", vec!["query/parse.rs"]),
        ("walkdir", vec!["store/collection.rs"]),
        ("tempfile", vec!["store/temporary.rs"]),
        ("terminal_size", vec!["terminal/mod.rs"]),
        ("strsim::", vec!["text/nearest.rs"]),
        ("rust_stemmers", vec!["text/stem.rs"]),
        (
            "std::fs",
            vec![
                "store/load.rs",
                "store/lock.rs",
                "store/look.rs",
                "store/name.rs",
                "store/save.rs",
                "store/temporary.rs",
                "store/access.rs",
                "store/draft.rs",
            ],
        ),
        ("std::env", vec!["main.rs", "terminal/mod.rs", "terminal/editor.rs"]),
    ] {
        for (path, text) in sources("") {
            let used = code(&text).any(|line| line.contains(krate));
            assert!(!used || doors.contains(&name(&path).as_str()), "{} uses {krate}", name(&path));
        }
    }
}

#[test]
fn every_edit_of_a_sheet_is_checked_for_losses() {
    for (path, text) in sources("") {
        let path = name(&path);
        if path.starts_with("yaml/edit/") || path == "sheet/edit.rs" {
            continue;
        }
        for line in code(&text).filter(|line| line.contains("source::edit")) {
            let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            let unchecked = words.filter(|word| ["edit", "rewrite"].contains(word)).count() > 1;
            assert!(!unchecked, "{path} edits beside sheet::edit: {line}");
        }
    }
}

#[test]
fn the_clock_is_read_in_main_alone() {
    for (path, text) in sources("") {
        let clock = code(&text).any(|line| line.contains("::now()"));
        assert!(!clock || name(&path) == "main.rs", "{}", name(&path));
    }
}

#[test]
fn every_file_says_what_it_is_for_and_tells_one_thing() {
    for (path, text) in sources("") {
        assert!(text.starts_with("//! "), "{} does not say what it is for", name(&path));
        let lines = text.lines().count();
        // A table is as long as it has rows.
        let table = name(&path) == "sheet/fields.rs";
        assert!(lines <= 420 || table, "{} has {lines} lines", name(&path));
    }
}

#[test]
fn nobody_prints_panics_or_leaves_work_for_later() {
    let print = [
        "println!",
        "print!(",
        "eprintln!",
        "eprint!(",
        "dbg!",
        "todo!",
        "unimplemented!",
        ".unwrap()",
        "TODO",
        "FIXME",
    ];
    for (path, text) in sources("") {
        if name(&path) == "rules/text/placeholder_text.rs" {
            continue;
        }
        for line in code(&text) {
            for word in print {
                assert!(!line.contains(word), "{}: {line}", name(&path));
            }
        }
    }
}

#[test]
fn every_rule_has_its_file_and_its_line() {
    let table = fs::read_to_string(root().join("src/rules/table.rs")).expect("the table");
    let rules = sources("rules").into_iter().filter(|(_, text)| text.contains("pub static RULE:"));
    let paths = rules.map(|(path, text)| {
        let path = name(&path).trim_start_matches("rules/").trim_end_matches(".rs").to_owned();
        (path.replace('/', "::"), text)
    });
    let rules: Vec<(String, String)> = paths.collect();
    assert!(rules.len() > 40, "{}", rules.len());
    for (path, text) in &rules {
        assert!(table.contains(&format!("&{path}::RULE,")), "{path} is no row of the table");
        for (other, _) in &rules {
            assert!(!text.contains(&format!("crate::rules::{other}::")), "{path} names {other}");
        }
    }
}
