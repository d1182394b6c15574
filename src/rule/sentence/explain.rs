//! What is wrong with a clause that is none, in the writer's words, with the sentence to write instead.

use super::{
    ClauseFault, KnownTopics,
    edges::{complete, every_one, opening, wanting},
    forms::fitting_forms,
    repair::{self, Rewritten},
    tries::{self, added_up, alike, called, conditional, equated, turned_round, unquoted},
};
use crate::{
    article::Property,
    diagnostic::{Code, Mistake, code},
    grammar::{Grammar, Rule, masked::Masked},
    lexicon::{Lexicon, Wordings, behind_any},
    suggest,
    value::Kind,
};
use pest::Parser;
use std::ops::Range;

/// How many forms of predicates a message shows.
const MOST_FORMS: usize = 3;

/// One sentence being explained.
struct ExplainingSentence<'e> {
    masked: &'e Masked<'e>,
    topics: &'e KnownTopics<'e>,
    lexicon: &'e Lexicon,
}

/// The mistakes of a sentence, in its order.
pub fn explain(
    sentence: &str,
    masked: &Masked<'_>,
    topics: &KnownTopics<'_>,
    lexicon: &Lexicon,
    faults: Vec<ClauseFault>,
) -> Vec<Mistake> {
    if let Some(mistake) = in_other_marks(sentence) {
        return vec![mistake];
    }
    let explaining = ExplainingSentence { masked, topics, lexicon };
    let mut mistakes = Vec::new();
    let mut after_unread = false;
    for fault in faults {
        match fault {
            ClauseFault::Said(mistake) => {
                mistakes.push(mistake);
                after_unread = false;
            }
            ClauseFault::NoValue(range, mistake) => {
                mistakes.push(explaining.no_value(range).unwrap_or(mistake));
                after_unread = false;
            }
            // What follows `and` after a clause that could not be read may be the rest of it.
            ClauseFault::Unread(range) if after_unread && !explaining.looks_like_a_clause(&range) => {}
            ClauseFault::Unread(range) => {
                mistakes.push(explaining.clause(range));
                after_unread = true;
            }
        }
    }
    if mistakes.is_empty() {
        let help = "write a topic and what is asked of it, such as `TOPIC consistent across sources`";
        let message = "this is no sentence about a topic";
        mistakes.push(Mistake::at(code::UNKNOWN_PREDICATE, 0..sentence.len(), message, Some(help.into())));
    }
    mistakes.sort_by_key(|mistake| mistake.range().start);
    mistakes
}

/// A sentence in marks that are none of YAML's: they became part of it.
fn in_other_marks(sentence: &str) -> Option<Mistake> {
    let text = sentence.trim();
    let marks = [('“', '”'), ('„', '“'), ('‘', '’'), ('«', '»'), ('`', '`')];
    let (opening, closing) =
        marks.into_iter().find(|(opening, closing)| text.starts_with(*opening) && text.ends_with(*closing))?;
    let inner = text.strip_prefix(opening)?.strip_suffix(closing)?;
    if inner.contains([opening, closing]) {
        return None;
    }
    let message =
        format!("the marks `{opening}{closing}` are part of the sentence: YAML takes only straight ones away");
    let help = format!("leave them out: write `{}`", inner.trim());
    let mistake = Mistake::at(code::OTHER_WORDING, 0..sentence.len(), message, Some(help));
    Some(Mistake { instead: Some(inner.trim().to_string()), ..mistake })
}

