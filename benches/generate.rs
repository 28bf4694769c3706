//! Writes a collection of invented sheets, the same ones for the same number: `generate 1000 folder`.
//! They have the shapes of `examples/cooperative`: names with accents, short forms, comments, lists
//! between brackets, and two in a hundred with a fault.
//!
//! It stands alone: `rustc -O benches/generate.rs -o target/generate`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const PLACES: [&str; 12] = [
    "Trifouilly",
    "Perpète-sur-Lac",
    "Saint-Glinglin",
    "Les Cordeliers",
    "Pampérigouste",
    "Quartier des Sorbiers",
    "Château-Mou",
    "Bazoches-le-Haut",
    "Vallée de l'Ourse",
    "Île-aux-Pies",
    "Montcuq-les-Bains",
    "Fouilly-les-Oies",
];
const SUBJECTS: [&str; 10] = [
    "Un jardin partagé",
    "La place du marché",
    "L'école de demain",
    "Charte du voisinage",
    "Les berges à vivre",
    "Budget participatif",
    "La gare autrement",
    "Carnet de santé du quartier",
    "Forum des aînés",
    "Mobilités douces",
];
const PEOPLE: [&str; 14] = [
    "Maud Levert",
    "Hugo Tellier",
    "Sam Petit",
    "Zoé Müller",
    "Aïcha Benali",
    "Éloïse Garnier",
    "Noé Chassagne",
    "Inès Roca",
    "Jean-Loup Ferrand",
    "Camille d'Orbec",
    "Łukasz Nowak",
    "Anaïs Pôtel",
    "Théo Lenoir",
    "Rosa Vidal",
];
const CLIENTS: [&str; 8] = [
    "Mairie de Trifouilly",
    "Habitat des Saules",
    "Communauté de communes du Lac",
    "CAF des Monts",
    "Département de l'Ourse",
    "Région Haute-Plaine",
    "Foyer Les Tilleuls",
    "Syndicat des eaux",
];
const TOOLS: [&str; 9] = [
    "Café de rue",
    "Porte à porte",
    "Forum ouvert",
    "Jury citoyen",
    "Balade urbaine",
    "Questionnaire",
    "Maquette",
    "Arbre à palabres",
    "Théâtre-forum",
];
const LESSONS: [&str; 10] = [
    "Une habitante relais vaut dix affiches",
    "Le repas partagé a fait venir ceux qui ne viennent jamais",
    "Trop de questions dans le questionnaire",
    "Annoncer la date trois semaines avant, pas moins",
    "Les élus doivent écouter avant de répondre",
    "La salle des fêtes intimide, le parvis de l'école non",
    "Un plan posé par terre fait parler ceux qui se taisent",
    "Prévoir quelqu'un pour les enfants",
    "Rendre compte vite, même d'une seule page",
    "Le mercredi après-midi, le parc est plein",
];
const ACTIONS: [&str; 5] = [
    "Chercher une personne relais par immeuble",
    "Se tenir à six questions",
    "Demander le parvis à la directrice",
    "Réserver une animatrice",
    "Publier le compte rendu sous 8 jours",
];
const PROSE: [&str; 6] = [
    "On nous a demandé d'écouter les habitants avant de dessiner quoi que ce soit.",
    "La commune veut savoir ce qui manque, et ce que l'on garderait à tout prix.",
    "Nous avons proposé trois soirées, une balade et un retour en public.",
    "Chaque étape se termine par une page, affichée dans les halls.",
    "Les services techniques ont suivi chaque atelier, et répondu sur place.",
    "Le calendrier a glissé de deux mois, à cause des élections.",
];

