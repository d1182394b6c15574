//! What silent sources nearly say, with the phrases that would take it as lines of YAML.

use super::{
    Style,
    columns::{self, Paint, painted},
    evidence, summary,
    view::{NearlyPhrase, NearlyView},
};
use crate::yaml::{self, Around, WrittenStyle};

/// Under a finding or with a topic: the words of one source for each phrase, and the line.
pub fn draw(view: &NearlyView<'_>, style: &Style) -> String {
    if view.phrases.is_empty() {
        return String::new();
    }
    let title = "nearly found where a source is silent; a line for `phrases:`";
    let mut text = format!("  {}\n", painted(&format!("{title}:"), Paint::Guide, style.colour));
    for phrase in &view.phrases {
        text.push_str(&evidence::excerpt(&phrase.told, style));
        text.push_str(&line(phrase, style));
    }
    text.push_str(&columns::and_more(evidence::INDENT, view.hidden));
    text
}

/// Under the matrix of a story: the lines alone.
pub fn lines(view: &NearlyView<'_>, style: &Style) -> String {
    if view.phrases.is_empty() {
        return String::new();
    }
    let title = "≈ silent, but nearly found; each of these lines, below `phrases:` of its topic, would take it:";
    let mut text = format!("{}\n", painted(title, Paint::Faint, style.colour));
    view.phrases.iter().for_each(|phrase| text.push_str(&line(phrase, style)));
    text.push_str(&columns::and_more(evidence::INDENT, view.hidden));
    text
}

/// `- <count> boats approaching  # boats in the attack, 2 sources`.
fn line(phrase: &NearlyPhrase<'_>, style: &Style) -> String {
    let written = yaml::written(phrase.phrase, WrittenStyle::Plain, Around::Lines);
    let sources = summary::counted(phrase.sources(), "source");
    let note = painted(&format!("# {}, {sources}", columns::words(phrase.topic)), Paint::Faint, style.colour);
    format!("{}- {}  {note}\n", evidence::INDENT, columns::words(&written))
}
