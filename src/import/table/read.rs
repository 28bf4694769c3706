//! A table → drafts: its columns are placed, what must not be kept is taken out, slips are told.

use crate::finding::Finding;
use crate::import::codes::SECRET_LEFT_OUT;
use crate::import::table::secret::is_secret;
use crate::import::table::slips::note_slips;
use crate::import::table::{Column, Entry, Sureness, Target, draft, propose};
use crate::import::{Import, ImportOptions};
use crate::lang::phrase;
use crate::sheet::fields;
use crate::text::Span;

/// A table under way: its columns, and the entries that fill them.
pub(in crate::import) struct Table {
    pub columns: Vec<Column>,
    pub entries: Vec<Entry>,
    /// Makes words of the name of a column.
    pub read_name: fn(&str) -> String,
}

impl Default for Table {
    fn default() -> Table {
        Table { columns: Vec::new(), entries: Vec::new(), read_name: str::to_owned }
    }
}

impl Table {
    /// The index of a column, which is made where there is none of this name.
    pub(in crate::import) fn column(&mut self, name: &str, label: Option<String>) -> usize {
        let found = self.columns.iter().position(|column| column.name == name);
        found.unwrap_or_else(|| {
            self.columns.push(Column::new(name, label));
            self.columns.len() - 1
        })
    }

    /// That of a column of which the source says which field it is.
    pub(in crate::import) fn settled(
        &mut self,
        name: &str,
        label: Option<String>,
        key: &str,
    ) -> usize {
        let index = self.column(name, label);
        if let Some(field) = fields::find(key) {
            (self.columns[index].target, self.columns[index].sure) =
                (Target::Field(field), Sureness::Certain);
        }
        index
    }

    /// Takes note of what can be chosen in a column.
    pub(in crate::import) fn choose_from(&mut self, column: usize, options: &[(String, String)]) {
        let choices = &mut self.columns[column].choices;
        if choices.is_empty() {
            choices.extend(options.iter().map(|(_, label)| label.clone()));
        }
    }

    /// Places the columns, and reads every entry.
    pub(in crate::import) fn read(mut self, options: &ImportOptions) -> Import {
        if let Some(mapping) = options.mapping {
            mapping.apply(&mut self.columns);
        }
        let mut findings = Vec::new();
        for index in 0..self.columns.len() {
            if is_secret(&self.columns[index], index, &self.entries) {
                let column = &mut self.columns[index];
                (column.target, column.sure) = (Target::Nowhere, Sureness::Certain);
                findings.push(secret(column));
                self.entries
                    .iter_mut()
                    .for_each(|entry| entry.cells.retain(|cell| cell.column != index));
            }
        }
        propose(&mut self.columns, &self.entries, self.read_name);
        for entry in &mut self.entries {
            for cell in entry.cells.iter().filter(|cell| !cell.value.is_empty()) {
                self.columns[cell.column].filled += 1;
            }
            note_slips(entry, &self.columns);
        }
        let drafts = self.entries.iter().map(|entry| Ok(draft(entry, &self.columns, options)));
        Import { drafts: drafts.collect(), columns: self.columns, findings, ..Import::default() }
    }
}

fn secret(column: &Column) -> Finding {
    let name = column.shown();
    let label = phrase!(
        "the column `{name}` holds passwords or their digests; it is not kept anywhere",
        "la colonne `{name}` contient des mots de passe ou leurs empreintes ; elle n'est gardée \
         nulle part",
        name,
    );
    Finding::new(&SECRET_LEFT_OUT, Span::TOP, label)
}
