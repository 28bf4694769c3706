//! The parts of values: what a part is, then those of each value, and which a shape has.

mod model;

mod cost;
mod kept;
mod told;
mod work;

mod of_shape;

pub use model::{Need, Part};
