//! Every mistake in a rule file or in `crosscheck.yaml`, as it is shown: one file a mistake in `fixtures/diagnostics/`.

use crosscheck::rooms::{
    diagnostic::{Colour, Diagnostic, render},
    lexicon::Lexicon,
    project::{self, ProjectOptions},
    rule::{self, Defaults, RuleSource},
    yaml,
};
use std::path::{Path, PathBuf};

fn shown(diagnostics: &[Diagnostic]) -> String {
    assert!(!diagnostics.is_empty(), "the fixture has no mistake");
    diagnostics.iter().map(|diagnostic| render(diagnostic, Colour::Plain)).collect::<Vec<_>>().join("\n\n")
}

fn of_rule_file(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let diagnostics = match yaml::decode(&name, std::fs::read(path).unwrap()) {
        Ok(text) => rule::read(&[RuleSource { path: name, text }], &Defaults::default(), Lexicon::english()).1,
        Err(diagnostic) => vec![*diagnostic],
    };
    shown(&diagnostics)
}

#[test]
fn rule_files() {
    insta::glob!("../fixtures/diagnostics", "*.yaml", |path| {
        insta::assert_snapshot!(of_rule_file(path));
    });
}

#[test]
fn projects() {
    insta::glob!("../fixtures/diagnostics/project", "*.yaml", |path| {
        let arguments = ProjectOptions {
            working_folder: PathBuf::from(path.parent().unwrap()),
            config: Some(PathBuf::from(path.file_name().unwrap())),
            ..ProjectOptions::default()
        };
        insta::assert_snapshot!(shown(&project::load(&arguments).diagnostics));
    });
}
