//! Captions and photo credits, told from running text by how they begin and end.

use crate::{fold, lexicon::Lexicon};

/// No caption is longer, in bytes.
const LONGEST: usize = 1200;

/// The end of a caption that is looked at, in bytes.
const TAIL: usize = 160;

/// Whether words begin or end as only a caption does.
pub(super) fn is_caption(words: &str, lexicon: &Lexicon) -> bool {
    words.len() <= LONGEST
        && (is_opened(words, lexicon)
            || may_be_credit(words) && (ends_in_brackets(words, lexicon) || is_credit(tail(words), lexicon)))
}

/// Whether a line is a credit and nothing else: "ADA QUILL/AFP via Getty Images", "quill.example".
pub(super) fn is_credit_alone(words: &str, lexicon: &Lexicon) -> bool {
    if words.len() > TAIL || !may_be_credit(words) {
        return false;
    }
    is_domain(words)
        || is_bracketed(words, lexicon)
        || tail(words).len() == words.trim_end().len() && is_credit(words, lexicon)
}

/// Most running text ends with a full stop, as no credit does.
fn may_be_credit(words: &str) -> bool {
    !words.ends_with(['.', '"', '\u{201d}', '?', '!'])
}

/// "Photo: ...", "FILE - ...", "Photo by ...".
fn is_opened(words: &str, lexicon: &Lexicon) -> bool {
    let known = lexicon.articles();
    let opening = words.trim_start_matches(['(', '[', '*', '_']);
    let has_mark = |rest: &str| {
        let after_blank = rest.trim_start();
        rest.starts_with([':', '|'])
            || after_blank.len() < rest.len() && after_blank.starts_with([':', '|', '-', '–', '—'])
    };
    known.caption_openings.after(opening).any(has_mark)
        || words.len() <= 120 && !words.ends_with('.') && known.bare_caption_openings.open(opening)
}

/// What follows the last full stop; all of the words where there is none.
fn tail(words: &str) -> &str {
    let words = words.trim_end().trim_end_matches(['*', '_']);
    let mut start = words.len().saturating_sub(TAIL);
    while !words.is_char_boundary(start) {
        start += 1;
    }
    let end = words.get(start..).unwrap_or("");
    let stop = end.char_indices().rev().find(|(at, mark)| match mark {
        '|' | '\n' => true,
        ' ' => ends_sentence(end.get(..*at).unwrap_or("")),
        _ => false,
    });
    match stop {
        Some((at, _)) => end.get(at + 1..).unwrap_or("").trim(),
        None if start == 0 => words.trim(),
        None => "",
    }
}

/// Whether words stop at the end of a sentence: an initial or an abbreviation in a photographer's name ends none.
fn ends_sentence(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or("");
    let marks = ['.', '?', '!', '"', '\u{201d}'];
    last.ends_with(marks) && last.trim_end_matches(marks).len() > 2
}

/// Whether words name who made or sold a picture: they end with an agency or a picture house after a slash or "via".
fn is_credit(words: &str, lexicon: &Lexicon) -> bool {
    if words.is_empty() || words.ends_with(['.', '?', '!', ',']) || words.split_whitespace().nth(12).is_some() {
        return false;
    }
    let known = lexicon.articles();
    if is_opened(words, lexicon) || known.agency(words).is_some() {
        return true;
    }
    if !words.contains(['/', '©', ' ']) {
        return false;
    }
    let folded = fold::name(words);
    let is_house = |house: &str| known.credit_names.contains(house);
    let is_via =
        words.rsplit_once(" via ").is_some_and(|(maker, house)| is_maker(maker) && is_house(&fold::name(house)));
    let is_slashed = folded
        .match_indices(['/', '©'])
        .any(|(at, mark)| folded.get(at + mark.len()..).is_some_and(|house| is_house(house.trim_start())));
    is_via || is_slashed || folded.contains(' ') && is_house(&folded)
}

/// Whether what stands before "via" is a name: a slash, or a few words with capitals.
fn is_maker(words: &str) -> bool {
    let is_capitalised = words.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    words.contains('/') || is_capitalised && words.split_whitespace().count() <= 4
}

