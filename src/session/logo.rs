//! The logo of the organisation, for pages.

use anyhow::Result;

use crate::export::picture;
use crate::lang::phrase;
use crate::session::Context;
use crate::store;

/// The logo of the organisation as a data address; that it is not there or no picture is said.
pub(crate) fn logo(context: &Context) -> Result<String> {
    let Some(path) = &context.loaded.config.dress.logo else {
        return Ok(String::new());
    };
    let file = context.collection()?.file(path);
    let bytes = file.and_then(|file| store::read_bytes(&file).ok());
    let logo = bytes.and_then(|bytes| picture(&bytes));
    if logo.is_none() {
        context.note(&phrase!(
            "logo not found, or not a picture: {path}",
            "logo introuvable, ou qui n'est pas une image : {path}",
            path,
        ));
    }
    Ok(logo.unwrap_or_default())
}
