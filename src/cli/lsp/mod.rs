//! `crosscheck lsp`: an editor asks over standard input and output, and is answered one message after the other.

mod protocol;
mod uri;
mod wire;

use super::{FAILED, FINE, output};
use crate::editor::{Judging, Workspace};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use protocol::ClientAbilities;
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::{
    collections::BTreeMap,
    io::BufReader,
    path::{Path, PathBuf},
};
use uri::path_of_uri;
use wire::{Inbox, Incoming};

/// Runs the command.
pub fn run() -> anyhow::Result<u8> {
    let inbox = Inbox::of(BufReader::new(std::io::stdin()));
    let mut workspace = Workspace::default();
    workspace.today = super::day(None);
    let mut server = Server {
        workspace,
        speech: output::Speech::new(),
        stage: Stage::Silent,
        abilities: ClientAbilities::default(),
        open: BTreeMap::new(),
        is_untold: false,
        unjudged: Vec::new(),
        refreshes: 0,
    };
    loop {
        let incoming = if server.has_work() {
            match inbox.take() {
                Ok(incoming) => incoming,
                Err(std::sync::mpsc::TryRecvError::Disconnected) => return Ok(FAILED),
                Err(std::sync::mpsc::TryRecvError::Empty) => {
                    server.work(&inbox)?;
                    continue;
                }
            }
        } else {
            let Ok(incoming) = inbox.wait() else { return Ok(FAILED) };
            incoming
        };
        match incoming {
            Incoming::Message(Message::Request(request)) => server.request(request, &inbox)?,
            Incoming::Message(Message::Notification(notification)) if notification.method == "exit" => {
                return Ok(if server.stage == Stage::ShutDown { FINE } else { FAILED });
            }
            Incoming::Message(Message::Notification(notification)) => server.notification(notification)?,
            // What was asked needs no answer.
            Incoming::Message(Message::Response(_)) => {}
            Incoming::Unreadable(why) => {
                server.send(json!({"id": null, "error": {"code": ErrorCode::ParseError as i32, "message": why}}))?;
            }
        }
    }
}

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nobody has begun.
    Silent,
    /// Questions are answered.
    Talking,
    /// Only the end is waited for.
    ShutDown,
}

/// One session with an editor.
struct Server {
    workspace: Workspace,
    speech: output::Speech<Box<dyn std::io::Write>>,
    stage: Stage,
    abilities: ClientAbilities,
    open: BTreeMap<PathBuf, ShownFile>,
    /// Whether a text changed since the mistakes were told.
    is_untold: bool,
    /// Files that were opened or saved, and whose projects are to be judged.
    unjudged: Vec<PathBuf>,
    /// How often the client was asked to ask for lenses.
    refreshes: i32,
}

/// A file that the client has open.
struct ShownFile {
    /// Its URI as the client writes it.
    uri: String,
    version: i32,
    /// What was told of it last.
    told: Option<Json>,
}

impl Server {
    fn has_work(&self) -> bool {
        self.stage == Stage::Talking && (self.is_untold || !self.unjudged.is_empty())
    }

    /// Does what is to be done while nobody asks: tells mistakes, then judges what was saved.
    fn work(&mut self, inbox: &Inbox) -> anyhow::Result<()> {
        if std::mem::take(&mut self.is_untold) {
            return self.tell();
        }
        let Some(file) = self.unjudged.pop() else { return Ok(()) };
        match self.workspace.judge(&file, &|| inbox.is_empty()) {
            Judging::Cut => self.unjudged.push(file),
            Judging::Nothing => {}
            Judging::Done => {
                self.is_untold = true;
                if self.abilities.refreshes_lenses {
                    self.refreshes += 1;
                    let id = RequestId::from(self.refreshes);
                    let method = "workspace/codeLens/refresh".to_string();
                    self.send(Message::Request(Request { id, method, params: Json::Null }))?;
                }
            }
        }
        Ok(())
    }

    /// Tells the mistakes of all open files, where they are others than before.
    fn tell(&mut self) -> anyhow::Result<()> {
        let mut messages = Vec::new();
        for (file, shown) in &mut self.open {
            let mistakes = self.workspace.mistakes(file);
            let told = serde_json::to_value(protocol::diagnostics(&shown.uri, Some(shown.version), &mistakes))?;
            let is_new =
                |told: &Json| shown.told.as_ref().and_then(|known| known.get("diagnostics")) != told.get("diagnostics");
            if is_new(&told) {
                shown.told = Some(told.clone());
                messages.push(told);
            }
        }
        messages.into_iter().try_for_each(|parameters| self.notify("textDocument/publishDiagnostics", parameters))
    }

    fn notification(&mut self, notification: Notification) -> anyhow::Result<()> {
        if self.stage != Stage::Talking {
            return Ok(());
        }
        let Notification { method, params } = notification;
        match method.as_str() {
            "textDocument/didOpen" => {
                if let Ok(opened) = protocol::opened(params) {
                    self.opened(opened);
                }
            }
            "textDocument/didChange" => {
                if let Ok(changed) = protocol::changed(params) {
                    self.changed(changed);
                }
            }
            "textDocument/didSave" => {
                if let Some(file) = protocol::file(&params).and_then(path_of_uri) {
                    match protocol::saved_text(&params) {
                        Some(text) if self.open.contains_key(&file) => self.workspace.open(&file, text),
                        Some(_) | None => self.workspace.forget(),
                    }
                    self.look_again(Some(file));
                }
            }
            "textDocument/didClose" => {
                if let Some(file) = protocol::file(&params).and_then(path_of_uri) {
                    return self.closed(&file);
                }
            }
            "workspace/didChangeWatchedFiles" => {
                self.workspace.forget();
                let open = self.open.keys().next().cloned();
                self.look_again(open);
            }
            // What a client tells beside that changes nothing.
            _ => {}
        }
        Ok(())
    }

