//! The parts of an article: what each paragraph is, given those around it, and what they show about the article.

use super::{
    byline::TopLine,
    correction::CorrectionCue,
    date_line::Label,
    dateline::Dateline,
    look::{self, Look, TOP},
    paragraph::{ArticleParagraph, Layout, ParagraphShape},
};
use crate::{fold, lexicon::Lexicon, span::Span, text::Part};
use chrono::NaiveDate;

/// What the text shows about itself, each with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub agency: Option<String>,
    pub date: Option<(NaiveDate, Span)>,
    pub dateline: Option<(NaiveDate, Span)>,
    pub address: Option<(String, Span)>,
}

/// A headline that is none of the paragraphs.
#[derive(Clone, Copy, Debug)]
pub(super) enum GivenTitle<'t> {
    /// There is none: the text has its own.
    Nowhere,
    /// In the front matter, where it is read as the headline: no other line of the text is one, unless it repeats it.
    AboveText(&'t str),
    /// In another file, so that a line of the text stands for it.
    Elsewhere(&'t str),
}

/// The letters of a title as it stands, and without the name of the site behind it ("... - Quill", "... | News | Quill").
fn spoken_titles(title: &str) -> Vec<String> {
    let marks = [" | ", " - ", " – ", " — "];
    let cuts = marks.iter().flat_map(|mark| [title.find(mark), title.rfind(mark)]).flatten();
    let heads = cuts.filter_map(|cut| title.get(..cut)).filter(|head| head.split_whitespace().count() >= FEWEST_WORDS);
    std::iter::once(title).chain(heads).map(letters).collect()
}

/// A title without the site's name has at least so many words.
const FEWEST_WORDS: usize = 3;

/// A paragraph's part for each paragraph, and what they show.
pub(super) fn tell_apart(text: &str, layout: &Layout, title: GivenTitle, lexicon: &Lexicon) -> (Vec<Part>, Shown) {
    let mut reader = PartReader::new(text, layout, title, lexicon);
    reader.find_headline(title);
    for at in 0..layout.paragraphs.len() {
        let part = reader.part(at);
        reader.parts.push(part);
        reader.look_back(at);
    }
    reader.finish();
    (reader.parts, reader.shown)
}

struct PartReader<'a> {
    text: &'a str,
    layout: &'a Layout,
    lexicon: &'a Lexicon,
    looks: Vec<Look>,
    parts: Vec<Part>,
    shown: Shown,
    headline: Option<usize>,
    /// The headlines' letters and digits, by which a repetition is known.
    titles: Vec<String>,
    /// The last paragraph that is running text or a short line before some.
    last_running: usize,
    /// Whether paragraphs of this file stand apart, so that two which do not belong together.
    has_gaps: bool,
    /// How many paragraphs are body so far.
    bodies: usize,
    date: Option<(usize, TopLine)>,
    address: Option<(usize, Rank)>,
    /// Whether a date stands between paragraphs of the body as on a date line.
    is_timeline: bool,
}

/// How likely an address is the article's own, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Top,
    Labelled,
    End,
}

impl<'a> PartReader<'a> {
    fn new(text: &'a str, layout: &'a Layout, title: GivenTitle, lexicon: &'a Lexicon) -> Self {
        let look = |(at, paragraph): (usize, &ArticleParagraph)| {
            let raw = paragraph.span.of(text);
            // The words of a long paragraph are not needed.
            let words = if raw.len() > 600 { String::new() } else { layout.words(text, paragraph) };
            Look::of(at, raw, &words, paragraph, lexicon)
        };
        let looks: Vec<Look> = layout.paragraphs.iter().enumerate().map(look).collect();
        Self {
            text,
            layout,
            lexicon,
            last_running: looks.iter().rposition(|look| *look == Look::Running).unwrap_or(0),
            has_gaps: layout.paragraphs.iter().skip(1).any(|paragraph| paragraph.is_apart),
            parts: Vec::with_capacity(looks.len()),
            looks,
            shown: Shown::default(),
            headline: None,
            titles: match title {
                GivenTitle::Nowhere => Vec::new(),
                GivenTitle::AboveText(title) | GivenTitle::Elsewhere(title) => spoken_titles(title),
            },
            bodies: 0,
            date: None,
            address: None,
            is_timeline: false,
        }
    }

