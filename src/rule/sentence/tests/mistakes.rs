//! What is wrong with sentences that mean nothing.

use super::{declared, read_it, read_with};
use crate::verify::testing::topic;

/// Sentence, code, the words at fault, a part of the message or help.
fn check_mistakes(cases: &[(&str, &str, &str, &str)]) {
    for (sentence, code, words, said) in cases {
        let mistakes = read_it(sentence).expect_err(sentence);
        let mistake = &mistakes[0];
        let all = format!("{} | {}", mistake.message, mistake.help.as_deref().unwrap_or(""));
        assert_eq!((mistake.code.name(), sentence.get(mistake.range()).unwrap()), (*code, *words), "{sentence}: {all}");
        assert!(all.contains(said), "{sentence}: {all}");
        assert_eq!(mistakes.len(), 1, "{sentence}: {mistakes:#?}");
        for instead in sentences_in(mistake.help.as_deref().unwrap_or("")) {
            let meant = read_it(instead);
            assert!(meant.is_ok(), "{sentence}: it says to write `{instead}`, which means nothing: {meant:#?}");
        }
    }
}

/// The whole sentences that a help offers.
fn sentences_in(help: &str) -> impl Iterator<Item = &str> {
    let quoted = help.split('`').skip(1).step_by(2);
    let begins = |words: &str| ["when ", "every "].iter().any(|word| words.starts_with(word));
    let is_example = |words: &&str| words.chars().any(char::is_uppercase) || words.contains("...");
    let topics = declared();
    quoted
        .filter(move |words| {
            let named = topics.iter().any(|topic| words.strip_prefix(topic.name()).is_some_and(|rest| rest.len() > 1));
            let is_kind = words.strip_prefix("every ").is_some_and(|kind| !kind.contains(' '));
            (named || begins(words)) && !is_kind
        })
        .filter(move |words| !is_example(words))
}

#[test]
fn topics_that_are_none() {
    check_mistakes(&[
        (
            "call durration consistent across sources",
            "unknown-topic",
            "call durration",
            "did you mean `call duration consistent across sources`?",
        ),
        ("zebras cited", "unknown-topic", "zebras", "the topics are `call duration`, `call date`"),
        ("call date cited and zebras cited", "unknown-topic", "zebras", "the topics are"),
        ("cited in every source", "unknown-topic", "cited", "a sentence begins with its topic"),
        ("the call date cited", "other-wording", "the", "write `call date cited`"),
        (
            "The troop figure is consistent across all sources",
            "other-wording",
            "The",
            "write `troop figure consistent across sources`",
        ),
        ("call date before zebra day", "bad-value", "zebra day", "such as `10 January 2022`"),
    ]);
}

#[test]
fn predicates_that_are_none() {
    check_mistakes(&[
        ("call date", "unfinished", "call date", "nothing is asked of `call date`"),
        (
            "troop figure is consistent across sources",
            "other-wording",
            "consistent across sources",
            "write `troop figure consistent across sources`",
        ),
        (
            "troop figure is consistent across all sources",
            "other-wording",
            "is consistent across all sources",
            "write `troop figure consistent across sources`",
        ),
        ("troop figure is cited", "other-wording", "cited", "write `troop figure cited`"),
        (
            "troop figure consistent across sourcs",
            "misspelt-word",
            "sourcs",
            "did you mean `troop figure consistent across sources`?",
        ),
        (
            "troop figure cited, call date cited",
            "trailing-words",
            "call date cited",
            "write `troop figure cited and call date cited`",
        ),
        (
            "call date consistant across sources",
            "misspelt-word",
            "consistant",
            "did you mean `call date consistent across sources`?",
        ),
        (
            "troop figure citd in evry source",
            "misspelt-word",
            "citd",
            "did you mean `troop figure cited in every source`?",
        ),
        (
            "troop figure should be the same in all sources",
            "other-wording",
            "should be the same in all sources",
            "write `troop figure consistent across sources`",
        ),
        ("“troop figure cited”", "other-wording", "“troop figure cited”", "leave them out: write `troop figure cited`"),
        ("`troop figure cited`", "other-wording", "`troop figure cited`", "write `troop figure cited`"),
        ("call date consistent", "missing-words", "consistent", "write `call date consistent across sources`"),
        (
            "call date consistent across",
            "missing-words",
            "consistent across",
            "write `call date consistent across sources`",
        ),
        (
            "call duration consistent within 5 minutes",
            "missing-words",
            "consistent within 5 minutes",
            "write `call duration consistent across sources within 5 minutes`",
        ),
        ("call date flies", "unknown-predicate", "flies", "write, for example, `call date absent`, "),
        ("call date cited in every source today", "trailing-words", "today", "write `call date cited in every source`"),
        ("call date cited.", "other-wording", "cited.", "write `call date cited`"),
        ("call date cited in at least", "unfinished", "least", "the sentence stops after `least`"),
        ("call date cited and", "unfinished", "and", "the sentence stops after `and`"),
        ("call date within", "unfinished", "within", "the sentence stops"),
        ("troop figure cited in at least 0 sources", "no-sources", "0", "could never fail"),
        ("troop figure cited in at least many sources", "bad-number", "many", "not a whole number"),
        ("troop figure corroborated by at least zero independent sources", "no-sources", "zero", "could never fail"),
        ("", "empty-sentence", "", "the sentence is empty"),
    ]);
}

