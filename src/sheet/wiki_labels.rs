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
}

const fn label(names: &'static [&'static str], key: &'static str) -> Label {
    Label { names, key }
}

/// The labels, in the order of the page.
pub static LABELS: [Label; 22] = [
    label(&["le territoire"], ""),
    label(&["nom du territoire"], "territory.name"),
    label(&["nombre d'habitants"], "territory.population"),
    label(&["commanditaire", "commanditaires", "commanditaire(s)"], "commissioners"),
    label(&["adresse"], "territory.address"),
    label(&["le cadre du projet"], ""),
    label(&["cout"], "cost"),
    label(&["duree"], "dates.duration"),
    label(&["date de debut"], "dates.start"),
    label(&["date de fin"], "dates.end"),
    label(&["personnes qui ont travaille sur ce projet"], "team"),
    label(&["structures partenaires sur ce projet", "structures partenaires"], "partners"),
    label(&["description du projet"], ""),
    label(&["demande client", "demande du client"], "description.request"),
    label(&["proposition *"], "description.proposal"),
    label(&["outils utilises dans ce projet", "outils utilises"], "tools"),
    label(&["retour d'experience"], ""),
    label(&["les pepites methodo", "pepites methodo"], "lessons.nuggets"),
    label(
        &[
            "documents produits sur ce projet, resultats/livrables",
            "documents produits sur ce projet",
            "documents produits",
            "fichiers joints",
            "pieces jointes",
        ],
        "documents",
    ),
    label(
        &[
            "ce qui m'a etonne/marque",
            "ce qui m'a etonne",
            "ce qui nous a etonnes/marques",
            "ce qui nous a surpris",
        ],
        "lessons.surprises",
    ),
    label(
        &["le petit mot de chaque membre de l'equipe", "le petit mot de chaque membre"],
        "lessons.words",
    ),
    label(&["avec quels membres de *", "avec quels membres"], "members"),
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
