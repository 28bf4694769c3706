//! The kinds of findings in foreign files.

use crate::finding::{Lint, Severity};
use crate::import::spreadsheet::codes::{
    AMOUNT_WITHOUT_UNIT, FORMULA_WITHOUT_VALUE, HIDDEN, NOT_A_SPREADSHEET, NOT_SHOWN,
    SEVERAL_AMOUNTS, STRUCK_OUT, TOO_LARGE,
};
use crate::lang::text;

/// Every kind of this file, for `explain`.
pub(crate) static LINTS: [&Lint; 21] = [
    &NO_KNOWN_LABEL,
    &BROKEN_EXPORT,
    &NOT_IMPORTABLE,
    &NOT_A_WIKI_EXPORT,
    &UNKNOWN_TARGET,
    &SECRET_LEFT_OUT,
    &ENTRY_OF_OTHER_FORM,
    &NOT_PUBLISHED,
    &UNKNOWN_CODE,
    &COPIED_COORDINATE,
    &SPOILT_BY_PROGRAM,
    &AMOUNT_WITHOUT_UNIT,
    &UNREADABLE_ROW,
    &EXPORT_WITHOUT_RIGHTS,
    &NOT_A_SPREADSHEET,
    &TOO_LARGE,
    &HIDDEN,
    &STRUCK_OUT,
    &FORMULA_WITHOUT_VALUE,
    &NOT_SHOWN,
    &SEVERAL_AMOUNTS,
];

pub(crate) static NO_KNOWN_LABEL: Lint = Lint {
    code: "no-known-label",
    severity: Severity::Error,
    title: text!("not a project page", "pas une page de projet"),
    why: text!(
        "A page of the wiki is recognised by the labels of its form; without one, nothing says \
         what a line means.",
        "Une page du wiki se reconnaît aux libellés de son formulaire ; sans eux, rien ne dit ce \
         que signifie une ligne.",
    ),
    help: text!(
        "copy the whole page, labels included (`Nom du territoire`, `Demande Client`…)",
        "copiez toute la page, libellés compris (`Nom du territoire`, `Demande Client`…)",
    ),
    bad: "⟦Forum⟧ ouvert\nUne belle année.\n",
    good: "Forum ouvert\nNom du territoire\nTrifouilly\n",
};

pub(crate) static NOT_A_WIKI_EXPORT: Lint = Lint {
    code: "not-a-wiki-export",
    severity: Severity::Error,
    title: text!("not an export of the wiki", "pas un export du wiki"),
    why: text!(
        "No project can be read from a file that is broken, or of another kind; the other files are \
         imported.",
        "Aucun projet ne peut être lu dans un fichier abîmé, ou d'un autre type ; les autres \
         fichiers sont importés.",
    ),
    help: text!(
        "download it again from the wiki (`?api/forms/5/entries`), or name its kind: --from KIND",
        "téléchargez-le de nouveau depuis le wiki (`?api/forms/5/entries`), ou nommez sa sorte : --from \
         SORTE",
    ),
    bad: "{\"id_fiche\": ⟦\"⟧Forum",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\"}",
};

pub(crate) static BROKEN_EXPORT: Lint = Lint {
    code: "broken-export",
    severity: Severity::Error,
    title: text!("export that cannot be read back", "export impossible à relire"),
    why: text!(
        "An export comes back cell by cell. Where a line has more or fewer cells than the first, or \
         is cut off, a value could go to the wrong key; so nothing of the file is taken.",
        "Un export revient cellule par cellule. Si une ligne a plus ou moins de cellules que la \
         première, ou est coupée, une valeur pourrait aller à la mauvaise clé ; rien du fichier n'est \
         donc repris.",
    ),
    help: text!(
        "export again, and edit the new file",
        "exportez de nouveau, et modifiez le nouveau fichier",
    ),
    bad: "⟦⟧{\"id\": \"forum\", \"_rev\": \"all-1a2b3c4d\", \"title\": \"Fo",
    good: "{\"id\": \"forum\", \"_rev\": \"all-1a2b3c4d\", \"title\": \"Forum\"}\n",
};

pub(crate) static NOT_IMPORTABLE: Lint = Lint {
    code: "not-importable",
    severity: Severity::Error,
    title: text!("file that cannot be imported", "fichier qui ne s'importe pas"),
    why: text!(
        "Projects are read from texts with labels, from tables, and from the exports that come back. \
         From other files only a part could be read, and nobody would know which.",
        "Les projets se lisent dans des textes à libellés, des tableaux, et les exports qui se \
         réimportent. D'un autre fichier, une partie seulement serait lue, sans qu'on sache laquelle.",
    ),
    help: text!(
        "save its text in a file that ends in .txt, and import that file",
        "enregistrez son texte dans un fichier en .txt, et importez ce fichier",
    ),
    bad: "⟦⟧%PDF-1.7\n",
    good: "Nom du territoire : Oie\n",
};

