//! The labels of the wiki's page, in their order: whence most sheets come.

/// One label.
pub struct Label {
    /// Its spellings, folded, without punctuation at the end. `*` stands for the name of an
    /// organisation, which varies.
    pub names: &'static [&'static str],
    /// The key of the field that it names; a heading has none.
    pub key: &'static str,
    pub holds: Holds,
}

/// What follows a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
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

const fn label(names: &'static [&'static str], key: &'static str, holds: Holds) -> Label {
    Label { names, key, holds }
}

/// The labels, in the order of the page.
pub static LABELS: [Label; 22] = [
    label(&["le territoire"], "", Holds::Nothing),
    label(&["nom du territoire"], "territory.name", Holds::Line),
    label(&["nombre d'habitants"], "territory.population", Holds::Line),
    label(&["commanditaire", "commanditaires", "commanditaire(s)"], "commissioners", Holds::Names),
    label(&["adresse"], "territory.address", Holds::Line),
    label(&["le cadre du projet"], "", Holds::Nothing),
    label(&["cout"], "cost", Holds::Names),
    label(&["duree"], "dates.duration", Holds::Line),
    label(&["date de debut"], "dates.start", Holds::Line),
    label(&["date de fin"], "dates.end", Holds::Line),
    label(&["personnes qui ont travaille sur ce projet"], "team", Holds::Names),
    label(
        &["structures partenaires sur ce projet", "structures partenaires"],
        "partners",
        Holds::Names,
    ),
    label(&["description du projet"], "", Holds::Nothing),
    label(&["demande client", "demande du client"], "description.request", Holds::Prose),
    label(&["proposition *"], "description.proposal", Holds::Prose),
    label(&["outils utilises dans ce projet", "outils utilises"], "tools", Holds::Items),
    label(&["retour d'experience"], "", Holds::Nothing),
    label(&["les pepites methodo", "pepites methodo"], "lessons.nuggets", Holds::Items),
    label(
        &[
            "documents produits sur ce projet, resultats/livrables",
            "documents produits sur ce projet",
            "documents produits",
        ],
        "documents",
        Holds::Items,
    ),
    label(
        &[
            "ce qui m'a etonne/marque",
            "ce qui m'a etonne",
            "ce qui nous a etonnes/marques",
            "ce qui nous a surpris",
        ],
        "lessons.surprises",
        Holds::Items,
    ),
    label(
        &["le petit mot de chaque membre de l'equipe", "le petit mot de chaque membre"],
        "lessons.words",
        Holds::Items,
    ),
    label(&["avec quels membres de *", "avec quels membres"], "members", Holds::Names),
];
