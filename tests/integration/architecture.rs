//! The invariants of the crate's tour, read off the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::root;

/// Every source file below a folder or file of `src`, without its tests.
pub(crate) fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut open = vec![root().join("src").join(below)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path).expect("a folder").map(|file| file.expect("a file").path()),
            );
        } else if path.extension().is_some_and(|ending| ending == "rs") {
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

/// The floors of the house, from the ground up: each may know those below it.
const FLOORS: [&str; 24] = [
    "text",
    "lang",
    "error",
    "tree",
    "finding",
    "yaml",
    "value",
    "sheet",
    "config",
    "portfolio",
    "rules",
    "query",
    "search",
    "stats",
    "report",
    "threads",
    "render",
    "export",
    "import",
    "store",
    "terminal",
    "cli",
    "session",
    "commands",
];

/// The first of the edges: below it nothing can fail for the world's reasons.
const FIRST_EDGE: &str = "render";

/// The folder, or file, of `src` to which a path belongs.
fn floor(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// Whether a floor can fail for no reason of the world's; `error` says what those reasons are.
fn is_pure(floor: &str) -> bool {
    let mut pure = FLOORS.iter().take_while(|one| **one != FIRST_EDGE);
    pure.any(|one| *one == floor) && !["error", "threads"].contains(&floor)
}

#[test]
fn the_pure_steps_know_no_world() {
    let world = [
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
    ];
    for (path, text) in sources("").iter().filter(|(path, _)| is_pure(floor(&name(path)))) {
        for line in code(text) {
            for word in world {
                assert!(!line.contains(word), "{} names {word}: {line}", name(path));
            }
        }
    }
}

#[test]
fn renderers_know_no_sheet_and_reports_no_query() {
    never(
        &["render"],
        &["Sheet", "crate::sheet", "crate::query", "crate::rules", "crate::portfolio"],
    );
    never(&["report"], &["crate::query"]);
}

#[test]
fn edges_do_not_know_each_other() {
    let edges = ["store", "import", "export", "render", "terminal"];
    for edge in edges {
        for other in edges.iter().filter(|other| **other != edge) {
            never(&[edge], &[&format!("crate::{other}")]);
        }
    }
}

/// Which files each file imports from, read off the paths that begin with `crate`; a name that a
/// folder hands on counts for the file that holds it.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources("");
    let files: BTreeMap<String, &str> =
        sources.iter().map(|(path, text)| (name(path), text.as_str())).collect();
    let mut imports = BTreeMap::new();
    for (file, text) in &files {
        let code = code(text).collect::<Vec<_>>().join("\n");
        let found = used_paths(&code).into_iter().filter_map(|path| file_of(&files, &path));
        imports.insert(file.clone(), found.filter(|other| other != file).collect());
    }
    imports
}

/// Every path that code names from `crate`, those of a group of imports one by one.
fn used_paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
        let head = &rest[..rest.find(|c| !plain(c)).unwrap_or(rest.len())];
        let steps = head.split("::").filter(|step| !step.is_empty()).map(str::to_owned);
        let steps: Vec<String> = steps.collect();
        match rest[head.len()..].strip_prefix('{') {
            Some(group) if head.ends_with("::") => {
                let group = &group[..group.find('}').unwrap_or(group.len())];
                for leaf in group.split([',', '{']).map(str::trim).filter(|leaf| !leaf.is_empty()) {
                    let leaf = leaf.split_whitespace().next().unwrap_or(leaf);
                    let leaf = leaf.split("::").filter(|step| *step != "self");
                    paths.push(steps.iter().cloned().chain(leaf.map(str::to_owned)).collect());
                }
            }
            _ => paths.push(steps),
        }
    }
    paths
}

