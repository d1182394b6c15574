//! What a value is of, where no phrase asks for it: who or what is counted, what is said of that, and in which standing.

/// What a value is to the word that governs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieSort {
    /// It counts those to whom it is done, or whom it befalls: "12 people were rescued".
    Undergoer,
    /// It counts those who do it: "12 crews searched the shore".
    Doer,
    /// It is an amount of it: "the call lasted 50 minutes".
    Amount,
    /// It says when it was: "Sunday's crash".
    When,
    /// It stands behind this preposition: "a bus with 12 passengers".
    Behind(String),
}

/// A word of a tie: the key by which it is the same as others, and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieWord {
    /// The key of its stem; of words that are kin the same.
    pub key: String,
    /// As it stands in the text.
    pub written: String,
}

/// Whether a value can stand against another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieStanding {
    /// It is claimed, and of the event.
    Claimed,
    /// It is denied, supposed or asked.
    Unclaimed,
    /// It is only planned, or who takes part is not said: "they were to meet on Friday".
    Unclear,
    /// It comes on top of what was said: "two pilots also died".
    Added,
    /// It is of another time.
    OtherDate,
    /// It is of several events together.
    Total,
}

/// The governing word and the words between it and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsBetween {
    /// "call is scheduled for", before the value.
    Before(String),
    /// "phone call", behind it.
    Behind(String),
}

/// What a value is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// What it is to the governing word.
    pub sort: TieSort,
    /// The verb or noun that governs it.
    pub governor: TieWord,
    /// What it counts.
    pub thing: Option<TieWord>,
    /// The keys of the words by which it is of fewer: "Norland" of "12 Norland soldiers", in order.
    pub narrowing: Vec<String>,
    /// The other who takes part: who does it, or to whom it is done; the key says how many, too.
    pub other: Option<TieWord>,
    /// The keys of names and events that stand beside it in its clause: where it was, with whom, in what.
    pub beside: Vec<String>,
    /// The words from the governing word to the value, where these are few; those from the value to it, where it follows.
    pub between: Option<WordsBetween>,
    /// Whether its noun is one of many: "a 48-yard run".
    pub one_of_many: bool,
    /// Whether it can stand against another.
    pub standing: TieStanding,
}
