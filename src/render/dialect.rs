//! What those expect of CSV that open it by themselves.

/// What programs of one sort expect of CSV.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    pub name: &'static str,
    pub separator: u8,
    /// What the file begins with.
    pub bom: &'static str,
    pub decimal: char,
}

/// The dialects; the first is that of programs.
pub static DIALECTS: [Dialect; 2] = [
    Dialect { name: "standard", separator: b',', bom: "", decimal: '.' },
    Dialect { name: "excel-fr", separator: b';', bom: "\u{feff}", decimal: ',' },
];
