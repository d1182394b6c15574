//! Pairs of articles: the phrases that are drafted from them, and what makes no topic.

use super::{draft_file, settle, trials, untried};
use crate::{
    align,
    article::{self, Article, MetadataLayer},
    claim::{self, ArticleClaims, SubjectId, TiedArticle, Topic, Topics},
    kind::quotation,
    lexicon::Lexicon,
    value::Kind,
};
use std::sync::Arc;

fn article(name: &str, text: &str) -> Article {
    let layer =
        MetadataLayer { source: Some(name.into()), published: Some("2031-05-06".into()), ..MetadataLayer::default() };
    let text = format!("The headline of the day\n\n{text}\n").into_bytes();
    article::read(&format!("{name}.txt"), text, &layer, Lexicon::english()).0.unwrap()
}

/// The rule file that two articles give.
fn drafted(one: &str, other: &str) -> String {
    let lexicon = Lexicon::english();
    let articles = [article("A", one), article("B", other)];
    // As the command reads them: a topic of quotations has names read too.
    let quotations = Topic::new(SubjectId::topic(""), Kind::of(&quotation::ENTRY));
    let none = Topics::new([&quotations], Arc::default(), lexicon);
    let tied: Vec<TiedArticle> = articles.iter().map(|article| claim::tied(article, "s", None, &none)).collect();
    let drafts = untried(&align::aspects(&tied, lexicon), lexicon);
    let trials = Topics::new(&trials(&drafts, lexicon), Arc::default(), lexicon);
    let found: Vec<ArticleClaims> =
        articles.iter().map(|article| claim::extract(article, "s", None, &trials)).collect();
    draft_file(&settle(&drafts, &found, &[]), lexicon).map(|draft| draft.text()).unwrap_or_default()
}

/// The phrases of a rule file.
fn phrases(file: &str) -> Vec<&str> {
    file.lines().filter_map(|line| line.strip_prefix("      - ")).collect()
}

#[test]
fn phrases_find_what_two_articles_say() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("12 people were rescued.", "The crew rescued 14 people.", &["<count> people rescued"]),
        ("The call lasted 50 minutes.", "It was a 35-minute call.", &["<duration> call"]),
        ("Sunday's crash shut the road.", "The crash was on Monday.", &["crash on <date>"]),
        (
            "They left for the talks on 10 June.",
            "It comes ahead of talks in Selm in June.",
            &["talks on <date>", "talks in <date>"],
        ),
        ("The talks in Selm failed.", "It follows talks between the two in Selm.", &["talks in <name>"]),
        ("Ann Lee spoke on Monday.", "Ann Lee spoke on Sunday.", &["Lee spoke on <date>"]),
        ("There are 350 boats.", "He has counted 350 boats.", &["<count> boats"]),
    ];
    for (one, other, expected) in cases {
        let file = drafted(one, other);
        assert_eq!(phrases(&file), *expected, "{one} {other}\n{file}");
    }
}

#[test]
fn one_article_alone_makes_no_topic() {
    for (one, other) in [
        ("12 people were rescued. Later 14 people were rescued.", "It rained."),
        ("12 people were rescued.", "Police denied that 14 people were rescued."),
        ("Three officers searched the bank.", "It is 12 km away."),
        ("The talks in Selm failed.", "It follows talks in Orvane."),
    ] {
        assert_eq!(drafted(one, other), "", "{one} {other}");
    }
}

#[test]
fn what_may_be_of_several_is_not_asked_to_agree() {
    let file = drafted("Ann Lee spoke on Monday.", "Ben Orr spoke on Sunday.");
    assert!(file.contains("cited in at least 2 sources"), "{file}");
}
