//! What can be typed to begin a collection, and to help its editors.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::help_lang::translated;
use crate::cli::write_args::WriteArgs;
use crate::lang::text;

/// An editor that can show findings where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Editor {
    Vscode,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    #[arg(long, help = translated(text!("Print the schema of sheet.yaml instead", "Affiche plutôt le schéma de sheet.yaml")))]
    pub settings: bool,
}

/// Where the sheets are shared, which runs the job that validates them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Forge {
    Github,
    Gitlab,
    None,
}

#[derive(Debug, Default, Args)]
pub struct InitArgs {
    #[arg(value_name = "FOLDER", help = translated(text!("Folder of the collection [default: current folder]", "Dossier de la collection [défaut : le dossier courant]")))]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "COMMAND", help = translated(text!("Command that installs sheet in CI; adds a job that checks the sheets on each push", "Commande qui installe sheet en CI ; ajoute une tâche qui vérifie les fiches à chaque push")))]
    pub install: Option<String>,
    #[arg(long, value_name = "FORGE", value_enum, hide_possible_values = true, help = translated(text!("Where that job runs: github, gitlab or none [default: by the git remote]", "Où s'exécute cette tâche : github, gitlab ou none [défaut : d'après le dépôt distant de git]")))]
    pub ci: Option<Forge>,
    #[arg(long, value_name = "EDITOR", value_enum, hide_possible_values = true, help = translated(text!("Add what an editor needs to show findings: vscode", "Ajoute ce qu'il faut à un éditeur pour montrer les constats : vscode")))]
    pub editor: Option<Editor>,
    #[arg(long, help = translated(text!("Write the editor schemas again, and the lines of sheets that name them", "Réécrit les schémas pour l'éditeur, et la ligne des fiches qui les nomme")))]
    pub renew: bool,
    #[command(flatten)]
    pub write_args: WriteArgs,
}
