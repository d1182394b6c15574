//! The sentences of one file: each read against the topics in scope, its mistakes shown at their words.

use super::{
    Defaults, Rule,
    draft::{Draft, drafts},
    file::Sections,
    scope::{FoundTopic, State, TopicScope},
    sentence::{self, RuleSentence},
};
use crate::{
    diagnostic::{Code, Fix, Mistake, code},
    finding::{RulePlace, Suppression},
    fold,
    lexicon::Lexicon,
    span::Span,
    yaml::{Around, Document, FileReading, Scalar, WrittenStyle, quoted},
};

/// A rule that a file asks for, and what it became.
pub(super) struct Candidate<'d> {
    /// The file.
    pub document: &'d Document,
    /// Its id, or the slug of its sentence.
    pub id: String,
    /// Whether the file gives it an id.
    pub has_own_id: bool,
    /// The text of its sentence.
    pub sentence: Option<&'d Scalar>,
    /// What stands around it.
    pub around: Around,
    /// The words that its id comes from.
    pub named_at: Span,
    /// The only story it is for.
    pub story: Option<String>,
    /// Whether it is of a pack, and asks about no topic of the reader's.
    pub is_shipped: bool,
    /// The rule; nothing where it or one of its topics has a mistake.
    pub rule: Option<Rule>,
}

impl Candidate<'_> {
    /// The words that its id comes from.
    pub fn words(&self) -> &str {
        self.named_at.of(&self.document.text)
    }
}

/// What became of a sentence.
enum SentenceOutcome {
    /// It was read.
    Good(RuleSentence),
    /// It has mistakes.
    Bad(Vec<Mistake>),
    /// It is missing or cut, or nobody knows the kind of a topic in it: that has been said already.
    Unread,
}

/// Reads the rules of one file; a mistake that is `doubted` is left out.
pub(super) fn candidates<'d>(
    file: &mut Sections<'d>,
    found: &[FoundTopic<'_>],
    doubted: Option<Code>,
    defaults: &Defaults,
    lexicon: &Lexicon,
) -> Vec<Candidate<'d>> {
    let Some(node) = file.rules else { return Vec::new() };
    let scope = TopicScope::new(found, file.story.as_deref());
    let reading = &mut file.reading;
    let drafts = drafts(reading, node);
    let mut sentences: Vec<SentenceOutcome> = drafts.iter().map(|draft| read(draft, &scope, lexicon)).collect();
    join_what_commas_cut(reading, &drafts, &mut sentences, &scope, lexicon);
    let mut rules = Vec::new();
    for (draft, sentence) in drafts.into_iter().zip(sentences) {
        if let (SentenceOutcome::Bad(mistakes), Some(scalar)) = (&sentence, draft.sentence) {
            // What is wrong with a fact is told where it stands.
            let is_broken = scope.state(&fold::one_line(&scalar.value)) == State::Broken;
            let is_told = |code| doubted == Some(code) || is_broken && code == code::BAD_FACT;
            for mistake in mistakes.iter().filter(|mistake| !is_told(mistake.code)) {
                let rewritten = |text: &String| reading.document.rewritten(scalar, draft.around(), text);
                let fix = mistake.instead.as_ref().and_then(rewritten);
                reading.in_text(scalar, mistake.clone());
                if let Some(told) = reading.mistakes.last_mut() {
                    told.fix = fix.map(Box::new);
                }
            }
        }
        rules.extend(candidate(reading.document, draft, sentence, file.story.as_deref(), &scope, defaults));
    }
    rules
}

fn read(draft: &Draft<'_>, scope: &TopicScope<'_>, lexicon: &Lexicon) -> SentenceOutcome {
    let Some(scalar) = draft.sentence else { return SentenceOutcome::Unread };
    match scope.state(&scalar.value) {
        State::KindUnknown => SentenceOutcome::Unread,
        State::Good | State::Broken => match sentence::parse(scalar.value.trim_end(), &scope.topics, lexicon) {
            Ok(tree) => SentenceOutcome::Good(tree),
            Err(mistakes) => SentenceOutcome::Bad(mistakes),
        },
    }
}

