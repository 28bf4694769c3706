//! A link of the wiki or of Markdown.

/// A link: where it leads, and the name that it shows, if it has one of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'t> {
    pub target: &'t str,
    pub name: Option<&'t str>,
}

impl<'t> Link<'t> {
    /// What stands within `[[…]]`: `https://example.org Plan`, `PagePlan|le plan`.
    pub fn of_wiki(inside: &'t str) -> Option<Link<'t>> {
        let inside = inside.trim();
        let (target, name) = inside.split_once([' ', '|']).unwrap_or((inside, ""));
        Link::of(target, name)
    }

    /// What stands within `{{attach…}}`: ` file="plan.pdf" desc="Plan"`.
    pub fn of_attachment(inside: &'t str) -> Option<Link<'t>> {
        let value = |key: &str| {
            let (_, rest) = inside.split_once(&format!("{key}=\""))?;
            Some(rest.split_once('"')?.0)
        };
        Link::of(value("file")?, value("desc").unwrap_or_default())
    }

    /// What stands within the `[` and the `)` of `[Plan](https://example.org)`.
    pub fn of_markdown(inside: &'t str) -> Option<Link<'t>> {
        let (name, target) = inside.split_once("](")?;
        Link::of(target, name)
    }

    fn of(target: &'t str, name: &'t str) -> Option<Link<'t>> {
        let (target, name) = (target.trim(), name.trim());
        let name = Some(name).filter(|name| !name.is_empty() && *name != target);
        (!target.is_empty()).then_some(Link { target, name })
    }

    /// Whether it leads to an address of the web.
    pub fn leads_to_web(&self) -> bool {
        is_address(self.target)
    }
}

/// Whether a word is an address of the web, with its scheme or without.
pub fn is_address(word: &str) -> bool {
    let is_scheme = |scheme: &str| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+')
    };
    if word.split_once("://").is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty()) {
        return true;
    }
    if word.strip_prefix("www.").is_some_and(|rest| !rest.is_empty()) {
        return true;
    }
    let domains = ["fr", "org", "com", "net", "eu", "coop", "info", "io", "be", "ch"];
    let host = word.split_once('/').and_then(|(host, _)| host.rsplit_once('.'));
    host.is_some_and(|(name, end)| !name.is_empty() && domains.contains(&end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_its_target_and_its_name_however_it_is_written() {
        for (inside, link) in [
            ("https://a.fr Le plan", Some(("https://a.fr", Some("Le plan")))),
            ("PagePlan|le plan", Some(("PagePlan", Some("le plan")))),
            (" https://a.fr ", Some(("https://a.fr", None))),
            ("", None),
        ] {
            let link = link.map(|(target, name)| Link { target, name });
            assert_eq!(Link::of_wiki(inside), link, "{inside}");
            let Some(Link { target, name }) = link else {
                continue;
            };
            let name = name.unwrap_or_default();
            let attached = format!(" file=\"{target}\" desc=\"{name}\"");
            assert_eq!(Link::of_attachment(&attached), link, "{attached}");
            let markdown = format!("{name}]({target}");
            assert_eq!(Link::of_markdown(&markdown), link, "{markdown}");
        }
    }

    #[test]
    fn an_address_is_one_with_its_scheme_or_without() {
        for address in
            ["https://a.fr", "ftp://a", "www.a.fr", "a.fr/x", "example.org/", "HTTPS://A"]
        {
            assert!(is_address(address), "{address}");
        }
        for text in
            ["", "www.", "https://", "PagePlan", "a.pdf", "et/ou", ".fr/x", "v1.2/3", "a:b://c"]
        {
            assert!(!is_address(text), "{text}");
        }
    }
}
