//! The mark that people set in a lesson, before what to do the next time.

use crate::tree::Tree;
use crate::value::any::Value;
use crate::value::lesson::Lesson;

/// A lesson as it is typed: with what to do the next time, where that is given or stands behind an
/// arrow.
pub fn lesson_typed(text: &str, action: Option<String>) -> Lesson {
    let (lesson, behind) = if action.is_none() { with_action(text) } else { (text, None) };
    Lesson { action: action.or(behind.map(str::to_owned)), ..Lesson::of(lesson) }
}

/// Lessons that were typed, each with what to do that stands behind an arrow.
pub fn with_actions(lessons: Tree) -> Tree {
    match lessons {
        Tree::List(items) => Tree::List(items.into_iter().map(with_actions).collect()),
        Tree::Text { text, .. } => Value::Record(&lesson_typed(&text, None)).written(),
        lesson => lesson,
    }
}

/// A lesson, and behind an arrow what to do.
pub fn with_action(text: &str) -> (&str, Option<&str>) {
    let cut = ARROWS.iter().filter_map(|arrow| {
        let (before, after) = text.split_once(arrow)?;
        Some((before.trim(), after.trim()))
    });
    // `de 12 -> 30 personnes` is a change, and nothing to do.
    let is_of_numbers = |before: &str, after: &str| {
        let ends = |c: char| c.is_ascii_digit() || matches!(c, '%' | '€');
        before.ends_with(ends) && after.starts_with(|c: char| c.is_ascii_digit())
    };
    let cut = cut.filter(|(before, after)| {
        !before.is_empty() && !after.is_empty() && !is_of_numbers(before, after)
    });
    cut.min_by_key(|(before, _)| before.len())
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

const ARROWS: [&str; 3] = ["→", "->", "=>"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_stands_behind_an_arrow() {
        for (text, expected) in [
            ("La pluie → Louer un barnum", ("La pluie", Some("Louer un barnum"))),
            ("La pluie -> un -> deux", ("La pluie", Some("un -> deux"))),
            ("La pluie →", ("La pluie →", None)),
            ("Passer de 12 -> 30 personnes", ("Passer de 12 -> 30 personnes", None)),
            ("Le taux : 40 % => 20 %", ("Le taux : 40 % => 20 %", None)),
            ("Venir à 12 → louer un barnum", ("Venir à 12", Some("louer un barnum"))),
            ("La pluie", ("La pluie", None)),
        ] {
            assert_eq!(with_action(text), expected, "{text}");
        }
    }
}
