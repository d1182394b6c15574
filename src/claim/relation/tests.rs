//! Tables of phrase and sentence, a family of constructions each: what a phrase finds as a relation, and what it must not.

use crate::{
    claim::tests::{found, topic},
    text::Part,
};

/// One kind; a phrase, a sentence and the values that it finds there, a line each.
fn check(kind: &str, cases: &[(&str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (phrase, text, expected) in cases {
        let own = found(&topic(kind, phrase), text, Part::Body);
        if own != *expected {
            wrong.push_str(&format!("{phrase} in {text}\n    finds {own:?} and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The same, where nothing is found.
fn check_none(kind: &str, cases: &[(&str, &str)]) {
    let cases: Vec<(&str, &str, &[&str])> = cases.iter().map(|(phrase, text)| (*phrase, *text, &[][..])).collect();
    check(kind, &cases);
}

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
            ("<count> people rescued", "The crew could rescue 12 people."),
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
            ("<count> (people)? dead", "12 people might die."),
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

#[test]
fn of_a_share_the_share_is_counted() {
    check(
        "count",
        &[
            ("<count> people injured", "Two of the 12 passengers were injured.", &["Two"]),
            ("<count> people rescued", "Rescuers saved some; they rescued five of the 12 miners.", &["five"]),
            ("<count> (people)? killed", "Nine of the 14 killed were children.", &["14"]),
            ("<count> passengers (were)? injured", "Two of the 12 passengers were injured.", &["Two"]),
            ("<count> passengers (were)? injured", "None of the 12 passengers was injured.", &["None"]),
            ("<count> women killed", "The blast killed two women and a man.", &["two"]),
            ("<count> people killed", "The blast killed two women and a man.", &["two women and a man"]),
            ("<count> women and a man died", "The three clerks, a man and two women, died on Monday.", &["two"]),
            ("<count> women and a man died", "Two women and a boy died.", &[]),
            ("<count> soldiers killed", "The blast killed 12 soldiers and 3 horses.", &["12"]),
            ("<count> Norlanders", "Ten of the 12 victims were Norlanders.", &["Ten"]),
            ("<count> Selmian citizens", "Ten of the victims were Selmian citizens.", &["Ten"]),
            ("<count> Selmian citizens", "Ten of the victims were citizens.", &[]),
            ("<count> Norlanders", "Ten of the victims met Norlanders.", &[]),
        ],
    );
}

#[test]
fn what_was_not_so_is_no_claim_of_any_kind() {
    check_none(
        "date",
        &[
            ("crash on <date>", "The bus did not crash on Monday."),
            ("crash on <date>", "No bus crashed on Monday."),
            ("crash on <date>", "Was it known whether the bus had crashed on Monday?"),
            ("crash on <date>", "If the bus crashed on Monday, nobody saw it."),
            ("crash on <date>", "He denied that the bus had crashed on Monday."),
            ("crash on <date>", "The bus would crash on Monday."),
        ],
    );
    check_none("duration", &[("<duration> call", "There was no 50-minute call.")]);
    check_none(
        "count",
        &[
            ("<count> people killed", "Twelve people were almost killed."),
            ("<count> people killed", "Twelve people are likely to be killed."),
            ("<count> people killed", "It is false that 12 people were killed."),
            ("<count> people killed", "Twelve engines were killed."),
            ("<count> people displaced", "The quake displaced 300 offices."),
        ],
    );
    check(
        "count",
        &[
            ("<count> people killed", "Why were 12 people killed?", &["12"]),
            ("<count> people killed", "After 12 people were killed, who is to blame?", &["12"]),
            ("<count> people killed", "All of the 12 people were killed.", &["12"]),
            ("<count> people killed", "Almost 12 people were killed.", &["Almost 12"]),
            ("<count> people displaced", "The quake displaced 300 officers and women.", &[]),
            ("<count> people displaced", "The quake displaced 300 women.", &["300"]),
            ("<count> people displaced", "The quake displaced 300 deputies.", &["300"]),
            ("<count> people displaced", "The quake displaced 300 fishermen.", &["300"]),
        ],
    );
    check(
        "date",
        &[
            ("crash on <date>", "The bus crashed on Monday.", &["Monday"]),
            ("voted on <date>", "They prepare for the cuts to be voted on Thursday.", &["Thursday"]),
            ("voted on <date>", "They want the cuts to be voted on Thursday.", &[]),
        ],
    );
}

#[test]
fn people_of_a_list_add_up() {
    check(
        "count",
        &[
            ("<count> people rescued", "They rescued 12 men and 3 women.", &["12 men and 3"]),
            (
                "<count> people rescued",
                "About 12 men, 3 women and two boys were rescued.",
                &["About 12 men, 3 women and two"],
            ),
            ("<count> people killed", "The crash killed the 10 tourists and two pilots.", &["10 tourists and two"]),
            ("<count> women rescued", "They rescued 12 men and 3 women.", &["3"]),
            ("<count> people killed", "The storm killed 12 soldiers and 3 horses.", &["12"]),
            ("<count> people killed", "Father and two children were killed.", &[]),
            ("<count> people killed", "The storm killed 12 soldiers and several horses.", &["12"]),
            ("<count> people killed", "Two women and a man were killed.", &["Two women and a man"]),
            ("<count> people killed", "Two women were killed and three men hurt.", &["Two"]),
        ],
    );
}

#[test]
fn a_day_is_the_day_of_its_clause_or_noun() {
    check(
        "date",
        &[
            ("crash (on)? <date>", "On Sunday a plane crashed.", &["Sunday"]),
            ("crash (on)? <date>", "Sunday's crash hurt two.", &["Sunday"]),
            ("crash (on)? <date>", "A glider crash in the fens on Sunday hurt two.", &["Sunday"]),
            ("crash (on)? <date>", "They died in the early Sunday crash.", &["early Sunday"]),
            ("crash (on)? <date>", "A plane crashed in a wood near Orvane on Sunday.", &["Sunday"]),
            ("crash (on)? <date>", "The crash, which happened on Sunday, hurt two.", &["Sunday"]),
            ("crash (on)? <date>", "The crash happened on Sunday.", &["Sunday"]),
            ("crash (on)? <date>", "The plane that crashed on Sunday was old.", &["Sunday"]),
            ("crash (on)? <date>", "They died on Sunday in a plane crash.", &["Sunday"]),
            ("crashed on <date>", "Sunday's crash was the second.", &["Sunday"]),
            ("incident occurred on <date>", "Sunday's incident was the second.", &["Sunday"]),
            ("<date>'s vote", "The council voted on Monday.", &["Monday"]),
            ("<date>'s vote", "The vote took place on Monday.", &["Monday"]),
            ("Bourne Street (on)? <date>", "Nine people were shot on Bourne Street on Sunday.", &["Sunday"]),
            ("Gulf of Selm (on)? <date>", "A warship on Thursday foiled an attack in the Gulf of Selm.", &["Thursday"]),
            ("earthquake on <date>", "The earthquake struck Orvane on Tuesday.", &["Tuesday"]),
        ],
    );
}

#[test]
fn and_of_no_other() {
    check_none(
        "date",
        &[
            ("crash (on)? <date>", "They spoke on Monday about the crash."),
            ("crash (on)? <date>", "The minister said on Monday that a plane had crashed."),
            ("crash (on)? <date>", "Officials on Monday visited the site of the crash."),
            ("crash (on)? <date>", "A suspect in the crash was arrested on Friday."),
            ("crash (on)? <date>", "The inquiry into the crash began on Friday."),
            ("crash (on)? <date>", "A plane crashed, and on Monday the airport was shut."),
            ("crash (on)? <date>", "A plane crashed before Sunday."),
            ("crash (on)? <date>", "The plane crashed after talks about Monday."),
            ("crash (on)? <date>", "It was the worst crash since Sunday."),
            ("crash (on)? <date>", "Families of crash victims met on Monday."),
            ("crash (on)? <date>", "When the plane crashed, they met on Monday."),
            ("crash (on)? <date>", "She was told of the crash by Monday."),
            ("<date>'s vote", "The vote will be counted until Monday."),
            ("talks on <date>", "They held talks about Monday."),
            ("earthquake on <date>", "The mayor spoke on Tuesday of the earthquake."),
            ("Bourne Street (on)? <date>", "A vigil for Bourne Street is planned; he was freed on Sunday."),
        ],
    );
}

#[test]
fn an_amount_belongs_to_its_noun_or_verb() {
    check(
        "duration",
        &[
            ("<duration> call", "It was a call of 50 minutes.", &["50 minutes"]),
            ("<duration> call", "The call lasted 50 minutes.", &["50 minutes"]),
            ("call lasted <duration>", "It was a 50-minute call.", &["50-minute"]),
            ("call lasted <duration>", "The call, he said, lasted an hour.", &["an hour"]),
            ("call lasted <duration>", "The call took about 50 minutes on Thursday.", &["about 50 minutes"]),
            ("<duration> call", "The talks lasted 50 minutes after the call.", &[]),
            ("<duration> call", "The call was made 50 minutes later.", &[]),
            ("<duration> call", "The call of the mayor ended talks of 50 minutes.", &[]),
            ("call lasted <duration>", "The meeting lasted 50 minutes.", &[]),
            ("call lasted <duration>", "They called for 50 minutes of silence.", &[]),
        ],
    );
    check(
        "measure",
        &[
            ("fell <measure>", "He slipped and fell about 60 metres.", &["about 60 metres"]),
            ("died after falling <measure>", "A roofer died on Tuesday after falling 14 metres.", &["14 metres"]),
            ("died after falling <measure>", "A roofer died after slipping and falling 14 metres.", &["14 metres"]),
            ("died after falling <measure>", "A roofer died after he slipped and fell 14 metres.", &["14 metres"]),
            ("died after falling <measure>", "A roofer lived after falling 14 metres.", &[]),
            ("died after falling <measure>", "A roofer died before falling 14 metres.", &[]),
            ("fell <measure>", "He stood 60 metres from where she fell.", &[]),
            ("fell <measure>", "The man who fell walked 60 metres.", &[]),
        ],
    );
    check(
        "money",
        &[
            ("fine for drivers to <money>", "They have raised the old fine for all drivers in Selm to $30.", &["$30"]),
            ("fine for drivers to <money>", "The fine for drivers from $30 is a law.", &[]),
            ("fund of <money>", "The fund is $3 million.", &["$3 million"]),
        ],
    );
}

#[test]
fn a_name_is_an_apposition_a_title_or_what_somebody_is() {
    check(
        "name",
        &[
            ("pilot, <name>,", "The pilot, Juan Orsk, was calm.", &["Juan Orsk"]),
            ("pilot, <name>,", "Juan Orsk, the pilot, was calm.", &["Juan Orsk"]),
            ("pilot, <name>,", "The wardens say that Juan Orsk was the pilot.", &["Juan Orsk"]),
            ("pilot, <name>,", "They met pilot Juan Orsk in Selm.", &["Juan Orsk"]),
            ("pilot, <name>,", "The pilot met Juan Orsk.", &[]),
            ("pilot, <name>,", "Juan Orsk, a friend of the pilot, was calm.", &[]),
            ("pilot as <name>", "They named the pilot as Juan Orsk.", &["Juan Orsk"]),
            ("pilot as <name>", "They named the mayor as Juan Orsk.", &[]),
            ("the <name> bank", "A fire in Orvane Bank was put out.", &["Orvane"]),
            ("the <name> bank", "They met Orvane bank officials.", &["Orvane"]),
            ("the <name> apartments", "A fire at Selm Hill Apartments woke Orvane.", &["Selm Hill"]),
            ("the <name> bank", "An Orvane bank was shut.", &[]),
            ("the <name> bank", "Three Die In Orvane Bank Fire", &[]),
            ("the <name> bank", "The bank of Orvane was shut.", &[]),
            ("the <name> bank", "Orvane is near the bank.", &[]),
            ("the <name> bank", "The Bank was shut, and Orvane slept.", &[]),
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
fn a_number_without_a_noun_counts_what_was_counted_before() {
    check(
        "count",
        &[
            ("<count> people trapped", "Of 50 cars in the garage, 12 were trapped.", &[]),
            ("<count> people burned", "About 50 houses stood there, and 13 were burned.", &[]),
            ("<count> people hurt", "Two people died and 14 were hurt.", &["14"]),
            ("<count> people hurt", "Two hours later 14 were hurt.", &["14"]),
            ("<count> people hurt", "The bus rolled for 30 metres, and 14 were hurt.", &["14"]),
            ("<count> people hurt", "Some 15 coaches were hurt by hail.", &[]),
            ("<count> people hurt", "The storm hurt 19 stars.", &[]),
        ],
    );
}

#[test]
fn what_is_said_known_or_warned_of_is_claimed() {
    check(
        "count",
        &[
            ("<count> people died", "Officials warned that 21 people died in the flood.", &["21"]),
            ("<count> people died", "They demand answers, saying 27 people died.", &["27"]),
            ("<count> people died", "He contradicted to say why 28 people died.", &["28"]),
            ("<count> people died", "They feared that 29 people died.", &[]),
            ("<count> people died", "He asked whether 30 people died.", &[]),
            ("<count> people died", "If 31 people died, it was the cold.", &[]),
            ("<count> people killed", "A plot to kill 32 people was found out.", &[]),
        ],
    );
}

#[test]
fn what_is_of_another_time_or_of_several_events_gives_way() {
    let finds = |phrase: &str, text: &str| found(&topic("count", phrase), text, Part::Body);
    for (phrase, text, expected) in [
        ("<count> crates", "Six crates were seized.\n\nThey seized 14 crates in five operations.", &["Six"][..]),
        ("<count> crates", "Six crates were seized.\n\nSince May they have seized 14 crates.", &["Six"]),
        ("<count> crates", "Six crates were seized.\n\nSo far, a total of 14 crates were seized.", &["Six"]),
        ("<count> crates", "Six crates were seized.\n\nSo far they have seized 14 crates.", &["Six", "14"]),
        ("<count> crates", "They have seized 14 crates in five operations.", &["14"]),
        ("<count> crates", "Six crates were seized.\n\nSince May they have seized six crates.", &["Six", "six"]),
        (
            "<count> people were killed",
            "Twelve people were killed.\n\nNine people were killed in the deadliest crash since 2014.",
            &["Twelve", "Nine"],
        ),
        ("<count> people killed", "12 people were killed.\n\nTen tourists were killed.", &["12"]),
        ("<count> people killed", "Ten tourists were killed.", &["Ten"]),
    ] {
        assert_eq!(finds(phrase, text), expected, "{phrase} in {text}");
    }
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

#[test]
fn what_is_no_number_of_people_or_no_whole_is_not_counted() {
    check(
        "count",
        &[
            ("<count> killed", "Ada Lang, 30, and another man were killed.", &[]),
            ("<count> killed", "A father killed his sons, 10 and 12, on Monday.", &[]),
            ("<count> dead", "March ends in violence, 3 dead", &["3"]),
            ("<count> killed", "The guards - two women and a man - were killed.", &["two women and a man"]),
            ("<count> killed", "The victims, 12 in all, were killed at noon.", &[]),
            ("<count> murdered", "They met two murder suspects.", &[]),
            ("<count> dead", "The 12 dead people were pilots.", &["12"]),
            ("<count> found dead", "Father and two children found dead in Orvane", &[]),
            ("<count> found dead", "Two adults and three children were found dead.", &["Two adults and three"]),
            ("<count> found dead", "Two children were found dead.", &["Two"]),
            ("<count> dead", "The crash left him and his two sons dead.", &[]),
            ("<count> hurt", "The storm left three people hurt and one person dead.", &["three"]),
        ],
    );
}
