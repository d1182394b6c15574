//! Which rule files a project has: those of the command line, else those of the configuration; read as text.

use super::{
    CONFIGURATION, ProjectOptions,
    configuration::{Configuration, Located},
    paths,
};
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, Mistake, code, reason},
    rule::{Library, RuleSource, Unread, Wanted},
    yaml::FileReading,
};
use std::path::{Path, PathBuf};

/// The rule files in the order named; a folder gives its own `*.yaml` and `*.yml`, by name. What the configuration names
/// wrongly is noted in `reading`, the rest is returned.
pub(super) fn rule_files(
    reading: &mut FileReading<'_>,
    root: &Path,
    settings: &Configuration,
    arguments: &ProjectOptions,
    has_configuration: bool,
) -> (Vec<RuleSource>, Vec<Diagnostic>) {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut mistakes = Vec::new();
    if !arguments.rules.is_empty() {
        for path in &arguments.rules {
            let folder = paths::normal(&arguments.working_folder);
            if let Err(mistake) = collect(&paths::normal(&folder.join(path)), &mut files) {
                let shown = path.to_string_lossy();
                let help = paths::suggestion(&folder, &shown, "check the path after `--rules`");
                let place = DiagnosticPlace::whole(&shown);
                mistakes.push(Mistake { help: Some(help), ..mistake }.placed(place));
            }
        }
    } else if let Some(rules) = &settings.rules {
        for path in rules {
            configured(reading, root, path, &mut files);
        }
    } else if settings.packs.is_empty() && reading.mistakes.iter().all(|found| found.code != code::UNKNOWN_PACK) {
        mistakes.push(no_rules(reading, has_configuration));
    }
    let mut sources: Vec<RuleSource> = Vec::new();
    for file in files {
        read(root, &file, &mut sources, &mut mistakes);
    }
    (sources, mistakes)
}

fn configured(reading: &mut FileReading<'_>, root: &Path, path: &Located, files: &mut Vec<PathBuf>) {
    if let Err(mistake) = collect(&paths::normal(&root.join(&path.text)), files) {
        let help = if root.join(&path.text).exists() {
            "name a rule file (.yaml, .yml), or a folder that has some directly in it".to_string()
        } else {
            paths::suggestion(root, &path.text, "the path is relative to this file")
        };
        reading.mistake(code::MISSING_RULES, path.span, format!("`{}`: {mistake}", path.text), help);
    }
}

fn no_rules(reading: &FileReading<'_>, has_configuration: bool) -> Diagnostic {
    if has_configuration {
        let help = Some("add `rules: [rules]`, with files or folders, or name some with `--rules`".to_string());
        Diagnostic::about_file(code::NO_RULES, &reading.document.file, "the configuration names no rules", help)
    } else {
        let message =
            format!("there are no rules: no `{CONFIGURATION}` stands here or above, and no `--rules` is given");
        let help = Some(format!("write a `{CONFIGURATION}` with `rules: [rules]`, or name a rule file with `--rules`"));
        Diagnostic::new(code::NO_RULES, message, help)
    }
}

/// Adds the file, or the rule files of the folder, each once.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Mistake> {
    let missing = |message: String| Mistake::new(code::MISSING_RULES, message, None);
    let kind = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => missing("there is no such file or folder".to_string()),
        _ => missing(reason(&error)),
    })?;
    if !kind.is_dir() {
        add(path.to_path_buf(), files);
        return Ok(());
    }
    std::fs::read_dir(path).map_err(|error| missing(format!("the folder cannot be read: {}", reason(&error))))?;
    let names = paths::names(path).into_iter().filter(|name| is_rule_file(name));
    let found: Vec<PathBuf> = names.map(|name| path.join(name)).filter(|path| !path.is_dir()).collect();
    if found.is_empty() {
        return Err(missing("the folder has no rule files".to_string()));
    }
    for file in found {
        add(file, files);
    }
    Ok(())
}

/// Included files, from the project's folder.
pub(super) struct Disk<'r> {
    /// That folder.
    pub root: &'r Path,
}

impl Library for Disk<'_> {
    fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        let file = self.root.join(wanted.path);
        if file.is_dir() {
            let message = format!("`{}` is a folder, and `include` takes files", wanted.written);
            return Err(Unread::absent(message, files_of(&file, wanted.written)));
        }
        let bytes = std::fs::read(&file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
                let help = paths::suggestion(
                    &self.root.join(wanted.folder),
                    wanted.written,
                    "the path is relative to the folder of this file",
                );
                Unread::absent(format!("there is no file `{}`", wanted.path), help)
            }
            _ => {
                let message = format!("`{}` cannot be read: {}", wanted.path, reason(&error));
                Unread::absent(message, "check that it is a file that you may read".to_string())
            }
        })?;
        crate::yaml::decode(wanted.path, bytes).map_err(Unread::Bad)
    }
}

/// The help for a folder where a file is wanted: what it holds.
fn files_of(folder: &Path, written: &str) -> String {
    let names = paths::names(folder).into_iter().filter(|name| is_rule_file(name));
    let files: Vec<String> = names.map(|name| format!("{}/{name}", written.trim_end_matches('/'))).collect();
    match files.as_slice() {
        [] => "it holds no rule files".to_string(),
        [..] => format!("name its files: `include: [{}]`", files.join(", ")),
    }
}

fn is_rule_file(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("yaml" | "yml")) && name != CONFIGURATION
}

fn add(file: PathBuf, files: &mut Vec<PathBuf>) {
    if !files.contains(&file) {
        files.push(file);
    }
}

fn read(root: &Path, file: &Path, sources: &mut Vec<RuleSource>, mistakes: &mut Vec<Diagnostic>) {
    let path = paths::shown(root, file);
    match std::fs::read(file) {
        Ok(bytes) => match crate::yaml::decode(&path, bytes) {
            Ok(text) => sources.push(RuleSource { path, text }),
            Err(diagnostic) => mistakes.push(*diagnostic),
        },
        Err(error) => {
            let message = format!("the rule file cannot be read: {}", reason(&error));
            mistakes.push(Diagnostic::about_file(code::UNREADABLE_RULES, &path, message, None));
        }
    }
}
