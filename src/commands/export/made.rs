//! The bytes of an export, and how the texts in them are found.

use std::io::Write;
use std::sync::Arc;

use anyhow::Result;

use crate::cli::ExportArgs;
use crate::export::{ExportFormat, ExportOptions, How, JsonList, MARKDOWN_MARK, Made};
use crate::lang::phrase;
use crate::portfolio::id_of;
use crate::render::{self, DIALECTS, Style};
use crate::session::logo::logo;
use crate::session::{Context, Failure, find_sheet};
use crate::sheet::rev::Exported;
use crate::text::wanted::ReadTexts;

/// Makes an export of these sheets, and says how the texts in it are found: that takes as long again,
/// and is needed only where something was left out.
pub(super) fn made(
    context: &Context,
    args: &ExportArgs,
    form: &ExportFormat,
    sheets: Arc<[Exported]>,
) -> Result<(Made, ReadTexts)> {
    let organisation = context.loaded.config.organisation.as_deref();
    let logo = logo(context)?;
    let of = of(context, args, &sheets)?;
    let options = ExportOptions {
        lang: context.lang(),
        organisation,
        today: context.today,
        config: &context.loaded.config,
        logo: &logo,
        page: args.page(),
        of: of.as_ref(),
        question: None,
        threads: context.threads,
    };
    match form.how {
        How::Bytes(make, texts) => Ok((make(sheets, &options)?, texts)),
        How::Json(make) => {
            let mut bytes = Vec::new();
            let JsonList { head, key, items } = make(sheets, &options);
            render::json_list(&head, key, items, &mut bytes)?;
            Ok((Made { bytes, remarks: Vec::new() }, render::json_texts))
        }
        How::Report(name, report) => {
            let report = report(sheets, &options);
            let style =
                Style { terminal: false, width: usize::from(u16::MAX), ..context.style(false) };
            let format = render::find(name).unwrap_or(&render::FORMATS[0]);
            let dialect = args.dialect.as_deref();
            let dialect = DIALECTS.iter().find(|known| Some(known.name) == dialect);
            let mut bytes = Vec::new();
            match dialect {
                Some(dialect) => render::csv_in(dialect, &report, &style, &mut bytes)?,
                None => (format.render)(&report, &style, &mut bytes)?,
            }
            if name == "markdown" {
                writeln!(bytes, "\n{MARKDOWN_MARK}")?;
            }
            Ok((Made { bytes, remarks: Vec::new() }, format.texts.unwrap_or(|_, _| ())))
        }
    }
}

/// The sheet that a form is to complete.
fn of(context: &Context, args: &ExportArgs, sheets: &[Exported]) -> Result<Option<Exported>> {
    let Some(typed) = &args.of else {
        return Ok(None);
    };
    let path = find_sheet::find_sheet(context, &context.collection()?, typed)?;
    let id = id_of(&path.shown).to_owned();
    match sheets.iter().find(|exported| exported.sheet.id == id) {
        Some(exported) => Ok(Some(exported.clone())),
        None => Err(Failure::no(phrase!(
            "{id} is not among the sheets that these readers may see",
            "{id} n'est pas parmi les fiches que ces destinataires peuvent voir",
            id,
        ))
        .into()),
    }
}
