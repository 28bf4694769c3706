//! The members of a packed file (ZIP), unpacked as they are read and never beyond the limits. This is
//! a door of `zip`.

use std::io::{self, BufReader, Cursor, ErrorKind, Read};

use zip::ZipArchive;

use crate::import::spreadsheet::file::refusal::Refusal;
use crate::lang::text;

/// How much a file may hold when it is unpacked, in bytes.
const MAX_UNPACKED: u64 = 256 << 20;

/// So much more than it was when it was packed: tables are packed to a tenth, a bomb to a
/// thousandth.
const MAX_RATIO: u64 = 100;

/// Less than this is unpacked however well it was packed.
const SMALL: u64 = 8 << 20;

/// A spreadsheet has some dozens of members.
const MAX_MEMBERS: usize = 4096;

/// The longest text or tag of a member, in bytes: a cell holds some 32,000 characters.
const MAX_PIECE: u64 = 1 << 20;

/// A packed file.
pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens a file; what it says of its sizes is believed where they are too large, and checked
    /// where they are not.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Package<'b>, Refusal> {
        if stated_members(bytes) > MAX_MEMBERS {
            return Err(Refusal::too_large(MAX_MEMBERS as u64, text!("parts", "parties")));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        let most = MAX_UNPACKED.min((bytes.len() as u64 * MAX_RATIO).max(SMALL));
        if zip.decompressed_size().is_some_and(|size| size > u128::from(most)) {
            return Err(unpacks_to_more_than(most));
        }
        Ok(Package { zip, left: most })
    }

    /// Reads a member by what is done with its bytes; nothing where there is no such member.
    pub(super) fn read<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(BufReader<Bounded<'_>>) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let member = self.zip.by_index(index).map_err(|_| broken())?;
        let bounded = Bounded { inner: Box::new(member), left: &mut self.left, piece: 0 };
        read(BufReader::new(bounded)).map(Some)
    }
}

/// The bytes of a member as long as they are within the limits.
pub(super) struct Bounded<'p> {
    inner: Box<dyn Read + 'p>,
    left: &'p mut u64,
    /// How many bytes have been read since a tag began.
    piece: u64,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let read = &buffer[..count];
        *self.left = self.left.checked_sub(count as u64).ok_or(ErrorKind::FileTooLarge)?;
        self.piece = match read.iter().rposition(|byte| *byte == b'<') {
            Some(at) => (count - at) as u64,
            None => self.piece + count as u64,
        };
        if self.piece > MAX_PIECE {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(count)
    }
}

/// How many members a file says that it has (APPNOTE.TXT, 4.3.16), so that no more are looked at.
fn stated_members(bytes: &[u8]) -> usize {
    const END: [u8; 4] = *b"PK\x05\x06";
    let at = bytes.windows(END.len()).rposition(|four| four == END);
    let count = at.and_then(|at| bytes.get(at + 10..at + 12));
    count.map_or(0, |two| usize::from(u16::from_le_bytes([two[0], two[1]])))
}

/// What is said of a member that goes beyond the limits while it is read.
pub(super) fn beyond_limits() -> Refusal {
    unpacks_to_more_than(MAX_UNPACKED)
}

fn unpacks_to_more_than(bytes: u64) -> Refusal {
    Refusal::too_large(bytes >> 20, text!("MB when it is unpacked", "Mo une fois décompressé"))
}

/// A packed file with these members.
#[cfg(test)]
pub(in crate::import::spreadsheet) fn packed(members: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a member");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a file").into_inner()
}

pub(super) fn broken() -> Refusal {
    Refusal::broken(text!("a damaged file", "un fichier abîmé"))
}