/// The file that holds what a path names; none for a folder's table of contents.
fn file_of(files: &BTreeMap<String, &str>, path: &[String]) -> Option<String> {
    for length in (1..=path.len()).rev() {
        let module = path[..length].join("/");
        if files.contains_key(&format!("{module}.rs")) {
            return Some(format!("{module}.rs"));
        }
        let Some(contents) = files.get(&format!("{module}/mod.rs")) else {
            continue;
        };
        let item = path.get(length)?;
        let handed_on = contents.split("use ").skip(1).find_map(|import| {
            let import = import.split(';').next()?;
            let words = || import.split(|c: char| !c.is_alphanumeric() && c != '_');
            let module = import.split("::").next()?.trim();
            words().any(|word| word == item).then(|| module.to_owned())
        });
        let inner: Vec<String> =
            path[..length].iter().cloned().chain(handed_on).chain([item.clone()]).collect();
        return (inner.len() > length + 1).then(|| file_of(files, &inner)).flatten();
    }
    None
}

#[test]
fn floors_know_only_those_below() {
    let height = |path: &str| FLOORS.iter().position(|one| *one == floor(path));
    for (file, others) in imports() {
        let known = ["lib.rs", "main.rs"].contains(&file.as_str());
        assert!(known || height(&file).is_some(), "{file} stands on no floor");
        for other in others {
            assert!(known || height(&other) <= height(&file), "{file} knows {other}, above it");
        }
    }
}

/// Every file that another needs, directly or not.
fn needed(imports: &BTreeMap<String, BTreeSet<String>>, file: &str) -> BTreeSet<String> {
    let mut needed = BTreeSet::new();
    let mut open = vec![file.to_owned()];
    while let Some(file) = open.pop() {
        let new = imports[&file].iter().filter(|other| needed.insert((*other).clone()));
        open.extend(new.cloned());
    }
    needed
}

#[test]
fn no_circle_of_files() {
    let imports = imports();
    let circles: Vec<&String> =
        imports.keys().filter(|file| needed(&imports, file).contains(*file)).collect();
    assert!(circles.is_empty(), "{circles:?}");
}

#[test]
fn no_room_is_crowded() {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for (path, text) in sources("") {
        *lines.entry(floor(&name(&path)).to_owned()).or_default() += text.lines().count();
    }
    let all: usize = lines.values().sum();
    for (room, count) in lines {
        let most = if room == "rules" || room == "value" { 18 } else { 15 };
        assert!(count * 100 <= all * most, "{room} holds {count} of {all} lines");
    }
}

/// What stands at the top, beside what begins with a dot.
const TOP: [&str; 16] = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.fr.md",
    "README.md",
    "benches",
    "docs",
    "examples",
    "projects",
    "rustfmt.toml",
    "src",
    "target",
    "tests",
];

#[test]
fn nothing_lies_about_at_the_top() {
    for file in fs::read_dir(root()).expect("a folder") {
        let name = file.expect("a file").file_name().to_string_lossy().into_owned();
        assert!(
            TOP.contains(&name.as_str()) || name.starts_with('.'),
            "{name} has no place at the top"
        );
    }
}

#[test]
fn a_folder_opens_with_its_contents() {
    for (path, text) in sources("").iter().filter(|(path, _)| path.ends_with("mod.rs")) {
        assert!(text.lines().count() < 40, "{} is no table of contents", name(path));
        let works = code(text).any(|line| line.contains("fn ") || line.contains("impl "));
        assert!(!works, "{} does work", name(path));
    }
}

