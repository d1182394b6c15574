//! The language of an article: what it is declared to be, and what it looks like.

use super::Article;
use crate::{
    diagnostic::{Diagnostic, code},
    lexicon::Lexicon,
    text::{Block, Part},
};
use whatlang::Lang;

/// So many letters make a guess worth telling.
const ENOUGH_LETTERS: usize = 200;

/// A text with fewer letters may be anything.
const FEWEST_LETTERS: usize = 40;

/// So many bytes of the body are looked at.
const SAMPLE: usize = 3000;

/// The two-letter codes of ISO 639-1.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it \
    iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
    nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss \
    st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The code that a declared language comes to: `en` for `en-GB`; `None` where it is none.
pub(super) fn code(declared: &str) -> Option<String> {
    let code = declared.trim().split(['-', '_']).next().unwrap_or("").to_lowercase();
    CODES.split(' ').any(|known| known == code).then_some(code)
}

/// A warning where a text that is long enough reliably looks like another language than its own.
#[must_use]
pub fn looks_like(article: &Article, lexicon: &Lexicon) -> Option<Diagnostic> {
    let declared = article.metadata.language.as_str();
    if declared == lexicon.language() && is_plainly_of(article, lexicon) {
        return None;
    }
    let guess = guess(&sample(article), || is_partly_of(article, lexicon))?;
    let found = two_letters(guess)?;
    let name = guess.eng_name();
    if found == declared || is_near(found, declared) {
        return None;
    }
    let message = format!("the text looks like {name}, but is read as `{declared}`");
    let help = format!(
        "if it is {name}, write `language: {found}` in its front matter or in crosscheck.yaml, or leave it out"
    );
    Some(Diagnostic::about_file(code::OTHER_LANGUAGE, &article.path, message, Some(help)))
}

/// Which language a text looks like, where it is long enough to tell. Of a short one two guesses must say that it is another
/// than English, and hardly any of the frequent words may be there.
fn guess(sample: &str, has_frequent_words: impl Fn() -> bool) -> Option<Lang> {
    let letters = sample.chars().filter(|letter| letter.is_alphabetic()).take(ENOUGH_LETTERS + 1).count();
    if letters > ENOUGH_LETTERS {
        return whatlang::detect(sample).filter(whatlang::Info::is_reliable).map(|guess| guess.lang());
    }
    if letters < FEWEST_LETTERS || has_frequent_words() {
        return None;
    }
    let short = Lang::from_code(whichlang::detect_language(sample).three_letter_code())?;
    let other = whatlang::detect_lang(sample)?;
    (short != Lang::Eng && other != Lang::Eng).then_some(short)
}

/// The blocks of running text.
fn body(article: &Article) -> impl Iterator<Item = &str> {
    let is_body = |block: &&Block| matches!(block.part, Part::Lead | Part::Body);
    article.blocks.iter().filter(is_body).map(|block| block.span.of(&article.text))
}

