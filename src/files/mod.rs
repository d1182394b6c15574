//! The one place that opens files: how much of each is read, which may be read at all, and how they are written.

mod fence;
mod glob;
mod read;
mod write;

pub use fence::{Fence, place};
pub use glob::{Stars, glob};
pub use read::{BoundedLine, Unreadable, line, read, rest_of_line};
pub use write::{Lock, keep, remove, sweep_all_but, write, write_new, write_pieces};

/// How much of one thing is read.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is read, in words.
    pub of: &'static str,
    /// The most bytes that it may have.
    pub most: u64,
}

/// Every limit, as the manual lists them.
#[cfg(feature = "rooms")]
pub const LIMITS: &[&Limit] =
    &[&ARTICLE, &FRONT_MATTER, &IGNORED, &YAML, &LEXICON, &SNAPSHOT, &BASELINE, &CACHED, &RECORD, &STREAM, &MESSAGE];

/// A longer file is no article.
pub const ARTICLE: Limit = Limit { of: "an article", most: 256 << 20 };

/// A longer one was not written by hand.
pub const FRONT_MATTER: Limit = Limit { of: "its front matter", most: 64 << 10 };

/// What a folder leaves out is said in a few lines.
pub const IGNORED: Limit = Limit { of: "a `.gitignore`", most: 1 << 20 };

/// Far above any that a person writes.
pub const YAML: Limit = Limit { of: "a rule file, or `crosscheck.yaml`", most: 16 << 20 };

/// A file that overrides some words of the lexicon.
pub const LEXICON: Limit = Limit { of: "a lexicon", most: 16 << 20 };

/// The facts of one story.
pub const SNAPSHOT: Limit = Limit { of: "a snapshot", most: 64 << 20 };

/// The findings that a project accepted on one day.
pub const BASELINE: Limit = Limit { of: "a baseline", most: 64 << 20 };

/// What was read of one article, kept for the next run.
pub const CACHED: Limit = Limit { of: "a file of the cache", most: 256 << 20 };

/// What one article claims, on one line.
pub const RECORD: Limit = Limit { of: "a line of claims that `judge` reads", most: 256 << 20 };

/// An article on one line.
pub const STREAM: Limit = Limit { of: "a line of articles that `--ndjson` reads", most: 16 << 20 };

/// All that an editor has to say at once: the text of a file, with its quotation marks.
pub const MESSAGE: Limit = Limit { of: "a message of an editor to `lsp`", most: 64 << 20 };

impl Limit {
    /// The most bytes in words: `64 KiB`, `16 MiB`.
    ///
    /// ```
    /// assert_eq!(crosscheck::rooms::files::FRONT_MATTER.in_words(), "64 KiB");
    /// ```
    #[must_use]
    pub fn in_words(&self) -> String {
        if self.most >= 1 << 20 { format!("{} MiB", self.most >> 20) } else { format!("{} KiB", self.most >> 10) }
    }
}
