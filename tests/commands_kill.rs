//! A run that is killed at any moment leaves the old file or the new one, whole.
#![cfg(unix)]

use crate::support::{command, crosscheck, project, write};
use std::{fs, path::Path, time::Duration};
use tempfile::TempDir;

/// So many milliseconds after its start a run is killed.
const DELAYS: [u64; 7] = [1, 4, 8, 12, 18, 30, 60];

fn read(folder: &Path, file: &str) -> Option<String> {
    fs::read_to_string(folder.join(file)).ok()
}

/// The small project, in which something is to be written now.
fn changed() -> TempDir {
    let folder = project();
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    crosscheck(folder.path(), &["check", "-q", "--baseline", "old.json", "--update-baseline"]);
    let herald = read(folder.path(), "articles/herald.txt").unwrap();
    write(
        folder.path(),
        "articles/herald.txt",
        herald.replace("120 passengers", "130 passengers").replace("50 minutes", "55 minutes"),
    );
    folder
}

/// Files of a folder that a stopped run may leave, and the next one sweeps.
fn left(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".crosscheck-")).collect()
}

#[test]
fn the_old_file_or_the_new_one_is_there_whole() {
    let fingerprint = {
        let run = crosscheck(project().path(), &["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        report["stories"][0]["findings"][0]["fingerprint"].as_str().unwrap().to_string()
    };
    let commands: [(&str, Vec<&str>); 4] = [
        ("snapshots/ferry.snap", vec!["snapshot"]),
        ("snapshots/ferry.snap", vec!["review", "--accept"]),
        ("old.json", vec!["check", "-q", "--baseline", "old.json", "--update-baseline", "--allow-new"]),
        ("crosscheck.yaml", vec!["accept", &fingerprint, "--reason", "known"]),
    ];
    for (file, arguments) in &commands {
        // The accepted finding is that of the unchanged project.
        let fresh = || if arguments[0] == "accept" { project() } else { changed() };
        let whole = fresh();
        let old = read(whole.path(), file);
        let run = crosscheck(whole.path(), arguments);
        let new = read(whole.path(), file);
        assert_ne!(old, new, "{arguments:?}: {}", run.stderr);
        for delay in DELAYS {
            let folder = fresh();
            let mut child = command(folder.path(), arguments).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(delay));
            child.kill().unwrap();
            child.wait().unwrap();
            let kept = read(folder.path(), file);
            assert!(kept == old || kept == new, "{arguments:?} after {delay} ms: {kept:?}");
            crosscheck(folder.path(), arguments);
            assert_eq!(read(folder.path(), file), new, "{arguments:?} after {delay} ms");
            for place in [folder.path(), &folder.path().join("snapshots")] {
                assert_eq!(left(place), [""; 0], "{arguments:?} after {delay} ms");
            }
        }
    }
}
