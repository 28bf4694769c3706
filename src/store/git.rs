//! What has changed since a revision, asked of git: the one program that is run here, and only when
//! a revision is named.

use std::collections::HashSet;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::store::{Collection, SHEETS, Trouble};

/// The files of a collection, as they are shown, that differ from a revision or are not in git.
///
/// # Errors
/// Where git is not there, this is no repository, or there is no such revision.
pub fn changed_since(collection: &Collection, revision: &str) -> Result<HashSet<String>> {
    if revision.starts_with('-') || revision.trim().is_empty() {
        return Err(no_revision(revision, "").into());
    }
    let differs = ["diff", "--name-only", "-z", "--relative", "--no-ext-diff", "--no-textconv"];
    let mut changed =
        git(collection, revision, &[&differs[..], &[revision, "--", SHEETS]].concat())?;
    let new = ["ls-files", "-z", "--others", "--exclude-standard", "--", SHEETS];
    changed.extend(git(collection, revision, &new)?);
    Ok(changed)
}

/// Runs git, which is not to run anything in its turn, and gives the names that it lists.
fn git(collection: &Collection, revision: &str, args: &[&str]) -> Result<HashSet<String>> {
    let mut command = Command::new("git");
    command.arg("-C").arg(&collection.root).args(["-c", "core.fsmonitor=false", "--no-pager"]);
    let output = command.args(args).stdin(Stdio::null()).output();
    let output = output.map_err(|_| {
        Trouble::new(
            "--since needs git, which is not to be found here",
            "--since demande git, introuvable ici",
        )
    })?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(no_revision(revision, told.lines().next().unwrap_or_default()).into());
    }
    let names = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
}

fn no_revision(revision: &str, told: &str) -> Trouble {
    Trouble::new(
        format!("git knows no revision `{revision}` here; for example: --since main ({told})"),
        format!(
            "git ne connaît pas de révision « {revision} » ici ; par exemple : --since main ({told})"
        ),
    )
}
