//! What a paragraph looks like by itself, wherever it stands.

use super::{
    byline::TopLine,
    caption,
    correction::{self, CorrectionCue},
    date_line::DateLine,
    paragraph::{ArticleParagraph, ParagraphShape},
    plain,
};
use crate::{
    fold,
    lexicon::{Class, Lexicon},
};

/// What a paragraph's words and shape show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The address of an article, and whether a label such as "Original url:" says that it is this one's.
    Address { address: String, is_labelled: bool },
    /// A label that an address should follow.
    AddressLabel,
    /// Names and dates, which mean something above the body only.
    Top(TopLine),
    /// Who reported and edited, under an agency's text.
    Credits,
    /// A line that leads elsewhere, and whether only lines below it say where.
    Link { is_label: bool },
    /// What a page shows beside its text.
    Placeholder,
    /// What an outlet had wrong, or the label above that.
    Correction(CorrectionCue),
    /// A caption with its credit, or alternative text.
    Caption,
    /// A credit and nothing else.
    Credit,
    /// A few words that no full stop ends.
    Short,
    /// Running text.
    Running,
}

/// Names and dates stand among so many paragraphs at most.
pub(super) const TOP: usize = 12;

/// No placeholder that is known as a whole is longer, in bytes.
const LONGEST_PLACEHOLDER: usize = 80;

/// A paragraph of more bytes is running text, or a caption by its end.
const LONGEST_LINE: usize = 600;

impl Look {
    /// Looks at the paragraph number `at`; `words` are its words without markup, `raw` its bytes.
    pub fn of(at: usize, raw: &str, words: &str, paragraph: &ArticleParagraph, lexicon: &Lexicon) -> Self {
        let shape = paragraph.shape;
        match shape {
            ParagraphShape::Picture => return Self::Caption,
            ParagraphShape::Row | ParagraphShape::Code => return Self::Running,
            ParagraphShape::Running | ParagraphShape::Heading(_) | ParagraphShape::Item => {}
        }
        if raw.len() > LONGEST_LINE {
            return if caption::is_caption(raw, lexicon) { Self::Caption } else { Self::Running };
        }
        let words = if words.contains(char::is_alphanumeric) { words.trim() } else { raw };
        let aside = || if paragraph.is_linked { linked(words, lexicon) } else { aside(words, lexicon) };
        if let Some(look) = address(raw, words, lexicon).or_else(aside) {
            return look;
        }
        if let Some(cue) = correction::cue(words, lexicon) {
            return Self::Correction(cue);
        }
        if shape == ParagraphShape::Running
            && let Some(line) = if at < TOP {
                TopLine::read(words, lexicon)
            } else {
                DateLine::read(words, lexicon).map(TopLine::dated)
            }
        {
            return Self::Top(line);
        }
        Self::below_the_top(words, shape, lexicon)
    }

    /// What a paragraph looks like where names and dates mean nothing: inside the body.
    pub fn below_the_top(words: &str, shape: ParagraphShape, lexicon: &Lexicon) -> Self {
        let is_heading = matches!(shape, ParagraphShape::Heading(_));
        if !is_heading && (caption::is_credit_alone(words, lexicon) || lexicon.articles().agency(words).is_some()) {
            Self::Credit
        } else if !is_heading && caption::is_caption(words, lexicon) {
            Self::Caption
        } else if is_credits(words, lexicon) {
            Self::Credits
        } else if is_heading || is_short(words) {
            Self::Short
        } else {
            Self::Running
        }
    }
}

