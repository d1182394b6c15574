//! Answers at the terminal, and what is written for each.

use super::*;
use crate::{cli::snapshot::OpenFolder, snapshot::Snapshot};
use std::fs;
use tempfile::TempDir;

const RULES: &str = "topics:\n  dead:\n    kind: count\n    phrases: [<count> people died]\n  boats:\n    kind: count\n    phrases: \
                     [<count> boats sank]\nrules:\n  - id: dead\n    \
                     rule: dead at most 5\n";

fn write(folder: &TempDir, file: &str, text: &str) {
    let file = folder.path().join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn read(folder: &TempDir) -> Whole {
    let config = Some(folder.path().join("crosscheck.yaml"));
    let project = arguments::ProjectArguments { config, rules: Vec::new(), packs: Vec::new(), allow_outside: false };
    snapshot::whole(&project, &arguments::CacheArguments { no_cache: true }, &[]).unwrap()
}

/// A project of which two things changed since its snapshot: a figure with what the rule answers, and another figure.
fn changed() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(&folder, "crosscheck.yaml", "rules: [rules.yaml]\n");
    write(&folder, "rules.yaml", RULES);
    write(&folder, "storm/post.txt", "The storm\n\n5 people died. 2 boats sank.\n");
    let whole = read(&folder);
    for story in &whole.report.stories {
        let file = whole.snapshots.file_of(&story.story);
        OpenFolder::of(&whole.project).unwrap().write(&file, &Snapshot::of(story)).unwrap();
    }
    write(&folder, "storm/post.txt", "The storm\n\n6 people died. 3 boats sank.\n");
    folder
}

/// The exit code of these answers, with what is said to them.
fn answered(whole: &Whole, answers: &str, said: &mut Vec<u8>) -> u8 {
    ask(&mut Steps::new(whole), &Style::default(), &mut answers.as_bytes(), &mut Speech::plain(said)).unwrap()
}

/// What is said to these answers, the exit code, and the changes that are left.
fn asked(answers: &str) -> (String, u8, Vec<String>) {
    let folder = changed();
    let mut said = Vec::new();
    let code = answered(&read(&folder), answers, &mut said);
    let left =
        read(&folder).report.stories.iter().flat_map(|story| story.comparison.changes().to_vec()).collect::<Vec<_>>();
    let left = left.into_iter().map(|change| change.message).collect();
    (String::from_utf8(said).unwrap(), code, left)
}

const BOATS: &str = "post: boats 2 → 3";
const DEAD: &str = "post: dead 5 → 6; rule dead: pass → fail";

#[test]
fn each_answer_does_what_it_says() {
    for (answers, code, left, last) in [
        ("a\na\n", FINE, &[][..], "2 accepted, 0 rejected, 0 left for later"),
        (" Accept\nskip\n", FINE, &[DEAD], "1 accepted, 0 rejected, 1 left for later"),
        ("s\na\n", FINE, &[BOATS], "1 accepted, 0 rejected, 1 left for later"),
        ("a\nr\n", FAILED, &[DEAD], "1 accepted, 1 rejected, 0 left for later"),
        ("a\nq\n", FINE, &[DEAD], "1 accepted, 0 rejected, 1 left for later"),
        ("a\n", FINE, &[DEAD], "1 accepted, 0 rejected, 1 left for later"),
        ("", FINE, &[BOATS, DEAD], "0 accepted, 0 rejected, 2 left for later"),
        ("yes\n?\nr\nr\n", FAILED, &[BOATS, DEAD], "0 accepted, 2 rejected, 0 left for later"),
        ("A\n", FINE, &[], "2 accepted, 0 rejected, 0 left for later"),
        ("r\nall\n", FAILED, &[BOATS], "1 accepted, 1 rejected, 0 left for later"),
        // Back takes the answer before it back: nothing of it stays.
        ("a\nb\ns\na\n", FINE, &[BOATS], "1 accepted, 0 rejected, 1 left for later"),
        ("r\nback\na\na\n", FINE, &[], "2 accepted, 0 rejected, 0 left for later"),
        ("b\nb\nq\n", FINE, &[BOATS, DEAD], "0 accepted, 0 rejected, 2 left for later"),
        ("a\na\n", FINE, &[], "2 accepted, 0 rejected, 0 left for later"),
    ] {
        let (said, given, still) = asked(answers);
        assert_eq!((given, still), (code, left.iter().map(ToString::to_string).collect()), "{answers:?}");
        assert!(said.contains(last), "{answers:?}: {said}");
    }
}

#[test]
fn a_change_is_shown_with_both_sentences_and_what_follows_from_it() {
    let (said, ..) = asked("r\na\n");
    assert_eq!(
        said,
        "\n1 of 2, snapshots/storm.snap\n  post: boats 2 → 3 (storm/post.txt:3:16)\n      was: 2 boats sank.\n           ^\n      \
         now: 3 boats sank.\n           ^\naccept, reject or skip? [a/r/s/b/A/q/?, then Enter] \n2 of 2, snapshots/storm.snap\n  \
         post: dead 5 → 6; rule dead: pass → fail (storm/post.txt:3:1)\n      was: 5 people died.\n           ^\n      \
         now: 6 people died.\n           ^\n      dead: post gives the dead as 6, which is not at most 5\n\
         accept, reject or skip? [a/r/s/b/A/q/?, then Enter] \n1 accepted, 1 rejected, 0 left for later\n\
         to be mended in the articles:\n  post: boats 2 → 3 (storm/post.txt:3:16)\n"
    );
}

/// One change is one answer: the figure and what the rule says of it go in together, or not at all.
#[test]
fn no_answer_is_accepted_without_its_cause() {
    let folder = changed();
    answered(&read(&folder), "s\na\n", &mut Vec::new());
    let kept = fs::read_to_string(folder.path().join("snapshots/storm.snap")).unwrap();
    assert!(kept.contains("| 6 people |") && kept.contains("outcome | dead | fail"), "{kept}");
    assert!(kept.contains("| 2 boats |"), "{kept}");
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
        ("---\nsource", "damaged", "0 accepted, 0 rejected, 2 left", WRONG),
    ] {
        let folder = changed();
        let whole = read(&folder);
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert!(text.contains(from), "{text}");
        write(&folder, FILE, &text.replace(from, to));
        let mut told = Vec::new();
        let given = answered(&whole, "a\na\n", &mut told);
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains(said), "{from} -> {to}: {told}");
        assert_eq!((given, told.contains("not done")), (code, code == WRONG), "{from} -> {to}: {told}");
        let kept = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert!(kept.contains(to.lines().last().unwrap_or_default()), "{from} -> {to}: {kept}");
    }
}
