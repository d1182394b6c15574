//! What changed since a revision, as git says it: the only program that this one starts.

use crate::{diagnostic::reason, files, project::TouchedFiles};
use std::{
    ffi::OsStr,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The files that were changed since a revision, below a project's folder or not, committed or not. What git does not know
/// counts as changed, because nobody can say that it was not.
pub fn since(revision: &str, root: &Path) -> anyhow::Result<TouchedFiles> {
    let top = top(root)?;
    let commit = commit(revision, &top)?;
    // Where the two have nothing in common, the revision itself is compared with.
    let base = git(&top, &["merge-base", &commit, "HEAD"])?;
    let base = if base.status.success() { line(&base) } else { commit };
    // Renamed articles are one that is gone and one that is new.
    let changed = git(&top, &["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", &base, "--"])?;
    let known = git(&top, &["ls-files", "-z"])?;
    for output in [&changed, &known] {
        if !output.status.success() {
            anyhow::bail!("git cannot tell what changed since `{revision}`: {}", complaint(output));
        }
    }
    let place = |name: &str| top.join(name);
    let named = names(&changed).map(|name| place(&name)).collect();
    Ok(TouchedFiles { named, untouched: Some(names(&known).map(|name| place(&name)).collect()) })
}

/// The folder of the repository that a folder belongs to.
fn top(root: &Path) -> anyhow::Result<PathBuf> {
    let found = git(root, &["rev-parse", "--show-toplevel"])?;
    if !found.status.success() {
        anyhow::bail!(
            "git cannot say what changed in `{}`, which `--changed-since` asks: {}",
            root.display(),
            complaint(&found)
        );
    }
    let top = PathBuf::from(line(&found));
    Ok(files::place(&top).unwrap_or(top))
}

/// The commit that a revision means, in hexadecimal digits.
fn commit(revision: &str, top: &Path) -> anyhow::Result<String> {
    let wanted = format!("{revision}^{{commit}}");
    let found = git(top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
    // Older versions of git repeat the mark that ends the options.
    let commit = line(&found);
    if found.status.success() && !commit.is_empty() && commit.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(commit);
    }
    let is_shallow = line(&git(top, &["rev-parse", "--is-shallow-repository"])?) == "true";
    let help = if is_shallow {
        "only a part of the history was fetched: fetch all of it (in GitHub Actions `fetch-depth: 0`, in GitLab `GIT_DEPTH: 0`)"
    } else {
        "write a branch, a tag or a commit that `git log` knows"
    };
    anyhow::bail!("git knows no revision `{revision}`: {help}")
}

/// Runs git in a folder; it writes nothing.
fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<Output> {
    let mut command = Command::new("git");
    // No program that watches files is asked, or started.
    command
        .args(["--no-optional-locks", "-c", "core.fsmonitor=false"])
        .arg("-C")
        .arg(folder)
        .args(arguments.iter().map(OsStr::new));
    command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("`--changed-since` needs git, which is not installed"),
        _ => anyhow::anyhow!("git cannot be run: {}", reason(&error)),
    })
}

/// The last line of what a command printed.
fn line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).lines().next_back().unwrap_or_default().to_string()
}

/// The first line of what a command complained about.
fn complaint(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    said.lines().next().unwrap_or("no reason is given").trim_start_matches("fatal: ").to_string()
}

/// Names that end with a zero byte. One that is not UTF-8 is no article's.
fn names(output: &Output) -> impl Iterator<Item = String> {
    let names = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    names.filter_map(|name| std::str::from_utf8(name).ok().map(str::to_string))
}
