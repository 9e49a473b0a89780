//! The emotion curve: faces, bands, dashes where it is only believed, gaps where nothing is known.

use std::sync::Arc;

use kurbo::{CubicBez, Point, Rect};

use super::Figures;
use super::curve::{band_between, monotone, path_along};
use super::face::put_face;
use super::grid::Grid;
use super::header::FRAME;
use super::ink;
use super::labels::{self, Taken, places_after, places_around};
use super::pen::{Align, Ink, Pen, fill, group, line, put};
use super::theme::{BAND, CELLS_LEFT, MARGIN};
use crate::insight;
use crate::model::{JourneyMap, Lane, Persona, ScoreState};
use crate::scene::{Color, Item, PathItem, Role, Stroke, Target, kurbo};
use crate::text::{Paragraph, Weight};
use crate::words;

/// Height of a row of curves.
pub(super) const LEAST_HEIGHT: f64 = 324.0;
/// However many lanes there are, a curve isn't higher than this.
pub(super) const GREATEST_HEIGHT: f64 = 560.0;
/// Room for labels above +2, and below −2.
const ABOVE: f64 = 42.0;
const BELOW: f64 = 52.0;
/// Radius of a face on the curve that is supported by answers, and on others.
const FACE: f64 = 12.0;
const SMALL_FACE: f64 = 9.5;
const CROWDED_FACE: f64 = 8.0;
/// Words keep so far from faces.
const CLEAR: f64 = 2.5;
/// Greatest width of a name at the end of a curve.
const END_NAME: f64 = 140.0;

/// The parts of the row.
pub(super) struct Drawn {
    pub(super) ground: Vec<Item>,
    pub(super) names: Vec<Item>,
    pub(super) content: Vec<Item>,
    /// y of +2 and of −2.
    pub(super) scale: (f64, f64),
}

/// A scored step of a persona.
#[derive(Clone, Copy)]
struct Spot {
    place: usize,
    at: Point,
    value: f64,
    n: Option<u32>,
    band: Option<(f64, f64)>,
    validated: bool,
    expected: Option<f64>,
    radius: f64,
}

/// A persona's curve.
struct Curve<'a> {
    persona: &'a Persona,
    ink: Ink,
    /// Runs of spots at neighbouring columns.
    runs: Vec<Vec<Spot>>,
    /// The same spots by their columns.
    by_column: Vec<Option<Spot>>,
}

impl Curve<'_> {
    /// Whether it is dashed between two neighbouring columns too, so near to another curve that they seem one.
    fn runs_along(&self, pair: &[Spot; 2]) -> bool {
        let own = |spot: &Spot| self.by_column.get(spot.place).copied().flatten();
        let [Some(from), Some(to)] = pair.each_ref().map(own) else { return false };
        let near = |own: Spot, other: &Spot| (own.at.y - other.at.y).abs() < 6.0;
        near(from, &pair[0]) && near(to, &pair[1]) && !(from.validated && to.validated)
    }
}

