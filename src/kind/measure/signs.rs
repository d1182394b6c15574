//! Units in letters and signs right behind their number, and two of them together: "41.7C", `6'1"`, "3ft2in".

use super::unit;
use crate::{
    lexicon::{Class, Unit, WordGroup},
    reading::{Figure, Reader, is_labelled},
    text::{TokenKind, is_inches},
};

/// "41.7C": a letter that is a unit only right behind digits, and only where its number can be of that unit.
pub(super) fn letter<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let at = figure.end;
    if reader.kind(at) != TokenKind::Word || !figure.digits {
        return None;
    }
    let unit = reader.lexicon.units.get(*reader.lexicon.unit_letters.get(reader.written(at))?)?;
    if leads_smaller(reader, at + 1, unit) {
        return Some((*figure, at + 1, unit));
    }
    // "The 11st", "finished 11st" are slips of a place in a row.
    let before = figure.first.wrapping_sub(1);
    let ranks = || reader.is(before, "the") || reader.word(before).is(Class::RANKING);
    if !reader.is_glued(at) || unit.smaller.is_some() && ranks() {
        return None;
    }
    let (lo, hi) = unit.usual?;
    let fits = figure.interval.lo >= lo && figure.interval.hi <= hi;
    let joined = reader.is_glued(at + 1) && matches!(reader.kind(at + 1), TokenKind::Hyphen | TokenKind::Slash);
    // "A 13F filing": what is hot or cold is no filing.
    let noun = reader.kind(at + 1) == TokenKind::Word && !reader.word(at + 1).is(Class::FUNCTION);
    let pointed = reader.is_of(figure.first.wrapping_sub(1), WordGroup::BEFORE_RANK);
    let named =
        noun && pointed && unit.dimension.starts_with("temperature") && !reader.is_of(at + 1, WordGroup::WEATHER);
    (fits && !joined && !named && !is_labelled(reader, figure)).then_some((*figure, at + 1, unit))
}

/// "2 st 5 lb": whether a number of its smaller unit stands right behind a unit.
fn leads_smaller(reader: &Reader, at: usize, unit: &Unit) -> bool {
    let Some(smaller) = unit.smaller.as_deref() else { return false };
    let rest = Figure::read(reader, at).filter(|rest| rest.digits && !rest.money_only);
    rest.and_then(|rest| unit::named_unit(reader, rest.end)).is_some_and(|(_, small)| small.name == smaller)
}

/// `6'1"`, "3′2″": feet and inches, and "6' tall". In a quotation and behind the degrees of a place they are other marks.
pub(super) fn primes<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let marked = |at: usize, kind: TokenKind| {
        let prime = reader.kind(at) == TokenKind::Other && reader.lexicon.unit_symbols.contains_key(reader.written(at));
        reader.is_glued(at) && (reader.kind(at) == kind || prime)
    };
    let unit = |sign: &str| reader.lexicon.units.get(*reader.lexicon.unit_symbols.get(sign)?);
    let mark = figure.end;
    let before = reader.kind(figure.first.wrapping_sub(1));
    let other = matches!(before, TokenKind::SingleQuote | TokenKind::Other) || !figure.digits;
    if reader.kind(mark) != TokenKind::SingleQuote || !reader.is_glued(mark) || other {
        return None;
    }
    let foot = unit("′")?;
    if reader.word(mark + 1).is(Class::LENGTHY) {
        return Some((*figure, mark + 1, foot));
    }
    // "They won in 6'1"": minutes and seconds.
    if reader.is_of(figure.first.wrapping_sub(1), WordGroup::DURING) {
        return None;
    }
    let rest = Figure::read(reader, mark + 1).filter(|rest| rest.digits && rest.first == mark + 1)?;
    let closed = marked(rest.end, TokenKind::DoubleQuote);
    let tall = reader.is_glued(mark + 1) && reader.word(rest.end).is(Class::LENGTHY);
    let whole = added(figure, foot, rest.best?, unit("″")?).filter(|_| closed || tall)?;
    Some((whole, rest.end + usize::from(closed), foot))
}

/// `27" monitor`: inches by a straight quotation mark that closes no quotation.
pub(super) fn inches<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    if reader.kind(figure.end) != TokenKind::DoubleQuote || !figure.digits {
        return None;
    }
    let inch = reader.lexicon.units.get(*reader.lexicon.unit_symbols.get("″")?)?;
    is_inches(reader.text, reader.lexicon, figure.end).then_some((*figure, figure.end + 1, inch))
}

/// "3ft2in", "11st4lb": two units in one word.
pub(super) fn joined<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let at = figure.end;
    if reader.kind(at) != TokenKind::Word || !reader.is_glued(at) || !figure.digits {
        return None;
    }
    let (large, rest) = reader.written(at).split_at_checked(reader.written(at).find(|c: char| c.is_ascii_digit())?)?;
    let (count, small) = rest.split_at_checked(rest.find(|c: char| !c.is_ascii_digit())?)?;
    let unit = |letters: &str| {
        let index = reader.lexicon.unit_symbols.get(letters).or_else(|| reader.lexicon.unit_letters.get(letters))?;
        reader.lexicon.units.get(*index)
    };
    let (large, small) = (unit(large)?, unit(small)?);
    let fits = large.smaller.as_deref() == Some(small.name.as_str());
    let whole = added(figure, large, count.parse().ok()?, small).filter(|_| fits)?;
    Some((whole, at + 1, large))
}

/// A number of units and of smaller ones that make up less than one.
pub(super) fn added(figure: &Figure, large: &Unit, rest: f64, small: &Unit) -> Option<Figure> {
    let part = rest * small.factor / large.factor;
    let best = figure.best.filter(|_| (0.0..1.0).contains(&part))?;
    let interval = figure.interval.shifted(part);
    Some(Figure { interval, best: Some(best + part), step: small.factor / large.factor, ..*figure })
}
