//! Where a repository is shared: the address of its remote, read off its configuration.

use std::fs;
use std::path::{Path, PathBuf};

/// The address of the remote of a repository: that of `origin`, else the first one.
pub(crate) fn remote(repository: &Path) -> Option<String> {
    address(&fs::read_to_string(git_folder(repository)?.join("config")).ok()?)
}

/// The folder of git's own files, which a worktree names in a file.
fn git_folder(repository: &Path) -> Option<PathBuf> {
    let git = repository.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    let named = fs::read_to_string(git).ok()?;
    let own = repository.join(named.strip_prefix("gitdir:")?.trim());
    let common = fs::read_to_string(own.join("commondir")).ok();
    Some(common.map_or_else(|| own.clone(), |common| own.join(common.trim())))
}

fn address(config: &str) -> Option<String> {
    let mut remote = None;
    let mut addresses = Vec::new();
    for line in config.lines().map(str::trim) {
        if line.starts_with('[') {
            remote = line.strip_prefix("[remote \"").and_then(|name| name.strip_suffix("\"]"));
        } else if let (Some(name), Some((key, value))) = (remote, line.split_once('='))
            && key.trim() == "url"
        {
            addresses.push((name, value.trim()));
        }
    }
    let origin = addresses.iter().find(|(name, _)| *name == "origin");
    origin.or(addresses.first()).map(|(_, address)| (*address).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origin_is_the_address_else_the_first() {
        let other = "[core]\n\tbare = false\n[remote \"up\"]\n\turl = git@a:x\n\tfetch = y\n";
        let origin = "[remote \"origin\"]\n\turl = https://b/x\n[branch \"main\"]\n\turl = no\n";
        assert_eq!(address(other).as_deref(), Some("git@a:x"));
        assert_eq!(address(&format!("{other}{origin}")).as_deref(), Some("https://b/x"));
        assert_eq!(address("[core]\n\turl = no\n"), None);
    }
}
