//! Sentences and what they mean, and what is wrong with those that mean nothing.

use super::*;
use crate::verify::testing::topic;
use proptest::prelude::*;

fn declared() -> Vec<Topic> {
    vec![
        topic("call duration", "duration", &[]),
        topic("call date", "date", &[]),
        topic("talks date", "date", &[]),
        topic("call start", "time", &[]),
        topic("troop figure", "count", &[]),
        topic("Adams and Brown speak", "date", &[]),
        topic("requested by", "choice", &["Norland", "Sudland Union", "Norland and the Sudland Union"]),
        topic("founding of Port Elm", "date", &[]),
        topic("death toll", "count", &[]),
        topic("toll at sea", "count", &[]),
        topic("toll on land", "count", &[]),
    ]
}

fn read_with(topics: &[Topic], sentence: &str) -> Result<Sentence, Vec<SentenceMistake>> {
    parse(sentence, &KnownTopics::new(topics), Lexicon::english())
}

fn read_it(sentence: &str) -> Result<Sentence, Vec<SentenceMistake>> {
    read_with(&declared(), sentence)
}

#[test]
fn sentences_have_one_canonical_text() {
    let cases = [
        ("call duration consistent across sources", "call duration consistent across sources"),
        ("Call  Duration CONSISTENT\nacross sources", "call duration consistent across sources"),
        (
            "call duration consistent across sources within 5 minutes",
            "call duration consistent across sources within 5 minutes",
        ),
        ("call duration consistent across sources within 10 %", "call duration consistent across sources within 10 %"),
        ("troop figure cited", "troop figure cited in every source"),
        ("troop figure cited in at least two sources", "troop figure cited in at least 2 sources"),
        ("troop figure cited in at least 1 sources", "troop figure cited in at least 1 source"),
        ("troop figure cited in most sources", "troop figure cited in most sources"),
        ("troop figure cited in \u{201C}Harbour Post\u{201D}", "troop figure cited in \"Harbour Post\""),
        ("troop figure cited in \"A or B and troop figure\"", "troop figure cited in \"A or B and troop figure\""),
        ("requested by is Norland", "requested by is Norland"),
        ("requested by is norland and the sudland union", "requested by is Norland and the Sudland Union"),
        ("requested by is \"Norland\"", "requested by is Norland"),
        (
            "requested by is Norland and requested by corroborated by at least 2 independent sources",
            "requested by is Norland and requested by corroborated by at least 2 independent sources",
        ),
        ("troop figure at least 100,000", "troop figure at least 100,000"),
        (
            "troop figure at most 100,000 or troop figure more than 7",
            "troop figure at most 100,000 or troop figure more than 7",
        ),
        ("troop figure less than 9", "troop figure less than 9"),
        (
            "troop figure between 5 and 10 and troop figure cited",
            "troop figure between 5 and 10 and troop figure cited in every source",
        ),
        ("call date before talks date", "call date before talks date"),
        ("call date after 2021-12-01", "call date after 2021-12-01"),
        ("call date on 2021-12-30", "call date on 2021-12-30"),
        ("call date within 6 days of talks date", "call date within 6 days of talks date"),
        ("Adams and Brown speak consistent across sources", "Adams and Brown speak consistent across sources"),
        ("publication date cited in every source", "publication date cited in every source"),
        ("headline cited", "headline cited in every source"),
        ("call date absent", "call date absent"),
        ("call date NOT cited", "call date not cited in every source"),
        ("requested by is not Norland", "requested by is not Norland"),
        ("requested by not is Norland", "requested by is not Norland"),
        ("troop figure is not 5", "troop figure is not 5"),
        ("call date in headline cited", "call date in headline cited in every source"),
        ("troop figure in quotation at least 5", "troop figure in quotations at least 5"),
        ("troop figure in caption absent", "troop figure in captions absent"),
        (
            "troop figure consistent within each article within 5",
            "troop figure consistent within each article within 5",
        ),
        ("publication date matches url date", "publication date matches url date"),
        (
            "call date matches talks date and call date cited",
            "call date matches talks date and call date cited in every source",
        ),
        ("publication date before 2021-12-30", "publication date before 2021-12-30"),
        ("call date within 2 days of publication date", "call date within 2 days of publication date"),
        ("every date before publication date", "every date before publication date"),
        ("source is \"Harbour Post\"", "source is Harbour Post"),
        ("call date falls on thursday", "call date falls on Thursday"),
        ("every time has a zone", "every time has a zone"),
        ("Every Quotation in headline closed", "every quotation in headline closed"),
        ("every sentence printed once", "every sentence printed once"),
        (
            "death toll equals the sum of troop figure and toll at sea",
            "death toll equals the sum of troop figure and toll at sea",
        ),
        ("death toll equals the sum of troop figure, toll at sea and toll on land, and troop figure cited", "unread"),
        (
            "death toll equals the sum of troop figure, toll at sea, and toll on land",
            "death toll equals the sum of troop figure, toll at sea and toll on land",
        ),
        ("every figure supported by body", "every figure supported by body"),
        (
            "every figure in \u{201C}summary\u{201D} supported by \"sources\"",
            "every figure in \"summary\" supported by \"sources\"",
        ),
        (
            "troop figure cited in every source except in \"Harbour Post\", \"Tideline\" and \"X\"",
            "troop figure cited in every source except in \"Harbour Post\", \"Tideline\" and \"X\"",
        ),
        ("troop figure except in \"Harbour Post\" at least 5", "troop figure at least 5 except in \"Harbour Post\""),
        ("troop figure never decreases", "troop figure never decreases"),
        ("headline unchanged across revisions", "headline unchanged across revisions"),
        (
            "when call date cited, troop figure cited",
            "when call date cited in every source, troop figure cited in every source",
        ),
        (
            "when troop figure at least 5,000 and call date on 30 December 2021, talks date cited or headline cited",
            "when troop figure at least 5,000 and call date on 30 December 2021, talks date cited in every source or headline cited in every source",
        ),
        (
            "when troop figure more than 5, every time has a zone",
            "when troop figure more than 5, every time has a zone",
        ),
        (
            "call date cited unless talks date absent or troop figure absent",
            "call date cited in every source unless talks date absent or troop figure absent",
        ),
        (
            "when headline cited, call date cited unless talks date absent",
            "when headline cited in every source, call date cited in every source unless talks date absent",
        ),
    ];
    for (sentence, expected) in cases {
        if expected == "unread" {
            assert!(read_it(sentence).is_err(), "{sentence}");
            continue;
        }
        let requirement = read_it(sentence).unwrap_or_else(|mistakes| panic!("{sentence}: {mistakes:#?}"));
        assert_eq!(requirement.to_string(), expected, "{sentence}");
        assert_eq!(read_it(expected).as_ref(), Ok(&requirement), "{expected}");
    }
}

