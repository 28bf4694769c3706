//! The policy of a page: what its reader's browser may load and run is the bytes of the page and
//! nothing else. This is the door of
//! `data-encoding`.
//!
//! Source: Content Security Policy Level 3 and Trusted Types, both of the W3C. What a policy in a
//! `<meta>` cannot say (`frame-ancestors`, `sandbox`) is left out.

use data_encoding::BASE64;

use crate::text::digest::sha256;

/// The policy of a page that holds these styles and this script, if any, byte for byte.
pub(super) fn policy(styles: &[&str], script: Option<&str>) -> String {
    let styles: Vec<String> = styles.iter().map(|style| hash(style)).collect();
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        script.map_or("'none'".to_owned(), hash),
        styles.join(" ")
    )
}

fn hash(bytes: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&sha256(bytes.as_bytes())))
}

/// Bytes as an address that needs no request.
pub(super) fn data_address(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", BASE64.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_bytes_as_browsers_compute_it() {
        // The empty text: e3b0c442…b855, the first vector of FIPS 180-4.
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assert!(policy(&["a", "b"], Some("c")).contains(&format!(
            "style-src {} {};",
            hash("a"),
            hash("b")
        )));
    }
}
