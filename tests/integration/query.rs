//! The query language, as `filter` and `list` speak it.

use proptest::prelude::*;

use crate::harness::{Answer, Test, three};

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
        ("year:2022 equipe:x", "query:1:11", "did you mean `team`?"),
        ("year:deux", "query:1:6", ""),
        ("> 5000", "query:1:1", ""),
        ("coût > 5000", "query:1:1", "did you mean `cost`?"),
        ("tax:HT", "query:1:1", "did you mean `cost.tax`?"),
        ("start:31.02.2023", "query:1:7", ""),
        ("status:fini", "query:1:8", "one of idea, ongoing, done, abandoned"),
        ("cost>beaucoup", "query:1:6", ""),
        ("cost>", "query:1:1", ""),
        ("(year:2022", "query:1:11", ""),
        ("été \"porte", "query:1:11", ""),
        ("team.rôle:x", "query:1:1", ""),
        ("year:..", "query:1:6", ""),
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

fn term() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "year:2022",
        "year>2022",
        "cost>5000",
        "cost:TTC",
        "team:elodie",
        "outcome:",
        "lavoir",
        "start<2023",
        "population:1000..3000",
        "status:done,abandoned",
        "x-couleur:rouge",
        "end<=2022",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn queries_obey_the_laws_of_sets(a in term(), b in term()) {
        let all = |query: &str| -> Vec<String> { ids(query).split_whitespace().map(str::to_owned).collect() };
        let (in_a, in_b) = (all(&a), all(&b));
        let not_a = all(&format!("not ({a})"));
        prop_assert_eq!(in_a.len() + not_a.len(), 3);
        prop_assert!(in_a.iter().all(|id| !not_a.contains(id)));
        let both: Vec<String> = in_a.iter().filter(|id| in_b.contains(id)).cloned().collect();
        prop_assert_eq!(all(&format!("{a} {b}")), both);
        let mut either: Vec<String> = in_a.into_iter().chain(in_b).collect();
        either.sort();
        either.dedup();
        prop_assert_eq!(all(&format!("{a} or {b}")), either);
    }

    #[test]
    fn no_query_panics(query in "\\PC{0,30}|[a-z:<>=!(),\"-]{0,30}") {
        let answer = Test::new().args(["list", "--columns", "id", "--", &query]).run();
        prop_assert!(matches!(answer.code, 0 | 2), "{:?}", answer);
    }
}
