//! Rule files and the files that they include: each read once, for the stories of those that include it.

use super::{
    RuleSource,
    facts::{self, FoundFact},
    library::{self, Library, Unread, Wanted},
    pack::{self, Pack, PackUse},
};
use crate::{
    diagnostic::{Diagnostic, Mistake, code},
    span::Span,
    yaml::{self, Document, FileReading, Scalar},
};
use std::collections::BTreeMap;

/// Files that include files lie at most so deep in each other.
const DEEPEST: usize = 32;

/// A rule file, its syntax read.
pub(super) struct Loaded {
    /// The file.
    pub document: Document,
    /// The stories it is for; every story where one of them is `None`. An included file that names none is for those of
    /// the files that include it.
    pub stories: Vec<Option<String>>,
    /// The packs it uses.
    pub uses: Vec<PackUse>,
    /// The facts of topics that it names.
    pub facts: Vec<FoundFact>,
    /// The story that the file itself names.
    own_story: Option<String>,
    /// Whether it was named, and not only included.
    pub is_named: bool,
    /// The files that it includes.
    includes: Vec<String>,
}

/// Reads the files and all that they include, what is included before what includes it.
pub(super) fn load(files: &[RuleSource], library: &dyn Library) -> (Vec<Loaded>, Vec<Diagnostic>) {
    let named = files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    let mut loader = Loader { named, library, loaded: Vec::new(), open: Vec::new(), mistakes: Vec::new() };
    for file in files {
        if !loader.is_loaded(&file.path) {
            loader.load(&file.path, &file.text);
        }
    }
    let mut loaded = loader.loaded;
    reach(&mut loaded);
    (loaded, loader.mistakes)
}

/// The paths of the files and of all that they include, in that order.
#[must_use]
pub fn files(named: &[RuleSource], library: &dyn Library) -> Vec<String> {
    load(named, library).0.into_iter().map(|loaded| loaded.document.file).collect()
}

struct Loader<'l> {
    named: BTreeMap<&'l str, &'l str>,
    library: &'l dyn Library,
    loaded: Vec<Loaded>,
    /// The files that are being read, each included by the one before it.
    open: Vec<String>,
    mistakes: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn is_loaded(&self, path: &str) -> bool {
        self.loaded.iter().any(|loaded| loaded.document.file == path)
    }

    fn load(&mut self, path: &str, text: &str) {
        let (document, mistakes) = yaml::read(path, text);
        self.mistakes.extend(mistakes);
        let mut reading = FileReading::new(&document);
        let root = document.root.as_ref().and_then(|root| root.mapping());
        let value = |key: &str| root.and_then(|root| root.get(key)).map(|entry| &entry.value);
        let own_story = story_in(&document);
        let uses = value("use").map(|node| pack::uses(&mut reading, node)).unwrap_or_default();
        let wanted = value("include").map(|node| reading.texts(node, "a file under `include`")).unwrap_or_default();
        let wanted = once(&mut reading, wanted);
        let facts = value("facts").map(|node| facts::read(&mut reading, node, path, self.library)).unwrap_or_default();
        self.open.push(path.to_string());
        let includes: Vec<String> = wanted
            .into_iter()
            .filter_map(|scalar| self.include(&mut reading, scalar, path, own_story.as_deref()))
            .collect();
        self.open.pop();
        self.mistakes.append(&mut reading.mistakes);
        let is_named = self.named.contains_key(path);
        self.loaded.push(Loaded { document, stories: Vec::new(), uses, facts, own_story, is_named, includes });
    }

    /// Loads what `scalar` names, if that is not done yet; gives its path.
    fn include(
        &mut self,
        reading: &mut FileReading<'_>,
        scalar: &Scalar,
        from: &str,
        story: Option<&str>,
    ) -> Option<String> {
        let span = reading.words(scalar);
        let written = scalar.value.trim();
        let path = match library::resolved(from, written) {
            Ok(path) => path,
            Err(mistake) => {
                reading.in_text(scalar, mistake);
                return None;
            }
        };
        if self.open.contains(&path) {
            self.circle(reading, span, &path);
            return None;
        }
        if self.open.len() >= DEEPEST {
            let message = format!("files include each other more than {DEEPEST} deep");
            reading.mistake(code::TOO_DEEP, span, message, "include the files from one that stands above them");
            return None;
        }
        if !self.is_loaded(&path) {
            self.fetch(reading, scalar, &Wanted { path: &path, folder: library::folder(from), written })?;
        }
        self.other_story(reading, span, &path, story);
        Some(path)
    }

    fn fetch(&mut self, reading: &mut FileReading<'_>, scalar: &Scalar, wanted: &Wanted<'_>) -> Option<()> {
        let text = match self.named.get(wanted.path) {
            Some(text) => Ok((*text).to_string()),
            None => self.library.text(wanted),
        };
        match text {
            Ok(text) => {
                self.load(wanted.path, &text);
                Some(())
            }
            Err(Unread::Absent(mistake)) => {
                let pack = Pack::find(wanted.written.trim_end_matches(".yaml"));
                let use_it = pack.map(|pack| format!("`{0}` is a pack: write `use: [{0}]`", pack.name));
                reading.in_text(scalar, Mistake { help: use_it.or(mistake.help.clone()), ..mistake });
                None
            }
            Err(Unread::Bad(diagnostic)) => {
                self.mistakes.push(*diagnostic);
                None
            }
        }
    }

    fn circle(&self, reading: &mut FileReading<'_>, span: Span, path: &str) {
        let circle: Vec<&str> = self.open.iter().map(String::as_str).skip_while(|open| *open != path).collect();
        let (message, help) = match circle.as_slice() {
            [_] => ("a file cannot include itself".to_string(), "take this line out"),
            _ => (
                format!("the files include each other in a circle: {} and again {path}", circle.join(", ")),
                "take one `include` out; what both need can stand in a file of its own",
            ),
        };
        reading.mistake(code::INCLUDE_CIRCLE, span, message, help);
    }

    /// Notes that a file for one story includes a file for another.
    fn other_story(&self, reading: &mut FileReading<'_>, span: Span, path: &str, story: Option<&str>) {
        let other = self.loaded.iter().find(|loaded| loaded.document.file == path);
        let other = other.and_then(|loaded| loaded.own_story.as_deref());
        if let (Some(story), Some(other)) = (story, other)
            && story != other
        {
            let message = format!("`{path}` is for the story `{other}`, and this file for `{story}`");
            let help = format!("take `story: {other}` out of `{path}`, and it is for the stories that include it");
            reading.mistake(code::INCLUDE_OF_ANOTHER_STORY, span, message, help);
        }
    }
}

