//! Names by the words of articles: found wherever they stand, without what somebody is besides, by their initials, and as
//! outlets. Titles in quotation marks are found in the same words.

mod sources;
mod story;
#[cfg(test)]
mod tests;

use super::{
    NOT_QUOTED_THERE, Supported, Within, passages,
    support::{Support, SupportStanding},
};
use crate::{
    lexicon::{Lexicon, NameClass},
    suggest,
    table::{Placed, Subject, Table},
    text::Part,
    value::{Content, Kind, Likeness},
};
use story::StoryWords;

/// The nearest by its letters is looked for among so many names.
const MOST_TRIED: usize = 256;

/// An acronym of so many letters may look like a word in lower case.
const LONGEST_LIKE_A_WORD: usize = 3;

/// What a column of names asks the words of articles.
pub struct NamesInWords<'t, 'a> {
    words: StoryWords,
    supporters: &'t [&'t Placed<'a>],
    table: &'t Table<'a>,
    by: &'t Supported,
}

/// Whether values of a kind are names.
fn are_names(kind: Kind) -> bool {
    matches!(kind.facts().likeness, Likeness::Person)
}

/// Words that open a sentence of an article, as claims: each is a name as far as the article itself tells.
pub fn openers<'a>(subject: &Subject, table: &Table<'a>, is_asked: impl Fn(&Placed<'_>) -> bool) -> Vec<Placed<'a>> {
    let parts = match subject.id.section {
        _ if !are_names(subject.kind) => return Vec::new(),
        Some(section) => section.parts().unwrap_or_default(),
        None => Part::ALL.iter().copied().filter(|part| part.is_evidence()).collect(),
    };
    let is_part = |part: Part| parts.contains(&part) || part == Part::Lead && parts.contains(&Part::Body);
    let recorded = table.articles.iter().enumerate().filter_map(|(at, article)| Some((at, article.words.as_ref()?)));
    let all = recorded.flat_map(|(at, words)| words.openers.iter().map(move |claim| Placed::of(at, claim)));
    all.filter(|placed| is_part(placed.claim.part) && is_asked(placed)).collect()
}

impl<'t, 'a> NamesInWords<'t, 'a> {
    /// Those that stand in the words of the articles that support; nothing where the subject's values are no names.
    pub fn new(
        by: &'t Supported,
        subject: &Subject,
        table: &'t Table<'a>,
        supporting: &[bool],
        supporters: &'t [&'t Placed<'a>],
    ) -> Self {
        let damaged = table.claims(&by.supporters(subject).id).iter().filter(|placed| placed.claim.damage.is_some());
        let damaged = damaged.map(|placed| placed.article).collect();
        let words = || StoryWords::new(by, table, (supporting, &damaged), supporters);
        let words = if are_names(subject.kind) || passages::are_passages(subject.kind) {
            words()
        } else {
            StoryWords::default()
        };
        Self { words, supporters, table, by }
    }

    /// Whether a word that opens a sentence is a name: no article that is asked has it in lower case, and who supports has
    /// it as a name, or nowhere.
    pub fn is_name(&self, opener: &Placed<'_>) -> bool {
        let Content::Word(name) = &opener.claim.value.content else { return false };
        let own = story::words_of(name);
        let within = self.by.within(opener);
        let lexicon = self.table.placing.lexicon;
        if is_people(&own, lexicon) {
            return true;
        }
        !self.words.is_small(opener.article, &own)
            && (self.words.is_in_name(within, &own) || self.words.place(within, &own).is_none())
    }

    /// What was found of a name, or what its words find.
    pub fn settled(&self, placed: &Placed<'_>, found: Support) -> Support {
        let Content::Word(name) = &placed.claim.value.content else { return found };
        if found.standing == SupportStanding::Fails
            && passages::are_passages(placed.claim.value.kind)
            && passages::may_be_own(placed, self.table.placing.lexicon)
            && self.words.place(self.by.within(placed), &story::words_of(name)).is_some()
        {
            return Support::held_but(NOT_QUOTED_THERE);
        }
        if found.standing == SupportStanding::Fails
            && passages::are_passages(placed.claim.value.kind)
            && !passages::leaves_out(name)
            && self.words.is_quoted(self.by.within(placed), &story::words_of(name))
        {
            return Support::held();
        }
        if found.standing != SupportStanding::Fails || !are_names(placed.claim.value.kind) {
            return found;
        }
        let within = self.by.within(placed);
        let own = story::words_of(name);
        let written = &*placed.claim.value.text;
        let one = one_of(&own, written);
        if self.is_of_its_land(within, &own)
            || self.is_land_of_people(within, &own)
            || self.is_found(within, one.as_deref().unwrap_or(&own), written)
            || self.is_found(within, &own, written)
            || self.is_found(within, &story::words_of(written), written)
            || self.is_found_without_role(placed, within, &own)
            || self.is_found_without_stress(placed, within)
        {
            return Support::held();
        }
        if found.by.is_empty() {
            return Support { by: self.nearest(within, name).into_iter().collect(), ..found };
        }
        found
    }

    /// In the words of the articles, among their names by initials, or as an outlet.
    fn is_found(&self, within: Within, own: &[String], written: &str) -> bool {
        let lexicon = self.table.placing.lexicon;
        let stands = match own {
            // "US" is no "us".
            [acronym] if story::is_shouted(written) && acronym.len() <= LONGEST_LIKE_A_WORD => {
                self.words.is_shouted(within, acronym)
            }
            _ => self.words.place_apart(within, own, lexicon.lands().holding(own)).is_some(),
        };
        let is_short = |word: &String| word.len() > LONGEST_LIKE_A_WORD && !lexicon.names().stands_for(word).is_empty();
        let is_whole = own.len() > 1 || story::is_shouted(written) || own.iter().any(is_short);
        stands
            || is_whole && self.words.is_abbreviated(within, own, lexicon)
            || within.is_none() && self.words.is_outlet(own)
    }

    /// "Nigeria" where those who support speak of Nigerians, "British" where they speak of the Welsh.
    fn is_of_its_land(&self, within: Within, own: &[String]) -> bool {
        let lands = self.table.placing.lexicon.lands();
        let kin = lands.kin(&own.join(" "));
        kin.iter().any(|word| match story::words_of(word).as_slice() {
            [acronym] if story::is_shouted(word) => self.words.is_shouted(within, acronym),
            words => self.words.place_apart(within, words, lands.holding(words)).is_some(),
        })
    }

    /// "Austria", where those who support speak of an Austrian.
    fn is_land_of_people(&self, within: Within, own: &[String]) -> bool {
        let [land] = own else { return false };
        let beginning: String = land.chars().take(land.chars().count().saturating_sub(1)).collect();
        let is_people = |word: &str| self.table.placing.lexicon.names().class(word).is(NameClass::NATIONALITY);
        beginning.chars().count() >= story::KIN && self.words.capitals_from(within, &beginning).any(is_people)
    }

    /// Without a word in capitals that a headline stresses: "Vale CLEARED by council".
    fn is_found_without_stress(&self, placed: &Placed<'_>, within: Within) -> bool {
        let written = &*placed.claim.value.text;
        let is_stressed = |word: &&str| story::is_shouted(word) && word.chars().count() > LONGEST_LIKE_A_WORD;
        let words: Vec<&str> = written.split_whitespace().collect();
        let rest: Vec<&str> = words.iter().copied().filter(|word| !is_stressed(word)).collect();
        let is_cut = !rest.is_empty() && rest.len() < words.len();
        is_cut
            && placed.claim.part == Part::Headline
            && self.words.place(within, &story::words_of(&rest.join(" "))).is_some()
    }

    /// Without the words before it that say what somebody is: by the lists, or because an article of the story has them in
    /// lower case, or as a name of a place before another noun.
    fn is_found_without_role(&self, placed: &Placed<'_>, within: Within, own: &[String]) -> bool {
        let article = placed.article;
        // "QB Ada Quill", where those who support have the rest as a whole name.
        let short = placed.claim.value.text.split_whitespace().next().filter(|word| story::is_shouted(word));
        let is_acronym =
            |head: &[String]| head.len() == 1 && short.is_some_and(|word| word.chars().count() <= LONGEST_LIKE_A_WORD);
        let lists = self.table.placing.lexicon.names();
        let listed = NameClass::TITLE.and(NameClass::BEFORE_TITLE).and(NameClass::MEMBER).and(NameClass::PEOPLE);
        let class = |word: &String| lists.class(word);
        let foreign = NameClass::BODY.and(NameClass::PLACE).and(NameClass::JOINT);
        for at in 1..own.len() {
            let Some((head, tail)) = own.split_at_checked(at) else { break };
            let Some(last) = head.last() else { break };
            if class(last).is(NameClass::NATIONALITY) {
                let is_theirs =
                    || self.words.has_kin_of(within, last) || self.is_of_its_land(within, std::slice::from_ref(last));
                if is_theirs() && self.words.stands_as_name(within, tail) {
                    return true;
                }
                continue;
            }
            let is_role = class(last).is(listed)
                || self.words.is_small(article, std::slice::from_ref(last))
                || is_acronym(head) && tail.len() > 1;
            if !is_role {
                return false;
            }
            let is_person = !tail.iter().any(|word| class(word).is(foreign));
            if is_person && self.words.stands_as_name(within, tail) {
                return true;
            }
        }
        false
    }

    /// The name among those that may support it that has nearly the same letters.
    fn nearest(&self, within: Within, name: &str) -> Option<usize> {
        let is_own = |placed: &Placed<'_>| within.is_none_or(|article| placed.article == article);
        let names = self.supporters.iter().filter(|placed| is_own(placed)).take(MOST_TRIED);
        let names: Vec<&str> = names.filter_map(|placed| word(placed)).collect();
        let nearest = suggest::nearest(name, names.iter().copied())?;
        self.supporters.iter().position(|placed| is_own(placed) && word(placed) == Some(nearest))
    }
}

/// Whether a word is the adjective of a land, or its people.
fn is_people(own: &[String], lexicon: &Lexicon) -> bool {
    let people = NameClass::NATIONALITY.and(NameClass::PEOPLE);
    let is_one = |word: &str| lexicon.names().class(word).is(people);
    matches!(own, [word] if is_one(word) || is_one(word.trim_end_matches('s')))
}

/// An acronym of which there are several, as one: "MPs".
fn one_of(own: &[String], written: &str) -> Option<Vec<String>> {
    let one = written.strip_suffix('s').filter(|one| one.chars().filter(|letter| letter.is_uppercase()).count() > 1)?;
    let is_word = own.len() == 1 && one.chars().all(char::is_alphabetic);
    is_word.then(|| story::words_of(one))
}

fn word<'p>(placed: &'p Placed<'_>) -> Option<&'p str> {
    match &placed.claim.value.content {
        Content::Word(name) => Some(name),
        Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
    }
}
