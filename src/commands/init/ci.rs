//! The job that validates the sheets where they are shared: only one that can pass.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::{Forge, InitArgs};
use crate::lang::{Lang, Text, phrase, text};
use crate::session::Failure;
use crate::store;
use crate::text::path::slashed;
use crate::text::shell::shell_quote;

/// A file with the job of a forge.
struct Job {
    forge: Forge,
    /// Parts of the host name of its remotes.
    hosts: &'static [&'static str],
    path: &'static str,
    template: &'static str,
}

const JOBS: [Job; 2] = [
    Job {
        forge: Forge::Github,
        hosts: &["github"],
        path: ".github/workflows/sheets.yml",
        template: include_str!("../../../examples/ci/github.yml"),
    },
    Job {
        forge: Forge::Gitlab,
        hosts: &["gitlab", "framagit"],
        path: ".gitlab-ci.yml",
        template: include_str!("../../../examples/ci/gitlab.yml"),
    },
];

/// The first line of a job.
const HEAD: Text = text!(
    "# Checks the sheets on each push. Made by: sheet init",
    "# Vérifie les fiches à chaque push. Fait par : sheet init",
);

/// What stands for the command that installs the program.
const COMMAND: &str = "COMMAND";

/// The job of a new collection, with its whole path: none unless it is said how the program is
/// installed there.
///
/// # Errors
/// A job was asked for and cannot be made.
pub(super) fn job(args: &InitArgs, root: &Path, lang: Lang) -> Result<Option<(PathBuf, String)>> {
    let Some(install) = &args.install else {
        return match args.ci {
            None | Some(Forge::None) => Ok(None),
            Some(_) => Err(Failure::usage(phrase!(
                "the job has to install `sheet` first; say how: --install 'COMMAND'",
                "la tâche doit d'abord installer `sheet` ; dites comment : --install 'COMMANDE'",
            ))
            .into()),
        };
    };
    let repository = store::repository(root);
    let job = match args.ci {
        Some(forge) => JOBS.iter().find(|job| job.forge == forge),
        None => {
            let remote = store::remote(repository).map(|remote| host(&remote).to_owned());
            let job = JOBS.iter().find(|job| {
                let named = |host: &String| job.hosts.iter().any(|name| host.contains(name));
                remote.as_ref().is_some_and(named)
            });
            if job.is_none() {
                return Err(Failure::usage(phrase!(
                    "no git remote of GitHub or GitLab here; say where the job runs: --ci github \
                     or --ci gitlab",
                    "pas de dépôt distant GitHub ou GitLab ici ; dites où la tâche s'exécute : \
                     --ci github ou --ci gitlab",
                ))
                .into());
            }
            job
        }
    };
    Ok(job.map(|job| {
        let below = root.strip_prefix(repository).unwrap_or(Path::new(""));
        (repository.join(job.path), text_of(job.template, install, below, lang))
    }))
}

/// The host of a remote: `https://host/…`, `ssh://git@host/…`, `git@host:…`.
fn host(remote: &str) -> &str {
    let rest = remote.split_once("://").map_or(remote, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or(rest);
    host.rsplit('@').next().unwrap_or(host)
}

/// A template with its first line in the language, the command that installs, and the folder of the
/// collection below the root of the repository.
fn text_of(template: &str, install: &str, below: &Path, lang: Lang) -> String {
    let below = slashed(below);
    let mut text = HEAD.get(lang).to_owned() + "\n";
    for line in template.lines().skip(1) {
        let indent = &line[..line.len() - line.trim_start().len()];
        let line = match line.trim() {
            COMMAND => {
                let lines = install.lines().map(|command| format!("{indent}{command}"));
                lines.collect::<Vec<_>>().join("\n")
            }
            _ if below.is_empty() => line.to_owned(),
            _ => {
                let dir = format!("sheet --dir {} validate", shell_quote(&below));
                line.replace("sheet validate", &dir)
            }
        };
        text += &line;
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_a_remote_names_the_forge() {
        for (remote, expected) in [
            ("https://github.com/coop/fiches.git", "github.com"),
            ("git@gitlab.com:github/fiches.git", "gitlab.com"),
            ("ssh://git@framagit.org:22/coop/fiches", "framagit.org"),
            ("https://moi@gitlab.coop.fr/fiches", "gitlab.coop.fr"),
            ("../ailleurs", ".."),
        ] {
            assert_eq!(host(remote), expected);
        }
    }

    #[test]
    fn a_job_installs_and_names_the_folder() {
        for job in &JOBS {
            assert!(job.template.contains(COMMAND) && job.template.contains("sheet validate"));
            let text = text_of(
                job.template,
                "apt update\napt install x",
                Path::new("nos fiches"),
                Lang::Fr,
            );
            assert!(text.starts_with("# Vérifie les fiches"), "{text}");
            assert!(!text.contains(COMMAND) && !text.contains("sheet validate"), "{text}");
            assert!(text.contains("sheet --dir 'nos fiches' validate --format"), "{text}");
            let indents = ["apt update", "apt install x"].map(|command| {
                let line = text.lines().find(|line| line.trim() == command).expect("the command");
                line.len() - command.len()
            });
            assert_eq!(indents[0], indents[1], "{text}");
        }
    }
}
