//! A file to an article: bytes, text, front matter, paragraphs, parts, metadata.

use super::{
    Article, MetadataLayer, allowance, citation,
    encoding::{self, Decoded},
    entry, front_matter, headline, language, markdown,
    metadata::Merge,
    parts::{GivenTitle, tell_apart},
    plain,
};
use crate::{
    diagnostic::{Code, Diagnostic, code, reason},
    files::{self, Limit, Unreadable},
    lexicon::Lexicon,
    span::Span,
    text::{Block, Part},
};
use std::{io, path::Path};

/// Reads the article at `path`, which is relative to `root`; `layer` is what the configuration says of it. An article of another language than
/// the lexicon's has no text.
///
/// A file that cannot be read gives no article and a diagnostic that says why.
#[must_use]
pub fn load(root: &Path, path: &str, layer: &MetadataLayer, lexicon: &Lexicon) -> (Option<Article>, Vec<Diagnostic>) {
    match bytes(root, path) {
        Ok(bytes) => read(&written(path), bytes, layer, lexicon),
        Err(why) => (None, vec![*why]),
    }
}

/// The bytes of the article at `path`, which is relative to `root`.
///
/// # Errors
/// Why it cannot be read.
pub fn bytes(root: &Path, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let path = written(path);
    files::read(&root.join(&path), &files::ARTICLE).map_err(|why| Box::new(unreadable(&path, &why)))
}

/// Whether what has such a path is plain text.
#[must_use]
pub fn is_plain(path: &str) -> bool {
    ArticleFormat::of(path) == ArticleFormat::Plain
}

/// A path as all systems write it.
pub fn written(path: &str) -> String {
    if cfg!(windows) { path.replace('\\', "/") } else { path.to_string() }
}

/// Reads an article from its bytes; `path` says its format and names it in diagnostics.
///
/// ```
/// use crosscheck::rooms::{article::{MetadataLayer, read}, lexicon::Lexicon};
/// let bytes = b"Bridge closed\n\nBy Ada Quill\n\nDecember 30, 2021\n\nThe bridge of Zarand is closed.".to_vec();
/// let (article, diagnostics) = read("bridge.txt", bytes, &MetadataLayer::default(), Lexicon::english());
/// let metadata = article.map(|article| article.metadata).unwrap_or_default();
/// assert_eq!(metadata.byline.as_deref(), Some("Ada Quill"));
/// assert_eq!(metadata.published_from.as_deref(), Some("its date line `December 30, 2021`, line 5"));
/// assert!(diagnostics.is_empty());
/// ```
#[must_use]
pub fn read(
    path: &str,
    bytes: Vec<u8>,
    layer: &MetadataLayer,
    lexicon: &Lexicon,
) -> (Option<Article>, Vec<Diagnostic>) {
    let format = ArticleFormat::of(path);
    if format == ArticleFormat::Html {
        let help = "save the text of the page as .txt or .md".to_string();
        return (None, vec![refusal(code::HTML_NOT_READ_YET, path, "HTML is not read yet", help)]);
    }
    if format == ArticleFormat::Data {
        let help = "take it out of the story; a rule file may name its values under `facts:`".to_string();
        return (None, vec![refusal(code::DATA_FILE, path, "it holds data, and is not read as an article", help)]);
    }
    if bytes.len() as u64 > files::ARTICLE.most {
        return (None, vec![too_long(path, &files::ARTICLE)]);
    }
    let (text, transcoded, mut diagnostics) = match decoded(path, bytes) {
        Ok(decoded) => decoded,
        Err(mistake) => return (None, vec![*mistake]),
    };
    let mut front = front_matter::read(path, &text);
    diagnostics.extend(front.diagnostics.iter().cloned());
    let mut layout = match format {
        ArticleFormat::Markdown => markdown::layout(&text, front.end, lexicon),
        ArticleFormat::Plain | ArticleFormat::Html | ArticleFormat::Data => plain::layout(&text, front.end, lexicon),
    };
    let mut allowances = std::mem::take(&mut front.allowances);
    let (in_text, wrong) = allowance::read(path, &text, front.end, &mut layout);
    allowances.extend(in_text);
    diagnostics.extend(wrong);
    citation::pass_over(&text, &mut layout);
    if layout.paragraphs.is_empty() {
        let help = "put the text of an article into it, or take it out of the story".to_string();
        let message = if text.trim().is_empty() { "the file is empty" } else { "there are no words in the file" };
        diagnostics.push(refusal(code::EMPTY_ARTICLE, path, message, help));
        return (None, diagnostics);
    }
    let title = match (&layer.title, &front.layer.title) {
        (Some(title), _) => GivenTitle::Elsewhere(title),
        (None, Some(title)) => GivenTitle::AboveText(title),
        (None, None) => GivenTitle::Nowhere,
    };
    let (parts, shown) = tell_apart(&text, &layout, title, lexicon);
    let is_alone = matches!(title, GivenTitle::AboveText(_)) && !parts.contains(&Part::Headline);
    let given = front.places.title.filter(|_| is_alone).map(|span| Block { span, part: Part::Headline });
    let merge = Merge { path, text: &text, layer, front: &front, lexicon, diagnostics: &mut diagnostics };
    let metadata = merge.merge(&shown);
    let entries = entry::entries(&text, &layout, &parts, metadata.published, lexicon);
    let blocks = layout.paragraphs.iter().zip(parts).map(|(paragraph, part)| Block { span: paragraph.span, part });
    let (blocks, markup, excerpts) = if metadata.language == lexicon.language() {
        let blocks: Vec<Block> = given.into_iter().chain(blocks).collect();
        headline::pass_over(&text, &blocks, &metadata, lexicon.articles(), &mut layout.markup);
        (blocks, layout.markup, layout.excerpts)
    } else {
        // What no lexicon covers would be misread.
        (Vec::new(), Vec::new(), Vec::new())
    };
    let article =
        Article { path: path.to_string(), text, transcoded, blocks, markup, excerpts, entries, allowances, metadata };
    diagnostics.extend(language::looks_like(&article, lexicon));
    (Some(article), diagnostics)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArticleFormat {
    Plain,
    Markdown,
    Html,
    /// What programs read: a table, a tree of values.
    Data,
}

impl ArticleFormat {
    fn of(path: &str) -> Self {
        let ending = path.rsplit('/').next().unwrap_or(path).rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "json" | "jsonl" | "ndjson" | "yaml" | "yml" | "csv" | "tsv" => Self::Data,
            _ => Self::Plain,
        }
    }
}