#[test]
fn what_people_write_instead() {
    check_mistakes(&[
        ("troop figure == 100,000", "other-wording", "== 100,000", "write `troop figure is 100,000`"),
        ("troop figure >= 100,000", "other-wording", ">= 100,000", "write `troop figure at least 100,000`"),
        ("troop figure > 5", "other-wording", "> 5", "write `troop figure more than 5`"),
        ("troop figure is at least 5", "other-wording", "at least 5", "write `troop figure at least 5`"),
        (
            "troop figure should be at least 5",
            "other-wording",
            "should be at least 5",
            "write `troop figure at least 5`",
        ),
        (
            "call date should be consistent",
            "other-wording",
            "should be consistent",
            "write `call date consistent across sources`",
        ),
        ("call date must be cited", "other-wording", "must be cited", "write `call date cited`"),
        (
            "all sources agree on call date",
            "other-wording",
            "all sources agree on call date",
            "write `call date consistent across sources`",
        ),
        (
            "every source cites the call date",
            "other-wording",
            "every source cites the call date",
            "write `call date cited in every source`",
        ),
        ("call date matches regex \\d+", "other-wording", "matches regex \\d+", "not patterns"),
        (
            "call date cited in 2 sources",
            "other-wording",
            "cited in 2 sources",
            "write `call date cited in at least 2 sources`",
        ),
        (
            "call date cited by all sources",
            "other-wording",
            "cited by all sources",
            "write `call date cited in every source`",
        ),
        (
            "call date corroborated by 2 sources",
            "other-wording",
            "corroborated by 2 sources",
            "write `call date corroborated by at least 2 independent sources`",
        ),
        (
            "call date consistent across all articles",
            "missing-words",
            "consistent across all articles",
            "write `call date consistent across articles`",
        ),
    ]);
}

#[test]
fn kinds_that_do_not_fit() {
    check_mistakes(&[
        ("requested by at least 5", "wrong-kind", "at least 5", "`requested by is Norland`"),
        ("troop figure before 2021-12-30", "wrong-kind", "before 2021-12-30", "`troop figure` is a count"),
        ("troop figure before call date", "wrong-kind", "before call date", "`troop figure` is a count"),
        ("call date at least 5", "wrong-kind", "at least 5", "`call date before 10 January 2022`"),
        ("call date before call start", "wrong-kind", "call start", "`call start` is a time"),
        (
            "troop figure within 5 minutes of 7",
            "wrong-kind",
            "within 5 minutes of 7",
            "consistent across sources within 5,000",
        ),
        ("troop figure consistent across sources within 5 minutes", "bad-tolerance", "5 minutes", "such as `5,000`"),
        ("requested by consistent across sources within 5", "bad-tolerance", "5", "equal or not, never near"),
        ("requested by is Norlnad", "unknown-choice", "Norlnad", "did you mean `requested by is Norland`?"),
        ("requested by is Westland", "unknown-choice", "Westland", "its choices are `Norland`, `Sudland Union`"),
        ("troop figure between 9 and 5", "bad-value", "between 9 and 5", "write `troop figure between 5 and 9`"),
    ]);
}

