//! Streams, exit codes, languages, the world around.

use std::process::Stdio;

use crate::harness::{SMALL, Test, three};

#[test]
fn help_is_also_a_verb() {
    let with = |args: &[&str]| Test::new().args(args).stdout();
    assert_eq!(with(&["help"]), with(&["--help"]));
    assert_eq!(
        with(&["help", "filter", "--lang", "fr"]),
        with(&["filter", "--help", "--lang", "fr"])
    );
    let answer = Test::new().args(["filter", "--lang", "fr"]).run();
    assert!(
        answer.stderr.ends_with("aide\u{a0}: sheet filter --help --lang fr\n"),
        "{}",
        answer.stderr
    );
}

#[test]
fn a_wrong_command_is_told_in_the_language_with_the_nearest() {
    for (args, lang, words) in [
        (vec!["lsit"], "fr", "commande inconnue : « lsit » ; vouliez-vous dire « list » ?"),
        (vec!["lsit"], "en", "unknown command `lsit`; did you mean `list`?"),
        (
            vec!["list", "--yaer", "2023"],
            "fr",
            "option inconnue : « --yaer » ; vouliez-vous dire « --year » ?",
        ),
        (vec!["show"], "fr", "il manque : <FICHE>"),
        (
            vec!["list", "--format", "xml"],
            "fr",
            "valeur « xml » non valide pour --format <FORMAT> ; vouliez-vous dire « html » ? (valeurs possibles : text, ",
        ),
        (vec!["list", "--limit", "beaucoup"], "en", "invalid value `beaucoup` for --limit <N>"),
        (vec!["list", "--year"], "fr", "--year <ANNÉE> attend une valeur"),
    ] {
        let answer = Test::new().args(args.iter().copied().chain(["--lang", lang])).run();
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{args:?}");
        let said = answer.stderr.replace('\u{a0}', " ");
        let error = if lang == "fr" { "erreur :" } else { "error:" };
        assert!(said.starts_with(&format!("{error} {words}")), "{said}");
    }
}

#[test]
fn the_language_is_asked_for_or_set_or_the_systems() {
    let french = |set: &[(&str, &str)], args: &[&str]| {
        let test = Test::new().sheet("a", SMALL).args(args);
        let output = test.command().envs(set.iter().copied()).output().expect("it runs");
        String::from_utf8_lossy(&output.stderr).contains("1\u{a0}fiche")
    };
    assert!(!french(&[], &["list"]));
    assert!(french(&[("LANG", "fr_FR.UTF-8")], &["list"]));
    assert!(french(&[("LC_ALL", "fr_CH"), ("LANG", "en_US")], &["list"]));
    assert!(!french(&[("LANG", "fr_FR"), ("LC_ALL", "C")], &["list"]));
    assert!(french(&[("SHEET_LANG", "fr"), ("LANG", "en_US")], &["list"]));
    assert!(!french(&[("SHEET_LANG", "fr")], &["list", "--lang", "en"]));
    assert!(!french(&[("LANG", "de_DE")], &["list"]));
}

#[test]
fn without_a_collection_the_way_to_one_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Test::new().command();
    let output = command
        .args(["list", "--lang", "fr"])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--dir"), "{output:?}");
}

