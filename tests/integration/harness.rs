//! A collection made for one test, and the command run in it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use project_sheet::lang::Lang;
use project_sheet::render::{FORMATS, Format, Reader, Style};
use project_sheet::report::Report;
use project_sheet::text::path::Folders;
use tempfile::TempDir;

/// The folder of the project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The contract of machine formats, as it is written down.
pub(crate) fn contract() -> serde_json::Value {
    let schema = fs::read(root().join("examples/contract/answer.schema.json"));
    serde_json::from_slice(&schema.expect("it is there")).expect("JSON")
}

/// The names of the formats for some readers, by the table.
pub(crate) fn formats(read_by: impl Fn(Reader) -> bool) -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter(move |format| read_by(format.reader)).map(|format| format.name)
}

/// A report as a format writes it in English for 80 columns, without colours.
pub(crate) fn written(report: &Report, format: &Format, out: &mut dyn Write) {
    let style = Style {
        lang: Lang::En,
        folders: &Folders::default(),
        organisation: None,
        width: 80,
        colour: false,
        bars: false,
        terminal: false,
    };
    (format.render)(report, &style, out).expect("it takes everything");
}

/// The smallest sheet: title and territory.
pub(crate) const SMALL: &str = "title: Forum ouvert\nterritory:\n  name: Trifouilly\n";

/// A collection in a folder of its own.
pub(crate) struct Test {
    folder: TempDir,
    args: Vec<std::ffi::OsString>,
    width: usize,
    input: Option<Vec<u8>>,
    today: &'static str,
    dir: Option<PathBuf>,
}

/// What the command answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Test {
    /// An empty collection.
    pub(crate) fn new() -> Test {
        let test = Test::nowhere();
        fs::create_dir(test.path().join("projects")).expect("a new folder");
        test
    }

    /// A folder in which there is no collection.
    pub(crate) fn nowhere() -> Test {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Test { folder, args: Vec::new(), width: 100, input: None, today: "2026-11-23", dir: None }
    }

    /// The collection in `examples/cooperative`, as it is: only for commands that read.
    pub(crate) fn cooperative() -> Test {
        Test::within("examples/cooperative")
    }

    /// The same where it may be changed.
    pub(crate) fn copy_of_cooperative() -> Test {
        let settings = fs::read(root().join("examples/cooperative/sheet.yaml"));
        Test::new()
            .sheets_of("examples/cooperative/projects")
            .file("sheet.yaml", settings.expect("it is there"))
    }

    /// A folder of the project, as it is: only for commands that read.
    pub(crate) fn within(folder: &str) -> Test {
        Test { dir: Some(root().join(folder)), ..Test::new() }
    }

    /// A copy of the sheets in a folder of the project, beside those that are there.
    pub(crate) fn sheets_of(mut self, folder: &str) -> Test {
        for file in fs::read_dir(root().join(folder)).expect("the folder") {
            let path = file.expect("a file").path();
            let id = path.file_stem().and_then(OsStr::to_str).expect("a name").to_owned();
            self = self.sheet(&id, fs::read(&path).expect("the sheet"));
        }
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file into the collection.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Test {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
        self
    }

    /// Puts a sheet into the collection.
    pub(crate) fn sheet(self, id: &str, text: impl AsRef<[u8]>) -> Test {
        self.file(&format!("projects/{id}.yaml"), text)
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Test {
        self.args = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        self
    }

    /// The columns of the terminal.
    pub(crate) fn width(mut self, width: usize) -> Test {
        self.width = width;
        self
    }

    /// The day of the run.
    pub(crate) fn today(mut self, today: &'static str) -> Test {
        self.today = today;
        self
    }

    /// What comes from standard input.
    pub(crate) fn input(mut self, input: impl Into<Vec<u8>>) -> Test {
        self.input = Some(input.into());
        self
    }

    /// The command, on its day, in an environment that says nothing.
    pub(crate) fn command(&self) -> Command {
        self.command_with(&self.args)
    }

    fn command_with<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sheet"));
        let folder = self.dir.as_deref().unwrap_or(self.path());
        command.args(["--today", self.today]).args(args).current_dir(folder);
        command.env_clear().env("COLUMNS", self.width.to_string());
        command
    }

    /// Runs the command.
    pub(crate) fn run(&self) -> Answer {
        self.run_as(self.command())
    }

    /// Runs the command with other arguments than the test's own.
    pub(crate) fn run_with<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Answer {
        self.run_as(self.command_with(args))
    }

    /// The same in another folder of the collection.
    pub(crate) fn run_from<A: AsRef<OsStr>>(
        &self,
        folder: &str,
        args: impl IntoIterator<Item = A>,
    ) -> Answer {
        let mut command = self.command_with(args);
        command.current_dir(self.path().join(folder));
        self.run_as(command)
    }

    /// Runs the command where no file can be larger, as on a disk that is nearly full.
    #[cfg(unix)]
    pub(crate) fn run_with_files_of_at_most_1_kb(&self) -> Answer {
        let command = self.command();
        let mut shell = Command::new("bash");
        shell.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""]);
        shell.arg(command.get_program()).args(command.get_args()).current_dir(self.path());
        shell.env_clear().envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        self.run_as(shell)
    }

    /// Runs a command of the test that was changed.
    pub(crate) fn run_as(&self, mut command: Command) -> Answer {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        {
            use std::io::Write;
            let mut stdin = child.stdin.take().expect("it is piped");
            let _ = stdin.write_all(self.input.as_deref().unwrap_or_default());
        }
        let output = child.wait_with_output().expect("the command ends");
        Answer {
            stdout: String::from_utf8(output.stdout).expect("UTF-8 out"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 out"),
            code: output.status.code().expect("no signal"),
        }
    }

    /// Runs the command, which must be done: what it answers.
    pub(crate) fn stdout(&self) -> String {
        let answer = self.run();
        assert_eq!(answer.code, 0, "{answer:?}");
        answer.stdout
    }
}

impl Answer {
    /// Everything that was said, for a snapshot.
    pub(crate) fn shown(&self) -> String {
        format!("{}----- stderr\n{}----- exit {}\n", self.stdout, self.stderr, self.code)
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Three sheets that differ: much, little, and almost nothing.
pub(crate) fn three() -> Test {
    Test::new()
        .sheet("forum-des-aines", include_str!("../fixtures/valid/projects/forum-des-aines.yaml"))
        .sheet("place-du-lavoir", include_str!("../fixtures/valid/projects/place-du-lavoir.yaml"))
        .sheet("petite-note", SMALL)
}
