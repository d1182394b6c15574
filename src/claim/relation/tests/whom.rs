//! Tables of whom something is done to, and who does it.

use super::{check, check_none};
use crate::{
    claim::tests::{found, topic},
    text::Part,
};

#[test]
fn whom_it_is_done_to_in_any_construction() {
    check(
        "count",
        &[
            ("<count> people rescued", "12 people were rescued.", &["12"]),
            ("<count> people rescued", "The crew rescued 12 people.", &["12"]),
            ("<count> people rescued", "They turned back after rescuing 12 people.", &["12"]),
            ("<count> people rescued", "12 people who were rescued are in hospital.", &["12"]),
            ("<count> people rescued", "12 people, two of them children, had to be rescued.", &["12"]),
            ("<count> people rescued", "Police said 12 people, a man and 11 women, were rescued.", &["12"]),
            ("<count> women rescued", "Police said 12 people, a man and 11 women, were rescued.", &["11"]),
            ("<count> people rescued", "12 people on Friday were rescued from the mine.", &["12"]),
            ("<count> people rescued", "The rescue of 12 people took a day.", &["12"]),
            ("<count> people rescued", "Three people drowned and 12 were rescued.", &["12"]),
            ("<count> people rescued", "Boats with 12 people rescued from the river reached Selm.", &["12"]),
            ("<count> people rescued", "Firefighters have rescued 12 mill workers.", &["12"]),
            ("<count> people killed", "A landslide killed nine miners in Orvane.", &["nine"]),
            (
                "<count> people killed",
                "The landslide left nine people dead; nine people were killed, she said.",
                &["nine"],
            ),
            ("killed <count> people", "Nine passengers were killed when the bus hit a wall.", &["Nine"]),
            ("killing <count> people", "The bomb killed nine people.", &["nine"]),
            ("<count> boats captured", "The navy captured three boats.", &["three"]),
            ("captured <count> boats", "Three boats were captured on Monday.", &["Three"]),
            ("<count> rounds fired", "The man fired 14 rounds at the door.", &["14"]),
            ("<count> people led to safety", "Guards led 40 people to safety.", &["40"]),
            ("<count> homes destroyed", "The fire has destroyed 30 homes.", &["30"]),
            ("<count> homes destroyed", "The destruction of 30 homes will cost millions.", &["30"]),
        ],
    );
}

#[test]
fn not_who_does_it_nor_what_another_clause_says() {
    check_none(
        "count",
        &[
            ("<count> people rescued", "12 people rescued the dog."),
            ("<count> people rescued", "12 people watched as the crew rescued the dog."),
            ("<count> people rescued", "The crew did not rescue 12 people."),
            ("<count> people rescued", "If 12 people are rescued, the search ends."),
            ("<count> people rescued", "They hope to rescue 12 people."),
            ("<count> people rescued", "The crew could have rescued 12 people."),
            ("<count> people rescued", "Were 12 people rescued?"),
            ("<count> people rescued", "The crew rescued 12 families."),
            ("<count> people rescued", "The crew rescued 12 horses."),
            ("<count> people rescued", "12 rescuers came."),
            ("<count> people rescued", "The rescue took 12 people a day."),
            ("<count> gunmen killed", "Two gunmen killed the guard."),
            ("<count> people killed", "12 people fled after the guard was killed."),
            ("<count> people killed", "The guard was killed beside 12 people."),
            ("<count> people killed", "The killer met 12 people."),
            ("<count> boats captured", "Three boats captured a ship."),
            ("<count> boats captured", "The navy captured three ships."),
            ("<count> boats arrested", "15 arrests were made on boats."),
            ("<count> homes destroyed", "The owners of 30 homes destroyed the dam."),
            ("<count> people led to safety", "Guards led 40 people to the mine."),
            ("<count> people led to safety", "Ten guards led the horses to safety."),
        ],
    );
}

/// Both ways round for each verb: the gunmen do it to the people, whatever a phrase asks for.
#[test]
fn who_and_whom_are_told_apart() {
    for verb in [
        "killed",
        "wounded",
        "injured",
        "rescued",
        "arrested",
        "attacked",
        "shot",
        "detained",
        "kidnapped",
        "robbed",
        "captured",
        "beat",
        "stabbed",
        "murdered",
        "poisoned",
        "tortured",
        "abducted",
        "freed",
        "evacuated",
        "threatened",
    ] {
        let participle = if verb == "beat" { "beaten" } else { verb };
        let active = format!("Two gunmen {verb} nine people.");
        let passive = format!("Nine people were {participle} by two gunmen.");
        let finds = |phrase: &str, text: &str| found(&topic("count", phrase), text, Part::Body);
        for text in [&active, &passive] {
            let nine = finds(&format!("<count> people {participle}"), text);
            assert!(nine == ["nine"] || nine == ["Nine"], "{verb}, {text}: {nine:?}");
            let none = finds(&format!("<count> gunmen {participle}"), text);
            assert!(none.is_empty(), "{verb}, {text}: {none:?}");
        }
    }
}

