//! A picture on paper: on one sheet, or cut into several that are put together again. Pure: the same picture gives the same
//! sheets, so that a PDF and its preview show the same.
//!
//! **Where it is cut.** Between two steps and between two lanes, at the size that was chosen; headings and names of lanes
//! come again on every sheet. A card that covers several steps keeps them on one sheet. What is larger than a sheet is cut
//! all the same: a lane between its cards, a card between its lines of text, and only what is still too large anywhere;
//! [`Sheets::cut_cards`] says how many cards that were. One sheet more is better than a cut through words. Title and legend
//! are cut beside the nearest step's edge where that leaves a persona or a word whole.
//!
//! **Which way up.** Where that is open: on one sheet the way in which the letters are largest; on several the way that cuts
//! the fewest cards and faces of curves, then the fewest lanes, then the one with the fewest sheets.
//!
//! Must not know maps, nor any format.

mod apart;
mod cuts;
mod marks;

use kurbo::{Point, Rect, Size, Vec2};

use super::paper::{Orientation, Page, UNITS_A_MILLIMETRE};
use super::theme::Palette;
use crate::i18n::Words;
use crate::scene::{Item, Region, Role, Scene, card_rects, kurbo};
use crate::text::Typesetter;
use apart::Apart;
use cuts::{Stretches, cuts};
pub use marks::sheet_name;

/// Paper that stays free on every side, in millimetres: no printer prints to the edge, and the sheet's mark stands there.
pub const MARGIN: f64 = 10.0;
/// So much of the journey shows on a sheet at least, besides headings and names, in map units.
const LEAST: Size = Size::new(120.0, 90.0);
/// No map becomes more sheets.
pub const MOST_SHEETS: usize = 1000;

/// What is written on sheets besides the picture.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Its colours.
    pub palette: &'a Palette,
    /// Its words.
    pub words: &'a Words,
}

/// A picture on paper. Everything is in map units, as large as the picture's own.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// Size of each sheet.
    pub size: Size,
    /// How large a map unit is on paper; 1 is 1/96 inch.
    pub scale: f64,
    /// How many sheets lie side by side.
    pub columns: usize,
    /// How many lie below each other.
    pub rows: usize,
    /// The sheets, row by row.
    pub sheets: Vec<Sheet>,
    /// How many cards are larger than a sheet, and so go on on the next one.
    pub cut_cards: usize,
    /// How many faces of curves are on several sheets.
    pub cut_faces: usize,
    /// How many lanes are higher than a sheet, and so go on on the next one.
    pub cut_lanes: usize,
}

/// One sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// What of the picture is on it.
    pub parts: Vec<Part>,
    /// What else is written on it: where it belongs, and what goes on from the sheet before.
    pub marks: Vec<Item>,
}

/// A part of the picture on a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// What of the picture.
    pub source: Rect,
    /// Where its upper left corner is on the sheet.
    pub at: Point,
    /// It is on an earlier sheet as well.
    pub again: bool,
}

impl Part {
    /// From a place of the picture to one of the sheet.
    pub fn by(&self) -> Vec2 {
        self.at - self.source.origin()
    }

    /// What it covers of the sheet.
    pub fn rect(&self) -> Rect {
        self.source + self.by()
    }
}

/// Why a picture can't be on sheets of this size.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum NoSheets {
    /// A sheet is too small for it.
    #[error("the sheets are too small; the greatest size possible is {greatest}")]
    TooSmall {
        /// The greatest size at which headings, names and something of the journey fit on a sheet, in hundredths, rounded
        /// down.
        greatest: f64,
    },
    /// There would be more than [`MOST_SHEETS`].
    #[error("there would be {count} sheets; at {possible} there are few enough")]
    TooMany {
        /// How many.
        count: usize,
        /// A size at which there are few enough, in hundredths; 0 where there is none.
        possible: f64,
    },
}

impl Sheets {
    /// One sheet of the picture's own size.
    pub fn own(scene: &Scene) -> Self {
        let part = Part { source: whole(scene), at: Point::ORIGIN, again: false };
        Self::one(scene.size, 1.0, part)
    }

    fn one(size: Size, scale: f64, part: Part) -> Self {
        let sheet = Sheet { row: 0, column: 0, parts: vec![part], marks: Vec::new() };
        Self { size, scale, columns: 1, rows: 1, sheets: vec![sheet], cut_cards: 0, cut_faces: 0, cut_lanes: 0 }
    }

    /// Width and height of a sheet in millimetres.
    pub fn millimetres(&self) -> (f64, f64) {
        let millimetres = |units: f64| units * self.scale / UNITS_A_MILLIMETRE;
        (millimetres(self.size.width), millimetres(self.size.height))
    }

