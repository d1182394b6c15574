//! What was read is kept for the next run, and changes nothing that is printed.

use crate::support::{Run, crosscheck, project, read, write};
use std::{fs, path::Path};

const CACHE: &str = ".crosscheck_cache";

fn kept(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join(CACHE)).into_iter().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    names
}

fn check(folder: &Path, more: &[&str]) -> Run {
    crosscheck(folder, &[&["check", "--format", "json"], more].concat())
}

/// Puts other words into everything that is kept: what is printed then shows whether it was read from there.
fn forge(folder: &Path, from: &str, to: &str) {
    for name in kept(folder) {
        let path = format!("{CACHE}/{name}");
        let text = fs::read_to_string(folder.join(&path)).unwrap();
        write(folder, &path, text.replace(from, to));
    }
}

#[test]
fn a_warm_run_prints_what_a_cold_one_does() {
    for format in ["text", "json", "sarif", "markdown", "csv", "ndjson"] {
        let folder = project();
        let run = |more: &[&str]| crosscheck(folder.path(), &[&["check", "--format", format], more].concat());
        let without = run(&["--no-cache"]);
        assert!(kept(folder.path()).is_empty());
        assert_eq!(run(&[]), without, "{format}, cold");
        assert_eq!(kept(folder.path()).len(), 2);
        assert_eq!(run(&[]), without, "{format}, warm");
    }
    let folder = project();
    let claims = |more: &[&str]| crosscheck(folder.path(), &[&["claims", "--format", "ndjson"], more].concat());
    let without = claims(&["--no-cache"]);
    assert_eq!((claims(&[]), claims(&[])), (without.clone(), without));
}

#[test]
fn only_what_changed_is_read_again() {
    let folder = project();
    let cold = check(folder.path(), &[]);
    forge(folder.path(), "120", "777");
    assert!(check(folder.path(), &[]).stdout.contains("777"), "it was read from what is kept");
    assert!(!check(folder.path(), &["--no-cache"]).stdout.contains("777"));
    // Another article changes nothing; the article itself does.
    let radio = read(folder.path(), "articles/radio.txt");
    write(folder.path(), "articles/radio.txt", format!("{radio}\nIt rained.\n"));
    assert!(check(folder.path(), &[]).stdout.contains("777"));
    let herald = read(folder.path(), "articles/herald.txt");
    write(folder.path(), "articles/herald.txt", format!("{herald}\n"));
    assert!(!check(folder.path(), &[]).stdout.contains("777"));
    write(folder.path(), "articles/radio.txt", radio);
    write(folder.path(), "articles/herald.txt", herald);
    assert_eq!(check(folder.path(), &[]), cold);
}

/// What each of these changes is read anew; a rule that asks nothing else of the articles is not.
#[test]
fn what_it_is_read_for_is_part_of_what_is_kept() {
    for (file, from, to, is_used) in [
        ("rules/ferry.yaml", "passengers", "travellers", false),
        ("rules/ferry.yaml", "rules:", "names: {Ode: [Odde]}\nrules:", false),
        ("crosscheck.yaml", "rules:", "lexicon: acled\nrules:", false),
        ("rules/ferry.yaml", "rules:", "rules:\n  - crossing time cited in every source", true),
    ] {
        let folder = project();
        check(folder.path(), &[]);
        forge(folder.path(), "\"exact\":\"50 minutes\"", "\"exact\":\"77 minutes\"");
        let text = read(folder.path(), file);
        assert!(text.contains(from), "{text}");
        write(folder.path(), file, text.replacen(from, to, 1));
        let run = check(folder.path(), &[]);
        assert_eq!(run.stdout.contains("77 minutes"), is_used, "{file} {to}: {}", run.stderr);
    }
}

#[test]
fn what_is_damaged_is_read_anew() {
    let folder = project();
    let cold = check(folder.path(), &[]);
    for damage in ["", "{", "null", "{\"key\":\"x\"}", "\u{0}\u{1}"] {
        for name in kept(folder.path()) {
            write(folder.path(), format!("{CACHE}/{name}"), damage);
        }
        assert_eq!(check(folder.path(), &[]), cold, "{damage:?}");
    }
    for name in kept(folder.path()) {
        let path = folder.path().join(CACHE).join(&name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, &text[..text.len() - 9]).unwrap();
    }
    assert_eq!(check(folder.path(), &[]), cold, "cut");
    fs::remove_dir_all(folder.path().join(CACHE)).unwrap();
    write(folder.path(), CACHE, "a file");
    assert_eq!(check(folder.path(), &[]), cold, "no folder");
}

#[test]
fn what_belongs_to_no_article_goes() {
    let folder = project();
    check(folder.path(), &[]);
    let before = kept(folder.path());
    fs::rename(folder.path().join("articles/radio.txt"), folder.path().join("articles/radio-2.txt")).unwrap();
    check(folder.path(), &[]);
    let after = kept(folder.path());
    assert_eq!((before.len(), after.len(), before == after), (2, 2, false));
    // A run about one article takes nothing of the others away.
    check(folder.path(), &["articles/herald.txt"]);
    assert_eq!(kept(folder.path()), after);
    assert_eq!(fs::read_to_string(folder.path().join(CACHE).join(".gitignore")).unwrap(), "*\n");
}

#[test]
fn without_a_configuration_nothing_is_kept() {
    let folder = project();
    fs::rename(folder.path().join("crosscheck.yaml"), folder.path().join("old.txt")).unwrap();
    let run = crosscheck(folder.path(), &["check", "articles", "--rules", "rules"]);
    assert!(run.code < 2 && kept(folder.path()).is_empty(), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn nothing_is_kept_outside_of_the_project() {
    let (folder, outside) = (project(), tempfile::TempDir::new().unwrap());
    std::os::unix::fs::symlink(outside.path(), folder.path().join(CACHE)).unwrap();
    let run = check(folder.path(), &[]);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    assert_eq!(run, check(folder.path(), &["--no-cache"]));
}
