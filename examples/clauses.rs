//! Measures the reader of clauses against a treebank: `cargo run --example clauses -- FILE.conllu [PREFIX] [--errors N]`.
//!
//! FILE is a CoNLL-U file with raw text (`# text = ...`), PREFIX keeps to the sentences whose `sent_id` begins so. Each raw
//! text is read as an article is, with our own tokens, which are matched to the treebank's by their place in the text.
//! Printed are precision, recall and F1 of:
//!
//! - **subjects**: pairs of a verb and the head of its subject (`nsubj`, `nsubj:pass`; of a copula the form of "be").
//!   A relative pronoun and its noun count as one. *Own* are those of the basic tree; *shared too* adds those of the
//!   enhanced graph of coordinated verbs (`nsubj:xsubj` left out).
//! - **objects**: pairs of a verb and the head of its `obj` or `iobj`.
//! - **clause edges**: places between two words that stand in different innermost clauses. A clause of the treebank is what
//!   hangs from a root, `ccomp`, `xcomp`, `advcl`, `acl`, `csubj`, `parataxis`, or a conjunct of one, that is a verb or has a
//!   copula or subject; a word belongs to the nearest such head above it. Marks are passed over.
//!
//! A name's head is any of its words (`flat`, and `appos` without a comma), money's is its sign or its number.

#![allow(clippy::indexing_slicing, reason = "a tool for developers, over files that are whole")]

use crosscheck::rooms::{
    clause::{ClauseNode, Clauses, SubjectSource},
    lexicon::Lexicon,
    text::Text,
};
use std::collections::BTreeSet;

/// A word of the treebank.
#[derive(Clone, Debug, Default)]
struct GoldWord {
    form: String,
    upos: String,
    features: String,
    head: usize,
    relation: String,
    enhanced: Vec<(usize, String)>,
    /// The last of our tokens.
    token: Option<usize>,
    /// The first of them.
    first: usize,
}

#[derive(Default)]
struct GoldSentence {
    id: String,
    text: String,
    /// Word 0 is the root.
    words: Vec<GoldWord>,
    /// Forms of words that are written as one, by their first and last word.
    joined: Vec<(usize, usize, String)>,
}

#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    wanted: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

