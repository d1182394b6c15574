//! What holds for any phrase and any sentence: an explanation shows what extraction takes, and what it says stood in the way
//! was not taken.

use super::*;
use crate::claim::Section;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Words that phrases and sentences are both made of, so that they meet.
const WORDS: [&str; 12] =
    ["call", "lasted", "troops", "hurt", "killed", "border", "buildup", "magnitude", "arson", "Norland", "the", "of"];

/// What stands in sentences beside them.
const OTHERS: [&str; 34] = [
    "5,000",
    "12",
    "dozens",
    "dozens of",
    "some 30 people",
    "50 minutes",
    "an hour",
    "20 horses",
    "magnitude 6.1",
    "6.1",
    "4 km",
    "$5 million",
    "€6 million",
    "50 percent",
    "Thursday",
    "recently",
    "was",
    "reportedly",
    "another",
    "the other",
    "build-up",
    "not",
    "n't",
    "no",
    "has been ruled out",
    "\"",
    "\u{201c}",
    "\u{201d}",
    ",",
    "\u{2013}",
    "'s",
    "May",
    "may",
    ".",
];

/// A piece of a phrase, without a hole.
fn piece() -> impl Strategy<Value = String> {
    let word = || prop::sample::select(&WORDS[..]);
    prop_oneof![
        8 => word().prop_map(str::to_string),
        2 => (word(), word()).prop_map(|(one, other)| format!("({one}|{other})")),
        1 => (word(), word(), word()).prop_map(|(one, two, other)| format!("({one} {two}|{other})")),
        2 => word().prop_map(|word| format!("({word})?")),
        1 => Just("(=May|=June)".to_string()),
        1 => word().prop_map(|word| format!("={word}")),
        1 => Just("build-up".to_string()),
        1 => Just(",".to_string()),
    ]
}

/// Pieces with perhaps a gap between them.
fn pieces(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec((piece(), prop::bool::weighted(0.2)), 0..most).prop_map(|pieces| {
        let last = pieces.len().saturating_sub(1);
        let with_gap = |(at, (piece, gap)): (usize, (String, bool))| match gap && at < last {
            true => vec![piece, "...".to_string()],
            false => vec![piece],
        };
        pieces.into_iter().enumerate().flat_map(with_gap).collect()
    })
}

/// A phrase of a kind, with its hole where the kind has one.
fn written(kind: &'static str, has_hole: bool) -> impl Strategy<Value = String> {
    (pieces(4), pieces(4), piece()).prop_map(move |(mut before, behind, piece)| {
        if has_hole {
            before.push(format!("<{kind}>"));
        } else {
            before.push(piece);
        }
        before.extend(behind);
        before.join(" ")
    })
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![3 => prop::sample::select(&WORDS[..]), 4 => prop::sample::select(&OTHERS[..])];
    prop::collection::vec(word, 1..18).prop_map(|words| words.join(" "))
}

/// A sentence that a phrase nearly describes: its words, the first of several, with a few put in and a few left out.
fn described(phrase: &str, kind: Kind) -> impl Strategy<Value = String> + use<> {
    let (mut words, mut is_left_out) = (String::new(), false);
    for character in phrase.chars() {
        is_left_out = character != ')' && (is_left_out || character == '|');
        if !is_left_out && !matches!(character, '(' | ')' | '?' | '=') {
            words.push(character);
        }
    }
    let example = kind.facts().samples.first().copied().unwrap_or_default();
    let words = words.replace("...", "they said that").replace(&format!("<{kind}>"), example);
    let words: Vec<String> = words.split_whitespace().map(str::to_string).collect();
    let edit = (any::<prop::sample::Index>(), prop::option::of(prop::sample::select(&OTHERS[..])));
    (Just(words), prop::collection::vec(edit, 0..3)).prop_map(|(mut words, edits)| {
        for (at, put_in) in edits {
            let at = at.index(words.len() + 1);
            match put_in {
                Some(word) => words.insert(at, word.to_string()),
                None if at < words.len() => drop(words.remove(at)),
                None => {}
            }
        }
        words.join(" ")
    })
}

/// Sentences, most of them near to what a topic's phrases and vetoes describe.
fn text(topic: &Topic) -> impl Strategy<Value = String> + use<> {
    let phrases = topic.patterns.iter().map(|pattern| &pattern.phrase).chain(&topic.except).chain(&topic.not_near);
    let near: Vec<_> = phrases.map(|phrase| described(&phrase.source, topic.kind).boxed()).collect();
    let near = prop::strategy::Union::new(near);
    let quoted = (near.clone(), prop::bool::weighted(0.3));
    let near = quoted.prop_map(|(words, is_quoted)| if is_quoted { format!("\"{words}\"") } else { words });
    prop::collection::vec(prop_oneof![3 => near, 1 => sentence()], 1..4)
        .prop_map(|sentences| sentences.join(". Then ") + ".")
}