    fn words(&self, at: usize) -> String {
        let words = self.layout.paragraphs.get(at).map(|paragraph| self.layout.words(self.text, paragraph));
        fold::one_line(&words.unwrap_or_default())
    }

    fn span(&self, at: usize) -> Span {
        self.layout.paragraphs.get(at).map_or_else(Span::default, |paragraph| paragraph.span)
    }

    fn shape(&self, at: usize) -> ParagraphShape {
        self.layout.paragraphs.get(at).map_or(ParagraphShape::Running, |paragraph| paragraph.shape)
    }

    /// Whether something stands between a paragraph and the one before it.
    fn is_apart(&self, at: usize) -> bool {
        self.layout.paragraphs.get(at).is_none_or(|paragraph| paragraph.is_apart)
    }

    /// Takes the line that repeats the title, else the first heading of the highest level, else the first line that reads
    /// like a title.
    fn find_headline(&mut self, title: GivenTitle) {
        let near = self.layout.paragraphs.len().min(TOP);
        let repeats = |at: &usize| self.repeats_title(*at);
        let heading = |level: u8| (0..near).find(|at| self.shape(*at) == ParagraphShape::Heading(level));
        let first = (0..near).find(|at| self.may_be_first(*at)).filter(|at| self.reads_like_title(*at));
        self.headline = match title {
            GivenTitle::AboveText(_) => (0..near).find(repeats),
            GivenTitle::Nowhere | GivenTitle::Elsewhere(_) => (0..near).find(repeats).or_else(|| heading(1)).or(first),
        };
        if let Some(at) = self.headline {
            let title = self.words(at);
            self.titles.push(letters(&title));
            self.shown.title = Some(title);
        }
    }

    /// Whether a paragraph is one that a headline may stand below.
    fn may_be_first(&self, at: usize) -> bool {
        match self.looks.get(at) {
            Some(Look::Top(line)) => line.byline.as_ref().is_some_and(|byline| byline.names.split(' ').count() > 5),
            Some(Look::Short | Look::Running) => true,
            Some(
                Look::Address { .. }
                | Look::AddressLabel
                | Look::Credits
                | Look::Link { .. }
                | Look::Placeholder
                | Look::Correction(_)
                | Look::Caption
                | Look::Credit,
            )
            | None => false,
        }
    }

    fn reads_like_title(&self, at: usize) -> bool {
        if matches!(self.shape(at), ParagraphShape::Heading(_)) {
            return true;
        }
        let span = self.span(at);
        let is_line = !matches!(self.shape(at), ParagraphShape::Item | ParagraphShape::Row | ParagraphShape::Code);
        if span.len() > 260 || !is_line {
            return false;
        }
        let words = self.words(at);
        let is_alone = !self.looks.iter().enumerate().any(|(other, _)| other != at && self.may_be_first(other));
        let ends = words.trim_end_matches(|letter: char| "\"'\u{201d}\u{2019})]".contains(letter));
        // A full stop ends few headlines: such a line is one where a byline or a date follows.
        let is_before_top = matches!(self.looks.get(at + 1), Some(Look::Top(_) | Look::Address { .. }));
        let is_open = !ends.ends_with(['.', ',', ';', ':', '…']) || is_before_top && span.len() <= 120;
        is_open && !is_alone && words.split(' ').count() <= 32 && Dateline::read(&words, self.lexicon).is_none()
    }

    fn repeats_title(&self, at: usize) -> bool {
        let Some(paragraph) = self.layout.paragraphs.get(at) else { return false };
        let length = paragraph.span.len();
        self.titles.iter().any(|title| {
            let may_be = !title.is_empty() && length <= 2 * title.len() + 200;
            may_be
                && if paragraph.markup.is_empty() {
                    has_letters(paragraph.span.of(self.text), title)
                } else {
                    has_letters(&self.words(at), title)
                }
        })
    }

