//! Diagnostics that people are shown by the first of them: so many say the same.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::finding::Diagnostic;
use crate::lang::Lang;

/// Which diagnostics are shown by the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// Those of one kind, reason and advice in one file.
    File,
    /// Those of one kind, wherever they are.
    Lint,
}

/// How some diagnostics are grouped; the groups themselves are made once, when somebody is shown
/// them: programs are given each diagnostic by itself.
#[derive(Clone, Debug)]
pub struct DiagnosticGroups {
    pub by: GroupBy,
    members: OnceCell<Vec<Vec<usize>>>,
}

/// More groups than this are too many to be shown with their lines.
const MAX_GROUPS: usize = 40;

impl DiagnosticGroups {
    /// Groups that are made in one way.
    pub fn by(by: GroupBy) -> DiagnosticGroups {
        DiagnosticGroups { by, members: OnceCell::new() }
    }

    /// Groups file by file, unless that is too much to read.
    pub fn readable(diagnostics: &[Diagnostic]) -> DiagnosticGroups {
        // So many of them cannot make few groups: no file has that many kinds.
        let some = &diagnostics[..diagnostics.len().min(MAX_GROUPS * MAX_GROUPS)];
        let too_many = grouped(some, GroupBy::File).len() > MAX_GROUPS;
        DiagnosticGroups::by(if too_many { GroupBy::Lint } else { GroupBy::File })
    }

    /// The groups of these diagnostics, by their indices, in the order in which they are shown.
    pub fn members(&self, diagnostics: &[Diagnostic]) -> &[Vec<usize>] {
        self.members.get_or_init(|| grouped(diagnostics, self.by))
    }
}

/// Groups diagnostics; errors come first where the files are mixed.
fn grouped(diagnostics: &[Diagnostic], by: GroupBy) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(&str, Option<[&str; 3]>), usize> = HashMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let finding = &diagnostic.finding;
        let of_file = || {
            let help = finding.help.as_ref().map_or("", |help| help.get(Lang::En));
            [diagnostic.path.as_ref(), finding.label.get(Lang::En), help]
        };
        let key = (finding.lint.code, (by == GroupBy::File).then(of_file));
        let group = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    if by == GroupBy::Lint {
        groups.sort_by_key(|group| diagnostics[group[0]].finding.severity);
    }
    groups
}
