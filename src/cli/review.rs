//! `crosscheck review`: what changed since the snapshots, accepted, rejected or skipped one fact at a time.

use super::{
    FAILED, FINE, WRONG, arguments, code_of_diagnostics, is_in_ci,
    output::{self, Speech},
    question::{self, Answers},
    snapshot::{self, OpenFolder, Whole, of_rules_and_articles},
};
use crate::{
    finding::{Change, Comparison, Evidence, Fact, StoryReport},
    printable::{printable, printable_line},
    report::{self, Detail, Style, change_line},
    snapshot::Snapshot,
};
use std::io::{BufRead, IsTerminal, Write};

/// Runs the command.
pub fn run(arguments: &arguments::ReviewArguments) -> anyhow::Result<u8> {
    let has_terminal = std::io::stdin().is_terminal() && output::is_watched();
    let is_listing = arguments.list || (!arguments.accept && !has_terminal);
    if !is_listing && is_in_ci() {
        output::complain("CI is set, so nothing is written: run this where somebody looks at it, and commit the files");
        return Ok(WRONG);
    }
    let whole = snapshot::whole(&arguments.project, &arguments.articles.paths)?;
    let style = output::style(arguments.talk.color);
    output::complain_about(&whole.report.diagnostics, Detail::Normal);
    if !is_listing && code_of_diagnostics(&of_rules_and_articles(&whole.report)) != FINE {
        output::complain("nothing is accepted, because what could not be read would seem to be gone");
        return Ok(WRONG);
    }
    let code = code_of_diagnostics(&whole.report.diagnostics);
    if is_listing {
        output::say_painted(&list(&whole, &style))?;
        if arguments.list || is_clean(&whole) {
            return Ok(code);
        }
        output::complain("there is no terminal to ask on: use `--accept` to accept all of this, or `--list` to see it");
        return Ok(WRONG);
    }
    if arguments.accept {
        return accept_all(&whole, arguments, &style).map(|accepted| code.max(accepted));
    }
    let decided = ask(&whole, &style, &mut std::io::stdin().lock(), &mut Speech::new())?;
    Ok(code.max(decided))
}

fn is_clean(whole: &Whole) -> bool {
    whole.report.stories.iter().all(|story| story.comparison.changes().is_empty())
}

/// Every change under the file of its story.
fn list(whole: &Whole, style: &Style) -> String {
    let mut text = String::new();
    let mut is_compared = true;
    for story in &whole.report.stories {
        let file = whole.snapshots.file_of(&story.story);
        match &story.comparison {
            Comparison::Compared { changes } if changes.is_empty() => {}
            Comparison::Compared { changes } => {
                text.push_str(&format!("{}:\n", printable(&file)));
                changes.iter().for_each(|change| text.push_str(&format!("  {}\n", change_line(change, style))));
            }
            Comparison::Missing | Comparison::Unwanted => {
                text.push_str(&format!("{}: there is none yet; `crosscheck snapshot` writes it\n", printable(&file)));
            }
            Comparison::Damaged | Comparison::InPart => is_compared = false,
        }
    }
    if text.is_empty() && is_compared { "nothing changed since the snapshots\n".to_string() } else { text }
}

/// The stories that changed, each with its file and its snapshot.
fn changed(whole: &Whole) -> impl Iterator<Item = (&StoryReport, &str, &Snapshot)> {
    let stories = whole.report.stories.iter().filter(|story| !story.comparison.changes().is_empty());
    stories.filter_map(|story| {
        let (file, snapshot) = whole.snapshots.stories.get(&story.story)?;
        Some((story, file.as_str(), snapshot))
    })
}

