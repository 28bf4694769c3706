//! What a reply says: its answers, each with the question that it is for, and what else stands in it.

use crate::import::mail::letter::Letter;
use crate::import::mail::lines::{Line, Origin, lines};
use crate::import::mail::several::{is_several, placed};
use crate::import::mail::stretches::{Stretch, stretches, tags};
use crate::import::mail::trim::answer;
use crate::import::mail::words::{AWAY, PASSES, PASSES_ON, WITHIN, begins_with, rest_behind};
use crate::sheet::ask::{Tag, without_private_mark};
use crate::sheet::field::Field;
use crate::text::fold::name_key;

/// What somebody replied.
#[derive(Default)]
pub(crate) struct Reply {
    /// The name of whoever wrote it: of the sender, else the one that the question greets.
    pub from: Option<String>,
    /// The subject and all that is quoted: in it stands which project is asked about.
    pub about: String,
    pub parts: Vec<ReplyPart>,
    /// What was written besides, as it is.
    pub aside: Vec<String>,
    /// Why it holds no answer.
    pub silence: Option<Silence>,
}

/// An answer.
pub(crate) struct ReplyPart {
    /// The line that the question carried.
    pub tag: Option<Tag>,
    /// What the quoted question asks for.
    pub field: Option<&'static Field>,
    pub text: String,
    /// Whether somebody passes.
    pub passes: bool,
    pub beside: Beside,
}

/// What becomes of an answer where the sheet says something already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// It is reported.
    Reported,
    /// A text is added below the one that is there.
    Added,
    /// It may be what was shown there, which is no answer.
    Shown,
    /// It is about the lesson of this text, whose number may be another one by now.
    Lesson(String),
}

/// Why a reply holds no answer.
pub(crate) enum Silence {
    /// A program wrote it; by what that is seen.
    Automatic(String),
    /// It holds nothing but what was quoted.
    Empty,
    /// Nothing says which of its answers, which these are, belongs to which question, or is whose.
    Unclear(Vec<String>),
}

/// The longest answer of which it is looked whether somebody passes, in characters.
const SHORT: usize = 200;

/// What a letter replies.
pub(super) fn reply(letter: &Letter) -> Reply {
    let lines = lines(&letter.text);
    let tags = tags(&lines);
    let (stretches, asked) = stretches(&lines, &tags);
    let quoted = lines.iter().filter(|line| line.origin != Origin::Own).map(|line| line.text);
    let about = [letter.subject.as_str()].into_iter().chain(quoted).collect::<Vec<_>>().join("\n");
    let greeted = greeted(&lines);
    let from = letter.from.clone().or_else(|| greeted.first().cloned());
    let names: Vec<&str> = from.as_deref().into_iter().collect();
    let mut reply = Reply { about, from: from.clone(), ..Reply::default() };
    let said = stretches.iter().map(|stretch| (stretch, answer(&stretch.lines, &names)));
    let said: Vec<(&Stretch, String)> = said.filter(|(_, text)| !text.is_empty()).collect();
    let whole: Vec<String> = said.iter().map(|(_, text)| text.clone()).collect();
    if let Some(by) = automatic(letter, &whole) {
        return Reply { silence: Some(Silence::Automatic(by)), aside: whole, ..reply };
    }
    if is_several(&tags) && !said.is_empty() {
        let stretches: Vec<&Stretch> = said.iter().map(|(stretch, _)| *stretch).collect();
        let is_whose = letter.from.is_some() || greeted.len() < 2;
        match placed(&stretches, &tags, &asked).filter(|_| is_whose) {
            Some(places) => {
                for (text, tag) in whole.into_iter().zip(places) {
                    match tag {
                        Some(tag) => reply.parts.push(part(Some(tag), None, text)),
                        None => reply.aside.push(text),
                    }
                }
            }
            None => reply.silence = Some(Silence::Unclear(whole)),
        }
        return reply;
    }
    let tag = tags.into_iter().next().map(|(_, tag)| tag);
    let part = |field: Option<&'static Field>, text: String| {
        let tag = tag.clone().filter(|tag| field.is_none_or(|field| field.key == tag.field.key));
        part(tag, field, text)
    };
    for (stretch, text) in said {
        match stretch.below {
            Some(question) => reply.parts.push(part(Some(asked[question]), text)),
            None => reply.aside.push(text),
        }
    }
    if reply.parts.is_empty() {
        let aside = std::mem::take(&mut reply.aside);
        let single = if asked.len() == 1 { Some(asked[0]) } else { None };
        match numbered(&aside, asked.len()) {
            Some((above, answers)) => {
                reply.aside.extend(above);
                let answers = asked.iter().zip(answers);
                reply.parts.extend(answers.map(|(field, text)| part(Some(*field), text)));
            }
            None if aside.is_empty() => {}
            None => reply.parts.push(part(single, aside.join("\n\n"))),
        }
    }
    if reply.parts.is_empty() {
        reply.silence = Some(Silence::Empty);
    }
    reply.aside.retain(|text| !begins_with(text, &WITHIN));
    reply
}

