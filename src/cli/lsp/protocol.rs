//! What the protocol calls things: its types stand here alone.

use super::uri::uri_of_path;
use crate::{
    diagnostic::Level,
    editor::{
        BufferChange, ColumnUnit, HoverText, Offer, OfferRole, PlaceElsewhere, QuickFix, RuleLens, TextPosition,
        TextRange, ToldMistake,
    },
    rule::sentence::OnwardRole,
};
use gen_lsp_types as lsp;
use lsp::{CompletionItemKind as ItemKind, Uri};
use serde_json::Value as Json;
use std::collections::HashMap;

/// What the client can do, as far as that matters here.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClientAbilities {
    /// What columns are counted in: UTF-8 where it offers that, because texts are in it.
    pub unit: ColumnUnit,
    /// Whether it asks for lenses anew where it is told to.
    pub refreshes_lenses: bool,
    /// Whether it shows Markdown in hovers.
    pub shows_markdown: bool,
}

impl ClientAbilities {
    /// Those that the parameters of `initialize` tell.
    pub fn of(parameters: &Json) -> Self {
        let at = |path: &str| parameters.pointer(&format!("/capabilities/{path}"));
        let holds = |path: &str, word: &str| {
            at(path).and_then(Json::as_array).is_some_and(|list| list.iter().any(|item| item == word))
        };
        Self {
            unit: if holds("general/positionEncodings", "utf-8") { ColumnUnit::Utf8 } else { ColumnUnit::Utf16 },
            refreshes_lenses: at("workspace/codeLens/refreshSupport").and_then(Json::as_bool) == Some(true),
            shows_markdown: holds("textDocument/hover/contentFormat", "markdown"),
        }
    }

    /// What the server can do for such a client.
    pub fn answer(self) -> lsp::InitializeResult {
        let position_encoding = match self.unit {
            ColumnUnit::Utf8 => lsp::PositionEncodingKind::UTF8,
            ColumnUnit::Utf16 => lsp::PositionEncodingKind::UTF16,
        };
        let sync = lsp::TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(lsp::TextDocumentSyncKind::Incremental),
            save: Some(lsp::Save::Bool(true)),
            ..lsp::TextDocumentSyncOptions::default()
        };
        let completion = lsp::CompletionOptions {
            trigger_characters: Some([" ", "\"", "<", "$"].map(str::to_string).to_vec()),
            ..lsp::CompletionOptions::default()
        };
        let actions = lsp::CodeActionOptions {
            code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix]),
            ..lsp::CodeActionOptions::default()
        };
        lsp::InitializeResult {
            capabilities: lsp::ServerCapabilities {
                position_encoding: Some(position_encoding),
                text_document_sync: Some(lsp::TextDocumentSync::Options(sync)),
                completion_provider: Some(completion),
                hover_provider: Some(lsp::HoverProvider::Bool(true)),
                definition_provider: Some(lsp::DefinitionProvider::Bool(true)),
                code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(actions)),
                code_lens_provider: Some(lsp::CodeLensOptions::default()),
                ..lsp::ServerCapabilities::default()
            },
            server_info: Some(lsp::ServerInfo::new(
                env!("CARGO_PKG_NAME").to_string(),
                Some(env!("CARGO_PKG_VERSION").to_string()),
            )),
        }
    }
}

/// A file that somebody opened.
pub struct Opened {
    pub uri: String,
    pub version: i32,
    pub text: String,
}

/// Changes of an open file.
pub struct Changed {
    pub uri: String,
    pub version: i32,
    pub changes: Vec<BufferChange>,
}

/// A place in an open file.
pub struct AskedPlace {
    pub uri: String,
    pub position: TextPosition,
}

/// A stretch of an open file for which fixes are wanted.
pub struct AskedFixes {
    pub uri: String,
    pub range: TextRange,
    /// The mistakes that the client shows there.
    shown: Vec<lsp::Diagnostic>,
    only: Option<Vec<lsp::CodeActionKind>>,
}

