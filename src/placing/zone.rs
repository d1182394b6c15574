//! Time zones: a name of the time zone database, or an offset from Greenwich.

use chrono_tz::Tz;

/// The farthest that a zone lies from Greenwich, in minutes.
const FARTHEST: i32 = 14 * 60;

/// The zone that is written, by the name that the engine has for it: one of the time zone database as it is spelt there, or an
/// offset, "+03:00" for "UTC+3" and "+0300".
///
/// ```
/// use crosscheck::rooms::placing::zone;
/// assert_eq!(zone("Europe/Kyiv").as_deref(), Some("Europe/Kyiv"));
/// assert_eq!(zone("UTC-3:30").as_deref(), Some("-03:30"));
/// assert_eq!(zone("Mars/Base"), None);
/// ```
#[must_use]
pub fn zone(words: &str) -> Option<String> {
    if let Ok(zone) = words.parse::<Tz>() {
        return Some(zone.name().to_string());
    }
    let minutes = offset(words)?;
    let sign = if minutes < 0 { '-' } else { '+' };
    Some(format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60))
}

/// Minutes east of Greenwich: "+03:00", "-0330", "UTC+3", "GMT+3".
pub(super) fn offset(words: &str) -> Option<i32> {
    let after = ["UTC", "GMT"].iter().find_map(|name| words.strip_prefix(name)).unwrap_or(words).trim_start();
    let (east, digits) = match (after.strip_prefix('+'), after.strip_prefix(['-', '\u{2212}'])) {
        (Some(digits), _) => (1, digits),
        (None, Some(digits)) => (-1, digits),
        (None, None) => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let number = |digits: &str| {
        let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<i32>().ok()).flatten()
    };
    let minutes = number(hours)? * 60 + number(minutes).filter(|minutes| *minutes < 60)?;
    (minutes <= FARTHEST).then_some(east * minutes)
}

#[cfg(test)]
mod tests {
    use super::zone;

    #[test]
    fn names_and_offsets() {
        for (written, expected) in [
            ("Europe/London", Some("Europe/London")),
            ("UTC", Some("UTC")),
            ("+03:00", Some("+03:00")),
            ("+3", Some("+03:00")),
            ("-0330", Some("-03:30")),
            ("UTC+5:45", Some("+05:45")),
            ("GMT-8", Some("-08:00")),
            ("+15:00", None),
            ("+3:5", None),
            ("+03:75", None),
            ("+", None),
            ("03:00", None),
            ("+aa", None),
            ("Mars/Base", None),
            ("", None),
        ] {
            assert_eq!(zone(written).as_deref(), expected, "{written}");
        }
    }
}
