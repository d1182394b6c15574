//! The page of `--format html` in a real browser: `cargo test --test all -- --ignored browser`, where `chromedriver` is.

use crate::support::{browser::Browser, command, output, project, write};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A small project whose articles would like to be scripts, its page, and a browser; nothing where there is no browser.
fn opened() -> Option<(Browser, TempDir, String)> {
    let browser = Browser::start()?;
    let folder = project();
    let hostile = "</script><script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">";
    write(
        folder.path(),
        "articles/post.txt",
        format!(
            "---\nsource: \"Post {}\"\npublished: 2031-05-09\n---\nA ferry\n\nThe {hostile} crossing took 50 minutes {hostile}. On board were 118 passengers.\n",
            hostile.replace('"', "\\\"")
        ),
    );
    let more = "rules:\n  - {id: count, rule: passengers consistent across sources, severity: note, suppress: {reason: they count the crew}}\n  - {id: dated, rule: publication date cited in every source}\n";
    write(folder.path(), "rules/more.yaml", more);
    let run = output(&mut command(folder.path(), &["check", "--report", "html=report.html"]));
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    let address = format!("file://{}", folder.path().join("report.html").display());
    browser.width(1200);
    browser.open(&address);
    Some((browser, folder, address))
}

/// Nothing foreign ran, and nothing was refused because of it.
fn assert_calm(browser: &Browser) {
    assert_eq!(browser.complaints(), Vec::<String>::new());
    assert_eq!(browser.run("return document.title"), "Crosscheck: ferry");
    assert_eq!(browser.run("return document.querySelectorAll('script, img').length"), 1);
}

/// What is seen of the sentences: the claimed words of each card that is shown.
fn sentences(browser: &Browser) -> Value {
    browser.run(
        "return [...document.querySelectorAll('.card')].filter((card) => card.checkVisibility())\
         .map((card) => card.querySelector('mark').textContent)",
    )
}

fn shown(browser: &Browser) -> Value {
    browser.run(
        "return [...document.querySelectorAll('.finding')].filter((one) => !one.hidden).map((one) => one.dataset.rule)",
    )
}

const CELL: &str = "a.cell[href='#s1-t1-2']";

#[test]
#[ignore = "needs chromedriver"]
fn a_cell_opens_the_sentences_side_by_side() {
    let Some((browser, _folder, _)) = opened() else { return };
    assert_eq!(sentences(&browser), json!([]));
    browser.click(CELL);
    assert_eq!(sentences(&browser), json!(["50 minutes", "50 minutes", "35 minutes"]));
    let tops = "return [...document.querySelectorAll('.opened .card')].map((card) => card.getBoundingClientRect().top)";
    let tops = browser.run(tops);
    assert!(tops.as_array().unwrap().iter().all(|top| *top == tops[0]), "side by side: {tops}");
    assert_eq!(browser.run("return document.querySelector('.chosen mark').textContent"), "50 minutes");
    assert!(browser.run("return location.hash").as_str() == Some("#s1-t1-2"));
    assert_eq!(browser.run(&format!("return document.querySelector(\"{CELL}\").ariaExpanded")), "true");
    // The same by the keyboard: to the topic below, open, close, and back where one was.
    browser.keys(CELL, "\u{e015}");
    browser.keys("a.cell:focus", "\u{e007}");
    assert_eq!(sentences(&browser), json!(["120", "118"]));
    browser.keys("a.cell:focus", "\u{e00c}");
    assert_eq!(sentences(&browser), json!([]));
    assert_eq!(browser.run("return document.activeElement.hash"), "#s1-t2-2");
    assert_calm(&browser);
}

