//! News-like text from a seed: the same on every machine.

use std::fmt::Write;

/// A generator of pseudo-random numbers (xorshift64*), so that no crate's next version changes the texts.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const STARTS: &[&str] = &["velk", "tor", "mir", "sel", "dan", "kor", "lim", "bar", "fen", "gol"];
const MIDDLES: &[&str] = &["an", "ek", "ir", "os", "ul", "av", "en", "ot", "im", "ar"];
const ENDS: &[&str] = &["tive", "der", "mon", "lock", "stern", "field", "wick", "gate", "ton", "ling"];

/// The thing that topic `number` counts, a word of its own.
pub fn thing(number: usize) -> String {
    let more = if number < 1000 { "" } else { MIDDLES[number / 1000 % 10] };
    format!("{}{}{}{more}s", STARTS[number % 10], MIDDLES[number / 10 % 10], ENDS[number / 100 % 10])
}

const PEOPLE: &[&str] = &["Ilse Marant", "Mr. Lang", "President Oduya", "Gen. R. T. Hale", "Dr. Miabek Sorn"];
const PLACES: &[&str] = &["Selm", "the U.S. capital", "Orvane", "the St. Aldric district", "northern Tarn"];
const DAYS: &[&str] = &["Thursday", "Jan. 10", "early March", "10 January 2031", "Dec. 30, 2030", "next month"];
const TIMES: &[&str] = &["3:30 p.m. ET", "20:30 GMT", "9 a.m. local time", "midnight"];
const HEDGES: &[&str] = &["", "about ", "nearly ", "more than ", "an estimated ", "at least "];
const LENGTHS: &[&str] = &["50 minutes", "35-minute talks", "just over three weeks", "two hours and ten minutes"];
const SUMS: &[&str] = &["$3.2 million", "€450,000", "$1.1bn", "12 million dollars"];
const SIZES: &[&str] = &["58 km (36 miles)", "10 metres", "4.5 tonnes", "magnitude 6.1"];

/// One sentence; roughly every second one has a value, as in news.
fn sentence(dice: &mut Dice, things: usize) -> String {
    let (person, place, day) = (dice.pick(PEOPLE), dice.pick(PLACES), dice.pick(DAYS));
    let thing = thing(dice.roll(things.max(1)));
    let hedge = dice.pick(HEDGES);
    let count = ["120", "100,000", "four", "2,450", "35"][dice.roll(5)];
    match dice.roll(12) {
        0 => format!("{person} said {hedge}{count} {thing} had been counted near {place} on {day}."),
        1 => format!("“We have seen {hedge}{count} {thing} here,” {person} told reporters, “and we will see more.”"),
        2 => format!("The talks in {place} lasted {}, according to {person}.", dice.pick(LENGTHS)),
        3 => format!("Repairs will cost {hedge}{}, the ministry said.", dice.pick(SUMS)),
        4 => {
            format!("The two sides are due to meet again on {day} at {}, officials in {place} said.", dice.pick(TIMES))
        }
        5 => format!("The wreck lies {} from {place}, where {hedge}{count} {thing} are kept.", dice.pick(SIZES)),
        6 => format!("{person} did not say why the {thing} had been moved, or by whom."),
        7 => "Nobody was hurt, and the road was open again by the evening, but many shops stayed closed.".to_string(),
        8 => format!("Critics of the plan, among them {person}, call it late, vague and far too dear for {place}."),
        9 => "‘It’s not the end of the matter,’ an aide said; a decision is expected soon, though not this week."
            .to_string(),
        10 => format!("Residents of {place} have long asked for a bridge, a school and somebody who listens to them."),
        _ => format!("{person} left {place} without answering questions about the {thing}."),
    }
}

/// Running text of at least `bytes` bytes, in paragraphs.
pub fn prose(seed: u64, bytes: usize, things: usize) -> String {
    let mut dice = Dice::new(seed);
    let mut text = String::with_capacity(bytes + 200);
    while text.len() < bytes {
        text.push_str(&sentence(&mut dice, things));
        text.push_str(if dice.roll(4) == 0 { "\n\n" } else { " " });
    }
    text.push('\n');
    text
}

/// An article with front matter, about four kilobytes long.
pub fn article(number: usize, things: usize) -> String {
    format!(
        "---\nsource: Outlet {number}\npublished: 2031-01-{:02}\n---\nWhat is known about the {}\n\n{}",
        number % 28 + 1,
        thing(number),
        prose(number as u64, 4000, things)
    )
}

/// A rule file with so many topics, and one rule for each.
pub fn rules(topics: usize) -> String {
    let mut text = String::from("topics:\n");
    for number in 0..topics {
        let thing = thing(number);
        let _ = write!(text, "  {thing} figure:\n    kind: count\n    phrases:\n      - <count> {thing}\n");
    }
    text.push_str("rules:\n");
    for number in 0..topics {
        let _ = writeln!(text, "  - {} figure consistent across sources", thing(number));
    }
    text
}

/// News and the texts that are hard on a reader, each of at least `bytes` bytes, by name.
pub fn texts(bytes: usize) -> Vec<(&'static str, String)> {
    let mut texts = vec![("news", prose(1, bytes, 20)), ("dates and numbers", dates_and_numbers(bytes))];
    texts.push(("marks, then numbers", "\"".repeat(bytes / 2) + &"7 ".repeat(bytes / 4 + 1)));
    texts.extend(REPEATED.iter().map(|(name, piece)| (*name, piece.repeat(bytes / piece.len() + 1))));
    texts
}

fn dates_and_numbers(bytes: usize) -> String {
    let mut dice = Dice::new(7);
    let mut text = String::new();
    while text.len() < bytes {
        let _ = write!(text, "{} {},{:03} ", DAYS[dice.roll(DAYS.len())], dice.roll(900) + 1, dice.roll(1000));
    }
    text
}

/// Pieces that are hard on a reader when nothing else follows, by name.
const REPEATED: &[(&str, &str)] = &[
    ("one number of digits", "7"),
    ("small numbers", "1 "),
    ("small numbers, 7", "7 "),
    ("number words", "hundred thousand and "),
    ("ones in words", "one "),
    ("ordinals", "2nd third "),
    ("months", "May "),
    ("articles", "a "),
    ("units of time", "an hour a day "),
    ("shares", "the 1 of the "),
    ("ranges", "1 to 2 or "),
    ("fractions", "1/1/1/"),
    ("years", "1999-2000-"),
    ("decimals", "1.1.1."),
    ("commas", "1,1,1,"),
    ("money", "$5 €"),
    ("currency signs", "$ "),
    ("percent signs", "5% %"),
    ("hedges", "about nearly some "),
    ("brackets", "("),
    ("amounts in brackets", "5 km (3 miles) ("),
    ("quotation marks", "“\"‘"),
    ("apostrophes", "'"),
    ("possessives", "a's "),
    ("full stops", "p.m. "),
    ("initials", "U.S. Mr. "),
    ("domains", "a.b"),
    ("hyphens", "1-"),
    ("hyphened words", "two-"),
    ("colons", "12:30:"),
    ("capitals", "Selm Orvane of "),
    ("one endless line", "and then the harbour master went on "),
    ("one endless word", "ferry"),
    ("accents and emoji", "é🙂 "),
    ("empty lines", "\n"),
];
