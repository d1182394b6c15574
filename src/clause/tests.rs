//! Sentences and what is read of them, a line a clause: its kind, who does it, the verb, to whom, and what prepositions add.

use super::*;
use proptest::prelude::*;

/// `main: police > arrested > two men; in Orvane`: subject, verb, object, complements. A passive's verb is in `<>`.
fn drawn(source: &str) -> Vec<String> {
    let text = Text::plain(source, Lexicon::english());
    let clauses = Clauses::read(&text, 0..text.tokens().len(), Lexicon::english());
    let words = |phrase: usize| clauses.phrase(phrase).map_or("", |found| text.slice(found.first, found.end));
    let mut lines = Vec::new();
    for (index, node) in clauses.all().iter().enumerate() {
        if node.first >= node.end {
            continue;
        }
        let kind = format!("{:?}", node.kind).to_lowercase();
        let subject = clauses.subject(index).map_or("-", words);
        let verb = node.verb.as_ref().map_or(String::from("-"), |verb| {
            let written = text.slice(verb.first, verb.end);
            let not = if verb.negated { "!" } else { "" };
            if verb.voice == Voice::Passive { format!("<{written}>{not}") } else { format!("{written}{not}") }
        });
        let mut line = format!("{kind}: {subject} > {verb}");
        for phrase in node.recipient.iter().chain(&node.object) {
            line.push_str(&format!(" > {}", words(*phrase)));
        }
        if let Some(predicate) = node.predicate {
            line.push_str(&format!(" = {}", text.written(predicate)));
        }
        for one in &node.complements {
            let preposition = one.preposition.map_or(String::new(), |token| format!("{} ", text.written(token)));
            line.push_str(&format!("; {preposition}{}", words(one.phrase)));
        }
        lines.push(line);
    }
    lines
}

fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (source, expected) in cases {
        let found = drawn(source);
        if found != *expected {
            wrong.push_str(&format!("{source}\n    {}\n", found.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n{wrong}");
}

#[test]
fn the_same_is_read_in_any_construction() {
    check(&[
        (
            "A suspect in the Mill Lane shooting that left one person dead was held Friday.",
            &[
                "main: A suspect > <was held>; in the Mill Lane shooting; Friday",
                "relative: the Mill Lane shooting > left > one person = dead",
            ],
        ),
        (
            "One man died and three others, including two boys, were hurt.",
            &["main: One man > died", "coordinate: three > <were hurt>; including two boys"],
        ),
        ("Twelve people were rescued on Friday.", &["main: Twelve people > <were rescued>; on Friday"]),
        ("Rescuers saved 12 people, two of them children.", &["main: Rescuers > saved > 12 people"]),
        (
            "12 people who were rescued are in hospital.",
            &["main: 12 people > are; in hospital", "relative: 12 people > <were rescued>"],
        ),
        (
            "12 people, two of them children, had to be rescued.",
            &["main: 12 people > had", "infinitive: 12 people > <to be rescued>"],
        ),
        (
            "Three people drowned and 12 were rescued.",
            &["main: Three people > drowned", "coordinate: 12 > <were rescued>"],
        ),
        (
            "Firefighters rescued 12 people trapped in the mine.",
            &["main: Firefighters > rescued > 12 people", "participial: 12 people > <trapped>; in the mine"],
        ),
        ("They rescued 12 men and 3 women.", &["main: They > rescued > 12 men"]),
        (
            "At least 12 people, including 3 children, were killed when a bus hit a wall.",
            &["main: At least 12 people > <were killed>; including 3 children", "adverbial: a bus > hit > a wall"],
        ),
        ("Three people, a man and two women, died.", &["main: Three people > died"]),
        (
            "Police said three people, a man and two women, were killed.",
            &["main: Police > said", "complement: three people > <were killed>"],
        ),
        ("He got killed in the war.", &["main: He > <got killed>; in the war"]),
        (
            "The number of people killed rose to 12.",
            &["main: The number > rose; to 12", "participial: people > <killed>"],
        ),
        ("The dead were buried on Monday.", &["main: The dead > <were buried>; on Monday"]),
        ("Two children are among the 12 dead.", &["main: Two children > are; among the 12 dead"]),
        ("There were no casualties.", &["main: no casualties > were"]),
        ("No one was hurt.", &["main: No one > <was hurt>"]),
        (
            "The storm left 12 dead and 40 injured.",
            &["main: The storm > left > 12 = dead", "coordinate: 40 > <injured>"],
        ),
    ]);
}

#[test]
fn who_does_it_and_to_whom() {
    check(&[
        ("Two gunmen killed nine people.", &["main: Two gunmen > killed > nine people"]),
        ("The man killed his wife.", &["main: The man > killed > his wife"]),
        (
            "The man killed in the crash was a pilot.",
            &["main: The man > was = pilot", "participial: The man > <killed>; in the crash"],
        ),
        (
            "The man who killed the guard was arrested.",
            &["main: The man > <was arrested>", "relative: The man > killed > the guard"],
        ),
        (
            "The man they arrested was released.",
            &["main: The man > <was released>", "relative: they > arrested > The man"],
        ),
        (
            "The town in which 12 people died was rebuilt.",
            &["main: The town > <was rebuilt>", "relative: 12 people > died; in The town"],
        ),
        (
            "He was arrested and charged with murder.",
            &["main: He > <was arrested>", "coordinate: He > <charged>; with murder"],
        ),
        (
            "He asked the guards to leave the town.",
            &["main: He > asked > the guards", "infinitive: the guards > to leave > the town"],
        ),
        ("Selm Bank gave the city 5 million euros.", &["main: Selm Bank > gave > the city > 5 million euros"]),
        (
            "The company (founded in 1990) employs 400 people.",
            &["main: The company > employs > 400 people", "participial: The company > <founded>; in 1990"],
        ),
        (
            "Ministers meeting in Orvane agreed to cut prices.",
            &[
                "main: Ministers > agreed",
                "participial: Ministers > meeting; in Orvane",
                "infinitive: Ministers > to cut > prices",
            ],
        ),
        (
            "Killing 12 people, the quake destroyed the town.",
            &["main: the quake > destroyed > the town", "participial: the quake > Killing > 12 people"],
        ),
        (
            "The quake destroyed the town, killing 12 people.",
            &["main: The quake > destroyed > the town", "participial: The quake > killing > 12 people"],
        ),
        ("The firm will buy Selm Bank for $3 million.", &["main: The firm > will buy > Selm Bank; for $3 million"]),
        ("The firm did not report a loss.", &["main: The firm > did not report! > a loss"]),
        (
            "Police arrested and charged two men.",
            &["main: Police > arrested > two men", "coordinate: Police > charged > two men"],
        ),
        (
            "12 people were arrested and charged.",
            &["main: 12 people > <were arrested>", "coordinate: 12 people > <charged>"],
        ),
        (
            "Two men arrested and charged in Orvane",
            &["main: Two men > <arrested>", "coordinate: Two men > <charged>; in Orvane"],
        ),
        (
            "A defector from a group called the Orga was held.",
            &["main: A defector > <was held>; from a group", "participial: a group > <called> = Orga"],
        ),
        ("The council called the vote an insult.", &["main: The council > called > the vote = insult"]),
        ("He was at a cup but it felt like home.", &["main: He > was; at a cup", "coordinate: it > felt"]),
        (
            "The town retaliated by firing guns into the sea.",
            &["main: The town > retaliated", "participial: The town > firing > guns; into the sea"],
        ),
        (
            "Norland no longer wants to support it.",
            &["main: Norland > wants!", "infinitive: Norland > to support > it"],
        ),
        (
            "The team won, with the medal going to Norland.",
            &["main: The team > won", "participial: the medal > going; to Norland"],
        ),
        ("Police have not arrested anyone.", &["main: Police > have not arrested! > anyone"]),
    ]);
}

#[test]
fn headlines_leave_words_out() {
    check(&[
        (
            "One dead, three others injured in Orvane.",
            &["verbless: One > - = dead", "coordinate: three > <injured>; in Orvane"],
        ),
        (
            "Four were hit, leaving two badly hurt.",
            &["main: Four > <were hit>", "participial: Four > leaving > two", "participial: two > <hurt>"],
        ),
        (
            "The storm left three people hurt and one person dead.",
            &[
                "main: The storm > left > three people",
                "participial: three people > <hurt>",
                "verbless: one person > - = dead",
            ],
        ),
        (
            "Two men on the run after crash that left 1 dead, 9 injured",
            &[
                "verbless: Two men > -; on the run; after crash",
                "relative: crash > left > 1 = dead",
                "coordinate: 9 > <injured>",
            ],
        ),
        ("1 dead, 4 injured in blast", &["verbless: 1 > - = dead", "coordinate: 4 > <injured>; in blast"]),
        ("2 killed, 5 injured in Orvane blast", &["main: 2 > <killed>", "coordinate: 5 > <injured>; in Orvane blast"]),
        ("3 died and 12 injured in crash", &["main: 3 > died", "coordinate: 12 > <injured>; in crash"]),
        ("Quake kills 12 in Orvane", &["main: Quake > kills > 12; in Orvane"]),
        ("Quake kills 12, injures 30", &["main: Quake > kills > 12", "coordinate: Quake > injures > 30"]),
        ("Two dead after boat sinks", &["verbless: Two > - = dead", "adverbial: boat > sinks"]),
        ("Orvane mayor arrested over bribes", &["main: Orvane mayor > <arrested>; over bribes"]),
        ("Flood death toll rises to 40", &["main: Flood death toll > rises; to 40"]),
        ("Thousands flee as fire nears Orvane", &["main: Thousands > flee", "adverbial: fire > nears > Orvane"]),
    ]);
}

#[test]
fn nouns_are_told_from_verbs() {
    check(&[
        ("Officials report 12 deaths.", &["main: Officials > report > 12 deaths"]),
        (
            "The report says the strike killed four soldiers.",
            &["main: The report > says", "complement: the strike > killed > four soldiers"],
        ),
        ("Leaders plan to meet on Monday.", &["main: Leaders > plan", "infinitive: Leaders > to meet; on Monday"]),
        (
            "Norland's ministry notes, \"Smoke causes more damage.\"",
            &["main: Norland's ministry > notes", "complement: Smoke > causes > more damage"],
        ),
        (
            "The findings show pollution reduction is important.",
            &["main: The findings > show", "complement: pollution reduction > is = important"],
        ),
        ("The police report says little.", &["main: The police report > says = little"]),
        (
            "The show identifies and features cars of Lang.",
            &["main: The show > identifies > cars", "coordinate: The show > features > cars"],
        ),
        (
            "Officials had provided safeguards by building a wall.",
            &["main: Officials > had provided > safeguards", "participial: Officials > building > a wall"],
        ),
        ("The plan was dropped.", &["main: The plan > <was dropped>"]),
        ("The search for the missing was called off.", &["main: The search > <was called>; for the missing"]),
    ]);
}

#[test]
fn who_says_so() {
    check(&[
        (
            "Police said 3 people died and 12 were hurt.",
            &["main: Police > said", "complement: 3 people > died", "coordinate: 12 > <were hurt>"],
        ),
        ("\"Nobody was hurt,\" police said.", &["main: Nobody > <was hurt>", "aside: police > said"]),
        ("\"It is over,\" said Ann Lee, the mayor.", &["main: It > is", "aside: Ann Lee > said"]),
        (
            "Ann Lee, the mayor of Orvane, said 14 people were missing.",
            &["main: Ann Lee > said", "complement: 14 people > were missing"],
        ),
        (
            "After the quake struck, officials said 12 people had died.",
            &["main: officials > said", "adverbial: the quake > struck", "complement: 12 people > had died"],
        ),
        ("Officials closed the road after the crash.", &["main: Officials > closed > the road; after the crash"]),
        (
            "The minister, in remarks to Orvane television, said it was over.",
            &["main: The minister > said; in remarks; to Orvane television", "complement: it > was"],
        ),
        (
            "The plan, announced on Monday, was dropped.",
            &["main: The plan > <was dropped>", "participial: The plan > <announced>; on Monday"],
        ),
        ("The robot, named Better Idea, won.", &["main: The robot > won", "participial: The robot > <named> = Idea"]),
        (
            "The children born in Orvane are at risk.",
            &["main: The children > are; at risk", "participial: The children > <born>; in Orvane"],
        ),
        ("She fell three times in May.", &["main: She > fell > three times; in May"]),
        (
            "Six people died, the guard said on Monday as it called off the search.",
            &["main: Six people > died", "aside: the guard > said; on Monday", "adverbial: it > called > the search"],
        ),
        ("After a long call they left.", &["main: they > left; After a long call"]),
        ("Nobody knows whether the ship sank.", &["main: Nobody > knows", "complement: the ship > sank"]),
        (
            "The mayor's office said it may reopen the bridge.",
            &["main: The mayor's office > said", "complement: it > may reopen > the bridge"],
        ),
        (
            "The crash injured 12 people, officials said, but nobody was killed.",
            &["main: The crash > injured > 12 people", "aside: officials > said", "coordinate: nobody > <was killed>"],
        ),
        (
            "She said that she had never met him and that he lied.",
            &["main: She > said", "complement: she > had never met! > him", "complement: he > lied"],
        ),
    ]);
}

/// A noun phrase of the clause of a word, by its role; a line is the sentence, a word of the clause, and what each is.
fn read(source: &str) -> (Text<'_>, Clauses) {
    let text = Text::plain(source, Lexicon::english());
    let clauses = Clauses::read(&text, 0..text.tokens().len(), Lexicon::english());
    (text, clauses)
}

fn token(text: &Text, word: &str) -> usize {
    (0..text.tokens().len()).find(|at| text.written(*at) == word).unwrap()
}

#[test]
fn noun_phrases_have_heads_and_parts() {
    let (text, clauses) =
        read("The mayor's office said the number of people (mostly sailors) rose to 12 men and 3 women.");
    for (word, head, link) in [
        ("mayor", "mayor", "Possessor"),
        ("office", "office", "-"),
        ("people", "people", "Of"),
        ("sailors", "sailors", "Apposition"),
        ("women", "women", "Coordinated"),
    ] {
        let phrase = clauses.phrase(clauses.noun_phrase_at(token(&text, word)).unwrap()).unwrap();
        assert_eq!(text.written(phrase.head), head, "{word}");
        let found = phrase.link.map_or("-".to_string(), |link| format!("{link:?}"));
        assert!(found.starts_with(link), "{word}: {found}");
    }
    let men = clauses.noun_phrase_at(token(&text, "men")).unwrap();
    let women = clauses.noun_phrase_at(token(&text, "women")).unwrap();
    assert_eq!((clauses.whole(women), clauses.parts(men).to_vec()), (men, vec![women]));
    let people = clauses.noun_phrase_at(token(&text, "people")).unwrap();
    let rose = clauses.clause_of(token(&text, "rose")).unwrap();
    assert_eq!(clauses.subject(rose), Some(clauses.whole(people)));
}

#[test]
fn words_of_one_clause_are_told_from_those_of_another() {
    let (text, clauses) = read("Police said 12 people died when the boat that they bought sank.");
    let same = |a: &str, b: &str| clauses.clause_of(token(&text, a)) == clauses.clause_of(token(&text, b));
    for (a, b) in [("Police", "said"), ("people", "died"), ("when", "sank"), ("boat", "sank"), ("that", "bought")] {
        assert!(same(a, b), "{a} {b}: {:?}", drawn(text.source()));
    }
    for (a, b) in [("said", "people"), ("died", "boat"), ("boat", "bought"), ("Police", "sank")] {
        assert!(!same(a, b), "{a} {b}");
    }
}

#[test]
fn tense_modality_and_denial_are_told() {
    for (source, tense, modal, negated) in [
        ("The firm will buy the bank.", VerbTense::Future, false, false),
        ("The firm may buy the bank.", VerbTense::Present, true, false),
        ("The firm has bought the bank.", VerbTense::Past, false, false),
        ("The firm won't buy the bank.", VerbTense::Future, false, true),
        ("The firm never bought the bank.", VerbTense::Past, false, true),
        ("The firm is not buying the bank.", VerbTense::Present, false, true),
        ("They've bought the bank.", VerbTense::Past, false, false),
    ] {
        let (_, clauses) = read(source);
        let verb = clauses.clause(0).unwrap().verb.clone().unwrap();
        assert_eq!((verb.tense, verb.modal.is_some(), verb.negated), (tense, modal, negated), "{source}");
    }
}

/// Words that make clauses, in any order.
fn any_words() -> impl Strategy<Value = String> {
    let words = [
        "the", "man", "who", "that", "said", "killed", "was", "and", ",", "(", ")", "\"", "because", "after", "to",
        "12", "people", "'s", "killing", "not", "don't", ":", ";", "of", "in", "Friday", "report", "with", "there",
        "-", "is",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..60).prop_map(|words| words.join(" "))
}

fn holds_together(source: &str) -> Result<(), TestCaseError> {
    let (text, clauses) = read(source);
    for at in 0..text.tokens().len().min(LONGEST) {
        prop_assert!(clauses.clause_of(at).is_some());
    }
    for (index, node) in clauses.all().iter().enumerate() {
        prop_assert!(node.parent.is_none_or(|parent| parent < index));
        let phrases = [clauses.subject(index), node.object, node.recipient, node.antecedent];
        prop_assert!(phrases.into_iter().flatten().all(|phrase| phrase < clauses.phrases().len()));
    }
    for (index, phrase) in clauses.phrases().iter().enumerate() {
        prop_assert!(phrase.first <= phrase.head && phrase.head < phrase.end);
        prop_assert!(clauses.whole(index) < clauses.phrases().len() && clauses.clause(phrase.clause).is_some());
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(source in ".{0,200}") {
        holds_together(&source)?;
    }

    #[test]
    fn any_words_are_read(source in any_words()) {
        holds_together(&source)?;
    }
}

/// The same words over and over cost the same each: nothing looks back over all before.
#[test]
fn long_sentences_are_read_in_time() {
    for words in [
        "who said that ",
        "the big and small ",
        "( ",
        "said people died and ",
        "\" said ",
        ", after ",
        "of the men in ",
    ] {
        let source = words.repeat(20_000);
        let started = std::time::Instant::now();
        let (_, clauses) = read(&source);
        assert!(!clauses.all().is_empty() && started.elapsed().as_secs() < 5, "{words}");
    }
}