#[test]
fn and_binds_tighter_than_or() {
    let requirement = read_it("call date cited or talks date cited and troop figure cited").unwrap();
    let sizes: Vec<usize> = requirement.requirement.alternatives.iter().map(Vec::len).collect();
    assert_eq!(sizes, [1, 2]);
}

/// Sentence, code, the words at fault, a part of the message or help.
fn check_mistakes(cases: &[(&str, &str, &str, &str)]) {
    for (sentence, code, words, said) in cases {
        let mistakes = read_it(sentence).expect_err(sentence);
        let mistake = &mistakes[0];
        let all = format!("{} | {}", mistake.message, mistake.help.as_deref().unwrap_or(""));
        assert_eq!((mistake.code, sentence.get(mistake.span.clone()).unwrap()), (*code, *words), "{sentence}: {all}");
        assert!(all.contains(said), "{sentence}: {all}");
        assert_eq!(mistakes.len(), 1, "{sentence}: {mistakes:#?}");
    }
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
        ("call date before zebra day", "bad-value", "zebra day", "such as `10 January 2022`"),
    ]);
}

#[test]
fn predicates_that_are_none() {
    check_mistakes(&[
        ("call date", "unfinished", "call date", "nothing is asked of `call date`"),
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
        (
            "call date flies",
            "unknown-predicate",
            "flies",
            "write, for example, `call date absent`, `call date between VALUE and VALUE`",
        ),
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
            "call date consistent across articles",
            "missing-words",
            "consistent across articles",
            "write `call date consistent across sources`",
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
fn what_is_not_judged_yet() {
    for (sentence, words, said) in [
        ("call date attributed", "attributed", "`attributed`"),
        ("call date attributed to \"Adams\"", "attributed to \"Adams\"", "`attributed`"),
        ("every quotation verbatim across sources", "verbatim across sources", "`verbatim`"),
        ("every unnamed source explained", "explained", "`explained`"),
        ("every article independent", "independent", "`independent`"),
    ] {
        let mistakes = read_it(sentence).unwrap_err();
        assert!(mistakes.iter().all(|mistake| mistake.code == "not-yet"), "{sentence}: {mistakes:#?}");
        let told = mistakes
            .iter()
            .any(|mistake| sentence.get(mistake.span.clone()) == Some(words) && mistake.message.contains(said));
        assert!(told, "{sentence}: {mistakes:#?}");
    }
}

#[test]
fn what_a_predicate_cannot_be_asked_of() {
    check_mistakes(&[
        ("call date has a zone", "wrong-kind", "has a zone", "write `every time has a zone`"),
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
    let codes: Vec<&str> = mistakes.iter().map(|mistake| mistake.code).collect();
    assert_eq!(codes, ["unknown-topic", "misspelt-word", "unknown-topic"]);
}

#[test]
fn topics_that_hold_keywords() {
    let topics = [
        topic("troops", "count", &[]),
        topic("troops at least", "count", &[]),
        topic("minutes", "count", &[]),
        topic("talk", "duration", &[]),
        topic("2014", "date", &[]),
        topic("day", "date", &[]),
        topic("A cited and B", "date", &[]),
        topic("A", "date", &[]),
        topic("B", "date", &[]),
    ];
    for (sentence, expected) in [
        ("troops at least 5", Ok("troops at least 5")),
        ("troops at least at least 5", Ok("troops at least at least 5")),
        ("troops at least cited", Ok("troops at least cited in every source")),
        ("talk consistent across sources within 5 minutes", Ok("talk consistent across sources within 5 minutes")),
        ("day before 2014", Err("ambiguous")),
        ("A cited and B cited", Err("ambiguous")),
    ] {
        let read = read_with(&topics, sentence);
        let shown = read.as_ref().map(ToString::to_string).map_err(|mistakes| mistakes[0].code);
        assert_eq!(shown.as_deref().map_err(|code| *code), expected, "{sentence}: {read:#?}");
    }
}

#[test]
fn long_and_odd_sentences_are_answered() {
    assert_eq!(read_it(&"word ".repeat(100_000)).unwrap_err()[0].code, "too-long");
    assert_eq!(read_it(&"call date cited and ".repeat(190)).unwrap_err()[0].code, "unfinished");
    for sentence in [
        "\u{E000} cited",
        "\" cited",
        "call date is \"",
        "and",
        ", , ,",
        "call date cited in \"\"",
        "\u{0}",
        "between and",
    ] {
        assert!(read_it(sentence).is_err(), "{sentence:?}");
    }
}

#[test]
fn a_thousand_rules_over_a_thousand_topics_are_read() {
    let topics: Vec<Topic> = (0..1_000).map(|n| topic(&format!("topic number {n}"), "date", &[])).collect();
    let named = KnownTopics::new(&topics);
    for n in 0..1_000 {
        let sentence = format!(
            "topic number {n} consistent across sources within 2 days and topic number {} before topic number 7",
            n / 2
        );
        assert!(parse(&sentence, &named, Lexicon::english()).is_ok(), "{sentence}");
    }
}

/// What may stand between a subject and its predicate.
fn place() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "",
        "",
        "in headline ",
        "in quotations ",
        "in \"summary\" ",
        "in lead in \"x and y\" ",
        "not ",
        "in body not ",
    ])
}

/// What may stand behind a clause.
fn exception() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", " except in \"A\"", " except in \"A\", \"B or C\" and \"D\""])
}

