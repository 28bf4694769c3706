//! What may stand at the top of a sheet.

use std::sync::LazyLock;

use crate::sheet::field::Field;
use crate::sheet::fields::table::written;

/// A key at the top of a sheet: that of a field, or of a group with those of its fields.
pub enum TopKey {
    Field(&'static Field),
    Group(Vec<(&'static str, &'static Field)>),
}

/// The keys of the table, by what stands at the top, in their order.
pub static TOP_KEYS: LazyLock<Vec<(&str, TopKey)>> = LazyLock::new(|| {
    let mut keys: Vec<(&str, TopKey)> = Vec::new();
    for field in written() {
        let Some((group, member)) = field.key.split_once('.') else {
            keys.push((field.key, TopKey::Field(field)));
            continue;
        };
        match keys.iter_mut().find(|(key, _)| *key == group).map(|(_, key)| key) {
            Some(TopKey::Group(members)) => members.push((member, field)),
            _ => keys.push((group, TopKey::Group(vec![(member, field)]))),
        }
    }
    keys
});

/// Whether a key of the table stands at the top of a sheet.
pub fn is_top_key(key: &str) -> bool {
    TOP_KEYS.iter().any(|(known, _)| *known == key)
}
