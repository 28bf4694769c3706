//! `sheet search`: passages, whose they are, and words of one family.

use project_sheet::sheet::fields;

use crate::harness::{SMALL, Test, three};

/// Sheets in which the words of a family stand in every place that is searched.
fn told() -> Test {
    Test::new()
        .sheet(
            "un",
            "title: La place\nsummary: Nous avons rencontré les habitant·e·s sur le marché.\n\
             territory: {name: Trifouilly}\ndates: {start: 2022-03, end: 2023-01}\n\
             lessons:\n  nuggets:\n    - text: Rencontrer avant d'afficher.\n      do: Aller au marché.\n      by: Alix Durand\n  \
             difficulties: [Les habitants n'étaient pas prévenus.]\n  \
             words: [{from: Sam Petit, text: Quelle rencontre !}]\n\
             x-carnet: Une habitante nous a ouvert.\nextra: {Bilan libre: Rien à rencontrer}\n",
        )
        .sheet(
            "deux",
            "title: Le marché\nterritory: {name: Perpète}\ndescription:\n  request: |\n    \
             La ville demande une halle. Elle veut que les commerçants, les anciens, les enfants et leurs parents s'y retrouvent chaque semaine.\n    \
             On y rencontrera aussi les habitants du plateau, qui viennent peu ; ceux du bas, qui viennent trop, et ceux d'ailleurs.\n",
        )
}

fn found(args: &[&str]) -> Vec<(String, String, String)> {
    let args = args.iter().copied().chain(["--format", "json"]);
    let answer = told().args(["search"].into_iter().chain(args)).run();
    let json = answer.json();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let passages = json["passages"].as_array().expect("passages").iter();
    passages.map(|one| (text(&one["id"]), text(&one["kind"]), text(&one["text"]))).collect()
}

#[test]
fn words_of_one_family_are_one() {
    for family in
        [["habitants", "habitant.es", "HABITANTE"], ["rencontrer", "rencontré", "rencontres"]]
    {
        // What was typed to the letter comes before its family.
        let sorted = |word| {
            let mut all = found(&[word]);
            all.sort();
            all
        };
        let [first, others @ ..] = family.map(sorted);
        assert!(first.len() >= 4, "{first:?}");
        for other in others {
            assert_eq!(other, first);
        }
    }
    let kinds: Vec<String> = found(&["rencontrer"]).into_iter().map(|one| one.1).collect();
    for kind in
        ["summary", "lessons.nuggets", "lessons.words", "description.request", "extra.Bilan libre"]
    {
        assert!(kinds.iter().any(|found| found == kind), "{kind}: {kinds:?}");
    }
    assert!(found(&["habitante"]).iter().any(|one| one.1 == "x-carnet"));
    assert_eq!(found(&["habitat"]), []);
}

#[test]
fn a_long_text_shows_the_sentence_that_matches() {
    let passages = found(&["habitants", "plateau"]);
    assert_eq!(passages.len(), 1, "{passages:?}");
    assert!(passages[0].2.starts_with("On y rencontrera"), "{passages:?}");
    assert!(passages[0].2.ends_with("ceux d'ailleurs."), "{passages:?}");
}

#[test]
fn lessons_that_say_what_to_do_come_first_and_every_passage_has_its_source() {
    let args = ["search", "rencontrer", "marché", "--lang", "fr"];
    insta::assert_snapshot!("search_fr", told().args(args).run().shown());
    let args = ["search", "rencontre", "--by-kind", "--lang", "en"];
    insta::assert_snapshot!("search_by_kind", told().args(args).width(60).run().shown());
    let args = ["search", "rencontre", "--format", "markdown", "--lang", "fr"];
    insta::assert_snapshot!("search_markdown", told().args(args).run().shown());
    let args = ["search", "rencontre", "--color", "always", "--limit", "1"];
    insta::assert_snapshot!("search_marks", told().args(args).run().shown());
}

