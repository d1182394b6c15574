//! Sentences that are cut: told by how their paragraphs end and begin.

use super::{Damage, Initial, Part, Sentence, Text, TokenKind};
use crate::lexicon::{Class, Lexicon, NameClass};

/// A run of fewer words may be a label, a name or a heading.
const FEWEST_WORDS: usize = 4;

/// A paragraph of so many words is running text.
const RUNNING: usize = 8;

/// That paragraphs of an article end in a full stop is shown by so many, and by so many times those that do not.
const FEWEST_CLOSED: usize = 4;

/// What opens the line of a list or a table.
const BULLETS: [char; 11] = ['[', '-', '*', '•', '+', '–', '—', '|', '>', '·', '◦'];

/// The sentences of the body that are cut, each by its place among those of the text, and how.
///
/// A paragraph's last sentence breaks off where no mark ends it and its last word leads on ("left with"), where a comma or a
/// dash ends it, or where nearly all other paragraphs of the article end in a full stop. A paragraph's first sentence has lost its
/// beginning where it begins in lower case and the paragraph before is finished. Lists and tables are left alone.
#[must_use]
pub fn unfinished_sentences(text: &Text, lexicon: &Lexicon) -> Vec<(usize, Damage)> {
    let sentences: Vec<(usize, &Sentence)> =
        text.sentences().iter().enumerate().filter(|(_, sentence)| flows(sentence.part)).collect();
    let mut reader = CutReader { text, lexicon, has_stops: false };
    reader.has_stops = reader.closes_paragraphs(&sentences);
    let mut found = Vec::new();
    for (at, &(number, sentence)) in sentences.iter().enumerate() {
        let next = sentences.get(at + 1).map(|(_, next)| *next);
        let last = at.checked_sub(1).and_then(|last| sentences.get(last)).map(|(_, last)| *last);
        if let Some(damage) = reader.end(sentence, (last, next)).or_else(|| reader.beginning(sentence, last)) {
            found.push((number, damage));
        }
    }
    found
}

fn flows(part: Part) -> bool {
    matches!(part, Part::Lead | Part::Body)
}

struct CutReader<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    /// Whether the paragraphs of the article end in a full stop.
    has_stops: bool,
}

