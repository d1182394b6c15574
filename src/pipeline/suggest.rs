//! `crosscheck suggest`: what several sources speak of, drafted as topics whose phrases are tried on the same articles.

use super::Progress;
use crate::{
    align,
    claim::{self, ArticleClaims, SubjectId, Topic, Topics},
    diagnostic::Diagnostic,
    drafting,
    kind::quotation,
    project::Project,
    value::Kind,
};
use std::sync::Arc;

/// A rule file for the articles of a project, where there is something to put in, and every mistake that was found. What the
/// project's own topics find is left out.
#[must_use]
pub fn suggested(project: &Project, progress: Progress<'_>) -> (Option<String>, Vec<Diagnostic>) {
    // A topic without a phrase finds nothing, and has quotations read.
    let quotations = Topic::new(SubjectId::topic(""), Kind::of(&quotation::ENTRY));
    let none = Topics::new([&quotations], Arc::default(), &project.lexicon);
    let (articles, diagnostics) = super::compare::tied(project, &none, progress);
    let drafts = drafting::untried(&align::aspects(&articles, &project.lexicon), &project.lexicon);
    let trials = drafting::trials(&drafts, &project.lexicon);
    let trials = Topics::new(&trials, Arc::default(), &project.lexicon);
    let found = extracted(project, &trials);
    let own = Topics::new(&project.rules.topics, Arc::default(), &project.lexicon);
    let looked_at = if project.rules.topics.is_empty() { Vec::new() } else { extracted(project, &own) };
    let topics = drafting::settle(&drafts, &found, &looked_at);
    (drafting::draft_file(&topics, &project.lexicon), diagnostics)
}

/// What these topics find in the articles of a project. What cannot be read was told when it was read first.
fn extracted(project: &Project, topics: &Topics) -> Vec<ArticleClaims> {
    let found = super::articles(project, &|| (), |story, article| {
        claim::extract(&article, &story.name, story.timezone.as_deref(), topics)
    });
    found.into_iter().filter_map(|(claims, _)| claims).collect()
}
