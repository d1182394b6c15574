//! `crosscheck suggest`: what several sources speak of, drafted as topics whose phrases are tried on the same articles; and
//! phrases for one topic.

use super::Progress;
use crate::{
    align,
    claim::{self, ArticleClaims, SubjectId, Topic, Topics},
    diagnostic::Diagnostic,
    drafting::{self, RuleDraft},
    finding::NearlyFound,
    kind::quotation,
    project::Project,
    value::Kind,
};
use std::sync::Arc;

/// A rule file for the articles of a project, where there is something to put in, and every mistake that was found. What the
/// project's own topics find is left out.
#[must_use]
pub fn suggested(project: &Project, progress: Progress<'_>) -> (Option<RuleDraft>, Vec<Diagnostic>) {
    // A topic without a phrase finds nothing, and has quotations read.
    let quotations = Topic::new(SubjectId::topic(""), Kind::of(&quotation::ENTRY));
    let none = Topics::new([&quotations], Arc::default(), &project.lexicon);
    let (articles, diagnostics) = super::compare::tied(project, &none, progress);
    let drafts = drafting::untried(&align::aspects(&articles, &project.lexicon), &project.lexicon);
    let trials = drafting::trials(&drafts, &project.lexicon);
    let trials = Topics::new(&trials, Arc::default(), &project.lexicon);
    let (found, looked_at) = extracted(project, &trials);
    let topics = drafting::settle(&drafts, &found, &looked_at);
    (drafting::draft_file(&topics, &project.lexicon), diagnostics)
}

/// Phrases for the topics of this name, which would take what they nearly find where sources are silent, with the topic as a
/// rule file has it; nothing where nothing is near. And every mistake that was found.
#[must_use]
pub fn suggested_phrases(project: &Project, name: &str, progress: Progress<'_>) -> (Option<String>, Vec<Diagnostic>) {
    let (diagnostics, articles) = super::parted(project.diagnostics.clone(), super::claims(project, progress));
    let nearly = super::silence::nearly_found(project, &project.stories, &articles, &|topic| topic.name() == name);
    let nearly: Vec<NearlyFound> = nearly.into_values().flatten().collect();
    (drafting::silence::phrase_lines(name, &nearly), super::in_order(diagnostics))
}

/// What the trials find in the articles of a project, and what its own topics find. What cannot be read was told when it was
/// read first.
fn extracted(project: &Project, trials: &Topics) -> (Vec<ArticleClaims>, Vec<ArticleClaims>) {
    let own = super::story_topics(project);
    let found = super::articles(project, &|| (), |story, article| {
        let of = |topics| claim::extract(&article, &story.name, story.timezone.as_deref(), topics);
        let mut looked_at = own.of(&story.name).map(of).unwrap_or_default();
        // What rules ask of every value says nothing about one of them.
        looked_at.claims.retain(|claim| claim.subject.is_declared());
        (of(trials), looked_at)
    });
    found.into_iter().filter_map(|(claims, _)| claims).unzip()
}
