//! E-mail addresses, and the links that open a message. Source: RFC 6068.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands for itself in such a link.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same in an address.
const ADDRESS: &AsciiSet = &PLAIN.remove(b'@');

/// The link that opens a message to an address, which may be empty, with its subject and text.
pub fn mailto(address: &str, subject: &str, text: &str) -> String {
    let line_ends = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let [subject, text] =
        [subject, &line_ends].map(|part| utf8_percent_encode(part, PLAIN).to_string());
    let address = utf8_percent_encode(address, ADDRESS);
    format!("mailto:{address}?subject={subject}&body={text}")
}

/// Whether a text can be an e-mail address.
pub fn is_email(text: &str) -> bool {
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\"\\".contains(c);
    let named = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.');
    text.chars().all(|c| c == '@' || is_plain(c))
        && text.split_once('@').is_some_and(|(name, host)| {
            named(name) && named(host) && host.contains('.') && !host.contains('@')
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_link_holds_nothing_that_could_end_it() {
        assert_eq!(
            mailto("alix+fiches@example.org", "Là & « ici »?", "Un\nDeux"),
            "mailto:alix%2Bfiches@example.org?subject=L%C3%A0%20%26%20%C2%AB%20ici%20%C2%BB%3F\
             &body=Un%0D%0ADeux"
        );
        assert!(mailto("", "a", "b").starts_with("mailto:?subject=a&body=b"));
    }

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for text in ["alix@example.org", "a.b+c@sous.example.org", "zoé@exemple.org"] {
            assert!(is_email(text), "{text}");
        }
        for text in ["", "alix", "alix@", "@example.org", "a b@example.org", "a@b@c.org", "a@b"] {
            assert!(!is_email(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_said_comes_out_of_the_link_again(subject in ".*", text in "[^\r]*") {
            let link = mailto("alix@example.org", &subject, &text);
            let (_, query) = link.split_once('?').expect("a query");
            let (one, other) = query.split_once('&').expect("two parts");
            let read = |part: &str| {
                let bytes = percent_encoding::percent_decode_str(part);
                bytes.decode_utf8().expect("UTF-8").into_owned()
            };
            prop_assert_eq!(read(&one["subject=".len()..]), subject);
            prop_assert_eq!(read(&other["body=".len()..]).replace("\r\n", "\n"), text);
        }
    }
}
