//! A time of day; with a zone and a day it is an instant.

use super::date::DateExpr;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A time of day as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeExpr {
    /// The first minute it can be, from midnight.
    pub from: i32,
    /// The last minute it can be, from midnight; past 1440 on the next day.
    pub to: i32,
    /// The minute that is written, where the time lies around it: 360 for "shortly after 6 a.m.".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<i32>,
    /// The zone it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Box<ZoneName>>,
    /// The zone's words as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone_text: Option<Box<str>>,
    /// The day its own sentence gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Arc<DateExpr>>,
}

/// A zone that a text names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneName {
    /// An IANA name.
    Named(String),
    /// Minutes east of Greenwich.
    Offset(i32),
    /// One of these, by the article's own zone.
    Ambiguous(Vec<String>),
    /// "local time": the story's own zone.
    Local,
}
