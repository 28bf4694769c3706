//! What holds for every table, whatever stands in it.

use proptest::prelude::*;

use crate::import::spreadsheet::{read, recognizes};
use crate::import::{Import, ImportOptions};
use crate::lang::Lang;
use crate::sheet::write;

/// What may stand in a cell: labels, values of every sort, what people write around tables.
const TEXTS: [&str; 30] = [
    "",
    "",
    "",
    "Titre",
    "Projet",
    "Commune",
    "Coût HT",
    "Montant",
    "Début",
    "Équipe",
    "Remarques",
    "Durée (mois)",
    "Taxe",
    "Le lavoir",
    "La navette",
    "Orval",
    "900 €",
    "1 200,50",
    "mars 2023",
    "15/13/2023",
    "Ida ; Tom",
    "9",
    "HT",
    "Total",
    "Exemple",
    "JJ/MM/AAAA",
    "Champ texte",
    "#REF!",
    "une phrase, assez longue.",
    "un\ndeux",
];

/// All that an import says of what it read, but not the rows as a whole.
fn said(import: &Import) -> String {
    let mut said = String::new();
    let mut say = |text: &str| said.push_str(&format!("\n{text}"));
    for column in &import.columns {
        say(&column.name);
    }
    for left_out in &import.left_out {
        say(&left_out.text);
    }
    for draft in &import.drafts {
        match draft {
            Ok(draft) => {
                say(&write::write(&draft.sheet).expect("a sheet"));
                draft
                    .sheet
                    .extra
                    .iter()
                    .for_each(|(_, tree)| say(&format!("{tree:?}").replace("\\n", "\n")));
                draft.understood.iter().for_each(|field| say(&field.written));
                draft.kept.iter().chain(&draft.left_out).for_each(|text| say(&text.text));
            }
            Err(problem) => say(&problem.entry.as_ref().expect("a row").text),
        }
    }
    for finding in &import.findings {
        say(finding.label.get(Lang::Fr));
    }
    said
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// No text of a table is lost: it is in a sheet, or it is reported.
    #[test]
    fn no_cell_is_lost(cells in proptest::collection::vec(proptest::collection::vec(0..TEXTS.len(), 5), 1..9)) {
        let quoted = |at: &usize| format!("\"{}\"", TEXTS[*at]);
        let rows = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";") + "\n");
        let csv: String = rows.collect();
        recognizes(csv.as_bytes());
        // A file in which no table is found is reported as a whole.
        if let Ok(import) = read(csv.as_bytes(), &ImportOptions::default()) {
            let said = folded(&said(&import));
            for text in cells.iter().flatten().map(|at| folded(TEXTS[*at])) {
                prop_assert!(said.contains(&text), "{text:?} of\n{csv}\nis not in\n{said}");
            }
        }
    }

    #[test]
    fn no_bytes_stop_it(start in 0_usize..4, bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let start: &[u8] = [b"", b"PK\x03\x04".as_slice(), b"Titre;Commune\n", b"<office:document opendocument>"][start];
        let bytes = [start, &bytes].concat();
        recognizes(&bytes);
        let _ = read(&bytes, &ImportOptions::default());
    }
}
