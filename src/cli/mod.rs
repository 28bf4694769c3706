//! What can be typed: clap's types alone, no behaviour. The words are in both languages; the
//! ones shown are chosen while the command is built ([`speak`]).

mod answers;
mod change;
mod query;
pub mod speak;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::finding::Severity;
use crate::render::FORMATS;
use crate::terminal::Colour;
pub use answers::Answers;
pub use change::{AddArgs, Every, FmtArgs, RenameArgs, SetArgs, UnsetArgs, Writing};
use query::query_help;
use query::query_page;
pub use query::{Layout, Selection, Where, Which};
use speak::say;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "sheet", version, about = say(
    "Keep a cooperative's project sheets, and what was learnt from them, alive",
    "Garder vivantes les fiches projet d'une coopérative, et ce qu'on y a appris",
))]
#[command(
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What every verb takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "DIR", help = say(
        "Use the collection at this folder [default: the nearest upwards]",
        "Utilise la collection de ce dossier [défaut : la plus proche en remontant]",
    ))]
    pub dir: Option<PathBuf>,

    #[arg(long, global = true, value_name = "FORMAT", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)), help = say(
        "Answer as text, json, ndjson, csv, markdown or html; findings also as short, github, sarif or junit [default: text]",
        "Répond en text, json, ndjson, csv, markdown ou html ; les constats aussi en short, github, sarif ou junit [défaut : text]",
    ))]
    pub format: Option<String>,

    #[arg(long, global = true, value_name = "LANG", value_parser = ["fr", "en"], hide_possible_values = true, help = say(
        "Speak fr or en [default: SHEET_LANG, else the system's language]",
        "Parle fr ou en [défaut : SHEET_LANG, sinon la langue du système]",
    ))]
    pub lang: Option<String>,

    #[arg(long, global = true, value_name = "WHEN", value_enum, hide_possible_values = true, default_value = "auto", hide_default_value = true, help = say(
        "Colour the answer: auto, always or never [default: auto]",
        "Colore la réponse : auto, always ou never [défaut : auto]",
    ))]
    pub color: When,

    #[arg(long, global = true, value_name = "DATE", hide = true, help = say(
        "Take this day for today",
        "Prend ce jour pour aujourd'hui",
    ))]
    pub today: Option<String>,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

impl From<When> for Colour {
    fn from(when: When) -> Colour {
        match when {
            When::Auto => Colour::Auto,
            When::Always => Colour::Always,
            When::Never => Colour::Never,
        }
    }
}

/// The verbs, in the order of the README.
#[derive(Debug, Subcommand)]
pub enum Verb {
    #[command(about = say("Make a collection: a folder for the sheets, an example, a schema, a CI job", "Crée une collection : un dossier pour les fiches, un exemple, un schéma, une tâche de CI"))]
    Init(InitArgs),
    #[command(about = say("Write a new sheet, question by question", "Écrit une nouvelle fiche, question après question"))]
    New(NewArgs),
    #[command(about = say("Open a sheet in your editor, and check it before it is saved", "Ouvre une fiche dans votre éditeur, et la vérifie avant de l'enregistrer"))]
    Edit(EditArgs),
    #[command(about = say("List the sheets, or those that a query selects", "Liste les fiches, ou celles qu'une requête choisit"), after_help = query_help())]
    List(ListArgs),
    #[command(about = say("List the sheets that a query selects", "Liste les fiches qu'une requête choisit"),
        after_help = query_help())]
    Filter(FilterArgs),
    #[command(about = say("Show one sheet, whole", "Montre une fiche en entier"))]
    Show(ShowArgs),
    #[command(about = say("Count projects, money, people and years", "Compte projets, argent, personnes et années"))]
    Summarize(SummarizeArgs),
    #[command(about = say("Search lessons, words and prose", "Cherche dans les leçons, les mots et les textes"))]
    Search(SearchArgs),
    #[command(about = say("Count the values of each key", "Compte les valeurs de chaque clé"), after_help = query_help())]
    Facets(FacetsArgs),
    #[command(about = say("Show projects over time", "Montre les projets dans le temps"), after_help = query_help())]
    Timeline(TimelineArgs),
    #[command(about = say("Say what is known already, before a new project", "Dit ce que l'on sait déjà, avant un nouveau projet"))]
    Brief(BriefArgs),
    #[command(about = say("Say who owes which one missing thing", "Dit ce qui manque, et qui doit l'écrire"))]
    Todo(TodoArgs),
    #[command(about = say("Gather what to do with a tool", "Rassemble ce qu'il faut faire avec un outil"))]
    Checklist(ChecklistArgs),
    #[command(about = say("Set values of a sheet, and touch nothing else", "Donne des valeurs à une fiche, sans toucher au reste"))]
    Set(SetArgs),
    #[command(about = say("Remove values from a sheet, and touch nothing else", "Retire des valeurs d'une fiche, sans toucher au reste"))]
    Unset(UnsetArgs),
    #[command(about = say("Add a lesson, a word, a document, a tool or a person to a sheet", "Ajoute à une fiche une leçon, un mot, un document, un outil ou une personne"))]
    Add(AddArgs),
    #[command(about = say("Give a sheet another id, here and in the sheets related to it", "Donne un autre identifiant à une fiche, ici et dans les fiches liées"))]
    Rename(RenameArgs),
    #[command(about = say("Bring values to their canonical form, comments kept", "Met les valeurs sous leur forme canonique, en gardant les commentaires"))]
    Fmt(FmtArgs),
    #[command(about = say("Tell all that is wrong or missing in the sheets", "Dit tout ce qui est faux ou manque dans les fiches"))]
    Validate(ValidateArgs),
    #[command(about = say("Explain a finding: why, what to do, examples", "Explique un constat : pourquoi, que faire, exemples"))]
    Explain(ExplainArgs),
    #[command(about = say("Make sheets from pages of a wiki; shows first, writes with --write", "Crée des fiches à partir de pages de wiki ; montre d'abord, écrit avec --write"))]
    Import(ImportArgs),
    #[command(about = say("Print the JSON Schema of a sheet, for editors", "Affiche le schéma JSON d'une fiche, pour les éditeurs"))]
    Schema,
}