fn part(tag: Option<Tag>, field: Option<&'static Field>, text: String) -> ReplyPart {
    ReplyPart { passes: passes(&text), tag, field, text, beside: Beside::Reported }
}

/// A text without the marks of quotation, so that a line that was broken is whole again.
pub(super) fn unmarked(text: &str) -> String {
    let bare = text.lines().map(|line| line.trim_start_matches(['>', ' ']));
    bare.collect::<Vec<_>>().join("\n")
}

/// Who is greeted in what is quoted, each once.
fn greeted(lines: &[Line]) -> Vec<String> {
    let quoted = lines.iter().filter(|line| line.origin != Origin::Own);
    let names = quoted.map(|line| line.text).filter_map(|text| {
        let name =
            ["Bonjour ", "Hello "].iter().find_map(|greeting| text.strip_prefix(greeting))?;
        let name = name.trim_end_matches([',', ' ', '!']);
        (!name.is_empty() && name.split_whitespace().count() <= 3).then(|| name.to_owned())
    });
    let mut greeted = Vec::new();
    names.for_each(|name| {
        if !greeted.contains(&name) {
            greeted.push(name);
        }
    });
    greeted
}

/// By what it is seen that a program wrote it.
fn automatic(letter: &Letter, texts: &[String]) -> Option<String> {
    let away = || {
        let text = texts.first().filter(|text| text.chars().count() <= SHORT)?;
        begins_with(text, &AWAY).then(|| text.clone())
    };
    letter.automatic.clone().or_else(away)
}

/// Whether somebody passes: they say so, and no more than whom to ask.
fn passes(text: &str) -> bool {
    if text.chars().count() > SHORT {
        return false;
    }
    let Some(rest) = rest_behind(text, &PASSES) else {
        return false;
    };
    let said = rest.trim_start_matches([' ', ',', '.', '!', ';', ':', '-', '…', '\n']);
    said.is_empty() || begins_with(said, &PASSES_ON)
}

/// The answers to so many questions, where they are numbered or stand in as many paragraphs, and what
/// stands above them.
fn numbered(texts: &[String], count: usize) -> Option<(Option<String>, Vec<String>)> {
    if count < 2 {
        return None;
    }
    let whole = texts.join("\n\n");
    let number = |at: usize, text: &str| {
        let text = text.trim_start();
        let rest = text.strip_prefix(&at.to_string())?;
        let rest = rest.strip_prefix(['.', ')', ':', '-']).or_else(|| rest.strip_prefix(" -"))?;
        Some(rest.trim().to_owned())
    };
    let mut above = String::new();
    let mut answers: Vec<String> = Vec::new();
    // A paragraph was made one line: a number within it begins the next answer, too.
    for line in whole.lines() {
        let mut rest = line.to_owned();
        while let Some(next) = number(answers.len() + 1, &rest) {
            let sign = format!(" {}", answers.len() + 2);
            let cut = next.match_indices(&sign).map(|(at, _)| at);
            let mut cut = cut.filter(|at| number(answers.len() + 2, &next[*at..]).is_some());
            match cut.next() {
                Some(at) => {
                    answers.push(next[..at].trim().to_owned());
                    rest = next[at..].to_owned();
                }
                None => {
                    answers.push(next);
                    rest = String::new();
                }
            }
        }
        if !rest.trim().is_empty() {
            let last = answers.last_mut().unwrap_or(&mut above);
            last.push(' ');
            last.push_str(rest.trim());
        }
    }
    if answers.is_empty() {
        above.clear();
        answers = whole.split("\n\n").map(str::to_owned).collect();
    }
    // A mark that stands alone is for what stands behind it: nobody can tell how far.
    let says = |text: &String| {
        let unmarked = without_private_mark(text);
        !name_key(unmarked.as_ref().unwrap_or(text)).is_empty()
    };
    let is_clear = without_private_mark(&above).is_none() && answers.iter().all(says);
    let above = Some(above.trim().to_owned()).filter(|above| !above.is_empty());
    (answers.len() == count && is_clear).then_some((above, answers))
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
    fn somebody_passes_only_where_they_say_no_more() {
        for (text, expected) in [
            ("Je passe.", true),
            ("Rien de spécial pour moi, vois avec Lou", true),
            ("Je ne sais pas, demande à Sam", true),
            ("Sorry", false),
            ("I don't know, better ask Lou", true),
            ("Je ne sais pas comment, mais la boulangère a tout changé.", false),
            ("Je passe mes soirées au lavoir depuis.", false),
        ] {
            assert_eq!(passes(text), expected, "{text}");
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