/// Parameters that are none.
pub type BadParameters = serde_json::Error;

pub fn opened(parameters: Json) -> Result<Opened, BadParameters> {
    let lsp::DidOpenTextDocumentParams { text_document } = serde_json::from_value(parameters)?;
    Ok(Opened { uri: text_document.uri.0, version: text_document.version, text: text_document.text })
}

pub fn changed(parameters: Json) -> Result<Changed, BadParameters> {
    let parameters: lsp::DidChangeTextDocumentParams = serde_json::from_value(parameters)?;
    let lsp::VersionedTextDocumentIdentifier { version, text_document_identifier } = parameters.text_document;
    let changes = parameters.content_changes.into_iter().map(|change| match change {
        lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
            BufferChange { range: Some(read_range(part.range)), text: part.text }
        }
        lsp::TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
            BufferChange { range: None, text: whole.text }
        }
    });
    Ok(Changed { uri: text_document_identifier.uri.0, version, changes: changes.collect() })
}

/// The URI in parameters that hold no more than a file.
pub fn file(parameters: &Json) -> Option<&str> {
    parameters.pointer("/textDocument/uri").and_then(Json::as_str)
}

/// The text of a file that was saved, where the client sends it.
pub fn saved_text(parameters: &Json) -> Option<&str> {
    parameters.get("text").and_then(Json::as_str)
}

pub fn place(parameters: Json) -> Result<AskedPlace, BadParameters> {
    let lsp::TextDocumentPositionParams { text_document, position } = serde_json::from_value(parameters)?;
    Ok(AskedPlace { uri: text_document.uri.0, position: read_position(position) })
}

pub fn fixes_asked(parameters: Json) -> Result<AskedFixes, BadParameters> {
    let lsp::CodeActionParams { text_document, range, context, .. } = serde_json::from_value(parameters)?;
    let (shown, only) = (context.diagnostics, context.only);
    Ok(AskedFixes { uri: text_document.uri.0, range: read_range(range), shown, only })
}

fn read_position(position: lsp::Position) -> TextPosition {
    TextPosition { line: position.line, column: position.character }
}

fn read_range(range: lsp::Range) -> TextRange {
    TextRange { start: read_position(range.start), end: read_position(range.end) }
}

fn position(position: TextPosition) -> lsp::Position {
    lsp::Position { line: position.line, character: position.column }
}

fn range(range: TextRange) -> lsp::Range {
    lsp::Range { start: position(range.start), end: position(range.end) }
}

fn location(place: &PlaceElsewhere) -> lsp::Location {
    lsp::Location { uri: Uri(uri_of_path(&place.file)), range: range(place.range) }
}

/// The mistakes of a file, for the client to show in place of those before.
pub fn diagnostics(uri: &str, version: Option<i32>, mistakes: &[ToldMistake]) -> lsp::PublishDiagnosticsParams {
    let diagnostic = |mistake: &ToldMistake| {
        let related = mistake.related.iter().map(|(place, words)| lsp::DiagnosticRelatedInformation {
            location: location(place),
            message: words.clone(),
        });
        let related: Vec<_> = related.collect();
        lsp::Diagnostic {
            range: range(mistake.range),
            severity: Some(match mistake.level {
                Level::Error => lsp::DiagnosticSeverity::Error,
                Level::Warning => lsp::DiagnosticSeverity::Warning,
            }),
            code: Some(lsp::Code::String(mistake.code.name().to_string())),
            source: Some(env!("CARGO_PKG_NAME").to_string()),
            message: lsp::Message::String(mistake.message.clone()),
            related_information: (!related.is_empty()).then_some(related),
            ..lsp::Diagnostic::default()
        }
    };
    let diagnostics = mistakes.iter().map(diagnostic).collect();
    lsp::PublishDiagnosticsParams { uri: Uri(uri.to_string()), version, diagnostics }
}