#[test]
fn of_many_choices_a_few_are_named() {
    let names: Vec<String> = (1..=300).map(|number| format!("pier {number}")).collect();
    let topics = [topic("berth", "choice", &names.iter().map(String::as_str).collect::<Vec<_>>())];
    let first = (1..=8).map(|number| format!("`pier {number}`")).collect::<Vec<_>>().join(", ");
    for (sentence, said) in [
        ("berth is Pier 217", None),
        ("berth is pier 217 or berth is pier 3", None),
        ("berth is quay", Some(format!("its choices are {first}, and 292 more"))),
        ("berth is pier 999", Some(format!("did you mean `berth is pier 99`? its choices are {first}, and 292 more"))),
        ("berth is one of pier 2, pier 30", Some("write `berth is pier 2 or berth is pier 30`".to_string())),
    ] {
        let help = read_with(&topics, sentence).err().and_then(|mistakes| mistakes[0].help.clone());
        assert_eq!(help, said, "{sentence}");
    }
}

#[test]
fn what_a_predicate_cannot_be_asked_of() {
    check_mistakes(&[
        ("call date has a zone", "wrong-kind", "has a zone", "write `every time has a zone`"),
        ("call date adds up", "wrong-subject", "adds up", "write `every figure adds up`"),
        ("every name adds up", "wrong-subject", "adds up", "write `every figure adds up`"),
        (
            "every time falls on its weekday",
            "wrong-kind",
            "falls on its weekday",
            "write `every date falls on its weekday`",
        ),
        ("call date closed", "wrong-subject", "closed", "write `every quotation closed`"),
        ("every time closed", "wrong-subject", "closed", "write `every quotation closed`"),
        ("headline printed once", "wrong-subject", "printed once", "write `every sentence printed once`"),
        (
            "every time consistent across sources",
            "wrong-subject",
            "consistent across sources",
            "declare a topic of kind time",
        ),
        ("every time cited", "wrong-subject", "cited", "declare a topic of kind time"),
        ("every figure at least 5", "wrong-kind", "at least 5", "name the kind, such as `every percent`"),
        ("every figure is 5", "wrong-kind", "is 5", "name the kind"),
        ("headline at least 5", "wrong-kind", "at least 5", "`headline` is text"),
        ("headline supported by body", "wrong-kind", "supported by body", "every figure in headline supported by body"),
        ("troop figure falls on Monday", "wrong-kind", "falls on Monday", "but `troop figure` is a count"),
        ("call date falls on Mondey", "bad-value", "Mondey", "did you mean `Monday`?"),
        ("call date falls on 3 May", "bad-value", "3 May", "write `call date on 3 May`"),
        (
            "call date matches troop figure",
            "wrong-kind",
            "matches troop figure",
            "`troop figure` is a count, but `call date` is a date",
        ),
        (
            "call date equals the sum of talks date and founding of Port Elm",
            "wrong-kind",
            "equals the sum of talks date and founding of Port Elm",
            "asks for an amount",
        ),
        (
            "death toll equals the sum of troop figure and troop figure",
            "repeated-part",
            "troop figure",
            "added up twice",
        ),
        ("death toll equals the sum of troop figure and call date", "wrong-kind", "call date", "is a date"),
        ("requested by never decreases", "wrong-kind", "never decreases", "asks for an amount"),
        ("call date in headline in body cited", "two-places", "in body", "looks in one place"),
        ("call date in \"a\" in \"b\" cited", "two-places", "in \"b\"", "looks in one place"),
    ]);
}

#[test]
fn every_mistake_is_reported() {
    let mistakes =
        read_it("call durration cited and troop figure consistant across sources or zebras cited").unwrap_err();
    let codes: Vec<&str> = mistakes.iter().map(|mistake| mistake.code.name()).collect();
    assert_eq!(codes, ["unknown-topic", "misspelt-word", "unknown-topic"]);
}
