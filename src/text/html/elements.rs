//! The elements of a page, by what they make of the text in them.

/// What stands on a line of its own.
pub(super) const LINES: [&str; 20] = [
    "address",
    "article",
    "aside",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dt",
    "figcaption",
    "footer",
    "header",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "tr",
    "ul",
    "details",
];

/// What a blank line sets apart.
pub(super) const PARAGRAPHS: [&str; 14] = [
    "blockquote",
    "dl",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "p",
    "pre",
    "table",
    "section",
];

/// What says how its text looks, and nothing besides.
pub(super) const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "caption", "cite", "code", "col", "colgroup",
    "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "summary", "sup", "tbody", "td", "tfoot",
    "th", "thead", "time", "u", "var",
];

pub(super) const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
pub(super) const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/// What shows something that stands elsewhere.
pub(super) const SHOWN: [&str; 7] =
    ["audio", "embed", "iframe", "img", "object", "source", "video"];

/// What holds no text for people.
pub(super) const HIDDEN: [&str; 7] =
    ["head", "noscript", "script", "style", "template", "title", "svg"];
