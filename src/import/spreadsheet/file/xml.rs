//! XML, node by node. This is the door of `quick-xml`.

use std::borrow::Cow;
use std::io::{BufRead, ErrorKind};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use crate::import::spreadsheet::file::package::{beyond_limits, broken};
use crate::import::spreadsheet::file::refusal::Refusal;

/// What comes next in a file.
pub(super) enum Node<'x> {
    /// A tag that opens; one that is empty is followed by its end.
    Open(Element<'x>),
    /// A tag that closes, by its name without prefix.
    Close(Cow<'x, str>),
    Text(Cow<'x, str>),
    /// A comment, a declaration.
    Other,
}

/// A tag that opens.
pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute; its prefix counts where it is asked for.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let is_asked =
            |key: &str, local: &str| if name.contains(':') { key == name } else { local == name };
        let mut all = self.0.attributes();
        let mut all = all.with_checks(false).flatten();
        let found = all.find(|one| is_asked(one.key.0, one.key.local_name().into_inner()))?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
    }
}

/// A file that is read from its beginning to its end.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(source: R) -> Xml<R> {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new() }
    }

    /// The next node; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'_>>, Refusal> {
        self.buffer.clear();
        let event =
            self.reader.read_event_into(&mut self.buffer).map_err(|error| refusal(&error))?;
        Ok(Some(match event {
            Event::Start(start) => Node::Open(Element(start)),
            Event::End(end) => Node::Close(end.local_name().into_inner().to_owned().into()),
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten();
                let named =
                    || resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned);
                Node::Text(character.map(String::from).or_else(named).unwrap_or_default().into())
            }
            Event::Eof => return Ok(None),
            _ => Node::Other,
        }))
    }
}

fn refusal(error: &Error) -> Refusal {
    match error {
        Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => beyond_limits(),
        _ => broken(),
    }
}
