//! What is wrong with a clause that is none, in the writer's words, with the sentence to write instead.

use super::{
    Fault, SentenceMistake,
    repair::{self, Rewritten},
};
use crate::{
    article::Property,
    claim::Topic,
    grammar::{Grammar, Rule, masked::Masked},
    lexicon::Lexicon,
    predicate, suggest,
};
use pest::Parser;
use std::ops::Range;

/// How many topics a message lists.
const MOST_TOPICS: usize = 8;

/// Words with which a predicate, or what people write for one, begins.
const OPENINGS: &[&str] = &[
    "absent",
    "after",
    "are",
    "at",
    "attributed",
    "be",
    "before",
    "between",
    "cited",
    "closed",
    "consistent",
    "corroborated",
    "equals",
    "explained",
    "falls",
    "has",
    "in",
    "independent",
    "is",
    "less",
    "matches",
    "more",
    "must",
    "never",
    "not",
    "on",
    "printed",
    "said",
    "shall",
    "should",
    "spelled",
    "supported",
    "unchanged",
    "verbatim",
    "within",
    "=",
    "==",
    ">=",
    "<=",
    ">",
    "<",
    "!=",
];

/// Words after which something must follow.
const WANTING: &[&str] = &[
    "across",
    "after",
    "and",
    "at",
    "before",
    "between",
    "by",
    "cited in",
    "every",
    "in",
    "independent",
    "is",
    "least",
    "less",
    "more",
    "most",
    "of",
    "on",
    "or",
    "than",
    "unless",
    "when",
    "within",
];

/// One sentence being explained.
struct Explaining<'e> {
    masked: &'e Masked<'e>,
    topics: &'e [&'e Topic],
    lexicon: &'e Lexicon,
}

/// The mistakes of a sentence, in its order.
pub fn explain(
    sentence: &str,
    masked: &Masked<'_>,
    topics: &[&Topic],
    lexicon: &Lexicon,
    faults: Vec<Fault>,
) -> Vec<SentenceMistake> {
    let explaining = Explaining { masked, topics, lexicon };
    let mut mistakes = Vec::new();
    let mut after_unread = false;
    for fault in faults {
        match fault {
            Fault::Said(mistake) => {
                mistakes.push(mistake);
                after_unread = false;
            }
            // What follows `and` after a clause that could not be read may be the rest of it.
            Fault::Unread(range) if after_unread && !explaining.looks_like_a_clause(&range) => {}
            Fault::Unread(range) => {
                mistakes.push(explaining.clause(range));
                after_unread = true;
            }
        }
    }
    if mistakes.is_empty() {
        let span = 0..sentence.len();
        mistakes.push(SentenceMistake {
            code: "unknown-predicate",
            span,
            message: "this is no sentence about a topic".into(),
            help: Some("write a topic and what is asked of it, such as `TOPIC consistent across sources`".into()),
            label: None,
        });
    }
    mistakes.sort_by_key(|mistake| mistake.span.start);
    mistakes
}

