//! The README, in both languages, and the reference in `docs`: every command that they show runs and
//! answers what they show; their pictures are of the program, their links lead somewhere.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anstyle_svg::Term;
use project_sheet::cli::GROUPS;
use project_sheet::lang::Lang;
use project_sheet::sheet::fields::FIELDS;
use project_sheet::sheet::fields::addable;
use project_sheet::sheet::section::Section;

use crate::harness::{Answer, Test, root};

/// The pages, with the language in which the program answers there.
fn pages() -> Vec<(PathBuf, Lang, String)> {
    let docs = fs::read_dir(root().join("docs")).expect("the folder of the reference");
    let docs = docs.map(|file| file.expect("a file").path());
    let readme = ["README.md", "README.fr.md"].map(|name| root().join(name));
    let pages = readme.into_iter().chain(docs);
    let pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages
        .map(|path| {
            let french = path.to_string_lossy().ends_with(".fr.md");
            let text = fs::read_to_string(&path).expect("a page");
            (path, if french { Lang::Fr } else { Lang::En }, text)
        })
        .collect()
}

/// The blocks of a page in which commands are shown.
fn blocks(page: &str) -> impl Iterator<Item = &str> {
    let blocks = page.split("\n```console\n").skip(1);
    blocks.map(|rest| rest.split("\n```").next().unwrap_or_default())
}

/// The commands of a block, each with the lines that are shown of its answer.
fn commands(block: &str) -> Vec<(&str, Vec<&str>)> {
    let mut commands: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => {
                let command = command.split("  #").next().unwrap_or(command).trim();
                commands.push((command, Vec::new()));
            }
            (None, Some((_, shown))) => shown.push(line),
            (None, None) => panic!("{line} is shown before any command"),
        }
    }
    commands
}

/// Splits a command as a shell does, with single and double quotes.
pub(crate) fn split(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, ' ') => words.push(String::new()),
            _ => words.last_mut().expect("there is one").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What other programs do; those that a newcomer needs beside this one.
const OTHERS: [&str; 5] = ["git ", "cd ", "mkdir ", "cargo ", "duckdb "];

fn answer(test: &Test, command: &str, lang: Lang) -> Answer {
    let code = match lang {
        Lang::En => "en",
        Lang::Fr => "fr",
    };
    let command = command.split(" > ").next().expect("a command");
    let mut words = split(command.strip_prefix("sheet").expect("the program"));
    if !words.contains(&"--lang".to_owned()) {
        words.extend(["--lang", code].map(str::to_owned));
    }
    test.run_with(words)
}

/// The example with everything that it holds, where it may be changed.
fn example() -> Test {
    let page = fs::read(root().join("examples/cooperative/wiki-page.txt")).expect("it is there");
    let reply = fs::read(root().join("examples/cooperative/reply.txt")).expect("it is there");
    let debrief = fs::read(root().join("examples/cooperative/bilan.md")).expect("it is there");
    let export = |name: &str| fs::read(root().join("examples/cooperative/wiki").join(name));
    ["entries.json", "form.json"]
        .iter()
        .fold(Test::copy_of_cooperative().file("wiki-page.txt", page), |test, name| {
            test.file(&format!("wiki/{name}"), export(name).expect("it is there"))
        })
        .file("reply.txt", reply)
        .file("bilan.md", debrief)
        .width(80)
}

#[test]
fn every_command_that_is_shown_answers_what_is_shown() {
    let mut count = 0;
    for (path, lang, page) in pages() {
        for block in blocks(&page) {
            let test = example();
            for (command, shown) in commands(block) {
                if OTHERS.iter().any(|other| command.starts_with(other)) {
                    assert!(shown.is_empty(), "{command}: nobody compares this answer");
                    continue;
                }
                count += 1;
                let answer = answer(&test, command, lang);
                let asks =
                    ["sheet new", "sheet edit"].iter().any(|start| command.starts_with(start))
                        && answer.code == 2
                        && !command.contains("--");
                let place = format!("{}: {command}", path.display());
                assert!(answer.code == 0 || asks, "{place}: {answer:?}");
                let said = plain(&format!("{}\n{}", answer.stdout, answer.stderr));
                let quiet = command.contains("--format short");
                assert!(quiet || !said.trim().is_empty(), "{place} says nothing");
                let mut rest = said.as_str();
                for line in shown.iter().filter(|line| !line.is_empty() && **line != "…") {
                    let line = plain(line);
                    let at = rest.find(&line);
                    let at = at.unwrap_or_else(|| panic!("{place}: {line:?} is not in\n{said}"));
                    rest = &rest[at + line.len()..];
                }
            }
        }
    }
    assert!(count >= 60, "{count}");
}

