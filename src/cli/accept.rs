//! `crosscheck accept`: one finding, accepted with a reason in the project's configuration.

use super::{FINE, WRONG, arguments, is_in_ci, output, progress};
use crate::{
    files::{self, Lock},
    finding::{Finding, Report},
    pipeline,
    printable::printable,
    project::{self, Project},
};
use anyhow::Context;
use std::collections::BTreeMap;

/// A fingerprint may be cut to so many digits.
const SHORTEST: usize = 6;

/// Runs the command.
pub fn run(arguments: &arguments::AcceptArguments) -> anyhow::Result<u8> {
    output::style(arguments.talk.color);
    if is_in_ci() {
        output::complain("CI is set, so nothing is written: run this where somebody looks at it, and commit the file");
        return Ok(WRONG);
    }
    let reason = arguments.reason.trim();
    if reason.is_empty() {
        anyhow::bail!("the reason is empty: who reads it later has to know why this is accepted");
    }
    let mut project = super::load_kept(&arguments.project, &arguments.cache, &[])?;
    project.today = super::day(None);
    let report = progress::during(&project, |step| pipeline::judge(&project, pipeline::claims(&project, step)));
    let found = found(&report, &arguments.fingerprint)?;
    let fingerprint = found.fingerprint.to_string();
    let expires = arguments.expires.map(|day| day.to_string());
    let keys = [("rule", Some(&found.rule)), ("fingerprint", Some(&fingerprint))];
    let reason = reason.to_string();
    let more = [("reason", Some(&reason)), ("owner", arguments.owner.as_ref()), ("expires", expires.as_ref())];
    let keys = keys.into_iter().chain(more).filter_map(|(key, value)| Some((key, value?.as_str())));
    let file = write(&project, &keys.collect::<Vec<_>>())?;
    if !arguments.talk.quiet {
        output::say(&format!("accepted in {}: {}\n", printable(&file), printable(&found.message)))?;
    }
    Ok(FINE)
}

/// The failed finding of this fingerprint.
fn found<'r>(report: &'r Report, fingerprint: &str) -> anyhow::Result<&'r Finding> {
    let print = fingerprint.trim().to_lowercase();
    if print.len() < SHORTEST {
        anyhow::bail!(
            "a fingerprint has at least {SHORTEST} digits: `crosscheck check --verbose` shows those of failures"
        );
    }
    let all = report.stories.iter().flat_map(|story| &story.findings);
    let mut meant: BTreeMap<String, &Finding> = BTreeMap::new();
    for finding in all.filter(|finding| finding.fingerprint.to_string().starts_with(&print)) {
        meant.entry(finding.fingerprint.to_string()).or_insert(finding);
    }
    let mut meant = meant.into_values();
    match (meant.next(), meant.next()) {
        (Some(_), Some(_)) => anyhow::bail!("several findings begin with `{print}`: write more of its digits"),
        (Some(only), None) if only.failure => Ok(only),
        (Some(only), None) if only.suppressed.is_some() => anyhow::bail!("this finding is accepted already"),
        (Some(_), None) => anyhow::bail!("this finding fails nothing, so there is nothing to accept"),
        (None, _) => {
            anyhow::bail!(
                "no finding has the fingerprint `{print}`: `crosscheck check --verbose` shows those of failures"
            )
        }
    }
}

/// Writes the entry into the configuration; gives the name of the file.
fn write(project: &Project, keys: &[(&str, &str)]) -> anyhow::Result<String> {
    let Some(path) = project.configuration.as_deref() else {
        anyhow::bail!("there is no crosscheck.yaml to write it into: `crosscheck init` makes one");
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Two at once would lose what one of them accepts.
    let _lock = Lock::of(&project.root).context("the folder of crosscheck.yaml cannot be opened")?;
    let bytes = files::read(path, &files::YAML).map_err(|why| anyhow::anyhow!("{name} cannot be read: {why}"))?;
    let text = String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
    let text = project::with_suppression(&name, &text, keys).map_err(|found| anyhow::Error::new(*found))?;
    output::write_file(path, &text)?;
    Ok(name)
}
