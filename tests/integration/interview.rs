//! The interview at a terminal: menus that narrow, the way back, help, and what a sheet lacks.

use std::fs;

use crate::harness::{Test, three};
use crate::person::{Person, drafts, sits_down};

const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";

fn written(test: &Test, id: &str) -> String {
    fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect("the sheet")
}

/// Somebody who is asked for a new sheet, in English, and has named it.
fn begins(test: &Test) -> Person {
    let mut person = sits_down(test, 100, &[]);
    person.answers("1/29 · Title", "Marché").answers("2/29 · Territory", "Perpète");
    person.answers("3/29 · Commissioners", "").answers("4/29 · Summary", "");
    person
}

#[test]
fn a_choice_is_typed_in_either_language_whatever_its_accents() {
    for (typed, status) in [
        ("done", "done"),
        ("term", "done"),
        ("TERMINÉ", "done"),
        ("terminée", "done"),
        ("ongo", "ongoing"),
        ("idée", "idea"),
        ("x\x7faband", "abandoned"),
        ("nonsense\x15done", "done"),
    ] {
        let test = three().args(["new"]);
        let mut person = begins(&test);
        person.sees("5/29 · Status:").sees("abandoned").types(typed).types("\r");
        person.sees("6/29").types(CTRL_C);
        assert_eq!(person.leaves().code, 130);
        let kept = &drafts(&test)[0].1;
        assert!(kept.contains(&format!("\nstatus: {status}\n")), "{typed}: {kept}");
    }
}

#[test]
fn what_no_line_of_a_menu_says_chooses_nothing() {
    let test = three().args(["new"]);
    let mut person = begins(&test);
    person.sees("Status:").sees("abandoned").types("bientôt").sees("(no match)").types("\r");
    person.types("\x15?\r").sees("taken from the dates when absent");
    person.sees("Status:").sees("abandoned").types(CTRL_D).sees("What next?").types("\x1b");
    assert_eq!(person.leaves().code, 1);
    assert!(!drafts(&test)[0].1.contains("status:"));
}

#[test]
fn the_way_back_leads_from_every_question_to_the_one_before() {
    let test = three().args(["new"]);
    let mut person = sits_down(&test, 100, &[]);
    person.answers("1/29 · Title", "<").sees("this is the first question");
    person.answers("1/29 · Title", "Marche").answers("2/29 · Territory", "<");
    person.sees("1/29 · Title").sees("Marche   (Enter: keep; -: clear)");
    person.answers("> ", "Marché").answers("2/29 · Territory", "Perpète");
    person.answers("3/29", "").answers("4/29", "").answers("5/29 · Status:", "done");
    person.sees("6/29").sees("other").types("<\r");
    person.sees("5/29 · Status:").sees("> done").types("ongoing\r");
    // The final review leads back, too.
    person.sees("6/29").types(CTRL_D).sees("What next?").sees("stop here").types("<\r");
    person.sees("6/29").sees("other").types(CTRL_D);
    // From the first question of a group it leads to the review.
    person.sees("What next?").sees("stop here").types("edit scope\r").sees("9/29 · Cost");
    person.answers("> ", "<").sees("What next?").sees("stop here").types("save\r");
    assert_eq!(person.leaves().code, 0);
    let text = written(&test, "marche");
    assert_eq!(text, "title: Marché\nstatus: ongoing\nterritory:\n  name: Perpète\n");
}