/// An address, a label before one, or both.
fn address(raw: &str, words: &str, lexicon: &Lexicon) -> Option<Look> {
    let bare = raw.trim_start_matches(['<', '(', '[', '*', '_']).trim_end_matches(['>', ')', ']', '*', '_']);
    if plain::is_address(bare) && !bare.contains("](") {
        return Some(Look::Address { address: bare.to_string(), is_labelled: false });
    }
    if plain::is_address(words) {
        return Some(Look::Address { address: words.to_string(), is_labelled: false });
    }
    let (label, _) = words.split_once(':')?;
    if label.len() > 40 || !lexicon.articles().address_labels.iter().any(|known| *known == fold::words(label)) {
        return None;
    }
    let rest = raw.split_once(':').map_or("", |(_, rest)| rest).trim();
    let rest = rest.trim_start_matches(['<', '(', '*', '_', ' ']).trim_end_matches(['>', ')', '*', '_']);
    if plain::is_address(rest) {
        return Some(Look::Address { address: rest.to_string(), is_labelled: true });
    }
    let is_nothing_else = words.trim_end().ends_with(':');
    is_nothing_else.then_some(Look::AddressLabel)
}

/// Whether a sentence reads like a line that a page puts beside an article: a link, a placeholder, a caption with its credit.
pub fn is_boilerplate(words: &str, lexicon: &Lexicon) -> bool {
    words.len() <= LONGEST_LINE && (aside(words, lexicon).is_some() || caption::is_caption(words, lexicon))
}

/// Placeholders and links.
fn aside(words: &str, lexicon: &Lexicon) -> Option<Look> {
    if is_placeholder(words, lexicon) { Some(Look::Placeholder) } else { link(words, lexicon) }
}

/// The same of a paragraph all of whose words are a link's.
fn linked(words: &str, lexicon: &Lexicon) -> Option<Look> {
    if is_placeholder(words, lexicon) {
        return Some(Look::Placeholder);
    }
    (!caption::is_credit_alone(words, lexicon)).then_some(Look::Link { is_label: false })
}

fn is_placeholder(words: &str, lexicon: &Lexicon) -> bool {
    let known = lexicon.articles();
    if words.len() <= LONGEST_PLACEHOLDER {
        let folded = fold::words(words);
        let whole = &known.whole_placeholders;
        if whole.contains(&*folded) || whole.contains(folded.trim_end_matches([':', '.', '!'])) {
            return true;
        }
    }
    let is_finished = words.ends_with(['.', '"', '”']);
    let is_at_most = |count: usize| words.split_whitespace().nth(count).is_none();
    let opens = known.placeholder_openings.open(words) && is_at_most(25)
        || !is_finished && known.unfinished_placeholder_openings.open(words) && is_at_most(15);
    opens && !tells_figure(words, lexicon)
}

/// Whether a line says a number, and no word of a box stands in it: "Sign up for the 14-day trial."
fn tells_figure(words: &str, lexicon: &Lexicon) -> bool {
    let known = lexicon.articles();
    let mut all = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| {
        let spelled = || lexicon.id(word).is_some_and(|id| lexicon.word(id).is(Class::CARDINAL));
        word.starts_with(|letter: char| letter.is_ascii_digit()) || !word.eq_ignore_ascii_case("one") && spelled()
    };
    all.clone().any(is_number) && !all.any(|word| known.placeholder_boxes.contains(&*fold::words(word)))
}

/// A line that opens with words such as "Read more" and a mark, or in capitals.
fn link(words: &str, lexicon: &Lexicon) -> Option<Look> {
    const MARKS: [char; 7] = [':', '|', '»', '>', '→', '–', '—'];
    let known = lexicon.articles();
    let is_at_most = |count: usize| words.split_whitespace().nth(count).is_none();
    let is_title = || !words.ends_with('.') && is_at_most(25);
    let strong = known.strong_links.after(words).map(|rest| (rest, true));
    let weak = known.weak_links.after(words).map(|rest| (rest, false));
    strong.chain(weak).find_map(|(rest, is_strong)| {
        let title =
            rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '-' || MARKS.contains(&letter));
        if title.is_empty() {
            return is_strong.then_some(Look::Link { is_label: true });
        }
        let is_marked = rest.trim_start().starts_with(MARKS);
        let opening = words.get(..words.len() - rest.len()).unwrap_or("");
        let is_capital = !opening.contains(char::is_lowercase);
        let is_link = if is_strong {
            is_marked && is_at_most(45) || is_title() && (is_capital || is_at_most(12))
        } else {
            is_marked && is_title()
        };
        is_link.then_some(Look::Link { is_label: false })
    })
}

