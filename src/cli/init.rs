//! `crosscheck init`: a small project to begin with, which passes; written whole or not at all.

use super::{FINE, WRONG, arguments, drafted, drafted::NewFile, output};
use crate::{
    diagnostic::{Diagnostic, code, reason},
    report::Detail,
};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The files of the project. The configuration comes last: while it is missing, there is no project.
const FILES: &[(&str, &str)] = &[
    ("articles/storm/harbour-post.txt", include_str!("starter/harbour-post.txt")),
    ("articles/storm/upland-wire.txt", include_str!("starter/upland-wire.txt")),
    ("rules/storm.yaml", include_str!("starter/rules.yaml")),
    ("crosscheck.yaml", include_str!("starter/crosscheck.yaml")),
];

/// What to do with the project next.
const CHANGE_ONE: &str = "Change a figure in one of the articles, and check again.\n";
const READ_THEM: &str =
    "The rules are a draft: keep those that you want to hold, and give their topics better names.\n";

/// Runs the command.
pub fn run(arguments: &arguments::InitArguments) -> anyhow::Result<u8> {
    let folder = &arguments.folder;
    let (files, after) = match &arguments.from {
        Some(articles) => (drafted::files(folder, articles)?, READ_THEM),
        None => (FILES.iter().map(|(file, text)| (file.to_string(), text.to_string())).collect(), CHANGE_ONE),
    };
    let shown =
        |file: &str| folder.join(file).to_string_lossy().replace('\\', "/").trim_start_matches("./").to_string();
    let taken: Vec<Diagnostic> = files
        .iter()
        .filter(|(file, _)| folder.join(file).symlink_metadata().is_ok())
        .map(|(file, _)| is_taken(&shown(file)))
        .collect();
    if !taken.is_empty() {
        output::complain_about(&taken, Detail::Normal);
        output::complain("nothing is written");
        return Ok(WRONG);
    }
    write_all(folder, &files)?;
    let mut text = String::new();
    files.iter().for_each(|(file, _)| text.push_str(&format!("wrote {}\n", shown(file))));
    let change = if folder == Path::new(".") { String::new() } else { format!("cd {} && ", folder.display()) };
    text.push_str(&format!("\nNext: {change}crosscheck check --verbose\n"));
    text.push_str(after);
    output::say(&text)?;
    Ok(FINE)
}

fn is_taken(file: &str) -> Diagnostic {
    let help = "move it away, or name another folder: `crosscheck init newsroom`".to_string();
    Diagnostic::about_file(code::FILE_EXISTS, file, "the file is there already", Some(help))
}

/// Writes every file; where one cannot be written, those before it are taken away again.
fn write_all(folder: &Path, files: &[NewFile]) -> anyhow::Result<()> {
    let mut made = Made::default();
    for (file, text) in files {
        let path = folder.join(file);
        let written = made.folders_of(&path).and_then(|()| made.file(&path, text));
        if let Err(error) = written {
            made.undo();
            let why = match error.kind() {
                ErrorKind::AlreadyExists => "it is there already".to_string(),
                _ => reason(&error),
            };
            anyhow::bail!("`{}` cannot be written: {why}; nothing is written", path.display());
        }
    }
    Ok(())
}

/// What was made so far, in this order.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn folders_of(&mut self, path: &Path) -> std::io::Result<()> {
        let folders = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        let missing: Vec<&Path> = folders.take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            std::fs::create_dir(folder)?;
            self.folders.push(folder.to_path_buf());
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, text: &str) -> std::io::Result<()> {
        output::write_new_file(path, text)?;
        self.files.push(path.to_path_buf());
        Ok(())
    }

    /// Takes away what was made; what cannot be taken away stays.
    fn undo(&self) {
        self.files.iter().rev().for_each(|file| drop(std::fs::remove_file(file)));
        self.folders.iter().rev().for_each(|folder| drop(std::fs::remove_dir(folder)));
    }
}
