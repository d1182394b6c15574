//! A value as it is published, in little room.

use super::notation;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value as Json};

/// A value in the shape of the format's version 1, kept as one text: a tree of it takes six times the room, and most are
/// only printed, if that.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublishedValue(Box<str>);

impl PublishedValue {
    /// Its keys and what stands there, in order.
    ///
    /// ```
    /// use crosscheck::rooms::finding::PublishedValue;
    /// let value: PublishedValue = serde_json::from_str("{\"kind\": \"count\", \"lo\": 3.5}")?;
    /// assert_eq!(value.fields().get("lo"), Some(&serde_json::json!(3.5)));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn fields(&self) -> Map<String, Json> {
        // It was written from such a map.
        serde_json::from_str(&self.0).unwrap_or_default()
    }

    /// What it means in a few marks: `120000`, `2700..3300 s`, `2031-05-08`.
    #[must_use]
    pub fn notation(&self) -> String {
        notation::notation(&self.fields())
    }
}

impl From<Map<String, Json>> for PublishedValue {
    fn from(fields: Map<String, Json>) -> Self {
        Self(Json::Object(fields).to_string().into())
    }
}

impl Serialize for PublishedValue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.fields().serialize(to)
    }
}

impl<'de> Deserialize<'de> for PublishedValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Map::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_printed_as_it_was() {
        for text in [
            "{\"kind\":\"count\",\"text\":\"about \\\"3\\\" é\\n\",\"lo\":2.7000000000000002,\"hi\":null,\"lo_open\":true}",
            "{\"lo\":1e300,\"hi\":100000.0,\"best\":123456789012}",
            "{\"z\":1,\"a\":{\"b\":[]}}",
            "{}",
        ] {
            let value: PublishedValue = serde_json::from_str(text).unwrap();
            let fields: Map<String, Json> = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), serde_json::to_string(&fields).unwrap());
            assert_eq!(serde_json::to_string_pretty(&value).unwrap(), serde_json::to_string_pretty(&fields).unwrap());
        }
        assert!(serde_json::from_str::<PublishedValue>("3").is_err());
    }
}
