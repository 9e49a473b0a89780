//! From a map and its figures to a scene: measure, arrange, compose. Pure and total: any valid map gives a picture in
//! which nothing overlaps or is cut off, and the same map always gives the same one.
//!
//! Must not know windows, files, the clock or the machine.

pub mod actions;
pub mod blank;
mod boxes;
mod cards;
mod composed;
mod computed;
mod curve;
mod emotion;
pub mod face;
mod grid;
mod header;
mod ink;
mod labels;
mod legend;
mod links;
mod metric;
pub mod notes;
mod obstacles;
pub mod paper;
mod pen;
pub mod plots;
mod rows;
pub mod sheets;
pub mod theme;
mod title;

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Rect, Size};

use crate::i18n::Words;
use crate::insight::{curve::Lowest, kept::Kept, pain::RankedPain};
use crate::model::{CardId, JourneyMap, LaneKind, StepId, Theme};
use crate::scene::{Scene, kurbo};
use crate::text::Typesetter;

pub use composed::Composed;
use grid::Grid;
use pen::Pen;
pub use title::initial_of;

/// A picture from a file, ready to be placed.
#[derive(Debug, Clone)]
pub struct FoundImage {
    /// The file's bytes.
    pub data: Arc<[u8]>,
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
}

/// Where pictures of image cards come from.
pub trait Images {
    /// The picture in the map's folder of images, if it is there and can be shown.
    fn find(&self, file: &str) -> Option<FoundImage>;
}

/// No pictures at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoImages;

impl Images for NoImages {
    fn find(&self, _file: &str) -> Option<FoundImage> {
        None
    }
}

/// How a picture is made.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Its colours.
    pub theme: Theme,
    /// The words of the map's language.
    pub words: &'a Words,
    /// Hidden lanes are shown and collapsed ones opened.
    pub all: bool,
    /// Where pictures come from.
    pub images: &'a dyn Images,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Options({:?}, {:?}, all: {})", self.theme, self.words, self.all)
    }
}

/// The figures that the picture shows.
struct Figures {
    ranks: BTreeMap<CardId, usize>,
    unanswered: BTreeMap<StepId, usize>,
    lowest: Option<Lowest>,
    kept: Vec<Kept>,
    priorities: BTreeMap<StepId, f64>,
    pains: Vec<RankedPain>,
}

impl Figures {
    fn of(map: &JourneyMap) -> Self {
        let crate::insight::pain::Pains { ranking: pains, by_step } = crate::insight::pain::pains(map);
        let steps: BTreeMap<CardId, StepId> = pains.iter().map(|pain| (pain.card, pain.step)).collect();
        let mut unanswered = BTreeMap::new();
        for card in crate::insight::pain::unanswered(map) {
            if let Some(step) = steps.get(&card) {
                *unanswered.entry(*step).or_default() += 1;
            }
        }
        let priorities = by_step.into_iter().filter_map(|(step, priority)| Some((step, priority?))).collect();
        Self {
            ranks: pains.iter().filter_map(|pain| Some((pain.card, pain.rank?))).collect(),
            unanswered,
            lowest: crate::insight::curve::lowest(map),
            kept: map.personas.first().map_or_else(Vec::new, |persona| crate::insight::kept::kept(map, persona.id)),
            priorities,
            pains,
        }
    }

    /// Where a pain point stands in the order of priorities, from 1.
    fn rank(&self, card: CardId) -> Option<usize> {
        self.ranks.get(&card).copied()
    }

    /// Whether any pain point is there at all.
    fn has_pains(&self) -> bool {
        !self.pains.is_empty()
    }
}

/// The picture of a map.
pub fn lay_out(map: &JourneyMap, options: &Options<'_>, fonts: &mut Typesetter) -> Scene {
    lay_out_again(map, options, fonts, &mut Composed::default())
}

/// The picture of a map of which a picture was made before: the same as [`lay_out`] gives, in a fraction of the time where
/// little has changed.
pub fn lay_out_again(
    map: &JourneyMap,
    options: &Options<'_>,
    fonts: &mut Typesetter,
    composed: &mut Composed,
) -> Scene {
    composed.begin(map, options);
    let palette = theme::palette_of(options.theme, &map.look);
    let palette = &*palette;
    let figures = Figures::of(map);
    let mut grid = Grid::of(map);
    let mut pen = Pen::new(fonts, palette, options.words, map);
    if map.lanes.iter().any(|lane| lane.kind == LaneKind::Emotion && (options.all || !(lane.hidden || lane.collapsed)))
    {
        grid.width = grid.width.max(emotion::width_with_names(&mut pen, map, &grid));
    }
    let title_block = title::title_block(&mut pen, map, options.images, grid.width);
    let mut header = header::header(&mut pen, map, &grid, title_block.rect.y1);
    let mut rows = rows::rows(&mut pen, map, &grid, &figures, options, composed, header.region.rect.y1);
    let bottom = rows.body.rect.y1;
    let footer = title::footer(&mut pen, map, grid.width, bottom);
    // A moment of truth is framed over the rows down to the curve; its frame begins in the header.
    header::frame_moments(&pen, map, &grid, &mut header, &mut rows);
    composed.end(map);
    Scene {
        size: Size::new(grid.width, footer.rect.y1),
        background: palette.paper,
        title: if map.title.is_empty() { words_untitled(&pen) } else { map.title.clone() },
        language: map.language,
        title_block,
        header: header.region,
        names: rows.names,
        body: rows.body,
        footer,
        columns: grid.columns.clone(),
        rows: rows.rows,
    }
}

fn words_untitled(pen: &Pen<'_>) -> String {
    crate::words!(pen.words, "map-untitled")
}

/// A rectangle of the grid's whole width.
fn band(width: f64, top: f64, bottom: f64) -> Rect {
    Rect::new(0.0, top, width, bottom)
}
