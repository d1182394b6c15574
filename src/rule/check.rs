//! From rule files to a rule set: topics in scope, sentences read, ids made unique, every mistake of every file.

use super::{
    DeclaredNames, Defaults, RuleSet, RuleSource, doubtful,
    facts::FoundFact,
    file::{FileRole, Sections, sections},
    include::{self, Loaded},
    judged::{self, Candidate},
    library::{Library, NoLibrary},
    pack::{PackUse, drop_repeated, in_force},
    scope::{FoundTopic, declare, give_facts, give_way, overlap, reject_doubles},
};
use crate::{
    claim::phrase::PhraseVocabulary,
    diagnostic::{Code, Diagnostic, code},
    lexicon::Lexicon,
    yaml::{self, Document, FileReading},
};
use std::{collections::BTreeMap, sync::Arc};

/// Reads every rule file of a project. A rule with a mistake, or about a topic with one, is left out of the set; the
/// mistakes of all files are returned, by file and place.
///
/// ```
/// use crosscheck::rooms::{lexicon::Lexicon, rule::{Defaults, RuleSource, read}};
/// let text = "topics:\n  toll: {kind: count, phrases: [\"<count> dead\"]}\nrules:\n  - {id: x, sevrity: note}\n";
/// let file = RuleSource { path: "a.yaml".to_string(), text: text.to_string() };
/// let (rules, mistakes) = read(&[file], &Defaults::default(), Lexicon::english());
/// assert_eq!((rules.topics.len(), rules.rules.len(), mistakes.len()), (1, 0, 2));
/// ```
#[must_use]
pub fn read(files: &[RuleSource], defaults: &Defaults, lexicon: &Arc<Lexicon>) -> (RuleSet, Vec<Diagnostic>) {
    read_with(files, &NoLibrary, defaults, lexicon)
}

/// As [`read`], with files that `include` finds in a library.
#[must_use]
pub fn read_with(
    files: &[RuleSource],
    library: &dyn Library,
    defaults: &Defaults,
    lexicon: &Arc<Lexicon>,
) -> (RuleSet, Vec<Diagnostic>) {
    read_into(files, library, defaults, lexicon, |rules, found, names| {
        let rules = rules.into_iter().filter_map(|candidate| candidate.rule).collect();
        let whole = found.into_iter().filter(|found| !found.declared.is_broken);
        let (topics, about): (Vec<_>, Vec<_>) = whole.map(FoundTopic::finished).unzip();
        RuleSet { topics: topics.into_iter().flatten().collect(), rules, names, about }
    })
}

/// Reads every rule file, and makes something of the rules and topics that were found; those of one name are marked.
pub(super) fn read_into<T>(
    files: &[RuleSource],
    library: &dyn Library,
    defaults: &Defaults,
    lexicon: &Arc<Lexicon>,
    finish: impl FnOnce(Vec<Candidate<'_>>, Vec<FoundTopic<'_>>, Vec<DeclaredNames>) -> T,
) -> (T, Vec<Diagnostic>) {
    let (loaded, mut mistakes) = include::load(files, library);
    let used = loaded.iter().flat_map(|file| file.uses.iter().flat_map(|used| stories(&file.stories, used)));
    let wanted: Vec<(&PackUse, Option<&str>)> = defaults.packs.iter().map(|used| (used, None)).chain(used).collect();
    let needed: Vec<(PackUse, Option<&str>)> =
        wanted.iter().flat_map(|(used, story)| used.needed().map(|pack| (pack, *story))).collect();
    let (packs, in_uses) = in_force(wanted, &needed);
    mistakes.extend(in_uses);
    let pack_documents: Vec<Document> = packs
        .iter()
        .map(|(used, _)| {
            let (document, in_pack) = yaml::read(&used.pack.file(), used.pack.text);
            mistakes.extend(in_pack);
            document
        })
        .collect();
    let of_pack = |(document, (used, story))| {
        let role = FileRole::Shipped;
        StoryPart { document, story, pack: Some(used), facts: &[], role }
    };
    let mut parts: Vec<StoryPart<'_>> = pack_documents.iter().zip(packs).map(of_pack).collect();
    for Loaded { document, stories, facts, is_named, .. } in &loaded {
        let role = if *is_named { FileRole::Named } else { FileRole::Included };
        for story in stories {
            parts.push(StoryPart { document, story: story.as_deref(), pack: None, facts, role });
        }
    }
    // A topic that nobody declares may stand where a file could not be read.
    let has_gaps = loaded.iter().any(|file| file.document.has_gaps);
    let doubted = has_gaps.then_some(code::UNKNOWN_TOPIC);
    let (made, in_files) = assemble(&parts, doubted, defaults, lexicon, finish);
    mistakes.extend(in_files);
    mistakes.sort_by(|one, other| one.order().cmp(&other.order()));
    // An alias repeats the mistakes of what it repeats, and a file that is for several stories those of each.
    mistakes.dedup();
    (made, mistakes)
}

