//! The page: one file that holds everything, says everything in words, and lets nothing run that people wrote.

use std::collections::BTreeSet;
use std::sync::Arc;

use base64::Engine as _;
use html5gum::{Token, Tokenizer};
use sha2::{Digest as _, Sha256};
use wayfelt::export::{ExportOptions, Format, export, svg};
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::value::Value;
use wayfelt::model::{JourneyMap, LaneKind, Language, Stage, Step, Theme};
use wayfelt::text::Typesetter;

use crate::{every_kind, generate, sample_maps};

/// A page as it leaves.
pub fn page(map: &JourneyMap, theme: Option<Theme>, language: Option<Language>) -> String {
    let options = ExportOptions { theme, language, all: true, ..ExportOptions::default() };
    let bytes = export(map, Format::Html, &options, &NoImages, &mut Typesetter::new()).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn maps() -> Vec<(&'static str, JourneyMap)> {
    let mut maps = sample_maps::samples();
    maps.push(("every kind", every_kind::map()));
    maps.push(("empty", JourneyMap::default()));
    maps
}

/// A start tag with its attributes.
type Tag = (String, Vec<(String, String)>);

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The start tags of a page, and what is between tags.
fn read(page: &str) -> (Vec<Tag>, Vec<String>) {
    let (mut tags, mut texts) = (Vec::new(), Vec::new());
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (string(name), string(value))).collect();
                tags.push((string(&tag.name), attributes));
            }
            Token::String(text) => texts.push(string(&text)),
            _ => {}
        }
    }
    (tags, texts)
}

fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    page.split_once(before).unwrap().1.split_once(after).unwrap().0
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[test]
fn every_page_holds_everything_and_lets_only_its_own_script_run() {
    for (name, map) in maps() {
        for (theme, language) in [
            (None, None),
            (Some(Theme::Dark), Some(Language::Vi)),
            (Some(Theme::Light), Some(Language::En)),
            (Some(Theme::HighContrast), Some(Language::Vi)),
            (Some(Theme::Print), None),
            (Some(Theme::Brand), None),
        ] {
            let page = page(&map, theme, language);
            let (tags, _) = read(&page);
            let named = |wanted: &str| tags.iter().filter(|tag| tag.0 == wanted).count();
            assert_eq!((named("script"), named("style"), named("svg")), (2, 1, 1), "{name}");
            for (tag, attributes) in &tags {
                for (attribute, value) in attributes {
                    assert!(
                        !attribute.starts_with("on") && attribute != "style" && attribute != "src",
                        "{name}: {tag}"
                    );
                    if attribute == "href" && tag == "a" {
                        let outside = ["https://", "http://", "mailto:"].iter().any(|start| value.starts_with(start));
                        let target = value.strip_prefix('#');
                        assert!(outside || target.is_some(), "{name}: {value}");
                        if let Some(id) = target {
                            let is_there = |tag: &Tag| tag.1.iter().any(|(name, value)| name == "id" && value == id);
                            assert!(tags.iter().any(is_there), "{name}: nothing is #{id}");
                        }
                    }
                }
                let ids: BTreeSet<&str> =
                    attributes.iter().filter(|(name, _)| name == "id").map(|(_, id)| id.as_str()).collect();
                assert!(ids.len() <= 1);
            }
            let ids: Vec<&str> = tags
                .iter()
                .flat_map(|tag| &tag.1)
                .filter(|(name, _)| name == "id")
                .map(|(_, id)| id.as_str())
                .collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: an id is there twice");
            let policy = tags.iter().find(|tag| tag.1.iter().any(|(_, value)| value == "Content-Security-Policy"));
            let policy = &policy.unwrap().1.iter().find(|(name, _)| name == "content").unwrap().1;
            assert!(policy.starts_with("default-src 'none'; img-src data:; font-src data:; "), "{policy}");
            assert!(policy.contains(&format!("style-src {}", hash(between(&page, "<style>", "</style>")))), "{name}");
            assert!(
                policy.contains(&format!("script-src {}", hash(between(&page, "<script>", "</script>")))),
                "{name}"
            );
            assert!(!policy.contains("unsafe"));
            serde_json::from_str::<serde_json::Value>(between(&page, "id=\"data\">", "</script>")).unwrap();
        }
    }
}

#[test]
fn light_and_dark_are_one_picture_in_two_colours() {
    for (name, map) in maps() {
        let both = page(&map, Some(Theme::Light), None);
        assert!(both.contains(":root[data-theme=dark]{"), "{name}: the pictures differ in more than colours");
        assert!(both.contains("id=\"theme\""), "{name}");
        let dark = page(&map, Some(Theme::Dark), None);
        assert_eq!(dark.replacen(" data-theme=\"dark\"", "", 1), both, "{name}");
        let own = page(&map, Some(Theme::HighContrast), None);
        assert!(!own.contains("data-theme=dark") && !own.contains("id=\"theme\""), "{name}");
    }
}

