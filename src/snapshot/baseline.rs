//! A baseline: the findings of a day on which all were accepted, by their fingerprints, which no moved line changes.

use crate::{
    claim::Fingerprint,
    diagnostic::{Diagnostic, code},
    files::{self, Unreadable},
    finding::Report,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The version of the file's shape.
const NEWEST: u32 = 1;

/// The findings of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    version: u32,
    findings: Vec<BaselineEntry>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BaselineEntry {
    /// The story in which it is found.
    pub story: String,
    /// The rule's id.
    pub rule: String,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// What is wrong, for who reads the file; nothing is compared with it.
    pub message: String,
}

impl Baseline {
    /// The failures of a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let findings = report.stories.iter().flat_map(|story| story.findings.iter().map(move |one| (story, one)));
        let entries = findings.filter(|(_, finding)| finding.failure).map(|(story, finding)| BaselineEntry {
            story: story.story.clone(),
            rule: finding.rule.clone(),
            fingerprint: finding.fingerprint,
            message: finding.message.clone(),
        });
        Self::new(entries)
    }

    fn new(entries: impl Iterator<Item = BaselineEntry>) -> Self {
        let known: BTreeMap<_, _> = entries.map(|entry| ((entry.story.clone(), entry.fingerprint), entry)).collect();
        let mut findings: Vec<BaselineEntry> = known.into_values().collect();
        findings.sort();
        Self { version: NEWEST, findings }
    }

    /// Reads the file of one; nothing where there is no file.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(path: &Path) -> Result<Option<Self>, Box<Diagnostic>> {
        let name = path.to_string_lossy();
        let wrong = |message: String| {
            let help = "write it with `--update-baseline`".to_string();
            Box::new(Diagnostic::about_file(code::BAD_BASELINE, &name, message, Some(help)))
        };
        let bytes = match files::read(path, &files::BASELINE) {
            Ok(bytes) => bytes,
            Err(why) if Unreadable::is_missing(&why) => return Ok(None),
            Err(why) => return Err(wrong(format!("the baseline cannot be read: {why}"))),
        };
        let read: Self = serde_json::from_slice(&bytes).map_err(|why| wrong(format!("this is no baseline: {why}")))?;
        if read.version > NEWEST {
            return Err(wrong(format!(
                "this baseline is of version {}, which is newer than this program",
                read.version
            )));
        }
        Ok(Some(Self::new(read.findings.into_iter())))
    }

    /// The text of its file: a line a key, in order.
    #[must_use]
    pub fn text(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }

    /// How many it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings.len()
    }

    /// Those that are not in another.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let known = other.keys();
        let left = self.findings.iter().filter(|entry| !known.contains(&(entry.story.as_str(), entry.fingerprint)));
        Self { version: NEWEST, findings: left.cloned().collect() }
    }

    /// What is left of it where only what is in another is there still. Stories that were not judged stay as they are.
    #[must_use]
    pub fn kept(&self, now: &Self, judged: &BTreeSet<&str>) -> Self {
        let known = now.keys();
        let is_kept = |entry: &&BaselineEntry| {
            !judged.contains(entry.story.as_str()) || known.contains(&(entry.story.as_str(), entry.fingerprint))
        };
        Self { version: NEWEST, findings: self.findings.iter().filter(is_kept).cloned().collect() }
    }

    /// Both together.
    #[must_use]
    pub fn with(self, more: Self) -> Self {
        Self::new(self.findings.into_iter().chain(more.findings))
    }

    /// The stories and fingerprints that it holds.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<(&str, Fingerprint)> {
        self.findings.iter().map(|entry| (entry.story.as_str(), entry.fingerprint)).collect()
    }
}
