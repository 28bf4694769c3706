//! What a part of a value is: `tax` of a cost, `do` of a lesson.

use crate::lang::Text;
use crate::sheet::field::Names;
use crate::sheet::shape::Shape;
use crate::text::fold::search_key;
use crate::value::visibility::Visibility;

/// Whether a value without a part is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Optional,
    Always,
    /// At least one of the parts of which that is true is needed.
    One,
}

/// One part of a value.
pub struct Part {
    /// The key in the file and in machine formats; never translated.
    pub key: &'static str,
    pub shape: Shape,
    /// What people call it, in either language: proposed where it is written, never read.
    pub aliases: &'static [&'static str],
    /// What it is, in one line.
    pub about: Text,
    pub need: Need,
    /// What an amount means that does not say it.
    pub default: Option<&'static str>,
    pub names: Option<Names>,
    /// Whether it is one whole for programs, as an address or a currency, and no text that people
    /// tell.
    pub is_token: bool,
    /// For whom it is, even in a value that more people may read.
    pub visibility: Visibility,
}

impl Part {
    /// Whether people tell something in it.
    pub fn is_text(&self) -> bool {
        matches!(self.shape, Shape::Line | Shape::Lines) && !self.is_token
    }

    /// Whether people call it so, whatever the accents or the number.
    pub fn is_called(&self, name: &str) -> bool {
        let name = search_key(name);
        let known = self.aliases.iter().chain([&self.key]);
        !name.is_empty() && known.into_iter().any(|known| search_key(known) == name)
    }
}

pub(super) const fn part(
    key: &'static str,
    shape: Shape,
    aliases: &'static [&'static str],
    about: Text,
) -> Part {
    Part {
        key,
        shape,
        aliases,
        about,
        need: Need::Optional,
        default: None,
        names: None,
        is_token: false,
        visibility: Visibility::Public,
    }
}

pub(super) const fn token(
    key: &'static str,
    aliases: &'static [&'static str],
    about: Text,
) -> Part {
    Part { is_token: true, ..part(key, Shape::Line, aliases, about) }
}

pub(super) const fn implied(part: Part, default: &'static str) -> Part {
    Part { default: Some(default), ..part }
}

pub(super) const fn required(
    key: &'static str,
    aliases: &'static [&'static str],
    about: Text,
) -> Part {
    Part { need: Need::Always, ..part(key, Shape::Line, aliases, about) }
}

pub(super) const fn one(part: Part) -> Part {
    Part { need: Need::One, ..part }
}

pub(super) const fn naming(part: Part, names: Names) -> Part {
    Part { names: Some(names), ..part }
}

pub(super) const fn for_members(part: Part) -> Part {
    Part { visibility: Visibility::Members, ..part }
}
