//! Paths of documents.

/// Whether a path leads out of the folder that it begins in, on any system.
pub(super) fn leaves(path: &str) -> bool {
    let drive = path.chars().nth(1) == Some(':');
    let rooted = path.starts_with(['/', '\\', '~']);
    let mut depth = 0;
    let climbs = path.split(['/', '\\']).any(|step| {
        match step {
            ".." => depth -= 1,
            "" | "." => {}
            _ => depth += 1,
        }
        depth < 0
    });
    drive || rooted || climbs || path.contains("://")
}
