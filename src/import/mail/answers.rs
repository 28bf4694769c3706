//! A letter → what it replies: each answer where it belongs, and what is none.

use crate::import::mail::letter::Letter;
use crate::import::mail::lines::{Line, Origin, lines};
use crate::import::mail::numbered::numbered;
use crate::import::mail::passes::{is_away, passes};
use crate::import::mail::reply::{Beside, Reply, ReplyPart, Silence};
use crate::import::mail::several::{is_several, placed};
use crate::import::mail::stretches::{Stretch, stretches};
use crate::import::mail::trim::{answer, joined, signature};
use crate::import::mail::words::greets;
use crate::sheet::ask::{Tag, may_be_ours};
use crate::sheet::field::Field;

/// What a letter replies.
pub(super) fn reply(letter: &Letter) -> Reply {
    let lines = lines(&letter.text);
    let tags: Vec<Tag> = lines.iter().filter_map(|line| line.tag.clone()).collect();
    let (stretches, asked) = stretches(&lines);
    let quoted = lines.iter().filter(|line| line.origin != Origin::Own).map(|line| line.text);
    let about = [letter.subject.as_str()].into_iter().chain(quoted).collect::<Vec<_>>().join("\n");
    let greeted = greeted(&lines);
    let from = letter.from.clone().or_else(|| greeted.first().cloned());
    let signed = stretches.iter().find_map(|stretch| signature(&stretch.lines));
    let signed = signed.filter(|_| letter.from.is_none()).map(str::to_owned);
    let names: Vec<&str> = from.as_deref().into_iter().collect();
    let (mut said, mut left) = (Vec::new(), cited(&lines));
    for stretch in &stretches {
        let trimmed = answer(&stretch.lines, &names);
        said.extend(Some((stretch, trimmed.text)).filter(|(_, text)| !text.is_empty()));
        left.extend(Some(trimmed.left).filter(|text| !text.is_empty()));
    }
    let mut reply = if let Some(by) = &letter.automatic {
        silent(Silence::Automatic(by.clone()), texts(said))
    } else if said.first().is_some_and(|(_, text)| is_away(text)) {
        silent(Silence::Automatic(said.remove(0).1), texts(said))
    } else if said.is_empty() {
        // Then a greeting is all that there is, and is told as well.
        left = cited(&lines);
        left.extend(stretches.iter().map(|stretch| joined(&stretch.lines)));
        left.retain(|text| !text.is_empty());
        silent(Silence::Empty, Vec::new())
    } else if is_several(&tags) {
        let is_whose = letter.from.is_some() || greeted.len() < 2;
        let places = placed(&said, &tags, &asked).filter(|_| is_whose);
        match places {
            Some(places) => each_placed(said, places),
            None => silent(Silence::Unclear(texts(said)), Vec::new()),
        }
    } else {
        answers(said, tags.first(), &asked)
    };
    reply.aside.extend(left);
    Reply { about, from, signed, ..reply }
}

/// What is said on a stretch of a letter.
type Said<'s, 't> = (&'s Stretch<'t>, String);

fn texts(said: Vec<Said>) -> Vec<String> {
    said.into_iter().map(|(_, text)| text).collect()
}

fn silent(silence: Silence, aside: Vec<String>) -> Reply {
    Reply { silence: Some(silence), aside, ..Reply::default() }
}

/// Each answer with the line that brings it back, and what has none.
fn each_placed(said: Vec<Said>, places: Vec<Option<Tag>>) -> Reply {
    let mut reply = Reply::default();
    for ((_, text), tag) in said.into_iter().zip(places) {
        match tag {
            Some(tag) => reply.parts.push(part(Some(tag), None, text)),
            None => reply.aside.push(text),
        }
    }
    reply
}

