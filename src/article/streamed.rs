//! An article as a line of a stream gives it: an object with its text, and the keys that front matter has.

use super::{
    FieldNames, MetadataLayer,
    front_keys::{self, FrontKey},
};
use crate::{
    diagnostic::{Mistake, code},
    span::Span,
};
use serde_json::{Map, Value as Json};

/// An article that came over a pipe.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamedArticle {
    /// What its line calls it: a text, a number, or nothing.
    pub id: Json,
    /// The story that its line puts it into.
    pub story: Option<String>,
    /// The file that it is as if it stood in, whose ending says how it is written.
    pub path: Option<String>,
    /// What its line says of it.
    pub layer: MetadataLayer,
    /// Its text.
    pub text: String,
}

/// A line that is no article.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedLine {
    /// The id that it gives.
    pub id: Json,
    /// Why.
    pub mistake: Box<Mistake>,
}

impl StreamedArticle {
    /// Reads one line, without its line feed.
    ///
    /// Keys that say nothing of an article are passed over.
    ///
    /// ```
    /// use crosscheck::rooms::article::{FieldNames, StreamedArticle};
    /// let line = r#"{"id": 7, "body": "It rains.", "author": ["Ada Quill", "Bo Orsk"], "votes": 3}"#;
    /// let names = FieldNames::read("text=body")?;
    /// let article = StreamedArticle::read(line.as_bytes(), &names).map_err(|refused| *refused.mistake)?;
    /// assert_eq!((article.text.as_str(), article.id.as_u64()), ("It rains.", Some(7)));
    /// assert_eq!(article.layer.byline.as_deref(), Some("Ada Quill, Bo Orsk"));
    /// # Ok::<(), crosscheck::rooms::diagnostic::Mistake>(())
    /// ```
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(line: &[u8], names: &FieldNames) -> Result<Self, RefusedLine> {
        let nameless = |mistake: Mistake| RefusedLine { id: Json::Null, mistake: Box::new(mistake) };
        let mut object: Map<String, Json> = serde_json::from_slice(line).map_err(|error| {
            let text = error.to_string();
            let message = text.split(" at line ").next().unwrap_or(&text).replace('`', "'");
            let end = error.column();
            nameless(Mistake::at(code::BROKEN_RECORD, end.saturating_sub(1)..end, message, None))
        })?;
        let id = object.get(names.of("id")).cloned().unwrap_or_default();
        if !matches!(id, Json::Null | Json::String(_) | Json::Number(_)) {
            return Err(nameless(broken("the id is no text and no number".to_string())));
        }
        match Self::of(&mut object, names) {
            Ok(article) => Ok(Self { id, ..article }),
            Err(mistake) => Err(RefusedLine { id, mistake: Box::new(mistake) }),
        }
    }

    /// All but the id.
    fn of(object: &mut Map<String, Json>, names: &FieldNames) -> Result<Self, Mistake> {
        let text = match object.get_mut(names.of("text")).map(Json::take) {
            Some(Json::String(text)) => text,
            None | Some(Json::Null) => {
                let instead = names.refused().find(|(name, _)| object.contains_key(*name));
                let why = instead.map(|(name, why)| format!("; there is `{name}`, but {why}")).unwrap_or_default();
                return Err(broken(format!("there is no `{}`{why}", names.of("text"))));
            }
            Some(_) => return Err(broken(format!("`{}` is no text", names.of("text")))),
        };
        let named = |own: &str| match object.get(names.of(own)) {
            None | Some(Json::Null) => Ok(None),
            Some(Json::String(name)) if !name.trim().is_empty() => Ok(Some(name.clone())),
            Some(Json::String(_)) => Err(broken(format!("`{}` is empty", names.of(own)))),
            Some(_) => Err(broken(format!("`{}` is no text", names.of(own)))),
        };
        let path = named("path")?.or(named("article")?);
        let mut keys = Vec::new();
        for (name, value) in object.iter() {
            let Some(own) = names.own(name).filter(|own| front_keys::is_known(own)) else { continue };
            let words = words(value);
            if words.is_none() && front_keys::own().any(|known| known == own) && !is_nothing(value) {
                return Err(broken(format!("`{name}` is no text")));
            }
            keys.push(FrontKey { name: own.to_string(), place: Span::default(), words, value: None });
        }
        let (layer, _) = front_keys::layer_of_keys(&keys);
        Ok(Self { id: Json::Null, story: named("story")?, path, layer, text })
    }

