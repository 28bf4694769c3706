//! How sheets are chosen and laid out on the command line, and how a query is written.

use clap::Args;

use super::speak::say;
use crate::sheet::field::{FIELDS, Section};

/// The terms that are needed most.
fn terms() -> Vec<(&'static str, &'static str)> {
    vec![
        ("year:2023", say("the project touches 2023", "le projet touche 2023")),
        ("year:2021..2023", say("… one of these years", "… l'une de ces années")),
        ("cost>5000", say("it costs more than 5000", "il coûte plus de 5000")),
        ("cost.tax:HT", say("a member of a value", "une partie d'une valeur")),
        ("team:alix,sam", say("one of them is in the team", "l'un des deux est de l'équipe")),
        (
            "tool:forum",
            say("a tool with a word that begins so", "un outil dont un mot commence ainsi"),
        ),
        ("summary:", say("it says something there", "ce champ est rempli")),
        ("-status:done", say("all but these", "tout sauf ceux-là")),
        ("\"porte à porte\"", say("these words, anywhere", "ces mots, où que ce soit")),
        ("a or b, not (a b)", say("one of two; neither both", "l'un ou l'autre ; pas les deux")),
    ]
}

/// How a query is written, in short.
pub fn query_help() -> String {
    let title = say(
        "Terms side by side must all hold:",
        "Les termes côte à côte doivent tous être vrais :",
    );
    let quote = say(
        "Put the query in single quotes: < > ( ) mean something to the shell.",
        "Mettez la requête entre guillemets simples : < > ( ) ont un sens pour le terminal.",
    );
    let more = say(
        "The whole language, with every key: sheet help query",
        "Tout le langage, avec chaque clé : sheet help query",
    );
    format!("{title}\n{}\n{quote}\n{more}", lines(terms()))
}

/// The whole language of queries, with every key: `sheet help query`.
pub fn query_page() -> String {
    let values = vec![
        (
            say("text", "texte"),
            say(
                "from the start of a word; no accents, capitals or plurals",
                "depuis le début d'un mot ; sans accents, majuscules ni pluriels",
            ),
        ),
        ("a,b", say("one or the other", "l'un ou l'autre")),
        ("a..b  a..  ..b", say("a range, both ends within", "un intervalle, bouts compris")),
        ("< <= > >=", say("compared; spaces are welcome", "comparé ; les espaces sont permis")),
        ("!=", say("anything else, or nothing", "toute autre chose, ou rien")),
        (
            "2023-03  2023-21",
            say(
                "a month, a spring: an interval. Before it: all of it before",
                "un mois, un printemps : un intervalle. Avant : tout entier avant",
            ),
        ),
        (
            "9500€HT  9 500 €",
            say(
                "an amount: the currency and the tax that it states must be those",
                "un montant : la monnaie et la taxe qu'il dit doivent être celles-là",
            ),
        ),
        ("9mois  2 semaines", say("a duration", "une durée")),
        (
            "done  \"terminé\"",
            say(
                "a code, or its words in either language",
                "un code, ou ses mots dans les deux langues",
            ),
        ),
    ];
    let prose = vec![
        ("text:", say("all prose of the sheet", "tous les textes de la fiche")),
        (
            "lesson:",
            say("nuggets, difficulties and surprises", "pépites, difficultés et surprises"),
        ),
        ("word:", say("what members say, and who", "ce que disent les membres, et qui")),
        ("lessons:  dates:", say("all that is below this key", "tout ce qui est sous cette clé")),
        (
            "x-…  extra.…",
            say("your own keys, at any depth", "vos propres clés, à toute profondeur"),
        ),
        (
            "query:NAME",
            say("a query that sheet.yaml gives a name to", "une requête que sheet.yaml nomme"),
        ),
    ];
    let keys = |section: Section| {
        let fields = FIELDS.iter().filter(move |field| field.section == section);
        fields.map(|field| (field.short, say(field.label.en, field.label.fr))).collect::<Vec<_>>()
    };
    let mut page = query_help();
    page.truncate(page.rfind('\n').unwrap_or(page.len()));
    for (title, rows) in
        [(say("Values", "Valeurs"), values), (say("Prose, and more", "Textes, et plus"), prose)]
    {
        page += &format!("\n\n{title}\n{}", lines(rows).trim_end());
    }
    let sections = Section::SHOWN.into_iter().chain([Section::Derived]);
    for section in sections {
        let title = section.label();
        let rows = lines(keys(section));
        page += &format!("\n\n{}\n{}", say(title.en, title.fr), rows.trim_end());
    }
    page
}

/// Lines of two columns.
fn lines(rows: Vec<(&str, &str)>) -> String {
    let line = |(left, right): &(&str, &str)| format!("  {left:<18} {right}\n");
    rows.iter().map(line).collect()
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
    #[arg(long, value_name = "STATUS", help = say("Only those that stand so: idea, ongoing, done or abandoned", "Seulement les projets qui ont ce statut : idea, ongoing, done ou abandoned"))]
    pub status: Option<String>,
}

/// Which sheets, for a verb whose own words are the query.
#[derive(Debug, Default, Args)]
pub struct Selection {
    #[arg(value_name = "QUERY", help = say("Only the sheets that this selects: 'year:2023 cost>5000'", "Seulement les fiches que cette requête retient : 'year:2023 cost>5000'"))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub which: Which,
}

/// Which sheets, for a verb whose own words are something else.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = say("Which sheets", "Quelles fiches\u{a0}"))]
pub struct Where {
    #[arg(long = "where", value_name = "QUERY", help = say("Only the sheets that this selects: 'year:2023 cost>5000'", "Seulement les fiches que cette requête retient : 'year:2023 cost>5000'"))]
    pub query: Vec<String>,
    #[command(flatten)]
    pub which: Which,
}

/// How a list is laid out.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = say("Which rows and columns", "Quelles lignes et colonnes\u{a0}"))]
pub struct Layout {
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', help = say("Show these keys", "Montre ces clés"))]
    pub columns: Vec<String>,
    #[arg(long, value_name = "KEY,…", value_delimiter = ',', allow_hyphen_values = true, help = say("Sort by these keys; -KEY for the greatest first", "Trie selon ces clés ; -CLÉ pour le plus grand d'abord"))]
    pub sort: Vec<String>,
    #[arg(long, value_name = "KEY", help = say("Set the values of this key apart", "Regroupe les fiches par valeur de cette clé"))]
    pub group_by: Option<String>,
    #[arg(long, help = say("Add up what they cost, by currency, tax and basis", "Additionne ce qu'ils coûtent, par monnaie, taxe et nature"))]
    pub totals: bool,
    #[arg(long, value_name = "N", help = say("Show at most so many sheets", "Montre au plus N fiches"))]
    pub limit: Option<usize>,
}
