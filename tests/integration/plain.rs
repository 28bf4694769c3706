//! The plain reader against the general parser: on documents by a grammar, and on what becomes of
//! them when lines and signs are moved about.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use project_sheet::text::Source;
use project_sheet::yaml::arena::Arena;
use project_sheet::yaml::node::{Content, Node};
use project_sheet::yaml::parse::parse_general;
use project_sheet::yaml::plain::read;

use crate::harness::{Test, root};

/// How many documents are compared; `SHEET_PLAIN_DOCUMENTS` asks for another number.
const DOCUMENTS: u64 = 100_000;

#[test]
fn the_plain_reader_answers_as_the_general_parser_or_not_at_all() {
    let asked = std::env::var("SHEET_PLAIN_DOCUMENTS").ok();
    let documents = asked.and_then(|count| count.parse().ok()).unwrap_or(DOCUMENTS);
    let mut answered = [0, 0];
    for seed in 0..documents {
        let mut random = Random::of(seed);
        let mut text = String::new();
        mapping(&mut random, 0, 0, &mut text);
        if random.below(5) == 0 {
            text = text.replace('\n', "\r\n");
        }
        answered[0] += compare(&text);
        for _ in 0..=random.below(3) {
            text = mutated(&mut random, &text);
        }
        answered[1] += compare(&text);
    }
    // Most that is written by the grammar is plain, and much that was moved about.
    assert!(answered[0] * 10 > documents * 7, "{answered:?} of {documents}");
    assert!(answered[1] * 10 > documents * 2, "{answered:?} of {documents}");
}

/// Compares the trees; 1 where the plain reader answers.
fn compare(text: &str) -> u64 {
    let arena = Arena::recycled();
    let Some(node) = read(text, &arena) else {
        return 0;
    };
    let source = Source::of("a.yaml", text.to_owned());
    assert_eq!(node, node.detached());
    assert!(owns_nothing(&node), "{text}");
    match parse_general(&source) {
        Ok(parsed) => assert_eq!(node, parsed.node, "{text:?}\n{text}"),
        Err(finding) => panic!("{text:?}\n{text}\nis read, but {finding:?}"),
    }
    1
}

/// Whether nothing in a tree has memory of its own, which would leak in an arena.
fn owns_nothing(node: &Node) -> bool {
    let borrowed = |text: &Cow<str>| matches!(text, Cow::Borrowed(_));
    match &node.content {
        Content::Scalar { text, .. } => borrowed(text),
        Content::List(items) => items.iter().all(owns_nothing),
        Content::Map(pairs) => {
            pairs.iter().all(|pair| borrowed(&pair.key) && owns_nothing(&pair.value))
        }
    }
}

/// A generator of numbers (xorshift), so that a seed names a document.
pub(crate) struct Random(u64);

