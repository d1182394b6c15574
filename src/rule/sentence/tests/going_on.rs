//! How sentences go on, and what their stretches are.

use super::{super::stretches, declared};
use crate::{
    lexicon::Lexicon,
    rule::sentence::{KnownSources, KnownTopics, onward},
};

/// What is offered behind `written`, as the whole sentences that come of it.
fn offered(written: &str) -> Vec<String> {
    let declared = declared();
    let sources = KnownSources { sources: vec!["Harbour Post".into(), "summary".into()] };
    let found = onward(written, &KnownTopics::new(&declared), &sources, Lexicon::english());
    found.into_iter().map(|onward| format!("{}{}", written.get(..onward.from).unwrap(), onward.text)).collect()
}

/// What is written, some of what is offered then, some of what is not.
#[test]
fn a_sentence_goes_on_as_the_grammar_has_it() {
    for (written, offers, offers_not) in [
        ("", &["call duration", "every figure", "publication date", "when"][..], &["cited in every source"][..]),
        ("call d", &["call duration", "call date"], &["troop figure", "when", "call start"]),
        ("CALL DU", &["call duration"], &["call date"]),
        ("every quo", &["every quotation"], &["every figure"]),
        (
            "call duration ",
            &[
                "call duration consistent across sources",
                "call duration not",
                "call duration in ",
                "call duration is ",
                "call duration at least ",
                "call duration cited in at least 2 sources",
            ],
            &["call duration falls on ", "call duration before ", "call duration call date"],
        ),
        ("call duration con", &["call duration consistent across sources"], &["call duration cited in every source"]),
        (
            "call duration in ",
            &["call duration in headline", "call duration in \"summary\""],
            &["call duration in in "],
        ),
        ("call duration in he", &["call duration in headline"], &["call duration in body"]),
        ("call duration in headline at le", &["call duration in headline at least "], &[]),
        ("call duration not cit", &["call duration not cited in every source"], &["call duration not not"]),
        ("call duration at least ", &["call duration at least 50 minutes"], &["call duration at least 5 %"]),
        ("call duration at least 30 ", &["call duration at least 30 minutes", "call duration at least 30 hours"], &[]),
        ("call duration at least 30 min", &["call duration at least 30 minutes"], &["call duration at least 30 hours"]),
        (
            "call duration consistent across sources ",
            &["call duration consistent across sources within ", "call duration consistent across sources and "],
            &["call duration consistent across sources across "],
        ),
        (
            "call duration consistent across sources within 5 ",
            &["call duration consistent across sources within 5 minutes"],
            &[],
        ),
        (
            "troop figure consistent across sources within 10 ",
            &["troop figure consistent across sources within 10 %"],
            &["troop figure consistent across sources within 10 minutes"],
        ),
        ("call date falls on ", &["call date falls on Thursday"], &["call date falls on call date"]),
        (
            "call date before ",
            &["call date before talks date"],
            &["call date before call duration", "call date before call date"],
        ),
        ("call date matches ", &["call date matches talks date", "call date matches publication date"], &[]),
        ("requested by is ", &["requested by is Norland", "requested by is Sudland Union"], &[]),
        ("requested by is S", &["requested by is Sudland Union"], &["requested by is Norland"]),
        ("call duration cited in \"", &["call duration cited in \"Harbour Post\""], &[]),
        (
            "every figure in \"summary\" supported by ",
            &["every figure in \"summary\" supported by body", "every figure in \"summary\" supported by \"summary\""],
            &[],
        ),
        ("call duration cited in every source and tro", &["call duration cited in every source and troop figure"], &[]),
        (
            "when troop figure cited, call d",
            &["when troop figure cited, call date"],
            &["when troop figure cited, troop figure"],
        ),
        ("death toll between 5 and ", &["death toll between 5 and 100,000"], &[]),
        (
            "death toll equals the sum of toll at sea and ",
            &["death toll equals the sum of toll at sea and toll on land"],
            &[],
        ),
        ("every sentence ", &["every sentence printed once"], &["every sentence at least "]),
        ("zebras ", &[], &["zebras cited in every source"]),
    ] {
        let found = offered(written);
        for wanted in offers {
            assert!(found.contains(&(*wanted).to_string()), "{written:?} does not offer {wanted:?}: {found:#?}");
        }
        for unwanted in offers_not {
            assert!(!found.contains(&(*unwanted).to_string()), "{written:?} offers {unwanted:?}");
        }
    }
}

/// Whatever stands in a sentence, nothing breaks.
#[test]
fn any_beginning_can_be_asked() {
    let long = "every ".repeat(300);
    for text in
        ["é", "\u{E000} cited ", "call duration in “", "\"", ", , ,", "  ", "call date before é", "\u{202e}", &long]
    {
        for (end, _) in text.char_indices().chain([(text.len(), ' ')]).take(40) {
            drop(offered(text.get(..end).unwrap()));
        }
        drop(offered(text));
    }
}

#[test]
fn a_sentence_has_stretches() {
    let shown = |sentence: &str| {
        let declared = declared();
        let found = stretches(sentence, &KnownTopics::new(&declared), Lexicon::english());
        let shown = found.iter().map(|one| format!("{:?} = {:?}", sentence.get(one.range.clone()).unwrap(), one.role));
        shown.collect::<Vec<_>>()
    };
    let consistent = "consistent across sources: one value satisfies the claims of every source";
    assert_eq!(
        shown("Call duration in headline consistent across sources within 5 minutes and toll cited"),
        [
            "\"Call duration\" = topic call duration".to_string(),
            format!("\"consistent across sources within 5 minutes\" = {consistent}"),
        ]
    );
    assert_eq!(shown("requested  by is Norland").len(), 3);
    assert_eq!(shown("every date after publication date")[0], "\"date\" = kind date");
    assert_eq!(shown("call duration before talks date").last().unwrap(), "\"talks date\" = topic talks date");
    assert_eq!(shown("zebras cited"), Vec::<String>::new());
    assert_eq!(shown(""), Vec::<String>::new());
}
