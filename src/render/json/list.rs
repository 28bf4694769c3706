//! An object whose last member is a list, as JSON: each item is made when it is written.

use std::cell::Cell;
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::render::json::tree::{Json, pretty};
use crate::tree::Tree;

/// Writes an object of these members and, under this key, a list of these items.
pub fn list(
    head: &[(&str, Tree)],
    key: &str,
    items: impl Iterator<Item = Tree>,
    out: &mut dyn Write,
) -> io::Result<()> {
    pretty(&Object { head, key, items: Items(Cell::new(Some(items))) }, out)
}

struct Object<'a, I> {
    head: &'a [(&'a str, Tree)],
    key: &'a str,
    items: Items<I>,
}

/// Items that are written once.
struct Items<I>(Cell<Option<I>>);

impl<I: Iterator<Item = Tree>> Serialize for Object<'_, I> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut object = out.serialize_map(None)?;
        for (key, value) in self.head {
            object.serialize_entry(key, &Json(value))?;
        }
        object.serialize_entry(self.key, &self.items)?;
        object.end()
    }
}

impl<I: Iterator<Item = Tree>> Serialize for Items<I> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(self.0.take().into_iter().flatten().map(Json))
    }
}