    /// What findings call it where its line gives no path: its id, else its line, so that no ending says how it is written.
    #[must_use]
    pub fn name(&self, line: usize) -> String {
        match &self.id {
            Json::String(id) if !id.trim().is_empty() => id.clone(),
            Json::Number(id) => id.to_string(),
            _ => format!("line {line}"),
        }
    }
}

/// A line that is no article.
fn broken(message: String) -> Mistake {
    Mistake::new(code::BROKEN_RECORD, message, None)
}

/// Words as front matter gives them: a text, texts of a list, the name of an object.
fn words(value: &Json) -> Option<String> {
    let words = match value {
        Json::String(words) => words.trim().to_string(),
        Json::Array(items) => items.iter().filter_map(words).collect::<Vec<_>>().join(", "),
        Json::Object(object) => object.get("name").and_then(words)?,
        Json::Null | Json::Bool(_) | Json::Number(_) => return None,
    };
    Some(words).filter(|words| !words.is_empty())
}

/// Whether a value says that there is nothing.
fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(words) => words.trim().is_empty(),
        Json::Array(items) => items.iter().all(is_nothing),
        Json::Object(object) => object.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, names: &str) -> Result<StreamedArticle, String> {
        let names = if names.is_empty() { FieldNames::default() } else { FieldNames::read(names).unwrap() };
        StreamedArticle::read(line.as_bytes(), &names).map_err(|refused| refused.mistake.message)
    }

    #[test]
    fn what_a_line_says_of_its_article() {
        let all = r#"{"text": "t", "story": "s", "path": "p.md", "source": "A", "published": "2031-05-09", "timezone": "UTC",
            "title": "T", "url": "u", "author": "B", "agency": "C", "group": "g", "lang": "en"}"#;
        let article = read(all, "").unwrap();
        let some = |words: &str| Some(words.to_string());
        let expected = MetadataLayer {
            source: some("A"),
            published: some("2031-05-09"),
            timezone: some("UTC"),
            title: some("T"),
            url: some("u"),
            byline: some("B"),
            agency: some("C"),
            group: some("g"),
            language: some("en"),
            ..MetadataLayer::default()
        };
        assert_eq!(article.layer, expected);
        assert_eq!((article.story, article.path), (some("s"), some("p.md")));
    }

    #[test]
    fn other_names_stand_in_place_of_the_own() {
        let ninjs = r#"{"uri": "urn:x", "body_text": "t", "headline": "H", "versioncreated": "2031-05-09T10:00:00Z",
            "byline": "Ada Quill", "text": "no", "copyrightholder": "Wire", "language": "en"}"#;
        let article = read(ninjs, "ninjs").unwrap();
        assert_eq!((article.text.as_str(), article.name(1).as_str()), ("t", "urn:x"));
        assert_eq!(article.layer.title.as_deref(), Some("H"));
        assert_eq!(article.layer.source.as_deref(), Some("Wire"));
        let mapped = read(
            r#"{"text": "no", "body": "t", "date": "2031-05-09", "stamp": "2031-01-01"}"#,
            "text=body,published=stamp",
        );
        assert_eq!(
            mapped.map(|article| (article.text, article.layer.published)),
            Ok(("t".into(), Some("2031-01-01".into())))
        );
    }

    #[test]
    fn lines_that_are_no_article() {
        for (line, names, expected) in [
            ("{}", "", "there is no `text`"),
            (r#"{"text": 7}"#, "", "`text` is no text"),
            (r#"{"text": "t"}"#, "text=body", "there is no `body`"),
            (r#"{"text": "t", "published": 20310509}"#, "", "`published` is no text"),
            (r#"{"text": "t", "path": ""}"#, "", "`path` is empty"),
            (r#"{"text": "t", "story": []}"#, "", "`story` is no text"),
            (r#"{"text": "t", "id": {}}"#, "", "the id is no text and no number"),
            (
                r#"{"body_xhtml": "<p>t</p>"}"#,
                "ninjs",
                "there is no `body_text`; there is `body_xhtml`, but it is HTML, \
                which is not read yet: give the plain text as `body_text`",
            ),
            ("[]", "", "invalid type: sequence, expected a map"),
        ] {
            assert_eq!(read(line, names), Err(expected.to_string()), "{line}");
        }
        let nothing = r#"{"text": "t", "published": null, "date": 7, "author": [], "site": {"id": 1}}"#;
        assert_eq!(read(nothing, "").map(|article| article.layer), Ok(MetadataLayer::default()));
    }
}
