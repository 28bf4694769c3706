//! How the text of each sort of list is cut and judged.

use crate::lang::{Text, text};
use crate::value::list::judge::Nobody;
use crate::value::list::mark::{Between, Cut, Mark};
use crate::value::list::piece::Piece;
use crate::value::list::segments;

/// How a text that lists things of one sort is cut, and what of it is judged.
pub struct Kind {
    /// Whether a text is one clear item, seen at a glance.
    pub is_plain: fn(&str) -> bool,
    /// Whether an item of a list is one thing, because its writer has told them apart already.
    pub one_per_item: bool,
    /// Whether an item can be written as a mapping, in which a name is certain.
    pub has_members: bool,
    /// Whether a piece may be no item: `néant`, `etc.`
    pub is_judged: bool,
    /// Whether people without a name, or a number of them, are no item.
    pub nobody: Nobody,
    /// The parts that certainly are apart: lines, items, what a semicolon ends.
    pub segments: fn(&str) -> Vec<Piece>,
    /// Whether a mark within a part is where one item ends.
    pub cut: fn(Mark, &Between) -> Cut,
    /// Whether `Role : ` before an item, or before several, says more of them.
    pub is_headed: bool,
    /// What settles a doubt.
    pub help: Text,
    /// What to do with a piece that is no item.
    pub refused: Text,
}

/// What is one text, and never cut.
pub static WHOLE: Kind = Kind {
    is_plain: |_| false,
    one_per_item: true,
    has_members: true,
    is_judged: false,
    nobody: Nobody::Allowed,
    segments: segments::whole,
    cut: |_, _| Cut::NO,
    is_headed: false,
    help: ON_ITS_LINE,
    refused: ON_ITS_LINE,
};

pub const ON_ITS_LINE: Text =
    text!("write each on its own `- …` line", "écrivez chaque élément sur sa propre ligne `- …`",);
pub const WITH_ITS_NAME: Text = text!(
    "write each on its own line; if a name is correct as it is, write `- name: …`",
    "mettez chaque nom sur sa propre ligne ; si un nom est correct comme il est écrit, écrivez `- name: …`",
);
pub const NAMES_HERE: Text = text!(
    "list names here; the number of people reached goes in `participation: reached:`",
    "listez ici des noms ; le nombre de personnes rencontrées va dans `participation: reached:`",
);
