//! Diagnostics that people are shown by the first of them: so many say the same.

use std::collections::HashMap;

use crate::finding::Diagnostic;

/// Which diagnostics are shown by the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// Those of one kind and advice in one file.
    File,
    /// Those of one kind, wherever they are.
    Lint,
}

/// The groups of some diagnostics, by their indices, in the order in which they are shown.
#[derive(Clone, Debug)]
pub struct DiagnosticGroups {
    pub by: GroupBy,
    pub members: Vec<Vec<usize>>,
}

/// More groups than this are too many to be shown with their lines.
const MAX_GROUPS: usize = 40;

impl DiagnosticGroups {
    /// Groups them file by file, unless that is too much to read.
    pub fn readable(diagnostics: &[Diagnostic]) -> DiagnosticGroups {
        // So many of them cannot make few groups: no file has that many kinds.
        let some = &diagnostics[..diagnostics.len().min(MAX_GROUPS * MAX_GROUPS)];
        let by_file = DiagnosticGroups::by(some, GroupBy::File);
        if by_file.members.len() > MAX_GROUPS {
            DiagnosticGroups::by(diagnostics, GroupBy::Lint)
        } else if some.len() == diagnostics.len() {
            by_file
        } else {
            DiagnosticGroups::by(diagnostics, GroupBy::File)
        }
    }

    /// Groups them; errors come first where the files are mixed.
    pub fn by(diagnostics: &[Diagnostic], by: GroupBy) -> DiagnosticGroups {
        let mut members: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<(&str, &str, &str), usize> = HashMap::new();
        for (index, diagnostic) in diagnostics.iter().enumerate() {
            let finding = &diagnostic.finding;
            let help = finding.help.as_ref().map_or("", |help| help.en.as_str());
            let key = match by {
                GroupBy::File => (diagnostic.path.as_str(), finding.lint.code, help),
                GroupBy::Lint => ("", finding.lint.code, ""),
            };
            let group = *known.entry(key).or_insert(members.len());
            match members.get_mut(group) {
                Some(group) => group.push(index),
                None => members.push(vec![index]),
            }
        }
        if by == GroupBy::Lint {
            members.sort_by_key(|group| diagnostics[group[0]].finding.severity);
        }
        DiagnosticGroups { by, members }
    }
}
