//! What one says told of another who speaks in the story.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen};
use crate::attribution::Attribution;

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "speaker",
    about: "another who speaks in the story for the speaker of a claim",
    makes: Makes::Text(made, Unseen::Unread),
};

fn made(scene: &ChangeScene<'_>) -> Vec<Alteration> {
    let told = scene.speech.all.iter().filter(|one| !one.is_inferred && one.speaker.stands_for.is_none());
    let mut found: Vec<Alteration> = told.filter_map(|one| of_speaker(scene, one)).collect();
    found.dedup();
    found
}

fn of_speaker(scene: &ChangeScene<'_>, attribution: &Attribution) -> Option<Alteration> {
    let is_claimed =
        |content: &std::ops::Range<usize>| scene.claimed.meets(scene.text.span_of(content.start, content.end));
    let full = attribution.speaker.name.as_deref().filter(|_| attribution.content.iter().any(is_claimed))?;
    let words = &attribution.speaker.words;
    let own = scene.names.iter().find(|name| words.start <= name.first && name.end <= words.end)?;
    let other = other(scene, full)?;
    let is_short = own.end - own.first == 1;
    let with = if is_short { other.rsplit(' ').next().unwrap_or(other) } else { other };
    let span = scene.text.span_of(own.first, own.end);
    Some(Alteration { span, with: with.to_string(), whole: span })
}

/// The next of those who speak who shares no word with one.
fn other<'s>(scene: &'s ChangeScene<'_>, full: &str) -> Option<&'s str> {
    let is_other = |name: &&str| !name.split(' ').any(|word| full.split(' ').any(|own| own == word));
    // One word alone may be anything that begins with a capital.
    let is_full = |name: &&str| name.contains(' ');
    let all = || scene.speakers.iter().map(|name| &**name).filter(is_full).filter(is_other);
    all().find(|name| *name > full).or_else(|| all().next())
}
