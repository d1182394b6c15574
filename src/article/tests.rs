//! Whole articles: text to metadata, parts and diagnostics.

use super::*;
use crate::{lexicon::Lexicon, text::Part};
use proptest::prelude::*;

fn article(path: &str, text: &str) -> Article {
    let (article, diagnostics) = read(path, text.into(), &MetadataLayer::default(), Lexicon::english());
    assert_eq!(diagnostics, [], "{text}");
    article.unwrap_or_else(|| panic!("{text}"))
}

/// Each block's part and its words without markup.
fn parts(article: &Article) -> Vec<(Part, String)> {
    let words = |block: &Block| {
        let marks = article.markup.iter().filter(|mark| block.span.contains(**mark));
        let (mut words, mut start) = (String::new(), block.span.start);
        for mark in marks {
            words.push_str(Span { start, end: mark.start }.of(&article.text));
            start = mark.end;
        }
        words.push_str(Span { start, end: block.span.end }.of(&article.text));
        words.trim().to_string()
    };
    article.blocks.iter().map(|block| (block.part, words(block))).collect()
}

/// Checks the parts of an article written as lines of `part: words`, with the text in between.
fn check(path: &str, text: &str, expected: &[(Part, &str)]) {
    let found = parts(&article(path, text));
    let found: Vec<_> = found.iter().map(|(part, words)| (*part, words.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

const LEAD: &str =
    "The mayors of Zarand and Olm met on the old bridge on Thursday, and spoke for an hour about its toll.";
const NEXT: &str = "Neither would say who had asked for the meeting, which was the second in a month.";

#[test]
fn the_parts_of_a_plain_article() {
    let text = format!(
        "Mayors meet 'on the bridge'\n\nBy Ada Quill\n\nDecember 30, 2021\n\n\nquill.example\n\n{LEAD}\n\n\
         The bridge in winter\nThe old bridge of Zarand, December 25, 2021. BO LINT/AFP via Getty Images\n\n\
         READ MORE: Olm raises its toll\n\nLoading...\n\nThe road ahead\n\n{NEXT}\n\nOriginal url:\n\n\
         <https://www.quill.example/2021/12/31/mayors-a12>\n"
    );
    let read = article("bridge.txt", &text);
    let expected = [
        (Part::Headline, "Mayors meet 'on the bridge'"),
        (Part::Metadata, "By Ada Quill"),
        (Part::Metadata, "December 30, 2021"),
        (Part::Caption, "quill.example"),
        (Part::Lead, LEAD),
        (Part::Caption, "The bridge in winter"),
        (Part::Caption, "The old bridge of Zarand, December 25, 2021. BO LINT/AFP via Getty Images"),
        (Part::Link, "READ MORE: Olm raises its toll"),
        (Part::Placeholder, "Loading..."),
        (Part::Subheading, "The road ahead"),
        (Part::Body, NEXT),
        (Part::Metadata, "Original url:"),
        (Part::Metadata, ""),
    ];
    check("bridge.txt", &text, &expected);
    let metadata = read.metadata;
    assert_eq!(metadata.source, "quill.example");
    assert_eq!(metadata.title.as_deref(), Some("Mayors meet 'on the bridge'"));
    assert_eq!(metadata.byline.as_deref(), Some("Ada Quill"));
    assert_eq!(metadata.agency, None, "a photo credit makes nobody dependent");
    assert_eq!(metadata.published, NaiveDate::from_ymd_opt(2021, 12, 30));
    assert_eq!(metadata.url_date, NaiveDate::from_ymd_opt(2021, 12, 31));
    assert_eq!(metadata.language, "en");
}

#[test]
fn captions_above_credits_and_repeated_lines() {
    let caption = "Olm has refused to lower the toll.";
    check(
        "a.txt",
        &format!("Mayors meet\n\n{LEAD}\n\n{caption}\nReuters\n\n{caption}\n\nMAYORS MEET!\n\n{NEXT}"),
        &[
            (Part::Headline, "Mayors meet"),
            (Part::Lead, LEAD),
            (Part::Caption, caption),
            (Part::Caption, "Reuters"),
            (Part::Body, caption),
            (Part::Headline, "MAYORS MEET!"),
            (Part::Body, NEXT),
        ],
    );
}

#[test]
fn every_line_is_a_paragraph_where_no_line_is_blank() {
    check(
        "a.txt",
        &format!("Mayors meet\n20211130\nhttps://quill.example/mayors-n12867\n{LEAD}\n{NEXT}\nReuters\n{NEXT}"),
        &[
            (Part::Headline, "Mayors meet"),
            (Part::Metadata, "20211130"),
            (Part::Metadata, "https://quill.example/mayors-n12867"),
            (Part::Lead, LEAD),
            (Part::Body, NEXT),
            (Part::Caption, "Reuters"),
            (Part::Body, NEXT),
        ],
    );
}

#[test]
fn lines_that_were_broken_at_a_margin_are_joined() {
    let text = "Mayors meet on the old bridge\nBy Ada Quill\nDecember 30, 2021\n\n\
                The mayors of Zarand and Olm met on the old bridge on Thursday, and\n\
                spoke for an hour about its toll. It was 5 degrees below zero, and\n\
                nobody stayed.\n\n\
                Neither would say who had asked for the meeting, which was the second\n\
                in a month. By 2022, both said, the\n\
                toll would be gone.\n\n- one\n- two\n";
    for text in [text.to_string(), text.replace('\n', "\r\n")] {
        let end = if text.contains('\r') { "\r\n" } else { "\n" };
        let lead =
            "The mayors of Zarand and Olm met on the old bridge on Thursday, and\nspoke for an hour about its toll. \
                    It was 5 degrees below zero, and\nnobody stayed."
                .replace('\n', end);
        let body =
            "Neither would say who had asked for the meeting, which was the second\nin a month. By 2022, both said, \
                    the\ntoll would be gone."
                .replace('\n', end);
        check(
            "a.txt",
            &text,
            &[
                (Part::Headline, "Mayors meet on the old bridge"),
                (Part::Metadata, "By Ada Quill"),
                (Part::Metadata, "December 30, 2021"),
                (Part::Lead, &lead),
                (Part::Body, &body),
                (Part::Body, "one"),
                (Part::Body, "two"),
            ],
        );
    }
}

#[test]
fn line_ends_and_blanks_of_every_sort() {
    let expected = [(Part::Headline, "Mayors meet"), (Part::Lead, LEAD), (Part::Body, NEXT)];
    for end in ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u{2028}", " \t\n\u{a0}\n", "\n \n\t\n"] {
        check("a.txt", &format!("\u{feff}\tMayors meet{end}{LEAD}\u{a0} {end}{NEXT}{end}"), &expected);
    }
}

#[test]
fn the_parts_of_a_markdown_article() {
    let text = format!(
        "---\ntitle: Other words\n---\n# Mayors *meet*\n\nBy [Ada Quill](#) for AFP  \n30 Dec 2021\n\n![The bridge](b.png)\n\n{LEAD}\n\n\
         ## The **road** ahead\n\n**Related article:** [Olm raises its toll](#)\n\n{NEXT}\n\n- [Olm](#)\n- 5 coins\n\n```\n7 x\n```\n\n\
         <https://quill.example/a>\n"
    );
    check(
        "a.md",
        &text,
        &[
            (Part::Headline, "Other words"),
            (Part::Subheading, "Mayors meet"),
            (Part::Metadata, "By Ada Quill for AFP"),
            (Part::Metadata, "30 Dec 2021"),
            (Part::Caption, "The bridge"),
            (Part::Lead, LEAD),
            (Part::Subheading, "The road ahead"),
            (Part::Link, "Related article: Olm raises its toll"),
            (Part::Body, NEXT),
            (Part::Link, "Olm"),
            (Part::Body, "5 coins"),
            (Part::Code, "7 x"),
            (Part::Metadata, ""),
        ],
    );
    let metadata = article("a.md", &text).metadata;
    assert_eq!((metadata.title.as_deref(), metadata.agency.as_deref()), (Some("Other words"), Some("AFP")));
    assert_eq!(metadata.url.as_deref(), Some("https://quill.example/a"));
}

#[test]
fn a_title_in_the_front_matter_is_the_headline() {
    let above = "---\nsource: Quill\ntitle: \"27 hurt on a barge\"\n---\n";
    let body = [(Part::Lead, LEAD), (Part::Body, NEXT)];
    for (first, expected) in [
        // Nothing repeats it: it is read where it stands.
        ("", vec![(Part::Headline, "27 hurt on a barge")]),
        ("A barge burns\n\n", vec![(Part::Headline, "27 hurt on a barge"), (Part::Subheading, "A barge burns")]),
        // A line that repeats it is the headline, once.
        ("27 HURT on a barge\n\n", vec![(Part::Headline, "27 HURT on a barge")]),
    ] {
        let text = format!("{above}{first}{LEAD}\n\n{NEXT}\n");
        check("a.txt", &text, &[expected, body.to_vec()].concat());
    }
    // The name of the site behind it is not part of what a line repeats.
    for title in ["27 hurt on a barge - Quill", "27 hurt on a barge | News | Quill"] {
        let text = format!("---\ntitle: {title}\n---\n27 hurt on a barge\n\n{LEAD}\n\n{NEXT}\n");
        check("a.txt", &text, &[&[(Part::Headline, "27 hurt on a barge")], &body[..]].concat());
    }
    let text = format!("---\ntitle: >\n  27 hurt\n---\n{LEAD}\n\n{NEXT}\n");
    let headline =
        article("a.txt", &text).blocks.first().map(|block| (block.part, block.span.of(&text).trim().to_string()));
    assert_eq!(headline, Some((Part::Headline, "27 hurt".to_string())));
}

#[test]
fn running_text_is_never_lost() {
    for line in [
        "December 30, 2021, was a cold day in Zarand.",
        "By 2021, the toll of the bridge had doubled.",
        "More: it was the word that the mayor used most.",
        "The mayor told Reuters that the bridge was open.",
        "Reuters first reported the meeting.",
        "The pictures were sold via Getty Images, the mayor said.",
        "Photo albums of the bridge were sold for $5.",
        "Loading the carts took three hours.",
        "Read more slowly, she told them.",
        "The two will meet again in January. (Reuters)",
        "“We asked for full [U.S.] support.”",
        "“No”",
        "The toll is 5 * 3 coins",
        "2021-12-30 is the day that the bridge opens.",
        "Share prices fell.",
        "See https://quill.example/2020/01/01/a for the plan.",
    ] {
        for text in
            [format!("Mayors meet\n\n{LEAD}\n\n{line}\n\n{NEXT}"), format!("Mayors meet\n{LEAD}\n{line}\n{NEXT}")]
        {
            let read = article("a.txt", &text);
            let part = read.blocks.iter().find(|block| block.span.of(&text) == line).map(|block| block.part);
            assert!(part.is_some_and(Part::is_evidence), "{line}: {part:?}");
            assert_eq!(read.metadata.published, None, "{line}");
            assert_eq!((read.metadata.byline, read.metadata.agency, read.metadata.url), (None, None, None), "{line}");
        }
    }
}

#[test]
fn where_the_date_comes_from() {
    let day = |day: u32| NaiveDate::from_ymd_opt(2021, 12, day);
    for (text, date, from) in [
        (
            format!("---\npublished: 2021-12-29\n---\nT\n\n20211230\n\n{LEAD}"),
            day(29),
            Some("its front matter, line 2"),
        ),
        (format!("---\npublished: 20211229\n---\n{LEAD}"), day(29), Some("its front matter, line 2")),
        (format!("T\n20211230\n{LEAD}"), day(30), Some("its date line `20211230`, line 2")),
        (format!("20211230\nT\n{LEAD}"), day(30), Some("its date line `20211230`, line 1")),
        (
            format!("T\n\nBy Ada Quill | Updated 31 Dec 2021\n\nPublished 30 Dec 2021 14:05 GMT\n\n{LEAD}"),
            day(30),
            Some("its date line `Published 30 Dec 2021 14:05 GMT`, line 5"),
        ),
        (
            format!("T\n\nThe two met again.\n\nBy Ada Quill\n\nDec. 30, 2021\n\n{LEAD}"),
            day(30),
            Some("its date line `Dec. 30, 2021`, line 7"),
        ),
        (
            format!("T\n\nZARAND, 30 December 2021 (AFP) — {LEAD}"),
            day(30),
            Some("its dateline `ZARAND, 30 December 2021 (AFP)`, line 3"),
        ),
        (format!("T\n\n{LEAD}\n\nhttps://q.example/2021/12/30/a"), day(30), Some("the date in its address, line 5")),
        (format!("---\nurl: https://q.example/2021/12/30/a\n---\n{LEAD}"), day(30), Some("the date in its address")),
        (format!("T\n\nZARAND, Dec. 30 (AFP) — {LEAD}"), None, None),
        (format!("T\n\n{LEAD}\n\nDecember 30, 2021\n\n{NEXT}"), None, None),
        (format!("T\n\nDecember 29, 2021\n\n{LEAD}\n\nDecember 30, 2021\n\n{NEXT}"), None, None),
        (format!("T\n\n{LEAD}\n\nhttps://q.example/2021/12/30/a\n\n{NEXT}"), None, None),
        (format!("T\n\n{LEAD}\n\nThe bridge, December 25, 2021. Bo Lint/AFP"), None, None),
    ] {
        let metadata = article("a.txt", &text).metadata;
        assert_eq!((metadata.published, metadata.published_from.as_deref()), (date, from), "{text}");
    }
}

/// A date means one day wherever it stands: in front matter, on a date line, in a byline, in a dateline, and in the body.
#[test]
fn a_date_means_one_day_wherever_it_stands() {
    let day_first = Lexicon::english().with_overrides("dates: day first").unwrap();
    let month_first = Lexicon::english().with_overrides("dates: month first").unwrap();
    let lexicons = [
        (&day_first, "2021-05-04", Some("2021-05-04")),
        (&month_first, "2021-04-05", Some("2021-04-05")),
        (&**Lexicon::english(), "2021-04-05", None),
    ];
    for (lexicon, expected, known) in lexicons {
        for text in [
            "---\npublished: 04/05/2021\n---\nT\n\nThe two mayors met.",
            "T\n\n04/05/2021\n\nThe two mayors met on the bridge.",
            "T\n\nPublished 04/05/2021 14:05 GMT\n\nThe two mayors met on the bridge.",
            "T\n\nBy Ada Quill | 04/05/2021\n\nThe two mayors met on the bridge.",
            "T\n\nZARAND, 04/05/2021 (AFP) - The two mayors met on the bridge.",
        ] {
            let (article, diagnostics) = read("a.txt", text.into(), &MetadataLayer::default(), lexicon);
            let published = article.and_then(|article| article.metadata.published).map(|day| day.to_string());
            assert_eq!(published.as_deref(), known, "{text}");
            // Where the project does not say how it writes days, nobody knows, and both readings are told.
            let expected_codes: &[&str] = if known.is_some() { &[] } else { &["two-readings"] };
            let codes: Vec<String> = diagnostics.iter().map(|found| found.code.to_string()).collect();
            assert_eq!(codes, expected_codes, "{text}");
        }
        let body = crate::kind::literal("04/05/2021", crate::value::Kind::find("date").unwrap(), lexicon).unwrap();
        let position = crate::placing::positions(&[(&body, &crate::placing::Situation::default())], lexicon).remove(0);
        assert_eq!(
            crate::saying::describe(body.kind, &position),
            crate::saying::day_in_words(expected.parse().unwrap())
        );
    }
}

#[test]
fn two_days_of_publication_in_front_matter_are_said() {
    for (keys, expected) in [
        ("published: 2031-05-06\ndate: 2031-05-09", &["two-days"][..]),
        ("date: 2031-05-06\npubdate: May 9, 2031", &["two-days"]),
        ("published: 2031-05-06\ndate: 6 May 2031 10:00", &[]),
        ("published: 2031-05-06\nupdated: 2031-05-09", &[]),
        ("published: true\ndate: 2031-05-09", &[]),
        ("published: 2031-05-06\ndate: soon", &[]),
    ] {
        let text = format!("---\n{keys}\n---\nT\n\nThe two mayors met.");
        let (_, diagnostics) = read("a.txt", text.into(), &MetadataLayer::default(), Lexicon::english());
        let codes: Vec<String> = diagnostics.iter().map(|found| found.code.to_string()).collect();
        assert_eq!(codes, expected, "{keys}");
    }
}

#[test]
fn the_layer_above_goes_before_all() {
    let layer = MetadataLayer {
        source: Some("Quill".into()),
        published: Some("Dec. 28, 2021".into()),
        timezone: Some("Europe/London".into()),
        agency: Some("Agence France-Presse".into()),
        ..MetadataLayer::default()
    };
    let text = format!("---\nsource: Lint\npublished: 2021-12-29\ngroup: day 1\n---\nT\n\n20211230\n\n{LEAD}");
    let (read, diagnostics) = read("a.txt", text.into(), &layer, Lexicon::english());
    let metadata = read.map(|article| article.metadata).unwrap_or_default();
    assert_eq!(diagnostics, []);
    assert_eq!((metadata.source.as_str(), metadata.group.as_deref()), ("Quill", Some("day 1")));
    assert_eq!(metadata.published, NaiveDate::from_ymd_opt(2021, 12, 28));
    assert_eq!(metadata.published_from.as_deref(), Some("crosscheck.yaml"));
    assert_eq!(metadata.agency.as_deref(), Some("AFP"), "one agency, one name");
}

#[test]
fn whose_text_it_is() {
    for (text, agency) in [
        (format!("T\n\nBy AFP\n\n{LEAD}"), Some("AFP")),
        (format!("T\n\nReuters\n\n{LEAD}"), Some("Reuters")),
        (format!("T\nBy Ada Quill\nReuters\n\n{LEAD}"), Some("Reuters")),
        (format!("T\n\nAda Quill, Associated Press\n\n{LEAD}"), Some("AP")),
        (format!("T\n\nZARAND, Dec. 30 (Reuters) - {LEAD}"), Some("Reuters")),
        (format!("T\n\nBy Ada Quill\n\n{LEAD}\n\nShe told AFP so.\n\nBo Lint/Reuters"), None),
    ] {
        assert_eq!(article("a.txt", &text).metadata.agency.as_deref(), agency, "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_told() {
    let german = "Die beiden Bürgermeister trafen sich am Donnerstag auf der alten Brücke und sprachen eine Stunde lang über \
                  die Maut, die beide Städte seit vielen Jahren von den Reisenden verlangen. Niemand wollte sagen, wer um das \
                  Gespräch gebeten hatte, und niemand weiß, ob es noch einmal dazu kommen wird, bevor der Winter zu Ende geht.";
    for (path, bytes, code, has_article) in [
        ("a.html", b"<p>Text</p>".to_vec(), "html-not-read-yet", false),
        ("a.txt", Vec::new(), "empty-article", false),
        ("a.txt", b" \n\t\n".to_vec(), "empty-article", false),
        ("a.txt", b"---\nsource: Quill\n---\n".to_vec(), "empty-article", false),
        ("a.txt", b"ab\0c".to_vec(), "not-text", false),
        ("a.txt", b"%PDF-1.4".to_vec(), "not-text", false),
        ("a.txt", b"\xff\xfeT\0e\0x\0t\0".to_vec(), "transcoded", true),
        ("a.txt", b"The caf\xe9 is closed.".to_vec(), "transcoded", true),
        ("a.txt", b"A caf\xc3\xa9, a caf\xc3\xa9, a caf\xff.".to_vec(), "broken-utf8", true),
        ("a.txt", b"---\nsource: a: b\n---\nText.".to_vec(), "front-matter", true),
        ("a.txt", b"---\npublished: 99999-01-01\n---\nText.".to_vec(), "bad-date", true),
        ("a.txt", b"---\npublished: 0000-00-00\n---\nText.".to_vec(), "bad-date", true),
        ("a.txt", b"---\npublished: 2021-02-30\n---\nText.".to_vec(), "bad-date", true),
        ("a.txt", b"---\ntimezone: europe/london\n---\nText.".to_vec(), "bad-timezone", true),
        ("a.txt", b"---\nlanguage: English\n---\nText.".to_vec(), "unknown-language", true),
        ("a.txt", b"---\nlanguage: de\n---\nText.".to_vec(), "no-lexicon", true),
        ("a.txt", german.into(), "other-language", true),
    ] {
        let (article, diagnostics) = read(path, bytes, &MetadataLayer::default(), Lexicon::english());
        let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
        assert_eq!((codes.as_slice(), article.is_some()), ([code].as_slice(), has_article), "{code}");
        for diagnostic in diagnostics {
            assert!(diagnostic.help.is_some() && !diagnostic.message.ends_with('.'), "{diagnostic:?}");
            assert!(diagnostic.place.is_some_and(|place| place.file == path), "{code}");
        }
    }
}

#[test]
fn files_that_are_none() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join("folder.txt")).unwrap();
    std::fs::write(root.path().join("a.txt"), "\u{feff}Title\n\nText.").unwrap();
    for (path, code) in [("folder.txt", "not-a-file"), ("missing.txt", "missing-file"), ("a.txt/b.txt", "missing-file")]
    {
        let (article, diagnostics) = load(root.path(), path, &MetadataLayer::default(), Lexicon::english());
        assert!(article.is_none());
        assert_eq!(diagnostics.first().map(|diagnostic| diagnostic.code.name()), Some(code), "{path}");
    }
    let (article, _) = load(root.path(), "a.txt", &MetadataLayer::default(), Lexicon::english());
    let first = article.and_then(|article| article.blocks.first().copied()).unwrap();
    assert_eq!(first.span, Span::new(3, 8), "the byte-order mark counts");
}

#[test]
fn emphasis_that_runs_over_a_byline() {
    holds("a.md", "https://q*example/  \nBy By ```*x".into());
}

/// What holds of every article, whatever the bytes.
fn holds(path: &str, bytes: Vec<u8>) {
    let Some(article) = read(path, bytes, &MetadataLayer::default(), Lexicon::english()).0 else { return };
    let text = article.text.as_str();
    let is_inside = |span: Span| text.get(span.range()).is_some() && span.start < span.end;
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && is_inside(block.span), "{block:?} in {text:?}");
        end = block.span.end;
    }
    let mut end = 0;
    for mark in &article.markup {
        assert!(mark.start >= end && is_inside(*mark), "{mark:?} in {text:?}");
        assert!(article.blocks.iter().any(|block| block.span.contains(*mark)), "{mark:?} in {text:?}");
        end = mark.end;
    }
}

proptest! {
    // A failure is shown in full and belongs in a table, not in a file of seeds.
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        holds("a.txt", bytes.clone());
        holds("a.md", bytes);
    }

    #[test]
    fn any_text_has_blocks_in_order(text in "(\u{feff}|---\n)?([A-Za-z\u{e9}\u{2019} 0-9]{0,20}|[\\[\\]()<>*_`#>!|:/.,\"-]{1,4}|https://q.example/|By |\r?\n|\t|  \n|published: |\u{2028}|```|\u{1F600}|\n- ){0,60}") {
        holds("a.txt", text.clone().into_bytes());
        holds("a.md", text.into_bytes());
    }
}

#[test]
fn folders_that_cannot_be_read_are_said_to_be() {
    let root = tempfile::TempDir::new().unwrap();
    let codes = |folder: &str| {
        let (_, mistakes) = discover(root.path(), folder, &crate::files::Fence::open());
        mistakes.into_iter().map(|mistake| mistake.code.name()).collect::<Vec<_>>()
    };
    assert_eq!(codes("nowhere"), ["missing-folder"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", root.path().join("link")).unwrap();
        assert_eq!(codes("."), ["unreadable-folder"]);
    }
}