    /// Which way up they lie.
    pub fn orientation(&self) -> Orientation {
        if self.size.width > self.size.height { Orientation::Landscape } else { Orientation::Portrait }
    }

    /// The first sheet that shows a place of the picture, and where.
    pub fn place(&self, point: Point) -> Option<(usize, Point)> {
        let shown = |part: &&Part| part.source.inflate(0.01, 0.01).contains(point);
        self.sheets
            .iter()
            .enumerate()
            .find_map(|(index, sheet)| Some((index, point + sheet.parts.iter().find(shown)?.by())))
    }
}

fn whole(scene: &Scene) -> Rect {
    Rect::from_origin_size(Point::ORIGIN, scene.size)
}

/// The picture on paper; without a page on one of its own size.
///
/// # Errors
/// Over several sheets, when one is too small for headings, names of lanes and something of the journey, or when they would
/// be more than [`MOST_SHEETS`].
pub fn sheets(scene: &Scene, page: Option<&Page>, look: &Look<'_>, fonts: &mut Typesetter) -> Result<Sheets, NoSheets> {
    let Some(page) = page else { return Ok(Sheets::own(scene)) };
    let ways = page.orientation.map_or_else(|| vec![Orientation::Landscape, Orientation::Portrait], |way| vec![way]);
    let Some(scale) = page.tiled else {
        let ways = ways.into_iter().map(|way| fit(scene, way.lay(page.paper)));
        let largest = ways.reduce(|best, other| if other.scale > best.scale { other } else { best });
        return Ok(largest.unwrap_or_else(|| Sheets::own(scene)));
    };
    let mut best: Option<Tiles> = None;
    let mut refused: Option<NoSheets> = None;
    for way in ways {
        match Tiles::of(scene, way.lay(page.paper), scale) {
            Ok(tiles) if best.as_ref().is_none_or(|best| tiles.harm() < best.harm()) => best = Some(tiles),
            Ok(_) => {}
            Err(error) => {
                let size = |error: &NoSheets| match error {
                    NoSheets::TooMany { possible, .. } => (true, *possible),
                    NoSheets::TooSmall { greatest } => (false, *greatest),
                };
                refused = Some(refused.filter(|known| size(known) >= size(&error)).unwrap_or(error));
            }
        }
    }
    best.map(|tiles| tiles.sheets(scene, look, fonts)).ok_or(refused.unwrap_or(NoSheets::TooSmall { greatest: 0.0 }))
}

/// On one sheet, as large as fits, in its middle.
fn fit(scene: &Scene, (width, height): (f64, f64)) -> Sheets {
    let paper = Size::new(width * UNITS_A_MILLIMETRE, height * UNITS_A_MILLIMETRE);
    let margins = 2.0 * MARGIN * UNITS_A_MILLIMETRE;
    let across = (paper.width - margins) / scene.size.width.max(1.0);
    let scale = across.min((paper.height - margins) / scene.size.height.max(1.0));
    let size = paper / scale;
    let at = Point::new((size.width - scene.size.width) / 2.0, (size.height - scene.size.height) / 2.0);
    Sheets::one(size, scale, Part { source: whole(scene), at, again: false })
}

/// What a sheet repeats, and how high the picture is without it.
struct Frame {
    /// Width of the names of lanes.
    names: f64,
    /// Where the headings begin and end; the same where there are none.
    head: (f64, f64),
}

impl Frame {
    fn of(scene: &Scene) -> Self {
        let names = scene.names.rect;
        let head = scene.header.rect;
        Self {
            names: if names.width() > 0.0 { names.x1 } else { 0.0 },
            head: if head.height() > 0.0 {
                (head.y0, head.y1)
            } else {
                (scene.title_block.rect.y1, scene.title_block.rect.y1)
            },
        }
    }

    fn height(&self) -> f64 {
        self.head.1 - self.head.0
    }

    /// How far below the headings something is, as if they weren't there; less than 0 for what is above them.
    fn below(&self, y: f64) -> f64 {
        if y < self.head.1 { y.min(self.head.0) - self.head.0 } else { y - self.head.1 }
    }
}

/// A part of a band that is cut apart from what stands above and below it: from where to where, and where it is cut.
struct Strip {
    from: f64,
    to: f64,
    cuts: Vec<f64>,
}

/// A picture that is cut: columns in the picture's places, rows as [`Frame::below`] has it.
struct Tiles {
    size: Size,
    scale: f64,
    margin: f64,
    frame: Frame,
    columns: Vec<f64>,
    rows: Vec<f64>,
    /// Where the title and what stands below the journey are cut instead of at `columns`.
    title: Vec<Strip>,
    footer: Vec<Strip>,
    /// Where what stands below the journey begins, as [`Frame::below`] has it.
    end: f64,
    cut_cards: usize,
    cut_faces: usize,
    cut_lanes: usize,
}

