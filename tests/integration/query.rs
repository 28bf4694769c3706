//! The query language, as `filter` and `list` speak it.

use std::collections::BTreeSet;

use crate::harness::{Answer, SMALL, Test, three};
use chrono::NaiveDate;
use project_sheet::config::{Config, View, ViewLayout};
use project_sheet::portfolio::Entry;
use project_sheet::query::{Query, Scope, compile};
use project_sheet::sheet::Sheet;
use project_sheet::sheet::fields::{self, FIELDS};
use project_sheet::sheet::returned::columns;
use project_sheet::sheet::shape::Shape;
use project_sheet::text::{Source, Span};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn ids(query: &str) -> String {
    let answer = ask(query);
    assert_eq!(answer.code, 0, "{query}: {answer:?}");
    answer.stdout.lines().skip(1).map(|id| &id[..2]).collect::<Vec<_>>().join(" ")
}

fn ask(query: &str) -> Answer {
    three().args(["filter", "--columns", "id", "--format", "csv", query]).run()
}

#[test]
fn a_query_selects() {
    for (query, expected) in [
        ("", "fo pe pl"),
        ("year:2022", "fo"),
        ("year:2021..2022", "fo"),
        ("year:2022..", "fo pl"),
        ("year>2022", "pl"),
        ("start:2022", "fo"),
        ("end<2023", "fo"),
        ("end>=2022-09-30", "fo"),
        ("cost>5000", "fo pl"),
        ("cost>5000€", "fo"),
        ("cost > 5 000 team:elodie", "fo pl"),
        ("cost>5 000 €", "fo"),
        ("cost:TTC", "fo"),
        ("cost:5000..6000", "fo"),
        ("cost.currency:CHF", "pl"),
        ("cost!=5510.5", "pe pl"),
        ("population>10000", "pl"),
        ("population:2079", "fo"),
        ("team:elodie", "fo pl"),
        ("team:\"élodie brémond\" -year:2022", "pl"),
        ("team:noe,lou", "fo pl"),
        ("team.role:animation", "fo"),
        ("tool:porte", "fo"),
        ("tool:\"porte à porte\"", "fo"),
        ("tool:orte", ""),
        ("commissioner:habitat", "pl"),
        ("status:terminé", "fo"),
        ("-status:abandoned", "fo pe"),
        ("not status:abandoned", "fo pe"),
        ("outcome:", "fo"),
        ("-outcome:", "pe pl"),
        ("aîné", "fo"),
        ("ainés", "fo"),
        ("\"porte à porte\"", "fo"),
        ("lavoir or oeillets", "fo pl"),
        ("(lavoir or œillets) cost>6000", "pl"),
        ("x-couleur:rouge", "fo"),
        ("x-couleur:", "fo"),
        ("x-rien:", ""),
        ("effort.days>20", "pl"),
        ("nugget:affiches", "fo"),
        ("lesson:chantier", "pl"),
        ("word:navette", "fo"),
        ("word.from:noé", "fo"),
        ("text:calendrier", "pl"),
        ("lessons:", "fo pl"),
        ("-lessons: -dates:", "pe"),
        ("dates:2023", "pl"),
        ("cost:\"5 000\"..\"6 000\"", "fo"),
        ("cost>5510,49", "fo pl"),
        ("cost>=5510,50€", "fo"),
        ("cost:\"5 510,50 €\"", "fo"),
        ("cost>5000 euros", "fo"),
        ("cost > 5 000 € TTC", "fo"),
        ("cost>5000 HT", "pl"),
        ("cost:CHF", "pl"),
        ("cost.currency:EUR", "fo"),
        ("cost:invoiced", "fo pl"),
        ("-cost.basis:invoiced", "pe"),
        ("cost:5000 .. 6000", "fo"),
        ("population>2000 hab. œillets", "fo"),
        ("year>2021 and year<2023", "fo"),
        ("lavoir ou œillets", "fo pl"),
        ("coût > 5000 équipe:élodie Année:2022", "fo"),
        ("commanditaire:habitat", "pl"),
        ("year:2022\u{a0}cost>5\u{202f}000", "fo"),
    ] {
        assert_eq!(ids(query), expected, "{query}");
    }
}

#[test]
fn a_negated_term_may_stand_alone() {
    let csv =
        three().args(["list", "-status:abandoned", "--columns", "id", "--format", "csv"]).stdout();
    assert_eq!(csv, "id\nforum-des-aines\npetite-note\n");
}

