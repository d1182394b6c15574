//! `crosscheck suggest`: a draft of a rule file for the articles of one story, or phrases for one topic.

use super::{
    FINE, arguments, code_of_diagnostics, is_in_ci,
    output::{self, Speech},
    progress,
    question::{self, Answers},
    spare_articles,
};
use crate::{diagnostic::Diagnostic, drafting::RuleDraft, fold, pipeline, project::Project, report, suggest};
use std::{
    collections::BTreeSet,
    io::{BufRead, IsTerminal, Write},
    path::Path,
};

/// Runs the command.
pub fn run(arguments: &arguments::SuggestArguments) -> anyhow::Result<u8> {
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let topic = arguments.topic.as_deref().map(|name| known_topic(&project, name)).transpose()?;
    let (draft, diagnostics) = match topic {
        Some(topic) => progress::during(&project, |step| pipeline::suggested_phrases(&project, topic, step)),
        None => {
            one_story(&project)?;
            let (draft, found) = progress::during(&project, |step| pipeline::suggested(&project, step));
            let chosen = match draft {
                Some(draft) if is_asking(arguments) => {
                    let chosen = ask(&draft, &mut std::io::stdin().lock(), &mut Speech::new())?;
                    let Some(chosen) = chosen else { return Ok(code_of_diagnostics(&found)) };
                    Some(chosen)
                }
                draft => draft,
            };
            (chosen.map(|draft| draft.text()), found)
        }
    };
    output::write_diagnostics(&diagnostics, &arguments.output);
    match (draft, &arguments.output.output) {
        (Some(draft), Some(file)) => output::write_file(file, &draft)?,
        (Some(draft), None) => output::say(&draft)?,
        (None, file) => say_nothing_is_drafted(&diagnostics, topic, file.as_deref()),
    }
    Ok(code_of_diagnostics(&diagnostics))
}

/// Whether somebody is there to be asked about each topic.
fn is_asking(arguments: &arguments::SuggestArguments) -> bool {
    !arguments.all && !is_in_ci() && std::io::stdin().is_terminal() && output::is_watched()
}

const QUESTION: &str = "keep, skip or quit? [k/s/q] ";

const ANSWERS: Answers<'_, TopicAnswer> =
    &[("k", "keep", TopicAnswer::Keep), ("s", "skip", TopicAnswer::Skip), ("q", "quit", TopicAnswer::Quit)];

/// What somebody says to a topic.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TopicAnswer {
    Keep,
    Skip,
    Quit,
}

/// Asks about one topic after another; nothing where none is kept. Where the answers end, the others are left out.
fn ask<W: Write>(
    draft: &RuleDraft,
    input: &mut impl BufRead,
    speech: &mut Speech<W>,
) -> anyhow::Result<Option<RuleDraft>> {
    let topics: Vec<String> = draft.shown().collect();
    let mut kept = BTreeSet::new();
    for (index, topic) in topics.iter().enumerate() {
        speech.say(&format!("\n{} of {}\n{topic}", index + 1, topics.len()))?;
        match question::asked((QUESTION, ""), ANSWERS, input, speech)?.unwrap_or(TopicAnswer::Quit) {
            TopicAnswer::Keep => {
                kept.insert(index);
            }
            TopicAnswer::Skip => {}
            TopicAnswer::Quit => break,
        }
    }
    speech.say(&format!("\n{} of {} kept\n", kept.len(), report::counted(topics.len(), "topic")))?;
    Ok(draft.with(&kept))
}

/// Says why there is no draft, unless a mistake that is told may be why; and that the file is not written.
fn say_nothing_is_drafted(diagnostics: &[Diagnostic], topic: Option<&str>, file: Option<&Path>) {
    if code_of_diagnostics(diagnostics) == FINE {
        output::hint(&match topic {
            Some(topic) => {
                format!("no source that is silent on the {topic} nearly says something, as far as can be told")
            }
            None => {
                "no two sources speak of the same thing beyond what the rules look at, as far as can be told".into()
            }
        });
    }
    if let Some(file) = file {
        output::hint(&format!("nothing is drafted, so `{}` is not written", file.display()));
    }
}