/// A clause whose subject needs no declared topic, or whose predicate takes no value.
fn plain_clause() -> impl Strategy<Value = String> {
    let whole = prop::sample::select(vec![
        "every quotation PLACEclosed",
        "every time PLACEhas a zone",
        "every sentence PLACEprinted once",
        "every figure PLACEsupported by body",
        "every name PLACEsupported by \"the sources\"",
        "every date PLACEbefore publication date",
        "every percent PLACEat most 100 %",
        "publication date PLACEmatches url date",
        "headline PLACEunchanged across revisions",
        "source PLACEis Harbour Post",
        "troop figure PLACEabsent",
        "troop figure PLACEnever decreases",
        "call date PLACEfalls on Thursday",
        "call date PLACEmatches talks date",
        "death toll PLACEequals the sum of troop figure, toll at sea and toll on land",
        "death toll PLACEconsistent within each article within 5",
    ]);
    (whole, place(), exception()).prop_map(|(clause, place, exception)| clause.replace("PLACE", place) + exception)
}

fn clause() -> impl Strategy<Value = String> {
    let number = 1_u32..100_000;
    let moment =
        prop_oneof![Just("call date".to_string()), Just("talks date".to_string()), Just("2021-12-30".to_string())];
    let order = prop_oneof![Just("before"), Just("after"), Just("on"), Just("within 3 days of")];
    let any_topic = prop::sample::select(declared()).prop_map(|topic| topic.name);
    let amount = prop_oneof![Just("at least"), Just("at most"), Just("more than"), Just("less than"), Just("is")];
    prop_oneof![
        6 => plain_clause(),
        1 => any_topic.clone().prop_map(|topic| format!("{topic} consistent across sources")),
        1 => number.clone().prop_map(|n| format!("troop figure consistent across sources within {n}")),
        1 => (any_topic.clone(), number.clone()).prop_map(|(topic, n)| format!("{topic} cited in at least {n} sources")),
        1 => (any_topic.clone(), number.clone())
            .prop_map(|(topic, n)| format!("{topic} corroborated by at least {n} independent sources")),
        1 => (any_topic.clone(), "[a-zA-Z &\u{201C}é]{1,9}")
            .prop_map(|(topic, name)| format!("{topic} cited in \"x{name}\"")),
        1 => any_topic.prop_map(|topic| format!("{topic} cited in most sources")),
        1 => (amount, number.clone()).prop_map(|(bound, n)| format!("troop figure {bound} {n}")),
        1 => (number.clone(), number).prop_map(|(a, b)| format!("troop figure between {} and {}", a.min(b), a.max(b))),
        1 => prop_oneof![Just("Norland"), Just("Sudland Union"), Just("Norland and the Sudland Union")]
            .prop_map(|choice| format!("requested by is {choice}")),
        1 => (order, moment).prop_map(|(order, moment)| format!("founding of Port Elm {order} {moment}")),
    ]
}

