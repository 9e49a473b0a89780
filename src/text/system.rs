//! The system's fonts, read only when a character is met that the bundled faces lack.

use fontique::{
    Blob, Collection, CollectionOptions, FallbackKey, GenericFamily, QueryFamily, QueryStatus, SourceCache,
};
use parley::fontique;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// A font of the system that has a wanted character.
pub(super) struct Found {
    pub(super) family: String,
    pub(super) weight: u16,
    pub(super) italic: bool,
    pub(super) data: Blob<u8>,
    pub(super) index: u32,
}

/// The system's fonts.
pub(super) struct System {
    collection: Collection,
    sources: SourceCache,
}

impl System {
    /// Asks the system which fonts it has.
    pub(super) fn load() -> Self {
        Self {
            collection: Collection::new(CollectionOptions { shared: false, system_fonts: true }),
            sources: SourceCache::default(),
        }
    }

    /// A font that can draw this character: first one meant for its script, then any.
    pub(super) fn find(&mut self, character: char) -> Option<Found> {
        let script = FallbackKey::new(fontique::Script::from_bytes(script(character)), None);
        let usual = [GenericFamily::SansSerif, GenericFamily::SystemUi, GenericFamily::Emoji, GenericFamily::Math];
        self.query(character, script, usual.into_iter().map(QueryFamily::Generic)).or_else(|| {
            let mut names: Vec<String> = self.collection.family_names().map(str::to_owned).collect();
            names.sort_unstable();
            self.query(character, script, names.iter().map(|name| QueryFamily::Named(name)))
        })
    }

    fn query<'a>(
        &mut self,
        character: char,
        script: FallbackKey,
        families: impl Iterator<Item = QueryFamily<'a>>,
    ) -> Option<Found> {
        let mut found = None;
        let mut query = self.collection.query(&mut self.sources);
        query.set_fallbacks(script);
        query.set_families(std::iter::empty::<QueryFamily<'_>>());
        let mut look = |font: &fontique::QueryFont| {
            if draws(font.blob.as_ref(), font.index, character) {
                found = Some((font.family.0, font.family.1, font.blob.clone(), font.index));
                return QueryStatus::Stop;
            }
            QueryStatus::Continue
        };
        query.matches_with(&mut look);
        query.set_families(families);
        if found.is_none() {
            query.matches_with(|font| {
                if draws(font.blob.as_ref(), font.index, character) {
                    found = Some((font.family.0, font.family.1, font.blob.clone(), font.index));
                    return QueryStatus::Stop;
                }
                QueryStatus::Continue
            });
        }
        drop(query);
        let (family, place, data, index) = found?;
        let name = self.collection.family_name(family).unwrap_or_default().to_owned();
        let info = self.collection.family(family)?;
        let font = info.fonts().get(place)?;
        Some(Found {
            family: name,
            weight: font.weight().value().clamp(1.0, 1000.0) as u16,
            italic: font.style() != fontique::FontStyle::Normal,
            data,
            index,
        })
    }
}

/// Whether the font has an outline for this character; pictures in colour are of no use to us.
fn draws(data: &[u8], index: u32, character: char) -> bool {
    let Ok(font) = FontRef::from_index(data, index) else { return false };
    let Some(glyph) = font.charmap().map(character).filter(|glyph| glyph.to_u32() != 0) else { return false };
    if character.is_whitespace() {
        return true;
    }
    let Some(outline) = font.outline_glyphs().get(glyph) else { return false };
    let mut pen = Anything(false);
    outline.draw(DrawSettings::unhinted(Size::new(16.0), LocationRef::default()), &mut pen).is_ok() && pen.0
}

/// Sees whether anything is drawn.
struct Anything(bool);

impl OutlinePen for Anything {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }

    fn close(&mut self) {}
}

/// The script by which systems choose a font for a character (ISO 15924): only those that have fonts of their own.
const fn script(character: char) -> [u8; 4] {
    match character as u32 {
        0x0370..=0x03FF | 0x1F00..=0x1FFF => *b"Grek",
        0x0400..=0x052F => *b"Cyrl",
        0x0530..=0x058F => *b"Armn",
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => *b"Hebr",
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => *b"Arab",
        0x0900..=0x097F => *b"Deva",
        0x0980..=0x09FF => *b"Beng",
        0x0A00..=0x0A7F => *b"Guru",
        0x0A80..=0x0AFF => *b"Gujr",
        0x0B80..=0x0BFF => *b"Taml",
        0x0C00..=0x0C7F => *b"Telu",
        0x0C80..=0x0CFF => *b"Knda",
        0x0D00..=0x0D7F => *b"Mlym",
        0x0E00..=0x0E7F => *b"Thai",
        0x0E80..=0x0EFF => *b"Laoo",
        0x1000..=0x109F => *b"Mymr",
        0x10A0..=0x10FF => *b"Geor",
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7FF => *b"Hang",
        0x1780..=0x17FF => *b"Khmr",
        0x3040..=0x30FF => *b"Hira",
        0x2E80..=0x2FDF | 0x3000..=0x303F | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF => {
            *b"Hani"
        }
        _ => *b"Zyyy",
    }
}
