//! The keys that no field has: the user's own are kept, the others are reported with the nearest
//! known one.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::finding::Finding;
use crate::lang::common::did_you_mean;
use crate::lang::{Text, text};
use crate::sheet::codes::UNKNOWN_KEY;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::model::Unread;
use crate::sheet::part::Part;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::sheet::wiki_labels;
use crate::text::nearest::nearest;
use crate::tree::Tree;
use crate::yaml::node::{Node, Pair, repeated};

/// The key below which what has no field is kept as it is.
pub const EXTRA: &str = "extra";

/// The user's own keys at the top and in the groups below it, with their dotted paths.
pub fn own(top: &Node) -> Vec<(String, Tree)> {
    let mut own = Vec::new();
    for pair in top.pairs() {
        if is_own(pair) {
            own.push((pair.key.to_string(), pair.value.to_tree()));
            continue;
        }
        if pair.key == EXTRA {
            continue;
        }
        for inner in pair.value.pairs().iter().filter(|inner| is_own(inner)) {
            own.push((format!("{}.{}", pair.key, inner.key), inner.value.to_tree()));
        }
    }
    own
}

/// The most unknown keys of one sheet for which the nearest known one is looked for.
const MAX_SUGGESTIONS: usize = 100;

/// What the table of fields has no place for.
#[derive(Default)]
pub struct UnknownKeys {
    pub findings: Vec<Finding>,
    /// What is written there, kept so that nobody loses sight of it.
    pub unread: Vec<Unread>,
}

/// Every key that the table of fields does not know, and what stands under a key that stands again;
/// what lies below a value that was kept whole, because it could not be read, is not kept twice.
pub fn keys(top: &Node, unread: &[Unread]) -> UnknownKeys {
    let whole = unread.iter().map(|unread| unread.key.as_str()).collect();
    let mut search =
        Search { whole, is_kept: false, path: Vec::new(), found: UnknownKeys::default() };
    search.at_top(top);
    search.found
}

/// A key at the top of a sheet: that of a field, or of a group with those of its fields.
enum TopKey {
    Field(Shape),
    Group(Vec<(&'static str, &'static Field)>),
}

/// The keys of the table, by what stands at the top.
static KEYS: LazyLock<Vec<(&str, TopKey)>> = LazyLock::new(|| {
    let mut keys: Vec<(&str, TopKey)> = Vec::new();
    for field in fields::written() {
        match field.key.split_once('.') {
            None => keys.push((field.key, TopKey::Field(field.shape))),
            Some((group, member)) => {
                match keys.iter_mut().find(|(key, _)| *key == group).map(|(_, key)| key) {
                    Some(TopKey::Group(members)) => members.push((member, field)),
                    _ => keys.push((group, TopKey::Group(vec![(member, field)]))),
                }
            }
        }
    }
    keys
});

/// The keys that may stand where an unknown one does.
#[derive(Clone, Copy)]
enum Siblings<'k> {
    Top,
    Members(&'k [(&'static str, &'static Field)]),
    Parts(&'static [Part]),
}

impl Siblings<'_> {
    fn keys(&self) -> Vec<&'static str> {
        match self {
            Siblings::Top => KEYS.iter().map(|(key, _)| *key).collect(),
            Siblings::Members(members) => members.iter().map(|(key, _)| *key).collect(),
            Siblings::Parts(parts) => parts.iter().map(|part| part.key).collect(),
        }
    }

    /// The key that people call so.
    fn called(&self, name: &str) -> Option<&'static str> {
        match self {
            Siblings::Top => None,
            Siblings::Members(members) => {
                let found = members.iter().find(|(_, field)| field.is_called_within(name));
                found.map(|(key, _)| *key)
            }
            Siblings::Parts(parts) => {
                parts.iter().find(|part| part.is_called(name)).map(|part| part.key)
            }
        }
    }
}

/// A segment of a path.
#[derive(Clone, Copy)]
enum PathSegment<'n> {
    Key(&'n str),
    Item(usize),
}

/// A walk through a sheet along the table.
struct Search<'n> {
    /// The paths of the values that were kept whole.
    whole: HashSet<&'n str>,
    /// Whether the value where the walk is was one of them, so that its keys are told alone.
    is_kept: bool,
    path: Vec<PathSegment<'n>>,
    found: UnknownKeys,
}

impl<'n> Search<'n> {
    fn at_top(&mut self, node: &'n Node) {
        self.each_key(node, |search, pair| match KEYS.iter().find(|(key, _)| *key == pair.key) {
            Some((_, TopKey::Field(shape))) => search.in_value(&pair.value, *shape),
            Some((_, TopKey::Group(members))) if !search.is_kept_whole() => {
                search.each_key(&pair.value, |search, pair| {
                    match members.iter().find(|(key, _)| *key == pair.key) {
                        Some((_, field)) => search.in_value(&pair.value, field.shape),
                        None => search.report(pair, Siblings::Members(members)),
                    }
                });
            }
            Some(_) => {}
            None if pair.key == EXTRA => {}
            None => search.report(pair, Siblings::Top),
        });
    }

