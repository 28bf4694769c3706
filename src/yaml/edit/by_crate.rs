//! An edit by the crate `yaml-edit`, whose door this is: a text within its line, an item of a list.

use std::str::FromStr;

use yaml_edit::{Document, Mapping, YamlNode};

use crate::text::Source;
use crate::tree::{Change, Tree};
use crate::yaml::edit::in_place::{Edit, EditResult};
use crate::yaml::edit::refused::EditError;
use crate::yaml::layout::{self, is_block};

impl Edit<'_> {
    /// The key and its group, if it has one, as a text of their own, by the crate.
    pub(super) fn in_its_lines(&self) -> EditResult {
        let (key, _) = self.steps();
        let pair = self.node.pair(key).ok_or(None)?;
        if !is_block(self.source, self.node) || pair.key_span.start.column > 1 {
            return Err(None);
        }
        let (first, last) = layout::lines_of(self.source, self.node, pair).into_inner();
        let lines = self.source.lines_between(first, last);
        let crlf = lines.contains("\r\n");
        let slice = self.source.with_text(lines.replace("\r\n", "\n"));
        let mut after = self.by_crate(&slice)?;
        if !after.is_empty() && !after.ends_with('\n') {
            after.push('\n');
        }
        Ok(self.with_lines(first, last, if crlf { after.replace('\n', "\r\n") } else { after }))
    }

    /// The whole text by the crate.
    pub(super) fn in_the_whole(&self) -> EditResult {
        let before = self.source.text();
        let mut after = self.by_crate(self.source)?;
        if before.contains("\r\n") && !before.replace("\r\n", "").contains('\n') {
            after = after.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        if before.ends_with('\n') && !after.ends_with('\n') {
            after.push_str(if before.ends_with("\r\n") { "\r\n" } else { "\n" });
        }
        Ok(after)
    }

    fn by_crate(&self, source: &Source) -> EditResult {
        let document = Document::from_str(source.text()).map_err(|_| None)?;
        let top = document.as_mapping().ok_or(None)?;
        match self.steps() {
            (key, None) => self.change_in(&top, key, &self.below(""))?,
            (group, Some(key)) => {
                let inner = top.get_mapping(group).ok_or(None)?;
                self.change_in(&inner, key, &self.below(group))?;
            }
        }
        Ok(document.to_string())
    }

    /// Changes one key of a mapping.
    fn change_in(&self, map: &Mapping, key: &str, order: &[&str]) -> Result<(), Option<EditError>> {
        match self.change {
            Change::Set(value) => {
                let node = self.parse_fragment(value)?;
                if map.contains_key(key) || order.is_empty() {
                    map.set(key, node)
                } else {
                    map.set_with_field_order(key, node, order.iter().copied())
                };
            }
            Change::Unset => {
                map.remove(key);
            }
            Change::Items(items) => {
                let list = map.get_sequence(key).ok_or(None)?;
                for (index, item) in items {
                    list.set(*index, self.parse_fragment(item)?);
                }
            }
            Change::Add(item) => match map.get_sequence(key).filter(|list| !list.is_empty()) {
                Some(list) => list.push(self.parse_fragment(item)?),
                None => {
                    let value = self.value()?;
                    map.set(key, self.parse_fragment(&value)?);
                }
            },
        }
        Ok(())
    }

    fn parse_fragment(&self, value: &Tree) -> Result<YamlNode, Option<EditError>> {
        let holder = Document::from_str(&(self.written)("v", value)).map_err(|_| None)?;
        holder.get("v").ok_or(None)
    }
}