impl Tiles {
    /// A picture over sheets at this size.
    fn of(scene: &Scene, paper: (f64, f64), scale: f64) -> Result<Self, NoSheets> {
        let tiles = Self::at(scene, paper, scale)?;
        let count = tiles.count();
        if count <= MOST_SHEETS {
            return Ok(tiles);
        }
        // Sheets grow about with the square of the size; as they repeat names and headings it takes a few goes.
        let (mut possible, mut found, mut beyond) = (scale, count, scale);
        let count_at = |scale| Self::at(scene, paper, scale).map_or(usize::MAX, |tiles| tiles.count());
        while possible > 0.0 && found > MOST_SHEETS {
            beyond = possible;
            let less = (possible * (MOST_SHEETS as f64 / found as f64).sqrt() * 100.0).floor() / 100.0;
            possible = less.min(((possible - 0.01) * 100.0).floor() / 100.0);
            found = count_at(possible);
        }
        // Where a step fits once and not twice it was too careful.
        for _ in 0..6 {
            let tried = (f64::midpoint(possible, beyond) * 100.0).floor() / 100.0;
            if tried <= possible {
                break;
            }
            if count_at(tried) <= MOST_SHEETS { possible = tried } else { beyond = tried }
        }
        Err(NoSheets::TooMany { count, possible: possible.max(0.0) })
    }

    /// The same, however many they are.
    fn at(scene: &Scene, (width, height): (f64, f64), scale: f64) -> Result<Self, NoSheets> {
        let frame = Frame::of(scene);
        let inner = |side: f64| (side - 2.0 * MARGIN) * UNITS_A_MILLIMETRE;
        let needed = Size::new(
            frame.names + LEAST.width.min(scene.size.width),
            frame.height() + LEAST.height.min(scene.size.height),
        );
        let greatest = (inner(width) / needed.width).min(inner(height) / needed.height);
        let too_small = NoSheets::TooSmall { greatest: (greatest * 100.0).floor() / 100.0 };
        if !(scale > 0.0 && scale <= greatest) {
            return Err(too_small);
        }
        let (across, down) = (inner(width) / scale - frame.names, inner(height) / scale - frame.height());

        let cards: Vec<Rect> = card_rects(scene, |_| true).map(|(_, rect)| rect).collect();
        let title = Apart::of(&scene.title_block);
        let mut texts = Vec::new();
        let regions: [&Region; 5] = [&scene.title_block, &scene.header, &scene.names, &scene.body, &scene.footer];
        for (index, region) in regions.into_iter().enumerate() {
            for item in &region.items {
                item.walk(&mut |item| {
                    if let Item::Text(_) = item {
                        texts.push((index, item.bounds()));
                    }
                });
            }
        }
        let side = |rect: &Rect| (rect.x0, rect.x1);
        let whole_across = Stretches::new(cards.iter().map(side).chain(title.out_of_reach(frame.names)));
        let better_across =
            Stretches::new(texts.iter().filter(|text| matches!(text.0, 1 | 3)).map(|text| side(&text.1)));
        let edges: Vec<f64> = scene.columns.windows(2).map(|two| f64::midpoint(two[0].right, two[1].left)).collect();
        let columns = cuts(frame.names, scene.size.width, across, &edges, &whole_across, &better_across);

        let side = |rect: &Rect| (frame.below(rect.y0), frame.below(rect.y1));
        // Half a face of the curve says nothing.
        let mut faces: Vec<Rect> = Vec::new();
        for item in &scene.body.items {
            item.walk(&mut |item| {
                if let Item::Group(group) = item
                    && group.role == Role::Point
                {
                    faces.push(item.bounds());
                }
            });
        }
        let whole_down = Stretches::new(cards.iter().chain(&faces).map(side));
        let better_down = Stretches::new(texts.iter().filter(|text| text.0 != 1).map(|text| side(&text.1)));
        let edges: Vec<f64> =
            std::iter::once(0.0).chain(scene.rows.iter().map(|row| frame.below(row.bottom))).collect();
        let top = -frame.head.0;
        let rows = cuts(top, frame.below(scene.size.height), down, &edges, &whole_down, &better_down);

        let is_cut = |cuts: &[f64], from: f64, to: f64| cuts.iter().any(|cut| from + 0.5 < *cut && *cut < to - 0.5);
        let cut_cards = cards
            .iter()
            .filter(|card| {
                is_cut(&columns, card.x0, card.x1) || is_cut(&rows, frame.below(card.y0), frame.below(card.y1))
            })
            .count();
        let cut_faces = faces.iter().filter(|face| is_cut(&rows, frame.below(face.y0), frame.below(face.y1))).count();
        let lanes = scene.rows.iter().map(|row| (frame.below(row.top), frame.below(row.bottom)));
        let cut_lanes = lanes.filter(|(top, bottom)| is_cut(&rows, *top, *bottom)).count();
        let margin = MARGIN * UNITS_A_MILLIMETRE / scale;
        let size = Size::new(width * UNITS_A_MILLIMETRE / scale, height * UNITS_A_MILLIMETRE / scale);
        let strips = |region: &Region| {
            let mut strips: Vec<Strip> = Vec::new();
            for (from, to, apart) in apart::strips(region) {
                let cuts = moved(&columns, frame.names, across, &apart);
                match strips.last_mut() {
                    Some(last) if last.cuts == cuts => last.to = to,
                    _ => strips.push(Strip { from, to, cuts }),
                }
            }
            strips
        };
        let (title, footer) = (strips(&scene.title_block), strips(&scene.footer));
        let end = frame.below(scene.footer.rect.y0.max(frame.head.1));
        Ok(Self { size, scale, margin, frame, columns, rows, title, footer, end, cut_cards, cut_faces, cut_lanes })
    }

