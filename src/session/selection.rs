//! Which sheets are meant by the texts of a query.

use anyhow::Result;

use crate::lang::phrase;
use crate::query::{Query, Scope, bare_keys, compile, joined_terms, stop_words};
use crate::session::{Context, Failure};

/// Which sheets are meant, and the texts that say so.
pub(crate) struct Selection {
    pub query: Query,
    texts: Vec<String>,
}

impl Selection {
    /// Each term that must hold, as it was typed, with the question that it is.
    pub(crate) fn terms(&self, context: &Context) -> Vec<(&str, Query)> {
        let terms = self.texts.iter().flat_map(|text| match joined_terms(text) {
            terms if terms.is_empty() => vec![text.as_str()],
            terms => terms,
        });
        let terms = terms.filter(|term| !term.trim().is_empty());
        terms.filter_map(|term| Some((term, compile(term, scope(context)).ok()?))).collect()
    }
}

/// What the texts that were typed select, all of which must hold; a mistake in one is reported, and
/// there is none. A word that is the name of a key is reported, too.
pub(crate) fn selection(context: &Context, texts: &[String]) -> Result<Selection> {
    let mut query = Query::MATCH_ALL;
    for text in texts {
        query = query.and(compile(text, scope(context)).map_err(|error| Failure::mistake(*error))?);
        if text.split_whitespace().any(|term| term.trim_start_matches('-').starts_with("query:")) {
            context.note(&phrase!(
                "a view is written @NAME now; query:NAME still works",
                "une vue s'écrit maintenant @NOM ; query:NOM marche encore",
            ));
        }
        for key in bare_keys(text) {
            context.note(&phrase!(
                "“{key}” is searched as a word; as a key: {key}:WORD, or sheet facets --key {key}",
                "“{key}” est cherché comme un mot ; comme clé : {key}:MOT, ou sheet facets --key \
                 {key}",
                key,
            ));
        }
    }
    let small: Vec<String> = texts.iter().flat_map(|text| stop_words(text)).collect();
    // One that stands alone is what is looked for.
    if !small.is_empty() && texts.join(" ").trim().contains(' ') {
        context.note(&phrase!(
            "short words are searched, too ({words}); without them there may be more",
            "les mots courts sont cherchés aussi ({words}) ; sans eux, il y en a peut-être plus",
            words = small.join(", "),
        ));
    }
    Ok(Selection { query, texts: texts.to_vec() })
}

fn scope(context: &Context) -> Scope<'_> {
    Scope { config: &context.loaded.config, today: context.today }
}
