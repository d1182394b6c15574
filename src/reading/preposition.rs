//! Words that hedge a figure in one place and are prepositions in another: "over 10 people", "$3 billion over five years".

use super::{Reader, is_plural};
use crate::{
    lexicon::{Class, WordGroup},
    text::TokenKind,
};

/// A figure before its noun has at most so many tokens: "two and a half", "1.5 million".
const FIGURE: usize = 5;

impl Reader<'_> {
    /// Whether the one word of a hedge, at `at`, belongs to the word before it and not to the figure behind: "control over 138
    /// domains", "a film about 12 sailors", "12 titles over three years", "under three mayors".
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        match self.written(at).len() {
            4 if self.is(at, "over") => self.is_of(before, WordGroup::OVER) || self.is_stretched(at),
            5 if self.is(at, "about") => {
                let told = self.is_of(before, WordGroup::IS_ARE) || self.is(before, "was");
                self.is_of(if told { before.wrapping_sub(1) } else { before }, WordGroup::ABOUT)
            }
            5 if self.is(at, "under") || self.is(at, "above") || self.is(at, "below") => self.is_few(at + 1),
            _ => false,
        }
    }

    /// Whether "over" at `at` says in which time or on how many places something was: "rose 12% over three years".
    fn is_stretched(&self, at: usize) -> bool {
        let noun = (at + 1..at + 1 + FIGURE).find(|next| !self.is_of_figure(*next)).unwrap_or(at + 1 + FIGURE);
        let word = self.word(noun);
        let is_length = word.is(Class::DURATION) || word.unit.is_some();
        if noun == at + 1 || !is_length && !word.is_of(WordGroup::SPREAD) {
            return false;
        }
        // "Over two hours long", "over two years ago".
        let counts_from = self.is_of(noun + 1, WordGroup::AGO) || self.is(noun + 1, "ago") || self.is(noun + 1, "long");
        let hyphen = self.kind(noun + 1) == TokenKind::Hyphen || self.kind(noun.wrapping_sub(1)) == TokenKind::Hyphen;
        let lasts = !word.is_of(WordGroup::SPREAD) && self.is_of(at.wrapping_sub(1), WordGroup::LASTING);
        !counts_from && !hyphen && !lasts && self.leads_stretch(at.wrapping_sub(1))
    }

    /// Whether a length or a spread of places may follow the word: an amount, a plural, what changed, what was done to something.
    fn leads_stretch(&self, before: usize) -> bool {
        let word = self.word(before);
        match self.kind(before) {
            TokenKind::Number | TokenKind::Percent | TokenKind::Currency => true,
            TokenKind::Word => {
                let amount = word.is(Class::MAGNITUDE
                    .and(Class::UNIT)
                    .and(Class::CURRENCY)
                    .and(Class::PERCENT)
                    .and(Class::FRACTION)
                    .and(Class::CHANGE));
                let noun = is_plural(self, before) && !word.is(Class::FUNCTION) && !self.is_sentence_start(before);
                amount || noun && !word.is(Class::DURATION) || self.is_passive(before)
            }
            _ => false,
        }
    }

    /// "Was built", "be slowly repaid", at the participle.
    fn is_passive(&self, at: usize) -> bool {
        let word = self.word(at);
        let participle = word.is(Class::PAST) || word.is_of(WordGroup::PARTICIPLE) || self.written(at).ends_with("ed");
        let adverb = self.written(at.wrapping_sub(1)).ends_with("ly");
        let auxiliary = at.wrapping_sub(1 + usize::from(adverb));
        participle && self.is_of(auxiliary, WordGroup::BE_FORMS)
    }

    fn is_of_figure(&self, at: usize) -> bool {
        let words = Class::CARDINAL.and(Class::MAGNITUDE).and(Class::FRACTION).and(Class::ARTICLE);
        let word = self.word(at);
        self.kind(at) == TokenKind::Number || word.is(words) && word.unit.is_none() || self.is(at, "and")
    }

    /// Whether a few things that no unit counts follow, which nobody tells by a side of them: "three mayors".
    fn is_few(&self, at: usize) -> bool {
        let word = self.word(at);
        let few = match self.kind(at) {
            TokenKind::Number => self.written(at).len() == 1,
            TokenKind::Word => word.is(Class::CARDINAL) && word.number < 10.0,
            _ => false,
        };
        let next = self.word(at + 1);
        let units = Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT).and(Class::MAGNITUDE);
        few && is_plural(self, at + 1) && !next.is(units) && next.unit.is_none()
    }
}

#[cfg(test)]
mod tests {
    use crate::{lexicon::Lexicon, mention::mentions, text::Text};

    /// The hedges of the last value of a text.
    fn hedge(source: &str) -> Option<Box<str>> {
        let text = Text::plain(source, Lexicon::english());
        mentions(&text, Lexicon::english()).pop().and_then(|mention| mention.value.hedge)
    }

    #[test]
    fn prepositions_are_no_hedges() {
        for source in [
            "The firm lost control over 138 domains.",
            "It will spend $3 billion over five years.",
            "Prices rose 12% over three years.",
            "Rents fell 5 percent over two and a half years.",
            "She won 12 titles over three years.",
            "It was slowly built over six years.",
            "Sales grew over two quarters.",
            "The show had 27 episodes over three winters.",
            "It was held over two weekends.",
            "Rain fell over five counties.",
            "They won 5-2 over two legs.",
            "He served under three mayors.",
            "The club sits above three rivals.",
            "The film is about 12 sailors.",
        ] {
            assert_eq!(hedge(source), None, "{source}");
        }
    }

    #[test]
    fn hedges_stay() {
        for (source, expected) in [
            ("It killed over 10 people.", "over"),
            ("It gave children over 500 toys.", "over"),
            ("They waited over three hours.", "over"),
            ("Terms of over three years are rare.", "over"),
            ("It took over three weeks.", "over"),
            ("The bridge was closed over two years.", "over"),
            ("They met for over six hours.", "over"),
            ("It has over five floors.", "over"),
            ("Tickets were under five dollars.", "under"),
            ("It fell to under three percent.", "under"),
            ("There were about 12 sailors.", "about"),
        ] {
            assert_eq!(hedge(source).as_deref(), Some(expected), "{source}");
        }
    }
}
