//! Members of the team who left no word.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text, list};
use crate::rules::{Check, Remark, Rule, Subject, done_at};
use crate::sheet::person::Known;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "member-without-word",
        severity: Severity::Hint,
        title: Text::new(
            "members of the team without a word",
            "des membres de l'équipe sans petit mot",
        ),
        why: Text::new(
            "What each person keeps of a project is what the others cannot guess, and is soonest lost.",
            "Ce que chaque personne garde d'un projet, les autres ne peuvent le deviner, et c'est ce \
             qui se perd le plus vite.",
        ),
        fix: Text::new(
            "ask them for a sentence, and add it below `lessons: words:`",
            "demandez-leur une phrase, et ajoutez-la sous « lessons: words: »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n⟦team⟧:\n  - Alix Durand\n  - Sam Petit\nlessons:\n  words:\n    - from: Alix\n      text: Une belle année.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix Durand\nlessons:\n  words:\n    - from: Alix\n      text: Une belle année.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let sheet = subject.sheet;
    let words = &sheet.lessons.words;
    let expected = !words.is_empty() || done_at(subject).is_some();
    let speakers = Known::of(words.iter().filter_map(|word| word.from.as_deref()));
    let spoke = |name: &str| speakers.may_be(name);
    let silent: Vec<&str> =
        sheet.team.iter().map(|person| person.name.as_str()).filter(|name| !spoke(name)).collect();
    if !expected || silent.is_empty() {
        return Vec::new();
    }
    let names = list::and(&silent);
    let label =
        Phrase::new(format!("no word from {}", names.en), format!("sans petit mot : {}", names.fr));
    vec![Remark::at("team", label)]
}
