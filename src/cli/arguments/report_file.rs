//! `--report FORMAT=FILE`: one more report, in a file.

use crate::{
    finding::Report,
    report::{self, Format},
    suggest,
};
use std::path::PathBuf;

/// A report in a file.
#[derive(Clone)]
pub struct ReportFile {
    /// Its format.
    pub format: &'static Format<Report>,
    /// The file.
    pub file: PathBuf,
}

impl ReportFile {
    /// Reads `sarif=out.sarif`.
    pub fn read(text: &str) -> anyhow::Result<Self> {
        let names = || report::ALL.iter().map(|format| format.name);
        let all = || names().collect::<Vec<_>>().join(", ");
        let Some((name, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
            anyhow::bail!("write a format and a file, as in `sarif=out.sarif`; the formats are: {}", all());
        };
        match report::find(report::ALL, name) {
            Some(format) => Ok(Self { format, file: PathBuf::from(file) }),
            None => match suggest::nearest(name, names()) {
                Some(near) => anyhow::bail!("there is no format `{name}`; did you mean `{near}`?"),
                None => anyhow::bail!("there is no format `{name}`; the formats are: {}", all()),
            },
        }
    }
}

impl std::fmt::Debug for ReportFile {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}={}", self.format.name, self.file.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_and_a_file_are_read() {
        for (text, expected) in [
            ("sarif=out.sarif", "sarif=out.sarif"),
            ("markdown=a=b.md", "markdown=a=b.md"),
            ("sarif", "write a format and a file, as in `sarif=out.sarif`; the formats are: agent, csv,"),
            ("=out", "there is no format ``; the formats are: agent,"),
            ("sarif=", "write a format and a file"),
            ("serif=a", "there is no format `serif`; did you mean `sarif`?"),
            ("docx=a", "there is no format `docx`; the formats are: agent,"),
        ] {
            let read = ReportFile::read(text);
            let told = read.map_or_else(|error| error.to_string(), |read| format!("{read:?}"));
            assert!(told.starts_with(expected), "{text}: {told}");
        }
    }
}
