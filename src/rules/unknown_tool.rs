//! A tool that the vocabulary of the collection does not know.

use crate::finding::{Lint, Severity};
use crate::lang::common::did_you_mean;
use crate::lang::{Text, text};
use crate::rules::{Check, Remark, Rule, Subject};
use crate::settings::Vocabulary;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unknown-tool",
        severity: Severity::Warning,
        title: text!("tool not listed in sheet.yaml", "outil absent de la liste de sheet.yaml"),
        why: text!(
            "`sheet.yaml` lists the names to use; under another name a tool is not found.",
            "`sheet.yaml` liste les noms à employer ; sous un autre nom, un outil est introuvable.",
        ),
        help: text!(
            "use a listed name, or add this one under `vocabulary: tools:` in sheet.yaml",
            "prenez un nom de la liste, ou ajoutez celui-ci sous `vocabulary: tools:` dans \
             sheet.yaml",
        ),
        bad: "# sheet.yaml\nvocabulary:\n  tools: [Forum ouvert, Porte à porte]\n# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\ntools:\n  - ⟦Porte-à-porta⟧\n",
        good: "# sheet.yaml\nvocabulary:\n  tools: [Forum ouvert, Porte à porte]\n# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\ntools:\n  - porte-à-porte\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let tools = subject.sheet.tools.iter().enumerate();
    let named = tools.map(|(index, tool)| (format!("tools[{index}]"), tool.as_str()));
    strangers(&subject.setting.settings.tools, named)
}

/// At most so many names of a sheet are compared with all of a vocabulary.
const COMPARED: usize = 20;

/// What stands at places and is not in a vocabulary, where there is one.
pub fn strangers<'a>(
    vocabulary: &Vocabulary,
    named: impl Iterator<Item = (String, &'a str)>,
) -> Vec<Remark> {
    if vocabulary.is_empty() {
        return Vec::new();
    }
    let unknown = named.filter(|(_, name)| vocabulary.meaning(name).is_none()).enumerate();
    let remark = |(number, (place, name)): (usize, (String, &str))| {
        let remark = Remark::at(place, UNKNOWN);
        let near = if number < COMPARED { vocabulary.near(name) } else { None };
        match near {
            Some(near) => remark.with_help(did_you_mean(near)),
            None => remark,
        }
    };
    unknown.map(remark).collect()
}

const UNKNOWN: Text = text!("not listed in sheet.yaml", "absent de la liste de sheet.yaml");
