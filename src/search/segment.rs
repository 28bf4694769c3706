//! What is searched of a sheet, segment by segment.

use std::borrow::Cow;

use crate::sheet::value::Value;
use crate::sheet::{Sheet, fields};
use crate::tree::Tree;

/// A segment of text before it is searched.
pub(super) struct Segment<'a> {
    pub key: Cow<'a, str>,
    pub who: Option<&'a str>,
    pub text: &'a str,
    pub action: Option<&'a str>,
}

/// Everything that is searched of a sheet.
pub(super) fn segments(sheet: &Sheet) -> Vec<Segment<'_>> {
    let plain =
        |key: &'static str, text| Segment { key: key.into(), who: None, text, action: None };
    let mut all: Vec<Segment> = Vec::new();
    for key in SINGLE {
        if let Some(Value::Text(text)) = fields::find(key).map(|field| (field.get)(sheet)) {
            all.push(plain(key, text));
        }
    }
    let sorts = [
        ("lessons.nuggets", &sheet.lessons.nuggets),
        ("lessons.difficulties", &sheet.lessons.difficulties),
        ("lessons.surprises", &sheet.lessons.surprises),
    ];
    for (key, lessons) in sorts {
        all.extend(lessons.iter().map(|lesson| Segment {
            who: lesson.by.as_deref(),
            action: lesson.action.as_deref(),
            ..plain(key, &lesson.text)
        }));
    }
    all.extend(
        sheet.lessons.words.iter().map(|word| Segment {
            who: word.from.as_deref(),
            ..plain("lessons.words", &word.text)
        }),
    );
    all.extend(sheet.tools.iter().map(|tool| plain("tools", tool)));
    let own = sheet.own.iter().map(|(key, tree)| (Cow::from(key), tree));
    let extra = sheet.extra.iter().map(|(label, tree)| (format!("extra.{label}").into(), tree));
    all.extend(extra.chain(own).filter_map(|(key, tree)| match tree {
        Tree::Text { text, .. } => Some(Segment { key, who: None, text, action: None }),
        _ => None,
    }));
    all
}

/// The fields that are one text each.
const SINGLE: [&str; 5] =
    ["title", "summary", "description.request", "description.proposal", "outcome.text"];

/// A text shorter than this, in bytes, is not cut into sentences.
const SHORT: usize = 240;

/// The sentences of a text: each ends with its mark, or with its line.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    if text.len() <= SHORT && !text.contains('\n') {
        return vec![text];
    }
    let mut sentences = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut start = 0;
        for (at, mark) in line.match_indices(['.', '!', '?', '…']) {
            let end = at + mark.len();
            if line[end..].starts_with(' ') && end - start > 20 {
                sentences.push(line[start..end].trim());
                start = end;
            }
        }
        sentences.push(line[start..].trim());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
