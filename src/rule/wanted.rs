//! What articles are read for: the topics of a story, those that rules derive among them, with its spellings of names.

use super::RuleSet;
use crate::{
    claim::{KeptSpeech, KeptWords, SubjectId, Topic, Topics},
    kind::name::Spellings,
    lexicon::Lexicon,
};
use std::{collections::BTreeMap, sync::Arc};

impl RuleSet {
    /// What the articles of one story are read for.
    ///
    /// ```
    /// use crosscheck::rooms::{article, claim, lexicon::Lexicon, rule};
    /// let text = "rules:\n  - every time has a zone\n".to_string();
    /// let file = rule::RuleSource { path: "rules.yaml".into(), text };
    /// let (rules, _) = rule::read(&[file], &rule::Defaults::default(), Lexicon::english());
    /// let topics = rules.wanted("ferry", Lexicon::english());
    /// let text = "New ferry sails\n\nIt left at 9:15 a.m. on Thursday.\n";
    /// let layer = article::MetadataLayer::default();
    /// let (article, _) = article::read("herald.txt", text.into(), &layer, Lexicon::english());
    /// let found = claim::extract(&article.ok_or("no article")?, "ferry", None, &topics);
    /// assert_eq!(found.claims.first().map(|claim| &*claim.quote.exact), Some("9:15 a.m."));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn wanted(&self, story: &str, lexicon: &Arc<Lexicon>) -> Topics {
        let asked = Asking::new(self, &|_| true);
        asked.compiled(&asked.choice(story), lexicon)
    }
}

/// What the articles of several stories are read for, compiled once for all stories that read the same topics with the same
/// names.
#[derive(Debug)]
pub struct StoryTopics {
    of_story: BTreeMap<String, Choice>,
    compiled: BTreeMap<Choice, Topics>,
    marks: BTreeMap<Choice, String>,
}

/// Which topics a story reads, how names are spelled in it, which words of its articles a rule looks for, and whether one asks
/// who says them.
type Choice = (Vec<usize>, Arc<Spellings>, KeptWords, KeptSpeech);

impl StoryTopics {
    /// What each of some stories is read for.
    #[must_use]
    pub fn new<'s>(rules: &RuleSet, stories: impl IntoIterator<Item = &'s str>, lexicon: &Arc<Lexicon>) -> Self {
        Self::compile(&Asking::new(rules, &|_| true), stories, lexicon)
    }

    /// The same of some subjects only.
    #[must_use]
    pub fn named<'s>(
        rules: &RuleSet,
        stories: impl IntoIterator<Item = &'s str>,
        subjects: &[SubjectId],
        lexicon: &Arc<Lexicon>,
    ) -> Self {
        Self::compile(&Asking::new(rules, &|topic| subjects.contains(&topic.subject)), stories, lexicon)
    }

    fn compile<'s>(asked: &Asking<'_>, stories: impl IntoIterator<Item = &'s str>, lexicon: &Arc<Lexicon>) -> Self {
        let mut all = Self { of_story: BTreeMap::new(), compiled: BTreeMap::new(), marks: BTreeMap::new() };
        all.turn_to(asked, stories, lexicon);
        all
    }

    /// Turns to other stories. What is compiled stays.
    fn turn_to<'s>(&mut self, asked: &Asking<'_>, stories: impl IntoIterator<Item = &'s str>, lexicon: &Arc<Lexicon>) {
        self.of_story = stories.into_iter().map(|story| (story.to_string(), asked.choice(story))).collect();
        for choice in self.of_story.values() {
            if !self.compiled.contains_key(choice) {
                self.compiled.insert(choice.clone(), asked.compiled(choice, lexicon));
                self.marks.insert(choice.clone(), asked.mark(choice));
            }
        }
    }

    /// A mark of what the articles of a story are read for: another where that is another.
    #[must_use]
    pub fn mark(&self, story: &str) -> Option<&str> {
        self.marks.get(self.of_story.get(story)?).map(String::as_str)
    }

    /// What the articles of a story are read for.
    #[must_use]
    pub fn of(&self, story: &str) -> Option<&Topics> {
        self.compiled.get(self.of_story.get(story)?)
    }
}

/// The same for stories whose names nobody knows before they come.
#[derive(Debug)]
pub struct ComingTopics<'r> {
    asked: Asking<'r>,
    known: StoryTopics,
    lexicon: Arc<Lexicon>,
}

impl<'r> ComingTopics<'r> {
    /// Before any story has come.
    #[must_use]
    pub fn new(rules: &'r RuleSet, lexicon: &Arc<Lexicon>) -> Self {
        let asked = Asking::new(rules, &|_| true);
        let known = StoryTopics::compile(&asked, [], lexicon);
        Self { asked, known, lexicon: Arc::clone(lexicon) }
    }

    /// What the articles of stories are read for that have come now.
    pub fn of_stories<'s>(&mut self, stories: impl IntoIterator<Item = &'s str>) -> &StoryTopics {
        self.known.turn_to(&self.asked, stories, &self.lexicon);
        &self.known
    }
}

/// The topics that rules ask about, of any story: declared, then derived.
#[derive(Debug)]
struct Asking<'r> {
    rules: &'r RuleSet,
    topics: Vec<Topic>,
}

impl<'r> Asking<'r> {
    fn new(rules: &'r RuleSet, is_asked: &dyn Fn(&Topic) -> bool) -> Self {
        let topics = rules.topics.iter().cloned().chain(rules.derived());
        Self { rules, topics: topics.filter(|topic| is_asked(topic)).collect() }
    }

    fn choice(&self, story: &str) -> Choice {
        let own = self.topics.iter().enumerate().filter(|(_, topic)| topic.is_of(story));
        let rules = self.rules.rules.iter().filter(|rule| rule.story.as_deref().is_none_or(|only| only == story));
        let (mut kept, mut speech) = (KeptWords::default(), KeptSpeech::default());
        for clause in rules.flat_map(|rule| rule.tree.clauses()) {
            (kept, speech) =
                (kept.max(clause.predicate.reads_words()), speech.max(clause.predicate.reads_speech(&clause.subject)));
        }
        (own.map(|(at, _)| at).collect(), Arc::new(self.rules.spellings(story)), kept, speech)
    }

    /// A mark of a choice: of the topics as they were read, wherever they stand, and of the rest as it stands.
    fn mark(&self, (chosen, spellings, kept, speech): &Choice) -> String {
        let topics = chosen.iter().filter_map(|&at| self.topics.get(at));
        let topics: Vec<Topic> = topics.map(|topic| Topic { declared_at: None, ..topic.clone() }).collect();
        blake3::hash(format!("{topics:?} {spellings:?} {kept:?} {speech:?}").as_bytes()).to_string()
    }

    fn compiled(&self, (chosen, spellings, kept, speech): &Choice, lexicon: &Arc<Lexicon>) -> Topics {
        let topics = chosen.iter().filter_map(|&at| self.topics.get(at));
        Topics::new(topics, Arc::clone(spellings), lexicon).keeping(*kept).keeping_speech(*speech)
    }
}
