//! Tables of what a hole takes: values in which words of the phrase lie, and bare numbers of which the phrase says what
//! they are.

use super::{check, found, meanings, topic};
use crate::text::Part;

#[test]
fn words_before_the_hole_may_lie_in_the_value() {
    check(&[
        ("money", "reward ... to <money>", "A reward of up to $2,700 is out.", &["up to $2,700"]),
        ("money", "more than <money>", "It cost more than $5 million.", &["more than $5 million"]),
        ("time", "raided (at|around) <time>", "They raided around 7:40 p.m. a barn.", &["around 7:40 p.m."]),
        ("time", "around <time>", "It began around noon.", &["around noon"]),
        ("time", "left (just)? (at|after) <time>", "The ferry left just after noon.", &["just after noon"]),
        ("time", "left after <time>", "The ferry left just after noon.", &["just after noon"]),
        ("age", "aged <age>", "A boy aged 12 saw it.", &["12"]),
        ("count", "about <count> people", "It held about 300 people.", &["about 300"]),
        ("name", "Inspector <name>", "The rope broke, Inspector Dan Gale said.", &["Dan Gale"]),
        ("name", "Inspector <name>", "The rope broke, inspector Dan Gale said.", &["Dan Gale"]),
        ("name", "Inspector <name>", "It fell, Chief Inspector Dan Gale said.", &["Dan Gale"]),
        ("name", "Tarvia (Governor|Gov.) <name>", "Tarvia Gov. Pavel Orsk left.", &["Pavel Orsk"]),
        ("name", "Inspector <name>", "It was Insp Gale, Insp. Gale of Orvane.", &["Gale", "Gale"]),
    ]);
}

#[test]
fn words_before_the_hole_leave_other_values_alone() {
    check(&[
        // The hedge goes on behind the word.
        ("money", "sold at <money>", "They sold at least $5 million of it.", &[]),
        // The word stands between two figures.
        ("money", "reward ... to <money>", "A reward of $2,000 to $2,700 is out.", &[]),
        ("count", "and <count> people", "It held between five and ten people.", &[]),
        ("count", "<count> people", "It held up to 300 people.", &["up to 300"]),
        // Small words inside a name say nothing of it.
        ("name", "work ... of <name>", "The work of the University of Orvane ended.", &["University of Orvane"]),
        ("name", "university <name>", "The University of Orvane was closed.", &[]),
        ("name", "Inspector <name>", "The Inspector Marlin was towed.", &["Marlin"]),
        ("name", "Inspector <name>", "Dan Gale, Inspector of boats, said so.", &[]),
    ]);
}

#[test]
fn words_behind_the_hole_may_lie_in_the_value() {
    check(&[
        ("name", "the <name> bank", "A branch of the Marlin Bank burned.", &["Marlin"]),
        ("name", "the <name> bank", "A branch of the Marlin bank burned.", &["Marlin"]),
        ("name", "the <name> bank", "Customers of the Marlin Investment Bank left.", &["Marlin Investment"]),
        ("name", "the <name> (bank)?", "Customers of the Marlin Bank left.", &["Marlin"]),
        ("name", "the <name> (flats|apartment complex)", "At the Orsk Hills Apartment Complex.", &["Orsk Hills"]),
        ("measure", "<measure> per hour", "Winds of 60 miles per hour blew.", &["60 miles per hour"]),
        ("money", "<money> million", "It cost $3 million.", &["$3 million"]),
        ("age", "<age> old", "She is 12 years old.", &["12 years old"]),
        ("time", "(at|around) <time> (on)? Sunday", "It began around 6:30 p.m. Sunday.", &["around 6:30 p.m."]),
    ]);
}

#[test]
fn words_behind_the_hole_leave_other_values_alone() {
    check(&[
        // The name goes on.
        ("name", "the <name> bank", "They met at the Marlin Bank Stadium.", &[]),
        ("name", "the <name> bank", "They met at the Bank.", &[]),
        ("name", "the <name> bank", "They met at the Bank of Orvane.", &[]),
        ("name", "the <name> of Orvane", "They met at the University of Orvane.", &[]),
        ("name", "the <name> flats", "They met at the Orsk Hills Apartments.", &[]),
        ("measure", "<measure> per hour", "They walked 60 miles.", &[]),
        ("money", "<money> million", "It cost $3.", &[]),
    ]);
}

