//! What is known of an article, by precedence: the layer above, front matter, the text itself.

use super::{
    Metadata, MetadataLayer, address,
    address::date_in_address,
    byline::agency_of,
    date_line::{date_of_publication, time_of_publication, two_readings},
    front_matter::FrontMatter,
    language,
    parts::Shown,
};
use crate::{
    diagnostic::{Code, Diagnostic, code},
    fold,
    lexicon::{DayOrder, Lexicon},
    placing::zone,
    span::Span,
    suggest,
};
use chrono::{NaiveDate, NaiveDateTime};

/// Where a value was given, for what is wrong with it.
struct GivenAt<'a> {
    words: &'a str,
    /// In words for a person: "crosscheck.yaml".
    by: String,
    place: Option<Span>,
}

/// What every reader of a value needs: the file, its text, the two layers, and where to put mistakes.
pub(super) struct Merge<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub layer: &'a MetadataLayer,
    pub front: &'a FrontMatter,
    pub lexicon: &'a Lexicon,
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl Merge<'_> {
    /// Merges the layers with what the text shows.
    pub fn merge(mut self, shown: &Shown) -> Metadata {
        let source = self.words(|layer| &layer.source);
        // Clippers write the address of the page where others name the outlet.
        let page = source.clone().filter(|source| address::is_address(source));
        let source = source.filter(|source| !address::is_address(source));
        let url = self.words(|layer| &layer.url).or(page);
        let url = url.or_else(|| shown.address.as_ref().map(|(address, _)| address.clone()));
        let url_date = url.as_deref().and_then(|url| date_in_address(url, self.lexicon));
        let (published, published_from) = self.published(shown, url_date);
        let agency = self.words(|layer| &layer.agency);
        let agency = agency.map(|name| self.lexicon.articles().agency(&name).map_or(name.clone(), str::to_string));
        let byline = self.words(|layer| &layer.byline);
        let agency = agency.or_else(|| byline.as_deref().and_then(|names| agency_of(names, self.lexicon)));
        let unnamed = || self.layer.unnamed.clone().unwrap_or_else(|| name_of_file(self.path));
        Metadata {
            source: source.or_else(|| url.as_deref().and_then(address::host)).unwrap_or_else(unnamed),
            published,
            published_from,
            published_at: published.and_then(|day| self.published_at(shown, day)),
            timezone: self.timezone(),
            title: self.words(|layer| &layer.title).or_else(|| shown.title.clone()),
            url_date,
            url,
            byline: byline.or_else(|| shown.byline.clone()),
            agency: agency.or_else(|| shown.agency.clone()),
            group: self.words(|layer| &layer.group),
            language: self.language(),
        }
    }

    /// A value by the layer above, else by the front matter.
    fn words(&self, key: impl Fn(&MetadataLayer) -> &Option<String>) -> Option<String> {
        key(self.layer).clone().or_else(|| key(&self.front.layer).clone()).filter(|words| !words.trim().is_empty())
    }

    /// The same with where it was given.
    fn given(&self, key: impl Fn(&MetadataLayer) -> &Option<String>, place: Option<Span>) -> Option<GivenAt<'_>> {
        if let Some(words) = key(self.layer).as_deref() {
            let by = self.layer.given_by.as_deref().unwrap_or("crosscheck.yaml").to_string();
            return Some(GivenAt { words, by, place: None });
        }
        let words = key(&self.front.layer).as_deref()?;
        let line = place.map(|place| format!(", line {}", line(self.text, place))).unwrap_or_default();
        Some(GivenAt { words, by: format!("its front matter{line}"), place })
    }

    fn published(&mut self, shown: &Shown, url_date: Option<NaiveDate>) -> (Option<NaiveDate>, Option<String>) {
        if let Some(given) = self.given(|layer| &layer.published, self.front.places.published) {
            if let Some(date) = date_of_publication(given.words, self.lexicon) {
                let (words, by, place) = (given.words.to_string(), given.by, given.place);
                let date = self.settled(date, &words, (&by, place), url_date);
                if let Some(date) = date.filter(|_| place.is_some()) {
                    self.note_other_days(date, &words);
                }
                return (date, date.map(|_| by));
            }
            let message = format!("`{}` is no date of publication ({})", given.words, given.by);
            let help = "write the day as year-month-day, such as 2021-12-30";
            let mistake = self.mistake(code::BAD_DATE, message, help.to_string(), given.place);
            self.diagnostics.push(mistake);
            return (None, None);
        }
        let told = |kind: &str, span: Span| {
            let words = fold::one_line(span.of(self.text));
            format!("its {kind} `{words}`, line {}", line(self.text, span))
        };
        let lines = [(shown.date, "date line"), (shown.dateline, "dateline")];
        if let Some(((date, span), kind)) = lines.into_iter().find_map(|(line, kind)| Some((line?, kind))) {
            let by = told(kind, span);
            let date = self.settled(date, span.of(self.text), (&format!("its {kind}"), Some(span)), url_date);
            return (date, date.map(|_| by));
        }
        let from = match &shown.address {
            Some((_, span)) if self.words(|layer| &layer.url).is_none() => {
                format!("the date in its address, line {}", line(self.text, *span))
            }
            Some(_) | None => "the date in its address".to_string(),
        };
        (url_date, url_date.map(|_| from))
    }

    /// Says which keys of front matter give another day than the one that counts.
    fn note_other_days(&mut self, date: NaiveDate, words: &str) {
        let days = self.front.other_days.iter().filter_map(|key| {
            let other = key.words.as_deref()?;
            let differs = date_of_publication(other, self.lexicon).is_some_and(|day| day != date);
            let message = format!("`{}: {other}` is another day than `{words}`, which is taken", key.name);
            differs.then_some((message, key.value))
        });
        let days: Vec<_> = days.collect();
        for (message, place) in days {
            let help = "keep the day on which it was published".to_string();
            let mistake = self.mistake(code::TWO_DAYS, message, help, place);
            self.diagnostics.push(mistake);
        }
    }

    /// The time of day at which it was published, where that is given beside the day.
    fn published_at(&self, shown: &Shown, day: NaiveDate) -> Option<NaiveDateTime> {
        let given = self.given(|layer| &layer.published, None).map(|given| given.words.to_string());
        let words = given.or_else(|| shown.date.map(|(_, span)| span.of(self.text).to_string()))?;
        time_of_publication(&words, day, self.lexicon)
    }

    /// "03/04/2031" is a day in March or in April: the project says which, or the address; else nobody knows, and it is said.
    fn settled(
        &mut self,
        date: NaiveDate,
        words: &str,
        (by, place): (&str, Option<Span>),
        url_date: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let Some((one, other)) = two_readings(words).filter(|_| self.lexicon.day_order == DayOrder::Unstated) else {
            return Some(date);
        };
        if url_date.is_some_and(|day| day == one || day == other) {
            return url_date;
        }
        let written = fold::one_line(words);
        let message = format!("`{written}` can be read in two ways ({by}): {one} or {other}");
        let help = "it is not used; write the day as year-month-day, or say `dates: day first` or `dates: month first` in the \
                    lexicon of the project";
        let mistake = self.mistake(code::TWO_READINGS, message, help.to_string(), place);
        self.diagnostics.push(mistake);
        None
    }

    fn timezone(&mut self) -> Option<String> {
        let given = self.given(|layer| &layer.timezone, self.front.places.timezone)?;
        let words = given.words.trim();
        if let Some(zone) = zone(words) {
            return Some(zone);
        }
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let same = names.clone().find(|name| name.eq_ignore_ascii_case(words));
        let help = match same.or_else(|| suggest::nearest(words, names)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "write the name of a zone, such as Europe/London, or an offset, such as +03:00".to_string(),
        };
        let message = format!("`{words}` is no time zone ({})", given.by);
        let mistake = self.mistake(code::BAD_TIMEZONE, message, help, given.place);
        self.diagnostics.push(mistake);
        None
    }

    fn language(&mut self) -> String {
        let own = self.lexicon.language();
        let Some(given) = self.given(|layer| &layer.language, self.front.places.language) else { return own.into() };
        let Some(code) = language::code(given.words) else {
            let message =
                format!("`{}` is no code of a language ({}); the article is read as `{own}`", given.words, given.by);
            let help = "write the two letters of ISO 639-1, such as `en` or `de`".to_string();
            let mistake = self.mistake(code::UNKNOWN_LANGUAGE, message, help, given.place);
            self.diagnostics.push(mistake);
            return own.into();
        };
        if code != own {
            let message = format!("there is no lexicon for the language `{code}`: nothing is read from this article");
            let help = "leave the article out, or write `language: en` if it is in English".to_string();
            let mistake = self.mistake(code::NO_LEXICON, message, help, given.place);
            self.diagnostics.push(mistake);
        }
        code
    }

    fn mistake(&self, code: Code, message: String, help: String, place: Option<Span>) -> Diagnostic {
        match place {
            Some(span) => Diagnostic::in_file(code, self.path, self.text, span, message, Some(help)),
            None => Diagnostic::about_file(code, self.path, message, Some(help)),
        }
    }
}

/// The line that a span begins on, from 1.
fn line(text: &str, span: Span) -> usize {
    let before = text.as_bytes().get(..span.start as usize).unwrap_or_default();
    memchr::memchr_iter(b'\n', before).count() + 1
}

/// The name of a file without its folder and ending.
#[must_use]
pub fn name_of_file(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_without_a_name() {
        for (address, expected) in [
            ("https://www.quill.example/a", Some("quill.example")),
            ("http://ada@Quill.example:80/", Some("quill.example")),
            ("www.quill.example", Some("quill.example")),
            ("https://localhost/a", None),
        ] {
            assert_eq!(address::host(address).as_deref(), expected, "{address}");
        }
        for (path, expected) in [("a/quill.txt", "quill"), ("quill", "quill"), ("a/.txt", ".txt"), ("a.b.md", "a.b")] {
            assert_eq!(name_of_file(path), expected);
        }
    }
}