#[test]
fn a_mistake_is_told_at_its_place_with_the_nearest_key() {
    for (query, place, help) in [
        ("cots>5", "query:1:1", "did you mean `cost`?"),
        ("year:2022 equipa:x", "query:1:11", "did you mean `team`?"),
        ("year:deux", "query:1:6", ""),
        ("> 5000", "query:1:1", ""),
        ("coûts! > 5000", "query:1:8", ""),
        ("cost:5000-6000", "query:1:6", "write a range as 5000..6000"),
        ("tax:HT", "query:1:1", "did you mean `cost.tax`?"),
        ("start:31.02.2023", "query:1:7", ""),
        ("status:gelé", "query:1:8", "possible values: idea, ongoing, done, abandoned"),
        ("cost>beaucoup", "query:1:6", ""),
        ("cost>", "query:1:1", ""),
        ("(year:2022", "query:1:11", ""),
        ("été \"porte", "query:1:11", ""),
        ("team.rôle:x", "query:1:1", ""),
        ("year:..", "query:1:6", ""),
        ("cost:12400,50", "query:1:12", "write 12400.50"),
        ("cost:12 400..12 400,50 €", "query:1:21", ""),
        ("year:2023..2021", "query:1:6", "the range ends before it starts"),
        ("start:2023..2022-06", "query:1:7", "the range ends before it starts"),
        ("year:23", "query:1:6", "a year has four digits"),
        ("-", "query:1:1", "empty value"),
        ("query:récents", "query:1:7", "sheet.yaml has no views yet"),
        ("applied:a#d1", "query:1:9", "for any lesson of that sheet: a"),
    ] {
        let answer = ask(query);
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{query}");
        assert!(
            answer.stderr.contains(place) && answer.stderr.contains(help),
            "{query}: {}",
            answer.stderr
        );
    }
}

/// Where its first word alone is no value, whoever forgets the quotation marks hears of them.
#[test]
fn a_value_of_several_words_is_shown_with_its_quotation_marks() {
    let mut told = 0;
    for field in FIELDS {
        let Shape::Choice(all) = field.shape else { continue };
        let labels = all().into_iter().flat_map(|choice| choice.label.both());
        for label in labels.filter(|label| label.contains(' ')) {
            let answer = ask(&format!("{}:{label}", field.key));
            if answer.code == 2 {
                assert!(answer.stderr.contains(&format!("\"{label}\"")), "{label}: {answer:?}");
                told += 1;
            }
        }
    }
    assert!(told > 0);
}

#[test]
fn a_query_may_have_a_name() {
    let config = "queries:\n  récents: year:2023..\n  chers récents: 'query:récents cost>10000'\n  \
                    en rond: query:carré\n  carré: 'query:\"en rond\"'\n  faux: cots>5\n";
    let ask = |args: &[&str]| three().file("sheet.yaml", config).args(args).run();
    let ids = ["--columns", "id", "--format", "csv"];
    for (query, expected) in [
        ("query:recents", "id\nplace-du-lavoir\n"),
        ("query:\"chers récents\"", "id\nplace-du-lavoir\n"),
        ("-query:récents year:", "id\nforum-des-aines\n"),
        ("query:récents,\"chers récents\" tool:forum", "id\n"),
    ] {
        let answer = ask(&[&["list", query], ids.as_slice()].concat());
        assert_eq!((answer.code, answer.stdout.as_str()), (0, expected), "{query}: {answer:?}");
    }
    for (query, told) in [
        ("query:recent", "did you mean `récents`?"),
        ("query:", "views: récents, \"chers récents\", \"en rond\", carré, faux"),
        ("query:carré", "it refers to itself"),
        ("query:faux", "in sheet.yaml, this view is invalid: unknown key"),
    ] {
        let answer = ask(&["list", query]);
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{query}");
        assert!(answer.stderr.contains(told), "{query}: {}", answer.stderr);
    }
    let told = ask(&["validate", "--format", "short"]).stdout;
    for place in ["sheet.yaml:4:12: error", "sheet.yaml:5:10: error", "sheet.yaml:6:9: error"] {
        assert!(told.contains(place), "{told}");
    }
}

