//! The bytes of an export, and what their readers find in them.

use std::io::Write;

use anyhow::Result;

use crate::cli::ExportArgs;
use crate::export::{ExportFormat, ExportOptions, How, MARKDOWN_MARK, Made};
use crate::render::{self, DIALECTS, Style};
use crate::session::Context;
use crate::sheet::rev::Exported;

/// Makes an export of these sheets, and gives every text in it.
pub(super) fn made(
    context: &Context,
    args: &ExportArgs,
    form: &ExportFormat,
    sheets: &[Exported],
) -> Result<(Made, Vec<String>)> {
    let organisation = context.loaded.config.organisation.as_deref();
    let options = ExportOptions { lang: context.lang(), organisation, today: context.today };
    match form.how {
        How::Bytes(make, texts) => {
            let made = make(sheets, &options)?;
            let texts = texts(&made.bytes);
            Ok((made, texts))
        }
        How::Json(value) => {
            let mut bytes = Vec::new();
            render::json_tree(&value(sheets, &options), &mut bytes)?;
            let texts = render::json_texts(&bytes);
            Ok((Made { bytes, remarks: Vec::new() }, texts))
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
            let texts = format.texts.map(|texts| texts(&bytes)).unwrap_or_default();
            if name == "markdown" {
                writeln!(bytes, "\n{MARKDOWN_MARK}")?;
            }
            Ok((Made { bytes, remarks: Vec::new() }, texts))
        }
    }
}
