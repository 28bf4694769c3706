//! The sheets on a map. Source: RFC 7946; a sheet without a place has no geometry.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::export::columns::{sheet_columns, values};
use crate::export::export_format::JsonList;
use crate::lang::Lang;
use crate::sheet::rev::Exported;
use crate::tree::Tree;
use crate::tree::flat::{flatten, is_number};

/// What tells our own files from others.
pub(super) const MARK: &str = "sheet export";

/// A feature for each sheet, with every value that has no parts as a property.
pub(super) fn features(sheets: Arc<[Exported]>, lang: Lang) -> JsonList {
    let (count, columns) = (sheets.len(), sheet_columns(lang));
    let feature = move |number: usize| {
        let Exported { sheet, rev } = &sheets[number];
        let values = values(&columns, sheet);
        let values = values.map(|(column, data)| (column.key.as_str(), property(data)));
        let properties = [("_rev", Tree::text(rev))].into_iter().chain(values);
        Tree::map([
            ("type", Tree::text("Feature")),
            ("id", Tree::text(&sheet.id)),
            ("geometry", geometry(sheet.territory.longitude, sheet.territory.latitude)),
            ("properties", Tree::map(properties)),
        ])
    };
    let head = vec![("type", Tree::text("FeatureCollection")), ("generator", Tree::text(MARK))];
    JsonList { head, key: "features", items: Box::new((0..count).map(feature)) }
}

/// A point where both degrees are some on Earth.
fn geometry(longitude: Option<Decimal>, latitude: Option<Decimal>) -> Tree {
    let within = |degrees: &Decimal, most: i64| degrees.abs() <= Decimal::from(most);
    let point = longitude.zip(latitude);
    match point.filter(|(east, north)| within(east, 180) && within(north, 90)) {
        Some((east, north)) => Tree::map([
            ("type", Tree::text("Point")),
            ("coordinates", Tree::List(vec![Tree::number(east), Tree::number(north)])),
        ]),
        None => Tree::Missing,
    }
}

/// A value as maps can show it: a number or a truth value as it is, all else as one text.
fn property(data: Tree) -> Tree {
    match data {
        Tree::Missing => Tree::Missing,
        data if is_number(&data) => data,
        Tree::Text { plain: true, .. } => data,
        data => match flatten(&data, '.') {
            text if text.is_empty() => Tree::Missing,
            text => Tree::text(text),
        },
    }
}
