//! The project ends before it starts.

use crate::finding::{Kind, Severity};
use crate::lang::{Lang, Phrase, Text};
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::period::elapsed;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "end-before-start",
        severity: Severity::Error,
        title: Text::new("the project ends before it starts", "le projet finit avant de commencer"),
        why: Text::new(
            "Such a project has no duration and stands in the wrong years. A partial date is the \
             whole interval that it may mean: only an end that must be before the start is told.",
            "Un tel projet n'a pas de durée et se range dans les mauvaises années. Une date partielle \
             vaut tout l'intervalle possible : seule une fin forcément antérieure au début est \
             signalée.",
        ),
        fix: Text::new("the two dates may be swapped", "les deux dates sont peut-être inversées"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2024-10-10\n  end: ⟦2024-03-01⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2024-03-01\n  end: 2024-10-10\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let dates = &subject.sheet.dates;
    let (Some(start), Some(end)) = (dates.start, dates.end) else {
        return Vec::new();
    };
    if !dates.period().ends_before_it_starts() {
        return Vec::new();
    }
    let between = elapsed(end.last(), start.first());
    let label = Phrase::new(
        format!("{} earlier", between.say(Lang::En)),
        format!("{} plus tôt", between.say(Lang::Fr)),
    );
    let starts = Text::new("starts here", "commence ici");
    vec![Remark::at("dates.end", label).with_also(Place::field("dates.start"), starts)]
}
