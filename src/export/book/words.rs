//! What the book says by itself, in its language.

use crate::export::words::words;
use crate::lang::text;

words! {
    title = text!("What we have learnt", "Ce que nous avons appris");
    contents = text!("Tools", "Outils");
    no_tool = text!("Without a tool", "Sans outil");
    nuggets = text!("Nuggets", "Pépites");
    difficulties = text!("Difficulties", "Difficultés");
    surprises = text!("Surprises", "Surprises");
}
