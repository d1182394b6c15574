//! Articles read once: what each claims is kept by all that it depends on, for somebody who judges again and again.

use crate::{
    article,
    claim::{self, ArticleClaims},
    diagnostic::Diagnostic,
    files,
    lexicon::Lexicon,
    project::{ArticleFile, Project, Story},
    report::Record,
    rule::StoryTopics,
};
use rayon::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// What articles claim, by all that it depends on.
#[derive(Debug, Default)]
pub struct ClaimMemory {
    lexicon: Option<Arc<Lexicon>>,
    known: BTreeMap<[u8; 32], Arc<ReadArticle>>,
}

/// What came of one article.
#[derive(Debug)]
struct ReadArticle {
    claims: Option<ArticleClaims>,
    diagnostics: Vec<Diagnostic>,
}

/// So many articles are read between two looks at whether that is still wanted.
const AT_ONCE: usize = 8;

/// The same as [`super::claims`], with articles that are known already not read again; nothing where it is not wanted any more
/// before it is done. What was read until then is kept.
pub fn claims_remembered(
    project: &Project,
    memory: &mut ClaimMemory,
    is_wanted: &dyn Fn() -> bool,
) -> Option<Vec<Record>> {
    if !memory.lexicon.as_ref().is_some_and(|known| Arc::ptr_eq(known, &project.lexicon)) {
        *memory = ClaimMemory { lexicon: Some(Arc::clone(&project.lexicon)), known: BTreeMap::new() };
    }
    let topics = super::story_topics(project);
    let (mut records, mut used) = (Vec::new(), BTreeMap::new());
    records.extend(project.diagnostics.iter().cloned().map(Record::Diagnostic));
    for story in &project.stories {
        let print = project.rules.print_of_wanted(&story.name);
        for files in story.articles.chunks(AT_ONCE) {
            if !is_wanted() {
                memory.known.append(&mut used);
                return None;
            }
            let read = |file| {
                let key = key(project, story, file, &print)?;
                let known = memory.known.get(&key).cloned();
                Some((key, known.unwrap_or_else(|| Arc::new(read(project, story, file, &topics)))))
            };
            let found: Vec<_> = files.par_iter().map(|file| (read(file), file)).collect();
            for (found, file) in found {
                let (key, article) = found.map_or_else(
                    // A file that cannot be read is looked at again.
                    || (None, Arc::new(self::read(project, story, file, &topics))),
                    |(key, article)| (Some(key), article),
                );
                tell(&article, &mut records);
                used.extend(key.map(|key| (key, article)));
            }
        }
    }
    // What nobody asked for this time has another text, or other topics, by now.
    memory.known = used;
    Some(records)
}

/// All that the claims of an article depend on; nothing where the article cannot be read.
fn key(project: &Project, story: &Story, file: &ArticleFile, print: &str) -> Option<[u8; 32]> {
    let bytes = files::read(&project.root.join(&file.path), &files::ARTICLE).ok()?;
    let mut hasher = blake3::Hasher::new();
    let layer = format!("{:?} {:?} {:?} {:?}", story.name, story.timezone, file.path, file.layer);
    for piece in [layer.as_bytes(), print.as_bytes(), &bytes] {
        hasher.update(&(piece.len() as u64).to_le_bytes());
        hasher.update(piece);
    }
    Some(*hasher.finalize().as_bytes())
}

fn read(project: &Project, story: &Story, file: &ArticleFile, topics: &StoryTopics) -> ReadArticle {
    let (article, diagnostics) = article::load(&project.root, &file.path, &file.layer, &project.lexicon);
    let topics = topics.of(&story.name);
    let claims = article
        .zip(topics)
        .map(|(article, topics)| claim::extract(&article, &story.name, story.timezone.as_deref(), topics));
    ReadArticle { claims, diagnostics }
}

fn tell(article: &ReadArticle, records: &mut Vec<Record>) {
    match article.claims.clone() {
        Some(mut claims) => {
            claims.diagnostics.extend(article.diagnostics.iter().cloned());
            records.push(Record::Article(claims));
        }
        None => records.extend(article.diagnostics.iter().cloned().map(Record::Diagnostic)),
    }
}
