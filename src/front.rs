//! The front door: what a program that uses the library sees, in the fewest words that do the whole work.

use crate::{
    article::{self, Article, MetadataLayer},
    claim::{self, ArticleClaims, Topics},
    diagnostic::{Colour, Diagnostic, Level, render},
    finding::{Report, Summary, VERSION},
    lexicon::Lexicon,
    pipeline,
    project::{self, Project},
    rule::{self, Defaults, RuleSet, RuleSource},
    verify,
};
use std::{fmt, path::Path, sync::Arc};

/// The rules of one rule file, ready to be asked of articles.
///
/// What articles are read for is worked out from the rules: there is nothing that a caller could forget to hand over.
#[derive(Clone, Debug)]
pub struct Rules {
    set: RuleSet,
    lexicon: Arc<Lexicon>,
}

impl Rules {
    /// Reads the text of a rule file; `path` names it in messages.
    ///
    /// # Errors
    /// Every mistake of the file, where one of them is an error. Warnings alone are no reason to refuse it.
    pub fn read(path: &str, text: &str) -> Result<Self, Error> {
        let lexicon = Arc::clone(Lexicon::english());
        let file = RuleSource { path: path.to_string(), text: text.to_string() };
        let (set, mistakes) = rule::read(&[file], &Defaults::default(), &lexicon);
        Error::of(mistakes)?;
        Ok(Self { set, lexicon })
    }

    /// What the articles of a story are read for.
    fn topics(&self, story: &str) -> Topics {
        self.set.wanted(story, &self.lexicon)
    }
}

impl Article {
    /// Reads an article from its bytes. `path` names it, and says by its ending what it is written in: `.md` is Markdown,
    /// all else plain text. Encodings other than UTF-8 are recognised.
    ///
    /// # Errors
    /// What is wrong with it, where that is an error: its date of publication cannot be read, it is empty, it is HTML, or
    /// it is larger than 256 MiB.
    pub fn read(path: &str, bytes: impl Into<Vec<u8>>) -> Result<Self, Error> {
        let (article, mistakes) = article::read(path, bytes.into(), &MetadataLayer::default(), Lexicon::english());
        Error::of(mistakes.clone())?;
        article.ok_or(Error { diagnostics: mistakes })
    }
}

impl Project {
    /// Reads `crosscheck.yaml` of a folder, or of the nearest one above it, with the rule files that it names; articles are
    /// found, and read by [`check`].
    ///
    /// # Errors
    /// Every mistake in the configuration and the rule files, where one of them is an error.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, Error> {
        let working_folder = folder.as_ref().to_path_buf();
        let project = project::load(&project::ProjectOptions { working_folder, ..project::ProjectOptions::default() });
        Error::of(project.diagnostics.clone())?;
        Ok(project)
    }
}

/// What one article of a story claims. It needs no other article, and answers no rule: claims are plain data, which can be
/// kept as JSON and judged later.
#[must_use]
pub fn extract(article: &Article, story: &str, rules: &Rules) -> ArticleClaims {
    claim::extract(article, story, None, &rules.topics(story))
}

/// Judges every rule on the claims of articles, of one story or of many. The order of the claims changes nothing.
#[must_use]
pub fn judge(rules: &Rules, claims: &[ArticleClaims]) -> Report {
    let mut stories = verify::judge(&rules.set, claims, &rules.lexicon);
    pipeline::accept(&mut stories, &pipeline::Acceptances::new(&rules.set.rules, &[], claims), None);
    let diagnostics = verify::warnings(&rules.set, claims);
    Report { version: VERSION, summary: Summary::of(&stories), stories, diagnostics }
}

/// Judges a project: reads its articles, in parallel, and asks its rules. What cannot be read stands among the report's
/// diagnostics, and hides nothing else.
#[must_use]
pub fn check(project: &Project) -> Report {
    pipeline::check(project, &|| ())
}

/// What is wrong with a rule file, a project or an article: one diagnostic or more, the first of them an error. Printed, it
/// is the text that the command line shows, without colours.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
pub struct Error {
    /// Each mistake with its place, and what to write instead.
    pub diagnostics: Vec<Diagnostic>,
}

impl Error {
    /// Nothing, where no mistake is an error.
    fn of(mut mistakes: Vec<Diagnostic>) -> Result<(), Self> {
        mistakes.sort_by_key(|found| found.level != Level::Error);
        match mistakes.first().map(|found| found.level) {
            Some(Level::Error) => Err(Self { diagnostics: mistakes }),
            Some(_) | None => Ok(()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts = self.diagnostics.iter().map(|found| render(found, Colour::Plain));
        to.write_str(&texts.collect::<Vec<_>>().join("\n\n"))
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Outcome;

    const RULES: &str = "topics:\n  toll: {kind: count, phrases: [\"<count> dead\"]}\nrules:\n  - toll consistent across sources\n  - every time has a zone\n";

    #[test]
    fn claims_that_were_kept_as_json_are_judged_like_fresh_ones() {
        let rules = Rules::read("a.yaml", RULES).unwrap();
        let texts = [("a.txt", "Fire\n\n5 dead at 9:15 a.m. on Thursday.\n"), ("b.txt", "Fire\n\nSix dead.\n")];
        let claims = texts.map(|(path, text)| extract(&Article::read(path, text).unwrap(), "fire", &rules));
        let kept: Vec<ArticleClaims> = serde_json::from_str(&serde_json::to_string(&claims).unwrap()).unwrap();
        let report = judge(&rules, &kept);
        assert_eq!(report, judge(&rules, &claims));
        // What `every time` asks for was extracted too, without anybody naming it.
        let outcomes: Vec<Outcome> = report.stories[0].findings.iter().map(|finding| finding.outcome).collect();
        assert_eq!(outcomes, [Outcome::Fail, Outcome::Fail]);
    }

    #[test]
    fn an_error_holds_every_mistake_and_prints_as_the_command_does() {
        let error = Rules::read("a.yaml", &RULES.replace("toll consistent", "tol consistent").replace("zone", "zon"));
        let error = error.unwrap_err();
        assert_eq!(error.diagnostics.len(), 2);
        assert!(error.to_string().starts_with("error[unknown-topic]: "), "{error}");
        assert!(error.to_string().contains("--> a.yaml:4:5"), "{error}");
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for (path, text) in
            [("a.html", "<p>Five dead."), ("a.txt", ""), ("a.txt", "---\npublished: soon\n---\nFive dead.\n")]
        {
            assert!(Article::read(path, text).is_err(), "{path}: {text}");
        }
        assert!(Rules::read("a.yaml", "rules: [").is_err());
        assert!(Project::open("/nowhere/at/all").is_err());
    }

    #[test]
    fn a_warning_is_no_error() {
        let unused = format!("{RULES}  - toll cited\n")
            .replace("topics:\n", "topics:\n  hurt: {kind: count, phrases: [\"<count> hurt\"]}\n");
        assert!(Rules::read("a.yaml", &unused).is_ok());
    }

    #[test]
    fn a_project_is_checked_whole() {
        let project = Project::open(env!("CARGO_MANIFEST_DIR")).unwrap();
        assert!(check(&project).stories.len() >= 3);
    }
}
