//! The topics of one story, compiled for articles to be read with.

use super::{
    Phrase, SubjectId, Topic,
    about_names::AboutNames,
    anchors::Anchors,
    filler::Fillers,
    line::NumberedSentence,
    matching::{FoundMatches, PhraseMatch},
    modality::PhraseModality,
    nearly::{Alignment, Demands, Held},
    program::Program,
    relation::{self, PhraseRelation},
    stem::Keys,
};
use crate::{
    fold,
    kind::name::Spellings,
    lexicon::{Class, Lexicon, RelationClass},
    mention::{self, Mention},
    text::{Part, Text},
    value::{Content, Kind, Value},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What records keep of the words of their articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeptWords {
    /// Those of claims.
    #[default]
    OfClaims,
    /// All of them, in order.
    InOrder,
    /// All of them, and what is said around each value.
    AroundValues,
}

/// What records keep of who says what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeptSpeech {
    /// Nothing.
    #[default]
    Nothing,
    /// Whose words each claim is in.
    Speakers,
    /// That, and what shows where the text of an article comes from.
    Origins,
}

/// The topics of one story, compiled: phrases are looked up by their rarest word, so that many cost hardly more than few.
#[derive(Debug)]
pub struct Topics {
    pub(super) topics: Vec<CompiledTopic>,
    pub(super) phrases: Vec<CompiledPhrase>,
    pub(super) keys: Keys,
    /// The phrases that cannot do without a word, by the word's number.
    pub(super) by_word: FxHashMap<u32, Vec<usize>>,
    /// Phrases that need no word: only a value of their kind.
    pub(super) by_value: Vec<usize>,
    /// Phrases that need neither: each of their words may be missing.
    pub(super) anywhere: Vec<usize>,
    /// Whether names or quotations are asked for.
    pub(super) wide: bool,
    /// What records keep beside claims.
    pub(super) kept: KeptWords,
    /// What records keep of who says what.
    pub(super) speech: KeptSpeech,
    pub(super) lexicon: Arc<Lexicon>,
    /// How the project spells names.
    spellings: Arc<Spellings>,
}

