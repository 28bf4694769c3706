//! The pages that `sheet export` writes: their policy over their bytes, and what a form gives back. What
//! they do in a browser is tried by `.ci/page`.

use std::process::Command;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::harness::{Test, root};

/// A page on standard output.
fn page(test: &Test, args: &[&str]) -> String {
    let answer = test.run_with(["export", "--all", "--format"].iter().chain(args));
    assert_eq!(answer.code, 0, "{answer:?}");
    answer.stdout
}

/// What stands in each element of a name, as bytes of the page.
fn within<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let elements = page.split(&open).skip(1);
    elements.map(|rest| rest.split(&close).next().unwrap_or_default()).collect()
}

#[test]
fn the_policy_of_a_page_is_that_of_its_very_bytes() {
    let test = Test::cooperative();
    for args in [&["html"][..], &["html", "--page", "lessons"], &["form"]] {
        let page = page(&test, args);
        let policy = page.split("Content-Security-Policy\" content=\"").nth(1).expect("a policy");
        let policy = policy.split('"').next().expect("its end").replace("&#39;", "'");
        let hash = |text: &&str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
        let styles: Vec<String> = within(&page, "style").iter().map(hash).collect();
        let mut scripts: Vec<String> = within(&page, "script").iter().map(hash).collect();
        if scripts.is_empty() {
            scripts.push("'none'".to_owned());
        }
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; \
                 form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
                scripts.join(" "),
                styles.join(" ")
            )
        );
        let styled = page.matches(" style=").count() + page.matches(" onclick=").count();
        assert_eq!((scripts.len(), styled), (1, 0));
    }
}

#[test]
fn the_portfolio_holds_each_text_once() {
    let page = page(&Test::cooperative(), &["html"]);
    assert_eq!(page.matches("<article ").count(), 46);
    let folder = root().join("examples/cooperative/projects");
    let sheets = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a sheet"));
    let advice = "Consulter les agriculteurs sur les dates.";
    let said: usize = sheets.map(|text| text.matches(advice).count()).sum();
    assert!(said > 1 && page.matches(advice).count() == said);
}

#[test]
fn an_organisation_dresses_its_pages() {
    let settings =
        "organisation: {name: La coop, colour: '#ffee00', logo: logo.svg}\nlanguage: fr\n";
    let test = Test::new()
        .sheet("a", "title: A\nterritory: {name: B}\n")
        .file("sheet.yaml", settings)
        .file("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    let page = page(&test, &["html"]);
    assert!(page.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"), "{page}");
    assert!(page.contains("– La coop</title>") && page.contains("--accent:light-dark(#"));
    assert!(!page.contains("light-dark(#ffee00,"), "it cannot be read on white");
    let answer = test.run_with(["validate"]);
    assert!(answer.stdout.contains("trop claire"), "{answer:?}");
    let test = test.file("logo.svg", "#!/bin/sh\n");
    let answer = test.run_with(["export", "--format", "html"]);
    assert_eq!(answer.code, 0);
    assert!(answer.stderr.contains("logo.svg") && !answer.stdout.contains("<img"), "{answer:?}");
}

/// What the form makes of a new project.
const NEW: &str = "title: \"L'\u{e9}t\u{e9} \\\"chez\\\" nous : #1\"\nterritory:\n  name: \"Trifouilly\"\n\
    cost: \"9 500 \u{20ac} HT\"\nteam:\n  - \"no\"\n  - \"Sam Petit\"\ntools:\n  - \"- yes: [x]\"\n\
    lessons:\n  nuggets:\n    - text: \"Afficher\\nt\u{f4}t\"\n      do: \"Avant\"\n";

#[test]
fn what_a_form_makes_of_a_new_project_is_a_new_sheet() {
    let test = Test::new().file("answers.yaml", NEW);
    let answer = test.run_with(["import", "answers.yaml", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let shown = test.run_with(["show", "l-ete-chez-nous-1", "--format", "json"]);
    let sheet: serde_json::Value = serde_json::from_str(&shown.stdout).expect("JSON");
    let sheet = &sheet["sheet"];
    assert_eq!(sheet["title"], "L'été \"chez\" nous : #1");
    assert_eq!(sheet["cost"]["amount"], 9500);
    assert_eq!(sheet["team"][0]["name"], "no");
    assert_eq!(sheet["tools"][0], "- yes: [x]");
    assert_eq!(sheet["lessons"]["nuggets"][0]["do"], "Avant");
}

/// A sheet, and what its form says that it was given.
fn completed() -> (Test, String) {
    let text = "title: Forum\nterritory: {name: Trifouilly}\nsummary: Un forum\n\
        cost: {amount: 900, tax: HT, shares: [{from: CAF, percent: 60}]}\ntools: [Affiches]\n";
    let test = Test::new().sheet("forum", text);
    let form = page(&test, &["form", "--of", "forum"]);
    (test, form)
}

/// The digest that a form was given for a key.
fn seen(form: &str, key: &str) -> String {
    let at = form.split(&format!("data-key=\"{key}\" data-seen=\"")).nth(1).expect(key);
    at.split('"').next().expect("its end").to_owned()
}

#[test]
fn what_was_changed_in_a_form_is_merged_into_its_sheet() {
    let (test, form) = completed();
    let (cost, tools) = (seen(&form, "cost"), seen(&form, "tools"));
    assert_eq!(seen(&form, "participation.reached"), "");
    let answers = format!(
        "id: \"forum\"\n_rev: \"all-12345678\"\ncost: \"1 200 € TTC\"\ntools:\n  - \"Affiches\"\n  - \
         \"Maquette\"\nparticipation:\n  reached: \"42\"\n_seen:\n  cost: \"{cost}\"\n  tools: \"{tools}\"\n"
    );
    let test = test.file("answers.yaml", answers);
    let preview = test.run_with(["import", "answers.yaml"]);
    assert!(preview.code == 0 && preview.stderr.contains("--write"), "{preview:?}");
    // Meanwhile, something else is changed here.
    assert_eq!(test.run_with(["set", "forum", "summary=Un grand forum"]).code, 0);
    let answer = test.run_with(["import", "answers.yaml", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let text = std::fs::read_to_string(test.path().join("projects/forum.yaml")).expect("a sheet");
    for kept in ["Un grand forum", "1200", "TTC", "percent: 60", "Maquette", "reached: 42"] {
        assert!(text.contains(kept), "{kept} in\n{text}");
    }
}

#[test]
fn what_was_changed_on_both_sides_is_left_and_named() {
    let (test, form) = completed();
    let summary = seen(&form, "summary");
    let answers = format!(
        "id: \"forum\"\n_rev: \"x\"\nsummary: \"Deux forums\"\ntitle: null\n_seen:\n  summary: \"{summary}\"\n"
    );
    let test = test.file("answers.yaml", answers);
    assert_eq!(test.run_with(["set", "forum", "summary=Trois forums"]).code, 0);
    let answer = test.run_with(["import", "answers.yaml", "--write"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.contains("Trois forums") && answer.stderr.contains("Deux forums"));
    let text = std::fs::read_to_string(test.path().join("projects/forum.yaml")).expect("a sheet");
    assert!(text.contains("Trois forums") && text.contains("title: Forum"), "{text}");
}

#[test]
#[ignore = "needs Chromium and Python: .ci/page target/release/sheet"]
fn the_pages_do_in_a_browser_what_they_promise() {
    let sheet = env!("CARGO_BIN_EXE_sheet");
    let status = Command::new(root().join(".ci/page")).arg(sheet).status();
    assert!(status.expect("it can be started").success());
}