/// Where the sheets are shared, which runs the job that validates them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Forge {
    Github,
    Gitlab,
    None,
}

#[derive(Debug, Args)]
pub struct InitArgs {
    #[arg(value_name = "FOLDER", help = say("The folder of the collection [default: this one]", "Le dossier de la collection [défaut : celui-ci]"))]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "FORGE", value_enum, default_value = "github", hide_default_value = true, hide_possible_values = true, help = say("Add a job that validates the sheets at each push: github, gitlab or none [default: github]", "Ajoute une tâche qui valide les fiches à chaque envoi : github, gitlab ou none [défaut : github]"))]
    pub ci: Forge,
    #[command(flatten)]
    pub writing: Writing,
}

#[derive(Debug, Args)]
pub struct NewArgs {
    #[arg(long, value_name = "ID", help = say("The id of the new sheet [default: from its title]", "L'identifiant de la nouvelle fiche [défaut : tiré du titre]"))]
    pub id: Option<String>,
    #[arg(long, value_name = "FILE", help = say("Take the sheet from this YAML file, and ask nothing; - for standard input", "Prend la fiche dans ce fichier YAML, sans rien demander ; - pour l'entrée standard"))]
    pub from: Option<PathBuf>,
    #[arg(long, short = 'y', help = say("Ask nothing: write what the options say", "Ne demande rien : écrit ce que disent les options"))]
    pub yes: bool,
    #[command(flatten)]
    pub writing: Writing,
    #[command(flatten)]
    pub answers: Answers,
}

#[derive(Debug, Args)]
pub struct EditArgs {
    #[arg(value_name = "ID", help = say("The sheet", "La fiche"))]
    pub id: String,
    #[command(flatten)]
    pub writing: Writing,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[command(flatten)]
    pub which: Selection,
    #[command(flatten)]
    pub layout: Layout,
}

#[derive(Debug, Args)]
pub struct FilterArgs {
    #[arg(value_name = "QUERY", required = true, help = say("What selects the sheets: 'year:2023 cost>5000'", "Ce qui choisit les fiches : 'year:2023 cost>5000'"))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub layout: Layout,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    #[arg(value_name = "ID", help = say("The sheet: its id, the beginning of it, or a piece of its title", "La fiche : son identifiant, le début de celui-ci, ou un morceau du titre"))]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct SummarizeArgs {
    #[command(flatten)]
    pub which: Selection,
    #[arg(long, value_name = "KEY[,KEY]", value_delimiter = ',', num_args = 1, help = say("Group by a key, with counts and money; by two, as a table of both", "Regroupe par une clé, avec nombres et argent ; par deux, en tableau croisé"))]
    pub by: Vec<String>,
    #[arg(long, value_name = "KEY", requires = "by", help = say("Cross with this key: --by team --with team tells who worked with whom", "Croise avec cette clé : --by team --with team dit qui a travaillé avec qui"))]
    pub with: Option<String>,
    #[arg(long, requires = "by", help = say("By year, divide the money of long projects by the days in each", "Par année, partage l'argent des longs projets selon leurs jours"))]
    pub spread: bool,
}

#[derive(Debug, Args)]
pub struct SearchArgs {
    #[arg(value_name = "TEXT", required = true, help = say("What to look for; words of one family count as one", "Ce qu'il faut chercher ; les mots d'une même famille sont confondus"))]
    pub text: Vec<String>,
    #[arg(long, help = say("Set lessons, words and prose apart", "Sépare leçons, mots et textes"))]
    pub by_kind: bool,
    #[arg(long, value_name = "N", help = say("Show at most so many passages [default: 20]", "Montre au plus N passages [défaut : 20]"))]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub which: Where,
}

