//! The faces that a picture uses, each reduced to the characters it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::{NameId, Tag};
use skrifa::raw::{TableProvider as _, TopLevelTable as _, tables};
use skrifa::{FontRef, GlyphId};
use subsetter::GlyphRemapper;
use write_fonts::FontBuilder;

use super::SvgError;
use crate::scene::{Face, Item, Scene};

/// The faces in use, by their ids.
#[derive(Default)]
pub(super) struct Fonts {
    faces: BTreeMap<u64, Used>,
}

struct Used {
    face: Arc<Face>,
    class: String,
    characters: BTreeSet<char>,
    /// The face reduced to them; none where it can't be: such letters are drawn as shapes.
    font: Option<Vec<u8>>,
}

impl Fonts {
    /// What a scene uses.
    pub(super) fn of(scene: &Scene) -> Self {
        let mut fonts = Self::default();
        scene.walk(&mut |item| {
            if let Item::Text(text) = item {
                for run in &text.line.runs {
                    let count = fonts.faces.len();
                    let used = fonts.faces.entry(run.face.id).or_insert_with(|| Used {
                        face: Arc::clone(&run.face),
                        class: format!("f{count}"),
                        characters: BTreeSet::new(),
                        font: None,
                    });
                    used.characters.extend(text.line.text[run.range.clone()].chars());
                }
            }
        });
        for used in fonts.faces.values_mut() {
            used.font = subset(used).ok();
        }
        fonts
    }

    /// The class of elements in this face; none where it can't be embedded.
    pub(super) fn class(&self, face: &Face) -> Option<&str> {
        self.faces.get(&face.id).filter(|used| used.font.is_some()).map(|used| used.class.as_str())
    }

    /// The style sheet: a family of its own for each face, so that no viewer chooses or slants by itself, and the face's
    /// own family behind it for those who have it and ignore embedded fonts.
    pub(super) fn write(&self, out: &mut String) -> Result<(), SvgError> {
        if self.faces.is_empty() {
            return Ok(());
        }
        out.push_str("<style>\n");
        self.sheet(out)?;
        out.push_str("</style>\n");
        Ok(())
    }

    /// The rules of the style sheet.
    pub(super) fn sheet(&self, out: &mut String) -> Result<(), SvgError> {
        out.push_str("text{white-space:pre}\n");
        for used in self.faces.values() {
            let face = &used.face;
            let own: String = face.family.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
            let slant = if face.italic { "italic" } else { "normal" };
            let name = format!("WF {own} {}{}", face.weight, if face.italic { " Italic" } else { "" });
            let Some(font) = &used.font else {
                FontRef::from_index(face.bytes(), face.index)
                    .map_err(|reason| SvgError::Font { family: face.family.clone(), reason: reason.to_string() })?;
                continue;
            };
            let _ = write!(
                out,
                "@font-face{{font-family:\"{name}\";font-weight:{};font-style:{slant};src:url(data:font/ttf;base64,",
                face.weight
            );
            STANDARD.encode_string(font, out);
            let _ = writeln!(
                out,
                ")}}\n.{}{{font-family:\"{name}\",\"{own}\",sans-serif;font-weight:{};font-style:{slant}}}",
                used.class, face.weight
            );
        }
        Ok(())
    }
}

/// The font with only these characters, and what shapes them.
fn subset(used: &Used) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let font = FontRef::from_index(used.face.bytes(), used.face.index)?;
    let characters: IntSet<u32> = used.characters.iter().map(|&character| u32::from(character)).collect();
    let drop: IntSet<Tag> = DEFAULT_DROP_TABLES.iter().copied().collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    // Copyright, family, style, version, licence: the font's licence asks for them.
    let names: IntSet<NameId> = [0, 1, 2, 3, 4, 5, 6, 13, 14].into_iter().map(NameId::new).collect();
    let english: IntSet<u16> = std::iter::once(0x0409).collect();
    let plan = Plan::new(
        &IntSet::<GlyphId>::empty(),
        &characters,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &drop,
        &IntSet::all(),
        &features,
        &names,
        &english,
    );
    let reduced = subset_font(&font, &plan)?;
    if FontRef::new(&reduced)?.glyf().is_ok() {
        return Ok(reduced);
    }
    // The outlines of an OpenType font are one table, which the subsetter leaves out: reduced on its own, to the same glyphs.
    let mut glyphs: Vec<(u32, u16)> = Vec::new();
    for (old, new) in plan.old_to_new_glyph_mapping() {
        glyphs.push((new.to_u32(), u16::try_from(old.to_u32())?));
    }
    glyphs.sort_unstable();
    let mut kept = GlyphRemapper::new();
    for (new, old) in glyphs {
        if u32::from(kept.remap(old)) != new {
            return Err("glyphs are in another order".into());
        }
    }
    let outlines = subsetter::subset(used.face.bytes(), used.face.index, &kept)?;
    let tag = tables::cff::Cff::TAG;
    let outlines = FontRef::new(&outlines)?.data_for_tag(tag).ok_or("no outlines")?.as_bytes().to_vec();
    Ok(FontBuilder::new().add_raw(tag, outlines).copy_missing_tables(FontRef::new(&reduced)?).build())
}
