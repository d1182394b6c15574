//! The word lists of counting: each is a class of words.

use super::{Class, Lexicon, parse, tables::WordTable};
use crate::diagnostic::Mistake;

/// The lists of `counting.yaml`, and what their words are.
const LISTS: &[(&str, Class)] = &[
    ("function words", Class::FUNCTION),
    ("articles", Class::ARTICLE),
    ("parts", Class::SHARE),
    ("labels", Class::LABEL),
    ("plurals", Class::PLURAL),
    ("singulars", Class::SINGULAR),
    ("people", Class::PERSON),
    ("harm", Class::HARM),
    ("uncounted", Class::ABSTRACT),
    ("changes", Class::CHANGE),
    ("millions", Class::MILLIONS),
    ("lengthy", Class::LENGTHY),
    ("spending", Class::SPENDING),
    ("priced", Class::PRICED),
    ("pointed", Class::POINTED),
    ("percent", Class::PERCENT),
    ("unranked", Class::UNRANKED),
    ("determiners", Class::DETERMINER),
    ("compounds", Class::COMPOUND),
    ("streets", Class::STREET),
    ("funds", Class::FUNDS),
    ("before zero", Class::LEADS_NUMBER),
    ("before lengths", Class::LENGTH_CUE),
    ("since", Class::SINCE),
    ("ranking", Class::RANKING),
    ("deemed", Class::DEEMED),
    ("attributives", Class::ATTRIBUTIVE),
    ("quakes", Class::QUAKE),
    ("anybody", Class::PEOPLE),
    ("upward", Class::UPWARD),
    ("verbs", Class::VERB),
];

impl Lexicon {
    /// Every list, none of them unknown.
    pub(super) fn read_counting(&mut self, lists: WordTable<Vec<String>>) -> Result<(), Mistake> {
        for (name, words) in lists {
            let (_, class) = LISTS
                .iter()
                .find(|(list, _)| *list == name)
                .ok_or_else(|| parse::unreadable(format!("counting.yaml has a list `{name}` that nothing reads")))?;
            if *class == Class::PEOPLE {
                self.anybody = words.first().map(|word| word.as_str().into()).unwrap_or_default();
            }
            self.classify(&words, *class);
        }
        Ok(())
    }
}
