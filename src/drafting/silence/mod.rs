//! Phrases for what silent sources nearly say: where some articles say nothing on a topic, what stands there that is most
//! like what the others say, and a phrase that takes it.
//!
//! Values that are near (`claim::near`) give phrases (`phrases`); each is tried by itself on all articles of the story
//! (`tried`), and those that take what the others say, and nothing that is at odds with it, are offered (`offered`).

mod lines;
mod offered;
mod silent;
mod tried;

pub use lines::phrase_lines;
pub use offered::{OfferedClaim, OfferedPhrase, offered};
pub use silent::{SilentTopic, silent_topics};
pub use tried::{TriedArticle, TriedPhrase, trial_topics, tried_on, untried_phrases};
