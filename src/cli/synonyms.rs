//! What other tools and the French language call otherwise: commands, options and values.

use crate::lang::{Phrase, phrase};

/// What people type, and what it is called here.
type Synonyms = [(&'static [&'static str], &'static str)];

const COMMANDS: &Synonyms = &[
    (&["aide", "man", "commandes", "commands"], "sheet help"),
    (&["version"], "sheet --version"),
    (&["status", "état", "etat", "info", "accueil"], "sheet"),
    (&["nouveau", "nouvelle", "creer", "créer", "create"], "sheet new"),
    (&["commencer", "démarrer", "start", "setup"], "sheet init"),
    (&["montrer", "afficher", "voir", "view", "cat", "print", "lire", "read"], "sheet show"),
    (&["ajouter", "append"], "sheet add"),
    (&["modifier", "changer", "update"], "sheet set"),
    (&["retirer", "vider", "clear"], "sheet unset"),
    (&["éditer", "editer", "open", "ouvrir"], "sheet edit"),
    (&["find", "grep", "trouver", "chercher", "rechercher"], "sheet search"),
    (
        &["stats", "statistiques", "sum", "total", "totaux", "bilan", "compter", "count"],
        "sheet summarize",
    ),
    (&["check", "lint", "vérifier", "verifier", "valider", "test"], "sheet validate"),
    (&["expliquer", "why", "pourquoi"], "sheet explain"),
    (&["liste", "lister", "all", "dir"], "sheet list"),
    (&["filtrer", "query", "where", "requête"], "sheet filter"),
    (&["renommer", "mv", "move"], "sheet rename"),
    (&["format", "formater"], "sheet fmt"),
    (&["importer"], "sheet import"),
    (&["frise", "calendrier"], "sheet timeline"),
    (&["demander", "interroger", "questionner", "relancer", "mail"], "sheet ask"),
    (
        &["débrief", "debriefing", "débriefing", "réunion", "retour", "rex", "retro"],
        "sheet debrief ID",
    ),
    (&["nouvelles", "nouveautés", "news", "lettre", "changes"], "sheet digest --since 2026-01-01"),
    (&["leçons", "lecons", "lessons"], "sheet search --where 'lesson:'"),
    (&["copy", "cp", "copier", "duplicate", "dupliquer"], "sheet new --from projects/ID.yaml"),
    (&["exporter", "csv", "json", "publier", "publish"], "sheet export --format csv"),
    (&["remove", "delete", "rm", "supprimer", "effacer"], "git rm projects/ID.yaml"),
    (&["undo", "annuler", "restore", "revert"], "git restore projects/ID.yaml"),
    (&["log", "history", "historique"], "git log projects/ID.yaml"),
    (&["diff"], "git diff projects"),
    (&["save", "enregistrer", "commit"], "git commit projects"),
];

/// Topics of the help that are no commands, but the language of queries.
const TOPICS: &[&str] = &[
    "query",
    "queries",
    "requête",
    "requêtes",
    "requete",
    "keys",
    "key",
    "clés",
    "clé",
    "fields",
    "champs",
];

const OPTIONS: &Synonyms = &[
    (&["année", "annee", "an", "years"], "--year"),
    (&["équipe", "equipe", "who", "member", "membre"], "--team"),
    (&["outil", "outils", "tools"], "--tool"),
    (&["territoire", "lieu", "place", "where"], "--territory"),
    (&["commanditaire", "client", "commissioners"], "--commissioner"),
    (&["statut", "état", "etat"], "--status"),
    (&["coût-min", "cout-min"], "--min-cost"),
    (&["coût-max", "cout-max"], "--max-cost"),
    (&["colonnes", "colonne", "fields", "column"], "--columns"),
    (&["tri", "trier", "order", "order-by"], "--sort"),
    (&["limite", "max", "head", "top"], "--limit"),
    (&["grouper", "group"], "--group-by"),
    (&["langue", "language"], "--lang"),
    (&["dossier", "directory", "folder", "path"], "--dir"),
    (&["sortie", "out"], "--output"),
    (&["titre"], "--title"),
    (&["depuis"], "--since"),
    (&["privé", "prive", "privée"], "--private"),
    (&["flux", "feed", "rss"], "--atom"),
    (&["leçons", "lecons", "leçon", "lesson"], "--lessons"),
    (&["prémortem", "pre-mortem", "pré-mortem", "échec", "failure"], "--premortem"),
    (&["essai", "simulation", "preview"], "--dry-run"),
    (&["json", "csv", "markdown", "html"], "--format"),
];

const VALUES: &Synonyms = &[
    (&["excel", "xls", "xlsx", "ods", "tableur"], "csv"),
    (&["md"], "markdown"),
    (&["htm", "web", "pdf"], "html"),
    (&["texte", "txt", "table"], "text"),
    (&["jsonl"], "ndjson"),
    (&["français", "francais", "french"], "fr"),
    (&["anglais", "english"], "en"),
];

fn called(synonyms: &Synonyms, typed: &str) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    synonyms.iter().find(|(names, _)| names.contains(&typed.as_str())).map(|(_, here)| *here)
}

/// What is typed here for a command that is not there.
pub(super) fn command_for(typed: &str) -> Option<&'static str> {
    called(COMMANDS, typed)
}

/// Whether a topic of the help is the language of queries.
pub(super) fn is_query_topic(typed: &str) -> bool {
    TOPICS.contains(&typed.to_lowercase().as_str())
}

/// The option that is called otherwise: `--année` is `--year`.
pub(super) fn option_for(typed: &str) -> Option<&'static str> {
    called(OPTIONS, typed.trim_start_matches('-').split('=').next().unwrap_or_default())
}

/// The value that is called otherwise: `excel` is `csv`.
pub(super) fn value_for(typed: &str) -> Option<&'static str> {
    called(VALUES, typed)
}

/// Says what is done by git alone, since a sheet is a file.
pub(super) fn by_git(command: &str) -> Phrase {
    phrase!(
        "a sheet is a file, and git keeps its past: {command}",
        "une fiche est un fichier, et git en garde le passé : {command}",
        command,
    )
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::cli::localized;
    use crate::lang::Lang;

    use super::*;

    #[test]
    fn what_is_called_otherwise_leads_to_what_is_there() {
        let program = localized(Lang::En);
        let mut seen = HashSet::new();
        for (names, here) in COMMANDS {
            for name in *names {
                assert!(seen.insert(*name), "{name} twice");
                assert!(program.find_subcommand(name).is_none(), "{name} is a command");
            }
            let mut words = here.split(' ');
            let ours = words.next() == Some("sheet");
            let command = words.next().filter(|word| ours && !word.starts_with('-'));
            let known = |name: &str| name == "help" || program.find_subcommand(name).is_some();
            assert!(command.is_none_or(known), "{here}");
        }
    }

    #[test]
    fn an_option_or_a_value_that_is_called_otherwise_is_there() {
        let program = localized(Lang::En);
        let commands = program.get_subcommands().chain([&program]);
        let options: HashSet<String> = commands
            .flat_map(|command| command.get_arguments())
            .filter_map(|arg| arg.get_long().map(|long| format!("--{long}")))
            .collect();
        for (names, here) in OPTIONS {
            assert!(options.contains(*here), "{here}");
            assert!(!names.iter().any(|name| here == &format!("--{name}")), "{here}");
        }
    }
}
