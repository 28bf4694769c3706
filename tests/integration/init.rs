//! `sheet init`: a collection that validates, made whole, over nothing.

use std::fs;

use crate::harness::{SMALL, Test};

fn begun(lang: &str, args: &[&str]) -> (Test, String) {
    let test = Test::nowhere().args(["init", "--lang", lang].iter().chain(args));
    let answer = test.stdout();
    (test, answer)
}

#[test]
fn a_new_collection_validates_in_both_languages() {
    for (lang, example) in [("fr", "exemple"), ("en", "example")] {
        let (test, answer) = begun(lang, &[]);
        let example = format!("examples/{example}.yaml");
        assert!(answer.contains(&example), "{answer}");
        let text = fs::read_to_string(test.path().join(&example)).expect("the example");
        assert!(text.starts_with("# yaml-language-server: $schema=../sheet.schema.json\n"));
        let schema = fs::read_to_string(test.path().join("sheet.schema.json")).expect("the schema");
        for paths in [&[][..], &[example.as_str()]] {
            let told =
                test.run_with(["validate", "--strict", "--format", "json"].iter().chain(paths));
            let told = told.json();
            assert_eq!(told["findings"].as_array().map(Vec::len), Some(0), "{told:#}");
        }
        let list = test.run_with(["list", "--format", "json"]).json();
        assert_eq!(
            list["sheets"].as_array().map(Vec::len),
            Some(0),
            "the example counts: {list:#}"
        );
        assert_eq!(test.args(["schema"]).stdout(), schema);
    }
}

#[test]
fn what_is_there_stays() {
    let job = ["--ci", "github", "--install", "apt-get install sheet"];
    let (test, _) = begun("fr", &job);
    fs::write(test.path().join("examples/exemple.yaml"), "à moi").expect("a file");
    fs::write(test.path().join(".github/workflows/sheets.yml"), "à moi").expect("a file");
    let test = test.args(["init", "--lang", "fr"].iter().chain(&job));
    insta::assert_snapshot!(test.stdout());
    for path in ["examples/exemple.yaml", ".github/workflows/sheets.yml"] {
        assert_eq!(fs::read_to_string(test.path().join(path)).expect("a file"), "à moi");
    }
}

const GITHUB: &str = ".github/workflows/sheets.yml";
const GITLAB: &str = ".gitlab-ci.yml";

/// A repository with a remote, and a collection in a folder of it.
fn shared_at(remote: &str, args: &[&str]) -> Test {
    let config = format!("[remote \"origin\"]\n\turl = {remote}\n");
    Test::nowhere().file(".git/config", config).args(["init", "--lang", "fr"].iter().chain(args))
}

#[test]
fn the_job_is_for_the_forge_of_the_remote_at_the_root_of_the_repository() {
    for (remote, made, other) in [
        ("git@github.com:coop/fiches.git", GITHUB, GITLAB),
        ("https://framagit.org/coop/fiches", GITLAB, GITHUB),
    ] {
        let test = shared_at(remote, &["nos fiches", "--install", "pip install x"]);
        test.stdout();
        let job = fs::read_to_string(test.path().join(made)).expect("the job");
        assert!(job.starts_with("# Vérifie les fiches"), "{job}");
        assert!(job.contains("pip install x\n"), "{job}");
        assert!(job.contains("sheet --dir 'nos fiches' validate"), "{job}");
        assert!(!test.path().join(other).exists());
        let test = shared_at(remote, &["--install", "x", "--ci", "none"]);
        test.stdout();
        assert!(!test.path().join(made).exists());
    }
}

#[test]
fn there_is_no_job_that_could_not_pass() {
    let test = shared_at("git@github.com:coop/fiches.git", &[]);
    test.stdout();
    assert!(!test.path().join(GITHUB).exists());
    for args in [&["--ci", "github"][..], &["--ci", "gitlab"]] {
        let test = shared_at("git@github.com:coop/fiches.git", args);
        let answer = test.run();
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.stderr.contains("--install"), "{answer:?}");
        assert!(!test.path().join("projects").exists());
    }
}

#[test]
fn the_jobs_are_yaml_in_both_languages() {
    for (forge, path) in [("github", GITHUB), ("gitlab", GITLAB)] {
        for lang in ["en", "fr"] {
            let install = "cargo install --locked 'a: b' # now";
            let (test, _) = begun(lang, &["--ci", forge, "--install", install]);
            let text = fs::read_to_string(test.path().join(path)).expect("the job");
            insta::assert_snapshot!(format!("job_{forge}_{lang}"), text);
        }
    }
}