#[test]
fn a_view_lays_its_list_out_and_what_is_typed_wins() {
    let config = "views:\n  récents: year:2023..\n  chers:\n    query: cost>5000\n    columns: [id, coût]\n    sort: -cost\n    group: kind\n    totals: true\ncolumns: [titre]\nsort: -title\n";
    let list = |args: &[&str]| {
        let test = three().file("sheet.yaml", config);
        test.args([&["list"], args, &["--format", "csv"]].concat()).stdout()
    };
    assert_eq!(list(&[]).lines().next(), Some("title"));
    assert_eq!(list(&[]), list(&["--columns", "title", "--sort", "-title"]));
    assert_eq!(list(&["@récents"]), list(&["year:2023.."]));
    let typed = ["--columns", "id,cost", "--sort", "-cost", "--group-by", "kind", "--totals"];
    assert_eq!(list(&["@chers"]), list(&[&["cost>5000"], &typed[..]].concat()));
    assert_eq!(list(&["@chers year:2022"]), list(&[&["cost>5000 year:2022"], &typed[..]].concat()));
    assert_eq!(list(&["@chers", "--columns", "id"]).lines().next(), Some("id,group"));
    assert_eq!(list(&["-@chers"]), list(&["-cost>5000"]));
    let checked = |config: &str| {
        let test = three().file("sheet.yaml", config);
        let told = test.args(["validate", "--format", "short"]).run().stdout;
        told.lines()
            .filter(|line| line.starts_with("sheet.yaml"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(checked(config), "");
    for (config, told) in [
        ("queries:\n  a: year:2023\n", "is called `views` now"),
        ("views:\n  a: {query: cots>5}\n", "unknown key"),
        ("views:\n  a: {qery: cost>5}\n", "unknown setting"),
        ("views:\n  a: {query: cost>5, sort: -cots}\n", "unknown field"),
        ("columns: [titel]\n", "unknown field"),
    ] {
        let checked = checked(config);
        assert!(checked.contains(told), "{config}: {checked}");
    }
}

#[test]
fn the_language_has_a_page_with_every_key() {
    for lang in ["fr", "en"] {
        let page = three().args(["help", "query", "--lang", lang]).stdout();
        for field in project_sheet::sheet::fields::FIELDS {
            let french = Some(field.short_fr).filter(|french| *french != field.short);
            let names = [Some(field.short), french].into_iter().flatten().collect::<Vec<_>>();
            let start = format!("  {} ", names.join(" "));
            assert!(page.lines().any(|line| line.starts_with(&start)), "{start}");
        }
    }
}

#[test]
fn keys_are_typed_in_french_wherever_they_are_typed() {
    let ask = |args: &[&str]| three().args([args, &["--format", "csv"]].concat()).stdout();
    for field in FIELDS {
        let [french, english] = [field.short_fr, field.short].map(|key| {
            [
                ask(&["list", &format!("{key}:"), "--columns", key, "--sort", &format!("-{key}")]),
                ask(&["facets", "--key", key]),
                ask(&["summarize", "--by", key]),
                ask(&["list", "--group-by", key, "--columns", "id"]),
            ]
        });
        assert_eq!(french, english, "{}", field.short_fr);
    }
    for (query, expected) in [
        ("outil:forum", ids("tool:forum")),
        ("Territoire:trifouilly", ids("territory:trifouilly")),
        ("pépites:affiches", ids("nugget:affiches")),
        ("équipe.role:animation", ids("team.role:animation")),
        ("\"temps passé\":", ids("effort:")),
        ("type: habitants>1000 relu:", ids("kind: population>1000 reviewed:")),
    ] {
        assert_eq!(ids(query), expected, "{query}");
    }
    let config = "required: [équipe, cout]\n";
    let test = three().file("sheet.yaml", config);
    let told = test.args(["validate", "--rule", "missing-required", "--format", "short"]).run();
    assert_eq!(told.stdout.matches("missing-required").count(), 2, "{told:?}");
}

#[test]
fn a_flag_and_its_term_select_the_same() {
    let ids = |args: &[&str]| {
        let answer = Test::cooperative().args([&["list", "--columns", "id"], args].concat()).run();
        assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
        answer.stdout
    };
    let mut some = 0;
    for (flag, term, values) in [
        ("--year", "year:", ["2017", "2023", "2019..2021", "2030"]),
        ("--team", "team:", ["alix", "Zoé Marchal", "lou,hugo", "personne"]),
        ("--tool", "tool:", ["forum", "porte à porte", "jury", "rien"]),
        ("--territory", "territory:", ["val perdu", "Les Saules", "montfroid", "nulle part"]),
        ("--commissioner", "commissioner:", ["mairie", "Habitat des Saules", "office", "rien"]),
        ("--min-cost", "cost>=", ["5000", "12 400,50 €", "24300CHF", "1000000"]),
        ("--max-cost", "cost<=", ["0", "5 510", "7200 CHF", "3800€ TTC"]),
        ("--status", "status:", ["done", "idée", "abandonné", "ongoing"]),
    ] {
        for value in values {
            let quoted = if value.contains("..") || value.contains(',') && flag == "--team" {
                value.to_owned()
            } else {
                format!("\"{value}\"")
            };
            let by_flag = ids(&[flag, value]);
            assert_eq!(by_flag, ids(&[&format!("{term}{quoted}")]), "{flag} {value}");
            some += usize::from(by_flag.lines().count() > 1);
        }
    }
    assert!(some >= 24, "{some}");
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

/// A sheet of which any line may be there or not.
fn sheet() -> impl Strategy<Value = Sheet> {
    let line = |lines: &'static [&'static str]| {
        prop_oneof![Just(""), prop::sample::select(lines)].prop_map(str::to_owned)
    };
    let lines = (
        line(&["  kind: municipality\n", "  kind: region\n"]),
        line(&["  population: 950\n", "  population: 1 400 hab.\n", "  population: 20000\n"]),
        line(&["cost: 5510€ TTC\n", "cost: 9 500 € HT\n", "cost: 12500 CHF HT\n", "cost: 0\n"]),
        line(&[
            "dates: {start: 2022-03, end: 2023-01-15}\n",
            "dates: {start: 2023-21}\n",
            "dates: {duration: 9mois}\n",
        ]),
        line(&["team: [Élodie Brémond, Noé]\n", "team: [{name: Lou, role: animation}]\n"]),
        line(&["tools: [Porte à porte]\n", "tools: [Forum, Porte-à-porte]\n"]),
        line(&["outcome: {level: failed, text: Rien}\n", "outcome: {level: partial}\n"]),
        line(&["lessons: {nuggets: [Aller au lavoir]}\n", "lessons: {words: ['Noé : Bravo']}\n"]),
        line(&["x-couleur: rouge\n", "x-couleur: {ton: bleu, part: 3}\n"]),
    );
    lines.prop_map(|(kind, people, cost, dates, team, tools, outcome, lessons, own)| {
        let text = format!("title: Forum du lavoir\nterritory:\n  name: Trifouilly\n{kind}{people}{cost}{dates}{team}{tools}{outcome}{lessons}{own}");
        let source = Source::of("projects/un.yaml", text);
        Entry::decode(&source, today()).unwrap_or_else(|told| panic!("{told:?}")).sheet
    })
}

/// A key and two of its values.
fn values() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    prop::sample::select(vec![
        ("year", "2022", "2023"),
        ("cost", "5510", "9500"),
        ("cost", "5000€", "10 000 €"),
        ("cost", "0", "12500CHF"),
        ("cost.amount", "5000", "6000"),
        ("start", "2022", "2023-03"),
        ("end", "2022-12", "2023-01-15"),
        ("population", "1000", "1 400"),
        ("duration", "6mois", "1an"),
        ("effort", "5 jours", "84h"),
        ("status", "ongoing", "terminé"),
        ("outcome", "failed", "partial"),
        ("kind", "municipality", "region"),
        ("team", "noe", "lou"),
        ("team.role", "animation", "dessin"),
        ("tool", "forum", "\"porte à porte\""),
        ("lessons", "lavoir", "bravo"),
        ("word", "bravo", "noe"),
        ("x-couleur", "rouge", "bleu"),
        ("x-couleur.part", "2", "4"),
        ("dates", "2022", "2023"),
        ("id", "un", "deux"),
    ])
}

/// A query of any depth.
fn query() -> impl Strategy<Value = String> {
    let term = (values(), 0..8usize).prop_map(|((key, one, other), sort)| match sort {
        0 => format!("{key}:{one}"),
        1 => format!("{key}:{one},{other}"),
        2 => format!("{key}:"),
        3 => format!("-{key}:{other}"),
        4 | 5 if ["team", "tool", "lessons", "word"].contains(&key) => format!("{key}={one}"),
        4 => format!("{key}>={one}"),
        5 => format!("{key}<{other}"),
        6 => format!("{key}!={one}"),
        _ => format!("{key}:{one}..{other}"),
    });
    let leaf = prop_oneof![4 => term, 1 => Just("lavoir".to_owned()), 1 => Just("\"porte à porte\"".to_owned())];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            inner.prop_map(|a| format!("not {a}")),
        ]
    })
}

