//! Digits as they are written, and other figures written in the same way.

/// More digits are an identifier rather than a figure.
const MOST_DIGITS: usize = 15;

/// From here on groups of three are parted.
const GROUP: usize = 3;

/// A figure in digits: "100,000", "3.2".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: u64,
    /// How many of them stand behind the point.
    scale: usize,
    /// Whether its groups are parted by commas; where it is too short to show that, they are.
    grouped: bool,
}

impl Decimal {
    /// Reads what is written; nothing where it is written in another way.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
        let plain = whole.replace(',', "");
        let digits = format!("{plain}{decimals}");
        let is_figure =
            !plain.is_empty() && digits.len() <= MOST_DIGITS && digits.bytes().all(|one| one.is_ascii_digit());
        let is_cut = written.ends_with('.') || plain.len() > 1 && plain.starts_with('0');
        if !is_figure || is_cut {
            return None;
        }
        let grouped = whole.contains(',') || plain.len() <= GROUP;
        Some(Self { digits: digits.parse().ok()?, scale: decimals.len(), grouped })
    }

    /// Ten times as much.
    #[must_use]
    pub fn by_ten(self) -> Self {
        match self.scale.checked_sub(1) {
            Some(scale) => Self { scale, ..self },
            None => Self { digits: self.digits.saturating_mul(10), ..self },
        }
    }

    /// A tenth of it; of a whole number a whole one, where there is one.
    #[must_use]
    pub fn by_a_tenth(self) -> Self {
        if self.digits > 1 && self.scale == 0 {
            return Self { digits: self.digits.div_ceil(10), ..self };
        }
        Self { scale: self.scale + 1, ..self }
    }

    /// About a third more, in two digits that say something, and always more.
    #[must_use]
    pub fn by_a_third(self) -> Self {
        let more = self.digits.saturating_mul(13) / 10;
        let last = 10_u64.pow(more.checked_ilog10().unwrap_or(0).saturating_sub(1));
        let more = more.div_ceil(last) * last;
        Self { digits: more.max(self.digits.saturating_add(1)), ..self }
    }

    /// In digits.
    #[must_use]
    pub fn written(self) -> String {
        let digits = format!("{:0width$}", self.digits, width = self.scale + 1);
        let (whole, decimals) = digits.split_at_checked(digits.len() - self.scale).unwrap_or((&digits, ""));
        let mut shown = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if self.grouped && index > 0 && (whole.len() - index).is_multiple_of(GROUP) {
                shown.push(',');
            }
            shown.push(digit);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.is_empty() { shown } else { format!("{shown}.{decimals}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_figures_are_written_alike() {
        for (written, ten, third, tenth) in [
            ("9", "90", "11", "1"),
            ("0", "0", "1", "0"),
            ("50", "500", "65", "5"),
            ("14", "140", "18", "2"),
            ("900", "9,000", "1,200", "90"),
            ("1200", "12000", "1600", "120"),
            ("100,000", "1,000,000", "130,000", "10,000"),
            ("3.2", "32", "4.1", "0.32"),
            ("11.5", "115", "15", "1.15"),
            ("0.05", "0.5", "0.06", "0.005"),
        ] {
            let read = Decimal::read(written).unwrap();
            assert_eq!(read.written(), written);
            assert_eq!(read.by_ten().written(), ten, "{written}");
            assert_eq!(read.by_a_third().written(), third, "{written}");
            assert_eq!(read.by_a_tenth().written(), tenth, "{written}");
        }
        for other in ["", "1.2.3", "007", "12.", "1/2", "٣", "1234567890123456"] {
            assert_eq!(Decimal::read(other), None, "{other}");
        }
    }
}
