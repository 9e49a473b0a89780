//! Texts to lines of glyphs.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFamilyName, OverflowWrap, TextStyle};
use parley::{FontContext, Layout, LayoutContext};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use super::cache::{self, Cache};
use super::faces::{covers, faces, of_weight};
use super::system::System;
use super::{Paragraph, Style, Weight};
use crate::scene::{Face, Glyph, Line, Run};

/// Ids of the system's faces begin here.
const SYSTEM_FACES: u64 = 1000;
/// A width that a text was measured to have must hold the text, whatever was rounded on the way.
const TOLERANCE: f32 = 0.01;

/// Breaks texts into lines and remembers them.
pub struct Typesetter {
    fonts: FontContext,
    context: LayoutContext<()>,
    layout: Layout<()>,
    /// Every face in use, with the number that its file has at parley.
    faces: Vec<(u64, Arc<Face>)>,
    /// Families by weight, first choice first.
    families: [Vec<FontFamilyName<'static>>; 4],
    system: SystemFonts,
    cache: Cache,
    /// A character was asked for that no face has, since this was asked last.
    lacked: bool,
}

/// Whether the system's fonts may be used, and what is known of them.
enum SystemFonts {
    Never,
    NotYet,
    Loaded {
        system: Box<System>,
        /// For each character that the bundle lacks: whether a face was found.
        known: BTreeMap<char, bool>,
    },
}

impl fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typesetter").field("faces", &self.faces).finish_non_exhaustive()
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Typesetter {
    /// A typesetter that knows the bundled faces only: the same lines on every machine.
    pub fn new() -> Self {
        Self::with(SystemFonts::Never)
    }

    /// A typesetter that asks the system for a face at the first character that the bundled faces lack.
    pub fn with_system_fonts() -> Self {
        Self::with(SystemFonts::NotYet)
    }

    fn with(system: SystemFonts) -> Self {
        let mut fonts = FontContext {
            collection: Collection::new(CollectionOptions { shared: false, system_fonts: false }),
            source_cache: SourceCache::default(),
        };
        let faces: Vec<(u64, Arc<Face>)> = faces()
            .iter()
            .map(|face| {
                let blob = Blob::new(Arc::clone(&face.data));
                let id = blob.id();
                register(&mut fonts, blob, face.id);
                (id, Arc::clone(face))
            })
            .collect();
        let families = Weight::ALL.map(|weight| {
            of_weight(weight).map(|place| FontFamilyName::Named(Cow::Owned(family(faces[place].1.id)))).to_vec()
        });
        Self {
            fonts,
            context: LayoutContext::new(),
            layout: Layout::new(),
            faces,
            families,
            system,
            cache: Cache::default(),
            lacked: false,
        }
    }

    /// Whether, since this was asked last, a text had a character that no face has: it is shown as a box.
    pub fn take_lacked(&mut self) -> bool {
        std::mem::take(&mut self.lacked)
    }

    /// Breaks a text at `width` map units and at its own line breaks. A word that is too long breaks anywhere; nothing
    /// is ever cut off. Characters that control and don't show are left out.
    pub fn set(&mut self, text: &str, style: Style, width: Option<f32>) -> Arc<Paragraph> {
        let key = cache::key(text, style, width);
        if let Some(paragraph) = self.cache.get(key, text, style, width) {
            return paragraph;
        }
        let lacked = std::mem::take(&mut self.lacked);
        let paragraph = Arc::new(self.shape(&shown(text), style, width));
        // What lacks a character says so each time.
        if !self.lacked || !matches!(self.system, SystemFonts::Never) {
            self.cache.insert(key, text, style, width, &paragraph);
        }
        self.lacked |= lacked;
        paragraph
    }

    /// How wide a text is that isn't broken, in map units.
    pub fn width(&mut self, text: &str, style: Style) -> f64 {
        self.set(text, style, None).width
    }

    fn shape(&mut self, text: &str, style: Style, width: Option<f32>) -> Paragraph {
        let line_height = style.line_height();
        let first_baseline = baseline(&self.faces[of_weight(style.weight)[0]].1, style);
        let mut lines = Vec::new();
        if !text.is_empty() {
            self.lay_out(text, style, width);
            lines.extend(self.layout.lines().map(|line| Arc::new(finish(text, &line, &self.faces))));
        }
        if lines.is_empty() {
            lines.push(Arc::new(Line { text: String::new(), runs: Vec::new(), width: 0.0 }));
        }
        Paragraph {
            width: lines.iter().fold(0.0, |widest, line| line.width.max(widest)),
            height: line_height * lines.len() as f64,
            lines: (0..).zip(lines).map(|(i, line)| (f64::from(i) * line_height + first_baseline, line)).collect(),
        }
    }

    fn lay_out(&mut self, text: &str, style: Style, width: Option<f32>) {
        let missing = self.missing(text);
        let families = &self.families[style.weight as usize];
        let [_, behind] = of_weight(style.weight);
        // An empty place would hide that a character is missing; this face has a box for it.
        let boxes = [FontFamilyName::Named(Cow::Owned(family(self.faces[behind].1.id)))];
        let text_style = |families| TextStyle {
            font_family: FontFamily::List(Cow::Borrowed(families)),
            font_size: style.size,
            overflow_wrap: OverflowWrap::Anywhere,
            ..TextStyle::default()
        };
        let mut builder = self.context.style_run_builder(&mut self.fonts, text, 1.0, false);
        let plain = builder.push_style(text_style(families));
        if missing.is_empty() {
            builder.push_style_run(plain, 0..text.len());
        } else {
            let boxed = builder.push_style(text_style(&boxes));
            let mut end = 0;
            for range in missing {
                if range.start > end {
                    builder.push_style_run(plain, end..range.start);
                }
                end = range.end;
                builder.push_style_run(boxed, range);
            }
            if end < text.len() {
                builder.push_style_run(plain, end..text.len());
            }
        }
        builder.build_into(&mut self.layout, text);
        self.layout.break_all_lines(width.map(|width| width.max(0.0) + TOLERANCE));
    }

    /// Where the text has characters that no face can show; faces of the system are taken in on the way.
    fn missing(&mut self, text: &str) -> Vec<Range<usize>> {
        let mut missing: Vec<Range<usize>> = Vec::new();
        if text.is_ascii() {
            return missing;
        }
        for (start, character) in text.char_indices() {
            if character == '\n' || covers(character) || self.found(character) {
                continue;
            }
            self.lacked = true;
            let end = start + character.len_utf8();
            match missing.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => missing.push(start..end),
            }
        }
        missing
    }

