//! A person at a terminal: types, sees, and leaves; the terminal must be as it was before.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use rexpect::session::{Options, PtySession, spawn_with_options};

use rustix::termios::{LocalModes, tcgetattr};

use crate::harness::Test;

/// How long something may take to appear, in milliseconds.
const PATIENCE: u64 = 20_000;

/// Somebody who runs one command in a terminal.
pub(crate) struct Person {
    session: PtySession,
    home: PathBuf,
    seen: String,
}

/// How the command ended.
#[derive(Debug)]
pub(crate) struct Left {
    pub code: i32,
    /// Everything that was shown.
    pub seen: String,
    /// What was written to standard output, where that was no terminal.
    pub answer: String,
}

/// The folder beside the collection that is the person's home.
pub(crate) fn home(test: &Test) -> PathBuf {
    test.path().join(".home")
}

/// What is kept of interrupted interviews: the path and the text of each draft.
pub(crate) fn drafts(test: &Test) -> Vec<(PathBuf, String)> {
    let folders = fs::read_dir(home(test).join(".local/state/sheet/drafts"));
    let folders = folders.into_iter().flatten().flatten();
    let files =
        folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten());
    let read = |path: PathBuf| {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a draft")).into_owned();
        (path, text)
    };
    let hidden =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.as_encoded_bytes()[0] == b'.');
    files.map(|file| file.path()).filter(|path| !hidden(path)).map(read).collect()
}

/// Runs the command of a test in a terminal of so many columns, in English; its answer goes to a
/// file.
pub(crate) fn sits_down(test: &Test, columns: usize, environment: &[(&str, &str)]) -> Person {
    starts(test, columns, environment, ">$HOME/answer")
}

/// The same with the answer on the terminal, which has 40 lines.
pub(crate) fn looks(test: &Test, columns: usize, environment: &[(&str, &str)]) -> Person {
    starts(test, columns, environment, "&& >$HOME/answer")
}

fn starts(test: &Test, columns: usize, environment: &[(&str, &str)], answer: &str) -> Person {
    let home = home(test);
    fs::create_dir_all(&home).expect("a home");
    let quote =
        |arg: &std::ffi::OsStr| format!("'{}'", arg.to_string_lossy().replace('\'', r"'\''"));
    let command = test.command();
    let words: Vec<String> =
        std::iter::once(command.get_program()).chain(command.get_args()).map(quote).collect();
    let script = format!(
        "trap : INT; echo $$ >$HOME/shell; stty sane cols {columns} rows 40; stty -g >$HOME/before; {} {answer}; \
         echo $? >$HOME/code; stty -g >$HOME/after; echo; echo GONE",
        words.join(" ")
    );
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).current_dir(test.path()).env_clear();
    shell.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    shell.env("HOME", &home).env("TERM", "xterm").env("SHEET_LANG", "en").env("LC_ALL", "C.UTF-8");
    shell.envs(environment.iter().copied());
    let options = Options::new().timeout_ms(Some(PATIENCE));
    let session = spawn_with_options(shell, options).expect("a terminal");
    Person { session, home, seen: String::new() }
}

impl Person {
    /// Waits until this is shown.
    pub(crate) fn sees(&mut self, words: &str) -> &mut Person {
        // The terminal is read byte by byte.
        let needle: String = words.bytes().map(char::from).collect();
        let before = self.session.exp_string(&needle);
        let before = before.unwrap_or_else(|error| panic!("{words:?} does not come: {error}"));
        self.seen += &(before + &needle);
        self
    }

    /// Types without ending the line. A key that a terminal takes for itself is pressed once the
    /// command listens to keys; one that never does gets it all the same.
    pub(crate) fn types(&mut self, text: impl AsRef<[u8]>) -> &mut Person {
        let mut terminal = self.session.process().get_file_handle().expect("a terminal");
        if matches!(text.as_ref(), [0x03 | 0x04, ..]) {
            let modes = || tcgetattr(&terminal).expect("the modes of a terminal").local_modes;
            for _ in 0..40 {
                if !modes().contains(LocalModes::ICANON) {
                    break;
                }
                sleep(Duration::from_millis(50));
            }
        }
        terminal.write_all(text.as_ref()).expect("it is typed");
        self
    }

    /// Waits for a question, and answers it.
    pub(crate) fn answers(&mut self, question: &str, answer: &str) -> &mut Person {
        self.sees(question).types(format!("{answer}\r"))
    }

    /// Sends a signal to the command, by its name.
    pub(crate) fn signals(&mut self, signal: &str) -> &mut Person {
        let shell = fs::read_to_string(self.home.join("shell")).expect("its number");
        let shell = shell.trim();
        let children = fs::read_to_string(format!("/proc/{shell}/task/{shell}/children"));
        for child in children.expect("Linux").split_whitespace() {
            let sent = Command::new("kill").args(["-s", signal, child]).status();
            assert!(sent.expect("kill").success());
        }
        self
    }

    /// Waits until the command has ended. The terminal's modes must be those from before, and the
    /// cursor be seen.
    pub(crate) fn leaves(&mut self) -> Left {
        self.sees("GONE");
        let read = |name: &str| fs::read_to_string(self.home.join(name)).expect("it was written");
        let seen: Vec<u8> = self.seen.chars().map(|c| c as u8).collect();
        let seen = String::from_utf8_lossy(&seen).into_owned();
        assert_eq!(read("before"), read("after"), "the modes of the terminal\n{seen}");
        let (hidden, shown) = (seen.rfind("\x1b[?25l"), seen.rfind("\x1b[?25h"));
        assert!(hidden <= shown, "the cursor is hidden\n{seen}");
        Left { code: read("code").trim().parse().expect("a code"), answer: read("answer"), seen }
    }
}
