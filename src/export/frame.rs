//! What every page has around its own part: `frame.html`, its styles, its policy, whose it is.

use crate::export::dress::Dress;
use crate::export::policy::policy;

/// What stands around the part that is a page's own.
pub(super) struct Frame<'a> {
    pub lang: &'static str,
    /// The sort of page, by which an earlier export is known.
    pub sort: &'static str,
    pub policy: String,
    pub style: &'a str,
    /// The style that is the organisation's own.
    pub own_style: String,
    /// Empty where the page has none.
    pub script: &'a str,
    pub organisation: &'a str,
    pub logo: &'a str,
}

impl<'a> Frame<'a> {
    pub(super) fn of(
        sort: &'static str,
        style: &'a str,
        script: &'a str,
        dress: &'a Dress,
    ) -> Frame<'a> {
        let own_style = dress.style();
        let policy = policy(&[style, &own_style], Some(script).filter(|script| !script.is_empty()));
        Frame {
            lang: dress.lang.code(),
            sort,
            policy,
            style,
            own_style,
            script,
            organisation: dress.organisation.as_deref().unwrap_or_default(),
            logo: &dress.logo,
        }
    }
}
