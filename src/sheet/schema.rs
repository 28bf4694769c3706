//! What a sheet may be, as a JSON Schema, for editors and other programs. Source: JSON Schema,
//! draft 2020-12.
//!
//! It is made from the same table as everything else, and as exact as a schema can be: a text
//! that the tolerant reading would refuse is refused by the nearest pattern.

use crate::finding::{Lint, Severity};
use crate::lang::choice::ChoiceValue;
use crate::lang::{Lang, Phrase, phrase, text};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::tree::Tree;
use crate::value::official_code::OfficialCode;

/// That the schema in a collection is not the one of this program.
pub static OLD_SCHEMA_LINE: Lint = Lint {
    code: "old-schema-line",
    severity: Severity::Hint,
    title: text!("editor schema of another version", "schéma d'éditeur d'une autre version"),
    why: text!(
        "Editors check and complete the sheets by `sheet.schema.json`, which the first line of \
         each sheet names. Written by another version of sheet, it may lack fields, or reject \
         what sheet accepts.",
        "Les éditeurs vérifient et complètent les fiches d'après `sheet.schema.json`, que nomme la \
         première ligne de chaque fiche. Écrit par une autre version de sheet, il peut lui \
         manquer des champs, ou refuser ce que sheet accepte.",
    ),
    help: text!("write it again: sheet init --renew", "réécrivez-le : sheet init --renew"),
    bad: "",
    good: "",
};

/// The schema.
pub fn schema() -> Tree {
    let mut properties: Vec<(String, Tree)> = Vec::new();
    for field in fields::written() {
        let (label, about) = (field.label, field.about);
        let words = phrase!("{label}: {about}", "{label} : {about}", label, about);
        let value = described(&words, value_of(field));
        match field.key.split_once('.') {
            None => properties.push((field.key.to_owned(), value)),
            Some((group, member)) => {
                let member = (member.to_owned(), value);
                match properties.iter_mut().find(|(key, _)| key == group) {
                    Some((_, Tree::List(members))) => members.push(Tree::Map(vec![member])),
                    _ => properties
                        .push((group.to_owned(), Tree::List(vec![Tree::Map(vec![member])]))),
                }
            }
        }
    }
    let properties = properties.into_iter().map(|(key, value)| match value {
        Tree::List(members) => {
            let members = members.into_iter().flat_map(|member| match member {
                Tree::Map(pairs) => pairs,
                _ => Vec::new(),
            });
            let needed: Vec<&str> = required()
                .filter_map(|field| field.strip_prefix(&key)?.strip_prefix('.'))
                .collect();
            let group = object(members.collect(), &needed);
            (key, if needed.is_empty() { either([group, nothing()]) } else { group })
        }
        value => (key, value),
    });
    let mut properties: Vec<(String, Tree)> = properties.collect();
    properties.push(("extra".to_owned(), of_type(&["object", "null"])));
    let top: Vec<&str> = required().map(|key| key.split('.').next().unwrap_or(key)).collect();
    let Tree::Map(top) = object(properties, &top) else {
        return Tree::Missing;
    };
    let mut schema = vec![
        pair("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        pair("title", text("Project sheet · Fiche projet")),
    ];
    schema.extend(top);
    Tree::Map(schema)
}

/// The keys of the fields without which a sheet is none.
fn required() -> impl Iterator<Item = &'static str> {
    fields::required().map(|field| field.key)
}

/// What may be written for a field, before its words.
fn value_of(field: &Field) -> Tree {
    match field.shape {
        Shape::Line | Shape::Prose if field.more.required.is_some() => Tree::Map(vec![
            pair("type", types(&["string", "number"])),
            pair("minLength", number(1)),
        ]),
        shape => value(shape),
    }
}

