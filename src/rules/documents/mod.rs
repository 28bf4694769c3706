//! Where the documents are.

pub mod document_outside_collection;
pub mod document_without_location;
pub mod missing_document;