    fn found(&mut self, character: char) -> bool {
        if matches!(self.system, SystemFonts::NotYet) {
            self.system = SystemFonts::Loaded { system: Box::new(System::load()), known: BTreeMap::new() };
        }
        let SystemFonts::Loaded { system, known } = &mut self.system else { return false };
        if let Some(&found) = known.get(&character) {
            return found;
        }
        let taken = self.faces[faces().len()..].iter().any(|(_, face)| {
            FontRef::from_index(face.bytes(), face.index)
                .is_ok_and(|font| font.charmap().map(character).is_some_and(|glyph| glyph.to_u32() != 0))
        });
        let mut found = taken;
        if !taken && let Some(font) = system.find(character) {
            let id = SYSTEM_FACES + self.faces.len() as u64;
            let (data, blob) = font.data.clone().into_raw_parts();
            register(&mut self.fonts, font.data, id);
            for families in &mut self.families {
                families.push(FontFamilyName::Named(Cow::Owned(family(id))));
            }
            let face =
                Face { id, family: font.family, weight: font.weight, italic: font.italic, data, index: font.index };
            self.faces.push((blob, Arc::new(face)));
            found = true;
        }
        known.insert(character, found);
        found
    }
}

/// The name by which parley knows a face: each is a family of its own, so that nothing is chosen by weight or slant.
fn family(id: u64) -> String {
    format!("wayfelt {id}")
}