    fn part(&mut self, at: usize) -> Part {
        if self.shape(at) == ParagraphShape::Code {
            return Part::Code;
        }
        if self.headline == Some(at) || self.repeats_title(at) {
            return Part::Headline;
        }
        match self.looks.get(at).cloned().unwrap_or(Look::Running) {
            Look::Address { address, is_labelled } => {
                let rank = if is_labelled { Rank::Labelled } else { Rank::End };
                self.address(at, address, rank)
            }
            Look::AddressLabel if matches!(self.looks.get(at + 1), Some(Look::Address { .. })) => Part::Metadata,
            Look::AddressLabel => self.below_the_top(at, Look::Running),
            Look::Top(line) => self.top(at, line),
            other => self.below_the_top(at, other),
        }
    }

    /// Takes an address that has this rank by its own words; its place may give it a better one.
    fn address(&mut self, at: usize, address: String, own: Rank) -> Part {
        let follows_label = at > 0 && self.looks.get(at - 1) == Some(&Look::AddressLabel);
        let rank = if self.bodies == 0 && at < TOP {
            Rank::Top
        } else if follows_label {
            Rank::Labelled
        } else {
            own
        };
        // Only below the body is an address without a label the article's own.
        let is_own = rank != Rank::End || at > self.last_running;
        if is_own && self.address.is_none_or(|(_, best)| rank < best) {
            self.address = Some((at, rank));
            self.shown.address = Some((address, self.span(at)));
        }
        Part::Metadata
    }

    fn top(&mut self, at: usize, line: TopLine) -> Part {
        let follows_top = at > 0 && self.parts.last() == Some(&Part::Metadata);
        let is_below_first = at < TOP && self.bodies == 1;
        let is_labelled = line.date.is_some_and(|(_, label)| label != Label::None);
        let is_above = at < TOP && self.bodies == 0;
        if !is_above && !(is_below_first && (follows_top || is_labelled || line.is_opened)) {
            self.is_timeline |= line.date.is_some() && line.byline.is_none() && !is_labelled && at < self.last_running;
            let look = Look::below_the_top(&self.words(at), self.shape(at), self.lexicon);
            return self.below_the_top(at, look);
        }
        if let Some(byline) = &line.byline {
            self.shown.byline.get_or_insert_with(|| byline.names.clone());
            self.shown.agency = self.shown.agency.take().or_else(|| byline.agency.clone());
        }
        let rank = |line: &TopLine| line.date.map(|(_, label)| label);
        if line.date.is_some() && self.date.as_ref().is_none_or(|(_, best)| rank(&line) < rank(best)) {
            self.date = Some((at, line));
        }
        Part::Metadata
    }

    /// The part of a paragraph that is no address, byline or date.
    fn below_the_top(&mut self, at: usize, look: Look) -> Part {
        match look {
            Look::Link { .. } => Part::Link,
            Look::Placeholder => Part::Placeholder,
            Look::Caption | Look::Credit => Part::Caption,
            Look::Credits => Part::Metadata,
            Look::Correction(_) => Part::Correction,
            Look::Short | Look::Running if self.is_below_correction(at) => Part::Correction,
            Look::Short => self.short(at),
            Look::Running | Look::Address { .. } | Look::AddressLabel | Look::Top(_) => {
                self.bodies += 1;
                Part::Body
            }
        }
    }

    /// A few words without a full stop: a name above a date line, a title in a list of links, a subheading, or body.
    fn short(&mut self, at: usize) -> Part {
        let is_heading = matches!(self.shape(at), ParagraphShape::Heading(_));
        let last = self.parts.last().copied();
        if self.is_below_label(at) {
            return Part::Link;
        }
        let is_above_date = matches!(self.looks.get(at + 1), Some(Look::Top(line)) if line.date.is_some());
        if at < TOP
            && self.bodies == 0
            && is_above_date
            && super::byline::is_name_and_place(&self.words(at), self.lexicon)
        {
            self.shown.byline.get_or_insert(self.words(at));
            return Part::Metadata;
        }
        let is_item = self.shape(at) == ParagraphShape::Item;
        if is_heading || self.is_apart(at) && self.is_apart(at + 1) && !is_item && at < self.last_running {
            return Part::Subheading;
        }
        let is_stray = at > self.last_running
            && matches!(last, Some(Part::Link | Part::Placeholder | Part::Metadata | Part::Caption));
        if is_stray && self.bodies > 0 && !is_item {
            return Part::Placeholder;
        }
        self.bodies += 1;
        Part::Body
    }

