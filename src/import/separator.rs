//! What stands between the cells of a line.

/// A sign between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

/// So many lines are looked at.
const MAX_LINES: usize = 50;

impl Separator {
    /// All that are known, the likeliest first.
    pub(crate) const ALL: [Separator; 4] =
        [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Bar];

    pub(in crate::import) const fn sign(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
            Separator::Tab => '\t',
            Separator::Bar => '|',
        }
    }

    /// That of a text: what stands as often in most lines.
    pub(in crate::import) fn of(text: &str) -> Separator {
        let mut quoted = false;
        let mut lines = vec![[0_usize; Separator::ALL.len()]];
        for c in text.chars() {
            match c {
                '"' => quoted = !quoted,
                '\n' | '\r' if !quoted && lines.len() == MAX_LINES => break,
                '\n' | '\r' if !quoted => lines.push(Default::default()),
                c if !quoted => {
                    let at = Separator::ALL.iter().position(|known| known.sign() == c);
                    if let (Some(at), Some(line)) = (at, lines.last_mut()) {
                        line[at] += 1;
                    }
                }
                _ => {}
            }
        }
        // How many lines have the same count of it, and that count.
        let evenness = |at: usize| {
            let counts = lines.iter().map(|line| line[at]).filter(|count| *count > 0);
            let same = |count: usize| lines.iter().filter(|line| line[at] == count).count();
            counts.map(|count| (same(count), count)).max().unwrap_or_default()
        };
        let best = (0..Separator::ALL.len()).rev().max_by_key(|at| evenness(*at));
        Separator::ALL[best.unwrap_or_default()]
    }
}
