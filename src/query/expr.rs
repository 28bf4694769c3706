//! What stands in a query, not yet resolved.

use std::ops::Range;

/// A stretch of the query's text, in bytes.
pub type ByteRange = Range<usize>;

/// The key behind which stands the name of a view, as it was written before `@name`.
pub const NAME: &str = "query";

/// What stands in a query, not yet understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    All(Vec<Expr>),
    Any(Vec<Expr>),
    Not(Box<Expr>),
    Term { key: Token, operator: Operator, values: Vec<ValueExpr> },
    Words(Token),
}

/// A value of a term.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueExpr {
    One(Token),
    /// A range, of which an end may be open, and its place.
    Between(Option<Token>, Option<Token>, ByteRange),
}

impl ValueExpr {
    /// Its place in the text.
    pub fn at(&self) -> &ByteRange {
        match self {
            ValueExpr::One(word) => &word.at,
            ValueExpr::Between(_, _, at) => at,
        }
    }
}

/// A word and its place; `quoted` where it stood in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub text: String,
    pub quoted: bool,
    pub at: ByteRange,
}

/// What stands between a key and its values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operator {
    /// `:`, of a text the beginning of a word.
    Is,
    /// `=`
    Equals,
    /// `!=`
    EqualsNot,
    Compares(Comparison),
}

/// How a value compares with another.
///
/// A partial date is an interval: it is *less* where all of it lies before, and *at least* where
/// not all of it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Less,
    AtMost,
    More,
    AtLeast,
}
