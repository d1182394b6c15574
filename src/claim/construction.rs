//! In which construction a sentence says what a phrase asks for.

use std::fmt;

/// How the words of a phrase stand in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construction {
    /// As the phrase has them, in order.
    InOrder,
    /// "rescued 12 people".
    Active,
    /// "12 people were rescued".
    Passive,
    /// "12 people rescued from the river".
    Participle,
    /// "12 people drowned".
    Subject,
    /// "12 people are dead", "left 12 people dead".
    State,
    /// "12 injured passengers".
    Adjective,
    /// "the death of 12 people".
    Noun,
    /// "12 people were burnt to death".
    Result,
    /// "a party of 12", "the crash of a plane with 12 on board".
    Preposition,
    /// "On Sunday a plane crashed".
    When,
    /// "Sunday's crash", "a 50-minute call".
    Before,
    /// "Juan Orsk, the pilot".
    Apposition,
    /// "the pilot was Juan Orsk", "the call lasted 50 minutes".
    Equation,
}

/// How much of what a phrase counts a noun takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounCover {
    /// All of it.
    Whole,
    /// Some of it: "12 tourists" of the people.
    Narrower,
}

/// Why words that stand as a phrase has them are no example of what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// "Two gunmen killed nine people": the two did it.
    DoesIt,
    /// "two of the 12 passengers were killed": the twelve were not.
    WholeOfShare,
    /// Its clause denies it.
    Denied,
    /// It is asked, or no more than supposed.
    Supposed,
    /// "two pilots also died": on top of others.
    OnTop,
    /// "Juan Orsk, 33, was killed".
    Age,
    /// "a father and two children were killed": the two are not all.
    PartOfList,
    /// "two murder suspects": none of them is murdered.
    Narrows,
}

impl fmt::Display for Contradiction {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::DoesIt => "its clause says that these did it, not that it was done to them",
            Self::WholeOfShare => "only a share of it is meant",
            Self::Denied => "its clause denies it",
            Self::Supposed => "its clause asks it or only supposes it",
            Self::OnTop => "it comes on top of others",
            Self::Age => "it is an age",
            Self::PartOfList => "others are counted beside it",
            Self::Narrows => "the word names the noun closer, and is said of nobody",
        })
    }
}

impl fmt::Display for Construction {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::InOrder => "words in order",
            Self::Active => "active",
            Self::Passive => "passive",
            Self::Participle => "participle",
            Self::Subject => "subject of the verb",
            Self::State => "state",
            Self::Adjective => "adjective",
            Self::Noun => "noun of action",
            Self::Result => "result",
            Self::Preposition => "behind a preposition",
            Self::When => "when",
            Self::Before => "before the noun",
            Self::Apposition => "apposition",
            Self::Equation => "with be or the like",
        })
    }
}
