//! Which rule files a project has: those of the command line, else those of the configuration; read as text.

use super::{
    CONFIGURATION, ProjectOptions,
    configuration::{Configuration, Located},
    paths::{self, Disk, OUTSIDE_HELP, is_yaml},
};
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, Mistake, code, reason},
    files::{self, Unreadable},
    rule::{Library, RuleSource, Unread, Wanted},
    yaml::FileReading,
};
use std::path::{Path, PathBuf};

/// The rule files in the order named; a folder gives its own `*.yaml` and `*.yml`, by name. What the configuration names
/// wrongly is noted in `reading`, the rest is returned.
pub(super) fn rule_files(
    reading: &mut FileReading<'_>,
    disk: Disk<'_>,
    settings: &Configuration,
    arguments: &ProjectOptions,
    configuration: Option<&Path>,
) -> (Vec<RuleSource>, Vec<Diagnostic>) {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut mistakes = Vec::new();
    if !arguments.rules.is_empty() {
        for path in &arguments.rules {
            let folder = paths::normal(&arguments.working_folder);
            let path_of_file = paths::normal(&folder.join(path));
            if disk.open.contains_key(&path_of_file) {
                add(path_of_file, &mut files);
            } else if let Err(mistake) = collect(&path_of_file, &mut files) {
                let shown = path.to_string_lossy();
                let help = paths::suggestion(&folder, &shown, "check the path after `--rules`");
                let place = DiagnosticPlace::whole(&shown);
                mistakes.push(Mistake { help: Some(help.help), ..mistake }.placed(place));
            }
        }
    } else if !arguments.packs.is_empty() {
        // They are the rules.
    } else if let Some(rules) = &settings.rules {
        if rules.is_empty() && settings.packs.is_empty() && reading.errors() == 0 {
            mistakes.push(no_rules(reading, configuration));
        }
        for path in rules {
            configured(reading, disk, path, &mut files);
        }
    } else if settings.packs.is_empty() && reading.mistakes.iter().all(|found| found.code != code::UNKNOWN_PACK) {
        mistakes.push(no_rules(reading, configuration));
    }
    let mut sources: Vec<RuleSource> = Vec::new();
    for file in files {
        read(disk, &file, &mut sources, &mut mistakes);
    }
    (sources, mistakes)
}

fn configured(reading: &mut FileReading<'_>, disk: Disk<'_>, path: &Located, files: &mut Vec<PathBuf>) {
    let whole = disk.root.join(&path.text);
    if !disk.fence.holds(&whole) {
        let message = format!("`{}` lies outside of the project's folder, and is not read", path.text);
        return reading.mistake(code::OUTSIDE_PROJECT, path.span, message, OUTSIDE_HELP);
    }
    // What is no rule file would be shown where it cannot be read.
    let found = if whole.is_dir() || !whole.exists() || is_yaml(&path.text) {
        collect(&paths::normal(&whole), files)
    } else {
        Err(Mistake::new(code::MISSING_RULES, "it is no rule file", None))
    };
    if let Err(mistake) = found {
        let help = if whole.exists() {
            "name a rule file (.yaml, .yml), or a folder that has some directly in it".into()
        } else {
            paths::suggestion(disk.root, &path.text, "the path is relative to this file")
        };
        reading.mistake(code::MISSING_RULES, path.span, format!("`{}`: {mistake}", path.text), help);
    }
}

fn no_rules(reading: &FileReading<'_>, configuration: Option<&Path>) -> Diagnostic {
    if configuration.is_some() {
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
impl Library for Disk<'_> {
    fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        let file = self.root.join(wanted.path);
        if !self.fence.holds(&file) {
            let message = format!("`{}` leads out of the project's folder, and is not read", wanted.written);
            return Err(Unread::absent(message, OUTSIDE_HELP.to_string()));
        }
        if file.is_file() && !is_yaml(wanted.path) {
            let message = format!("`{}` is no rule file", wanted.written);
            return Err(Unread::absent(message, "name a file that ends in .yaml or .yml".to_string()));
        }
        self.read_text(wanted, &file)
    }

    fn data(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        let file = self.root.join(wanted.path);
        if !self.fence.holds(&file) {
            let message = format!("`{}` leads out of the project's folder, and is not read", wanted.written);
            return Err(Unread::absent(message, OUTSIDE_HELP.to_string()));
        }
        self.read_text(wanted, &file)
    }
}

impl Disk<'_> {
    fn read_text(&self, wanted: &Wanted<'_>, file: &Path) -> Result<String, Unread> {
        let bytes = self.read(file, &files::YAML).map_err(|why| match &why {
            Unreadable::Folder => {
                let message = format!("`{}` is a folder, and a file is asked for", wanted.written);
                Unread::absent(message, files_of(file, wanted.written))
            }
            Unreadable::TooLong(limit) => Unread::Bad(Box::new(crate::yaml::too_long(wanted.path, limit))),
            Unreadable::System(_) if why.is_missing() => {
                let help = paths::suggestion(
                    &self.root.join(wanted.folder),
                    wanted.written,
                    "the path is relative to the folder of this file",
                );
                Unread::absent(format!("there is no file `{}`", wanted.path), help)
            }
            Unreadable::Special | Unreadable::System(_) => {
                let message = format!("`{}` cannot be read: {why}", wanted.path);
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
    is_yaml(name) && name != CONFIGURATION
}

fn add(file: PathBuf, files: &mut Vec<PathBuf>) {
    if !files.contains(&file) {
        files.push(file);
    }
}

fn read(disk: Disk<'_>, file: &Path, sources: &mut Vec<RuleSource>, mistakes: &mut Vec<Diagnostic>) {
    let path = paths::shown(disk.root, file);
    // A folder of the project may hold a link that leads out of it.
    if !disk.fence.holds(file) {
        let message = format!("`{path}` leads out of the project's folder, and is not read");
        mistakes.push(Diagnostic::about_file(code::OUTSIDE_PROJECT, &path, message, Some(OUTSIDE_HELP.to_string())));
        return;
    }
    match disk.read(file, &files::YAML) {
        Ok(bytes) => match crate::yaml::decode(&path, bytes) {
            Ok(text) => sources.push(RuleSource { path, text }),
            Err(diagnostic) => mistakes.push(*diagnostic),
        },
        Err(Unreadable::TooLong(limit)) => mistakes.push(crate::yaml::too_long(&path, limit)),
        Err(why) => {
            let message = format!("the rule file cannot be read: {why}");
            mistakes.push(Diagnostic::about_file(code::UNREADABLE_RULES, &path, message, None));
        }
    }
}
