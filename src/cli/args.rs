//! The whole command line, and what its commands take.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::cli::answers::Answers;
use crate::cli::ask_args::AskArgs;
use crate::cli::export_args::ExportArgs;
use crate::cli::guide::ABOUT;
use crate::cli::help_lang::{translated, translated_phrase};
use crate::cli::import_args::{ImportArgs, NEW_ID};
use crate::cli::init_args::{InitArgs, SchemaArgs};
use crate::cli::query_args::{FILTERS, FilterFlags, LayoutArgs, QueryArgs, WhereQuery};
use crate::cli::query_help::query_help;
use crate::cli::write_args::{AddArgs, FmtArgs, RenameArgs, SetArgs, UnsetArgs, WriteArgs};
use crate::finding::Severity;
use crate::lang::{Phrase, Text, list, phrase, text};
use crate::render::{FORMATS, Format, Reader};
use crate::terminal::{Colour, Paging};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "sheet", version, about = translated(ABOUT), disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    /// Without one, it is said what is there.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The formats, by the table: those for every answer, then those for findings.
fn format_help() -> &'static str {
    static HELP: LazyLock<Phrase> = LazyLock::new(|| {
        let (findings, general): (Vec<&Format>, Vec<&Format>) =
            FORMATS.iter().partition(|format| format.reader == Reader::FindingsViewer);
        let names = |formats: &[&Format]| {
            list::or(&formats.iter().map(|format| format.name).collect::<Vec<_>>())
        };
        phrase!(
            "Output format: {general}; for findings also {findings} [default: text]",
            "Format de sortie : {general} ; pour les constats aussi {findings} [défaut : text]",
            general = names(&general),
            findings = names(&findings),
        )
    });
    translated_phrase(&HELP)
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "DIR", help = translated(text!("Folder of the collection [default: the nearest one, here or above]", "Dossier de la collection [défaut : le plus proche, ici ou au-dessus]"),
    ))]
    pub dir: Option<PathBuf>,

    #[arg(long, global = true, value_name = "FORMAT", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)), help = format_help(),
    )]
    pub format: Option<String>,

    #[arg(long, global = true, value_name = "LANG", value_parser = ["fr", "en"], hide_possible_values = true, help = translated(text!("Language: fr or en [default: SHEET_LANG, else sheet.yaml, else the system language]", "Langue : fr ou en [défaut : SHEET_LANG, sinon sheet.yaml, sinon la langue du système]"),
    ))]
    pub lang: Option<String>,

    #[arg(long, global = true, value_name = "WHEN", value_enum, hide_possible_values = true, default_value = "auto", hide_default_value = true, help = translated(text!("When to use colours: auto, always or never [default: auto]", "Couleurs : auto, always ou never [défaut : auto]"),
    ))]
    pub color: ColorChoice,

    #[arg(long, global = true, help = translated(text!("Write a long answer at once, not page by page", "Écrit une longue réponse d'un coup, pas page par page")))]
    pub no_pager: bool,

    #[arg(long, global = true, value_name = "DATE", hide = true, help = translated(text!("Date to use as today", "Date à prendre comme date du jour"),
    ))]
    pub today: Option<String>,
}

impl Common {
    /// When a long answer is shown page by page.
    pub(crate) fn paging(&self) -> Paging {
        if self.no_pager { Paging::Never } else { Paging::Auto }
    }
}

/// When colours are used.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

impl From<ColorChoice> for Colour {
    fn from(when: ColorChoice) -> Colour {
        match when {
            ColorChoice::Auto => Colour::Auto,
            ColorChoice::Always => Colour::Always,
            ColorChoice::Never => Colour::Never,
        }
    }
}