fn selects(query: &str, sheet: &Sheet) -> bool {
    let named = View {
        name: "récents".to_owned(),
        text: "year:2023..".to_owned(),
        span: Span::on_line(1, 1, 1),
        layout: ViewLayout::default(),
    };
    let config = Config { views: vec![named], ..Config::default() };
    let read = compile(query, Scope { config: &config, today: today() });
    read.unwrap_or_else(|told| panic!("{query}: {told:?}")).matches(sheet)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn queries_obey_the_laws_of_sets(a in query(), b in query(), sheet in sheet()) {
        let (in_a, in_b) = (selects(&a, &sheet), selects(&b, &sheet));
        prop_assert_eq!(selects(&format!("not ({a})"), &sheet), !in_a);
        prop_assert_eq!(selects(&format!("-({a})"), &sheet), !in_a);
        prop_assert_eq!(selects(&format!("({a}) ({b})"), &sheet), in_a && in_b);
        prop_assert_eq!(selects(&format!("({a}) or ({b})"), &sheet), in_a || in_b);
        prop_assert_eq!(selects(&format!("{a} {b} or {a}"), &sheet), in_a);
    }

    #[test]
    fn one_thing_can_be_asked_in_several_ways((key, one, other) in values(), sheet in sheet()) {
        let says = |query: &str| selects(query, &sheet);
        let mut ways = vec![
            (format!("{key}:{one},{other}"), format!("{key}:{one} or {key}:{other}")),
            (format!("{key}!={one}"), format!("-{key}={one}")),
            (format!("{key}={one},{other}"), format!("{key}={one} or {key}={other}")),
            ("2022".to_owned(), "year:2022".to_owned()),
            ("query:récents".to_owned(), "year:2023..".to_owned()),
            ("@récents".to_owned(), "year:2023..".to_owned()),
            (format!("-@recents {key}:{one}"), format!("-year:2023.. {key}:{one}")),
        ];
        if !["team", "tool", "lessons", "word"].contains(&key) {
            ways.push((format!("{key}>{one}"), format!("{key} > {one}")));
        }
        // Of a list, one item may be within one end, another within the other.
        if !["team", "team.role", "tool", "lessons", "word", "dates"].contains(&key) {
            ways.push((format!("{key}:{one}..{other}"), format!("{key}>={one} {key}<={other}")));
            ways.push((format!("{key}:..{other}"), format!("{key}<={other}")));
        }
        for (one, other) in &ways {
            prop_assert_eq!(says(one), says(other), "{} | {}", one, other);
        }
        let there = format!("{key}:");
        for some in [format!("{key}={one}"), format!("{key}:{one}")] {
            prop_assert!(!says(&some) || says(&there), "{} without {}", some, there);
        }
        prop_assert!(!says(&format!("{key}={one}")) || says(&format!("{key}:{one}")), "{}", key);
    }
}