/// Draws a row of this height from its top on; `above` is the room that the lane's name needs over the scale.
#[expect(clippy::too_many_arguments, reason = "the row depends on all of these and on nothing else")]
pub(super) fn emotion(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    lane: &Lane,
    spoken_steps: &[String],
    above: f64,
    bottom: f64,
) -> Drawn {
    let top = 0.0;
    let marks_height = marks_height(map) * pen.large;
    let scale = (top + (ABOVE * pen.large).max(above), bottom - BELOW * pen.large - marks_height);
    let y_of = |value: f64| scale.0 + (2.0 - value) / 4.0 * (scale.1 - scale.0);
    let (left, right) = (CELLS_LEFT - 8.0, (grid.right() + 8.0).max(grid.width - MARGIN));
    let mut ground = vec![fill(Rect::new(left, top + 1.0, right, bottom), 0.0, pen.palette.plot)];
    let mut names = Vec::new();
    for value in [2.0, 1.0, 0.0, -1.0, -2.0] {
        let y = y_of(value);
        let stroke =
            if value == 0.0 { Stroke::solid(pen.palette.zero, 1.4) } else { Stroke::solid(pen.palette.grid, 1.0) };
        ground.push(line(Point::new(left, y), Point::new(right, y), stroke));
        let face = Point::new(CELLS_LEFT - 30.0, y);
        let ink = Ink { color: pen.palette.weak, kind: None };
        put_face(&mut names, face, 9.5, value, ink, pen.palette.paper);
        let label = pen.line(&pen.words.signed(value, 0), Weight::Regular, 11.0);
        let at = Point::new(face.x - 18.0 - label.width, y - label.height / 2.0);
        put(&mut names, &label, at, pen.palette.weak, Align::Left);
    }

    let curves = curves(pen, map, grid, y_of);
    let mut taken = Taken::new(Rect::new(left + 2.0, top + 2.0, right, bottom - marks_height));
    taken.line(Point::new(left, y_of(0.0)), Point::new(right, y_of(0.0)), labels::Weight::ZERO);
    for (_, step) in map.steps().filter(|(_, step)| step.moment_of_truth) {
        let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { continue };
        for x in [column.left - FRAME, column.right + FRAME] {
            taken.line(Point::new(x, top), Point::new(x, bottom), labels::Weight::FRAME);
        }
    }
    let mut below = Vec::new();
    for curve in curves.iter().rev() {
        let others = |other: &&Curve<'_>| other.persona.id != curve.persona.id;
        let alike = |pair: &[Spot; 2]| curves.iter().filter(others).any(|other| other.runs_along(pair));
        draw_curve(curve, y_of, alike, pen.palette.plot, &mut below, &mut taken);
    }
    let mut content = vec![group(None, Role::Decoration, String::new(), Rect::new(left, top, right, bottom), below)];

    for spot in curves.iter().flat_map(|curve| curve.runs.iter().flatten()) {
        let clear = spot.radius + CLEAR;
        taken.take(around(spot.at, clear, clear));
    }
    let is_lowest = |curve: &Curve<'_>, spot: &Spot| {
        figures
            .lowest
            .as_ref()
            .is_some_and(|low| low.persona == curve.persona.id && grid.places.get(&low.step) == Some(&spot.place))
    };
    for curve in curves.iter().rev() {
        for spot in curve.runs.iter().flatten() {
            let lowest = is_lowest(curve, spot);
            content.push(spot_group(pen, curve, spot, lane, grid, spoken_steps, lowest));
        }
    }
    // The lowest point is named before all else, then curves, then points.
    for (index, curve) in curves.iter().enumerate() {
        for spot in curve.runs.iter().flatten().filter(|spot| is_lowest(curve, spot)) {
            let parts = label_spot(pen, &mut taken, curve, *spot, true, index == 0);
            content.extend(label_group(parts, curve, *spot, lane, grid));
        }
    }
    for curve in &curves {
        if let Some(end) = curve.runs.last().and_then(|run| run.last()) {
            let set = end_name(pen, curve.persona);
            label_end(&mut content, &mut taken, &set, *end, curve.ink.color);
        }
    }
    for (index, curve) in curves.iter().enumerate() {
        for spot in curve.runs.iter().flatten().filter(|spot| !is_lowest(curve, spot)) {
            let parts = label_spot(pen, &mut taken, curve, *spot, false, index == 0);
            content.extend(label_group(parts, curve, *spot, lane, grid));
        }
    }
    marks(pen, map, grid, lane, bottom, &mut content);
    Drawn { ground, names, content, scale }
}

