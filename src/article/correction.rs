//! Notes in which an outlet says what it had wrong: "Correction: An earlier version of this article gave the toll as 12."

use crate::{fold, lexicon::Lexicon};

/// How a line shows that it is of such a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CorrectionCue {
    /// A label alone: what follows is the note.
    Label,
    /// The note itself.
    Note,
}

/// Reads the words of a paragraph.
pub(super) fn cue(words: &str, lexicon: &Lexicon) -> Option<CorrectionCue> {
    let known = lexicon.articles();
    let words = words.trim_start_matches(['*', '_', '(', '[', ' ']);
    if known.correction_openings.open(words) {
        return Some(CorrectionCue::Note);
    }
    known.correction_labels.after(words).find_map(|rest| {
        let label = words.get(..words.len() - rest.len()).unwrap_or_default();
        let after = rest.trim_start();
        let body = after.trim_start_matches([':', '-', '–', '—', '|', '*', '_', ' ']);
        let is_unsure = known.unsure_correction_labels.contains(&*fold::words(label));
        if body.is_empty() {
            return (!is_unsure).then_some(CorrectionCue::Label);
        }
        // "Correction (3 May): The toll ..."
        let dated =
            after.strip_prefix('(').and_then(|inner| inner.split_once(')')).map(|(_, behind)| behind.trim_start());
        let is_marked = after.starts_with([':', '–', '—', '|']) || dated.is_some_and(|behind| behind.starts_with(':'));
        let is_dashed = rest.starts_with(' ') && after.starts_with("- ");
        let is_note = if is_unsure { known.correction_openings.open(body) } else { is_marked || is_dashed };
        is_note.then_some(CorrectionCue::Note)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        for (words, expected) in [
            ("Correction: The toll was 9, not 12.", Some(CorrectionCue::Note)),
            ("CORRECTION - The toll was 9, not 12.", Some(CorrectionCue::Note)),
            ("Correction (3 May): The toll was 9.", Some(CorrectionCue::Note)),
            ("Corrections", Some(CorrectionCue::Label)),
            ("Clarification:", Some(CorrectionCue::Label)),
            ("*An earlier version of this article gave the toll as 12.*", Some(CorrectionCue::Note)),
            ("This story has been corrected to say that nine died.", Some(CorrectionCue::Note)),
            ("Editor's note: An earlier version of this story was wrong.", Some(CorrectionCue::Note)),
            ("(Corrects number of dead in paragraph 1)", Some(CorrectionCue::Note)),
            ("We have corrected the toll.", Some(CorrectionCue::Note)),
            ("Editor's note: The names of the children are changed.", None),
            ("Editor's note", None),
            ("Correction fluid was banned, the mayor said.", None),
            ("Earlier versions of this headline were wrong.", Some(CorrectionCue::Note)),
            ("Corrections officers said that 12 prisoners were hurt.", None),
            ("An earlier version of the plan had 12 pylons.", None),
            ("The board corrected its figures on Monday.", None),
            ("", None),
        ] {
            assert_eq!(cue(words, Lexicon::english()), expected, "{words}");
        }
    }
}
