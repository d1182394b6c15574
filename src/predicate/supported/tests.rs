//! What supports what: a summary against its sources, a headline against its body, read from articles as they are.

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

/// What a rule answers on articles, each `GROUP: text` or `GROUP@SOURCE: text`, or `TITLE | text` of no group.
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
            let layer = MetadataLayer {
                source: Some(source),
                published: Some("2031-05-09".into()),
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
        ("every date", "It began on 3 May 2031.", "It began in May 2031.", "fail"),
        ("every date", "It began on 4 May 2031.", "It began on 3 May 2031.", "fail"),
        ("every duration", "It took 90 minutes.", "It took an hour and a half.", "pass"),
        ("every duration", "It took 90 minutes.", "It took 95 minutes.", "fail"),
        ("every time", "It began at 3:30 p.m. ET.", "It began at 20:30 BST.", "pass"),
        ("every time", "It began at 3:30 p.m. ET.", "It began at 21:30 BST.", "fail"),
        ("every name", "The mayor, Lang, agreed.", "Miabek Lang, the mayor, agreed.", "pass"),
        ("every name", "The mayor, Miabek Lung, agreed.", "Miabek Lang, the mayor, agreed.", "fail"),
        (
            "every quotation",
            "He said it was \u{201C}a grave error\u{201D}.",
            "\"It was a grave error,\" he said.",
            "pass",
        ),
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
        ("every figure in headline", "40 people on board | It carried 40 passengers and two dogs.", "pass"),
        ("every figure in headline", "40 sailors on board | It carried 40 passengers and two dogs.", "fail"),
        ("every figure in headline", "Two dead as ferry sinks | Five people died, and 40 came back.", "fail"),
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