    /// Tells what the paragraph before was, where only this one shows it: the text above a credit, the alternative text
    /// above a caption.
    fn look_back(&mut self, at: usize) {
        let Some(before) = at.checked_sub(1) else { return };
        let (Some(Part::Caption), Some(last)) = (self.parts.get(at), self.parts.get(before).copied()) else { return };
        let is_text = matches!(last, Part::Body | Part::Subheading);
        if !is_text || self.is_apart(at) || self.headline == Some(before) {
            return;
        }
        let is_alternative_text =
            self.span(before).len() <= 160 && !look::ends_sentence(self.span(before).of(self.text));
        let is_credited = self.is_credit(at) && self.span(before).len() <= 900 && self.is_apart(before);
        if is_alternative_text || is_credited && (self.has_gaps || self.is_repeated(before)) {
            if let Some(part) = self.parts.get_mut(before) {
                *part = Part::Caption;
            }
            self.bodies = self.bodies.saturating_sub(usize::from(last == Part::Body));
        }
    }

    /// Whether a paragraph is in the list under a label such as "Related articles".
    fn is_below_label(&self, at: usize) -> bool {
        let is_label = |at: &usize| matches!(self.looks.get(*at), Some(Look::Link { is_label: true }));
        let label = (0..at).rev().take(TOP).take_while(|at| self.parts.get(*at) == Some(&Part::Link)).find(is_label);
        label.is_some() && (self.shape(at) == ParagraphShape::Item || !self.is_apart(at))
    }

    /// Whether the line above is the label of a correction and nothing else.
    fn is_below_correction(&self, at: usize) -> bool {
        let above = at.checked_sub(1).and_then(|above| self.looks.get(above));
        above == Some(&Look::Correction(CorrectionCue::Label))
    }

    fn is_credit(&self, at: usize) -> bool {
        match self.looks.get(at) {
            Some(Look::Credit) => true,
            Some(Look::Top(line)) => line.is_agency_alone(self.lexicon),
            Some(_) | None => false,
        }
    }

    fn is_repeated(&self, at: usize) -> bool {
        // A caption is repeated soon, so that a look at what follows is enough.
        let words = letters(&self.words(at));
        (at + 1..at + 8).any(|other| self.span(other).len() < 1200 && letters(&self.words(other)) == words)
    }

    fn finish(&mut self) {
        if let Some(lead) = self.parts.iter_mut().find(|part| **part == Part::Body) {
            *lead = Part::Lead;
        }
        self.settle_date();
        let bodies = (0..self.parts.len()).filter(|at| matches!(self.parts.get(*at), Some(Part::Lead | Part::Body)));
        for at in bodies.take(3).collect::<Vec<_>>() {
            let paragraph = self.span(at);
            let Some(dateline) = Dateline::read(paragraph.of(self.text), self.lexicon) else { continue };
            let start = paragraph.start as usize;
            self.shown.agency = self.shown.agency.take().or(dateline.agency);
            self.shown.dateline = dateline.date.map(|date| (date, Span::new(start, start + dateline.length)));
            break;
        }
    }

    /// In a timeline the first date is that of its paragraphs, unless a byline or an address stands beside it.
    fn settle_date(&mut self) {
        let Some((at, line)) = self.date.take() else { return };
        let Some((date, label)) = line.date else { return };
        let is_metadata = |at: Option<usize>| at.and_then(|at| self.parts.get(at)) == Some(&Part::Metadata);
        let is_sure = label != Label::None
            || line.byline.is_some()
            || is_metadata(at.checked_sub(1))
            || is_metadata(Some(at + 1));
        if is_sure || !self.is_timeline {
            self.shown.date = Some((date, self.span(at)));
        } else if let Some(part) = self.parts.get_mut(at) {
            *part = Part::Subheading;
        }
    }
}

/// Letters and digits only, as they are compared.
fn letters(words: &str) -> String {
    fold::letters_alone(words).collect()
}

/// Whether words have these letters and digits.
fn has_letters(words: &str, letters: &str) -> bool {
    fold::letters_alone(words).eq(letters.chars())
}
