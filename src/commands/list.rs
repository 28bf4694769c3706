//! `sheet list`, `sheet filter`: the sheets that a query selects, as a table.

use anyhow::Result;

use crate::cli::LayoutArgs;
use crate::lang::{phrase, plural};
use crate::query::sort;
use crate::report::list::{self, ListRow};
use crate::session::query_args;
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::rank::Rank;

/// Lists the sheets.
pub(super) fn run(context: &Context, asked: &[String], layout: &LayoutArgs) -> Result<Exit> {
    let Some(query) = query_args::query(context, asked) else {
        return Ok(Exit::Usage);
    };
    let Some((order, shape)) = query_args::layout(context, layout) else {
        return Ok(Exit::Usage);
    };
    let lang = context.lang();
    let mut selected = sheets::map_selected(context, &query, |entry| {
        let ranks: Vec<Rank> = order.iter().map(|by| Rank::of(&by.key, &entry.sheet)).collect();
        (ranks, ListRow::of(&entry.sheet, &shape, lang))
    })?;
    selected.answers.sort_by(|(one, _), (other, _)| sort::compare(one, other, &order));
    let listed: Vec<ListRow> = selected.answers.drain(..).map(|(_, listed)| listed).collect();
    context.answer(&list::report(&listed, &shape, lang))?;
    let sheets = plural::SHEET.phrase(listed.len());
    context.note(&if shape.most < listed.len() {
        phrase!("{shown} of {sheets}", "{shown} sur {sheets}", shown = shape.most, sheets,)
    } else {
        sheets
    });
    Ok(Exit::Success)
}
