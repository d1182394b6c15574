//! Articles read once: what each claims is kept by all that it depends on, for somebody who judges again and again.

use crate::{
    article,
    claim::{self, ArticleClaims, Topics},
    diagnostic::Diagnostic,
    project::{ArticleFile, Project, Story},
    report::Record,
};
use rayon::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// What articles claim, by all that it depends on.
#[derive(Debug, Default)]
pub struct ClaimMemory(BTreeMap<[u8; 32], Arc<RememberedArticle>>);

/// What came of one article.
#[derive(Debug)]
struct RememberedArticle {
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
    let topics = super::story_topics(project);
    let mut records: Vec<Record> = project.diagnostics.iter().cloned().map(Record::Diagnostic).collect();
    let mut used = BTreeMap::new();
    for story in &project.stories {
        let Some(wanted) = topics.of(&story.name).zip(topics.mark(&story.name)) else { continue };
        for files in story.articles.chunks(AT_ONCE) {
            if !is_wanted() {
                memory.0.append(&mut used);
                return None;
            }
            let read = |file| known_or_read(project, (story, file), wanted, memory);
            for found in files.par_iter().map(read).collect::<Vec<_>>() {
                match found {
                    Ok((key, article)) => {
                        tell(&article, &mut records);
                        used.insert(key, article);
                    }
                    Err(why) => records.push(Record::Diagnostic(*why)),
                }
            }
        }
    }
    // What nobody asked for this time has another text, or other topics, by now.
    memory.0 = used;
    Some(records)
}

type KeyedArticle = ([u8; 32], Arc<RememberedArticle>);

fn known_or_read(
    project: &Project,
    (story, file): (&Story, &ArticleFile),
    (topics, mark): (&Topics, &str),
    memory: &ClaimMemory,
) -> Result<KeyedArticle, Box<Diagnostic>> {
    let bytes = article::bytes(&project.root, &file.path)?;
    let of_file = format!("{:?} {:?} {:?} {:?}", story.name, story.timezone, file.path, file.layer);
    let mut hasher = blake3::Hasher::new();
    for piece in [of_file.as_bytes(), mark.as_bytes(), project.own_words.as_bytes(), &bytes] {
        hasher.update(&(piece.len() as u64).to_le_bytes()).update(piece);
    }
    let key = *hasher.finalize().as_bytes();
    if let Some(known) = memory.0.get(&key) {
        return Ok((key, Arc::clone(known)));
    }
    let (article, diagnostics) = article::read(&article::written(&file.path), bytes, &file.layer, &project.lexicon);
    let claims = article.map(|article| claim::extract(&article, &story.name, story.timezone.as_deref(), topics));
    Ok((key, Arc::new(RememberedArticle { claims, diagnostics })))
}

fn tell(article: &RememberedArticle, records: &mut Vec<Record>) {
    match article.claims.clone() {
        Some(mut claims) => {
            claims.diagnostics.extend(article.diagnostics.iter().cloned());
            records.push(Record::Article(claims));
        }
        None => records.extend(article.diagnostics.iter().cloned().map(Record::Diagnostic)),
    }
}
