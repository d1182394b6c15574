//! Folders with a small project in them, and runs of the built binary.

pub mod browser;
pub mod editor;
pub mod harbour;
pub mod hostile;
pub mod html;
pub mod json_schema;
pub mod obeyed;
pub mod xml;

use std::{
    ffi::OsStr,
    fs,
    io::{Seek, Write},
    path::Path,
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// The configuration of the small project.
pub const CONFIG: &str = "rules: [rules]\nstories:\n  ferry: [articles/*]\n";

/// Its rules.
pub const RULES: &str = "\
topics:
  crossing time:
    kind: duration
    phrases:
      - crossing took <duration>
  passengers:
    kind: count
    phrases:
      - <count> passengers
rules:
  - id: crossing
    rule: crossing time consistent across sources
  - id: passengers
    rule: passengers cited in every source
    severity: warning
";

/// Its articles.
pub const ARTICLES: [(&str, &str); 2] = [
    (
        "articles/herald.txt",
        "---\nsource: Herald\npublished: 2031-05-09\n---\nNew ferry sails\n\nThe crossing took 50 minutes on Thursday. On board were 120 passengers.\n",
    ),
    (
        "articles/radio.txt",
        "---\nsource: Radio\npublished: 2031-05-09\n---\nFerry on time\n\nThe crossing took 35 minutes, he said.\n",
    ),
];

/// What `check --quiet` says of it: whatever else is wrong, this must not be lost.
pub const FINDINGS: &str = "\
ferry: articles/herald.txt:7:19: error[crossing]: Herald gives the crossing time as 50 minutes; Radio gives 35 minutes
ferry: articles/radio.txt: warning[passengers]: Radio does not give the passengers
";

/// The articles of a story of four outlets, one of which copies another.
pub fn bridge() -> TempDir {
    let folder = TempDir::new().unwrap();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/compare/bridge");
    for entry in fs::read_dir(articles).unwrap() {
        let file = entry.unwrap().path();
        write(folder.path(), Path::new("bridge").join(file.file_name().unwrap()), fs::read(&file).unwrap());
    }
    folder
}

/// A folder with the small project in it.
pub fn project() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "crosscheck.yaml", CONFIG);
    write(folder.path(), "rules/ferry.yaml", RULES);
    ARTICLES.iter().for_each(|(path, text)| write(folder.path(), path, text));
    folder
}

/// Writes a file and the folders above it.
pub fn write(folder: &Path, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

/// A file of the folder.
pub fn read(folder: &Path, path: impl AsRef<Path>) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// Puts other words into a file, which must have those that go.
pub fn replace(folder: &Path, path: &str, from: &str, to: &str) {
    let text = read(folder, path);
    assert!(text.contains(from), "{text}");
    write(folder, path, text.replace(from, to));
}

/// What a run gave: exit code, standard output, standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// The built binary.
pub fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_crosscheck"))
}

/// The binary in a folder, with an environment of its own.
pub fn command<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Command {
    let mut command = Command::new(binary());
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    outside(&mut command);
    command
}

/// Takes out of a command's environment what would change what is printed, or which repository git looks at.
pub fn outside(command: &mut Command) {
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM", "RAYON_NUM_THREADS", "CI"] {
        command.env_remove(variable);
    }
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    for role in ["GIT_AUTHOR", "GIT_COMMITTER"] {
        command.env(format!("{role}_NAME"), "Desk").env(format!("{role}_EMAIL"), "desk@example.org");
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
}

/// What a command gives.
pub fn output(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().expect("no signal"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Runs the binary.
pub fn crosscheck<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Run {
    output(&mut command(folder, arguments))
}

/// Runs lines of a shell in which `crosscheck` is the binary; what fails does not stop those behind it.
pub fn shell(folder: &Path, lines: &str) -> Run {
    let mut shell = Command::new("sh");
    output(with_binary(shell.current_dir(folder).args(["-c", lines])))
}

/// A command for which `crosscheck` is the binary, with an environment of its own.
pub fn with_binary(command: &mut Command) -> &mut Command {
    let elsewhere = std::env::var_os("PATH").unwrap_or_default();
    let folder = binary().parent().unwrap().to_path_buf();
    let path = std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&elsewhere)));
    outside(command);
    command.env("PATH", path.unwrap()).stdin(Stdio::null())
}

/// Runs it with `input` on standard input.
pub fn fed<A: AsRef<OsStr>>(folder: &Path, arguments: &[A], input: impl AsRef<[u8]>) -> Run {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(input.as_ref()).unwrap();
    file.rewind().unwrap();
    output(command(folder, arguments).stdin(file))
}

/// A run as a snapshot holds it.
pub fn transcript(folder: &Path, arguments: &[&str]) -> String {
    let Run { code, stdout, stderr } = crosscheck(folder, arguments);
    let said = if stderr.is_empty() { String::new() } else { format!("--- stderr\n{stderr}") };
    format!("$ crosscheck {}\n{stdout}{said}--- exit {code}\n", arguments.join(" "))
}
