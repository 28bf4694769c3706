//! What somebody replied to a question: each answer in the sheet and under the key that was asked
//! about. What is not understood is told whole, and stays in its file.

mod answered;
mod documents;
mod place;
mod told;

mod answer;
mod judged;

mod take;

pub(super) use take::take;