/// The commands, in the order of the README.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = translated(text!("Create a collection: sheets folder, settings, editor schema, example", "Crée une collection : dossier, réglages, schéma pour l'éditeur, exemple")))]
    Init(InitArgs),
    #[command(about = translated(text!("Create a sheet, question by question", "Crée une fiche, question par question")))]
    New(NewArgs),
    #[command(about = translated(text!("Edit a sheet in your editor, and check it before saving", "Ouvre une fiche dans l'éditeur et la vérifie avant d'enregistrer")))]
    Edit(EditArgs),
    #[command(about = translated(text!("List sheets, all or those matching a query", "Liste les fiches, toutes ou celles qui répondent à une requête")), after_help = query_help())]
    List(ListArgs),
    #[command(about = translated(text!("List the sheets matching a query", "Liste les fiches qui répondent à une requête")),
        after_help = query_help())]
    Filter(FilterArgs),
    #[command(about = translated(text!("Show sheets in full", "Montre des fiches en entier")))]
    Show(ShowArgs),
    #[command(about = translated(text!("Add up projects, costs and people, by year or by any key", "Fait les comptes : projets, coûts, personnes, par année ou par clé")))]
    Summarize(SummarizeArgs),
    #[command(about = translated(text!("Search lessons, words from the team and free text", "Cherche dans les leçons, les petits mots et les textes")))]
    Search(SearchArgs),
    #[command(about = translated(text!("List the values of each key, with counts", "Liste les valeurs de chaque clé, avec le nombre de fiches")), after_help = query_help())]
    Facets(FacetsArgs),
    #[command(about = translated(text!("Show projects over time", "Montre les projets sur une frise")), after_help = query_help())]
    Timeline(TimelineArgs),
    #[command(about = translated(text!("Show what earlier projects can teach a new one", "Montre ce que les projets passés nous ont appris, avant un nouveau")))]
    Brief(BriefArgs),
    #[command(about = translated(text!("List the next thing each person has to write", "Liste, pour chaque personne, ce qu'elle doit écrire ensuite")))]
    Todo(TodoArgs),
    #[command(about = translated(text!("Ask each person one question, by mail or by form", "Pose à chaque personne une question, par mail ou par formulaire")))]
    Ask(AskArgs),
    #[command(about = translated(text!("Make one page for the team's own meeting, to print and to bring back", "Prépare une page pour la réunion de l'équipe, à imprimer et à reprendre")))]
    Debrief(DebriefArgs),
    #[command(about = translated(text!("List what past lessons say to do with a tool", "Liste ce que les leçons conseillent de faire avec un outil")))]
    Checklist(ChecklistArgs),
    #[command(about = translated(text!("Say what is new since a date, for the monthly mail", "Dit ce qui est nouveau depuis une date, pour la lettre du mois")), after_help = query_help())]
    Digest(DigestArgs),
    #[command(about = translated(text!("Set values in a sheet, leaving the rest untouched", "Modifie des valeurs d'une fiche, sans toucher au reste")))]
    Set(SetArgs),
    #[command(about = translated(text!("Remove values from a sheet, leaving the rest untouched", "Retire des valeurs d'une fiche, sans toucher au reste")))]
    Unset(UnsetArgs),
    #[command(about = translated(text!("Add a lesson, a word, a document, a tool or a person to a sheet", "Ajoute une leçon, un petit mot, un document, un outil, une personne")))]
    Add(AddArgs),
    #[command(about = translated(text!("Change a sheet's id, also in the sheets that link to it", "Change l'identifiant d'une fiche et les liens vers elle")))]
    Rename(RenameArgs),
    #[command(about = translated(text!("Rewrite values in canonical form, keeping comments", "Réécrit les valeurs sous la forme standard, garde les commentaires")))]
    Fmt(FmtArgs),
    #[command(about = translated(text!("Check the sheets and report every finding", "Vérifie les fiches et signale tous les constats")))]
    Validate(ValidateArgs),
    #[command(about = translated(text!("Explain a finding: why, what to do, examples", "Explique un constat : pourquoi, que faire, exemples")))]
    Explain(ExplainArgs),
    #[command(about = translated(text!("Import wiki pages, tables and replies; preview only, unless --write", "Importe pages de wiki, tableaux et réponses ; aperçu, sauf --write")))]
    Import(ImportArgs),
    #[command(about = translated(text!("Export sheets to a file for colleagues or other programs", "Exporte des fiches pour des collègues ou d'autres programmes")), after_help = query_help())]
    Export(ExportArgs),
    #[command(about = translated(text!("Print the JSON Schema of a sheet, for editors", "Affiche le schéma JSON d'une fiche, pour les éditeurs")))]
    Schema(SchemaArgs),
}