/// The topic of this name, as its file writes it.
fn known_topic<'p>(project: &'p Project, name: &str) -> anyhow::Result<&'p str> {
    let wanted = fold::words(name);
    let names = || project.rules.topics.iter().map(|topic| topic.name());
    match names().find(|known| fold::words(known) == wanted) {
        Some(known) => Ok(known),
        None => {
            let near =
                suggest::nearest(name, names()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            anyhow::bail!("there is no topic `{name}`{near}")
        }
    }
}

/// Refuses several stories: each is about something else.
fn one_story(project: &Project) -> anyhow::Result<()> {
    let names: Vec<&str> = project.stories.iter().map(|story| story.name.as_str()).collect();
    if names.len() > 1 {
        anyhow::bail!("rules are drafted for one story at a time: name the articles of one of {}", names.join(", "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{self, ProjectOptions};
    use tempfile::TempDir;

    /// A draft of two topics.
    fn draft() -> RuleDraft {
        let folder = TempDir::new().unwrap();
        for (source, text) in [
            ("radio", "Fourteen people were injured when a bus left the bridge. The rescue lasted five hours.\n"),
            (
                "courier",
                "Nineteen people were injured, a nurse said. After a rescue of about five hours all were free.\n",
            ),
        ] {
            std::fs::write(folder.path().join(format!("{source}.txt")), text).unwrap();
        }
        let project = project::load(&ProjectOptions {
            working_folder: folder.path().into(),
            paths: vec![folder.path().into()],
            without_rules: true,
            ..ProjectOptions::default()
        });
        pipeline::suggested(&project, &|| ()).0.unwrap()
    }

    #[test]
    fn each_topic_is_asked_about() {
        let draft = draft();
        for (answers, kept, last) in [
            ("k\nk\n", &["people injured", "rescue duration"][..], "2 of 2 topics kept"),
            ("keep\nskip\n", &["people injured"], "1 of 2 topics kept"),
            ("s\n K \n", &["rescue duration"], "1 of 2 topics kept"),
            ("yes\n?\nk\nq\n", &["people injured"], "1 of 2 topics kept"),
            ("k\n", &["people injured"], "1 of 2 topics kept"),
            ("s\ns\n", &[], "0 of 2 topics kept"),
            ("q\n", &[], "0 of 2 topics kept"),
            ("", &[], "0 of 2 topics kept"),
        ] {
            let mut said = Vec::new();
            let chosen = ask(&draft, &mut answers.as_bytes(), &mut Speech::plain(&mut said)).unwrap();
            let text = chosen.map(|draft| draft.text()).unwrap_or_default();
            let said = String::from_utf8(said).unwrap();
            for topic in ["people injured", "rescue duration"] {
                assert_eq!(text.contains(&format!("  {topic}:\n")), kept.contains(&topic), "{answers:?}: {text}");
                assert_eq!(text.contains(&format!("- {topic} ")), kept.contains(&topic), "{answers:?}: {text}");
            }
            assert!(said.ends_with(&format!("{last}\n")), "{answers:?}: {said}");
        }
    }

    #[test]
    fn a_topic_is_shown_with_its_phrases_and_its_rule() {
        let mut said = Vec::new();
        ask(&draft(), &mut "q\n".as_bytes(), &mut Speech::plain(&mut said)).unwrap();
        let said = String::from_utf8(said).unwrap();
        for line in [
            "1 of 2",
            "  people injured:",
            "      - <count> people injured",
            "  # Nineteen (courier); Fourteen (radio)",
            "  - people injured consistent across sources",
            "keep, skip or quit? [k/s/q] ",
        ] {
            assert!(said.contains(line), "{line}: {said}");
        }
    }
}