/// The curves of all personas. Where two faces would cover each other, the later persona's moves aside.
fn curves<'a>(pen: &Pen<'_>, map: &'a JourneyMap, grid: &Grid, y_of: impl Fn(f64) -> f64) -> Vec<Curve<'a>> {
    let mut taken: Vec<Vec<(Point, f64)>> = vec![Vec::new(); grid.columns.len()];
    map.personas
        .iter()
        .enumerate()
        .map(|(index, persona)| {
            let mut runs: Vec<Vec<Spot>> = Vec::new();
            let mut by_column = vec![None; grid.columns.len()];
            for (_, step) in map.steps() {
                let score = step.score(persona.id);
                let (Some(place), Some(value)) = (grid.places.get(&step.id).copied(), score.shown()) else { continue };
                let Some(column) = grid.columns.get(place) else { continue };
                let radius = match (map.personas.len(), index == 0 || score.measured().is_some()) {
                    (..=6, true) => FACE,
                    (..=6, false) => SMALL_FACE,
                    // Many faces of one step must all find room in its column.
                    _ => CROWDED_FACE,
                };
                let middle = Point::new((column.left + column.right) / 2.0, y_of(value.clamp(-2.0, 2.0)));
                let at =
                    free_place(middle, radius, taken.get(place).map_or(&[], Vec::as_slice), column.right - column.left);
                if let Some(taken) = taken.get_mut(place) {
                    taken.push((at, radius));
                }
                let spot = Spot {
                    place,
                    at,
                    value,
                    n: score.measured().map(|measured| measured.n),
                    band: score.measured().and_then(insight::band),
                    validated: score.validated(),
                    expected: score.expected.map(|expected| expected.value()),
                    radius,
                };
                if let Some(slot) = by_column.get_mut(place) {
                    *slot = Some(spot);
                }
                match runs.last_mut() {
                    Some(run) if run.last().is_some_and(|last| last.place + 1 == place) => run.push(spot),
                    _ => runs.push(vec![spot]),
                }
            }
            Curve { persona, ink: pen.persona(persona.id), runs, by_column }
        })
        .collect()
}

/// The place nearest to `middle`, to its right or left, where a face covers none of `taken`.
fn free_place(middle: Point, radius: f64, taken: &[(Point, f64)], width: f64) -> Point {
    let step = 2.0 * radius + 2.0;
    let reach = (width / 2.0 - radius).max(0.0);
    let tries = (0..32).flat_map(|ring| [f64::from(ring) * step, -f64::from(ring) * step]);
    tries
        .map(|dx| Point::new(middle.x + dx, middle.y))
        .take_while(|at| (at.x - middle.x).abs() <= reach + step)
        .filter(|at| (at.x - middle.x).abs() <= reach)
        .find(|at| taken.iter().all(|(other, r)| at.distance(*other) >= radius + r + 1.0))
        .unwrap_or(middle)
}

/// Bands, lines and expectations of a curve.
fn draw_curve(
    curve: &Curve<'_>,
    y_of: impl Fn(f64) -> f64,
    alike: impl Fn(&[Spot; 2]) -> bool,
    ground: Color,
    items: &mut Vec<Item>,
    taken: &mut Taken,
) {
    let color = curve.ink.color;
    let path = |path, fill, stroke| {
        Item::Path(PathItem { path: Arc::new(path), origin: Point::ORIGIN, scale: 1.0, fill, stroke })
    };
    for run in &curve.runs {
        // The band is there only between points that have one; it may end in the middle of a run.
        for banded in run.split(|spot| spot.band.is_none()).filter(|part| part.len() > 1) {
            let edge = |pick: fn((f64, f64)) -> f64| -> Vec<CubicBez> {
                let points: Vec<Point> =
                    banded.iter().filter_map(|spot| Some(Point::new(spot.at.x, y_of(pick(spot.band?))))).collect();
                monotone(&points)
            };
            let (upper, lower) = (edge(|band| band.1), edge(|band| band.0));
            taken.curve(&upper, labels::Weight::BAND);
            taken.curve(&lower, labels::Weight::BAND);
            let band = band_between(&upper, &lower);
            items.push(path(band, Some(color.with_alpha(BAND)), None));
        }
        let points: Vec<Point> = run.iter().map(|spot| spot.at).collect();
        let cubics = monotone(&points);
        let solid = |index: usize| {
            let ends = (run.get(index), run.get(index + 1));
            matches!(ends, (Some(a), Some(b)) if a.validated && b.validated)
        };
        // The dashes of one curve in the gaps of another would look like a solid line: the upper one gets clear ground.
        for (index, (pair, cubic)) in run.windows(2).zip(&cubics).enumerate() {
            if let &[from, to] = pair
                && !solid(index)
                && alike(&[from, to])
            {
                items.push(path(path_along(&[*cubic]), None, Some(Stroke::solid(ground, 5.0))));
            }
        }
        let mut start = 0;
        while start < cubics.len() {
            let end = (start..cubics.len()).find(|index| solid(*index) != solid(start)).unwrap_or(cubics.len());
            let part = path_along(cubics.get(start..end).unwrap_or_default());
            for stroke in ink::curve(curve.ink.kind, color, ground, solid(start)) {
                items.push(path(part.clone(), None, Some(stroke)));
            }
            start = end;
        }
        taken.curve(&cubics, labels::Weight::CURVE);
        for spot in run {
            let Some(expected) = spot.expected else { continue };
            let y = y_of(expected);
            let faint = Stroke::dashed(color, 1.2, 1.0, 3.0);
            if (y - spot.at.y).abs() > spot.radius {
                let to = Point::new(spot.at.x, y);
                taken.line(spot.at, to, labels::Weight::EXPECTED);
                items.push(line(spot.at, to, faint));
            }
            let half = 9.0;
            let stroke = Stroke::solid(color, 2.0);
            taken.take(around(Point::new(spot.at.x, y), half, 2.0));
            items.push(line(Point::new(spot.at.x - half, y), Point::new(spot.at.x + half, y), stroke));
        }
    }
}

