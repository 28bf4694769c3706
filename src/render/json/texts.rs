//! What stands in some JSON, as its readers find it.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Gives every text in some JSON, or in the lines of NDJSON, but for keys.
pub fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    let mut values = serde_json::Deserializer::from_slice(bytes);
    while values.end().is_err() && Texts(give).deserialize(&mut values).is_ok() {}
}

/// Gives the texts of a value while it is read.
struct Texts<'g>(&'g mut dyn FnMut(&str));

impl<'de> DeserializeSeed<'de> for Texts<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Texts<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Texts(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<(), A::Error> {
        while pairs.next_key::<IgnoredAny>()?.is_some() {
            pairs.next_value_seed(Texts(self.0))?;
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_is_given_and_no_key() {
        let mut texts = Vec::new();
        let lines = "{\"a\": [\"b\", {\"c\": \"d\\ne\"}, 1, -2.5, true, null]}\n{\"f\": \"g\"}\n";
        super::texts(lines.as_bytes(), &mut |text| texts.push(text.to_owned()));
        assert_eq!(texts, ["b", "d\ne", "g"]);
    }
}