#[test]
fn the_way_back_takes_up_the_item_before() {
    let test =
        three().args(["new", "--title", "Marché", "--territory", "P", "--team", "Alix, Sam"]);
    let mut person = sits_down(&test, 100, &[]);
    person.sees("1/29").types(CTRL_D).sees("stop here").types("edit lessons\r");
    let part = "What to do next time (optional) > ";
    person.answers("24/29 · Nuggets", "Un.").answers(part, "<");
    // The text is there again, to be changed.
    person.sees("> Un.").types("\x7f bis.\r").answers(part, "Faire.");
    person.sees("\n").sees("K> ").types("<\r");
    person.sees("> Un bis.").types("\x7f, ter.\r").sees("(optional) > Faire.").types("\r");
    person.sees("\n").sees("K> ").types("Deux.\r").answers(part, "");
    // What was given is cleared only where it is taken up again, and then by itself.
    person.sees("\n").sees("K> ").types("Trois.\r").answers(part, "");
    person.sees("\n").sees("K> ").types("-\r").sees("\n").sees("K> ").types("<\r");
    person.sees("> Trois.").types("\x15-\r").sees("\n").sees("K> ").types("\r");
    person.answers("25/29", "").answers("26/29", "");
    person.answers("27/29 · Words", "").answers("Sam > ", "<");
    person.answers("Alix > ", "Oui.").answers("Sam > ", "Non.").answers("Someone else", "<");
    person.sees("Sam > Non.").types("\x7f, merci.\r");
    person.answers("Someone else", "Zoé : Bien.").answers("Someone else", "");
    person.answers("28/29 · Documents", "Bilan").answers("Its URL or file", "bilan.pdf");
    person
        .sees("\n")
        .sees("K> ")
        .types("\r")
        .sees("29/29")
        .types(CTRL_D)
        .sees("stop here")
        .types("\r");
    assert_eq!(person.leaves().code, 0);
    let text = written(&test, "marche");
    let lessons = text.split_once("lessons:").expect("lessons").1;
    insta::assert_snapshot!(lessons);
}

#[test]
fn the_year_that_a_date_lacks_is_that_of_the_other_one() {
    let test = three().args(["new", "--title", "M", "--territory", "P"]);
    let mut person = sits_down(&test, 100, &[]);
    person
        .sees("1/29")
        .types(CTRL_D)
        .sees("stop here")
        .types("edit scope\r")
        .answers("9/29 · Cost", "");
    person.answers("10/29 · Start", "1er mars").sees("missing year").answers("> ", "1er mars 2023");
    person.answers("11/29 · End", "10 octobre");
    person.sees("Read as 10 October 2023 (missing year). Is that right? [Y/n]").types("n\r");
    person.answers("> ", "10 février").sees("Read as 10 February 2024").types("\r");
    person.sees("12/29 · Duration").types(CTRL_D).sees("stop here").types("\r");
    assert_eq!(person.leaves().code, 0);
    let text = written(&test, "m");
    assert!(text.contains("start: \"2023-03-01\"\n  end: \"2024-02-10\"\n"), "{text}");
}

#[test]
fn a_date_that_is_set_without_its_year_is_asked_about_as_in_the_interview() {
    let dated = "title: a\nterritory: {name: b}\ndates:\n  start: 2023-03-01\n";
    let test = three().sheet("a", dated).args(["set", "a", "dates.end=10 octobre"]);
    for (typed, code, line) in [("n", 1, ""), ("", 0, "  end: \"2023-10-10\"\n")] {
        let mut person = sits_down(&test, 100, &[]);
        person.answers("Read as 10 October 2023 (missing year). Is that right? [Y/n]", typed);
        assert_eq!(person.leaves().code, code);
        assert_eq!(written(&test, "a"), format!("{dated}{line}"));
    }
}

#[test]
fn a_sheet_like_another_takes_who_and_where_not_what_came_of_it() {
    let args = ["new", "--like", "forum", "--title", "Suite", "--tool", "affiches", "-y"];
    let test = three().args(args);
    assert_eq!(test.stdout(), "projects/suite.yaml: created\n");
    insta::assert_snapshot!(written(&test, "suite"));
    let elsewhere = ["new", "--like", "forum", "--title", "x", "--territory", "Bourg", "-y"];
    test.run_with(elsewhere);
    let text = written(&test, "x");
    assert!(text.contains("team:") && text.contains("territory:\n  name: Bourg\nc"), "{text}");
    let answer = test.run_with(["new", "--like", "nulle-part", "--title", "x", "-y"]);
    assert_eq!(answer.code, 1, "{answer:?}");
}

#[test]
fn the_codes_of_another_territory_are_forgotten_with_its_name() {
    let test = three().args(["new", "--like", "forum", "--title", "Suite"]);
    let mut person = sits_down(&test, 100, &[]);
    person.answers("1/29 · Title", "").answers("2/29 · Territory", "perpete-les-oeillets");
    person.answers("3/29", "<").answers("2/29 · Territory", "Bourg");
    person.sees("removed, of the territory before: INSEE code").sees("3/29").types(CTRL_C);
    assert_eq!(person.leaves().code, 130);
    let kept = &drafts(&test)[0].1;
    assert!(kept.contains("name: Bourg\n") && !kept.contains("insee"), "{kept}");
}

