//! Where output goes: the terminal with or without colours, a pipe that may be closed, a file written whole or not at all.
//!
//! Nothing else touches standard output or standard error, and both take only harmless text.

use super::arguments::{self, WhenToColor};
use crate::{
    diagnostic::{Colour, Diagnostic, Level, code, reason, render},
    files,
    printable::printable_line,
    report::{Detail, Diagnostics, Format, Style},
    sink::{Harmless, Syntax, harmless},
};
use anstream::{AutoStream, ColorChoice};
use std::{
    io::{ErrorKind, IsTerminal, Write},
    path::Path,
};

/// Prints diagnostics to standard error, where the format leaves them out, and then what was found to where the arguments say.
pub fn write<T: ?Sized>(
    format: &Format<T>,
    content: &T,
    diagnostics: &[Diagnostic],
    arguments: &arguments::OutputArguments,
) -> anyhow::Result<()> {
    choice(arguments.color).write_global();
    let detail = detail(arguments);
    if format.diagnostics == Diagnostics::Apart {
        complain_about(diagnostics, detail);
    }
    match &arguments.output {
        Some(file) => {
            let colour = if arguments.color == WhenToColor::Always { Colour::Ansi } else { Colour::Plain };
            fill(format, content, &Style { colour, width: None, detail }, file)
        }
        None => print_in(format, content, &Style { width: width(), detail, colour: colour_of_stdout() }),
    }
}

/// Prints what was found to standard output.
pub fn print<T: ?Sized>(format: &Format<T>, content: &T, color: WhenToColor) -> anyhow::Result<()> {
    print_in(format, content, &style(color))
}

fn print_in<T: ?Sized>(format: &Format<T>, content: &T, style: &Style) -> anyhow::Result<()> {
    let mut speech = Speech::new();
    heard(format.print(content, style, &mut |piece| speech.write(piece)))
}

/// Writes the same in another format to a file, whole or not at all. Nobody reads it on a terminal, so it has no colours.
pub fn write_beside<T: ?Sized>(
    format: &Format<T>,
    content: &T,
    file: &Path,
    arguments: &arguments::OutputArguments,
) -> anyhow::Result<()> {
    fill(format, content, &Style { colour: Colour::Plain, width: None, detail: detail(arguments) }, file)
}

fn fill<T: ?Sized>(format: &Format<T>, content: &T, style: &Style, file: &Path) -> anyhow::Result<()> {
    let fill = |to: &mut dyn Write| format.print(content, style, &mut |piece| to.write_all(piece.as_bytes()));
    files::write_pieces(file, fill).map_err(|error| not_written(file, &error))
}

/// Prints diagnostics alone, where nothing else can be printed.
pub fn write_diagnostics(diagnostics: &[Diagnostic], arguments: &arguments::OutputArguments) {
    choice(arguments.color).write_global();
    complain_about(diagnostics, detail(arguments));
}

fn detail(arguments: &arguments::OutputArguments) -> Detail {
    if arguments.quiet {
        Detail::Quiet
    } else if arguments.verbose {
        Detail::Verbose
    } else {
        Detail::Normal
    }
}

fn choice(when: WhenToColor) -> ColorChoice {
    match when {
        WhenToColor::Auto => ColorChoice::Auto,
        WhenToColor::Always => ColorChoice::Always,
        WhenToColor::Never => ColorChoice::Never,
    }
}

fn colour(choice: ColorChoice) -> Colour {
    match choice {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => Colour::Ansi,
        ColorChoice::Auto | ColorChoice::Never => Colour::Plain,
    }
}

/// The columns that a person asks for, or has; none in a pipe.
fn width() -> Option<usize> {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let terminal = || std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    asked.or_else(|| terminal().map(|(columns, _)| usize::from(columns.0)))
}

fn colour_of_stdout() -> Colour {
    colour(AutoStream::choice(&std::io::stdout()))
}

fn colour_of_stderr() -> Colour {
    colour(AutoStream::choice(&std::io::stderr()))
}

/// Whether somebody sees standard output.
pub fn is_watched() -> bool {
    std::io::stdout().is_terminal()
}

/// Whether somebody sees standard error.
pub fn is_attended() -> bool {
    std::io::stderr().is_terminal()
}

/// Standard output for what is said bit by bit.
#[derive(Debug)]
pub struct Speech<W> {
    to: W,
    colour: Colour,
}

impl Speech<Box<dyn Write>> {
    /// To standard output, with colours where it has them.
    pub fn new() -> Self {
        let colour = colour_of_stdout();
        // Where nothing is a command to a terminal, none is looked for once more.
        let to: Box<dyn Write> = match colour {
            Colour::Plain => Box::new(std::io::stdout().lock()),
            Colour::Ansi => Box::new(anstream::stdout().lock()),
        };
        Self { to, colour }
    }
}

impl<W: Write> Speech<W> {
    /// To anything that can be written, without colours.
    #[cfg(test)]
    pub fn plain(to: W) -> Self {
        Self { to, colour: Colour::Plain }
    }

    /// Says whole lines, or a question, which may be painted: foreign words were made visible before that.
    pub fn say(&mut self, text: &str) -> std::io::Result<()> {
        self.write(&harmless(text, Syntax::Text, self.colour))
    }

    /// Writes a message of JSON behind its length.
    pub fn frame(&mut self, json: &str) -> anyhow::Result<()> {
        let content = harmless(json, Syntax::Json, Colour::Plain);
        let header = Harmless::own(format!("Content-Length: {}\r\n\r\n", content.len()));
        heard(self.write(&header).and_then(|()| self.write(&content)))
    }

