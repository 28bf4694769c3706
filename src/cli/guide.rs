//! The commands as a newcomer meets them: in groups, each in a few words, with two examples.

use unicode_width::UnicodeWidthStr;

use crate::cli::help_lang::translated;
use crate::lang::{Text, text};
use crate::render::wrap_message;

/// A group of commands, for what people come to do.
pub struct CommandGroup {
    pub title: Text,
    pub commands: &'static [CommandGuide],
}

/// A command in a few words, and two lines to copy.
pub struct CommandGuide {
    pub name: &'static str,
    /// What it does, in at most 26 characters: two commands stand on a line.
    pub gist: Text,
    pub examples: [&'static str; 2],
}

const fn guide(name: &'static str, gist: Text, examples: [&'static str; 2]) -> CommandGuide {
    CommandGuide { name, gist, examples }
}

/// All commands, in the order in which they are needed.
pub const GROUPS: [CommandGroup; 4] = [
    CommandGroup {
        title: text!("Start", "Commencer"),
        commands: &[
            guide(
                "init",
                text!("Create a collection", "Crée une collection"),
                [
                    "sheet init",
                    "sheet init fiches --ci github --install 'cargo install project-sheet'",
                ],
            ),
            guide(
                "new",
                text!("Write a sheet by questions", "Écrit une fiche, pas à pas"),
                ["sheet new", "sheet new --title 'Forum ouvert' --territory Trifouilly"],
            ),
            guide(
                "import",
                text!("Import pages, tables, …", "Importe pages, tableaux…"),
                ["sheet import page.txt", "sheet import page.txt --write"],
            ),
            guide(
                "export",
                text!("Export to files", "Exporte en fichiers"),
                ["sheet export -o fiches.csv year:2023", "sheet export --public --format markdown"],
            ),
        ],
    },
    CommandGroup {
        title: text!("Ask", "Interroger"),
        commands: &[
            guide(
                "list",
                text!("List sheets", "Liste les fiches"),
                ["sheet list --year 2023", "sheet list tool:forum --sort -cost --totals"],
            ),
            guide(
                "filter",
                text!("List what a query matches", "Liste selon une requête"),
                ["sheet filter 'year:2023 cost>5000'", "sheet filter 'team:alix -status:done'"],
            ),
            guide(
                "show",
                text!("Show sheets in full", "Montre des fiches"),
                [
                    "sheet show marche-de-nuit-2023",
                    "sheet show marche-de-nuit-2023 --format markdown",
                ],
            ),
            guide(
                "search",
                text!("Search lessons and texts", "Cherche leçons et textes"),
                ["sheet search affiches", "sheet search marché --where 'year:2020..'"],
            ),
            guide(
                "brief",
                text!("Before a project: lessons", "Avant un projet : leçons"),
                ["sheet brief 'un forum au marché'", "sheet brief marche-de-nuit-2023"],
            ),
            guide(
                "checklist",
                text!("What to do with a tool", "Que faire avec un outil"),
                ["sheet checklist 'porte à porte'", "sheet checklist forum --year 2020.."],
            ),
            guide(
                "summarize",
                text!("Count projects, costs, …", "Fait les comptes"),
                ["sheet summarize --by year", "sheet summarize --by tool,outcome"],
            ),
            guide(
                "facets",
                text!("Count values of each key", "Compte les valeurs"),
                ["sheet facets", "sheet facets --key tool,team"],
            ),
            guide(
                "timeline",
                text!("Show projects over time", "Montre une frise"),
                ["sheet timeline", "sheet timeline 'year:2021..2023'"],
            ),
            guide(
                "ask",
                text!("One question per person", "Une question à chacun"),
                ["sheet ask --format mail", "sheet ask --who Alix --format html"],
            ),
            guide(
                "debrief",
                text!("After it: a team's page", "Après : bilan d'équipe"),
                [
                    "sheet debrief marche-de-nuit-2023 --format html > bilan.html",
                    "sheet debrief marche-de-nuit-2023 --format markdown > bilan.md",
                ],
            ),
            guide(
                "digest",
                text!("What is new", "Ce qui est nouveau"),
                [
                    "sheet digest --since 2026-10-01 --format markdown",
                    "sheet digest --since 2026-10-01 --atom > nouvelles.xml",
                ],
            ),
        ],
    },
    CommandGroup {
        title: text!("Change", "Modifier"),
        commands: &[
            guide(
                "edit",
                text!("Edit in your editor", "Ouvre dans l'éditeur"),
                ["sheet edit marche-de-nuit-2023", "EDITOR=nano sheet edit marche-de-nuit-2023"],
            ),
            guide(
                "set",
                text!("Set values", "Change des valeurs"),
                [
                    "sheet set marche-de-nuit-2023 status=done",
                    "sheet set marche-de-nuit-2023 cost='9500 € HT' --dry-run",
                ],
            ),
            guide(
                "unset",
                text!("Remove values", "Retire des valeurs"),
                [
                    "sheet unset marche-de-nuit-2023 summary",
                    "sheet unset marche-de-nuit-2023 cost --dry-run",
                ],
            ),
            guide(
                "add",
                text!("Add a lesson, a person, …", "Ajoute leçon, personne…"),
                [
                    "sheet add nugget marche-de-nuit-2023 'Afficher tôt' --do 'Dix jours avant'",
                    "sheet add member marche-de-nuit-2023 'Alix Durand'",
                ],
            ),
            guide(
                "rename",
                text!("Change an id", "Change un identifiant"),
                [
                    "sheet rename marche-de-nuit-2023 nocturne-2023 --dry-run",
                    "sheet rename marche-de-nuit-2023 nocturne-2023",
                ],
            ),
            guide(
                "fmt",
                text!("Tidy the way values look", "Met en forme les valeurs"),
                ["sheet fmt --check", "sheet fmt marche-de-nuit-2023"],
            ),
        ],
    },
    CommandGroup {
        title: text!("Check", "Vérifier"),
        commands: &[
            guide(
                "validate",
                text!("Report every finding", "Signale tous les constats"),
                ["sheet validate", "sheet validate --fix --dry-run"],
            ),
            guide(
                "explain",
                text!("Explain a finding", "Explique un constat"),
                ["sheet explain end-before-start", "sheet explain --all"],
            ),
            guide(
                "todo",
                text!("Who has to write what", "Qui doit écrire quoi"),
                ["sheet todo", "sheet todo --who Alix"],
            ),
            guide(
                "schema",
                text!("JSON Schema, for editors", "Schéma JSON, pour éditeurs"),
                ["sheet schema > sheet.schema.json", "sheet schema --settings"],
            ),
        ],
    },
];

