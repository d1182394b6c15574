//! What the fuzzer's targets do: each reads made-up input as one thing that users give, prints all that comes of it in every
//! format, and asks of what is printed that nobody obeys it and that it is whole.

#[path = "../../tests/support/obeyed.rs"]
mod obeyed;

use crosscheck::{
    Article, ArticleClaims, Diagnostic, Report, Rules,
    rooms::{
        article::{self, FieldNames, MetadataLayer, StreamedArticle},
        diagnostic::{Colour, render},
        lexicon::Lexicon,
        pipeline,
        project::{self, ProjectOptions},
        report::{self, Detail, Format, Record, Style, read_record},
        sink::{Syntax, harmless},
        snapshot,
    },
};
use std::{fs, sync::LazyLock};

/// The rules that are asked of made-up articles.
const RULES: &str = "
topics:
  hurt: {kind: count, phrases: ['<count> (people)? (hurt|injured)', 'injured <count>']}
  crossing: {kind: duration, phrases: [took <duration>, '<duration> ... crossing']}
  day: {kind: date, phrases: [on <date>]}
rules:
  - hurt consistent across sources
  - crossing consistent across sources within 5 minutes
  - day cited in every source
  - every quotation closed
  - every time has a zone
  - every figure in headline supported by body
  - headline cited
";

/// An article beside the made-up ones.
const OTHER: &str =
    "A ferry is late\n\nNine people were hurt on Thursday, and it took 50 minutes. \"It was cold\", she said.\n";

static STANDING: LazyLock<Rules> = LazyLock::new(|| Rules::read("r.yaml", RULES).expect("rules without a mistake"));

static BESIDE: LazyLock<ArticleClaims> = LazyLock::new(|| {
    let article = Article::read("b.txt", OTHER).expect("an article without a mistake");
    crosscheck::extract(&article, "s", &STANDING)
});

/// Bytes as a text file: an article.
pub fn article(data: &[u8]) {
    let (name, bytes) = match data.split_first() {
        Some((first, rest)) if first % 2 == 1 => ("a.md", rest),
        Some((_, rest)) => ("a.txt", rest),
        None => ("a.txt", data),
    };
    read_article(name, bytes.to_vec());
}

/// The lines between two rules of dashes at the top of an article.
pub fn front_matter(data: &[u8]) {
    let bytes = [b"---\n", data, b"\n---\n", OTHER.as_bytes()].concat();
    read_article("a.txt", bytes);
}

/// A rule file.
pub fn rule_file(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match Rules::read("r.yaml", text) {
        Ok(rules) => judged(&rules),
        Err(error) => complaints(&error.diagnostics),
    }
}

/// The sentence of a rule.
pub fn sentence(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let topics = RULES.split("rules:").next().unwrap_or_default();
    rule_file(format!("{topics}rules:\n  - {}\n", quoted(text)).as_bytes());
}

/// A phrase of a topic.
pub fn phrase(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let topic =
        format!("topics:\n  hurt: {{kind: count, phrases: [{0}], except: [{0}], not near: [{0}]}}\n", quoted(text));
    rule_file(format!("{topic}rules:\n  - hurt cited\n").as_bytes());
}

/// `crosscheck.yaml`.
pub fn configuration(data: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes);
    let story = folder.path().join("s");
    let written = fs::create_dir(&story)
        .and_then(|()| write("crosscheck.yaml", data))
        .and_then(|()| write("r.yaml", RULES.as_bytes()));
    if written.and_then(|()| write("s/b.txt", OTHER.as_bytes())).is_err() {
        return;
    }
    let options = ProjectOptions { working_folder: folder.path().to_path_buf(), ..ProjectOptions::default() };
    let project = project::load(&options);
    complaints(&project.diagnostics);
    if project.stories.len() < 100 {
        reported(&pipeline::judge(&project, pipeline::claims(&project, &|| ())));
    }
}

/// A line of `claims --format ndjson`.
pub fn record(data: &[u8]) {
    match read_record(data) {
        Ok(Record::Article(claims)) => {
            printed(report::CLAIMS, &[Record::Article(claims.clone())][..]);
            let claims = [ArticleClaims { story: "s".into(), ..claims }, BESIDE.clone()];
            reported(&crosscheck::judge(&STANDING, &claims));
        }
        Ok(Record::Diagnostic(told)) => complaints(&[told]),
        Err(mistake) => plain(&mistake.message),
    }
}