fn register(fonts: &mut FontContext, data: Blob<u8>, id: u64) {
    let name = family(id);
    fonts
        .collection
        .register_fonts(data, Some(FontInfoOverride { family_name: Some(&name), ..FontInfoOverride::default() }));
}

/// The text without what can't be shown: controls, and what XML can't hold.
fn shown(text: &str) -> Cow<'_, str> {
    let hidden =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{2028}' | '\u{2029}');
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\r' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            other if hidden(other) => {}
            other => clean.push(other),
        }
    }
    Cow::Owned(clean)
}

/// Height of the first baseline under the top: the letters stand in the middle of the line's height.
fn baseline(face: &Face, style: Style) -> f64 {
    let line_height = style.line_height();
    let Ok(font) = FontRef::from_index(face.bytes(), face.index) else { return line_height };
    let metrics = font.metrics(Size::new(style.size), LocationRef::default());
    let (ascent, descent) = (f64::from(metrics.ascent), f64::from(metrics.descent));
    ((line_height - (ascent - descent)) / 2.0 + ascent).round()
}

/// A line as painters want it, without the space at its end.
fn finish(text: &str, line: &parley::Line<'_, ()>, faces: &[(u64, Arc<Face>)]) -> Line {
    let range = line.text_range();
    let kept = text[range.clone()].trim_end();
    let (start, end) = (range.start, range.start + kept.len());
    let mut x = 0.0;
    let mut runs = Vec::new();
    for run in line.runs() {
        if let Some(run) = finish_run(&run, faces, start..end, x) {
            x += run.width;
            runs.push(run);
        }
    }
    Line { text: kept.to_owned(), runs, width: x }
}

fn finish_run(
    run: &parley::layout::Run<'_, ()>,
    faces: &[(u64, Arc<Face>)],
    kept: Range<usize>,
    left: f64,
) -> Option<Run> {
    let range = run.text_range();
    let range = range.start.max(kept.start)..range.end.min(kept.end);
    if range.is_empty() {
        return None;
    }
    let font = run.font();
    let face = faces
        .iter()
        .find(|(blob, face)| *blob == font.data.id() && face.index == font.index)
        .or_else(|| faces.iter().find(|(blob, _)| *blob == font.data.id()))?;
    let (mut atoms, shapes) = atoms(run, &kept);
    if run.is_rtl() {
        atoms.reverse();
    }
    let mut x = left;
    let mut glyphs = Vec::with_capacity(shapes.len());
    for (bytes, places) in atoms {
        for shape in &shapes[places] {
            glyphs.push(Glyph {
                id: shape.id,
                x: x + f64::from(shape.x),
                y: f64::from(shape.y),
                advance: f64::from(shape.advance),
                range: bytes.start - kept.start..bytes.end - kept.start,
            });
            x += f64::from(shape.advance);
        }
    }
    Some(Run {
        face: Arc::clone(&face.1),
        size: f64::from(run.font_size()),
        rtl: run.is_rtl(),
        range: range.start - kept.start..range.end - kept.start,
        x: left,
        width: x - left,
        glyphs,
    })
}

/// Bytes of the text, and the place of what shows them among the glyphs.
type Atom = (Range<usize>, Range<usize>);

/// The pieces of a run that have glyphs of their own, in logical order. A ligature's letters are one piece.
fn atoms(run: &parley::layout::Run<'_, ()>, kept: &Range<usize>) -> (Vec<Atom>, Vec<parley::layout::Glyph>) {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut glyphs = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        if range.start >= kept.end {
            break;
        }
        match atoms.last_mut() {
            Some(last) if cluster.is_ligature_continuation() => last.0.end = range.end.min(kept.end),
            _ => {
                let first = glyphs.len();
                glyphs.extend(cluster.glyphs());
                atoms.push((range.start..range.end.min(kept.end), first..glyphs.len()));
            }
        }
    }
    (atoms, glyphs)
}