#[test]
fn a_query_says_where_to_search() {
    assert!(found(&["habitants", "--year", "2022"]).iter().all(|one| one.0 == "un"));
    assert_eq!(found(&["rencontrer", "--where", "-year: or territory:perpète"]).len(), 1);
    let wrong = told().args(["search", "x", "--where", "cots>5"]).run();
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
}

#[test]
fn the_exact_word_comes_first_then_the_one_with_its_accent_and_each_lesson_once() {
    let lesson = |text: &str| format!("{SMALL}lessons: {{nuggets: ['{text}']}}\n");
    let test = |args: &[&str]| {
        Test::new()
            .sheet("a", lesson("Marcher ensemble vaut mieux."))
            .sheet("b", lesson("Une marche lente."))
            .sheet("c", lesson("Tenir le stand au marché."))
            .sheet("d", lesson("Tenir le stand au marché."))
            .sheet("e", format!("{SMALL}tools: [Porte à porte]\n"))
            .args(args.iter().copied())
            .run()
    };
    let found = test(&["search", "marché", "--format", "json"]).json();
    let texts: Vec<&str> = found["passages"]
        .as_array()
        .expect("passages")
        .iter()
        .map(|one| one["text"].as_str().expect("a text"))
        .collect();
    assert_eq!(
        texts,
        ["Tenir le stand au marché.", "Une marche lente.", "Marcher ensemble vaut mieux."]
    );
    assert_eq!(found["passages"][0]["also"], serde_json::json!(["d"]));
    let said = test(&["search", "marché", "--limit", "1", "--lang", "fr"]);
    assert!(said.stdout.starts_with("c#n1, d · "), "{said:?}");
    let tool = test(&["search", "porte à porte", "--lang", "fr"]);
    assert!(tool.stderr.contains("sheet checklist 'Porte à porte'"), "{tool:?}");
}

#[test]
fn without_a_word_the_lessons_of_a_selection_are_listed() {
    let all = told().args(["search", "--where", "id=un", "--format", "json"]).run().json();
    assert_eq!(all["found"].as_i64().or(all["summary"]["found"].as_i64()), Some(2), "{all}");
    assert_eq!(told().args(["search", "--territory", "perpète"]).run().code, 0);
    assert_eq!(told().args(["search"]).run().code, 2);
}