/// The answers to one message, or to the questions that are quoted.
fn answers(said: Vec<Said>, tag: Option<&Tag>, asked: &[&'static Field]) -> Reply {
    let part = |field: Option<&'static Field>, text: String| {
        let tag = tag.filter(|tag| field.is_none_or(|field| field.key == tag.field.key));
        part(tag.cloned(), field, text)
    };
    let (mut reply, mut loose, mut doubtful) = (Reply::default(), Vec::new(), Vec::new());
    for (stretch, text) in said {
        match stretch.below {
            Some(question) => reply.parts.push(part(Some(asked[question]), text)),
            // Below our message stands what its sender signs it with, too.
            None if stretch.is_unmarked => doubtful.push(text),
            None => loose.push(text),
        }
    }
    if reply.parts.is_empty() {
        let texts = std::mem::take(if loose.is_empty() { &mut doubtful } else { &mut loose });
        match numbered(&texts, asked.len()) {
            Some((above, answers)) => {
                reply.aside.extend(above);
                let answers = asked.iter().zip(answers);
                reply.parts.extend(answers.map(|(field, text)| part(Some(*field), text)));
            }
            None => {
                let single = if asked.len() == 1 { Some(asked[0]) } else { None };
                reply.parts.push(part(single, texts.join("\n\n")));
            }
        }
    }
    reply.aside.extend(loose);
    reply.aside.extend(doubtful);
    reply
}

fn part(tag: Option<Tag>, field: Option<&'static Field>, text: String) -> ReplyPart {
    ReplyPart { passes: passes(&text), tag, field, text, beside: Beside::Reported }
}

/// Who is greeted in what is quoted, each once.
fn greeted(lines: &[Line]) -> Vec<String> {
    let quoted = lines.iter().filter(|line| line.origin != Origin::Own);
    let mut greeted: Vec<String> = Vec::new();
    for name in quoted.filter_map(|line| greets(line.text)) {
        if !greeted.iter().any(|known| known == name) {
            greeted.push(name.to_owned());
        }
    }
    greeted
}

