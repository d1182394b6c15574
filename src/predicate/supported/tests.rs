//! What supports what: a summary against its sources, a headline against its body, read from articles as they are.

mod days;

use crate::{
    article::{self, MetadataLayer},
    claim::extract,
    diagnostic::Level,
    finding::{Finding, Outcome, Role},
    lexicon::Lexicon,
    rule::{Defaults, RuleSource, read},
    verify::judge,
};

const RULES: &str = "
topics:
  toll: {kind: count, phrases: ['<count> (people)? (were)? killed']}
rules:
";

/// What a rule answers on articles, each `GROUP: text` or `GROUP@SOURCE: text`, or `TITLE | text` of no group; one of a
/// `GROUP?` states no day of publication, and the others are of Friday, 9 May 2031.
pub(super) fn finding(sentence: &str, articles: &[&str]) -> Finding {
    findings(sentence, articles).remove(0)
}

/// All its findings.
fn findings(sentence: &str, articles: &[&str]) -> Vec<Finding> {
    let text = format!("{RULES}  - {sentence:?}\n");
    let file = RuleSource { path: "rules.yaml".into(), text };
    let (rules, mistakes) = read(&[file], &Defaults::default(), Lexicon::english());
    assert!(mistakes.iter().all(|mistake| mistake.level == Level::Warning), "{mistakes:?}");
    let topics = rules.wanted("story", Lexicon::english());
    let claims: Vec<_> = articles
        .iter()
        .enumerate()
        .map(|(index, article)| {
            let (group, title, text) = match (article.split_once(" | "), article.split_once(": ")) {
                (Some((title, text)), _) => (None, Some(title.to_string()), format!("{title}\n\n{text}\n")),
                (None, Some((group, text))) => (Some(group.to_string()), None, format!("{text}\n")),
                (None, None) => (None, None, (*article).to_string()),
            };
            let (group, source) = match group.as_deref().and_then(|group| group.split_once('@')) {
                Some((group, source)) => (Some(group.to_string()), source.to_string()),
                None => (group, format!("S{index}")),
            };
            let is_dated = group.as_deref().is_none_or(|group| !group.ends_with('?'));
            let group = group.map(|group| group.trim_end_matches('?').to_string());
            let layer = MetadataLayer {
                source: Some(source),
                published: is_dated.then(|| "2031-05-09".to_string()),
                group,
                title,
                ..MetadataLayer::default()
            };
            let (article, _) = article::read(&format!("{index}.txt"), text.into_bytes(), &layer, Lexicon::english());
            extract(&article.unwrap(), "story", None, &topics)
        })
        .collect();
    judge(&rules, &claims, Lexicon::english()).remove(0).findings
}

pub(super) fn outcome(finding: &Finding) -> String {
    let outcome = match finding.outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::NoEvidence => "no evidence",
    };
    std::iter::once(outcome).chain(finding.reasons.iter().map(String::as_str)).collect::<Vec<_>>().join(", ")
}

