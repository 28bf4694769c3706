//! The schemas and their texts.

use anyhow::Result;

use crate::cli::SchemaArgs;
use crate::commands::schema::mark;
use crate::config::{self, Config};
use crate::finding::Lint;
use crate::lang::{Lang, phrase};
use crate::render;
use crate::rules::{self, RULES};
use crate::session::{Context, Exit, Failure};
use crate::sheet::field::Names;
use crate::sheet::schema::{SchemaOptions, schema};
use crate::tree::Tree;

/// Prints a schema, which has one form.
pub(in crate::commands) fn run(context: &Context, args: &SchemaArgs) -> Result<Exit> {
    if !["text", "json"].contains(&context.format.name) {
        return Err(Failure::usage(phrase!(
            "the schema is JSON; --format {name} does not apply",
            "le schéma est du JSON ; --format {name} ne s'y applique pas",
            name = context.format.name,
        ))
        .into());
    }
    let lang = context.lang();
    let tree =
        if args.settings { of_settings(lang) } else { of_sheets(&context.loaded.config, lang) };
    context.answer_with(|out| render::json_tree(&tree, out))?;
    Ok(Exit::Success)
}

/// The text of the schema's file.
///
/// # Errors
/// None: memory takes every byte.
pub(in crate::commands) fn text(config: &Config, lang: Lang) -> Result<String> {
    written(&of_sheets(config, lang))
}

/// The text of the file with the schema of the settings.
///
/// # Errors
/// None: memory takes every byte.
pub(in crate::commands) fn settings_text(lang: Lang) -> Result<String> {
    written(&of_settings(lang))
}

fn written(tree: &Tree) -> Result<String> {
    let mut text = Vec::new();
    render::json_tree(tree, &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The schema of the sheets of a collection that has agreed on something.
fn of_sheets(config: &Config, lang: Lang) -> Tree {
    let lints: Vec<&'static Lint> = rules::lints().collect();
    let names = |names: Names| {
        let known = config.vocabulary(names);
        known.map(|known| known.names().map(str::to_owned).collect()).unwrap_or_default()
    };
    let options = SchemaOptions { lang, lints: &lints, names: &names, required: &config.required };
    mark::marked(schema(&options), mark::of_sheets(config))
}

fn of_settings(lang: Lang) -> Tree {
    let lints: Vec<&'static Lint> = RULES.iter().map(|rule| &rule.lint).collect();
    mark::marked(config::schema::schema(&lints, lang), mark::of_settings())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::commands::schema::mark::{BEGINNING, EDITION};
    use crate::session::config::LoadedConfig;
    use crate::text::digest;
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
            prop_assert_eq!(mark::of_sheets(&one) == mark::of_sheets(&other), texts[0] == texts[1]);
            for (config, text) in [one, other].iter().zip(&texts) {
                prop_assert!(text[..BEGINNING].contains(&mark::of_sheets(config)));
            }
        }
    }
}
