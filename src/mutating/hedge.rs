//! A hedge turned into its opposite, else left out.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen, written};
use crate::mention::Mention;

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "hedge",
    about: "a hedge: \"more than\" for \"less than\", \"about\" left out",
    makes: Makes::Text(made, Unseen::Equal),
};

fn made(scene: &ChangeScene<'_>) -> Vec<Alteration> {
    scene.claimed_mentions().filter_map(|mention| of_mention(scene, mention)).collect()
}

fn of_mention(scene: &ChangeScene<'_>, mention: &Mention) -> Option<Alteration> {
    let hedge = mention.value.hedge.as_deref().filter(|hedge| !hedge.is_empty())?.to_lowercase();
    let whole = mention.span.of(scene.text.source());
    // What changes its length in small letters is not looked for.
    let lower = Some(whole.to_lowercase()).filter(|lower| lower.len() == whole.len())?;
    let at = lower.find(&hedge)?;
    let (before, behind) = (whole.get(..at)?, whole.get(at + hedge.len()..)?);
    let with = match scene.lexicon.mutations().hedges.get(&hedge) {
        Some(other) => format!("{before}{other}{behind}"),
        None => format!("{before}{}", behind.strip_prefix(' ').unwrap_or(behind)).trim_end().to_string(),
    };
    let is_left = with.chars().any(char::is_alphanumeric);
    is_left.then(|| Alteration {
        span: mention.span,
        with: written::recased_at_first(&with, whole),
        whole: scene.shown(mention),
    })
}