    /// Looks at each key of a mapping that is not the user's own. Of a key that stands again the
    /// first counts, which is reported as the text is parsed; what stands under the others is kept.
    fn each_key<'a: 'n>(&mut self, node: &'n Node<'a>, look: impl Fn(&mut Self, &'n Pair<'a>)) {
        let repeated = repeated(node.pairs());
        for (index, pair) in node.pairs().iter().enumerate() {
            self.path.push(PathSegment::Key(&pair.key));
            if repeated.binary_search_by_key(&index, |(at, _)| *at).is_ok() {
                self.keep(pair);
            } else if !is_own(pair) {
                look(self, pair);
            }
            self.path.pop();
        }
    }

    /// Looks at the keys of a value, or of each value of a list.
    fn in_value(&mut self, node: &'n Node, shape: Shape) {
        if shape.parts().is_empty() {
            return;
        }
        if !shape.is_list() {
            self.in_parts(node, shape);
            return;
        }
        for (index, item) in node.items().iter().enumerate() {
            self.path.push(PathSegment::Item(index));
            self.in_parts(item, shape);
            self.path.pop();
        }
    }

    fn in_parts(&mut self, node: &'n Node, shape: Shape) {
        if node.pairs().is_empty() {
            return;
        }
        let parts = shape.parts();
        let outer = self.is_kept;
        self.is_kept |= self.is_kept_whole();
        self.each_key(node, |search, pair| match parts.iter().find(|part| part.key == pair.key) {
            Some(part) => search.in_value(&pair.value, part.shape),
            None => search.report(pair, Siblings::Parts(parts)),
        });
        self.is_kept = outer;
    }

    fn is_kept_whole(&self) -> bool {
        !self.whole.is_empty() && self.whole.contains(dotted(&self.path).as_str())
    }

    /// Reports the key where the walk is; `known` are those of its mapping.
    fn report(&mut self, pair: &Pair, known: Siblings) {
        let many = self.found.findings.len() >= MAX_SUGGESTIONS;
        self.found.findings.push(if many {
            unknown(pair)
        } else {
            suggested(pair, &self.path, known)
        });
        self.keep(pair);
    }

    fn keep(&mut self, pair: &Pair) {
        if self.is_kept {
            return;
        }
        let unread = Unread { key: dotted(&self.path), value: pair.value.to_tree() };
        self.found.unread.push(unread);
    }
}

/// A path with its list indices: `lessons.words[0].from`.
fn dotted(path: &[PathSegment]) -> String {
    let mut dotted = String::new();
    for step in path {
        match step {
            PathSegment::Key(key) if dotted.is_empty() => dotted.push_str(key),
            PathSegment::Key(key) => dotted += &format!(".{key}"),
            PathSegment::Item(index) => dotted += &format!("[{index}]"),
        }
    }
    dotted
}

/// Whether a key is the user's own.
pub fn is_own(pair: &Pair) -> bool {
    pair.key.starts_with("x-")
}

fn unknown(pair: &Pair) -> Finding {
    let label = text!("not a key of a sheet", "pas une clé de fiche");
    Finding::new(&UNKNOWN_KEY, pair.key_span, label)
}

/// The same with what was probably meant: a key of this mapping, else any field.
fn suggested(pair: &Pair, path: &[PathSegment], known: Siblings) -> Finding {
    let finding = unknown(pair);
    if let Some(key) = known.called(&pair.key) {
        return finding.with_help(did_you_mean(key));
    }
    // What stands in an item of a list is a part of it, and no field.
    let in_item = path.iter().any(|segment| matches!(segment, PathSegment::Item(_)));
    let labelled = fields::labelled(&pair.key).or_else(|| wiki_labels::labelled(&pair.key));
    let labelled = labelled.filter(|field| field.section != Section::Derived && !in_item);
    if let Some(field) = labelled {
        let group = path.first().and_then(|first| match first {
            PathSegment::Key(key) if path.len() > 1 => Some(*key),
            _ => None,
        });
        let member = group.and_then(|group| field.key.strip_prefix(group)?.strip_prefix('.'));
        return finding.with_help(did_you_mean(member.unwrap_or(field.key)));
    }
    if pair.key.contains(' ') {
        return finding.with_help(text!(
            "if this is text with a colon, put it all in quotation marks",
            "si c'est un texte qui contient un deux-points, mettez-le tout entier entre \
             guillemets droits (\"…\")",
        ));
    }
    let near = nearest(&pair.key, known.keys().into_iter());
    let computed = if near.is_none() && !in_item { computed(path) } else { None };
    if let Some(help) = computed {
        return finding.with_help(help);
    }
    let near = near.or_else(|| {
        let field = fields::near(&pair.key)?;
        (field.section != Section::Derived).then_some(field.key)
    });
    match near {
        Some(near) => finding.with_help(did_you_mean(near)),
        None => finding,
    }
}