/// The one door of each crate, and of each part of the world: a file, or the folder of a few.
const DOORS: [(&str, &[&str]); 42] = [
    ("anstream", &["terminal/output.rs"]),
    ("annotate_snippets", &["render/snippet.rs"]),
    ("anstyle", &["render/style.rs"]),
    (
        "askama",
        &[
            "export/atom.rs",
            "export/book/document.rs",
            "export/debrief/document.rs",
            "export/form/document.rs",
            "export/page/portfolio.rs",
        ],
    ),
    ("bumpalo", &["yaml/arena.rs"]),
    ("clap", &["cli/"]),
    ("comfy_table", &["render/table/folded.rs"]),
    ("csv", &["render/csv.rs"]),
    ("data_encoding", &["export/policy.rs"]),
    ("dialoguer", &["terminal/menu.rs"]),
    ("foldhash", &["text/hash.rs"]),
    ("html5gum", &["text/html/page.rs"]),
    ("imara_diff", &["render/diff.rs"]),
    ("linkify", &["text/links.rs"]),
    ("mail_parser", &["import/mail/letter.rs"]),
    ("pathdiff", &["text/path.rs"]),
    ("percent_encoding", &["render/sarif.rs", "text/mailto.rs"]),
    ("quick_xml", &["import/spreadsheet/file/xml.rs"]),
    ("rust_stemmers", &["text/stem.rs"]),
    ("rustix", &["terminal/guard.rs", "terminal/null_device.rs", "store/rename.rs"]),
    ("rust_xlsxwriter", &["export/workbook/write.rs"]),
    ("rustyline", &["terminal/line.rs"]),
    ("saphyr_parser", &["yaml/parse.rs"]),
    ("serde", &["render/json/", "sheet/write.rs", "import/wiki/json.rs"]),
    ("serde_json", &["import/export/read.rs", "import/wiki/json.rs", "render/json/"]),
    ("serde_yaml", &["sheet/write.rs"]),
    ("sha2", &["text/digest.rs"]),
    ("shell_words", &["terminal/program.rs"]),
    ("signal_hook", &["terminal/guard.rs"]),
    ("simdutf8", &["text/source.rs"]),
    ("strsim", &["text/nearest.rs"]),
    ("sys_locale", &["terminal/environment.rs"]),
    ("tempfile", &["store/"]),
    ("terminal_size", &["terminal/output.rs"]),
    ("textwrap", &["render/wrap.rs"]),
    ("walkdir", &["store/walk.rs"]),
    ("winnow", &["query/parse.rs"]),
    ("yaml_edit", &["yaml/edit/by_crate.rs"]),
    ("zip", &["export/workbook/read.rs", "import/spreadsheet/file/package.rs"]),
    ("std::env", &["main.rs", "terminal/"]),
    ("std::fs", &["store/"]),
    (
        "std::process",
        &[
            "main.rs",
            "store/git.rs",
            "terminal/pager.rs",
            "terminal/program.rs",
            "terminal/guard.rs",
        ],
    ),
];

/// Crates that are part of the language here: numbers, days, letters, failures.
const OPEN: [&str; 5] =
    ["anyhow", "chrono", "rust_decimal", "unicode_normalization", "unicode_width"];

#[test]
fn every_crate_has_its_doors() {
    for (path, text) in sources("") {
        let file = name(&path);
        let used = used_paths(&code(&text).collect::<Vec<_>>().join("\n"));
        for (krate, doors) in DOORS {
            // A file of ours may have the name of a crate.
            let ours = used.iter().any(|path| path.last().is_some_and(|step| step == krate));
            let named = |line: &str| {
                let use_of = [format!("{krate}::"), format!("use {krate};")];
                !ours && use_of.iter().any(|words| line.contains(words))
            };
            let open = doors.iter().any(|door| file == *door || file.starts_with(door));
            assert!(open || !code(&text).any(named), "{file} uses {krate}");
        }
    }
}

#[test]
fn every_crate_of_the_manifest_has_a_door() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let sections = manifest.split("\n[").filter_map(|section| section.split_once("]\n"));
    let ours = sections.filter(|(title, _)| title.trim_end().ends_with("dependencies"));
    let ours = ours.filter(|(title, _)| !title.contains("dev-"));
    let names = ours.flat_map(|(_, lines)| lines.lines()).filter_map(|line| line.split_once(" = "));
    let crates: BTreeSet<String> = names
        .filter(|(name, _)| !name.starts_with('#'))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    let doors = DOORS.iter().map(|(krate, _)| *krate).filter(|krate| !krate.starts_with("std::"));
    let known: BTreeSet<String> = doors.chain(OPEN).map(str::to_owned).collect();
    assert_eq!(crates, known);
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
        // How long a work takes is no day.
        let stopwatch =
            |line: &str| name(&path) == "terminal/progress.rs" && line.contains("Instant::now()");
        let clock = code(&text).any(|line| line.contains("::now()") && !stopwatch(line));
        assert!(!clock || name(&path) == "main.rs", "{}", name(&path));
    }
}

#[test]
fn every_file_says_what_it_is_for_and_tells_one_thing() {
    for (path, text) in sources("") {
        assert!(text.starts_with("//! "), "{} does not say what it is for", name(&path));
        let lines = text.lines().count();
        // A table is as long as it has rows.
        let table = name(&path) == "sheet/fields/table.rs";
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