#[test]
fn what_is_given_leaves_the_answers_of_an_interview_that_goes_on() {
    let test = three().args(["new"]);
    let mut person = begins(&test);
    person.sees("Status:").sees("abandoned").types(CTRL_C);
    assert_eq!(person.leaves().code, 130);
    let given = ["new", "--like", "forum", "--title", "Autre", "--tool", "affiches"];
    let test = test.args(given);
    let mut person = sits_down(&test, 100, &[]);
    person.sees("Unfinished sheet: Marché").sees("delete it").types("\r");
    person.sees("answered already, kept: Title").sees("Status:");
    person.sees("abandoned").types(CTRL_C);
    assert_eq!(person.leaves().code, 130);
    let kept = &drafts(&test)[0].1;
    assert!(kept.contains("title: Marché") && kept.contains("name: Perpète"), "{kept}");
    assert!(kept.contains("- affiches") && kept.contains("team:"), "{kept}");
    // How many live in another territory says nothing of this one.
    assert!(!kept.contains("population"), "{kept}");
}

const HALF: &str = "\
# gardé
title: Le lavoir   # à dire ainsi
status: done
territory: {name: Perpète, population: 1400}
dates: {start: 2023-03-01, end: 2023-10}
team: [Alix Durand, Sam Petit]
lessons:
  words:
    - from: Alix Durand
      text: Oui.
documents:
  - title: Bilan
    size: 2 Mo
";

#[test]
fn what_a_sheet_lacks_is_asked_and_saved_at_once() {
    let test = three().sheet("lavoir", HALF).args(["new", "lavoir", "--missing"]);
    let mut person = sits_down(&test, 100, &[]);
    person.sees("Le lavoir: 21\u{a0}questions. Each answer is saved at once");
    person.answers("1/21 · Commissioners", "").answers("2/21 · Summary", "En bref.");
    person.sees("3/21 · Kind of territory");
    assert!(written(&test, "lavoir").contains("\nsummary: En bref.\n"));
    person.types("<\r").sees("2/21 · Summary").sees("En bref.").answers("> ", "Mieux.");
    person.sees("Kind of territory").sees("other").types("municipality\r");
    person.answers("4/21 · Address", "").answers("5/21 · Cost", "9 500,00 € HT");
    person.sees("6/21").types(CTRL_C);
    let left = person.leaves();
    assert_eq!(left.code, 130, "{left:?}");
    assert!(left.seen.contains("18\u{a0}questions left: sheet new lavoir --missing"), "{left:?}");
    insta::assert_snapshot!(left.answer);
    let mut person = sits_down(&test, 100, &[]);
    person.sees("18\u{a0}questions").sees("1/18 · Commissioners");
    for number in 2..=12 {
        person.types("\r").sees(&format!("{number}/18 ·"));
    }
    person.types(CTRL_C);
    assert_eq!(person.leaves().code, 130);
    insta::assert_snapshot!("what_a_sheet_lacked", written(&test, "lavoir"));
}

