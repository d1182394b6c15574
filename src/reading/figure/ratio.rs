//! Ratios that are a share of one: "one in five", "nine in 10", "four out of every five".

use super::Figure;
use crate::{lexicon::Class, reading::Reader, text::TokenKind};

impl Figure {
    /// "one in five": 0.2. Between other words "two in three" may be a coincidence ("killed two in three attacks"), so the
    /// share begins its phrase, or says "out of" or "every".
    pub(super) fn ratio(self, reader: &Reader) -> Option<Self> {
        if reader.kind(self.end) != TokenKind::Word {
            return None;
        }
        let is_whole = |figure: &Self| figure.best.filter(|best| *best >= 1.0 && best.fract() == 0.0);
        let above = is_whole(&self)?;
        let (mut at, mut clear) = if reader.is(self.end, "in") {
            (self.end + 1, above == 1.0)
        } else if reader.is(self.end, "out") && reader.is(self.end + 1, "of") {
            (self.end + 2, true)
        } else {
            return None;
        };
        if reader.is(at, "every") || clear && reader.is(at, "the") {
            (at, clear) = (at + 1, true);
        }
        let whole = Self::single(reader, at)?;
        let below = is_whole(&whole).filter(|below| *below > above)?;
        // "4 in 5 said", but "won 4 in 5 games".
        let next = reader.word(whole.end);
        let alone =
            next.is(Class::FUNCTION.and(Class::PAST).and(Class::VERB)) || reader.kind(whole.end) == TokenKind::Stop;
        // "Two in three voters agreed" begins its sentence.
        let begins = reader.is_sentence_start(self.first) && !self.digits && below < 10.0;
        clear |= [10.0, 100.0, 1000.0].contains(&below) || (alone || begins) && below < 10.0;
        let measured = Class::UNIT.and(Class::DURATION).and(Class::PERCENT).and(Class::MONTH);
        let behind = reader.past_hyphen(whole.end);
        let is_other = reader.word(behind).is(measured)
            || reader.expression(&reader.lexicon.currency_names, behind).is_some()
            || whole.digits && (1900.0..2100.0).contains(&below)
            || whole.money_only;
        let share = above / below;
        let figure = || Self { digits: self.digits, ..Self::in_words(self.first, whole.end, share, share) };
        (clear && !is_other).then(figure)
    }
}
