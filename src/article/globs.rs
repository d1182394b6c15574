//! Many globs at once: which of them name a path, and the files of each, every folder walked once for all.

use super::{
    discover::{SearchedFolder, Skips, outside, walk},
    glob::ArticleGlob,
    passed_over::PassedOver,
};
use crate::{
    diagnostic::{Diagnostic, code},
    files::Fence,
};
use rustc_hash::FxHashMap;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Globs, each found by the words that it begins and ends with.
#[derive(Debug, Default)]
pub struct ArticleGlobs<'g> {
    globs: Vec<&'g ArticleGlob>,
    by_start: FxHashMap<&'g str, ByEnd<'g>>,
    lengths: BTreeSet<usize>,
}

/// Of globs that begin alike.
#[derive(Debug, Default)]
struct ByEnd<'g> {
    globs: FxHashMap<&'g str, Vec<usize>>,
    lengths: BTreeSet<usize>,
}

impl<'g> ArticleGlobs<'g> {
    /// Puts globs in order.
    #[must_use]
    pub fn new(globs: impl IntoIterator<Item = &'g ArticleGlob>) -> Self {
        let mut all = Self::default();
        for glob in globs {
            let (start, end) = glob.ends();
            all.lengths.insert(start.len());
            let by_end = all.by_start.entry(start).or_default();
            by_end.lengths.insert(end.len());
            by_end.globs.entry(end).or_default().push(all.globs.len());
            all.globs.push(glob);
        }
        all
    }

    /// The indices of the globs that name a path, in order.
    #[must_use]
    pub fn naming(&self, path: &str) -> BTreeSet<usize> {
        let starts = self.lengths.iter().filter_map(|length| self.by_start.get(path.get(..*length)?));
        let alike = starts.flat_map(|by_end| {
            let ends = by_end.lengths.iter().filter_map(|length| path.get(path.len().checked_sub(*length)?..));
            ends.filter_map(|end| by_end.globs.get(end)).flatten().copied()
        });
        alike.filter(|index| self.globs.get(*index).is_some_and(|glob| glob.names(path))).collect()
    }
}

/// What was found for one glob.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlobFiles {
    /// The files that it names, sorted, with forward slashes.
    pub files: Vec<String>,
    /// Whether a diagnostic says why there are no more.
    pub is_explained: bool,
}

/// The files of each glob, and what is wrong with what was walked. That a glob finds nothing is for the caller to say, who
/// knows where it is written.
#[must_use]
pub fn files_of(globs: &[&ArticleGlob], root: &Path, fence: &Fence) -> (Vec<GlobFiles>, Vec<Diagnostic>) {
    let mut all = Files { found: vec![GlobFiles::default(); globs.len()], diagnostics: Vec::new() };
    let mut walks: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
    for (index, glob) in globs.iter().enumerate() {
        match glob.walk() {
            Some(walk) => walks.entry(walk).or_default().push(index),
            None => all.look(glob.path(), index, root, fence),
        }
    }
    for ((folder, depth), members) in walks {
        all.walk((folder, depth), &members, globs, (root, fence));
    }
    (all.found, all.diagnostics)
}

struct Files {
    found: Vec<GlobFiles>,
    diagnostics: Vec<Diagnostic>,
}

impl Files {
    /// A glob that names one file.
    fn look(&mut self, path: &str, index: usize, root: &Path, fence: &Fence) {
        let whole = root.join(path);
        if !fence.holds(&whole) {
            self.explain(outside(path), [index]);
        } else if whole.exists() && !whole.is_dir() {
            self.add(path, [index]);
        }
    }

    /// Globs that look in one folder, equally deep.
    fn walk(
        &mut self,
        (folder, depth): (&str, usize),
        members: &[usize],
        globs: &[&ArticleGlob],
        (root, fence): (&Path, &Fence),
    ) {
        let own = ArticleGlobs::new(members.iter().filter_map(|index| globs.get(*index).copied()));
        let naming = |path: &str| own.naming(path).into_iter().filter_map(|own| members.get(own).copied());
        let passed_over = PassedOver::default();
        let wild: Vec<&ArticleGlob> = members.iter().filter_map(|index| globs.get(*index).copied()).collect();
        let is_passed = |path: &str| PassedOver::may_be(path) && wild.iter().any(|glob| glob.passes_over(path));
        let is_meant = |path: &str| naming(path).next().is_some() || is_passed(path) && passed_over.note(path);
        let searched = SearchedFolder { root, folder, depth, skips: Skips::Nothing };
        let (mut files, diagnostics) = walk(searched, fence, &is_meant);
        files.sort();
        for file in &files {
            self.add(file, naming(file));
        }
        self.diagnostics.extend(passed_over.told(&files));
        for diagnostic in diagnostics {
            // A file that lies outside is missed by those that name it, all else by each.
            let path = diagnostic.place.as_ref().map(|place| place.file.clone()).unwrap_or_default();
            if diagnostic.code == code::OUTSIDE_PROJECT && !root.join(&path).is_dir() {
                self.explain(diagnostic, naming(&path));
            } else {
                self.explain(diagnostic, members.iter().copied());
            }
        }
    }

    fn add(&mut self, file: &str, globs: impl IntoIterator<Item = usize>) {
        for index in globs {
            if let Some(found) = self.found.get_mut(index) {
                found.files.push(file.to_string());
            }
        }
    }

    fn explain(&mut self, diagnostic: Diagnostic, globs: impl IntoIterator<Item = usize>) {
        for index in globs {
            if let Some(found) = self.found.get_mut(index) {
                found.is_explained = true;
            }
        }
        self.diagnostics.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_globs_name_what_each_names() {
        const GLOBS: &[&str] = &[
            "flood/a.txt",
            "flood/*",
            "flood/a*",
            "flood/*a.txt",
            "flood/**",
            "**/a.txt",
            "**",
            "*",
            "*.pdf",
            "{flood,ice}/a.txt",
            "flood/[ab].txt",
            "flood/**/a.txt",
            "flood/?.txt",
            "./flood//a.txt",
            "flood/[[]a.txt",
            "flood/é*.txt",
            "flood",
            "flood/a.txt*",
        ];
        let globs: Vec<ArticleGlob> = GLOBS.iter().map(|glob| ArticleGlob::new(glob).unwrap()).collect();
        let all = ArticleGlobs::new(&globs);
        for path in [
            "flood/a.txt",
            "a.txt",
            "flood/day/a.txt",
            "ice/a.txt",
            "flood/b.txt",
            "flood/é.txt",
            "flood/[a.txt",
            "flood/a.pdf",
            "notes.pdf",
            "flood/[ab].txt",
            "flood",
            "",
            "é",
        ] {
            let each: BTreeSet<usize> = (0..globs.len()).filter(|index| globs[*index].names(path)).collect();
            assert_eq!(all.naming(path), each, "{path}");
        }
    }
}