fn accept_all(whole: &Whole, arguments: &arguments::ReviewArguments, style: &Style) -> anyhow::Result<u8> {
    let (mut accepted, mut code) = (0, FINE);
    for (story, file, snapshot) in changed(whole) {
        let changes: Vec<&Change> = story.comparison.changes().iter().collect();
        let refused = accept(whole, file, &mut snapshot.clone(), &changes)?;
        accepted += changes.len() - refused.len();
        for why in &refused {
            output::complain(&format!("not accepted: {why}"));
            code = WRONG;
        }
    }
    if arguments.talk.quiet {
        return Ok(code);
    }
    output::say_painted(&list(whole, style))?;
    if accepted > 0 {
        output::say(&format!("{} accepted\n", report::counted(accepted, "change")))?;
    }
    Ok(code)
}

/// Takes changes into the file of a snapshot as it is now, which somebody else may have changed since it was read: what they
/// changed stays. `known` is the snapshot as this run knows it. Gives why some are not taken in.
fn accept(whole: &Whole, file: &str, known: &mut Snapshot, changes: &[&Change]) -> anyhow::Result<Vec<String>> {
    let folder = OpenFolder::of(&whole.project)?;
    let Some(mut current) = folder.read(file) else {
        return Ok(changes.iter().map(|change| format!("{}: {file} is gone, or damaged", change.message)).collect());
    };
    let (mut refused, mut is_changed) = (Vec::new(), false);
    for change in changes {
        match current.changed_since(known, change) {
            Some(why) => refused.push(format!("{}: {file} was changed meanwhile: {why}", change.message)),
            None => {
                current.accept(change);
                known.accept(change);
                is_changed = true;
            }
        }
    }
    if is_changed {
        folder.write(file, &current)?;
    }
    Ok(refused)
}

const HELP: &str = "\
a  accept: it is right; the snapshot takes it in
r  reject: the article is wrong; the snapshot stays, and every check shows this until the article is mended
s  skip: decide later
q  quit: what was accepted so far stays accepted
";

const QUESTION: &str = "accept, reject or skip? [a/r/s/q/?] ";

const ANSWERS: Answers<'_, ReviewAnswer> = &[
    ("a", "accept", ReviewAnswer::Accept),
    ("r", "reject", ReviewAnswer::Reject),
    ("s", "skip", ReviewAnswer::Skip),
    ("q", "quit", ReviewAnswer::Quit),
];

/// What somebody says to a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ReviewAnswer {
    Accept,
    Reject,
    Skip,
    Quit,
}

/// Asks for every change. What is accepted is written at once, so that nothing is lost where somebody leaves in between.
fn ask<W: Write>(whole: &Whole, style: &Style, input: &mut impl BufRead, speech: &mut Speech<W>) -> anyhow::Result<u8> {
    let total: usize = changed(whole).map(|(story, ..)| story.comparison.changes().len()).sum();
    if total == 0 {
        speech.say(&list(whole, style))?;
        return Ok(FINE);
    }
    let (mut number, mut accepted, mut skipped, mut code) = (0, 0, 0, FINE);
    let mut rejected: Vec<&Change> = Vec::new();
    'stories: for (story, file, snapshot) in changed(whole) {
        let mut snapshot = snapshot.clone();
        for change in story.comparison.changes() {
            number += 1;
            let (changed, grounds) = (change_line(change, style), grounds(story, change, style));
            speech.say(&format!("\n{number} of {total}, {}\n  {changed}\n{grounds}", printable(file)))?;
            match question::asked((QUESTION, HELP), ANSWERS, input, speech)?.unwrap_or(ReviewAnswer::Quit) {
                ReviewAnswer::Accept => match accept(whole, file, &mut snapshot, &[change])?.first() {
                    None => accepted += 1,
                    Some(why) => {
                        speech.say(&format!("not accepted: {}\n", printable_line(why)))?;
                        skipped += 1;
                        code = WRONG;
                    }
                },
                ReviewAnswer::Reject => rejected.push(change),
                ReviewAnswer::Skip => skipped += 1,
                ReviewAnswer::Quit => break 'stories,
            }
        }
    }
    skipped += total - accepted - skipped - rejected.len();
    speech.say(&format!("\n{accepted} accepted, {} rejected, {skipped} left for later\n", rejected.len()))?;
    if !rejected.is_empty() {
        speech.say("to be mended in the articles:\n")?;
    }
    for change in &rejected {
        speech.say(&format!("  {}\n", change_line(change, style)))?;
    }
    Ok(code.max(if rejected.is_empty() { FINE } else { FAILED }))
}

