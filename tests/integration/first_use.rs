//! The first five minutes: `sheet` alone, the help that fits a screen, a member of a team.

use std::fs;

use project_sheet::cli::{self, GROUPS};
use project_sheet::lang::Lang;
use project_sheet::sheet::fields::{self, write_command};

use crate::harness::{Test, root};

#[test]
fn sheet_alone_leads_on() {
    for lang in ["en", "fr"] {
        let language = format!("language: {lang}\n");
        let small = "title: Forum\nterritory: {name: Trifouilly}\ndates: {start: 2023-13}\n";
        let shown = [
            ("nothing there", Test::nowhere()),
            ("no sheet yet", Test::new().file("sheet.yaml", &language)),
            ("a sheet with an error", Test::new().sheet("forum", small)),
            ("a cooperative", Test::copy_of_cooperative()),
        ]
        .map(|(what, test)| {
            format!("# {what}\n{}", test.args(["--lang", lang]).width(80).run().shown())
        });
        insta::assert_snapshot!(format!("sheet_alone_{lang}"), shown.join("\n"));
    }
}

#[test]
fn sheet_alone_answers_in_every_format() {
    let answer = Test::copy_of_cooperative().args(["--format", "json"]).run();
    assert_eq!(answer.json()["collection"]["sheets"], 46, "{answer:?}");
    let answer = Test::nowhere().args(["--dir", "nowhere"]).run();
    assert_eq!(answer.code, 2, "{answer:?}");
}

#[test]
fn the_help_of_all_commands_fits_a_screen() {
    for lang in ["en", "fr"] {
        let help = |width: usize| Test::new().width(width).args(["help", "--lang", lang]).stdout();
        let screen = help(80);
        assert!(screen.lines().count() < 24, "{screen}");
        for (width, help) in [(80, screen), (76, help(76)), (60, help(60)), (40, help(40))] {
            let widest = help.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(width), "{widest:?}\n{help}");
        }
    }
}

#[test]
fn every_command_has_its_place_its_gist_and_its_examples() {
    let commands = cli::localized(Lang::En);
    let mut named: Vec<&str> =
        commands.get_subcommands().map(clap_name).filter(|name| *name != "help").collect();
    let guides = || GROUPS.iter().flat_map(|group| group.commands);
    let mut placed: Vec<&str> = guides().map(|guide| guide.name).collect();
    named.sort();
    placed.sort();
    assert_eq!(named, placed);
    for guide in guides() {
        for lang in [Lang::En, Lang::Fr] {
            let gist = guide.gist.get(lang);
            assert!(gist.chars().count() <= 26, "{gist}");
        }
    }
}

fn clap_name(command: &clap::Command) -> &str {
    command.get_name()
}

/// What stands for a value and is the same word in both languages.
const SAME_IN_BOTH: [&str; 7] = ["FORMAT", "FORGE", "CODE", "CODE,…", "N", "URL", "DATE"];

#[test]
fn what_stands_for_a_value_is_in_the_language_of_the_person() {
    let (english, french) = (cli::localized(Lang::En), cli::localized(Lang::Fr));
    for (english, french) in english.get_subcommands().zip(french.get_subcommands()) {
        let pairs = english.get_arguments().zip(french.get_arguments());
        for (en, fr) in pairs.filter(|(en, _)| en.get_action().takes_values()) {
            let (Some(en), Some(fr)) = (en.get_value_names(), fr.get_value_names()) else {
                continue;
            };
            let same = SAME_IN_BOTH.contains(&fr[0].as_str());
            assert!(same || en[0] != fr[0], "{}: {}", english.get_name(), fr[0]);
        }
    }
}

#[test]
fn every_example_of_the_help_runs_on_the_cooperative() {
    let page = fs::read(root().join("tests/fixtures/wiki/below.txt")).expect("the page");
    for guide in GROUPS.iter().flat_map(|group| group.commands) {
        for example in guide.examples {
            // These two ask, or open an editor.
            if example == "sheet new" || guide.name == "edit" {
                continue;
            }
            assert!(example.starts_with(&format!("sheet {}", guide.name)), "{example}");
            let command = example.split(" > ").next().expect("a command");
            let words = crate::readme::split(command.strip_prefix("sheet ").expect("the program"));
            let test =
                if guide.name == "init" { Test::nowhere() } else { Test::copy_of_cooperative() };
            let test = test.file("page.txt", &page).args(words);
            let answer = test.run();
            let differs = example == "sheet fmt --check" && answer.code == 1;
            assert!(answer.code == 0 || differs, "{example}: {answer:?}");
        }
    }
}