#[test]
fn figures_of_a_summary() {
    for (summary, source, expected) in [
        ("It cost $35 million.", "It cost $35m.", "pass"),
        ("It cost $35m.", "It rose 35%.", "fail"),
        ("It rose 35%.", "It rose by 35 percentage points.", "fail"),
        ("It rose 14.3%.", "It rose 14.29%.", "pass"),
        ("It rose 14%.", "It rose 14.29%.", "pass"),
        ("It rose 14.29%.", "It rose 14.3%.", "pass, more precise"),
        ("It rose 14.2%.", "It rose 14.29%.", "fail"),
        ("Some 40 boats left.", "In all 40 boats left.", "pass"),
        ("In all 40 boats left.", "Some 40 boats left.", "fail, hedge dropped"),
        ("In all 40 boats left.", "Some 40 boats left. The port counted 40 boats.", "pass"),
        ("In all 40 boats left.", "In all 40 lorries left.", "fail"),
        ("More than 100 boats left.", "In all 120 boats left.", "pass"),
        ("More than 130 boats left.", "In all 120 boats left.", "fail"),
        ("More than 100 boats left.", "In all 170 boats left.", "fail"),
        ("More than 100 boats left.", "More than 100 boats left.", "pass"),
        ("More than 90 boats left.", "More than 70 boats left.", "fail"),
        ("At least five boats sank.", "At least four boats sank, and 61 boats left.", "fail"),
        ("At least 50 boats sank.", "Some 60 boats sank.", "pass"),
        ("Up to 90 boats sank.", "Up to 40 boats sank.", "fail"),
        ("Up to 40 boats sank.", "Up to 40 boats sank.", "pass"),
        ("Up to 40 boats sank.", "In all 36 boats sank.", "pass"),
        ("Up to 40 boats sank.", "In all 12 boats sank.", "fail"),
        ("Between 40 and 60 boats sank.", "Between 40 and 60 boats sank.", "pass"),
        ("Between 10 and 90 boats sank.", "Between 40 and 60 boats sank.", "fail"),
        ("Between 10 and 90 boats sank.", "In all 45 boats sank.", "fail"),
        ("It grows 4% to 9%.", "It grows 4% to 7%.", "fail"),
        ("Over $2.04 was paid.", "It paid $2.10 to $2.25.", "pass"),
        ("Dozens of boats left.", "In all 36 boats left.", "pass"),
        ("In all 36 boats left.", "Dozens of boats left.", "fail"),
        ("Fewer than 50 boats left.", "More than 50 boats left.", "fail"),
        ("It is 10 km long.", "It is 6 miles long.", "pass"),
        ("It is 10 km long.", "It is 9 miles long.", "fail"),
        ("It is 10 km long.", "It weighs 10 kg.", "fail"),
        ("It is long.", "It is 6 miles long.", "no evidence"),
        ("Up to 60 sailors left.", "At least 60 sailors left.", "fail"),
        ("It hit 1 in 3 homes.", "It hit 1 in 5 homes.", "fail"),
        ("It hit one in 1,000 homes.", "It hit one in 1,400 homes.", "fail"),
        ("It hit 1 in 5 homes.", "It hit one in five homes.", "pass"),
        ("He has to pay 3 million dollars.", "He has to pay 3 million Egyptian pounds ($168,400).", "fail"),
        ("He has to pay $168,400.", "He has to pay 3 million Egyptian pounds ($168,400).", "pass"),
        ("It saves $130m in tolls.", "It means $130 million in toll savings.", "pass"),
        ("The firm has 500 staff.", "The firm has 500 employees.", "pass, other noun"),
        ("The firm has 500 staff.", "The firm has 500 lorries.", "fail"),
        ("The firm has 500 trucks.", "The firm has 500 lorries.", "pass, other noun"),
        ("The firm has 500 trucks.", "The firm has 500 lorries and 20 trucks.", "fail"),
        ("It made 14 jobs.", "It made 14 posts.", "pass, other noun"),
        ("In all 12 people left.", "In all 12 soldiers left.", "pass, wider noun"),
        ("In all 12 soldiers left.", "In all 12 people left.", "fail"),
        ("In all 12 soldiers left.", "In all 12 sailors left.", "fail"),
        ("In all 12 left.", "In all 12 sailors left.", "pass"),
        ("It is 49 metres (116 feet) high.", "It is 49 metres high.", "fail, does not convert"),
        ("It is 49 metres (161 feet) high.", "It is 49 metres high.", "pass"),
        ("It is 10 km (16 miles) away.", "It is 10 km away.", "fail, does not convert"),
        ("It is 10 km (6 miles) away.", "It is 10 km away.", "pass"),
        ("It is about 100 km (60 miles) away.", "It is about 100 km away.", "pass"),
        ("It grows by $90 million.", "It grows by $90 million to $100 million.", "pass"),
        ("It grows by $95 million.", "It grows by $90 million to $100 million.", "fail"),
        ("There were about 870 infections.", "In all 870 people fell ill.", "pass"),
        ("There were several fires.", "The town burned.", "no evidence"),
        // What a text may count itself, and what its sources count otherwise.
        ("It names two films.", "Tides is a film, and Ebb is another.", "no evidence"),
        ("It names two films.", "Three films are named.", "fail"),
        // Those that were told of, and not two of them.
        ("Quill met Marsh, and the two left at once.", "Quill met Marsh on pier 11.", "no evidence"),
        ("Quill met Marsh, and two left at once.", "Quill met Marsh, and 11 left at once.", "fail"),
        ("It names 2 films.", "Tides is a film, and Ebb is another.", "fail"),
        ("It names five films.", "Tides is a film, and Ebb is another.", "fail"),
        ("In all two sailors left.", "In all three people left.", "fail"),
        ("In all two left.", "In all three people left.", "fail"),
        ("In all 38 boats left.", "First 21 boats left, and 17 boats followed.", "pass, derived"),
        ("In all 38 boats left.", "First 21 boats left, 9 boats in the night and 8 boats on Sunday.", "pass, derived"),
        ("In all 38 boats left.", "First 21 boats left, and 17 lorries followed.", "fail"),
        ("In all 38 boats left.", "First about 21 boats left, and 17 boats followed.", "fail"),
        ("Some 38 boats left.", "First 21 boats left, and 18 boats followed.", "fail"),
        ("More than 37 boats left.", "First 21 boats left, and 17 boats followed.", "fail"),
        ("In all 38 left.", "First 21 boats left, and 17 boats followed.", "fail"),
        ("In all 7 boats left.", "First 4 boats left, and 3 boats followed.", "fail"),
        ("In all 38 boats left.", "First 21 boats left, and 17 boats followed. In all 39 boats left.", "fail"),
        ("It lost 34 boats.", "It had 60 boats, and 26 boats came back.", "pass, derived"),
        ("It cost $50 million.", "It cost $20 million in May and $30 million in June.", "pass, derived"),
        ("It cost $50 million.", "It cost $20 million in May and 30 million euros in June.", "fail"),
        ("It lost 25 percent of its boats.", "It lost 12 boats of its 48 boats.", "pass, derived"),
        ("It lost 26 percent of its boats.", "It lost 12 boats of its 48 boats.", "fail"),
        ("About two-thirds of voters agreed.", "In all 67% of voters agreed.", "pass"),
        ("Two-thirds of voters agreed.", "In all 67% of voters agreed.", "pass, more precise"),
        ("Half of the voters agreed.", "In all 50 percent of voters agreed.", "pass"),
        ("In all 50 percent of voters agreed.", "Half of the voters agreed.", "pass"),
        ("In all 20 percent of voters agreed.", "One in five voters agreed.", "pass"),
        ("A third of voters agreed.", "In all 40 percent of voters agreed.", "fail"),
        ("They paid $30 a share.", "They paid $30 in cash for each share.", "pass"),
        ("Oil rose to $84.", "Oil rose to $84 a barrel.", "pass"),
        ("Oil rose to $84 a barrel.", "Oil rose to $84 a tonne.", "fail"),
        ("They paid 500 euros (about $600) each.", "They paid 500 euros each ($601).", "pass"),
    ] {
        let articles = [format!("summary: {summary}"), format!("sources: {source}")];
        let articles: Vec<&str> = articles.iter().map(String::as_str).collect();
        for sentence in
            ["every figure in \"summary\" supported by \"sources\"", "every figure supported by \"sources\""]
        {
            let found = finding(sentence, &articles);
            assert_eq!(outcome(&found), expected, "{summary} by {source}: {}", found.message);
        }
    }
}

