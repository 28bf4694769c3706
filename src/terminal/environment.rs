//! What the system says of the person: the language, the folders, the machine.

use crate::lang::Lang;

/// The collection that the environment names.
pub(crate) fn named_dir() -> Option<std::path::PathBuf> {
    std::env::var_os("SHEET_DIR").filter(|dir| !dir.is_empty()).map(std::path::PathBuf::from)
}

/// The language of the person: `SHEET_LANG`, else what the collection has agreed on, else that of
/// the system, else English.
pub(crate) fn language(agreed: impl FnOnce() -> Option<Lang>) -> Lang {
    let asked = std::env::var("SHEET_LANG").ok().and_then(|tag| Lang::parse(&tag));
    let system = || Lang::parse(&sys_locale::get_locale()?);
    asked.or_else(agreed).or_else(system).unwrap_or_default()
}

/// A folder for what the person has begun to write and not saved yet, theirs alone and outside
/// any collection; `None` where the system names no place for it.
pub(crate) fn drafts() -> Option<std::path::PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let state = set("XDG_STATE_HOME").map(std::path::PathBuf::from);
    let local = || set("LOCALAPPDATA").map(std::path::PathBuf::from);
    let state = state
        .filter(|path| path.is_absolute())
        .or_else(|| Some(std::path::PathBuf::from(set("HOME")?).join(".local/state")))
        .or_else(local)?;
    Some(state.join("sheet").join("drafts"))
}

/// How many threads share the work: as many as the machine runs at once.
pub(crate) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, |threads| threads.get())
}

/// The folder that the person stands in.
pub(crate) fn current_dir() -> std::path::PathBuf {
    std::env::current_dir().unwrap_or_default()
}
