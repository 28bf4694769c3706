//! The query language, as `filter` and `list` speak it.

use crate::harness::{Answer, Test, three};
use chrono::NaiveDate;
use project_sheet::config::NamedQuery;
use project_sheet::portfolio::Entry;
use project_sheet::query::compile;
use project_sheet::sheet::Sheet;
use project_sheet::text::{Source, Span};
use proptest::prelude::*;

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
        ("text:calendrier", ""),
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
        ("query:récents", "query:1:7", "sheet.yaml has no named queries yet"),
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
        ("query:", "named queries: récents, \"chers récents\", \"en rond\", carré, faux"),
        ("query:carré", "it refers to itself"),
        ("query:faux", "in sheet.yaml, this named query is invalid: unknown key"),
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
fn the_language_has_a_page_with_every_key() {
    for lang in ["fr", "en"] {
        let page = three().args(["help", "query", "--lang", lang]).stdout();
        for field in project_sheet::sheet::fields::FIELDS {
            assert!(page.lines().any(|line| line.starts_with(&format!("  {} ", field.short))));
        }
    }
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
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        Entry::decode(&source, today).unwrap_or_else(|told| panic!("{told:?}")).sheet
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
    let named = NamedQuery {
        name: "récents".to_owned(),
        text: "year:2023..".to_owned(),
        span: Span::on_line(1, 1, 1),
    };
    let read = compile(query, &[named]);
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
            (format!("{key}!={one}"), format!("-{key}:{one}")),
            (format!("{key}={one}"), format!("{key}:{one}")),
            (format!("{key}>{one}"), format!("{key} > {one}")),
            ("query:récents".to_owned(), "year:2023..".to_owned()),
        ];
        // Of a list, one item may be within one end, another within the other.
        if !["team", "team.role", "tool", "lessons", "word", "dates"].contains(&key) {
            ways.push((format!("{key}:{one}..{other}"), format!("{key}>={one} {key}<={other}")));
            ways.push((format!("{key}:..{other}"), format!("{key}<={other}")));
        }
        for (one, other) in &ways {
            prop_assert_eq!(says(one), says(other), "{} | {}", one, other);
        }
        let (compared, there) = (format!("{key}>={one}"), format!("{key}:"));
        prop_assert!(!says(&compared) || says(&there), "{} without {}", compared, there);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_query_panics(query in "\\PC{0,30}|[a-z:<>=!(),\"-]{0,30}") {
        let answer = Test::new().args(["list", "--columns", "id", "--", &query]).run();
        prop_assert!(matches!(answer.code, 0 | 2), "{:?}", answer);
    }
}
