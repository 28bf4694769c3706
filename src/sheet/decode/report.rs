//! What the decoder tells of a value that it cannot take as it is, and how it keeps it.

use crate::finding::{Finding, Fix, Lint};
use crate::lang::choice::{self, ChoiceValue};
use crate::lang::{Phrase, Text, phrase, text};
use crate::sheet::codes::{AMBIGUOUS_AMOUNT, BAD_AMOUNT, BAD_CHOICE, UNCERTAIN_VALUE, WRONG_TYPE};
use crate::sheet::decode::Decoder;
use crate::sheet::decode::decoder::ChildPath;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::key::below;
use crate::text::Span;
use crate::value::parsed::{ParseError, Parsed};
use crate::yaml::node::{Content, Node, ScalarStyle};
use crate::yaml::quoted::marked;
use crate::yaml::syntax::line::is_plain_key;

impl Decoder<'_> {
    /// Takes the value of a reading, and tells its doubt or its refusal.
    pub(super) fn accept<T>(
        &mut self,
        node: &Node,
        at: ChildPath,
        lint: &'static Lint,
        reading: Parsed<T>,
    ) -> Option<T> {
        match reading {
            Parsed::Empty => None,
            Parsed::Exact(value) => Some(value),
            Parsed::Partial { value, rest } => {
                self.doubt(node, at, ignored(&rest));
                Some(value)
            }
            Parsed::Uncertain { value, reason } => {
                self.doubt(node, at, reason);
                Some(value)
            }
            Parsed::Invalid(refusal) => {
                let ambiguous = refusal.ambiguous && lint == &BAD_AMOUNT;
                self.refuse(node, if ambiguous { &AMBIGUOUS_AMOUNT } else { lint }, refusal);
                self.keep_raw(at, node);
                None
            }
        }
    }

    pub(super) fn refuse(&mut self, node: &Node, lint: &'static Lint, refusal: ParseError) {
        self.findings.push(refusal.finding(lint, node.span));
    }

    /// Says how to write it, of what was refused for a reason since, where nothing says it yet.
    pub(super) fn advise(&mut self, since: usize, lint: &'static Lint, how: Text) {
        for finding in self.findings[since..].iter_mut().filter(|finding| finding.lint == lint) {
            finding.help.get_or_insert_with(|| Box::new(how.into()));
        }
    }

    pub(super) fn bad_choice(
        &mut self,
        node: &Node,
        at: ChildPath,
        text: &str,
        choices: &[ChoiceValue],
    ) {
        let (label, help) = choice::unknown(text, choices);
        let hint = || fields::shape_at(&self.path(at))?.hint().map(Phrase::from);
        let help = help.or_else(hint);
        let mut finding = Finding::new(&BAD_CHOICE, node.span, label);
        finding.help = help.map(Box::new);
        self.findings.push(finding);
        self.keep_raw(at, node);
    }

    pub(super) fn wrong_type(&mut self, node: &Node, at: ChildPath, label: Text) {
        let cut = cut_at_colon(node).filter(|_| matches!(at, ChildPath::Item(..)));
        self.findings.push(cut.unwrap_or_else(|| Finding::new(&WRONG_TYPE, node.span, label)));
        self.keep_raw(at, node);
    }

    /// Tells a text that is a key of what is due at its place, and its value right behind the colon,
    /// and keeps it: `name:Alix`. Whether it is one.
    #[inline]
    pub(super) fn reject_glued(&mut self, node: &Node, at: ChildPath) -> bool {
        // Most texts begin with a capital, and no key does.
        let may_be =
            node.text().is_some_and(|text| text.starts_with(|c: char| c.is_ascii_lowercase()));
        may_be
            && glued(node).is_some_and(|(key, value)| self.reject_glued_key(node, at, key, value))
    }

    #[inline(never)]
    fn reject_glued_key(&mut self, node: &Node, at: ChildPath, key: &str, value: &str) -> bool {
        let path = self.path(at);
        let parts = fields::shape_at(&path).map(|shape| shape.parts()).unwrap_or_default();
        let is_member = |field: &Field| field.key[path.len() + 1..] == *key;
        if !parts.iter().any(|part| part.key == key) && !below(&path).any(is_member) {
            return false;
        }
        let on_one_line = node.span.start.line == node.span.end.line;
        let finding = Finding::new(&WRONG_TYPE, node.span, GLUED);
        self.findings.push(if on_one_line && !value.contains(": ") {
            let text = format!("{key}: {value}");
            let help = phrase!("write `{text}`", "écrivez `{text}`", text);
            finding.with_help(help).with_fix(Fix::Text(node.span, text))
        } else {
            finding.with_help(SPACED)
        });
        self.keep_raw(at, node);
        true
    }

    /// Tells an item that is no value because its name, text or part is missing; what of it was
    /// kept already is kept with the whole.
    pub(super) fn reject_unnamed(&mut self, node: &Node, at: ChildPath) {
        let below = format!("{}.", self.path(at));
        while self.unread.pop_if(|unread| unread.key.starts_with(&below)).is_some() {}
        let is_key = node.pairs().first().is_some_and(|pair| is_plain_key(&pair.key));
        let cut = cut_at_colon(node).filter(|_| !is_key);
        let unnamed = || Finding::new(&WRONG_TYPE, node.span, EXPECTED_NAME);
        self.findings.push(cut.unwrap_or_else(unnamed));
        self.keep_raw(at, node);
    }

    /// Doubts a text of several lines that YAML has joined to one, where they may be several
    /// values: each line of a field of which a list is due, each that begins like an item.
    pub(super) fn doubt_joined(&mut self, node: &Node, at: ChildPath) {
        let Content::Scalar { text, style } = &node.content else {
            return;
        };
        let several = node.span.start.line < node.span.end.line;
        let marked = || [" - ", " • ", " * ", " – "].iter().any(|mark| text.contains(mark));
        let joins = match (style, at) {
            (ScalarStyle::Literal, _) => false,
            (ScalarStyle::Folded, ChildPath::Key(_)) => {
                node.span.start.line + 1 < node.span.end.line
            }
            (ScalarStyle::Plain | ScalarStyle::Quoted, ChildPath::Key(_)) => several,
            (ScalarStyle::Plain, ChildPath::Item(..)) => several && marked(),
            (ScalarStyle::Quoted | ScalarStyle::Folded, ChildPath::Item(..)) => false,
        };
        if joins {
            self.doubt(node, at, JOINED);
            if let Some(doubt) = self.findings.last_mut() {
                doubt.help = Some(Box::new(EXPECTED_LINES.into()));
            }
        }
    }

    /// Tells that a value may be meant otherwise.
    pub(super) fn doubt(&mut self, node: &Node, at: ChildPath, why: impl Into<Phrase>) {
        self.findings.push(Finding::new(&UNCERTAIN_VALUE, node.span, why));
        self.uncertain.push(self.path(at));
    }
}