/// The only story that a rule file is for; nothing where it is for every story.
#[must_use]
pub fn story_of(file: &RuleSource) -> Option<String> {
    story_in(&yaml::read(&file.path, &file.text).0)
}

fn story_in(document: &Document) -> Option<String> {
    let root = document.root.as_ref()?.mapping()?;
    let story = root.get("story")?.value.scalar().filter(|scalar| !scalar.is_absent())?;
    Some(story.value.trim().to_string())
}

/// The files of one `include`, each once.
fn once<'d>(reading: &mut FileReading<'d>, wanted: Vec<&'d Scalar>) -> Vec<&'d Scalar> {
    let mut kept: Vec<&'d Scalar> = Vec::new();
    for scalar in wanted {
        let same = |first: &&&Scalar| first.value.trim() == scalar.value.trim();
        let Some(first) = kept.iter().find(same).copied() else {
            kept.push(scalar);
            continue;
        };
        let document = reading.document;
        let message = format!("`{}` is included twice", scalar.value.trim());
        let help = Some("take one of them out; the file is read once".to_string());
        let found = document.diagnostic(code::INCLUDED_TWICE, reading.words(scalar), message, help);
        let first = document.diagnostic_place(reading.words(first));
        reading.mistakes.push(found.with_related(first, "first here"));
    }
    kept
}

/// Which stories each file is for; what includes comes before what is included, seen from the end.
fn reach(loaded: &mut [Loaded]) {
    let mut given: BTreeMap<String, Vec<Option<String>>> = BTreeMap::new();
    for file in loaded.iter_mut().rev() {
        let from_includers = given.remove(&file.document.file).unwrap_or_default();
        file.stories = match &file.own_story {
            Some(story) => vec![Some(story.clone())],
            None if file.is_named || from_includers.contains(&None) => vec![None],
            None => from_includers,
        };
        for included in &file.includes {
            let stories = given.entry(included.clone()).or_default();
            for story in &file.stories {
                if !stories.contains(story) {
                    stories.push(story.clone());
                }
            }
        }
    }
    for file in loaded {
        file.stories.sort();
    }
}
