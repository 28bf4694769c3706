//! What stands in a workbook, as other programs find it: the texts, and whether it is ours.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::export::workbook::write::MARK;

/// Where a workbook says what it is about.
const PROPERTIES: &str = "docProps/core.xml";

/// More than that is no description.
const LONG: u64 = 1 << 16;

/// Whether a file is a workbook that was exported here.
pub(in crate::export) fn is_mine(bytes: &[u8]) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    let mut text = String::new();
    let read = zip.by_name(PROPERTIES).map(|file| file.take(LONG).read_to_string(&mut text));
    matches!(read, Ok(Ok(_))) && text.contains(&format!(">{MARK}<"))
}

/// Every text in a workbook that was written here.
pub(in crate::export) fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return;
    };
    for index in 0..zip.len() {
        let mut xml = String::new();
        if zip.by_index(index).is_ok_and(|mut file| file.read_to_string(&mut xml).is_ok()) {
            between_tags(&xml, give);
        }
    }
}

/// Every text between two tags.
fn between_tags(xml: &str, give: &mut dyn FnMut(&str)) {
    let pieces = xml.split('<').filter_map(|piece| piece.split_once('>'));
    let texts = pieces.map(|(_, text)| text).filter(|text| !text.trim().is_empty());
    texts.for_each(|text| give(&unescaped(text)));
}

fn unescaped(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}