/// What is told of an item of which YAML took the words before the colon for a key: `- Alix :
/// superbe`.
fn cut_at_colon(node: &Node) -> Option<Finding> {
    let [pair] = node.pairs() else {
        return None;
    };
    let Content::Scalar { text, style: ScalarStyle::Plain } = &pair.value.content else {
        return None;
    };
    let (start, end) = (pair.key_span.end, pair.value.span.start);
    let on_one_line = start.line == end.line && end.line == pair.value.span.end.line;
    let in_braces = node.span.start != pair.key_span.start;
    if pair.value.is_missing() || !on_one_line || in_braces {
        return None;
    }
    let gap = if end.column - start.column > 2 { " : " } else { ": " };
    let text = marked(&format!("{}{gap}{text}", pair.key));
    let help = phrase!(
        "if it is one text, put it in quotation marks: {text}",
        "si c'est un seul texte, mettez-le entre guillemets : {text}",
        text,
    );
    let whole = Span { start: pair.key_span.start, end: pair.value.span.end };
    let finding = Finding::new(&WRONG_TYPE, node.span, CUT).with_help(help);
    Some(finding.with_fix(Fix::Text(whole, text)))
}

/// A key and its value where no space stands behind the colon between them, so that YAML takes both
/// for one text.
fn glued<'n>(node: &'n Node) -> Option<(&'n str, &'n str)> {
    let Content::Scalar { text, style: ScalarStyle::Plain } = &node.content else {
        return None;
    };
    let is_of_key = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
    let end = text.bytes().position(|byte| !is_of_key(byte))?;
    let (key, value) = text.split_at(end);
    let value = value.strip_prefix(':').filter(|value| !value.starts_with([' ', ':']))?;
    // `file://…` is an address.
    if value.starts_with("//") {
        return None;
    }
    (!key.is_empty() && !value.is_empty()).then_some((key, value))
}

