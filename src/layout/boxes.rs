//! What lies under the words of a card: its ground, its edge, its bar, as the map's style of cards and its theme have it.
//!
//! Must not know what cards say.

use kurbo::{Point, Rect};

use super::ink;
use super::pen::{Ink, Pen, fill, framed};
use super::theme::Tone;
use crate::model::CardStyle;
use crate::scene::{Color, Item, Stroke, kurbo};

/// Corners of a card.
pub(super) const RADIUS: f64 = 7.0;
/// Width of the bar at the left edge of a card that means something.
pub(super) const BAR: f64 = 4.0;
/// The same where it is hatched.
const HATCHED_BAR: f64 = 6.0;

/// What a card's box is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Plain words on a quiet ground of this colour.
    Words(Color),
    /// A thing with an edge: a touchpoint, something that the company does.
    Thing,
    /// A thing behind the scene: its edge is dashed.
    System,
    /// A thing that should be there and isn't.
    Missing,
}

/// The box of a card that means nothing by colour; `own` is the colour that somebody gave it.
pub(super) fn plain(pen: &Pen<'_>, rect: Rect, kind: Kind, own: Option<u8>) -> Vec<Item> {
    let palette = pen.palette;
    let tint = own.filter(|_| !palette.patterns).map(|own| palette.tint(own));
    let missing = kind == Kind::Missing;
    let ground = match (kind, pen.cards) {
        (Kind::Missing, _) => None,
        (_, CardStyle::Outlined | CardStyle::Flat) => tint,
        (Kind::Words(quiet), CardStyle::Filled) => Some(tint.unwrap_or(quiet)),
        (_, CardStyle::Filled) => Some(tint.unwrap_or(palette.card)),
    };
    let words = matches!(kind, Kind::Words(_));
    let edge = match pen.cards {
        _ if missing => Some(Stroke::dashed(palette.weak, palette.edge, 4.0, 3.0)),
        CardStyle::Flat => None,
        CardStyle::Filled if kind == Kind::System => Some(Stroke::dashed(palette.zero, palette.edge, 4.0, 3.0)),
        CardStyle::Filled if words && !palette.edged => None,
        // Words weigh least.
        CardStyle::Filled if words => Some(Stroke::solid(palette.rule, 1.0)),
        CardStyle::Filled => Some(Stroke::solid(palette.card_edge, palette.edge)),
        CardStyle::Outlined if kind == Kind::System => Some(Stroke::dashed(palette.zero, palette.edge, 4.0, 3.0)),
        CardStyle::Outlined => Some(Stroke::solid(palette.zero, palette.edge)),
    };
    let mut items = Vec::new();
    match (ground, edge) {
        (ground, Some(edge)) => items.push(framed(rect, RADIUS, ground, edge)),
        (Some(ground), None) => items.push(fill(rect, RADIUS, ground)),
        (None, None) => {}
    }
    if palette.patterns
        && let Some(own) = own
    {
        items.extend(swatch(rect, own, palette.text));
    }
    items
}

/// An own colour where there are none: a pattern at the right edge.
fn swatch(rect: Rect, own: u8, color: Color) -> Vec<Item> {
    let inner = Rect::new(rect.x1 - 7.0, rect.y0 + 5.0, rect.x1 - 2.0, rect.y1 - 5.0);
    if inner.height() > 2.0 { ink::hatch(inner, usize::from(own), color) } else { Vec::new() }
}

/// The box of a card that means something by its colour: pain, which is hatched where there are no colours, or
/// opportunity.
pub(super) fn toned(pen: &Pen<'_>, rect: Rect, tone: Tone, pain: bool) -> Vec<Item> {
    let palette = pen.palette;
    let edge = match pen.cards {
        CardStyle::Flat => None,
        CardStyle::Filled if !palette.edged => None,
        // Severe things have the heavier edge, also where nothing is told by colour.
        CardStyle::Filled | CardStyle::Outlined if palette.patterns => {
            Some(Stroke::solid(tone.bar, if pain { 1.8 } else { 0.8 }))
        }
        CardStyle::Filled | CardStyle::Outlined => Some(Stroke::solid(tone.bar, palette.edge)),
    };
    let ground = (pen.cards == CardStyle::Filled).then_some(tone.tint);
    let mut items = Vec::new();
    match (ground, edge) {
        (ground, Some(edge)) => items.push(framed(rect, RADIUS, ground, edge)),
        (Some(ground), None) => items.push(fill(rect, RADIUS, ground)),
        (None, None) => {}
    }
    if palette.patterns {
        let bar = Rect::new(rect.x0 + 1.5, rect.y0 + RADIUS, rect.x0 + 1.5 + HATCHED_BAR, rect.y1 - RADIUS);
        items.extend(ink::hatch(bar, if pain { 1 } else { 4 }, tone.bar));
    } else {
        items.push(fill(Rect::new(rect.x0, rect.y0, rect.x0 + BAR, rect.y1), BAR / 2.0, tone.bar));
    }
    items
}

/// Where the words of such a card begin: at its edge where nothing is drawn around them, as the headings over it do.
pub(super) fn left(pen: &Pen<'_>, kind: Kind, own: Option<u8>, barred: bool) -> f64 {
    let bare = pen.cards == CardStyle::Flat && kind != Kind::Missing && own.is_none() && !barred;
    if bare { 0.0 } else { 10.0 }
}

/// A bar at the left edge, in equal parts for several personas: each in its colour, or with its shape.
pub(super) fn put_bar(items: &mut Vec<Item>, height: f64, bar: f64, inks: &[Ink]) {
    let part = height / inks.len().max(1) as f64;
    for (index, ink) in inks.iter().enumerate() {
        let top = part * index as f64;
        match ink.kind {
            None => {
                let radius = if inks.len() == 1 { bar / 2.0 } else { 0.0 };
                items.push(fill(Rect::new(0.0, top, bar, top + part), radius, ink.color));
            }
            Some(kind) => {
                // The persona's shape over a thin line.
                let size = 3.6_f64.min(part / 3.0);
                let middle = size + 0.4;
                items.push(ink::shape(Some(kind), Point::new(middle, top + size + 1.0), size, Some(ink.color), None));
                let (from, to) = (top + 2.0 * size + 3.5, top + part - 1.0);
                if to > from {
                    let stroke = Stroke::solid(ink.color, 1.0);
                    items.push(super::pen::line(Point::new(middle, from), Point::new(middle, to), stroke));
                }
            }
        }
    }
}

/// Marks of the personas that a card concerns, where its bar means something else; the last one ends at `right`.
pub(super) fn put_persona_dots(pen: &Pen<'_>, items: &mut Vec<Item>, right: f64, middle: f64, inks: &[Ink]) {
    let (apart, radius) = (10.0 * pen.large, 4.0 * pen.large);
    for (index, ink) in inks.iter().rev().enumerate() {
        let center = Point::new(right - radius - apart * index as f64, middle);
        items.push(ink::shape(ink.kind, center, radius, Some(ink.color), None));
    }
}

/// Width of the marks of so many personas, with the space before them.
pub(super) fn dots_width(pen: &Pen<'_>, inks: &[Ink]) -> f64 {
    if inks.is_empty() { 0.0 } else { 10.0 * pen.large * inks.len() as f64 + 4.0 }
}
