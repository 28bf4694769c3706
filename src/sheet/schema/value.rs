//! What may be written for a value of some shape.

use crate::finding::Lint;
use crate::lang::choice::{self, ChoiceValue};
use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::sheet::field::{Field, Names};
use crate::sheet::part::{Need, Part};
use crate::sheet::schema::form::{
    self, TextForm, any_of, described, list, needing, needing_one, nothing, number, object,
    offered, plain, reference, with_own,
};
use crate::sheet::schema::message;
use crate::sheet::shape::Shape;
use crate::text::pattern::whole;
use crate::tree::Tree;
use crate::value::date::Bound;
use crate::value::list::judge::{self, Nobody};
use crate::value::official_code::OfficialCode;
use crate::value::parsed::or_nothing;
use crate::value::{count, date, duration, effort, money, quantity};

/// Who reads a schema, and what a collection has agreed on.
pub struct SchemaOptions<'a> {
    pub lang: Lang,
    /// The findings whose codes are offered.
    pub lints: &'a [&'static Lint],
    /// The names that the collection lists, of which editors offer those of their sort.
    pub names: &'a dyn Fn(Names) -> Vec<String>,
    /// The fields that every sheet must have here.
    pub required: &'a [&'static Field],
}

/// The schema of one of the two dates, which words of the other one do not satisfy.
fn without_other_bound(schema: Tree, bound: Bound) -> Tree {
    let pattern = form::words(date::other_bound_pattern(bound));
    let other = Tree::map([("type", form::words("string")), ("pattern", pattern)]);
    match schema {
        Tree::Map(mut pairs) => {
            pairs.push(("not".to_owned(), other));
            Tree::Map(pairs)
        }
        schema => schema,
    }
}

