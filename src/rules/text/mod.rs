//! How the texts are written.

pub mod copied_paragraph;
pub mod empty_section;
pub mod garbled_text;
pub mod label_in_value;
pub mod not_canonical;
pub mod placeholder_text;
pub mod private_data;
pub mod repeated_paragraph;
pub mod too_long;
