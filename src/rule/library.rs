//! Where the text of files comes from that a rule file names, and what a path in one means.

use crate::{
    diagnostic::{Diagnostic, Fix, Mistake, code},
    span::Span,
    yaml::Advice,
};

/// Where the text of a file comes from that a rule file names.
pub trait Library {
    /// The text of a rule file.
    ///
    /// # Errors
    /// Why there is none.
    fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread>;

    /// The text of a data file.
    ///
    /// # Errors
    /// Why there is none.
    fn data(&self, wanted: &Wanted<'_>) -> Result<String, Unread>;
}

/// A file that a rule file names: to include it, or for a fact.
#[derive(Clone, Debug)]
pub struct Wanted<'w> {
    /// Its path from the project's folder.
    pub path: &'w str,
    /// The folder of the file that names it, from the project's folder; empty for that folder itself.
    pub folder: &'w str,
    /// The path as written, from that folder.
    pub written: &'w str,
}

/// Why a named file cannot be read.
#[derive(Clone, Debug)]
pub enum Unread {
    /// It is not there, or it is no file.
    Absent(Mistake),
    /// Its text cannot be read.
    Bad(Box<Diagnostic>),
}

impl Unread {
    /// It is not there, or it is no file: what is wrong, and what to write instead.
    #[must_use]
    pub fn absent(message: String, help: impl Into<Advice>) -> Self {
        let Advice { help, meant } = help.into();
        let mistake = bad(message, help);
        // Without a place it is the path as a whole that is written otherwise.
        Self::Absent(mistake.with_fix(meant.map(|text| Fix { span: Span::default(), text })))
    }
}

/// A path that leads to no rule file.
fn bad(message: String, help: String) -> Mistake {
    Mistake::new(code::BAD_INCLUDE, message, Some(help))
}

/// No files but those that are named.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoLibrary;

impl Library for NoLibrary {
    fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        Err(Unread::absent(format!("there is no file `{}`", wanted.path), "check the path".to_string()))
    }

    fn data(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        self.text(wanted)
    }
}

/// The path from the project's folder that `written` means in the file `from`; else what is wrong, and the help.
pub(super) fn resolved(from: &str, written: &str) -> Result<String, Mistake> {
    let outside = || {
        let message = format!("`{written}` lies outside of the project's folder");
        bad(
            message,
            "move the file into the folder of `crosscheck.yaml`, and write its path from this file".to_string(),
        )
    };
    if written.contains('\\') {
        let help = format!("write `{}`", written.replace('\\', "/"));
        return Err(bad(format!("`{written}` is no path: folders are parted by `/`"), help));
    }
    if written.contains(['*', '?', '[', '{']) {
        let help = "name each file by its path".to_string();
        return Err(bad(format!("`{written}` is a pattern, and files are asked for"), help));
    }
    if written.starts_with('/') || written.chars().nth(1) == Some(':') {
        return Err(outside());
    }
    let mut parts: Vec<&str> = folder(from).split('/').collect();
    if folder(from).is_empty() {
        parts.clear();
    }
    // A rule file that was named from outside of the project may include what stands beside it and below.
    let fence = if from.starts_with('/') || from.chars().nth(1) == Some(':') { parts.len() } else { 0 };
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.len() > fence => {
                parts.pop();
            }
            ".." => return Err(outside()),
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// The folder of a file; empty for the project's own.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_meant_from_the_file() {
        for (from, written, path) in [
            ("rules/storm.yaml", "common/topics.yaml", Some("rules/common/topics.yaml")),
            ("rules/storm.yaml", "./names.yaml", Some("rules/names.yaml")),
            ("rules/storm.yaml", "../names.yaml", Some("names.yaml")),
            ("rules/a/b.yaml", "../../x//y.yaml", Some("x/y.yaml")),
            ("storm.yaml", "names.yaml", Some("names.yaml")),
            ("storm.yaml", "../names.yaml", None),
            ("rules/storm.yaml", "../../names.yaml", None),
            ("rules/storm.yaml", "/names.yaml", None),
            ("rules/storm.yaml", "C:/names.yaml", None),
            ("rules/storm.yaml", "common\\names.yaml", None),
            ("rules/storm.yaml", "common/*.yaml", None),
            ("/elsewhere/storm.yaml", "names.yaml", Some("/elsewhere/names.yaml")),
            ("/elsewhere/storm.yaml", "../names.yaml", None),
        ] {
            assert_eq!(resolved(from, written).ok().as_deref(), path, "{written} in {from}");
        }
    }
}