#[test]
fn what_is_found_nowhere_or_says_nothing_is_told() {
    let answer = three().args(["search", "introuvable", "--lang", "fr"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (0, ""));
    assert_eq!(answer.stderr, "0\u{a0}passage\n");
    // A name stands in no passage: how to list its sheets is said.
    let test = three().sheet("d", "title: D\nterritory: {name: T}\nteam: [Alix Brémond]\n");
    let answer = test.run_with(["search", "alix", "--where", "id:d", "--lang", "fr"]);
    assert!(
        answer.stderr.ends_with("dans 1\u{a0}fiche\u{a0}: sheet list id:d alix\n"),
        "{answer:?}"
    );
    let answer = three().args(["search", "de la", "--lang", "fr"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""));
    assert!(answer.stderr.contains("trop courants"), "{answer:?}");
}

/// A prose field that a newcomer adds is searched, asked for as text, and checked like the others.
#[test]
fn every_prose_field_is_searched_and_checked() {
    for field in fields::written().filter(|field| field.shape.is_prose()) {
        let text = "Appelez Zoé au 06 12 34 56 78";
        let value = if field.shape.is_list() { format!("\n  - {text}") } else { text.to_owned() };
        let (head, rest) = field.key.split_once('.').unwrap_or((field.key, ""));
        let lines = match rest {
            "" => format!("{head}: {value}\n"),
            rest => format!("{head}:\n  {rest}: {}\n", value.replace('\n', "\n  ")),
        };
        let test = || Test::new().sheet("a", format!("{SMALL}{lines}"));
        let found = test().args(["search", "appelez", "--format", "json"]).run().json();
        assert_eq!(found["passages"][0]["kind"], field.key, "{found}");
        assert_eq!(
            test().args(["list", "text:appelez", "--format", "csv"]).stdout().lines().count(),
            2
        );
        let findings =
            test().args(["validate", "--rule", "private-data", "--format", "csv"]).stdout();
        assert_eq!(findings.lines().count(), 2, "{}: {findings}", field.key);
    }
}

/// Advice that holds in one case is never shown without it.
#[test]
fn in_which_case_a_lesson_holds_is_shown_and_searched() {
    let text = format!(
        "{SMALL}tools: [Forum ouvert]\nlessons:\n  nuggets:\n    - text: Inviter les élus.\n      \
         when: en période électorale\n      do: Les appeler\n      tools: [Forum ouvert]\n  difficulties:\n    \
         - text: Le bruit.\n      tools: [Forum ouvert]\n"
    );
    let test = Test::new().sheet("a", text).width(100);
    for args in [
        ["search", "électorale", "--lang", "fr"],
        ["search", "élus", "--lang", "fr"],
        ["brief", "forum ouvert", "--lang", "fr"],
        ["checklist", "forum ouvert", "--lang", "fr"],
    ] {
        let shown = test.run_with(args).stdout;
        assert!(
            shown.contains("Inviter les élus. (quand\u{a0}: en période électorale)"),
            "{args:?}\n{shown}"
        );
    }
    for (args, list) in [
        (["search", "élus"], "passages"),
        (["brief", "forum"], "lessons"),
        (["checklist", "forum"], "steps"),
    ] {
        let json = test.run_with(args.iter().chain(&["--format", "json"])).json();
        let told = json.to_string();
        assert!(told.contains("\"when\":\"en période électorale\""), "{list}: {json:#}");
    }
}

#[test]
fn both_sides_of_a_tool_count_alike_in_brief_and_checklist() {
    let sheet = |lessons: &str| format!("{SMALL}tools: [Forum ouvert]\nlessons: {{{lessons}}}\n");
    let test = Test::new()
        .sheet("a", sheet("nuggets: [{text: Venir tôt, do: Ouvrir, tools: [Forum ouvert]}]"))
        .sheet(
            "b",
            sheet(
                "nuggets: [{text: Venir tôt, do: Ouvrir, confirmed-in: [c]}], \
                 difficulties: [{text: Le bruit, tools: [Forum ouvert]}]",
            ),
        )
        .sheet("c", SMALL);
    for command in ["brief", "checklist"] {
        let json = test.run_with([command, "forum ouvert", "--format", "json"]).json();
        assert_eq!(json["sides"][0]["worked"]["sheets"], 3, "{command}: {json:#}");
    }
}

/// What two people say in the same words is of each of them; a lesson counts whoever says it.
#[test]
fn the_same_words_of_two_people_are_two_passages() {
    let sheet = |who: &str| {
        let lessons = "lessons:\n  nuggets: [{text: Aller au café, by: WHO}]\n  words: [{from: \
                       WHO, text: Je viens à vélo.}]\n";
        format!("{SMALL}{}", lessons.replace("WHO", who))
    };
    let test = Test::new()
        .sheet("un", sheet("Alix Durand"))
        .sheet("deux", sheet("Noé Garance"))
        .sheet("trois", sheet("Noé Garance"));
    let found = |word: &str| {
        let answer = test.run_with(["search", word, "--format", "csv", "--lang", "en"]);
        answer.stdout.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let words = found("vélo");
    assert_eq!(words.len(), 2, "{words:?}");
    for who in ["Alix Durand", "Noé Garance"] {
        assert_eq!(words.iter().filter(|row| row.contains(who)).count(), 1, "{words:?}");
    }
    let lessons = found("café");
    assert_eq!(lessons.len(), 1, "{lessons:?}");
    assert!(!lessons[0].contains("Alix") && !lessons[0].contains("Noé"), "{lessons:?}");
}
