//! Files that are known, and that no importer takes: what each is, and what to do instead.

use crate::commands::import::other_kind;
use crate::export::EXPORTS;
use crate::finding::Finding;
use crate::import::{BROKEN_EXPORT, NOT_IMPORTABLE};
use crate::lang::{list, phrase, text};
use crate::text::Span;

/// Why a file is not imported, where it is one that cannot be.
pub(super) fn refusal(bytes: &[u8]) -> Option<Finding> {
    let own = EXPORTS.iter().find(|form| !form.comes_back && (form.is_mine)(bytes));
    let Some(form) = own else {
        return other_kind::refusal(bytes);
    };
    let label = phrase!(
        "an export as {name}: made to be read, it does not come back",
        "un export en {name} : fait pour être lu, il ne se réimporte pas",
        name = form.name,
    );
    let back = EXPORTS.iter().filter(|form| form.comes_back).map(|form| form.name);
    let help = phrase!(
        "what comes back: sheet export --format {forms}",
        "ce qui se réimporte : sheet export --format {forms}",
        forms = list::or(&back.collect::<Vec<_>>()),
    );
    Some(Finding::new(&NOT_IMPORTABLE, Span::TOP, label).with_help(help))
}

/// What is said of a workbook that was exported here, where its keys were taken out.
pub(super) fn without_keys(bytes: &[u8]) -> Option<Finding> {
    let is_ours = EXPORTS.iter().any(|form| !form.is_text && (form.is_mine)(bytes));
    is_ours.then(|| {
        let label = text!(
            "an exported workbook without its row of keys (`id`, `_rev`…)",
            "un classeur exporté, sans sa ligne de clés (`id`, `_rev`…)",
        );
        Finding::new(&BROKEN_EXPORT, Span::TOP, label).with_help(text!(
            "put the second row back, or export again and edit the new file",
            "remettez la deuxième ligne, ou exportez de nouveau et modifiez le nouveau fichier",
        ))
    })
}
