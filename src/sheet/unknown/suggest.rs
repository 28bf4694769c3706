//! What was meant by a key that no field has.

use crate::finding::Finding;
use crate::lang::common::did_you_mean_one_of;
use crate::lang::{Phrase, Text, phrase, text};
use crate::sheet::codes::UNKNOWN_KEY;
use crate::sheet::field::Field;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::section::Section;
use crate::sheet::unknown::siblings::{PathSegment, Siblings};
use crate::sheet::unknown::slip::slip;
use crate::sheet::wiki_labels;
use crate::text::nearest::three_nearest;
use crate::value::money::Tax;
use crate::yaml::node::Pair;

/// Reports a key, and no more.
pub(super) fn unknown(pair: &Pair) -> Finding {
    let label = text!("not a key of a sheet", "pas une clé de fiche");
    Finding::new(&UNKNOWN_KEY, pair.key_span, label)
}

/// The same with what was probably meant: a slip of typing, a key of this mapping, else any field.
/// `before` is the pair that stands before it.
pub(super) fn suggested(
    pair: &Pair,
    before: Option<&Pair>,
    path: &[PathSegment],
    known: Siblings,
) -> Finding {
    if let Some(finding) = slip(pair, before) {
        return finding;
    }
    let finding = unknown(pair);
    if let [PathSegment::Key(above), _, ..] = path
        && known.called(&pair.key).is_none()
        && fields::is_top_key(&pair.key)
    {
        return finding.with_help(too_far_right(&pair.key, above));
    }
    let meant = meant(&pair.key, path, known);
    if !meant.is_empty() {
        return finding.with_help(did_you_mean_one_of(&meant));
    }
    if let Some(help) = computed(path) {
        return finding.with_help(help);
    }
    if pair.key.contains(' ') {
        return finding.with_help(text!(
            "if this is text with a colon, put it all in quotation marks",
            "si c'est un texte qui contient un deux-points, mettez-le tout entier entre \
             guillemets droits (\"…\")",
        ));
    }
    finding
}

/// That a key of the top stands within another.
fn too_far_right(key: &str, above: &str) -> Phrase {
    phrase!(
        "`{key}` is a key of its own, and no part of `{above}`: remove the spaces before it",
        "`{key}` est une clé à part, qui ne fait pas partie de `{above}` : retirez les espaces qui \
         la précèdent",
        key,
        above,
    )
}

/// The keys that may have been meant: the one that people call so, else at most three that are
/// spelt like it, those of the mapping first.
fn meant(key: &str, path: &[PathSegment], known: Siblings) -> Vec<&'static str> {
    if let Some(key) = known.called(key) {
        return vec![key];
    }
    // What stands in an item of a list is a part of it, and no field.
    let in_item = path.iter().any(|segment| matches!(segment, PathSegment::Item(_)));
    if in_item {
        return three_nearest(key, known.keys().into_iter().map(|key| (key, key)));
    }
    let group = path.first().and_then(|first| match first {
        PathSegment::Key(key) if path.len() > 1 => Some(*key),
        _ => None,
    });
    let within = |field: &'static Field| {
        let member = group.and_then(|group| field.key.strip_prefix(group)?.strip_prefix('.'));
        member.unwrap_or(field.key)
    };
    let is_written = |field: &&Field| field.section != Section::Derived;
    let named = |key: &str| {
        let called = fields::labelled(key).filter(is_written).or_else(|| fields::called(key));
        called.or_else(|| wiki_labels::labelled(key)).filter(is_written)
    };
    if let Some(field) = named(key).or_else(|| named(without_unit(key)?)) {
        return vec![within(field)];
    }
    let near = three_nearest(key, known.keys().into_iter().map(|key| (key, key)));
    if !near.is_empty() || computed(path).is_some() {
        return near;
    }
    let names = fields::written().flat_map(|field| field.names().map(move |name| (name, field)));
    three_nearest(key, names.map(|(name, field)| (name, within(field))))
}

/// A key without what it says of its value: `durée (mois)`, `budget_ht`.
fn without_unit(key: &str) -> Option<&str> {
    match key.split_once('(') {
        Some((name, _)) => Some(name),
        None => key
            .rsplit_once([' ', '_'])
            .filter(|(_, last)| Tax::parse(last).is_some())
            .map(|(name, _)| name),
    }
}

/// What a key is that no sheet needs to hold, because it is known without it.
fn computed(path: &[PathSegment]) -> Option<Text> {
    let keys = path.iter().map(|segment| match segment {
        PathSegment::Key(key) => Some(*key),
        PathSegment::Item(_) => None,
    });
    let path = keys.collect::<Option<Vec<&str>>>()?.join(".");
    let field =
        FIELDS.iter().find(|field| field.key == path).or_else(|| fields::labelled(&path))?;
    (field.section == Section::Derived).then_some(match field.key {
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
    use crate::sheet::fields::{FIELDS, TOP_KEYS};
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
            ("contexte: parler", "`description.request`"),
            ("client: CAF", "`commissioners`"),
            ("leçons: [a]", "`lessons.nuggets`"),
            ("deadline: 2023", "`dates.end`"),
            ("prix_ttc: 900 €", "`cost`"),
            ("coût HT: 900 €", "`cost`"),
            ("durée (mois): 9", "`dates.duration`"),
            ("année: 2023", "computed"),
            ("ce qui n'a pas marché: la pluie", "`lessons.difficulties`"),
            ("jalons: [a]", "`description.moments`"),
            ("moments forts: [a]", "`description.moments`"),
            ("avancement: en cours", "`status`"),
            ("code_postal: 01000", "`territory.address`"),
            ("contact: Odile", "`commissioners`"),
            ("stat: done", "`status`"),
            ("dates: {stat: 2023}", "`start`"),
            ("effort: {days: 2,5}", "quotation marks: \"2,5\""),
            ("\u{a0}\u{a0}name: Bourg", "type the space again"),
            ("territory:{name: Bourg}", "write: territory: {name: Bourg}"),
            ("title:Phase 2 : la suite", "write: title: \"Phase 2: la suite\""),
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
    fn a_key_of_the_top_is_not_taken_for_one_of_what_it_stands_in() {
        let mut told = 0;
        for (above, _) in TOP_KEYS.iter() {
            for (key, _) in TOP_KEYS.iter() {
                let source = Source::of("a.yaml", format!("{above}:\n  x-a: b\n  {key}: c\n"));
                let parsed = parse(&source).expect("YAML");
                let findings = decode("a", &parsed.node, NaiveDate::default()).findings;
                let mut found = findings.iter().filter(|finding| finding.lint == &UNKNOWN_KEY);
                let help = found.find_map(|finding| finding.help.as_deref());
                let help = help.map_or("", |help| help.get(Lang::En));
                assert!(!help.contains(&format!("mean `{key}`")), "{above}.{key}: {help}");
                told += usize::from(help.contains("remove the spaces"));
            }
        }
        assert!(told > 50, "{told}");
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
