//! Trees as JSON.

use std::borrow::{Borrow, Cow};
use std::io::{self, Write};

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::text::sanitize::sanitize;
use crate::tree::Tree;
use crate::tree::number as is_number;

/// Writes a tree by itself.
pub fn tree(tree: &Tree, out: &mut dyn Write) -> io::Result<()> {
    pretty(&Json(tree), out)
}

/// Writes a value, each of its parts on a line.
pub(super) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, PrettyFormatter::new(), out)
}

/// Writes a value on one line.
pub(super) fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, CompactFormatter, out)
}

fn write(value: &impl Serialize, formatter: impl Formatter, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Visible(formatter)))?;
    writeln!(out)
}

/// A tree in the eyes of the JSON writer.
pub(super) struct Json<T>(pub T);

impl<T: Borrow<Tree>> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0.borrow() {
            Tree::Missing => out.serialize_none(),
            Tree::Text { text, plain: true } => match (text.as_str(), is_number(text)) {
                ("true", _) => out.serialize_bool(true),
                ("false", _) => out.serialize_bool(false),
                (_, Some(_)) => number(text, out),
                _ => out.serialize_str(text),
            },
            Tree::Text { text, .. } => out.serialize_str(text),
            Tree::List(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Json(item))?;
                }
                list.end()
            }
            Tree::Map(pairs) => {
                let mut map = out.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, &Json(value))?;
                }
                map.end()
            }
        }
    }
}

/// Writes a number with exactly its digits.
fn number<S: Serializer>(digits: &str, out: S) -> Result<S::Ok, S::Error> {
    let raw = serde_json::value::RawValue::from_string(digits.to_owned());
    raw.map_err(S::Error::custom)?.serialize(out)
}

/// Writes what a terminal would act on as `\u….`, so that JSON may be looked at there too.
struct Visible<F>(F);

impl<F: Formatter> Formatter for Visible<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let shown = match sanitize(fragment) {
            Cow::Borrowed(harmless) => return out.write_all(harmless.as_bytes()),
            Cow::Owned(shown) => shown,
        };
        for (written, shown) in fragment.chars().zip(shown.chars()) {
            if written == shown {
                write!(out, "{written}")?;
            } else {
                let mut units = [0; 2];
                for unit in written.encode_utf16(&mut units) {
                    write!(out, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}
