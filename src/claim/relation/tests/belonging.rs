//! Tables of days, amounts and names, and what they are of.

use super::{check, check_none};

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