/// A face on the curve, with its name for those who can't see it.
fn spot_group(
    pen: &Pen<'_>,
    curve: &Curve<'_>,
    spot: &Spot,
    lane: &Lane,
    grid: &Grid,
    spoken_steps: &[String],
    lowest: bool,
) -> Item {
    let mut parts = Vec::new();
    put_face(&mut parts, spot.at, spot.radius, spot.value, curve.ink, pen.palette.plot);
    let value = pen.words.signed(spot.value, 1);
    let score = words!(pen.words, "map-score-name", persona = curve.persona.name.clone(), value = value);
    let mut name = vec![spoken_steps.get(spot.place).cloned().unwrap_or_default(), score];
    if lowest {
        name.push(words!(pen.words, "map-lowest-name"));
    }
    name.extend(spot.n.map(|n| words!(pen.words, "map-answers", n = n)));
    name.push(if spot.validated { words!(pen.words, "map-validated") } else { words!(pen.words, "map-hypothesis") });
    name.extend(spot.expected.map(|e| words!(pen.words, "map-expected", value = pen.words.signed(e, 1))));
    let step = grid.columns.get(spot.place).and_then(|column| column.step);
    let target = step.map(|step| Target::Score(lane.id, step, curve.persona.id));
    group(target, Role::Point, name.join(", "), around(spot.at, spot.radius, spot.radius), parts)
}

fn around(at: Point, x: f64, y: f64) -> Rect {
    Rect::new(at.x - x, at.y - y, at.x + x, at.y + y)
}

/// A persona's name as it stands at the end of its curve.
fn end_name(pen: &mut Pen<'_>, persona: &Persona) -> Arc<Paragraph> {
    pen.set(&persona.name, Weight::Bold, 12.0, END_NAME)
}

/// The width of paper on which the names at the last column's points have room beside them.
pub(super) fn width_with_names(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid) -> f64 {
    let mut names: f64 = 0.0;
    let mut faces: f64 = 0.0;
    let Some((_, step)) = map.steps().last() else { return 0.0 };
    let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { return 0.0 };
    for persona in &map.personas {
        if step.score(persona.id).shown().is_some() {
            names = names.max(end_name(pen, persona).width);
            faces += 1.0;
        }
    }
    // Two faces may stand beside each other.
    let face = if faces > 1.0 { 3.0 * FACE + 2.0 } else { FACE };
    if faces > 0.0 { column.left.midpoint(column.right) + face + 8.0 + names + 4.0 + MARGIN } else { 0.0 }
}

/// The persona's name at the end of its curve.
fn label_end(items: &mut Vec<Item>, taken: &mut Taken, set: &Paragraph, end: Spot, color: Color) {
    let places = places_after(end.at, end.radius, (set.width, set.height));
    if let Some(rect) = taken.best(places) {
        put(items, set, rect.origin(), color, Align::Left);
    }
}

/// What is written at a point belongs to the point: it is picked with it, steps back with it, and its name says it already.
fn label_group(
    label: Option<(Rect, Vec<Item>)>,
    curve: &Curve<'_>,
    spot: Spot,
    lane: &Lane,
    grid: &Grid,
) -> Option<Item> {
    let (rect, items) = label?;
    let step = grid.columns.get(spot.place).and_then(|column| column.step);
    let target = step.map(|step| Target::Score(lane.id, step, curve.persona.id));
    Some(group(target, Role::Decoration, String::new(), rect, items))
}

