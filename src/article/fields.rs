//! Under which keys the lines of a stream hold what an article is made of, where these are not the project's own.

use super::front_keys;
use crate::{
    diagnostic::{Mistake, code},
    suggest,
};
use std::collections::BTreeMap;

/// What a line says beside the metadata of its article.
const OF_LINES: [&str; 5] = ["text", "id", "story", "path", "article"];

/// Names that come together, because some standard has them.
struct FieldPreset {
    name: &'static str,
    fields: &'static [(&'static str, &'static str)],
    /// A key that looks as if it held the text, and what to give instead.
    refused: (&'static str, &'static str),
}

const PRESETS: [FieldPreset; 1] = [
    // <https://iptc.org/standards/ninjs/>
    FieldPreset {
        name: "ninjs",
        fields: &[
            ("text", "body_text"),
            ("id", "uri"),
            ("title", "headline"),
            ("published", "versioncreated"),
            ("source", "copyrightholder"),
        ],
        refused: ("body_xhtml", "it is HTML, which is not read yet: give the plain text as `body_text`"),
    },
];

/// Names of keys that stand in place of the project's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldNames {
    names: BTreeMap<&'static str, String>,
    refused: Vec<(&'static str, &'static str)>,
}

impl FieldNames {
    /// Reads what is written behind `--fields`: presets and `KEY=NAME`, with commas between; the later over the earlier.
    ///
    /// ```
    /// use crosscheck::rooms::article::FieldNames;
    /// assert!(FieldNames::read("text=body,source=desk").is_ok());
    /// assert!(FieldNames::read("ninjs,source=provider").is_ok());
    /// let wrong = FieldNames::read("txt=body").map_err(|mistake| mistake.message);
    /// assert_eq!(wrong, Err("there is no key `txt`; did you mean `text`?".to_string()));
    /// ```
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(written: &str) -> Result<Self, Mistake> {
        let mut all = Self::default();
        for part in written.split(',').map(str::trim) {
            match part.split_once('=') {
                Some((own, name)) => all.name(own.trim(), name.trim())?,
                None => all.take(part)?,
            }
        }
        Ok(all)
    }

    fn name(&mut self, own: &str, name: &str) -> Result<(), Mistake> {
        let known = OF_LINES.into_iter().chain(front_keys::own());
        let Some(key) = known.clone().find(|known| *known == own) else {
            let help = match suggest::nearest(own, known.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("they are {}", known.collect::<Vec<_>>().join(", ")),
            };
            return Err(wrong(format!("there is no key `{own}`; {help}")));
        };
        if name.is_empty() {
            return Err(wrong(format!("`{own}=` names nothing; write `{own}=NAME`")));
        }
        let taken = self.names.iter().find(|(other, taken)| **other != key && *taken == name);
        if let Some((other, _)) = taken {
            return Err(wrong(format!("`{name}` cannot be both `{other}` and `{own}`")));
        }
        self.names.insert(key, name.to_string());
        Ok(())
    }

    fn take(&mut self, preset: &str) -> Result<(), Mistake> {
        let Some(known) = PRESETS.iter().find(|known| known.name == preset) else {
            let names: Vec<&str> = PRESETS.iter().map(|known| known.name).collect();
            return Err(wrong(format!("`{preset}` is no preset; write `text=NAME`, or {}", names.join(", "))));
        };
        self.names.extend(known.fields.iter().map(|(own, name)| (*own, (*name).to_string())));
        self.refused.push(known.refused);
        Ok(())
    }

    /// The name that stands for a key of the project.
    pub(super) fn of<'n>(&'n self, own: &'n str) -> &'n str {
        self.names.get(own).map_or(own, String::as_str)
    }

    /// The key of the project that a name stands for; none where another name stands for it.
    pub(super) fn own<'n>(&'n self, name: &'n str) -> Option<&'n str> {
        match self.names.iter().find(|(_, named)| *named == name) {
            Some((own, _)) => Some(own),
            None => Some(name).filter(|name| !self.names.contains_key(name)),
        }
    }

    /// What to give instead of keys that are refused.
    pub(super) fn refused(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.refused.iter().copied()
    }
}

fn wrong(message: String) -> Mistake {
    Mistake::new(code::UNKNOWN_KEY, message, None)
}
