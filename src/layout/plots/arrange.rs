//! Where the words of a plot stand: the same in the window and on paper. Words that have no place without covering others
//! are left out; the table and the tips say them. Must not know how anything is painted.

use kurbo::{Point, Rect, Size};

use super::cut::cut;
use super::say;
use super::view::{LIST_APART, LIST_SIZE, Measure, Room, SMALL, View, names_below, said, scale, ticks};
use crate::i18n::Words;
use crate::insight::plot::{Hue, Label, Plot, Ticks};
use crate::scene::kurbo;
use crate::text::Weight;

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
pub(super) struct Arranger<'a> {
    pub(super) plot: &'a Plot,
    pub(super) room: &'a Room,
    pub(super) view: View,
    pub(super) words: &'a Words,
    pub(super) measure: &'a mut dyn Measure,
    pub(super) placed: Vec<Lettering>,
    pub(super) taken: Vec<Rect>,
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
    arranger.titles_inside();
    arranger.marks();
    arranger.list();
    arranger.placed
}

impl Arranger<'_> {
    pub(super) fn size(&mut self, text: &str, weight: Weight, size: f32, width: Option<f64>) -> Size {
        self.measure.measure(text, weight, size, width)
    }

    pub(super) fn put(&mut self, text: String, rect: Rect, align: Align, ink: Ink) {
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

    pub(super) fn last_medium(&mut self) {
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

    /// Names under columns, or what is short for them where they have no room.
    fn names(&mut self, names: &[Label], top: f64) {
        let column = self.view.x_unit();
        let shallow = self.room.shallow;
        let fit = if shallow { None } else { names_below(names, column, self.words, self.measure) };
        let every = (APART / column.max(0.1)).ceil().max(1.0) as usize;
        let rect = self.view.rect;
        for place in 0..names.len() {
            let x = self.view.x(place as f64);
            if x < rect.x0 || x > rect.x1 {
                continue;
            }
            if let Some((_, texts)) = &fit {
                let Some(text) = texts.get(place).cloned() else { continue };
                let width = column - 6.0;
                let size = self.size(&text, Weight::Regular, SMALL, Some(width));
                let at = Rect::new(x - width / 2.0, top, x + width / 2.0, top + size.height);
                self.put(text, at, Align::Middle, Ink::Weak);
                if let Some(last) = self.placed.last_mut() {
                    last.width = Some(width);
                }
            } else if place % every == 0 {
                let text = match self.plot.short.get(place) {
                    Some(short) => say::label(short, self.words),
                    None => (place + 1).to_string(),
                };
                if !text.is_empty() {
                    let size = self.size(&text, Weight::Regular, SMALL, None);
                    self.put(text, Rect::from_origin_size((x - size.width / 2.0, top), size), Align::Middle, Ink::Weak);
                }
            }
        }
    }

    /// What the numbers at marks mean, in a list beside the plot, or below it with a line for each; what has no room there
    /// stands in the table alone.
    fn list(&mut self) {
        let Some(list) = self.room.list else { return };
        let plot = self.plot;
        let beside = list.y0 <= self.room.whole.y0;
        let width = list.width();
        let mut top = list.y0;
        for row in &plot.table.rows {
            let mut text = say::row_name(plot, row, self.words);
            if !beside {
                // The list's words are a little larger than those that are measured for a cut.
                let room = width * f64::from(SMALL / LIST_SIZE) - 2.0;
                let Some((short, _)) = cut(&text, Weight::Regular, room, 1, self.measure) else { continue };
                text = short;
            }
            let size = self.size(&text, Weight::Regular, LIST_SIZE, Some(width));
            if top + size.height > list.y1 + 0.5 {
                break;
            }
            let rect = Rect::new(list.x0, top, list.x1, top + size.height);
            top = rect.y1 + LIST_APART;
            self.placed.push(Lettering {
                text,
                rect,
                weight: Weight::Regular,
                size: LIST_SIZE,
                width: Some(width),
                align: Align::Left,
                ink: Ink::Text,
                ground: false,
            });
        }
    }
}

/// Whether two boxes have a part in common.
pub(super) fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}
