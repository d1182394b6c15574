//! Metadata in `crosscheck.yaml`: the keys that an article's front matter has too.

use crate::{
    article::MetadataLayer,
    diagnostic::code,
    placing::zone,
    yaml::{Advice, Fields, FileReading},
};

/// The keys.
pub(super) const KEYS: &[&str] =
    &["source", "published", "timezone", "title", "url", "byline", "agency", "group", "language"];

/// What `fields` say of articles.
pub(super) fn layer<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>) -> MetadataLayer {
    let mut text = |key: &str| {
        let node = fields.get(key).filter(|_| !fields.is_cut(key))?;
        Some(reading.text(node, &format!("`{key}`"))?.value.trim().to_string())
    };
    let layer = MetadataLayer {
        source: text("source"),
        published: text("published"),
        timezone: text("timezone"),
        title: text("title"),
        url: text("url"),
        byline: text("byline"),
        agency: text("agency"),
        group: text("group"),
        language: text("language"),
        unnamed: None,
        given_by: None,
    };
    let known = layer.timezone.as_deref().filter(|name| is_zone(reading, fields, name)).map(str::to_string);
    MetadataLayer { timezone: known, ..layer }
}

fn is_zone<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, name: &str) -> bool {
    if zone(name).is_some() {
        return true;
    }
    if let Some(scalar) = fields.get("timezone").and_then(|node| node.scalar()) {
        let zones: Vec<&str> = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
        let help = match crate::suggest::nearest(name, zones) {
            Some(near) => Advice::meant(near, format!("did you mean `{near}`?")),
            None => "write the zone's name in the IANA list, as `Europe/Kyiv`, or an offset, as `+03:00`".into(),
        };
        reading.mistake(code::UNKNOWN_TIMEZONE, reading.words(scalar), format!("there is no time zone `{name}`"), help);
    }
    false
}

/// The two merged: what `later` says wins.
pub(super) fn merge(earlier: &MetadataLayer, later: &MetadataLayer) -> MetadataLayer {
    let pick = |later: &Option<String>, earlier: &Option<String>| later.clone().or_else(|| earlier.clone());
    MetadataLayer {
        source: pick(&later.source, &earlier.source),
        published: pick(&later.published, &earlier.published),
        timezone: pick(&later.timezone, &earlier.timezone),
        title: pick(&later.title, &earlier.title),
        url: pick(&later.url, &earlier.url),
        byline: pick(&later.byline, &earlier.byline),
        agency: pick(&later.agency, &earlier.agency),
        group: pick(&later.group, &earlier.group),
        language: pick(&later.language, &earlier.language),
        unnamed: pick(&later.unnamed, &earlier.unnamed),
        given_by: if later.published.is_some() { later.given_by.clone() } else { earlier.given_by.clone() },
    }
}
