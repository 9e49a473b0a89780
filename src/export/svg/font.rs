//! The faces that a picture uses, each reduced to the characters it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::{NameId, Tag};
use skrifa::{FontRef, GlyphId};

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
                    });
                    used.characters.extend(text.line.text[run.range.clone()].chars());
                }
            }
        });
        fonts
    }

    /// The class of elements in this face.
    pub(super) fn class(&self, face: &Face) -> &str {
        self.faces.get(&face.id).map_or("", |used| &used.class)
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
            let font = subset(used)
                .map_err(|reason| SvgError::Font { family: face.family.clone(), reason: reason.to_string() })?;
            let _ = write!(
                out,
                "@font-face{{font-family:\"{name}\";font-weight:{};font-style:{slant};src:url(data:font/ttf;base64,",
                face.weight
            );
            STANDARD.encode_string(&font, out);
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
    Ok(subset_font(&font, &plan)?)
}