/// The first words of the body.
fn sample(article: &Article) -> String {
    let mut sample = String::new();
    for words in body(article) {
        let mut end = words.len().min(SAMPLE.saturating_sub(sample.len()));
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        sample.push_str(words.get(..end).unwrap_or(""));
        sample.push('\n');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// Whether the function words of a language make up so much of the text that nothing else has to be asked: this is quick.
fn is_plainly_of(article: &Article, lexicon: &Lexicon) -> bool {
    let (found, count) = frequent_words(article, lexicon);
    found * 4 >= count
}

/// Whether some of its words are such, as in nearly every short text of the language.
fn is_partly_of(article: &Article, lexicon: &Lexicon) -> bool {
    let (found, count) = frequent_words(article, lexicon);
    found * 10 > count
}

/// How many of the first words of a text are function words of the language.
fn frequent_words(article: &Article, lexicon: &Lexicon) -> (usize, usize) {
    let frequent = &lexicon.articles().frequent;
    let words = body(article).flat_map(|words| words.split(|letter: char| !letter.is_alphabetic()));
    let (mut count, mut found) = (0_usize, 0_usize);
    for word in words.filter(|word| !word.is_empty()).take(100) {
        count += 1;
        // No word of the list is longer than five letters; a capital is the first at most.
        let mut rest = word.chars();
        let is_frequent = word.len() <= 5
            && (frequent.contains(word)
                || rest.next().is_some_and(|first| {
                    first.is_ascii_uppercase()
                        && frequent.contains(&format!("{}{}", first.to_ascii_lowercase(), rest.as_str()))
                }));
        found += usize::from(is_frequent);
    }
    (found, count)
}

/// Whether two codes name what is written nearly alike, so that a guess between them is worth nothing.
fn is_near(found: &str, declared: &str) -> bool {
    const NEAR: [&[&str]; 3] = [&["no", "nb", "nn", "da"], &["hr", "sr", "bs"], &["id", "ms"]];
    NEAR.iter().any(|group| group.contains(&found) && group.contains(&declared))
}

/// The two-letter code of a language that was guessed.
fn two_letters(lang: Lang) -> Option<&'static str> {
    const BY_THREE: &str = "epo eo eng en rus ru cmn zh spa es por pt ita it ben bn fra fr deu de ukr uk kat ka ara ar hin hi \
        jpn ja heb he yid yi pol pl amh am jav jv kor ko nob nb dan da swe sv fin fi tur tr nld nl hun hu ces cs ell el \
        bul bg bel be mar mr kan kn ron ro slv sl hrv hr srp sr mkd mk lit lt lav lv est et tam ta vie vi urd ur tha th \
        guj gu uzb uz pan pa aze az ind id tel te pes fa mal ml ori or mya my nep ne sin si khm km tuk tk aka ak zul zu \
        sna sn afr af lat la slk sk cat ca tgl tl hye hy cym cy";
    let mut codes = BY_THREE.split_whitespace();
    while let (Some(three), Some(two)) = (codes.next(), codes.next()) {
        if three == lang.code() {
            return Some(two);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (declared, expected) in [
            ("en", Some("en")),
            ("en-GB", Some("en")),
            ("DE_at", Some("de")),
            ("English", None),
            ("xx", None),
            ("", None),
        ] {
            assert_eq!(code(declared).as_deref(), expected, "{declared}");
        }
    }

    #[test]
    fn every_language_that_can_be_guessed_has_a_code() {
        for lang in Lang::all() {
            assert!(two_letters(*lang).is_some_and(|two| code(two).is_some()), "{lang:?}");
        }
    }

    #[test]
    fn short_texts_of_other_languages() {
        let lexicon = Lexicon::english();
        for (text, expected) in [
            ("Der Damm bei Maurin ist am Sonntag gebrochen, zwölf Menschen werden vermisst.", Some("de")),
            ("Le barrage a cédé dimanche et douze personnes sont portées disparues.", Some("fr")),
            ("La presa se rompió el domingo y doce personas están desaparecidas.", Some("es")),
            ("Плотина прорвалась в воскресенье, двенадцать человек пропали без вести.", Some("ru")),
            ("The dam broke on Sunday, and twelve people are missing.", None),
            ("Twelve missing after dam breaks; Maurin flooded, says Dorit Halvane.", None),
            ("Ada Quill, Bo Lint, Dorit Halvane and Orvane Selm.", None),
            ("Maurin 12, Ostrel 9, Selm 4, Orvane 3, Zarand 2, Ridgeway 1.", None),
            ("Der Damm brach.", None),
        ] {
            let blocks = vec![Block { span: crate::span::Span::new(0, text.len()), part: Part::Body }];
            let article = Article {
                path: "a.txt".into(),
                text: text.into(),
                transcoded: None,
                blocks,
                markup: Vec::new(),
                excerpts: Vec::new(),
                entries: Vec::new(),
                allowances: Vec::new(),
                metadata: crate::article::Metadata { language: "en".into(), ..Default::default() },
            };
            let found = looks_like(&article, lexicon).and_then(|found| found.help);
            let code = found
                .map(|help| help.split("language: ").nth(1).unwrap_or_default().chars().take(2).collect::<String>());
            assert_eq!(code.as_deref(), expected, "{text}");
        }
    }
}
