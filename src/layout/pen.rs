//! What every part of the picture is drawn with.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use kurbo::{BezPath, Circle, Point, Rect, Shape as _, Size, Vec2};

use super::ink;
use super::theme::{Palette, Space};
use crate::i18n::Words;
use crate::model::{CardStyle, JourneyMap, PersonaId};
use crate::scene::{Color, Group, ICON_SIZE, Item, PathItem, RectItem, Role, Stroke, Target, TextItem, icon, kurbo};
use crate::text::{Paragraph, Style, Typesetter, Weight};

/// Fonts, colours and words, and how personas are coloured.
pub(super) struct Pen<'a> {
    pub(super) fonts: &'a mut Typesetter,
    pub(super) palette: &'a Palette,
    pub(super) words: &'a Words,
    /// How large words are, as a factor of the usual size; what stands in a line with words grows with them.
    pub(super) large: f64,
    /// Space around things.
    pub(super) space: Space,
    /// What cards are drawn as.
    pub(super) cards: CardStyle,
    personas: BTreeMap<PersonaId, Ink>,
}

/// What tells a persona from others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    /// Its colour.
    pub(super) color: Color,
    /// Its shape and dashes, where colours tell nothing.
    pub(super) kind: Option<usize>,
}

/// Where text stands in its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Align {
    /// At the left edge.
    Left,
    /// In the middle of so much width.
    Center(f64),
    /// At the right edge of so much width.
    Right(f64),
}

impl<'a> Pen<'a> {
    pub(super) fn new(fonts: &'a mut Typesetter, palette: &'a Palette, words: &'a Words, map: &JourneyMap) -> Self {
        let personas = map
            .personas
            .iter()
            .enumerate()
            .map(|(index, persona)| {
                let kind = palette.patterns.then_some(index % ink::KINDS);
                (persona.id, Ink { color: palette.persona(index, persona.color), kind })
            })
            .collect();
        let look = &map.look;
        let (large, space, cards) = (look.text.factor(), Space::of(look.density), look.cards);
        Self { fonts, palette, words, large, space, cards, personas }
    }

    /// What tells a persona from others.
    pub(super) fn persona(&self, id: PersonaId) -> Ink {
        self.personas.get(&id).copied().unwrap_or(Ink { color: self.palette.weak, kind: None })
    }

    /// A text broken at `width`.
    pub(super) fn set(&mut self, text: &str, weight: Weight, size: f32, width: f64) -> Arc<Paragraph> {
        let size = size * self.large as f32;
        self.fonts.set(text, Style { weight, size }, Some(width.max(1.0) as f32))
    }

    /// A text in one line.
    pub(super) fn line(&mut self, text: &str, weight: Weight, size: f32) -> Arc<Paragraph> {
        let size = size * self.large as f32;
        self.fonts.set(text, Style { weight, size }, None)
    }
}

/// Adds a text whose upper left corner is at `at`.
pub(super) fn put(items: &mut Vec<Item>, text: &Paragraph, at: Point, color: Color, align: Align) {
    for (baseline, line) in &text.lines {
        if line.runs.is_empty() {
            continue;
        }
        let x = match align {
            Align::Left => 0.0,
            Align::Center(width) => (width - line.width) / 2.0,
            Align::Right(width) => width - line.width,
        };
        items.push(Item::Text(TextItem { origin: at + Vec2::new(x, *baseline), line: Arc::clone(line), color }));
    }
}

/// A filled rectangle.
pub(super) fn fill(rect: Rect, radius: f64, color: Color) -> Item {
    Item::Rect(RectItem { rect, radius, fill: Some(color), stroke: None })
}

/// A filled rectangle with an edge, which lies inside it.
pub(super) fn framed(rect: Rect, radius: f64, color: Option<Color>, stroke: Stroke) -> Item {
    let half = stroke.width / 2.0;
    Item::Rect(RectItem {
        rect: rect.inset(-half),
        radius: (radius - half).max(0.0),
        fill: color,
        stroke: Some(stroke),
    })
}

/// A straight line.
pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Item {
    let mut path = BezPath::new();
    path.move_to(Point::ORIGIN);
    path.line_to((to - from).to_point());
    Item::Path(PathItem { path: Arc::new(path), origin: from, scale: 1.0, fill: None, stroke: Some(stroke) })
}

/// An icon of `size` with its upper left corner at `at`.
pub(super) fn put_icon(items: &mut Vec<Item>, name: &str, at: Point, size: f64, color: Color) {
    items.push(Item::Path(PathItem {
        path: icon(name),
        origin: at,
        scale: size / ICON_SIZE,
        fill: None,
        stroke: Some(Stroke::solid(color, 2.0 * size / ICON_SIZE)),
    }));
}

static UNIT_CIRCLE: LazyLock<Arc<BezPath>> = LazyLock::new(|| Arc::new(Circle::new(Point::ORIGIN, 1.0).to_path(0.001)));

/// A circle.
pub(super) fn circle(center: Point, radius: f64, fill: Option<Color>, stroke: Option<Stroke>) -> Item {
    Item::Path(PathItem { path: Arc::clone(&UNIT_CIRCLE), origin: center, scale: radius, fill, stroke })
}

/// A group.
pub(super) fn group(target: Option<Target>, role: Role, name: String, rect: Rect, items: Vec<Item>) -> Item {
    Item::Group(Group::new(target, role, name, rect, items).into())
}

/// A part of the picture laid out at the origin, to be moved to its place.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) size: Size,
    pub(super) items: Vec<Item>,
}