/// That a value was read without this rest of its text.
pub(super) fn ignored(rest: &str) -> Phrase {
    phrase!("`{rest}` ignored; is that right?", "`{rest}` ignoré ; est-ce bien cela ?", rest)
}

const GLUED: Text = text!("no space after the colon", "il manque une espace après le deux-points");
const SPACED: Text = text!(
    "put a space after the colon of each key",
    "mettez une espace après le deux-points de chaque clé",
);
const CUT: Text = text!(
    "YAML takes the words before the colon for a key",
    "YAML prend les mots avant le deux-points pour une clé",
);
pub(super) const EXPECTED_TEXT: Text = text!("expected text", "un texte est attendu");
pub(super) const EXPECTED_ONE: Text = text!(
    "there is already a percentage; keep one of the two",
    "il y a déjà un pourcentage ; gardez l'un des deux",
);
const JOINED: Text = text!(
    "YAML joins these lines into one text; perhaps several were meant",
    "YAML réunit ces lignes en un seul texte ; vous en vouliez peut-être plusieurs",
);
const EXPECTED_LINES: Text = text!(
    "start each with `-`, all in the same column; if it is one text, put it on one line",
    "commencez chaque texte par `-`, tous à la même colonne ; s'il n'y en a qu'un, écrivez-le sur \
     une seule ligne",
);
pub(super) const EXPECTED_NAME: Text =
    text!("missing name, text or amount", "il manque le nom, le texte ou le montant");
pub(super) const EXPECTED_LIST: Text = text!(
    "expected a list, one `- …` line per item",
    "une liste est attendue, une ligne `- …` par élément",
);
pub(super) const EXPECTED_KEYS: Text = text!(
    "expected `key: value` lines under the key",
    "des lignes `clé: valeur` sont attendues sous la clé",
);

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::sheet::decode::decode;
    use crate::text::Source;
    use crate::yaml::parse::parse;

    /// A key of any group or value of the table that is glued to its value is told, and kept.
    #[test]
    fn a_key_without_a_space_behind_its_colon_is_told() {
        for field in fields::written() {
            let parts = field.shape.parts().iter().map(|part| (field.key, part.key));
            for (above, key) in parts.chain(field.key.rsplit_once('.')) {
                let mark = if above == field.key && field.shape.is_list() { "- " } else { "" };
                let mut text = String::new();
                for (depth, step) in above.split('.').enumerate() {
                    text += &format!("{}{step}:\n", "  ".repeat(depth));
                }
                text += &format!("        {mark}{key}:Valeur\n");
                let source = Source::of("a.yaml", text.clone());
                let decoded =
                    decode("a", &parse(&source).expect("YAML").node, NaiveDate::default());
                let told = decoded.findings.iter().find(|finding| finding.label == GLUED.into());
                assert!(
                    told.is_some_and(|told| told.fix.is_some()),
                    "{text}{:?}",
                    decoded.findings
                );
                assert_eq!(decoded.sheet.unread.len(), 1, "{text}");
            }
        }
    }
}
