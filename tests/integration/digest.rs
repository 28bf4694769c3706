//! `sheet digest --since`: what is new, for whom, and as a feed.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{Test, contract};
use crate::since::{git, with_git};

const MARKET: &str = "title: Le marché\nsummary: Des étals & des gens\nterritory: {name: Trifouilly}\n\
                      dates: {start: 2024-10, end: 2024-12}\nlessons:\n  nuggets:\n    - Tôt, le matin.\n    \
                      - text: Un café.\n      do: Offrir un café\n";

const FORUM: &str = "title: Le forum\nterritory: {name: Perpète}\ndates: {start: 2026-09-01, end: \
                     2026-10-15}\nlessons:\n  difficulties:\n    - La <pluie> & le vent\n";

/// A collection that has changed: what it was is the revision `then`, on 1 October 2026.
fn changed() -> Test {
    let test =
        Test::new().sheet("marche", MARKET).sheet("forum", FORUM).sheet("vieux", "title: Vieux\n");
    assert!(git(&test, &["init", "-q"]));
    commit(&test, "then");
    let market = MARKET.replace("Tôt, le", "text: tôt le").replace(
        "    - text: Un café",
        "      confirmed-in: [forum]\n    - text: Une radio.\n      visibility: private\n    - text: Un café",
    ) + "      contradicted-in: [place]\n";
    for (name, text) in [
        ("marche", market.as_str()),
        (
            "place",
            "title: La place\nterritory: {name: Perpète}\nlessons:\n  surprises: [Un chat]\n",
        ),
        ("secret", "title: Le secret\nterritory: {name: Perpète}\nvisibility: private\n"),
        ("neuf", "title: Vieux\n"),
    ] {
        fs::write(test.path().join(format!("projects/{name}.yaml")), text).expect("a sheet");
    }
    fs::remove_file(test.path().join("projects/vieux.yaml")).expect("it goes");
    test
}

fn commit(test: &Test, name: &str) {
    let day = "2026-10-01T12:00:00+00:00";
    let config = ["-c", "user.name=a", "-c", "user.email=a@b.c"];
    let mut git = std::process::Command::new("git");
    git.arg("-C").arg(test.path()).args(config).env("GIT_COMMITTER_DATE", day);
    assert!(self::git(test, &["add", "projects"]));
    git.args(["commit", "-qm", name, "--date", day]);
    assert!(git.output().expect("git runs").status.success());
    assert!(self::git(test, &["tag", name]));
}

fn digest(test: &Test, more: &[&str]) -> Value {
    let output = with_git(test, &[&["digest", "--format", "json"], more].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
}

/// The ids, or the addresses, of each part.
fn parts(digest: &Value) -> Value {
    let ids = |part: &str| -> Vec<&Value> {
        let rows = digest[part].as_array().expect("rows").iter();
        rows.map(|row| row.get("address").unwrap_or(&row["id"])).collect()
    };
    let sheets = |news: &str| -> Vec<&Value> {
        let rows = digest["sheets"].as_array().expect("rows").iter();
        rows.filter(|row| row["news"] == news).map(|row| &row["id"]).collect()
    };
    json!({
        "new": sheets("new"), "finished": sheets("finished"), "learnt": ids("learnt"),
        "confirmed": ids("confirmed"), "contradicted": ids("contradicted"), "season": ids("season"),
    })
}

#[test]
fn what_is_new_since_a_day_or_a_revision_is_told_once() {
    let test = changed();
    let expected = json!({
        "new": ["place"], "finished": ["forum"], "learnt": ["place#s1"], "confirmed": ["marche#n1"],
        "contradicted": ["marche#n3"], "season": ["marche#n1"],
    });
    for since in ["then", "2026-10-02", "HEAD"] {
        let told = digest(&test, &["--since", since]);
        assert_eq!(parts(&told), expected, "{since}");
        let errors: Vec<String> = jsonschema::draft202012::new(&contract())
            .expect("a schema")
            .iter_errors(&told)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    // Before the first revision there was nothing.
    let all = parts(&digest(&test, &["--since", "2026"]));
    assert_eq!(all["new"], json!(["forum", "marche", "neuf", "place"]));
    let some = parts(&digest(&test, &["--since", "then", "id:place"]));
    assert_eq!((&some["new"], &some["confirmed"]), (&json!(["place"]), &json!([])));
}

#[test]
fn nothing_private_leaves_and_what_is_for_members_is_not_for_everybody() {
    let test = changed();
    for format in [&["--format", "markdown"][..], &["--format", "html"], &["--atom"], &[]] {
        let output = with_git(&test, &[&["digest", "--since", "2026"], format].concat());
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && text.contains("La place"), "{format:?}: {output:?}");
        assert!(!text.contains("secret") && !text.contains("radio"), "{format:?}: {output:?}");
    }
    let public = digest(&test, &["--since", "2026", "--public"]);
    assert_eq!(parts(&public)["new"], json!([]));
}

#[test]
fn a_feed_is_xml_whatever_the_sheets_say() {
    let test = changed();
    let odd = "title: \"<b>]]> & '\\\"\\e[1m\"\nterritory: {name: \"é\\uFFFE\"}\n";
    fs::write(test.path().join("projects/odd.yaml"), odd).expect("a sheet");
    let output = with_git(&test, &["digest", "--since", "2026", "--atom", "--lang", "fr"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(text.matches("<entry>").count(), text.matches("</entry>").count());
    let entries = text.matches("<entry>").count();
    assert!(entries >= 6, "{text}");
    // What sheets say is no markup: what remains without the tags of the feed holds none.
    let tags =
        ["entry", "id", "title", "updated", "author", "name", "generator", "feed", "content"];
    let said = tags.iter().fold(text.clone(), |text, tag| {
        text.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "")
    });
    let said = said.replace("<content type=\"text\">", "");
    let (_, said) = said.split_once("xml:lang=\"fr\">").expect("the feed");
    assert!(!said.contains(['<', '>', '"']), "{said}");
    assert!(said.split('&').skip(1).all(|rest| rest.starts_with('#')), "{said}");
    assert!(text.contains("<updated>2026-11-23T00:00:00Z</updated>"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{fffe}']), "{text}");
}

#[test]
fn without_git_or_with_an_unknown_revision_it_is_said_why() {
    let alone = Test::new().sheet("marche", MARKET).sheet("forum", FORUM);
    let output = with_git(&alone, &["digest", "--since=2026-10-01", "--lang=fr"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Le forum"), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("sans git"), "{output:?}");
    for (test, since) in [(&alone, "v1"), (&changed(), "rien"), (&changed(), "--x")] {
        let output = with_git(test, &["digest", &format!("--since={since}")]);
        assert_eq!(output.status.code(), Some(2), "{since}: {output:?}");
        assert!(output.stdout.is_empty(), "{since}: {output:?}");
    }
}