/// How a sheet is named.
const SHEET: Text = text!(
    "Sheet: its id, the start of it, or part of its title",
    "Fiche : son identifiant, le début de celui-ci, ou un morceau du titre",
);
const SHEETS: Text = text!(
    "Sheets: an id or a path, part of a title, or a query such as year:2023",
    "Fiches : un identifiant, un chemin, un morceau du titre, ou une requête (year:2023)",
);

#[derive(Debug, Args)]
#[command(override_usage = translated(text!("sheet new [OPTIONS]\n       sheet new ID --missing", "sheet new [OPTIONS]\n        sheet new FICHE --missing")))]
pub struct NewArgs {
    #[arg(value_name = "ID", help = translated(text!("With --missing: the sheet to complete", "Avec --missing : la fiche à compléter")))]
    pub sheet: Option<String>,
    #[arg(long, requires = "sheet", conflicts_with_all = ["id", "from", "like", "yes"], help = translated(text!("Ask only what this sheet lacks, and save each answer in it", "Demande seulement ce qui manque à cette fiche, et y enregistre chaque réponse")))]
    pub missing: bool,
    #[arg(long, value_name = "ID", conflicts_with = "from", help = translated(text!("Start from the territory, people and tools of this sheet", "Reprend le territoire, les personnes et les outils de cette fiche")))]
    pub like: Option<String>,
    #[arg(long, value_name = "ID", help = translated(NEW_ID))]
    pub id: Option<String>,
    #[arg(long, value_name = "FILE", help = translated(text!("Read the sheet from this YAML file instead of asking; - for standard input", "Lit la fiche dans ce fichier YAML, sans poser de questions ; - pour l'entrée standard")))]
    pub from: Option<PathBuf>,
    #[arg(long, short = 'y', help = translated(text!("Do not ask anything: use the options alone", "Ne pose aucune question : s'en tient aux options")))]
    pub yes: bool,
    #[command(flatten)]
    pub write_args: WriteArgs,
    #[command(flatten)]
    pub answers: Answers,
}

#[derive(Debug, Args)]
pub struct EditArgs {
    #[arg(value_name = "ID", help = translated(SHEET))]
    pub id: String,
    #[command(flatten)]
    pub write_args: WriteArgs,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[command(flatten)]
    pub selection: QueryArgs,
    #[command(flatten)]
    pub layout: LayoutArgs,
}

#[derive(Debug, Args)]
pub struct FilterArgs {
    #[arg(value_name = "QUERY", required_unless_present_any = FILTERS, help = translated(text!("Query, e.g. 'year:2023 cost>5000'", "Requête, par exemple 'year:2023 cost>5000'")))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub flags: FilterFlags,
    #[command(flatten)]
    pub layout: LayoutArgs,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    #[arg(value_name = "ID", required_unless_present_any = FILTERS, help = translated(SHEETS))]
    pub words: Vec<String>,
    #[command(flatten)]
    pub flags: FilterFlags,
}