fn is_credits(words: &str, lexicon: &Lexicon) -> bool {
    let opening = words.trim_start_matches(['(', '[']);
    words.len() <= 400 && lexicon.articles().credits.open(opening)
}

/// At most twelve words, and no mark that ends a sentence or leads on.
fn is_short(words: &str) -> bool {
    words.len() <= 120 && words.split_whitespace().count() <= 12 && !ends_sentence(words)
}

/// Whether the last mark inside closing quotation marks and brackets is one that ends or continues a sentence.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(|letter: char| letter.is_whitespace() || "\"'\u{201d}\u{2019})]*_".contains(letter))
        .ends_with(['.', '!', '?', ',', ';', ':', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &str) -> &'static str {
        let span = crate::span::Span::new(0, words.len());
        let paragraph =
            ArticleParagraph { span, shape: ParagraphShape::Running, is_apart: true, is_linked: false, markup: 0..0 };
        match Look::of(0, words, words, &paragraph, Lexicon::english()) {
            Look::Address { .. } => "address",
            Look::AddressLabel => "address label",
            Look::Top(_) => "top",
            Look::Credits => "credits",
            Look::Link { .. } => "link",
            Look::Placeholder => "placeholder",
            Look::Correction(_) => "correction",
            Look::Caption => "caption",
            Look::Credit => "credit",
            Look::Short => "short",
            Look::Running => "running",
        }
    }

    #[test]
    fn looks() {
        for (words, look) in [
            ("https://quill.example/a", "address"),
            ("<https://quill.example/a>", "address"),
            ("Original URL: https://quill.example/a", "address"),
            ("Original url:", "address label"),
            ("READ MORE: Zarand raises its toll", "link"),
            ("Read more: Zarand raises its toll. What it means", "link"),
            ("READ MORE Zarand raises its toll", "link"),
            ("Also Read | Zarand raises its toll", "link"),
            ("See also: The toll", "link"),
            ("More: Zarand raises its toll", "link"),
            ("Related articles", "link"),
            ("Don’t miss: the toll", "link"),
            ("Loading...", "placeholder"),
            ("ADVERTISEMENT", "placeholder"),
            ("Sign up for our morning letter.", "placeholder"),
            ("Sign up for the 5-minute newsletter", "placeholder"),
            ("Sign up for Zarand Today", "placeholder"),
            ("Share this article", "placeholder"),
            ("Correction: The toll was 9.", "correction"),
            ("quill.example", "credit"),
            ("Ada Quill/AFP", "credit"),
            ("Reporting by Ada Quill; editing by Bo Lint", "credits"),
            ("(Reporting by Ada Quill)", "credits"),
            ("By Ada Quill", "top"),
            ("December 30, 2021", "top"),
            ("Reuters", "top"),
            ("'A toll for all'", "short"),
            ("The road ahead", "short"),
        ] {
            assert_eq!(name(words), look, "{words}");
        }
    }

    #[test]
    fn running_text_stays() {
        for words in [
            "More: it was the word that the mayor used most.",
            "More than 100 people crossed the bridge.",
            "Related costs rose, the mayor said.",
            "Read more slowly, the teacher said.",
            "See the bridge: it stands.",
            "Watch out: the bridge is old.",
            "Sign up for the army fell by a tenth, and nobody in the town knew why it did so, the mayor of Zarand told the council that met on Monday in the hall.",
            "Sign up for the 14-day free trial.",
            "Download our client of five megabytes.",
            "Loading the trucks took three hours.",
            "Share prices fell.",
            "Source: the mayor, who spoke on Monday.",
            "The address is https://quill.example/a and it is long.",
            "By 2021, the toll had doubled.",
            "December 30, 2021, was a cold day in Zarand.",
            "Reuters reported it first.",
            "Reporting by the town's paper showed that the toll had doubled, which the mayor denied. Reporting by others did not.",
            "“It is closed.”",
        ] {
            let look = name(words);
            assert!(look == "running" || words.starts_with("Reporting"), "{words}: {look}");
        }
    }
}
