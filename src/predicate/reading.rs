//! What a predicate needs to read its production: the sentence, the topics, the subject, and how to say what is wrong.

use super::Literal;
use crate::{
    article::Property,
    claim::{Choices, Topic, topic::TopicFact},
    diagnostic::{Code, Mistake, code},
    fold,
    grammar::{self, Grammar, Pair, Rule, masked::Masked},
    kind::{number, quotation},
    lexicon::Lexicon,
    placing::{self, Position, Situation, Tolerance},
    table::Subject,
    value::{Kind, Sort, Unplaced, Value},
};
use pest::Parser;
use std::ops::Range;

/// One clause being read.
pub struct ClauseReading<'r> {
    /// The sentence as written.
    pub sentence: &'r str,
    /// The sentence as the grammar sees it.
    pub masked: &'r Masked<'r>,
    /// The declared topics.
    pub topics: &'r [&'r Topic],
    /// The choices of the subject, where it is a choice topic.
    pub choices: Option<&'r Choices<'r>>,
    /// The words the engine knows.
    pub lexicon: &'r Lexicon,
    /// What the clause is about.
    pub subject: &'r Subject,
}

/// "a count", "text": a kind with its article.
#[must_use]
pub fn a(kind: Kind) -> String {
    kind.with_article().to_string()
}

