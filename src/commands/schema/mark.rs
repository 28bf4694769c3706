//! The mark at the beginning of a schema, by which it is known whether it is outdated: to write it
//! again, just to compare the two, takes far longer than to validate the sheets.

use crate::commands::schema::{FILE, SETTINGS_FILE};
use crate::config::Config;
use crate::finding::{Diagnostic, Finding};
use crate::lang::text;
use crate::sheet::fields;
use crate::sheet::schema::codes::OLD_SCHEMA_LINE;
use crate::store::{self, Collection, SheetPath};
use crate::text::{Span, digest};
use crate::tree::Tree;

/// The digest of both schemas in both languages, as they are without settings; a test finds it.
const EDITION: &str = "68e66d9f";

/// The greatest length of what is looked at, in bytes.
const BEGINNING: usize = 200;

/// What is reported of the schemas of a collection: that the program would write them otherwise, in
/// either language.
pub(in crate::commands) fn outdated(collection: &Collection, config: &Config) -> Vec<Diagnostic> {
    let files = [(FILE, of_sheets(config)), (SETTINGS_FILE, of_settings())];
    files.iter().filter_map(|(name, mark)| old(&collection.file(name)?, mark)).collect()
}

fn old(path: &SheetPath, mark: &str) -> Option<Diagnostic> {
    let bytes = store::read_bytes(path).ok()?;
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]);
    if beginning.contains(&format!("\"{mark}\"")) {
        return None;
    }
    let label = text!("not as sheet would write it now", "sheet l'écrirait autrement");
    let source = store::read(path).ok()?;
    Some(Diagnostic::new(&source, Finding::new(&OLD_SCHEMA_LINE, Span::TOP, label)))
}

/// The mark of the schema of sheets.
pub(super) fn of_sheets(config: &Config) -> String {
    format!("sheet {EDITION} {}", digest::short(agreed(config).as_bytes()))
}

/// The mark of the schema of the settings.
pub(super) fn of_settings() -> String {
    format!("sheet {EDITION}")
}

/// The schema with its mark behind the address of what schemas are.
pub(super) fn marked(mut schema: Tree, mark: String) -> Tree {
    if let Tree::Map(pairs) = &mut schema {
        pairs.insert(1, ("$comment".to_owned(), Tree::text(mark)));
    }
    schema
}

/// What the schema of sheets takes from the settings.
fn agreed(config: &Config) -> String {
    let is_required = |key: &&str| config.required.iter().any(|required| required.key == *key);
    let required = fields::written().map(|field| field.key).filter(is_required);
    let listed = config.vocabularies.iter().filter(|(_, known)| !known.is_empty());
    let names = listed.map(|(names, known)| {
        let known: Vec<&str> = known.names().collect();
        format!("{names:?} {known:?}")
    });
    let mut agreed: Vec<String> = required.map(str::to_owned).chain(names).collect();
    agreed.sort();
    agreed.join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::commands::schema::{settings_text, text};
    use crate::lang::Lang;
    use crate::session::config::LoadedConfig;
    use crate::yaml::decode::decode;

    const BOTH: [Lang; 2] = [Lang::En, Lang::Fr];

    #[test]
    fn the_edition_is_that_of_the_schemas() {
        let texts = BOTH.map(|lang| {
            let texts = [text(&Config::default(), lang), settings_text(lang)];
            texts.map(|text| text.expect("memory takes it").replace(EDITION, "")).concat()
        });
        assert_eq!(digest::short(texts.concat().as_bytes()), EDITION, "the schemas have changed");
    }

    fn config(settings: &str) -> Config {
        LoadedConfig::of(decode("sheet.yaml".to_owned(), settings.as_bytes())).config
    }

    fn settings() -> impl Strategy<Value = String> {
        let keys = prop::sample::subsequence(vec!["cost", "dates.end", "Budget", "id"], 0..3);
        let lists = prop::sample::subsequence(vec!["tools", "people", "organisations"], 0..3);
        let names = prop::sample::subsequence(vec!["Ana", "Bo", "\"a, b\""], 0..3).prop_shuffle();
        (keys.prop_shuffle(), lists, names).prop_map(|(keys, lists, names)| {
            let names = names.join(", ");
            let lists = lists.iter().map(|list| format!("{list}: [{names}]"));
            let lists = lists.collect::<Vec<_>>().join(", ");
            format!("required: [{}]\nvocabulary: {{{lists}}}\n", keys.join(", "))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn a_schema_has_another_mark_just_where_the_settings_make_it_another(
            one in settings(),
            other in settings(),
        ) {
            let [one, other] = [one, other].map(|settings| config(&settings));
            let texts = [&one, &other].map(|config| text(config, Lang::En).expect("memory"));
            prop_assert_eq!(of_sheets(&one) == of_sheets(&other), texts[0] == texts[1]);
            prop_assert_eq!(agreed(&one) == agreed(&other), texts[0] == texts[1]);
            for (config, text) in [one, other].iter().zip(&texts) {
                prop_assert!(text[..BEGINNING].contains(&of_sheets(config)));
            }
        }
    }
}
