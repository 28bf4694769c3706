//! Tables: cells with the words for people and the data for machines side by side, and tones instead
//! of colours.

mod cell;
mod column;
mod rows;

mod model;

pub use cell::{AxisSpan, Cell, Tone};
pub use column::{Column, Header, Visible};
pub use model::{Highlights, PassageRow, Table};
pub use rows::Rows;