pub(crate) static UNKNOWN_TARGET: Lint = Lint {
    code: "unknown-target",
    severity: Severity::Error,
    title: text!("column with no place", "colonne sans destination"),
    why: text!(
        "A file of columns says for each where its values go: to a field, to `extra`, or nowhere.",
        "Un fichier de colonnes dit de chacune où vont ses valeurs : dans un champ, dans `extra`, \
         ou nulle part.",
    ),
    help: text!(
        "write the key of a field, `extra` or `nothing`",
        "écrivez la clé d'un champ, `extra` ou `nothing`",
    ),
    bad: "columns:\n  bf_titre: ⟦titel⟧\n",
    good: "columns:\n  bf_titre: title\n",
};

pub(crate) static SECRET_LEFT_OUT: Lint = Lint {
    code: "secret-left-out",
    severity: Severity::Warning,
    title: text!("passwords left out", "mots de passe laissés de côté"),
    why: text!(
        "A form that makes accounts exports digests of passwords, from which passwords can be \
         guessed; a sheet is read by many.",
        "Un formulaire qui crée des comptes exporte des empreintes de mots de passe, d'où l'on peut \
         les deviner ; une fiche est lue par beaucoup de monde.",
    ),
    help: text!(
        "delete the export when it is imported, and hide this field on the wiki",
        "supprimez l'export une fois importé, et cachez ce champ sur le wiki",
    ),
    bad: "⟦⟧{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"mot_de_passe\": \"900150983cd24fb0d6963f7d28e17f72\"}",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\"}",
};

pub(crate) static ENTRY_OF_OTHER_FORM: Lint = Lint {
    code: "entry-of-other-form",
    severity: Severity::Warning,
    title: text!("entry of another form", "entrée d'un autre formulaire"),
    why: text!(
        "The schema of one form does not say what the properties of another mean.",
        "Le schéma d'un formulaire ne dit pas ce que signifient les propriétés d'un autre.",
    ),
    help: text!(
        "give the schema of its form as well: --form FILE",
        "donnez aussi le schéma de son formulaire : --form FICHIER",
    ),
    bad: "⟦⟧{\"id_fiche\": \"Jeux\", \"bf_titre\": \"Jeux\", \"id_typeannonce\": \"2\"}",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"id_typeannonce\": \"5\"}",
};

pub(crate) static NOT_PUBLISHED: Lint = Lint {
    code: "not-published",
    severity: Severity::Warning,
    title: text!("entry not published", "entrée non publiée"),
    why: text!(
        "An entry that the wiki does not show may be a draft, or was hidden on purpose.",
        "Une entrée que le wiki ne montre pas est peut-être un brouillon, ou a été cachée exprès.",
    ),
    help: text!(
        "make sure that it is meant to be a sheet; if it is not for all, add `visibility: private`",
        "vérifiez qu'elle doit devenir une fiche ; si elle n'est pas pour tous, ajoutez `visibility: private`",
    ),
    bad: "⟦⟧{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"statut_fiche\": \"0\"}",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"statut_fiche\": \"1\"}",
};

pub(crate) static UNKNOWN_CODE: Lint = Lint {
    code: "unknown-code",
    severity: Severity::Warning,
    title: text!("code without its label", "code sans son libellé"),
    why: text!(
        "The wiki stores the choices of a list as codes; only the form's schema knows what they \
         stand for.",
        "Le wiki enregistre les choix d'une liste en codes ; seul le schéma du formulaire sait ce \
         qu'ils veulent dire.",
    ),
    help: text!(
        "give the form's schema (`?api/forms/5`): --form FILE; the codes are kept under `extra`",
        "donnez le schéma du formulaire (`?api/forms/5`) : --form FICHIER ; les codes sont gardés \
         sous `extra`",
    ),
    bad: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"checkboxListeOutils\": ⟦\"1,3\"⟧}",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"checkboxListeOutils\": \"\"}",
};

pub(crate) static COPIED_COORDINATE: Lint = Lint {
    code: "copied-coordinate",
    severity: Severity::Warning,
    title: text!("latitude copied into longitude", "latitude recopiée dans la longitude"),
    why: text!(
        "The wiki sometimes stores the latitude twice; the place is then far from where it is.",
        "Le wiki enregistre parfois deux fois la latitude ; le lieu se retrouve loin de sa place.",
    ),
    help: text!(
        "correct it on the wiki, then import again",
        "corrigez-la sur le wiki, puis importez de nouveau"
    ),
    bad: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"bf_latitude\": \"48.1\", \"bf_longitude\": ⟦\"48.1\"⟧}",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"bf_latitude\": \"48.1\", \"bf_longitude\": \"-3.9\"}",
};

