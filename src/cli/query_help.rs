//! How a query is written: what `sheet help query` says.

use crate::cli::help_lang::translated;
use crate::lang::text;
use crate::sheet::field::Field;
use crate::sheet::fields::FIELDS;
use crate::sheet::section::Section;

/// The terms that are needed most.
fn terms() -> Vec<(&'static str, &'static str)> {
    vec![
        (
            "year:2023  2023",
            translated(text!(
                "projects that overlap 2023",
                "projets menés, même en partie, en 2023"
            )),
        ),
        ("year:2021..2023", translated(text!("… any of these years", "… une de ces années"))),
        ("cost>5000", translated(text!("cost above 5000", "coût supérieur à 5000"))),
        ("cost.tax:HT", translated(text!("part of a value", "partie d'une valeur"))),
        (
            "team:alix,sam",
            translated(text!("Alix or Sam in the team", "Alix ou Sam dans l'équipe")),
        ),
        (
            "tool:forum",
            translated(text!(
                "the name of a tool has a word that starts with “forum”",
                "le nom d'un outil a un mot qui commence par “forum”",
            )),
        ),
        ("summary:", translated(text!("the field is filled in", "le champ est rempli"))),
        (
            "-status:done",
            translated(text!(
                "not done: another status, or none",
                "pas terminés : autre statut, ou aucun",
            )),
        ),
        (
            "\"porte à porte\"",
            translated(text!("this phrase, anywhere", "cette expression, n'importe où")),
        ),
        (
            "a or b, not (a b)",
            translated(text!(
                "alternatives, negation, grouping",
                "alternatives, négation, parenthèses"
            )),
        ),
    ]
}

/// How a query is written, in short.
pub(super) fn query_help() -> String {
    let title = translated(text!(
        "Terms are combined with “and”:",
        "Une fiche doit répondre à tous les critères (“et”) :",
    ));
    let quote = translated(text!(
        "Quote the query: < > ( ) are special to the shell.",
        "Mettez la requête entre apostrophes ('…') : < > ( ) ont un sens pour le terminal.",
    ));
    let more = translated(text!(
        "Full query language and all keys: sheet help query",
        "Tout le langage et toutes les clés : sheet help query",
    ));
    format!("{title}\n{}\n{quote}\n{more}", lines(terms()))
}

/// The whole language of queries, with every key: `sheet help query`.
pub(super) fn query_page() -> String {
    let values = vec![
        (
            translated(text!("text", "texte")),
            translated(text!(
                "matches the start of a word, but ids, codes and numbers as a whole",
                "trouve les mots qui commencent ainsi ; identifiants, codes et nombres, en entier",
            )),
        ),
        ("a,b", translated(text!("a or b", "a ou b"))),
        (
            "a..b  a..  ..b",
            translated(text!("a range, ends included", "un intervalle, bornes comprises")),
        ),
        (
            "< <= > >=",
            translated(text!(
                "comparison; with or without spaces",
                "comparaison ; avec ou sans espaces"
            )),
        ),
        (
            "=  !=",
            translated(text!(
                "equal to the whole value; any other value, or none",
                "égal à toute la valeur ; toute autre valeur, ou aucune",
            )),
        ),
        (
            "2023-03  2023-21",
            translated(text!(
                "a month or a season covers all its days; <2023-03 means ended before it",
                "un mois ou une saison couvre tous ses jours ; <2023-03 : fini avant",
            )),
        ),
        (
            "9500€HT  9 500 €",
            translated(text!(
                "an amount; if a currency or a tax is given, it must match",
                "un montant ; la monnaie et la taxe comptent si elles sont données",
            )),
        ),
        (
            "2023-T3  2023-S2",
            translated(text!("a quarter or half of a year", "un trimestre, un semestre")),
        ),
        (
            "today  -6m  +2 ans",
            translated(text!(
                "counted from today; year:this, year:last",
                "compté à partir d'aujourd'hui ; year:this, year:last",
            )),
        ),
        ("9mois  2 semaines", translated(text!("a duration", "une durée"))),
        ("12 jours  84h", translated(text!("time worked", "un temps passé"))),
        (
            "done  \"terminé\"",
            translated(text!(
                "a code or its label, in English or French",
                "un code ou son libellé, en français ou en anglais",
            )),
        ),
    ];
    let prose = vec![
        (
            "text:",
            translated(text!(
                "all prose, lessons and words from the team",
                "textes, leçons et petits mots",
            )),
        ),
        (
            "lesson:",
            translated(text!(
                "nuggets, difficulties and surprises",
                "pépites, difficultés et surprises"
            )),
        ),
        (
            "nugget.count>2",
            translated(text!("how many items a list has", "le nombre d'éléments d'une liste")),
        ),
        (
            "word:",
            translated(text!(
                "words from the team, and their authors",
                "les petits mots, et qui les a écrits",
            )),
        ),
        (
            "lessons:  dates:",
            translated(text!("everything under this key", "tout ce qui est sous cette clé")),
        ),
        (
            "x-…  extra.…",
            translated(text!("your own keys, at any level", "vos propres clés, à tout niveau")),
        ),
        (
            translated(text!("@NAME", "@NOM")),
            translated(text!("a view of sheet.yaml", "une vue de sheet.yaml")),
        ),
    ];
    let mut page = query_help();
    page.truncate(page.rfind('\n').unwrap_or(page.len()));
    for (title, rows) in [
        (translated(text!("Values", "Valeurs")), values),
        (translated(text!("Groups of fields", "Groupes de champs")), prose),
    ] {
        page += &format!("\n\n{title}\n{}", lines(rows).trim_end());
    }
    let sections = Section::SHOWN.into_iter().chain([Section::Derived]);
    for section in sections {
        let title = section.label();
        let fields = FIELDS.iter().filter(|field| field.section == section);
        let names: Vec<(String, &str)> =
            fields.map(|field| (both_names(field), translated(field.about))).collect();
        let rows = lines(names.iter().map(|(names, about)| (names.as_str(), *about)).collect());
        page += &format!("\n\n{}\n{}", translated(title), rows.trim_end());
    }
    let labels = translated(text!(
        "A key may also be typed in French or as its label: coût>5000, \"date de fin\">2022",
        "Une clé s'écrit aussi en français ou par son libellé : coût>5000, \"date de fin\">2022",
    ));
    format!("{page}\n\n{labels}")
}

/// The names of a field: `team équipe`.
fn both_names(field: &Field) -> String {
    let french = Some(field.short_fr).filter(|french| *french != field.short);
    [Some(field.short), french].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Lines of two columns.
fn lines(rows: Vec<(&str, &str)>) -> String {
    let longest = rows.iter().map(|(left, _)| left.chars().count()).max().unwrap_or(0).max(18);
    rows.iter().map(|(left, right)| format!("  {left:<longest$} {right}\n")).collect()
}