/// What may be written for a value of some shape.
fn value(shape: Shape) -> Tree {
    match shape {
        Shape::Line | Shape::Prose => scalar(),
        Shape::Code(OfficialCode::Qpv) => pattern(r"^Q[PN][0-9A-Z]{6}$"),
        Shape::Code(OfficialCode::Insee) => insee(),
        Shape::Code(OfficialCode::Siret) => siret(),
        Shape::Choice(all) => one_of(&all()),
        Shape::Flag => either([of_type(&["boolean", "null"]), pattern("^([Oo]ui|[Nn]on|yes|no)$")]),
        Shape::Count(_) | Shape::Years => count(),
        Shape::Decimal => decimal(),
        Shape::Amount => amount(),
        Shape::Date => date(),
        Shape::Duration => duration(),
        Shape::Lines
        | Shape::Texts
        | Shape::SheetIds
        | Shape::LessonAddresses
        | Shape::FindingCodes => either([scalar(), list(scalar())]),
        Shape::Cost => either([amount(), record(shape)]),
        Shape::Effort => {
            either([pattern(r"\d|½|jour|heure|day|hour"), says_nothing(), record(shape)])
        }
        Shape::Source => either([nothing(), record(shape)]),
        Shape::Digests => Tree::Map(vec![
            pair("type", text("object")),
            pair("additionalProperties", of_type(&["string", "number"])),
        ]),
        Shape::Shares
        | Shape::Organisations
        | Shape::People
        | Shape::Lessons
        | Shape::Words
        | Shape::Moments
        | Shape::Documents
        | Shape::Kept => either([scalar(), list(either([scalar(), record(shape)]))]),
    }
}

/// A mapping of the parts of a value.
fn record(shape: Shape) -> Tree {
    let parts = shape.parts().iter();
    let required: Vec<&str> =
        parts.clone().filter(|part| part.required).map(|part| part.key).collect();
    object(
        parts
            .map(|part| (part.key.to_owned(), described(&part.about.into(), value(part.shape))))
            .collect(),
        &required,
    )
}

/// A mapping that has these keys, and any of the user's own.
fn object(properties: Vec<(String, Tree)>, needed: &[&str]) -> Tree {
    let mut object = vec![pair("type", text("object"))];
    if !needed.is_empty() {
        object.push(pair("required", Tree::List(needed.iter().map(|key| text(key)).collect())));
    }
    object.push(pair("properties", Tree::Map(properties)));
    object.push(pair("patternProperties", Tree::Map(vec![pair("^x-", Tree::Map(Vec::new()))])));
    object.push(pair("additionalProperties", plain("false")));
    Tree::Map(object)
}

fn described(words: &Phrase, value: Tree) -> Tree {
    let words = format!("{} · {}", words.get(Lang::En), words.get(Lang::Fr));
    match value {
        Tree::Map(mut pairs) => {
            pairs.insert(0, pair("description", text(&words)));
            Tree::Map(pairs)
        }
        value => value,
    }
}

