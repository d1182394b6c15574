//! `crosscheck review`: what changed since the snapshots, accepted, rejected or skipped one change at a time.

mod chosen;
mod steps;

use super::{
    FAILED, FINE, WRONG, arguments, code_of_diagnostics, is_in_ci,
    output::{self, Speech},
    question::{self, Answers},
    snapshot::{self, Whole, of_rules_and_articles},
};
use crate::{
    finding::{Comparison, Fact, StoryReport},
    printable::{printable, printable_line},
    report::{self, Decision, ReviewedReport, ReviewedStory, SnapshotState, Style, change_line},
};
use chosen::ReviewChoice;
use std::io::{BufRead, IsTerminal, Write};
use steps::{Step, Steps};

/// Runs the command.
pub fn run(arguments: &arguments::ReviewArguments) -> anyhow::Result<u8> {
    let is_text = arguments.format == report::REVIEWED_TEXT;
    let has_terminal = is_text && std::io::stdin().is_terminal() && output::is_watched();
    let decides = !arguments.accept.is_empty() || !arguments.reject.is_empty();
    let is_listing = arguments.list || (!decides && !has_terminal);
    if !is_listing && is_in_ci() {
        output::complain("CI is set, so nothing is written: run this where somebody looks at it, and commit the files");
        return Ok(WRONG);
    }
    let whole = snapshot::whole(&arguments.project, &arguments.cache, &arguments.articles.paths)?;
    let style = output::style(arguments.talk.color);
    output::complain_about(&whole.report.diagnostics, report::Detail::Normal);
    if !is_listing && code_of_diagnostics(&of_rules_and_articles(&whole.report)) != FINE {
        output::complain("nothing is accepted, because what could not be read would seem to be gone");
        return Ok(WRONG);
    }
    let code = code_of_diagnostics(&whole.report.diagnostics);
    let mut steps = Steps::new(&whole);
    if !is_listing && !decides {
        let decided = ask(&mut steps, &style, &mut std::io::stdin().lock(), &mut Speech::new())?;
        return Ok(code.max(decided));
    }
    let mut decided = FINE;
    if decides {
        decided = ReviewChoice::new(&arguments.accept, &arguments.reject)?.decide(&mut steps)?;
    }
    let reviewed = reviewed(&whole, &steps);
    let is_open = reviewed.number(Decision::Open) > 0;
    let Some(format) = report::find(report::REVIEWED, &arguments.format) else {
        anyhow::bail!("there is no format `{}`", arguments.format)
    };
    if !(arguments.talk.quiet && is_text) {
        output::print(format, &reviewed, arguments.talk.color)?;
    }
    if is_listing && !arguments.list && is_text && is_open {
        output::complain("there is no terminal to ask on: use `--accept` to accept all of this, or `--list` to see it");
        return Ok(WRONG);
    }
    let is_rejected = reviewed.number(Decision::Rejected) > 0;
    Ok(code.max(decided).max(if is_rejected { FAILED } else { FINE }))
}

/// What became of every change, under the file of its story.
fn reviewed(whole: &Whole, steps: &Steps<'_>) -> ReviewedReport {
    let story = |story: &StoryReport| ReviewedStory {
        story: story.story.clone(),
        file: whole.snapshots.file_of(&story.story),
        snapshot: match story.comparison {
            Comparison::Compared { .. } => SnapshotState::Compared,
            Comparison::Missing | Comparison::Unwanted => SnapshotState::Missing,
            Comparison::Damaged | Comparison::Mistaken | Comparison::InPart => SnapshotState::NotCompared,
        },
        changes: steps.of(&story.story).map(Step::reviewed).collect(),
    };
    ReviewedReport::new(whole.report.stories.iter().map(story).collect())
}

const HELP: &str = "\
a  accept: it is right; the snapshot takes it in
r  reject: the article is wrong; the snapshot stays, and every check shows this until the article is mended
s  skip: decide later
b  back: to the change before this one; where that was accepted, it is no more
A  accept this and all that come after it
q  quit: what was accepted so far stays accepted, and the next review begins with the rest
";

