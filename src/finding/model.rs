//! One problem at one place of a text.

use crate::finding::{Lint, Severity};
use crate::lang::{Lang, Phrase, phrase};
use crate::text::Span;
use crate::tree::Change;

/// One problem at one place; small, for there may be a million of them.
#[derive(Clone, Debug)]
pub struct Finding {
    pub lint: &'static Lint,
    /// The kind's own, unless the collection has agreed on another.
    pub severity: Severity,
    pub span: Span,
    /// What is so about this very place; stands beside the underline.
    pub label: Phrase,
    /// The other place, where two must be seen together.
    pub related: Option<Box<(Span, Phrase)>>,
    /// The next step for this very case; where there is none, the kind's own.
    pub help: Option<Box<Phrase>>,
    /// How it is fixed, where that takes no judgement and loses nothing.
    pub fix: Option<Box<Fix>>,
    /// Whether there was such a fix, which was let go: see [`Finding::to_report`].
    pub had_fix: bool,
}

/// What fixes a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// This text stands in the place of a stretch.
    Text(Span, String),
    /// Values of the sheet change, all of them or none.
    Changes(Vec<(String, Change)>),
    /// This value may have been meant at the place; only its writer knows, so it is proposed.
    Suggestion(String),
}

impl Finding {
    pub fn new(lint: &'static Lint, span: Span, label: impl Into<Phrase>) -> Finding {
        let severity = lint.severity;
        let label = label.into();
        Finding {
            lint,
            severity,
            span,
            label,
            related: None,
            help: None,
            fix: None,
            had_fix: false,
        }
    }

    pub fn with_help(mut self, help: impl Into<Phrase>) -> Finding {
        self.help = Some(Box::new(help.into()));
        self
    }

    pub fn with_fix(mut self, fix: Fix) -> Finding {
        self.fix = Some(Box::new(fix));
        self
    }

    /// Whether it is fixed without judgement.
    pub fn is_fixable(&self) -> bool {
        let is_fix = |fix: &Fix| !matches!(fix, Fix::Suggestion(_));
        self.had_fix || self.fix.as_deref().is_some_and(is_fix)
    }

    /// What is kept of it until it is reported: that it is fixed without judgement, and no longer
    /// how.
    pub fn to_report(self) -> Box<Finding> {
        let had_fix = self.is_fixable();
        let (label, fix) = (self.label.kept(), self.fix.filter(|_| !had_fix));
        Box::new(Finding { had_fix, label, fix, ..self })
    }

    pub fn with_related(mut self, span: Span, label: impl Into<Phrase>) -> Finding {
        self.related = Some(Box::new((span, label.into())));
        self
    }

    /// What is wrong, and what is so about this very place: `kind: label`.
    pub fn sentence(&self, lang: Lang) -> String {
        let (title, label) = (self.lint.title, &self.label);
        phrase!("{title}: {label}", "{title} : {label}", title, label).get(lang).to_owned()
    }
}
