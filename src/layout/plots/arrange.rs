//! Where the words of a plot stand: the same in the window and on paper. Words that have no place without covering others
//! are left out; the table and the tips say them. Must not know how anything is painted.

use kurbo::{Point, Rect, Size, Vec2};

use super::say;
use super::shapes::Drawn;
use super::view::{Measure, Room, SMALL, View, names_below, said, scale, ticks};
use crate::i18n::Words;
use crate::insight::plot::{Hue, Label, Mark, Plot, Shape, Ticks};
use crate::scene::kurbo;
use crate::text::Weight;

/// A column narrower than this has no words at its marks.
const NARROW: f64 = 22.0;
/// Least distance of two numbers under columns.
const APART: f64 = 24.0;

/// Which colour words have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// That of less weight.
    Weak,
    /// That of text.
    Text,
    /// Words of a hue.
    Of(Hue),
    /// On a bubble of full colour.
    Inside,
    /// On a bar of this hue.
    On(Hue),
}

/// Where words stand in their box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At its left edge.
    Left,
    /// In its middle.
    Middle,
    /// At its right edge.
    Right,
}

/// Words in their place.
#[derive(Debug, Clone, PartialEq)]
pub struct Lettering {
    /// What they say.
    pub text: String,
    /// The box that holds them exactly.
    pub rect: Rect,
    /// Their face.
    pub weight: Weight,
    /// Their size.
    pub size: f32,
    /// Broken at this width.
    pub width: Option<f64>,
    /// Where the lines stand.
    pub align: Align,
    /// Their colour.
    pub ink: Ink,
    /// What lies behind is covered.
    pub ground: bool,
}

/// Finds places for words.
struct Arranger<'a> {
    plot: &'a Plot,
    room: &'a Room,
    view: View,
    words: &'a Words,
    measure: &'a mut dyn Measure,
    placed: Vec<Lettering>,
    taken: Vec<Rect>,
}

/// The words of a plot in their places.
pub fn arrange(plot: &Plot, room: &Room, view: View, words: &Words, measure: &mut dyn Measure) -> Vec<Lettering> {
    let mut arranger = Arranger { plot, room, view, words, measure, placed: Vec::new(), taken: Vec::new() };
    arranger.upright();
    arranger.across();
    // Where there is little room, words of marks reach over the edge: not over the axes'.
    arranger.taken = arranger.placed.iter().map(|letters| letters.rect).collect();
    arranger.regions();
    arranger.captions();
    arranger.marks();
    arranger.list();
    arranger.placed
}

