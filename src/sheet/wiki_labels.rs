//! The labels of the wiki's page, in their order: whence most sheets come.

use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::text::fold::name_key;

/// One label.
pub struct Label {
    /// Its spellings, folded, without punctuation at the end. `*` stands for the name of an
    /// organisation, which varies.
    pub names: &'static [&'static str],
    /// The key of the field that it names; a heading has none.
    pub key: &'static str,
    pub holds: LabelContent,
}

/// What follows a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelContent {
    /// Nothing: a heading.
    Nothing,
    /// A value of one line.
    Line,
    /// A value of one line or several: names, amounts with shares.
    Names,
    /// Paragraphs.
    Prose,
    /// Items.
    Items,
}

const fn label(names: &'static [&'static str], key: &'static str, holds: LabelContent) -> Label {
    Label { names, key, holds }
}

/// The labels, in the order of the page.
pub static LABELS: [Label; 22] = [
    label(&["le territoire"], "", LabelContent::Nothing),
    label(&["nom du territoire"], "territory.name", LabelContent::Line),
    label(&["nombre d'habitants"], "territory.population", LabelContent::Line),
    label(
        &["commanditaire", "commanditaires", "commanditaire(s)"],
        "commissioners",
        LabelContent::Names,
    ),
    label(&["adresse"], "territory.address", LabelContent::Line),
    label(&["le cadre du projet"], "", LabelContent::Nothing),
    label(&["cout"], "cost", LabelContent::Names),
    label(&["duree"], "dates.duration", LabelContent::Line),
    label(&["date de debut"], "dates.start", LabelContent::Line),
    label(&["date de fin"], "dates.end", LabelContent::Line),
    label(&["personnes qui ont travaille sur ce projet"], "team", LabelContent::Names),
    label(
        &["structures partenaires sur ce projet", "structures partenaires"],
        "partners",
        LabelContent::Names,
    ),
    label(&["description du projet"], "", LabelContent::Nothing),
    label(&["demande client", "demande du client"], "description.request", LabelContent::Prose),
    label(&["proposition *"], "description.proposal", LabelContent::Prose),
    label(&["outils utilises dans ce projet", "outils utilises"], "tools", LabelContent::Items),
    label(&["retour d'experience"], "", LabelContent::Nothing),
    label(&["les pepites methodo", "pepites methodo"], "lessons.nuggets", LabelContent::Items),
    label(
        &[
            "documents produits sur ce projet, resultats/livrables",
            "documents produits sur ce projet",
            "documents produits",
        ],
        "documents",
        LabelContent::Items,
    ),
    label(
        &[
            "ce qui m'a etonne/marque",
            "ce qui m'a etonne",
            "ce qui nous a etonnes/marques",
            "ce qui nous a surpris",
        ],
        "lessons.surprises",
        LabelContent::Items,
    ),
    label(
        &["le petit mot de chaque membre de l'equipe", "le petit mot de chaque membre"],
        "lessons.words",
        LabelContent::Items,
    ),
    label(&["avec quels membres de *", "avec quels membres"], "members", LabelContent::Names),
];

/// The field whose label on the page this is, whatever its accents.
pub fn labelled(name: &str) -> Option<&'static Field> {
    let folded = name_key(name);
    let bare = folded.trim_end_matches(['!', '?', ' ']);
    // The name of the organisation stands in some of them.
    let is_label = |name: &&str| match name.strip_suffix('*') {
        Some(head) => bare.starts_with(head),
        None => bare == *name,
    };
    let label = LABELS.iter().find(|label| label.names.iter().any(&is_label))?;
    fields::find(label.key)
}