/// The code or a label in either language, as people write it.
fn one_of(all: &[ChoiceValue]) -> Tree {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    let mut words: Vec<String> = Vec::new();
    for word in all.iter().flat_map(|chosen| chosen.names()) {
        for word in std::iter::once(word.to_owned()).chain(capital(word)) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    let words: Vec<Tree> = words.iter().map(|word| text(word)).chain([Tree::Missing]).collect();
    Tree::Map(vec![pair("enum", Tree::List(words))])
}

/// An amount in digits or words, but no range, rate or sum, and none with an ambiguous comma.
fn amount() -> Tree {
    let words = "[Mm]ill|[Cc]ent|[Gg]ratui|[Bb]énévol|[Oo]ffert|[Ff]ree|gracieux|TVA|VAT|thousand";
    let refused =
        r"^\s*([Ee]ntre|[Bb]etween)\b|^\d{1,3},\d{3}([^\d.]|$)|^[^(]*\d[^(]*(\+|/\s*[a-z])";
    let text = Tree::Map(vec![
        pair("type", text("string")),
        pair("pattern", text(&format!(r"\d|{words}"))),
        pair("not", pattern(refused)),
    ]);
    either([of_type(&["number", "null"]), text, says_nothing()])
}

fn date() -> Tree {
    let day = r"((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))";
    let part = r"(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])";
    let iso = format!(r"^~?\d{{4}}(-{day}|-{part})?~?([ T].*)?$");
    let french =
        r"^((0?[1-9]|[12]\d|3[01]) ?[./-] ?)?(0?[1-9]|1[0-2]) ?[./-] ?(\d{2}|\d{4})(\s.*)?$";
    let words = r"[A-Za-zÀ-ÿ].*\d{2}|^\d{4}.*[A-Za-zÀ-ÿ?]|^[Ee]n cours|^[Oo]ngoing";
    either([
        whole(1000, Some(9999)),
        nothing(),
        pattern(&iso),
        pattern(french),
        pattern(words),
        says_nothing(),
    ])
}

fn duration() -> Tree {
    let units =
        r"an|AN|year|mois|MOIS|month|sem|week|jour|day|heure|hour|trimestre|quarter|[hj]\.?$";
    either([nothing(), pattern(&format!(r"^P\d|([0-9½]|[A-Za-z]+)\s*({units})")), says_nothing()])
}

fn count() -> Tree {
    let words = "[Mm]ill|[Cc]ent|[Vv]ingt|ante|aine|[Hh]undred|[Tt]housand|[Dd]ozen";
    either([whole(0, None), nothing(), pattern(r"^[^0-9]{0,16}\d"), pattern(words), says_nothing()])
}

fn decimal() -> Tree {
    either([of_type(&["number", "null"]), pattern(r"^-?[\d ]+([.,]\d+)?$"), says_nothing()])
}

/// Where YAML took the code for a number, one whose leading zero was eaten has four digits.
fn insee() -> Tree {
    either([
        nothing(),
        whole(10, Some(999)),
        whole(10_000, Some(99_999)),
        whole(100_000_000, Some(999_999_999)),
        pattern(r"^(\d{2,3}|\d{5}|2[AB]\d{3}|\d{9})$"),
    ])
}

fn siret() -> Tree {
    either([
        nothing(),
        whole(100_000_000, Some(999_999_999)),
        whole(10_000_000_000_000, Some(99_999_999_999_999)),
        pattern(r"^\s*(\d\s*){9}((\d\s*){5})?$"),
    ])
}

/// A text that says that nothing is known.
fn says_nothing() -> Tree {
    let words = "[àa] (définir|préciser)|[Ii]nconnue?|[Nn]on (communiqué|connu)|TBD|[Uu]nknown";
    pattern(&format!(r"^\s*([-–—]|\?+|[Nn]\.?[Cc]\.?|{words})?\s*$"))
}

fn nothing() -> Tree {
    of_type(&["null"])
}

/// A text, which may look like a number or a truth value.
fn scalar() -> Tree {
    of_type(&["string", "number", "boolean", "null"])
}

fn whole(least: u64, most: Option<u64>) -> Tree {
    let mut range = vec![pair("type", text("integer")), pair("minimum", number(least))];
    range.extend(most.map(|most| pair("maximum", number(most))));
    Tree::Map(range)
}

fn pattern(regex: &str) -> Tree {
    Tree::Map(vec![pair("type", text("string")), pair("pattern", text(regex))])
}

fn list(item: Tree) -> Tree {
    Tree::Map(vec![pair("type", text("array")), pair("items", item)])
}

fn either<const N: usize>(shapes: [Tree; N]) -> Tree {
    Tree::Map(vec![pair("anyOf", Tree::List(shapes.into()))])
}

fn of_type(names: &[&str]) -> Tree {
    Tree::Map(vec![pair("type", types(names))])
}

fn types(names: &[&str]) -> Tree {
    Tree::List(names.iter().map(|name| text(name)).collect())
}

fn pair(key: &str, value: Tree) -> (String, Tree) {
    (key.to_owned(), value)
}

fn text(text: &str) -> Tree {
    Tree::text(text)
}

fn number(number: u64) -> Tree {
    Tree::number(number)
}

fn plain(word: &str) -> Tree {
    Tree::Text { text: word.to_owned(), plain: true }
}
