//! One question at the terminal, asked until it is answered.

use super::output::Speech;
use std::io::{BufRead, Write};

/// What somebody may answer: a letter, the word for it, and what it means.
pub type Answers<'a, T> = &'a [(&'a str, &'a str, T)];

/// Asks until there is an answer; nothing where the input ends. What is no answer is met with `help`.
pub fn asked<T: Copy, W: Write>(
    (question, help): (&str, &str),
    answers: Answers<'_, T>,
    input: &mut impl BufRead,
    speech: &mut Speech<W>,
) -> anyhow::Result<Option<T>> {
    loop {
        speech.say(question)?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let (exact, said) = (line.trim(), line.trim().to_lowercase());
        // A capital letter may be an answer of its own.
        let by_letter = answers.iter().find(|(letter, ..)| exact == *letter);
        match by_letter.or_else(|| answers.iter().find(|(letter, word, _)| said == *letter || said == *word)) {
            Some((.., meaning)) => return Ok(Some(*meaning)),
            None => speech.say(help)?,
        }
    }
}