const QUESTION: &str = "accept, reject or skip? [a/r/s/b/A/q/?, then Enter] ";

const ANSWERS: Answers<'_, ReviewAnswer> = &[
    ("a", "accept", ReviewAnswer::Accept),
    ("r", "reject", ReviewAnswer::Reject),
    ("s", "skip", ReviewAnswer::Skip),
    ("b", "back", ReviewAnswer::Back),
    ("A", "all", ReviewAnswer::AcceptAll),
    ("q", "quit", ReviewAnswer::Quit),
];

/// What somebody says to a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ReviewAnswer {
    Accept,
    Reject,
    Skip,
    Back,
    AcceptAll,
    Quit,
}

/// Asks for every change. What is accepted is written at once, so that nothing is lost where somebody leaves in between.
fn ask<W: Write>(
    steps: &mut Steps<'_>,
    style: &Style,
    input: &mut impl BufRead,
    speech: &mut Speech<W>,
) -> anyhow::Result<u8> {
    let total = steps.all.len();
    if total == 0 {
        speech.say("nothing changed since the snapshots\n")?;
        return Ok(FINE);
    }
    let (mut at, mut code) = (0, FINE);
    while let Some(step) = steps.all.get(at) {
        let (changed, grounds) = (change_line(step.change, style), grounds(step, style));
        speech.say(&format!("\n{} of {total}, {}\n  {changed}\n{grounds}", at + 1, printable(step.file)))?;
        let answer = question::asked((QUESTION, HELP), ANSWERS, input, speech)?.unwrap_or(ReviewAnswer::Quit);
        let accepted = match answer {
            ReviewAnswer::Accept => at..at + 1,
            ReviewAnswer::AcceptAll => at..total,
            ReviewAnswer::Reject | ReviewAnswer::Skip | ReviewAnswer::Back | ReviewAnswer::Quit => at..at,
        };
        let mut refused = steps.accept(accepted.clone())?;
        at = accepted.end.max(at + 1);
        match answer {
            ReviewAnswer::Accept | ReviewAnswer::AcceptAll => {}
            ReviewAnswer::Reject => steps.set(at - 1, Decision::Rejected),
            ReviewAnswer::Skip => steps.set(at - 1, Decision::Open),
            ReviewAnswer::Back => {
                at = at.saturating_sub(2);
                refused = steps.take_back(at)?;
            }
            ReviewAnswer::Quit => break,
        }
        for why in refused {
            speech.say(&format!("not done: {}\n", printable_line(&why)))?;
            code = WRONG;
        }
    }
    let rejected: Vec<&Step<'_>> = steps.all.iter().filter(|step| step.decision == Decision::Rejected).collect();
    let accepted = steps.all.iter().filter(|step| step.decision == Decision::Accepted).count();
    let left = total - accepted - rejected.len();
    speech.say(&format!("\n{accepted} accepted, {} rejected, {left} left for later\n", rejected.len()))?;
    if !rejected.is_empty() {
        speech.say("to be mended in the articles:\n")?;
    }
    for step in &rejected {
        speech.say(&format!("  {}\n", change_line(step.change, style)))?;
    }
    Ok(code.max(if rejected.is_empty() { FINE } else { FAILED }))
}

/// What a change rests on: its sentences, and what the rules say now whose answer follows from it.
fn grounds(step: &Step<'_>, style: &Style) -> String {
    let rules = step.change.after.iter().filter_map(|fact| match fact {
        Fact::Outcome { rule, .. } => step.story.findings.iter().find(|finding| finding.rule == *rule),
        Fact::Agreement { .. } | Fact::Claim { .. } | Fact::Source { .. } => None,
    });
    let said =
        rules.map(|finding| format!("      {}: {}\n", printable_line(&finding.rule), printable_line(&finding.message)));
    report::sentences(step.change, style) + &said.collect::<String>()
}

#[cfg(test)]
mod tests;
