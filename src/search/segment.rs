//! What is searched of a sheet, segment by segment.

use std::borrow::Cow;

use crate::sheet::Sheet;
use crate::sheet::fields::texts;
use crate::sheet::shape::Shape;
use crate::sheet::texts::SheetText;
use crate::tree::Tree;

/// A segment of text before it is searched.
pub(super) struct Segment<'a> {
    pub key: Cow<'a, str>,
    /// Which item it is, from 0, where the field is a list.
    pub index: Option<usize>,
    pub who: Option<&'a str>,
    pub text: &'a str,
    pub when: Option<&'a str>,
    pub action: Option<&'a str>,
    /// Whether it was learnt, and is no mere name or text.
    pub lesson: bool,
}

/// Everything that is searched of a sheet: prose and some names, then what has no field.
pub(super) fn segments(sheet: &Sheet) -> Vec<Segment<'_>> {
    let fields = texts(sheet).into_iter().filter(is_searched).map(|text| Segment {
        key: text.field.key.into(),
        index: text.index,
        who: text.author,
        text: text.text,
        when: text.when,
        action: text.action,
        lesson: matches!(text.field.shape, Shape::Lessons | Shape::Words),
    });
    let own = sheet.own.iter().map(|(key, tree)| (Cow::from(key), tree));
    let extra = sheet.extra.iter().map(|(label, tree)| (format!("extra.{label}").into(), tree));
    let others = extra.chain(own).filter_map(|(key, tree)| match tree {
        Tree::Text { text, .. } => {
            let (who, when, action) = (None, None, None);
            Some(Segment { key, index: None, who, text, when, action, lesson: false })
        }
        _ => None,
    });
    fields.chain(others).collect()
}

/// The fields that are searched beside prose.
const NAMES: [&str; 2] = ["title", "tools"];

fn is_searched(text: &SheetText) -> bool {
    text.is_prose() || NAMES.contains(&text.field.key)
}

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
