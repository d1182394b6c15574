//! Tables of whose a figure is, where a topic says `about`.

use super::{found, topic, vocabulary};
use crate::{
    claim::{
        Topic,
        phrase::{Phrase, PhraseWords, Use},
    },
    lexicon::Lexicon,
    text::Part,
};

/// A topic of figures that must be somebody's.
fn of_whom(kind: &str, phrase: &str, names: &[&str]) -> Topic {
    let topic = topic(kind, phrase);
    let words = vocabulary();
    let words = PhraseWords { vocabulary: &words, lexicon: Lexicon::english() };
    let about = names.iter().map(|name| Phrase::parse(name, Use::Veto(topic.kind), words).unwrap());
    Topic { about: about.collect(), ..topic }
}

fn check(names: &[&str], cases: &[(&str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (phrase, text, expected) in cases {
        let kind = phrase.split(['<', '>']).nth(1).unwrap();
        let own = found(&of_whom(kind, phrase, names), text, Part::Body);
        if own != *expected {
            wrong.push_str(&format!("{phrase} in {text}\n    finds {own:?} and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

const BANK: &[&str] = &["Orvane Bank"];
const REVENUE: &str = "revenue (of|was|rose to|fell to) <money>";

#[test]
fn a_figure_is_taken_that_is_said_of_the_name() {
    check(
        BANK,
        &[
            (REVENUE, "Orvane Bank posted revenue of $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank's revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Revenue rose to $3 million, Orvane Bank said on Monday.", &["$3 million"]),
            (REVENUE, "Orvane Bank said on Monday that revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank said its revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank's chief executive said revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank, which lends to farmers, had revenue of $3 million.", &["$3 million"]),
            (REVENUE, "The lender Orvane Bank had revenue of $3 million.", &["$3 million"]),
            (REVENUE, "Orvane had revenue of $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank reported on Monday. Revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank reported on Monday. The bank had revenue of $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank reported on Monday. It had revenue of $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank reported on Monday. Its revenue rose to $3 million.", &["$3 million"]),
            (REVENUE, "Orvane Bank reported. Rain fell. The company had revenue of $3 million.", &["$3 million"]),
            (REVENUE, "Selm Mills closed. Orvane Bank did not. It had revenue of $3 million.", &["$3 million"]),
            ("cut <count> jobs", "Orvane Bank will cut 400 jobs.", &["400"]),
            ("cut <count> jobs", "Some 400 jobs will be cut at Orvane Bank.", &["Some 400"]),
            ("cut <count> jobs", "Some 400 jobs were cut by Orvane Bank.", &["Some 400"]),
            ("cut <count> jobs", "Orvane Bank opened a hall and cut 400 jobs.", &["400"]),
        ],
    );
}

#[test]
fn and_not_one_that_is_said_of_another() {
    check(
        BANK,
        &[
            (REVENUE, "Selm Mills posted revenue of $3 million.", &[]),
            (REVENUE, "Selm Mills' revenue rose to $3 million.", &[]),
            (REVENUE, "Revenue rose to $3 million, Selm Mills said.", &[]),
            (REVENUE, "Selm Mills, which Orvane Bank owns, had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank's rival had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank's parent had revenue of $3 million.", &[]),
            (REVENUE, "A rival had revenue of $3 million.", &[]),
            (REVENUE, "Another bank had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank and Selm Mills had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank said Selm Mills had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank reported on Monday. Selm Mills had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank grew. Selm Mills shrank. It had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank bought Selm Mills last year. It had revenue of $3 million.", &[]),
            (REVENUE, "Orvane Bank grew. Selm Mills shrank. Revenue fell to $3 million.", &[]),
            (REVENUE, "Revenue rose to $3 million.", &[]),
            (REVENUE, "It had revenue of $3 million.", &[]),
            ("cut <count> jobs", "Selm Mills, a customer of Orvane Bank, will cut 400 jobs.", &[]),
            ("cut <count> jobs", "Some 400 jobs will be cut at Selm Mills.", &[]),
            ("cut <count> jobs", "Orvane Bank fears that Selm Mills cut 400 jobs.", &[]),
            ("cut <count> jobs", "Orvane Bank grew and Selm Mills cut 400 jobs.", &[]),
        ],
    );
}

#[test]
fn a_person_is_named_by_the_last_name() {
    check(
        &["Ada Lang"],
        &[
            ("aged <age>", "Ada Lang, aged 41, was hurt.", &["41"]),
            ("fined <money>", "Ada Lang was fined $300.", &["$300"]),
            ("fined <money>", "Ms Lang was fined $300.", &["$300"]),
            ("fined <money>", "Ada Lang pleaded guilty. She was fined $300.", &["$300"]),
            ("fined <money>", "Bo Quill was fined $300.", &[]),
            ("fined <money>", "Ada Lang pleaded guilty. Bo Quill was fined $300.", &[]),
            ("fined <money>", "Ada Lang met Bo Quill. He was fined $300.", &[]),
        ],
    );
}

#[test]
fn a_name_is_found_in_each_of_its_spellings() {
    check(
        &["Kowalczyk"],
        &[
            ("fined <money>", "Kowalchik was fined $300.", &["$300"]),
            ("fined <money>", "Kowaltschik was fined $300.", &["$300"]),
            ("fined <money>", "Quill was fined $300.", &[]),
        ],
    );
}
