//! What can be typed: clap's types alone, no behaviour. The words are in both languages; the
//! ones shown are chosen while the command is built ([`speak`]).

mod answers;
pub mod speak;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::finding::Severity;
use crate::render::FORMATS;
use crate::sheet::field::FIELDS;
use crate::terminal::Colour;
pub use answers::Answers;
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
    #[arg(long, global = true, value_name = "DIR", env = "SHEET_DIR", hide_env = true, help = say(
        "Use the collection at this folder [default: the nearest upwards]",
        "Utilise la collection de ce dossier [défaut : la plus proche en remontant]",
    ))]
    pub dir: Option<PathBuf>,

    #[arg(long, global = true, value_name = "FORMAT", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)), help = say(
        "Answer as text, json or csv; findings also as short, github, sarif or junit [default: text]",
        "Répond en text, json ou csv ; les constats aussi en short, github, sarif ou junit [défaut : text]",
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
    #[command(about = say("Set values of a sheet, and touch nothing else", "Donne des valeurs à une fiche, sans toucher au reste"))]
    Set(SetArgs),
    #[command(about = say("Remove values from a sheet, and touch nothing else", "Retire des valeurs d'une fiche, sans toucher au reste"))]
    Unset(UnsetArgs),
    #[command(about = say("Add a lesson, a word, a document, a tool or a person to a sheet", "Ajoute à une fiche une leçon, un mot, un document, un outil ou une personne"))]
    Add(AddArgs),
    #[command(about = say("Give a sheet another id, here and in the sheets related to it", "Donne un autre identifiant à une fiche, ici et dans les fiches liées"))]
    Rename(RenameArgs),
    #[command(about = say("Bring values to their canonical form, comments kept", "Met les valeurs dans leur forme canonique, commentaires gardés"))]
    Fmt(FmtArgs),
    #[command(about = say("Tell all that is wrong or missing in the sheets", "Dit tout ce qui est faux ou manque dans les fiches"))]
    Validate(ValidateArgs),
    #[command(about = say("Explain a finding: why, what to do, examples", "Explique un constat : pourquoi, que faire, exemples"))]
    Explain(ExplainArgs),
    #[command(about = say("Make sheets from pages of a wiki; shows first, writes with --write", "Fait des fiches à partir de pages d'un wiki ; montre d'abord, écrit avec --write"))]
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

/// How a query is written, with every key.
fn query_help() -> String {
    let lines = [
        ("year:2023", say("the project touches 2023", "le projet touche 2023")),
        ("year:2021..2023", say("… one of these years", "… l'une de ces années")),
        ("cost>5000", say("it costs more than 5000", "il coûte plus de 5000")),
        ("cost.tax:HT", say("a member of a value", "un membre d'une valeur")),
        ("team:alix,sam", say("one of them is in the team", "l'un des deux est de l'équipe")),
        (
            "tool:forum",
            say("a tool with a word that begins so", "un outil dont un mot commence ainsi"),
        ),
        ("summary:", say("it says something there", "il y dit quelque chose")),
        ("-status:done", say("all but these", "tout sauf ceux-là")),
        ("\"porte à porte\"", say("these words, anywhere", "ces mots, où que ce soit")),
        ("a or b, not (a b)", say("one of two; neither both", "l'un ou l'autre ; pas les deux")),
    ];
    let title =
        say("Terms side by side must all hold:", "Des termes côte à côte sont tous vrais :");
    let quote = say(
        "Put the query in single quotes: < > ( ) mean something to the shell.",
        "Mettez la requête entre guillemets simples : < > ( ) ont un sens pour le terminal.",
    );
    let keys: Vec<&str> = FIELDS.iter().map(|field| field.short).collect();
    let keys = format!("{} {}, x-…", say("Keys:", "Clés :"), keys.join(", "));
    let lines: String =
        lines.iter().map(|(term, words)| format!("  {term:<18} {words}\n")).collect();
    format!("{title}\n{lines}\n{quote}\n\n{keys}")
}

/// Flags that are sugar for terms of a query.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = say("Which sheets", "Quelles fiches\u{a0}"))]
pub struct Which {
    #[arg(long, value_name = "YEAR", help = say("Only projects that touch this year, or these: 2021..2023", "Seulement les projets qui touchent cette année, ou celles-ci : 2021..2023"))]
    pub year: Option<String>,
    #[arg(long, value_name = "NAME", help = say("Only those with this person in the team", "Seulement ceux dont l'équipe compte cette personne"))]
    pub team: Option<String>,
    #[arg(long, value_name = "TOOL", help = say("Only those that used this tool", "Seulement ceux qui ont utilisé cet outil"))]
    pub tool: Option<String>,
    #[arg(long, value_name = "NAME", help = say("Only those of this territory", "Seulement ceux de ce territoire"))]
    pub territory: Option<String>,
    #[arg(long, value_name = "NAME", help = say("Only those for this commissioner", "Seulement ceux de ce commanditaire"))]
    pub commissioner: Option<String>,
    #[arg(long, value_name = "AMOUNT", help = say("Only those that cost at least this", "Seulement ceux qui coûtent au moins ce montant"))]
    pub min_cost: Option<String>,
    #[arg(long, value_name = "AMOUNT", help = say("Only those that cost at most this", "Seulement ceux qui coûtent au plus ce montant"))]
    pub max_cost: Option<String>,
    #[arg(long, value_name = "STATUS", help = say("Only those that stand so: idea, ongoing, done or abandoned", "Seulement ceux qui en sont là : idea, ongoing, done ou abandoned"))]
    pub status: Option<String>,
}

