//! `file:` URIs to paths and back.

use std::path::{Path, PathBuf};

/// How the paths of a system look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PathStyle {
    /// `/a/b`.
    Slashes,
    /// `C:\a\b`, `\\server\a`.
    Drives,
}

/// That of this system.
const OWN: PathStyle = if cfg!(windows) { PathStyle::Drives } else { PathStyle::Slashes };

/// The path that a `file:` URI names; nothing where it is another URI.
pub fn path_of_uri(uri: &str) -> Option<PathBuf> {
    path(uri, OWN).map(PathBuf::from)
}

/// The URI of a path.
pub fn uri_of_path(path: &Path) -> String {
    uri(&path.to_string_lossy(), OWN)
}

fn path(uri: &str, style: PathStyle) -> Option<String> {
    let (scheme, rest) = uri.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let rest = rest.split(['?', '#']).next()?;
    let (host, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at_checked(rest.find('/')?)?,
        None => ("", rest),
    };
    let path = decoded(path)?;
    let is_here = host.is_empty() || host.eq_ignore_ascii_case("localhost");
    match style {
        PathStyle::Slashes => (is_here && path.starts_with('/')).then_some(path),
        PathStyle::Drives if !is_here => Some(format!("\\\\{host}{}", path.replace('/', "\\"))),
        PathStyle::Drives => {
            let path = path.strip_prefix('/')?;
            let mut letters = path.chars();
            let drive = letters.next().filter(char::is_ascii_alphabetic)?;
            let rest = letters.as_str().strip_prefix(':')?;
            // Some editors write the letter small, and so it would be another folder than that of the command line.
            Some(format!("{}:{}", drive.to_ascii_uppercase(), rest.replace('/', "\\")))
        }
    }
}

/// A text without `%20`; nothing where it is none then.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let escape = behind.get(..2).filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        let escape = escape.and_then(|digits| std::str::from_utf8(digits).ok());
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn uri(path: &str, style: PathStyle) -> String {
    let slashed = match style {
        PathStyle::Slashes => path.to_string(),
        PathStyle::Drives => path.replace('\\', "/"),
    };
    let mut uri = String::from("file:");
    let host = slashed.starts_with("//") && style == PathStyle::Drives;
    uri.push_str(if host { "" } else { "//" });
    if !slashed.starts_with('/') {
        uri.push('/');
    }
    for byte in slashed.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uris_name_paths() {
        let (slashes, drives) = (PathStyle::Slashes, PathStyle::Drives);
        for (uri, style, expected) in [
            ("file:///a/b.yaml", slashes, Some("/a/b.yaml")),
            ("file:///a%20b/%C3%A9.yaml", slashes, Some("/a b/é.yaml")),
            ("file:/a/b.yaml", slashes, Some("/a/b.yaml")),
            ("FILE://localhost/a", slashes, Some("/a")),
            ("file:///a%2", slashes, Some("/a%2")),
            ("file:///a%zz", slashes, Some("/a%zz")),
            ("file:///a%+1", slashes, Some("/a%+1")),
            ("file:///a?b#c", slashes, Some("/a")),
            ("file:///%ff", slashes, None),
            ("file:///a%00", slashes, None),
            ("file://server/a", slashes, None),
            ("file://", slashes, None),
            ("untitled:Untitled-1", slashes, None),
            ("http://a/b", slashes, None),
            ("", slashes, None),
            ("file:///C:/a%20b/c.yaml", drives, Some("C:\\a b\\c.yaml")),
            ("file:///c%3A/a", drives, Some("C:\\a")),
            ("file://server/a/b", drives, Some("\\\\server\\a\\b")),
            ("file:///a/b", drives, None),
        ] {
            assert_eq!(path(uri, style).as_deref(), expected, "{uri}");
        }
    }

    #[test]
    fn paths_come_back() {
        for (written, style, expected) in [
            ("/a b/é #1.yaml", PathStyle::Slashes, "file:///a%20b/%C3%A9%20%231.yaml"),
            ("C:\\a b\\c.yaml", PathStyle::Drives, "file:///C%3A/a%20b/c.yaml"),
            ("\\\\server\\a", PathStyle::Drives, "file://server/a"),
        ] {
            let made = uri(written, style);
            assert_eq!((made.as_str(), path(&made, style).as_deref()), (expected, Some(written)));
        }
    }
}