#[test]
fn a_sum_is_taken_apart_by_the_words_of_the_phrase() {
    check(&[
        ("count", "<count> women and (one|a) man (died|were killed)", "Two women and a man were killed.", &["Two"]),
        ("count", "<count> women and two men", "Three women and two men left.", &["Three"]),
        ("count", "<count> people", "Two women and a man were killed.", &[]),
    ]);
}

#[test]
fn a_phrase_says_what_a_bare_number_is() {
    check(&[
        ("measure", "magnitude (of|at)? <measure>", "They set the magnitude at 6.4.", &["6.4"]),
        ("measure", "magnitude (of|at)? <measure>", "It had a magnitude of at least 5.7.", &["at least 5.7"]),
        ("measure", "magnitude ... <measure>", "The magnitude was put at 5.7 on Friday.", &["5.7"]),
        ("number", "magnitude (of)? <number>", "It had a magnitude of 4.3.", &["4.3"]),
        ("number", "<number> magnitude", "A 4.3 magnitude tremor woke them.", &["4.3 magnitude"]),
        ("number", "a <number> aftershock", "A 2.7 aftershock followed.", &["2.7"]),
        ("count", "toll rose to <count>", "The toll rose to 12.", &["12"]),
    ]);
}

#[test]
fn a_bare_number_is_nothing_where_the_phrase_does_not_say_so() {
    check(&[
        ("measure", "magnitude ... <measure>", "The magnitude was not known, and it killed 12 people.", &[]),
        ("measure", "magnitude ... <measure>", "The magnitude was not known, as there were then only 12.", &[]),
        ("measure", "tremor of <measure>", "There was a tremor of 12 towns.", &[]),
        ("measure", "fell <measure>", "It fell 12.", &[]),
        ("number", "walked <number>", "They walked 12 km.", &[]),
        ("number", "tremor <number>", "A tremor 12 km away woke them.", &[]),
        ("money", "cost <money>", "It cost 12.", &[]),
    ]);
}

#[test]
fn a_backslash_takes_the_next_sign_as_it_is() {
    check(&[
        ("count", "\\$5 for <count> people", "It costs $5 for 12 people.", &["12"]),
        ("count", "\\$5 for <count> people", "It costs 5 for 12 people.", &[]),
        ("count", "hurt \\(<count>\\)", "Those hurt (12) left.", &["12"]),
        ("count", "hurt \\(<count>\\)", "Those hurt, 12, left.", &[]),
        ("choice", "who\\?", "Who? They did not say.", &["Who?"]),
        ("choice", "who\\?", "Who did not say.", &[]),
        ("choice", "a\\|b", "It was a|b there.", &["a|b"]),
    ]);
}

#[test]
fn a_phrase_in_quotation_marks_is_read_without_them() {
    for phrase in ["\"<count> people hurt\"", "<count> people hurt"] {
        assert_eq!(found(&topic("count", phrase), "12 people were hurt.", Part::Body), ["12"]);
        assert_eq!(
            found(&topic("count", "\u{201c}<count> people hurt\u{201d}"), "12 people hurt.", Part::Body),
            ["12"]
        );
        // A literal phrase is words in order, with small words between; another is what it says.
        let apart = found(&topic("count", phrase), "12 people and a dog were hurt.", Part::Body);
        assert_eq!(apart.is_empty(), phrase.starts_with('"'), "{phrase}");
        assert_eq!(topic("count", phrase).patterns[0].phrase.is_literal, phrase.starts_with('"'));
    }
    // Marks that do not hold the whole phrase are marks.
    check(&[
        ("count", "\"home\" for <count> people", "It was \"home\" for 12 people.", &["12"]),
        ("count", "\"home\" for <count> people", "It was home for 12 people.", &[]),
        ("count", "\\\"<count> people hurt\\\"", "He said: \"12 people hurt\".", &["12"]),
        ("count", "\\\"<count> people hurt\\\"", "12 people hurt.", &[]),
    ]);
}

#[test]
fn a_name_means_what_is_left_of_it() {
    let text = "The Marlin Bank closed. Inspector Dan Gale came, and Inspector Gale left.";
    for (phrase, expected) in [("Inspector <name>", vec!["Dan Gale", "Dan Gale"]), ("the <name> bank", vec!["Marlin"])]
    {
        let meanings = meanings(&topic("name", phrase), text);
        assert_eq!(meanings, expected, "{phrase}");
    }
    assert_eq!(found(&topic("name", "<name> bank closed"), text, Part::Body), ["Marlin"]);
}
