//! Which sheets are exported, and what of them.

use std::collections::HashSet;

use anyhow::Result;

use crate::finding::Diagnostic;
use crate::lang::{Lang, Phrase, phrase};
use crate::portfolio::{Entry, Portfolio};
use crate::rules;
use crate::session::{Context, Failure, selection, sheets};
use crate::sheet::Sheet;
use crate::sheet::audience::Audience;
use crate::sheet::rev::Exported;
use crate::threads::share;

/// What is asked for, and by whom it is read.
pub(in crate::commands) struct Asked<'a> {
    pub audience: Audience,
    /// The texts of the query.
    pub texts: &'a [String],
    /// The sheets whose private data may be published.
    pub accept: &'a [String],
}

/// What leaves, and what must not.
pub(in crate::commands) struct Chosen {
    pub exported: Vec<Exported>,
    /// Every text that these readers may not see.
    pub left_out: HashSet<String>,
    /// How many of the sheets that were asked for are for others.
    pub hidden: usize,
    /// What is private in the sheets that are published, and was not accepted.
    pub private: Vec<Diagnostic>,
    /// The sheets that these readers may not even know of.
    pub hidden_ids: HashSet<String>,
}

/// Reads the sheets that are asked for, and leaves out what the audience may not read.
pub(in crate::commands) fn chosen(context: &Context, asked: &Asked) -> Result<Chosen> {
    let audience = asked.audience;
    let selection = selection::selection(context, asked.texts)?;
    let all = sheets::map_all(context, |entry| {
        let hidden = hidden_id(&entry.sheet, audience);
        if !selection.query.matches(&entry.sheet) {
            return (hidden, None);
        }
        let is_published = audience == Audience::Public && hidden.is_none();
        let is_checked = is_published && !asked.accept.contains(&entry.sheet.id);
        let private = if is_checked { private_data(&entry) } else { Vec::new() };
        (hidden, Some((entry.sheet, private)))
    })?;
    let (hidden, answers): (Vec<_>, Vec<_>) = all.answers.into_iter().unzip();
    let hidden: HashSet<String> = hidden.into_iter().flatten().collect();
    let asked = Portfolio { answers, unreadable: all.unreadable, with_errors: all.with_errors };
    let asked: Vec<(Sheet, Vec<Diagnostic>)> =
        sheets::selected(context, &selection, asked)?.answers;
    let total = asked.len();
    // A whole sheet is let go as soon as it is known what leaves of it, and what does not.
    let parted = share(asked, context.threads, |(whole, found)| {
        let exported = Exported::of(&whole, audience, &hidden);
        let kept = exported.as_ref().map(|exported| &exported.sheet);
        let private = kept.map_or_else(Vec::new, |kept| leaving(found, kept));
        (whole.without(kept), private, exported)
    });
    let (mut left_out, mut private) = (HashSet::new(), Vec::new());
    let mut exported: Vec<Exported> = Vec::new();
    for (without, found, kept) in parted {
        left_out.extend(without);
        private.extend(found);
        exported.extend(kept);
    }
    let hidden_ids = hidden;
    Ok(Chosen { left_out, hidden: total - exported.len(), private, exported, hidden_ids })
}

/// Says what private data would be published, and that it is not.
///
/// # Errors
/// Where there is any.
pub(in crate::commands) fn refuse_private(context: &Context, chosen: &Chosen) -> Result<()> {
    if chosen.private.is_empty() {
        return Ok(());
    }
    context.show_diagnostics(&chosen.private);
    Err(Failure::no(not_accepted(chosen)).into())
}

/// The sheets that this audience may not even know of.
pub(super) fn hidden_ids(context: &Context, audience: Audience) -> Result<HashSet<String>> {
    if audience == Audience::All {
        return Ok(HashSet::new());
    }
    let hidden = sheets::map_all(context, |entry: Entry| hidden_id(&entry.sheet, audience))?;
    Ok(hidden.answers.into_iter().flatten().collect())
}

/// The id of a sheet that this audience may not even know of.
fn hidden_id(sheet: &Sheet, audience: Audience) -> Option<String> {
    (!audience.reads(sheet.visible_to())).then(|| sheet.id.clone())
}

/// The addresses and numbers in a whole sheet.
fn private_data(entry: &Entry) -> Vec<Diagnostic> {
    let found = rules::private_data(entry).into_iter();
    found.map(|finding| entry.diagnostic(finding)).collect()
}

/// Those that stand in what is kept of it, too.
fn leaving(mut found: Vec<Diagnostic>, kept: &Sheet) -> Vec<Diagnostic> {
    if !found.is_empty() {
        let texts = kept.written_texts();
        found.retain(|found| {
            let found = found.finding.label.get(Lang::En);
            texts.iter().any(|text| text.contains(found))
        });
    }
    found
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

fn not_accepted(chosen: &Chosen) -> Phrase {
    let mut ids: Vec<&str> = Vec::new();
    for diagnostic in &chosen.private {
        let id = crate::portfolio::id_of(&diagnostic.path);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let ids = ids.join(",");
    phrase!(
        "nothing was exported: e-mail addresses or phone numbers would be published; remove them, or \
         accept them by sheet: --accept {ids}",
        "rien n'a été exporté : des adresses e-mail ou des numéros de téléphone seraient publiés ; \
         retirez-les, ou acceptez-les par fiche : --accept {ids}",
        ids,
    )
}