/// Every key that a wider one holds: a part of a value, a field of a group, a lesson, a text.
fn narrower() -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for field in fields::written() {
        for part in field.shape.parts() {
            pairs.push((format!("{}.{}", field.key, part.key), field.key.to_owned()));
        }
        if let Some((group, _)) = field.key.split_once('.')
            && !FIELDS.iter().any(|field| field.short == group)
        {
            pairs.push((field.key.to_owned(), group.to_owned()));
        }
        if matches!(field.shape, Shape::Lessons) {
            pairs.push((field.key.to_owned(), "lesson".to_owned()));
        }
        if field.shape.is_prose() {
            pairs.push((field.key.to_owned(), "text".to_owned()));
        }
    }
    pairs.extend(
        [("lesson", "text"), ("lesson", "lessons")].map(|(one, other)| (one.into(), other.into())),
    );
    pairs
}

#[test]
fn a_wider_key_finds_all_that_a_narrower_one_finds() {
    let word = prop::sample::select(vec!["repère", "Alix", "public", "12", "2023", "HT", "budget"]);
    let sheet = prop::collection::vec(word.clone(), 12).prop_map(|words| {
        let [a, b, c, d, e, f, g, h, i, j, k, l] = words.try_into().expect("twelve words");
        let text = format!(
            "title: {a}\nsummary: {b}\nterritory:\n  name: {c}\n  address: {d}\ncommissioners:\n  - name: {e}\n    contact: {f}\n\
             cost: {{amount: 12, tax: HT, basis: budget}}\ndates: {{start: 2023}}\nteam:\n  - name: {g}\n    role: {h}\n\
             description: {{request: {i}, proposal: {j}}}\ntools: [{k}]\noutcome: {{text: {l}}}\nlessons:\n  nuggets:\n    - text: {l}\n      when: {a}\n      do: {b}\n      tools: [{c}]\n      by: {d}\n      visibility: public\n  \
             difficulties:\n    - text: {e}\n      do: {f}\n  words:\n    - from: {g}\n      text: {h}\ndocuments:\n  - title: {i}\n    url: https://example.org/{j}\n",
        );
        let source = Source::of("projects/un.yaml", text);
        Entry::decode(&source, today()).unwrap_or_else(|told| panic!("{told:?}")).sheet
    });
    let pairs = narrower();
    assert!(pairs.len() > 60, "{}", pairs.len());
    let pair = prop::sample::select(pairs);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(2_000));
    let found = std::cell::Cell::new(0);
    let law = runner.run(&(pair, word, sheet), |((narrow, wide), word, sheet)| {
        for operator in [":", "="] {
            // What a narrow key refuses it does not find.
            let narrow = format!("{narrow}{operator}\"{word}\"");
            let wide = format!("{wide}{operator}\"{word}\"");
            if understood(&narrow).is_some_and(|query| query.matches(&sheet)) {
                found.set(found.get() + 1);
                let wide = understood(&wide);
                prop_assert!(
                    wide.is_none_or(|query| query.matches(&sheet)),
                    "{} | {:?}",
                    narrow,
                    sheet
                );
            }
        }
        Ok(())
    });
    law.unwrap_or_else(|broken| panic!("{broken}"));
    assert!(found.get() > 100, "{}", found.get());
}

