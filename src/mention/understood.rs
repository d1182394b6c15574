//! What a bare number counts where the words just before say it: "Forty people were hurt. Twelve are in hospital."

use super::Mention;
use crate::{
    kind::count,
    lexicon::{Class, Precision, WordGroup},
    reading::Reader,
    text::{Part, TokenKind},
    value::{Content, Kind},
};
use std::sync::Arc;

/// Numbers of this sentence and the one before are looked at this far back.
const REACH: usize = 6;

/// What there was before is rarely further from what there is.
const FURTHEST: f64 = 4.0;

/// Gives the bare numbers of the sentence that begins at `found[from]` the thing that the count before them counts.
///
/// The number must stand as a noun does ("Twelve are", "another 50", "70 of them"); what the reader added is marked.
pub(super) fn fill(reader: &Reader, found: &mut [Mention], from: usize, sentence: u32) {
    for index in from..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let Some(mention) = rest.first_mut() else { return };
        let is_bare = |mention: &Mention| match &mention.value.content {
            Content::Amount(amount) => amount.of.is_none() && matches!(mention.part, Part::Lead | Part::Body),
            Content::Date(_) | Content::Time(_) | Content::Word(_) => false,
        };
        if !mention.value.kind.is_bare() || !is_bare(mention) {
            continue;
        }
        let Some(standing) = standing(reader, mention) else { continue };
        let near = before.iter().rev().take(REACH).take_while(|known| known.sentence + 1 >= sentence);
        let fitting = near.filter(|known| match standing {
            NumberStanding::Part => ratio(known, mention).is_none_or(|ratio| ratio >= 1.0),
            NumberStanding::Level(least, most) => {
                known.sentence == sentence && ratio(known, mention).is_some_and(|ratio| (least..=most).contains(&ratio))
            }
            NumberStanding::Noun | NumberStanding::Sufferer => true,
        });
        let thing = fitting.filter_map(|known| thing_of(reader, known)).find(|thing| fits(reader, standing, thing));
        let Some(thing) = thing else { continue };
        let Content::Amount(amount) = &mut mention.value.content else { continue };
        let amount = Arc::make_mut(amount);
        amount.of = Some(thing.into());
        amount.understood = true;
        mention.value.kind = Kind::of(&count::ENTRY);
    }
}

/// How a bare number stands in its clause.
#[derive(Clone, Copy, PartialEq)]
enum NumberStanding {
    /// "Twelve are in hospital", "another 50".
    Noun,
    /// "70 of them": no more than they are.
    Part,
    /// "killing 12", "12 were hurt": these are people.
    Sufferer,
    /// "14 seats, up from five": what it was before; how many times as many there are now, at least and at most.
    Level(f64, f64),
}

fn standing(reader: &Reader, mention: &Mention) -> Option<NumberStanding> {
    let Content::Amount(amount) = &mention.value.content else { return None };
    if mention.value.precision == Precision::Vague || amount.best.is_none_or(|best| best < 1.0) {
        return None;
    }
    let (first, end) = (mention.first, mention.end);
    let harm = |at: usize| reader.word(at).is(Class::HARM);
    let before = first.checked_sub(1);
    let more = usize::from(reader.is(end, "more"));
    let mut verb = end + more;
    while verb < end + more + 3 && reader.word(verb).is(Class::PASSED_OVER) {
        verb += 1;
    }
    if harm(verb) || before.is_some_and(harm) {
        return Some(NumberStanding::Sufferer);
    }
    if reader.is(end, "of") && (reader.is_of(end + 1, WordGroup::THEM) || reader.is(end + 1, "which")) {
        return Some(NumberStanding::Part);
    }
    if let Some(level) = before.and_then(|before| level(reader, before)) {
        return Some(level);
    }
    let shared = before.is_some_and(|before| reader.word(before).is(Class::SHARE)) || more > 0;
    let opens = reader.is_sentence_start(first)
        || before.is_some_and(|before| match reader.kind(before) {
            TokenKind::Comma | TokenKind::Dash | TokenKind::Other => true,
            TokenKind::Word => reader.is_of(before, WordGroup::BEFORE_NOUNLESS),
            _ => false,
        });
    let written = reader.written(verb);
    let acts = verb > end + more
        || reader.kind(end) == TokenKind::Word
            && (reader.word(end).is(Class::PAST.and(Class::VERB)) || written.len() > 4 && written.ends_with("ed"));
    // "43 people in Orvane, nine in Tarn and two in Vey".
    let listed = reader.is(end, "in") && reader.is_capital(end + 1) && reader.kind(end + 1) == TokenKind::Word;
    // "options for 15 more."
    let adds = shared && matches!(reader.kind(end + more), TokenKind::Stop | TokenKind::Comma | TokenKind::End);
    (adds || (acts || listed) && (shared || opens)).then_some(NumberStanding::Noun)
}

