//! What can be typed for the commands that change sheets.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::speak::say;
use crate::sheet::field;

/// What every command that changes sheets takes.
#[derive(Debug, Args)]
pub struct Writing {
    #[arg(long, help = say("Show what would change, and write nothing", "Montre ce qui changerait, sans rien écrire"))]
    pub dry_run: bool,
}

/// How many sheets are changed at once.
#[derive(Debug, Args)]
pub struct Every {
    #[arg(long = "where", value_name = "QUERY", help = say("Change every sheet that this query selects: shown first, asked once", "Change chaque fiche que cette requête retient : montré d'abord, demandé une fois"))]
    pub query: Option<String>,
    #[arg(long, short = 'y', requires = "query", help = say("With --where, write without asking", "Avec --where, écrit sans demander"))]
    pub yes: bool,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "sheet set ID KEY=VALUE...\n       sheet set --where QUERY KEY=VALUE..."
)]
pub struct SetArgs {
    #[arg(value_name = "ID KEY=VALUE", required = true, hide_default_value = true, help = say("The sheet, then keys and their new values: cost='9500 € HT'", "La fiche, puis des clés et leurs nouvelles valeurs : cost='9500 € HT'"))]
    pub words: Vec<String>,
    #[command(flatten)]
    pub every: Every,
    #[command(flatten)]
    pub writing: Writing,
}

#[derive(Debug, Args)]
#[command(override_usage = "sheet unset ID KEY...\n       sheet unset --where QUERY KEY...")]
pub struct UnsetArgs {
    #[arg(value_name = "ID KEY", required = true, help = say("The sheet, then the keys to remove with their values", "La fiche, puis les clés à retirer avec leurs valeurs"))]
    pub words: Vec<String>,
    #[command(flatten)]
    pub every: Every,
    #[command(flatten)]
    pub writing: Writing,
}

/// The lists to which an item can be added, by the short names of their fields.
fn lists() -> Vec<&'static str> {
    field::written().filter(|field| field.shape.is_list()).map(|field| field.short).collect()
}

#[derive(Debug, Args)]
#[command(
    override_usage = "sheet add WHAT ID TEXT...\n       sheet add WHAT --where QUERY TEXT..."
)]
pub struct AddArgs {
    #[arg(value_name = "WHAT", hide_possible_values = true, value_parser = PossibleValuesParser::new(lists()), help = say("What to add: nugget, difficulty, surprise, word, document, tool, team, member, partner, commissioner, target or related", "Quoi ajouter : nugget, difficulty, surprise, word, document, tool, team, member, partner, commissioner, target ou related"))]
    pub what: String,
    #[arg(value_name = "ID TEXT", required = true, help = say("The sheet, then the text; a word may begin with its speaker, 'Alix: …'", "La fiche, puis le texte ; un mot peut commencer par qui le dit, « Alix : … »"))]
    pub words: Vec<String>,
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
    #[arg(long, value_name = "ROLE", help = say("The role of a person", "Le rôle d'une personne"))]
    pub role: Option<String>,
    #[command(flatten)]
    pub every: Every,
    #[command(flatten)]
    pub writing: Writing,
}

#[derive(Debug, Args)]
pub struct RenameArgs {
    #[arg(value_name = "OLD", help = say("The id that the sheet has", "L'identifiant de la fiche"))]
    pub old: String,
    #[arg(value_name = "NEW", help = say("The id that it gets", "Son nouvel identifiant"))]
    pub new: String,
    #[command(flatten)]
    pub writing: Writing,
}

#[derive(Debug, Args)]
pub struct FmtArgs {
    #[arg(value_name = "ID", help = say("Only these sheets [default: all]", "Seulement ces fiches [défaut : toutes]"))]
    pub ids: Vec<String>,
    #[arg(long, help = say("Only tell what would change; end with 1 if anything would", "Dit seulement ce qui changerait ; finit par 1 s'il y en a"))]
    pub check: bool,
    #[command(flatten)]
    pub writing: Writing,
}