#[test]
fn what_befell_people_however_it_is_said() {
    check(
        "count",
        &[
            ("<count> (people)? dead", "The storm left 12 people dead.", &["12"]),
            ("<count> (people)? dead", "12 people died in the storm.", &["12"]),
            ("<count> (people)? dead", "The death of 12 miners shocked the town.", &["12"]),
            ("<count> (people)? dead", "The 12 bank employees were burnt to death.", &["12"]),
            ("<count> (people)? dead", "Three people suffocated to death in the fire.", &["Three"]),
            ("<count> (people)? dead", "Officials report 12 deaths.", &["12"]),
            ("<count> deaths", "Twelve people have died.", &["Twelve"]),
            ("<count> (people)? injured", "The blast left one man dead and nine injured.", &["nine"]),
            ("<count> (people)? injured", "Two people are dead and four others injured.", &["four"]),
            ("<count> (people)? injured", "Nine others suffered injuries.", &["Nine"]),
            ("<count> (people)? injured", "Four others were left injured.", &["Four"]),
            ("<count> (people)? injured", "The 14 injured passengers were flown to Selm.", &["14"]),
            ("<count> (people)? wounded", "The melee left nine people wounded.", &["nine"]),
            ("<count> (people)? drowned", "40 fishermen drowned off Orvane.", &["40"]),
            ("<count> (people)? arrested", "Police made no comment after arresting 14 protesters.", &["14"]),
            ("<count> (people)? shot", "Nine people were shot and one killed.", &["Nine"]),
            ("<count> (people)? missing", "No one is missing any more.", &["No one"]),
        ],
    );
}

#[test]
fn nor_what_befell_others_or_nobody() {
    check_none(
        "count",
        &[
            ("<count> (people)? dead", "12 people mourned the dead."),
            ("<count> (people)? dead", "The death of the mayor brought 12 people together."),
            ("<count> (people)? dead", "12 dogs died."),
            ("<count> (people)? dead", "12 families lost a home in the storm."),
            ("<count> (people)? dead", "It is feared that 12 people died."),
            ("<count> (people)? dead", "12 people would die."),
            ("<count> (people)? dead", "She denied that 12 people had died."),
            ("<count> (people)? dead", "He would have left 12 people dead."),
            ("<count> (people)? injured", "12 people saw that the dog was injured."),
            ("<count> (people)? injured", "12 injury lawyers came."),
            ("<count> (people)? injured", "The driver was injured when 12 people jumped."),
            ("<count> (people)? wounded", "The wounded dog bit 12 people."),
            ("<count> (people)? drowned", "The noise drowned 12 speeches."),
            ("<count> (people)? arrested", "12 people asked why the mayor was arrested."),
            ("<count> (people)? arrested", "Police want to arrest 14 protesters."),
            ("<count> (people)? shot", "12 people heard the shot."),
            ("<count> (people)? killed", "Two pilots were also killed."),
        ],
    );
}

/// The past of most verbs looks like their participle: words in order stay what they are.
#[test]
fn who_does_it_is_found_as_the_phrase_has_it() {
    check(
        "count",
        &[
            ("<count> people attended", "About 200 people attended the funeral on Monday.", &["About 200"]),
            ("<count> people visited", "Some 300 people visited the tower.", &["Some 300"]),
            ("<count> people joined", "Forty people joined the march.", &["Forty"]),
            ("<count> protesters blocked", "Some 50 protesters blocked the bridge.", &["Some 50"]),
            ("<count> officers searched", "Twelve officers searched the house.", &["Twelve"]),
            ("<count> firefighters battled", "About 60 firefighters battled the blaze.", &["About 60"]),
            ("<count> countries signed", "Nine countries signed the treaty.", &["Nine"]),
            ("<count> people survived", "Three people survived the crash.", &["Three"]),
            ("<count> gunmen killed", "Two gunmen killed nine people.", &[]),
            ("<count> people arrested", "Nine people arrested the thief.", &[]),
        ],
    );
}

#[test]
fn a_word_as_written_has_no_kin_and_an_order_is_kept() {
    check(
        "count",
        &[
            ("<count> people =died", "The death of 12 people shocked the town.", &[]),
            ("<count> people =died", "12 people died.", &["12"]),
            ("killed ... <count> people", "12 people were killed.", &[]),
            ("=Apple sold <count>", "The apple seller sold 12 of them.", &[]),
            ("=calls for <count>", "There was a call for 12 seats.", &[]),
            ("<count> people killed from it", "A storm killed 12 people.", &[]),
        ],
    );
}

/// A word that is said of another number, or of another noun, is not said of this one.
#[test]
fn other_words_of_a_phrase_stand_with_what_they_are_said_of() {
    check(
        "count",
        &[
            ("<count> people fatally hit", "Three people were fatally hit.", &["Three"]),
            ("<count> people fatally hit", "The fatal hitting of two men shocked the town.", &["two"]),
            ("<count> people fatally hit", "Ten people were hit, one of them fatally, in the town.", &[]),
            ("<count> people fatally hit", "Four hit, one fatally, in Orvane", &[]),
            ("<count> people hit dead", "Four hit, 1 dead in Orvane", &[]),
            ("<count> people hit dead", "Boy dead, 6 hit in Orvane", &[]),
            ("<count> people fatally hit", "In the latest non-fatal crash, two men were hit.", &[]),
            ("<count> people arrested overnight", "The arrest of 12 people overnight calmed the town.", &["12"]),
        ],
    );
}
