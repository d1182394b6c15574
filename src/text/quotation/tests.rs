//! Tables of texts: what their marks enclose, and which marks are damaged.

use super::{Damage, quotations};
use crate::{
    lexicon::Lexicon,
    span::Span,
    text::{Block, Part, Text},
};

/// Reads paragraphs (`¶` parts them); gives what stands between the marks, repeated marks left in, and the damaged marks
/// as `?` and the word at their side, each with its paragraph.
fn read(source: &str) -> (Vec<String>, Vec<String>) {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in source.split('¶') {
        blocks.push(Block { span: Span::new(start, start + paragraph.len()), part: Part::Body });
        start += paragraph.len() + '¶'.len_utf8();
    }
    let text = Text::new(source, &blocks, &[], Lexicon::english());
    let marks = quotations(&text, Lexicon::english());
    let found = marks.found.iter().map(|found| text.slice(found.first + 1, found.end - 1).to_string()).collect();
    let damaged = marks.damaged.iter().map(|mark| {
        if mark.damage == Damage::Unopened {
            format!("{}: {}?", mark.paragraph, text.written(mark.token - 1))
        } else {
            format!("{}: ?{}", mark.paragraph, text.written(mark.token + 1))
        }
    });
    (found, damaged.collect())
}

fn check(cases: &[(&str, &[&str], &[&str])]) {
    for (source, found, damaged) in cases {
        let (is_found, is_damaged) = read(source);
        assert_eq!(is_found, *found, "in {source:?}");
        assert_eq!(is_damaged, *damaged, "in {source:?}");
    }
}

#[test]
fn marks_of_every_shape() {
    check(&[
        ("\"We agreed,\" he said.", &["We agreed,"], &[]),
        ("He said: “We agreed.”", &["We agreed."], &[]),
        ("‘We agreed,’ he said.", &["We agreed,"], &[]),
        ("'We agreed,' he said.", &["We agreed,"], &[]),
        ("He called it «new» and „old“.", &["new", "old"], &[]),
        ("Talks on a 'range of topics' go on", &["range of topics"], &[]),
        ("the \"hard line\" (\"no way\")—\"never\"", &["hard line", "no way", "never"], &[]),
        ("\"It is done. We agreed. Go home!\" he said.", &["It is done. We agreed. Go home!"], &[]),
        ("“One,” he said, “two.”", &["One,", "two."], &[]),
        ("He said:\"We agreed.\"", &["We agreed."], &[]),
        ("", &[], &[]),
    ]);
}

#[test]
fn nested() {
    check(&[
        ("\"They say, 'We will go.'\"", &["They say, 'We will go.'", "We will go."], &[]),
        ("“He said ‘no’ to us,” she said.", &["He said ‘no’ to us,", "no"], &[]),
        ("'He said \"no\" to us,' she said.", &["He said \"no\" to us,", "no"], &[]),
        ("\"He called it \"great\" and left,\" she said.", &["He called it \"great\" and left,", "great"], &[]),
    ]);
}

#[test]
fn apostrophes_are_no_marks() {
    for source in [
        "The boys' toys and the girls' books.",
        "the United States' support and NATO's answer",
        "rock 'n' roll of the '90s and '80s",
        "Get 'em while it's hot, don't wait 'til noon.",
        "O’Brien’s ’tis the season",
        "He is 6' 2\" tall.",
        "the members' dues and members' rights",
        "",
    ] {
        check(&[(source, &[], &[])]);
    }
    check(&[
        ("\"The States' support,\" he said.", &["The States' support,"], &[]),
        ("He likes 'the boys' toys' best.", &["the boys' toys"], &[]),
        ("'I don't know,' Kim's aide said.", &["I don't know,"], &[]),
    ]);
}

#[test]
fn damaged_marks() {
    check(&[
        ("Lang \"backed the plan for Selm, he said.", &[], &["0: ?backed"]),
        ("We agreed,\" he said.", &[], &["0: ,?"]),
        // An even number of marks that pair wrongly.
        ("We agreed,\" he said. \"It is done.", &[], &["0: ,?", "0: ?It"]),
        ("\"Yes,\" he said. \"It is done.", &["Yes,"], &["0: ?It"]),
        ("\"It is done, he said. \"Yes, we agreed on that,\" she said.", &["Yes, we agreed on that,"], &["0: ?It"]),
        // Narration of another paragraph is never taken in.
        ("He said: \"We agreed.¶The talks went on. \"Yes,\" he said.", &["Yes,"], &["0: ?We"]),
        ("‘We agreed, he said.", &[], &["0: ?We"]),
        // Told by the words of who speaks at its end.
        ("\"We agreed on it, Lang said.¶\"It is done,\" he said.", &["It is done,"], &["0: ?We"]),
    ]);
}

#[test]
fn paragraphs_that_repeat_the_mark() {
    check(&[
        ("\"We agreed.¶\"It is done,\" he said.", &["We agreed.¶\"It is done,"], &[]),
        ("“One.¶“Two.¶“Three.” He left.", &["One.¶“Two.¶“Three."], &[]),
        ("‘We agreed.¶‘It is done,’ he said.", &["We agreed.¶‘It is done,"], &[]),
        ("“One.¶“Two.¶He left.", &[], &["1: ?Two"]),
        ("“One.”¶“Two.”", &["One.", "Two."], &[]),
    ]);
}
