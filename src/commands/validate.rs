//! `sheet validate`: every finding of every sheet, at once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::ValidateArgs;
use crate::commands::{Context, Exit};
use crate::finding::{Kind, Notice, Tally};
use crate::lang::Text;
use crate::portfolio::Entry;
use crate::report::validate;
use crate::rules::{self, Fact, Remark};
use crate::store::{Collection, SheetPath, Trouble};

/// Validates the collection, or some of its files; rules across sheets see all of it.
pub fn run(context: &Context, args: &ValidateArgs) -> Result<Exit> {
    let (paths, wanted) = chosen(context, &args.paths)?;
    let today = context.today;
    let portfolio = context.ask_files(&paths, |entry| {
        let findings = rules::check(&entry, today).into_iter();
        let notices: Vec<Notice> = findings.map(|finding| entry.notice(finding)).collect();
        (rules::fact(&entry), notices)
    });
    let (facts, told): (Vec<Fact>, Vec<Vec<Notice>>) = portfolio.answers.into_iter().unzip();
    let mut notices: Vec<Notice> = told.into_iter().flatten().collect();
    notices.extend(portfolio.unreadable);
    notices.extend(across(context, &paths, &facts));
    notices.retain(|notice| wanted.as_ref().is_none_or(|wanted| wanted.contains(&notice.path)));
    notices.sort_by(|one, other| {
        let key = |notice: &Notice| (notice.path.clone(), notice.finding.span);
        key(one).cmp(&key(other))
    });
    let tally = Tally::of(notices.iter().map(|notice| &notice.finding));
    let sheets = wanted.map_or(paths.len(), |wanted| wanted.len());
    context.answer(&validate::report(notices, sheets, context.lang()))?;
    let bad = tally.errors + if args.strict { tally.warnings } else { 0 };
    Ok(if bad > 0 { Exit::No } else { Exit::Done })
}

/// What the rules across sheets say, each at its place: those files are read again.
fn across(context: &Context, paths: &[SheetPath], facts: &[Fact]) -> Vec<Notice> {
    let mut told: HashMap<&str, Vec<(&'static Kind, Remark)>> = HashMap::new();
    for (index, kind, remark) in rules::check_across(facts) {
        told.entry(&facts[index].path).or_default().push((kind, remark));
    }
    let there = |path: &&SheetPath| told.contains_key(path.shown.as_str());
    let again: Vec<SheetPath> = paths.iter().filter(there).cloned().collect();
    let placed = context.ask_files(&again, |entry: Entry| {
        let remarks = told[entry.source.path.as_str()].iter();
        let findings = remarks.map(|(kind, remark)| rules::place(&entry, kind, remark.clone()));
        findings.map(|finding| entry.notice(finding)).collect::<Vec<_>>()
    });
    placed.answers.into_iter().flatten().collect()
}

/// The files to read, and the shown paths of those to tell about, if not of all.
fn chosen(context: &Context, given: &[PathBuf]) -> Result<(Vec<SheetPath>, Option<Vec<String>>)> {
    if given.is_empty() {
        return Ok((context.collection()?.paths()?, None));
    }
    let collection = context.collection().ok();
    let mut all = match &collection {
        Some(collection) => collection.paths()?,
        None => Vec::new(),
    };
    let mut wanted = Vec::new();
    for path in given {
        // As it is given, or as this command shows it: from the root of the collection.
        let root = collection.as_ref().map_or(&context.here, |collection| &collection.root);
        let places = [context.here.join(path), root.join(path)];
        let found = places.iter().find_map(|place| place.canonicalize().ok());
        let full = found.unwrap_or_else(|| places[0].clone());
        let inside: Vec<String> = below(&all, &full).map(|path| path.shown.clone()).collect();
        if inside.is_empty() {
            if !full.exists() {
                let doing = Text::new("cannot read", "impossible de lire");
                return Err(Trouble::io(doing, path, &std::io::ErrorKind::NotFound.into()).into());
            }
            let alone = Collection::outside(&full, path)?;
            wanted.extend(alone.iter().map(|path| path.shown.clone()));
            all.extend(alone);
        }
        wanted.extend(inside);
    }
    wanted.sort();
    wanted.dedup();
    Ok((all, Some(wanted)))
}

fn below<'a>(all: &'a [SheetPath], folder: &'a Path) -> impl Iterator<Item = &'a SheetPath> {
    all.iter().filter(move |path| path.full.starts_with(folder))
}
