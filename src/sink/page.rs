//! Text that is made harmless while it is written, so that nobody holds the whole of it.
//!
//! What is harmless depends on what stands around it in one line, and on nothing beyond. So whole lines are let go as they are
//! done; of a long line of JSON, what stands before a quotation mark: no command has one, nor what is looked for before one.

use super::{Harmless, Syntax, harmless};
use crate::diagnostic::Colour;
use std::io;

/// So many bytes are held before some are let go.
const ROOM: usize = 16 * 1024;

/// Takes what a page lets go.
type Taker<'a> = &'a mut dyn FnMut(&Harmless) -> io::Result<()>;

/// What a format writes on: it takes any text, and lets go harmless pieces of it.
pub struct Page<'a> {
    syntax: Syntax,
    colour: Colour,
    /// What may still meet something that makes a command of it.
    held: Vec<u8>,
    /// So many bytes are held before a place is looked for where they can be cut.
    room: usize,
    take: Taker<'a>,
}

impl<'a> Page<'a> {
    /// An empty one.
    pub fn new(syntax: Syntax, colour: Colour, take: Taker<'a>) -> Self {
        Self { syntax, colour, held: Vec::new(), room: ROOM, take }
    }

    /// Writes some text.
    ///
    /// # Errors
    /// Whoever takes the pieces does not take one.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.held.extend_from_slice(text.as_bytes());
        if self.held.len() < self.room {
            return Ok(());
        }
        let cut = self.cut();
        if cut > 0 {
            self.let_go(cut)?;
        }
        // A line without an end is not looked through again for each piece of it.
        self.room = ROOM.max(2 * self.held.len());
        Ok(())
    }

    /// Lets go what is left.
    ///
    /// # Errors
    /// Whoever takes the pieces does not take it.
    pub fn end(mut self) -> io::Result<()> {
        let rest = self.held.len();
        if rest == 0 { Ok(()) } else { self.let_go(rest) }
    }

    /// Up to where nothing of what is held can become part of a command.
    fn cut(&self) -> usize {
        match self.syntax {
            Syntax::Json => memchr::memrchr2(b'\n', b'"', &self.held),
            Syntax::Text | Syntax::Csv | Syntax::Commands | Syntax::Markdown | Syntax::Xml | Syntax::Html => {
                memchr::memrchr(b'\n', &self.held)
            }
        }
        .map_or(0, |at| if self.held.get(at) == Some(&b'\n') { at + 1 } else { at })
    }

    fn let_go(&mut self, cut: usize) -> io::Result<()> {
        let rest = self.held.split_off(cut);
        let piece = String::from_utf8_lossy(&std::mem::replace(&mut self.held, rest)).into_owned();
        (self.take)(&harmless(piece, self.syntax, self.colour))
    }
}

/// What serialises writes bytes, whole characters at a time.
impl io::Write for Page<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text(&String::from_utf8_lossy(bytes))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str, room: usize, syntax: Syntax) -> Vec<String> {
        let mut found = Vec::new();
        let mut take = |piece: &Harmless| {
            found.push(piece.to_string());
            Ok(())
        };
        let mut page = Page::new(syntax, Colour::Ansi, &mut take);
        for character in text.chars() {
            page.room = room.max(1);
            page.text(character.encode_utf8(&mut [0; 4])).unwrap();
        }
        page.end().unwrap();
        found
    }

    #[test]
    fn lines_are_let_go_whole_and_long_ones_of_json_at_quotation_marks() {
        for (text, syntax, expected) in [
            ("", Syntax::Text, &[][..]),
            ("a\nb", Syntax::Text, &["a\n", "b"]),
            ("a\"b\"c\n", Syntax::Text, &["a\"b\"c\n"]),
            ("a\r\nb\r\n", Syntax::Csv, &["a\r\n", "b\r\n"]),
            ("{\"a\":\"b\"}\n", Syntax::Json, &["{", "\"a", "\":", "\"b", "\"}\n"]),
            ("[\"##\",\"[x\"]", Syntax::Json, &["[", "\"##", "\",", "\"[x", "\"]"]),
        ] {
            assert_eq!(pieces(text, 1, syntax), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_held_is_let_go_before_it_is_much() {
        let mut most = 0;
        let mut take = |piece: &Harmless| {
            most = most.max(piece.len());
            Ok(())
        };
        let mut page = Page::new(Syntax::Json, Colour::Plain, &mut take);
        for _ in 0..100_000 {
            page.text("\"noon\",").unwrap();
        }
        page.end().unwrap();
        assert!((ROOM / 2..2 * ROOM).contains(&most), "{most}");
    }

    proptest! {
        #[test]
        fn no_command_hides_between_two_pieces(text in crate::sink::tests::pieces(), room in 1usize..9) {
            let all = [
                Syntax::Text,
                Syntax::Json,
                Syntax::Csv,
                Syntax::Commands,
                Syntax::Markdown,
                Syntax::Xml,
                Syntax::Html,
            ];
            for syntax in all {
                let whole = harmless(text.as_str(), syntax, Colour::Ansi).to_string();
                prop_assert_eq!(pieces(&text, room, syntax).concat(), whole, "{:?}", text);
            }
        }
    }
}
