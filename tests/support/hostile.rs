//! Words that formats must not take for their own.

use super::harbour::{claim, entries, finding, pointed, topic};
use crosscheck::rooms::finding::{
    Agreement, Comparison, Finding, Outcome, Role, Severity, SharedBond, SharedOrigin, StoryReport,
};
use serde_json::json;

/// What somebody would obey in one format or another.
pub const WORDS: &str = "::error file=a::x\r\n]]><script>alert(1)</script> | **b** `c` @octo #12 [x](http://y.example) www.z.example \u{1b}[31m\u{202e} =cmd()|'/c'!A1 ##vso[task.x]y, 100%0A";

/// A story with these words in every place that a format could take for its own.
pub fn story(words: &str) -> StoryReport {
    let evidence = vec![
        claim(
            "a::b,c.txt",
            words,
            3,
            &format!("{words}⟦{words}⟧{words}"),
            Role::Opposes,
            json!({"kind": "name", "text": words, "name": words}),
        ),
        claim(
            "=1+1.txt",
            "=1+1",
            3,
            &format!("⟦{words}⟧"),
            Role::Opposes,
            json!({"kind": "name", "text": words, "name": words}),
        ),
    ];
    let bad = Finding {
        evidence: evidence.clone(),
        why: Some(words.into()),
        tags: vec![words.into(), words.into()],
        agreement: Some(Agreement::Conflict),
        reasons: vec![words.into()],
        ..finding(words, words, Outcome::Fail, Severity::Error, words)
    };
    let bond = ["a::b,c.txt", "=1+1.txt"].map(str::to_string);
    StoryReport {
        story: words.into(),
        articles: entries(&[("a::b,c.txt", words), ("=1+1.txt", "=1+1")]),
        origins: vec![SharedOrigin {
            articles: bond.clone().into(),
            bonds: vec![SharedBond { one: bond[0].clone(), other: bond[1].clone(), why: words.into() }],
        }],
        topics: vec![topic(words, Agreement::Conflict, &[words], evidence)],
        rules: Vec::new(),
        findings: vec![pointed(bad)],
        comparison: Comparison::default(),
    }
}