/// Over every column that rows have.
#[test]
fn what_rows_say_can_be_asked() {
    let odd = "title: Four\nterritory: {name: Oie, kind: commune, insee: '01160'}\n\
        cost: {amount: 5, dvise: EUR}\ndates: {start: bientôt, duration: 9 mois}\n\
        commissioners: [{name: M, contact: C, siret: '26780000000011'}]\n\
        description: {moments: [{date: 2023-05, what: Pluie, why: Trop}]}\n\
        lessons: {nuggets: [{text: Un, confirmed-in: [a#n1], contradicted-in: [b]}]}\n\
        documents: [{title: Plan, file: p.pdf, size: 3 Mo}]\nrelated: [a]\napplied: [a#n1]\n\
        extra: {Météo: pluie}\nx-note: bonjour\nx-b: {c: 1}\n";
    let folder = crate::harness::root().join("examples/cooperative/projects");
    let files = std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file"));
    let texts = files.map(|file| std::fs::read_to_string(file.path()).expect("a sheet"));
    let mut asked = BTreeSet::new();
    for text in texts.chain([odd.to_owned()]) {
        let source = Source::of("projects/un.yaml", text);
        let sheet = Entry::decode(&source, today()).unwrap_or_else(|told| panic!("{told:?}")).sheet;
        for column in columns() {
            let cell = column.cell(&sheet);
            if !cell.is_empty() {
                let query = format!("{}:", column.key);
                let says = understood(&query).is_some_and(|query| query.matches(&sheet));
                assert!(says, "{query} of {cell}");
                asked.insert(column.key);
            }
        }
    }
    assert!(asked.len() > 60, "{}: {asked:?}", asked.len());
}

/// The question that a query is; `None` where it is refused.
fn understood(query: &str) -> Option<Query> {
    let config = Config::default();
    compile(query, Scope { config: &config, today: today() }).ok()
}

#[test]
fn signs_of_other_languages_are_refused_with_the_right_form() {
    for (query, form) in [
        ("!foire", "write -foire"),
        ("!team:alix", "write -team:alix"),
        ("foire|marché", "write foire or marché"),
        ("team:alix|sam", "write team:alix,sam"),
        ("cost>1000|team:alix", "write cost>1000 or team:alix"),
        ("title~foire", "write title:foire"),
        ("title=~foire", "write title:foire"),
        ("march*", "write march"),
        ("tool:for*", "write tool:for"),
        ("/foire/", "write foire"),
        ("title:/foire/", "write title:foire"),
        ("{foire}", "write foire"),
        ("cost:>5000", "write cost>5000"),
        ("cost==5000", "write cost=5000"),
        ("foire && marché", "leave it out"),
        ("foire || marché", "write or"),
        ("nugget>2", "nugget.count>2"),
        ("summary>2", "summary:2"),
        ("year:2023-03", "start:2023-03"),
    ] {
        let answer = ask(query);
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{query}");
        assert!(answer.stderr.contains(form), "{query}: {}", answer.stderr);
        // What is proposed is a query.
        if let Some(form) = form.strip_prefix("write ").filter(|form| *form != "or") {
            assert_eq!(ask(form).code, 0, "{form}");
        }
    }
    assert_eq!(ids("\"!foire\""), "");
}