#[test]
fn other_values_of_a_summary() {
    for (sentence, summary, source, expected) in [
        ("every date", "It began on 3 May 2031.", "It began on 3 May 2031.", "pass"),
        ("every date", "It began in May 2031.", "It began on 3 May 2031.", "pass"),
        ("every date", "It began on 3 May 2031.", "It began in May 2031.", "fail, more precise than the source"),
        ("every date", "It began on 3 May 2031.", "It began in April 2031.", "fail"),
        ("every date", "It began six years ago.", "It began in 2025.", "pass"),
        ("every date", "It recently began on 3 May 2031.", "It began on 3 May 2031.", "pass"),
        ("every date", "It began six years ago.", "It began in March 2025.", "pass"),
        ("every date", "It began six years ago.", "It began in 2022.", "fail"),
        ("every date", "It began last week.", "It began in 2031.", "fail, more precise than the source"),
        ("every date", "It began on 4 May 2031.", "It began on 3 May 2031.", "fail"),
        ("every duration", "It took 90 minutes.", "It took an hour and a half.", "pass"),
        ("every duration", "It took 90 minutes.", "It took 95 minutes.", "fail"),
        ("every time", "It began at 3:30 p.m. ET.", "It began at 20:30 BST.", "pass"),
        ("every time", "It began at 3:30 p.m. ET.", "It began at 21:30 BST.", "fail"),
        ("every time", "It began at 8pm and ended at 9am GMT.", "It began at 6pm and ended at 9am GMT.", "fail"),
        ("every time", "It began at 6pm and ended at 9am GMT.", "It began at 6pm and ended at 9am GMT.", "pass"),
        ("every name", "The mayor, Lang, agreed.", "Miabek Lang, the mayor, agreed.", "pass"),
        ("every name", "The mayor, Miabek Lung, agreed.", "Miabek Lang, the mayor, agreed.", "fail"),
        (
            "every quotation",
            "He said it was \u{201C}a grave error\u{201D}.",
            "\"It was a grave error,\" he said.",
            "pass",
        ),
        (
            "every quotation",
            "\"We won, and we will win again,\" she said.",
            "\"We won,\" she said, \"and we will win again.\"",
            "pass",
        ),
        ("every quotation", "\"We won and we lost,\" she said.", "\"We won,\" she said. \"And we lost.\"", "fail"),
        ("every quotation", "\"We won, we lost,\" she said.", "\"We won\" stood beside \"we lost\".", "fail"),
        (
            "every quotation",
            "It is called \"The Long Tide\".",
            "Her book, The Long Tide, is out.",
            "pass, not quoted there",
        ),
        ("every quotation", "It is called \"The Long Tide\".", "Her book, The Long Shore, is out.", "fail"),
        ("every quotation", "She said it was \"a long tide\".", "It was a long tide.", "fail"),
        ("every quotation", "She said it was \"unacceptable\".", "It was unacceptable.", "fail"),
        ("every quotation", "It was a \"mistral\" wind.", "It was a mistral wind.", "pass, not quoted there"),
        ("every quotation", "The film \"Tides\" made $3m.", "Tides (film) made $3m.", "pass, not quoted there"),
        (
            "every quotation",
            "The council saw a \"rare chance\" to host it.",
            "The council took it for a rare chance to host it.",
            "pass, not quoted there",
        ),
        ("every quotation", "The council saw a \"rare chance\" to host it.", "It saw a chance to host it.", "fail"),
        ("every quotation", "The mayor said it was a very \"rare chance\".", "It was a rare chance.", "fail"),
        ("every quotation", "They cried \"Never Again\".", "It must happen Never Again.", "fail"),
        ("every quotation", "He said it was \"a great error\".", "\"It was a grave error,\" he said.", "fail"),
        ("toll", "In all 5 people were killed.", "Officials said 5 people were killed.", "pass"),
        ("toll", "In all 5 people were killed.", "Officials said 7 people were killed.", "fail"),
    ] {
        let articles = [format!("summary: {summary}"), format!("sources: {source}")];
        let articles: Vec<&str> = articles.iter().map(String::as_str).collect();
        let found = finding(&format!("{sentence} supported by \"sources\""), &articles);
        assert_eq!(outcome(&found), expected, "{summary} by {source}: {}", found.message);
    }
}