#[test]
fn the_pages_picture_is_the_svg() {
    // Every line of words, at its place: all but the colours.
    let lines = |svg: &str| -> Vec<String> {
        svg.lines()
            .filter(|line| line.starts_with("<text"))
            .map(|line| {
                let (before, after) = line.split_once(" fill=\"").unwrap();
                format!("{before}{}", after.split_once('"').unwrap().1)
            })
            .collect()
    };
    for (name, map) in maps() {
        let words = Words::new(map.language);
        let options = Options { theme: Theme::Light, words: &words, all: true, images: &NoImages };
        let scene = lay_out(&map, &options, &mut Typesetter::new());
        let alone = svg::svg(&scene, &svg::SvgOptions::default()).unwrap();
        let page = page(&map, Some(Theme::Light), None);
        assert_eq!(lines(&page), lines(&alone), "{name}");
        // Signs that come again are said once.
        let (here, once) =
            (page.matches("<path").count() + page.matches("<use").count(), page.matches("<path id").count());
        assert_eq!(here - once, alone.matches("<path").count(), "{name}");
    }
}

#[test]
fn table_and_list_say_every_card_step_and_score() {
    for (name, map) in maps() {
        let page = page(&map, None, None);
        let (tags, texts) = read(&page);
        let all = texts.join("\n");
        let is_id = |id: &str| tags.iter().any(|tag| tag.1.iter().any(|(name, value)| name == "id" && value == id));
        let is_link = |to: &str| tags.iter().any(|tag| tag.1.iter().any(|(name, value)| name == "href" && value == to));
        for (_, step) in map.steps() {
            assert!(is_id(&format!("step-{}", step.id)) && is_link(&format!("#step-{}", step.id)), "{name}");
            assert!(all.contains(step.name.trim()), "{name}: {}", step.name);
            for card in &step.cards {
                assert!(is_id(&format!("card-{}", card.id)) && is_link(&format!("#card-{}", card.id)), "{name}");
                assert!(all.contains(card.text.trim()) && all.contains(card.notes.trim()), "{name}: {}", card.text);
            }
        }
        let columns: usize = map.stages.iter().map(|stage| stage.steps.len().max(1)).sum();
        let spans: usize = tags
            .iter()
            .filter_map(|tag| tag.1.iter().find(|(name, _)| name == "colspan"))
            .map(|(_, columns)| columns.parse::<usize>().unwrap())
            .sum();
        assert_eq!(spans, columns, "{name}");
        assert!(
            page.contains("<caption>") && page.contains("scope=\"col\"") || columns == 0 || map.steps().count() == 0
        );
    }
}

/// What somebody may put into a field to get out of it.
const HOSTILE: &str = "</script></style></title></textarea></svg>--><script>document.documentElement.className='hit';window.hit=1</script><img src=x \
                       onerror=\"document.documentElement.className='hit'\">\"' onload='window.hit=1' <a href=\"javascript:window.hit=1\">\u{2028}&lt;{n}\u{0}]]>";

/// A value with hostile words in each text; ids and what is chosen from a few stay.
fn poisoned(value: &Value, field: &str) -> Value {
    match value {
        Value::Text(text) if poisonable(field, text) => Value::Text(HOSTILE.replace('\0', "")),
        Value::List(values) => Value::List(values.iter().map(|value| poisoned(value, field)).collect()),
        Value::Table(rows) => {
            Value::Table(rows.iter().map(|(key, value)| (key.clone(), poisoned(value, field))).collect())
        }
        Value::Fields(fields) => {
            Value::Fields(fields.iter().map(|(name, value)| (name.clone(), poisoned(value, name))).collect())
        }
        Value::Variant(name, inner) => Value::Variant(name.clone(), Box::new(poisoned(inner, field))),
        other => other.clone(),
    }
}

fn poisonable(field: &str, text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "title",
        "scenario",
        "name",
        "notes",
        "text",
        "owner",
        "label",
        "worst_case",
        "answer",
        "description",
        "goal",
        "quote",
        "value",
        "source",
        "alternative",
        "pre_purchase",
        "purchase",
        "post_purchase",
        "to_label",
        "unit",
        "fields",
        "Other",
        "comment",
        "by",
    ];
    WORDS.contains(&field) && !text.starts_with('#') && text.parse::<wayfelt::model::CardId>().is_err()
}

