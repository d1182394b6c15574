//! What phrases read once more by itself: the cells of tables beside their labels and heads, and words set as code.

use super::Mention;
use crate::{
    article::{Article, Excerpt},
    kind::literal,
    lexicon::Lexicon,
    span::Span,
    text::{Part, Sentence, Text, TokenKind},
    value::{Kind, Sort, Value},
};
use std::ops::Range;

/// A label or a head of more tokens says nothing of a cell: it is read again beside each.
const LONGEST_LABEL: usize = 24;

/// The excerpts of an article as sentences, with the values in them.
#[derive(Debug)]
pub struct Excerpts<'a> {
    /// Their words; the places of these are those of the article.
    pub text: Text<'a>,
    /// The values, in order.
    pub mentions: Vec<Mention>,
    /// Which words of each sentence are its own, and what is shown of the text around them.
    pub places: Vec<ExcerptPlace>,
}

/// Where an excerpt stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcerptPlace {
    /// Its own tokens; those before and behind only say what they are.
    pub own: Range<usize>,
    /// What is shown of the text around it.
    pub shown: Span,
}

/// The excerpts of an article whose text and values these are; none where it has none. A cell is read with its label and its
/// head on both sides, once with each of them next to it: "Pro | Price | $22" holds "Pro price $22", "price Pro $22" and
/// "$22 price".
#[must_use]
pub fn excerpts<'a>(
    article: &Article,
    text: &Text<'a>,
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Option<Excerpts<'a>> {
    let mut sentences: Vec<(Part, Vec<Range<usize>>)> = Vec::new();
    let (mut places, mut again, mut end) = (Vec::new(), Vec::new(), 0);
    for excerpt in &article.excerpts {
        let Some(read) = ReadExcerpt::new(excerpt, text) else { continue };
        for around in read.orders() {
            let number = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
            let before: usize = around.iter().map(ExactSizeIterator::len).sum();
            let first = end + before;
            let own = first..first + read.own.len();
            let moved = |mention: &Mention| Mention {
                first: mention.first - read.own.start + first,
                end: mention.end - read.own.start + first,
                sentence: number,
                part: read.part,
                value: read.in_its_unit(text, mention, lexicon).unwrap_or_else(|| mention.value.clone()),
                ..mention.clone()
            };
            again.extend(read.mentions(mentions).map(moved));
            end = own.end + before;
            places.push(ExcerptPlace { own, shown: read.shown });
            let behind = around.iter().rev().cloned();
            sentences.push((read.part, around.iter().cloned().chain([read.own.clone()]).chain(behind).collect()));
        }
    }
    (!sentences.is_empty()).then(|| Excerpts { text: text.rearranged(&sentences), mentions: again, places })
}

/// An excerpt by the tokens of its text.
struct ReadExcerpt {
    own: Range<usize>,
    above: Range<usize>,
    beside: Range<usize>,
    part: Part,
    shown: Span,
}

impl ReadExcerpt {
    fn new(excerpt: &Excerpt, text: &Text<'_>) -> Option<Self> {
        let tokens = |span: Option<Span>| {
            let tokens = span.map_or(0..0, |span| text.tokens_in(span));
            if tokens.len() <= LONGEST_LABEL { tokens } else { 0..0 }
        };
        let own = text.tokens_in(excerpt.span);
        let sentences = text.sentences();
        let sentence: &Sentence = sentences.get(sentences.partition_point(|sentence| sentence.end <= own.start))?;
        let shown = excerpt.shown.unwrap_or_else(|| text.span_of(sentence.first, sentence.end));
        let part = excerpt.part.unwrap_or(sentence.part);
        let read = Self { above: tokens(excerpt.above), beside: tokens(excerpt.beside), own, part, shown };
        (!read.own.is_empty()).then_some(read)
    }

    /// What stands before the words, the nearest last; the same stands behind them, the nearest first.
    fn orders(&self) -> Vec<Vec<Range<usize>>> {
        let around: Vec<&Range<usize>> =
            [&self.beside, &self.above].into_iter().filter(|run| !run.is_empty()).collect();
        match around.as_slice() {
            [beside, above] => {
                vec![vec![(*beside).clone(), (*above).clone()], vec![(*above).clone(), (*beside).clone()]]
            }
            one => vec![one.iter().copied().cloned().collect()],
        }
    }