#[test]
#[ignore = "needs chromedriver"]
fn findings_are_filtered_and_the_address_keeps_it() {
    let Some((browser, _folder, _)) = opened() else { return };
    let all = json!(["crossing", "passengers", "count", "dated"]);
    assert_eq!(shown(&browser), all);
    browser.click("input[value=error]");
    assert_eq!(shown(&browser), json!(["crossing"]));
    assert_eq!(browser.run("return told.textContent"), "1 of 4 findings shown");
    browser.click("input[value=suppressed]");
    assert_eq!(shown(&browser), json!(["crossing", "count"]));
    assert_eq!(
        browser.run("return document.querySelector('details.group').open"),
        true,
        "what is asked for is unfolded"
    );
    let address = browser.run("return location.href").as_str().unwrap().to_string();
    assert!(address.ends_with("report.html?show=error&show=suppressed"), "{address}");
    // Somebody it was sent to sees the same.
    browser.open("about:blank");
    browser.open(&address);
    assert_eq!(shown(&browser), json!(["crossing", "count"]));
    browser.click("input[value=suppressed]");
    browser.click("input[value=error]");
    assert_eq!(shown(&browser), all);
    browser.keys("select[name=rule]", "passengers");
    assert_eq!(shown(&browser), json!(["passengers"]));
    browser.run("document.querySelector('button[type=reset]').click()");
    browser.keys("select[name=source]", "Radio");
    assert_eq!(shown(&browser), json!(["crossing", "passengers", "dated"]));
    assert!(browser.run("return location.search").as_str() == Some("?source=Radio"));
    assert_calm(&browser);
}

#[test]
#[ignore = "needs chromedriver"]
fn a_link_leads_to_its_finding_whatever_hides_it() {
    let Some((browser, _folder, address)) = opened() else { return };
    let link = browser.run("return document.querySelector('[data-rule=count] a.address').hash");
    let seen = "const one = document.querySelector('[data-rule=count]'); const place = one.getBoundingClientRect();\
                return [one.querySelector('mark').checkVisibility(), place.top >= 0 && place.top < innerHeight]";
    assert_eq!(browser.run(seen)[0], false, "it is folded");
    for hidden_by in ["", "?show=error"] {
        browser.open("about:blank");
        browser.open(&format!("{address}{hidden_by}{}", link.as_str().unwrap()));
        assert_eq!(browser.run(seen), json!([true, true]), "{hidden_by}");
    }
    browser.open("about:blank");
    browser.open(&format!("{address}#s1-t2-1"));
    assert_eq!(sentences(&browser), json!(["120", "118"]), "a cell has an address too");
    assert_calm(&browser);
}

#[test]
#[ignore = "needs chromedriver"]
fn a_telephone_does_not_scroll_sideways() {
    let Some((browser, _folder, _)) = opened() else { return };
    browser.width(360);
    browser.click(CELL);
    browser.click("#unfold");
    browser.run("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    let widths = browser.run("return [document.documentElement.scrollWidth <= innerWidth, innerWidth]");
    assert_eq!(widths, json!([true, 360]));
    let card = "const card = document.querySelector('.chosen').getBoundingClientRect(); return card.left >= 0 && card.right <= innerWidth";
    assert_eq!(browser.run(card), true, "the sentences fit beside nothing");
    assert_calm(&browser);
}

/// Without the script all is there: a cell leads to the sentences, findings unfold, on paper everything is.
#[test]
#[ignore = "needs chromedriver"]
fn without_the_script_and_on_paper_all_is_readable() {
    let Some((browser, _folder, address)) = opened() else { return };
    browser.command("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.open("about:blank");
    browser.open(&address);
    assert_eq!(
        browser.run("return [document.documentElement.className, document.querySelector('#filters').hidden]"),
        json!(["", true])
    );
    assert_eq!(sentences(&browser), json!([]));
    browser.click(CELL);
    assert_eq!(sentences(&browser), json!(["50 minutes", "50 minutes", "35 minutes"]));
    browser.command("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    let marks = "return [...document.querySelectorAll('mark')].filter((mark) => mark.getBoundingClientRect().height === 0).length";
    assert_eq!(browser.run(marks), 0, "on paper nothing is folded");
    assert_eq!(browser.run("return document.querySelector('#filters').checkVisibility()"), false);
}
