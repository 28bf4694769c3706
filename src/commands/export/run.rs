//! Makes the export, looks whether anything in it is for others, and writes it.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::cli::ExportArgs;
use crate::commands::export::chosen::{Asked, chosen, left_out_sheets, refuse_private};
use crate::commands::export::made::made;
use crate::export::{self, EXPORTS, ExportFormat};
use crate::lang::choice::Choice;
use crate::lang::{Phrase, list, phrase, plural};
use crate::session::readable::refuse_leak;
use crate::session::{Context, Exit, Failure};
use crate::sheet::left_out::LeftOut;
use crate::sheet::rev::Exported;
use crate::store::{Output, is_standard_stream, write_output};

/// Exports the sheets.
pub(crate) fn run(context: &Context, args: &ExportArgs) -> Result<Exit> {
    let form = form_of(args)?;
    let texts = args.selection.texts();
    let asked = Asked { audience: args.audience(), texts: &texts, accept: &args.accept };
    let chosen = chosen(context, &asked)?;
    refuse_private(context, &chosen)?;
    let count = chosen.exported.len();
    let sheets: Arc<[Exported]> = chosen.exported.into();
    // Else they are let go where they are written.
    let kept = (!chosen.left_out.is_empty()).then(|| Arc::clone(&sheets));
    let (made, texts) = made(context, args, form, sheets)?;
    let kept = kept.iter().flat_map(|kept| kept.iter()).map(|exported| &exported.sheet);
    let left_out = LeftOut::of(chosen.left_out, kept, context.lang());
    refuse_leak(&left_out, |look| texts(&made.bytes, look))?;
    match file(args) {
        Some(path) => write(context, args, form, path, &made.bytes)?,
        None => context.answer_with(|out| out.write_all(&made.bytes))?,
    }
    made.remarks.iter().for_each(|remark| context.note(remark));
    let audience = args.audience();
    let sheets = plural::SHEET.phrase(count);
    context.note(&phrase!(
        "{sheets}, for: {audience}",
        "{sheets}, pour : {audience}",
        sheets,
        audience = audience.label(),
    ));
    if let Some(words) = left_out_sheets(chosen.hidden, audience) {
        context.note(&words);
    }
    Ok(Exit::Success)
}

/// The file to write; none for standard output.
fn file(args: &ExportArgs) -> Option<&Path> {
    args.output.as_deref().filter(|file| !is_standard_stream(file))
}

/// The form that was asked for, else that of the file's name.
fn form_of(args: &ExportArgs) -> Result<&'static ExportFormat> {
    let by_file = || file(args).and_then(export::of_file);
    let form = match &args.form {
        Some(name) => export::find(name),
        None => by_file(),
    };
    let Some(form) = form else {
        let names = list::or(&EXPORTS.iter().map(|form| form.name).collect::<Vec<_>>());
        return Err(Failure::usage(phrase!(
            "in which form? --format {names}",
            "sous quelle forme ? --format {names}",
            names,
        ))
        .into());
    };
    if !form.is_text && file(args).is_none() {
        let name = form.name;
        return Err(Failure::usage(phrase!(
            "{name} is written to a file only: -o sheets.{name}",
            "{name} ne s'écrit que dans un fichier : -o fiches.{name}",
            name,
        ))
        .into());
    }
    for (option, is_given, name) in [
        ("--dialect", args.dialect.is_some(), "csv"),
        ("--page", args.page.is_some(), "html"),
        ("--of", args.of.is_some(), "form"),
    ] {
        if is_given && form.name != name {
            return Err(Failure::usage(phrase!(
                "{option} can only be used with: --format {name}",
                "{option} ne s'emploie qu'avec : --format {name}",
                option,
                name,
            ))
            .into());
        }
    }
    Ok(form)
}

/// Writes the file, over an earlier export alone.
fn write(
    context: &Context,
    args: &ExportArgs,
    form: &ExportFormat,
    path: &Path,
    bytes: &[u8],
) -> Result<()> {
    let full = context.cwd.join(path);
    // Nothing is lost with a file that is empty.
    let may_go = |before: &[u8]| args.force || before.is_empty() || (form.is_mine)(before);
    match write_output(&full, bytes, may_go, |warning| context.note(warning))? {
        Output::Written | Output::Same => Ok(()),
        Output::Refused => Err(Failure::no(no_export(path)).into()),
    }
}

fn no_export(path: &Path) -> Phrase {
    let path = path.display().to_string();
    phrase!(
        "{path} already exists and is not an earlier export; nothing was written; to replace it: --force",
        "{path} existe déjà et n'est pas un export ; rien n'a été enregistré ; pour le remplacer : \
         --force",
        path,
    )
}