impl Score {
    fn print(&self, name: &str) {
        let part = |of: usize| if of == 0 { 0.0 } else { self.right as f64 / of as f64 };
        let (precision, recall) = (part(self.found), part(self.wanted));
        let f1 = if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        let [precision, recall, f1] = [precision, recall, f1].map(|share| share * 100.0);
        println!("{name:<22} precision {precision:5.1}  recall {recall:5.1}  F1 {f1:5.1}   of {}", self.wanted);
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let shown = arguments.iter().position(|word| word == "--errors");
    let limit = shown.and_then(|at| arguments.get(at + 1)).and_then(|number| number.parse().ok()).unwrap_or(0);
    let plain: Vec<&String> = arguments.iter().take(shown.unwrap_or(arguments.len())).collect();
    let [file, rest @ ..] = plain.as_slice() else { return Err("which CoNLL-U file?".into()) };
    let prefix = rest.first().map_or("", |prefix| prefix.as_str());
    let mut scores: [Score; 4] = Default::default();
    let mut count = 0;
    for block in std::fs::read_to_string(file)?.split("\n\n") {
        let mut sentence = read(block);
        if sentence.words.len() > 1 && sentence.id.starts_with(prefix) {
            count += 1;
            measure(&mut sentence, &mut scores);
        }
    }
    println!("{count} sentences");
    for (score, name) in scores.iter().zip(NAMES) {
        score.print(name);
    }
    for (score, name) in scores.iter().zip(NAMES) {
        score.missed.iter().take(limit).for_each(|line| println!("{name} missed {line}"));
        score.wrong.iter().take(limit).for_each(|line| println!("{name} wrong {line}"));
    }
    Ok(())
}

const NAMES: [&str; 4] = ["subjects, own", "subjects, shared too", "objects", "clause edges"];

fn read(block: &str) -> GoldSentence {
    let mut sentence = GoldSentence { words: vec![GoldWord::default()], ..GoldSentence::default() };
    for line in block.lines() {
        if let Some(text) = line.strip_prefix("# text = ") {
            sentence.text = text.to_string();
        } else if let Some(id) = line.strip_prefix("# sent_id = ") {
            sentence.id = id.to_string();
        } else if !line.starts_with('#') {
            word(line, &mut sentence);
        }
    }
    sentence
}

fn word(line: &str, sentence: &mut GoldSentence) {
    let fields: Vec<&str> = line.split('\t').collect();
    let [id, form, _, upos, _, features, head, relation, deps, ..] = fields.as_slice() else { return };
    if let Some((from, to)) = id.split_once('-')
        && let (Ok(from), Ok(to)) = (from.parse(), to.parse())
    {
        sentence.joined.push((from, to, form.to_string()));
    }
    if id.parse::<usize>().is_ok() {
        let enhanced = deps.split('|').filter_map(|dep| dep.split_once(':'));
        sentence.words.push(GoldWord {
            form: form.to_string(),
            upos: upos.to_string(),
            features: features.to_string(),
            head: head.parse().unwrap_or(0),
            relation: relation.to_string(),
            enhanced: enhanced.filter_map(|(head, name)| Some((head.parse().ok()?, name.to_string()))).collect(),
            token: None,
            first: 0,
        });
    }
}

/// Finds each word in the text, and our token there.
fn align(sentence: &mut GoldSentence, text: &Text) {
    let mut at = 0;
    for index in 1..sentence.words.len() {
        let form = sentence.words[index].form.clone();
        let rest = sentence.text.get(at..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start().len();
        let place = at + skipped;
        let starts = rest.trim_start().starts_with(&form);
        // Words written as one may not be parts of it ("wo" + "n't"); then all stand at its beginning.
        let joined = sentence.joined.iter().find(|(from, to, _)| (*from..=*to).contains(&index));
        let last_of_joined = joined.filter(|(_, to, _)| *to == index).map(|(_, _, form)| form.len());
        if starts {
            at = place + form.len();
        } else if let Some(length) = last_of_joined {
            at = place + length;
        }
        let first = text.tokens().partition_point(|token| token.span.range().end <= place);
        let end = if starts { place + form.len() } else { place + 1 };
        let last = text.tokens().partition_point(|token| token.span.range().start < end).saturating_sub(1);
        sentence.words[index].token = (first <= last && last < text.tokens().len()).then_some(last);
        sentence.words[index].first = first;
    }
}

impl GoldSentence {
    fn base(&self, index: usize) -> &str {
        self.words[index].relation.split(':').next().unwrap_or_default()
    }

    fn child(&self, of: usize, relation: &str) -> Option<usize> {
        (1..self.words.len()).find(|index| self.words[*index].head == of && self.base(*index) == relation)
    }

    /// The word that stands for a predicate: the verb, or the copula.
    fn verb(&self, index: usize) -> Option<usize> {
        match self.child(index, "cop") {
            Some(copula) => Some(copula),
            None => matches!(self.words[index].upos.as_str(), "VERB" | "AUX").then_some(index),
        }
    }

    /// The tokens that count as the head of a noun phrase.
    fn heads(&self, index: usize) -> BTreeSet<usize> {
        // A title and its name name the same: "his father Ahmed".
        let flat = (1..self.words.len()).filter(|child| {
            let word = &self.words[*child];
            let names =
                word.relation == "appos" && (index + 1..*child).all(|between| self.words[between].upos != "PUNCT");
            word.head == index && (self.base(*child) == "flat" || names)
        });
        let flat: Vec<usize> = flat
            .flat_map(|child| {
                let inner = (1..self.words.len())
                    .filter(move |word| self.words[*word].head == child && self.base(*word) == "flat");
                std::iter::once(child).chain(inner)
            })
            .collect();
        let number = (1..self.words.len()).filter(|child| {
            self.words[*child].head == index && self.base(*child) == "nummod" && self.words[index].upos == "SYM"
        });
        std::iter::once(index)
            .chain(flat)
            .chain(number)
            .filter_map(|word| self.words[word].token.map(|last| self.words[word].first..=last))
            .flatten()
            .collect()
    }

    fn is_clause(&self, index: usize) -> bool {
        let is_predicate = self.verb(index).is_some() || self.child(index, "nsubj").is_some();
        match self.base(index) {
            "root" => true,
            "ccomp" | "xcomp" | "advcl" | "acl" | "csubj" | "parataxis" => is_predicate,
            "conj" => is_predicate && self.clause_of(self.words[index].head) == self.words[index].head,
            _ => false,
        }
    }

    fn clause_of(&self, index: usize) -> usize {
        let mut at = index;
        for _ in 0..self.words.len() {
            if at == 0 || self.is_clause(at) {
                return at;
            }
            at = self.words[at].head;
        }
        at
    }

    fn show(&self, index: usize) -> &str {
        &self.words[index].form
    }
}

/// A verb and the heads that are right for it.
type Pair = (usize, BTreeSet<usize>, String);

fn gold_pairs(sentence: &GoldSentence, relations: &[&str], with_enhanced: bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for index in 1..sentence.words.len() {
        let word = &sentence.words[index];
        let is = |name: &str| {
            relations.contains(&name.split(':').next().unwrap_or_default())
                && !name.contains("outer")
                && !name.contains("xsubj")
        };
        let mut governors: Vec<usize> = Vec::new();
        let basic = is(&word.relation).then_some(word.head);
        governors.extend(basic);
        if with_enhanced {
            governors.extend(word.enhanced.iter().filter(|(_, name)| is(name)).map(|(head, _)| *head));
        }
        governors.sort_unstable();
        governors.dedup();
        for governor in governors {
            let Some(verb) = sentence.verb(governor).and_then(|verb| sentence.words[verb].token) else { continue };
            let mut heads = sentence.heads(index);
            // The noun that a relative pronoun stands for.
            if word.features.contains("PronType=Rel") {
                let clause = sentence.clause_of(governor);
                heads.extend(sentence.heads(sentence.words[clause].head));
            }
            let same =
                pairs.iter_mut().find(|(other, tokens, _): &&mut Pair| *other == verb && !tokens.is_disjoint(&heads));
            match same {
                Some((_, tokens, _)) => tokens.extend(heads),
                None => pairs.push((verb, heads, format!("{} <- {}", sentence.show(governor), sentence.show(index)))),
            }
        }
    }
    pairs
}

fn found_pairs(clauses: &Clauses, text: &Text, which: fn(&Clauses, &ClauseNode) -> Option<usize>) -> Vec<Pair> {
    let of = |node: &ClauseNode| {
        let verb = node.verb.as_ref()?.head;
        let marker = node.marker.filter(|marker| {
            ["who", "which", "that", "what", "whom"].contains(&&*text.written(*marker).to_lowercase())
        });
        let mut heads = BTreeSet::new();
        match which(clauses, node) {
            Some(phrase) => {
                heads.insert(clauses.phrase(phrase)?.head);
                heads.extend(marker.filter(|_| node.antecedent == Some(phrase)));
            }
            None => return None,
        }
        let head = heads.first().map(|head| text.written(*head)).unwrap_or_default();
        Some((verb, heads, format!("{} <- {head}", text.written(verb))))
    };
    clauses.all().iter().filter_map(of).collect()
}

fn compare(score: &mut Score, gold: &[Pair], found: &[Pair], sentence: &GoldSentence) {
    let hits = |a: &Pair, others: &[Pair]| others.iter().any(|b| a.0 == b.0 && !a.1.is_disjoint(&b.1));
    score.wanted += gold.len();
    score.found += found.len();
    score.right += gold.iter().filter(|pair| hits(pair, found)).count();
    let line = |pair: &Pair| format!("[{}] {}", pair.2, sentence.text);
    score.missed.extend(gold.iter().filter(|pair| !hits(pair, found)).map(line));
    score.wrong.extend(found.iter().filter(|pair| !hits(pair, gold)).map(line));
}

fn own_subject(_: &Clauses, node: &ClauseNode) -> Option<usize> {
    let subject = node.subject?;
    matches!(subject.source, SubjectSource::Own | SubjectSource::Antecedent).then_some(subject.phrase)
}

fn any_subject(_: &Clauses, node: &ClauseNode) -> Option<usize> {
    let subject = node.subject?;
    let said = matches!(subject.source, SubjectSource::Own | SubjectSource::Antecedent | SubjectSource::Shared);
    said.then_some(subject.phrase)
}

fn recipient(_: &Clauses, node: &ClauseNode) -> Option<usize> {
    node.recipient
}

fn object(_: &Clauses, node: &ClauseNode) -> Option<usize> {
    node.object
}

fn measure(sentence: &mut GoldSentence, scores: &mut [Score; 4]) {
    let source = sentence.text.clone();
    let lexicon = Lexicon::english();
    let text = Text::plain(&source, lexicon);
    align(sentence, &text);
    let read: Vec<Clauses> =
        text.sentences().iter().map(|part| Clauses::read(&text, part.first..part.end, lexicon)).collect();
    let found = |which: fn(&Clauses, &ClauseNode) -> Option<usize>| -> Vec<Pair> {
        read.iter().flat_map(|clauses| found_pairs(clauses, &text, which)).collect()
    };
    let [own, shared, objects, edges] = scores;
    // Pronouns that open a question or a clause of their own are the subject themselves; ours has no noun phrase there.
    let questions: Vec<Pair> = read
        .iter()
        .flat_map(|clauses| clauses.all().iter())
        .filter_map(|node| {
            let asks = node.subject.is_none() && node.antecedent.is_none();
            let marker = node
                .marker
                .filter(|marker| asks && ["who", "which", "what"].contains(&&*text.written(*marker).to_lowercase()))?;
            let verb = node.verb.as_ref()?.head;
            Some((verb, BTreeSet::from([marker]), format!("{} <- {}", text.written(verb), text.written(marker))))
        })
        .collect();
    let with = |mut pairs: Vec<Pair>| {
        pairs.extend(questions.iter().cloned());
        pairs
    };
    compare(own, &gold_pairs(sentence, &["nsubj"], false), &with(found(own_subject)), sentence);
    compare(shared, &gold_pairs(sentence, &["nsubj"], true), &with(found(any_subject)), sentence);
    let both = [found(object), found(recipient)].concat();
    compare(objects, &gold_pairs(sentence, &["obj", "iobj"], false), &both, sentence);
    compare_edges(edges, sentence, &read);
}

fn compare_edges(score: &mut Score, sentence: &GoldSentence, read: &[Clauses]) {
    let words: Vec<usize> = (1..sentence.words.len())
        .filter(|index| {
            !matches!(sentence.words[*index].upos.as_str(), "PUNCT" | "SYM") && sentence.words[*index].token.is_some()
        })
        .collect();
    let ours = |index: usize| {
        let token = sentence.words[index].token.unwrap_or_default();
        read.iter().enumerate().find_map(|(at, clauses)| Some((at, clauses.clause_of(token)?)))
    };
    let mut gold = Vec::new();
    let mut found = Vec::new();
    for pair in words.windows(2) {
        let &[before, after] = pair else { continue };
        let place = format!("[{} | {}] {}", sentence.show(before), sentence.show(after), sentence.text);
        if sentence.clause_of(before) != sentence.clause_of(after) {
            gold.push((after, place.clone()));
        }
        if ours(before) != ours(after) {
            found.push((after, place));
        }
    }
    score.wanted += gold.len();
    score.found += found.len();
    score.right += gold.iter().filter(|(at, _)| found.iter().any(|(other, _)| other == at)).count();
    score.missed.extend(
        gold.iter().filter(|(at, _)| !found.iter().any(|(other, _)| other == at)).map(|(_, line)| line.clone()),
    );
    score.wrong.extend(
        found.iter().filter(|(at, _)| !gold.iter().any(|(other, _)| other == at)).map(|(_, line)| line.clone()),
    );
}
