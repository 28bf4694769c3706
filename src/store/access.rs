//! Who owns a file, and who may do what with it: kept through a save, as far as the system lets us.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use crate::lang::{Phrase, phrase};

/// What of a file's access could not be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct UnpreservedAccess {
    owner: bool,
    group: bool,
}

impl UnpreservedAccess {
    /// What is to be reported of it.
    pub(super) fn phrases(self, path: &Path) -> Vec<Phrase> {
        let path = path.display();
        let mut phrases = Vec::new();
        if self.owner {
            phrases.push(phrase!(
                "{path}: saved, but its owner could not be kept: you own it now",
                "{path} : enregistré, mais son propriétaire n'a pas pu être gardé : c'est vous \
                 désormais",
                path,
            ));
        }
        if self.group {
            phrases.push(phrase!(
                "{path}: saved, but its group could not be kept: your group has only the rights \
                 of everyone",
                "{path} : enregistré, mais son groupe n'a pas pu être gardé : le vôtre n'a pas \
                 plus de droits que tout le monde",
                path,
            ));
        }
        phrases
    }
}

#[cfg(unix)]
pub(super) use unix::Access;

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    use super::{File, Metadata, Path, UnpreservedAccess, io};

    /// Owner, group and mode.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) struct Access {
        owner: u32,
        group: u32,
        mode: u32,
    }

    impl Access {
        /// The access that a file has.
        pub(crate) fn of(found: &Metadata) -> Access {
            Access { owner: found.uid(), group: found.gid(), mode: found.mode() & 0o7777 }
        }

        /// The access of any new file in a folder, which may hand down its group, given what the
        /// system gave a file of the same person in another folder.
        ///
        /// # Errors
        /// Where there is no such folder.
        pub(crate) fn of_new(usual: &Metadata, folder: &Path) -> io::Result<Access> {
            let folder = fs::metadata(folder)?;
            let hands_down = folder.mode() & 0o2000 != 0;
            let group = if hands_down { folder.gid() } else { usual.gid() };
            Ok(Access { group, ..Access::of(usual) })
        }

        /// Gives a file that is its writer's alone this access. It is opened up last, so that at no
        /// moment anybody may read it who might not; and where its group could not be kept, the
        /// writer's own gets no right that not everybody has.
        ///
        /// # Errors
        /// Where the mode cannot be given.
        pub(crate) fn give(&self, file: &File) -> io::Result<UnpreservedAccess> {
            let now = Access::of(&file.metadata()?);
            let owner = (now.owner != self.owner).then_some(self.owner);
            let group = (now.group != self.group).then_some(self.group);
            let both = owner.or(group).map_or(Ok(()), |_| fchown(file, owner, group));
            let lost = match both {
                Ok(()) => UnpreservedAccess::default(),
                Err(_) => UnpreservedAccess {
                    owner: owner.is_some(),
                    group: group.is_some_and(|group| fchown(file, None, Some(group)).is_err()),
                },
            };
            let mode = if lost.group { without_group(self.mode) } else { self.mode };
            if now.mode != mode {
                file.set_permissions(Permissions::from_mode(mode))?;
            }
            Ok(lost)
        }

        /// Gives a path beside the sheets the access of their folder, a file without the right to
        /// be run. That it cannot be given is reported to whoever it hinders.
        pub(crate) fn open_up(&self, path: &Path) {
            let _ = File::open(path).and_then(|file| {
                let mask = if file.metadata()?.is_dir() { 0o7777 } else { 0o666 };
                Access { mode: self.mode & mask, ..*self }.give(&file)
            });
        }
    }

    /// A mode whose group may do no more than everybody.
    fn without_group(mode: u32) -> u32 {
        mode & (!0o070 | (mode & 0o007) << 3)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_group_that_is_not_the_files_gets_no_more_than_everybody() {
            for (mode, without) in
                [(0o640, 0o600), (0o644, 0o644), (0o664, 0o644), (0o600, 0o600), (0o666, 0o666)]
            {
                assert_eq!(without_group(mode), without, "{mode:o}");
            }
        }
    }
}

#[cfg(not(unix))]
mod other {
    use super::{File, Metadata, Path, UnpreservedAccess, io};

    /// The system gives a new file the access of its folder; nothing is to be kept.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Access;

    impl Access {
        /// The access that a file has.
        pub fn of(_found: &Metadata) -> Access {
            Access
        }

        /// The access of any new file in a folder.
        ///
        /// # Errors
        /// None here.
        pub fn of_new(_usual: &Metadata, _folder: &Path) -> io::Result<Access> {
            Ok(Access)
        }

        /// Gives a file this access.
        ///
        /// # Errors
        /// None here.
        pub fn give(&self, _file: &File) -> io::Result<UnpreservedAccess> {
            Ok(UnpreservedAccess::default())
        }

        /// Gives a path beside the sheets the access of their folder.
        pub fn open_up(&self, _path: &Path) {}
    }
}

#[cfg(not(unix))]
pub use other::Access;
