//! What was found, marked on the picture: the very words where they are seen, else the frame of what holds them. Laid over
//! the picture, never part of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui;
use egui::{CornerRadius, Stroke, StrokeKind, Ui};

use super::Shown;
use super::camera::{Part, View};
use crate::app::look::FOUND;
use crate::find::Pattern;
use crate::scene::{Group, Item, Placed, Scene, Target, TextItem, kurbo};

/// What is to be marked.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    /// What was looked for.
    pub pattern: Pattern,
    /// What holds it.
    pub targets: BTreeSet<Target>,
    /// Where the search stands, and the how manieth of the words there it is; none: it isn't among the words one sees.
    pub now: Option<(Target, Option<usize>)>,
}

/// A mark at its place.
#[derive(Debug)]
struct Mark {
    part: Part,
    frame: kurbo::Rect,
    words: Vec<Vec<kurbo::Rect>>,
    target: Target,
}

/// The marks of one picture; placed once.
#[derive(Debug, Default)]
pub(super) struct Marked {
    marks: Option<Arc<Marks>>,
    of: Option<(Arc<Scene>, Arc<Marks>)>,
    placed: Vec<Mark>,
}

impl Marked {
    /// Marks these from now on.
    pub(super) fn set(&mut self, marks: Option<Arc<Marks>>) {
        self.marks = marks;
    }

    /// Paints the marks that are in view.
    pub(super) fn paint(&mut self, ui: &Ui, shown: Shown<'_>, view: &View) {
        let Some(marks) = self.marks.clone() else {
            self.of = None;
            self.placed.clear();
            return;
        };
        let same =
            |(scene, known): &(Arc<Scene>, Arc<Marks>)| Arc::ptr_eq(scene, shown.scene) && Arc::ptr_eq(known, &marks);
        if !self.of.as_ref().is_some_and(same) {
            self.placed = place(shown.scene, &marks);
            self.of = Some((Arc::clone(shown.scene), Arc::clone(&marks)));
        }
        for mark in &self.placed {
            let clip = view.clip(mark.part);
            let frame = view.screen_rect(mark.part, mark.frame).expand(2.0);
            if !frame.intersects(clip) {
                continue;
            }
            let painter = ui.painter().with_clip_rect(clip);
            let now = marks.now.filter(|(target, _)| *target == mark.target);
            let radius = CornerRadius::same((8.0 * view.zoom).clamp(2.0, 10.0) as u8);
            if now.is_some() || mark.words.is_empty() {
                let width = if now.is_some() { 3.0 } else { 1.6 };
                painter.rect_stroke(frame, radius, Stroke::new(width, FOUND), StrokeKind::Outside);
            }
            for (number, word) in mark.words.iter().enumerate() {
                let is_now = now.is_some_and(|(_, place)| place == Some(number));
                for part in word {
                    let rect = view.screen_rect(mark.part, *part);
                    // Letters stay readable under it, light ones and dark ones.
                    painter.rect_filled(rect, 2.0, FOUND.gamma_multiply(if is_now { 0.5 } else { 0.28 }));
                    if is_now {
                        painter.rect_stroke(rect.expand(1.0), 3.0, Stroke::new(1.5, FOUND), StrokeKind::Outside);
                    }
                }
            }
        }
    }
}

fn place(scene: &Scene, marks: &Marks) -> Vec<Mark> {
    let mut pattern = marks.pattern.clone();
    let mut placed = Vec::new();
    for part in Part::ALL {
        for group in part.region(scene).groups() {
            if let Some(target) = group.target.filter(|target| marks.targets.contains(target)) {
                let words = words_of(group, &mut pattern);
                placed.push(Mark { part, frame: group.rect(), words, target });
            }
        }
    }
    placed
}

/// Where the words that are looked for are seen in a group: for each match its parts, line by line.
fn words_of(group: Placed<&Group>, pattern: &mut Pattern) -> Vec<Vec<kurbo::Rect>> {
    fn lines(items: impl Iterator<Item = Item>, text: &mut String, found: &mut Vec<(usize, TextItem)>) {
        for item in items {
            match item {
                Item::Text(line) => {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    let start = text.len();
                    text.push_str(&line.line.text);
                    found.push((start, line));
                }
                Item::Group(group) => lines(group.items(), text, found),
                Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Link(_) => {}
            }
        }
    }
    let (mut text, mut items) = (String::new(), Vec::new());
    lines(group.items(), &mut text, &mut items);
    let found = pattern.find_in(&text);
    let parts = |range: std::ops::Range<usize>| {
        items.iter().filter_map(move |(start, item)| {
            let from = range.start.saturating_sub(*start);
            let to = range.end.checked_sub(*start)?.min(item.line.text.len());
            (from < to).then(|| part_of_line(item, from..to)).flatten()
        })
    };
    found.into_iter().map(|range| parts(range).collect()).collect()
}

/// What a part of a line of text covers.
fn part_of_line(item: &TextItem, bytes: std::ops::Range<usize>) -> Option<kurbo::Rect> {
    let mut covered: Option<(f64, f64)> = None;
    let mut size = 0.0_f64;
    for run in &item.line.runs {
        for glyph in &run.glyphs {
            if glyph.range.start < bytes.end && bytes.start < glyph.range.end {
                let (left, right) = (glyph.x, glyph.x + glyph.advance);
                covered = Some(covered.map_or((left, right), |(low, high)| (low.min(left), high.max(right))));
                size = size.max(run.size);
            }
        }
    }
    let (left, right) = covered?;
    let (x, y) = (item.origin.x, item.origin.y);
    Some(kurbo::Rect::new(x + left - 1.0, y - size * 0.98, x + right + 1.0, y + size * 0.3))
}
