//! What a bare number counts where the words just before say it: "Forty people were hurt. Twelve are in hospital."

use super::Mention;
use crate::{
    lexicon::{Class, Precision},
    text::{Part, TokenKind},
    value::{Content, Kind, Reader, count},
};

/// Numbers of this sentence and the one before are looked at this far back.
const REACH: usize = 6;

/// Gives the bare numbers of the sentence that begins at `found[from]` the thing that the count before them counts.
///
/// The number must stand as a noun does ("Twelve are", "another 50", "70 of them"); what the reader added is marked.
pub(super) fn fill(reader: &Reader, found: &mut [Mention], from: usize, sentence: usize) {
    for index in from..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let Some(mention) = rest.first_mut() else { return };
        let is_bare = |mention: &Mention| match &mention.value.content {
            Content::Amount(amount) => amount.of.is_none() && matches!(mention.part, Part::Lead | Part::Body),
            Content::Date(_) | Content::Time(_) | Content::Word(_) => false,
        };
        if !matches!(mention.value.kind.name(), "number" | "count") || !is_bare(mention) {
            continue;
        }
        let Some(standing) = standing(reader, mention) else { continue };
        let near = before.iter().rev().take(REACH).take_while(|known| known.sentence + 1 >= sentence);
        let fitting = near.filter(|known| standing != Standing::Part || holds(known, mention));
        let thing = fitting.filter_map(|known| thing_of(reader, known)).find(|thing| fits(reader, standing, thing));
        let Some(thing) = thing else { continue };
        let Content::Amount(amount) = &mut mention.value.content else { continue };
        amount.of = Some(thing.into());
        amount.understood = true;
        mention.value.kind = Kind::of(&count::ENTRY);
    }
}

/// How a bare number stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// "Twelve are in hospital", "another 50".
    Noun,
    /// "70 of them": no more than they are.
    Part,
    /// "killing 12", "12 were hurt": these are people.
    Sufferer,
}

fn standing(reader: &Reader, mention: &Mention) -> Option<Standing> {
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
        return Some(Standing::Sufferer);
    }
    if reader.is(end, "of") && ["them", "whom", "which"].iter().any(|word| reader.is(end + 1, word)) {
        return Some(Standing::Part);
    }
    let shared = before.is_some_and(|before| reader.word(before).is(Class::SHARE)) || more > 0;
    let opens = reader.is_sentence_start(first)
        || before.is_some_and(|before| match reader.kind(before) {
            TokenKind::Comma | TokenKind::Dash | TokenKind::Other => true,
            TokenKind::Word => {
                ["and", "but", "while", "although", "which", "the", "only"].iter().any(|word| reader.is(before, word))
            }
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
    (adds || (acts || listed) && (shared || opens)).then_some(Standing::Noun)
}

/// Whether a number before it is as large as a part of it.
fn holds(known: &Mention, part: &Mention) -> bool {
    match (&known.value.content, &part.value.content) {
        (Content::Amount(whole), Content::Amount(part)) => part.best.is_none_or(|part| whole.interval.hi >= part),
        _ => false,
    }
}

/// What a count before it counts.
fn thing_of<'a>(reader: &Reader, mention: &'a Mention) -> Option<&'a str> {
    match &mention.value.content {
        Content::Amount(amount) if mention.value.kind.name() == count::ENTRY.name && amount.best != Some(1.0) => {
            // Who is hurt is not who is dead.
            amount.of.as_deref().filter(|thing| !reader.lexicon.look_up(thing).is(Class::HARM))
        }
        Content::Amount(_) | Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

/// Only people are hurt and killed.
fn fits(reader: &Reader, standing: Standing, thing: &str) -> bool {
    let head = thing.rsplit(' ').next().unwrap_or(thing);
    let word = reader.lexicon.look_up(head);
    match standing {
        Standing::Noun | Standing::Part => true,
        Standing::Sufferer => word.is(Class::PERSON.and(Class::PLURAL)),
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