impl SchemaOptions<'_> {
    /// What may be written for a field, with its words.
    pub(super) fn field(&self, field: &Field) -> Tree {
        let shape = field.shape;
        let schema = match shape {
            Shape::Line if field.more.required.is_some() => {
                self.text(shape, r"\S", vec![written()])
            }
            Shape::Date if field.more.bound == Some(Bound::End) => {
                self.text(shape, &date::open_pattern(), vec![reference(DATE)])
            }
            Shape::Decimal if field.more.degrees.is_some() => {
                self.degrees(field.more.degrees.unwrap_or_default())
            }
            shape => self.value(shape, field.more.names),
        };
        let schema = match field.more.bound {
            Some(bound) => without_other_bound(schema, bound),
            None => schema,
        };
        let (label, about) = (field.label, field.about);
        self.described(
            schema,
            label.get(self.lang),
            &phrase!("{label}: {about}", "{label} : {about}", label, about),
        )
    }

    /// A schema with its words in both languages, that of the reader first.
    pub(super) fn described(&self, schema: Tree, title: &str, about: &Phrase) -> Tree {
        let both = match self.lang {
            Lang::En => [Lang::En, Lang::Fr],
            Lang::Fr => [Lang::Fr, Lang::En],
        };
        described(schema, title, &both.map(|lang| about.get(lang)).join("\n"))
    }

    /// What stands in several places, by its name.
    pub(super) fn shared(&self) -> Tree {
        let shapes = [
            (DATE, Shape::Date),
            (LESSONS, Shape::Lessons),
            (PEOPLE, Shape::Count(&count::PEOPLE)),
        ];
        Tree::map(shapes.map(|(name, shape)| (name, self.whole(shape, None))))
    }

    /// What may be written for a value, of which some names are known.
    fn value(&self, shape: Shape, names: Option<Names>) -> Tree {
        match shape {
            Shape::Date => reference(DATE),
            Shape::Lessons => reference(LESSONS),
            Shape::Count(unit) if *unit == count::PEOPLE => reference(PEOPLE),
            shape => self.whole(shape, names),
        }
    }

    fn whole(&self, shape: Shape, names: Option<Names>) -> Tree {
        match shape {
            Shape::Line | Shape::Prose => self.any_text(shape),
            Shape::Code(code) => self.text(shape, code.pattern(), code_numbers(code)),
            Shape::Choice(all) => self.choice(shape, &all()),
            Shape::Flag => {
                let words = or_nothing(
                    "[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Uu][Ii]|[Nn][Oo][Nn]?|[Yy][Ee][Ss]",
                );
                let truth = Tree::map([("type", form::words("boolean"))]);
                self.text(shape, &words, vec![truth, nothing()])
            }
            Shape::Count(unit) => {
                self.text(shape, &count::pattern(unit), vec![number("integer", 0, None), nothing()])
            }
            Shape::Years => self.text(shape, "^$", years()),
            Shape::Decimal => self.text(shape, &quantity::amount_pattern(), amounts()),
            Shape::Amount => self.text(shape, &money::amount_pattern(), amounts()),
            Shape::Currency => self.currency(),
            Shape::Date => self.text(shape, &date::pattern(), years()),
            Shape::Duration => self.text(shape, &duration::pattern(), vec![nothing()]),
            Shape::Cost => {
                let others = amounts().into_iter().chain([self.record(shape)]);
                self.text(shape, &money::pattern(), others.collect())
            }
            Shape::Effort => {
                self.text(shape, &effort::pattern(), vec![nothing(), self.record(shape)])
            }
            Shape::Source => any_of([self.record(shape), nothing()]),
            Shape::Digests => form::mapping(message::group("…").get(self.lang)),
            Shape::FindingCodes => {
                let codes =
                    self.lints.iter().map(|lint| (lint.code.to_owned(), self.both(lint.title)));
                self.items(shape, Some(offered(codes)))
            }
            _ => self.items(shape, self.offered_names(names)),
        }
    }

    /// A list of values, or one alone; each a text, or where it has parts a mapping.
    fn items(&self, shape: Shape, known: Option<Tree>) -> Tree {
        let record = (!shape.parts().is_empty()).then(|| self.record(shape));
        let pattern = match shape {
            Shape::Shares => Some(whole(&format!("(?:{})?", money::share_pattern()))),
            shape => shape.kind().map(|kind| judge::pattern(kind.nobody)),
        };
        let text = || TextForm {
            title: message::name(shape),
            pattern: pattern.clone(),
            error: message::wrong(shape),
        };
        // A number alone names nobody.
        let named = shape.kind().is_some_and(|kind| kind.nobody != Nobody::Allowed);
        let single = match shape {
            Shape::Shares => nothing(),
            _ if named => form::truth(),
            _ => plain(),
        };
        let others = [single.clone()].into_iter().chain(known.clone()).chain(record);
        let item = form::value(text(), others.collect(), self.lang);
        let others = [single].into_iter().chain(known).chain([list(item)]);
        form::value(text(), others.collect(), self.lang)
    }

    /// A mapping of the parts of a value.
    fn record(&self, shape: Shape) -> Tree {
        let parts = shape.parts();
        let keys: Vec<&str> = parts.iter().map(|part| part.key).collect();
        let title = if shape.is_list() { ITEM } else { KEYS };
        let properties = parts.iter().map(|part| (part.key.to_owned(), self.part(part))).collect();
        let (unknown, other) = (message::unknown_key(&keys), message::wrong(shape));
        let (unknown, other) = (unknown.get(self.lang), other.get(self.lang));
        let record = with_own(object(title.get(self.lang), properties, unknown, other));
        let needed = parts.iter().filter(|part| part.need == Need::Always);
        let record = needed.fold(record, |record, part| {
            needing(record, part.key, message::missing(&[part.key]).get(self.lang))
        });
        let some = parts.iter().filter(|part| part.need == Need::One);
        let some: Vec<(&str, Tree)> = some.map(|part| (part.key, filled(part.shape))).collect();
        let keys: Vec<&str> = some.iter().map(|(key, _)| *key).collect();
        needing_one(record, some, message::missing(&keys).get(self.lang))
    }

    fn part(&self, part: &Part) -> Tree {
        let schema = if part.need == Need::Always {
            self.text(part.shape, r"\S", vec![written()])
        } else {
            self.value(part.shape, part.names)
        };
        self.described(schema, part.key, &part.about.into())
    }

    /// A text of a pattern, or something else.
    fn text(&self, shape: Shape, pattern: &str, others: Vec<Tree>) -> Tree {
        let pattern = Some(pattern.to_owned());
        form::value(
            TextForm { title: message::name(shape), pattern, error: message::wrong(shape) },
            others,
            self.lang,
        )
    }

    fn any_text(&self, shape: Shape) -> Tree {
        let text =
            TextForm { title: message::name(shape), pattern: None, error: message::wrong(shape) };
        form::value(text, vec![plain()], self.lang)
    }

    /// One of a few words: their codes are offered, all other spellings are accepted.
    fn choice(&self, shape: Shape, all: &[ChoiceValue]) -> Tree {
        let codes = all.iter().map(|choice| (choice.code.to_owned(), self.both(choice.label)));
        let others = vec![offered(codes), nothing()];
        self.text(shape, &or_nothing(&choice::pattern(all)), others)
    }

    fn currency(&self) -> Tree {
        let codes = money::Currency::named().map(|currency| {
            let code = currency.code();
            (code.to_owned(), code.to_owned())
        });
        self.text(Shape::Currency, &money::currency_pattern(), vec![offered(codes), nothing()])
    }

    fn degrees(&self, limit: u32) -> Tree {
        let least = -i64::from(limit);
        let others = vec![number("number", least, Some(limit.into())), nothing()];
        self.text(Shape::Decimal, &quantity::degrees_pattern(limit), others)
    }

    fn offered_names(&self, names: Option<Names>) -> Option<Tree> {
        let names = names.map(self.names).filter(|names| !names.is_empty())?;
        Some(Tree::map([("enum", Tree::List(names.into_iter().map(form::words).collect()))]))
    }

    /// A label in both languages, that of the reader first.
    fn both(&self, label: Text) -> String {
        match self.lang {
            Lang::En => format!("{} · {}", label.en, label.fr),
            Lang::Fr => format!("{} · {}", label.fr, label.en),
        }
    }
}