#[test]
fn a_conflict_of_the_sources_is_said() {
    let articles =
        ["summary: It said 5 people were killed.", "sources: 5 people were killed.", "sources: 7 people were killed."];
    let found = finding("toll supported by \"sources\"", &articles);
    assert_eq!(outcome(&found), "pass, sources conflict");
    assert!(found.message.ends_with("its sources conflict on the toll"), "{}", found.message);
    let found = finding("toll supported by \"sources\"", &articles[..2]);
    assert_eq!(outcome(&found), "pass");
}

#[test]
fn a_headline_and_its_body() {
    for (sentence, article, expected) in [
        ("every figure in headline", "Toll rises to 12 | In all 12 people died.", "pass"),
        ("every figure in headline", "Toll rises to 13 | In all 12 people died.", "fail"),
        ("every figure in headline", "Toll rises | In all 12 people died.", "no evidence"),
        ("every figure in headline", "Two dead as ferry sinks | Two people died in a storm.", "pass"),
        ("every figure in headline", "Two killed, 9 hurt | Two sailors died and nine people were hurt.", "pass"),
        ("every figure in headline", "40 people on board | It carried 40 passengers and two dogs.", "pass, wider noun"),
        ("every figure in headline", "40 sailors on board | It carried 40 passengers and two dogs.", "fail"),
        ("every figure in headline", "Two dead as ferry sinks | Five people died, and 40 came back.", "fail"),
        // A headline leaves "at least" and "about" to its body, and not "nearly".
        ("every figure in headline", "Seven dead in crash | At least seven people died.", "pass, hedge dropped"),
        ("every figure in headline", "$5 billion hit | It lost about $5 billion.", "pass, hedge dropped"),
        ("every figure in headline", "Seven dead in crash | Nearly seven people died.", "fail, hedge dropped"),
        ("every figure in headline", "Seven dead in crash | At least eight people died.", "fail"),
        // It adds up.
        ("every figure in headline", "Crash kills 12 | It killed 10 passengers and two pilots.", "pass, derived"),
        ("every figure in headline", "Crash kills 13 | It killed 10 passengers and two pilots.", "fail"),
        ("every figure in headline", "Bill of $12m | It spent $10m on boats and $2m on a pier.", "pass, derived"),
        ("every figure in headline", "Bill of $12m | It spent $10m on boats and killed 2m trees.", "fail"),
        ("every figure in headline", "Dozens hurt in crash | More than 50 people were hurt.", "pass"),
        ("every figure in headline", "Nearly 200 held | Some 197 girls are still held.", "pass"),
        ("every name in headline", "Ada Quill CLEARED by council | The council cleared Ada Quill.", "pass"),
        ("every name in headline", "Ada Quill HAGAN cleared | The council cleared Ada Quell.", "fail"),
        ("every name in headline", "Talks with Dems stall | Talks with the Democrats stall.", "pass"),
        ("every quotation in headline", "Mayor: 'grave error' | He spoke of a \"grave error\".", "pass"),
        ("every quotation in headline", "Mayor: 'great error' | He spoke of a \"grave error\".", "fail"),
    ] {
        let found = finding(&format!("{sentence} supported by body"), &[article]);
        assert_eq!(outcome(&found), expected, "{article}: {}", found.message);
    }
}

