//! What the reader tells of a value that it cannot take as it is, and how it keeps it.

use super::{At, Reader};
use crate::finding::{Finding, Kind};
use crate::lang::nearest::nearest;
use crate::lang::{Phrase, Text};
use crate::sheet::Unread;
use crate::sheet::choice::Chosen;
use crate::sheet::kinds::{
    AMBIGUOUS_AMOUNT, BAD_AMOUNT, BAD_CHOICE, DOUBTFUL_READING, WRONG_SHAPE,
};
use crate::sheet::reading::{Reading, Refusal};
use crate::source::node::{Content, Node, Style};
use crate::source::tree::Tree;

impl Reader {
    /// Takes the value of a reading, and tells its doubt or its refusal.
    pub(super) fn settle<T>(
        &mut self,
        node: &Node,
        at: At,
        kind: &'static Kind,
        reading: Reading<T>,
    ) -> Option<T> {
        match reading {
            Reading::Missing => None,
            Reading::Clear(value) => Some(value),
            Reading::Partly { value, rest } => {
                if !rest.starts_with('(') {
                    let label = Phrase::new(
                        format!("`{rest}` is not understood"),
                        format!("« {rest} » n'est pas compris"),
                    );
                    self.findings.push(Finding::new(&DOUBTFUL_READING, node.span, label));
                }
                self.doubts.push(self.path(at));
                Some(value)
            }
            Reading::Doubtful { value, reason } => {
                self.doubt(node, at, reason);
                Some(value)
            }
            Reading::Refused(refusal) => {
                let ambiguous = refusal.ambiguous && kind == &BAD_AMOUNT;
                self.refuse(node, if ambiguous { &AMBIGUOUS_AMOUNT } else { kind }, refusal);
                self.keep(at, node);
                None
            }
        }
    }

    pub(super) fn refuse(&mut self, node: &Node, kind: &'static Kind, refusal: Refusal) {
        let mut finding = Finding::new(kind, node.span, refusal.reason);
        if let Some(suggestion) = refusal.suggestion {
            finding.help =
                Some(Phrase::new(format!("write {suggestion}"), format!("écrivez {suggestion}")));
        }
        self.findings.push(finding);
    }

    pub(super) fn bad_choice(&mut self, node: &Node, at: At, text: &str, choices: &[Chosen]) {
        let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
        let label = Phrase::new("not one of the words", "valeur inconnue");
        let mut finding = Finding::new(&BAD_CHOICE, node.span, label);
        if let Some(near) = nearest(text, codes.iter().copied()) {
            finding.help = Some(Phrase::new(
                format!("did you mean {near}? Possible: {}", codes.join(", ")),
                format!("vouliez-vous dire {near} ? Possibles : {}", codes.join(", ")),
            ));
        } else if !codes.is_empty() {
            finding.help = Some(Phrase::new(
                format!("one of {}", codes.join(", ")),
                format!("au choix : {}", codes.join(", ")),
            ));
        }
        self.findings.push(finding);
        self.keep(at, node);
    }

    pub(super) fn wrong_shape(&mut self, node: &Node, at: At, label: Text) {
        node.ask_all();
        self.findings.push(Finding::new(&WRONG_SHAPE, node.span, label));
        self.keep(at, node);
    }

    /// Tells an item that is no value because its name, text or part is missing; what of it was
    /// kept already is kept with the whole.
    pub(super) fn without_a_name(&mut self, node: &Node, at: At) {
        let below = format!("{}.", self.path(at));
        while self.unread.pop_if(|unread| unread.key.starts_with(&below)).is_some() {}
        self.wrong_shape(node, at, NAME_DUE);
    }

    /// Doubts a text of several lines that YAML has joined to one, where they may be several
    /// values: each line of a field of which a list is due, each that begins like an item.
    pub(super) fn doubt_joined(&mut self, node: &Node, at: At) {
        let Content::Scalar { text, style } = &node.content else {
            return;
        };
        let several = node.span.start.line < node.span.end.line;
        let marked = || [" - ", " • ", " * ", " – "].iter().any(|mark| text.contains(mark));
        let joins = match (style, at) {
            (Style::Literal, _) => false,
            (Style::Folded, At::Key(_)) => node.span.start.line + 1 < node.span.end.line,
            (Style::Plain | Style::Quoted, At::Key(_)) => several,
            (Style::Plain, At::Item(..)) => several && marked(),
            (Style::Quoted | Style::Folded, At::Item(..)) => false,
        };
        if joins {
            self.doubt(node, at, JOINED);
            if let Some(doubt) = self.findings.last_mut() {
                doubt.help = Some(LINES_DUE.into());
            }
        }
    }

    /// Tells that a value may be meant otherwise.
    pub(super) fn doubt(&mut self, node: &Node, at: At, why: impl Into<Phrase>) {
        self.findings.push(Finding::new(&DOUBTFUL_READING, node.span, why));
        self.doubts.push(self.path(at));
    }

    pub(super) fn keep(&mut self, at: At, node: &Node) {
        self.keep_tree(at, Tree::of(node));
    }

    pub(super) fn keep_tree(&mut self, at: At, value: Tree) {
        let key = self.path(at);
        self.unread.push(Unread { key, value });
    }

    /// The whole path of a place in the value that is being read.
    pub(super) fn path(&self, at: At) -> String {
        match at {
            At::Key(key) => format!("{}{key}", self.within),
            At::Item(key, index) => format!("{}{key}[{index}]", self.within),
        }
    }
}

pub(super) const TEXT_DUE: Text = Text::new("a text is due here", "un texte est attendu ici");
pub(super) const ONE_DUE: Text = Text::new(
    "a percentage stands beside it: one of the two is due",
    "un pourcentage est à côté : il faut l'un des deux",
);
pub(super) const NO_NAME: Text = Text::new("a count, not a name", "un nombre, pas un nom");
pub(super) const NAMES_DUE: Text = Text::new(
    "name the people here; how many were reached goes below `participation:`, as `reached:`",
    "nommez ici les personnes ; combien ont été touchées va sous « participation: », en « reached: »",
);
const JOINED: Text = Text::new(
    "YAML joins these lines to one text; they may be several",
    "YAML réunit ces lignes en un seul texte ; il y en a peut-être plusieurs",
);
const LINES_DUE: Text = Text::new(
    "begin each with `- `, all at the same column; or put one text on one line",
    "commencez chacune par « - », toutes à la même colonne ; ou mettez un seul texte sur une ligne",
);
pub(super) const NAME_DUE: Text =
    Text::new("its name, text or part is missing", "il y manque le nom, le texte ou la part");
pub(super) const LIST_DUE: Text = Text::new(
    "a list is due here: one `- …` line for each",
    "une liste est attendue ici : une ligne « - … » pour chacun",
);
pub(super) const KEYS_DUE: Text = Text::new(
    "`key: value` lines are due below the key",
    "des lignes « clé: valeur » sont attendues sous la clé",
);
