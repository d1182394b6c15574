//! `crosscheck explain`: a rule from its sentence to the words of the articles, one phrase tried on them, one article with all
//! that is found in it, or what a code means.

use super::{FINE, WRONG, arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{
    diagnostic::{Code, code},
    pipeline,
    report::{self, CodePage},
};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(arguments: &arguments::ExplainArguments) -> anyhow::Result<u8> {
    match arguments {
        arguments::ExplainArguments { article: Some(article), clauses: true, .. } => run_clauses(arguments, article),
        arguments::ExplainArguments { article: Some(article), .. } => run_article(arguments, article),
        arguments::ExplainArguments { phrase: Some(phrase), .. } => run_phrase(arguments, phrase),
        arguments::ExplainArguments { code: Some(name), .. } => run_code(arguments, name),
        arguments::ExplainArguments { rule: Some(rule), .. } => run_rule(arguments, rule),
        arguments::ExplainArguments { .. } => print_codes(arguments, CodePage::All),
    }
}

fn run_code(arguments: &arguments::ExplainArguments, name: &str) -> anyhow::Result<u8> {
    match Code::find(name) {
        Some(code) => print_codes(arguments, CodePage::Of(code)),
        None => {
            let near = Code::nearest(name).map(|code| format!("; did you mean `{code}`?")).unwrap_or_default();
            anyhow::bail!("there is no code `{name}`{near}\n`crosscheck explain --codes` lists them all")
        }
    }
}

fn print_codes(arguments: &arguments::ExplainArguments, page: CodePage) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::CODES, name) else { anyhow::bail!("there is no format `{name}`") };
    output::write(format, &page, &[], &arguments.output)?;
    Ok(FINE)
}

fn run_rule(arguments: &arguments::ExplainArguments, rule: &str) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::EXPLANATIONS, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    match progress::during(&project, |step| pipeline::explain(&project, rule, step)) {
        Ok((explanations, diagnostics)) => {
            output::write(format, &explanations, &diagnostics, &arguments.output)?;
            Ok(code_of_diagnostics(&diagnostics))
        }
        // Somebody whose project is broken asks for a code: what is wrong with the project was printed with it.
        Err(_) if let Some(code) = Code::find(rule) => print_codes(arguments, CodePage::Of(code)),
        // A rule that is not there may be one with a mistake.
        Err(unknown) => {
            output::write_diagnostics(&project.diagnostics, &arguments.output);
            anyhow::bail!(unknown)
        }
    }
}

fn run_phrase(arguments: &arguments::ExplainArguments, phrase: &str) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::EXPLANATIONS, name) else { anyhow::bail!("there is no format `{name}`") };
    let mut paths = arguments.articles.paths.clone();
    paths.splice(0..0, arguments.rule.as_ref().map(PathBuf::from));
    let mut project = super::load(&arguments.project, &paths)?;
    // Nobody needs a rule to try a phrase.
    project.diagnostics.retain(|found| found.code != code::NO_RULES);
    let (rules, of_phrase) = project.rules.of_phrase(phrase, &project.lexicon);
    project.rules = rules;
    project.diagnostics.extend(of_phrase);
    spare_articles(&project, &arguments.output)?;
    match progress::during(&project, |step| pipeline::explain(&project, phrase.trim(), step)) {
        Ok((explanations, diagnostics)) => {
            output::write(format, &explanations, &diagnostics, &arguments.output)?;
            Ok(code_of_diagnostics(&diagnostics))
        }
        // There is no such topic where the phrase has a mistake.
        Err(_) => {
            output::write_diagnostics(&project.diagnostics, &arguments.output);
            Ok(WRONG)
        }
    }
}

fn run_article(arguments: &arguments::ExplainArguments, article: &Path) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::MARKED, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = super::load(&arguments.project, &[article.to_path_buf()])?;
    spare_articles(&project, &arguments.output)?;
    let (marked, diagnostics) = progress::during(&project, |step| pipeline::marked(&project, step));
    output::write(format, &marked, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}

fn run_clauses(arguments: &arguments::ExplainArguments, article: &Path) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::CLAUSES, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = super::load(&arguments.project, &[article.to_path_buf()])?;
    spare_articles(&project, &arguments.output)?;
    let (read, diagnostics) = progress::during(&project, |step| pipeline::read_clauses(&project, step));
    output::write(format, &read, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}
