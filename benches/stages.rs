//! How fast each stage is, on generated news: megabytes a second, and the ratio to counting the words of the same text,
//! which is what the machine can do at best. `cargo bench` prints the tables.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench runs on texts of its own, and should stop when one is wrong"
)]

mod generate;

use crosscheck::rooms::{
    article::{self, Article, Metadata, MetadataLayer},
    claim::{self, ArticleClaims, Topics},
    kind::name::Spellings,
    lexicon::Lexicon,
    mention, pipeline, project,
    report::Record,
    rule::{self, Defaults, RuleSource},
    span::Span,
    text::{Block, Part, Text},
    verify,
};
use std::{
    fs,
    hint::black_box,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How much is measured: everything under `cargo bench`, a taste of it where tests run all targets.
struct Scale {
    text: usize,
    hostile: &'static [usize],
    articles: &'static [usize],
    topics: &'static [usize],
    rules: &'static [usize],
    patience: Duration,
}

const FULL: Scale = Scale {
    text: 1 << 20,
    hostile: &[1 << 16, 1 << 18, 1 << 20],
    articles: &[1, 10, 100, 1000],
    topics: &[10, 100, 1000],
    rules: &[100, 1000, 10_000],
    patience: Duration::from_millis(400),
};

const TASTE: Scale = Scale {
    text: 1 << 14,
    hostile: &[1 << 12],
    articles: &[1, 3],
    topics: &[3],
    rules: &[3],
    patience: Duration::ZERO,
};

/// A text that takes longer than this is not tried at four times its length.
const TOO_LONG: Duration = Duration::from_secs(4);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["instructions", names @ ..] => return instructions(names),
        ["once", name, bytes] => return once(name, bytes.parse().unwrap()),
        ["texts", paths @ ..] => return own_texts(paths),
        ["texts-once", paths @ ..] => return texts_once(paths),
        _ => {}
    }
    let scale = if std::env::args().any(|argument| argument == "--bench") { FULL } else { TASTE };
    stages(&scale);
    hostile(&scale);
    growth(&scale);
    loading(&scale);
}

// One function a stage: what it takes and what it does. Each gives a count, so that no work is thrown away.

/// The yardstick: every character decoded, every word counted.
fn scan(text: &str) -> usize {
    text.split_whitespace().count()
}

fn reading(bytes: &[u8]) -> usize {
    article::read("bench.txt", bytes.to_vec(), &MetadataLayer::default(), Lexicon::english())
        .0
        .map_or(0, |article| article.blocks.len())
}

fn tokens_and_sentences(article: &Article, lexicon: &Lexicon) -> usize {
    Text::new(&article.text, &article.blocks, &article.markup, lexicon).tokens().len()
}

fn values(article: &Article, lexicon: &Lexicon) -> usize {
    mention::mentions(&mention::text(article, lexicon), lexicon).len()
}

/// Names and quotations too.
fn every_value(article: &Article, lexicon: &Lexicon) -> usize {
    mention::mentions_of(&mention::text(article, lexicon), lexicon, &Spellings::default(), &|_| true).len()
}

/// Values included: extraction reads them itself.
fn claims(article: &Article, topics: &Topics) -> ArticleClaims {
    claim::extract(article, "bench", None, topics)
}

fn judging(project: &project::Project, claims: &[ArticleClaims]) -> usize {
    verify::judge(&project.rules, claims, &project.lexicon).iter().map(|story| story.findings.len()).sum()
}

// The tables.

fn stages(scale: &Scale) {
    println!("\nStages, one thread, on {} KB of generated news with 20 topics\n", scale.text / 1024);
    let folder = Folder::new(1, 20);
    let project = folder.load();
    let source = generate::prose(1, scale.text, 20);
    let article = read(&source);
    let topics = project.rules.wanted("bench", &project.lexicon);
    let found = claims(&article, &topics);
    let kilobytes = source.len() as f64 / 1024.0;
    let yardstick = time(scale, || scan(&source));
    println!("{:<24} {:>9} {:>9}  found", "stage", "MB/s", "x scan");
    let row = |name: &str, taken: Duration, found: String| {
        println!("{name:<24} {:>9.1} {:>9.1}  {found}", speed(source.len(), taken), ratio(taken, yardstick));
    };
    row("word count (yardstick)", yardstick, format!("{} words", scan(&source)));
    row("reading", time(scale, || reading(source.as_bytes())), format!("{} blocks", reading(source.as_bytes())));
    let count = tokens_and_sentences(&article, &project.lexicon);
    row(
        "tokens, sentences",
        time(scale, || tokens_and_sentences(&article, &project.lexicon)),
        format!("{count} tokens"),
    );
    let count = values(&article, &project.lexicon);
    let taken = time(scale, || values(&article, &project.lexicon));
    row("values (with tokens)", taken, format!("{count} values, {:.1} per KB", count as f64 / kilobytes));
    let count = every_value(&article, &project.lexicon);
    let taken = time(scale, || every_value(&article, &project.lexicon));
    row("names, quotations too", taken, format!("{count} values"));
    let taken = time(scale, || claims(&article, &topics).claims.len());
    row("claims (with values)", taken, format!("{} claims", found.claims.len()));
    let all = [found];
    row("judging", time(scale, || judging(&project, &all)), format!("{} findings", judging(&project, &all)));
}

