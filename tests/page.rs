//! The page of `--format html`: what stands in it, that nothing foreign is markup there, that it needs nothing but itself.

use crate::support::{
    harbour::{harbour, report},
    hostile,
    html::{Tag, tags},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use crosscheck::rooms::{
    finding::{Outcome, Report, Severity, StoryReport, Suppressed, SuppressedBy},
    report::{self as formats, Detail, Style},
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

fn page_in(report: &Report, detail: Detail) -> String {
    let style = Style { detail, ..Style::default() };
    formats::find(formats::ALL, "html").expect("the format").printed(report, &style).to_string()
}

fn page(stories: Vec<StoryReport>) -> String {
    page_in(&report(stories), Detail::Normal)
}

fn read(page: &str) -> Vec<Tag> {
    tags(page).unwrap_or_else(|wrong| panic!("{wrong}\n{page}"))
}

/// Names of tags with those of their attributes: all of a page but its words.
fn skeleton(page: &str) -> Vec<String> {
    let keys = |tag: &Tag| tag.attributes.keys().cloned().collect::<Vec<_>>().join(" ");
    read(page).iter().map(|tag| format!("{}{} {}", if tag.is_end { "/" } else { "" }, tag.name, keys(tag))).collect()
}

/// All text of a page but its style and script, with what references stand for.
fn words(page: &str) -> String {
    read(page).iter().map(|tag| tag.text.as_str()).collect()
}

/// Two stories with every sort of finding, one of them accepted.
fn stories() -> Vec<StoryReport> {
    let mut second = StoryReport { story: "harbour again".into(), ..harbour() };
    let accepted = Suppressed {
        by: SuppressedBy::Project,
        reason: "they count the berths".into(),
        owner: Some("the desk".into()),
        expires: None,
        place: None,
    };
    for finding in second.findings.iter_mut().filter(|finding| finding.rule == "ferries") {
        finding.failure = false;
        finding.suppressed = Some(Box::new(accepted.clone()));
    }
    vec![harbour(), second]
}

#[test]
fn foreign_words_change_no_markup() {
    for detail in [Detail::Quiet, Detail::Normal, Detail::Verbose] {
        let of = |words: &str| page_in(&report(vec![hostile::story(words)]), detail);
        let (plain, hostile) = (of("plain words"), of(hostile::WORDS));
        assert_eq!(skeleton(&hostile), skeleton(&plain), "{detail:?}");
        let breaking =
            of("\"><script>alert(1)</script><!-- </style> </script> {{ 7 * 7 }} {% raw %} &amp; &#60;b&#62; '");
        assert_eq!(skeleton(&breaking), skeleton(&plain), "{detail:?}");
        assert!(
            words(&breaking).contains("\"><script>alert(1)</script><!-- </style> </script> {{ 7 * 7 }}"),
            "{breaking}"
        );
        assert!(!words(&breaking).contains("49"));
    }
}

/// What a browser may load is nothing; what it may run is what stands there.
#[test]
fn the_page_is_whole_and_its_policy_names_its_own() {
    let page = page(stories());
    let tags = read(&page);
    let policy = tags.iter().find(|tag| tag.get("http-equiv") == "Content-Security-Policy").expect("a policy");
    let policy = policy.get("content");
    for (name, directive) in [("style", "style-src"), ("script", "script-src")] {
        let own = page.split(&format!("<{name}>")).nth(1).and_then(|rest| rest.split(&format!("</{name}>")).next());
        let hash = STANDARD.encode(Sha256::digest(own.expect(name)));
        assert!(policy.contains(&format!("{directive} 'sha256-{hash}'")), "the hash of the {name} is sha256-{hash}");
    }
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    for loading in ["src", "srcset", "action", "style", "onclick", "onload", "onerror"] {
        assert!(tags.iter().all(|tag| !tag.attributes.contains_key(loading)), "{loading}");
    }
    for outside in ["http:", "https:", "url(", "@import", "<link", "<img", "<iframe"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

/// Every link leads to something on the page, and nothing has the address of something else.
#[test]
fn addresses_are_unique_and_lead_somewhere() {
    let page = page(stories());
    let tags = read(&page);
    let ids: Vec<&str> = tags.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    let references =
        |attribute: &'static str| tags.iter().map(move |tag| tag.get(attribute)).filter(|id| !id.is_empty());
    for href in references("href") {
        assert!(href.strip_prefix('#').is_some_and(|id| unique.contains(id)), "{href}");
    }
    for label in references("aria-labelledby") {
        assert!(unique.contains(label), "{label}");
    }
    // The same finding of two stories has two addresses, the first of them its fingerprint.
    let fingerprint = harbour().findings[0].fingerprint.to_string();
    assert!(
        unique.contains(&*format!("f-{fingerprint}")) && unique.contains(&*format!("f-{fingerprint}-2")),
        "{ids:?}"
    );
}

/// What a reader who sees no colours, or nothing, is told.
#[test]
fn nothing_is_said_by_colour_or_place_alone() {
    let page = page(stories());
    let tags = read(&page);
    assert_eq!(tags.iter().filter(|tag| tag.name == "main" && !tag.is_end).count(), 1);
    assert!(
        tags.iter().filter(|tag| tag.name == "th" && !tag.is_end).all(|tag| ["row", "col"].contains(&tag.get("scope")))
    );
    for (at, tag) in tags.iter().enumerate().filter(|(_, tag)| tag.has_class("sign") && !tag.is_end) {
        let [glyph, behind] = [&tags[at + 1], &tags[at + 2]];
        assert!(glyph.has_class("glyph") && !glyph.text.trim().is_empty(), "{tag:?}");
        assert!(behind.text.trim().len() > 3, "a word stands behind the glyph: {behind:?}");
    }
    let controls = tags.iter().enumerate().filter(|(_, tag)| ["select", "input"].contains(&&*tag.name) && !tag.is_end);
    for (at, control) in controls {
        let label = tags[..at].iter().rev().find(|tag| tag.name == "label").expect("a label");
        assert!(!label.is_end, "{control:?} stands in no label");
    }
    // Headings skip no level on the way down.
    let level = |tag: &Tag| tag.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    let levels: Vec<u8> = tags.iter().filter(|tag| !tag.is_end).filter_map(level).collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
}

#[test]
fn a_cell_has_its_sentences_with_the_words_marked() {
    let page = page(vec![harbour()]);
    let tags = read(&page);
    let cell = tags.iter().position(|tag| tag.has_class("cell")).expect("a cell");
    let card = tags.iter().position(|tag| tag.get("id") == &tags[cell].get("href")[1..]).expect("its sentences");
    let mark = card + tags[card..].iter().position(|tag| tag.name == "mark").expect("marked words");
    assert_eq!(
        (tags[mark - 1].text.as_str(), tags[mark].text.as_str()),
        ("The ministers met in Selm on ", "Thursday"),
        "{:?}",
        &tags[mark - 1..mark + 2]
    );
}

/// Counts beside what can be chosen are those of the findings that have it.
#[test]
fn filters_count_findings() {
    let page = page(stories());
    let tags = read(&page);
    let findings: Vec<&Tag> = tags.iter().filter(|tag| tag.has_class("finding") && !tag.is_end).collect();
    assert_eq!(findings.len(), 12);
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    findings.iter().for_each(|tag| *shown.entry(tag.get("data-show")).or_default() += 1);
    let boxes = tags.iter().enumerate().filter(|(_, tag)| tag.get("type") == "checkbox");
    let counted: BTreeMap<&str, usize> = boxes
        .map(|(at, tag)| {
            let number = tags[at..].iter().find(|tag| tag.has_class("number")).expect("a number");
            (tag.get("value"), number.text.parse().unwrap())
        })
        .collect();
    assert_eq!(counted, shown);
    assert_eq!(shown["suppressed"], 1);
    let options = tags.iter().filter(|tag| tag.name == "option" && !tag.is_end && !tag.get("value").is_empty());
    for (number, option) in options.filter(|tag| !tag.text.starts_with("every")).enumerate() {
        let by_rule = findings.iter().filter(|tag| tag.get("data-rule") == option.get("value")).count();
        let rules = 6;
        let by_source = findings
            .iter()
            .filter(|tag| number >= rules && tag.get("data-sources").contains(&format!(" {} ", number - rules)))
            .count();
        let expected = if number < rules { by_rule } else { by_source };
        assert!(option.text.ends_with(&format!("({expected})")), "{option:?}: {expected}");
    }
}

#[test]
fn what_is_accepted_or_holds_is_folded() {
    let page = page(stories());
    let tags = read(&page);
    let folded: Vec<&str> = tags
        .iter()
        .enumerate()
        .filter(|(_, tag)| tag.has_class("group") && !tag.is_end)
        .map(|(at, tag)| {
            assert!(!tag.attributes.contains_key("open"));
            tags[at..].iter().find(|tag| tag.name == "h3").expect("a heading").text.as_str()
        })
        .collect();
    assert_eq!(folded, ["What holds (1)", "Suppressed findings (1)", "What holds (1)"]);
    assert!(words(&page).contains("they count the berths (the desk)"), "{page}");
}

/// Failures alone where little is wanted; few findings are unfolded, many are not.
#[test]
fn as_much_is_shown_as_is_wanted() {
    let all = report(stories());
    let quiet = page_in(&all, Detail::Quiet);
    let findings = |page: &str| {
        let tags = read(page);
        tags.iter()
            .filter(|tag| tag.has_class("finding") && !tag.is_end)
            .map(|tag| tag.get("data-show").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(findings(&quiet).len(), 7);
    assert!(findings(&quiet).iter().all(|shown| ["error", "warning", "note"].contains(&&**shown)));
    assert!(!quiet.contains("<table") && quiet.contains("<mark>"), "{quiet}");
    let opened = |page: &str| {
        read(page).iter().filter(|tag| tag.name == "details" && tag.attributes.contains_key("open")).count()
    };
    assert_eq!((opened(&quiet), opened(&page_in(&all, Detail::Normal))), (7, 7));
    let many = page((0..3).flat_map(|_| stories()).collect());
    assert_eq!(opened(&many), 0);
    // What is left out where not all is wanted is counted.
    let (normal, verbose) = (page_in(&all, Detail::Normal), page_in(&all, Detail::Verbose));
    assert!(normal.contains("… and 3 more (all with --verbose)") && !verbose.contains("more (all with"), "{normal}");
}

#[test]
fn dates_and_origins_are_told_in_words_too() {
    let mut story = harbour();
    story.topics[0].kind = "date".into();
    let text = words(&page(vec![story]));
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "The same dates as a list",
        "10 Apr 2031 (against others): Coastal Dispatch on Thursday 8 May 2031: The Selm Herald Thursday, Radio Orvane the 8th of May",
        "The Selm Herald and Radio Orvane share an agency (Orvane Wire).",
    ] {
        assert!(flat.contains(told), "{told}: {flat}");
    }
}

/// A page of nothing is a page.
#[test]
fn without_stories_there_is_a_page() {
    let empty = page(Vec::new());
    assert!(words(&empty).contains("nothing was judged") && !empty.contains("<form"), "{empty}");
    let mut story = harbour();
    story.topics.clear();
    story.findings.retain(|finding| finding.outcome == Outcome::Fail && finding.severity == Severity::Note);
    let page = page(vec![story]);
    assert!(!page.contains("<table") && page.contains("class=\"finding\""), "{page}");
}
