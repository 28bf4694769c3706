//! What the wiki says by itself of an entry, in old and in new versions.

/// What a property of the wiki's own says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Own {
    Id,
    Title,
    Url,
    Form,
    /// Whether it is published: `1`.
    Published,
    /// A date, an author, a row for its own pages: nothing about the project.
    Nothing,
}

/// The properties of every version, each with those names that it has had.
const OLD: [(&str, Own); 15] = [
    ("id_fiche", Own::Id),
    ("bf_titre", Own::Title),
    ("url", Own::Url),
    ("id_typeannonce", Own::Form),
    ("statut_fiche", Own::Published),
    ("date_creation_fiche", Own::Nothing),
    ("date_maj_fiche", Own::Nothing),
    ("date_debut_validite_fiche", Own::Nothing),
    ("date_fin_validite_fiche", Own::Nothing),
    ("categorie_fiche", Own::Nothing),
    ("createur", Own::Nothing),
    ("user", Own::Nothing),
    ("owner", Own::Nothing),
    ("html_data", Own::Nothing),
    ("html_render", Own::Nothing),
];

/// Those of new versions, whose names a form may have as well: they are the wiki's own only in an
/// entry that has the first two.
const NEW: [(&str, Own); 6] = [
    ("tag", Own::Id),
    ("form_id", Own::Form),
    ("title", Own::Title),
    ("created_at", Own::Nothing),
    ("updated_at", Own::Nothing),
    ("status", Own::Published),
];

/// The columns of an export as CSV.
const OF_CSV: [&str; 2] = ["datetime_create", "datetime_latest"];

/// What a property says by itself, in an entry with such names.
pub(super) fn own(name: &str, is_new: bool) -> Option<Own> {
    let rows = OLD.iter().chain(NEW.iter().filter(|_| is_new));
    let found = rows.into_iter().find(|(known, _)| *known == name);
    found.map(|(_, own)| *own).or_else(|| OF_CSV.contains(&name).then_some(Own::Nothing))
}

/// Whether an entry with these names is one of a new version.
pub(super) fn is_new<'n>(names: impl Iterator<Item = &'n str> + Clone) -> bool {
    let has = |wanted: &str| names.clone().any(|name| name == wanted);
    has("tag") && has("form_id")
}

/// The words of a property's name: `checkboxListeOutils`, `bf_date_debut_evenement`.
pub(super) fn words(name: &str) -> String {
    let name = match name.rfind("bf_") {
        Some(at) => &name[at + 3..],
        None => without_list(name),
    };
    let name = name.strip_suffix("_evenement").unwrap_or(name);
    name.replace('_', " ")
}

/// A name without what the wiki sets before that of a list.
fn without_list(name: &str) -> &str {
    let kinds = ["checkbox", "liste", "radio", "tags"];
    let rest = kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
    rest.strip_prefix("Liste").unwrap_or(rest)
}

/// Whether a property holds codes of a list.
pub(super) fn is_list(name: &str) -> bool {
    ["checkbox", "liste", "radio"].iter().any(|kind| {
        let rest = name.strip_prefix(kind);
        rest.is_some_and(|rest| rest.starts_with("Liste") || rest.starts_with("fiche"))
    })
}