/// A text with plain spaces, and none at the end of a line.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// What the pictures show.
const PICTURED: [&str; 4] = [
    "sheet list 2023 --columns id,year,outcome",
    "sheet search affiches --limit 1",
    "sheet set marche-de-nuit-2023 cost='9500 € HT'",
    "sheet validate sentiers-partages-montfroid",
];

/// Compares a file that is made with the one that is there; with `INSTA_UPDATE=always` it is
/// written instead.
fn is_made(path: &str, made: &str) {
    let path = root().join(path);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, made).expect("the file");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(there == made, "{} is old: INSTA_UPDATE=always cargo test", path.display());
}

#[test]
fn the_pictures_are_of_the_program() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let test = example();
        let mut screen = String::new();
        for command in PICTURED {
            let answer = answer(&test, &format!("{command} --color always"), lang);
            assert_eq!(answer.code, 0, "{answer:?}");
            let said = format!("{}\n{}", answer.stdout.trim_end(), answer.stderr.trim_end());
            write!(screen, "\u{1b}[1;32m$\u{1b}[0m {command}\n{}\n\n", said.trim())
                .expect("memory");
        }
        let picture = Term::new().render_svg(screen.trim_end());
        is_made(&format!("docs/picture.{code}.svg"), &(picture + "\n"));
    }
}

#[test]
fn the_page_of_the_format_is_the_table_of_the_fields() {
    let mut made = String::from(
        "# The sheet, field by field · La fiche, champ par champ\n\n\
         Made from the table of fields. The *key* stands in the file; the *short* names are those \
         of queries, columns and options, in English and French. · La *clé* figure dans le \
         fichier ; les noms *courts* servent dans les requêtes, les colonnes et les options.\n",
    );
    for section in Section::SHOWN.into_iter().chain([Section::Derived]) {
        let title = section.label();
        write!(made, "\n## {} · {}\n\n", title.en, title.fr).expect("memory");
        made += "| Key · Clé | Short · Court | What it is | Ce que c'est | For example |\n";
        made += "|---|---|---|---|---|\n";
        for field in FIELDS.iter().filter(|field| field.section == section) {
            let example = field.more.example.map_or("", |example| example.en);
            let required =
                if field.more.required.is_some() { " **(required · obligatoire)**" } else { "" };
            let (short, french) = (field.short, field.short_fr);
            let (en, fr, key) = (field.about.en, field.about.fr, field.key);
            writeln!(made, "| `{key}`{required} | {short} · {french} | {en} | {fr} | {example} |")
                .expect("memory");
            for part in field.shape.parts() {
                let (en, fr) = (part.about.en, part.about.fr);
                writeln!(made, "| `{key}.{}` | | {en} | {fr} | |", part.key).expect("memory");
            }
        }
    }
    is_made("docs/format.md", &made);
}

#[test]
fn every_file_that_a_page_names_is_there() {
    for (path, _, page) in pages() {
        let folder = path.parent().expect("a folder");
        for link in page.split("](").skip(1) {
            let target = link.split(')').next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            let local = !target.starts_with("http") && !file.is_empty();
            assert!(!local || folder.join(file).exists(), "{}: {target}", path.display());
        }
    }
}

#[test]
fn every_file_that_contributing_names_is_there() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("CONTRIBUTING");
    let paths =
        text.split('`').filter(|code| code.starts_with("src/") || code.starts_with("tests/"));
    for path in paths.filter(|path| !path.contains('<')) {
        assert!(root().join(path).exists(), "{path}");
    }
}

#[test]
fn every_command_stands_in_the_pages_of_each_language() {
    for language in [Lang::En, Lang::Fr] {
        let pages = pages().into_iter().filter(|(_, lang, _)| *lang == language);
        let text: String = pages.map(|(_, _, page)| page).collect();
        for guide in GROUPS.iter().flat_map(|group| group.commands) {
            assert!(
                text.contains(&format!("sheet {}", guide.name)),
                "{language:?}: {}",
                guide.name
            );
        }
    }
}

#[test]
fn every_list_that_can_be_added_to_is_named_in_the_pages_of_each_language() {
    for (name, language) in [("docs/life.md", Lang::En), ("docs/life.fr.md", Lang::Fr)] {
        let page = fs::read_to_string(root().join(name)).expect("a page");
        let begins = if language == Lang::En { "What can be added:" } else { "Ce qui s'ajoute :" };
        let (_, list) = page.split_once(begins).expect("the list");
        let list = list.split(". ").next().unwrap_or_default();
        let named: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
        let named: Vec<&str> = named.into_iter().filter(|word| !word.starts_with('-')).collect();
        let mut words: Vec<&str> = addable().map(|(_, word)| word.get(language)).collect();
        let mut told = named.clone();
        words.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, words, "{name}");
    }
}
