//! Commands of other tools, and their French names: what is called otherwise here.

/// What people type, and the command that does it.
const SYNONYMS: &[(&[&str], &str)] = &[
    (&["aide", "man"], "help"),
    (&["version"], "--version"),
    (&["nouveau", "nouvelle", "creer", "créer", "create"], "new"),
    (&["montrer", "afficher", "voir", "view", "cat", "print"], "show"),
    (&["ajouter", "append"], "add"),
    (&["modifier", "changer", "update"], "set"),
    (&["éditer", "editer", "open", "ouvrir"], "edit"),
    (&["find", "grep", "trouver", "chercher", "rechercher"], "search"),
    (&["stats", "statistiques", "sum", "total", "totaux", "bilan"], "summarize"),
    (&["check", "lint", "vérifier", "verifier", "valider"], "validate"),
    (&["liste", "lister", "all"], "list"),
    (&["filtrer", "query", "where"], "filter"),
    (&["renommer", "mv", "move"], "rename"),
    (&["format", "formater"], "fmt"),
    (&["importer"], "import"),
    (&["export", "exporter", "csv", "json"], "list --format csv"),
    // A sheet is a file.
    (&["remove", "delete", "rm", "supprimer", "effacer"], "git rm projects/ID.yaml"),
];

/// What is typed here for a command that is not there.
pub(super) fn command_for(typed: &str) -> Option<String> {
    let typed = typed.to_lowercase();
    let known = SYNONYMS.iter().find(|(names, _)| names.contains(&typed.as_str()));
    known.map(|(_, command)| {
        if command.starts_with("git ") { (*command).to_owned() } else { format!("sheet {command}") }
    })
}
