//! What the form says by itself, in its language.

use crate::export::words::words;
use crate::lang::text;

words! {
    title_of_new = text!("A new sheet", "Une nouvelle fiche");
    title_of_known = text!("Complete a sheet", "Compléter une fiche");
    colon = text!(": ", " : ");
    lead = text!(
        "Only the title and the territory are required. Write what you know, as you would say \
         it; the rest can wait.",
        "Seuls le titre et le territoire sont obligatoires. Écrivez ce que vous savez, comme \
         vous le diriez ; le reste peut attendre.",
    );
    lead_of = text!(
        "Here is what is still missing in this sheet. What is already written can be changed, \
         too.",
        "Voici ce qui manque encore à cette fiche. Ce qui est déjà écrit peut aussi être \
         modifié.",
    );
    kept = text!(
        "Your answers stay in this browser until you delete them; this page sends nothing.",
        "Vos réponses restent dans ce navigateur jusqu'à ce que vous les supprimiez ; cette page \
         n'envoie rien.",
    );
    required = text!("required", "obligatoire");
    example = text!("e.g.", "par ex.");
    no_answer = text!("(none)", "(sans valeur)");
    check = text!("To be checked. For example:", "À vérifier. Par exemple :");
    order = text!("The end is before the start.", "La fin est avant le début.");
    missing = text!("Still missing:", "Il manque encore :");
    answered = text!("Already written", "Déjà écrit");
    progress = text!("answers", "réponses");
    of = text!("of", "sur");
    send = text!("Send it", "L'envoyer");
    how = text!(
        "Download the file, then send it to the person who keeps the sheets: it is read with \
         `sheet import`.",
        "Téléchargez le fichier, puis envoyez-le à la personne qui tient les fiches : il se lit \
         avec `sheet import`.",
    );
    download = text!("Download", "Télécharger");
    copy = text!("Copy the text", "Copier le texte");
    copied = text!("The text is copied.", "Le texte est copié.");
    see = text!("See the text", "Voir le texte");
    delete = text!("Delete my answers", "Supprimer mes réponses");
    sure = text!(
        "Delete all answers in this browser?",
        "Supprimer toutes les réponses de ce navigateur ?",
    );
    script = text!(
        "This form needs JavaScript to make its text.",
        "Ce formulaire a besoin de JavaScript pour écrire son texte.",
    );
    next_time = text!("What to do next time", "Que faire la prochaine fois");
    who = text!("Who says it", "Qui le dit");
    sentence = text!("One sentence", "Une phrase");
    title = text!("Title", "Titre");
    address = text!("Web address", "Adresse web");
}
