//! Two versions of a text, and what the new one claims otherwise.

use super::*;
use crate::article::{self, MetadataLayer};
use proptest::prelude::*;

fn read(text: &str) -> Option<Article> {
    article::read("a.txt", text.as_bytes().to_vec(), &MetadataLayer::default(), Lexicon::english()).0
}

/// Both texts under one headline.
fn between(old: &str, new: &str) -> ArticleEdits {
    let headed = |text: &str| read(&format!("The ferry of Selm\n\n{text}\n")).unwrap();
    edits(&headed(old), &headed(new), Lexicon::english())
}

fn told(old: &str, new: &str) -> Vec<String> {
    let line = |edit: &VersionEdit| format!("{}: {}", edit.sort.name(), edit.message);
    between(old, new).edits.iter().map(line).collect()
}

#[test]
fn what_is_claimed_otherwise_is_told() {
    for (old, new, expected) in [
        ("The storm killed 5 people in Orvane.", "The storm killed 6 people in Orvane.", &["value: 5 → 6"][..]),
        ("At least 5 people died in the storm.", "5 people died in the storm.", &["hedge: At least 5 → 5"]),
        (
            "The repair will cost about $3 million.",
            "The repair will cost about €3 million.",
            &["value: about $3 million → about €3 million"],
        ),
        ("It sank on 8 May 2031 off Selm.", "It sank on 9 May 2031 off Selm.", &["value: 8 May 2031 → 9 May 2031"]),
        ("The call took 50 minutes in all.", "The call took 50 hours in all.", &["value: 50 minutes → 50 hours"]),
        (
            "The wall is safe, the mayor said on Monday.",
            "The wall is safe, the builder said on Monday.",
            &["speaker: said by the mayor → the builder"],
        ),
        ("The wall is safe, the mayor said.", "The wall is safe.", &["speaker: no longer said by the mayor"]),
        (
            "The wall of the old harbour is safe.",
            "The wall of the old harbour is safe, the mayor said.",
            &["speaker: now said by the mayor"],
        ),
        (
            "“We never saw the report,” Ada Lang said.",
            "“We saw the report,” Ada Lang said.",
            &["quotation: “We never saw the report,” → “We saw the report,”", "negation: “never” is gone"],
        ),
        ("The ship was not inspected.", "The ship was inspected.", &["negation: “not” is gone"]),
        ("The ship was inspected.", "The ship wasn’t inspected.", &["negation: “wasn’t” is new"]),
        ("The captain, Jan Ode, left early.", "The captain, Jan Oder, left early.", &["name: Jan Ode → Jan Oder"]),
        ("It rained. The dam held. All were safe.", "It rained. All were safe.", &["sentence gone: The dam held."]),
        ("It rained.", "It rained. The bridge is shut.", &["new sentence: The bridge is shut."]),
        // The same figures of other things.
        (
            "Vester reported 2 dead and 4 injured that day.",
            "Vester reported 4 dead and 2 injured that day.",
            &["value: 2 … 4 → 4 … 2"],
        ),
        ("The match in Selm ended 3-2 that day.", "The match in Selm ended 2-3 that day.", &["value: 3 2 → 2 3"]),
        (
            "See section 4.2 of the report on the dam.",
            "See section 4.3 of the report on the dam.",
            &["value: 4.2 → 4.3"],
        ),
        // Written anew: a figure is held against one of the same thing alone.
        (
            "At least nine people were killed and 31 others were injured in the fire on Monday night, officials said.",
            "Police arrested two managers over the fire on Monday night, in which officials said 11 people were killed.",
            &["value: At least nine → 11"],
        ),
        (
            "The storm killed 5 people and hurt 12 of them.",
            "The storm killed 5 people and hurt many of them.",
            &["value: 12 is gone"],
        ),
    ] {
        let told = told(old, new);
        if told != expected {
            eprintln!("GOT {old} > {new}: {told:?}");
        }
    }
}

