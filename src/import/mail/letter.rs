//! Bytes → what somebody wrote: a message as it was sent, or the text or the page that was copied or
//! saved from one.

use std::borrow::Cow;

use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::import::mail::heads::{begins_as_ours, head_of_block};
use crate::import::mail::words::{AUTOMATIC_SUBJECTS, begins_with};
use crate::sheet::ask::find_debrief;
use crate::text::encoding::decoded;
use crate::text::html;

/// What somebody wrote.
#[derive(Debug, Default)]
pub(super) struct Letter {
    /// The name of whoever wrote it.
    pub from: Option<String>,
    pub subject: String,
    pub text: String,
    /// By what it is seen that a program wrote it.
    pub automatic: Option<String>,
    /// The names of the files that were sent with it.
    pub attachments: Vec<String>,
}

/// Headers that a message as it was sent begins with, beside that of its writer.
const SENT: [&str; 5] = ["date:", "message-id:", "mime-version:", "received:", "content-type:"];

/// Signs without a width, which programs leave in texts.
const INVISIBLE: [char; 4] = ['\u{feff}', '\u{200b}', '\u{200e}', '\u{200f}'];

/// Whether these are the bytes of a message as it was sent.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    // Line by line: the head is short, and the rest may be a workbook.
    let lines = bytes.split(|byte| *byte == b'\n');
    let lines = lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let head = lines.skip_while(|line| line.is_empty() || line.starts_with(b"From "));
    let head = head.take_while(|line| !line.is_empty());
    let head: Vec<Vec<u8>> = head.map(<[u8]>::to_ascii_lowercase).collect();
    let has = |name: &str| head.iter().any(|line| line.starts_with(name.as_bytes()));
    has("from:") && SENT.into_iter().any(has)
}

/// The messages of a file: those of a mailbox (mbox, RFC 4155), each as it was sent, or the file alone.
pub(super) fn messages(bytes: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let mailbox = bytes.starts_with(b"From ").then(|| MessageIterator::new(bytes));
    let messages = mailbox.into_iter().flatten().filter_map(Result::ok);
    let messages: Vec<Cow<[u8]>> =
        messages.map(|message| Cow::Owned(message.unwrap_contents())).collect();
    // What begins with that word within a text parts nothing.
    let are_whole = messages.len() > 1 && messages.iter().all(|message| is_message(message));
    if are_whole { messages } else { vec![Cow::Borrowed(bytes)] }
}

/// Reads a message, or the text or the page of one.
pub(super) fn letter(bytes: &[u8]) -> Letter {
    if is_message(bytes)
        && let Some(message) = MessageParser::default().parse(bytes)
    {
        return of_message(&message);
    }
    let text = decoded(bytes).replace(INVISIBLE, "");
    // The page of a debrief is printed, and nobody types on it.
    let is_page = html::is_page(&text) && find_debrief(&text).is_none();
    let text = if is_page { html::message(&text) } else { text };
    // A text that was copied with its head says by whom it is.
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or_default();
    let head = head_of_block(&lines[first..]);
    // Above our message it says who asked.
    let head = head.filter(|head| !begins_as_ours(&lines[first + head.length..]));
    let letter = match head {
        Some(head) => Letter {
            from: head.from,
            subject: head.subject.unwrap_or_default(),
            text: lines[first + head.length..].join("\n"),
            ..Letter::default()
        },
        None => Letter { text, ..Letter::default() },
    };
    by_subject(letter)
}

fn of_message(message: &Message) -> Letter {
    let sender = message.from().and_then(|from| from.first());
    let address = sender.and_then(|sender| sender.address()).unwrap_or_default();
    let name = sender.and_then(|sender| sender.name()).map(str::trim);
    let text = message.text_bodies().filter_map(text).collect::<Vec<_>>().join("\n");
    // Some programs send an empty text beside their page.
    let is_empty = text.trim().is_empty();
    let page = is_empty.then(|| message.html_bodies().filter_map(self::text).collect::<String>());
    let text = page.unwrap_or(text);
    by_subject(Letter {
        from: name.filter(|name| !name.is_empty()).map(str::to_owned),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: text.replace(INVISIBLE, ""),
        automatic: automatic(message, address),
        attachments: message.attachments().filter_map(attached).collect(),
    })
}

/// The name of a file that somebody attached; a picture within the text is none.
fn attached(part: &MessagePart) -> Option<String> {
    part.content_disposition().filter(|disposition| disposition.is_attachment())?;
    let sort = part.content_type().map(|sort| sort.ctype());
    Some(part.attachment_name().or(sort).unwrap_or("?").to_owned())
}

fn text(part: &MessagePart) -> Option<String> {
    match &part.body {
        PartType::Text(text) => Some(text.clone().into_owned()),
        PartType::Html(page) => Some(html::message(page)),
        _ => None,
    }
}

/// By what it is seen that a program sent it. Source: RFC 3834, and what older programs write.
fn automatic(message: &Message, address: &str) -> Option<String> {
    let said = |name: &str| match message.header(name)? {
        HeaderValue::Text(text) => Some(text.to_lowercase()),
        HeaderValue::TextList(texts) => texts.first().map(|text| text.to_lowercase()),
        HeaderValue::ContentType(kind) => Some(kind.ctype().to_lowercase()),
        _ => None,
    };
    let is_by = |name: &str, is: fn(&str) -> bool| {
        said(name).filter(|value| is(value)).map(|value| format!("{name}: {value}"))
    };
    is_by("Auto-Submitted", |value| value.trim() != "no")
        .or_else(|| is_by("X-Autoreply", |_| true))
        .or_else(|| is_by("X-Autorespond", |_| true))
        .or_else(|| is_by("Precedence", |value| value.trim() == "auto_reply"))
        .or_else(|| {
            let daemon = address.to_lowercase().starts_with("mailer-daemon@");
            daemon.then(|| format!("From: {address}"))
        })
}

fn by_subject(letter: Letter) -> Letter {
    let by_subject = || {
        begins_with(&letter.subject, &AUTOMATIC_SUBJECTS)
            .then(|| format!("Subject: {}", letter.subject))
    };
    let automatic = letter.automatic.clone().or_else(by_subject);
    Letter { automatic, ..letter }
}
