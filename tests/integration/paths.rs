//! Paths are told so that they open: from where one stands, for CI from the root of the repository.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Answer, SMALL, Test, root};

const COLLECTION: &str = "docs/fiches";

const BAD: &str = "title: Le lavoir\nterritory:\n  name: Trifouilly\nrelated: [nulle-part]\nstatus: fini\ntools: tout, etc.\n";

/// A repository whose collection is two folders down, with a fault in a sheet and in `sheet.yaml`.
fn repository() -> Test {
    let test = Test::nowhere()
        .file("docs/fiches/projects/place.yaml", BAD)
        .file("docs/fiches/projects/ancien/forum.yaml", SMALL)
        .file("docs/fiches/projects/casse.yaml", "title: [\n")
        .file("docs/fiches/sheet.yaml", "language: klingon\n")
        .file("docs/fiches/page.txt", "Le marché de nuit\nTerritoire : Trifouilly\n");
    fs::create_dir(test.path().join(".git")).expect("a new folder");
    test
}

/// Where a person may stand, and what they then type to mean the collection.
const STANDS: [(&str, &[&str]); 4] = [
    ("", &["--dir", COLLECTION]),
    ("docs", &["--dir", "fiches"]),
    (COLLECTION, &[]),
    ("docs/fiches/projects", &[]),
];

/// Every word of a text that is the path of a file of the collection.
fn paths(text: &str) -> Vec<&str> {
    let words = text.split(|char: char| char.is_whitespace() || "`'\"=,();[]<>→«»".contains(char));
    let paths = words.filter_map(|word| {
        let end = [".yaml", ".txt"].iter().find_map(|end| Some(word.rfind(end)? + end.len()))?;
        Some(word[..end].trim_start_matches("::"))
    });
    paths.collect()
}

#[test]
fn every_path_that_is_told_opens_from_where_one_stands() {
    for (from, dir) in STANDS {
        let test = repository();
        let stand = test.path().join(from);
        let commands: [&[&str]; 12] = [
            &["validate"],
            &["validate", "--format", "short"],
            &["validate", "--format", "json"],
            &["validate", "--fix", "--dry-run"],
            &["list"],
            &["show", "place", "--format", "json"],
            &["set", "place", "status=done"],
            &["fmt", "--check"],
            &["rename", "forum", "agora", "--dry-run"],
            &["new", "--title", "Agora", "--territory", "Trifouilly"],
            &["rename", "agora", "place"],
            &["edit", "casse"],
        ];
        for command in commands {
            let answer = test.run_from(from, [dir, command].concat());
            let text = format!("{}\n{}", answer.stdout, answer.stderr);
            let told = paths(&text);
            // That of `related` stands in quotation marks: the answer is asked for what it tells.
            for path in told.iter().filter(|path| !path.ends_with("agora.yaml")) {
                let from_repository = text.contains(&format!("\"repositoryPath\": \"{path}\""));
                let opens = stand.join(path).is_file()
                    || from_repository && test.path().join(path).is_file()
                    || *path == "sheet.yaml" && text.contains("sheet.yaml has errors");
                assert!(opens, "{command:?} from {from:?} told {path}\n{text}");
            }
            let tells = !["list", "edit"].contains(&command[0]) || answer.code == 1;
            assert!(!tells || !told.is_empty(), "{command:?} from {from:?}: {answer:?}");
        }
    }
}

#[test]
fn for_ci_every_path_is_told_from_the_root_of_the_repository() {
    let test = repository();
    for (from, dir) in STANDS {
        for format in ["github", "gitlab", "sarif", "junit"] {
            let args = [dir, &["validate", "--format", format]].concat();
            let answer = test.run_from(from, &args);
            let told = paths(&answer.stdout);
            assert!(told.len() >= 4, "{format}: {answer:?}");
            for path in told {
                assert!(test.path().join(path).is_file(), "{format} from {from:?} told {path}");
            }
        }
        let json = test.run_from(from, [dir, &["validate", "--format", "json"]].concat()).json();
        for finding in json["findings"].as_array().expect("a list") {
            let path = |key: &str| finding[key].as_str().map(Path::new).expect("a path").to_owned();
            let opened = test.path().join(from).join(path("path")).canonicalize();
            let root = test.path().join(path("repositoryPath")).canonicalize();
            assert_eq!(opened.expect("it is there"), root.expect("it is there"));
        }
    }
}