impl Arranger<'_> {
    fn size(&mut self, text: &str, weight: Weight, size: f32, width: Option<f64>) -> Size {
        self.measure.measure(text, weight, size, width)
    }

    fn put(&mut self, text: String, rect: Rect, align: Align, ink: Ink) {
        let letters =
            Lettering { text, rect, weight: Weight::Regular, size: SMALL, width: None, align, ink, ground: false };
        self.placed.push(letters);
    }

    /// The words of the left and of the right axis.
    fn upright(&mut self) {
        let rect = self.view.rect;
        let (plot, room) = (self.plot, self.room);
        match &plot.y.ticks {
            Ticks::Every { .. } => {
                for value in ticks(&plot.y) {
                    if said(&plot.y, value) {
                        let text = say::figure(value, scale(&plot.y), self.words);
                        let size = self.size(&text, Weight::Regular, SMALL, None);
                        let middle = Point::new(rect.x0 - 8.0 - size.width / 2.0, self.view.y(value));
                        self.put(text, Rect::from_center_size(middle, size), Align::Right, Ink::Weak);
                    }
                }
            }
            Ticks::Names(names) => {
                let width = room.left - 14.0;
                let size = SMALL + 0.5;
                for (place, name) in names.iter().enumerate() {
                    let text = say::label(name, self.words);
                    let box_of = self.size(&text, Weight::Regular, size, Some(width));
                    let y = self.view.y(-(place as f64));
                    // A name that is higher than its row covers its neighbours.
                    if box_of.height > self.view.y_unit() + 3.0 {
                        continue;
                    }
                    let rect = Rect::new(
                        rect.x0 - 10.0 - width,
                        y - box_of.height / 2.0,
                        rect.x0 - 10.0,
                        y + box_of.height / 2.0,
                    );
                    self.placed.push(Lettering {
                        text,
                        rect,
                        weight: Weight::Regular,
                        size,
                        width: Some(width),
                        align: Align::Right,
                        ink: Ink::Text,
                        ground: false,
                    });
                }
            }
            Ticks::Nothing => {}
        }
        if let Some(right) = &plot.right {
            for value in ticks(right) {
                if said(right, value) {
                    let text = say::figure(value, scale(right), self.words);
                    let size = self.size(&text, Weight::Regular, SMALL, None);
                    let middle = Point::new(rect.x1 + 7.0 + size.width / 2.0, self.view.right(value));
                    self.put(text, Rect::from_center_size(middle, size), Align::Left, Ink::Weak);
                }
            }
        }
        if room.shallow {
            return;
        }
        if let Some(label) = plot.y.label {
            let text = say::word(label, self.words);
            let size = self.size(&text, Weight::Medium, SMALL, None);
            let at = Rect::from_origin_size((room.whole.x0, room.whole.y0), size);
            self.put(text, at, Align::Left, Ink::Weak);
            self.last_medium();
        }
        if let Some(label) = plot.right.as_ref().and_then(|right| right.label) {
            let text = say::word(label, self.words);
            let size = self.size(&text, Weight::Medium, SMALL, None);
            let end = rect.x1 + 46.0;
            let at = Rect::from_origin_size((end - size.width, room.whole.y0), size);
            // Both titles in one line, or only the left one.
            if self.placed.last().is_none_or(|left| left.rect.x1 + 12.0 < at.x0) {
                self.put(text, at, Align::Right, Ink::Weak);
                self.last_medium();
            }
        }
    }

    fn last_medium(&mut self) {
        if let Some(last) = self.placed.last_mut() {
            last.weight = Weight::Medium;
        }
    }

    /// The words of the axis across.
    fn across(&mut self) {
        let rect = self.view.rect;
        let (plot, room) = (self.plot, self.room);
        let top = rect.y1 + 6.0;
        match &plot.x.ticks {
            Ticks::Every { .. } => {
                for value in ticks(&plot.x) {
                    if said(&plot.x, value) && value >= self.view.x.0 && value <= self.view.x.1 {
                        let text = say::figure(value, scale(&plot.x), self.words);
                        let size = self.size(&text, Weight::Regular, SMALL, None);
                        let at = Rect::from_origin_size((self.view.x(value) - size.width / 2.0, top), size);
                        self.put(text, at, Align::Middle, Ink::Weak);
                    }
                }
            }
            Ticks::Names(names) => self.names(names, top),
            Ticks::Nothing => {}
        }
        if let Some(label) = plot.x.label.filter(|_| !room.shallow) {
            let text = say::word(label, self.words);
            let size = self.size(&text, Weight::Medium, SMALL, None);
            let at = Rect::from_origin_size((rect.x1 - size.width, room.whole.y1 - size.height), size);
            self.put(text, at, Align::Right, Ink::Weak);
            self.last_medium();
        }
    }

    /// Names under columns, or the numbers of the columns where they have no room.
    fn names(&mut self, names: &[Label], top: f64) {
        let column = self.view.x_unit();
        let fit = !self.room.shallow && names_below(names, column, self.words, self.measure).is_some();
        let every = (APART / column.max(0.1)).ceil().max(1.0) as usize;
        let rect = self.view.rect;
        for (place, name) in names.iter().enumerate() {
            let x = self.view.x(place as f64);
            if x < rect.x0 || x > rect.x1 {
                continue;
            }
            if fit {
                let text = say::label(name, self.words);
                let width = column - 6.0;
                let size = self.size(&text, Weight::Regular, SMALL, Some(width));
                let at = Rect::new(x - width / 2.0, top, x + width / 2.0, top + size.height);
                self.put(text, at, Align::Middle, Ink::Weak);
                if let Some(last) = self.placed.last_mut() {
                    last.width = Some(width);
                }
            } else if place % every == 0 {
                let text = (place + 1).to_string();
                let size = self.size(&text, Weight::Regular, SMALL, None);
                self.put(text, Rect::from_origin_size((x - size.width / 2.0, top), size), Align::Middle, Ink::Weak);
            }
        }
    }

    /// What stands over stretches of the axis: line below line, those of the same stretches below each other.
    fn regions(&mut self) {
        let rect = self.view.rect;
        let plot = self.plot;
        for region in &plot.regions {
            let (from, to) = (self.view.x(region.from).max(rect.x0), self.view.x(region.to).min(rect.x1));
            let width = to - from - 8.0;
            if width < 16.0 {
                continue;
            }
            let mut top = rect.y0 + 3.0;
            for (place, line) in region.lines.iter().enumerate() {
                let text = say::label(line, self.words);
                let weight = if place == 0 { Weight::Regular } else { Weight::Medium };
                let size = self.size(&text, weight, SMALL, None);
                // A figure without the name above it would say nothing.
                if size.width > width {
                    break;
                }
                let middle = f64::midpoint(from, to);
                let mut at = Rect::from_origin_size((middle - size.width / 2.0, top), size);
                while self.taken.iter().any(|other| overlap(*other, at)) && at.y1 < rect.y1 {
                    at = at + Vec2::new(0.0, size.height);
                }
                top = at.y1;
                self.taken.push(at);
                let ink = match (region.hue, place) {
                    (Some(hue), _) => Ink::Of(hue),
                    (None, 0) => Ink::Weak,
                    (None, _) => Ink::Text,
                };
                self.put(text, at, Align::Middle, ink);
                if let Some(last) = self.placed.last_mut() {
                    last.weight = weight;
                }
            }
        }
    }

    fn captions(&mut self) {
        let plot = self.plot;
        for caption in &plot.captions {
            let text = say::label(&caption.label, self.words);
            let size = self.size(&text, Weight::Medium, SMALL, None);
            let at = self.view.at(caption.x, caption.y);
            let x = if caption.side > 0 { at.x + 8.0 } else { at.x - 8.0 - size.width };
            let y = if caption.above > 0 { at.y - 6.0 - size.height } else { at.y + 6.0 };
            let at = Rect::from_origin_size((x, y), size);
            self.taken.push(at);
            self.put(text, at, Align::Left, Ink::Weak);
            self.last_medium();
        }
    }

    /// The words at marks.
    fn marks(&mut self) {
        let plot = self.plot;
        let across = matches!(plot.x.ticks, Ticks::Names(_));
        if across && self.view.x_unit() < NARROW {
            return;
        }
        let clip = self.view.rect.inflate(4.0, 4.0);
        let seen = |mark: &&Mark| {
            let x = self.view.x(mark.x);
            x >= self.view.rect.x0 - 1.0 && x <= self.view.rect.x1 + 1.0
        };
        // Words keep clear of the things that are told apart by where they are.
        let things: Vec<(usize, Drawn)> = plot
            .marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| seen(mark))
            .map(|(place, mark)| (place, Drawn::of(mark, &self.view)))
            .collect();
        let points: Vec<Point> = self.line_points();
        for &(place, drawn) in &things {
            let mark = &plot.marks[place];
            let Some(label) = &mark.label else { continue };
            let text = say::label(label, self.words);
            let weight =
                if matches!(mark.shape, Shape::Bubble { .. } | Shape::Badge) { Weight::Bold } else { Weight::Medium };
            let size = self.size(&text, weight, SMALL, None);
            let free = |at: Rect, inside: bool| {
                let others = things.iter().filter(|(other, _)| *other != place);
                clip.inflate(0.0, 14.0).contains_rect(at)
                    && self.taken.iter().all(|other| !overlap(*other, at))
                    && others.into_iter().all(|(_, other)| !hides(*other, at))
                    && (inside || points.iter().all(|point| !at.inflate(1.0, 0.0).contains(*point)))
            };
            let mut places = candidates(mark, drawn, size, plot.has_rows());
            if plot.has_rows() {
                // Behind everything of its row, where no neighbour stands.
                let row = things.iter().filter(|(other, _)| (plot.marks[*other].y - mark.y).abs() < 1e-9);
                let end = row.map(|(_, thing)| thing.bounds().x1).fold(drawn.bounds().x1, f64::max);
                let middle = drawn.bounds().center().y;
                let behind = Rect::from_origin_size((end + 6.0, middle - size.height / 2.0), size);
                // Above and below are places of other rows, which may have no other.
                let before = if matches!(mark.shape, Shape::Row { .. } | Shape::Bar { .. }) { places.len() } else { 2 };
                places.insert(before.min(places.len()), (behind, false));
            }
            let found = places.into_iter().find(|(at, inside)| free(*at, *inside));
            if let Some((at, inside)) = found {
                let ink = match (inside, mark.shape) {
                    (true, Shape::Bar { .. } | Shape::Row { .. }) if mark.strong => Ink::On(mark.hue),
                    (true, _) if mark.strong => Ink::Inside,
                    (_, Shape::Bar { .. } | Shape::Row { .. }) => Ink::Text,
                    _ => Ink::Of(mark.hue),
                };
                self.taken.push(at);
                self.placed.push(Lettering {
                    text,
                    rect: at,
                    weight,
                    size: SMALL,
                    width: None,
                    align: Align::Middle,
                    ink,
                    ground: !inside,
                });
            }
        }
    }

    /// Points of the lines that lie over bars.
    fn line_points(&self) -> Vec<Point> {
        let over = self.plot.series.iter().filter(|series| series.side == crate::insight::plot::Side::Right);
        let points = over.flat_map(|series| series.stretches.iter().flat_map(|stretch| &stretch.points));
        points.map(|&(x, y)| Point::new(self.view.x(x), self.view.right(y))).collect()
    }

    /// What the numbers at marks mean, in a list beside the plot; what has no room there stands in the table alone.
    fn list(&mut self) {
        let Some(list) = self.room.list else { return };
        let plot = self.plot;
        let mut top = list.y0;
        for row in &plot.table.rows {
            let text = say::row_name(plot, row, self.words);
            let width = list.width();
            let size = self.size(&text, Weight::Regular, SMALL + 0.5, Some(width));
            if top + size.height > list.y1 {
                break;
            }
            let rect = Rect::new(list.x0, top, list.x1, top + size.height);
            top = rect.y1 + 4.0;
            self.placed.push(Lettering {
                text,
                rect,
                weight: Weight::Regular,
                size: SMALL + 0.5,
                width: Some(width),
                align: Align::Left,
                ink: Ink::Text,
                ground: false,
            });
        }
    }
}

