//! Who took part, and who commissioned it.

pub mod bad_checksum;
pub mod commissioner_as_partner;
pub mod first_name_only;
pub mod member_without_word;
pub mod organisation_spelled_twice;
pub mod person_spelled_twice;
pub mod repeated_member;
pub mod several_organisations_in_one;
pub mod unknown_person;
pub mod word_from_outsider;