/// Value and number of answers at a point, and where they stand; the lowest point of all is named.
fn label_spot(
    pen: &mut Pen<'_>,
    taken: &mut Taken,
    curve: &Curve<'_>,
    spot: Spot,
    lowest: bool,
    first: bool,
) -> Option<(Rect, Vec<Item>)> {
    if !lowest && !first && spot.n.is_none() {
        return None;
    }
    let value = pen.words.signed(spot.value, 1);
    let text = if lowest { words!(pen.words, "map-lowest", value = value) } else { value };
    let value = pen.line(&text, Weight::Bold, 12.0);
    let n = spot.n.map(|n| pen.line(&format!("n={n}"), Weight::Regular, 11.0));
    let n_width = n.as_ref().map_or(0.0, |n| n.width + 6.0);
    let (padding, box_height) = if lowest { (8.0, value.height + 5.0) } else { (0.0, value.height) };
    let width = value.width + 2.0 * padding + if lowest { 0.0 } else { n_width };
    let places = places_around(spot.at, spot.radius + 5.0, (width, box_height), spot.value < -0.75 || lowest);
    let rect = taken.best(places)?;
    let mut items = Vec::new();
    if lowest {
        items.push(fill(rect, 5.0, pen.palette.lowest));
        put(&mut items, &value, Point::new(rect.x0 + padding, rect.y0 + 2.5), pen.palette.on_lowest, Align::Left);
        return Some((rect, items));
    }
    put(&mut items, &value, rect.origin(), curve.ink.color, Align::Left);
    if let Some(n) = n {
        let at = Point::new(rect.x0 + value.width + 6.0, rect.y1 - n.height - 0.5);
        put(&mut items, &n, at, pen.palette.weak, Align::Left);
    }
    Some((rect, items))
}

/// Whether a persona's gaps are worth a mark: its curve has points, or somebody said that it isn't involved.
pub(super) fn has_marks(map: &JourneyMap, persona: &Persona) -> bool {
    let (mut said, mut gaps) = (false, false);
    for (_, step) in map.steps() {
        let score = step.score(persona.id);
        said |= score.state != ScoreState::Unknown;
        gaps |= score.shown().is_none();
    }
    said && gaps
}

/// Height of the strip of marks.
fn marks_height(map: &JourneyMap) -> f64 {
    if map.personas.iter().any(|persona| has_marks(map, persona)) { 16.0 } else { 0.0 }
}

/// In a strip at the lower edge: where a persona's score is unknown, and where it takes no part. Neither is 0.
fn marks(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid, lane: &Lane, bottom: f64, items: &mut Vec<Item>) {
    let y = bottom - 12.0 * pen.large;
    let marked: Vec<&Persona> =
        map.personas.iter().map(AsRef::as_ref).filter(|persona| has_marks(map, persona)).collect();
    let spacing = 15.0 * pen.large;
    for (index, persona) in marked.iter().enumerate() {
        let color = pen.persona(persona.id).color;
        let question = pen.line("?", Weight::Bold, 11.0);
        for (_, step) in map.steps() {
            let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { continue };
            let offset = (index as f64 - (marked.len() - 1) as f64 / 2.0) * spacing;
            let at = Point::new((column.left + column.right) / 2.0 + offset, y);
            let (word, parts) = match step.score(persona.id).state {
                ScoreState::Scored { .. } => continue,
                ScoreState::Unknown => {
                    let mut parts = Vec::new();
                    let corner = Point::new(at.x - question.width / 2.0, at.y - question.height / 2.0);
                    put(&mut parts, &question, corner, color, Align::Left);
                    (words!(pen.words, "map-unknown"), parts)
                }
                ScoreState::NotInvolved => {
                    let from = Point::new(at.x - 4.0, at.y);
                    let stroke = Stroke::solid(color, 2.0);
                    (words!(pen.words, "map-not-involved"), vec![line(from, Point::new(at.x + 4.0, at.y), stroke)])
                }
            };
            let name = format!("{}, {}: {word}", step.name, persona.name);
            let rect = around(at, 7.0 * pen.large, 8.0 * pen.large);
            let target = Target::Score(lane.id, step.id, persona.id);
            items.push(group(Some(target), Role::Note, name, rect, parts));
        }
    }
}