/// A generator of numbers (xorshift64), so that a seed gives the same sheet everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn some<'a>(&mut self, all: &[&'a str], count: usize) -> Vec<&'a str> {
        let first = self.below(all.len());
        (0..count).map(|step| all[(first + step * 3) % all.len()]).collect()
    }

    fn often(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

fn main() {
    let args: Vec<String> = env::args().collect();
    let [_, count, folder] = args.as_slice() else {
        panic!("usage: generate COUNT FOLDER");
    };
    let count: usize = count.parse().expect("COUNT is a number");
    let projects = Path::new(folder).join("projects");
    fs::create_dir_all(&projects).expect("the folder can be made");
    for number in 0..count {
        let mut random = Random(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(number as u64 + 1) | 1);
        let path = projects.join(format!("projet-{number:06}.yaml"));
        fs::write(path, sheet(&mut random, number, count)).expect("the sheet can be written");
    }
}

fn sheet(random: &mut Random, number: usize, count: usize) -> String {
    let mut text = String::new();
    let year = 2012 + random.below(14);
    let place = random.one(&PLACES);
    if random.often(10) {
        text.push_str("# relu en équipe\n");
    }
    let subject = random.one(&SUBJECTS);
    line(&mut text, &format!("title: {subject}, {place} {year}"));
    line(&mut text, &format!("summary: {}", random.one(&PROSE)));
    let status = if year > 2024 { "ongoing" } else { "done" };
    line(&mut text, &format!("status: {status}"));
    text.push_str("territory:\n");
    line(&mut text, &format!("  name: {place}"));
    line(&mut text, "  kind: municipality");
    line(&mut text, &format!("  population: {}", 400 + random.below(40_000)));
    list(&mut text, "commissioners", &[random.one(&CLIENTS)]);
    cost(&mut text, random, number);
    dates(&mut text, random, year);
    if random.often(30) {
        line(&mut text, &format!("effort: {} jours", 3 + random.below(60)));
    }
    let team = 2 + random.below(3);
    let team = random.some(&PEOPLE, team);
    list(&mut text, "team", &team);
    if random.often(60) {
        let partners = 1 + random.below(3);
        list(&mut text, "partners", &random.some(&CLIENTS, partners));
    }
    line(
        &mut text,
        &format!(
            "participation:\n  target:\n    - aînés\n    - jeunes\n  reached: {}",
            20 + random.below(900)
        ),
    );
    text.push_str("description:\n  request: |\n");
    for _ in 0..6 + random.below(8) {
        line(&mut text, &format!("    {} ({})", random.one(&PROSE), random.below(99_999)));
    }
    line(&mut text, &format!("  proposal: {} {}", random.one(&PROSE), random.one(&PROSE)));
    let tools = 1 + random.below(3);
    let tools = random.some(&TOOLS, tools);
    if random.often(25) {
        line(&mut text, &format!("tools: [{}]  # dans l'ordre", tools.join(", ")));
    } else {
        list(&mut text, "tools", &tools);
    }
    line(
        &mut text,
        &format!("outcome:\n  level: {}", random.one(&["succeeded", "partial", "failed"])),
    );
    text.push_str("lessons:\n");
    for kind in ["nuggets", "difficulties"] {
        line(&mut text, &format!("  {kind}:"));
        for _ in 0..1 + random.below(3) {
            let lesson = format!("{} ({place}, {}).", random.one(&LESSONS), random.below(9_999));
            if random.often(60) {
                line(
                    &mut text,
                    &format!("    - text: {lesson}\n      do: {}", random.one(&ACTIONS)),
                );
            } else {
                line(&mut text, &format!("    - {lesson}"));
            }
        }
    }
    text.push_str("  words:\n");
    for person in &team {
        line(&mut text, &format!("    - from: {person}\n      text: \"{}\"", random.one(&PROSE)));
    }
    if random.often(40) {
        text.push_str(
            "documents:\n  - title: Compte rendu\n    url: https://example.org/compte-rendu.pdf\n",
        );
    }
    if random.often(30) {
        line(&mut text, &format!("related:\n  - projet-{:06}", random.below(count)));
    }
    if number % 50 == 7 { fault(text, random) } else { text }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn list(text: &mut String, key: &str, items: &[&str]) {
    writeln!(text, "{key}:").expect("a string takes everything");
    items.iter().for_each(|item| line(text, &format!("  - {item}")));
}

fn cost(text: &mut String, random: &mut Random, number: usize) {
    let amount = 800 + random.below(300) * 100;
    if number % 9 == 4 {
        line(text, &format!("cost: {amount} € HT"));
    } else {
        let tax = random.one(&["HT", "HT", "TTC", "exempt"]);
        line(text, &format!("cost:\n  amount: {amount}\n  tax: {tax}"));
    }
}

fn dates(text: &mut String, random: &mut Random, year: usize) {
    let (month, last) = (1 + random.below(6), 7 + random.below(6));
    text.push_str("dates:\n");
    if random.often(12) {
        line(text, &format!("  start: {year}"));
    } else {
        line(text, &format!("  start: \"{year}-{month:02}-0{}\"", 1 + random.below(9)));
        line(text, &format!("  end: \"{year}-{last:02}-1{}\"", random.below(9)));
    }
}

/// The sheet with a fault that people make.
fn fault(text: String, random: &mut Random) -> String {
    match random.below(5) {
        0 => text.replace("status:", "statut:"),
        1 => text.replacen("  start:", "  start: 2023-13-01 #", 1),
        2 => text.replacen("summary: ", "summary: Étape 2 : ", 1),
        3 => text.replacen("  population: ", "  population: environ ", 1),
        _ => text.replacen("team:\n", "team:\n\t", 1),
    }
}