/// A value of a shape that says something.
fn filled(shape: Shape) -> Tree {
    let says = if shape.is_numeric() { "[0-9]" } else { r"\S" };
    let text = [("type", form::words("string")), ("pattern", form::words(says))];
    any_of([Tree::map(text), written()])
}

/// A single value that is written and is no text.
fn written() -> Tree {
    any_of(["number", "boolean"].map(|kind| Tree::map([("type", form::words(kind))])))
}

fn amounts() -> Vec<Tree> {
    vec![number("number", 0, None), nothing()]
}

/// A year that YAML takes for a number, or a month before its year, `03.2023`.
fn years() -> Vec<Tree> {
    let month = [number("number", 1, Some(13)), number("number", 1900, Some(2100))];
    let month = Tree::map([
        ("anyOf", Tree::List(month.into())),
        ("not", Tree::map([("type", form::words("integer"))])),
    ]);
    vec![number("integer", 1900, Some(2100)), month, nothing()]
}

/// What YAML takes for a number. One whose leading zero was eaten has too few digits.
fn code_numbers(code: OfficialCode) -> Vec<Tree> {
    let ranges: &[(u64, u64)] = match code {
        OfficialCode::Insee => &[(10, 999), (10_000, 99_999), (100_000_000, 999_999_999)],
        OfficialCode::Siret => {
            &[(100_000_000, 999_999_999), (10_000_000_000_000, 99_999_999_999_999)]
        }
        OfficialCode::Qpv => &[],
    };
    let ranges = ranges.iter().map(|(least, most)| number("integer", least, Some(*most)));
    ranges.chain([nothing()]).collect()
}

const DATE: &str = "date";
const PEOPLE: &str = "people";
const LESSONS: &str = "lessons";
const ITEM: Text = text!("one of the list, key by key", "un élément, clé par clé");
const KEYS: Text = text!("key by key", "clé par clé");
