//! Tables of what is claimed, and what is denied, asked, supposed or of another time.

use super::{check, check_none};
use crate::{
    claim::tests::{found, topic},
    text::Part,
};

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
            ("<count> people killed", "Not 12 but 14 sheep were killed."),
            ("<count> people killed", "They fear 12 people killed."),
            ("<count> people killed", "They fear that three sheep died and 12 people killed."),
            ("<count> people killed", "Nobody said that 12 people were killed."),
            ("<count> people killed", "Twelve people, two of them pilots, were killed too."),
            ("<count> people killed", "Another fire killed 12 people too."),
            ("<count> people killed", "Police do not say that 12 people were killed."),
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
fn what_is_said_known_or_warned_of_is_claimed() {
    check(
        "count",
        &[
            ("<count> people died", "Officials warned that 21 people died in the flood.", &["21"]),
            ("<count> people died", "They demand answers, saying 27 people died.", &["27"]),
            ("<count> people died", "He contradicted to say why 28 people died.", &["28"]),
            ("<count> people killed", "No, 12 people were killed.", &["12"]),
            ("<count> people died", "There is no doubt that 22 people died.", &["22"]),
            ("<count> people died", "Nobody denies that 23 people died.", &["23"]),
            ("<count> people died", "Officials did not doubt that 24 people died.", &["24"]),
            ("<count> people died", "The firm has never hidden that 25 people died.", &["25"]),
            ("<count> people died", "There is a doubt that 26 people died.", &[]),
            ("<count> people died", "Officials deny that 27 people died.", &[]),
            ("<count> people killed", "Nobody of the 12 people was killed.", &["Nobody"]),
            ("<count> people killed", "A third of the 12 people were killed.", &[]),
            ("<count> people died", "Not 28 but 33 people died.", &["33"]),
            ("<count> people killed", "They hope that 34 people killed there will be named.", &["34"]),
            ("<count> people killed", "The army expects that 35 people were killed.", &["35"]),
            ("<count> people killed", "The bomb killed 36 people and the mayor wept.", &["36"]),
            ("<count> people killed", "The bomb killed 37 people and the mayor asked why.", &["37"]),
            ("<count> people died", "They feared that 29 people died.", &[]),
            ("<count> people died", "He asked whether 30 people died.", &[]),
            ("<count> people died", "If 31 people died, it was the cold.", &[]),
            ("<count> people killed", "A plot to kill 32 people was found out.", &[]),
        ],
    );
}

#[test]
fn what_may_be_so_is_claimed_as_possible() {
    check(
        "count",
        &[
            ("<count> people killed", "The blast may have killed 12 people.", &["may be 12"]),
            ("<count> people killed", "The blast might have killed 12 people.", &["may be 12"]),
            ("<count> people killed", "The blast could kill 12 people.", &["may be 12"]),
            ("<count> people killed", "12 people may have been killed.", &["may be 12"]),
            ("<count> people were killed", "12 people might be killed.", &["may be 12"]),
            ("<count> (people)? dead", "As many as 12 people may be dead.", &["may be As many as 12"]),
            ("<count> (people)? dead", "12 miners might have died.", &["may be 12"]),
            ("<count> people killed", "Officials said 12 people may have been killed.", &["may be 12"]),
            ("<count> people killed", "12 people, officials said, could be killed by the cold.", &["may be 12"]),
            ("<count> people missing", "Police said that 12 people could be missing.", &["may be 12"]),
            ("<count> homes destroyed", "The fire may have destroyed 30 homes.", &["may be 30"]),
            ("<count> people killed", "The fire, which may have killed 12 people, is out.", &["may be 12"]),
            ("killed ... <count> people", "The fire may have killed at least 12 people.", &["may be at least 12"]),
            ("'<count> people hurt'", "12 people hurt", &[]),
            (r#""<count> people hurt""#, "12 people may be hurt.", &["may be 12"]),
            // What the other clause says is not touched.
            ("<count> people killed", "12 people were killed, and the bridge may fall.", &["12"]),
            ("<count> people killed", "12 people were killed and the toll may rise.", &["12"]),
            ("<count> people killed", "The fire that killed 12 people may have been set.", &["12"]),
            ("<count> people killed", "In May the fire killed 12 people.", &["12"]),
            ("<count> people killed", "The might of the blast killed 12 people.", &["12"]),
            // A phrase that asks for what may be has it so.
            ("<count> people could be killed", "12 people could be killed.", &["12"]),
            ("<count> jobs (may|could) go", "Some 300 jobs could go.", &["Some 300"]),
            ("<count> jobs would go", "Some 300 jobs would go.", &["Some 300"]),
        ],
    );
    check(
        "date",
        &[
            ("vote on <date>", "The council may vote on Thursday.", &["may be Thursday"]),
            ("vote on <date>", "The council will vote on Thursday.", &["Thursday"]),
        ],
    );
    check(
        "duration",
        &[
            ("call lasted <duration>", "The call may have lasted an hour.", &["may be an hour"]),
            ("call ... lasted <duration>", "The call from Selm may have lasted an hour.", &["may be an hour"]),
            ("call ... <duration>", "The call from Selm, which may have been taped, lasted an hour.", &["an hour"]),
            ("<duration> call", "The 50-minute call may have been taped.", &["50-minute"]),
            ("call lasted <duration>", "The call would have lasted an hour.", &[]),
            ("call lasted <duration>", "The call never lasted an hour.", &[]),
        ],
    );
}

#[test]
fn a_frame_outranks_what_may_be() {
    check_none(
        "count",
        &[
            ("<count> people died", "There are fears that 30 people may have died."),
            ("<count> people died", "It is feared that 30 people may have died."),
            ("<count> people died", "They fear 30 people may have died."),
            ("<count> people died", "He denied that 30 people may have died."),
            ("<count> people died", "If 30 people may have died, why is nobody there?"),
            ("<count> people died", "It is not true that 30 people may have died."),
            ("<count> people died", "Could 30 people have died?"),
            ("<count> people died", "30 people may not have died."),
            ("<count> people died", "30 people could have died."),
            ("<count> people died", "30 people would have died."),
            ("<count> people died", "30 people should have died."),
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
        ("<count> crates", "Six crates were seized.\n\nIn two raids 14 crates were seized.", &["Six"]),
        ("<count> crates", "Six crates were seized.\n\nSo far this year they have seized 14 crates.", &["Six"]),
        ("<count> crates", "Six crates were seized.\n\nSince Monday 14 crates were seized.", &["Six"]),
        ("<count> crates", "Six crates were seized.\n\nA total of 14 crates were seized in 20 operations.", &["Six"]),
        ("<count> crates", "Six crates were seized.\n\nIn the second raid they seized 14 crates.", &["Six", "14"]),
        ("<count> crates", "Six crates were seized.\n\nIn a raid on Thursday they seized 14 crates.", &["Six", "14"]),
        ("<count> crates", "Six crates were seized.\n\nIn two hours they seized 14 crates.", &["Six", "14"]),
        ("<count> crates", "Six crates were seized.\n\nTwo men were held, and 14 crates were seized.", &["Six", "14"]),
    ] {
        assert_eq!(finds(phrase, text), expected, "{phrase} in {text}");
    }
}