    /// How bad this way of cutting is.
    fn harm(&self) -> (usize, usize, usize) {
        (self.cut_cards + self.cut_faces, self.cut_lanes, self.count())
    }

    fn count(&self) -> usize {
        (self.columns.len() - 1) * (self.rows.len() - 1)
    }

    fn sheets(&self, scene: &Scene, look: &Look<'_>, fonts: &mut Typesetter) -> Sheets {
        let last = (self.rows.len() - 2, self.columns.len() - 2);
        let mut sheets = Vec::with_capacity(self.count());
        for (row, down) in self.rows.windows(2).enumerate() {
            for (column, across) in self.columns.windows(2).enumerate() {
                let parts = self.parts(column, (across[0], across[1]), (down[0], down[1]));
                let mut sheet = Sheet { row, column, parts, marks: Vec::new() };
                sheet.marks = marks::marks(scene, self.size, self.margin, &sheet, last, look, fonts);
                sheets.push(sheet);
            }
        }
        Sheets {
            size: self.size,
            scale: self.scale,
            columns: self.columns.len() - 1,
            rows: self.rows.len() - 1,
            sheets,
            cut_cards: self.cut_cards,
            cut_faces: self.cut_faces,
            cut_lanes: self.cut_lanes,
        }
    }

    /// What of the picture is on a sheet.
    fn parts(&self, column: usize, across: (f64, f64), down: (f64, f64)) -> Vec<Part> {
        let (names, head) = (self.frame.names, self.frame.head);
        // The headings are said for the first time where the journey begins.
        let first = down.0 <= 0.0 && down.1 > 0.0;
        let bands = [
            (down.0 + head.0, down.1.min(0.0) + head.0, false, Some(&self.title)),
            if down.1 > 0.0 { (head.0, head.1, !first, None) } else { (0.0, 0.0, true, None) },
            (down.0.max(0.0) + head.1, down.1.min(self.end) + head.1, false, None),
            (down.0.max(self.end) + head.1, down.1 + head.1, false, Some(&self.footer)),
        ];
        let mut parts = Vec::new();
        let mut y = self.margin;
        for (from, to, again, apart) in bands.into_iter().filter(|(from, to, ..)| from < to) {
            // What stands beside the title isn't repeated: it is no name.
            if names > 0.0 && apart.is_none() {
                let source = Rect::new(0.0, from, names, to);
                parts.push(Part { source, at: Point::new(self.margin, y), again: again || column > 0 });
            }
            let mut put = |left: f64, right: f64, top: f64, bottom: f64| {
                let at = Point::new(self.margin + names + left - across.0, y + top - from);
                parts.push(Part { source: Rect::new(left, top, right, bottom), at, again });
            };
            match apart {
                None => put(across.0, across.1, from, to),
                Some(strips) => strips.iter().filter(|strip| strip.from < to && from < strip.to).for_each(|strip| {
                    put(strip.cuts[column], strip.cuts[column + 1], strip.from.max(from), strip.to.min(to));
                }),
            }
            y += to - from;
        }
        parts
    }
}

/// The cuts of a band that keeps to no column, from the picture's left edge on: each as near to the columns' own as the room
/// of both sheets allows.
fn moved(columns: &[f64], names: f64, room: f64, band: &Apart) -> Vec<f64> {
    let mut cuts = vec![0.0];
    // Between the columns' own cuts, so that no two of them change places.
    for three in columns.windows(3) {
        let (before, cut, after) = (three[0], three[1], three[2]);
        cuts.push(band.cut(cut, (cut - names).max(before), (before + room).min(after)));
    }
    cuts.extend(columns.last());
    cuts
}