/// A snapshot.
pub fn snapshot(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match snapshot::read("snapshots/s.snap", text) {
        Ok(read) => {
            let again = snapshot::read("snapshots/s.snap", &read.text());
            assert!(again.is_ok_and(|again| again.text() == read.text()), "a snapshot reads back as it was written");
            let report = crosscheck::judge(&STANDING, std::slice::from_ref(&BESIDE));
            for story in &report.stories {
                snapshot::changes(&read, story)
                    .iter()
                    .for_each(|change| plain(&report::change_line(change, &Style::default())));
            }
        }
        Err(mistakes) => complaints(&mistakes),
    }
}

/// A line of articles that `--ndjson` reads.
pub fn ndjson(data: &[u8]) {
    let answer = match StreamedArticle::read(data, &FieldNames::default()) {
        Ok(article) => match pipeline::values_of(&article.text, &article.layer, Lexicon::english(), &[]) {
            Ok(values) => report::answer(&article.id, &values),
            Err(mistake) => report::refusal(&article.id, 1, &mistake.message),
        },
        Err(refused) => report::refusal(&refused.id, 1, &refused.mistake.message),
    };
    is_json(&answer);
    assert_eq!(answer.matches('\n').count(), 1, "one line an answer");
}

/// A text as YAML and JSON write it in quotes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn read_article(name: &str, bytes: Vec<u8>) {
    let (article, mistakes) = article::read(name, bytes, &MetadataLayer::default(), Lexicon::english());
    complaints(&mistakes);
    let Some(article) = article else { return };
    let claims = crosscheck::extract(&article, "s", &STANDING);
    printed(report::CLAIMS, &[Record::Article(claims.clone())][..]);
    let line = serde_json::to_vec(&Record::Article(claims.clone())).expect("claims are plain data");
    assert_eq!(read_record(&line).ok(), Some(Record::Article(claims.clone())), "claims read back as they were written");
    reported(&crosscheck::judge(&STANDING, &[claims, BESIDE.clone()]));
    let found = pipeline::values_of(&article.text, &MetadataLayer::default(), Lexicon::english(), &[]);
    is_json(&report::answer(&serde_json::Value::Null, &found.unwrap_or_default()));
}

/// A file's values, in every format of `values`.
pub fn values(data: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else { return };
    if fs::write(folder.path().join("a.md"), data).is_err() {
        return;
    }
    let options = ProjectOptions {
        working_folder: folder.path().to_path_buf(),
        paths: vec!["a.md".into()],
        without_rules: true,
        ..ProjectOptions::default()
    };
    let (values, told) = pipeline::values(&project::load(&options), &[], &|| ());
    complaints(&told);
    printed(report::VALUES, &values[..]);
}

fn judged(rules: &Rules) {
    let article = Article::read("b.txt", OTHER).expect("an article without a mistake");
    let other = Article::read("c.txt", OTHER.replace("Nine", "Ten")).expect("an article without a mistake");
    let claims = [article, other].map(|article| crosscheck::extract(&article, "s", rules));
    reported(&crosscheck::judge(rules, &claims));
}

fn reported(report: &Report) {
    complaints(&report.diagnostics);
    printed(report::ALL, report);
}

/// Every format, at two widths and in each detail.
fn printed<T: ?Sized>(formats: &[&Format<T>], content: &T) {
    for format in formats {
        for (width, detail) in [(Some(40), Detail::Verbose), (None, Detail::Normal), (Some(100), Detail::Quiet)] {
            let text = format.printed(content, &Style { colour: Colour::Plain, width, detail });
            match (format.name, format.syntax) {
                (_, Syntax::Csv) => assert_eq!(obeyed::fault_of_table(&text), None),
                ("json", _) => is_json(&text),
                (_, Syntax::Json) => text.lines().for_each(is_json),
                (_, Syntax::Text) => assert_eq!(obeyed::fault(&text), None),
            }
        }
    }
}

fn complaints(told: &[Diagnostic]) {
    for diagnostic in told.iter().take(50) {
        plain(&render(diagnostic, Colour::Plain));
    }
}

fn plain(text: &str) {
    assert_eq!(obeyed::fault(&harmless(text, Syntax::Text, Colour::Plain)), None);
}

fn is_json(text: &str) {
    assert_eq!(obeyed::fault(text), None);
    assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
}
