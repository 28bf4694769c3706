//! A text that begins with a sign of YAML.

use crate::yaml::quoted::marked;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// The signs with which no text begins.
const RESERVED: [char; 15] =
    ['%', '@', '`', '*', '&', '!', '?', '|', '>', ',', ']', '}', '-', '[', '{'];

/// `title: @home`, `title: *gras*`, `population: >1000`.
pub(super) fn reserved(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let sign = line.value().chars().next().filter(|sign| RESERVED.contains(sign))?;
    // A tag is refused behind it, once its text is read.
    let is_there = refusal.byte() == line.value || sign == '!' && refusal.byte() > line.value;
    if !is_there || matches!(sign, ']' | '}') && line.key.is_none() {
        return None;
    }
    let is_short = refusal.below(line.number).next().is_none_or(|next| next.indent <= line.indent);
    let may_refer = sign == '*' && refusal.source.text().contains(" &");
    let is_certain = is_short && !may_refer && !line.may_have_comment();
    let text = format!("{}{}", &line.text[..line.value], marked(line.value()));
    let at = line.span(line.value..line.value + sign.len_utf8());
    Some(Found::at(at).with_line(&line, text, is_certain))
}
