//! Mistakes that a newcomer makes, each with the answer that it gets, in both languages; none
//! of them changes a file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::harness::{Answer, Test};
use crate::readme::split;

/// What is typed in a cooperative, behind `sheet`.
const MISTAKES: &[&str] = &[
    // Commands that are called otherwise, or are not there.
    "lst",
    "ls",
    "aide",
    "nouveau",
    "nouvelle fiche",
    "montrer marche-de-nuit-2023",
    "ajouter pépite marche-de-nuit-2023 texte",
    "modifier marche-de-nuit-2023",
    "chercher marché",
    "valider",
    "stats",
    "export",
    "remove marche-de-nuit-2023",
    "supprimer marche-de-nuit-2023",
    "copy marche-de-nuit-2023",
    "undo",
    "version",
    "status",
    "help requête",
    "help keys",
    // Options that are not there, or have no value.
    "list --annee 2023",
    "list --colour never",
    "list --year",
    "list --format xls",
    "list --format excel",
    "list --format sarif",
    "--lang de list",
    "list -v",
    "validate --severity grave",
    "validate --severity conseils",
    "summarize --by année --spread=oui",
    "summarize --by couleur",
    "list --columns titre,lieu",
    "list --sort taille",
    // Queries.
    "list year:23",
    "list year:2023-2024",
    "list cost:>5000",
    "list '!team:alix'",
    "list 'team:alix|sam'",
    "list 'cost between 1000 and 5000'",
    "list 'title~charte'",
    "list team",
    "list clients:dynacité",
    "list 'status:fini'",
    "list 'status:termine'",
    "list '(team:alix'",
    "list 'tool:\"forum'",
    "list tool:inconnu status:done",
    "filter",
    "search",
    "search zzzz",
    "brief zzzz",
    "checklist",
    "checklist zzzz",
    "todo --who Personne",
    // Sheets.
    "show",
    "show marche",
    "show nulle-part",
    "show projects/marche-de-nuit-2023.yml",
    "edit nulle-part",
    "rename marche-de-nuit-2023 'Le Marché'",
    "rename marche-de-nuit-2023 marche-de-nuit-2020",
    // Values.
    "set marche-de-nuit-2023",
    "set marche-de-nuit-2023 cost 9500",
    "set marche-de-nuit-2023 cost=beaucoup",
    "set marche-de-nuit-2023 dates.start=31/02/2023",
    "set marche-de-nuit-2023 date=2023",
    "set marche-de-nuit-2023 couleur=bleu",
    "set marche-de-nuit-2023 status=presque",
    "unset marche-de-nuit-2023 title",
    "add marche-de-nuit-2023 'une leçon'",
    "add leçon marche-de-nuit-2023 'une leçon'",
    "add nugget marche-de-nuit-2023",
    "add pepite",
    "add nugget marche-de-nuit-2023 texte --role x",
    "add member --cooperative",
    "add partner --cooperative marche-de-nuit-2023 x",
    "new",
    "new --title Forum",
    "new --title Forum --territory Trifouilly --cost beaucoup",
    "new --titre Forum",
    "new Forum",
    "new --missing",
    "new marche-de-nuit-2023 --missing",
    "new --like nulle-part --title Forum",
    "import nulle-part.txt",
    "import",
    "explain",
    "explain end-befor-start",
    "validate nulle-part",
    "fmt nulle-part",
    "init projects/encore",
    "init ailleurs --ci github",
    "init ailleurs --install x",
    "init ailleurs --ci forgejo",
    "schema --format csv",
];

/// What is typed where there is no collection.
const OUTSIDE: &[&str] = &["list", "show x", "validate", "new", "todo", "--dir nowhere list"];

/// Every file below a folder, with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for file in fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        // The lock of who writes is no change.
        if path.ends_with(".sheet") {
            continue;
        }
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.insert(path.display().to_string(), fs::read_to_string(&path).expect("the file"));
        }
    }
    files
}

/// What is told: the first lines of an answer, all of what is said beside it.
fn told(command: &str, answer: &Answer) -> String {
    let first: Vec<&str> = answer.stdout.lines().take(3).collect();
    let more = if answer.stdout.lines().count() > 3 { "\n…" } else { "" };
    let answered = [first.join("\n") + more, answer.stderr.trim_end().to_owned()];
    let said: Vec<String> = answered.into_iter().filter(|text| !text.is_empty()).collect();
    format!("$ sheet {command}   # exit {}\n{}\n", answer.code, said.join("\n"))
}

#[test]
fn mistakes_are_answered_and_change_nothing() {
    let inside = Test::copy_of_cooperative();
    let outside = Test::nowhere();
    let before = files(inside.path());
    for lang in ["en", "fr"] {
        let mut shown = Vec::new();
        for (test, commands) in [(&inside, MISTAKES), (&outside, OUTSIDE)] {
            for command in commands {
                let mut words = split(command);
                if !words.contains(&"--lang".to_owned()) {
                    words.extend(["--lang".to_owned(), lang.to_owned()]);
                }
                let answer = test.run_with(words);
                let said = format!("{}{}", answer.stdout, answer.stderr);
                assert!(!said.trim().is_empty(), "{command} says nothing");
                shown.push(told(command, &answer));
            }
        }
        let folder = inside.path().display().to_string();
        let elsewhere = outside.path().display().to_string();
        insta::assert_snapshot!(
            format!("mistakes_{lang}"),
            shown.join("\n").replace(&folder, "/cooperative").replace(&elsewhere, "/elsewhere")
        );
    }
    let after = files(inside.path());
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, text)| before.get(*path) != Some(text))
        .map(|(path, _)| path)
        .collect();
    assert!(changed.is_empty() && after.len() == before.len(), "{changed:?}");
    assert!(files(outside.path()).is_empty());
}