#[derive(Debug, Args)]
pub struct SummarizeArgs {
    #[arg(long, value_name = "KEY[,KEY]", value_delimiter = ',', num_args = 1, help = translated(text!("Group by one key (counts and costs) or by two (cross table)", "Regroupe selon une clé (nombres et coûts) ou deux (tableau croisé)")))]
    pub by: Vec<String>,
    #[arg(long, value_name = "KEY", requires = "by", help = translated(text!("Cross with this key; --by team --with team shows who worked with whom", "Croise avec cette clé ; --by team --with team montre qui a travaillé avec qui")))]
    pub with: Option<String>,
    #[arg(long, help = translated(text!("With --by year or --year, split each cost over the years, in proportion to days", "Avec --by year ou --year, répartit chaque coût entre les années, au prorata des jours")))]
    pub spread: bool,
    #[arg(long, conflicts_with_all = ["by", "spread"], help = translated(text!("Count the lessons of each year: with an action, applied, confirmed, contradicted", "Compte les leçons de chaque année : avec une action, appliquées, confirmées, contredites")))]
    pub lessons: bool,
    #[command(flatten)]
    pub selection: QueryArgs,
}

#[derive(Debug, Args)]
pub struct SearchArgs {
    #[arg(value_name = "TEXT", required_unless_present_any = FILTERS.into_iter().chain(["query"]), help = translated(text!("Words in any form (rencontrer finds rencontré); without words: all lessons of --where", "Mots sous toutes leurs formes (rencontrer trouve rencontré) ; sans mot : toutes les leçons de --where")))]
    pub text: Vec<String>,
    #[arg(long, help = translated(text!("Group passages by kind: lessons, words from the team, free text", "Regroupe les passages : leçons, petits mots, textes")))]
    pub by_kind: bool,
    #[arg(long, value_name = "N", help = translated(text!("Show at most N passages [default: 20]", "Montre au plus N passages [défaut : 20]")))]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub selection: WhereQuery,
}

#[derive(Debug, Args)]
pub struct FacetsArgs {
    #[arg(long = "key", value_name = "KEY,…", value_delimiter = ',', help = translated(text!("Only these keys", "Seulement ces clés")))]
    pub keys: Vec<String>,
    #[arg(long, value_name = "N", help = translated(text!("Show at most N values per key [default: 10]", "Montre au plus N valeurs par clé [défaut : 10]")))]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub selection: QueryArgs,
}

#[derive(Debug, Args)]
pub struct TimelineArgs {
    #[command(flatten)]
    pub selection: QueryArgs,
}

#[derive(Debug, Args)]
pub struct BriefArgs {
    #[arg(value_name = "TEXT", required = true, help = translated(text!("The project in a few words, or the id of its sheet", "Le projet en quelques mots, ou l'identifiant de sa fiche")))]
    pub about: Vec<String>,
    #[arg(long, help = translated(text!("Imagine that it has failed, and say why it may have", "Imagine qu'il a échoué, et dit pour quelles raisons")))]
    pub premortem: bool,
    #[command(flatten)]
    pub selection: WhereQuery,
}

#[derive(Debug, Args)]
pub struct TodoArgs {
    #[arg(long, value_name = "NAME", help = translated(text!("Only what this person has to write", "Seulement ce que cette personne doit écrire")))]
    pub who: Option<String>,
    #[command(flatten)]
    pub selection: QueryArgs,
}

#[derive(Debug, Args)]
pub struct DebriefArgs {
    #[arg(value_name = "ID", help = translated(SHEET))]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct ChecklistArgs {
    #[arg(value_name = "TOOL", required_unless_present = "tool", help = translated(text!("Tool, e.g. 'porte à porte'; terms such as year:2023 choose the sheets", "Outil, par exemple 'porte à porte' ; un critère comme year:2023 choisit les fiches")))]
    pub words: Vec<String>,
    #[command(flatten)]
    pub selection: WhereQuery,
}

