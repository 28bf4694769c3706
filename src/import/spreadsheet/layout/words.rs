//! What people write around projects: above a column, beside the labels of the fields, in words that
//! would be too bold for a label on a page; before sums; where they explain what to write.

/// How surely a word names a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Where no other column does.
    Last,
    Word,
    Label,
}

/// Words above a column, folded and without those that say nothing, and the key of their field.
pub(super) const COLUMN_WORDS: [(&str, Rank, &[&str]); 10] = [
    (
        "title",
        Rank::Word,
        &[
            "",
            "projet",
            "action",
            "fiche action",
            "titre fiche action",
            "titre action",
            "nom action",
            "intitule action",
            "libelle",
            "libelle action",
            "project",
            "name",
        ],
    ),
    ("title", Rank::Last, &["objet", "objet convention", "objet demande", "objet subvention"]),
    (
        "territory.name",
        Rank::Word,
        &["collectivite", "nom commune", "nom collectivite", "town", "place"],
    ),
    (
        "territory.population",
        Rank::Word,
        &["nb hab", "nb habitant", "nbre habitant", "nombre hab", "hab", "pop"],
    ),
    ("territory.qpv", Rank::Word, &["qpv"]),
    (
        "team",
        Rank::Word,
        &[
            "qui",
            "referent",
            "referente",
            "chef",
            "cheffe",
            "chef fe",
            "responsable",
            "pilote",
            "personne pilote",
            "charge mission",
            "chargee mission",
            "intervenant",
            "who",
            "lead",
        ],
    ),
    ("status", Rank::Word, &["avancement", "etape projet"]),
    ("participation.target", Rank::Word, &["public", "beneficiaire vise"]),
    ("participation.reached", Rank::Word, &["nb participant", "nombre participant", "nb personne"]),
    ("tools", Rank::Word, &["methode", "outil"]),
];

/// What programs call a tab, folded and without its number.
pub(super) const TAB_NAMES: [&str; 5] = ["feuil", "feuille", "sheet", "tabelle", "hoja"];

/// Words with which a row of sums or of counts begins, folded.
pub(super) const TOTALS: [&str; 10] = [
    "total",
    "totaux",
    "sous total",
    "somme",
    "sommes",
    "subtotal",
    "sum",
    "moyenne",
    "nombre de lignes",
    "grand total",
];

/// Words of rows that say what is to be written below them, as `search_key` folds them.
pub(super) const GUIDANCE: [&str; 16] = [
    "champ",
    "texte",
    "numerique",
    "jj",
    "aaaa",
    "choisir",
    "choisissez",
    "choisi",
    "obligatoire",
    "facultatif",
    "saisir",
    "saisissez",
    "indiquer",
    "indiquez",
    "format",
    "text",
];
