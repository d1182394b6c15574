//! Invented sentences of newswire, each with its day of publication, and what TimeML marks in them: `[[words|value]]`, the
//! TIMEX3 value of a date or a time, the ISO 8601 value of a length.

use super::mentions;
use crate::{
    lexicon::Lexicon,
    text::Text,
    value::{Situation, positions, shape, timex},
};

/// The sentence, with the dates, times and lengths that were found in it marked.
fn marked(source: &str, situation: &Situation) -> String {
    let lexicon = Lexicon::english();
    let text = Text::plain(source, lexicon);
    let (mut marked, mut at) = (String::new(), 0);
    for mention in mentions(&text, lexicon) {
        let span = mention.span.range();
        let position = positions(&[(&mention.value, situation)]).pop();
        let shape = shape(&mention.value, position.as_ref());
        let iso = || shape.text("iso").map(str::to_string);
        let Some(value) = timex(&mention.value, situation).or_else(iso) else { continue };
        let (before, words) = (source.get(at..span.start).unwrap(), source.get(span.clone()).unwrap());
        marked += &format!("{before}[[{words}|{value}]]");
        at = span.end;
    }
    marked + source.get(at..).unwrap()
}

fn check(published: &str, cases: &[&str]) {
    let situation = Situation { anchor: published.parse().ok(), timezone: None };
    let plain = |case: &str| {
        let parts = case.split("[[").map(|part| match part.split_once("]]") {
            Some((mark, rest)) => mark.split('|').next().unwrap_or_default().to_string() + rest,
            None => part.to_string(),
        });
        parts.collect::<String>()
    };
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| (case, marked(&plain(case), &situation)))
        .filter(|(case, found)| found != **case)
        .map(|(case, found)| format!("expected {case}\n   found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn business_of_october_1989() {
    check(
        "1989-10-30",
        &[
            "The company expects to complete the sale by [[the end of the year|1989]].",
            "Kestrel Industries, which makes valves, said it will report a loss for [[fiscal 1990|FY1990]].",
            "The plan must be approved by shareholders at a meeting scheduled for [[Dec. 14|1989-12-14]].",
            "Yields on [[three-month|P3M]] bills slipped, while the [[30-year|P30Y]] bond ended at 101 2/32.",
            "In [[October 1987|1987-10]], the market lost a fifth of its value.",
            "The union agreed to a [[two-year|P2Y]] contract [[last week|1989-W43]].",
            "Trading was halted for [[30 minutes|PT30M]] [[yesterday|1989-10-29]].",
            "A spokesman said [[Friday, Oct. 27, 1989|1989-10-27]], was the last day of the offer.",
            "The notes, due [[Nov. 15, 1999|1999-11-15]], were priced at 99.5.",
            "Analysts say the carmaker is [[now|PRESENT_REF]] in talks with two suppliers.",
            "[[Recently|PAST_REF]], several rivals cut prices.",
            "The plant, built in [[the 1960s|196]], employs 400 people.",
            "The dispute began in [[mid-October|1989-10]].",
            "For [[the year|1989]], the company expects sales of $2 billion.",
            "Orders rose 3.1% in [[September|1989-09]] from [[August|1989-08]].",
            "The pact expires in [[two years|P2Y]].",
            "The shares have doubled in [[recent months|PXM]].",
            "The company earned $7 million in [[the year-earlier quarter|1988-Q3]].",
            "He said the fund is prepared to wait for [[years|PXY]].",
            "It was the second increase [[this year|1989]].",
            "The committee meets [[tomorrow|1989-10-31]].",
            "Over [[the next 12 months|P12M]], the mill will lay off 200 workers.",
            "The firm's [[fourth-quarter|1989-Q4]] results will be hurt by the strike, which is in its sixth week.",
            "In [[the 1980s|198]], takeovers were common.",
            "Its [[1988|1988]] profit was restated.",
            "It was the lowest level since [[February 1985|1985-02]].",
            "The loan was repaid [[several months ago|PAST_REF]].",
            "The plan takes effect [[Jan. 1|1990-01-01]].",
            "The unit lost money [[last year|1988]] and in [[the first half of 1989|1989-H1]].",
            "The court ruled in [[January|1989-01]] that the patent was void.",
            "The ministry said output rose in [[the three months|P3M]] ended [[Sept. 30|1989-09-30]].",
            "In [[the 12 months|P12M]] to [[June 30|1989-06-30]], claims rose 4%.",
        ],
    );
}

#[test]
fn wire_of_february_1998() {
    check(
        "1998-02-27",
        &[
            "The envoy arrived in the capital [[Thursday night|1998-02-26TNI]] and will leave [[Saturday|1998-02-28]].",
            "Troops fired on protesters [[overnight|1998-02-27TNI]], killing three.",
            "The two sides met [[Monday morning|1998-02-23TMO]].",
            "[[The day before|1998-02-26]], a bomb had exploded near the station.",
            "He was jailed for [[18 months|P18M]] in [[1995|1995]].",
            "The truce has held since [[December|1997-12]].",
            "The strike entered its second day [[Thursday|1998-02-26]].",
            "The embassy has been closed since [[last month|1998-01]].",
            "She died [[Wednesday|1998-02-25]] after a long illness.",
            "[[Two days earlier|1998-02-25]], the guards had been replaced.",
            "The hearing was delayed until [[March 10|1998-03-10]].",
            "For [[decades|PXY]], the islands were ruled from abroad.",
            "[[Years|PXY]] of war have ruined the harbor.",
            "Rain is expected [[tonight|1998-02-27TNI]] and [[Sunday|1998-03-01]].",
            "The [[daily|P1D]] flights were cancelled.",
            "The talks lasted [[less than an hour|PT1H]].",
            "He had lived there all his life.",
            "The storm could strike [[early next week|1998-W10]].",
            "[[This week|1998-W09]]'s talks were called off.",
            "The army took power in [[July 1991|1991-07]].",
            "The museum reopens [[next month|1998-03]].",
            "The judge gave them [[48 hours|PT48H]] to respond.",
        ],
    );
}

#[test]
fn wire_of_a_friday() {
    check(
        "1998-02-06",
        &[
            "The launch is [[now|PRESENT_REF]] set for [[Feb. 20|1998-02-20]] at [[2:55 p.m.|1998-02-20T14:55]].",
            "[[Yesterday|1998-02-05]]'s storm left 4,000 homes dark for [[hours|PTXH]].",
            "He was elected in [[November 1996|1996-11]].",
            "The committee will vote in [[the coming weeks|PXW]].",
            "It was the worst fire in [[50 years|P50Y]].",
            "The clinic opened [[six months ago|1997-08]].",
            "The men had been held for [[almost two years|P2Y]].",
            "[[These days|PRESENT_REF]] few people farm there.",
            "He had [[previously|PAST_REF]] denied it.",
        ],
    );
}

#[test]
fn news_of_march_2013() {
    check(
        "2013-03-22",
        &[
            "The bank was closed for [[nearly two weeks|P2W]] [[this month|2013-03]].",
            "The 21-year-old student was shot on [[March 5, 2012|2012-03-05]].",
            "On [[22 March 2013|2013-03-22]] the court agreed.",
            "Theresa May marched on in the fall of the regime.",
            "Ms. May said they may march.",
            "He waited for a second, then a third bus.",
            "[[Ten years ago|2003]] [[this week|2013-W12]], the war began.",
            "[[A decade|P10Y]] of fighting killed more than 100,000 people.",
            "The company posted a profit in [[Q4|2012-Q4]].",
            "More than 1,990 people fled, and 2,000 houses burned.",
            "The election on [[4 May|2013-05-04]] will be close.",
            "The court will hear the case [[later this year|2013]].",
            "The siege lasted [[three and a half years|P3Y6M]].",
            "He has worked there for [[the last several years|PXY]].",
            "[[The previous year|2012]], it had lost money.",
            "It was [[Thanksgiving|2012-11-22]] when they met.",
            "The [[quarterly|P3M]] survey covers 500 firms.",
            "[[Monthly|P1M]] payments rose.",
            "[[Two weeks ago|2013-W10]] it reopened.",
            "[[Four days ago|2013-03-18]] it flooded.",
            "[[Last night|2013-03-21TNI]] it snowed.",
            "[[Last fall|2012-FA]] prices rose.",
            "[[This morning|2013-03-22TMO]] it opened.",
            "[[This summer|2013-SU]] will be hot.",
        ],
    );
}

#[test]
fn news_of_november_2010() {
    check(
        "2010-11-15",
        &[
            "The show will air at [[8 p.m. ET|2010-11-16T20:00]] [[Tuesday|2010-11-16]].",
            "He is due in court [[Monday|2010-11-15]].",
            "All day long the phones rang.",
            "At this point, nobody knows.",
            "The [[four-day|P4D]] meeting ended [[Saturday|2010-11-13]].",
            "She has spent [[the past year|P1Y]] writing.",
            "[[Several years ago|PAST_REF]] he left.",
            "The law will be changed in [[the near future|FUTURE_REF]].",
            "The [[Sunday morning|2010-11-14TMO]] attack killed six.",
            "Workers get [[15 days|P15D]] of leave [[each year|P1Y]].",
            "[[Monday afternoon|2010-11-15TAF]] it was calm.",
            "The treaty expires at [[the end of 2012|2012]].",
            "Sales in [[the first two months of the year|P2M]] fell.",
            "Since [[the beginning of the year|2010]], 30 have died.",
            "[[Earlier in the day|2010-11-15]], he had resigned.",
        ],
    );
}

#[test]
fn business_of_november_1989() {
    check(
        "1989-11-02",
        &[
            "In New York Stock Exchange composite trading [[yesterday|1989-11-01]], Helmark shares rose 25 cents to $14.",
            "Analysts had expected the carrier to earn $1.10 a share [[this year|1989]] and $1.45 [[next year|1990]].",
            "The new sedan, to be introduced [[next fall|1990-FA]], will cost $14,000.",
            "The company has paid a dividend [[every quarter|P3M]] since [[1931|1931]].",
            "Construction, which began in [[April 1987|1987-04]], will take [[about four years|P4Y]].",
            "Since then, prices have tripled.",
            "[[Earlier this year|1989]], the group bought 9% of the airline.",
            "Its debt fell to $80 million from $120 million at [[the end of last year|1988]].",
            "In [[September 1988|1988-09]], imports were $38 billion.",
            "[[Last month|1989-10]]'s earthquake closed the bridge for [[a month|P1M]].",
            "The rate on [[six-month|P6M]] deposits was 8.2%, down from 8.3% [[two weeks earlier|1989-W42]].",
            "Under a [[three-year|P3Y]] agreement, rents rise 4% [[annually|P1Y]].",
            "Ms. April, 41, succeeds Mr. March.",
            "The fall in the price of oil may spring from fears about supply.",
            "The exchange closed at [[4 p.m.|1989-11-02T16:00]].",
            "Traders worked through [[the weekend|1989-W43-WE]].",
            "About [[10 years ago|1979]], the town had 12 mills.",
            "The day after the crash, he sold everything.",
            "Volume was 150 million shares, the lowest in [[two months|P2M]].",
            "The loans were made in [[the late 1970s|197]] and [[early 1980s|198]].",
            "In [[fiscal 1988|FY1988]], sales were $1 billion.",
            "In [[the 1988 third quarter|1988-Q3]], it lost $2 million.",
            "[[First-half|1989-H1]] profit fell 20%.",
            "At [[year-end 1988|1988]], it had 400 stores.",
            "It will be finished by midyear.",
            "He left the firm [[late last year|1988]].",
            "[[Early in 1990|1990]], the unit will be sold.",
            "For [[the 12 months|P12M]] ended [[Sept. 30|1989-09-30]], costs rose.",
            "The [[10-day|P10D]] strike ended [[Oct. 30|1989-10-30]].",
            "In [[the third quarter of 1988|1988-Q3]], it earned $1 million.",
            "It has been losing money for [[two years|P2Y]].",
            "[[Two and a half years|P2Y6M]] passed.",
            "[[The mid-1980s|198]] were good years.",
            "They met three times a week.",
            "The bill was passed [[hours|PTXH]] before the deadline.",
            "The sale, [[a month ago|1989-10]], drew 10 bids.",
            "The deal, expected to close [[this month|1989-11]], was delayed.",
            "He will speak at [[10 a.m. EST|1989-11-02T10:00]] [[today|1989-11-02]].",
            "[[Previously|PAST_REF]], he ran a bank.",
            "The index rose 2% in [[August|1989-08]], after falling in [[July|1989-07]].",
            "It could take [[a decade or more|P10Y]].",
            "She was born in [[1942|1942]] and died in [[1980|1980]].",
            "He has served [[six years|P6Y]] of a [[20-year|P20Y]] sentence.",
            "The 1,500 workers left in [[1981|1981]].",
            "Analysts expect sales of $4 billion in [[1991|1991]], up from $3 billion in [[1990|1990]].",
            "Since [[mid-September|1989-09]] the stock has gained 10%.",
            "The rise followed a 6.1% fall in [[the second quarter|1989-Q2]].",
            "[[Today|1989-11-02]]'s New York edition has 40 pages.",
        ],
    );
}

#[test]
fn wire_of_march_1998() {
    check(
        "1998-03-12",
        &[
            "It was the third straight day of protest.",
            "[[Last year|1997]], 212 people died on the road.",
            "The inmate was executed [[early Thursday|1998-03-12]].",
            "The bishop, who died [[March 3|1998-03-03]] at the age of 81, will be buried [[Friday|1998-03-13]].",
            "The soldiers were freed after [[a week|P1W]].",
            "Not since [[the 1930s|193]] has the lake been so low.",
            "[[More than a year|P1Y]] has passed since the attack.",
            "The summit opened [[Monday|1998-03-09]] and ends [[Friday|1998-03-13]].",
            "The convoy left before dawn [[Sunday|1998-03-08]].",
            "They have waited [[years|PXY]] for a verdict.",
            "The march on the palace drew 5,000 people.",
            "The hostage was held for [[126 days|P126D]].",
            "The [[18th-century|17]] church was damaged.",
        ],
    );
}

#[test]
fn news_of_august_2012() {
    check(
        "2012-08-20",
        &[
            "The drought is the worst since [[1956|1956]].",
            "He has been in power for [[33 years|P33Y]].",
            "[[Last Tuesday|2012-08-14]], the miners went on strike.",
            "The mine produced 1,990 tonnes, and the fund has 2,012 members.",
            "[[A few days ago|PAST_REF]] it hailed.",
            "The Sunday Times and the Winter Palace are old names.",
            "He could face [[up to 10 years|P10Y]] in prison.",
            "It took [[half an hour|PT30M]].",
            "Some of the victims were in their 20s and 30s.",
            "The [[2012|2012]] budget was passed in a second reading.",
            "[[Years ago|PAST_REF]], he was a teacher.",
            "The [[2008|2008]] crisis hurt banks.",
            "His [[March 2010|2010-03]] arrest made news.",
            "The [[Sept. 11, 2001|2001-09-11]], attacks changed it.",
        ],
    );
}

#[test]
fn wire_of_august_1998() {
    check(
        "1998-08-07",
        &[
            "The blasts went off [[around 10:40 a.m.|1998-08-07T10:40]] ([[3:40 a.m. EDT|1998-08-07T03:40]]).",
            "A crew was sent [[Saturday|1998-08-01]] to help, officials said it will arrive [[Sunday|1998-08-09]].",
            "The visit, his first in [[five years|P5Y]], will begin [[Monday|1998-08-10]].",
            "In [[August 1996|1996-08]], the group issued a threat.",
            "The talks had resumed [[Tuesday|1998-08-04]] after a [[two-week|P2W]] break.",
            "The fire burned through the night.",
            "Police arrested him [[this week|1998-W32]].",
            "They will be buried [[Wednesday|1998-08-12]].",
            "The jury is to begin its work [[Tuesday|1998-08-11]].",
            "The flood left 2,000 homeless in [[June|1998-06]].",
            "The lawyer said the hearing, scheduled for [[Wednesday|1998-08-12]], may be moved.",
            "Polls opened at [[8 a.m.|1998-08-07T08:00]] and were to close at [[6 p.m.|1998-08-07T18:00]].",
            "The fall of the wall and the spring in his step; the Day family; Mr. Weeks.",
            "A minute amount of gas; second-hand smoke; at the eleventh hour.",
            "Day by day, year by year, he came closer.",
            "The summer games and the winter coat; the Century Fund.",
            "He ran 1,500 meters; flight 1998; room 2010; 2000 people.",
            "The night shift; night vision; weekend edition.",
            "He came third in the 100 meters and fifth in the 200.",
        ],
    );
}

#[test]
fn news_of_september_2021() {
    check(
        "2021-09-15",
        &[
            "The fund lost 3% year-on-year.",
            "The number of cases doubled in [[the last two weeks|P2W]].",
            "[[Almost a year|P1Y]] after the vote, he was charged.",
            "The ban lasts until [[31 October|2021-10-31]].",
            "The museum was closed in [[the summer|2021-SU]].",
            "The match starts at [[19:45 BST|2021-09-15T19:45]].",
            "The strike on [[29 August 2021|2021-08-29]] killed ten.",
            "[[The coming months|PXM]] will be hard.",
            "The virus was found in [[December 2019|2019-12]].",
            "Inflation hit 3.2% in the year to [[August|2021-08]].",
        ],
    );
}

#[test]
fn business_of_a_thursday() {
    check(
        "1989-10-26",
        &[
            "[[Thursday|1989-10-26]]'s report on the gross national product is expected to show growth of 2.3% for [[the third quarter|1989-Q3]], down from 2.5% in the second.",
            "Directors of the maker of [[18-month|P18M]] calendars met for [[two hours|PT2H]] [[late Tuesday|1989-10-24]] and will meet again [[today|1989-10-26]].",
            "The contract, which expired [[Oct. 4|1989-10-04]], covers 57,000 machinists.",
            "Workers at the plant walked out [[Sept. 29|1989-09-29]].",
            "Both firms will report results [[next Tuesday|1989-10-31]].",
            "In [[the past|PAST_REF]], the agency has fined such firms.",
            "Investors who bought [[three weeks ago|1989-W40]] have lost 12%.",
            "It plans to open 12 stores [[this fall|1989-FA]] and 20 [[next year|1990]].",
            "Each of the 250 workers got [[four weeks|P4W]] of pay.",
            "The price was $18 a barrel [[last December|1988-12]].",
            "It will be [[years|PXY]] before the suit is settled.",
            "The index rose for the sixth straight month.",
            "In early trading [[Thursday|1989-10-26]] in Tokyo, the index fell.",
            "[[Now|PRESENT_REF]], he says, it is time to sell.",
            "The [[April 1, 1988|1988-04-01]] memo was shown in court.",
            "Trading will resume [[Friday morning|1989-10-27TMO]].",
            "The company, founded [[70 years ago|1919]], has 12 plants.",
            "Net for the half was 3 million.",
            "The ten-year-old firm has [[one-year|P1Y]] leases.",
            "The last quarter of the game was dull.",
            "He is the second man to hold a second job at the First National Bank.",
        ],
    );
}

#[test]
fn wire_of_june_2000() {
    check(
        "2000-06-15",
        &[
            "The ruling came [[less than 24 hours|PT24H]] after the hearing.",
            "They flew home [[Wednesday afternoon|2000-06-14TAF]].",
            "The 6-year-old was taken in [[less than three minutes|PT3M]].",
            "He was to speak at [[1 p.m.|2000-06-15T13:00]].",
            "The raids began [[Friday night|2000-06-09TNI]] and lasted until [[early Saturday|2000-06-10]].",
            "He plans to leave [[next Wednesday|2000-06-21]].",
            "In [[the last year|P1Y]], 14 have drowned.",
            "On [[Nov. 25, 1999|1999-11-25]], he was found at sea.",
            "The show returns [[this fall|2000-FA]].",
            "His term ends in [[January 2001|2001-01]].",
            "The two leaders last met in [[February|2000-02]].",
            "The census is taken [[every 10 years|P10Y]].",
            "The report, due [[later this summer|2000-SU]], will name names.",
            "[[Earlier Thursday|2000-06-15]], crews found a raft.",
            "He played for the next three seasons.",
            "[[At the moment|PRESENT_REF]] the roads are shut.",
        ],
    );
}