impl ExplainingSentence<'_> {
    fn wordings(&self) -> &Wordings {
        &self.lexicon.rewrites().wordings
    }

    fn text(&self, range: &Range<usize>) -> &str {
        self.masked.text.get(range.clone()).unwrap_or("")
    }

    fn looks_like_a_clause(&self, range: &Range<usize>) -> bool {
        let text = self.text(range);
        self.masked.name_in(text).is_some() || opening(text, self.lexicon.rewrites()).is_some()
    }

    fn mistake(&self, code: Code, at: Range<usize>, message: String, help: String) -> Mistake {
        Mistake::at(code, self.masked.origin(at), message, Some(help))
    }

    /// The whole sentence with one stretch put otherwise.
    fn with(&self, range: &Range<usize>, instead: &str) -> String {
        let before = self.masked.text.get(..range.start).unwrap_or("");
        let after = self.masked.text.get(range.end..).unwrap_or("");
        self.masked.unmasked(&format!("{before}{instead}{after}"))
    }

    /// A mistake with the sentence to write in place of it.
    fn offer(&self, at: (Code, Range<usize>), message: String, sentence: String) -> Mistake {
        let help = format!("write `{sentence}`");
        self.meant(at, message, help, sentence)
    }

    /// A mistake with the sentence that was probably meant.
    fn guess(&self, at: (Code, Range<usize>), message: String, sentence: String) -> Mistake {
        let help = format!("did you mean `{sentence}`?");
        self.meant(at, message, help, sentence)
    }

    fn meant(&self, (code, at): (Code, Range<usize>), message: String, help: String, sentence: String) -> Mistake {
        Mistake { instead: Some(sentence), ..self.mistake(code, at, message, help) }
    }

    fn clause(&self, range: Range<usize>) -> Mistake {
        let text = self.text(&range);
        let name = text.chars().next().filter(|first| self.masked.name_of(*first).is_some());
        let every = || Grammar::parse(Rule::begun, text).ok()?.next().map(|pair| pair.as_str().to_string());
        match name.map(String::from).or_else(every) {
            Some(subject) => self.after_subject(range.clone(), &subject),
            None => self.without_subject(range),
        }
    }

    /// A clause whose words for a value are no value, where they are known to mean something else.
    fn no_value(&self, range: Range<usize>) -> Option<Mistake> {
        let text = self.text(&range);
        let subject = text.chars().next().filter(|first| self.masked.name_of(*first).is_some())?;
        let rest = text.get(subject.len_utf8()..)?.trim_start();
        let clauses = [
            alike(rest, self.wordings()).map(|meant| format!("{subject} {meant}")),
            tries::one_of(subject, rest, self.wordings()),
            equated(rest, self.wordings())
                .and_then(Property::find)
                .map(|property| format!("{subject} matches {}", property.name())),
            rest.strip_prefix("is ").and_then(|asked| self.rewritten(&subject.to_string(), asked)),
        ];
        let clause = clauses.into_iter().flatten().find(|clause| self.means(clause))?;
        Some(self.other_wording(&range, rest, range.end - rest.len()..range.end, &clause))
    }

    /// What a rewrite or three of the words behind a subject mean.
    fn rewritten(&self, subject: &str, rest: &str) -> Option<String> {
        match repair::rewritten(subject, rest, self.lexicon.rewrites(), &|clause| self.means(clause))? {
            Rewritten::Right(clause) => Some(clause),
            Rewritten::Mistaken(_) => None,
        }
    }

    /// A clause that begins with its subject.
    fn after_subject(&self, range: Range<usize>, subject: &str) -> Mistake {
        let text = self.text(&range);
        let rest = text.strip_prefix(subject).unwrap_or("").trim_start();
        let at = range.end - rest.len()..range.end;
        let named = self.masked.unmasked(subject);
        if rest.is_empty() {
            let message = format!("nothing is asked of `{named}`");
            return match self.asked_behind(&range, subject) {
                Some(clause) => {
                    let meant = self.with(&range, &clause);
                    let help = format!("each clause asks for itself: write `{meant}`");
                    self.meant((code::UNFINISHED, range), message, help, meant)
                }
                None => {
                    let help = format!("write `{named} consistent across sources` or `{named} cited in every source`");
                    self.mistake(code::UNFINISHED, range, message, help)
                }
            };
        }
        if let Some(mistake) = self.known_try(&range, subject, rest, at.clone()) {
            return mistake;
        }
        if let Some(wanting) = wanting(rest) {
            let last = range.end - wanting.len()..range.end;
            let message = format!("the sentence stops after `{wanting}`");
            return self.mistake(code::UNFINISHED, last, message, complete(wanting, &named));
        }
        let respelled = repair::respelled(text);
        if let Some((repaired, misspelt)) = respelled.as_ref().filter(|(repaired, _)| self.means(repaired)) {
            return self.misspelt(&range, repaired, misspelt);
        }
        match repair::rewritten(subject, rest, self.lexicon.rewrites(), &|clause| self.means(clause)) {
            Some(Rewritten::Right(clause)) => return self.other_wording(&range, rest, at, &clause),
            Some(Rewritten::Mistaken(clause)) => {
                let mistakes = super::meaning(&self.masked.unmasked(&clause), self.topics, self.lexicon).err();
                if let Some(mistake) = mistakes.into_iter().flatten().next() {
                    return mistake.moved(self.masked.origin(at));
                }
            }
            None => {}
        }
        if let Some((repaired, misspelt)) = &respelled {
            return self.misspelt(&range, repaired, misspelt);
        }
        if let Some(mistake) = self.of_every(&range, subject, rest) {
            return mistake;
        }
        self.trailing(&range).unwrap_or_else(|| {
            let message = format!("`{}` is nothing that can be asked of `{named}`", self.masked.unmasked(rest));
            self.mistake(code::UNKNOWN_PREDICATE, at, message, self.what_can_be_asked(&named, rest))
        })
    }

    /// A clause with misspelt words, and what it may have been.
    fn misspelt(&self, range: &Range<usize>, repaired: &str, misspelt: &Range<usize>) -> Mistake {
        let wrong = range.start + misspelt.start..range.start + misspelt.end;
        let message = format!("there is no `{}` here", self.masked.unmasked(self.text(&wrong)));
        self.guess((code::MISSPELT_WORD, wrong), message, self.with(range, repaired))
    }

    /// "A and B cited": what is asked of the next subject, asked of this one.
    fn asked_behind(&self, range: &Range<usize>, subject: &str) -> Option<String> {
        let next = self.masked.text.get(range.end..)?.trim_start_matches([',', ' ']);
        let next = next.strip_prefix("and ").unwrap_or(next);
        let name = next.chars().next().filter(|first| self.masked.name_of(*first).is_some())?;
        let clause = format!("{subject}{}", next.get(name.len_utf8()..)?);
        self.means(&clause).then_some(clause)
    }

    /// "every article mentions X" as a clause about X.
    fn of_every(&self, range: &Range<usize>, subject: &str, rest: &str) -> Option<Mistake> {
        let (at, name) = rest.char_indices().find(|(_, c)| self.masked.name_of(*c).is_some())?;
        let (before, behind) = (rest.get(..at)?, rest.get(at + name.len_utf8()..)?);
        let clause = turned_round(&format!("{subject} {before}"), name, behind, self.wordings())
            .filter(|clause| self.means(clause))?;
        let message = "a sentence begins with its topic".to_string();
        Some(self.offer((code::OTHER_WORDING, range.clone()), message, self.with(range, &clause)))
    }

    /// The forms that can be asked of a subject: those that share a word with what was written, else some.
    fn what_can_be_asked(&self, named: &str, rest: &str) -> String {
        let lower = rest.to_lowercase();
        let words: Vec<&str> = lower.split(' ').filter(|word| word.len() > 3).collect();
        let shared = |form: &&str| {
            let of_form = form.split(' ').filter(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase()));
            of_form.filter(|word| suggest::nearest(word, words.iter().copied()).is_some()).count()
        };
        let all: Vec<&str> = fitting_forms(named, self.topics, self.lexicon).collect();
        let mut near: Vec<&str> = all.iter().copied().filter(|form| shared(form) > 0).collect();
        near.sort_by_key(|form| std::cmp::Reverse(shared(form)));
        let shown = if near.is_empty() { &all } else { &near };
        let shown: Vec<String> = shown.iter().take(MOST_FORMS).map(|form| format!("`{named} {form}`")).collect();
        let first =
            if shown.is_empty() { String::new() } else { format!("write, for example, {}; ", shown.join(", ")) };
        format!("{first}`crosscheck --help` lists all that can be asked")
    }

    /// Whether a masked clause is a sentence without a mistake.
    fn means(&self, clause: &str) -> bool {
        super::meaning(&self.masked.unmasked(clause), self.topics, self.lexicon).is_ok()
    }

    /// A clause that was put in other words.
    fn other_wording(&self, range: &Range<usize>, rest: &str, at: Range<usize>, clause: &str) -> Mistake {
        let (code, message) = if rest.to_lowercase().starts_with("consistent") {
            (code::MISSING_WORDS, "`consistent` needs `across sources`".to_string())
        } else {
            (code::OTHER_WORDING, format!("`{}` is not how a rule says it", self.masked.unmasked(rest)))
        };
        self.offer((code, at), message, self.with(range, clause))
    }

    /// What has an answer of its own.
    fn known_try(&self, range: &Range<usize>, subject: &str, rest: &str, at: Range<usize>) -> Option<Mistake> {
        let named = self.masked.unmasked(subject);
        let lower = rest.to_lowercase();
        if behind_any(&lower, &self.wordings().patterns).is_some() {
            let help = format!(
                "put the words under the topic's `phrases:`, and write `{named} is VALUE` or `{named} cited in every source`"
            );
            return Some(self.mistake(code::OTHER_WORDING, at, "a rule compares values, not patterns".into(), help));
        }
        if let Some(unknown) = self.unknown_part(rest, &at) {
            return Some(unknown);
        }
        let property = equated(rest, self.wordings()).and_then(Property::find);
        let property = property.map(|property| format!("{subject} matches {}", property.name()));
        let clauses = [
            property.filter(|clause| self.means(clause)),
            added_up(rest, self.wordings()).map(|sum| format!("{subject} {sum}")),
            tries::tolerated(rest, self.wordings())
                .map(|rest| format!("{subject} {rest}"))
                .filter(|clause| self.means(clause)),
            unquoted(rest, self.wordings()).map(|rest| format!("{subject} {rest}")).filter(|clause| self.means(clause)),
        ];
        if let Some(clause) = clauses.into_iter().flatten().next() {
            let message = format!("`{}` is not how a rule says it", self.masked.unmasked(rest));
            return Some(self.offer((code::OTHER_WORDING, at), message, self.with(range, &clause)));
        }
        if lower == "consistent across" || lower == "consistent across source" {
            let meant = self.with(range, &format!("{subject} consistent across sources"));
            let message = "`consistent` needs `across sources`".to_string();
            return Some(self.offer((code::MISSING_WORDS, at), message, meant));
        }
        None
    }

    /// What is added up and is no topic.
    fn unknown_part(&self, rest: &str, at: &Range<usize>) -> Option<Mistake> {
        rest.strip_prefix("equals the sum of ")?;
        // `and` ends a clause that could not be read; here it joins the last part.
        let whole = self.masked.text.get(at.start..)?;
        let end =
            [" or ", " unless ", ", then "].iter().filter_map(|word| whole.find(word)).min().unwrap_or(whole.len());
        let operands = whole.get("equals the sum of ".len()..end)?;
        let at = at.start..at.start + end;
        let mut from = at.end - operands.len();
        for operand in operands.split(", ").flat_map(|part| part.split(" and ")) {
            let start = from + self.masked.text.get(from..at.end)?.find(operand)?;
            from = start + operand.len();
            let is_topic = operand.chars().count() == 1 && self.masked.name_in(operand).is_some();
            let operand = operand.trim_start_matches("and ").trim();
            if !is_topic && !operand.is_empty() {
                let shown = self.masked.unmasked(operand);
                let near = self.topics.nearest(&shown);
                let help = near.map_or_else(
                    || format!("the topics are {}", self.some_topics()),
                    |near| format!("did you mean `{near}`?"),
                );
                let instead = near.map(|near| self.with(&(start..from), near));
                let message = format!("there is no topic `{shown}`");
                let mistake = self.mistake(code::UNKNOWN_TOPIC, start..from, message, help);
                return Some(Mistake { instead, ..mistake });
            }
        }
        None
    }

    /// Words after the end of a clause.
    fn trailing(&self, range: &Range<usize>) -> Option<Mistake> {
        let text = self.text(range);
        let read = Grammar::parse(Rule::prolonged, text).ok()?.next()?.as_str().len();
        let rest = text.get(read..)?;
        if let Some(condition) = behind_any(rest.trim(), &self.wordings().conditions) {
            let clause = format!("when {condition}, {}", text.get(..read)?);
            return Some(self.condition(range.start + read..range.end, range, &clause));
        }
        let blank = rest.len() - rest.trim_start_matches([' ', ',', '.']).len();
        let message = format!("`{}` does not belong to the sentence", self.masked.unmasked(rest.trim()));
        let (clause, more) = (text.get(..read)?, rest.get(blank..)?);
        let help = if self.means(more) {
            format!("make it a rule of its own, or write `{}`", self.with(range, &format!("{clause} and {more}")))
        } else {
            format!("where it changes nothing, write `{}`", self.with(range, clause))
        };
        let start = if blank < rest.len() { range.start + read + blank } else { range.start + read };
        Some(self.mistake(code::TRAILING_WORDS, start..range.end, message, help))
    }

    /// "at most 5" behind `and`, with the topic of the clause before.
    fn subject_left_out(&self, range: &Range<usize>) -> Option<String> {
        let before = self.masked.text.get(..range.start)?;
        let name = before.chars().rev().find(|character| self.masked.name_of(*character).is_some())?;
        let clause = format!("{name} {}", self.text(range));
        self.means(&clause).then_some(clause)
    }

    /// A condition that was put in other words.
    fn condition(&self, at: Range<usize>, range: &Range<usize>, clause: &str) -> Mistake {
        let message = "a condition stands first, behind `when`, and ends in a comma".to_string();
        self.offer((code::OTHER_WORDING, at), message, self.with(range, clause))
    }

    /// A clause that begins with no declared name.
    fn without_subject(&self, range: Range<usize>) -> Mistake {
        let text = self.text(&range);
        if let Some(condition) = conditional(text, self.wordings()) {
            return self.condition(range.clone(), &range, &condition);
        }
        if let Some(clause) = self.subject_left_out(&range) {
            let meant = self.with(&range, &clause);
            let message = "each clause names its topic".to_string();
            return self.offer((code::UNKNOWN_TOPIC, range), message, meant);
        }
        if let Some(clause) = called(text, self.wordings()) {
            let meant = self.with(&range, &clause);
            let message = "a rule asks of a topic, and calls no function".to_string();
            return self.offer((code::OTHER_WORDING, range), message, meant);
        }
        if let Some((at, name)) = text.char_indices().find(|(_, c)| self.masked.name_of(*c).is_some()) {
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
            let behind = after.get(name.len_utf8()..).unwrap_or("");
            let turned = turned_round(before, name, behind, self.wordings()).filter(|clause| self.means(clause));
            if let Some(clause) = turned.or_else(|| turned_round(before, name, "", self.wordings())) {
                let meant = self.with(&range, &clause);
                let message = "a sentence begins with its topic".to_string();
                return self.offer((code::OTHER_WORDING, range), message, meant);
            }
            let is_article = self.wordings().before_topics.contains(&before.trim().to_lowercase());
            if is_article && repair::reads(after) {
                let asked = behind.trim_start();
                let asked = asked.strip_prefix("is ").unwrap_or(asked);
                let meant = if self.means(after) { None } else { self.rewritten(&name.to_string(), asked) };
                let meant = self.with(&range, meant.as_deref().unwrap_or(after));
                let message = format!("`{}` is not part of the topic's name", before.trim());
                let at = range.start..range.start + before.trim_end().len();
                return self.offer((code::OTHER_WORDING, at), message, meant);
            }
        }
        self.unknown_topic(&range)
    }

    fn unknown_topic(&self, range: &Range<usize>) -> Mistake {
        let text = self.text(range);
        let end = opening(text, self.lexicon.rewrites()).unwrap_or(text.len());
        let words = text.get(..end).unwrap_or("").trim_end();
        if words.is_empty() {
            let help = format!("write a topic before it, such as {}", self.some_topics());
            let first = text.split(' ').next().unwrap_or("");
            let message = "a sentence begins with its topic".to_string();
            return self.mistake(code::UNKNOWN_TOPIC, range.start..range.start + first.len(), message, help);
        }
        let shown = self.masked.unmasked(words);
        if let Some(noun) = shown.strip_prefix("every ") {
            let kinds: Vec<&str> = crate::value::Kind::all().map(crate::value::Kind::name).collect();
            let near = Kind::called(noun).map(Kind::name).or_else(|| suggest::nearest(noun, kinds.iter().copied()));
            let message = format!("there is no kind `{noun}`");
            let at = range.start..range.start + words.len();
            let Some(near) = near else {
                let help = format!("after `every` comes sentence, figure, or a kind: {}", kinds.join(", "));
                return self.mistake(code::UNKNOWN_KIND, at, message, help);
            };
            let meant = self.with(range, &format!("every {near}{}", text.get(end - 1..).unwrap_or("")));
            return self.guess((code::UNKNOWN_KIND, at), message, meant);
        }
        let kind = every_one(&shown, self.wordings());
        let message = format!("there is no topic `{shown}`");
        let at = range.start..range.start + words.len();
        let help = match self.topics.nearest(&shown) {
            Some(near) => {
                let rest = text.get(end..).unwrap_or("");
                let blank = if rest.is_empty() { "" } else { " " };
                let meant = self.with(range, &format!("{near}{blank}{}", rest.trim_start()));
                return self.guess((code::UNKNOWN_TOPIC, at), message, meant);
            }
            None if let Some(kind) = kind => format!("write `every {kind}` for all of them"),
            None if self.topics.all.is_empty() => "declare it under `topics:`, with its kind and its phrases".into(),
            None => format!("the topics are {}", self.some_topics()),
        };
        self.mistake(code::UNKNOWN_TOPIC, at, message, help)
    }

    fn some_topics(&self) -> String {
        suggest::some(self.topics.all.iter().map(|topic| topic.name()))
    }
}
