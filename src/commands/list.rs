//! `sheet list`, `sheet filter`: the sheets that a query selects, as a table.

use anyhow::Result;

use crate::cli::LayoutArgs;
use crate::lang::{phrase, plural};
use crate::query::sort;
use crate::report::list::{self, ListRow};
use crate::session::query_args;
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::rank::Rank;
use crate::stats::allocation::Counted;

/// Lists the sheets.
pub(super) fn run(context: &Context, terms: &[String], args: &LayoutArgs) -> Result<Exit> {
    let selection = selection::selection(context, terms)?;
    let (sort_keys, mut layout) = query_args::layout(context, args, terms)?;
    layout.counted = selection.query.years().map(|_| Counted::Whole);
    let lang = context.lang();
    let mut selected = sheets::map_selected(context, &selection, |entry| {
        let ranks: Vec<Rank> =
            sort_keys.iter().map(|sort| Rank::of(&sort.key, &entry.sheet)).collect();
        (ranks, ListRow::of(&entry.sheet, &layout, lang))
    })?;
    selected.answers.sort_by(|(a, _), (b, _)| sort::compare(a, b, &sort_keys));
    let rows: Vec<ListRow> = selected.answers.into_iter().map(|(_, row)| row).collect();
    let total = plural::SHEET.phrase(rows.len());
    let (shown, lines) = (layout.limit, list::count(&rows, &layout));
    context.answer(&list::report(rows, &layout, lang))?;
    context.note(&if lines <= shown {
        total
    } else if layout.group.is_none() {
        phrase!("{shown} of {total}", "{shown} sur {total}", shown, total)
    } else {
        phrase!(
            "{shown} of {lines} lines, for {total}",
            "{shown} sur {lines} lignes, pour {total}",
            shown,
            lines,
            total,
        )
    });
    Ok(Exit::Success)
}
