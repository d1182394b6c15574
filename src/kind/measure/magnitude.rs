//! Magnitudes of earthquakes, which have no unit behind their number: "magnitude 6.1", "a 6.2 quake".

use super::unit;
use crate::{
    lexicon::{Class, Unit},
    reading::{Figure, Reader},
};

/// "magnitude 6.1", "a magnitude of at least 6.1", "put the magnitude at 6.1", and "at least magnitude 6.1" with its hedge.
pub(super) fn behind_magnitude<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, &'a Unit)> {
    let hedge = reader.hedge_before(figure.first);
    let start = hedge.map_or(figure.first, |(start, _)| start);
    let before = start.checked_sub(1)?;
    let is_small = is_decimal(figure) && reader.is(before, "at");
    let named = if reader.is(before, "of") || is_small { before.checked_sub(1)? } else { before };
    let (_, unit) = unit::named_unit(reader, named).filter(|_| reader.is(named, "magnitude"))?;
    let is_hedged_before = hedge.is_none() && named == before && reader.hedge_before(named).is_some();
    Some((Figure { first: if is_hedged_before { named } else { figure.first }, ..*figure }, unit))
}

/// "6.2": a magnitude as it is written.
fn is_decimal(figure: &Figure) -> bool {
    figure.digits && figure.step < 1.0 && figure.interval.hi < 10.0
}

/// "a 6.2 quake", "a quake of 5.8".
pub(super) fn magnitude<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<&'a Unit> {
    let quake = |at: usize| reader.word(at).is(Class::QUAKE);
    // "A quake of 5.8", "a quake measuring 5.8".
    let leads = || reader.is(figure.first - 1, "of") || reader.is(figure.first - 1, "measuring");
    let of = figure.first >= 2 && leads() && quake(figure.first - 2);
    if !is_decimal(figure) || !of && !quake(figure.end) {
        return None;
    }
    reader.lexicon.units.iter().find(|unit| unit.name == "magnitude")
}