/// "up from", "compared with".
fn level(reader: &Reader, before: usize) -> Option<NumberStanding> {
    let last = before.checked_sub(1)?;
    if reader.is(before, "from") && reader.is(last, "up") {
        return Some(NumberStanding::Level(1.0, FURTHEST));
    }
    if reader.is(before, "from") && reader.is(last, "down") {
        return Some(NumberStanding::Level(1.0 / FURTHEST, 1.0));
    }
    let compared = reader.is(last, "compared") && (reader.is(before, "with") || reader.is(before, "to"));
    let against =
        reader.kind(last) == TokenKind::Comma && (reader.is(before, "against") || reader.is(before, "versus"));
    (compared || against).then_some(NumberStanding::Level(1.0 / FURTHEST, FURTHEST))
}

/// How many times as large a number before it is.
fn ratio(known: &Mention, mention: &Mention) -> Option<f64> {
    match (&known.value.content, &mention.value.content) {
        (Content::Amount(known), Content::Amount(amount)) => {
            let most = known.best.or(Some(known.interval.hi).filter(|hi| hi.is_finite()))?;
            amount.best.map(|best| most / best)
        }
        _ => None,
    }
}

/// What a count before it counts.
fn thing_of<'a>(reader: &Reader, mention: &'a Mention) -> Option<&'a str> {
    match &mention.value.content {
        Content::Amount(amount) if mention.value.kind == Kind::of(&count::ENTRY) && amount.best != Some(1.0) => {
            // Who is hurt is not who is dead.
            amount.of.as_deref().filter(|thing| !reader.lexicon.look_up(thing).is(Class::HARM))
        }
        Content::Amount(_) | Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

/// Only people are hurt and killed.
fn fits(reader: &Reader, standing: NumberStanding, thing: &str) -> bool {
    let head = thing.rsplit(' ').next().unwrap_or(thing);
    let word = reader.lexicon.look_up(head);
    match standing {
        NumberStanding::Noun | NumberStanding::Part | NumberStanding::Level(..) => true,
        NumberStanding::Sufferer => word.is(Class::PERSON.and(Class::PLURAL)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::mentions;
    use crate::{lexicon::Lexicon, text::Text, value::Content};

    /// The counts of a text, `words of thing`, a star behind what is understood.
    fn read(source: &str) -> Vec<String> {
        let text = Text::plain(source, Lexicon::english());
        let shown = mentions(&text, Lexicon::english()).into_iter().map(|mention| {
            let Content::Amount(amount) = mention.value.content else { return mention.value.text.to_string() };
            let star = if amount.understood { "*" } else { "" };
            format!("{} of {}{star}", mention.value.text, amount.of.as_deref().unwrap_or("-"))
        });
        shown.collect()
    }

    #[test]
    fn the_words_before_say_what_is_counted() {
        for (source, expected) in [
            ("Forty people were hurt. Twelve are in hospital.", &["Forty of people", "Twelve of people*"][..]),
            ("Thirty homes fell and another 50 were hit.", &["Thirty of homes", "50 of homes*"]),
            ("They treat 600 patients, 70 of them at home.", &["600 of patients", "70 of patients*"]),
            ("Of the 45 passengers, 31 survived.", &["45 of passengers", "31 of passengers*"]),
            ("Some 20 cars were built, but only 14 were sold.", &["Some 20 of cars", "14 of cars*"]),
            ("It took 43 lives in Orvane, nine in Tarn.", &["43 of lives", "nine of lives*"]),
            ("It had 40 crates, 12 of which held oil.", &["40 of crates", "12 of crates*"]),
            ("It won 14 seats in 3 towns, up from 11.", &["14 of seats", "3 of towns", "11 of seats*"]),
            ("It sold 40 cars, compared with 35 in May.", &["40 of cars", "35 of cars*", "May"]),
            ("It lost 12 seats, up from 90.", &["12 of seats", "90 of -"]),
            // Shops are not killed.
            ("A blast hit 12 shops. It killed eight.", &["12 of shops", "eight of -"]),
            // A number that something comes to is no noun.
            ("Forty people were hurt. The toll rose to 61.", &["Forty of people", "61 of -"]),
            // Too far back.
            ("Forty people met. It was late. Twelve are in hospital.", &["Forty of people", "Twelve of -"]),
        ] {
            assert_eq!(read(source), expected, "{source}");
        }
    }
}
