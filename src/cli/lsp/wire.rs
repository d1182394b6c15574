//! Messages on their way in: framed by the length of their content, read by a thread of its own so that who is at work sees
//! whether another waits.

use crate::files::{self, BoundedLine, Limit};
use lsp_server::Message;
use std::{
    io::{self, BufRead, Read},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, RecvError, TryRecvError},
    },
};

/// The lines above a message are short.
const HEADER: Limit = Limit { of: "a line above a message", most: 1 << 12 };

/// What came in.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Message(Message),
    /// Something that is none, and why.
    Unreadable(String),
}

/// What came in and waits.
#[derive(Debug)]
pub struct Inbox {
    messages: Receiver<Incoming>,
    waiting: Arc<AtomicUsize>,
}

impl Inbox {
    /// Of what is read from now on, by a thread that ends with its stream.
    pub fn of(mut from: impl BufRead + Send + 'static) -> Self {
        let (sender, messages) = mpsc::channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&waiting);
        std::thread::spawn(move || {
            while let Ok(Some(incoming)) = next(&mut from) {
                counted.fetch_add(1, Ordering::SeqCst);
                if sender.send(incoming).is_err() {
                    return;
                }
            }
        });
        Self { messages, waiting }
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) == 0
    }

    /// The next message, once there is one.
    pub fn wait(&self) -> Result<Incoming, RecvError> {
        let incoming = self.messages.recv()?;
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        Ok(incoming)
    }

    /// The next message, where one is there.
    pub fn take(&self) -> Result<Incoming, TryRecvError> {
        let incoming = self.messages.try_recv()?;
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        Ok(incoming)
    }
}

/// The next message of a stream; nothing at its end. What is no message is passed over.
fn next(from: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut length: Option<u64> = None;
    loop {
        let Some(line) = files::line(from, &HEADER)? else { return Ok(None) };
        let line = match line {
            BoundedLine::Whole(line) => line,
            BoundedLine::TooLong => {
                files::rest_of_line(from)?;
                continue;
            }
        };
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        match (line.split_once(':'), length) {
            (Some((key, value)), _) if key.trim().eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            (None, Some(length)) if line.is_empty() => return content(from, length),
            _ => {}
        }
    }
}

fn content(from: &mut impl BufRead, length: u64) -> io::Result<Option<Incoming>> {
    let mut content = from.by_ref().take(length);
    if length > files::MESSAGE.most {
        io::copy(&mut content, &mut io::sink())?;
        return Ok(Some(Incoming::Unreadable(format!("a message is longer than {}", files::MESSAGE.in_words()))));
    }
    let mut bytes = Vec::new();
    content.read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&bytes) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Unreadable(format!("a message is not one of JSON-RPC: {error}")),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The methods of what comes in; `?` where it is no message.
    fn methods(stream: &[u8]) -> Vec<String> {
        let mut stream = stream;
        let mut found = Vec::new();
        while let Some(incoming) = next(&mut stream).unwrap() {
            found.push(match incoming {
                Incoming::Message(Message::Request(request)) => request.method,
                Incoming::Message(Message::Notification(notification)) => format!("{}!", notification.method),
                Incoming::Message(Message::Response(_)) => "response".to_string(),
                Incoming::Unreadable(_) => "?".to_string(),
            });
        }
        found
    }

    #[test]
    fn messages_are_framed_by_their_length() {
        let framed = |text: &str| format!("Content-Length: {}\r\n\r\n{text}", text.len());
        let (one, two) = (r#"{"id":1,"method":"a"}"#, r#"{"method":"b","params":["é"]}"#);
        let long = format!("{}: x\r\n", "y".repeat(9000));
        for (stream, expected) in [
            (String::new(), vec![]),
            (framed(one) + &framed(two), vec!["a", "b!"]),
            (format!("content-length:  21 \nContent-Type: x\n\n{one}"), vec!["a"]),
            (format!("garbage\r\n\r\n{}", framed(one)), vec!["a"]),
            (format!("Content-Length: x\r\n\r\n{}", framed(one)), vec!["a"]),
            (format!("{long}{}", framed(one)), vec!["a"]),
            (framed("{") + &framed("[]") + &framed(one), vec!["?", "?", "a"]),
            (framed(r#"{"id":1,"result":null}"#), vec!["response"]),
            (format!("Content-Length: 99\r\n\r\n{one}"), vec![]),
            ("Content-Length: 99999999999999\r\n\r\nx".to_string(), vec!["?"]),
            ("Content-Length: 5\r\n".to_string(), vec![]),
        ] {
            assert_eq!(methods(stream.as_bytes()), expected, "{}", stream.chars().take(60).collect::<String>());
        }
        assert_eq!(methods(b"Content-Length: 2\r\n\r\n\xff\xff\r\n\xc3\x28\r\n"), ["?"]);
    }
}
