//! What can be typed for the commands that change sheets.

use std::sync::LazyLock;

use clap::Args;

use crate::cli::help_lang::{translated, translated_phrase};
use crate::lang::{Phrase, list, phrase, text};
use crate::sheet::fields::addable;

/// What every command that changes sheets takes.
#[derive(Debug, Default, Args)]
pub struct WriteArgs {
    #[arg(long, help = translated(text!("Show what would change, write nothing", "Montre ce qui changerait, sans rien enregistrer")))]
    pub dry_run: bool,
}

/// How many sheets are changed at once.
#[derive(Debug, Args)]
pub struct BulkArgs {
    #[arg(long = "where", value_name = "QUERY", help = translated(text!("Change every sheet matching this query; shows the changes, then asks once", "Modifie toutes les fiches qui répondent à cette requête : les montre, puis demande une seule confirmation")))]
    pub query: Option<String>,
    #[arg(long, short = 'y', requires = "query", help = translated(text!("With --where: save without asking", "Avec --where : enregistre sans demander confirmation")))]
    pub yes: bool,
}

#[derive(Debug, Args)]
#[command(
    override_usage = translated(text!(
        "sheet set ID KEY=VALUE...\n       sheet set --where QUERY KEY=VALUE...",
        "sheet set FICHE CLÉ=VALEUR...\n        sheet set --where REQUÊTE CLÉ=VALEUR...",
    ))
)]
pub struct SetArgs {
    #[arg(value_name = "ID KEY=VALUE", required = true, hide_default_value = true, help = translated(text!("Sheet, then keys and their new values, e.g. cost='9500 € HT'", "Fiche, puis clés et nouvelles valeurs, par exemple cost='9500 € HT'")))]
    pub operands: Vec<String>,
    #[command(flatten)]
    pub bulk: BulkArgs,
    #[command(flatten)]
    pub write_args: WriteArgs,
}

#[derive(Debug, Args)]
#[command(override_usage = translated(text!("sheet unset ID KEY...\n       sheet unset --where QUERY KEY...", "sheet unset FICHE CLÉ...\n        sheet unset --where REQUÊTE CLÉ...")))]
pub struct UnsetArgs {
    #[arg(value_name = "ID KEY", required = true, help = translated(text!("Sheet, then the keys to remove", "Fiche, puis clés à retirer")))]
    pub operands: Vec<String>,
    #[command(flatten)]
    pub bulk: BulkArgs,
    #[command(flatten)]
    pub write_args: WriteArgs,
}

/// What can be added, by the table of the fields.
fn what_help() -> &'static str {
    static HELP: LazyLock<Phrase> = LazyLock::new(|| {
        let words = Phrase::per_lang(|lang| {
            let words: Vec<&str> = addable().map(|(_, word)| word.get(lang)).collect();
            list::or(&words).get(lang).to_owned()
        });
        phrase!("What to add: {words}", "Ce qu'on ajoute : {words}", words)
    });
    translated_phrase(&HELP)
}

#[derive(Debug, Args)]
#[command(
    override_usage = translated(text!(
        "sheet add WHAT ID [TEXT]...\n       sheet add WHAT --where QUERY TEXT...",
        "sheet add QUOI FICHE [TEXTE]...\n        sheet add QUOI --where REQUÊTE TEXTE...",
    ))
)]
pub struct AddArgs {
    #[arg(value_name = "WHAT", help = what_help())]
    pub list: String,
    #[arg(value_name = "ID TEXT", required = true, help = translated(text!("Sheet, then the text (asked for if left out); a word may start with its author: 'Alix: …'", "Fiche, puis texte (demandé s'il manque) ; un petit mot peut commencer par le nom de qui l'écrit : 'Alix: …'")))]
    pub operands: Vec<String>,
    #[arg(long = "do", value_name = "TEXT", help = translated(text!("For a lesson: what to do next time", "Pour une leçon : que faire la prochaine fois")))]
    pub action: Option<String>,
    #[arg(long, value_name = "TEXT", help = translated(text!("For a lesson: when it applies", "Pour une leçon : dans quel cas elle s'applique")))]
    pub when: Option<String>,
    #[arg(long, value_name = "NAME", help = translated(text!("For a lesson or a word: its author", "Pour une leçon ou un petit mot : qui le dit")))]
    pub from: Option<String>,
    #[arg(long, value_name = "URL", help = translated(text!("For a document: its URL", "Pour un document : son adresse web")))]
    pub url: Option<String>,
    #[arg(long, value_name = "PATH", help = translated(text!("For a document: its file, inside the collection", "Pour un document : son fichier, dans la collection")))]
    pub file: Option<String>,
    #[arg(long, value_name = "ROLE", help = translated(text!("For a person: their role", "Pour une personne : son rôle")))]
    pub role: Option<String>,
    #[arg(long, help = translated(text!("For a lesson, a word or a document: it is never exported, except with --all", "Pour une leçon, un petit mot ou un document : il n'est jamais exporté, sauf avec --all")))]
    pub private: bool,
    #[arg(long, help = translated(text!("With member: of the cooperative, not of the team", "Avec membre : de la coopérative, pas de l'équipe")))]
    pub cooperative: bool,
    #[command(flatten)]
    pub bulk: BulkArgs,
    #[command(flatten)]
    pub write_args: WriteArgs,
}

#[derive(Debug, Args)]
pub struct RenameArgs {
    #[arg(value_name = "OLD", help = translated(text!("Current id", "Identifiant actuel")))]
    pub old: String,
    #[arg(value_name = "NEW", help = translated(text!("New id", "Nouvel identifiant")))]
    pub new: String,
    #[command(flatten)]
    pub write_args: WriteArgs,
}

#[derive(Debug, Args)]
pub struct FmtArgs {
    #[arg(value_name = "ID", help = translated(text!("Only these sheets [default: all]", "Seulement ces fiches [défaut : toutes]")))]
    pub ids: Vec<String>,
    #[arg(long, help = translated(text!("Report what would change, write nothing; exit 1 if anything would", "Signale ce qui changerait, sans rien enregistrer ; code de sortie 1 s'il y a quelque chose à changer")))]
    pub check: bool,
    #[command(flatten)]
    pub write_args: WriteArgs,
}