/// What the writer quotes above the quotation of our message: it is somebody else's, or theirs.
fn cited(lines: &[Line]) -> Vec<String> {
    let head = lines.iter().position(|line| line.origin == Origin::Head).unwrap_or_default();
    let quoted = lines[..head].iter().filter(|line| line.origin == Origin::Quoted);
    let quoted: Vec<&str> =
        quoted.map(|line| line.text).filter(|text| !may_be_ours(text)).collect();
    Some(joined(&quoted)).filter(|text| !text.is_empty()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::mail::letter::letter;
    use crate::lang::Lang;
    use crate::sheet::Sheet;
    use crate::sheet::ask::Message;
    use crate::sheet::fields::FIELDS;

    /// A message for each question that there is, in a language.
    fn messages(lang: Lang) -> Vec<(Tag, String)> {
        let sheet = Sheet {
            id: "le-lavoir-de-brume-et-la-place-du-marche-couvert-2024".to_owned(),
            title: Some("Le lavoir de Brume".to_owned()),
            ..Sheet::default()
        };
        let fields = FIELDS.iter().filter(|field| field.more.question.is_some());
        let messages = fields.map(|field| {
            let lesson = (field.key == "applied").then(|| "la-mare#1f2e3d4c".to_owned());
            let tag = Tag { id: sheet.id.clone(), field, lesson };
            let text = tag.lesson.as_ref().map(|_| "Venir tôt");
            let message = Message::of("Zoé Petit", tag.clone(), &sheet, text, Some("La coop"));
            (tag, message.text(lang))
        });
        messages.collect()
    }

    fn marked(text: &str, mark: &str) -> String {
        text.lines().map(|line| format!("{mark}{line}\n")).collect()
    }

    /// Every line broken where it is longer than so many letters.
    fn broken(text: &str, most: usize) -> String {
        let mut out = String::new();
        for line in text.lines() {
            let mut length = 0;
            for word in line.split(' ') {
                let letters = word.chars().count();
                if length > 0 && length + letters >= most {
                    out.push('\n');
                    length = 0;
                } else if length > 0 {
                    out.push(' ');
                }
                out.push_str(word);
                length += letters + 1;
            }
            out.push('\n');
        }
        out
    }

    const WROTE: &str = "Le ven. 3 mai 2024 à 10:02, La coop <a@example.org> a écrit :";
    const OUTLOOK: &str = "De : La coop <a@example.org>\nEnvoyé : vendredi 3 mai 2024 10:02\nÀ : Zoé\nObjet : Une question";

    /// An answer to a message as people and their programs send it, in every way.
    fn ways(answer: &str, message: &str, question: &str) -> Vec<String> {
        let quoted = marked(message, "> ");
        let within = |mark: &str, message: &str| {
            let lines = message.lines().map(|line| {
                let below = if line == question { format!("{answer}\n") } else { String::new() };
                format!("{mark}{line}\n{below}")
            });
            lines.collect::<String>()
        };
        let tag = message.lines().last().unwrap_or_default();
        let ascii = message.replace(['\u{a0}', '\u{202f}'], " ").replace(['é', 'è', 'ê'], "e");
        vec![
            format!("{answer}\n\n{WROTE}\n\n{quoted}"),
            format!("Coucou !\n\n{answer}\n\nBises,\nZoé\n\n{WROTE}\n{quoted}"),
            format!("{WROTE}\n{quoted}\n{answer}\n\n-- \nZoé Petit\n06 00 00 00 00\n"),
            format!("{WROTE}\n{}", within("> ", message)),
            format!("{WROTE}\n\n{}", within("", message)),
            format!("{answer}\n\n{}\n{}", broken(WROTE, 40), marked(&broken(message, 40), "> ")),
            format!(
                "{answer}\n\nOn Fri, May 3, 2024 at 10:02 AM Coop <a@example.org> wrote:\n\n{message}"
            ),
            format!("{WROTE}\n\n{message}\n{answer}\n"),
            format!(
                "Bonjour,\n\n{answer}\n\nBien cordialement,\nZoé Petit\nLa coop\n\n{OUTLOOK}\n\n{message}"
            ),
            format!(
                "{answer}\n\n________________________________\n{OUTLOOK}\n\n{}",
                broken(message, 72)
            ),
            format!("{answer}\n\nEnvoyé de mon téléphone\n\n> {WROTE}\n> \n{quoted}"),
            format!("{answer}\n\n{}", marked(message, ">> ")),
            format!("{answer}\n\n{WROTE}\n{}", marked(&ascii, ">")),
            format!("{answer}\n\n{tag}\n"),
            format!("{tag}\n{answer}\n"),
            format!("{OUTLOOK}\n\n{answer}\n\n{WROTE}\n{quoted}").replace('\n', "\r\n"),
        ]
    }

    const WORDS: &str = "[sheet le-lavoir lessons.words]";
    const MARE: &str = "[sheet la-mare lessons.words]";
    const COST: &str = "[sheet la-mare cost]";
    const ASKED: &str = "> Un petit mot sur ce projet, à ta façon ?\n";

    #[test]
    fn each_of_several_lines_has_its_own_answer_or_none_is_taken() {
        for (typed, expected) in [
            (
                format!("Un.\n\n> {WORDS}\n\nDeux.\n\n> {MARE}\n"),
                vec![(WORDS, "Un."), (MARE, "Deux.")],
            ),
            (format!("> {WORDS}\nUn.\n> {MARE}\nDeux.\n"), vec![(WORDS, "Un."), (MARE, "Deux.")]),
            (
                format!("Voici.\n\n{ASKED}Un.\n> Merci !\n> {WORDS}\n{ASKED}Deux.\n> {MARE}\n"),
                vec![(WORDS, "Un."), (MARE, "Deux.")],
            ),
            (format!("Un.\n> {WORDS}\n> {MARE}\n"), vec![]),
            (format!("> {WORDS}\nUn.\n> {MARE}\n"), vec![]),
            (format!("Un.\n> {WORDS}\nDeux.\n> {MARE}\nTrois.\n"), vec![]),
            (format!("{ASKED}Un.\n> {COST}\n> {WORDS}\n"), vec![]),
            (format!("> Bonjour Lou,\n> {WORDS}\nUn.\n> Bonjour Zoé,\n> {MARE}\nDeux.\n"), vec![]),
            (
                format!(
                    "De : Lou\nDate : lundi\n\nUn.\n> {WORDS}\n\nDe : Zoé\nDate : lundi\n\nDeux.\n> {MARE}\n"
                ),
                vec![],
            ),
        ] {
            let reply = reply(&letter(typed.as_bytes()));
            let found: Vec<(String, &str)> = reply
                .parts
                .iter()
                .map(|part| {
                    let tag = part.tag.as_ref().map(Tag::to_string);
                    (tag.unwrap_or_default(), part.text.as_str())
                })
                .collect();
            let is_unclear = matches!(reply.silence, Some(Silence::Unclear(_)));
            assert_eq!(is_unclear, expected.is_empty(), "{typed}");
            let expected: Vec<(String, &str)> =
                expected.into_iter().map(|(tag, text)| (tag.to_owned(), text)).collect();
            assert_eq!(found, expected, "{typed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3))]

        /// Whatever was asked, and however the message is quoted, the answer is found and nothing
        /// else, with the place that it belongs to.
        #[test]
        fn an_answer_is_found_in_every_way_of_quoting(answer in "Xa( [a-zé]{2,9}){2,14}\\.") {
            for lang in [Lang::En, Lang::Fr] {
                for (tag, message) in messages(lang) {
                    let question = tag.field.more.question.expect("a question").get(lang);
                    for typed in ways(&answer, &message, question) {
                        let reply = reply(&letter(typed.as_bytes()));
                        let [part] = reply.parts.as_slice() else {
                            panic!("{} answers in\n{typed}", reply.parts.len());
                        };
                        prop_assert_eq!(&part.text, &answer, "{}", typed);
                        let found = part.tag.as_ref().map(Tag::to_string);
                        prop_assert_eq!(found, Some(tag.to_string()), "{}", typed);
                        prop_assert!(!part.passes && reply.silence.is_none());
                    }
                }
            }
        }

        /// Nothing that is not quoted is lost, whatever it is.
        #[test]
        fn a_reply_without_a_known_form_is_handed_on(text in "([a-z]{3,9} ){3,9}[a-z]{4,9}") {
            let reply = reply(&letter(text.as_bytes()));
            let all = reply.parts.iter().map(|part| &part.text).chain(&reply.aside);
            let all = all.cloned().collect::<Vec<_>>().join(" ");
            prop_assert!(all.contains(text.split(' ').next_back().expect("a word")), "{}", text);
        }
    }

    #[test]
    fn several_answers_go_to_several_questions() {
        let questions = "> Bonjour Zoé,\n> 1. Combien de personnes avez-vous rencontrées ?\n> 2. Qu'est-ce que tu referais tout pareil ?\n";
        for typed in [
            format!("1. quarante\n2. Venir tôt\n\n{WROTE}\n{questions}"),
            format!("1) quarante\n\n2) Venir tôt\n\n{WROTE}\n{questions}"),
            format!("quarante\n\nVenir tôt\n\n{WROTE}\n{questions}"),
            format!(
                "{WROTE}\n{}",
                questions
                    .replace("rencontrées ?\n", "rencontrées ?\nquarante\n")
                    .replace("pareil ?\n", "pareil ? Venir tôt\n")
            ),
        ] {
            let reply = reply(&letter(typed.as_bytes()));
            let found: Vec<(&str, &str)> = reply
                .parts
                .iter()
                .map(|part| (part.field.map_or("", |field| field.key), part.text.as_str()))
                .collect();
            let expected =
                [("participation.reached", "quarante"), ("lessons.nuggets", "Venir tôt")];
            assert_eq!(found, expected, "{typed}");
        }
    }
}
