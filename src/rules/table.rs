//! Table 2: every rule.

use crate::finding::Lint;
use crate::portfolio::BAD_ID;
use crate::rules::rule::Rule;
use crate::rules::{collection, dates, documents, lessons, money, people, text};
use crate::sheet::codes;
use crate::sheet::schema::codes::OLD_SCHEMA_LINE;
use crate::yaml;

/// The table, in the order of `explain`.
pub static RULES: &[&Rule] = &[
    &collection::duplicate_id::RULE,
    &collection::unknown_related::RULE,
    &collection::missing_required::RULE,
    &dates::end_before_start::RULE,
    &money::bad_share::RULE,
    &people::bad_checksum::RULE,
    &documents::document_outside_collection::RULE,
    &documents::missing_document::RULE,
    &dates::duration_against_dates::RULE,
    &dates::status_against_dates::RULE,
    &collection::related_to_itself::RULE,
    &dates::year_outside_dates::RULE,
    &dates::district_code_of_other_period::RULE,
    &money::tax_not_stated::RULE,
    &money::shares_off_total::RULE,
    &money::cost_outlier::RULE,
    &people::word_from_outsider::RULE,
    &people::repeated_member::RULE,
    &people::person_spelled_twice::RULE,
    &people::organisation_spelled_twice::RULE,
    &people::commissioner_as_partner::RULE,
    &lessons::unknown_lesson::RULE,
    &lessons::unknown_tool::RULE,
    &people::unknown_person::RULE,
    &text::repeated_paragraph::RULE,
    &text::placeholder_text::RULE,
    &text::garbled_text::RULE,
    &text::label_in_value::RULE,
    &text::private_data::RULE,
    &documents::document_without_location::RULE,
    &lessons::done_without_lesson::RULE,
    &lessons::done_without_outcome::RULE,
    &lessons::done_without_tool::RULE,
    &collection::unused_ignore::RULE,
    &people::member_without_word::RULE,
    &lessons::lesson_without_action::RULE,
    &lessons::one_sided_lessons::RULE,
    &lessons::confirmed_elsewhere::RULE,
    &text::copied_paragraph::RULE,
    &collection::unlinked_series::RULE,
    &people::first_name_only::RULE,
    &people::several_organisations_in_one::RULE,
    &dates::duration_without_dates::RULE,
    &text::empty_section::RULE,
    &text::not_canonical::RULE,
    &text::too_long::RULE,
    &dates::never_reviewed::RULE,
];

/// Every kind of finding: those of the text, of its shape, of the file's name, and of the rules.
pub fn lints() -> impl Iterator<Item = &'static Lint> {
    let read = yaml::codes::LINTS.into_iter().chain(codes::LINTS);
    read.chain([&BAD_ID, &OLD_SCHEMA_LINE]).chain(RULES.iter().map(|rule| &rule.lint))
}

/// The codes whose weight a collection may change: those of the rules about meaning.
pub fn adjustable() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.lint.code).collect()
}
