//! Names of a summary against those of its sources.

use crate::predicate::supported::tests::{finding, outcome};

fn check(cases: &[(&str, &str, &str)]) {
    for (summary, source, expected) in cases {
        let source = if source.starts_with("sources@") { (*source).to_string() } else { format!("sources: {source}") };
        let found =
            finding("every name in \"summary\" supported by \"sources\"", &[&format!("summary: {summary}"), &source]);
        let first = outcome(&found);
        assert_eq!(first, *expected, "{summary} by {source}: {}", found.message);
    }
}

#[test]
fn a_name_is_found_wherever_it_stands() {
    check(&[
        // At the beginning of a sentence, in capitals, in lower case, behind "'s".
        ("The water reached Maurin, said Halvane.", "Maurin was under water. Halvane said so.", "pass"),
        ("He met Ada Quill.", "HE MET ADA QUILL IN ORVANE.", "pass"),
        ("He met Ada Quill in West Orvane.", "he met ada quill in west orvane", "pass"),
        ("They met at the Orvane Harbour Board.", "They met at Orvane's harbour board.", "pass"),
        ("It hit the Gulf of Tarn.", "The gulf of Tarn is calm.", "pass"),
        // Without accents, and in an article without capitals.
        ("He met François Etienne.", "They say that François Étienne is here.", "pass"),
        ("He met François Etienne.", "They say that Franc\u{327}ois E\u{301}tienne is here.", "pass"),
        ("The NHC met in WA.", "the nhc met in wa .", "pass"),
        ("They met in Latvia.", "the latvian team met there .", "pass"),
        ("The NHC met in Orvane.", "The nhc met in Orvane.", "fail"),
        // The words apart, or over the end of a sentence, are no name.
        ("He met Ada Quill.", "Then Ada left. Quill stayed.", "fail"),
        ("He met Ada Quill.", "Then Ada met Ben Quill.", "fail"),
        ("He met Ada Quill in Orvane.", "He met Ada Quell in Orvane.", "fail"),
        ("He met Ben Marsh.", "A marsh is where he met Ada Quill.", "fail"),
    ]);
}

#[test]
fn a_word_at_the_beginning_of_a_sentence_is_a_name_where_no_article_has_it_in_lower_case() {
    check(&[
        ("Orvania won the talks.", "The talks were won by Orvanta.", "fail"),
        ("Broadcam raised its bid.", "The bid was raised by Broadcom.", "fail"),
        ("Orvania's envoy left.", "The envoy of Orvanta left.", "fail"),
        ("Orvania won the talks.", "The talks were won by Orvania.", "pass"),
        // Nobody says that it is a name.
        ("Gorse grew there.", "They met Ada Quill.", "fail"),
        ("Gorse grew there.", "They cut gorse for Ada Quill.", "no evidence"),
        ("Gorse grew there.", "Gorse was cut.", "no evidence"),
        ("Talks went on. Rain fell. Critics said so. Residents left.", "They met Ada Quill.", "no evidence"),
        ("Inflation eased. Demand rose. Nobody won.", "They met Ada Quill.", "no evidence"),
    ]);
}

#[test]
fn a_place_inside_the_name_of_another_is_not_spoken_of() {
    check(&[
        ("He met Ada Quill in York.", "He met Ada Quill in New York.", "fail"),
        ("He met Ada Quill in Wales.", "He met Ada Quill in New South Wales.", "fail"),
        ("The army of Sudan agreed.", "The army of South Sudan agreed.", "fail"),
        ("The army of Guinea agreed.", "The army of Guinea-Bissau agreed.", "fail"),
        ("He met Ada Quill in New York.", "He met Ada Quill in York.", "fail"),
        ("He met Ada Quill in York.", "He left New York, and met Ada Quill in York.", "pass"),
        ("The army of Sudan agreed.", "South Sudan knew that the Sudanese army agreed.", "pass"),
        // A part of the place is the place.
        ("He met Ada Quill in Wales.", "He met Ada Quill in South Wales.", "pass"),
        ("He met Ada Quill in Harran.", "He met Ada Quill in West Harran.", "pass"),
    ]);
}