impl Explaining<'_> {
    fn text(&self, range: &Range<usize>) -> &str {
        self.masked.text.get(range.clone()).unwrap_or("")
    }

    fn looks_like_a_clause(&self, range: &Range<usize>) -> bool {
        let text = self.text(range);
        self.masked.name_in(text).is_some() || opening(text).is_some()
    }

    fn mistake(&self, code: &'static str, at: Range<usize>, message: String, help: String) -> SentenceMistake {
        SentenceMistake { code, span: self.masked.origin(at), message, help: Some(help), label: None }
    }

    /// The whole sentence with one stretch put otherwise.
    fn with(&self, range: &Range<usize>, instead: &str) -> String {
        let before = self.masked.text.get(..range.start).unwrap_or("");
        let after = self.masked.text.get(range.end..).unwrap_or("");
        self.masked.unmasked(&format!("{before}{instead}{after}"))
    }

    fn clause(&self, range: Range<usize>) -> SentenceMistake {
        let text = self.text(&range);
        let subject = text.chars().next().filter(|first| self.masked.name_of(*first).is_some());
        match subject {
            Some(subject) => self.after_subject(range.clone(), &subject.to_string()),
            None => self.without_subject(range),
        }
    }

    /// A clause that begins with its subject.
    fn after_subject(&self, range: Range<usize>, subject: &str) -> SentenceMistake {
        let text = self.text(&range);
        let rest = text.strip_prefix(subject).unwrap_or("").trim_start();
        let at = range.end - rest.len()..range.end;
        let named = self.masked.unmasked(subject);
        if rest.is_empty() {
            let help = format!("write `{named} consistent across sources` or `{named} cited in every source`");
            let message = format!("nothing is asked of `{named}`");
            return self.mistake("unfinished", range, message, help);
        }
        if let Some(mistake) = self.known_try(&range, subject, rest, at.clone()) {
            return mistake;
        }
        if let Some(wanting) = wanting(rest) {
            let last = range.end - wanting.len()..range.end;
            let message = format!("the sentence stops after `{wanting}`");
            return self.mistake("unfinished", last, message, complete(wanting, &named));
        }
        if let Some((repaired, misspelt)) = repair::respelled(text) {
            let wrong = range.start + misspelt.start..range.start + misspelt.end;
            let message = format!("there is no `{}` here", self.masked.unmasked(self.text(&wrong)));
            let help = format!("did you mean `{}`?", self.with(&range, &repaired));
            return self.mistake("misspelt-word", wrong, message, help);
        }
        match repair::rewritten(subject, rest, &|clause| self.means(clause)) {
            Some(Rewritten::Right(clause)) => return self.other_wording(&range, rest, at, &clause),
            Some(Rewritten::Mistaken(clause)) => {
                let mistakes = super::meaning(&self.masked.unmasked(&clause), self.topics, self.lexicon).err();
                if let Some(mistake) = mistakes.into_iter().flatten().next() {
                    return SentenceMistake { span: self.masked.origin(at), label: None, ..mistake };
                }
            }
            None => {}
        }
        self.trailing(&range).unwrap_or_else(|| {
            let message = format!("`{}` is nothing that can be asked of `{named}`", self.masked.unmasked(rest));
            let forms: Vec<String> = self.fitting_forms(&named).map(|form| format!("`{form}`")).collect();
            self.mistake("unknown-predicate", at, message, format!("after it comes one of {}", forms.join(", ")))
        })
    }

    /// Whether a masked clause is a sentence without a mistake.
    fn means(&self, clause: &str) -> bool {
        super::meaning(&self.masked.unmasked(clause), self.topics, self.lexicon).is_ok()
    }

    /// The forms of predicates that can be asked of a subject: those that read when something fills their blanks.
    fn fitting_forms(&self, subject: &str) -> impl Iterator<Item = &'static str> {
        let topic = self.topics.iter().find(|topic| topic.name == subject);
        let property = Property::find(subject).map(Property::kind);
        let kind = topic.map(|topic| topic.kind).or(property);
        let example = move |form: &str| -> Option<String> {
            let entry = kind?.entry();
            let mut others = self.topics.iter().filter(|other| Some(other.kind) == kind && other.name != subject);
            let mut filled = form.replace("DATE or TOPIC", entry.example).replace("PROPERTY", "publication date");
            for (blank, example) in
                [("VALUE", Some(entry.example)), ("TOLERANCE", entry.tolerance), ("DURATION", Some("3 days"))]
            {
                if filled.contains(blank) {
                    filled = filled.replace(blank, example?);
                }
            }
            while filled.contains("TOPIC") {
                filled = filled.replacen("TOPIC", &others.next()?.name, 1);
            }
            Some(format!("{subject} {}", filled.replace("WEEKDAY", "Monday")))
        };
        let reads = move |form: &&'static str| {
            example(form).is_some_and(|sentence| super::meaning(&sentence, self.topics, self.lexicon).is_ok())
        };
        predicate::forms().filter(reads)
    }

    /// A clause that was put in other words.
    fn other_wording(&self, range: &Range<usize>, rest: &str, at: Range<usize>, clause: &str) -> SentenceMistake {
        let incomplete = rest.to_lowercase().starts_with("consistent");
        let code = if incomplete { "missing-words" } else { "other-wording" };
        let message = match incomplete {
            true => "`consistent` needs `across sources`".to_string(),
            false => format!("`{}` is not how a rule says it", self.masked.unmasked(rest)),
        };
        self.mistake(code, at, message, format!("write `{}`", self.with(range, clause)))
    }

    /// What has an answer of its own.
    fn known_try(&self, range: &Range<usize>, subject: &str, rest: &str, at: Range<usize>) -> Option<SentenceMistake> {
        let named = self.masked.unmasked(subject);
        let lower = rest.to_lowercase();
        if ["matches regex", "matches /", "matches pattern", "matches \"", "=~"].iter().any(|t| lower.starts_with(t)) {
            let help = format!(
                "put the words under the topic's `phrases:`, and write `{named} is VALUE` or `{named} cited in every source`"
            );
            return Some(self.mistake("other-wording", at, "a rule compares values, not patterns".into(), help));
        }
        if let Some(sum) = added_up(rest) {
            let help = format!("write `{}`", self.with(range, &format!("{subject} {sum}")));
            let message = format!("`{}` is not how a rule says it", self.masked.unmasked(rest));
            return Some(self.mistake("other-wording", at, message, help));
        }
        if lower == "consistent across" || lower == "consistent across source" {
            let help = format!("write `{}`", self.with(range, &format!("{subject} consistent across sources")));
            return Some(self.mistake("missing-words", at, "`consistent` needs `across sources`".into(), help));
        }
        None
    }

    /// Words after the end of a clause.
    fn trailing(&self, range: &Range<usize>) -> Option<SentenceMistake> {
        let text = self.text(range);
        let read = Grammar::parse(Rule::prolonged, text).ok()?.next()?.as_str().len();
        let rest = text.get(read..)?;
        if let Some(condition) =
            ["when ", "if ", "whenever ", "where "].iter().find_map(|word| rest.trim().strip_prefix(word))
        {
            let clause = format!("when {condition}, {}", text.get(..read)?);
            return Some(self.condition(range.start + read..range.end, range, &clause));
        }
        let blank = rest.len() - rest.trim_start_matches([' ', ',', '.']).len();
        let message = format!("`{}` does not belong to the sentence", self.masked.unmasked(rest.trim()));
        let help = format!("write `{}`", self.with(range, text.get(..read)?));
        let start = if blank < rest.len() { range.start + read + blank } else { range.start + read };
        Some(self.mistake("trailing-words", start..range.end, message, help))
    }

    /// A condition that was put in other words.
    fn condition(&self, at: Range<usize>, range: &Range<usize>, clause: &str) -> SentenceMistake {
        let help = format!("write `{}`", self.with(range, clause));
        self.mistake(
            "other-wording",
            at,
            "a condition stands first, behind `when`, and ends in a comma".to_string(),
            help,
        )
    }

    /// A clause that begins with no declared name.
    fn without_subject(&self, range: Range<usize>) -> SentenceMistake {
        let text = self.text(&range);
        if let Some(condition) = conditional(text) {
            return self.condition(range.clone(), &range, &condition);
        }
        if let Some(clause) = called(text) {
            let help = format!("write `{}`", self.with(&range, &clause));
            return self.mistake(
                "other-wording",
                range,
                "a rule asks of a topic, and calls no function".to_string(),
                help,
            );
        }
        if let Some((at, name)) = text.char_indices().find(|(_, c)| self.masked.name_of(*c).is_some()) {
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
            if let Some(clause) = turned_round(before, name) {
                let help = format!("write `{}`", self.with(&range, &clause));
                let message = "a sentence begins with its topic".to_string();
                return self.mistake("other-wording", range, message, help);
            }
            let is_article =
                ["the", "a", "an", "all", "every", "each"].contains(&before.trim().to_lowercase().as_str());
            if is_article && repair::reads(after) {
                let help = format!("write `{}`", self.with(&range, after));
                let message = format!("`{}` is not part of the topic's name", before.trim());
                return self.mistake(
                    "other-wording",
                    range.start..range.start + before.trim_end().len(),
                    message,
                    help,
                );
            }
        }
        self.unknown_topic(&range)
    }

    fn unknown_topic(&self, range: &Range<usize>) -> SentenceMistake {
        let text = self.text(range);
        let end = opening(text).unwrap_or(text.len());
        let words = text.get(..end).unwrap_or("").trim_end();
        if words.is_empty() {
            let help = format!("write a topic before it, such as {}", self.some_topics());
            let first = text.split(' ').next().unwrap_or("");
            let message = "a sentence begins with its topic".to_string();
            return self.mistake("unknown-topic", range.start..range.start + first.len(), message, help);
        }
        let shown = self.masked.unmasked(words);
        if let Some(noun) = shown.strip_prefix("every ") {
            let kinds: Vec<&str> = crate::value::Kind::all().map(crate::value::Kind::name).collect();
            let help = match suggest::nearest(noun, kinds.iter().copied()) {
                Some(near) => format!(
                    "did you mean `{}`?",
                    self.with(range, &format!("every {near}{}", text.get(end - 1..).unwrap_or("")))
                ),
                None => format!("after `every` comes sentence, figure, or a kind: {}", kinds.join(", ")),
            };
            let message = format!("there is no kind `{noun}`");
            return self.mistake("unknown-kind", range.start..range.start + words.len(), message, help);
        }
        let help = match suggest::nearest(&shown, self.topics.iter().map(|topic| topic.name.as_str())) {
            Some(near) => {
                let rest = text.get(end..).unwrap_or("");
                let blank = if rest.is_empty() { "" } else { " " };
                format!("did you mean `{}`?", self.with(range, &format!("{near}{blank}{}", rest.trim_start())))
            }
            None if self.topics.is_empty() => "declare it under `topics:`, with its kind and its phrases".into(),
            None => format!("the topics are {}", self.some_topics()),
        };
        let message = format!("there is no topic `{shown}`");
        self.mistake("unknown-topic", range.start..range.start + words.len(), message, help)
    }

    fn some_topics(&self) -> String {
        let mut shown: Vec<String> =
            self.topics.iter().take(MOST_TOPICS).map(|topic| format!("`{}`", topic.name)).collect();
        if self.topics.len() > shown.len() {
            shown.push(format!("and {} more", self.topics.len() - shown.len()));
        }
        shown.join(", ")
    }
}

