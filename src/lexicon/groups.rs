//! The lists of `groups.yaml`, read: each makes its words a group.

use super::{Lexicon, group::GROUPS, parse, tables::WordTable};
use crate::diagnostic::Mistake;

impl Lexicon {
    /// Every group, none of them unknown and none left out.
    pub(super) fn read_groups(&mut self, lists: &WordTable<Vec<String>>) -> Result<(), Mistake> {
        if let Some(unread) = lists.keys().find(|name| !GROUPS.iter().any(|(group, _)| group == name)) {
            return Err(parse::unreadable(format!("groups.yaml has a list `{unread}` that nothing reads")));
        }
        for (name, group) in GROUPS {
            let words =
                lists.get(*name).ok_or_else(|| parse::unreadable(format!("groups.yaml lacks the list `{name}`")))?;
            for word in words {
                self.teach(word, |word| word.groups = word.groups.and(*group));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, WordGroup};

    #[test]
    fn a_word_belongs_to_its_groups_in_any_case() {
        let lexicon = Lexicon::english();
        for (word, group) in [
            ("until", WordGroup::UNTIL),
            ("TILL", WordGroup::UNTIL),
            ("or", WordGroup::PAIRED.and(WordGroup::AWAY)),
            ("Sections", WordGroup::TEXT_PART),
            ("o\u{2019}clock", WordGroup::O_CLOCK),
        ] {
            assert!(lexicon.look_up(word).is_of(group), "{word}");
        }
        for (word, group) in [
            ("until", WordGroup::BY),
            ("or", WordGroup::AWAY),
            ("sectional", WordGroup::TEXT_PART),
            ("", WordGroup::BY),
        ] {
            assert!(!lexicon.look_up(word).is_of(group), "{word}");
        }
    }
}