/// In `[a, b]` a comma cuts a sentence: where two neighbours make sense only together, that is what is said.
fn join_what_commas_cut<'d>(
    reading: &mut FileReading<'d>,
    drafts: &[Draft<'d>],
    sentences: &mut [SentenceOutcome],
    scope: &TopicScope<'_>,
    lexicon: &Lexicon,
) {
    for index in 1..drafts.len() {
        let (Some(first), Some(second)) = (drafts.get(index - 1), drafts.get(index)) else { continue };
        let Some(whole) = joined(first, second) else { continue };
        let is_cut = sentences.get(index - 1..=index).is_some_and(|pair| pair.iter().any(is_bad));
        let text = fold::one_line(whole.of(&reading.document.text));
        if is_cut && sentence::parse(&text, &scope.topics, lexicon).is_ok() {
            let help =
                format!("put the sentence in quotes, {}, or write one rule a line, each after `- `", quoted(&text));
            let message = "inside `[ ]` YAML cuts a sentence at its commas";
            let found = reading.document.diagnostic(code::COMMA_IN_FLOW, whole, message, Some(help));
            reading.mistakes.push(found.with_fix(Some(Fix { span: whole, text: quoted(&text) })));
            for cut in sentences.iter_mut().skip(index - 1).take(2) {
                *cut = SentenceOutcome::Unread;
            }
        }
    }
}

fn is_bad(sentence: &SentenceOutcome) -> bool {
    match sentence {
        SentenceOutcome::Bad(_) => true,
        SentenceOutcome::Good(_) | SentenceOutcome::Unread => false,
    }
}

/// The place of two plain neighbours in a flow list.
fn joined(first: &Draft<'_>, second: &Draft<'_>) -> Option<Span> {
    let plain = |draft: &Draft<'_>| {
        draft.node.scalar().filter(|scalar| scalar.style == WrittenStyle::Plain).map(|scalar| scalar.span)
    };
    let (one, other) = (plain(first)?, plain(second)?);
    (first.is_flow_item && second.is_flow_item).then(|| one.cover(other))
}

fn candidate<'d>(
    document: &'d Document,
    draft: Draft<'d>,
    sentence: SentenceOutcome,
    story: Option<&str>,
    scope: &TopicScope<'_>,
    defaults: &Defaults,
) -> Option<Candidate<'d>> {
    let id = match (draft.id, draft.sentence) {
        (Some(id), _) => fold::one_line(&id.value),
        (None, Some(scalar)) => slug(&scalar.value),
        (None, None) => return None,
    };
    let named_at = draft.id.or(draft.sentence).map_or(draft.node.used_at(), |scalar| scalar.words(&document.text));
    let (has_own_id, written) = (draft.id.is_some(), draft.sentence);
    let around = draft.around();
    // Where an alias repeats the words, the alias is what is one too many.
    let named_at = draft.node.alias.unwrap_or(named_at);
    let text = draft.sentence.map(|scalar| fold::one_line(&scalar.value)).unwrap_or_default();
    let can_be_judged = !draft.is_broken && scope.state(&text) == State::Good;
    let rule = match sentence {
        SentenceOutcome::Good(tree) if can_be_judged => Some(rule(document, draft, tree, &id, text, story, defaults)),
        SentenceOutcome::Good(_) | SentenceOutcome::Bad(_) | SentenceOutcome::Unread => None,
    };
    let story = story.map(str::to_string);
    Some(Candidate { document, id, has_own_id, sentence: written, around, named_at, story, is_shipped: false, rule })
}

fn rule(
    document: &Document,
    draft: Draft<'_>,
    tree: RuleSentence,
    id: &str,
    sentence: String,
    story: Option<&str>,
    defaults: &Defaults,
) -> Rule {
    let at = document.line_column(draft.node.used_at());
    let words = draft.sentence.map(|scalar| document.diagnostic_place(scalar.words(&document.text)));
    let place = RulePlace { file: document.file.clone(), line: at.line, column: at.column };
    let own = |one: Suppression| Suppression { rule: id.to_string(), rule_place: Some(place.clone()), ..one };
    let suppressions = draft.suppressions.into_iter().map(own).collect();
    Rule {
        id: id.to_string(),
        sentence,
        tree,
        story: story.map(str::to_string),
        severity: draft.severity,
        why: draft.why,
        tags: draft.tags,
        examples: draft.examples,
        on_no_evidence: draft.on_no_evidence.unwrap_or(defaults.on_no_evidence),
        place,
        words,
        suppressions,
        is_shipped: false,
    }
}

/// The sentence's words in lower case with hyphens between them: the id of a rule that gives none.
pub(super) fn slug(sentence: &str) -> String {
    let words = sentence.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_the_sentence_in_hyphens() {
        for (sentence, expected) in [
            (
                "call duration consistent across sources within 5 minutes",
                "call-duration-consistent-across-sources-within-5-minutes",
            ),
            ("Élysée's call\n  is \"Geneva\"", "élysée-s-call-is-geneva"),
            ("...", ""),
        ] {
            assert_eq!(slug(sentence), expected);
        }
    }
}