/// Where the words of a mark may stand, the best place first; and whether that is inside it.
fn candidates(mark: &Mark, drawn: Drawn, size: Size, rows: bool) -> Vec<(Rect, bool)> {
    let bounds = drawn.bounds();
    let middle = bounds.center();
    let at = |x: f64, y: f64| Rect::from_origin_size((x, y), size);
    let inside = at(middle.x - size.width / 2.0, middle.y - size.height / 2.0);
    let right = at(bounds.x1 + 4.0, inside.y0);
    let left = at(bounds.x0 - 4.0 - size.width, inside.y0);
    let above = at(inside.x0, bounds.y0 - 2.0 - size.height);
    let below = at(inside.x0, bounds.y1 + 2.0);
    match mark.shape {
        Shape::Bubble { .. } | Shape::Badge if bounds.width() >= size.width && bounds.height() >= size.height => {
            vec![(inside, true), (right, false), (left, false), (below, false), (above, false)]
        }
        Shape::Bubble { .. } | Shape::Badge => vec![(right, false), (left, false), (below, false), (above, false)],
        Shape::Bar { .. } => {
            let top = at(inside.x0, bounds.y0 + 3.0);
            let mut places = vec![(above, false)];
            if bounds.height() > size.height + 6.0 && bounds.width() >= size.width {
                places.push((top, true));
            }
            places
        }
        Shape::Row { .. } => {
            let end = at(bounds.x1 - 6.0 - size.width, inside.y0);
            let mut places = vec![(right, false)];
            if bounds.width() > size.width + 12.0 {
                places.push((end, true));
            }
            places
        }
        // Above and below are other rows.
        _ if rows => vec![(right, false), (left, false), (above, false), (below, false)],
        _ if mark.y < 0.0 => vec![(below, false), (above, false), (right, false), (left, false)],
        _ => vec![(above, false), (below, false), (right, false), (left, false)],
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// Whether a mark would be covered by words, or cover them. Bars and lines may lie behind words.
fn hides(mark: Drawn, words: Rect) -> bool {
    match mark {
        Drawn::Face { center, radius } | Drawn::Disc { center, radius, .. } | Drawn::Diamond { center, radius } => {
            let nearest = Point::new(center.x.clamp(words.x0, words.x1), center.y.clamp(words.y0, words.y1));
            (nearest - center).hypot() < radius
        }
        Drawn::Line { .. } => overlap(mark.bounds(), words),
        Drawn::Box(_) => false,
    }
}