/// "... [Ada Quill/Reuters]", "... . (AP Photo/Ada Quill)".
fn ends_in_brackets(words: &str, lexicon: &Lexicon) -> bool {
    let words = words.trim_end();
    if let Some((_, inside)) = words.strip_suffix(']').and_then(|words| words.rsplit_once('[')) {
        return inside.len() <= TAIL && (is_credit(inside, lexicon) || is_photo_words(inside, lexicon));
    }
    let Some((before, inside)) = words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) else { return false };
    let is_after_sentence = before.trim_end().ends_with(['.', '!', '?', '”', '"']);
    is_after_sentence && is_photo_words(inside, lexicon)
}

/// A line that is nothing but brackets with a credit inside.
fn is_bracketed(words: &str, lexicon: &Lexicon) -> bool {
    let inside = words.strip_prefix(['(', '[']).and_then(|words| words.strip_suffix([')', ']']));
    inside.is_some_and(|inside| is_photo_words(inside, lexicon) || is_credit(inside, lexicon))
}

/// "AP Photo/Ada Quill", "Photo by Ada Quill", "File photo", "Ada Quill/Reuters".
fn is_photo_words(inside: &str, lexicon: &Lexicon) -> bool {
    if inside.len() > TAIL {
        return false;
    }
    let known = lexicon.articles();
    let is_slashed = inside.contains('/') && is_credit(inside, lexicon);
    let is_file_photo = || {
        fold::words(inside).contains("photo") && known.caption_openings.after(inside).any(|rest| rest.trim().is_empty())
    };
    is_slashed || is_opened(inside, lexicon) || known.bare_caption_openings.open(inside) || is_file_photo()
}

/// Whether a line is the name of a site and nothing else, as under a picture: "quill.example".
fn is_domain(words: &str) -> bool {
    let Some((name, ending)) = words.rsplit_once('.') else { return false };
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    words.len() <= 80
        && (2..=24).contains(&ending.len())
        && ending.chars().all(|letter| letter.is_ascii_lowercase())
        && name.split('.').all(is_label)
        && name.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions() {
        for words in [
            "The bridge of Zarand on December 25, 2021. ADA QUILL/AFP via Getty Images",
            "The bridge of Zarand. A. B. QUILL / Reuters",
            "ADA QUILL/AFP via Getty Images",
            "Ada Quill/Reuters",
            "The bridge of Zarand. Reuters",
            "The bridge in the morning [Ada Quill/Reuters]",
            "The bridge in the morning [AFP]",
            "The bridge in the morning, Dec. 25, 2021. (AP Photo/Ada Quill)",
            "The bridge in the morning. (File photo)",
            "FILE PHOTO: The bridge stands over the river, Dec. 25, 2021.",
            "FILE - The bridge stands over the river.",
            "Photo: Ada Quill",
            "Photo by Ada Quill",
            "Image: The bridge at night",
            "The bridge at night | Photo: Ada Quill",
        ] {
            assert!(is_caption(words, Lexicon::english()), "{words}");
        }
        for words in
            ["quill.example", "www.quill.co.example", "(AP Photo/Ada Quill)", "Ada Quill/Reuters", "Getty Images"]
        {
            assert!(is_credit_alone(words, Lexicon::english()), "{words}");
        }
    }

    #[test]
    fn running_text_is_no_caption() {
        for words in [
            "The mayor told Reuters",
            "The mayor told Reuters that the bridge was open.",
            "The town bought the pictures via Getty Images",
            "The mayors met on Thursday. Nobody told the AFP",
            "The bridge is closed (the toll is not).",
            "The two will meet in January. (Reuters)",
            "She has a photo of the bridge.",
            "Photos of the bridge were sold.",
            "He said it was \"closed [for Reuters]\".",
            "We asked for full [U.S.] support for [the town]",
            "He spoke to the AP/UPI pool on Monday.",
            "The fee is 5 dollars/day",
            "They met at 5 p.m.",
            "The image by the river was new.",
            "File a complaint: it helps.",
            "",
        ] {
            assert!(!is_caption(words, Lexicon::english()), "{words}");
        }
        for words in ["p.m", "the U.S.", "Loading...", "No. 5", "3.5", "Dr.Quill"] {
            assert!(!is_credit_alone(words, Lexicon::english()), "{words}");
        }
    }
}
