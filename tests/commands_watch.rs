//! `crosscheck check --watch`, as somebody uses it who edits an article beside it.

use crate::support::{command, project, read, write};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Stdio},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

/// A run that never says what is waited for has failed; this is no measure of its speed.
const PATIENCE: Duration = Duration::from_secs(120);

/// Kills the run also where the test fails.
struct Watching {
    child: Child,
    said: Receiver<String>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Watching {
    /// What is said up to a line with these words.
    fn until(&self, words: &str) -> String {
        let mut all = String::new();
        loop {
            let line = self.said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no `{words}` in: {all}"));
            all.push_str(&format!("{line}\n"));
            if line.contains(words) {
                return all;
            }
        }
    }
}

#[test]
fn a_changed_article_is_checked_again() {
    let folder = project();
    let mut child = command(folder.path(), &["check", "--watch", "--report", "json=out.json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (to, said) = channel();
    let streams: [Box<dyn std::io::Read + Send>; 2] =
        [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
    for stream in streams {
        let to = to.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                drop(to.send(line));
            }
        });
    }
    let watching = Watching { child, said };
    watching.until("watching for changes");
    let radio = read(folder.path(), "articles/radio.txt");
    write(folder.path(), "articles/radio.txt", radio.replace("35 minutes", "36 minutes"));
    let said = watching.until("36 minutes");
    assert!(said.contains("changed: articles/radio.txt"), "{said}");
    watching.until("watching for changes");
    // A mistake in a rule file ends nothing.
    let rules = read(folder.path(), "rules/ferry.yaml");
    write(folder.path(), "rules/ferry.yaml", "rules: [\n");
    watching.until("changed: rules/ferry.yaml");
    watching.until("watching for changes");
    write(folder.path(), "rules/ferry.yaml", rules);
    watching.until("36 minutes");
}
