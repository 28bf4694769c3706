//! What a reply says: its answers, each with the question that it is for, and what else stands in it.

use crate::sheet::ask::Tag;
use crate::sheet::field::Field;

/// What somebody replied.
#[derive(Default)]
pub(crate) struct Reply {
    /// The name of whoever wrote it: of the sender, else the one that the question greets.
    pub from: Option<String>,
    /// The name below it, where nothing but a greeting says whose it is.
    pub signed: Option<String>,
    /// The subject and all that is quoted: in it stands which project is asked about.
    pub about: String,
    pub parts: Vec<ReplyPart>,
    /// What was written besides, as it is.
    pub aside: Vec<String>,
    /// The names of the files that came with it.
    pub attachments: Vec<String>,
    /// Why it holds no answer.
    pub silence: Option<Silence>,
}

/// An answer.
pub(crate) struct ReplyPart {
    /// The line that the question carried.
    pub tag: Option<Tag>,
    /// What the quoted question asks for.
    pub field: Option<&'static Field>,
    pub text: String,
    /// Whether somebody passes.
    pub passes: bool,
    pub beside: Beside,
}

/// What becomes of an answer where the sheet says something already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// It is reported.
    Reported,
    /// A text is added below the one that is there.
    Added,
    /// It may be what was shown there, which is no answer.
    Shown,
    /// It is about the lesson of this text, whose number may be another one by now.
    Lesson(String),
}

/// Why a reply holds no answer.
pub(crate) enum Silence {
    /// A program wrote it; by what that is seen.
    Automatic(String),
    /// It holds nothing but what was quoted.
    Empty,
    /// Nothing says which of its answers, which these are, belongs to which question, or is whose.
    Unclear(Vec<String>),
}
