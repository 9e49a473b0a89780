//! A finished picture: rectangles, paths, images and already broken lines of text at fixed positions, in map units
//! (one unit is one pixel at 100% and 1/96 inch on paper), y downwards.
//!
//! Painters paint it and nothing else. Must not know how a map becomes a picture ([`crate::layout`]), nor how text is
//! shaped ([`crate::text`]).

mod bounds;
mod color;
mod dump;
mod group;
mod icon;
mod pick;
mod text;

use std::sync::Arc;

pub use kurbo;
use kurbo::{BezPath, Point, Rect, Size};

pub use color::Color;
pub use dump::dump;
pub use group::{Group, Placed};
pub use icon::{ICON_SIZE, icon, icon_names};
pub use pick::{Hit, card_rects, pick, pick_region, target_group, target_rect};
pub use text::{Face, Glyph, Line, Run};

use crate::model::{Address, CardId, LaneId, Language, PersonaId, Phase, StageId, StepId};

/// A picture of a whole map.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The paper's size.
    pub size: Size,
    /// The paper's colour.
    pub background: Color,
    /// The map's title, for what needs a name.
    pub title: String,
    /// The language of its words.
    pub language: Language,
    /// Who and why; scrolls away.
    pub title_block: Region,
    /// Phases, stages and steps; stays at the top while the map scrolls under it.
    pub header: Region,
    /// Names of lanes; stay at the left.
    pub names: Region,
    /// The cells.
    pub body: Region,
    /// Legend, date and sources.
    pub footer: Region,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

impl Scene {
    /// The regions in the order of painting.
    pub fn regions(&self) -> [&Region; 5] {
        [&self.body, &self.names, &self.header, &self.title_block, &self.footer]
    }

    /// Every item at its place, groups before what they hold, in the order of painting.
    pub fn walk(&self, visit: &mut impl FnMut(&Item)) {
        for item in self.regions().into_iter().flat_map(|region| &region.items) {
            item.walk(visit);
        }
    }
}

/// A part of the picture that moves as one.
#[derive(Debug, Clone, Default)]
pub struct Region {
    /// Where it is.
    pub rect: Rect,
    /// What is in it, in the order of painting.
    pub items: Vec<Item>,
}

impl Region {
    /// The groups in it, those of its rows among them, in the order of painting; not what they hold.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = Placed<&Group>> {
        group::groups(&self.items)
    }
}

/// A column of cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its step; none for the place that a stage without steps keeps.
    pub step: Option<StepId>,
    /// Its stage.
    pub stage: StageId,
    /// Left edge.
    pub left: f64,
    /// Right edge, without the gutter.
    pub right: f64,
}

/// A row of cells. An emotion lane is one row in the picture; the rows of its personas are in `personas`.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its lane.
    pub lane: LaneId,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
    /// For an emotion lane: the height on the scale, y of +2 and y of −2.
    pub scale: Option<(f64, f64)>,
    /// Only the name is shown.
    pub collapsed: bool,
    /// How much of its height its lane's own height doesn't count: lines between lanes, room for arrows.
    pub extra: f64,
    /// There is a card in it.
    pub filled: bool,
}

/// One thing to paint.
#[derive(Debug, Clone)]
pub enum Item {
    /// A rectangle.
    Rect(RectItem),
    /// A path.
    Path(PathItem),
    /// A line of text.
    Text(TextItem),
    /// A picture.
    Image(ImageItem),
    /// A place that leads out of the map.
    Link(LinkItem),
    /// Things that belong together and mean something.
    Group(Placed),
}

/// A line's look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width.
    pub width: f64,
    /// Lengths of dash and gap; none: solid.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// A solid line.
    pub const fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dash: None }
    }

    /// A dashed line.
    pub const fn dashed(color: Color, width: f64, dash: f64, gap: f64) -> Self {
        Self { color, width, dash: Some((dash, gap)) }
    }
}

/// A rectangle with round corners; the stroke lies centred on its edge.
#[derive(Debug, Clone)]
pub struct RectItem {
    /// Where it is.
    pub rect: Rect,
    /// Radius of its corners.
    pub radius: f64,
    /// Its inside.
    pub fill: Option<Color>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

/// A path; strokes have round ends and joins, fills are non-zero.
#[derive(Debug, Clone)]
pub struct PathItem {
    /// The path, in map units. Shared, because faces and icons come again and again.
    pub path: Arc<BezPath>,
    /// Where the path's origin is.
    pub origin: Point,
    /// How much the path is enlarged; strokes are not.
    pub scale: f64,
    /// Its inside.
    pub fill: Option<Color>,
    /// Its line.
    pub stroke: Option<Stroke>,
}

/// A line of text.
#[derive(Debug, Clone)]
pub struct TextItem {
    /// Left end of the baseline.
    pub origin: Point,
    /// The shaped line.
    pub line: Arc<Line>,
    /// Its colour.
    pub color: Color,
}

/// A picture from a file, scaled to fill its rectangle.
#[derive(Debug, Clone)]
pub struct ImageItem {
    /// Where it is.
    pub rect: Rect,
    /// The file's bytes as they are: PNG, JPEG or WebP.
    pub data: Arc<[u8]>,
    /// What it shows, in words.
    pub alternative: String,
}

/// A place that leads out of the map.
#[derive(Debug, Clone)]
pub struct LinkItem {
    /// Where it is.
    pub rect: Rect,
    /// Where it leads.
    pub address: Address,
}

/// What a group is, for screen readers, tags and titles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The map's title.
    Title,
    /// Words about the map.
    Note,
    /// A heading over columns.
    ColumnHeader,
    /// A heading before a row.
    RowHeader,
    /// What a lane shows.
    Row,
    /// A card.
    Card,
    /// A point of a curve.
    Point,
    /// A picture that words describe.
    Figure,
    /// Drawn for the eye only.
    Decoration,
}

/// A part of a map that can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The map's title.
    Title,
    /// The scenario.
    Scenario,
    /// The one metric that matters.
    Omtm,
    /// A persona in the title block.
    Persona(PersonaId),
    /// A phase's heading.
    Phase(Phase),
    /// A stage's heading.
    Stage(StageId),
    /// A step's heading.
    Step(StepId),
    /// A lane's name.
    Lane(LaneId),
    /// A cell, besides its cards.
    Cell(LaneId, StepId),
    /// A card.
    Card(CardId),
    /// A point of an emotion curve.
    Score(LaneId, StepId, PersonaId),
    /// An arrow from a card to another one.
    Link {
        /// Where it begins.
        from: CardId,
        /// The card it points to.
        to: CardId,
    },
    /// Another way from one step to the next.
    Branch {
        /// Where it begins.
        from: StepId,
        /// The step where it leads.
        to: StepId,
    },
}

impl Item {
    /// The item and all that it holds, each at its place, in the order of painting.
    pub fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        if let Self::Group(group) = self {
            for item in group.items() {
                item.walk(visit);
            }
        }
    }

    /// Moves the item.
    pub fn translate(&mut self, by: kurbo::Vec2) {
        match self {
            Self::Rect(item) => item.rect = item.rect + by,
            Self::Path(item) => item.origin += by,
            Self::Text(item) => item.origin += by,
            Self::Image(item) => item.rect = item.rect + by,
            Self::Link(item) => item.rect = item.rect + by,
            Self::Group(group) => group.translate(by),
        }
    }

    /// The item elsewhere.
    #[must_use]
    pub fn moved(&self, by: kurbo::Vec2) -> Self {
        let mut item = self.clone();
        item.translate(by);
        item
    }
}