impl Random {
    /// The generator of a document.
    pub(crate) fn of(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

const WORDS: [&str; 24] = [
    "a",
    "é",
    "forum",
    "9 500 € HT",
    "l'été",
    "12:30",
    "http://x.fr/a",
    "漢",
    "# a",
    "a #b",
    "-5",
    "x y",
    "a  b",
    "~",
    "null",
    "2023-03-01",
    "a-b",
    "\"",
    "''",
    "[",
    "a,b",
    "…",
    "😀",
    "(a)",
];

fn mapping(random: &mut Random, indent: usize, depth: u64, text: &mut String) {
    let keys = 1 + random.below(4);
    for key in 0..keys {
        between(random, indent, text);
        text.push_str(&" ".repeat(indent));
        pair(random, indent, depth, key, text);
    }
}

/// A key and its value, from the column of the key on.
fn pair(random: &mut Random, indent: usize, depth: u64, key: u64, text: &mut String) {
    let name = random.one_of(&["k", "clé", "a b", "x-a", "1", "dates"]);
    text.push_str(&format!("{name}{key}{}:", random.one_of(&["", "", "", " "])));
    match random.below(10) {
        0 => end(random, text),
        1..=2 if depth < 4 => {
            end(random, text);
            let deeper = indent + 1 + random.below(3) as usize;
            mapping(random, deeper, depth + 1, text);
        }
        3..=5 if depth < 4 => {
            end(random, text);
            let column = indent + random.below(3) as usize;
            list(random, column, depth + 1, text);
        }
        _ => {
            text.push_str(random.one_of(&[" ", " ", "  "]));
            scalar(random, indent, text);
        }
    }
}

fn list(random: &mut Random, indent: usize, depth: u64, text: &mut String) {
    for _ in 0..=random.below(3) {
        between(random, indent, text);
        text.push_str(&format!("{}-", " ".repeat(indent)));
        let gap = random.one_of(&[" ", " ", "   "]);
        match random.below(8) {
            0 => text.push('\n'),
            1..=2 if depth < 4 => {
                text.push_str(gap);
                let column = indent + 1 + gap.len();
                pair(random, column, depth + 1, 9, text);
                if random.below(2) == 0 {
                    mapping(random, column, depth + 1, text);
                }
            }
            3 if depth < 4 => {
                text.push_str(gap);
                let mut inner = String::new();
                list(random, indent + 1 + gap.len(), depth + 1, &mut inner);
                text.push_str(inner.trim_start_matches(' '));
            }
            4 if depth < 4 => {
                text.push('\n');
                mapping(random, indent + 2, depth + 1, text);
            }
            _ => {
                text.push_str(gap);
                scalar(random, indent, text);
            }
        }
    }
}

fn scalar(random: &mut Random, indent: usize, text: &mut String) {
    let word = random.one_of(&WORDS);
    match random.below(10) {
        0 => text.push_str(&format!("'{}'", word.replace('\'', "''"))),
        1 => text.push_str(&format!("\"{}\"", word.replace('"', ""))),
        2 => text.push_str(random.one_of(&[
            "[]",
            "{}",
            "[a, b c]",
            "[ \"a\" ,'b' ]",
            "{ a: b, c: 'd' }",
            "{name: é, role: x y}",
        ])),
        3..=4 => {
            let mark = random.one_of(&["|", ">", "|-", ">-", "|+", ">+"]);
            text.push_str(mark);
            text.push('\n');
            let column = indent + 1 + random.below(3) as usize;
            for _ in 0..=random.below(4) {
                let extra = random.one_of(&["", "", "", "  "]);
                let line = random.one_of(&["forum: ouvert", "# a", "- b", "é", "a # b", "---"]);
                text.push_str(&format!("{}{extra}{line}\n", " ".repeat(column)));
                if random.below(4) == 0 {
                    text.push_str(random.one_of(&["\n", "\n\n", " \n"]));
                }
            }
            return;
        }
        _ => text.push_str(if word.starts_with(['#', '"', '\'', '[']) { "mot" } else { word }),
    }
    end(random, text);
}

fn end(random: &mut Random, text: &mut String) {
    text.push_str(random.one_of(&["\n", "\n", "\n", "\n", " # ici\n", "  \n"]));
}

fn between(random: &mut Random, indent: usize, text: &mut String) {
    match random.below(12) {
        0 => text.push('\n'),
        1 => text.push_str("# note: a\n"),
        2 => text.push_str(&format!("{}# note\n", " ".repeat(indent))),
        _ => {}
    }
}

/// The document with a sign, a line or an indentation changed.
pub(crate) fn mutated(random: &mut Random, text: &str) -> String {
    let signs = [
        " ", "\n", ":", ": ", "- ", "-", "#", " #", "\"", "'", "|", ">", "[", "]", "{", "}", ",",
        "&", "*", "!", "?", "? ", "\t", "\r", "\r\n", "---\n", "...\n", "%", "é", "\u{feff}",
        "\u{85}", "\0", "\\", "\u{2028}", "1", "+", "  ", "\n\n", "a: b\n", "- a\n",
    ];
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    if places.is_empty() {
        return random.one_of(&signs).to_owned();
    }
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let line = random.below(lines.len() as u64) as usize;
    let place = random.one_of(&places);
    match random.below(8) {
        0..=2 => [&text[..place], random.one_of(&signs), &text[place..]].concat(),
        3 => text[..place].to_owned() + text[place..].trim_start_matches([' ', ':']),
        4 => {
            let mut behind = text[place..].chars();
            behind.next();
            text[..place].to_owned() + behind.as_str()
        }
        5 => {
            let other = random.below(lines.len() as u64) as usize;
            lines.swap(line, other);
            lines.concat()
        }
        6 => {
            lines.remove(line);
            lines.concat()
        }
        _ => {
            let moved = [random.one_of(&[" ", "  ", "    "]), lines[line]].concat();
            lines[line] = &moved;
            lines.concat()
        }
    }
}

#[test]
fn hostile_lengths_take_time_in_proportion() {
    let time = |count: usize, line: fn(usize) -> String| {
        let ends = ["", "]\n", "\n", "'\n"];
        let text: String = (0..count).map(line).collect();
        let texts = ends.map(|end| format!("{text}{end}"));
        let started = std::time::Instant::now();
        for text in &texts {
            let _ = read(text, &Arena::recycled());
        }
        started.elapsed().as_micros().max(200)
    };
    let shapes: [fn(usize) -> String; 8] = [
        |at| if at == 0 { "a:\n".to_owned() } else { "- b\n".to_owned() },
        |at| if at == 0 { "a: [".to_owned() } else { "é, ".to_owned() },
        |at| if at == 0 { "a: ".to_owned() } else { "é ".to_owned() },
        |at| if at == 0 { "a: '".to_owned() } else { "''".to_owned() },
        |at| if at == 0 { "a: |\n".to_owned() } else { "  é\n".to_owned() },
        |at| if at == 0 { "a: |\n  b\n".to_owned() } else { "\n".to_owned() },
        |at| if at == 0 { "a:\n".to_owned() } else { "# b\n".to_owned() },
        |at| if at == 0 { "a:\n  ".to_owned() } else { "- ".to_owned() },
    ];
    for (number, shape) in shapes.into_iter().enumerate() {
        let (short, long) = (time(20_000, shape), time(200_000, shape));
        assert!(long < short * 60, "shape {number}: {short} µs, then {long} µs");
    }
}

#[test]
fn a_tree_takes_memory_in_proportion() {
    for lines in ["- []\n", "- {}\n", "- |\n  x\n", "- a: b\n", "- [a]\n", "- - a\n"] {
        let text = format!("a:\n{}", lines.repeat(20_000));
        let arena = Arena::recycled();
        assert!(read(&text, &arena).is_some(), "{lines}");
        assert!(arena.size() < 250 * text.len(), "{lines}: {} bytes", arena.size() / text.len());
    }
}

/// The sheets of a folder that are not plain.
fn not_plain(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let sheets = files.filter(|path| path.extension().is_some_and(|name| name == "yaml"));
    sheets
        .filter(|path| {
            let text = fs::read_to_string(path).expect("a text");
            read(&text, &Arena::recycled()).is_none()
        })
        .collect()
}

#[test]
fn what_the_tool_writes_is_plain() {
    for folder in ["projects", "examples/projects", "examples/cooperative/projects"] {
        assert_eq!(not_plain(&root().join(folder)), Vec::<PathBuf>::new(), "{folder}");
    }
    let page = include_str!("../fixtures/wiki/below.txt");
    let test = Test::new().file("page.txt", page);
    for args in [
        &["init"][..],
        &["import", "page.txt", "--id", "page", "--write"],
        &[
            "new",
            "--title",
            "L'été : ici # 1",
            "--territory",
            "Trifouilly",
            "--summary",
            "Deux lignes :\n- une\n- deux",
            "--commissioner",
            "Mairie",
        ],
        &["set", "page", "cost=9 500 € HT"],
        &["add", "team", "page", "Alix", "--role", "animatrice: terrain"],
        &["add", "nugget", "page", "Aller au marché, dit-il : oui", "--do", "Oui"],
        &["add", "tool", "page", "Forum ouvert"],
        &["unset", "page", "cost"],
        &["rename", "page", "autre"],
        &["fmt"],
    ] {
        let answer = test.run_with(args);
        assert_eq!(answer.code, 0, "{args:?} {answer:?}");
        assert_eq!(not_plain(&test.path().join("projects")), Vec::<PathBuf>::new(), "{args:?}");
    }
}
