//! The keys of front matter: the project's own, those that clippers and generators of sites write in their place, and those
//! that only look like one.

use super::MetadataLayer;
use crate::{
    diagnostic::{Diagnostic, code},
    span::Span,
};

/// One key of front matter with what stands behind it.
#[derive(Debug)]
pub(super) struct FrontKey {
    pub name: String,
    pub place: Span,
    /// The words of its value, where it has some.
    pub words: Option<String>,
    /// Where they stand.
    pub value: Option<Span>,
}

/// What front matter may say: the project's key, and those that others write.
struct FrontField {
    own: &'static str,
    others: &'static [&'static str],
}

const FIELDS: [FrontField; 9] = [
    FrontField {
        own: "source",
        others: &["site", "site_name", "sitename", "publisher", "publication", "website", "outlet"],
    },
    FrontField {
        own: "published",
        others: &[
            "date",
            "published_time",
            "published_at",
            "published_date",
            "publish_date",
            "publishDate",
            "date_published",
            "datePublished",
            "publication_date",
            "pubdate",
            "article:published_time",
        ],
    },
    FrontField { own: "timezone", others: &["time_zone"] },
    FrontField { own: "title", others: &["headline"] },
    FrontField { own: "url", others: &["source_url", "original_url", "canonical_url", "canonical", "link"] },
    FrontField { own: "byline", others: &["author", "authors", "creator"] },
    FrontField { own: "agency", others: &[] },
    FrontField { own: "group", others: &[] },
    FrontField { own: "language", others: &["lang"] },
];

/// Whether front matter may have a key of this name.
pub(super) fn is_known(name: &str) -> bool {
    FIELDS.iter().any(|field| field.own == name || field.others.contains(&name))
}

/// The keys that are the project's own.
pub(super) fn own() -> impl Iterator<Item = &'static str> + Clone {
    FIELDS.iter().map(|field| field.own)
}

/// The layer that keys make, and where the value of each of its fields stands.
pub(super) fn layer_of_keys(keys: &[FrontKey]) -> (MetadataLayer, impl Fn(&str) -> Option<Span>) {
    let said = |own: &str| said(keys, own);
    let words = |own: &str| said(own).and_then(|key| key.words.clone());
    let layer = MetadataLayer {
        source: words("source"),
        published: words("published"),
        timezone: words("timezone"),
        title: words("title"),
        url: words("url"),
        byline: words("byline").map(|names| names.replace("[[", "").replace("]]", "")),
        agency: words("agency"),
        group: words("group"),
        language: words("language"),
        ..MetadataLayer::default()
    };
    (layer, move |own| said(own)?.value)
}

/// The key that says something, the project's own before those of others.
fn said<'k>(keys: &'k [FrontKey], own: &str) -> Option<&'k FrontKey> {
    let field = FIELDS.iter().find(|field| field.own == own)?;
    let names = std::iter::once(&field.own).chain(field.others);
    names
        .filter_map(|name| keys.iter().find(|key| key.name == *name))
        .find(|key| key.words.is_some() && !is_switch(key))
}

/// The keys beside the one that counts that give a day of publication too.
pub(super) fn other_days(keys: Vec<FrontKey>) -> Vec<FrontKey> {
    let own = said(&keys, "published").map(|key| key.place);
    let field = FIELDS.iter().find(|field| field.own == "published");
    let is_day = |key: &FrontKey| {
        let names = field.is_some_and(|field| field.own == key.name || field.others.contains(&key.name.as_str()));
        names && Some(key.place) != own && key.words.is_some() && !is_switch(key)
    };
    keys.into_iter().filter(is_day).collect()
}

/// `published: true`, as some generators have it, is no day.
fn is_switch(key: &FrontKey) -> bool {
    key.name == "published" && matches!(key.words.as_deref(), Some("true" | "false"))
}

/// Warnings about keys that say nothing and look as if they should.
pub(super) fn look_alikes(path: &str, text: &str, keys: &[FrontKey]) -> Vec<Diagnostic> {
    let unknown = keys.iter().filter(|key| !is_known(&key.name));
    unknown
        .filter_map(|key| {
            let meant = looks_like(&key.name)?;
            let message = format!("`{}` says nothing of the article", key.name);
            let help = Some(format!("did you mean `{meant}`?"));
            Some(Diagnostic::in_file(code::LOOK_ALIKE_KEY, path, text, key.place, message, help))
        })
        .collect()
}

/// A key with fewer letters is like too many others.
const SHORTEST: usize = 5;

/// The project's key that one is a misspelling or another way of writing of: the nearest.
fn looks_like(name: &str) -> Option<&'static str> {
    let plain = letters(name);
    let distance = |known: &&str| {
        let known = letters(known);
        if plain == known {
            return Some(0);
        }
        let is_plural = plain.strip_suffix('s') == Some(&known);
        let is_short = plain.len() < SHORTEST || known.len() < SHORTEST;
        let allowed = if plain.get(..1) == known.get(..1) { (plain.len() / 4).min(2) } else { 1 };
        let wrong = (!is_plural && !is_short).then(|| strsim::damerau_levenshtein(&plain, &known));
        wrong.filter(|wrong| *wrong <= allowed)
    };
    let near = FIELDS.iter().filter_map(|field| {
        let names = std::iter::once(&field.own).chain(field.others);
        Some((names.filter_map(distance).min()?, field.own))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, own)| own)
}

fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_look_like_others() {
        for (name, expected) in [
            ("titel", Some("title")),
            ("pubished", Some("published")),
            ("Publish-Date", Some("published")),
            ("publihed", Some("published")),
            ("sorce", Some("source")),
            ("Source", Some("source")),
            ("Titles", None),
            ("sources", None),
            ("autor", Some("byline")),
            ("time-zone", Some("timezone")),
            ("langauge", Some("language")),
            ("tags", None),
            ("draft", None),
            ("slug", None),
            ("layout", None),
            ("description", None),
            ("created", None),
            ("updated", None),
            ("modified", None),
            ("lastmod", None),
            ("subtitle", None),
            ("unpublished", None),
            ("categories", None),
            ("data", None),
            ("image", None),
            ("id", None),
            ("status", None),
            ("excerpt", None),
            ("summary", None),
            ("permalink", None),
        ] {
            assert_eq!(looks_like(name).filter(|_| !is_known(name)), expected, "{name}");
        }
    }
}
