// Starts `crosscheck lsp`, and leaves the rest to it.

const { commands, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function activate(context) {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(commands.registerCommand("crosscheck.restart", restart));
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("crosscheck.command")) return restart();
    }),
  );
  await start();
}

async function start() {
  const command = workspace.getConfiguration("crosscheck").get("command");
  client = new LanguageClient(
    "crosscheck",
    "Crosscheck",
    { command, args: ["lsp"] },
    {
      // The server itself knows which YAML is its own.
      documentSelector: [{ scheme: "file", language: "yaml" }],
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{yaml,yml,txt,md}") },
    },
  );
  await client.start();
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop();
}

module.exports = { activate, deactivate: stop };
