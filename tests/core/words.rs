//! Both languages say everything, once, with the same figures in it.

use std::collections::{BTreeMap, BTreeSet};

use wayfelt::i18n::Words;
use wayfelt::model::Language;

/// Ids and what they say; a message may go on over indented lines.
fn messages(language: &str) -> BTreeMap<String, String> {
    let path = format!("{}/assets/i18n/{language}/wayfelt.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines() {
        let id = line.split_once(" =").map(|(id, _)| id).filter(|id| {
            id.starts_with(|c: char| c.is_ascii_lowercase())
                && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        });
        if let Some(id) = id {
            last = id.to_owned();
            let said = line.split_once(" =").map(|(_, said)| said.to_owned()).unwrap_or_default();
            assert!(messages.insert(last.clone(), said).is_none(), "{language} says {last} twice");
        } else if line.starts_with([' ', '}', '\t']) {
            messages.entry(last.clone()).or_default().push_str(line);
        }
    }
    messages
}

fn figures(said: &str) -> BTreeSet<&str> {
    said.split('$')
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).next())
        .collect()
}

#[test]
fn both_languages_say_everything() {
    let (english, vietnamese) = (messages("en"), messages("vi"));
    let ids = |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let (en, vi) = (ids(&english), ids(&vietnamese));
    assert!(en.len() > 300);
    let missing: Vec<_> = en.symmetric_difference(&vi).collect();
    assert!(missing.is_empty(), "only in one language: {missing:?}");
    for (id, said) in &english {
        assert_eq!(figures(said), figures(&vietnamese[id]), "{id} has other figures in Vietnamese");
        assert!(!said.trim().is_empty() && !vietnamese[id].trim().is_empty(), "{id} says nothing");
    }
}

/// A sentence that was never translated is easily overlooked.
#[test]
fn vietnamese_is_vietnamese() {
    let (english, vietnamese) = (messages("en"), messages("vi"));
    let same: Vec<&String> = english
        .iter()
        // A language is called by its own name everywhere.
        .filter(|(id, _)| *id != "start-language")
        .filter(|(id, said)| vietnamese[*id] == **said && said.split_whitespace().filter(|w| w.len() > 3).count() > 2)
        .map(|(id, _)| id)
        .collect();
    assert!(same.is_empty(), "the same in both languages: {same:?}");
}

#[test]
fn numbers_and_dates_are_written_as_people_write_them() {
    let (en, vi) = (Words::new(Language::En), Words::new(Language::Vi));
    assert_eq!((en.number(-1.25, 2), vi.number(-1.25, 2)), ("−1.25".to_owned(), "−1,25".to_owned()));
    assert_eq!(
        (en.signed(0.5, 1), en.signed(0.0, 1), en.signed(-0.04, 1)),
        ("+0.5".into(), "0.0".into(), "0.0".into())
    );
    assert_eq!(
        (en.number_up_to(2.0, 2), en.number_up_to(2.5, 2), vi.number_up_to(0.126, 2)),
        ("2".into(), "2.5".into(), "0,13".into())
    );
    assert_eq!(en.percent(0.186), "19%");
    // Halves go away from 0, wherever a figure stands.
    assert_eq!((en.percent(0.125), vi.signed(-1.25, 1), en.number(2.5, 0)), ("13%".into(), "−1,3".into(), "3".into()));
    assert_eq!((en.number_up_to(1.25, 1), en.number_up_to(-0.05, 1)), ("1.3".into(), "−0.1".into()));
    assert_eq!((en.number(1e300, 2).len(), en.number(f64::NAN, 1)), (304, "NaN".into()));
    let date = jiff::civil::date(2026, 11, 22);
    assert_eq!((en.date(date), vi.date(date)), ("22 Nov 2026".into(), "22/11/2026".into()));
}

#[test]
fn great_numbers_of_people_have_their_thousands_apart() {
    let said = |language| [0, 999, 9999, 10_000, 666_666, 1_000_000].map(|n| Words::new(language).count(n));
    assert_eq!(said(Language::En), ["0", "999", "9999", "10,000", "666,666", "1,000,000"]);
    assert_eq!(said(Language::Vi), ["0", "999", "9999", "10.000", "666.666", "1.000.000"]);
}
