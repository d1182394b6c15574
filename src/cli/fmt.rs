//! `crosscheck fmt`: the sentences of rule files in canonical form, in place.

use super::{FAILED, FINE, arguments, code_of_diagnostics, not_of_articles, output};
use crate::{
    diagnostic::{Diagnostic, code},
    project::Project,
    report::{self, Detail},
    rule::{self, CanonicalFile, Defaults, Mending, RuleSource},
};

/// Runs the command.
pub fn run(arguments: &arguments::FmtArguments) -> anyhow::Result<u8> {
    output::style(arguments.talk.color);
    if arguments.fix && !arguments.check {
        let (project, chosen) = chosen(arguments)?;
        let mended = write(arguments, &project, &changed(&project, &chosen, Mending::AsOffered))?;
        // What is left to tell is told of the files as they are now.
        return finish(arguments, mended);
    }
    finish(arguments, 0)
}

/// Writes the files in canonical form, or tells what would change, and tells their mistakes.
fn finish(arguments: &arguments::FmtArguments, mended: usize) -> anyhow::Result<u8> {
    let (project, chosen) = chosen(arguments)?;
    let mending = if arguments.fix { Mending::AsOffered } else { Mending::Nothing };
    let changed = changed(&project, &chosen, mending);
    let mistakes = if arguments.paths.is_empty() {
        not_of_articles(&project).cloned().collect()
    } else {
        of_files(&project, &chosen)
    };
    output::complain_about(&mistakes, Detail::Normal);
    let code = code_of_diagnostics(&mistakes);
    if arguments.check {
        if code == FINE || !changed.is_empty() {
            say(arguments, &would_change(&changed))?;
        }
        return Ok(code.max(if changed.is_empty() { FINE } else { FAILED }));
    }
    let written = write(arguments, &project, &changed)?;
    let offered = mistakes.iter().filter(|mistake| mistake.instead.is_some()).count();
    if !arguments.fix && offered > 0 {
        let mistakes = report::counted(offered, "mistake");
        say(arguments, &format!("{mistakes} with an answer: `crosscheck fmt --fix` writes it\n"))?;
    }
    if code == FINE && written + mended == 0 {
        say(arguments, "every sentence is canonical\n")?;
    }
    Ok(code)
}

/// The chosen files of which something is to be written otherwise.
fn changed(project: &Project, chosen: &[String], mending: Mending) -> Vec<CanonicalFile> {
    let (sources, library, lexicon) = (&project.sources, project.library(), &project.lexicon);
    let (files, _) = rule::canonical(sources, &library, &Defaults::default(), lexicon, mending);
    files.into_iter().filter(|file| chosen.contains(&file.path) && !file.edits.is_empty()).collect()
}

/// Writes files, and says how many sentences that changed.
fn write(arguments: &arguments::FmtArguments, project: &Project, files: &[CanonicalFile]) -> anyhow::Result<usize> {
    for file in files {
        output::write_file(&project.root.join(&file.path), &file.text)?;
        say(arguments, &format!("{}: {}\n", file.path, report::counted(file.edits.len(), "sentence")))?;
    }
    Ok(files.len())
}

fn say(arguments: &arguments::FmtArguments, text: &str) -> anyhow::Result<()> {
    if arguments.talk.quiet { Ok(()) } else { output::say(text) }
}

/// The project whose topics the sentences may name, and the files to look at. Rule files that are none of the project's
/// have only each other's topics.
fn chosen(arguments: &arguments::FmtArguments) -> anyhow::Result<(Project, Vec<String>)> {
    let own = |rules| arguments::ProjectArguments {
        packs: Vec::new(),
        config: arguments.config.clone(),
        rules,
        allow_outside: arguments.allow_outside,
    };
    let names = |sources: &[RuleSource]| sources.iter().map(|source| source.path.clone()).collect::<Vec<_>>();
    let mut project = super::load(&own(Vec::new()), &[])?;
    if arguments.paths.is_empty() {
        let chosen = names(&project.sources);
        return Ok((project, chosen));
    }
    let mut named = super::load(&own(arguments.paths.clone()), &[])?;
    let chosen = names(&named.sources);
    if !chosen.iter().all(|path| names(&project.sources).contains(path)) {
        return Ok((named, chosen));
    }
    // What is wrong with the arguments is known to the one, what with the sentences to the other.
    named.diagnostics.retain(is_of_argument);
    project.diagnostics.append(&mut named.diagnostics);
    Ok((project, chosen))
}

/// Whether a path of the command line names no rule file.
fn is_of_argument(found: &Diagnostic) -> bool {
    [code::MISSING_RULES, code::UNREADABLE_RULES].contains(&found.code) && is_of_whole(found)
}

fn is_of_whole(found: &Diagnostic) -> bool {
    found.place.as_ref().is_none_or(|place| place.line == 0)
}

/// The mistakes of the chosen files, and those for which there is no file.
fn of_files(project: &Project, chosen: &[String]) -> Vec<Diagnostic> {
    let is_chosen = |found: &&Diagnostic| {
        let is_in_file = found.place.as_ref().is_some_and(|place| chosen.contains(&place.file));
        let is_of_run = is_of_whole(found) && found.code != code::MISSING_PATH;
        is_in_file || is_of_run
    };
    not_of_articles(project).filter(is_chosen).cloned().collect()
}

/// Each sentence as it is and as it would be.
fn would_change(files: &[CanonicalFile]) -> String {
    let mut text = String::new();
    for file in files {
        for edit in &file.edits {
            let place = format!("{}:{}:{}", file.path, edit.at.line, edit.at.column);
            text.push_str(&format!("{place}\n  - {}\n  + {}\n", edit.before, edit.after));
        }
    }
    let sentences: usize = files.iter().map(|file| file.edits.len()).sum();
    match sentences {
        0 => "every sentence is canonical\n".to_string(),
        _ => {
            let verb = if sentences == 1 { "is" } else { "are" };
            format!(
                "{text}{} in {} {verb} not canonical\n",
                report::counted(sentences, "sentence"),
                report::counted(files.len(), "file")
            )
        }
    }
}