/// A pack with each story that a file uses it for.
fn stories<'u>(
    stories: &'u [Option<String>],
    used: &'u PackUse,
) -> impl Iterator<Item = (&'u PackUse, Option<&'u str>)> + use<'u> {
    stories.iter().map(move |story| (used, story.as_deref()))
}

/// A file as it is read for one story, or for all.
struct StoryPart<'d> {
    document: &'d Document,
    story: Option<&'d str>,
    /// What is changed in it, where it is a pack.
    pack: Option<&'d PackUse>,
    /// The facts of topics that it names.
    facts: &'d [FoundFact],
    /// How it came in.
    role: FileRole,
}

impl<'d> StoryPart<'d> {
    fn sections(&self, stories: Option<&[String]>) -> Sections<'d> {
        let sections = sections(FileReading::new(self.document), self.story, stories);
        Sections { role: self.role, ..sections }
    }
}

/// The rules of all files, each read for a story or for all; those of packs are changed as their use says, and come last. A
/// mistake that is `doubted` in a sentence is left out.
fn assemble<T>(
    parts: &[StoryPart<'_>],
    doubted: Option<Code>,
    defaults: &Defaults,
    lexicon: &Arc<Lexicon>,
    finish: impl FnOnce(Vec<Candidate<'_>>, Vec<FoundTopic<'_>>, Vec<DeclaredNames>) -> T,
) -> (T, Vec<Diagnostic>) {
    let known = defaults.stories.as_deref();
    let mut cut: Vec<Sections<'_>> = parts.iter().map(|part| part.sections(known)).collect();
    let mut found = declare(&mut cut, lexicon);
    give_way(&mut found);
    for (file, part) in cut.iter_mut().zip(parts) {
        give_facts(file, part.facts, &mut found);
    }
    let mut mistakes = reject_doubles(&mut found);
    let (mut of_packs, mut of_files) = (Vec::new(), Vec::new());
    for (file, part) in cut.iter_mut().zip(parts) {
        let mut own = judged::candidates(file, &found, doubted, defaults, lexicon);
        match part.pack {
            Some(used) => {
                used.change(&mut own);
                of_packs.extend(own);
            }
            None => of_files.extend(own),
        }
    }
    drop_repeated(&mut of_packs);
    // Packs come first, so that of two equal ids the reader's own is the one to mend.
    let number = of_packs.len();
    let mut all: Vec<Candidate<'_>> = of_packs.into_iter().chain(of_files).collect();
    mistakes.extend(reject_equal_ids(&mut all));
    mistakes.extend(doubtful::warnings(&found, &all, lexicon));
    if doubted.is_none() {
        mistakes.extend(doubtful::unused_topics(&found, &all));
    }
    all.rotate_left(number);
    let mut names = Vec::new();
    for file in cut {
        mistakes.extend(file.reading.mistakes);
        let PhraseVocabulary { names: own, words } = file.vocabulary;
        names.push(DeclaredNames { story: file.story, names: own, words });
    }
    names.retain(|declared| !declared.names.is_empty() || !declared.words.is_empty());
    (finish(all, found, names), mistakes)
}

/// Takes out each rule whose id another one has that can be judged in the same story.
fn reject_equal_ids(rules: &mut [Candidate<'_>]) -> Vec<Diagnostic> {
    let mut mistakes = Vec::new();
    let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in 0..rules.len() {
        let Some(second) = rules.get(index) else { continue };
        let earlier = by_id.entry(second.id.clone()).or_default();
        // Where a sentence with a mistake makes the id, its words are another's only by chance.
        let is_certain = |one: &Candidate<'_>| one.has_own_id || one.rule.is_some();
        let meets = |first: &Candidate<'_>| {
            overlap(first.story.as_deref(), second.story.as_deref())
                && (is_certain(first) && is_certain(second) || first.words() == second.words())
        };
        let clash = earlier.iter().find(|first| rules.get(**first).is_some_and(meets)).copied();
        earlier.push(index);
        if let Some(first) = clash.and_then(|first| rules.get(first)) {
            mistakes.push(equal_ids(first, second));
            if let Some(second) = rules.get_mut(index) {
                second.rule = None;
            }
        }
    }
    mistakes
}

fn equal_ids(first: &Candidate<'_>, second: &Candidate<'_>) -> Diagnostic {
    let related = first.document.diagnostic_place(first.named_at);
    let (message, help) = if first.has_own_id || second.has_own_id {
        (format!("two rules have the id `{}`", second.id), "give one of them another `id`")
    } else {
        ("this rule is here twice".to_string(), "take one of them out, or give one an `id`")
    };
    let found = second.document.diagnostic(code::DUPLICATE_ID, second.named_at, message, Some(help.to_string()));
    found.with_related(related, "first here")
}