pub(crate) static SPOILT_BY_PROGRAM: Lint = Lint {
    code: "spoilt-by-program",
    severity: Severity::Warning,
    title: text!("value spoilt by a program", "valeur abîmée par un logiciel"),
    why: text!(
        "A spreadsheet that opens an export may change what it takes for numbers and dates, and \
         nothing in the file says what was there.",
        "Un tableur qui ouvre un export peut changer ce qu'il prend pour des nombres ou des dates, \
         et rien dans le fichier ne dit ce qu'il y avait.",
    ),
    help: text!(
        "import the file as the wiki gave it, or look the value up there",
        "importez le fichier tel que le wiki l'a donné, ou relisez la valeur là-bas",
    ),
    bad: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"bf_siret\": ⟦\"2,17501E+13\"⟧}",
    good: "{\"id_fiche\": \"Forum\", \"bf_titre\": \"Forum\", \"bf_siret\": \"21750100000000\"}",
};

pub(crate) static UNREADABLE_ROW: Lint = Lint {
    code: "unreadable-row",
    severity: Severity::Error,
    title: text!("row that cannot be read", "ligne illisible"),
    why: text!(
        "Where a row has more cells than there are columns, or a quotation mark is left open, \
         nobody can tell which value belongs to which column.",
        "Quand une ligne a plus de cellules que de colonnes, ou qu'un guillemet reste ouvert, \
         personne ne peut dire quelle valeur va sous quelle colonne.",
    ),
    help: text!(
        "correct the row, or export it again; the other rows are imported",
        "corrigez la ligne, ou exportez-la de nouveau ; les autres lignes sont importées",
    ),
    bad: "datetime_create,bf_titre\n⟦⟧,Forum,1,2\n",
    good: "datetime_create,bf_titre\n,Forum\n",
};

pub(crate) static EXPORT_WITHOUT_RIGHTS: Lint = Lint {
    code: "export-without-rights",
    severity: Severity::Warning,
    title: text!("export made without rights?", "export fait sans les droits ?"),
    why: text!(
        "The wiki leaves empty what its reader may not see; such an export looks whole and says \
         little. No value of a sheet is emptied by it.",
        "Le wiki laisse vide ce que son lecteur n'a pas le droit de voir ; un tel export a \
         l'air entier et dit peu. Aucune valeur d'une fiche n'en est vidée.",
    ),
    help: text!(
        "log in to the wiki, then export again",
        "connectez-vous au wiki, puis exportez de nouveau",
    ),
    bad: "⟦⟧[{\"id_fiche\": \"A\", \"bf_titre\": \"A\", \"bf_lieu\": \"\", \"bf_cout\": \"\", \"bf_debut\": \"\", \"bf_fin\": \"\", \"bf_demande\": \"\"}, {\"id_fiche\": \"B\", \"bf_titre\": \"B\", \"bf_lieu\": \"\"}]",
    good: "[{\"id_fiche\": \"A\", \"bf_titre\": \"A\", \"bf_lieu\": \"Trifouilly\"}, {\"id_fiche\": \"B\", \"bf_titre\": \"B\", \"bf_lieu\": \"\"}]",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{IMPORTERS, Import, ImportOptions, Mapping, form};
    use crate::text::Source;

    /// The codes that importers report of a text, and those of a file of columns.
    fn reported(text: &str) -> Vec<&'static str> {
        let text = text.replace(['⟦', '⟧'], "");
        let forms = [form(b"{\"id\": \"5\", \"template\": []}").expect("a form")];
        let options = ImportOptions { forms: &forms, ..ImportOptions::default() };
        let codes = |import: Import| {
            let drafts = import.drafts.into_iter().flat_map(|draft| match draft {
                Ok(draft) => draft.findings,
                Err(problem) => vec![*problem.finding],
            });
            drafts.chain(import.findings).map(|finding| finding.lint.code).collect::<Vec<_>>()
        };
        let known = IMPORTERS.iter().filter(|importer| (importer.recognizes)(text.as_bytes()));
        let of_files =
            known.flat_map(|importer| match (importer.read)(text.as_bytes(), &options) {
                Err(finding) => vec![finding.lint.code],
                Ok(import) => codes(import),
            });
        let (_, findings) = Mapping::read(&Source::of("a", text.clone()));
        let of_mapping = findings.iter().map(|finding| finding.lint.code);
        of_files.chain(of_mapping.filter(|code| *code == UNKNOWN_TARGET.code)).collect()
    }

    #[test]
    fn the_examples_of_every_code_are_read_as_they_say() {
        let elsewhere = [NO_KNOWN_LABEL.code, NOT_IMPORTABLE.code];
        for lint in LINTS.iter().filter(|lint| !elsewhere.contains(&lint.code)) {
            assert!(reported(lint.bad).contains(&lint.code), "{}", lint.code);
            assert!(!reported(lint.good).contains(&lint.code), "{}", lint.code);
        }
    }

    #[test]
    fn a_text_without_labels_is_no_page() {
        let options = ImportOptions::default();
        let page = IMPORTERS.last().expect("an importer");
        let read = |text: &str| (page.read)(text.replace(['⟦', '⟧'], "").as_bytes(), &options);
        let refused = read(NO_KNOWN_LABEL.bad).err().expect("no page");
        assert_eq!(refused.lint.code, NO_KNOWN_LABEL.code);
        assert!(read(NO_KNOWN_LABEL.good).is_ok());
    }
}