#[test]
fn equal_is_narrower_than_begins_with_and_codes_are_whole() {
    let titled = |title: &str, more: &str| {
        format!("title: {title}\nterritory: {{name: P, insee: '01210'}}\ntools: [{more}]\n")
    };
    let ids = |query: &str| {
        let test = Test::new()
            .sheet("phase-1", titled("Phase 1", "C++"))
            .sheet("phase-10", titled("Phase 10", "C"))
            .sheet("phase-12", titled("Phase 12 bis", "Saint-Étienne"));
        let answer = test.args(["list", "--columns", "id", "--format", "csv", query]).run();
        answer
            .stdout
            .lines()
            .skip(1)
            .map(|id| id.replace("phase-", ""))
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (query, expected) in [
        ("title=\"Phase 1\"", "1"),
        ("title:\"Phase 1\"", "1"),
        ("title:phase", "1 10 12"),
        ("title=phase", ""),
        ("title=\"PHASE 12 bis\"", "12"),
        ("title!=\"Phase 1\"", "10 12"),
        ("id=phase-1", "1"),
        ("id:phase-1", "1"),
        ("id:phase", ""),
        ("insee:0121", ""),
        ("insee=01210", "1 10 12"),
        ("tool:C++", "1"),
        ("tool:C", "1 10"),
        ("tool:st-etienne", "12"),
        ("tool:saint", "12"),
        ("tool.count=1", "1 10 12"),
        ("outil.nombre>1", ""),
        ("tool.count<1", ""),
    ] {
        assert_eq!(ids(query), expected, "{query}");
    }
}

#[test]
fn dates_may_be_counted_from_today_or_parts_of_a_year() {
    let ids = |query: &str| {
        let dated = |dates: &str| format!("{SMALL}dates: {{{dates}}}\n");
        let test = Test::new()
            .sheet("ancien", dated("start: 2020-02-01, end: 2020-08-10"))
            .sheet("cet-ete", dated("start: 2026-07-02, end: 2026-08-20"))
            .sheet("futur", dated("start: 2027-01-10"));
        let answer = test.args(["list", "--columns", "id", "--format", "csv", query]).run();
        assert_eq!(answer.code, 0, "{query}: {answer:?}");
        answer.stdout.lines().skip(1).collect::<Vec<_>>().join(" ")
    };
    for (query, expected) in [
        ("start>-6m", "cet-ete futur"),
        ("start>-6m start<today", "cet-ete"),
        ("end<aujourd'hui", "ancien cet-ete"),
        ("start>\"-10 ans\"", "ancien cet-ete futur"),
        ("start:today..+1an", "futur"),
        ("year:this", "cet-ete"),
        ("year:next", "futur"),
        ("start:2026-T3", "cet-ete"),
        ("start:\"T1 2020\"", "ancien"),
        ("start:2026-S2..", "cet-ete futur"),
        ("duration>6mois", "ancien"),
        ("2020", "ancien"),
        ("2020..2026", "ancien cet-ete"),
        ("\"2020\"", ""),
        ("non 2020", "cet-ete futur"),
        ("\"date de début\">2025 \"fin\":2026", "cet-ete"),
    ] {
        assert_eq!(ids(query), expected, "{query}");
    }
}

/// Days and hours worked are one measure; its note is found by its words.
#[test]
fn worked_time_is_compared_and_ranged_in_its_units() {
    let test = Test::new()
        .sheet("court", format!("{SMALL}effort: 14 heures\n"))
        .sheet("moyen", format!("{SMALL}effort: {{days: 12, note: de terrain}}\n"))
        .sheet("long", format!("{SMALL}effort: 40 jours\n"))
        .sheet("sans", SMALL);
    let run = |query: &str| {
        test.run_with(["list", "--columns", "id", "--format", "csv", "--lang", "en", query])
    };
    for (query, expected) in [
        ("effort>5j", "long moyen"),
        ("effort > 12 jours", "long"),
        ("effort>=84h", "long moyen"),
        ("effort<\"3 days\"", "court"),
        ("effort:\"2 jours\"", "court"),
        ("effort=84 heures", "moyen"),
        ("effort:2j..12j", "court moyen"),
        ("-effort>5j", "court sans"),
        ("effort:terrain", "moyen"),
    ] {
        let answer = run(query);
        let ids = answer.stdout.lines().skip(1).collect::<Vec<_>>().join(" ");
        assert_eq!(ids, expected, "{query}: {answer:?}");
    }
    for (query, told) in [
        ("effort>5", "expected days or hours worked"),
        ("effort:5..10", "expected days or hours worked"),
        ("effort:10j..5j", "the range ends before it starts"),
        ("duration:\"9 mois\"..\"3 mois\"", "the range ends before it starts"),
        ("cost:9000€..5000€", "the range ends before it starts"),
    ] {
        let answer = run(query);
        assert!(answer.code == 2 && answer.stderr.contains(told), "{query}: {answer:?}");
    }
}

#[test]
fn short_words_beside_others_are_said_to_be_searched() {
    for (query, told) in [
        ("en 2022", Some("(en)")),
        ("les projets de 2022", Some("(les, de)")),
        ("en", None),
        ("\"en\" 2022", None),
        ("2022", None),
    ] {
        let answer = three().args(["list", query, "--lang", "en"]).run();
        let note = answer.stderr.contains("short words are searched");
        assert_eq!(note, told.is_some(), "{query}: {answer:?}");
        assert!(told.is_none_or(|told| answer.stderr.contains(told)), "{answer:?}");
    }
}

#[test]
fn an_alias_finds_the_name_of_the_vocabulary_and_the_other_way_round() {
    let config = "vocabulary:\n  tools:\n    - {name: Porte à porte, aliases: [PAP, tournée]}\n";
    let ids = |query: &str| {
        let tool = |tool: &str| format!("{SMALL}tools: [{tool}]\n");
        let test = Test::new().file("sheet.yaml", config);
        let test = test
            .sheet("a", tool("Porte-à-porte"))
            .sheet("b", tool("pap"))
            .sheet("c", tool("Forum"));
        let answer = test.args(["list", "--columns", "id", "--format", "csv", query]).run();
        answer.stdout.lines().skip(1).collect::<Vec<_>>().join(" ")
    };
    for (query, expected) in [
        ("tool:PAP", "a b"),
        ("tool=tournée", "a b"),
        ("tool:\"porte à\"", "a b"),
        ("tool=porte", ""),
        ("-tool:pap", "c"),
        ("tool:forum", "c"),
    ] {
        assert_eq!(ids(query), expected, "{query}");
    }
}

#[test]
fn a_query_that_finds_nothing_names_the_term_that_excludes_all() {
    let said = |query: &str| three().args(["list", query, "--lang", "fr"]).run();
    for (query, told) in [
        ("tool:perceuse cost>5", "aucune fiche ne répond à tool:perceuse\n"),
        (
            "year:2022 status:abandoned team:lou",
            "aucune fiche ne répond à tous ces critères ; sans year:2022 : 1\u{a0}fiche\n",
        ),
        ("tool:perceuse or tool:scie", "aucune fiche ne répond à tool:perceuse or tool:scie\n"),
        (
            "team",
            "« team » est cherché comme un mot ; comme clé : team:MOT, ou sheet facets --key team\n",
        ),
        ("coût", "« coût » est cherché comme un mot"),
    ] {
        let answer = said(query);
        assert_eq!(answer.code, 0, "{answer:?}");
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain(&answer.stderr).contains(&plain(told)), "{query}: {}", answer.stderr);
    }
    assert_eq!(Test::new().args(["list", "tool:x", "--lang", "fr"]).run().stderr, "0\u{a0}fiche\n");
}

