//! Persons of one story: a short form lies where the full name does.

use super::{Position, Situation};
use crate::{
    fold,
    kind::name::{People, Person, Whose},
    lexicon::NameWords,
    value::{Content, Likeness, Value},
};
use rustc_hash::FxHashMap;

/// Gives a short form that is of one person the position of the full name, so that "Mr Lang" of one article agrees with
/// "Miabek Lang" of another, and one name the position of its first spelling.
pub(super) fn align(values: &[(&Value, &Situation)], positions: &mut [Position], known: &NameWords) {
    let name_of = |value: &Value| match &value.content {
        Content::Word(name) if matches!(value.kind.facts().likeness, Likeness::Person) => Some(name.to_string()),
        Content::Word(_) | Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
    };
    if values.len() < 2 {
        return;
    }
    let mut people = People::new(known);
    let mut first_spelled: FxHashMap<String, String> = FxHashMap::default();
    for name in values.iter().filter_map(|(value, _)| name_of(value)) {
        first_spelled.entry(fold::name(&name).into_owned()).or_insert_with(|| name.clone());
        people.add(Person { written: name.clone(), name, is_listed: false });
    }
    for ((value, _), position) in values.iter().zip(positions) {
        let Some(name) = name_of(value) else { continue };
        let full = match people.whose(&name) {
            Whose::Of(person) => &person.name,
            Whose::Unclear | Whose::Nobodys => &name,
        };
        *position = Position::Word(first_spelled.get(&*fold::name(full)).unwrap_or(full).clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::{literal, name::ENTRY},
        lexicon::Lexicon,
        placing::positions,
        value::Kind,
    };

    #[test]
    fn short_forms_of_several_articles() {
        let cases: &[(&[&str], &[&str])] = &[
            (&["Lang", "Miabek Lang"], &["Miabek Lang", "Miabek Lang"]),
            (&["M. Lang", "Miabek T. Lang", "Miabek Lang"], &["Miabek T. Lang"; 3]),
            (&["lang", "Lang Jr.", "Miabek Lang Jr."], &["Miabek Lang Jr."; 3]),
            (&["van der Berg", "Berg", "Ada van der Berg"], &["Ada van der Berg"; 3]),
            // Two persons.
            (&["Lang", "Miabek Lang", "Ada Lang"], &["Lang", "Miabek Lang", "Ada Lang"]),
            (&["M. Lang", "Miabek Lang", "Mary Lang"], &["M. Lang", "Miabek Lang", "Mary Lang"]),
            (&["Lang", "Langley Quill"], &["Lang", "Langley Quill"]),
            // Bodies and places are not told by their last word.
            (&["Council", "Harbour Council"], &["Council", "Harbour Council"]),
            (&["Harran", "New Harran", "Bank of Harran"], &["Harran", "New Harran", "Bank of Harran"]),
        ];
        for (names, expected) in cases {
            let read = |name: &&str| literal(name, Kind::of(&ENTRY), Lexicon::english()).unwrap();
            let values: Vec<Value> = names.iter().map(read).collect();
            let situation = Situation::default();
            let placed =
                positions(&values.iter().map(|value| (value, &situation)).collect::<Vec<_>>(), Lexicon::english());
            let expected: Vec<Position> = expected.iter().map(|name| Position::Word((*name).to_string())).collect();
            assert_eq!(placed, expected, "{names:?}");
        }
    }
}