#[test]
fn a_member_is_one_of_the_team_or_with_an_option_of_the_cooperative() {
    for (args, expected) in [
        (&["add", "member"][..], "team:\n  - Alix Durand\n"),
        (&["add", "membre"], "team:\n  - Alix Durand\n"),
        (&["add", "team"], "team:\n  - Alix Durand\n"),
        (&["add", "--cooperative", "member"], "members:\n  - Alix Durand\n"),
        (&["add", "members"], "members:\n  - Alix Durand\n"),
        (&["add", "partenaire"], "partners:\n  - Alix Durand\n"),
        (&["add", "commanditaire"], "commissioners:\n  - Alix Durand\n"),
        (&["add", "target"], "participation:\n  target:\n    - Alix Durand\n"),
        (&["add", "pépites"], "lessons:\n  nuggets:\n    - Alix Durand\n"),
    ] {
        let test = Test::new().sheet("forum", crate::harness::SMALL);
        let test = test.args(args.iter().chain(&["forum", "Alix Durand"]));
        test.stdout();
        let sheet = fs::read_to_string(test.path().join("projects/forum.yaml")).expect("it");
        assert!(sheet.ends_with(expected), "{args:?}: {sheet}");
    }
    let answer = Test::new().args(["add", "nugget", "--cooperative", "forum", "x"]).run();
    assert_eq!(answer.code, 2, "{answer:?}");
}

/// In both languages, for every list of the table.
#[test]
fn the_command_that_is_proposed_adds_to_its_list() {
    let mut lists = 0;
    let other = "title: Fête\nterritory: {name: Oie}\nlessons: {nuggets: [Inviter tôt]}\n";
    for field in fields::written().filter(|field| field.shape.is_list()) {
        for lang in [Lang::En, Lang::Fr] {
            let item = if field.key == "applied" { "fete#n1" } else { "fete" };
            let command = write_command::add("forum", field, item, lang).expect("a list");
            let test = Test::new().sheet("forum", crate::harness::SMALL).sheet("fete", other);
            let before = test.run_with(["show", "forum", "--format", "json"]).json();
            let answer =
                test.run_with(command.split(' ').skip(1).map(|word| word.trim_matches('\'')));
            assert_eq!(answer.code, 0, "{command}: {answer:?}");
            let after = test.run_with(["show", "forum", "--format", "json"]).json();
            let at = format!("/sheet/{}", field.key.replace('.', "/"));
            assert_ne!(before.pointer(&at), after.pointer(&at), "{command}: {after}");
            lists += 1;
        }
    }
    assert!(lists > 20, "{lists}");
}

#[cfg(unix)]
mod at_a_terminal {
    use super::*;
    use crate::person::sits_down;

    #[test]
    fn new_offers_to_make_a_collection() {
        let test = Test::nowhere().args(["new"]);
        let mut person = sits_down(&test, 80, &[]);
        person.sees("No collection here yet. Create one in this folder? [Y/n]").types("\r");
        person.sees("Title").types("\u{3}");
        assert_eq!(person.leaves().code, 130);
        assert!(test.path().join("examples/example.yaml").is_file());
    }

    #[test]
    fn a_lesson_without_its_text_is_asked_for() {
        let test = Test::new().sheet("forum", crate::harness::SMALL);
        let test = test.args(["add", "nugget", "forum"]);
        let mut person = sits_down(&test, 80, &[]);
        person.sees("> ").types("Afficher tôt\r").sees("What to do next time").sees("> ");
        person.types("Dix jours avant\r");
        assert_eq!(person.leaves().code, 0);
        let sheet = fs::read_to_string(test.path().join("projects/forum.yaml")).expect("it");
        let expected = "nuggets:\n    - text: Afficher tôt\n      do: Dix jours avant\n";
        assert!(sheet.ends_with(expected), "{sheet}");
    }

    #[test]
    fn a_question_mark_explains_the_question() {
        let test = Test::new().args(["new"]);
        let mut person = sits_down(&test, 100, &[]);
        person.sees("Title").sees("> ").types("?\r").sees("> ").types("Forum\r");
        person.sees("Territory").sees("> ").types("?\r").sees("> ").types("\u{3}");
        let left = person.leaves();
        let about = |key: &str| {
            let field = project_sheet::sheet::fields::find(key).expect("a field");
            field.about.en
        };
        for key in ["title", "territory.name"] {
            assert!(left.seen.contains(about(key)), "{}: {left:?}", about(key));
        }
        let draft = crate::person::drafts(&test);
        assert!(draft[0].1.ends_with("title: Forum\n"), "{draft:?}");
    }
}