/// What a change rests on: the new words in their sentence, or what the rule says now.
fn grounds(story: &StoryReport, change: &Change, style: &Style) -> String {
    if let Some(claim) = evidence(story, change) {
        return report::excerpt(claim, style);
    }
    let rules = change.after.iter().filter_map(|fact| match fact {
        Fact::Outcome { rule, .. } => story.findings.iter().find(|finding| finding.rule == *rule),
        Fact::Agreement { .. } | Fact::Claim { .. } | Fact::Source { .. } => None,
    });
    rules.map(|finding| format!("      {}\n", printable_line(&finding.message))).collect()
}

/// The claim that a change puts in.
fn evidence<'r>(story: &'r StoryReport, change: &Change) -> Option<&'r Evidence> {
    let mut claims = story.topics.iter().flat_map(|topic| &topic.claims);
    let article = change.article.as_ref()?;
    let place = change.line.zip(change.column);
    claims.find(|claim| claim.article() == article && claim.place() == place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    const RULES: &str = "topics:\n  dead:\n    kind: count\n    phrases: [<count> people died]\nrules:\n  - id: dead\n    \
                         rule: dead at most 5\n";

    fn write(folder: &TempDir, file: &str, text: &str) {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn read(folder: &TempDir) -> Whole {
        let config = Some(folder.path().join("crosscheck.yaml"));
        snapshot::whole(
            &arguments::ProjectArguments { config, rules: Vec::new(), packs: Vec::new(), allow_outside: false },
            &[],
        )
        .unwrap()
    }

    /// A project of which two facts changed since its snapshot: a figure, and what the rule answers.
    fn changed() -> TempDir {
        let folder = TempDir::new().unwrap();
        write(&folder, "crosscheck.yaml", "rules: [rules.yaml]\n");
        write(&folder, "rules.yaml", RULES);
        write(&folder, "storm/post.txt", "The storm\n\n5 people died.\n");
        let whole = read(&folder);
        for story in &whole.report.stories {
            let file = whole.snapshots.file_of(&story.story);
            OpenFolder::of(&whole.project).unwrap().write(&file, &Snapshot::of(story)).unwrap();
        }
        write(&folder, "storm/post.txt", "The storm\n\n6 people died.\n");
        folder
    }

    /// What is said to these answers, the exit code, and the changes that are left.
    fn asked(answers: &str) -> (String, u8, Vec<String>) {
        let folder = changed();
        let mut said = Vec::new();
        let code =
            ask(&read(&folder), &Style::default(), &mut answers.as_bytes(), &mut Speech::plain(&mut said)).unwrap();
        let left = read(&folder)
            .report
            .stories
            .iter()
            .flat_map(|story| story.comparison.changes().to_vec())
            .collect::<Vec<_>>();
        let left = left.into_iter().map(|change| change.message).collect();
        (String::from_utf8(said).unwrap(), code, left)
    }

    const FIGURE: &str = "post: dead 5 → 6";
    const OUTCOME: &str = "rule dead: pass → fail";

    #[test]
    fn each_answer_does_what_it_says() {
        for (answers, code, left, last) in [
            ("a\na\n", FINE, &[][..], "2 accepted, 0 rejected, 0 left for later"),
            (" Accept\nskip\n", FINE, &[OUTCOME], "1 accepted, 0 rejected, 1 left for later"),
            ("s\na\n", FINE, &[FIGURE], "1 accepted, 0 rejected, 1 left for later"),
            ("a\nr\n", FAILED, &[OUTCOME], "1 accepted, 1 rejected, 0 left for later"),
            ("a\nq\n", FINE, &[OUTCOME], "1 accepted, 0 rejected, 1 left for later"),
            ("a\n", FINE, &[OUTCOME], "1 accepted, 0 rejected, 1 left for later"),
            ("", FINE, &[FIGURE, OUTCOME], "0 accepted, 0 rejected, 2 left for later"),
            ("yes\n?\nr\nr\n", FAILED, &[FIGURE, OUTCOME], "0 accepted, 2 rejected, 0 left for later"),
        ] {
            let (said, given, still) = asked(answers);
            assert_eq!((given, still), (code, left.iter().map(ToString::to_string).collect()), "{answers:?}");
            assert!(said.contains(last), "{answers:?}: {said}");
        }
    }

    #[test]
    fn a_change_is_shown_with_its_sentence() {
        let (said, ..) = asked("r\na\n");
        assert_eq!(
            said,
            "\n1 of 2, snapshots/storm.snap\n  post: dead 5 → 6 (storm/post.txt:3:1)\n  \
             --> storm/post.txt:3:1 (post)\n      6 people died.\n      ^\n\
             accept, reject or skip? [a/r/s/q/?] \n2 of 2, snapshots/storm.snap\n  rule dead: pass → fail\n      \
             post gives the dead as 6, which is not at most 5\naccept, reject or skip? [a/r/s/q/?] \n1 accepted, 1 rejected, 0 left for later\n\
             to be mended in the articles:\n  post: dead 5 → 6 (storm/post.txt:3:1)\n"
        );
    }

    /// What another wrote while somebody was asked, and what is said and kept when both changes are accepted then.
    #[test]
    fn what_others_wrote_meanwhile_stays() {
        const FILE: &str = "snapshots/storm.snap";
        for (from, to, said, code) in [
            (
                "source | post",
                "source | post\nclaim | dead | Gazette | 9 | 9 people",
                "2 accepted, 0 rejected, 0 left",
                FINE,
            ),
            (
                "claim | dead | post | 5 | 5 people",
                "claim | dead | post | 7 | 7 people",
                "1 accepted, 0 rejected, 1 left",
                WRONG,
            ),
            ("outcome | dead | pass", "outcome | dead | fail", "2 accepted, 0 rejected, 0 left", FINE),
            ("outcome | dead | pass\n", "", "1 accepted, 0 rejected, 1 left", WRONG),
            ("---\nversion", "damaged", "0 accepted, 0 rejected, 2 left", WRONG),
        ] {
            let folder = changed();
            let whole = read(&folder);
            let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
            assert!(text.contains(from), "{text}");
            write(&folder, FILE, &text.replace(from, to));
            let mut told = Vec::new();
            let given =
                ask(&whole, &Style::default(), &mut "a\na\n".as_bytes(), &mut Speech::plain(&mut told)).unwrap();
            let told = String::from_utf8(told).unwrap();
            assert!(told.contains(said), "{from} -> {to}: {told}");
            assert_eq!((given, told.contains("not accepted")), (code, code == WRONG), "{from} -> {to}: {told}");
            let kept = fs::read_to_string(folder.path().join(FILE)).unwrap();
            assert!(kept.contains(to.lines().last().unwrap_or_default()), "{from} -> {to}: {kept}");
        }
    }

    #[test]
    fn only_what_was_accepted_is_written() {
        let folder = changed();
        let before = read(&folder).snapshots.stories["storm"].1.facts.clone();
        ask(&read(&folder), &Style::default(), &mut "s\na\n".as_bytes(), &mut Speech::plain(Vec::new())).unwrap();
        let after = read(&folder).snapshots.stories["storm"].1.facts.clone();
        let differing: Vec<&Fact> = before.symmetric_difference(&after).collect();
        assert!(differing.iter().all(|fact| matches!(fact, Fact::Outcome { .. })), "{differing:?}");
        assert_eq!(differing.len(), 2);
    }
}
