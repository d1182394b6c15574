//! What stands in the line of a headline and is no part of it: "LIVE:" before it, "| Selm Courier" behind it.

use super::{Metadata, citation::uncovered};
use crate::{
    fold,
    lexicon::ArticleWords,
    span::Span,
    text::{Block, Part},
};

/// A label before a headline has at most so many words.
const LONGEST_LABEL: usize = 3;
/// A site's name has at most so many words.
const LONGEST_SITE: usize = 5;
/// A headline without the site's name has at least so many words.
const FEWEST_WORDS: usize = 3;

/// Adds what is no part of the headlines among the blocks to the marks of a text.
pub(super) fn pass_over(
    text: &str,
    blocks: &[Block],
    metadata: &Metadata,
    words: &ArticleWords,
    markup: &mut Vec<Span>,
) {
    let headlines = blocks.iter().filter(|block| block.part == Part::Headline);
    let found: Vec<Span> =
        headlines.flat_map(|block| marks(block.span.of(text), metadata, words, block.span)).collect();
    let own: Vec<Span> = found.into_iter().flat_map(|mark| uncovered(mark, markup)).collect();
    markup.extend(own);
    markup.sort_unstable();
}

fn marks(line: &str, metadata: &Metadata, words: &ArticleWords, place: Span) -> Vec<Span> {
    let offset = place.range().start;
    let label = label_length(line, words);
    let rest = line.get(label..).unwrap_or_default();
    let site = site_length(rest, metadata, words);
    let site = if site > 0 { site } else { note_length(rest, words) };
    let label = (label > 0).then(|| Span::new(offset, offset + label));
    let site = (site > 0).then(|| Span::new(offset + line.len() - site, offset + line.len()));
    label.into_iter().chain(site).collect()
}

/// The length of " (PHOTOS, VIDEO)": labels in brackets at the end.
fn note_length(line: &str, words: &ArticleWords) -> usize {
    let kept = line.trim_end();
    let Some(open) = kept.rfind(['(', '[']).filter(|_| kept.ends_with([')', ']'])) else { return 0 };
    let inner = kept.get(open + 1..kept.len() - 1).unwrap_or_default();
    let is_label = |part: &str| words.headline_labels.contains(&*fold::words(part.trim()));
    let is_note = inner.split([',', '/', '+', '&']).all(is_label) && line.get(..open).is_some_and(has_words);
    if is_note { line.len() - open } else { 0 }
}

/// Whether something is said.
fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The length of "LIVE:".
fn label_length(line: &str, words: &ArticleWords) -> usize {
    let Some((label, rest)) = line.split_once(':') else { return 0 };
    let plain = label.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_label =
        plain.split_whitespace().count() <= LONGEST_LABEL && words.headline_labels.contains(&*fold::words(plain));
    if is_label && rest.contains(char::is_alphanumeric) { label.len() + 1 } else { 0 }
}

/// The length of " | Selm Courier", or of " - Selm Courier" where that is the source or ends as names of sites do.
fn site_length(line: &str, metadata: &Metadata, words: &ArticleWords) -> usize {
    let is_long = |cut: &usize| line.get(..*cut).is_some_and(|head| head.split_whitespace().count() >= FEWEST_WORDS);
    if let Some(cut) = line.find(" | ").filter(is_long) {
        return line.len() - cut;
    }
    let cuts = [" - ", " – ", " — "].into_iter().filter_map(|mark| Some((line.rfind(mark)?, mark.len())));
    let Some((cut, width)) = cuts.max().filter(|(cut, _)| is_long(cut)) else { return 0 };
    let site = line.get(cut + width..).unwrap_or_default();
    if is_site(site, metadata, words) { line.len() - cut } else { 0 }
}

fn is_site(site: &str, metadata: &Metadata, words: &ArticleWords) -> bool {
    let parts: Vec<&str> = site.split_whitespace().collect();
    let is_capital = |part: &&str| part.starts_with(char::is_uppercase) || part.len() < LONGEST_LABEL;
    let ends = || parts.last().is_some_and(|last| words.site_ends.contains(&*fold::words(last)));
    let named = parts.len() > 1 && parts.len() <= LONGEST_SITE && parts.iter().all(is_capital) && ends();
    named || fold::source(site) == fold::source(&metadata.source) || words.agency(site).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn headline(line: &str) -> String {
        let metadata = Metadata { source: "Quill".into(), ..Metadata::default() };
        let block = Block { span: Span::new(0, line.len()), part: Part::Headline };
        let mut markup = Vec::new();
        pass_over(line, &[block], &metadata, Lexicon::english().articles(), &mut markup);
        let mut at = 0;
        let mut words = String::new();
        for mark in markup {
            words.push_str(line.get(at..mark.range().start).unwrap());
            at = mark.range().end;
        }
        words.push_str(line.get(at..).unwrap());
        words.trim().to_string()
    }

    #[test]
    fn what_is_no_part_of_a_headline() {
        for (line, expected) in [
            ("LIVE: Dam breaks at Maurin", "Dam breaks at Maurin"),
            ("Updated: Dam breaks at Maurin", "Dam breaks at Maurin"),
            ("Breaking news: Dam breaks | Channel 4", "Dam breaks | Channel 4"),
            ("Dam breaks at Maurin | Channel 4", "Dam breaks at Maurin"),
            ("Dam breaks at Maurin | World | Selm Courier", "Dam breaks at Maurin"),
            ("Dam breaks at Maurin - Selm Courier", "Dam breaks at Maurin"),
            ("Dam breaks at Maurin – quill", "Dam breaks at Maurin"),
            ("Dam breaks at Maurin - Reuters", "Dam breaks at Maurin"),
            ("Dam breaks at Maurin (PHOTOS, VIDEO)", "Dam breaks at Maurin"),
            ("Dam breaks at Maurin [Video]", "Dam breaks at Maurin"),
        ] {
            assert_eq!(headline(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_a_part_of_it() {
        for line in [
            "Dam breaks at Maurin: 12 lost",
            "Dam breaks at Maurin - 12 lost",
            "Dam breaks at Maurin - Halvane",
            "Dam may break again - the board says in its report",
            "Live music: 12 clubs close",
            "LIVE:",
            "Dam breaks at Maurin (12 lost)",
            "(VIDEO)",
            "Maurin | Selm",
            "",
        ] {
            assert_eq!(headline(line), line);
        }
    }
}
