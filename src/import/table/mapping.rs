//! What somebody has settled of the columns of a table: a file that can be proposed, read and kept.

use std::fmt::Write;

use crate::finding::Finding;
use crate::import::codes::UNKNOWN_TARGET;
use crate::import::table::{Column, Sureness, Target};
use crate::lang::common::did_you_mean;
use crate::lang::{Lang, text};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::key::Key;
use crate::sheet::section::Section;
use crate::sheet::write;
use crate::text::Source;
use crate::text::fold::name_key;
use crate::tree::Tree;
use crate::yaml::parse::parse;

/// Where the values of some columns go, by the names or the labels of these.
#[derive(Clone, Default)]
pub(crate) struct Mapping {
    settled: Vec<Settled>,
}

/// Where the values of a column go.
#[derive(Clone)]
struct Settled {
    /// The name of the column as it is written.
    name: String,
    target: Target,
}

impl Settled {
    fn is_of(&self, column: &Column) -> bool {
        let names = [Some(&column.name), column.label.as_ref()];
        names.into_iter().flatten().any(|name| name_key(name) == name_key(&self.name))
    }
}

/// The key of the file below which the columns stand.
const COLUMNS: &str = "columns";
/// What stands for a column whose values go to `extra`, and for one that is left out.
const EXTRA: &str = "extra";
const NOWHERE: &str = "nothing";

impl Mapping {
    /// Reads a file, collecting every finding.
    pub(crate) fn read(source: &Source) -> (Mapping, Vec<Finding>) {
        let parsed = match parse(source) {
            Ok(parsed) => parsed,
            Err(finding) => return (Mapping::default(), vec![*finding]),
        };
        let mut findings = parsed.findings;
        let mut mapping = Mapping::default();
        let columns = parsed.node.pair(COLUMNS).map_or(&parsed.node, |pair| &pair.value);
        for pair in columns.pairs() {
            let written = pair.value.text().unwrap_or_default().trim();
            match target(written) {
                Some(target) => {
                    mapping.settled.push(Settled { name: pair.key.to_string(), target })
                }
                None => findings.push(unknown(pair.value.span, written)),
            }
        }
        (mapping, findings)
    }

    /// Settles the columns that it names.
    pub(in crate::import) fn apply(&self, columns: &mut [Column]) {
        for column in columns {
            if let Some(settled) = self.settled.iter().find(|settled| settled.is_of(column)) {
                (column.target, column.sure) = (settled.target, Sureness::Settled);
            }
        }
    }

    /// The columns that it names and that are not there.
    pub(crate) fn unknown<'m>(&'m self, columns: &[(String, Column)]) -> Vec<&'m str> {
        let is_missing =
            |settled: &&Settled| !columns.iter().any(|(_, column)| settled.is_of(column));
        self.settled.iter().filter(is_missing).map(|settled| settled.name.as_str()).collect()
    }

    /// The file that says of these columns what is said of them now, to be looked through.
    pub(crate) fn written(columns: &[&Column], lang: Lang) -> String {
        let mut out = String::new();
        for line in HEAD.get(lang).lines() {
            let _ = writeln!(out, "# {line}");
        }
        let _ = writeln!(out, "{COLUMNS}:");
        for column in columns {
            let target = match column.target {
                Target::Field(field) => field.key,
                Target::Extra => EXTRA,
                Target::Nowhere => NOWHERE,
            };
            let line = write::pair(&column.name, &Tree::text(target));
            let sure = column.sure.label().get(lang);
            let label = column.label.as_deref().map(|label| format!("{label} · "));
            let note = format!("{}{sure}", label.unwrap_or_default());
            let note: String = note.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let _ = writeln!(out, "  {}  # {note}", line.trim_end());
        }
        out
    }
}

const HEAD: crate::lang::Text = text!(
    "Where the values of each column go: the key of a field (docs/format.md),\n`extra` to keep \
     them under their label, `nothing` to leave them out.\nCorrect it, then: sheet import FILE --map \
     THIS-FILE",
    "Où vont les valeurs de chaque colonne : la clé d'un champ (docs/format.md),\n`extra` pour les \
     garder sous leur libellé, `nothing` pour les laisser de côté.\nCorrigez, puis : sheet import \
     FICHIER --map CE-FICHIER",
);

fn target(written: &str) -> Option<Target> {
    match written {
        EXTRA | "" => Some(Target::Extra),
        NOWHERE => Some(Target::Nowhere),
        name => field(name).map(Target::Field),
    }
}

fn field(name: &str) -> Option<&'static Field> {
    match Key::typed(name)? {
        Key::Field(field) if !matches!(field.section, Section::Derived) => Some(field),
        _ => None,
    }
}

fn unknown(span: crate::text::Span, written: &str) -> Finding {
    let label = text!("no field of this name", "aucun champ de ce nom");
    let finding = Finding::new(&UNKNOWN_TARGET, span, label);
    match fields::near(written) {
        Some(near) => finding.with_help(did_you_mean(near.key)),
        None => finding,
    }
}
