//! The importer of replies.

use crate::import::mail::answers::reply;
use crate::import::mail::debrief::debrief;
use crate::import::mail::letter::{is_message, letter, messages};
use crate::import::mail::lines::has_head;
use crate::import::mail::reply::Reply;
use crate::import::{Import, ImportOptions, Imported, page};
use crate::sheet::ask::{find_debrief, find_tag};

/// The name of this importer.
pub(crate) const NAME: &str = "mail";

/// So many bytes tell whether a file is a text.
const BEGINNING: usize = 1000;

/// Whether these are the bytes of a message, or a text that holds the line of a question, or stands
/// above a quotation and is no page.
pub(in crate::import) fn recognizes(bytes: &[u8]) -> bool {
    if is_message(bytes) {
        return true;
    }
    // No text has such bytes, but for one whose mark says how it is encoded.
    if bytes.iter().take(BEGINNING).any(|byte| *byte == 0) && !bytes.starts_with(&[0xff, 0xfe]) {
        return false;
    }
    let letter = letter(bytes);
    find_tag(&letter.text).is_some()
        || find_debrief(&letter.text).is_some()
        || has_head(&letter.text) && !page::recognizes(bytes)
}

/// Reads one reply, or those of a mailbox.
pub(in crate::import) fn read(bytes: &[u8], _options: &ImportOptions) -> Imported {
    let replies = messages(bytes).into_iter().map(|message| {
        let letter = letter(&message);
        let reply = debrief(&letter.text).unwrap_or_else(|| reply(&letter));
        Reply { attachments: letter.attachments, ..reply }
    });
    Ok(Import { replies: replies.collect(), ..Import::default() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::import::mail::Silence;
    use crate::lang::Lang;
    use crate::sheet::Sheet;
    use crate::sheet::ask::{Message, Tag};
    use crate::sheet::fields::FIELDS;

    /// What sentences begin with that are none of these: a greeting, a farewell, what a telephone adds,
    /// the head of a quotation, a question of ours.
    const BEGINNINGS: [&str; 23] = [
        "La place,",
        "Bonjour a été dit",
        "Bonsoir les chaises,",
        "Cordialement accueillis, les gens",
        "Merci aux élus d'avoir",
        "Merci à tous les voisins,",
        "À bientôt sur la place,",
        "- Merci",
        "Envoyé par la mairie,",
        "Le maire m'a écrit :",
        "Mes réponses aux voisins,",
        "De : bon matin,",
        "Cher payé, le",
        "Best of all,",
        "Thanks to",
        "Hello was said",
        "Le 3 mai à 10:02,",
        "1. Un",
        "Qui lira tout ?",
        "J'ai une question :",
        "Je passe",
        "De retour le soir,",
        "Cette ligne,",
    ];

    /// What stands above and below; all that is marked there is no answer.
    const AROUND: [(&str, &str); 6] = [
        ("", ""),
        ("Bonjour Alix,\n\n", "\nBises\nZoé"),
        ("Coucou !\n", "\n\nEnvoyé de mon téléphone"),
        (
            "Bonjour à toutes et tous,\n",
            "\n\nBien cordialement,\n\nZoé PETIT\nChargée x1 de rue\nTél. x2 : 06",
        ),
        ("", "\n-- \nZoé\nCe message x1 est confidentiel.\n\nMerci x2 de ne pas l'imprimer."),
        ("Merci pour ta question !\n", "\nMerci Alix !\nP.-S. : on a ri x1."),
    ];

    /// What a person writes; each line holds a mark of its own: `q1` what is answered, `x1` what is not.
    fn written() -> impl Strategy<Value = String> {
        let line = (select(BEGINNINGS.to_vec()), "[a-z]{2,9} [a-z]{2,9}", select(vec!["", "\n"]));
        let lines = prop::collection::vec(line, 1..6);
        (lines, select(AROUND.to_vec())).prop_map(|(lines, (above, below))| {
            let lines = lines.iter().enumerate().map(|(at, (beginning, words, gap))| {
                format!("{beginning} q{at} {words}.{}", if at + 1 < lines.len() { gap } else { "" })
            });
            format!("{above}{}{below}", lines.collect::<Vec<_>>().join("\n"))
        })
    }

    /// A message that asks, and its question, in a language.
    fn messages() -> impl Strategy<Value = (String, String)> {
        let asked = FIELDS.iter().filter(|field| field.more.question.is_some());
        let fields: Vec<_> = asked.map(|field| field.key).collect();
        (select(fields), select(vec![Lang::En, Lang::Fr])).prop_map(|(key, lang)| {
            let field = crate::sheet::fields::find(key).expect("a field");
            let title = Some("Le lavoir de Brume".to_owned());
            let sheet = Sheet { id: "le-lavoir".to_owned(), title, ..Sheet::default() };
            let tag = Tag { id: sheet.id.clone(), field, lesson: None };
            let message = Message::of("Zoé Petit", tag, &sheet, Some("Venir tôt"), Some("La coop"));
            (message.text(lang), message.question.get(lang).to_owned())
        })
    }

    /// Where people write.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum At {
        Above,
        AboveSignedBelow,
        Within,
        Below,
        BeforeTag,
        BehindTag,
    }

    /// The lines of a reply, each with whether its writer wrote it.
    fn replied(
        written: &str,
        (message, question): &(String, String),
        head: &str,
        at: At,
    ) -> Vec<(bool, String)> {
        let tag = message.lines().last().unwrap_or_default();
        let own = |text: &str| text.lines().map(|line| (true, line.to_owned())).collect::<Vec<_>>();
        let quoted = |text: &str| own(text).into_iter().map(|(_, line)| (false, line)).collect();
        let whole: Vec<_> = quoted(message);
        let head: Vec<_> = quoted(head);
        let (asks, rest) = message.split_once(question.as_str()).expect("the question");
        let asks: Vec<_> = quoted(&format!("{asks}{question}"));
        let rest: Vec<_> = quoted(rest);
        match at {
            At::Above => [own(written), own("\n"), head, whole].concat(),
            At::AboveSignedBelow => {
                let signed = own("\n-- \nZoé\nTél. x3 : 06");
                [own(written), own("\n"), head, whole, signed].concat()
            }
            At::Within => [head, asks, own("\n"), own(written), rest].concat(),
            At::Below => [head, whole, own("\n"), own(written)].concat(),
            At::BeforeTag => own(&format!("{written} {tag}")),
            At::BehindTag => own(&format!("{tag} {written}")),
        }
    }

    /// How programs send it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Style {
        Marked,
        Unmarked,
        Blockquote,
        Page,
    }

    /// A page is sent, or was saved from a program.
    fn sent(lines: &[(bool, String)], style: Style, is_saved: bool) -> String {
        let mut out = String::new();
        let mut is_open = false;
        for (is_own, line) in lines {
            let html = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            out += &match style {
                Style::Marked if !is_own && !line.ends_with("écrit :") => format!("> {line}\n"),
                Style::Marked | Style::Unmarked => format!("{line}\n"),
                Style::Page if line.is_empty() => "<p><o:p>&nbsp;</o:p></p>\n".to_owned(),
                Style::Page => format!("<p class=MsoNormal>{html}<o:p></o:p></p>\n"),
                Style::Blockquote => {
                    let turns = std::mem::replace(&mut is_open, !is_own) == *is_own;
                    let end = if *is_own { "</blockquote>" } else { "<blockquote type=cite>" };
                    format!("{}<div>{html}<br></div>", if turns { end } else { "" })
                }
            };
        }
        if matches!(style, Style::Marked | Style::Unmarked) {
            return out;
        }
        let page = format!("<html><body>{out}</body></html>");
        if is_saved {
            return page;
        }
        format!(
            "From: =?utf-8?Q?Zo=C3=A9_Petit?= <z@example.org>\nDate: Tue, 5 Nov 2024 09:12:00 +0100\n\
             Content-Type: text/html; charset=utf-8\n\n{page}"
        )
    }

    const WROTE: &str = "Le ven. 3 mai 2024 à 10:02, La coop <a@example.org> a écrit :";
    const DE: &str = "De : La coop <a@example.org>\nEnvoyé : vendredi 3 mai 2024 10:02\nÀ : Zoé\n\
                      Objet : Une question\n\n";
    const FROM: &str = "________________________________\nFrom: Coop <a@example.org>\n\
                        Sent: Friday, May 3, 2024\nTo: Zoé\nSubject: A question\n\n";

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

        /// What a person wrote is in an answer or is told, line by line; no line that is ours, of a
        /// program or of a signature is in an answer.
        #[test]
        fn no_line_is_lost_and_none_of_ours_is_an_answer(
            written in written(),
            message in messages(),
            is_saved: bool,
            (style, head) in select(vec![
                (Style::Marked, WROTE), (Style::Unmarked, DE), (Style::Unmarked, FROM),
                (Style::Unmarked, ""), (Style::Blockquote, WROTE), (Style::Page, DE),
            ]),
            at in select(vec![
                At::Above, At::AboveSignedBelow, At::Within, At::Below, At::BeforeTag, At::BehindTag,
            ]),
        ) {
            let lines = replied(&written, &message, head, at);
            let typed = sent(&lines, style, is_saved);
            let reply = reply(&letter(typed.as_bytes()));
            let parts = reply.parts.iter().map(|part| part.text.as_str());
            let taken = parts.collect::<Vec<_>>().join("\n");
            let silent = match reply.silence {
                Some(Silence::Automatic(by)) => vec![by],
                Some(Silence::Unclear(texts)) => texts,
                Some(Silence::Empty) | None => Vec::new(),
            };
            let told = [silent, reply.aside].concat().join("\n");
            for (is_own, line) in &lines {
                let is_mark = |word: &&str| {
                    let number = word.strip_prefix(['q', 'x']);
                    number.is_some_and(|number| number.parse::<usize>().is_ok())
                };
                for word in line.split(' ').map(|word| word.trim_matches('.')).filter(is_mark) {
                    let is_taken = taken.contains(word) && !word.starts_with('x');
                    prop_assert!(is_taken || told.contains(word), "{word}\n{typed}\n{taken}");
                    prop_assert!(is_taken || !taken.contains(word), "{word}\n{typed}\n{taken}");
                }
                let is_long = line.chars().count() > 8;
                prop_assert!(*is_own || !is_long || !taken.contains(line.as_str()), "{line}\n{typed}");
            }
        }
    }
}
