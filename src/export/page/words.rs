//! What the page says by itself, in its language.

use crate::export::words::words;
use crate::lang::text;

words! {
    projects = text!("Our projects", "Nos projets");
    skip = text!("Go to the sheets", "Aller aux fiches");
    search = text!("Search", "Rechercher");
    search_hint = text!("a word, a place, a tool…", "un mot, un lieu, un outil…");
    filters = text!("Filters", "Filtres");
    others = text!("more", "autres");
    show_all = text!("Show all sheets", "Montrer toutes les fiches");
    view = text!("View", "Affichage");
    cards = text!("Cards", "Cartes");
    table = text!("Table", "Tableau");
    timeline = text!("Timeline", "Frise");
    map = text!("Map", "Carte");
    sheet = text!("sheet", "fiche");
    sheets = text!("sheets", "fiches");
    of = text!("of", "sur");
    whole = text!("The whole sheet", "Toute la fiche");
    print = text!("Print this sheet", "Imprimer cette fiche");
    nothing = text!("No sheet matches.", "Aucune fiche ne répond.");
    project = text!("Project", "Projet");
    territory = text!("Territory", "Territoire");
    year = text!("Year", "Année");
    dates = text!("Dates", "Dates");
    commissioners = text!("Commissioners", "Commanditaires");
    outcome = text!("Outcome", "Résultat");
    cost = text!("Cost", "Coût");
    confirmed = text!("confirmed by", "confirmée par");
    contradicted = text!("contradicted by", "contredite par");
    km = text!("km", "km");
    made = text!(
        "This page is one file: it can be sent, copied and read without a network.",
        "Cette page tient dans un seul fichier : elle s'envoie, se copie et se lit sans réseau.",
    );
}
