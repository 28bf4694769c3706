//! Which sheets are exported, and what of them.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::ExportArgs;
use crate::finding::Diagnostic;
use crate::lang::{Phrase, phrase};
use crate::portfolio::Entry;
use crate::rules;
use crate::session::{Context, selection, sheets};
use crate::sheet::Sheet;
use crate::sheet::audience::{Audience, LeftOut};
use crate::sheet::rev::Exported;

/// What leaves, and what must not.
pub(super) struct Chosen {
    pub exported: Vec<Exported>,
    pub left_out: LeftOut,
    /// How many of the sheets that were asked for are for others.
    pub hidden: usize,
    /// What is private in the sheets that are published, and was not accepted.
    pub private: Vec<Diagnostic>,
}

/// Reads the sheets that are asked for, and leaves out what the audience may not read.
pub(super) fn chosen(context: &Context, args: &ExportArgs) -> Result<Chosen> {
    let audience = args.audience();
    let selection = selection::selection(context, &args.selection.texts())?;
    let hidden = hidden_ids(context, audience)?;
    let asked = sheets::map_selected(context, &selection, |entry| {
        let exported = Exported::of(&entry.sheet, audience, &hidden);
        let private = exported.as_ref().filter(|_| audience == Audience::Public);
        let private = private.filter(|one| !args.accept.contains(&one.sheet.id));
        let private = private.map(|one| private_data(entry, &one.sheet)).unwrap_or_default();
        (entry.sheet.clone(), exported, private)
    })?;
    let pairs = asked
        .answers
        .iter()
        .map(|(sheet, exported, _)| (sheet, exported.as_ref().map(|exported| &exported.sheet)));
    let left_out = LeftOut::of(pairs, context.lang());
    let total = asked.answers.len();
    let mut private = Vec::new();
    let mut exported = Vec::with_capacity(total);
    for (_, one, found) in asked.answers {
        exported.extend(one);
        private.extend(found);
    }
    Ok(Chosen { left_out, hidden: total - exported.len(), private, exported })
}

/// The sheets that this audience may not even know of.
pub(super) fn hidden_ids(context: &Context, audience: Audience) -> Result<HashSet<String>> {
    if audience == Audience::All {
        return Ok(HashSet::new());
    }
    let hidden = sheets::map_all(context, |entry: Entry| {
        (!audience.reads(entry.sheet.visible_to())).then_some(entry.sheet.id)
    })?;
    Ok(hidden.answers.into_iter().flatten().collect())
}

/// The addresses and numbers in the whole sheet that stand in what is kept of it, too.
fn private_data(entry: &Entry, kept: &Sheet) -> Vec<Diagnostic> {
    let texts = kept.written_texts();
    let leaves = |found: &str| texts.iter().any(|text| text.contains(found));
    let found = rules::private_data(entry).into_iter();
    let found = found.filter(|finding| leaves(finding.label.get(crate::lang::Lang::En)));
    found.map(|finding| entry.diagnostic(finding)).collect()
}

/// That some sheets are for others, and how they can be had.
pub(super) fn left_out_sheets(count: usize, audience: Audience) -> Option<Phrase> {
    let others = match audience {
        Audience::Public => "--members",
        Audience::Members => "--all",
        Audience::All => return None,
    };
    (count > 0).then(|| {
        let sheets = crate::lang::plural::SHEET.phrase(count);
        phrase!(
            "{sheets} left out: not visible to this audience; with them: {others}",
            "{sheets} en moins, que ces destinataires ne doivent pas voir ; avec : {others}",
            sheets,
            others,
        )
    })
}
