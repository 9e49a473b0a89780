//! Paragraphs that were set before.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash as _, Hasher};
use std::sync::Arc;

use super::{Paragraph, Style};

/// At most so many paragraphs in a generation.
const MOST_PARAGRAPHS: usize = 60_000;
/// At most so many bytes of text in a generation; a byte of text takes about fifty of glyphs.
const MOST_BYTES: usize = 2 << 20;

/// Two generations: what is used again moves to the young one; when that is full, the old one goes.
#[derive(Default)]
pub(super) struct Cache {
    young: Generation,
    old: Generation,
}

#[derive(Default)]
struct Generation {
    entries: HashMap<u64, Entry, BuildHasherDefault<Same>>,
    bytes: usize,
}

struct Entry {
    text: Box<str>,
    style: Style,
    width: Option<f32>,
    paragraph: Arc<Paragraph>,
}

impl Entry {
    fn is(&self, text: &str, style: Style, width: Option<f32>) -> bool {
        self.style == style && self.width == width && *self.text == *text
    }
}

/// The keys are hashes already.
#[derive(Default)]
struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// The key of a text so set. Two texts with one key take each other's place.
pub(super) fn key(text: &str, style: Style, width: Option<f32>) -> u64 {
    let mut hasher = BuildHasherDefault::<DefaultHasher>::default().build_hasher();
    text.hash(&mut hasher);
    style.weight.hash(&mut hasher);
    style.size.to_bits().hash(&mut hasher);
    width.map(f32::to_bits).hash(&mut hasher);
    hasher.finish()
}

impl Cache {
    /// The paragraph that was made of this text before.
    pub(super) fn get(&mut self, key: u64, text: &str, style: Style, width: Option<f32>) -> Option<Arc<Paragraph>> {
        if let Some(entry) = self.young.entries.get(&key) {
            return entry.is(text, style, width).then(|| Arc::clone(&entry.paragraph));
        }
        if !self.old.entries.get(&key)?.is(text, style, width) {
            return None;
        }
        let entry = self.old.entries.remove(&key)?;
        let paragraph = Arc::clone(&entry.paragraph);
        self.insert_entry(key, entry);
        Some(paragraph)
    }

    /// Keeps a paragraph.
    pub(super) fn insert(
        &mut self,
        key: u64,
        text: &str,
        style: Style,
        width: Option<f32>,
        paragraph: &Arc<Paragraph>,
    ) {
        self.insert_entry(key, Entry { text: text.into(), style, width, paragraph: Arc::clone(paragraph) });
    }

    fn insert_entry(&mut self, key: u64, entry: Entry) {
        if self.young.entries.len() >= MOST_PARAGRAPHS || self.young.bytes >= MOST_BYTES {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.bytes += entry.text.len();
        self.young.entries.insert(key, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Weight;

    #[test]
    fn what_is_used_stays_and_the_rest_goes() {
        let style = Style::new(Weight::Regular, 12.0);
        let paragraph = Arc::new(Paragraph { lines: Vec::new(), width: 0.0, height: 0.0 });
        let mut cache = Cache::default();
        for i in 0..MOST_PARAGRAPHS * 3 {
            let text = i.to_string();
            cache.insert(key(&text, style, None), &text, style, None, &paragraph);
            assert!(cache.get(key("0", style, None), "0", style, None).is_some(), "after {i}");
        }
        assert!(cache.get(key("1", style, None), "1", style, None).is_none());
        assert!(cache.young.entries.len() + cache.old.entries.len() <= 2 * MOST_PARAGRAPHS);
    }

    #[test]
    fn one_key_for_two_texts_gives_no_wrong_paragraph() {
        let style = Style::new(Weight::Regular, 12.0);
        let mut cache = Cache::default();
        let paragraph = Arc::new(Paragraph { lines: Vec::new(), width: 0.0, height: 0.0 });
        cache.insert(7, "one", style, None, &paragraph);
        assert!(cache.get(7, "two", style, None).is_none());
        assert!(cache.get(7, "one", style, Some(3.0)).is_none());
        assert!(cache.get(7, "one", style, None).is_some());
    }
}