/// The text of a file, the encoding it was decoded from, and warnings.
type DecodedText = (String, Option<String>, Vec<Diagnostic>);

fn decoded(path: &str, bytes: Vec<u8>) -> Result<DecodedText, Box<Diagnostic>> {
    match encoding::decode(bytes) {
        Decoded::Same(text) => Ok((text, None, Vec::new())),
        Decoded::Broken(text, wrong) => {
            let first = wrong.first().copied().unwrap_or(0);
            let message = match wrong.len() {
                1 => "one byte is not UTF-8, and is read as `?`".to_string(),
                count => format!("{count} bytes are not UTF-8, and are read as `?`"),
            };
            let help = "save the file as UTF-8 again".to_string();
            let span = Span::new(first, first + 1);
            let mistake = Diagnostic::in_file(code::BROKEN_UTF8, path, &text, span, message, Some(help));
            Ok((text, None, vec![mistake]))
        }
        Decoded::From(text, name) => {
            let message = format!("the file is {name}, not UTF-8: positions are those of the decoded text");
            let help = "save it as UTF-8, and positions are those of the file".to_string();
            let warning = Diagnostic::about_file(code::TRANSCODED, path, message, Some(help));
            Ok((text, Some(name.to_string()), vec![warning]))
        }
        Decoded::NotText(what) => {
            let help = "save its words as a .txt or .md file".to_string();
            Err(Box::new(refusal(code::NOT_TEXT, path, &format!("the file is not text: {what}"), help)))
        }
    }
}

fn unreadable(path: &str, why: &Unreadable) -> Diagnostic {
    let (code, message, help) = match why {
        Unreadable::Folder => (
            code::NOT_A_FILE,
            format!("`{path}` is a folder, not an article"),
            "name the files in it, such as with the glob `*.txt`",
        ),
        Unreadable::Special => {
            (code::NOT_A_FILE, format!("`{path}` is not a file"), "name a file that holds an article")
        }
        Unreadable::TooLong(limit) => return too_long(path, limit),
        Unreadable::System(_) if why.is_missing() => (
            code::MISSING_FILE,
            format!("there is no file `{path}`"),
            "check the name; paths are relative to the folder of crosscheck.yaml",
        ),
        Unreadable::System(error) if error.kind() == io::ErrorKind::PermissionDenied => (
            code::UNREADABLE_FILE,
            format!("`{path}` may not be read: permission denied"),
            "give yourself permission to read it",
        ),
        Unreadable::System(error) => (
            code::UNREADABLE_FILE,
            format!("`{path}` cannot be read: {}", reason(error)),
            "check the file and the disk it is on",
        ),
    };
    refusal(code, path, &message, help.to_string())
}

fn too_long(path: &str, limit: &Limit) -> Diagnostic {
    let help = "give each article a file of its own".to_string();
    refusal(code::TOO_LONG, path, &format!("the file is longer than {}", limit.in_words()), help)
}

fn refusal(code: Code, path: &str, message: &str, help: String) -> Diagnostic {
    Diagnostic::about_file(code, path, message, Some(help))
}
