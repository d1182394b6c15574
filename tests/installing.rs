//! What is around the program: the action, the hooks, GitLab's component, the installer and the archives of a release, run as far as
//! this machine can; and that all of them say the same.

use crate::support::{self, Run, binary, crosscheck, output, outside, project, shell, with_binary, write};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;
use toml::de::{DeTable, DeValue};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// Tables, lists and texts.
fn toml(text: &str) -> Value {
    fn plain(value: &DeValue<'_>) -> Value {
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Array(items) => items.iter().map(|item| plain(item.get_ref())).collect(),
            DeValue::Table(table) => {
                table.iter().map(|(key, inner)| (key.get_ref().to_string(), plain(inner.get_ref()))).collect()
            }
            DeValue::Boolean(truth) => Value::Bool(*truth),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => Value::Null,
        }
    }
    plain(&DeValue::Table(DeTable::parse(text).unwrap().into_inner()))
}

/// A value of the package in `Cargo.toml`.
fn of_package(key: &str) -> String {
    let manifest = toml(&text("Cargo.toml"));
    manifest["package"][key].as_str().unwrap().to_string()
}

/// The scripts of a workflow or an action, with their names.
fn scripts(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            if let Some(script) = map.get("run").and_then(Value::as_str) {
                let name = map.get("name").and_then(Value::as_str).unwrap_or_default();
                found.push((name.to_string(), script.to_string()));
            }
            map.values().for_each(|inner| scripts(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| scripts(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The script of this name.
fn script(file: &str, name: &str) -> String {
    let mut found = Vec::new();
    scripts(&yaml(&text(file)), &mut found);
    found.into_iter().find(|(called, _)| called == name).unwrap_or_else(|| panic!("{file} has no step {name}")).1
}

/// What runs a script as GitHub does.
fn bash(folder: &Path, script: &str) -> Command {
    let mut bash = Command::new("bash");
    bash.current_dir(folder).args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
    bash
}

/// What the step of the action that judges gave: its run, its outputs, the summary.
struct Step {
    run: Run,
    outputs: Vec<String>,
    summary: String,
}

/// Runs that step in a folder with some inputs.
fn step(folder: &Path, inputs: &[(&str, &str)]) -> Step {
    let runner = TempDir::new().unwrap();
    let at = |name: &str| runner.path().join(name);
    let mut bash = bash(folder, &script("action.yml", "Check"));
    with_binary(&mut bash);
    for input in ["IN_FOLDER", "IN_PATHS", "IN_ARGS", "IN_FAIL_ON", "IN_SARIF"] {
        bash.env(input, if input == "IN_FOLDER" { "." } else { "" });
    }
    bash.envs(inputs.iter().copied()).env("RUNNER_TEMP", runner.path()).env("CI", "true");
    bash.env("GITHUB_OUTPUT", at("output")).env("GITHUB_STEP_SUMMARY", at("summary"));
    let run = output(&mut bash);
    let read = |name: &str| fs::read_to_string(at(name)).unwrap_or_default();
    Step { run, outputs: read("output").lines().map(str::to_string).collect(), summary: read("summary") }
}

#[test]
fn the_action_judges_and_keeps_the_exit_code() {
    let folder = project();
    let Step { run, outputs, summary } = step(folder.path(), &[("IN_SARIF", "out.sarif")]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.starts_with("::error file=articles/herald.txt,line=7"), "{}", run.stdout);
    assert!(summary.contains("Herald gives the crossing time as 50 minutes; Radio gives 35 minutes"), "{summary}");
    let sarif = folder.path().canonicalize().unwrap().join("out.sarif");
    assert_eq!(outputs, [format!("sarif={}", sarif.display()), "exit-code=1".to_string()]);
    let sarif: Value = serde_json::from_str(&fs::read_to_string(sarif).unwrap()).unwrap();
    let kinds: Vec<&str> =
        sarif["runs"][0]["results"].as_array().unwrap().iter().map(|found| found["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["fail", "fail"]);

    let code = |inputs: &[(&str, &str)]| step(folder.path(), inputs).run.code;
    let changed = [("IN_ARGS", "--fail-on never --fail-on-change")];
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    assert_eq!(code(&changed), 0);
    let radio = folder.path().join("articles/radio.txt");
    let text = fs::read_to_string(&radio).unwrap();
    fs::write(&radio, text.replace("35", "40")).unwrap();
    let run = step(folder.path(), &changed).run;
    let notice = "::notice file=articles/radio.txt,line=7,col=19,title=changed since the snapshot in ferry::Radio: crossing time 35";
    assert!(run.code == 1 && run.stdout.contains(notice), "what fails is in the log: {}", run.stdout);
    fs::write(&radio, text).unwrap();
    fs::remove_dir_all(folder.path().join("snapshots")).unwrap();
    let run = step(folder.path(), &changed).run;
    assert!(
        run.code == 1 && run.stdout.contains("::notice title=changed since the snapshot in ferry::no snapshot"),
        "{}",
        run.stdout
    );

    assert_eq!(code(&[("IN_FAIL_ON", "never")]), 0);
    assert_eq!(code(&[("IN_ARGS", "--fail-on never")]), 0);
    assert_eq!(code(&[("IN_ARGS", "--fail-on\nnever\n\n--quiet --verbose")]), 2, "they exclude each other");
    assert_eq!(code(&[("IN_ARGS", "--fail-on never --quiet"), ("IN_SARIF", "out.sarif")]), 0, "quiet once");
    assert_eq!(code(&[("IN_ARGS", "--fail-on never --verbose"), ("IN_SARIF", "out.sarif")]), 0);
    assert_eq!(code(&[("IN_ARGS", "--changed-since nowhere")]), 2);
    assert_eq!(
        code(&[("IN_SARIF", "no/such/folder.sarif"), ("IN_FAIL_ON", "never")]),
        2,
        "what is asked for is written"
    );
    write(folder.path(), "rules/ferry.yaml", "rules: [passengers consistent]\n");
    let Step { run, summary, .. } = step(folder.path(), &[("IN_SARIF", "out.sarif")]);
    assert!(run.code == 2 && summary.contains("unknown-topic"), "{summary}");
}

#[test]
fn the_action_judges_what_its_inputs_say() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "desk 1/crosscheck.yaml", "rules: [rules]\n");
    write(folder.path(), "desk 1/rules/ferry.yaml", support::RULES);
    for (path, text) in support::ARTICLES {
        write(folder.path(), path.replace("articles/", "desk 1/the ferry/"), text);
        write(folder.path(), path.replace("articles/", "desk 1/other/"), text.replace("50", "35"));
    }
    let of = |paths: &str| step(folder.path(), &[("IN_FOLDER", "desk 1"), ("IN_PATHS", paths)]);
    let there = |paths: &str| of(paths).run.stdout.contains("the ferry/herald.txt,line=7");
    assert!(there("") && there("the ferry") && there("other\nthe ferry\n\n"));
    assert!(!there("other"));
    assert_eq!(of("the ferry/herald.txt").run.code, 0, "an article by itself is at odds with nobody");
    let hostile = ["$(touch taken)`touch taken`\"; touch taken; \"';touch taken'", "--output=taken", "*"];
    for text in hostile {
        for input in ["IN_FOLDER", "IN_PATHS", "IN_ARGS", "IN_FAIL_ON"] {
            let step = step(folder.path(), &[("IN_FOLDER", "desk 1"), (input, text), ("IN_SARIF", "a.sarif")]);
            let is_option = input == "IN_ARGS" && text == "--output=taken";
            assert!(is_option || step.run.code != 0, "{input}: {text}");
            let taken = folder.path().join("desk 1/taken");
            assert_eq!(taken.exists(), is_option, "{input}: {text}");
            let _ = fs::remove_file(taken);
            assert!(!folder.path().join("taken").exists(), "{input}: {text}");
        }
    }
}

#[test]
fn no_input_is_part_of_a_script() {
    for file in ["action.yml", ".github/workflows/ci.yaml", ".github/workflows/release.yml"] {
        let mut found = Vec::new();
        scripts(&yaml(&text(file)), &mut found);
        assert!(!found.is_empty(), "{file}");
        for (name, script) in found {
            assert!(!script.contains("${{"), "{file}, {name}: give it an environment variable");
        }
    }
    let script = gitlab()["crosscheck"]["script"].to_string();
    assert!(!script.contains("$[["), "{script}");
}

/// The part of GitLab's component behind its inputs.
fn gitlab() -> Value {
    let text = text("templates/crosscheck.yml");
    let (inputs, job) = text.split_once("\n---\n").unwrap();
    assert!(yaml(inputs)["spec"]["inputs"].is_object());
    yaml(job)
}

#[test]
fn gitlab_gets_its_reports() {
    let folder = TempDir::new().unwrap();
    let job = &gitlab()["crosscheck"];
    let lines = job["script"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    let lines = lines.collect::<Vec<_>>().join("\n");
    write(folder.path(), "desk/crosscheck.yaml", support::CONFIG);
    write(folder.path(), "desk/rules/ferry.yaml", support::RULES);
    support::ARTICLES.iter().for_each(|(path, text)| write(folder.path(), format!("desk/{path}"), text));
    let run = |inputs: &[(&str, &str)]| {
        let mut shell = Command::new("sh");
        with_binary(shell.current_dir(folder.path()).args(["-e", "-c", &lines]));
        let given = ["IN_FOLDER", "IN_PATHS", "IN_ARGS", "IN_FAIL_ON"].map(|name| (name, ""));
        output(shell.envs(given).env("IN_FOLDER", "desk").envs(inputs.iter().copied()))
    };
    assert_eq!(run(&[]).code, 1);
    let report =
        |name: &str| fs::read_to_string(folder.path().join(job["artifacts"]["reports"][name].as_str().unwrap()));
    let quality: Value = serde_json::from_str(&report("codequality").unwrap()).unwrap();
    assert_eq!(quality[0]["location"]["path"], "articles/herald.txt");
    assert!(report("junit").unwrap().starts_with("<?xml"));
    assert_eq!(run(&[("IN_FAIL_ON", "never")]).code, 0);
    assert_eq!(run(&[("IN_ARGS", "--fail-on never --verbose")]).code, 0);
    assert_eq!(run(&[("IN_PATHS", "articles/herald.txt")]).code, 0);
    assert_eq!(run(&[("IN_PATHS", "$(touch taken) ;touch taken *")]).code, 2);
    assert!(!folder.path().join("desk/taken").exists());
}

#[test]
fn a_hook_judges_the_stories_of_the_files_of_a_commit() {
    let hooks = yaml(&text(".pre-commit-hooks.yaml"));
    let hooks = hooks.as_array().unwrap();
    let ways: Vec<&str> = hooks.iter().map(|hook| hook["language"].as_str().unwrap()).collect();
    assert_eq!(ways, ["python", "rust", "system"]);
    let folder = project();
    write(folder.path(), "README.md", "Our stories.\n");
    write(folder.path(), "src/site.css", "p {}\n");
    for hook in hooks {
        let entry = hook["entry"].as_str().unwrap();
        assert!(hook["require_serial"].as_bool().unwrap(), "a story that is split is judged twice");
        // As pre-commit puts a command together: entry, args, files.
        let run = |args: &str, files: &str| shell(folder.path(), &format!("{entry} {args} {files}"));
        let Run { code, stdout, .. } = run("", "README.md articles/radio.txt src/site.css");
        assert_eq!(code, 1);
        assert!(stdout.contains("Herald gives the crossing time as 50 minutes; Radio gives 35 minutes"), "{stdout}");
        assert_eq!(run("--fail-on never", "articles/radio.txt").code, 0);
        assert_eq!(run("", "rules/ferry.yaml").code, 1);
        assert_eq!(run("", "crosscheck.yaml").code, 1);
        assert_eq!(run("", "README.md src/site.css").code, 0);
    }
}

/// A folder of programs that stand in for others, beside those of this machine.
fn programs(stand_ins: &[(&str, &str)]) -> (TempDir, std::ffi::OsString) {
    let folder = TempDir::new().unwrap();
    for (name, script) in stand_ins {
        let file = folder.path().join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        assert!(Command::new("chmod").arg("+x").arg(&file).status().unwrap().success());
    }
    let elsewhere = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(folder.path().to_path_buf()).chain(std::env::split_paths(&elsewhere));
    let path = std::env::join_paths(path).unwrap();
    (folder, path)
}

/// The archive of a release for this machine's target, packed by the release's own script; with the folder it is in.
fn release(target: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let program = if target.contains("windows") { "crosscheck.exe" } else { "crosscheck" };
    let stand_in = format!("#!/bin/sh\nexec '{}' \"$@\"\n", binary().display());
    let built = format!("target/{target}/dist/{program}");
    write(folder.path(), &built, stand_in);
    assert!(Command::new("chmod").arg("+x").arg(folder.path().join(&built)).status().unwrap().success());
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        write(folder.path(), file, text(file));
    }
    let tag = format!("v{}", of_package("version"));
    // What packs on Windows is not there elsewhere.
    let (_programs, path) = programs(&[("7z", "shift; exec zip -q -r \"$@\"")]);
    let mut bash = bash(folder.path(), &script(".github/workflows/release.yml", "Pack"));
    bash.env("TAG", &tag).env("TARGET", target).env("PATH", path);
    outside(&mut bash);
    let run = output(&mut bash);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let ending = if target.contains("windows") { "zip" } else { "tar.gz" };
    let archive = folder.path().join(format!("crosscheck-{tag}-{target}.{ending}"));
    assert!(archive.is_file(), "{}", archive.display());
    (folder, archive)
}

/// Runs the installer with an environment of its own, and a cargo that only says what it is asked.
fn installed(releases: &Path, into: &Path, variables: &[(&str, &str)]) -> Run {
    let cargo = "echo \"cargo $*\"; while [ \"$1\" != --root ]; do shift; done; mkdir -p \"$2/bin\"; \
                 printf '#!/bin/sh\\necho built' >\"$2/bin/crosscheck\"; chmod +x \"$2/bin/crosscheck\"";
    // No `crosscheck` of this machine is taken for the one that is wanted.
    let (_programs, path) = programs(&[("cargo", cargo), ("crosscheck", "exit 127")]);
    let mut bash = Command::new("bash");
    bash.arg(root().join("ci/install.sh")).env("PATH", path).env("CROSSCHECK_FOLDER", into);
    bash.env_remove("RUNNER_TEMP").env_remove("CROSSCHECK_VERSION").env("GITHUB_PATH", into.join("path"));
    bash.env("CROSSCHECK_RELEASES", format!("file://{}", releases.display())).envs(variables.iter().copied());
    outside(&mut bash);
    output(&mut bash)
}

#[cfg(target_os = "linux")]
#[test]
fn the_installer_takes_the_archive_of_a_release() {
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let (packed, archive) = release(&target);
    let version = of_package("version");
    let releases = TempDir::new().unwrap();
    let name = archive.file_name().unwrap().to_str().unwrap();
    for file in [name.to_string(), format!("{name}.sha256")] {
        write(releases.path(), format!("v{version}/{file}"), fs::read(packed.path().join(&file)).unwrap());
    }
    let tagged = format!("v{version}");
    for wanted in ["", &version, &tagged] {
        let into = TempDir::new().unwrap();
        let run = installed(releases.path(), into.path(), &[("CROSSCHECK_VERSION", wanted)]);
        assert_eq!((run.code, run.stdout.trim_end()), (0, &*format!("crosscheck {version}")), "{}", run.stderr);
        let path = fs::read_to_string(into.path().join("path")).unwrap();
        assert_eq!(path.trim_end(), into.path().join("bin").to_str().unwrap());
    }
    let from = |variables: &[(&str, &str)]| {
        let into = TempDir::new().unwrap();
        let run = installed(releases.path(), into.path(), variables);
        (run.code, run.stdout.replace(into.path().to_str().unwrap(), "INTO") + &run.stderr)
    };
    let repository = of_package("repository");
    let cargo = format!("cargo install --locked --root INTO --git {repository}");
    assert_eq!(
        from(&[("CROSSCHECK_VERSION", "99.0.0")]),
        (0, format!("{cargo} --tag v99.0.0 crosscheck\nbuilt\n")),
        "a release without an archive for this machine"
    );
    assert_eq!(from(&[("CROSSCHECK_VERSION", "0a1b2c3")]), (0, format!("{cargo} --rev 0a1b2c3 crosscheck\nbuilt\n")));
    for hostile in ["../../x", "main", "1.0.0 --git x", "1.0.0;touch x", "-1", "1.0.0/.."] {
        let (code, said) = from(&[("CROSSCHECK_VERSION", hostile)]);
        assert!(code == 2 && said.starts_with("error: the version is none"), "{hostile}: {said}");
    }
    let sum = releases.path().join(format!("v{version}/{name}.sha256"));
    fs::write(&sum, "0000\n").unwrap();
    let (code, said) = from(&[]);
    assert_eq!((code, said), (2, format!("error: the archive {name} is not what was released\n")));
    fs::remove_file(&sum).unwrap();
    let here = format!("cargo install --locked --root INTO --path {}\nbuilt\n", root().display());
    assert_eq!(from(&[]), (0, here), "the action as it is checked out");
}

#[test]
fn what_is_there_already_is_not_installed() {
    let into = TempDir::new().unwrap();
    let mut bash = Command::new("bash");
    with_binary(bash.arg(root().join("ci/install.sh")).env("CROSSCHECK_FOLDER", into.path()));
    let run = output(bash.env_remove("CROSSCHECK_VERSION"));
    let said = format!("crosscheck {} is installed already\n", of_package("version"));
    assert_eq!((run.code, run.stdout), (0, said));
    assert!(!into.path().join("bin").exists());
}

/// Binstall's template with a package in it.
fn filled(template: &str, target: &str) -> String {
    let ending = if target.contains("windows") { ".exe" } else { "" };
    let values = [
        ("{ repo }", of_package("repository")),
        ("{ name }", of_package("name")),
        ("{ version }", of_package("version")),
        ("{ target }", target.to_string()),
        ("{ bin }", "crosscheck".to_string()),
        ("{ binary-ext }", ending.to_string()),
    ];
    values.iter().fold(template.to_string(), |text, (hole, value)| text.replace(hole, value))
}

#[test]
fn binstall_finds_the_archives_of_a_release() {
    let manifest = toml(&text("Cargo.toml"));
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let workflow = yaml(&text(".github/workflows/release.yml"));
    let builds = workflow["jobs"]["archives"]["strategy"]["matrix"]["include"].as_array().unwrap();
    let targets: BTreeSet<&str> = builds.iter().map(|build| build["target"].as_str().unwrap()).collect();
    assert_eq!(targets.len(), builds.len());
    for target in targets {
        let of = |key: &str| {
            let special = binstall["overrides"].get(target).and_then(|special| special.get(key));
            special.unwrap_or_else(|| &binstall[key]).as_str().unwrap().to_string()
        };
        let (packed, archive) = release(target);
        let releases = format!("{}/releases/download/v{}", of_package("repository"), of_package("version"));
        let name = archive.file_name().unwrap().to_str().unwrap();
        assert_eq!(filled(&of("pkg-url"), target), format!("{releases}/{name}"));
        let list = if of("pkg-fmt") == "zip" { "unzip -Z1" } else { "tar -tzf" };
        let run = shell(packed.path(), &format!("{list} {name}"));
        let held: BTreeSet<&str> = run.stdout.lines().collect();
        let program = filled(&of("bin-dir"), target);
        assert!(held.contains(program.as_str()), "{program}: {held:?}");
        for page in ["man/crosscheck.1", "man/crosscheck-check.1", "completions/zsh", "LICENSE-MIT"] {
            assert!(held.iter().any(|file| file.ends_with(page)), "{page}: {held:?}");
        }
    }
}

#[test]
fn one_version_and_one_repository_are_named_everywhere() {
    let (version, repository) = (of_package("version"), of_package("repository"));
    let name = repository.strip_prefix("https://github.com/").unwrap();
    let python = toml(&text("pyproject.toml"));
    let wheel = toml(&text("packaging/pypi/pyproject.toml"));
    assert_eq!(python["project"]["version"].as_str(), Some(version.as_str()));
    let needed = format!("{}=={version}", wheel["project"]["name"].as_str().unwrap());
    assert_eq!(python["project"]["dependencies"][0].as_str(), Some(needed.as_str()));
    assert_eq!(wheel["project"]["urls"]["Repository"].as_str(), Some(repository.as_str()));

    let files = [
        "README.md",
        "docs/ci.md",
        "docs/formats.md",
        "templates/crosscheck.yml",
        "Dockerfile",
        "action.yml",
        "packaging/pypi/README.md",
    ];
    for file in files {
        let text = text(file);
        for (at, _) in text.match_indices("crosscheck-rules") {
            let rest = &text[at..];
            // By itself it is the package on PyPI.
            let is_package = !rest["crosscheck-rules".len()..].starts_with('/');
            assert!(is_package || rest.starts_with(name), "{file}: {}", rest.lines().next().unwrap());
        }
        for before in [format!("{name}@v"), format!("{name}:"), "crosscheck-rules==".into(), "rev: v".into()] {
            for (at, _) in text.match_indices(&before) {
                let rest = &text[at + before.len()..];
                let end = rest.find(|mark: char| !(mark.is_ascii_digit() || mark == '.')).unwrap_or(rest.len());
                assert_eq!(rest[..end].trim_end_matches('.'), version, "{file}: {before}");
            }
        }
    }
}

/// A file that a page shows.
fn shown(page: &str, file: &str) -> Value {
    let text = text(page);
    let (_, rest) = text.split_once(&format!("```yaml {file}\n")).unwrap_or_else(|| panic!("{page} shows no {file}"));
    yaml(rest.split_once("\n```").unwrap().0)
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

#[test]
fn what_the_manual_configures_is_there() {
    let action = yaml(&text("action.yml"));
    let repository = of_package("repository");
    for page in ["README.md", "docs/ci.md"] {
        let workflow = shown(page, ".github/workflows/facts.yaml");
        let jobs = workflow["jobs"].as_object().unwrap().values();
        let mut steps = jobs.flat_map(|job| job["steps"].as_array().unwrap());
        let is_own = |step: &&Value| {
            step["uses"].as_str().is_some_and(|uses| repository.ends_with(uses.split('@').next().unwrap()))
        };
        let own = steps.find(is_own).unwrap_or_else(|| panic!("{page} does not use the action"));
        assert!(keys(&own["with"]).is_subset(&keys(&action["inputs"])), "{page}: {own}");
    }
    let page = text("docs/ci.md");
    let table = page.split("| input | means |\n|---|---|\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let told: BTreeSet<&str> = table.lines().map(|row| row.split('`').nth(1).unwrap()).collect();
    assert_eq!(told, keys(&action["inputs"]), "the table of inputs");

    let component = text("templates/crosscheck.yml");
    let inputs = yaml(component.split("\n---\n").next().unwrap())["spec"]["inputs"].clone();
    let used = shown("docs/ci.md", ".gitlab-ci.yml")["include"][0].clone();
    assert!(used["remote"].as_str().unwrap().ends_with("/templates/crosscheck.yml"), "{used}");
    assert!(keys(&used["inputs"]).is_subset(&keys(&inputs)), "{used}");

    let hooks = yaml(&text(".pre-commit-hooks.yaml"));
    let known: BTreeSet<&str> = hooks.as_array().unwrap().iter().map(|hook| hook["id"].as_str().unwrap()).collect();
    let used = shown("docs/ci.md", ".pre-commit-config.yaml")["repos"][0].clone();
    assert_eq!(used["repo"].as_str(), Some(repository.as_str()));
    assert!(known.contains(used["hooks"][0]["id"].as_str().unwrap()), "{used}");
    for hook in known {
        assert!(page.contains(&format!("| `{hook}` |")), "the table of hooks has no {hook}");
    }
}

/// The first folders of all that is compiled into the binary from outside of `src/`.
fn compiled_in() -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                for named in text.split("include_str!(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    let outside = named.trim_start_matches("../");
                    if path
                        .parent()
                        .unwrap()
                        .join(named)
                        .canonicalize()
                        .is_ok_and(|to| !to.starts_with(root().join("src")))
                    {
                        found.extend(outside.split('/').next().map(str::to_string));
                    }
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(&root().join("src"), &mut found);
    found
}

#[test]
fn the_image_is_built_from_what_it_needs_and_runs_as_nobody_special() {
    let recipe = text("Dockerfile");
    let copied: BTreeSet<&str> = recipe
        .lines()
        .filter_map(|line| line.strip_prefix("COPY "))
        .filter(|line| !line.starts_with("--from"))
        .flat_map(|line| line.split_whitespace().rev().skip(1))
        .collect();
    let open = text(".dockerignore");
    let open: BTreeSet<&str> = open.lines().filter_map(|line| line.strip_prefix('!')).collect();
    assert_eq!(copied, open, "what is sent is what is copied");
    assert!(copied.iter().all(|path| root().join(path).exists()), "{copied:?}");
    let needed = compiled_in();
    assert!(needed.contains("rules"), "{needed:?}");
    for folder in needed.iter().map(String::as_str).chain(["grammar", "src"]) {
        assert!(copied.contains(folder), "{folder} is compiled into the binary");
    }
    let user = recipe.lines().position(|line| line == "USER 10001").unwrap();
    let entry = recipe.lines().position(|line| line == "ENTRYPOINT [\"crosscheck\"]").unwrap();
    assert!(user < entry);
    let toolchain = toml(&text("rust-toolchain.toml"));
    let channel = toolchain["toolchain"]["channel"].as_str().unwrap();
    let minor = channel.rsplit_once('.').unwrap().0;
    assert!(recipe.contains(&format!("FROM rust:{minor}-")), "rust-toolchain.toml says {channel}");
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = TempDir::new().unwrap();
    let run = crosscheck(folder.path(), &["man", "share/man1"]);
    assert_eq!((run.code, run.stdout, run.stderr), (0, String::new(), String::new()));
    let pages = fs::read_dir(folder.path().join("share/man1")).unwrap();
    let mut pages: BTreeSet<String> = pages.map(|page| page.unwrap().file_name().into_string().unwrap()).collect();
    let readme = text("README.md");
    let table = readme.split("| command | does |").nth(1).unwrap().split("\n\n").next().unwrap();
    let named = table.split("| `crosscheck ").skip(1).map(|row| row.split([' ', '`']).next().unwrap());
    let named: BTreeSet<String> = named.map(|command| format!("crosscheck-{command}.1")).collect();
    assert!(pages.remove("crosscheck.1"));
    assert_eq!(pages, named, "the table of commands in README.md");
    let page = fs::read_to_string(folder.path().join("share/man1/crosscheck-check.1")).unwrap();
    for words in [".TH crosscheck-check 1", "\\-\\-changed\\-since", "Examples:"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let again = crosscheck(folder.path(), &["man", "share/man1"]);
    assert_eq!(again.code, 0, "what is there is written anew");
    write(folder.path(), "file", "");
    assert_eq!(crosscheck(folder.path(), &["man", "file"]).code, 2);
}
