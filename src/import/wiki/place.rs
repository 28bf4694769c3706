//! Where an entry stands on a map, in every way in which the wiki has said it.

use crate::import::wiki::json::Json;

/// The names under which coordinates stand in a table.
pub(super) const LATITUDE: &str = "bf_latitude";
pub(super) const LONGITUDE: &str = "bf_longitude";

/// The coordinates that an old property or a point of a map holds: latitude, then longitude.
pub(super) fn of_member(name: &str, value: &Json) -> Option<(String, String)> {
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
