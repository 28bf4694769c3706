//! The commands that write a value into a sheet, as they are typed.

use crate::lang::Lang;
use crate::sheet::field::Field;
use crate::sheet::fields::addable::word_of;
use crate::sheet::fields::table::written;
use crate::text::shell::shell_quote;

/// What stands for words that only the person knows.
pub const BLANK: &str = "…";

/// `sheet set place-du-marche dates.end=2023`.
pub fn set(id: &str, key: &str, value: &str) -> String {
    format!("sheet set {} {key}={}", shell_quote(id), shell_quote(value))
}

/// `sheet unset place-du-marche status`.
pub fn unset(id: &str, key: &str) -> String {
    format!("sheet unset {} {key}", shell_quote(id))
}

/// `sheet rename 'Place du marché' place-du-marche`.
pub fn rename(id: &str, new: &str) -> String {
    format!("sheet rename {} {}", shell_quote(id), shell_quote(new))
}

/// `sheet add member --cooperative place-du-marche 'Odile Petit'`; none for what is no list.
pub fn add(id: &str, field: &Field, item: &str, lang: Lang) -> Option<String> {
    let (word, option) = word_of(field)?;
    Some(format!("sheet add {}{option} {} {}", word.get(lang), shell_quote(id), shell_quote(item)))
}

/// What to type to write a field, or the first of a group, which says nothing yet; of what a person
/// says, `who` says it.
pub fn fill(id: &str, key: &str, who: Option<&str>, lang: Lang) -> Option<String> {
    let is_below = |name: &str| name.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
    let field = written()
        .find(|field| field.key == key)
        .or_else(|| written().find(|field| is_below(field.key)))?;
    if !field.shape.is_list() {
        return Some(set(id, field.key, BLANK));
    }
    let text = match who {
        Some(who) => format!("{who}: {BLANK}"),
        None => BLANK.to_owned(),
    };
    add(id, field, &text, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_written_by_the_command_of_its_shape() {
        for (key, who, command) in [
            ("cost", None, "sheet set place-du-marche cost='…'"),
            ("dates", None, "sheet set place-du-marche dates.start='…'"),
            ("lessons", None, "sheet add nugget place-du-marche '…'"),
            ("team", None, "sheet add member place-du-marche '…'"),
            ("members", None, "sheet add member --cooperative place-du-marche '…'"),
            ("lessons.words", Some("Odile"), "sheet add word place-du-marche 'Odile: …'"),
        ] {
            let typed = fill("place-du-marche", key, who, Lang::En);
            assert_eq!(typed.as_deref(), Some(command));
        }
        assert_eq!(fill("a", "documents.url", None, Lang::En), None);
    }
}
