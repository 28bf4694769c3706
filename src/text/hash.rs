//! Maps and sets that are asked for every word or value of every sheet, several times faster than by
//! the hasher of the standard library. This is the door of `foldhash`.

pub use foldhash::{HashMap, HashSet};
