//! What the book says by itself, in its language.

use crate::export::words::words;
use crate::lang::text;
use crate::sheet::by_tool::NO_TOOL;

words! {
    title = text!("What we have learnt", "Ce que nous avons appris");
    contents = text!("Tools", "Outils");
    no_tool = NO_TOOL;
}