#[test]
fn a_cost_whose_currency_is_not_understood_is_neither_selected_nor_summed() {
    let cost = |cost: &str| format!("{SMALL}cost: {{{cost}}}\n");
    let ask = |args: &[&str]| {
        let test = Test::new()
            .sheet("a", cost("amount: 100, tax: HT, currency: FRF"))
            .sheet("b", cost("amount: 5, tax: HT"))
            .sheet("c", cost("amount: 7, tax: hors bord"));
        test.args([args, &["--format", "json"]].concat()).run().json()
    };
    for query in ["cost>=1€", "cost:HT", "cost.currency:EUR", "cost:", "cost<1000"] {
        let found = ask(&["list", query]);
        assert_eq!(found["sheets"].as_array().map(Vec::len), Some(1), "{query}");
        assert_eq!(found["sheets"][0]["id"], "b", "{query}");
    }
    let summed = ask(&["summarize"]);
    assert_eq!(
        (&summed["money"][0]["total"], &summed["money"][1]),
        (&5.into(), &serde_json::Value::Null)
    );
    assert_eq!(summed["summary"]["uncosted"], 2);
    assert_eq!(ask(&["show", "a"])["sheet"]["unread"]["cost"]["amount"], 100);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_query_panics(query in "\\PC{0,30}|[a-z:<>=!(),\"-]{0,30}") {
        let answer = Test::new().args(["list", "--columns", "id", "--", &query]).run();
        prop_assert!(matches!(answer.code, 0 | 2), "{:?}", answer);
    }
}