#[test]
fn says_what_is_missing() {
    for (sentence, articles, expected) in [
        (
            "every figure supported by \"sources\"",
            &["summary: It rose 35% and 36%.", "sources: It rose 33%."][..],
            "`35%` in S0 is not found in \"sources\"; nearest is `33%` in S1 | `36%` in S0 is not found in \"sources\"; nearest is `33%` in S1",
        ),
        (
            "every figure supported by \"sources\"",
            &["summary: In all 40 boats left.", "sources: Some 40 boats left."],
            "`40` in S0 drops a hedge, but S1 has `Some 40`",
        ),
        (
            "every figure supported by \"wires\"",
            &["summary: It rose 35%."],
            "no source or group of this story is called \"wires\"; there are summary and S0",
        ),
        (
            "every figure supported by body",
            &["Prices rise 35% | Prices rose 35% in May, and 3% in June."],
            "the one figure outside of the body is supported by body",
        ),
        (
            "every figure in headline supported by body",
            &["Prices rise 35% | Prices rose 35% in May, and 3% in June."],
            "the one figure in headline is supported by body",
        ),
        (
            "every figure supported by \"sources\"",
            &["summary: It closed 14 bridges.", "sources: It closed 2 bridges and 13 schools."],
            "`14` in S0 is not found in \"sources\"; nearest is `2` in S1",
        ),
        (
            "every figure supported by \"sources\"",
            &["summary: It rose.", "sources: It rose 3%."],
            "no article has a figure",
        ),
        (
            "every figure supported by \"sources\"",
            &["summary: It rose 35%.", "sources: It rose 35%."],
            "the one figure is supported by \"sources\"",
        ),
        (
            "every figure supported by \"*1.txt\"",
            &["summary: It rose 3%.", "sources: It rose 3%."],
            "the one figure is supported by \"*1.txt\"",
        ),
    ] {
        let found = findings(sentence, articles);
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages.join(" | "), expected);
    }
}

#[test]
fn only_the_nearest_is_shown_against_what_is_missing() {
    let articles = ["summary: It rose 35%.", "sources: It rose 33%, 31%, 29% and 12%."];
    let found = finding("every figure supported by \"sources\"", &articles);
    let against: Vec<_> = found.evidence.iter().filter(|e| e.role == Role::Opposes).map(|e| e.exact()).collect();
    assert_eq!(against, [Some("33%")]);
}
