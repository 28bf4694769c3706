//! The keys of `sheet.yaml`, with what each is for.

use crate::lang::{Text, text};
use crate::sheet::field::Names;

/// A key, with what it is for.
pub(super) struct Setting {
    pub key: &'static str,
    pub about: Text,
}

/// The keys at the top.
pub(super) const SETTINGS: [Setting; 12] = [
    Setting {
        key: "language",
        about: text!("Language of the answers: fr or en", "Langue des réponses : fr ou en"),
    },
    Setting {
        key: "organisation",
        about: text!(
            "Name that heads the answers in Markdown and HTML",
            "Nom en tête des réponses en Markdown et en HTML",
        ),
    },
    Setting {
        key: "mapping",
        about: text!(
            "File that says which column of the wiki is which field",
            "Fichier qui dit quelle colonne du wiki est quel champ",
        ),
    },
    Setting {
        key: "severities",
        about: text!(
            "How much findings weigh here: error, warning, hint or off",
            "Gravité des constats ici : error, warning, hint ou off",
        ),
    },
    Setting {
        key: "required",
        about: text!(
            "Fields that every sheet must have here",
            "Champs obligatoires ici dans chaque fiche",
        ),
    },
    Setting {
        key: "vocabulary",
        about: text!("Names to be used, and their variants", "Noms à employer, et leurs variantes"),
    },
    Setting {
        key: "views",
        about: text!(
            "Queries with a name, asked for by @name",
            "Requêtes qui ont un nom, à demander par @nom",
        ),
    },
    Setting { key: "columns", about: COLUMNS },
    Setting { key: "sort", about: SORT },
    Setting { key: "group", about: GROUP },
    Setting { key: "totals", about: TOTALS },
    Setting { key: "queries", about: text!("Called `views` now", "S'appelle maintenant `views`") },
];

/// The keys of an organisation, where more than its name is said.
pub(super) const ORGANISATION: [Setting; 3] = [
    Setting { key: "name", about: text!("Its name", "Son nom") },
    Setting {
        key: "colour",
        about: text!(
            "Colour of its pages, in quotation marks: \"#0b6558\"",
            "Couleur de ses pages, entre guillemets : \"#0b6558\"",
        ),
    },
    Setting {
        key: "logo",
        about: text!(
            "Picture on its pages, from the folder of sheet.yaml",
            "Image sur ses pages, à partir du dossier de sheet.yaml",
        ),
    },
];

/// The keys of a view; the last four say how its list is laid out.
pub(super) const VIEW: [Setting; 5] = [
    Setting { key: "query", about: text!("The query of the view", "La requête de la vue") },
    Setting { key: "columns", about: COLUMNS },
    Setting { key: "sort", about: SORT },
    Setting { key: "group", about: GROUP },
    Setting { key: "totals", about: TOTALS },
];

/// The keys below `vocabulary`, with what they list.
pub(super) const VOCABULARIES: [(Setting, Names); 3] = [
    (
        Setting { key: "tools", about: text!("Tools and methods", "Outils et méthodes") },
        Names::Tools,
    ),
    (
        Setting {
            key: "people",
            about: text!("People of the cooperative", "Personnes de la coopérative"),
        },
        Names::People,
    ),
    (
        Setting {
            key: "organisations",
            about: text!(
                "Organisations, each read as one name",
                "Organisations, chacune lue en un seul nom",
            ),
        },
        Names::Organisations,
    ),
];

/// The keys of a name that has variants.
pub(super) const NAME: [Setting; 2] = [
    Setting { key: "name", about: text!("The name to be used", "Le nom à employer") },
    Setting { key: "aliases", about: text!("Its variants", "Ses variantes") },
];

/// What is said of a person beside that.
pub(super) const PERSON: [Setting; 1] = [Setting {
    key: "email",
    about: text!(
        "E-mail address to which `sheet ask` writes",
        "Adresse e-mail à laquelle écrit `sheet ask`",
    ),
}];

/// The keys of settings, in their order.
pub(super) fn keys<const N: usize>(settings: &[Setting; N]) -> [&'static str; N] {
    std::array::from_fn(|index| settings[index].key)
}

const COLUMNS: Text = text!("Columns of lists", "Colonnes des listes");
const SORT: Text = text!(
    "What lists are sorted by; -cost: the greatest first",
    "Ordre des listes ; -coût : du plus grand au plus petit",
);
const GROUP: Text = text!("What lists are grouped by", "Regroupement des listes");
const TOTALS: Text = text!("Whether lists end with totals", "Totaux au bas des listes ou non");
