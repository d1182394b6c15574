//! A page, read back by a reader of its own: tags that are closed, attributes in quotation marks, no letter that is markup
//! in a text.

use std::collections::BTreeMap;

/// A tag with its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes, with what their references stand for.
    pub attributes: BTreeMap<String, String>,
    /// Whether it ends an element.
    pub is_end: bool,
    /// The text behind it, up to the next tag.
    pub text: String,
}

impl Tag {
    /// An attribute; nothing where it has none.
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    /// Whether it has this class.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").split(' ').any(|own| own == class)
    }
}

/// Elements without an end.
const VOID: [&str; 6] = ["meta", "input", "line", "rect", "circle", "link"];

/// The tags of a page, or what is wrong with it.
pub fn tags(page: &str) -> Result<Vec<Tag>, String> {
    let mut rest = page.strip_prefix("<!doctype html>").ok_or("no doctype")?;
    let mut found: Vec<Tag> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    loop {
        let end = rest.find('<').unwrap_or(rest.len());
        let text = unescaped(&rest[..end])?;
        match found.last_mut() {
            Some(tag) => tag.text = text,
            None if text.trim().is_empty() => {}
            None => return Err(format!("text before the page: {text:?}")),
        }
        rest = &rest[end..];
        let Some(inside) = rest.strip_prefix('<') else { break };
        let (tag, behind) = one(inside)?;
        rest = behind;
        if tag.is_end {
            let expected = open.pop();
            if expected.as_ref() != Some(&tag.name) {
                return Err(format!("`{}` ends where `{expected:?}` is open", tag.name));
            }
        } else if !VOID.contains(&&*tag.name) {
            open.push(tag.name.clone());
        }
        if ["style", "script"].contains(&&*tag.name) && !tag.is_end {
            let length = rest.find(&format!("</{}", tag.name)).ok_or("no end")?;
            rest = &rest[length..];
        }
        found.push(tag);
    }
    if open.is_empty() { Ok(found) } else { Err(format!("open at the end: {open:?}")) }
}

/// The tag whose name begins here, and what is behind it.
fn one(inside: &str) -> Result<(Tag, &str), String> {
    let told = |what: &str, at: &str| Err(format!("{what}: {:?}", at.chars().take(60).collect::<String>()));
    let (is_end, mut rest) = inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest));
    let length = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
    if length == 0 {
        return told("no name of a tag", inside);
    }
    let name = rest[..length].to_string();
    rest = &rest[length..];
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return Ok((Tag { name, attributes, is_end, text: String::new() }, behind));
        }
        let length = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-')).unwrap_or(rest.len());
        let key = rest[..length].to_string();
        rest = &rest[length..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let Some((written, behind)) = quoted.split_once('"') else { return told("no end of a value", rest) };
            value = unescaped(written)?;
            rest = behind;
        }
        if key.is_empty() || attributes.insert(key, value).is_some() {
            return told("no attribute", rest);
        }
    }
}

/// A text with what its references stand for.
pub fn unescaped(text: &str) -> Result<String, String> {
    if text.contains('>') {
        return Err(format!("a stray `>`: {text:?}"));
    }
    let mut plain = String::new();
    let mut parts = text.split('&');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, behind) = part.split_once(';').ok_or(format!("a stray `&`: {part:?}"))?;
        let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
        let character = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            _ => match (name.strip_prefix("#x"), name.strip_prefix('#')) {
                (Some(digits), _) => number(digits, 16),
                (None, Some(digits)) => number(digits, 10),
                (None, None) => None,
            },
        };
        plain.push(character.ok_or(format!("no such reference: {name:?}"))?);
        plain.push_str(behind);
    }
    Ok(plain)
}