/// How a list is laid out.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = say("Which rows and columns", "Quelles lignes et colonnes\u{a0}"))]
pub struct Layout {
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', help = say("Show these keys", "Montre ces clés"))]
    pub columns: Vec<String>,
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', allow_hyphen_values = true, help = say("Sort by these keys; -KEY for the greatest first", "Trie selon ces clés ; -CLÉ pour le plus grand d'abord"))]
    pub sort: Vec<String>,
    #[arg(long, value_name = "N", help = say("Show at most so many sheets", "Montre au plus autant de fiches"))]
    pub limit: Option<usize>,
}

#[derive(Debug, Args)]
pub struct InitArgs {
    #[arg(value_name = "FOLDER", help = say("The folder of the collection [default: this one]", "Le dossier de la collection [défaut : celui-ci]"))]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "FORGE", value_enum, default_value = "github", hide_default_value = true, hide_possible_values = true, help = say("Add a job that validates the sheets at each push: github, gitlab or none [default: github]", "Ajoute une tâche qui valide les fiches à chaque envoi : github, gitlab ou none [défaut : github]"))]
    pub ci: Forge,
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
    pub answers: Answers,
}

#[derive(Debug, Args)]
pub struct EditArgs {
    #[arg(value_name = "ID", help = say("The sheet", "La fiche"))]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[arg(value_name = "QUERY", help = say("Only the sheets that this selects: 'year:2023 cost>5000'", "Seulement les fiches que ceci choisit : 'year:2023 cost>5000'"))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub which: Which,
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
    #[arg(value_name = "QUERY", help = say("Only the sheets that this selects", "Seulement les fiches que ceci choisit"))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub which: Which,
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
    #[arg(long, help = say("Write the sheets instead of showing them", "Écrit les fiches au lieu de les montrer"))]
    pub write: bool,
}

#[derive(Debug, Args)]
pub struct SetArgs {
    #[arg(value_name = "ID", help = say("The sheet", "La fiche"))]
    pub id: String,
    #[arg(value_name = "KEY=VALUE", required = true, help = say("A key and its new value: cost='9500 € HT'", "Une clé et sa nouvelle valeur : cost='9500 € HT'"))]
    pub values: Vec<String>,
}

#[derive(Debug, Args)]
pub struct UnsetArgs {
    #[arg(value_name = "ID", help = say("The sheet", "La fiche"))]
    pub id: String,
    #[arg(value_name = "KEY", required = true, help = say("A key to remove, with its value", "Une clé à retirer, avec sa valeur"))]
    pub keys: Vec<String>,
}

/// What can be added to a sheet.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Addition {
    Nugget,
    Difficulty,
    Surprise,
    Word,
    Document,
    Tool,
    Member,
}

#[derive(Debug, Args)]
pub struct AddArgs {
    #[arg(value_name = "WHAT", value_enum, hide_possible_values = true, help = say("What to add: nugget, difficulty, surprise, word, document, tool or member", "Quoi ajouter : nugget, difficulty, surprise, word, document, tool ou member"))]
    pub what: Addition,
    #[arg(value_name = "ID", help = say("The sheet", "La fiche"))]
    pub id: String,
    #[arg(value_name = "TEXT", required = true, help = say("Its text; a word may begin with its speaker, 'Alix : …'", "Son texte ; un mot peut commencer par qui le dit, « Alix : … »"))]
    pub text: Vec<String>,
    #[arg(long = "do", value_name = "TEXT", help = say("What to do the next time, for a lesson", "Que faire la prochaine fois, pour une leçon"))]
    pub action: Option<String>,
    #[arg(long, value_name = "TEXT", help = say("In which situation a lesson holds", "Dans quelle situation vaut une leçon"))]
    pub when: Option<String>,
    #[arg(long, value_name = "NAME", help = say("Who says it, for a lesson or a word", "Qui le dit, pour une leçon ou un mot"))]
    pub from: Option<String>,
    #[arg(long, value_name = "URL", help = say("Where a document is", "Où est un document"))]
    pub url: Option<String>,
    #[arg(long, value_name = "PATH", help = say("The file of a document, in the collection", "Le fichier d'un document, dans la collection"))]
    pub file: Option<String>,
    #[arg(long, value_name = "ROLE", help = say("The role of a member", "Le rôle d'un membre"))]
    pub role: Option<String>,
}

#[derive(Debug, Args)]
pub struct RenameArgs {
    #[arg(value_name = "OLD", help = say("The id that the sheet has", "L'identifiant de la fiche"))]
    pub old: String,
    #[arg(value_name = "NEW", help = say("The id that it gets", "Son nouvel identifiant"))]
    pub new: String,
}

#[derive(Debug, Args)]
pub struct FmtArgs {
    #[arg(value_name = "ID", help = say("Only these sheets [default: all]", "Seulement ces fiches [défaut : toutes]"))]
    pub ids: Vec<String>,
    #[arg(long, help = say("Only tell what would change; end with 1 if anything would", "Dit seulement ce qui changerait ; finit par 1 s'il y en a"))]
    pub check: bool,
}
