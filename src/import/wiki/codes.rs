//! The codes in the lists of an entry, as the labels that they stand for.

use crate::import::wiki::json::Json;

/// What the codes of a value are.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Resolved {
    pub labels: Vec<String>,
    /// Codes for which there is no label.
    pub unknown: Vec<String>,
}

/// Finds the labels of the codes in a value: `1,3`, or a list of them. A label that stands there in
/// the place of its code is one, too.
pub(super) fn resolve(value: &Json, options: &[(String, String)]) -> Resolved {
    let codes: Vec<&str> = match value {
        Json::List(items) => items.iter().filter_map(Json::text).collect(),
        value => match value.text() {
            // A label may hold a comma.
            Some(text) if label(text, options).is_some() => vec![text],
            Some(text) => text.split(',').collect(),
            None => Vec::new(),
        },
    };
    let mut resolved = Resolved::default();
    for code in codes.into_iter().map(str::trim).filter(|code| !code.is_empty()) {
        match label(code, options) {
            Some(label) => resolved.labels.push(label.to_owned()),
            None => resolved.unknown.push(code.to_owned()),
        }
    }
    resolved
}

fn label<'o>(code: &str, options: &'o [(String, String)]) -> Option<&'o str> {
    let found = options.iter().find(|(known, _)| known == code);
    let found = found.or_else(|| options.iter().find(|(_, label)| label == code));
    found.map(|(_, label)| label.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_its_label_or_is_told() {
        let options = [("1", "Porte à porte"), ("2", "Cercle, plénière"), ("zz", "Jeu")];
        let options = options.map(|(code, label)| (code.to_owned(), label.to_owned()));
        for (codes, labels, unknown) in [
            ("1,2", vec!["Porte à porte", "Cercle, plénière"], vec![]),
            ("2,", vec!["Cercle, plénière"], vec![]),
            ("1, zz9", vec!["Porte à porte"], vec!["zz9"]),
            ("Cercle, plénière", vec!["Cercle, plénière"], vec![]),
            ("", vec![], vec![]),
        ] {
            let resolved = resolve(&Json::Text(codes.to_owned()), &options);
            let unknown: Vec<String> = unknown.into_iter().map(str::to_owned).collect();
            assert_eq!(
                resolved,
                Resolved { labels: labels.into_iter().map(str::to_owned).collect(), unknown },
                "{codes}"
            );
        }
    }
}
