//! Amounts of money, and what looks like one.

use crate::kind::tests::{check, check_none};

#[test]
fn meanings() {
    check(&[
        ("a $3.2 million fund", &["$3.2 million = money $3.2 million"]),
        ("worth $3.2m", &["$3.2m = money $3.2 million"]),
        ("3.2m dollars", &["3.2m dollars = money $3.2 million"]),
        ("some €2 billion", &["some €2 billion = money €1.8 to €2.2 billion"]),
        ("C$5 (US$4)", &["C$5 (US$4) = money C$5, twice"]),
        ("50 cents", &["50 cents = money $0.50"]),
        ("It cost 50p.", &["50p = money £0.50"]),
        ("USD 5m", &["USD 5m = money $5 million"]),
        ("Rs 20 crore", &["Rs 20 crore = money ₹200 million"]),
        ("$5-10 million", &["$5-10 million = money $5 to $10 million"]),
        ("$5 million to $10 million", &["$5 million to $10 million = money $5 to $10 million"]),
        ("between $5 and $10 million", &["between $5 and $10 million = money $5 to $10 million"]),
        ("between 10 and 20 dollars", &["between 10 and 20 dollars = money $10 to $20"]),
        ("It rose from $5 to $10.", &["$5 = money $5", "$10 = money $10"]),
        ("at $70 a barrel", &["$70 a barrel = money 70 USD per barrel"]),
        ("$15.40/hour", &["$15.40/hour = money 15.40 USD per hour"]),
        ("10 million pounds", &["10 million pounds = money £10 million"]),
        ("He was fined 2,000 pounds.", &["2,000 pounds = money £2,000"]),
        ("10 million pounds of beef", &["10 million pounds = measure 4,536 tonnes of beef"]),
        ("3 billion yuan", &["3 billion yuan = money 3 billion CNY"]),
        ("500 Canadian dollars", &["500 Canadian dollars = money C$500"]),
        ("3 dollars and 43 cents", &["3 dollars and 43 cents = money $3.43"]),
        ("a loss of -$5", &["-$5 = money -$5"]),
        ("$5 or $6", &["$5 or $6 = money $5 to $6"]),
        ("up from $5m a year earlier", &["$5m = money $5 million", "a year earlier = date 2020"]),
        ("$5m a year", &["$5m a year = money 5 million USD per year"]),
        ("$15 apiece", &["$15 apiece = money 15 USD per piece"]),
        ("$12,500 in damages", &["$12,500 = money $12,500 of damages"]),
        ("€2bn in military aid", &["€2bn = money €2 billion of military aid"]),
        ("under a dollar a day", &["under a dollar a day = money less than 1 USD per day"]),
        ("5,000 francs", &["5,000 francs = money 5,000 CHF"]),
        ("Rs500 or RM2.15m", &["Rs500 = money ₹500", "RM2.15m = money 2.15 million MYR"]),
        ("USD3.5bn", &["USD3.5bn = money $3.5 billion"]),
        ("$5m in June", &["$5m = money $5 million", "June = date June 2022"]),
        ("worth 4 bln euros or $7bln", &["4 bln euros = money €4 billion", "$7bln = money $7 billion"]),
        ("$12 mil and $2.5MM", &["$12 mil = money $12 million", "$2.5MM = money $2.5 million"]),
        ("$US7 million and $A2,500", &["$US7 million = money $7 million", "$A2,500 = money A$2,500"]),
        ("MX$40 or TT$5", &["MX$40 = money 40 MXN", "TT$5 = money 5 TTD"]),
        ("It cost Q$4.", &["Q$4 = money unknown (its currency is not known)"]),
        ("tickets at 12 € and 8 million €", &["12 € = money €12", "8 million € = money €8 million"]),
        ("₱60, ￥70 and ₫80,000", &["₱60 = money 60 PHP", "￥70 = money ¥70", "₫80,000 = money 80,000 VND"]),
        ("23,45,678 rupees", &["23,45,678 rupees = money ₹2,345,678"]),
        ("two lakh crore rupees", &["two lakh crore rupees = money ₹2 trillion"]),
        ("a quarter million dollars", &["a quarter million dollars = money $250,000"]),
        ("two-thirds of a billion euros", &["two-thirds of a billion euros = money €666,666,666.667"]),
        ("tens of thousands of euros", &["tens of thousands of euros = money €20,000 to €100,000"]),
        ("$4 and 75 cents", &["$4 and 75 cents = money $4.75"]),
        ("twelve dollars fifty", &["twelve dollars fifty = money $12.50"]),
        ("nineteen ninety-five dollars", &["nineteen ninety-five dollars = money $19.95"]),
        ("It costs more than 160p.", &["more than 160p = money more than £1.60"]),
        ("$6-9,000 a boat", &["$6-9,000 = money $6,000 to $9,000"]),
        ("1,5 million euros", &["1,5 million euros = money €1.5 million"]),
        ("2.345,60 euros", &["2.345,60 euros = money €2345.60"]),
        ("R3,5 million and R4,200", &["R3,5 million = money 3.5 million ZAR", "R4,200 = money 4,200 ZAR"]),
        ("7,000 TOP", &["7,000 TOP = money 7,000 TOP"]),
    ]);
}

#[test]
fn what_is_none() {
    check_none(&[
        "the $ sign",
        "in US dollars",
        "a 720p film",
        "a pound of flesh",
        "COP26",
        "a dollar bill",
        "the USD",
        "an R22 engine, the N95 mask",
        "ALL in capitals",
    ]);
}