fn hostile(scale: &Scale) {
    println!("\nValues of hostile text: MB/s by length; a linear reader is as fast in each column\n");
    let lexicon = Lexicon::english();
    print!("{:<24}", "text");
    scale.hostile.iter().for_each(|bytes| print!(" {:>8}K", bytes / 1024));
    println!(" {:>9}  values per KB", "x scan");
    let texts: Vec<_> = scale.hostile.iter().map(|&bytes| generate::texts(bytes)).collect();
    for (index, (name, _)) in texts[0].iter().enumerate() {
        print!("{name:<24}");
        let mut last = None;
        for texts in &texts {
            let source = &texts[index].1;
            if last.as_ref().is_some_and(|(taken, _, _)| *taken > TOO_LONG) {
                print!(" {:>9}", "too slow");
                continue;
            }
            let article = read(source);
            let taken = time(scale, || every_value(&article, lexicon));
            let per_kilobyte = every_value(&article, lexicon) as f64 / (source.len() as f64 / 1024.0);
            print!(" {:>9.1}", speed(source.len(), taken));
            last = Some((taken, ratio(taken, time(scale, || scan(source))), per_kilobyte));
        }
        let (_, ratio, per_kilobyte) = last.unwrap();
        println!(" {ratio:>9.1}  {per_kilobyte:.1}");
    }
}

/// The stages that read values, on articles of one's own, one a file.
fn own_texts(paths: &[&str]) {
    let (lexicon, sources) = (Lexicon::english(), paths.iter().map(|path| fs::read_to_string(path).unwrap()));
    let articles: Vec<Article> = sources.map(|source| read(&source)).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let kilobytes = bytes as f64 / 1024.0;
    let all =
        |work: fn(&Article, &Lexicon) -> usize| articles.iter().map(|article| work(article, lexicon)).sum::<usize>();
    let yardstick = time(&FULL, || all(tokens_and_sentences));
    println!("\nValues of {} articles, {kilobytes:.0} KB, one thread\n", articles.len());
    println!("{:<24} {:>9} {:>9}  found", "stage", "MB/s", "% tokens");
    let row = |name: &str, work: fn(&Article, &Lexicon) -> usize| {
        let (taken, found) = (time(&FULL, || all(work)), all(work));
        let (per_kilobyte, share) = (found as f64 / kilobytes, 100.0 / ratio(taken, yardstick));
        println!("{name:<24} {:>9.1} {share:>9.1}  {found}, {per_kilobyte:.1} per KB", speed(bytes, taken));
    };
    row("tokens, sentences", tokens_and_sentences);
    row("values (with tokens)", values);
    row("names, quotations too", every_value);
}

/// Reads the values of articles, once: what a profiler looks at.
fn texts_once(paths: &[&str]) {
    let sources = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    println!("{} values", sources.map(|source| every_value(&read(&source), Lexicon::english())).sum::<usize>());
}

/// Reads the values of one text, once: what `instructions` counts.
fn once(name: &str, bytes: usize) {
    let (_, source) = generate::texts(bytes).into_iter().find(|(known, _)| *known == name).unwrap();
    println!("{} values", every_value(&read(&source), Lexicon::english()));
}

/// Instructions a byte, counted by valgrind: the same on every run. What two lengths of one text differ by has no start-up
/// in it.
fn instructions(names: &[&str]) {
    println!("\nValues: instructions for a byte of text, names and quotations included\n");
    for (name, _) in generate::texts(1) {
        if names.is_empty() || names.contains(&name) {
            let (short, long) = (1 << 15, 1 << 17);
            let counted = counted(name, long) - counted(name, short);
            println!("{name:<24} {:>9.1}", counted / (long - short) as f64);
        }
    }
}

fn counted(name: &str, bytes: usize) -> f64 {
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap())
        .args(["once", name, &bytes.to_string()])
        .output()
        .expect("valgrind should be installed");
    let printed = String::from_utf8(output.stderr).unwrap();
    let (_, count) = printed.split_once("refs:").expect("valgrind should count instructions");
    count.lines().next().unwrap().replace(',', "").trim().parse().unwrap()
}

