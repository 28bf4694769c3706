//! The importer of replies.

use crate::import::mail::debrief::debrief;
use crate::import::mail::letter::{is_message, letter};
use crate::import::mail::lines::has_head;
use crate::import::mail::reply::reply;
use crate::import::{Import, ImportOptions, Imported, page};
use crate::sheet::ask::{find_debrief, find_tag};

/// The name of this importer.
pub(crate) const NAME: &str = "mail";

/// So many bytes tell whether a file is a text.
const BEGINNING: usize = 1000;

/// Whether these are the bytes of a message, or a text that holds the line of a question, or stands
/// above a quotation and is no page.
pub(in crate::import) fn recognizes(bytes: &[u8]) -> bool {
    if is_message(bytes) {
        return true;
    }
    // No text has such bytes, but for one whose mark says how it is encoded.
    if bytes.iter().take(BEGINNING).any(|byte| *byte == 0) && !bytes.starts_with(&[0xff, 0xfe]) {
        return false;
    }
    let letter = letter(bytes);
    find_tag(&letter.text).is_some()
        || find_debrief(&letter.text).is_some()
        || has_head(&letter.text) && !page::recognizes(bytes)
}

/// Reads one reply.
pub(in crate::import) fn read(bytes: &[u8], _options: &ImportOptions) -> Imported {
    let letter = letter(bytes);
    let reply = debrief(&letter.text).unwrap_or_else(|| reply(&letter));
    Ok(Import { reply: Some(reply), ..Import::default() })
}
