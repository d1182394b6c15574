//! What the address of an article says: its host, its page, the date in its path.

use crate::lexicon::Lexicon;
use chrono::{Datelike, NaiveDate};

fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether words are the address of a page, and no name.
pub(super) fn is_address(words: &str) -> bool {
    let is_page = words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
    is_page && host(words).is_some()
}

/// The host of an address without `www.`; none where what stands there is no host.
#[must_use]
pub fn host(address: &str) -> Option<String> {
    let host = without_scheme(address).split(['/', '?', '#', ':']).next()?.rsplit('@').next()?;
    let is_host = host.contains('.') && !host.contains(char::is_whitespace);
    is_host.then(|| without_www(host).to_lowercase())
}

/// The page that an address is of, however it is written: without scheme, `www.`, query and fragment.
#[must_use]
pub fn page(address: &str) -> &str {
    let bare = address.split(['?', '#']).next().unwrap_or(address);
    without_www(without_scheme(bare)).trim_end_matches('/')
}

/// The day in the path of an address: `/2021/12/30/`, `/2021/dec/30/`, `2021-12-30`, `20211230`.
pub(super) fn date_in_address(address: &str, lexicon: &Lexicon) -> Option<NaiveDate> {
    let path = without_scheme(address).split_once('/')?.1;
    let bytes = path.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let run = run_length(bytes, at);
        if let Some(date) = path.get(at..).and_then(|rest| date_in_path(rest, run, lexicon)) {
            return Some(date);
        }
        at += run;
    }
    None
}

fn run_length(bytes: &[u8], at: usize) -> usize {
    bytes.iter().skip(at).take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// The date at the start of `rest`, whose first run of letters and digits has `run` bytes.
fn date_in_path(rest: &str, run: usize, lexicon: &Lexicon) -> Option<NaiveDate> {
    let first = rest.get(..run)?;
    if !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let date = match run {
        8 => compact(first)?,
        4 => {
            let mark = rest.get(run..=run)?;
            let mut parts = rest.get(run + 1..)?.splitn(2, mark);
            let month = parts.next().filter(|month| month.len() <= 9)?;
            let month = month.parse().ok().or_else(|| lexicon.month(month))?;
            let day = parts.next()?;
            let day = day.get(..run_length(day.as_bytes(), 0)).filter(|day| day.len() <= 2)?;
            NaiveDate::from_ymd_opt(first.parse().ok()?, month, day.parse().ok()?)?
        }
        _ => return None,
    };
    // An eight-digit number of an article may look like a date of the far past or future.
    (1990..=2099).contains(&date.year()).then_some(date)
}

/// "20211230".
fn compact(digits: &str) -> Option<NaiveDate> {
    let date: u32 = digits.parse().ok()?;
    NaiveDate::from_ymd_opt(i32::try_from(date / 10_000).ok()?, date / 100 % 100, date % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_has_many_addresses() {
        for address in [
            "https://www.post.example/storm",
            "http://post.example/storm/",
            "post.example/storm?ref=home",
            "https://post.example/storm#top",
        ] {
            assert_eq!(page(address), "post.example/storm", "{address}");
            assert_eq!(host(address).as_deref(), Some("post.example"), "{address}");
        }
        assert_ne!(page("https://post.example/storm-2"), "post.example/storm");
        assert_eq!(host("The Selm Post"), None);
        for (words, expected) in [
            ("https://www.post.example/storm", true),
            ("www.post.example", true),
            ("post.example", false),
            ("The Selm Post", false),
            ("https://nothing", false),
        ] {
            assert_eq!(is_address(words), expected, "{words}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (address, found) in [
            ("https://quill.example/2021/12/30/the-call-a75", true),
            ("https://quill.example/2021/12/30", true),
            ("https://quill.example/world/2021/dec/30/the-call", true),
            ("https://quill.example/the-call-2021-12-30/", true),
            ("https://quill.example/20211230-call.html", true),
            ("http://quill.example/a?d=2021_12_30", true),
            ("https://quill.example/call-n20211230", false),
            ("https://quill.example/2021/12/the-call", false),
            ("https://quill.example/2021/13/30/the-call", false),
            ("https://20211230.example", false),
            ("https://quill.example/18121230", false),
            ("https://quill.example/2021é12é30", false),
        ] {
            let date = NaiveDate::from_ymd_opt(2021, 12, 30).filter(|_| found);
            assert_eq!(date_in_address(address, Lexicon::english()), date, "{address}");
        }
    }
}
