//! Whether a bracket that gives an amount in another unit says the same: "49 metres (161 feet)".

use super::{Amount, Beside, Precision, Units, Value};
use crate::lexicon::Lexicon;

impl Amount {
    /// It in the unit of another, where both measure one thing: 58 km are 36.04 miles.
    #[must_use]
    pub fn converted_to(&self, other: &Self, lexicon: &Lexicon) -> Option<f64> {
        let unit = |amount: &Self| amount.unit.as_deref().and_then(|name| lexicon.unit(name));
        let (own, theirs) = (unit(self)?, unit(other)?);
        let base = (self.best? + own.offset) * own.factor;
        (own.dimension == theirs.dimension).then_some(base / theirs.factor - theirs.offset)
    }
}

impl Value {
    /// The first amount of its brackets that is measured in what it is measured in itself, and is another, whichever of them
    /// was rounded. Currencies are not converted.
    #[must_use]
    pub fn misconverted(&self, lexicon: &Lexicon) -> Option<&Amount> {
        let amount = self.content.amount()?;
        let beside = Beside { currency: None, units: Units::Differ, lexicon };
        let place = |amount: &Amount| (self.kind.facts().axis)(amount, Precision::Exact, &beside).ok();
        let (axis, interval) = place(amount)?;
        amount
            .also
            .iter()
            .find(|also| place(also).is_some_and(|(other, theirs)| other == axis && !theirs.meets(interval)))
    }
}
