//! ISO 8601: a length of time as it was written.

use super::{DAY, MONTH};
use crate::{
    lexicon::Lexicon,
    value::{Amount, Precision},
};

/// Behind months, so many days at the most are told as days: fewer than are in so many months.
const MOST_DAYS_AS_MONTHS: u32 = 3;

/// `PT50M`, `P3W`, `P1M`: the length as written where it is a whole number of one unit, `PXD` where nobody counted.
pub fn iso(amount: &Amount, precision: Precision, lexicon: &Lexicon) -> Option<String> {
    let unit = amount.unit.as_deref().and_then(|name| lexicon.durations.iter().find(|unit| unit.name == name))?;
    if precision == Precision::Vague {
        return Some(unit.iso.replace('N', "X"));
    }
    // "Two to three weeks".
    let Some(best) = amount.best else { return Some(unit.iso.replace('N', "X")) };
    if unit.seconds.is_some_and(|seconds| seconds < 1.0) {
        return Some(unit.iso.replace('N', &format!("{best}")));
    }
    let weight = match unit.iso.as_str() {
        "PTNS" => 1.0,
        "PTNM" => 60.0,
        "PTNH" => 3600.0,
        "PND" => DAY,
        "PNW" => 7.0 * DAY,
        "PNM" => MONTH,
        _ => 12.0 * MONTH,
    };
    let count = best / weight;
    let is_whole = |number: f64| (number - number.round()).abs() < 1e-6;
    if is_whole(count) {
        return Some(unit.iso.replace('N', &format!("{}", count.round())));
    }
    // Weeks and months have no parts that others are multiples of.
    if matches!(unit.iso.as_str(), "PNW" | "PNM") && is_whole(count * 4.0) {
        return Some(unit.iso.replace('N', &count.to_string()));
    }
    // "Three years, two months and 14 days": as many months as leave whole days.
    let most = (best / MONTH + 1e-6).floor();
    let months = (0..=MOST_DAYS_AS_MONTHS).map(|back| most - f64::from(back)).find(|months| {
        let rest = (best - months * MONTH) / DAY;
        *months > 0.0 && is_whole(rest) && rest > -1e-6
    });
    match months.filter(|_| unit.months.is_some()) {
        Some(months) => Some(in_calendar(months, ((best - months * MONTH) / DAY).round())),
        None => Some(in_parts(best)),
    }
}

/// Years, months and days.
fn in_calendar(months: f64, days: f64) -> String {
    let part = |count: f64, unit: char| if count > 0.0 { format!("{count}{unit}") } else { String::new() };
    format!("P{}{}{}", part((months / 12.0).trunc(), 'Y'), part(months % 12.0, 'M'), part(days, 'D'))
}

/// Days, hours, minutes and seconds.
fn in_parts(seconds: f64) -> String {
    // What arithmetic leaves behind the thousandths was not written.
    let seconds = (seconds * 1000.0).round() / 1000.0;
    let thousandths = |seconds: f64| (seconds * 1000.0).round() / 1000.0;
    let (days, rest) = ((seconds / DAY).trunc(), seconds % DAY);
    let mut iso = "P".to_string();
    if days > 0.0 {
        iso += &format!("{days}D");
    }
    if rest > 0.0 || days == 0.0 {
        iso.push('T');
        let parts =
            [((rest / 3600.0).trunc(), 'H'), ((rest % 3600.0 / 60.0).trunc(), 'M'), (thousandths(rest % 60.0), 'S')];
        for (count, unit) in parts {
            if count > 0.0 {
                iso += &format!("{count}{unit}");
            }
        }
        if rest == 0.0 {
            iso += "0S";
        }
    }
    iso
}
