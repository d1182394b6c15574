//! XML, read back: what is no XML stops the test.

use quick_xml::{Reader, events::Event};
use std::collections::BTreeMap;

/// How many elements of each name a document has; each attribute and reference is read as well.
pub fn elements(text: &str) -> Result<BTreeMap<String, usize>, quick_xml::Error> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut found = BTreeMap::new();
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(found),
            Event::Start(element) | Event::Empty(element) => {
                let name = String::from_utf8_lossy(element.name().as_ref()).into_owned();
                *found.entry(name).or_insert(0) += 1;
                for attribute in element.attributes() {
                    quick_xml::escape::unescape(std::str::from_utf8(&attribute?.value).unwrap())?;
                }
            }
            Event::GeneralRef(reference) => {
                let known = ["amp", "lt", "gt", "quot", "apos"].map(str::as_bytes).contains(&&*reference);
                assert!(known || reference.is_char_ref(), "no such entity: {reference:?}");
            }
            _ => {}
        }
    }
}