impl Topics {
    /// Compiles topics, for articles in which names are spelled so. What rules ask of a story is `RuleSet::wanted`: it
    /// forgets nothing.
    pub(crate) fn new<'a>(
        topics: impl IntoIterator<Item = &'a Topic>,
        spellings: Arc<Spellings>,
        lexicon: &Arc<Lexicon>,
    ) -> Self {
        let mut compiled = Self {
            topics: Vec::new(),
            phrases: Vec::new(),
            keys: Keys::new(lexicon),
            by_word: FxHashMap::default(),
            by_value: Vec::new(),
            anywhere: Vec::new(),
            wide: false,
            kept: KeptWords::default(),
            speech: KeptSpeech::default(),
            lexicon: Arc::clone(lexicon),
            spellings,
        };
        for topic in topics {
            compiled.add(topic);
        }
        compiled.index();
        compiled
    }

    /// The same, and records keep so much of the words of their articles.
    pub(crate) fn keeping(self, kept: KeptWords) -> Self {
        Self { kept, ..self }
    }

    /// The same, and records keep so much of who says what.
    pub(crate) fn keeping_speech(self, speech: KeptSpeech) -> Self {
        Self { speech: self.speech.max(speech), ..self }
    }

    /// How the project spells names.
    pub(super) fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    fn add(&mut self, topic: &Topic) {
        if !topic.said_by.is_empty() {
            self.speech = KeptSpeech::Speakers;
        }
        let index = self.topics.len();
        for pattern in &topic.patterns {
            let program = Program::new(&pattern.phrase, &mut self.keys, &self.lexicon);
            let relations = PhraseRelation::of_phrase(&pattern.phrase, topic.kind, &mut self.keys, &self.lexicon);
            let modality = PhraseModality::of(&pattern.phrase, &self.lexicon);
            let choice = pattern.choice.clone();
            let written =
                choice.iter().flat_map(|_| pattern.phrase.written_words()).map(|word| fold::words(word).into());
            let written = written.collect();
            self.phrases.push(CompiledPhrase { topic: index, choice, program, relations, modality, written });
        }
        let mut compile = |phrases: &[Phrase]| -> Vec<Program> {
            phrases.iter().map(|phrase| Program::new(phrase, &mut self.keys, &self.lexicon)).collect()
        };
        let (except, not_near) = (compile(&topic.except), compile(&topic.not_near));
        let about = AboutNames::new(&topic.about, &mut self.keys, &self.lexicon);
        self.wide |= topic.is_quoted() || topic.kind.facts().wide || !about.is_empty();
        let of = topic.of.iter().flat_map(|of| of.split_whitespace()).map(|word| self.keys.key(word)).collect();
        self.topics.push(CompiledTopic { topic: topic.clone(), except, not_near, about, number: index, of });
    }

    /// Has the phrases found by words: by those that few of them have, so that many which are alike cost hardly more than one.
    fn index(&mut self) {
        let anchors = Anchors::new(self.phrases.iter().flat_map(CompiledPhrase::numbers), &self.keys, &self.lexicon);
        let patterns = self.topics.iter().flat_map(|compiled| &compiled.topic.patterns);
        for (at, (phrase, pattern)) in self.phrases.iter().zip(patterns).enumerate() {
            let own = anchors.of_phrase(&pattern.phrase);
            if own.is_empty() {
                let unaided = if phrase.program.has_hole { &mut self.by_value } else { &mut self.anywhere };
                unaided.push(at);
            }
            let words =
                phrase.relations.iter().map(|relation| anchors.rarest(relation.words().map(|word| &*word.numbers)));
            for number in own.iter().chain(words.flatten()) {
                let phrases = self.by_word.entry(*number).or_default();
                if phrases.last() != Some(&at) {
                    phrases.push(at);
                }
            }
        }
    }

    /// What the claims of a topic are about.
    pub(super) fn subject(&self, topic: u32) -> Option<&SubjectId> {
        self.topics.get(usize::try_from(topic).ok()?).map(|compiled| &compiled.topic.subject)
    }

    /// The values that may become claims: names and quotations only where a topic asks for them.
    pub(super) fn mentions(&self, text: &Text) -> Vec<Mention> {
        if !self.wide {
            return mention::mentions(text, &self.lexicon);
        }
        mention::mentions_of(text, &self.lexicon, &self.spellings, &|_| true)
    }
}

#[derive(Debug)]
pub(super) struct CompiledTopic {
    pub(super) topic: Topic,
    except: Vec<Program>,
    not_near: Vec<Program>,
    /// Whom its claims are about.
    pub(super) about: AboutNames,
    /// Which of the topics it is.
    pub(super) number: usize,
    /// The keys of the thing counted.
    of: Vec<String>,
}

/// What a topic asks of its values that one does not give.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unmet<'a> {
    /// It counts something else.
    Thing {
        /// What the topic counts.
        wanted: &'a str,
        /// What the value counts.
        given: &'a str,
    },
    /// It is in another unit or currency.
    Unit {
        /// The topic's.
        wanted: &'a str,
        /// The value's.
        given: Option<&'a str>,
    },
}

impl CompiledTopic {
    pub(super) fn is_choice(&self) -> bool {
        self.topic.kind.is_choice()
    }

    /// The part of an article, where it is one that the topic does not look in.
    pub(super) fn closed_to(&self, part: Part) -> Option<Part> {
        (!self.topic.is_in(part)).then_some(part)
    }

    /// The phrases of `except`, as written and compiled.
    pub(super) fn except(&self) -> impl Iterator<Item = (&Phrase, &Program)> {
        self.topic.except.iter().zip(&self.except)
    }

    /// The phrases of `not near`, as written and compiled.
    pub(super) fn not_near(&self) -> impl Iterator<Item = (&Phrase, &Program)> {
        self.topic.not_near.iter().zip(&self.not_near)
    }

