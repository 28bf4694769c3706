//! The questions that people ask of a collection in an evening, and the slips that they make, each
//! with what they are told.

use crate::harness::{Answer, Test};

/// What the cooperative of the examples answers, in French.
fn ask(line: &str) -> Answer {
    let words = line.split('~').map(str::trim);
    Test::cooperative().args(words.chain(["--lang", "fr"])).width(160).run()
}

/// What is told, with plain spaces.
fn said(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_slip_is_answered_with_what_was_meant() {
    for (line, code, told) in [
        ("aide", 2, "sheet help"),
        ("lst", 2, "vouliez-vous dire « list »"),
        ("liste", 2, "sheet list"),
        ("valider", 2, "sheet validate"),
        ("chercher ~ marché", 2, "sheet search"),
        ("nouveau", 2, "sheet new"),
        ("montrer ~ x", 2, "sheet show"),
        ("ajouter", 2, "sheet add"),
        ("find ~ x", 2, "sheet search"),
        ("stats", 2, "sheet summarize"),
        ("version", 2, "sheet --version"),
        ("exporter", 2, "sheet export --format csv"),
        ("supprimer ~ x", 2, "git rm projects/ID.yaml"),
        ("delete ~ x", 2, "git rm projects/ID.yaml"),
        ("list ~ --format ~ sarif", 2, "ne vaut que pour les constats"),
        ("list ~ year:23", 2, "quatre chiffres"),
        ("list ~ year:2023-2024", 2, "2023..2024"),
        ("list ~ cost:>5000", 2, "écrivez cost>5000"),
        ("list ~ !team:alix", 2, "écrivez -team:alix"),
        ("list ~ team:alix|sam", 2, "écrivez team:alix,sam"),
        ("list ~ team", 0, "« team » est cherché comme un mot"),
        ("list ~ status:fini", 0, "33 fiches"),
        ("list ~ non team:sam", 0, "38 fiches"),
        ("list ~ tool:inconnu ~ status:done", 0, "tool:inconnu"),
        ("show ~ nulle-part", 1, "nulle-part"),
    ] {
        let answer = ask(line);
        assert_eq!(answer.code, code, "{line}: {answer:?}");
        let stderr = said(&answer.stderr);
        assert!(stderr.contains(told), "{line}: {stderr}");
    }
}

#[test]
fn an_evening_of_a_coordinator_is_answered() {
    for (line, told) in [
        (
            "list ~ kind:municipality year:2020.. ~ --columns ~ title,territory,commissioner,year,cost ~ --format ~ markdown",
            &["| Titre | Territoire | Commanditaires | Année | Coût |"][..],
        ),
        ("summarize ~ --by ~ year", &["2023"]),
        ("summarize ~ --year ~ 2023", &["projets entiers", "--spread"]),
        ("summarize ~ --by ~ commissioner", &["Commanditaires"]),
        ("summarize ~ --by ~ team ~ --with ~ team", &["Équipe"]),
        ("summarize ~ --by ~ tool,outcome", &["Outils", "réussite partielle"]),
        ("show ~ la-riviere-et-nous-montfroid ~ --format ~ markdown", &["# La rivière et nous"]),
        ("search ~ marché", &["marché"]),
        ("search ~ porte à porte", &["porte"]),
        ("checklist ~ questionnaire", &["☐"]),
        ("list ~ lesson:marché", &["une-place-pour-se-parler"]),
        ("list ~ 2022", &["2022"]),
        ("list ~ outil:forum", &["la-cour-fraiche"]),
        ("brief ~ un jardin partagé à Trifouilly-les-Oies", &["PROJETS SEMBLABLES"]),
    ] {
        let answer = ask(line);
        assert_eq!(answer.code, 0, "{line}: {answer:?}");
        let stdout = said(&answer.stdout);
        for told in told {
            assert!(stdout.contains(told), "{line}: {told}: {stdout}");
        }
    }
}