    fn opened(&mut self, opened: protocol::Opened) {
        let Some(file) = path_of_uri(&opened.uri) else { return };
        self.workspace.open(&file, &opened.text);
        self.open.insert(file.clone(), ShownFile { uri: opened.uri, version: opened.version, told: None });
        self.look_again(Some(file));
    }

    fn changed(&mut self, changed: protocol::Changed) {
        let Some(file) = path_of_uri(&changed.uri) else { return };
        let Some(shown) = self.open.get_mut(&file) else { return };
        shown.version = changed.version;
        self.workspace.change(&file, &changed.changes);
        self.is_untold = true;
    }

    fn closed(&mut self, file: &Path) -> anyhow::Result<()> {
        let Some(shown) = self.open.remove(file) else { return Ok(()) };
        self.workspace.close(file);
        self.unjudged.retain(|other| other != file);
        self.is_untold = true;
        let nothing = serde_json::to_value(protocol::diagnostics(&shown.uri, None, &[]))?;
        self.notify("textDocument/publishDiagnostics", nothing)
    }

    /// What was told is told anew, and the project of a file judged.
    fn look_again(&mut self, file: Option<PathBuf>) {
        self.is_untold = true;
        if let Some(file) = file.filter(|file| !self.unjudged.contains(file)) {
            self.unjudged.push(file);
        }
    }

    fn request(&mut self, request: Request, inbox: &Inbox) -> anyhow::Result<()> {
        let Request { id, method, params } = request;
        let answer = match (self.stage, method.as_str()) {
            (Stage::Silent, "initialize") => {
                self.abilities = ClientAbilities::of(&params);
                self.workspace.unit = self.abilities.unit;
                self.stage = Stage::Talking;
                serde_json::to_value(self.abilities.answer())?
            }
            (Stage::Silent, _) => {
                return self.refuse(id, ErrorCode::ServerNotInitialized, "`initialize` comes first");
            }
            (Stage::ShutDown, _) => return self.refuse(id, ErrorCode::InvalidRequest, "the session is over"),
            (Stage::Talking, "initialize") => {
                return self.refuse(id, ErrorCode::InvalidRequest, "the session has begun already");
            }
            (Stage::Talking, "shutdown") => {
                self.stage = Stage::ShutDown;
                Json::Null
            }
            (Stage::Talking, known) => match self.answer(known, params, inbox) {
                Ok(Some(answer)) => answer,
                Ok(None) => {
                    return self.refuse(id, ErrorCode::MethodNotFound, &format!("there is no method `{known}`"));
                }
                Err(error) => return self.refuse(id, ErrorCode::InvalidParams, &error.to_string()),
            },
        };
        self.send(Message::Response(Response { id, response_result: Ok(answer) }))
    }

    /// The answer to a question; nothing where nobody knows its method.
    fn answer(
        &mut self,
        method: &str,
        parameters: Json,
        inbox: &Inbox,
    ) -> Result<Option<Json>, protocol::BadParameters> {
        let workspace = &mut self.workspace;
        let answer = match method {
            "textDocument/completion" => {
                let asked = protocol::place(parameters)?;
                let offers = path_of_uri(&asked.uri).map(|file| workspace.completions(&file, asked.position));
                serde_json::to_value(protocol::completions(offers.unwrap_or_default()))?
            }
            "textDocument/hover" => {
                let asked = protocol::place(parameters)?;
                let hover = path_of_uri(&asked.uri).and_then(|file| workspace.hover(&file, asked.position));
                serde_json::to_value(hover.map(|hover| protocol::hover(hover, self.abilities)))?
            }
            "textDocument/definition" => {
                let asked = protocol::place(parameters)?;
                let place = path_of_uri(&asked.uri).and_then(|file| workspace.definition(&file, asked.position));
                serde_json::to_value(place.as_ref().map(protocol::definition))?
            }
            "textDocument/codeAction" => {
                let asked = protocol::fixes_asked(parameters)?;
                let fixes = path_of_uri(&asked.uri).map(|file| workspace.fixes(&file, asked.range));
                serde_json::to_value(protocol::actions(&asked, fixes.unwrap_or_default()))?
            }
            "textDocument/codeLens" => {
                let file = protocol::file(&parameters).and_then(path_of_uri);
                let lenses = file.map(|file| {
                    // Some clients ask once, and are not to be told nothing then.
                    if self.unjudged.contains(&file) {
                        workspace.judge(&file, &|| inbox.is_empty());
                    }
                    workspace.lenses(&file)
                });
                serde_json::to_value(protocol::lenses(lenses.unwrap_or_default()))?
            }
            _ => return Ok(None),
        };
        Ok(Some(answer))
    }

    fn refuse(&mut self, id: RequestId, code: ErrorCode, why: &str) -> anyhow::Result<()> {
        self.send(Message::Response(Response::new_err(id, code as i32, why.to_string())))
    }

    fn notify(&mut self, method: &str, parameters: Json) -> anyhow::Result<()> {
        self.send(Message::Notification(Notification { method: method.to_string(), params: parameters }))
    }

    fn send(&mut self, message: impl Serialize) -> anyhow::Result<()> {
        let mut message = serde_json::to_value(message)?;
        if let Some(message) = message.as_object_mut() {
            message.insert("jsonrpc".to_string(), json!("2.0"));
        }
        self.speech.frame(&message.to_string())
    }
}
