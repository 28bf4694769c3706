//! The configuration of a collection: `sheet.yaml`, beside the folder of the sheets. All of it is
//! optional, and it is decoded and checked like a sheet. It can run nothing.

mod decode;
mod decode_views;
mod items;
mod model;
mod organisation;
pub mod schema;
mod setting;
mod vocabulary;

pub use decode::decode;
pub use model::{Config, FILE, View, ViewLayout};
pub use organisation::PageDress;
pub use vocabulary::Vocabulary;
