//! Tables of the guards: shares of a number, groups, and other subjects between; what must match beside what must not.

use super::check;

#[test]
fn a_share_is_not_the_whole() {
    const KILLED: &str = "<count> people killed";
    check(
        "count",
        &[
            (KILLED, "Two of the 12 passengers were killed.", &["Two"]),
            (KILLED, "One of the nine men was killed.", &["One"]),
            (KILLED, "Ten of 40 workers were killed.", &["Ten"]),
            (KILLED, "All 12 passengers were killed.", &["12"]),
            (KILLED, "The fire killed 12 of the 40 guests.", &["12"]),
            (KILLED, "The fire killed 12 guests.", &["12"]),
            (KILLED, "All of the 12 people were killed.", &["12"]),
            (KILLED, "All of the 12 passengers were killed.", &["12"]),
            (KILLED, "Both of the guests were killed.", &[]),
            (KILLED, "Some of the 40 guests were killed.", &[]),
            (KILLED, "Half of the 40 guests were killed.", &[]),
            (KILLED, "Most of the 40 guests were killed.", &[]),
            (KILLED, "Many of the 40 guests were killed.", &[]),
            (KILLED, "Several of the 40 guests were killed.", &["Several"]),
            (KILLED, "None of the 40 guests was killed.", &["None"]),
            (KILLED, "A third of the 40 guests were killed.", &[]),
            (KILLED, "At least two of the 12 men were killed.", &["At least two"]),
        ],
    );
}

#[test]
fn a_group_is_no_number_of_people() {
    const EVACUATED: &str = "<count> people evacuated";
    check(
        "count",
        &[
            (EVACUATED, "Some 300 residents were evacuated.", &["Some 300"]),
            (EVACUATED, "300 pupils were evacuated.", &["300"]),
            (EVACUATED, "They evacuated 300 villagers.", &["300"]),
            (EVACUATED, "The 300 guests were evacuated.", &["300"]),
            (EVACUATED, "The evacuation of 300 tourists took a day.", &["300"]),
            (EVACUATED, "300 others were evacuated.", &["300"]),
            (EVACUATED, "300 families were evacuated.", &[]),
            (EVACUATED, "300 households were evacuated.", &[]),
            (EVACUATED, "12 crews were evacuated.", &[]),
            (EVACUATED, "12 villages were evacuated.", &[]),
            (EVACUATED, "12 schools were evacuated.", &[]),
            (EVACUATED, "300 homes were evacuated.", &[]),
            (EVACUATED, "300 cows were evacuated.", &[]),
            (EVACUATED, "12 teams evacuated the town.", &[]),
            ("<count> families evacuated", "300 families were evacuated.", &["300"]),
            ("<count> families evacuated", "300 people were evacuated.", &[]),
        ],
    );
}

#[test]
fn another_subject_between_is_another_clause() {
    const HURT: &str = "<count> people injured";
    check(
        "count",
        &[
            (HURT, "12 people who fled were injured.", &["12"]),
            (HURT, "12 people, police said, were injured.", &["12"]),
            (HURT, "12 people (two of them nurses) were injured.", &["12"]),
            (HURT, "12 people on the bus were injured.", &["12"]),
            (HURT, "12 people fell and were injured.", &["12"]),
            (HURT, "12 people were in the bus and were injured.", &["12"]),
            (HURT, "12 people injured in the crash are at home.", &["12"]),
            (HURT, "12 people saw the driver, who was injured.", &[]),
            (HURT, "12 people fled and the driver was injured.", &[]),
            (HURT, "12 people said the driver was injured.", &[]),
            (HURT, "12 people left before the driver was injured.", &[]),
            (HURT, "12 people were near when the driver was injured.", &[]),
            (HURT, "12 people helped a driver injured in the crash.", &[]),
            (HURT, "A bus with 12 people hit a driver, who was injured.", &[]),
            (HURT, "The driver was injured; 12 people helped him.", &[]),
        ],
    );
}
