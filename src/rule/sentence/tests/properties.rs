//! Sentences that nobody wrote: what is printed is read again, and none panics.

use super::{declared, read_it};
use proptest::prelude::*;

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
        "every figure PLACEattached as in \"the sources\"",
        "every figure PLACEdirected as in body",
        "every name PLACEnegated as in \"the sources\"",
        "every name PLACEacts as in \"the sources\"",
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
    let any_topic = prop::sample::select(declared()).prop_map(|topic| topic.name().to_string());
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
                prop_assert!(sentence.get(mistake.range()).is_some(), "{:?} in {:?}", mistake, sentence);
            }
        }
    }
}