#[test]
fn who_speaks_of_a_land_speaks_of_its_people() {
    check(&[
        ("A Nigerian court agreed.", "A court in Nigeria agreed.", "pass"),
        ("A Nigerian court agreed.", "The Nigerians agreed. They met Ada Quill.", "pass"),
        ("Two Swedes were hurt.", "The Swedish pair was hurt.", "pass"),
        ("The British court agreed.", "A court in the U.K. agreed.", "pass"),
        ("The British court agreed.", "The Welsh court agreed.", "pass"),
        ("An American court agreed.", "The court of the US agreed.", "pass"),
        ("They left Nigeria.", "The Nigerian team left.", "pass"),
        ("They left the United States.", "The American team left.", "pass"),
        ("The Western Australian coast was hit.", "The west australian coast was hit .", "pass"),
        ("It hit Western Australia.", "The west australian coast was hit .", "pass"),
        ("European teams met.", "The Danish team met the French.", "pass"),
        ("It fell on a Russian Kestrel 24.", "The Kestrel 24 was Russian.", "pass"),
        ("The French Francis ruled.", "He met Francis of France.", "pass"),
        // Another land, or none.
        ("European teams met.", "The Kenyan team met the Nigerians.", "fail"),
        ("The French Francis ruled.", "He met Francis of Spain.", "fail"),
        ("A Nigerian court agreed.", "A court in Kenya agreed.", "fail"),
        ("A Nigerian court agreed.", "The court agreed with Ada Quill.", "fail"),
        ("Two Swedes were hurt.", "The Danish pair was hurt.", "fail"),
        ("The Welsh court agreed.", "The British court agreed.", "fail"),
        ("An American court agreed.", "The court let us go with Ada Quill.", "fail"),
        ("They left Nigeria.", "The Kenyan team left.", "fail"),
        // Nobody says whose city it is.
        ("A Nigerian court agreed.", "A court in Lagos agreed.", "fail"),
        ("They left Lagos.", "The Nigerian team left.", "fail"),
        // No land's.
        ("The western court agreed.", "They met Ada Quill.", "no evidence"),
        ("The Catholic school and a Republican agreed.", "They met Ada Quill.", "no evidence"),
        ("They polish it, and like swedes.", "They met Ada Quill.", "no evidence"),
    ]);
}

#[test]
fn what_somebody_is_is_no_part_of_the_name() {
    check(&[
        ("Pilot Ada Quill was hurt.", "Ada Quill was hurt.", "pass"),
        (
            "Then Democrat Ben Marsh left with Passenger Carl Dunn.",
            "Ben Marsh, a Democrat, and Carl Dunn left.",
            "pass",
        ),
        ("Driver Dan Ender is a Selm Democrat.", "Dan Ender, a Democrat from Selm, was there.", "pass"),
        ("Then QB Ada Quill left.", "Ada Quill was hurt.", "pass"),
        ("Then QB Ada Quill left.", "Ben Quill was hurt.", "fail"),
        // By what an article of the story has in lower case.
        ("Then they met Bosun Keeling.", "The bosun, Ada Keeling, met them.", "pass"),
        ("They met in the Norwegian Harbour Board.", "They met in the harbour board of Norway.", "pass"),
        ("Prime Minister May came to Selm.", "Prime Minister Theresa May came to Selm.", "pass"),
        // Another first name, or another body, is no such word.
        ("Then they met Ada Keeling.", "Then they met Ben Keeling.", "fail"),
        ("Then they met Ada Keeling.", "Then they met Keeling.", "fail"),
        ("They asked the Selm Police Board.", "They asked the police, and the harbour board.", "fail"),
        ("They asked the Swedish Harbour Board.", "They asked the harbour board of Norway.", "fail"),
    ]);
}

#[test]
fn labels_and_marks_of_citations_are_no_names() {
    check(&[
        ("**Board Head:** Ada Quill leads [1].\n\n- Key Losses: the dam [2]\n", "Ada Quill leads.", "pass"),
        ("**TL;DR:** Ada Quill leads.[1]\n\n**Main Points**\n", "Ada Quill leads.", "pass"),
        ("**Board Head:** Ada Quell leads [1].\n", "Ada Quill leads.", "fail"),
        ("Overall Impact: they met Ada Quell.\n", "Ada Quill leads.", "fail"),
    ]);
}