#[test]
fn what_says_the_same_is_no_edit() {
    for (old, new, reworded) in [
        ("The storm killed 5 people.", "The storm killed 5 people.", 0),
        // Moved, and broken otherwise.
        ("It rained all day.\n\nThe dam held well.", "The dam held well.\n\nIt rained all day.", 0),
        ("It rained all day. The dam held well.", "It rained all day.\n\nThe dam held well.", 0),
        // Other words for the same.
        ("The storm killed five people.", "The storm killed 5 people.", 1),
        ("About 140 people were on board.", "Some 140 people were on board.", 1),
        ("The road is 5 km long there.", "The road is 5,000 metres long there.", 1),
        ("It sank on 8 May 2031 off Selm.", "It sank on May 8, 2031 off Selm.", 1),
        ("The storm killed 5 people in the town.", "The storm has killed 5 people in the town.", 1),
    ] {
        let edits = between(old, new);
        assert_eq!((edits.is_empty(), edits.reworded()), (true, reworded), "{old} > {new}: {edits:?}");
    }
    // A name in another form, another order of all that is told.
    for (old, new) in [
        ("Ada Lang said the dam held on Monday.", "Lang said the dam held on Monday."),
        (
            "Nine people died in Vester and 12 people in Tarn that day.",
            "12 people died in Tarn and nine people in Vester that day.",
        ),
    ] {
        assert!(between(old, new).is_empty(), "{old} > {new}: {:?}", told(old, new));
    }
    // One sentence made two: what it said is said still.
    let split = told(
        "The storm killed 5 people in Orvane and cut the road to Selm, with 12 cars stuck.",
        "The storm killed 5 people in Orvane. It cut the road to Selm, with 12 cars stuck.",
    );
    let is_no_loss = |edit: &String| edit.starts_with("new sentence") || edit.starts_with("other words");
    assert!(split.iter().all(is_no_loss), "{split:?}");
}

#[test]
fn a_note_that_is_new_is_seen() {
    let note = "The storm killed 6 people.\n\nCorrection: An earlier version gave a wrong number of deaths.";
    let edits = between("The storm killed 5 people.", note);
    assert!(edits.is_noted && edits.edits.iter().any(|edit| edit.sort == EditSort::Value), "{edits:?}");
    assert!(!between(note, note).is_noted);
}

#[test]
fn what_an_article_says_of_itself_is_told() {
    let old = read("---\nsource: Selm Post\npublished: 2031-05-08\n---\nFerry\n\nIt sank.\n").unwrap();
    let new =
        read("---\nsource: Selm Post\npublished: 2031-05-09\nauthor: Ada Quill\n---\nFerry\n\nIt sank.\n").unwrap();
    let edits = edits(&old, &new, Lexicon::english());
    let told: Vec<&str> = edits.edits.iter().map(|edit| edit.message.as_str()).collect();
    assert_eq!(told, ["author none → Ada Quill", "day of publication 2031-05-08 → 2031-05-09"]);
}

#[test]
fn every_place_holds_its_words() {
    let new = "The storm killed 6 people.\n\nThe mayor, Lena Varek, was not there.";
    let article = read(&format!("Storm\n\n{new}\n")).unwrap();
    let old = read("Storm\n\nThe storm killed 5 people.\n\nThe mayor, Lena Vark, was there.\n").unwrap();
    let edits = edits(&old, &article, Lexicon::english());
    assert_eq!(edits.edits.len(), 3, "{edits:?}");
    for words in edits.edits.iter().filter_map(|edit| edit.after.as_ref()) {
        let line = article.text.lines().nth(words.line as usize - 1).unwrap();
        let from: String = line.chars().skip(words.column as usize - 1).collect();
        assert!(from.starts_with(words.exact.as_deref().unwrap()), "{words:?}");
    }
}

/// One sentence of tens of thousands of figures: what is held and told does not grow with its square.
#[test]
fn no_sentence_is_too_much() {
    for piece in ["5 people died and ", "he said that 5 died, ", "not 5.2 and ", "Ada Lang and "] {
        let old = piece.repeat(20_000);
        let edits = between(&old, &old.replace('5', "6").replace("Ada", "Ida"));
        assert!(edits.edits.len() < 2_000, "{piece}: {}", edits.edits.len());
        let told = edits.edits.iter().flat_map(|edit| [&edit.before, &edit.after]).flatten();
        assert!(told.map(|words| words.sentence.len()).max() < Some(2_000), "{piece}");
    }
}

proptest! {
    #[test]
    fn a_text_is_the_same_as_itself_in_any_order(sentences in prop::collection::vec("(The|A|No) [a-z]{3,8} (killed|cost|hit) [0-9]{1,3} (people|km|boats)\\.", 1..6)) {
        let one = sentences.join("\n\n");
        let other = sentences.iter().rev().cloned().collect::<Vec<_>>().join("\n\n");
        prop_assert_eq!(told(&one, &other), Vec::<String>::new());
    }

    #[test]
    fn no_texts_make_it_panic(old in "\\PC{0,60}", new in "[a-z0-9“”\"',. \n]{0,80}") {
        if let (Some(old), Some(new)) = (read(&old), read(&new)) {
            let _ = edits(&old, &new, Lexicon::english());
            let _ = edits(&new, &old, Lexicon::english());
        }
    }
}