impl CutReader<'_> {
    fn kind(&self, at: usize) -> TokenKind {
        self.text.token(at).kind
    }

    /// One past the last token of the paragraph that a sentence begins in.
    fn end_of_paragraph(&self, sentence: &Sentence) -> usize {
        self.text.paragraph_at(sentence.first).map_or(sentence.end, |paragraph| paragraph.end)
    }

    fn is_last(&self, sentence: &Sentence) -> bool {
        sentence.end >= self.end_of_paragraph(sentence)
    }

    fn is_first(&self, sentence: &Sentence) -> bool {
        self.text.paragraph_at(sentence.first).is_some_and(|paragraph| paragraph.first == sentence.first)
    }

    fn words(&self, from: usize, to: usize) -> usize {
        (from..to).filter(|at| matches!(self.kind(*at), TokenKind::Word | TokenKind::Number)).count()
    }

    /// The last token that is no closing mark or bracket.
    fn last_token(&self, sentence: &Sentence) -> usize {
        let closes =
            |at: &usize| matches!(self.kind(*at), TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Close);
        (sentence.first..sentence.end).rev().find(|at| !closes(at)).unwrap_or(sentence.first)
    }

    fn is_closed(&self, sentence: &Sentence) -> bool {
        let last = self.last_token(sentence);
        let ends = matches!(self.kind(last), TokenKind::Stop | TokenKind::AbbreviationStop | TokenKind::Colon);
        ends || self.is_enclosed(sentence, last)
    }

    /// Whether a mark or a bracket closes behind the last word, or the word is an abbreviation.
    fn is_enclosed(&self, sentence: &Sentence, last: usize) -> bool {
        last + 1 < sentence.end || self.text.written(last).ends_with('.')
    }

    /// Whether the paragraphs of the article end in a full stop.
    fn closes_paragraphs(&self, sentences: &[(usize, &Sentence)]) -> bool {
        let long = |sentence: &&Sentence| {
            let first = self.text.paragraph_at(sentence.first).map_or(sentence.first, |paragraph| paragraph.first);
            self.is_last(sentence) && self.words(first, sentence.end) >= RUNNING && !self.is_listed(first)
        };
        let ends: Vec<bool> = sentences
            .iter()
            .map(|(_, sentence)| *sentence)
            .filter(long)
            .map(|sentence| self.is_closed(sentence))
            .collect();
        let closed = ends.iter().filter(|closed| **closed).count();
        closed >= FEWEST_CLOSED * (ends.len() - closed).max(1)
    }

    /// Whether a bullet, a number or a bar stands before a token on its line.
    fn is_listed(&self, first: usize) -> bool {
        let line = self.text.before_on_line(first).trim_start();
        let is_number = line.starts_with(|letter: char| letter.is_ascii_digit())
            || self.kind(first) == TokenKind::Number
                && matches!(self.kind(first + 1), TokenKind::Stop | TokenKind::Close);
        let is_mark = matches!(self.kind(first), TokenKind::Dash | TokenKind::Hyphen | TokenKind::Other);
        line.starts_with(BULLETS) || is_number || is_mark
    }

    /// How the end of a sentence is damaged.
    fn end(&self, sentence: &Sentence, (before, next): (Option<&Sentence>, Option<&Sentence>)) -> Option<Damage> {
        if !self.is_last(sentence) || self.words(sentence.first, sentence.end) < FEWEST_WORDS {
            return None;
        }
        let paragraph = self.text.paragraph_at(sentence.first)?;
        // "... wants three things:", and below it one on each line.
        let leads_list =
            |before: &Sentence| !self.is_closed(before) || self.kind(self.last_token(before)) == TokenKind::Colon;
        let is_of_list = self.text.token(paragraph.first).initial == Initial::Lower && before.is_some_and(leads_list);
        if self.is_listed(paragraph.first) || is_of_list || self.is_label(sentence) {
            return None;
        }
        let is_long = self.words(paragraph.first, sentence.end) >= RUNNING;
        if sentence.end > paragraph.end {
            let last = paragraph.end - 1;
            let leads_on = self.leads_on(last) || is_long && self.is(last, Class::SELDOM_ENDS);
            let is_parted = leads_on || self.text.token(paragraph.end).initial == Initial::Lower;
            return is_parted.then_some(Damage::Parted);
        }
        let last = self.last_token(sentence);
        let is_cut = match self.kind(last) {
            // An omission behind a word that leads on, or in brackets: a feed that gives the beginning alone.
            TokenKind::Stop => {
                let is_omission = matches!(self.text.written(last), "…" | "..." | "....");
                let behind = last.checked_sub(1).is_some_and(|before| self.leads_on(before));
                next.is_none() && is_omission && (behind || self.kind(last.wrapping_sub(1)) == TokenKind::Open)
            }
            _ if self.is_enclosed(sentence, last) => false,
            TokenKind::Word if self.leads_on(last) || is_long && self.is(last, Class::SELDOM_ENDS) => true,
            // Before another paragraph it may end a salutation, or lead to what is quoted.
            TokenKind::Comma => is_long && next.is_none(),
            TokenKind::Hyphen | TokenKind::Dash => is_long && sentence.part == Part::Body,
            // "— Harbour Office (@harbour) December 4, 2017": what somebody wrote elsewhere.
            TokenKind::Number if self.kind(last.wrapping_sub(1)) == TokenKind::Comma => false,
            TokenKind::Word | TokenKind::Number | TokenKind::Percent | TokenKind::Possessive | TokenKind::Currency => {
                is_long && sentence.part == Part::Body && self.has_stops
            }
            TokenKind::AbbreviationStop
            | TokenKind::Colon
            | TokenKind::Open
            | TokenKind::Close
            | TokenKind::DoubleQuote
            | TokenKind::SingleQuote
            | TokenKind::Slash
            | TokenKind::Other
            | TokenKind::End => false,
        };
        is_cut.then_some(Damage::Endless)
    }

    /// Whether a sentence without a full stop says what stands below it, or names somebody: no word in lower case is a verb of it.
    fn is_label(&self, sentence: &Sentence) -> bool {
        (sentence.first..sentence.end)
            .all(|at| self.kind(at) != TokenKind::Word || self.text.token(at).initial != Initial::Lower)
    }

    /// Whether a word can end no sentence: "the", "with", "and".
    fn leads_on(&self, at: usize) -> bool {
        self.is(at, Class::LEADS_ON)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.kind(at) == TokenKind::Word && self.lexicon.word(self.text.token(at).word).is(class)
    }

    /// How the beginning of a sentence is damaged.
    fn beginning(&self, sentence: &Sentence, last: Option<&Sentence>) -> Option<Damage> {
        let first = self.text.token(sentence.first);
        let is_begun = self.is_first(sentence) && first.kind == TokenKind::Word && first.initial == Initial::Lower;
        if !is_begun || self.words(sentence.first, sentence.end) < FEWEST_WORDS || self.is_listed(sentence.first) {
            return None;
        }
        // "iPhone sales", "de Haan said", "quill.example wrote": only of a small word it is sure that nothing is named so.
        let written = self.text.written(sentence.first);
        let is_name =
            !self.is(sentence.first, Class::FUNCTION) || self.lexicon.names().class(written).is(NameClass::PARTICLE);
        // Behind a quotation its speaker may follow: "said the mayor".
        let is_finished = last.is_none_or(|last| {
            let is_quoted = matches!(self.kind(last.end - 1), TokenKind::DoubleQuote | TokenKind::SingleQuote);
            self.is_closed(last) && !is_quoted && self.kind(self.last_token(last)) != TokenKind::Colon
        });
        (!is_name && is_finished).then_some(Damage::Headless)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{span::Span, text::Block};

    /// Each paragraph of a text with what is wrong in it.
    fn damages(source: &str) -> Vec<(String, &'static str)> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for paragraph in source.split_inclusive("\n\n") {
            let words = paragraph.trim_end();
            let part = if blocks.is_empty() { Part::Lead } else { Part::Body };
            blocks.push(Block { span: Span::new(start, start + words.len()), part });
            start += paragraph.len();
        }
        let text = Text::new(source, &blocks, &[], Lexicon::english());
        let sentence = |number: usize| text.words_of(&text.sentences()[number]).replace("\n\n", " / ");
        let found = unfinished_sentences(&text, Lexicon::english());
        found.into_iter().map(|(number, damage)| (sentence(number), damage.name())).collect()
    }

    const REST: &str = "\n\nThe bridge stood for eighty years without one crash.\n\nNobody was hurt when the lorry hit its pillar on \
        Monday.\n\nThe harbour office will mend it before the summer ends.\n\nFerries carry the cars of the town until then.";

    #[test]
    fn cut_sentences() {
        for (source, words, damage) in [
            (
                "The mayor will stress in her call with\n\nLang that the bridge is closed.",
                "her call with / Lang",
                "parted",
            ),
            (
                "But nobody can hide how high the stakes are on\n\nthe fringes of the town, he said.",
                "are on / the fringes",
                "parted",
            ),
            ("The bridge will be closed until the", "closed until the", "endless"),
            ("The mayor said that their", "said that their", "endless"),
            ("It closed. The mayor told the council that the bridge, which is old,", "which is old,", "endless"),
            ("It closed. The office said that the bridge of the …", "of the …", "endless"),
            ("It closed. The office said that the bridge is old [...]", "is old [...]", "endless"),
            (
                "The bridge closed.\n\nof the old town it was said to be too weak for lorries.",
                "of the old town",
                "headless",
            ),
            ("The bridge closed.\n\nin Selm, the mayor said that it was too weak.", "in Selm", "headless"),
            ("The bridge closed.\n\nwhich nobody had expected, the mayor said.", "which nobody", "headless"),
        ] {
            let found = damages(source);
            assert_eq!(found.len(), 1, "{source}: {found:?}");
            assert!(found[0].0.contains(words) && found[0].1 == damage, "{source}: {found:?}");
        }
        let cut = format!(
            "The bridge closed on Monday.\n\nThe mayor told the council that it would be closed for weeks{REST}"
        );
        assert_eq!(damages(&cut).iter().map(|(_, damage)| *damage).collect::<Vec<_>>(), ["endless"]);
    }

    #[test]
    fn whole_sentences() {
        for source in [
            "The bridge closed.\n\nThe mayor said:\n\n\"It is old.\"",
            "The bridge closed (it is old).\n\n\"It is too old,\" she said.",
            "The mayor said on Monday to the council of the town,\n\n\"It is old.\"",
            "The council wants three things for the road:\n\nfences along all that is used by buses,\n\na siren, and\n\na notice of a week.",
            "Dear members of the council and all who work there,\n\nWe write about the bridge.\n\nYours, with thanks from all of us,\n\nBo Orsk",
            "The bridge is owned by those who read of it and by those who cross it\n\nThe council asked them.",
            "It closed.\n\n\"It is old.\"\n\nsaid the mayor, who had come on Monday.",
            "It closed.\n\nbell hooks wrote that it was too old for lorries.",
            "It closed.\n\n[^1]: the council says so in its report of May.",
            "The Road to the Bridge of Selm and What Comes After It",
            "Ada Quill, Selm",
            "Only time will tell...",
            "The bridge closed on Monday, said the office of the roads in Selm, N.D.",
            "The bridge closed. It opens at 5 p.m.",
            "What we know:\n\n- the bridge is closed for the\n\n- the lorry hit a pillar",
            "The bridge closed.\n\niPhone sales of the shop at the bridge fell.",
            "The bridge closed.\n\nde Haan said that it was too old for lorries.",
            "The bridge closed.\n\nquill.example was the first to report it.",
            "The bridge closed.\n\n1. the lorry hit a pillar of the bridge",
            "Follow her for more on the bridge",
        ] {
            assert_eq!(damages(source), [], "{source}");
        }
        // Where others stand without a full stop too, that is how the article is written.
        let loose = format!(
            "The bridge closed on Monday.\n\nThe mayor told the council that it would be closed for weeks{}",
            REST.replace('.', "")
        );
        assert_eq!(damages(&loose), []);
    }
}