proptest! {
    #[test]
    fn printing_and_reading_are_inverse(clauses in prop::collection::vec(clause(), 1..5), ors in prop::collection::vec(any::<bool>(), 4), condition in prop::option::of(clause()), exception in prop::option::of(clause())) {
        let mut sentence = condition.map_or_else(String::new, |condition| format!("when {condition}, "));
        for (index, clause) in clauses.iter().enumerate() {
            if index > 0 {
                sentence.push_str(if ors[index - 1] { " or " } else { " and " });
            }
            sentence.push_str(clause);
        }
        if let Some(exception) = exception {
            sentence.push_str(" unless ");
            sentence.push_str(&exception);
        }
        let requirement = read_it(&sentence).map_err(|mistakes| TestCaseError::fail(format!("{sentence}: {mistakes:#?}")))?;
        let printed = requirement.to_string();
        prop_assert_eq!(read_it(&printed).unwrap(), requirement, "{}", printed);
    }

    #[test]
    fn no_sentence_panics_and_spans_are_inside(
        words in prop::collection::vec(prop_oneof![
            "\\PC{0,6}",
            prop::sample::select(vec!["call date", "cited", "in", "every", "when", ",", "except", "quotation", "headline", "closed", "equals the sum of", "falls on", "matches", "supported by",  "source", "and", "or", "between", "5", "is", "\"", "within", "of", "unless", "not", ">=", "\u{A0}", "requested by", "Norland"]).prop_map(str::to_string),
        ], 0..12),
    ) {
        let sentence = words.join(" ");
        if let Err(mistakes) = read_it(&sentence) {
            for mistake in mistakes {
                prop_assert!(sentence.get(mistake.span.clone()).is_some(), "{:?} in {:?}", mistake, sentence);
            }
        }
    }
}