/// "equals A plus B" as a sum.
fn added_up(rest: &str) -> Option<String> {
    let operands = ["equals ", "is equal to ", "is ", "= ", "== "].iter().find_map(|word| rest.strip_prefix(word))?;
    let parts: Vec<&str> = operands.split(" plus ").flat_map(|part| part.split('+')).map(str::trim).collect();
    let (last, first) = parts.split_last()?;
    (!first.is_empty()).then(|| format!("equals the sum of {} and {last}", first.join(", ")))
}

/// "if A then B" with `when` and a comma.
fn conditional(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let opening = ["if ", "whenever ", "where ", "when "].into_iter().find(|word| lower.starts_with(word))?;
    let rest = text.get(opening.len()..)?;
    let (condition, then) = [", then ", " then ", ", "].iter().find_map(|between| rest.split_once(between))?;
    Some(format!("when {condition}, {then}"))
}

/// A function of another tool, called on a topic (its private character), as what can be asked of it here.
fn called(text: &str) -> Option<String> {
    let (function, rest) = text.split_once('(')?;
    let (argument, _) = rest.split_once(')')?;
    let topic = argument.chars().next().filter(|character| ('\u{E000}'..'\u{E800}').contains(character))?;
    let function = function.trim().to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| function.contains(word));
    let asked = match () {
        () if has(&["missing", "null", "exist", "present"]) => "cited in every source",
        () if has(&["duplicate", "unique", "distinct"]) => "consistent across sources",
        () if has(&["sum"]) => return None,
        () => "consistent across sources",
    };
    Some(format!("{topic} {asked}"))
}

