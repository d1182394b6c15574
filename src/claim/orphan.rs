//! Damaged sentences: those that are cut, and the first whose pronoun stands for nobody before it.

use super::{open::OpenArticle, said_by};
use crate::{
    fold,
    kind::{self, name::Name},
    lexicon::{Class, Lexicon, SpeakerSort, ThirdPerson},
    text::{Damage, Initial, Part, Sentence, Text, TokenKind, quotations, unfinished_sentences},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// The sentences of an article that are damaged, by their places among all of them.
pub(super) fn damaged_sentences(open: &OpenArticle<'_>) -> FxHashMap<usize, Damage> {
    let lexicon = &open.topics.lexicon;
    let mut damaged: FxHashMap<usize, Damage> = unfinished_sentences(open.text, lexicon).into_iter().collect();
    let names = || said_by::names_of(open.text, open.mentions, open.topics);
    if let Some(orphaned) = orphaned(open.text, names, lexicon) {
        damaged.entry(orphaned).or_insert(Damage::Orphaned);
    }
    damaged
}

/// The first sentence with a "he" or "she" before which nobody is named or told of whom it could stand for. In the sentence
/// itself somebody may follow: "In her speech, the mayor said so".
fn orphaned(text: &Text, names: impl FnOnce() -> Vec<Name>, lexicon: &Lexicon) -> Option<usize> {
    let tells = |part: Part| matches!(part, Part::Headline | Part::Lead | Part::Body | Part::Subheading);
    let quoted = quotations(text, lexicon).found;
    let is_quoted = |at: usize| {
        let begun = quoted.partition_point(|quotation| quotation.first <= at);
        quoted.get(..begun).unwrap_or_default().iter().rev().take(DEEPEST).any(|quotation| at < quotation.end)
    };
    // "He/she" is anybody.
    let is_paired = |at: usize| {
        text.token(at + 1).kind == TokenKind::Slash || at > 0 && text.token(at - 1).kind == TokenKind::Slash
    };
    let pronoun = |at: &usize| lexicon.attribution().third_person(text.written(*at)).filter(|_| !is_paired(*at));
    let (number, sentence, wanted) = text.sentences().iter().enumerate().find_map(|(number, sentence)| {
        let mut tokens = sentence.first..sentence.end;
        let at = matches!(sentence.part, Part::Lead | Part::Body)
            .then(|| tokens.find(|at| pronoun(at).is_some() && !is_quoted(*at)))??;
        Some((number, sentence, pronoun(&at)?))
    })?;
    let lower = (0..text.tokens().len()).filter(|at| text.token(*at).initial == Initial::Lower);
    let lower = lower.map(|at| fold::words(text.written(at))).collect();
    let reader = OrphanReader { text, names: names(), lexicon, lower };
    // A report may begin so, and name her in the same paragraph: "She had walked all night. By dawn, Ada Lang ..."
    let end = text.paragraph_at(sentence.first).map_or(sentence.end, |paragraph| paragraph.end);
    let mut before = text.sentences().iter().take_while(|one| one.first <= sentence.first || one.first < end);
    let is_told = before.any(|one| tells(one.part) && reader.tells_of(one, wanted));
    (!is_told).then_some(number)
}

/// Quotations stand in each other no deeper.
const DEEPEST: usize = 8;

struct OrphanReader<'a> {
    text: &'a Text<'a>,
    names: Vec<Name>,
    lexicon: &'a Lexicon,
    /// The words that stand in lower case somewhere.
    lower: FxHashSet<Cow<'a, str>>,
}

