//! An editor that talks to `crosscheck lsp` over pipes.

use serde_json::{Value as Json, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Stdio},
};

/// A session with the built binary.
pub struct Editor {
    folder: PathBuf,
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    asked: i32,
    /// What came in that nobody has looked at yet.
    heard: Vec<Json>,
    version: i32,
}

impl Editor {
    /// Starts the server in a folder; nothing is said yet.
    pub fn silent(folder: &Path) -> Self {
        let mut child =
            super::command(folder, &["lsp"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
        let (to, from) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        let folder = folder.to_path_buf();
        Self { folder, child, to, from, asked: 0, heard: Vec::new(), version: 0 }
    }

    /// Starts the server, and begins a session as a client with such capabilities; gives the answer too.
    pub fn with(folder: &Path, capabilities: Json) -> (Self, Json) {
        let mut editor = Self::silent(folder);
        let answer = editor.ask("initialize", json!({"processId": null, "capabilities": capabilities}));
        editor.tell("initialized", json!({}));
        (editor, answer)
    }

    /// The same as a client of which nothing is known.
    pub fn new(folder: &Path) -> Self {
        Self::with(folder, json!({})).0
    }

    /// The URI of a file of the folder.
    pub fn uri(&self, path: &str) -> String {
        format!("file://{}", self.folder.join(path).display())
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        // A server that has gone says so by its exit code.
        let _ = self.to.as_mut().expect("the session is open").write_all(bytes);
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Json) {
        let content = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{content}", content.len()).as_bytes());
    }

    /// Sends a notification.
    pub fn tell(&mut self, method: &str, parameters: Json) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": parameters}));
    }

    /// Sends a request, and waits for its answer, which is whole: with `result` or `error`.
    pub fn ask_whole(&mut self, method: &str, parameters: Json) -> Json {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": parameters}));
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// The result of a request.
    pub fn ask(&mut self, method: &str, parameters: Json) -> Json {
        let answer = self.ask_whole(method, parameters);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next message that is wanted; what comes before it is kept.
    pub fn wait(&mut self, is_wanted: impl Fn(&Json) -> bool) -> Json {
        if let Some(at) = self.heard.iter().position(&is_wanted) {
            return self.heard.remove(at);
        }
        loop {
            let message = self.read().expect("the server says something");
            assert_eq!(message["jsonrpc"], "2.0", "{message}");
            if is_wanted(&message) {
                return message;
            }
            self.heard.push(message);
        }
    }

    /// The next message; nothing where the server has gone.
    pub fn read(&mut self) -> Option<Json> {
        let mut length = None;
        loop {
            let mut line = String::new();
            if self.from.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", value)) => length = value.parse().ok(),
                Some(_) => panic!("{line}"),
                None => break,
            }
        }
        let mut content = vec![0; length.expect("a length")];
        self.from.read_exact(&mut content).unwrap();
        Some(serde_json::from_slice(&content).expect("JSON"))
    }

    /// Opens a file with a text.
    pub fn open(&mut self, path: &str, text: &str) {
        self.version += 1;
        let uri = self.uri(path);
        let document = json!({"uri": uri, "languageId": "yaml", "version": self.version, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// Gives an open file another text.
    pub fn change(&mut self, path: &str, text: &str) {
        self.change_by(path, json!([{"text": text}]));
    }

    /// Changes an open file.
    pub fn change_by(&mut self, path: &str, changes: Json) {
        self.version += 1;
        let document = json!({"uri": self.uri(path), "version": self.version});
        self.tell("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// Says that a file was saved.
    pub fn save(&mut self, path: &str) {
        let document = json!({"uri": self.uri(path)});
        self.tell("textDocument/didSave", json!({"textDocument": document}));
    }

    /// Closes a file.
    pub fn close(&mut self, path: &str) {
        let document = json!({"uri": self.uri(path)});
        self.tell("textDocument/didClose", json!({"textDocument": document}));
    }

    /// The next diagnostics that are told of a file.
    pub fn diagnostics(&mut self, path: &str) -> Vec<Json> {
        let uri = self.uri(path);
        let told = self
            .wait(|message| message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri);
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The same in short: `line:column-line:column code`.
    pub fn codes(&mut self, path: &str) -> Vec<String> {
        let place = |place: &Json| format!("{}:{}", place["line"], place["character"]);
        let shown = |found: &Json| {
            let range = &found["range"];
            format!("{}-{} {}", place(&range["start"]), place(&range["end"]), found["code"].as_str().unwrap())
        };
        self.diagnostics(path).iter().map(shown).collect()
    }

    /// Asks something at a place of a file.
    pub fn at(&mut self, method: &str, path: &str, line: u32, column: u32) -> Json {
        let document = json!({"uri": self.uri(path)});
        let place = json!({"textDocument": document, "position": {"line": line, "character": column}});
        self.ask(&format!("textDocument/{method}"), place)
    }

    /// What is offered at a place: the labels.
    pub fn offers(&mut self, path: &str, line: u32, column: u32) -> Vec<String> {
        let list = self.at("completion", path, line, column);
        list["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap().to_string()).collect()
    }

    /// The text of a hover; empty where there is none.
    pub fn hover(&mut self, path: &str, line: u32, column: u32) -> String {
        self.at("hover", path, line, column)["contents"]["value"].as_str().unwrap_or_default().to_string()
    }

    /// The titles of the lenses of a file, each with its line.
    pub fn lenses(&mut self, path: &str) -> Vec<String> {
        let document = json!({"uri": self.uri(path)});
        let lenses = self.ask("textDocument/codeLens", json!({"textDocument": document}));
        let shown =
            |lens: &Json| format!("{}: {}", lens["range"]["start"]["line"], lens["command"]["title"].as_str().unwrap());
        lenses.as_array().unwrap().iter().map(shown).collect()
    }

    /// The quick fixes of a whole file: the title, and the edits.
    pub fn fixes(&mut self, path: &str, shown: &[Json]) -> Vec<(String, Json)> {
        let uri = self.uri(path);
        let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}});
        let asked = json!({"textDocument": {"uri": uri}, "range": range, "context": {"diagnostics": shown}});
        let actions = self.ask("textDocument/codeAction", asked);
        let shown =
            |action: &Json| (action["title"].as_str().unwrap().to_string(), action["edit"]["changes"][&uri].clone());
        actions.as_array().unwrap().iter().map(shown).collect()
    }

    /// Ends the session as it should be; gives the exit code.
    pub fn end(mut self) -> i32 {
        assert_eq!(self.ask("shutdown", Json::Null), Json::Null);
        self.tell("exit", Json::Null);
        self.gone()
    }

    /// Waits until the server has gone; gives the exit code.
    pub fn gone(mut self) -> i32 {
        while self.read().is_some() {}
        self.child.wait().unwrap().code().expect("no signal")
    }

    /// Says nothing more; gives the exit code.
    pub fn hang_up(mut self) -> i32 {
        self.to = None;
        self.gone()
    }
}