#[test]
fn the_whole_interview_in_french_with_slips_and_ways_back_loses_nothing() {
    let test = three().args(["new"]).file("ed.sh", "printf 'Des ateliers.\\n\\nUne fête.\\n' >>$1");
    let french = [("SHEET_LANG", "fr"), ("EDITOR", "sh ed.sh")];
    let mut person = sits_down(&test, 60, &french);
    person.sees("Entrée passe une question").answers("1/29 · Titre", "?").sees("Nom du projet");
    person.answers("> ", "forum des aînés à Perpète-les-Œillets");
    person.sees("une fiche porte déjà ce titre").answers("2/29 · Territoire", "<");
    person.sees("garder").answers("> ", "La halle, côté cour");
    person.answers("2/29 · Territoire", "perp\t");
    person.answers("3/29 · Commanditaires", "Ville de Perpète, Habitat 74 et la CAF");
    person.sees("Ville de Perpète · Habitat 74");
    person
        .sees("CE QUE LES PROJETS")
        .sees("4/29 · En bref")
        .answers("> ", "e")
        .sees("= Des ateliers. Une fête.");
    person.sees("5/29 · Statut").sees("abandonné").types("fini\x15terminee\r");
    person.sees("terminé\r\n").sees("6/29 · Type de territoire").sees("autre").types("<\r");
    person.sees("5/29 · Statut").sees("> terminé").types("\r");
    person.sees("6/29 · Type de territoire").sees("autre").types("?\r").sees("quartier, commune");
    person.sees("autre").types("commu\r").sees("commune\r\n");
    person.answers("7/29 · Habitants", "beaucoup").sees("✗").answers("> ", "environ 41 000");
    person.sees("Lu").sees("[O/n]").types("o\r");
    person.answers("8/29 · Adresse", "").answers("9/29 · Coût", "9 500,00 € HT");
    person.sees("HT\r\n").answers("10/29 · Début", "1/3/23").sees("[O/n]").types("\r");
    person.answers("11/29 · Fin", "10 octobre").sees("10 octobre 2023").sees("[O/n]");
    person.types("\r").answers("12/29 · Durée", "").answers("13/29 · Temps passé", "28j");
    person.answers("14/29 · Équipe", "Nadine P. - coordination, Sam Petit (animation)");
    person.sees("Partenaires").types(CTRL_C);
    assert_eq!(person.leaves().code, 130);
    let mut person = sits_down(&test, 60, &french);
    person.sees("La halle, côté cour (12\u{a0}réponses)");
    person.sees("la supprimer").types("\r").sees("  Coût").sees("15/29 · Partenaires");
    person.answers("> ", "").answers("16/29 · Publics visés", "adolescents, commerçants");
    person.answers("17/29", "120").answers("18/29", "").answers("19/29", "");
    person.answers("20/29 · Moments clés", "mars 2023 : une réunion");
    person.answers("Pourquoi cela a compté", "<").sees("> mars 2023 : une réunion");
    person.types(" à la mairie\r").answers("Pourquoi cela a compté", "Les voisins y étaient.");
    person.sees("\n").sees("K> ").types("\r");
    person.answers("21/29 · Outils", "porte à porte, forum ouvert");
    person.sees("22/29 · Résultat").sees("trop tôt").types("réussi\r").sees("réussite\r\n");
    person.answers("23/29", "").answers("24/29 · Pépites", "Venir au marché.");
    person.answers("Que faire la prochaine fois", "<").sees("> Venir au marché.").types("\r");
    person.answers("Que faire la prochaine fois", "Y aller deux fois.");
    person.sees("\n").sees("K> ").types("\r").answers("25/29", "").answers("26/29", "");
    person.answers("Nadine P. > ", "On y retourne !").answers("Sam Petit > ", "");
    person
        .answers("Une autre personne", "")
        .answers("28/29 · Documents", "Bilan")
        .answers("son fichier", "bilan.pdf");
    person.sees("\n").sees("K> ").types("\r");
    person.sees("29/29 · Membres").types(CTRL_D).sees("Et maintenant").sees("s'arrêter là");
    person.types("coût\r").sees("9/29 · Coût").sees("garder").types("\r");
    person.sees("Et maintenant").sees("s'arrêter là").types("enregistrer\r");
    let left = person.leaves();
    assert_eq!(left.code, 0, "{left:?}");
    assert!(drafts(&test).is_empty());
    insta::assert_snapshot!(written(&test, "la-halle-cote-cour"));
    let answer = test.run_with(["validate", "projects/la-halle-cote-cour.yaml"]);
    assert_eq!(answer.code, 0, "{answer:?}");
}

#[test]
fn an_added_item_is_explained_and_asked_as_in_the_interview() {
    let test = three().args(["add", "nugget", "forum"]);
    let mut person = sits_down(&test, 100, &[]);
    person.sees("What worked").answers("> ", "?").sees("What worked").answers("> ", "Un.");
    person.answers("What to do next time (optional) > ", "?").sees("What to do next time");
    person.answers("(optional) > ", "<").sees("> Un.").types("\x7f bis.\r");
    person.answers("(optional) > ", "Faire.");
    assert_eq!(person.leaves().code, 0);
    let text = written(&test, "forum-des-aines");
    assert!(text.contains("- text: Un bis.\n      do: Faire.\n"), "{text}");
    let test = test.args(["add", "document", "forum"]);
    let mut person = sits_down(&test, 100, &[]);
    person.answers("> ", "Affiche").answers("Its URL or file (optional) > ", "affiche.pdf");
    assert_eq!(person.leaves().code, 0);
    let text = written(&test, "forum-des-aines");
    assert!(text.contains("- title: Affiche\n    file: affiche.pdf\n"), "{text}");
}