#[derive(Debug, Args)]
pub struct DigestArgs {
    #[arg(long, value_name = "DATE", help = translated(text!("Since this day, e.g. 2026-10-01, or this git revision, e.g. v1", "Depuis ce jour, par exemple 2026-10-01, ou cette révision git, par exemple v1")))]
    pub since: String,
    #[arg(long, help = translated(text!("For everybody: public sheets alone [default: for the members]", "Pour tout le monde : les fiches publiques [par défaut : pour les membres]")))]
    pub public: bool,
    #[arg(long, requires = "public", value_name = "ID,…", value_delimiter = ',', help = translated(text!("With --public: sheets whose e-mail addresses and phone numbers may be published", "Avec --public : fiches dont les adresses e-mail et les numéros de téléphone peuvent être publiés")))]
    pub accept: Vec<String>,
    #[arg(long, help = translated(text!("Write a feed (Atom), for readers of news", "Écrit un flux (Atom), pour les lecteurs de nouvelles")))]
    pub atom: bool,
    #[command(flatten)]
    pub selection: QueryArgs,
}

#[derive(Debug, Args)]
pub struct ValidateArgs {
    #[arg(value_name = "PATH", help = translated(text!("Files, folders, ids or a query; - for standard input [default: whole collection]", "Fichiers, dossiers, identifiants ou requête ; - pour l'entrée standard [défaut : toute la collection]")))]
    pub paths: Vec<PathBuf>,
    #[arg(long, help = translated(text!("Treat warnings as errors", "Compte les avertissements comme des erreurs")))]
    pub strict: bool,
    #[arg(long = "rule", value_name = "CODE,…", value_delimiter = ',', help = translated(text!("Report only these codes, e.g. bad-date,tax-not-stated", "Ne signale que ces codes, par exemple bad-date,tax-not-stated")))]
    pub rules: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_enum, hide_possible_values = true, help = translated(text!("Report only this severity and above: error, warning or hint", "Ne signale qu'à partir de cette gravité : error, warning ou hint")))]
    pub severity: Option<MinSeverity>,
    #[arg(long, value_name = "REV", conflicts_with = "paths", help = translated(text!("Report on sheets changed since this git revision, e.g. main, and on what that breaks elsewhere", "Ne signale que les fiches modifiées depuis cette révision git, par exemple main, et ce que cela casse ailleurs")))]
    pub since: Option<String>,
    #[arg(long, value_name = "NAME", help = translated(text!("Check standard input in place of this file, as editors do", "Vérifie l'entrée standard à la place de ce fichier, comme le fait un éditeur")), conflicts_with_all = ["since", "fix"])]
    pub stdin_filename: Option<PathBuf>,
    #[arg(long, help = translated(text!("Also check that the files of documents exist", "Vérifie aussi que les fichiers des documents existent")))]
    pub files: bool,
    #[arg(long, help = translated(text!("Show every finding in full, without grouping", "Montre chaque constat en entier, sans regrouper")))]
    pub all: bool,
    #[arg(long, help = translated(text!("Apply the safe fixes, show them, then validate again", "Corrige ce qui peut l'être sans risque, le montre, puis vérifie de nouveau")))]
    pub fix: bool,
    #[arg(long, requires = "fix", help = translated(text!("With --fix: show the fixes, write nothing", "Avec --fix : montre les corrections, sans les enregistrer")))]
    pub dry_run: bool,
    #[command(flatten)]
    pub flags: FilterFlags,
}

/// The least weight of what is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MinSeverity {
    #[value(aliases = ["errors", "erreur", "erreurs"])]
    Error,
    #[value(aliases = ["warnings", "avertissement", "avertissements"])]
    Warning,
    #[value(aliases = ["hints", "conseil", "conseils"])]
    Hint,
}

impl From<MinSeverity> for Severity {
    fn from(least: MinSeverity) -> Severity {
        match least {
            MinSeverity::Error => Severity::Error,
            MinSeverity::Warning => Severity::Warning,
            MinSeverity::Hint => Severity::Hint,
        }
    }
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE", help = translated(text!("Code of a finding [default: list all codes]", "Code d'un constat [défaut : liste de tous les codes]")))]
    pub code: Option<String>,
    #[arg(long, conflicts_with = "code", help = translated(text!("Explain all codes", "Explique tous les codes")))]
    pub all: bool,
}