/// Where the first word stands that opens a predicate.
fn opening(text: &str) -> Option<usize> {
    let mut at = 0;
    for word in text.split(' ') {
        let lower = word.to_lowercase();
        let near = lower.len() > 4 && suggest::nearest(&lower, ["consistent", "corroborated"]).is_some();
        if near || OPENINGS.contains(&lower.as_str()) {
            return Some(at);
        }
        at += word.len() + 1;
    }
    None
}

/// The last word, where something must follow it.
fn wanting(rest: &str) -> Option<&str> {
    let last = rest.rsplit(' ').next()?;
    WANTING.iter().any(|word| word.eq_ignore_ascii_case(last)).then_some(last)
}

fn complete(wanting: &str, topic: &str) -> String {
    match wanting.to_lowercase().as_str() {
        "and" | "or" => "write another clause after it, or leave the word out".to_string(),
        "within" => format!("write how far, such as `{topic} consistent across sources within 5 minutes`"),
        "across" => format!("write `{topic} consistent across sources`"),
        "in" | "every" => format!("write `{topic} cited in every source`"),
        "by" | "independent" => format!("write `{topic} corroborated by at least 2 independent sources`"),
        "is" | "least" | "most" | "than" | "between" => "write the value after it".to_string(),
        _ => format!("write what should follow, or `{topic} cited in every source`"),
    }
}

/// "all sources agree on X" as a clause that begins with its topic.
fn turned_round(before: &str, name: char) -> Option<String> {
    let before = before.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| before.contains(word));
    if has(&["agree", "consistent", "same"]) {
        return Some(format!("{name} consistent across sources"));
    }
    if has(&["cite", "mention", "report", "give", "contain", "state", "include"]) {
        let number = before.split(' ').find(|word| word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty());
        return Some(match number {
            Some(number) => format!("{name} cited in at least {number} sources"),
            None => format!("{name} cited in every source"),
        });
    }
    None
}
