use super::{Attributions, SpeakerSort};
use crate::{
    kind::name::{Spellings, names},
    lexicon::Lexicon,
    span::Span,
    text::{Block, Part, Text, quotations},
};

/// What is read in a text of paragraphs, an attribution a line: who, the cue, what is said; of a pronoun whom it stands for.
fn read(source: &str) -> Vec<String> {
    let lexicon = Lexicon::english();
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in source.split_inclusive('\n') {
        blocks.push(Block { span: Span::new(at, at + line.trim_end().len()), part: Part::Body });
        at += line.len();
    }
    let text = Text::new(source, &blocks, &[], lexicon);
    let found = names(&text, lexicon, &Spellings::default(), &|_| false);
    let read = Attributions::read(&text, &found, &quotations(&text, lexicon).found, lexicon);
    let words = |range: &std::ops::Range<usize>| text.words(range.start, range.end).into_owned();
    let told = read.all.iter().map(|one| {
        let speaker = &one.speaker;
        let named = speaker.name.as_deref().filter(|_| speaker.stands_for.is_some()).map(str::to_string);
        let stands_for = named.or_else(|| speaker.stands_for.as_ref().map(words));
        let stands_for = stands_for.map(|whom| format!(" = {whom}")).unwrap_or_default();
        let unknown = if speaker.sort == SpeakerSort::Unknown { " = ?" } else { "" };
        let who = format!("{}{stands_for}{unknown}", words(&speaker.words));
        let content: Vec<String> = one.content.iter().map(words).collect();
        format!("{} | {} | {}", who, words(&one.cue), content.join(" … "))
    });
    told.collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (source, expected) in cases {
        let found = read(source);
        if found != *expected {
            wrong.push(format!("{source}\n  found    {found:#?}\n  expected {expected:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn speech_without_marks() {
    check(&[
        ("Police said 12 people died.", &["Police | said | 12 people died"]),
        ("Police said on Friday that 12 people died.", &["Police | said | that 12 people died"]),
        ("Twelve people died, police said.", &["police | said | Twelve people died"]),
        ("Twelve people died, police said on Friday.", &["police | said | Twelve people died"]),
        ("Twelve people died, said the mayor, Ada Lang.", &["the mayor, Ada Lang | said | Twelve people died"]),
        (
            "The bridge, officials said, would cost 5 million marks.",
            &["officials | said | The bridge … would cost 5 million marks"],
        ),
        ("According to the ministry, 12 people died.", &["the ministry | According to | 12 people died"]),
        ("Twelve people died, according to the ministry.", &["the ministry | according to | Twelve people died"]),
        ("The ministry reported 12 deaths on Friday.", &["The ministry | reported | 12 deaths on Friday"]),
        ("Lang denied the charge.", &["Lang | denied | the charge"]),
        ("Lang warned of floods in the north.", &["Lang | warned | floods in the north"]),
        ("The union vowed to fight the plan.", &["The union | vowed | to fight the plan"]),
        ("A report found that 12 bridges were unsafe.", &["A report | found | that 12 bridges were unsafe"]),
        (
            "A senior official told the paper that the dam was weak.",
            &["A senior official | told | that the dam was weak"],
        ),
        ("Ada Lang was quoted as saying that the dam was weak.", &["Ada Lang | was quoted | that the dam was weak"]),
        (
            "The council repeated the mayor's claim that the dam was safe.",
            &[
                "The council | repeated | the mayor's claim that the dam was safe",
                "the mayor | claim | that the dam was safe",
            ],
        ),
    ]);
}

#[test]
fn speech_between_marks() {
    check(&[
        ("\"The dam is weak,\" Ada Lang said.", &["Ada Lang | said | \"The dam is weak,\""]),
        ("\"The dam is weak,\" said Ada Lang.", &["Ada Lang | said | \"The dam is weak,\""]),
        ("Ada Lang said: \"The dam is weak.\"", &["Ada Lang | said | \"The dam is weak.\""]),
        ("Ada Lang told reporters, \"The dam is weak.\"", &["Ada Lang | told | \"The dam is weak.\""]),
        ("\"The dam,\" Lang said, \"is weak.\"", &["Lang | said | \"The dam,\" … \"is weak.\""]),
        (
            "\"The dam is weak,\" Ada Lang said. \"We must act.\"",
            &["Ada Lang | said | \"The dam is weak,\"", "Ada Lang |  | \"We must act.\""],
        ),
        (
            "Ada Lang called the plan a \"colossal mistake\" on Friday.",
            &["Ada Lang | called | the plan a \"colossal mistake\" on Friday"],
        ),
        ("Ada Lang: \"The dam is weak.\"", &["Ada Lang | : | \"The dam is weak.\""]),
        ("\"The dam is weak.\"\n- Ada Lang", &["Ada Lang | - | \"The dam is weak.\""]),
    ]);
}

#[test]
fn whom_words_stand_for() {
    check(&[
        (
            "Ada Lang said the dam was weak. She added that it was old.",
            &["Ada Lang | said | the dam was weak", "She = Ada Lang | added | that it was old"],
        ),
        (
            "A senior official said the dam was weak. The official added that it was old.",
            &[
                "A senior official | said | the dam was weak",
                "The official = A senior official | added | that it was old",
            ],
        ),
        // He is not she.
        (
            "Ada Lang said the dam was weak. Peter Orsk said it was sound. She added that it was old.",
            &[
                "Ada Lang | said | the dam was weak",
                "Peter Orsk | said | it was sound",
                "She = Ada Lang | added | that it was old",
            ],
        ),
        ("She said the dam was weak.", &["She = ? | said | the dam was weak"]),
    ]);
}

#[test]
fn speech_in_speech() {
    let lexicon = Lexicon::english();
    let source = "An aide said that the president told him that the dam was weak.";
    let text = Text::plain(source, lexicon);
    let read = Attributions::read(&text, &[], &[], lexicon);
    let whose: Vec<Option<usize>> = read.all.iter().map(|one| one.within).collect();
    assert_eq!(whose, [None, Some(0)], "{read:?}");
}

#[test]
fn what_nobody_says() {
    for source in [
        "Police did not say how many people died.",
        "Twelve people died in the flood.",
        "The announcement came on Friday.",
        "The law allows the state to build dams.",
        "He put 12 books on the table.",
        "The coastguard called off the search on Friday.",
        "The crew was called in for the night.",
        "",
        "said said said said",
        "\"\"\"\"",
        "according to",
    ] {
        assert_eq!(read(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn no_text_is_too_much() {
    for piece in [
        "he said that ",
        "\"a\" she said, ",
        "according to a report, ",
        "the claim that ",
        "said ",
        "\" ",
        "Ada Lang, ",
        "with him saying, ",
    ] {
        let source = piece.repeat(3000);
        let _ = read(&source);
    }
}
