//! Where the words of marks stand: clear of other words, of other marks and of the ring around a selected one, of curves where
//! there is room. Must not know how anything is painted.

use kurbo::{Point, Rect, Size};

use super::arrange::{Align, Arranger, Ink, Lettering, overlap};
use super::say;
use super::shapes::Drawn;
use super::view::SMALL;
use crate::insight::plot::{Mark, Shape, Side, Ticks};
use crate::scene::kurbo;
use crate::text::Weight;

/// A column narrower than this has no words at its marks.
const NARROW: f64 = 22.0;
/// Words of one line are so far apart, at least.
const APART: f64 = 6.0;
/// The ring around a selected point reaches so far beyond it.
const RING: f64 = 4.5;
/// Lines keep so far from words.
const CLEAR: f64 = 3.0;
/// Into so many parts a curve is divided between two steps.
const PARTS: usize = 8;

/// What words give way to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    /// Other words and marks.
    Least,
    /// These, with some space between.
    Apart,
    /// The ring of a selected mark, bars and curves, too.
    All,
}

impl Arranger<'_> {
    /// The words at marks.
    pub(super) fn marks(&mut self) {
        let plot = self.plot;
        let across = matches!(plot.x.ticks, Ticks::Names(_));
        if across && self.view.x_unit() < NARROW {
            return;
        }
        let rows = plot.has_rows();
        let clip = self.view.rect.inflate(4.0, 18.0);
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
        let points = self.line_points();
        let curves = self.curve_points();
        for &(place, drawn) in &things {
            let mark = &plot.marks[place];
            let Some(label) = &mark.label else { continue };
            let text = say::label(label, self.words);
            let weight =
                if matches!(mark.shape, Shape::Bubble { .. } | Shape::Badge) { Weight::Bold } else { Weight::Medium };
            let size = self.size(&text, weight, SMALL, None);
            let free = |at: Rect, inside: bool, care: Care| {
                let wide = if care > Care::Least { at.inflate(APART, 0.0) } else { at };
                clip.contains_rect(at)
                    && self.taken.iter().all(|other| !overlap(*other, wide))
                    && things
                        .iter()
                        .filter(|(other, _)| *other != place)
                        .all(|(_, other)| !hides(*other, at, care, rows))
                    && (inside || points.iter().all(|point| !at.inflate(1.0, 0.0).contains(*point)))
                    && (care < Care::All || inside || !crossed(&curves, at))
            };
            let mut places = candidates(mark, drawn, size, rows);
            if across {
                // Words over the next column are taken for its own.
                let reach = 0.62 * self.view.x_unit();
                let middle = drawn.bounds().center().x;
                places.retain(|(at, inside)| *inside || (at.center().x - middle).abs() <= reach);
            }
            if rows {
                // Behind everything of its row, where no neighbour stands.
                let row = things.iter().filter(|(other, _)| (plot.marks[*other].y - mark.y).abs() < 1e-9);
                let end = row.map(|(_, thing)| thing.bounds().x1).fold(drawn.bounds().x1, f64::max);
                let middle = drawn.bounds().center().y;
                let behind = Rect::from_origin_size((end + 6.0, middle - size.height / 2.0), size);
                // Above and below are places of other rows, which may have no other.
                let before = if matches!(mark.shape, Shape::Row { .. } | Shape::Bar { .. }) { 1 } else { 2 };
                places.insert(before.min(places.len()), (behind, false));
            }
            // A row's figure is said in any case; a column's only where it can't be taken for another's.
            let cares: &[Care] = if rows { &[Care::All, Care::Apart, Care::Least] } else { &[Care::All, Care::Apart] };
            let found =
                cares.iter().find_map(|care| places.iter().find(|(at, inside)| free(*at, *inside, *care))).copied();
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
        let over = self.plot.series.iter().filter(|series| series.side == Side::Right);
        let points = over.flat_map(|series| series.stretches.iter().flat_map(|stretch| &stretch.points));
        points.map(|&(x, y)| Point::new(self.view.x(x), self.view.right(y))).collect()
    }

    /// Points of the curves that are seen, from left to right.
    fn curve_points(&self) -> Vec<Point> {
        let seen = self.view.x.0 - 1.0..=self.view.x.1 + 1.0;
        let left = self.plot.series.iter().filter(|series| series.side == Side::Left && !series.thin);
        let stretches = left.flat_map(|series| &series.stretches);
        let mut points: Vec<Point> = stretches
            .flat_map(|stretch| stretch.sampled(PARTS))
            .filter(|(x, _)| seen.contains(x))
            .map(|(x, y)| self.view.at(x, y))
            .collect();
        points.sort_by(|a, b| a.x.total_cmp(&b.x));
        points
    }
}

/// Whether a curve runs through a box; its points come from left to right.
fn crossed(curves: &[Point], at: Rect) -> bool {
    let at = at.inflate(1.0, -2.0);
    let from = curves.partition_point(|point| point.x < at.x0);
    curves.iter().skip(from).take_while(|point| point.x <= at.x1).any(|point| at.y0 <= point.y && point.y <= at.y1)
}

/// Where the words of a mark may stand, the best place first; and whether that is inside it.
fn candidates(mark: &Mark, drawn: Drawn, size: Size, rows: bool) -> Vec<(Rect, bool)> {
    let bounds = drawn.bounds();
    let middle = bounds.center();
    let at = |x: f64, y: f64| Rect::from_origin_size((x, y), size);
    let inside = at(middle.x - size.width / 2.0, middle.y - size.height / 2.0);
    // Clear of the ring around it while it is selected.
    let away = if matches!(drawn, Drawn::Face { .. }) { 3.5 } else { 2.0 };
    let right = at(bounds.x1 + 6.0, inside.y0);
    let left = at(bounds.x0 - 6.0 - size.width, inside.y0);
    let above = at(inside.x0, bounds.y0 - away - size.height);
    let below = at(inside.x0, bounds.y1 + away);
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
            // Over the figures of its neighbours, where they are wider than their bars.
            places.extend([1.0, 2.0].map(|line| (at(above.x0, above.y0 - line * size.height), false)));
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
        _ => {
            // A little to the side, where a curve goes up or down.
            let aside = bounds.width() / 2.0 + size.width / 2.0 - 4.0;
            let moved = |place: Rect, by: f64| (at(place.x0 + by, place.y0), false);
            let (first, second) = if mark.y < 0.0 { (below, above) } else { (above, below) };
            let sides = [moved(first, aside), moved(first, -aside), moved(second, aside), moved(second, -aside)];
            [(first, false), (second, false), (right, false), (left, false)].into_iter().chain(sides).collect()
        }
    }
}

/// Whether a mark would be covered by words, or cover them. Bars may lie behind words where there is no other room.
fn hides(mark: Drawn, words: Rect, care: Care, rows: bool) -> bool {
    let (ring, clear) = match care {
        Care::All => (RING, CLEAR),
        Care::Apart => (0.0, CLEAR),
        Care::Least => (0.0, 0.0),
    };
    match mark {
        Drawn::Face { center, radius } | Drawn::Disc { center, radius, .. } | Drawn::Diamond { center, radius } => {
            let nearest = Point::new(center.x.clamp(words.x0, words.x1), center.y.clamp(words.y0, words.y1));
            (nearest - center).hypot() < radius + ring
        }
        Drawn::Line { .. } => overlap(mark.bounds(), words.inflate(clear, 0.0)),
        Drawn::Box(rect) => care == Care::All && !rows && overlap(rect, words),
    }
}