pub fn hostile_map() -> JourneyMap {
    poisoned(&Value::of(&every_kind::map()), "").read().unwrap()
}

/// The map that `.ci/page` opens in a browser, in the file that `WAYFELT_HOSTILE_MAP` names.
#[test]
#[ignore = "writes a file for a script"]
fn hostile_map_for_a_browser() {
    let path = std::path::PathBuf::from(std::env::var_os("WAYFELT_HOSTILE_MAP").unwrap());
    wayfelt::file::disk::save(&path, &hostile_map()).unwrap();
}

#[test]
fn no_words_become_markup() {
    let plain = read(&page(&every_kind::map(), None, None)).0;
    let hostile_page = page(&hostile_map(), None, None);
    let (hostile, texts) = read(&hostile_page);
    assert!(
        texts.iter().any(|text| text.contains("<script>document.documentElement")),
        "the words are there, as words"
    );
    let kinds = |tags: &[Tag]| -> BTreeSet<String> {
        tags.iter()
            .map(|(tag, attributes)| {
                let names: Vec<&str> = attributes.iter().map(|(name, _)| name.as_str()).collect();
                format!("{tag} {}", names.join(" "))
            })
            .collect()
    };
    let known = kinds(&plain);
    let new: Vec<String> = kinds(&hostile).into_iter().filter(|tag| !known.contains(tag)).collect();
    assert_eq!(new, Vec::<String>::new());
    assert!(!hostile_page.contains("href=\"javascript"));
    assert!(hostile_page.matches("window.hit").count() > 50, "hostile words went everywhere");
}

/// What a browser makes of a page once its scripts have run; none where there is no browser.
fn in_browser(page: &str) -> Option<String> {
    const BROWSER: &str = "/usr/bin/chromium";
    if !std::path::Path::new(BROWSER).exists() {
        println!("there is no {BROWSER} here: not tried");
        return None;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("page.html");
    std::fs::write(&path, page).unwrap();
    let output = std::process::Command::new(BROWSER)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=3000"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(format!("file://{}", path.display()))
        .output()
        .unwrap();
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn in_a_browser_our_script_runs_and_no_other() {
    let page = page(&hostile_map(), None, None);
    let Some(shown) = in_browser(&page) else { return };
    let body = between(&shown, "<body", ">");
    assert!(body.contains("scripted") && body.contains("data-view="), "our script ran: <body{body}>");
    let head = between(&shown, "<html", ">");
    assert!(!head.contains("hit"), "somebody else's ran: <html{head}>");
    // A page that is tampered with runs nothing at all.
    let tampered = page.replacen("<script>\"use strict\"", "<script>\"use strict\" ", 1).replacen(
        "</main>",
        "</main><script>document.documentElement.className='hit'</script>",
        1,
    );
    let shown = in_browser(&tampered).unwrap();
    assert!(!between(&shown, "<html", ">").contains("hit"));
}

#[test]
fn a_page_of_five_hundred_cards_can_be_sent() {
    let page = page(&generate::map(500), None, None);
    println!("{} bytes", page.len());
    assert!(page.len() < 1_000_000, "{} bytes", page.len());
}

#[test]
fn a_page_of_five_hundred_cards_is_below_a_megabyte() {
    let mut map = crate::maps::grid(0);
    map.language = Language::Vi;
    let words =
        "Khách phải chờ lâu ở quầy vì chỉ có một nhân viên, trong khi hệ thống xếp hàng không báo trước thời gian";
    let mut stage = Stage::clone(&map.stages[0]);
    stage.steps =
        (1..=56).map(|n| Arc::new(Step::new(crate::maps::id(n), format!("Bước {n} với tên dài hơn")))).collect();
    map.stages = vec![Arc::new(stage)];
    let kinds = [
        LaneKind::Actions,
        LaneKind::Touchpoints,
        LaneKind::Thoughts,
        LaneKind::PainPoints,
        LaneKind::Opportunities,
        LaneKind::Needs,
        LaneKind::Frontstage,
        LaneKind::Backstage,
        LaneKind::Systems,
    ];
    for (step, kind) in (1..=56_u64).flat_map(|step| kinds.map(|kind| (step, kind))) {
        let card = map.cards().count() as u64 + 1;
        crate::maps::put_plain(&mut map, step, card, kind);
        crate::maps::card_mut(&mut map, crate::maps::id(card)).text = format!("{card} {words}");
    }
    for persona in [1, 2] {
        crate::maps::believe(&mut map, crate::maps::id(persona), &[Some(-1.0); 56]);
    }
    let page = page(&map, None, None);
    assert!(map.cards().count() > 500 && page.len() < 1_000_000, "{} bytes", page.len());
}