fn growth(scale: &Scale) {
    println!("\nGrowth: whole stages from files, with as many threads as the machine has\n");
    println!(
        "{:>8} {:>7} {:>11} {:>12} {:>11} {:>9} {:>10}",
        "articles", "topics", "claims, ms", "judging, ms", "us/article", "MB/s", "x scan"
    );
    let by_articles = scale.articles.iter().map(|&articles| (articles, scale.topics[0]));
    let by_topics = scale.topics.iter().map(|&topics| (scale.articles[scale.articles.len() / 2], topics));
    for (articles, topics) in by_articles.chain(by_topics) {
        let folder = Folder::new(articles, topics);
        let project = folder.load();
        let source: String = (0..articles).map(|number| generate::article(number, 40)).collect();
        let yardstick = time(scale, || scan(&source));
        let extracting = time(scale, || pipeline::claims(&project, &|| ()).len());
        let records = pipeline::claims(&project, &|| ());
        let claims: Vec<ArticleClaims> = records.into_iter().filter_map(article_of).collect();
        let judged = time(scale, || judging(&project, &claims));
        let whole = extracting + judged;
        println!(
            "{articles:>8} {topics:>7} {:>11.2} {:>12.2} {:>11.1} {:>9.1} {:>10.1}",
            milliseconds(extracting),
            milliseconds(judged),
            milliseconds(whole) * 1000.0 / articles as f64,
            speed(source.len(), whole),
            ratio(whole, yardstick),
        );
    }
}

fn loading(scale: &Scale) {
    println!("\nLoading: a file with so many topics and as many rules, read and checked\n");
    println!("{:>8} {:>9} {:>9} {:>9}", "topics", "ms", "us/topic", "x scan");
    for &topics in scale.rules {
        let text = generate::rules(topics);
        let yardstick = time(scale, || scan(&text));
        let file = [RuleSource { path: "rules.yaml".to_string(), text }];
        let taken = time(scale, || rule::read(&file, &Defaults::default(), Lexicon::english()).0.rules.len());
        let each = milliseconds(taken) * 1000.0 / topics as f64;
        println!("{topics:>8} {:>9.1} {each:>9.1} {:>9.1}", milliseconds(taken), ratio(taken, yardstick));
    }
}

fn article_of(record: Record) -> Option<ArticleClaims> {
    match record {
        Record::Article(article) => Some(article),
        Record::Diagnostic(_) => None,
    }
}

/// A project in a folder of its own, which is gone afterwards.
struct Folder(TempDir);

impl Folder {
    fn new(articles: usize, topics: usize) -> Self {
        let folder = TempDir::new().unwrap();
        let write = |path: &Path, text: &str| fs::write(folder.path().join(path), text).unwrap();
        fs::create_dir(folder.path().join("articles")).unwrap();
        write(Path::new("crosscheck.yaml"), "rules: [rules.yaml]\nstories:\n  bench: [articles/*.txt]\n");
        write(Path::new("rules.yaml"), &generate::rules(topics));
        for number in 0..articles {
            let name = format!("articles/{number:04}.txt");
            write(Path::new(&name), &generate::article(number, 40));
        }
        Self(folder)
    }

    fn load(&self) -> project::Project {
        let arguments = project::ProjectOptions {
            working_folder: self.0.path().to_path_buf(),
            ..project::ProjectOptions::default()
        };
        let project = project::load(&arguments);
        for diagnostic in &project.diagnostics {
            println!("{}", diagnostic.message);
        }
        project
    }
}

/// The source as an article of one paragraph a line: what a bench of values reads need not look like news.
fn read(source: &str) -> Article {
    let (article, _) =
        article::read("bench.txt", source.as_bytes().to_vec(), &MetadataLayer::default(), Lexicon::english());
    article.unwrap_or_else(|| {
        let blocks = vec![Block { span: Span::new(0, source.len()), part: Part::Body }];
        let metadata = Metadata { source: "bench".into(), language: "en".into(), ..Metadata::default() };
        Article {
            path: "bench.txt".into(),
            text: source.into(),
            transcoded: None,
            blocks,
            markup: Vec::new(),
            excerpts: Vec::new(),
            entries: Vec::new(),
            allowances: Vec::new(),
            metadata,
        }
    })
}

/// The least time of several runs, until patience is at its end.
fn time<T>(scale: &Scale, mut work: impl FnMut() -> T) -> Duration {
    let begin = Instant::now();
    let mut least = Duration::MAX;
    loop {
        let start = Instant::now();
        black_box(work());
        least = least.min(start.elapsed());
        if begin.elapsed() >= scale.patience {
            return least.max(Duration::from_nanos(1));
        }
    }
}

fn speed(bytes: usize, taken: Duration) -> f64 {
    bytes as f64 / 1e6 / taken.as_secs_f64()
}

fn ratio(taken: Duration, yardstick: Duration) -> f64 {
    taken.as_secs_f64() / yardstick.as_secs_f64()
}

fn milliseconds(taken: Duration) -> f64 {
    taken.as_secs_f64() * 1000.0
}