#[test]
fn the_collection_is_found_upwards_by_a_flag_or_by_the_environment() {
    let test = three();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let count = |command: &mut std::process::Command| {
        let output =
            command.args(["list", "--columns", "id", "--format", "csv"]).output().expect("it runs");
        String::from_utf8_lossy(&output.stdout).lines().count()
    };
    assert_eq!(count(test.command().current_dir(test.path().join("projects"))), 4);
    assert_eq!(
        count(test.command().arg("--dir").arg(test.path()).current_dir(elsewhere.path())),
        4
    );
    assert_eq!(
        count(test.command().env("SHEET_DIR", test.path()).current_dir(elsewhere.path())),
        4
    );
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    let many =
        (0..400).fold(Test::new(), |test, number| test.sheet(&format!("sheet-{number}"), SMALL));
    let mut child = many
        .command()
        .arg("list")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("error"), "{output:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_told() {
    for args in [&["list"][..], &["--version"], &["help"], &["list", "--help"], &["help", "query"]]
    {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
        let output = three().command().args(args).stdout(full).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("disk full"), "{output:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_goes_nowhere_is_told() {
    let said = |line: &str, args: &str| {
        let test = three();
        let mut shell = std::process::Command::new("sh");
        shell.current_dir(test.path()).env_clear().args(["-c", line]);
        let output = shell.args([env!("CARGO_BIN_EXE_sheet"), args]).output().expect("it runs");
        String::from_utf8_lossy(&output.stderr).contains("standard output is closed")
    };
    for args in ["list", "--version", "validate"] {
        assert!(said("\"$0\" \"$1\" >&-", args), "{args}");
        assert!(!said("\"$0\" \"$1\" >/dev/null", args), "{args}");
        assert!(!said("\"$0\" \"$1\" <&-", args), "{args}");
    }
}

#[test]
fn an_empty_name_of_a_folder_is_none() {
    let test = three().args(["list"]);
    let output = test.command().env("SHEET_DIR", "").output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn every_clock_shows_some_day() {
    use project_sheet::local_date;
    use std::time::{Duration, SystemTime};
    let day = |seconds: i64| {
        let far = Duration::from_secs(seconds.unsigned_abs());
        let moment = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(far)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(far)
        };
        local_date(moment.expect("this system can say it")).to_string()
    };
    for (seconds, year) in [
        (-10_i64.pow(6), "1969"),
        (10_i64.pow(6), "1970"),
        (4_110_000_000, "2100"),
        (-40_000_000_000, "0702"),
    ] {
        assert!(day(seconds).starts_with(year), "{seconds}: {}", day(seconds));
    }
    for seconds in [i64::MIN + 1, -10_i64.pow(12), 10_i64.pow(12), i64::MAX] {
        assert!(matches!(&day(seconds)[..4], "1969" | "1970"), "{seconds}: {}", day(seconds));
    }
}

#[test]
fn every_day_can_be_taken_for_today() {
    for today in ["1901-01-01", "1969-12-31", "2100-12-31"] {
        let test = Test::cooperative().today(today);
        for args in [
            &["list"][..],
            &["show", "budget-participatif-vert"],
            &["summarize"],
            &["timeline"],
            &["todo"],
            &["ask"],
            &["facets"],
            &["validate"],
            &["brief", "jardin"],
            &["list", "--year", "2023"],
        ] {
            let answer = test.run_with(args);
            assert!(matches!(answer.code, 0 | 1), "{today} {args:?}: {answer:?}");
        }
    }
}

#[test]
fn colours_are_for_terminals_and_whoever_asks() {
    let coloured =
        |args: &[&str]| three().args(args.iter().chain(&["list"])).stdout().contains('\u{1b}');
    assert!(!coloured(&[]));
    assert!(!coloured(&["--color", "never"]));
    assert!(coloured(&["--color", "always"]));
}

#[test]
fn odd_surroundings_do_no_harm() {
    for set in [
        ("TERM", "dumb"),
        ("LANG", "x\u{1b}"),
        ("COLUMNS", "1"),
        ("COLUMNS", "0"),
        ("COLUMNS", "-3"),
        ("COLUMNS", "999999999"),
    ] {
        let output = three()
            .command()
            .args(["show", "forum-des-aines"])
            .env(set.0, set.1)
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{set:?}");
        let words: Vec<u8> =
            output.stdout.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let text = String::from_utf8(words).expect("UTF-8");
        assert!(text.contains("Forumdesaînés") && !text.contains('\u{1b}'), "{set:?}: {text}");
    }
    for verb in [vec!["list"], vec!["summarize"], vec!["validate"], vec!["explain"]] {
        assert_eq!(three().args(&verb).width(1).run().code, 0, "{verb:?}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        let odd = std::ffi::OsStr::from_bytes(b"\xff\xfe");
        let output = three().command().arg("show").arg(odd).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let output = three().command().arg("import").arg(odd).output().expect("it runs");
        assert_eq!(output.status.code(), Some(1), "{output:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for verb in
        [vec!["list"], vec!["summarize"], vec!["validate"], vec!["validate", "--format", "json"]]
    {
        let once = three().args(&verb).run().stdout;
        for _ in 0..3 {
            assert_eq!(three().args(&verb).run().stdout, once);
        }
    }
}

#[test]
fn an_odd_today_is_told() {
    let answer = Test::new()
        .args(["list", "--lang", "fr"])
        .command()
        .args(["--today", "2023"])
        .output()
        .expect("it runs");
    assert_eq!(answer.status.code(), Some(2));
}

#[test]
fn colours_are_forced_or_refused_by_the_environment() {
    let coloured = |set: &[(&str, &str)]| {
        let output = three().args(["list"]).command().envs(set.iter().copied()).output();
        String::from_utf8_lossy(&output.expect("it runs").stdout).contains('\u{1b}')
    };
    assert!(!coloured(&[]));
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        assert!(coloured(&[(name, "1")]), "{name}");
        assert!(!coloured(&[(name, "1"), ("NO_COLOR", "1")]), "{name}");
    }
    assert!(!coloured(&[("FORCE_COLOR", "0")]));
    assert!(!coloured(&[("FORCE_COLOR", "")]));
}