impl OrphanReader<'_> {
    /// Whether a sentence tells of somebody for whom the pronoun can stand.
    fn tells_of(&self, sentence: &Sentence, wanted: ThirdPerson) -> bool {
        let first = self.names.partition_point(|name| name.first < sentence.first);
        let own = self.names.get(first..).unwrap_or_default();
        own.iter().take_while(|name| name.first < sentence.end).any(|name| self.may_be(name, wanted))
            || (sentence.first..sentence.end).any(|at| self.is_somebody(at, wanted))
            || self.may_be_name(sentence.first)
            || sentence.part != Part::Headline && self.opens_with_somebody(sentence)
    }

    /// Whether a sentence begins with something new ("A goalkeeper was sent off", "An Italian was hurt"), or with a noun that ends
    /// as those of persons do ("The winner"): nobody knows who is none.
    fn opens_with_somebody(&self, sentence: &Sentence) -> bool {
        let article = self.lexicon.word(self.text.token(sentence.first).word);
        let noun = self.text.written(sentence.first + 1);
        let is_of_person = self.lexicon.attribution().may_be_person(noun);
        article.is(Class::ARTICLE) || self.text.written(sentence.first).eq_ignore_ascii_case("the") && is_of_person
    }

    /// Whether the first word of a sentence may be a name: it stands nowhere in lower case, and is none that every text has.
    fn may_be_name(&self, at: usize) -> bool {
        let (token, written) = (self.text.token(at), self.text.written(at));
        let is_word = token.kind == TokenKind::Word && token.initial == Initial::Capital;
        let is_common = self.lexicon.word(token.word).is(Class::FUNCTION)
            || self.lexicon.attribution().third_person(written).is_some();
        let named = self.names.partition_point(|name| name.first < at);
        let is_of_longer = self.names.get(named).is_some_and(|name| name.first == at && name.end > at + 1);
        is_word && !is_common && !is_of_longer && !self.lower.contains(&*fold::words(written))
    }

    /// Whether a name can be that of such a person: one word may be anybody's, unless it says where something is.
    fn may_be(&self, name: &Name, wanted: ThirdPerson) -> bool {
        let words = self.lexicon.attribution();
        let written = &*name.full;
        let given = written.split(' ').next().and_then(|given| words.given(given));
        if given.is_some_and(|known| known != wanted) {
            return false;
        }
        let is_place = name.first.checked_sub(1).is_some_and(|before| words.is_before_place(self.text.written(before)));
        kind::name::is_person(written, self.lexicon.names()) || !written.contains(' ') && !is_place
    }

    /// Whether a word is for somebody: "mayor", "woman", "somebody".
    fn is_somebody(&self, at: usize, wanted: ThirdPerson) -> bool {
        if self.text.token(at).kind != TokenKind::Word {
            return false;
        }
        let (words, written) = (self.lexicon.attribution(), self.text.written(at));
        let is_called = || match words.called(written) {
            Some(known) => known == wanted,
            None => {
                let is_person = || self.lexicon.relations().is_person(written, self.lexicon.stems());
                let speaks = || words.speaker(written) == Some(SpeakerSort::Unnamed);
                words.is_anybody(written) || is_person() || speaks()
            }
        };
        words.third_person(written).is_none() && is_called()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::name::{self, Spellings},
        span::Span,
        text::Block,
    };

    /// Whether a text, whose first line is its headline, has a pronoun that stands for nobody.
    fn is_orphaned(source: &str) -> bool {
        let headline = source.find('\n').unwrap_or_default();
        let block = |start: usize, end: usize, part| Block { span: Span::new(start, end), part };
        let blocks = [block(0, headline, Part::Headline), block(headline + 1, source.len(), Part::Body)];
        let lexicon = Lexicon::english();
        let text = Text::new(source, &blocks, &[], lexicon);
        let names = || name::names(&text, lexicon, &Spellings::default(), &|_| false);
        orphaned(&text, names, lexicon).is_some()
    }

    #[test]
    fn pronouns_before_everybody() {
        for source in [
            "Bridge closes\nShe said that the bridge was old.",
            "Bridge closes\nIn Selm, he closed the bridge.",
            "Council of Selm closes bridge\nThe council met, and then she closed it.",
            "Bridge closes\nMary Lang was at the bridge. Later he closed it.",
            "Bridge closes\nThe office of Selm wrote on Monday. He had closed the bridge, it said.",
        ] {
            assert!(is_orphaned(source), "{source}");
        }
    }

    #[test]
    fn pronouns_behind_somebody() {
        for source in [
            "Mayor closes bridge\nShe said that the bridge was old.",
            "Lang closes bridge\nShe said that the bridge was old.",
            "Bridge closes\nAda Lang said that she closed it.",
            "Bridge closes\nWhen she came to the bridge, the mayor closed it.",
            "Bridge closes\nThe driver of the lorry was hurt. He left in the night.",
            "Bridge closes\nWhoever closed it, he was right.",
            "Bridge closes\nI saw it fall. He did not.",
            "The bridge\nA goalkeeper was sent off at the bridge. He will miss two matches.",
            "The bridge\nA 34-year-old was hurt on the bridge. He was alone.",
            "The bridge\nThe winner ran over the bridge. She was alone.",
            "The bridge\nShe had walked to the bridge all night. By dawn, Mary Lang was there.",
            "The bridge\nNo member of the council knows what he/she signed on the bridge.",
            "Bridge closes\n\"He closed it,\" somebody wrote on the wall.",
            "Bridge closes\nThe bridge was old. It fell.",
            "Bridge closes\nA spokeswoman wrote to the town. She said that it was old.",
        ] {
            assert!(!is_orphaned(source), "{source}");
        }
    }
}