#[test]
fn without_a_repository_ci_paths_begin_at_the_collection() {
    let test = Test::new().sheet("a", "title: a\n");
    let args = ["validate", "--format", "json"];
    for from in ["", "projects"] {
        let json = test.run_from(from, args).json();
        let paths = &json["findings"][0];
        assert_eq!(paths["repositoryPath"], Value::from("projects/a.yaml"), "{json:#}");
    }
}

#[test]
fn a_sheet_is_named_by_its_path_from_anywhere() {
    let test = repository();
    for (from, dir) in STANDS {
        for typed in ["forum", "projects/ancien/forum.yaml"] {
            let answer = test.run_from(from, [dir, &["show", typed, "--format", "json"]].concat());
            assert_eq!(answer.json()["sheet"]["id"], "forum", "{typed} from {from:?}");
        }
    }
    assert_eq!(test.run_from("docs/fiches/projects", ["show", "ancien/forum.yaml"]).code, 0);
}

/// A sheet is found by its id wherever below `projects` it is, and however its file ends.
#[test]
fn a_sheet_is_found_by_its_id_in_whatever_folder() {
    let of_example =
        |name: &str| fs::read(root().join("examples/cooperative").join(name)).expect("it is there");
    let flat = Test::copy_of_cooperative();
    let mut deep = Test::new().file("sheet.yaml", of_example("sheet.yaml"));
    for file in fs::read_dir(flat.path().join("projects")).expect("the folder") {
        let path = file.expect("a file").path();
        let id = path.file_stem().and_then(|id| id.to_str()).expect("a name");
        let text = fs::read(&path).expect("the sheet");
        deep = deep.file(&format!("projects/deep/{id}.yml"), text);
    }
    let with_replies = |test: Test| {
        let test = test.file("reply.txt", of_example("reply.txt"));
        test.file("bilan.md", of_example("bilan.md"))
    };
    let (flat, deep) = (with_replies(flat), with_replies(deep));
    for args in [
        &["show", "marche-de-nuit-2020"][..],
        &["brief", "marche-de-nuit-2020"],
        &["debrief", "l-ecole-du-conseil-val-perdu"],
        &["ask"],
        &["todo"],
        &["import", "reply.txt"],
        &["import", "bilan.md"],
        &["export", "-o", "sheets.csv"],
        &["import", "sheets.csv", "--check"],
    ] {
        let answer = |test: &Test| {
            let Answer { stdout, stderr, code } = test.run_with(args);
            let placed = |text: String| text.replace("deep/", "").replace(".yml", ".yaml");
            (code, placed(stdout), placed(stderr))
        };
        let of_deep = answer(&deep);
        assert_eq!(of_deep, answer(&flat), "{args:?}");
        assert_eq!(of_deep.0, 0, "{of_deep:?}");
    }
}

/// What a collection has agreed on holds for its sheets from wherever they are checked.
#[test]
fn a_sheet_is_checked_as_its_collection_has_agreed() {
    let settings = "severities: {tax-not-stated: error}\n";
    let sheet = "title: A\nterritory: {name: T}\ncost: 100 €\n";
    let test = Test::nowhere()
        .file("coop/sheet.yaml", settings)
        .file("coop/projects/a.yaml", sheet)
        .file("other/projects/a.yaml", sheet);
    let told = ["validate", "--rule", "tax-not-stated", "--format", "short"];
    for (from, args, code) in [
        ("coop", &[][..], 1),
        ("coop", &["a"], 1),
        ("coop", &["."], 1),
        ("coop/projects", &["a.yaml"], 1),
        ("", &["--dir", "coop"], 1),
        ("", &["coop"], 1),
        ("", &["coop/projects"], 1),
        ("", &["coop/projects/a.yaml"], 1),
        ("other", &["../coop/projects/a.yaml"], 1),
        ("", &["other"], 0),
        ("coop", &["../other"], 0),
    ] {
        let answer = test.run_from(from, told.iter().chain(args));
        assert_eq!(answer.code, code, "{from} {args:?}: {answer:?}");
        assert_eq!(answer.stdout.lines().count(), 1, "{from} {args:?}: {answer:?}");
    }
    // Where one is meant by its id, that is one of the collection where one stands.
    let both = ["a", "../other/projects/a.yaml"];
    let answer = test.run_from("coop", told.iter().chain(&both));
    assert_eq!((answer.code, answer.stdout.lines().count()), (1, 2), "{answer:?}");
}
