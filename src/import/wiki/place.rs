//! Where an entry stands on a map, in every way in which the wiki has said it.

use crate::import::wiki::json::Json;

/// The names under which coordinates stand in a table.
pub(super) const LATITUDE: &str = "bf_latitude";
pub(super) const LONGITUDE: &str = "bf_longitude";

/// Where an entry stands, by the first that says it.
#[derive(Default)]
pub(super) struct Place {
    latitude: String,
    longitude: String,
}

impl Place {
    /// Takes what a property says of it; whether that is where it stands.
    pub(super) fn takes(&mut self, name: &str, value: &Json) -> bool {
        match name {
            LATITUDE => keep(&mut self.latitude, value.text().unwrap_or_default()),
            LONGITUDE => keep(&mut self.longitude, value.text().unwrap_or_default()),
            _ => of_member(name, value).is_some_and(|point| self.take_point(&point)),
        }
    }

    /// Takes a latitude and a longitude; whether these are where it stands.
    pub(super) fn take_point(&mut self, (latitude, longitude): &(String, String)) -> bool {
        // Both are taken, whatever becomes of the first.
        let latitude = keep(&mut self.latitude, latitude);
        keep(&mut self.longitude, longitude) && latitude
    }

    /// What is known of it, each with its name in a table and the key of its field.
    pub(super) fn coordinates(self) -> impl Iterator<Item = (&'static str, &'static str, String)> {
        let all = [
            (LATITUDE, "territory.latitude", self.latitude),
            (LONGITUDE, "territory.longitude", self.longitude),
        ];
        all.into_iter().filter(|(.., text)| !text.is_empty())
    }
}

/// Fills a coordinate; whether it says the same then.
fn keep(slot: &mut String, text: &str) -> bool {
    let text = text.trim();
    if slot.is_empty() {
        text.clone_into(slot);
    }
    let number = |text: &str| text.parse::<f64>().ok();
    text.is_empty() || slot == text || number(slot).is_some() && number(slot) == number(text)
}

/// The coordinates that an old property or a point of a map holds: latitude, then longitude.
fn of_member(name: &str, value: &Json) -> Option<(String, String)> {
    match value {
        Json::Text(text) if name == "carte_google" => {
            let (latitude, longitude) = text.split_once('|')?;
            Some((latitude.trim().to_owned(), longitude.trim().to_owned()))
        }
        Json::Object(members) => {
            let ends = |end: &str| {
                let (_, value) = members.iter().find(|(name, _)| name.ends_with(end))?;
                Some(value.text().unwrap_or_default().to_owned())
            };
            Some((ends("latitude")?, ends("longitude")?))
        }
        Json::Null | Json::Text(_) | Json::List(_) => None,
    }
}

/// Those of a point of GeoJSON, where the longitude stands first (RFC 7946, 3.1.1).
pub(super) fn of_point(geometry: &Json) -> Option<(String, String)> {
    let point = geometry.at("coordinates")?.values();
    let [longitude, latitude, ..] = point.as_slice() else {
        return None;
    };
    Some((latitude.text()?.to_owned(), longitude.text()?.to_owned()))
}
