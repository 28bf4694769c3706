//! How sheets are chosen and laid out on the command line.

use clap::Args;

use crate::cli::help_lang::{heading, translated};
use crate::lang::{Text, text};

/// Flags that are sugar for terms of a query.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = heading(text!("Filters:", "Filtres :")))]
pub struct FilterFlags {
    #[arg(long, value_name = "YEAR", help = translated(text!("Only projects of this year or range: 2023, 2021..2023", "Seulement les projets de cette année ou de cet intervalle : 2023, 2021..2023")))]
    pub year: Option<String>,
    #[arg(long, value_name = "NAME", help = translated(text!("Only projects with this person in the team", "Seulement les projets où cette personne est dans l'équipe")))]
    pub team: Option<String>,
    #[arg(long, value_name = "TOOL", help = translated(text!("Only projects that used this tool", "Seulement les projets qui ont utilisé cet outil")))]
    pub tool: Option<String>,
    #[arg(long, value_name = "NAME", help = translated(text!("Only projects in this territory", "Seulement les projets de ce territoire")))]
    pub territory: Option<String>,
    #[arg(long, value_name = "NAME", help = translated(text!("Only projects for this commissioner", "Seulement les projets de ce commanditaire")))]
    pub commissioner: Option<String>,
    #[arg(long, value_name = "AMOUNT", help = translated(text!("Only projects costing at least this", "Seulement les projets d'un coût d'au moins ce montant")))]
    pub min_cost: Option<String>,
    #[arg(long, value_name = "AMOUNT", help = translated(text!("Only projects costing at most this", "Seulement les projets d'un coût d'au plus ce montant")))]
    pub max_cost: Option<String>,
    #[arg(long, value_name = "STATUS", help = translated(text!("Only projects with this status: idea, ongoing, done or abandoned", "Seulement les projets de ce statut : idea, ongoing, done ou abandoned")))]
    pub status: Option<String>,
}

/// The flags, by their names: each says by itself which sheets are meant.
pub(super) const FILTERS: [&str; 8] =
    ["year", "team", "tool", "territory", "commissioner", "min_cost", "max_cost", "status"];

const MATCHING: Text = text!(
    "Only sheets matching this query, e.g. 'year:2023 cost>5000'",
    "Seulement les fiches qui répondent à cette requête, par exemple 'year:2023 cost>5000'",
);

/// Which sheets, for a command whose own words are the query.
#[derive(Debug, Default, Args)]
pub struct QueryArgs {
    #[arg(value_name = "QUERY", help = translated(MATCHING))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub flags: FilterFlags,
}

/// Which sheets, for a command whose own words are something else.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = heading(text!("Filters:", "Filtres :")))]
pub struct WhereQuery {
    #[arg(long = "where", value_name = "QUERY", help = translated(MATCHING))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub flags: FilterFlags,
}

/// How a list is laid out.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = heading(text!("Output:", "Affichage :")))]
pub struct LayoutArgs {
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', help = translated(text!("Columns to show; all: every key", "Colonnes à montrer ; all : toutes les clés")))]
    pub columns: Vec<String>,
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', allow_hyphen_values = true, help = translated(text!("Sort by these keys; -KEY for descending", "Trie selon ces clés ; -CLÉ pour l'ordre décroissant")))]
    pub sort: Vec<String>,
    #[arg(long, value_name = "KEY", help = translated(text!("Group the sheets by this key", "Regroupe les fiches par valeur de cette clé")))]
    pub group_by: Option<String>,
    #[arg(long, help = translated(text!("Add totals of the costs, by currency, tax and basis", "Ajoute le total des coûts, par monnaie, taxe et nature")))]
    pub totals: bool,
    #[arg(long, value_name = "N", help = translated(text!("Show at most N sheets", "Montre au plus N fiches")))]
    pub limit: Option<usize>,
}
