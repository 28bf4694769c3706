//! What `sheet.yaml` may be, as a JSON Schema, for editors.

use crate::config::model::SeverityOverride;
use crate::config::setting::{NAME, ORGANISATION, PERSON, SETTINGS, Setting, VIEW, VOCABULARIES};
use crate::finding::Lint;
use crate::lang::choice::{self, ChoiceValue};
use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::sheet::codes::{BAD_CHOICE, UNKNOWN_KEY, WRONG_TYPE};
use crate::sheet::field::{Field, Names};
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::schema::form::{
    self, TextForm, any_of, list, nothing, offered, pair, plain, words,
};
use crate::sheet::schema::message;
use crate::text::pattern::{either, searched, whole};
use crate::tree::Tree;
use crate::value::parsed::or_nothing;

/// The schema: `lints` are the findings whose weight may be changed.
pub fn schema(lints: &[&'static Lint], lang: Lang) -> Tree {
    let speller = Speller { lang };
    let keys = SETTINGS.iter().map(|setting| {
        let schema = match setting.key {
            "language" => speller.language(),
            "organisation" => speller.organisation(),
            "mapping" => speller.text(Vec::new()),
            "severities" => speller.severities(lints),
            "required" => speller.required(),
            "vocabulary" => speller.vocabulary(),
            "views" | "queries" => speller.views(),
            key => speller.layout(key),
        };
        speller.setting(setting, schema)
    });
    let keys = keys.collect();
    let mut schema = vec![pair("$schema", words("https://json-schema.org/draft/2020-12/schema"))];
    if let Tree::Map(pairs) = speller.object(TITLE.get(lang), keys) {
        schema.extend(pairs);
        schema.push(pair("$defs", Tree::map([(WEIGHT, speller.weight())])));
    }
    Tree::Map(schema)
}

/// Who reads the messages.
struct Speller {
    lang: Lang,
}

impl Speller {
    fn setting(&self, setting: &Setting, schema: Tree) -> (String, Tree) {
        let other = if self.lang == Lang::Fr { Lang::En } else { Lang::Fr };
        let about = format!("{}\n{}", setting.about.get(self.lang), setting.about.get(other));
        (setting.key.to_owned(), form::described(schema, setting.key, &about))
    }

    fn language(&self) -> Tree {
        let known = [("fr", "français"), ("en", "English")];
        let offers = offered(known.map(|(code, name)| (code.to_owned(), name.to_owned())));
        self.choice("fr|en", &Phrase::untranslated("fr, en"), offers)
    }

    fn organisation(&self) -> Tree {
        let keys = ORGANISATION.iter().map(|key| self.setting(key, self.text(Vec::new())));
        self.text(vec![self.object("organisation", keys.collect())])
    }

    fn severities(&self, lints: &[&'static Lint]) -> Tree {
        let keys = lints.iter().map(|lint| {
            let about = lint.title.get(self.lang);
            (lint.code.to_owned(), form::described(form::reference(WEIGHT), lint.code, about))
        });
        any_of([self.object("severities", keys.collect()), nothing()])
    }

    /// How much a finding weighs, whichever it is.
    fn weight(&self) -> Tree {
        let weights = ChoiceValue::all::<SeverityOverride>();
        let codes =
            weights.iter().map(|weight| (weight.code.to_owned(), weight.get(self.lang).to_owned()));
        let known: Vec<&str> = weights.iter().map(|weight| weight.code).collect();
        let known = Phrase::untranslated(known.join(", "));
        self.choice(&choice::pattern(&weights), &known, offered(codes))
    }

    fn required(&self) -> Tree {
        let codes = fields::written()
            .map(|field| (field.key.to_owned(), field.label.get(self.lang).to_owned()));
        let exact = fields::written().flat_map(|field| [field.key, field.short]);
        let labels = fields::written().flat_map(|field| field.labels().chain([field.short_fr]));
        let pattern = either([either(exact.map(|key| key.replace('.', "[.]"))), searched(labels)]);
        let error = message::titled(&BAD_CHOICE, FIELD_KEY.into());
        self.several(Some(whole(&pattern)), &error, offered(codes))
    }

    fn vocabulary(&self) -> Tree {
        let keys = VOCABULARIES.iter().map(|(setting, names)| {
            let of_person = if *names == Names::People { &PERSON[..] } else { &[] };
            let keys = NAME.iter().chain(of_person).map(|setting| {
                let schema = match setting.key {
                    "aliases" => self.list_of(Vec::new()),
                    _ => self.text(Vec::new()),
                };
                self.setting(setting, schema)
            });
            let record = self.object("name", keys.collect());
            self.setting(setting, self.list_of(vec![record]))
        });
        any_of([self.object("vocabulary", keys.collect()), nothing()])
    }

    /// Names, each with a query, or a query and how its list is laid out.
    fn views(&self) -> Tree {
        let keys = VIEW.iter().map(|setting| {
            let schema = match setting.key {
                "query" => self.text(Vec::new()),
                key => self.layout(key),
            };
            self.setting(setting, schema)
        });
        let view = self.text(vec![self.object("view", keys.collect())]);
        let views = Tree::map([
            ("title", words("views")),
            ("type", Tree::List(vec![words("object")])),
            ("errorMessage", words(message::titled(&WRONG_TYPE, LINES.into()).get(self.lang))),
            ("additionalProperties", view),
        ]);
        any_of([views, nothing()])
    }

    /// How lists are laid out.
    fn layout(&self, key: &str) -> Tree {
        if key == "totals" {
            let truth = Tree::map([("title", words("yes")), ("type", words("boolean"))]);
            let pattern = or_nothing("[Tt]rue|[Ff]alse|[Oo]ui|[Nn]on?|[Yy]es");
            let known = Phrase::untranslated("true, false");
            return self.choice(&pattern, &known, truth);
        }
        let shorts = FIELDS
            .iter()
            .map(|field: &Field| (field.short.to_owned(), field.label.get(self.lang).to_owned()));
        let error = message::titled(&BAD_CHOICE, FIELD_KEY.into());
        self.several(None, &error, offered(shorts))
    }

    /// Several texts of a pattern, or one alone, of which some are offered.
    fn several(&self, pattern: Option<String>, error: &Phrase, offers: Tree) -> Tree {
        let form = || TextForm { title: TEXT, pattern: pattern.clone(), error: error.clone() };
        let item = form::value(form(), vec![offers.clone(), nothing()], self.lang);
        form::value(form(), vec![offers, nothing(), list(item)], self.lang)
    }

    /// A list of texts or of something else, or one text alone.
    fn list_of(&self, others: Vec<Tree>) -> Tree {
        let item = self.text(others);
        self.text(vec![list(item)])
    }

    fn text(&self, others: Vec<Tree>) -> Tree {
        let error = message::titled(&WRONG_TYPE, LINES.into());
        let others = [plain()].into_iter().chain(others).collect();
        form::value(TextForm { title: TEXT, pattern: None, error }, others, self.lang)
    }

    fn choice(&self, pattern: &str, known: &Phrase, offers: Tree) -> Tree {
        let (pattern, error) = (Some(or_nothing(pattern)), message::one_of(known));
        let form = TextForm { title: TEXT, pattern, error };
        form::value(form, vec![offers, nothing()], self.lang)
    }

    fn object(&self, title: &str, keys: Vec<(String, Tree)>) -> Tree {
        let known: Vec<&str> = keys.iter().map(|(key, _)| key.as_str()).take(12).collect();
        let known = known.join(", ");
        let unknown = phrase!(
            "{title}; known here: {known}",
            "{title} ; ici : {known}",
            title = UNKNOWN_KEY.title,
            known,
        );
        let other = message::titled(&WRONG_TYPE, LINES.into());
        form::object(title, keys, unknown.get(self.lang), other.get(self.lang))
    }
}

const WEIGHT: &str = "weight";
const TITLE: Text = text!("Settings of a collection", "Réglages d'une collection");
const TEXT: Text = text!("text", "texte");
const LINES: Text = text!(
    "write a text after the key, or `key: value` lines under it",
    "écrivez un texte après la clé, ou des lignes `clé: valeur` dessous",
);
const FIELD_KEY: Text = text!(
    "write the key of a field, e.g. cost or dates.start",
    "écrivez la clé d'un champ, par exemple cost ou dates.start",
);
