//! Replies to the questions of `sheet ask`: what was answered to which question, without the
//! quotation, the greetings and the signature. What is not understood is handed on whole.

mod letter;
mod words;

mod heads;
mod lines;

mod questions;
mod stretches;

mod numbered;
mod passes;
mod several;
mod trim;

mod reply;

mod answers;
mod debrief;

mod read;

pub(crate) use read::NAME;
pub(in crate::import) use read::{read, recognizes};
pub(crate) use reply::{Beside, Reply, ReplyPart, Silence};
