//! Tables of texts and their names, and of what is no name.

use super::{Spellings, names};
use crate::{lexicon::Lexicon, text::Text};

/// The names of a text, `words` or `words = fullest form`; tokens with a digit in them are taken for other values.
fn read(source: &str) -> Vec<String> {
    read_with(source, &Spellings::default())
}

fn read_with(source: &str, spellings: &Spellings) -> Vec<String> {
    let text = Text::plain(source, Lexicon::english());
    let taken = |token: usize| {
        let written = text.written(token);
        matches!(written, "Thursday" | "January" | "Jan") || written.len() > 1 && written.parse::<f64>().is_ok()
    };
    let found = names(&text, Lexicon::english(), spellings, &taken);
    found
        .iter()
        .map(|name| {
            let words = text.slice(name.first, name.end);
            if words == &*name.full { words.to_string() } else { format!("{words} = {}", name.full) }
        })
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (source, expected) in cases {
        assert_eq!(read(source), *expected, "in {source:?}");
    }
}

#[test]
fn people() {
    check(&[
        ("She met Miabek Lang on Thursday.", &["Miabek Lang"]),
        ("She met President Miabek Lang and Mr. Orban.", &["President Miabek Lang = Miabek Lang", "Mr. Orban = Orban"]),
        ("Selman Foreign Minister Ada Quill left.", &["Foreign Minister Ada Quill = Ada Quill"]),
        ("Then Russian President Ada Quill left.", &["President Ada Quill = Ada Quill"]),
        ("We saw J. R. Quill and Ada van der Berg.", &["J. R. Quill", "Ada van der Berg"]),
        ("We saw Ada Quill Jr. and Omar al-Farid there.", &["Ada Quill Jr.", "Omar al-Farid"]),
        ("Then Secretary of State Ada Quill spoke.", &["Secretary of State Ada Quill = Ada Quill"]),
        (
            "Miabek Lang spoke. Lang left. So did Mr Lang.",
            &["Miabek Lang", "Lang = Miabek Lang", "Mr Lang = Miabek Lang"],
        ),
        ("We saw Ada Lang and Miabek Lang. Then Lang left.", &["Ada Lang", "Miabek Lang", "Lang"]),
        ("We saw O’Brien-Smith at Selm.", &["O’Brien-Smith", "Selm"]),
        ("We saw Kim Song-ho and the Ada Quill-led team.", &["Kim Song-ho", "Ada Quill"]),
        (
            "Then Police Chief Ada Quill and Insp. Lang left.",
            &["Police Chief Ada Quill = Ada Quill", "Insp. Lang = Lang"],
        ),
        // A short sentence full of names is no headline.
        ("Vale met Chancellor Ada Quill in Ostheim.", &["Chancellor Ada Quill = Ada Quill", "Ostheim"]),
    ]);
}

#[test]
fn bodies_and_places() {
    check(&[
        (
            "He leads the National Harbour Council (NHC). The NHC agreed.",
            &["National Harbour Council", "NHC = National Harbour Council", "NHC = National Harbour Council"],
        ),
        (
            "in the Organization for Trade and Cooperation in Orvane",
            &["Organization for Trade and Cooperation in Orvane"],
        ),
        (
            "in the Organization for Trade and Co-operation in Orvane",
            &["Organization for Trade and Co-operation in Orvane"],
        ),
        ("They told Orban US forces left.", &["Orban", "US"]),
        ("at the Bank of Selm and the Ministry of Defence", &["Bank of Selm", "Ministry of Defence"]),
        ("the U.S. and the EU, not NATO", &["U.S.", "EU", "NATO"]),
        ("the U.S.-Orvane talks", &["U.S.", "Orvane"]),
        ("the Nord Line 2 pipe", &["Nord Line 2"]),
        ("at Marks & Quill in New Selm", &["Marks & Quill", "New Selm"]),
        ("NATO Secretary General Ada Quill left", &["NATO", "Secretary General Ada Quill = Ada Quill"]),
        ("He told the Selm Herald.", &["Selm Herald"]),
        ("in the Gulf of Tarn and on the Isle of Vey", &["Gulf of Tarn", "Isle of Vey"]),
        ("the Ministry of Finance and the Orvane Red Cross", &["Ministry of Finance", "Orvane Red Cross"]),
        ("in North Harran", &["North Harran"]),
        ("in New South Harran and North Orvane", &["New South Harran", "North Orvane"]),
    ]);
}