#[derive(Debug, Args)]
pub struct FacetsArgs {
    #[command(flatten)]
    pub which: Selection,
    #[arg(long = "key", value_name = "KEY,…", value_delimiter = ',', help = say("Count the values of these keys", "Compte les valeurs de ces clés"))]
    pub keys: Vec<String>,
    #[arg(long, value_name = "N", help = say("Show at most so many values of each [default: 10]", "Montre au plus N valeurs de chacune [défaut : 10]"))]
    pub limit: Option<usize>,
}

#[derive(Debug, Args)]
pub struct TimelineArgs {
    #[command(flatten)]
    pub which: Selection,
}

#[derive(Debug, Args)]
pub struct BriefArgs {
    #[arg(value_name = "TEXT", required = true, help = say("What the project is about, in words; or the id of its sheet", "De quoi il s'agit, en quelques mots ; ou l'identifiant de sa fiche"))]
    pub about: Vec<String>,
    #[command(flatten)]
    pub which: Where,
}

#[derive(Debug, Args)]
pub struct TodoArgs {
    #[command(flatten)]
    pub which: Selection,
    #[arg(long, value_name = "NAME", help = say("Only what this person owes", "Seulement ce que doit cette personne"))]
    pub who: Option<String>,
}

#[derive(Debug, Args)]
pub struct ChecklistArgs {
    #[arg(long, value_name = "TOOL", help = say("The tool", "L'outil"))]
    pub tool: String,
    #[arg(value_name = "QUERY", help = say("Only from the sheets that this selects", "Seulement des fiches que cette requête retient"))]
    pub query: Vec<String>,
}

#[derive(Debug, Args)]
pub struct ValidateArgs {
    #[arg(value_name = "PATH", help = say("Only these files or folders; - for standard input [default: the whole collection]", "Seulement ces fichiers ou dossiers ; - pour l'entrée standard [défaut : toute la collection]"))]
    pub paths: Vec<PathBuf>,
    #[arg(long, help = say("Warnings are errors too", "Les avertissements sont aussi des erreurs"))]
    pub strict: bool,
    #[arg(long = "rule", value_name = "CODE,…", value_delimiter = ',', help = say("Tell only these findings", "Ne dit que ces constats"))]
    pub rules: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_enum, hide_possible_values = true, help = say("Tell only what weighs at least so much: error, warning or hint", "Ne dit que ce qui pèse au moins autant : error, warning ou hint"))]
    pub severity: Option<Least>,
    #[arg(long, value_name = "REV", conflicts_with = "paths", help = say("Tell only of sheets that changed since this git revision", "Ne dit que des fiches changées depuis cette révision git"))]
    pub since: Option<String>,
    #[arg(long, help = say("Look on the disk for the files of documents, too", "Cherche aussi sur le disque les fichiers des documents"))]
    pub files: bool,
    #[arg(long, help = say("Show every finding with its lines, however many there are", "Montre chaque constat avec ses lignes, si nombreux soient-ils"))]
    pub all: bool,
    #[arg(long, help = say("Mend what takes no judgement, show it, and validate again", "Répare ce qui ne demande aucun jugement, le montre, et valide de nouveau"))]
    pub fix: bool,
    #[arg(long, requires = "fix", help = say("Show what --fix would mend, and write nothing", "Montre ce que --fix réparerait, sans rien écrire"))]
    pub dry_run: bool,
}

/// The least weight of what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Least {
    Error,
    Warning,
    Hint,
}

impl From<Least> for Severity {
    fn from(least: Least) -> Severity {
        match least {
            Least::Error => Severity::Error,
            Least::Warning => Severity::Warning,
            Least::Hint => Severity::Hint,
        }
    }
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE", help = say("The code of a finding [default: a list of all]", "Le code d'un constat [défaut : la liste de tous]"))]
    pub code: Option<String>,
    #[arg(long, conflicts_with = "code", help = say("Explain them all, as Markdown", "Les explique tous, en Markdown"))]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    #[arg(value_name = "FILE", required = true, help = say("Files to read; - for standard input", "Les fichiers à lire ; - pour l'entrée standard"))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "ID", help = say("The id of the new sheet [default: from its title]", "L'identifiant de la nouvelle fiche [défaut : tiré du titre]"))]
    pub id: Option<String>,
    #[arg(long, conflicts_with = "write", help = say("Show the sheets, and write nothing: what is done without --write", "Montre les fiches, sans rien écrire : ce qui se fait sans --write"))]
    pub dry_run: bool,
    #[arg(long, help = say("Write the sheets instead of showing them", "Écrit les fiches au lieu de les montrer"))]
    pub write: bool,
}