/// A topic, and an article on it.
fn read() -> impl Strategy<Value = (Topic, String)> {
    any_topic().prop_flat_map(|topic| {
        let text = text(&topic);
        (Just(topic), text)
    })
}

const KINDS: [&str; 8] = ["count", "duration", "measure", "money", "date", "choice", "quotation", "number"];

/// A topic with every sort of veto, each of them now and then.
fn any_topic() -> impl Strategy<Value = Topic> {
    let kind = prop::sample::select(&KINDS[..]);
    let of_kind = |kind: &'static str| {
        let has_hole = Kind::find(kind).unwrap().has_hole();
        let phrases = prop::collection::vec(written(kind, has_hole), 1..4);
        let veto = move || prop_oneof![written(kind, false), written(kind, has_hole)];
        let rarely = || prop::bool::weighted(0.15);
        let vetoes = (prop::option::weighted(0.2, veto()), prop::option::weighted(0.2, veto()));
        (Just(kind), phrases, vetoes, (rarely(), rarely(), rarely(), rarely()))
    };
    kind.prop_flat_map(of_kind).prop_map(|(kind, phrases, (except, near), (parts, quoted, of, unit))| {
        let mut topic = topic(kind, &phrases.iter().map(String::as_str).collect::<Vec<_>>());
        let veto = |text: String| phrase(&text, Use::Veto(topic.kind));
        topic.except = except.into_iter().map(veto).collect();
        topic.not_near = near.into_iter().map(veto).collect();
        topic.parts = parts.then(|| vec![Part::Caption]);
        topic.subject.section = quoted.then_some(Section::Quotations);
        topic.of = of.then(|| "people".to_string());
        topic.unit = (unit && kind == "money").then(|| "USD".to_string());
        topic
    })
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![5 => Just(Part::Body), 1 => Just(Part::Caption)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn an_explanation_shows_what_extraction_takes((topic, text) in read(), part in part()) {
        let topics = Topics::new([&topic], Arc::default(), Lexicon::english());
        let claims = extract(&article(&text, part), "s", None, &topics).claims;
        let place = |quote: &Quote| (quote.range().start, quote.range().end);
        let taken: BTreeSet<(usize, usize)> = claims.iter().map(|claim| place(&claim.quote)).collect();
        let inspection = looked_at(&topic, &text, part);
        let shown: BTreeSet<(usize, usize)> = inspection.found.iter().map(|found| (found.start, found.end)).collect();
        let phrases: Vec<&str> = topic.patterns.iter().map(|pattern| pattern.phrase.source.as_str()).collect();
        prop_assert_eq!(&taken, &shown, "{:?} in {:?}", phrases, text);
        for missed in &inspection.missed {
            prop_assert!(!taken.contains(&place(&missed.quote)), "{:?} in {:?}: {:?}", phrases, text, missed);
            prop_assert!(!missed.obstacles.is_empty() && missed.distance > 0, "{:?} in {:?}: {:?}", phrases, text, missed);
        }
    }

    /// A phrase alone, held loosely: it is at no distance from a sentence where it is found, and from no other.
    #[test]
    fn only_a_match_is_at_no_distance((topic, text) in read()) {
        let topic = Topic { patterns: topic.patterns.into_iter().take(1).collect(), ..Topic::new(SubjectId::topic("t"), topic.kind) };
        let topics = Topics::new([&topic], Arc::default(), Lexicon::english());
        let article = article(&text, Part::Body);
        let read = mention::text(&article, &topics.lexicon);
        let mut mentions = topics.mentions(&read);
        mentions.retain(|mention| !mention.is_timeless());
        let open = OpenArticle::new(&article, &topics, &read, &mentions);
        let (phrase, demands) = (&topics.phrases[0], &demands(&topics)[0]);
        // A phrase of which each word may be missing is at no distance from anything.
        prop_assume!(topics.anywhere.is_empty());
        let (mut next, mut numbers) = (0, WordNumbers::default());
        for (number, sentence) in read.sentences().iter().enumerate() {
            let own = mention::of_sentence(&mentions, number, &mut next);
            numbers.read(&read, sentence, &topics.keys, &topics.lexicon);
            let scene = Scene::new(&open, &topics.topics[0], (number, sentence), &numbers, own);
            let held = Held { line: scene.line, own: scene.fillers.all(), any: &[] };
            let distance = phrase.nearly(demands, &held).map(|found| found.cost);
            let is_found = !phrase.program.matches(&scene.line, scene.fillers.all()).is_empty();
            prop_assert_eq!(is_found, distance == Some(0), "{} in {:?}: {:?}", topic.patterns[0].phrase.source, text, distance);
        }
    }
}
