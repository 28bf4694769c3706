//! The declared duration contradicts the dates.

use crate::finding::{Kind, Severity};
use crate::lang::{Lang, Phrase, Text};
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::period::elapsed;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "duration-against-dates",
        severity: Severity::Warning,
        title: Text::new(
            "the duration is not that of the dates",
            "la durée n'est pas celle des dates",
        ),
        why: Text::new(
            "One of the three is wrong, and comparisons of length or of cost per month are wrong \
             with it. Up to 15 days or a tenth of the duration are let pass, and whatever partial \
             dates allow.",
            "L'une des trois valeurs est fausse, et avec elle les comparaisons de durée ou de coût \
             par mois. Jusqu'à 15 jours ou un dixième de la durée passent, ainsi que tout ce que des \
             dates partielles permettent.",
        ),
        fix: Text::new(
            "correct the duration or a date; time worked belongs in `effort`",
            "corrigez la durée ou une date ; le temps travaillé va dans « effort »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2024-03-01\n  end: 2024-10-10\n  duration: ⟦9 months⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2024-03-01\n  end: 2024-10-10\n  duration: 7 months\n",
    },
    check: Check::Within(check),
};

/// Days that any duration may be off.
const SLACK: i64 = 15;

fn check(subject: &Subject) -> Vec<Remark> {
    let dates = &subject.sheet.dates;
    let period = dates.period();
    let (Some(start), Some(end), Some(duration)) = (dates.start, dates.end, dates.duration) else {
        return Vec::new();
    };
    let (Some(shortest), Some(longest)) = (period.shortest_days(), period.longest_days()) else {
        return Vec::new();
    };
    let declared = i64::from(duration.approximate_days());
    let slack = SLACK.max(declared / 10);
    let allowed = shortest.max(0) - slack..=longest + slack;
    if period.ends_before_it_starts() || allowed.contains(&declared) {
        return Vec::new();
    }
    // The nearest that the dates come to the duration.
    let between = match declared > longest {
        true => elapsed(start.first(), end.last()),
        false => elapsed(start.last(), end.first()),
    };
    let label = Phrase::new(
        format!("from start to end it is {}", between.say(Lang::En)),
        format!("du début à la fin, il y a {}", between.say(Lang::Fr)),
    );
    let starts = Text::new("starts here", "commence ici");
    vec![Remark::at("dates.duration", label).with_also(Place::field("dates.start"), starts)]
}
