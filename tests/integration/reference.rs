//! The whole reference as it is read: the help of every command, the language of queries, and
//! every finding, in both languages.

use project_sheet::cli;
use project_sheet::lang::Lang;

use crate::harness::Test;

/// The folder of the snapshots of one language.
fn in_folder(lang: &str, name: &str, shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("snapshots/reference/{lang}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

#[test]
fn the_help_of_every_command_reads_well() {
    let commands = cli::localized(Lang::En);
    let names = commands.get_subcommands().map(|command| command.get_name().to_owned());
    let names: Vec<String> = names.filter(|name| name != "help").collect();
    assert!(names.len() > 18, "{names:?}");
    for lang in ["en", "fr"] {
        let help = |args: &[&str]| {
            let args = [args, &["--lang", lang]].concat();
            Test::new().width(80).args(args).stdout()
        };
        in_folder(lang, "help", &help(&["--help"]));
        in_folder(lang, "help_query", &help(&["help", "query"]));
        for name in &names {
            in_folder(lang, &format!("help_{name}"), &help(&[name, "--help"]));
        }
    }
}

#[test]
fn every_finding_reads_well() {
    for lang in ["en", "fr"] {
        in_folder(
            lang,
            "findings",
            &Test::new()
                .args(["explain", "--all", "--format", "markdown", "--lang", lang])
                .stdout(),
        );
    }
}
