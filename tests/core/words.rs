//! The message files: both languages say the same things, once each, with the same values in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use wayfelt::model::Language;

/// The values that each message mentions, by its id.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language.code()).join("wayfelt.ftl");
    let text = std::fs::read_to_string(path).unwrap();
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines() {
        let starts = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if let Some((id, _)) = line.split_once(" =").filter(|_| starts) {
            current = id.to_owned();
            assert!(messages.insert(current.clone(), BTreeSet::new()).is_none(), "{}: {id} twice", language.code());
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
            messages.get_mut(&current).unwrap_or_else(|| panic!("a value outside a message: {line}")).insert(name);
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    let (english, vietnamese) = (messages(Language::En), messages(Language::Vi));
    assert!(english.len() > 100, "the message files are gone");
    let ids = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let apart: Vec<String> = ids(&english).symmetric_difference(&ids(&vietnamese)).cloned().collect();
    assert!(apart.is_empty(), "in one language only: {apart:?}");
    for (id, values) in &english {
        assert_eq!(values, &vietnamese[id], "{id}");
    }
}

#[test]
fn vietnamese_is_written_in_composed_letters() {
    for language in Language::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language.code()).join("wayfelt.ftl");
        let text = std::fs::read_to_string(path).unwrap();
        let loose = text.chars().find(|letter| ('\u{300}'..='\u{36f}').contains(letter));
        assert_eq!(loose, None, "{}", language.code());
    }
}