/// What a key is that no sheet needs to hold, because it is known without it.
fn computed(path: &[PathSegment]) -> Option<Text> {
    let keys = path.iter().map(|segment| match segment {
        PathSegment::Key(key) => Some(*key),
        PathSegment::Item(_) => None,
    });
    let path = keys.collect::<Option<Vec<&str>>>()?.join(".");
    let field = fields::find(&path)?;
    (field.key == path && field.section == Section::Derived).then_some(match field.key {
        "id" => OF_FILE,
        _ => COMPUTED,
    })
}

const OF_FILE: Text = text!(
    "the id of a sheet is the name of its file; remove this line (to change it: sheet rename)",
    "l'identifiant d'une fiche est le nom de son fichier ; retirez cette ligne (pour le \
     changer : sheet rename)",
);
const COMPUTED: Text = text!(
    "this is computed from the sheet; remove this line",
    "ceci est calculé à partir de la fiche ; retirez cette ligne",
);

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::lang::Lang;
    use crate::sheet::codes::UNKNOWN_KEY;
    use crate::sheet::decode::decode;
    use crate::sheet::fields::FIELDS;
    use crate::sheet::section::Section;
    use crate::text::Source;
    use crate::yaml::parse::parse;

    #[test]
    fn keys_are_proposed_by_what_people_call_them() {
        for (line, key) in [
            ("budget: 900 €", "`cost`"),
            ("outils: world café", "`tools`"),
            ("partenaires: CAF", "`partners`"),
            ("date de début: 01.03.2023", "`dates.start`"),
            ("date_fin: 01.03.2023", "`dates.end`"),
            ("pépites: aller au marché", "`lessons.nuggets`"),
            ("résumé: une fête", "`summary`"),
            ("demande client: parler", "`description.request`"),
            ("Avec quels membres: Alix", "`members`"),
            ("nom: Fête", "`title`"),
            ("lieu: Bourg", "`territory.name`"),
            ("dates: {début: 2023}", "`start`"),
            ("id: a", "sheet rename"),
            ("year: 2023", "computed"),
            ("Phase 2 : la suite", "quotation marks"),
            ("team: [{name: A, fonction: b}]", "`role`"),
            ("team: [{name: A, Rôle: b}]", "`role`"),
            ("commissioners: [{name: A, Téléphone: b}]", "`contact`"),
            ("lessons: {nuggets: [{text: A, à faire: b}]}", "`do`"),
            ("lessons: {words: [{text: A, auteur: b}]}", "`from`"),
            ("documents: [{title: A, lien: b}]", "`url`"),
            ("cost: {budget: 9, tax: HT}", "`amount`"),
            ("cost: {amount: 9, shares: [{financeur: CAF, percent: 100}]}", "`from`"),
            ("territory: {nom: Bourg}", "`name`"),
            ("team: [{nom: Alix}]", "`name`"),
            ("lessons: {nuggets: [{texte: A}]}", "`text`"),
            ("documents: [{lien: b}]", "`url`"),
            ("Proposition La Coop: écouter", "`description.proposal`"),
            ("Avec quels membres de La Coop ?: Sam", "`members`"),
            ("territory: {habitants: 12}", "`population`"),
            ("outcome: {niveau: partial}", "`level`"),
            ("lessons: {réussites: [a]}", "`nuggets`"),
        ] {
            let source = Source::of("a.yaml", format!("{line}\n"));
            let parsed = parse(&source).expect("YAML");
            let findings = decode("a", &parsed.node, NaiveDate::default()).findings;
            let found = findings.iter().find(|finding| finding.lint == &UNKNOWN_KEY);
            let help = found
                .and_then(|finding| finding.help.as_ref())
                .map(|help| help.get(Lang::En).to_owned());
            let help = help.unwrap_or_default();
            assert!(help.contains(key), "{line}: {help}");
        }
    }

    #[test]
    fn what_is_computed_is_told_for_what_it_is_wherever_nothing_is_nearer() {
        let mut told = 0;
        for field in FIELDS.iter().filter(|field| field.section == Section::Derived) {
            let line = match field.key.split_once('.') {
                Some((group, key)) => format!("{group}: {{{key}: 2023}}\n"),
                None => format!("{}: 2023\n", field.key),
            };
            let source = Source::of("a.yaml", line);
            let parsed = parse(&source).expect("YAML");
            let findings = decode("a", &parsed.node, NaiveDate::default()).findings;
            let found = findings.iter().find(|finding| finding.lint == &UNKNOWN_KEY);
            let help = found.and_then(|finding| finding.help.as_ref()).expect("a help");
            let help = help.get(Lang::En);
            let computed = help.contains("computed") || help.contains("sheet rename");
            assert!(computed || help.starts_with("did you mean"), "{}: {help}", field.key);
            told += usize::from(computed);
        }
        assert!(told >= 6, "{told}");
    }
}
