//! A tool that the vocabulary of the collection does not know.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};
use crate::settings::Vocabulary;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "unknown-tool",
        severity: Severity::Warning,
        title: Text::new("a tool that is not in the vocabulary", "un outil hors du vocabulaire"),
        why: Text::new(
            "The collection has agreed on its names in `sheet.yaml`; under another name it is not found.",
            "La collection est convenue de ses noms dans « sheet.yaml » ; sous un autre nom, on ne le trouve pas.",
        ),
        fix: Text::new(
            "use a name of the vocabulary, or add this one to `vocabulary: tools:` in sheet.yaml",
            "prenez un nom du vocabulaire, ou ajoutez celui-ci sous « vocabulary: tools: » dans sheet.yaml",
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
            Some(near) => remark.with_help(Phrase::new(
                format!("did you mean `{near}`?"),
                format!("vouliez-vous dire « {near} » ?"),
            )),
            None => remark,
        }
    };
    unknown.map(remark).collect()
}

const UNKNOWN: Text = Text::new("not in the vocabulary", "hors du vocabulaire");