    /// What a bare number that is all of a cell means where its label or its head names the unit: "Size (MB)", "Price (USD)".
    fn in_its_unit(&self, text: &Text<'_>, mention: &Mention, lexicon: &Lexicon) -> Option<Value> {
        let is_whole = (mention.first, mention.end) == (self.own.start, self.own.end);
        if !is_whole || !mention.value.kind.is_bare() {
            return None;
        }
        let bracketed = |run: &Range<usize>| {
            let open = run.clone().find(|at| text.token(*at).kind == TokenKind::Open)?;
            let close = (open + 1..run.end).find(|at| text.token(*at).kind == TokenKind::Close)?;
            Some(text.words(open + 1, close))
        };
        let number = text.words(mention.first, mention.end);
        [&self.above, &self.beside].into_iter().filter_map(bracketed).find_map(|unit| {
            let written = [format!("{number} {unit}"), format!("{unit}{number}")];
            let kinds = Kind::all().filter(|kind| kind.sort() == Sort::Amount && !kind.is_bare());
            let value = kinds.flat_map(|kind| written.iter().map(move |words| (words, kind)));
            let value = value.filter_map(|(words, kind)| literal(words, kind, lexicon).ok()).next()?;
            Some(Value { text: mention.value.text.clone(), ..value })
        })
    }

    /// The values among its own words.
    fn mentions<'m>(&self, all: &'m [Mention]) -> impl Iterator<Item = &'m Mention> + use<'m> {
        let own = self.own.clone();
        let from = all.partition_point(|mention| mention.first < own.start);
        let within = all.get(from..).unwrap_or_default().iter();
        let end = own.end;
        within.take_while(move |mention| mention.first < end).filter(move |mention| mention.end <= end)
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        article::{MetadataLayer, read},
        lexicon::Lexicon,
        mention,
    };

    /// Each excerpt as it is read, with the values in it and what is shown of the text around it.
    fn spelled(text: &str) -> Vec<String> {
        let lexicon = Lexicon::english();
        let (article, _) = read("a.md", text.as_bytes().to_vec(), &MetadataLayer::default(), lexicon);
        let article = article.unwrap();
        let whole = mention::text(&article, lexicon);
        let mentions = mention::mentions(&whole, lexicon);
        let Some(excerpts) = super::excerpts(&article, &whole, &mentions, lexicon) else { return Vec::new() };
        let sentences = excerpts.text.sentences().iter().zip(&excerpts.places).enumerate();
        let spelled = sentences.map(|(number, (sentence, place))| {
            let words: Vec<&str> = (sentence.first..sentence.end).map(|at| excerpts.text.written(at)).collect();
            let own = excerpts.mentions.iter().filter(|mention| mention.sentence as usize == number);
            let values: Vec<&str> = own.map(|mention| mention.span.of(text)).collect();
            format!("{} [{}] in {}", words.join(" "), values.join(", "), place.shown.of(text))
        });
        spelled.collect()
    }

    #[test]
    fn cells_stand_beside_their_label_and_their_head() {
        assert_eq!(
            spelled("# Plans\n\nIt is so.\n\n| Plan | Price |\n|---|---|\n| Pro | **$22** a month |\n"),
            [
                "Plan Pro Plan [] in | Pro | **$22** a month",
                "Pro Price $ 22 a month Price Pro [$22** a month] in | Pro | **$22** a month",
                "Price Pro $ 22 a month Pro Price [$22** a month] in | Pro | **$22** a month",
            ]
        );
    }

    #[test]
    fn a_bare_number_has_the_unit_of_its_head() {
        let lexicon = Lexicon::english();
        for (head, cell, expected) in [
            ("Size (MB)", "25", "measure 25 megabyte"),
            ("Price (USD)", "22", "money 22 USD"),
            ("Price ($)", "22", "money 22 USD"),
            ("Wait (seconds)", "30", "duration 30 second"),
            ("Uptime (%)", "99.9", "percent 99.9 %"),
            ("Size (MB)", "25 KB", "measure 25 kilobyte"),
            ("Size (largest)", "25", "number 25 -"),
            ("Size", "25", "number 25 -"),
        ] {
            let text = format!("# Limits\n\n| Limit | {head} |\n|---|---|\n| Upload | {cell} |\n");
            let (article, _) = read("a.md", text.into_bytes(), &MetadataLayer::default(), lexicon);
            let article = article.unwrap();
            let whole = mention::text(&article, lexicon);
            let excerpts = super::excerpts(&article, &whole, &mention::mentions(&whole, lexicon), lexicon).unwrap();
            let value = &excerpts.mentions.first().unwrap().value;
            let amount = value.content.amount().unwrap();
            let unit = amount.currency.as_deref().or(amount.unit.as_deref()).unwrap_or("-");
            assert_eq!(format!("{} {} {unit}", value.kind, amount.best.unwrap()), expected, "{head}: {cell}");
        }
    }

    #[test]
    fn code_in_a_sentence_is_read_by_itself_too() {
        assert_eq!(
            spelled("# Plans\n\nSet `wait: 30 minutes` there. It is so.\n"),
            ["wait : 30 minutes [30 minutes] in Set `wait: 30 minutes` there."]
        );
        assert!(spelled("# Plans\n\nIt is so.\n").is_empty());
    }
}