/// The columns of a name, and of a command with its gist.
const NAME: usize = 10;
const CELL: usize = 38;
/// The columns of a screen on which two commands stand side by side.
const WIDE: usize = 2 * CELL;

/// The help of the whole program, which fits a screen of 24 lines.
pub(super) fn overview(width: usize) -> String {
    let sentence = |text: Text| wrap_message(translated(text), width);
    let mut lines = vec![
        sentence(ABOUT),
        sentence(text!("Usage: sheet COMMAND [OPTIONS]", "Usage : sheet COMMANDE [OPTIONS]")),
        String::new(),
    ];
    let per_line = if width >= WIDE { 2 } else { 1 };
    for group in &GROUPS {
        lines.push(translated(group.title).to_owned());
        for row in group.commands.chunks(per_line) {
            let cells: String = row.iter().map(cell).collect();
            lines.push(cells.trim_end().to_owned());
        }
    }
    lines.push(String::new());
    lines.push(sentence(text!(
        "With each: --dir, --format, --lang, --color, --no-pager; see: sheet help list",
        "Avec chacune : --dir, --format, --lang, --color… (voir : sheet help list)",
    )));
    lines.push(sentence(text!(
        "More: sheet help new; queries: sheet help query; version: sheet --version",
        "Plus : sheet help new ; requêtes : sheet help query ; version : sheet --version",
    )));
    lines.join("\n")
}

/// What the program is.
pub(super) const ABOUT: Text = text!(
    "The project sheets of a cooperative, and what it learnt from them",
    "Les fiches projet d'une coopérative, et ce qu'elle en a appris",
);

fn cell(command: &CommandGuide) -> String {
    let text = format!("  {:NAME$}{}", command.name, translated(command.gist));
    let fill = CELL.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(fill))
}

/// The examples of a command, as the end of its help.
pub(super) fn examples(name: &str) -> String {
    let known = GROUPS.iter().flat_map(|group| group.commands);
    let examples = known.filter(|command| command.name == name).flat_map(|one| one.examples);
    let title = translated(text!("Examples:", "Exemples :"));
    examples.fold(title.to_owned(), |text, example| format!("{text}\n  {example}"))
}
