//! Patterns of paths, compiled where they can be.

use crate::diagnostic::{Mistake, code};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// How far a star of a pattern reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stars {
    /// `*` is any part of one name, `**` any folders.
    InOneFolder,
    /// `*` is any part of a path.
    InAnyFolder,
}

/// A longer pattern is none, in bytes.
const LONGEST: usize = 4096;

/// The pattern, compiled.
///
/// # Errors
/// Why it is none.
pub fn glob(pattern: &str, stars: Stars) -> Result<GlobSet, Mistake> {
    if pattern.len() > LONGEST {
        return Err(bad(format!("it is longer than {LONGEST} bytes")));
    }
    let built = GlobBuilder::new(pattern).literal_separator(stars == Stars::InOneFolder).build();
    // A pattern alone would panic where it cannot be compiled; a set of one says so.
    let set = GlobSetBuilder::new().add(built.map_err(|error| bad(error.kind().to_string()))?).build();
    set.map_err(|_| bad("its braces lie too deep in each other, or it is too large".to_string()))
}

fn bad(why: String) -> Mistake {
    Mistake::new(code::BAD_GLOB, why, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_compiled_is_no_pattern() {
        let deep = format!("{}b{}", "{a,".repeat(200), "}".repeat(200));
        for (pattern, why) in [
            ("flood/[", "unclosed character class; missing ']'"),
            (deep.as_str(), "its braces lie too deep in each other, or it is too large"),
            (&"a".repeat(5000), "it is longer than 4096 bytes"),
        ] {
            assert_eq!(glob(pattern, Stars::InOneFolder).unwrap_err().message, why, "{pattern}");
        }
    }

    #[test]
    fn stars_stay_in_one_folder_or_do_not() {
        for (pattern, path, in_one, in_any) in [
            ("a/*.txt", "a/b.txt", true, true),
            ("a/*.txt", "a/c/b.txt", false, true),
            ("a/**/*.txt", "a/c/b.txt", true, true),
            ("*b*", "a/b.txt", false, true),
        ] {
            let is_match = |stars| glob(pattern, stars).unwrap().is_match(path);
            assert_eq!((is_match(Stars::InOneFolder), is_match(Stars::InAnyFolder)), (in_one, in_any), "{pattern}");
        }
    }
}
