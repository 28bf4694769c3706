//! A draft as the sheet that it may become: named after its title, with where it comes from.

use std::path::Path;

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::commands::import::read::ReadDraft;
use crate::commands::schema;
use crate::finding::Diagnostic;
use crate::import::ForeignText;
use crate::report::import::{ImportState, Kept, Proposal};
use crate::session::Context;
use crate::sheet::merge;
use crate::sheet::model::ImportSource;
use crate::sheet::write;
use crate::store::Collection;
use crate::text::Span;
use crate::value::date::Date;
use crate::value::id;

/// What is proposed for a draft, before anybody knows whether there is a sheet for it.
pub(super) fn proposal(context: &Context, read: ReadDraft, args: &ImportArgs) -> Proposal {
    let ReadDraft { draft, kind, source, from } = read;
    let mut sheet = draft.sheet;
    let incoming = merge::incoming(&sheet);
    sheet.source = ImportSource {
        kind: Some(kind.to_owned()),
        imported: Some(Date::day(context.today)),
        seen: merge::seen(&incoming),
        ..sheet.source
    };
    let file = Path::new(&from).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let entry = draft.entry.as_ref().map(|entry| entry.name.clone());
    let title = sheet.title.as_deref().and_then(id::from_title);
    let own = sheet.source.id.as_deref().and_then(id::from_title);
    let named = || id::from_title(&format!("{file} {}", entry.as_deref().unwrap_or_default()));
    sheet.id = args.id.clone().or(title).or(own).or_else(named).unwrap_or_default();
    let is_page = draft.entry.is_none();
    let keys = incoming.iter().filter(|(key, _)| !key.starts_with("extra."));
    let filled = if is_page { draft.understood.len() } else { keys.count() };
    // What is missing in a foreign file has no place there.
    let findings =
        draft.findings.into_iter().filter(|finding| !is_page || finding.span != Span::TOP);
    let told = |text: ForeignText| Kept {
        line: is_page.then_some(text.number),
        label: text.label,
        text: text.text,
    };
    Proposal {
        path: String::new(),
        state: ImportState::New,
        yaml: String::new(),
        filled,
        fields: draft
            .understood
            .into_iter()
            .filter(|_| is_page)
            .map(|field| (field.label, field.key, field.written))
            .collect(),
        kept: draft.kept.into_iter().map(told).collect(),
        left_out: draft.left_out.into_iter().map(told).collect(),
        keys: Vec::new(),
        diagnostics: findings.map(|finding| Diagnostic::new(&source, finding)).collect(),
        sheet,
        entry,
        from,
    }
}

/// The text of a sheet that is new.
pub(super) fn text(collection: &Collection, proposal: &Proposal) -> Result<String> {
    let path = collection.new_path(&proposal.sheet.id);
    Ok(schema::with_editor_line(collection, &path, &write::write(&proposal.sheet)?))
}