impl ClauseReading<'_> {
    /// The bytes of the sentence that a production stands on.
    #[must_use]
    pub fn span(&self, pair: &Pair<'_>) -> Range<usize> {
        let span = pair.as_span();
        self.masked.origin(span.start()..span.end())
    }

    /// The words of a production as written, blanks folded; of a quotation, what stands between its marks.
    #[must_use]
    pub fn words(&self, pair: &Pair<'_>) -> String {
        let inside = grammar::part(pair, Rule::straight).or_else(|| grammar::part(pair, Rule::curly));
        let span = self.span(inside.as_ref().unwrap_or(pair));
        fold::one_line(self.sentence.get(span).unwrap_or(""))
    }

    /// The declared topic that a production names.
    #[must_use]
    pub fn topic(&self, pair: &Pair<'_>) -> Option<&Topic> {
        let name = self.masked.name_in(grammar::part(pair, Rule::topic)?.as_str())?;
        self.topics.iter().copied().find(|topic| topic.name() == name.declared)
    }

    /// The topic or the property that a production names as an operand.
    #[must_use]
    pub fn operand(&self, pair: &Pair<'_>) -> Option<Subject> {
        if let Some(property) = grammar::part(pair, Rule::property) {
            let name = self.masked.name_in(property.as_str())?;
            return Property::find(name.declared).map(Subject::property);
        }
        self.topic(pair).map(Subject::topic)
    }

    /// The topic that this production is, as an operand.
    #[must_use]
    pub fn operand_at(&self, pair: &Pair<'_>) -> Option<Subject> {
        let name = self.masked.name_in(pair.as_str())?;
        let topic = self.topics.iter().find(|topic| topic.name() == name.declared)?;
        Some(Subject::topic(topic))
    }

    /// Checks that the subject is every one of something.
    ///
    /// # Errors
    /// It is something else.
    pub fn every_one(&self, pair: &Pair<'_>, noun: &str) -> Result<(), Vec<Mistake>> {
        if self.subject.noun() == Some(noun) {
            return Ok(());
        }
        let words = self.words(pair);
        let message = format!("`{words}` is asked of every {noun}, and of nothing else");
        let help = Some(format!("write `every {noun} {words}`"));
        Err(vec![Mistake { help, ..self.mistake(code::WRONG_SUBJECT, pair, message) }])
    }

    /// Checks that the subject is a quotation: every one, or a topic of them.
    ///
    /// # Errors
    /// It is of another kind.
    pub fn quotations(&self, pair: &Pair<'_>) -> Result<(), Vec<Mistake>> {
        let (subject, quotation) = (self.subject, Kind::of(&quotation::ENTRY));
        if subject.kind == quotation {
            return Ok(());
        }
        let words = self.words(pair);
        let message = format!("`{words}` is asked of quotations, but `{subject}` is {}", a(subject.kind));
        let help = Some(format!("write `every {quotation} {words}`"));
        Err(vec![Mistake { help, ..self.mistake(code::WRONG_KIND, pair, message) }])
    }

    /// Checks that an operand can be compared with values of a kind.
    ///
    /// # Errors
    /// It is of another kind.
    pub fn of_kind(&self, pair: &Pair<'_>, operand: &Subject, kind: Kind) -> Result<(), Vec<Mistake>> {
        let other = operand.kind;
        if kind.takes(other) {
            return Ok(());
        }
        let message = format!("`{operand}` is {}, but `{}` is {}", a(other), self.subject, a(kind));
        let help = format!("compare it with another {kind}, such as `{}`", kind.facts().example);
        let mistake = self.mistake(code::WRONG_KIND, pair, message);
        Err(vec![Mistake { help: Some(help), ..mistake }])
    }

    /// The kind of the subject's values.
    ///
    /// # Errors
    /// A property has none that this predicate could ask of.
    pub fn kind(&self, pair: &Pair<'_>) -> Result<Kind, Vec<Mistake>> {
        let kind = self.subject.kind;
        if kind != Kind::FIGURE {
            return Ok(kind);
        }
        let message = format!("figures are of several kinds, and `{}` asks one of them", self.words(pair));
        let help = Some("name the kind, such as `every percent` or `every money`".to_string());
        Err(vec![Mistake { help, ..self.mistake(code::WRONG_KIND, pair, message) }])
    }

    /// Checks that the subject is one thing that articles give: a topic, or a property.
    ///
    /// # Errors
    /// It is every one of something.
    pub fn one_thing(&self, pair: &Pair<'_>) -> Result<(), Vec<Mistake>> {
        let Some(noun) = self.subject.noun() else { return Ok(()) };
        let message = format!("`{}` asks about one thing, and `{}` is many", self.words(pair), self.subject);
        let help = match noun {
            "sentence" => "write `every sentence printed once`".to_string(),
            "article" => "write `every article independent`".to_string(),
            "unnamed source" => "write `every unnamed source explained`".to_string(),
            noun if Kind::find(noun).is_none() => {
                "declare a topic, of kind count or money for example, under `topics:`, and ask it of that".to_string()
            }
            _ => format!("declare a topic of kind {noun} under `topics:`, and ask it of that"),
        };
        Err(vec![Mistake { help: Some(help), ..self.mistake(code::WRONG_SUBJECT, pair, message) }])
    }

    /// A value of a kind as the rule writes it.
    ///
    /// # Errors
    /// The words mean no such value.
    pub fn literal(&self, pair: &Pair<'_>, kind: Kind) -> Result<Literal, Vec<Mistake>> {
        let words = self.words(pair);
        self.no_clause(pair, &words)?;
        match self.written(&words, kind) {
            Ok(literal) => Ok(literal),
            Err(mistake) => {
                let (message, help) = self.topic_for_a_value(&words).unwrap_or_else(|| {
                    let is_bare = crate::kind::literal(&words, Kind::of(&number::ENTRY), self.lexicon).is_ok();
                    let example = kind.facts().example;
                    let help = if is_bare && kind.has_unit() {
                        format!("write its unit too, as in `{example}`; or give the topic a `unit:`")
                    } else {
                        format!("write {}, such as `{example}`", a(kind))
                    };
                    (mistake.message.clone(), help)
                });
                Err(vec![Mistake { help: Some(help), ..self.mistake(code::BAD_VALUE, pair, message) }])
            }
        }
    }

    /// A value of a kind in some words, which may leave out the unit that the subject has.
    ///
    /// # Errors
    /// The words mean no such value.
    pub fn written(&self, words: &str, kind: Kind) -> Result<Literal, Mistake> {
        let value = self.in_its_unit(words, |words| crate::kind::literal(words, kind, self.lexicon))?;
        let position = self.alone(&value);
        Ok(Literal { words: words.to_string(), value, position })
    }

    /// What a data file has for the subject, where a rule file says so.
    #[must_use]
    pub fn fact(&self) -> Option<&TopicFact> {
        self.subject_topic()?.fact.as_ref()
    }

    /// Where a value lies by itself.
    fn alone(&self, value: &Value) -> Position {
        let unknown = || Position::Indeterminate(Unplaced::Unsaid);
        placing::positions(&[(value, &Situation::default())], self.lexicon).pop().unwrap_or_else(unknown)
    }

    /// Reads a value, which may leave out the unit that its topic has.
    fn in_its_unit<T>(&self, words: &str, read: impl Fn(&str) -> Result<T, Mistake>) -> Result<T, Mistake> {
        read(words).or_else(|mistake| match self.unit() {
            Some(unit) => read(&format!("{words} {unit}")).map_err(|_| mistake),
            None => Err(mistake),
        })
    }

    /// The unit that the values of the subject have, where it is a topic with one.
    fn unit(&self) -> Option<String> {
        self.subject_topic()?.unit_of_values(self.lexicon)
    }

    /// The declared topic that the subject is, or a section of.
    fn subject_topic(&self) -> Option<&Topic> {
        let name = self.subject.id.declared()?;
        self.topics.iter().copied().find(|topic| topic.name() == name)
    }

    /// Checks that what stands for a value is not the rest of a clause: `is consistent across sources`.
    ///
    /// # Errors
    /// It is.
    pub fn no_clause(&self, pair: &Pair<'_>, words: &str) -> Result<(), Vec<Mistake>> {
        let clause = format!("\u{E000} {}", pair.as_str());
        if Grammar::parse(Rule::repaired, &clause).is_err() {
            return Ok(());
        }
        let message = format!("`{words}` is asked of a topic without `is`");
        Err(vec![self.offer(code::OTHER_WORDING, pair, message, format!("{} {words}", self.subject))])
    }

    /// What is wrong where a topic stands for a value, and what to write: `at least death toll`.
    fn topic_for_a_value(&self, words: &str) -> Option<(String, String)> {
        let topic = self.topics.iter().find(|topic| fold::words(topic.name()) == fold::words(words))?;
        let (subject, name) = (&self.subject, topic.name());
        let help = if topic.kind == subject.kind {
            format!("`{subject} matches {name}` asks whether the two are equal, nothing asks which is larger")
        } else {
            format!("`{name}` is {}, but `{subject}` is {}", a(topic.kind), a(subject.kind))
        };
        Some((format!("a value comes here, and `{name}` is a topic"), format!("write a value; {help}")))
    }

    /// A distance between two values of a kind as the rule writes it.
    ///
    /// # Errors
    /// The words mean no such distance.
    pub fn tolerance(&self, pair: &Pair<'_>, kind: Kind) -> Result<(String, Tolerance), Vec<Mistake>> {
        let words = self.words(pair);
        let help = kind.facts().tolerance.map(|example| format!("write a distance such as `{example}`"));
        match self.in_its_unit(&words, |words| crate::placing::tolerance(words, kind, self.lexicon)) {
            Ok(tolerance) => Ok((words, tolerance)),
            Err(mistake) => Err(vec![Mistake { help, ..mistake.moved(self.span(pair)) }]),
        }
    }

    /// How many sources a rule asks for: at least one.
    ///
    /// # Errors
    /// The word is no whole number, or 0.
    pub fn number(&self, pair: &Pair<'_>) -> Result<usize, Vec<Mistake>> {
        let words = self.words(pair);
        let read = words.parse::<usize>().ok().or_else(|| {
            let value = crate::kind::literal(&words, Kind::of(&number::ENTRY), self.lexicon).ok()?;
            let crate::value::Content::Amount(amount) = &value.content else { return None };
            let number = amount.best.filter(|_| amount.interval.is_point() && amount.unit.is_none())?;
            (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as usize)
        });
        match read {
            Some(0) => Err(vec![Mistake {
                help: Some("write at least `1`".into()),
                ..self.mistake(code::NO_SOURCES, pair, "0 sources are always there: this rule could never fail".into())
            }]),
            Some(number) => Ok(number),
            None => Err(vec![Mistake {
                help: Some("write a number, such as `2` or `two`".into()),
                ..self.mistake(code::BAD_NUMBER, pair, format!("`{words}` is not a whole number"))
            }]),
        }
    }

    /// A mistake at the words of a production.
    #[must_use]
    pub fn mistake(&self, code: Code, pair: &Pair<'_>, message: String) -> Mistake {
        Mistake::at(code, self.span(pair), message, None)
    }

    /// The same, where one clause says what was meant.
    pub fn offer(&self, code: Code, pair: &Pair<'_>, message: String, clause: String) -> Mistake {
        let help = Some(format!("write `{clause}`"));
        Mistake { help, instead: Some(clause), ..self.mistake(code, pair, message) }
    }

    /// The mistake of asking what the subject's kind has not.
    #[must_use]
    pub fn wrong_kind(&self, pair: &Pair<'_>, asked: &str, kind: Kind) -> Vec<Mistake> {
        let subject = self.subject;
        let instead = match kind.sort() {
            Sort::Word if kind.is_choice() => {
                let choice = self.choices.and_then(|choices| choices.all.first()).copied().unwrap_or("...");
                format!("{subject} is {choice}")
            }
            Sort::Word if subject.noun() == Some("sentence") => "every sentence printed once".to_string(),
            Sort::Word if subject.noun().is_some() => format!("{subject} supported by body"),
            Sort::Word => format!("{subject} cited in every source"),
            Sort::Moment => format!("{subject} before {}", kind.facts().example),
            Sort::Rank => format!("{subject} at least {}", kind.facts().example),
            Sort::Amount => match (asked, kind.facts().tolerance) {
                ("near", Some(tolerance)) => format!("{subject} consistent across sources within {tolerance}"),
                _ => format!("{subject} at least {}", kind.facts().example),
            },
        };
        let what = match asked {
            "amount" => "asks for an amount",
            "near" => "asks how far apart two dates or times lie",
            _ => "asks for an order in time",
        };
        let message = format!("`{}` {what}, but `{subject}` is {}", self.words(pair), a(kind));
        vec![Mistake {
            help: Some(format!("write, for example, `{instead}`")),
            ..self.mistake(code::WRONG_KIND, pair, message)
        }]
    }
}
