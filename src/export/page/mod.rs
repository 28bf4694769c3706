//! The portfolio: all sheets in one HTML file, which is the data and needs nothing else.
//!
//! `page.html` and `sheet.html` are its markup, `page.css` its look, `page.js` what a reader can do
//! with it; without JavaScript it is a page to read.

mod facets;
mod portfolio;
mod prose;
mod sheet;
mod words;

pub(super) use portfolio::render;
pub(super) use words::Words;
