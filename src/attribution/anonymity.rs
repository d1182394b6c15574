//! Why a speaker's name is kept back, in the speaker's sentence or the next.

use super::{Attribution, SpeakerSort, reading::SpeechReader};
use crate::text::Part;
use std::ops::Range;

/// The reason begins so soon behind the words that say that the name is kept back.
const NEAR: usize = 2;

/// So many words of a reason are shown.
const SHOWN: usize = 24;

impl SpeechReader<'_> {
    /// The reason why the one who speaks is not named, where one is given.
    pub fn reason(&self, attribution: &Attribution) -> Option<Range<usize>> {
        let speaker = Some(&attribution.speaker).filter(|speaker| speaker.sort == SpeakerSort::Unnamed)?;
        let at = speaker.stands_for.as_ref().unwrap_or(&speaker.words).start;
        let sentences = self.text.sentences();
        let own = sentences.partition_point(|sentence| sentence.end <= at);
        let near = sentences.get(own..)?.iter().take(2).filter(|sentence| sentence.part != Part::Headline);
        near.map(|sentence| sentence.first..sentence.end).find_map(|tokens| self.reason_in(&tokens))
    }

    fn reason_in(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let stand =
            |at: usize, phrases: &[Vec<String>]| phrases.iter().find(|words| self.text.stands(at, words)).map(Vec::len);
        for at in tokens.clone() {
            if stand(at, self.words.reasons()).is_some() {
                return Some(at..tokens.end.min(at + SHOWN));
            }
            if let Some(length) = stand(at, self.words.anonymity()) {
                let begins = (at + length..tokens.end.min(at + length + NEAR + 1))
                    .find(|next| stand(*next, self.words.because()).is_some());
                if let Some(begin) = begins {
                    return Some(begin..tokens.end.min(begin + SHOWN));
                }
            }
        }
        None
    }
}