/// A project that applied three lessons of the market: one in its short form, one with all its parts
/// and a comment, one of which it has told already.
fn applying() -> Test {
    let market = "title: Marché\nterritory: {name: Trifouilly}\nlessons:\n  nuggets:\n    - Venir tôt.  \
                  # disait Zoé\n    - text: Un café.\n      # offert\n      do: Offrir un café\n    - \
                  text: Une radio.\n      confirmed-in: [place]\n";
    let place = "title: La place\nterritory: {name: Perpète}\n";
    let test = Test::new().sheet("marche", market).sheet("place", place);
    let noted = test.run_with(["add", "applied", "place", "marche#n1", "marche#n2", "marche#n3"]);
    assert_eq!(noted.code, 0, "{noted:?}");
    test
}

#[test]
fn whether_a_lesson_held_is_asked_and_written_where_the_lesson_is() {
    let test = applying().args(["new", "place", "--missing"]);
    let mut person = sits_down(&test, 100, &[]);
    person.sees("La place: 29\u{a0}questions.");
    for number in 1..=27 {
        person.sees(&format!("{number}/27 ·")).types("\r");
    }
    person.sees("1/2 · Did this lesson hold? Venir tôt. (marche#n1)").sees("did not hold");
    person.types("?\r").sees("the next project reads where it held");
    person.sees("1/2 · Did this lesson hold?").sees("did not hold").types("non\r");
    person.sees("2/2 · Did this lesson hold? Un café. (marche#n2)").sees("did not hold");
    let first = "  nuggets:\n    - text: Venir tôt.  # disait Zoé\n      contradicted-in:\n        - \
                 place\n";
    assert!(written(&test, "marche").contains(first), "{}", written(&test, "marche"));
    person.types("yes\r");
    let left = person.leaves();
    assert_eq!(left.code, 0, "{left:?}");
    assert!(left.answer.contains("projects/marche.yaml"), "{left:?}");
    let market = written(&test, "marche");
    let second = "    - text: Un café.\n      # offert\n      do: Offrir un café\n      confirmed-in:\n        \
                  - place\n";
    assert!(market.contains(second), "{market}");
    // What was told is not asked again.
    let mut person = sits_down(&test, 100, &[]);
    person.sees("La place: 27\u{a0}questions.").types(CTRL_D);
    assert_eq!(person.leaves().code, 0);
    assert_eq!(written(&test, "marche"), market);
}

#[test]
fn a_dry_run_shows_what_would_be_told_of_a_lesson() {
    let test = applying().args(["new", "place", "--missing", "--dry-run"]);
    let before = written(&test, "marche");
    let mut person = sits_down(&test, 100, &[]);
    for number in 1..=27 {
        person.sees(&format!("{number}/27 ·")).types("\r");
    }
    person.sees("1/2 · Did this lesson hold?").sees("did not hold").types("yes\r");
    person.sees("2/2 · Did this lesson hold?").sees("did not hold").types("\r");
    let left = person.leaves();
    assert!(left.answer.contains("confirmed-in"), "{left:?}");
    assert_eq!(written(&test, "marche"), before);
}

#[test]
fn of_what_earlier_projects_taught_what_was_confirmed_comes_first() {
    let market = "title: Marché\nterritory: {name: Trifouilly}\nlessons:\n  nuggets:\n    - text: Un \
                  stand.\n      do: Le louer\n    - text: Un jeu.\n      contradicted-in: [b]\n    - text: \
                  Un café.\n      confirmed-in: [b]\n";
    let test = Test::new().sheet("marche", market).args(["new"]);
    let mut person = sits_down(&test, 100, &[]);
    person.answers("1/29 · Title", "La place").answers("2/29 · Territory", "Trifouilly");
    person
        .answers("3/29 · Commissioners", "")
        .sees("What earlier projects taught us".to_uppercase().as_str());
    person.sees("Un café.").sees("Un stand.").sees("Un jeu.").sees("contradicted in b");
    person.sees("4/29").types(CTRL_C);
    assert_eq!(person.leaves().code, 130);
}
