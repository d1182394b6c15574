//! Which changes `--accept` and `--reject` mean.

use super::steps::{self, Step, Steps};
use crate::{
    cli::{FINE, WRONG, output},
    report::Decision,
};
use globset::{GlobBuilder, GlobMatcher};
use std::path::Path;

/// The patterns of a command line.
pub struct ReviewChoice {
    accept: Vec<(String, GlobMatcher)>,
    reject: Vec<(String, GlobMatcher)>,
}

impl ReviewChoice {
    /// Those of the command line.
    pub fn new(accept: &[String], reject: &[String]) -> anyhow::Result<Self> {
        Ok(Self { accept: patterns(accept)?, reject: patterns(reject)? })
    }

    /// Decides about every change; gives the exit code.
    pub fn decide(&self, steps: &mut Steps<'_>) -> anyhow::Result<u8> {
        let mut code = FINE;
        for pattern in self.idle(&steps.all) {
            output::complain(&format!("no change fits `{pattern}`: `crosscheck review --list` lists them"));
            code = WRONG;
        }
        let decisions: Vec<Decision> = steps.all.iter().map(|step| self.decision(step)).collect();
        let mut at = 0;
        while let Some(decision) = decisions.get(at).copied() {
            let end = at + decisions.iter().skip(at).take_while(|other| **other == decision).count();
            if decision == Decision::Accepted {
                for why in steps.accept(at..end)? {
                    output::complain(&format!("not accepted: {why}"));
                    code = WRONG;
                }
            } else {
                (at..end).for_each(|at| steps.set(at, decision));
            }
            at = end;
        }
        Ok(code)
    }

    /// What is decided about a change; what is rejected is not accepted.
    fn decision(&self, step: &Step<'_>) -> Decision {
        let names = names(step);
        let is_meant = |(_, pattern): &(String, GlobMatcher)| names.iter().any(|name| pattern.is_match(name));
        if self.reject.iter().any(is_meant) {
            Decision::Rejected
        } else if self.accept.iter().any(is_meant) {
            Decision::Accepted
        } else {
            Decision::Open
        }
    }

    /// The patterns that fit none of the changes; where there is no change, none is missed.
    fn idle<'p>(&'p self, steps: &[Step<'_>]) -> Vec<&'p str> {
        if steps.is_empty() {
            return Vec::new();
        }
        let fits =
            |pattern: &GlobMatcher| steps.iter().any(|step| names(step).iter().any(|name| pattern.is_match(name)));
        let all = self.accept.iter().chain(&self.reject);
        all.filter(|(_, pattern)| !fits(pattern)).map(|(text, _)| text.as_str()).collect()
    }
}

fn patterns(texts: &[String]) -> anyhow::Result<Vec<(String, GlobMatcher)>> {
    let read = |text: &String| {
        // A folder is meant with or without its last stroke.
        let bare = text.strip_suffix('/').unwrap_or(text);
        let glob = GlobBuilder::new(bare).case_insensitive(true).backslash_escape(true).build();
        let glob = glob.map_err(|error| anyhow::anyhow!("`{text}` is no pattern: {}", error.kind()))?;
        Ok((text.clone(), glob.compile_matcher()))
    };
    texts.iter().map(read).collect()
}

/// All that a change may be called.
fn names(step: &Step<'_>) -> Vec<String> {
    let mut names = vec![step.story.story.clone(), step.file.to_string(), step.change.message.clone()];
    for article in &step.story.articles {
        let path = Path::new(&article.article);
        let is_own = steps::sources(step.change).any(|source| source == article.source);
        names.extend(is_own.then(|| article.article.clone()));
        names.extend(path.ancestors().skip(1).map(|folder| folder.to_string_lossy().into_owned()));
    }
    names.extend(steps::named(step.change).map(str::to_string));
    names.retain(|name| !name.is_empty());
    names
}
