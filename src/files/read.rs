//! Files and lines read within their limits.

use super::Limit;
use crate::diagnostic::reason;
use std::{
    fmt,
    fs::{File, Metadata},
    io::{self, BufRead, Read},
    path::Path,
};

/// Why a file is not read.
#[derive(Debug)]
pub enum Unreadable {
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or a socket, which might never end.
    Special,
    /// It is longer than it may be.
    TooLong(&'static Limit),
    /// The system does not give it.
    System(io::Error),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder => to.write_str("it is a folder"),
            Self::Special => to.write_str("it is not a file"),
            Self::TooLong(limit) => write!(to, "it is longer than {}, the most for {}", limit.in_words(), limit.of),
            Self::System(error) => to.write_str(&reason(error)),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Unreadable {
    /// Whether nothing is there.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        let is_missing =
            |error: &io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        matches!(self, Self::System(error) if is_missing(error))
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// The bytes of a file. What is no plain file is not opened, and of a file that is too long nothing is kept.
///
/// # Errors
/// Why it is not read.
pub fn read(file: &Path, limit: &'static Limit) -> Result<Vec<u8>, Unreadable> {
    // To open a pipe waits for whoever writes into it.
    let known = std::fs::metadata(file)?;
    expect_file(&known)?;
    let opened = File::open(file)?;
    // What stands there may be another by now.
    let known = opened.metadata()?;
    expect_file(&known)?;
    if known.len() > limit.most {
        return Err(Unreadable::TooLong(limit));
    }
    // A file may grow while it is read.
    let mut bytes = Vec::with_capacity(usize::try_from(known.len()).unwrap_or(0));
    opened.take(limit.most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit.most { Err(Unreadable::TooLong(limit)) } else { Ok(bytes) }
}

fn expect_file(known: &Metadata) -> Result<(), Unreadable> {
    if known.is_dir() {
        Err(Unreadable::Folder)
    } else if known.is_file() {
        Ok(())
    } else {
        Err(Unreadable::Special)
    }
}

/// A line of a stream.
#[derive(Debug, PartialEq, Eq)]
pub enum BoundedLine {
    /// Its bytes, with the line feed where it has one.
    Whole(Vec<u8>),
    /// It is longer than it may be; its beginning was read, and is not kept.
    TooLong,
}

/// The next line of a stream; nothing at its end.
///
/// # Errors
/// The stream cannot be read.
pub fn line(from: &mut impl BufRead, limit: &'static Limit) -> io::Result<Option<BoundedLine>> {
    let mut bytes = Vec::new();
    if from.by_ref().take(limit.most + 1).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let is_whole = bytes.last() == Some(&b'\n') || bytes.len() as u64 <= limit.most;
    Ok(Some(if is_whole { BoundedLine::Whole(bytes) } else { BoundedLine::TooLong }))
}

/// Passes over what is left of a line that was too long.
///
/// # Errors
/// The stream cannot be read.
pub fn rest_of_line(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let here = from.fill_buf()?;
        let end = memchr::memchr(b'\n', here);
        let (used, is_done) = (end.map_or(here.len(), |at| at + 1), end.is_some() || here.is_empty());
        from.consume(used);
        if is_done {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Limit = Limit { of: "a test", most: 4 };

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::TempDir::new().unwrap();
        for (text, expected) in
            [("", Ok("")), ("abcd", Ok("abcd")), ("abcde", Err("it is longer than 0 KiB, the most for a test"))]
        {
            let file = folder.path().join("a");
            std::fs::write(&file, text).unwrap();
            let found = read(&file, &SHORT).map_err(|error| error.to_string());
            assert_eq!(found, expected.map(|text| text.as_bytes().to_vec()).map_err(str::to_string), "{text}");
        }
    }

    #[test]
    fn what_is_no_file_is_not_opened() {
        let folder = tempfile::TempDir::new().unwrap();
        let why = |path: &Path| read(path, &SHORT).map_err(|error| (error.to_string(), error.is_missing()));
        assert_eq!(why(folder.path()), Err(("it is a folder".into(), false)));
        assert_eq!(why(&folder.path().join("none")), Err(("there is no such file".into(), true)));
        #[cfg(unix)]
        {
            assert_eq!(why(Path::new("/dev/zero")), Err(("it is not a file".into(), false)));
            let socket = folder.path().join("socket");
            let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
            assert_eq!(why(&socket), Err(("it is not a file".into(), false)));
        }
    }

    #[test]
    fn a_stream_is_read_by_lines() {
        let whole = |text: &str| Some(BoundedLine::Whole(text.as_bytes().to_vec()));
        for (text, expected) in [
            ("", vec![None]),
            ("ab\ncd", vec![whole("ab\n"), whole("cd"), None]),
            ("abcd\n\n", vec![whole("abcd\n"), whole("\n"), None]),
            ("abcde", vec![Some(BoundedLine::TooLong)]),
            ("abcdef\nab\n", vec![Some(BoundedLine::TooLong), whole("f\n"), whole("ab\n"), None]),
        ] {
            let mut stream = text.as_bytes();
            let lines: Vec<Option<BoundedLine>> = expected.iter().map(|_| line(&mut stream, &SHORT).unwrap()).collect();
            assert_eq!(lines, expected, "{text}");
        }
    }
}