#[test]
fn initials_and_acronyms() {
    check(&[
        ("We saw John Vale and Ada Quill there.", "We saw John A. Vale and Ada I. Quill there.", "pass"),
        ("We saw Ben Marsh and Carl Dunn there.", "We saw Ben P. Marsh there. Carl Q. Dunn came.", "pass"),
        ("We saw J. Vale there.", "John Vale was there.", "pass"),
        ("We saw B. Vale there.", "We saw John Vale there.", "fail"),
        (
            "The UN and the EU met in the UAE.",
            "The United Nations and the European Union met in the United Arab Emirates.",
            "pass",
        ),
        ("The United Nations met.", "The UN met.", "pass"),
        ("They left the NHC.", "They left the National Harbour Council.", "pass"),
        (
            "They left the National Harbour Council (NHC). The NHC met.",
            "They left the National Harbour Council.",
            "pass",
        ),
        ("They live in the US.", "They live in the U.S.", "pass"),
        ("They live in the U.S.", "They live in the United States.", "pass"),
        // Of two names nobody can tell which.
        ("They left the NHC.", "They left the National Harbour Council and the Northern Health Centre.", "fail"),
        ("They left the NHB.", "They left the National Harbour Council.", "fail"),
        ("Two PhDs left.", "Who has a PhD may leave.", "pass"),
        (
            "U.K. voters met in the London Norwegian school.",
            "British voters met in London, at a school of Norway.",
            "pass",
        ),
        ("U.K. voters met in London.", "Norwegian voters met in London.", "fail"),
        ("They live in the US.", "They told us so in Orvania.", "fail"),
        ("It said Johnson & Vale lost.", "It said Johnson and Vale lost.", "pass"),
        ("The rules of the Selm Food & Drug Board bind.", "The Selm Food and Drug Board made rules.", "pass"),
    ]);
}

#[test]
fn an_outlet_supports_its_own_name() {
    check(&[
        ("So the Vale Courier reported.", "sources@Vale Courier: The dam broke.", "pass"),
        ("So the Vale Courier reported.", "sources@The Vale Courier: The dam broke.", "pass"),
        ("So the Vale Courier reported.", "sources@valecourier.example: The dam broke.", "pass"),
        ("So the Vale Courier reported.", "sources@news.vale-courier.example: The dam broke.", "pass"),
        ("So the Vale Courier reported.", "sources@Vale Herald: The dam broke.", "fail"),
    ]);
}

#[test]
fn names_of_a_headline_are_in_its_body() {
    for (article, expected) in [
        ("The flood reached Maurin and Halvane | Maurin was under water. Halvane said so.", "pass"),
        ("The flood reached Maurin and Halvene | Maurin was under water. Halvane said so.", "fail"),
        ("The flood reached Maurin at night | The water came. Nobody was hurt, it said.", "fail"),
    ] {
        let found = finding("every name in headline supported by body", &[article]);
        assert_eq!(outcome(&found), expected, "{article}: {}", found.message);
    }
}

#[test]
fn what_is_no_part_of_a_headline_needs_no_support() {
    for (sentence, article, expected) in [
        ("every name", "LIVE: The flood reached Maurin - Selm Courier | Maurin was under water.", "pass"),
        ("every figure", "5 things to know about the flood | The flood came at night, it said.", "no evidence"),
        ("every figure", "Flood: seven takeaways from Maurin | The flood came at night, it said.", "no evidence"),
        ("every figure", "5 boats lost at Maurin | The flood came at night, it said.", "fail"),
        ("every figure", "Flood hits 5 things at Maurin | The flood came at night, it said.", "fail"),
    ] {
        let found = finding(&format!("{sentence} in headline supported by body"), &[article]);
        assert_eq!(outcome(&found), expected, "{article}: {}", found.message);
    }
}
