//! Files in the folders of articles that are none, though somebody may think that they are read: told once a folder.

use crate::diagnostic::{Diagnostic, code};
use std::{
    cell::RefCell,
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The endings of files that hold what people read.
const DOCUMENTS: [&str; 14] =
    ["doc", "docx", "eml", "epub", "mht", "mhtml", "msg", "odt", "pages", "pdf", "ppt", "pptx", "rtf", "webarchive"];
/// The endings of files that programs write: they are told of only beside articles.
const DATA: [&str; 9] = ["csv", "json", "jsonl", "ndjson", "tsv", "xls", "xlsx", "xml", "zip"];

/// How many files of each ending were passed over, by folder.
#[derive(Debug, Default)]
pub(super) struct PassedOver {
    by_folder: RefCell<BTreeMap<String, BTreeMap<String, usize>>>,
}

impl PassedOver {
    /// Whether a file is one that somebody may think is read.
    pub fn may_be(path: &str) -> bool {
        let ending = ending_of(path);
        is_document(&ending) || DATA.contains(&ending.as_str())
    }

    /// Notes a file that is no article, and says that it is none.
    pub fn note(&self, path: &str) -> bool {
        if Self::may_be(path) {
            let (folder, ending) = (folder_of(path), ending_of(path));
            let mut by_folder = self.by_folder.borrow_mut();
            *by_folder.entry(folder.to_string()).or_default().entry(ending).or_default() += 1;
        }
        false
    }

    /// What is said of them; `articles` are the files that were found.
    pub fn told(self, articles: &[String]) -> Vec<Diagnostic> {
        let folders: BTreeSet<&str> = articles.iter().map(|path| folder_of(path)).collect();
        let by_folder = self.by_folder.into_inner().into_iter();
        let told = by_folder.filter_map(|(folder, mut endings)| {
            endings.retain(|ending, _| folders.contains(folder.as_str()) || is_document(ending));
            (!endings.is_empty()).then(|| of_folder(&folder, endings))
        });
        told.collect()
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// In small letters; empty where it has none.
fn ending_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn is_document(ending: &str) -> bool {
    DOCUMENTS.contains(&ending)
}

/// "3 passed over: 2 .pdf, 1 .docx", the most first.
fn of_folder(folder: &str, endings: BTreeMap<String, usize>) -> Diagnostic {
    let number: usize = endings.values().sum();
    let mut endings: Vec<(String, usize)> = endings.into_iter().collect();
    endings.sort_by_key(|(_, number)| Reverse(*number));
    let listed: Vec<String> = endings.iter().map(|(ending, number)| format!("{number} .{ending}")).collect();
    let message = format!("{number} passed over: {}", listed.join(", "));
    let help = "articles are plain text (.txt) or Markdown (.md): save them as such".to_string();
    Diagnostic::about_file(code::PASSED_OVER, if folder.is_empty() { "." } else { folder }, message, Some(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_article_is_told_once_a_folder() {
        for (files, articles, expected) in [
            (&["a/x.pdf", "a/y.PDF", "a/z.docx"][..], &["a/x.txt"][..], &["a: 3 passed over: 2 .pdf, 1 .docx"][..]),
            (&["a/x.pdf", "b/y.pdf"], &[], &["a: 1 passed over: 1 .pdf", "b: 1 passed over: 1 .pdf"]),
            (&["x.json", "y.csv"], &["a.txt"], &[".: 2 passed over: 1 .csv, 1 .json"]),
            // Data is read by other programs.
            (&["a/x.json", "a/y.csv"], &["b/x.txt"], &[]),
            (&["a/x.png", "a/README", "a/x.yaml", "a/.txt.swp"], &["a/x.txt"], &[]),
        ] {
            let passed = PassedOver::default();
            assert!(!files.iter().any(|path| passed.note(path)));
            let articles: Vec<String> = articles.iter().map(ToString::to_string).collect();
            let told = passed.told(&articles).into_iter();
            let told: Vec<String> =
                told.map(|told| format!("{}: {}", told.place.unwrap().file, told.message)).collect();
            assert_eq!(told, expected, "{files:?}");
        }
    }
}