#[test]
fn capitals_that_are_no_names() {
    for source in [
        "Officials said so.",
        "On Thursday the Russians left.",
        "I think so, and I'm sure.",
        "The President spoke to the Prime Minister.",
        "It was Russian and Ukrainian.",
        "\"Everything is fine,\" he said.",
        "Bridges fell. No bridges stand.",
        "In January they met.",
        "",
        "Talks: Nothing was agreed.",
        "It is a TV show.",
        "in Central and Eastern European towns",
        "on New Year Eve",
        "It took Flight 370 there.",
    ] {
        check(&[(source, &[])]);
    }
}

#[test]
fn the_first_word_is_a_name_where_it_is_one_elsewhere() {
    check(&[
        ("Selm is quiet. We were in Selm.", &["Selm", "Selm"]),
        ("Following Lang's call, they met Lang.", &["Lang", "Lang"]),
        ("Emily Horne spoke.", &["Emily Horne"]),
        // What somebody is, with a capital only because it comes first.
        ("Incumbent Lang won. Ada Lang spoke.", &["Lang = Ada Lang", "Ada Lang"]),
        ("Striker Ada Quill left.", &["Ada Quill"]),
    ]);
}

#[test]
fn a_project_says_which_spellings_are_one_name() {
    let lists: &[(&str, &[&str])] = &[
        ("Harran", &["Haran", "Port Harran"]),
        ("Kowalczyk", &["Kowalchik"]),
        ("Lena Ortiz", &["Ortiz", "Magdalena Ortiz"]),
        ("Miabek Lang", &["Mjabek Lang", "Chief Lang"]),
        ("National Harbour Council", &["Harbour Council"]),
        ("NTO", &["Northern Trade Organization"]),
        ("Robert Quill", &["Bob Quill"]),
        ("Apple", &["Apple Selm"]),
    ];
    let mut spellings = Spellings::default();
    for (name, others) in lists {
        spellings.add(name, &others.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
    let cases: &[(&str, &[&str])] = &[
        ("We were in Haran.", &["Haran = Harran"]),
        ("We were in Harran.", &["Harran"]),
        ("It was Haran’s port, at Port Harran.", &["Haran = Harran", "Port Harran = Harran"]),
        // A listed name is known where capitals tell nothing.
        ("Haran is quiet.", &["Haran = Harran"]),
        ("HARAN IS QUIET AGAIN TODAY", &["HARAN = Harran"]),
        ("Apple pie and an apple cake are good.", &[]),
        // Part of another name.
        ("We read the Haran Post.", &["Haran Post"]),
        ("at the Bank of Haran in New Haran", &["Bank of Haran", "New Haran"]),
        // Titles, initials, short forms.
        (
            "We met President Ada Kowalchik. Then Mr. Kowalchik left.",
            &["President Ada Kowalchik = Ada Kowalczyk", "Mr. Kowalchik = Ada Kowalczyk"],
        ),
        ("We met Magdalena Ortiz. Then Ortiz left.", &["Magdalena Ortiz = Lena Ortiz", "Ortiz = Lena Ortiz"]),
        ("We met Mayor Ortiz.", &["Mayor Ortiz = Lena Ortiz"]),
        ("We met Bob Quill. Then B. Quill left.", &["Bob Quill = Robert Quill", "B. Quill = Robert Quill"]),
        ("We met Chief Lang.", &["Chief Lang = Miabek Lang"]),
        (
            "We met Mjabek Lang, that is Miabek T. Lang. Then Lang left.",
            &["Mjabek Lang = Miabek Lang", "Miabek T. Lang = Miabek Lang", "Lang = Miabek Lang"],
        ),
        ("We met Mjabek Lang and Ada Lang. Then Lang left.", &["Mjabek Lang = Miabek Lang", "Ada Lang", "Lang"]),
        (
            "We met Miabek Lang or Mjabek Lang. Then Lang left.",
            &["Miabek Lang", "Mjabek Lang = Miabek Lang", "Lang = Miabek Lang"],
        ),
        ("We met Miabek Lang, that is Miabek T. Lang.", &["Miabek Lang", "Miabek T. Lang = Miabek Lang"]),
        // Another person of that last name keeps it.
        ("We met Maria Ortiz. Then Ortiz left.", &["Maria Ortiz", "Ortiz = Maria Ortiz"]),
        ("We met Maria Ortiz and Lena Ortiz. Then Ortiz left.", &["Maria Ortiz", "Lena Ortiz", "Ortiz"]),
        // Bodies and their acronyms.
        ("It told the Harbour Council.", &["Harbour Council = National Harbour Council"]),
        (
            "It left the Northern Trade Organization (NTO). Then the NTO met.",
            &["Northern Trade Organization = NTO", "NTO", "NTO"],
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(read_with(source, &spellings), *expected, "in {source:?}");
    }
}