    /// Writes at once what is harmless.
    pub fn write(&mut self, text: &Harmless) -> std::io::Result<()> {
        self.to.write_all(text.as_bytes()).and_then(|()| self.to.flush())
    }
}

/// Says something to people on standard output, without colours.
pub fn say(text: &str) -> anyhow::Result<()> {
    write_stdout(&harmless(text, Syntax::Text, Colour::Plain))
}

/// Says what is painted, in which foreign words were made visible before that.
pub fn say_painted(text: &str) -> anyhow::Result<()> {
    write_stdout(&harmless(text, Syntax::Text, colour_of_stdout()))
}

/// Writes to standard output.
pub fn write_stdout(text: &Harmless) -> anyhow::Result<()> {
    heard(Speech::new().write(text))
}

/// How writing to standard output ended. A reader that has seen enough is no error.
fn heard(result: std::io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|error| anyhow::anyhow!("standard output cannot be written: {}", reason(&error))),
    }
}

/// So many mistakes are printed; of the rest, how many there are.
const MOST_SHOWN: usize = 200;

/// The diagnostics that are shown, in their order: of many, errors before warnings.
fn shown(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let of = |level: Level| diagnostics.iter().filter(move |found| found.level == level).count();
    let errors = of(Level::Error).min(MOST_SHOWN);
    let (mut errors, mut warnings) = (errors, MOST_SHOWN - errors);
    let mut is_shown = |found: &&Diagnostic| {
        let room = if found.level == Level::Error { &mut errors } else { &mut warnings };
        let is_room = *room > 0;
        *room = room.saturating_sub(1);
        is_room
    };
    diagnostics.iter().filter(|found| is_shown(found)).collect()
}

/// Each diagnostic on standard error: in full, or on one line where little is wanted.
pub fn complain_about(diagnostics: &[Diagnostic], detail: Detail) {
    let colour = colour_of_stderr();
    let mut text = String::new();
    // Where one line a failure is wanted, files that are no articles are not.
    let is_wanted = |found: &&Diagnostic| detail != Detail::Quiet || found.code != code::PASSED_OVER;
    let diagnostics: Vec<Diagnostic> = diagnostics.iter().filter(is_wanted).cloned().collect();
    let shown = shown(&diagnostics);
    for diagnostic in &shown {
        match detail {
            Detail::Quiet => text.push_str(&one_line(diagnostic)),
            Detail::Normal | Detail::Verbose => {
                text.push_str(render(diagnostic, colour).trim_end());
                text.push_str("\n\n");
            }
        }
    }
    let rest = diagnostics.len() - shown.len();
    if rest > 0 {
        text.push_str(&format!("and {} more\n", grouped(rest)));
    }
    to_stderr(&text, colour);
}

/// A number with its thousands apart: `4,312`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn one_line(diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let place = match &diagnostic.place {
        Some(place) if place.line > 0 => format!(" ({}:{}:{})", place.file, place.line, place.column),
        Some(place) => format!(" ({})", place.file),
        None => String::new(),
    };
    let line = format!("{level}[{}]: {}{place}", diagnostic.code, diagnostic.message);
    format!("{}\n", printable_line(&line))
}

/// One line about a mistake that is in no file.
pub fn complain(message: &str) {
    to_stderr(&format!("error: {message}\n"), Colour::Plain);
}

/// One line for somebody who waits.
pub fn hint(message: &str) {
    to_stderr(&format!("{message}\n"), Colour::Plain);
}

/// The colours and the width of standard output, where the arguments leave them open.
pub fn style(color: WhenToColor) -> Style {
    choice(color).write_global();
    Style { colour: colour_of_stdout(), width: width(), detail: Detail::Normal }
}

/// The help, or what is wrong with the arguments. These may hold colours of their own, and then all of it has none.
pub fn explain_usage(error: &clap::Error) {
    let is_own = std::env::args_os().all(|argument| !argument.to_string_lossy().contains('\u{1b}'));
    let rendered = error.render();
    let colour = |colour| if is_own { colour } else { Colour::Plain };
    let text = |colour| match colour {
        Colour::Ansi => rendered.ansi().to_string(),
        Colour::Plain => rendered.to_string(),
    };
    if error.use_stderr() {
        let colour = colour(colour_of_stderr());
        to_stderr(&text(colour), colour);
    } else {
        let colour = colour(colour_of_stdout());
        // Where not even this can be written, nobody is there to read it.
        let _ = write_stdout(&harmless(text(colour), Syntax::Text, colour));
    }
}

/// Says something on standard error, painted or not.
fn to_stderr(text: &str, colour: Colour) {
    let text = harmless(text, Syntax::Text, colour);
    // Where standard error is closed, nobody is there to be told.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Writes a file whole, and only where there is none.
pub fn write_new_file(file: &Path, text: &str) -> std::io::Result<()> {
    files::write_new(file, text)
}

/// Takes a file away.
pub fn remove_file(file: &Path) -> anyhow::Result<()> {
    files::remove(file).map_err(|error| anyhow::anyhow!("`{}` cannot be removed: {}", file.display(), reason(&error)))
}

/// Writes a file whole or not at all; what is no plain file (a device, a pipe) is written to as it is. A text of the
/// user's own goes back as it is; what a format prints is harmless already.
pub fn write_file(file: &Path, text: &str) -> anyhow::Result<()> {
    files::write(file, text).map_err(|error| not_written(file, &error))
}

fn not_written(file: &Path, error: &std::io::Error) -> anyhow::Error {
    let why = match error.kind() {
        ErrorKind::NotFound => "there is no such folder".to_string(),
        _ => reason(error),
    };
    anyhow::anyhow!("`{}` cannot be written: {why}", file.display())
}