#[test]
fn a_collection_that_is_there_is_explained() {
    let test = Test::new().sheet("forum", crate::harness::SMALL);
    for folder in ["projects", "projects/2024", "notes"] {
        fs::create_dir_all(test.path().join(folder)).expect("a folder");
        let answer = test.run_from(folder, ["init", "--lang", "fr"]);
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(answer.stderr.contains("déjà dans une collection"), "{answer:?}");
        assert!(!test.path().join(folder).join("projects").exists(), "{folder}");
    }
    let answer = test.run_with(["init", "--lang", "fr"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.stderr.contains("déjà une collection, avec 1"), "{answer:?}");
    assert!(!test.path().join("examples").exists());
    // Somebody's folder `projects` above is no collection.
    let test = Test::new().file("projects/site/index.html", "");
    fs::create_dir(test.path().join("fiches")).expect("a folder");
    assert_eq!(test.run_from("fiches", ["init"]).code, 0);
}

#[test]
fn an_old_schema_is_noticed_and_renewed() {
    let (test, _) = begun("en", &[]);
    let schema = test.path().join("sheet.schema.json");
    let new = fs::read_to_string(&schema).expect("the schema");
    fs::write(&schema, "{}\n").expect("an old schema");
    let answer = test.run_with(["validate", "--format", "short"]);
    assert!(answer.stdout.contains("old-schema-line"), "{answer:?}");
    assert_eq!(answer.code, 0, "{answer:?}");
    let answer = test.run_with(["init", "--lang", "en"]);
    assert!(answer.stderr.contains("sheet init --renew"), "{answer:?}");
    let moved = "# yaml-language-server: $schema=../sheet.schema.json\ntitle: a # b\n";
    let test = test.file("projects/2024/a.yaml", moved);
    let answer = test.run_with(["init", "--renew", "--lang", "en"]);
    let text = fs::read_to_string(test.path().join("projects/2024/a.yaml")).expect("the sheet");
    assert_eq!(text, moved.replace("=../", "=../../"));
    fs::remove_file(test.path().join("projects/2024/a.yaml")).expect("the sheet");
    assert!(answer.stdout.contains("written again"), "{answer:?}");
    assert_eq!(fs::read_to_string(&schema).expect("the schema"), new);
    assert_eq!(test.run_with(["validate", "--format", "short"]).stdout, "");
}

#[test]
fn what_is_imported_names_the_schema() {
    let (test, _) = begun("fr", &[]);
    let page = fs::read(crate::harness::root().join("tests/fixtures/wiki/below.txt"));
    let test = test.file("page.txt", page.expect("the page"));
    let answer = test.run_with(["import", "page.txt", "--id", "page", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let text = fs::read_to_string(test.path().join("projects/page.yaml")).expect("the sheet");
    assert!(text.starts_with("# yaml-language-server: $schema=../sheet.schema.json\n"), "{text}");
}

#[test]
fn a_folder_is_made_where_it_is_named_and_a_new_sheet_names_the_schema() {
    let (test, _) = begun("en", &["ici/coop"]);
    let answer = test.run();
    assert!(answer.stderr.ends_with("next: cd ici/coop && sheet new\n"), "{answer:?}");
    assert!(test.path().join("ici/coop/examples/example.yaml").exists());
    let test = test.args(["--dir", "ici/coop", "new", "--title", "a", "--territory", "b"]);
    test.stdout();
    let text = fs::read_to_string(test.path().join("ici/coop/projects/a.yaml")).expect("the sheet");
    assert!(text.starts_with("# yaml-language-server: $schema=../sheet.schema.json\ntitle: a\n"));
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let test = Test::new().file("file", "").args(["init", "file/coop"]);
    let answer = test.run();
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.stderr.contains("file/coop"), "{answer:?}");
}

#[test]
fn after_a_failure_it_says_file_by_file_what_was_written_and_goes_on_the_next_time() {
    let job = ["init", "--lang", "en", "--ci", "github", "--install", "x"];
    let test = Test::new().file(".github", "in the way").args(job);
    let answer = test.run();
    assert_eq!(answer.code, 2, "{answer:?}");
    for said in ["schema.json: saved", "example.yaml: saved", "sheets.yml: not saved"] {
        assert!(answer.stderr.contains(said), "{said}: {answer:?}");
    }
    fs::remove_file(test.path().join(".github")).expect("it is there");
    assert_eq!(test.run().code, 0);
    assert!(test.path().join(".github/workflows/sheets.yml").exists());
}

#[cfg(unix)]
#[test]
fn what_was_written_before_a_failure_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let line = "# yaml-language-server: $schema=../sheet.schema.json\n";
    let sheet = format!("{line}{SMALL}");
    let test = Test::new()
        .file("sheet.schema.json", "{}\n")
        .file("projects/a/one.yaml", &sheet)
        .file("projects/b/two.yaml", &sheet);
    let two = test.path().join("projects/b/two.yaml");
    fs::set_permissions(&two, fs::Permissions::from_mode(0o444)).expect("a mode");
    let answer = test.run_with(["init", "--renew"]);
    assert_eq!(answer.code, 2, "{answer:?}");
    for path in ["sheet.schema.json", "projects/a/one.yaml"] {
        assert!(answer.stderr.contains(path), "{path}: {answer:?}");
    }
    assert_eq!(fs::read_to_string(&two).expect("a sheet"), sheet);
}