    /// What a value does not give: to count what the topic counts, to have its unit. A bare number may count anything, also
    /// where the words before it seem to say what.
    pub(super) fn unmet<'a>(&'a self, value: &'a Value, lexicon: &Lexicon) -> Option<Unmet<'a>> {
        let Content::Amount(amount) = &value.content else { return None };
        if let (Some(wanted), Some(given), false) =
            (&self.topic.of, &amount.of, self.of.is_empty() || amount.understood)
        {
            let keys: Vec<String> = given.split_whitespace().map(|word| lexicon.stems().key(word)).collect();
            // "People" are all nouns of people.
            let person = RelationClass::PERSON.and(RelationClass::OF_PERSONS).and(RelationClass::COUNTED_ACTION);
            let class = |word: &str| lexicon.relations().class_of(word, lexicon.stems());
            let is_person = || given.split_whitespace().last().is_some_and(|word| class(word).is(person));
            let persons = || lexicon.id(wanted).is_some_and(|id| lexicon.word(id).is(Class::PEOPLE)) && is_person();
            if !self.of.iter().any(|of| keys.contains(of)) && !persons() {
                return Some(Unmet::Thing { wanted, given });
            }
        }
        let wanted = self.topic.unit.as_deref()?;
        let kind = if self.topic.kind == Kind::FIGURE { value.kind } else { self.topic.kind };
        let units = kind.facts().units.as_ref()?;
        let given = (units.unit)(amount);
        (!(units.is_in)(amount, wanted, lexicon)).then_some(Unmet::Unit { wanted, given })
    }
}

#[derive(Debug)]
pub(super) struct CompiledPhrase {
    pub(super) topic: usize,
    pub(super) choice: Option<String>,
    /// As words in order.
    pub(super) program: Program,
    /// As what it is an example of.
    relations: Vec<PhraseRelation>,
    /// Whether it asks for what is so.
    modality: PhraseModality,
    /// The words of a choice, folded: other choices may share their stems.
    written: FxHashSet<String>,
}

/// How a phrase may stand in a sentence: as its words in order, where the clauses do not say something else, or as what it is
/// an example of, in any construction.
impl CompiledPhrase {
    /// The numbers of its words.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        let of_relations = self.relations.iter().flat_map(PhraseRelation::words).flat_map(|word| &word.numbers);
        self.program.numbers().chain(of_relations.copied())
    }

    /// Every match in a sentence.
    pub(super) fn matches(&self, line: &NumberedSentence<'_>, fillers: &Fillers) -> FoundMatches {
        let mut found = FoundMatches::default();
        if self.program.has_hole && fillers.all().is_empty() {
            return found;
        }
        for new in self.program.matches(line, fillers.all()) {
            match self.relations.iter().find_map(|one| one.contradiction(line, fillers, &new)) {
                Some(contradiction) => found.contradicted.push((new, contradiction)),
                None => {
                    let status = relation::status((&self.relations, self.modality), line, fillers, &new);
                    found.taken.push(PhraseMatch { status, ..new });
                }
            }
        }
        let mut holes: FxHashSet<usize> = found.taken.iter().filter_map(|found| found.hole).collect();
        let alone = |found: &PhraseMatch| if found.hole.is_none() { found.first..found.end } else { 0..0 };
        let mut words: FxHashSet<usize> = found.taken.iter().flat_map(alone).collect();
        for relation in &self.relations {
            let FoundMatches { taken, contradicted } = relation.matches(line, fillers);
            for new in taken {
                let is_new = match new.hole {
                    Some(hole) => holes.insert(hole),
                    None => !alone(&new).any(|token| words.contains(&token)),
                };
                words.extend(alone(&new));
                found.taken.extend(is_new.then_some(new));
            }
            found.contradicted.extend(contradicted);
        }
        found.contradicted.retain(|(contradicted, _)| match contradicted.hole {
            Some(hole) => !holes.contains(&hole),
            None => !alone(contradicted).any(|token| words.contains(&token)),
        });
        found
    }

    /// Whether all that some words of a sentence say is written as the phrase has it.
    pub(super) fn is_as_written(&self, line: &NumberedSentence<'_>, (first, end): (usize, usize)) -> bool {
        let mut words = (first..end).filter(|token| line.says(*token));
        words.all(|token| self.written.contains(&*fold::words(line.text.written(token))))
    }

    /// What is nearest to a match in a sentence, and what stands in its way.
    pub(super) fn nearly(&self, demands: &Demands, held: &Held<'_>) -> Option<Alignment> {
        self.program.align(demands, held)
    }
}
