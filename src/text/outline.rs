//! Outlines of glyphs, for painters that draw letters as shapes.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Affine, BezPath};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::scene::{Face, Line, Run, kurbo};

/// Outlines that were drawn before.
#[derive(Debug, Default)]
pub struct Outlines {
    glyphs: BTreeMap<(u64, u32), Arc<BezPath>>,
}

impl Outlines {
    /// The outline of a glyph at font size 1, y downwards, its origin at the left end of the baseline; empty where the
    /// glyph is, or the face can't be read.
    pub fn glyph(&mut self, face: &Face, glyph: u32) -> Arc<BezPath> {
        Arc::clone(
            self.glyphs.entry((face.id, glyph)).or_insert_with(|| Arc::new(draw(face, glyph).unwrap_or_default())),
        )
    }

    /// The outlines of a whole line, its origin at the left end of the baseline.
    pub fn line(&mut self, line: &Line) -> BezPath {
        let mut path = BezPath::new();
        line.runs.iter().for_each(|run| self.add(run, &mut path));
        path
    }

    /// The outlines of one of a line's runs, from the line's origin.
    pub fn run(&mut self, run: &Run) -> BezPath {
        let mut path = BezPath::new();
        self.add(run, &mut path);
        path
    }

    fn add(&mut self, run: &Run, path: &mut BezPath) {
        for glyph in &run.glyphs {
            let place = Affine::translate((glyph.x, glyph.y)) * Affine::scale(run.size);
            path.extend(self.glyph(&run.face, glyph.id).iter().map(|element| place * element));
        }
    }
}

fn draw(face: &Face, glyph: u32) -> Option<BezPath> {
    let font = FontRef::from_index(face.bytes(), face.index).ok()?;
    let size = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    let outline = font.outline_glyphs().get(GlyphId::new(glyph))?;
    let mut pen = Pen { path: BezPath::new(), scale: size.recip() };
    outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    Some(pen.path)
}

struct Pen {
    path: BezPath,
    scale: f64,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> kurbo::Point {
        kurbo::Point::new(f64::from(x) * self.scale, -f64::from(y) * self.scale)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.point(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.quad_to(self.point(cx0, cy0), self.point(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.curve_to(self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}