/// What can be written, in order; it is asked for anew with every letter.
pub fn completions(offers: Vec<Offer>) -> lsp::CompletionList {
    // The protocol has no completion of several lines.
    let offers = offers.into_iter().filter(|offer| offer.range.start.line == offer.range.end.line);
    let item = |(index, offer): (usize, Offer)| lsp::CompletionItem {
        label: offer.text.trim_end().to_string(),
        kind: Some(item_kind(offer.role)),
        detail: offer.about,
        sort_text: Some(format!("{index:05}")),
        filter_text: Some(offer.text.clone()),
        text_edit: Some(lsp::CompletionItemTextEdit::TextEdit(lsp::TextEdit {
            range: range(offer.range),
            new_text: offer.text,
        })),
        ..lsp::CompletionItem::default()
    };
    lsp::CompletionList { is_incomplete: true, items: offers.enumerate().map(item).collect(), ..Default::default() }
}

fn item_kind(role: OfferRole) -> ItemKind {
    match role {
        OfferRole::Key => ItemKind::Field,
        OfferRole::Word => ItemKind::EnumMember,
        OfferRole::Hole => ItemKind::TypeParameter,
        OfferRole::Sentence(role) => match role {
            OnwardRole::Topic => ItemKind::Variable,
            OnwardRole::Property => ItemKind::Property,
            OnwardRole::Every => ItemKind::Class,
            OnwardRole::Predicate => ItemKind::Function,
            OnwardRole::Part => ItemKind::Module,
            OnwardRole::Source => ItemKind::Reference,
            OnwardRole::Value => ItemKind::Value,
            OnwardRole::Unit => ItemKind::Unit,
            OnwardRole::Joint => ItemKind::Keyword,
        },
    }
}

pub fn hover(hover: HoverText, abilities: ClientAbilities) -> lsp::Hover {
    let kind = if abilities.shows_markdown { lsp::MarkupKind::Markdown } else { lsp::MarkupKind::PlainText };
    let contents = lsp::Contents::MarkupContent(lsp::MarkupContent::new(kind, hover.text));
    lsp::Hover { contents, range: Some(range(hover.range)) }
}

pub fn definition(place: &PlaceElsewhere) -> lsp::Location {
    location(place)
}

/// The fixes as actions, each with the mistakes that it mends.
pub fn actions(asked: &AskedFixes, fixes: Vec<QuickFix>) -> Vec<lsp::CodeAction> {
    let is_wanted = |only: &Vec<lsp::CodeActionKind>| {
        only.iter().any(|kind| matches!(kind, lsp::CodeActionKind::QuickFix | lsp::CodeActionKind::Empty))
    };
    if !asked.only.as_ref().is_none_or(is_wanted) {
        return Vec::new();
    }
    let action = |fix: QuickFix| {
        let of = range(fix.of);
        let code = Some(lsp::Code::String(fix.code.name().to_string()));
        let mends = asked.shown.iter().filter(|shown| shown.range == of && shown.code == code).cloned().collect();
        let edit = lsp::TextEdit { range: range(fix.range), new_text: fix.text };
        lsp::CodeAction {
            title: fix.title,
            kind: Some(lsp::CodeActionKind::QuickFix),
            diagnostics: Some(mends),
            is_preferred: Some(true),
            edit: Some(lsp::WorkspaceEdit {
                changes: Some(HashMap::from([(Uri(asked.uri.clone()), vec![edit])])),
                ..lsp::WorkspaceEdit::default()
            }),
            ..lsp::CodeAction::default()
        }
    };
    fixes.into_iter().map(action).collect()
}

/// The lenses; their command does nothing.
pub fn lenses(lenses: Vec<RuleLens>) -> Vec<lsp::CodeLens> {
    let lens = |lens: RuleLens| lsp::CodeLens {
        range: range(lens.range),
        command: Some(lsp::Command { title: lens.title, ..lsp::Command::default() }),
        data: None,
    };
    lenses.into_iter().map(lens).collect()
}
