//! Answers to several questions that are numbered, or stand in as many paragraphs.

use crate::sheet::ask::without_private_mark;
use crate::text::fold::name_key;

/// The answers to so many questions, where they are numbered or stand in as many paragraphs, and what
/// stands above them.
pub(super) fn numbered(texts: &[String], count: usize) -> Option<(Option<String>, Vec<String>)> {
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
