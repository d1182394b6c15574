//! Tables of how many are counted: shares, lists, numbers without a noun.

use super::check;

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
            ("<count> Norlanders", "2 Norlander families mourn", &[]),
            ("<count> Norlanders", "2 Norlander guests mourn", &["2"]),
            ("<count> RX-40 rifles", "Six RX-40 rifles were found.", &["Six"]),
            ("<count> passengers", "12 passenger ferries were held.", &[]),
            ("<count> passengers", "One passenger was held.", &["One"]),
            ("<count> passengers", "12 passengers board ferries.", &["12"]),
        ],
    );
}

#[test]
fn one_number_is_of_all_people_that_follow() {
    check(
        "count",
        &[
            ("<count> people evacuated", "300 women and children were evacuated.", &["300"]),
            ("<count> people killed", "12 men and women were killed.", &["12"]),
            ("<count> people killed", "The blast killed at least 12 soldiers and civilians.", &["at least 12"]),
            ("<count> people killed", "Some 40 workers, passengers and guests were killed.", &["Some 40"]),
            ("<count> people arrested", "They arrested 12 sailors or soldiers.", &["12"]),
            ("<count> killed", "12 men and women were killed.", &["12"]),
            ("<count> women and children evacuated", "300 women and children were evacuated.", &["300"]),
            ("<count> women evacuated", "300 women and children were evacuated.", &[]),
            ("<count> children evacuated", "300 women and children were evacuated.", &[]),
            ("<count> people killed", "12 soldiers and their wives were killed.", &["12"]),
            ("<count> people killed", "One man and children were killed.", &[]),
            ("<count> people killed", "12 guards and several prisoners were killed.", &[]),
            ("<count> people killed", "12 homes and people were hit; guards were killed.", &[]),
            ("<count> people killed", "Guards and 12 prisoners were killed.", &[]),
            ("<count> horses killed", "12 horses and cows were killed.", &["12"]),
        ],
    );
}

#[test]
fn people_of_a_list_add_up() {
    check(
        "count",
        &[
            ("<count> people rescued", "They rescued 12 men and 3 women.", &["12 men and 3 women"]),
            ("<count> people killed", "10 tourists, 2 guides killed in crash", &["10 tourists, 2 guides"]),
            ("<count> people killed", "Three people, two pilots, were killed.", &["Three"]),
            ("<count> people killed", "One male and one female were killed.", &["One male and one female"]),
            ("<count> people killed", "Six clerks, including the two killed, were robbed.", &["two"]),
            ("<count> people killed", "A fire left one man dead, and three people killed.", &["three"]),
            ("<count> people hurt", "A fire left one man dead, and three people hurt.", &["three"]),
            ("<count> people died", "One man died and three others - two of them boys - were hurt.", &["One"]),
            ("<count> people died", "One man died and three others, including a boy, were hurt.", &["One"]),
            ("<count> people hurt", "One man died and three others, including a boy, were hurt.", &["three"]),
            ("<count> people with fatal burns", "Four people had non-fatal burns.", &[]),
            ("<count> people killed", "A 25 y/o man and 43 y/o man were killed.", &[]),
            ("<count> killed", "Channel 58 - Killed in crash", &[]),
            (
                "<count> people rescued",
                "About 12 men, 3 women and two boys were rescued.",
                &["About 12 men, 3 women and two boys"],
            ),
            (
                "<count> people killed",
                "The crash killed the 10 tourists and two pilots.",
                &["10 tourists and two pilots"],
            ),
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
            (
                "<count> found dead",
                "Two adults and three children were found dead.",
                &["Two adults and three children"],
            ),
            ("<count> found dead", "Two children were found dead.", &["Two"]),
            ("<count> dead", "The crash left him and his two sons dead.", &[]),
            ("<count> hurt", "The storm left three people hurt and one person dead.", &["three"]),
        ],
    );
}
