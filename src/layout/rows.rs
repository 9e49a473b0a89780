//! The rows: lane names, and the cards of each lane packed under their columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Point, Rect, Vec2};

use super::cards::state_icon;
use super::composed::{Composed, Packed, Packing, Spanning, Wide};
use super::grid::Grid;
use super::ink;
use super::pen::{Align, Pen, fill, framed, group, line, put};
use super::theme::{CELLS_LEFT, MARGIN};
use super::{Figures, Options, band, computed, emotion, obstacles};
use crate::i18n;
use crate::model::{CardId, Content, JourneyMap, Lane, LaneKind, OpportunityState};
use crate::scene::{Item, Placed, Region, Role, Row, Stroke, Target, kurbo};
use crate::text::{Paragraph, Weight};
use crate::words;

/// Width of a lane's name.
const NAME: f64 = CELLS_LEFT - MARGIN - 20.0;
/// Height that a named line between two lanes takes.
pub(super) const BORDER: f64 = 14.0;

/// The rows of a picture.
pub(super) struct Rows {
    pub(super) names: Region,
    pub(super) body: Region,
    pub(super) rows: Vec<Row>,
    /// How many items of the body are ground that everything else is painted on.
    pub(super) ground: usize,
}

/// What a row holds before it has a place.
pub(super) struct Prepared<'a> {
    pub(super) lane: &'a Lane,
    name: String,
    hint: Hint,
    pub(super) border: Option<String>,
    pub(super) collapsed: bool,
    /// Its cards, below the room for arrows; none where it shows none.
    pub(super) packed: Option<Arc<Packed>>,
    pub(super) height: f64,
    /// Room for arrows at its upper edge, and at its lower one; both are part of the height.
    pub(super) above: f64,
    pub(super) below: f64,
}

impl Prepared<'_> {
    /// The cards at their place, when the row begins at `top`.
    pub(super) fn cards(&self, top: f64) -> impl Iterator<Item = (CardId, Rect)> {
        let by = Vec2::new(0.0, top + self.above);
        self.packed.iter().flat_map(|packed| &packed.cards).map(move |(id, rect)| (*id, *rect + by))
    }
}

/// What stands below a lane's name.
#[derive(Debug, Clone, Default)]
struct Hint {
    /// What its figures mean, or what it holds while it is collapsed.
    text: String,
    /// Icons that its cards bear, with what they mean.
    marks: Vec<(&'static str, String)>,
}

/// The rows from `top` on.
pub(super) fn rows(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    options: &Options<'_>,
    composed: &mut Composed,
    top: f64,
) -> Rows {
    let lanes: Vec<&Lane> = map.lanes.iter().map(AsRef::as_ref).filter(|lane| options.all || !lane.hidden).collect();
    let mut by_lane = cards_by_lane(map, grid);
    composed.begin_rows(grid, || step_places(pen, map));
    // Moments of truth are framed down to the curve, or over all rows where there is none.
    let shown_curve = |lane: &&Lane| lane.kind == LaneKind::Emotion && (options.all || !lane.collapsed);
    let curve = lanes.iter().position(shown_curve);
    let in_frames = |index: usize| curve.is_none_or(|curve| index < curve);
    let names: Vec<String> = lanes.iter().map(|lane| lane_name(pen, lane)).collect();
    let mut ahead = Vec::new();
    for (index, (lane, name)) in lanes.iter().zip(&names).enumerate() {
        if let Some(cards) = by_lane.get(&lane.id)
            && (options.all || !lane.collapsed)
        {
            ahead.push((lane.id, packing(lane, name, in_frames(index)), &**cards));
        }
    }
    composed.compose_ahead(pen, map, figures, grid, &ahead);
    let mut prepared: Vec<Prepared<'_>> = Vec::with_capacity(lanes.len());
    for (index, (lane, name)) in lanes.iter().zip(names).enumerate() {
        let collapsed = lane.collapsed && !options.all;
        let before = index.checked_sub(1).and_then(|before| lanes.get(before));
        let cards = by_lane.remove(&lane.id).unwrap_or_default();
        let row = prepare(
            pen,
            map,
            grid,
            figures,
            options,
            composed,
            lane,
            name,
            cards,
            collapsed,
            in_frames(index),
            before.copied(),
        );
        prepared.push(row);
    }

    // The curve gets the most room: at least a third of the map's height, within reason.
    let others: f64 = prepared.iter().filter(|row| row.lane.kind != LaneKind::Emotion).map(|row| row.height).sum();
    let curves = prepared.iter().filter(|row| row.lane.kind == LaneKind::Emotion && !row.collapsed).count();
    for row in prepared.iter_mut().filter(|row| row.lane.kind == LaneKind::Emotion && !row.collapsed) {
        // The scale begins below the lane's name, however long that is.
        let named = name_height(pen, &row.name, &Hint::default()) + emotion::LEAST_HEIGHT - 40.0;
        let own = row.lane.height.map_or(0.0, f64::from);
        row.height = ((others + top) / 2.0 / curves as f64)
            .clamp(emotion::LEAST_HEIGHT, emotion::GREATEST_HEIGHT)
            .max(own)
            .max(named);
    }
    let arrows = obstacles::arrows(pen, map, grid, figures, top, &mut prepared, composed.arrows());

    let width = grid.width;
    let rule = Stroke::solid(pen.palette.rule, 1.0);
    let mut names = Vec::new();
    let mut ground = Vec::new();
    let mut content = Vec::new();
    let mut rows = Vec::new();
    let mut y = top;
    for row in prepared {
        let row_top = y;
        let rule_start = Point::new(CELLS_LEFT - 8.0, y);
        if let Some(border) = &row.border {
            // A line of the service blueprint, named at its right end, with room of its own.
            let height = BORDER * pen.large;
            let middle = y + height / 2.0;
            let set = pen.line(border, Weight::Medium, 11.0);
            let end = border_end(width);
            let dashed = Stroke::dashed(pen.palette.weak, 1.2, 6.0, 4.0);
            let mut parts =
                vec![line(Point::new(CELLS_LEFT - 8.0, middle), Point::new(end - set.width - 10.0, middle), dashed)];
            put(
                &mut parts,
                &set,
                Point::new(end - set.width, middle - set.height / 2.0),
                pen.palette.weak,
                Align::Left,
            );
            ground.push(group(
                None,
                Role::Note,
                border.clone(),
                Rect::new(CELLS_LEFT - 8.0, y, end, y + height),
                parts,
            ));
            names.push(line(Point::new(MARGIN - 8.0, middle), Point::new(CELLS_LEFT - 8.0, middle), dashed));
            y += height;
        } else {
            ground.push(line(rule_start, Point::new(width - MARGIN + 8.0, y), rule));
            names.push(line(Point::new(MARGIN - 8.0, y), rule_start, rule));
        }
        let bottom = y + row.height;
        if let Some(color) = row.lane.color {
            if pen.palette.patterns {
                let strip = Rect::new(MARGIN - 10.0, y + 6.0, MARGIN - 5.0, bottom - 6.0);
                names.extend(ink::hatch(strip, usize::from(color), pen.palette.text));
            } else {
                let rect = Rect::new(CELLS_LEFT - 8.0, y + 1.0, width - MARGIN + 8.0, bottom);
                ground.push(fill(rect, 0.0, pen.palette.lane(Some(color))));
            }
        }
        names.push(name_group(pen, row.lane, &row.name, &row.hint, y, bottom));
        let mut scale = None;
        let filled = row.packed.as_ref().is_some_and(|packed| !packed.cards.is_empty());
        match row.lane.kind {
            _ if row.collapsed => {}
            LaneKind::Emotion => {
                let above = name_height(pen, &row.name, &Hint::default()) + 2.0;
                let drawn = composed.curve(pen, map, grid, figures, row.lane, &row.name, above, row.height);
                let by = Vec2::new(0.0, y);
                scale = Some((drawn.scale.0 + y, drawn.scale.1 + y));
                ground.extend(drawn.ground.iter().map(|item| item.moved(by)));
                names.extend(drawn.names.iter().map(|item| item.moved(by)));
                content.push(Item::Group(Placed::new(Arc::clone(&drawn.group), by)));
            }
            LaneKind::CustomersKept | LaneKind::PainPriority | LaneKind::Time => {
                content.extend(computed::computed(
                    pen,
                    map,
                    grid,
                    figures,
                    row.lane.kind,
                    composed.places(),
                    y,
                    bottom,
                ));
            }
            _ => {}
        }
        if let Some(cards) = row.packed.as_ref().and_then(|packed| packed.group.as_ref()) {
            content.push(Item::Group(Placed::new(Arc::clone(cards), Vec2::new(0.0, y + row.above))));
        }
        if row.lane.kind == LaneKind::Opportunities && !row.collapsed && figures.has_pains() {
            unanswered(pen, map, grid, figures, row.lane, y + row.above, &mut content);
        }
        let extra = row.above + row.below + if row.border.is_some() { BORDER * pen.large } else { 0.0 };
        rows.push(Row { lane: row.lane.id, top: row_top, bottom, scale, collapsed: row.collapsed, extra, filled });
        y = bottom;
    }
    content.extend(arrows);
    let ground_items = ground.len();
    ground.extend(content);
    let bottom = y;
    Rows {
        names: Region { rect: Rect::new(0.0, top, CELLS_LEFT - 8.0, bottom), items: names },
        body: Region { rect: Rect::new(CELLS_LEFT - 8.0, top, band(width, top, bottom).x1, bottom), items: ground },
        rows,
        ground: ground_items,
    }
}

/// Where the blueprint's lines end.
pub(super) fn border_end(width: f64) -> f64 {
    width - MARGIN + 8.0
}

/// The cards of each lane with the columns they cover, in map order.
fn cards_by_lane<'a>(map: &'a JourneyMap, grid: &Grid) -> BTreeMap<crate::model::LaneId, Vec<Spanning<'a>>> {
    let mut lanes: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (_, step) in map.steps() {
        let Some(first) = grid.places.get(&step.id).copied() else { continue };
        for card in &step.cards {
            let last = card.until.and_then(|until| grid.places.get(&until).copied()).unwrap_or(first).max(first);
            lanes.entry(card.lane).or_default().push((first, last, card));
        }
    }
    lanes
}

/// "step 5 of 9" for each column.
pub(super) fn step_places(pen: &Pen<'_>, map: &JourneyMap) -> Vec<String> {
    let count = map.steps().count();
    let mut words = Vec::new();
    let mut n = 0;
    for stage in &map.stages {
        if stage.steps.is_empty() {
            words.push(String::new());
        }
        for _ in &stage.steps {
            n += 1;
            words.push(words!(pen.words, "map-step-place", n = n, count = count));
        }
    }
    words
}

#[expect(clippy::too_many_arguments, reason = "a row depends on all of these and on nothing else")]
fn prepare<'a>(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    options: &Options<'_>,
    composed: &mut Composed,
    lane: &'a Lane,
    name: String,
    cards: Vec<Spanning<'_>>,
    collapsed: bool,
    in_frames: bool,
    before: Option<&Lane>,
) -> Prepared<'a> {
    let hint = if collapsed { folded(pen, lane, cards.len()) } else { lane_hint(pen, map, lane) };
    let border = before.and_then(|before| border_words(pen, before.kind, lane.kind));
    let name_height = name_height(pen, &name, &hint);
    let mut row =
        Prepared { lane, name, hint, border, collapsed, packed: None, height: name_height, above: 0.0, below: 0.0 };
    if collapsed {
        return row;
    }
    let padding = pen.space.row;
    let packing = packing(lane, &row.name, in_frames);
    let wide = Wide { map, figures, images: options.images };
    let packed = composed.pack(pen, &wide, grid, lane, &packing, &cards);
    let fullest = packed.fullest;
    row.packed = Some(packed);
    let least = match lane.kind {
        LaneKind::CustomersKept => computed::KEPT_HEIGHT * pen.large,
        LaneKind::PainPriority => computed::PRIORITY_HEIGHT * pen.large,
        LaneKind::Time => computed::time_height(pen, map, grid),
        LaneKind::Opportunities if !figures.unanswered.is_empty() => {
            unanswered_height(pen, grid, figures) + 2.0 * padding
        }
        _ => 22.0 * pen.large + 2.0 * padding,
    };
    row.height = row.height.max(fullest).max(least).max(lane.height.map_or(0.0, f64::from));
    row
}

fn packing<'a>(lane: &Lane, name: &'a str, in_frames: bool) -> Packing<'a> {
    Packing { kind: lane.kind, color: lane.color, in_frames, name }
}

/// A lane's own name, else the word for its kind.
fn lane_name(pen: &Pen<'_>, lane: &Lane) -> String {
    if lane.name.is_empty() { i18n::lane_kind_word(pen.words, lane.kind) } else { lane.name.clone() }
}

/// What a collapsed lane holds: else it would seem empty.
fn folded(pen: &Pen<'_>, lane: &Lane, cards: usize) -> Hint {
    let text = match lane.kind {
        LaneKind::Emotion | LaneKind::CustomersKept | LaneKind::PainPriority | LaneKind::Time => {
            words!(pen.words, "map-row-collapsed")
        }
        _ => words!(pen.words, "map-row-collapsed-cards", n = cards),
    };
    Hint { text, marks: Vec::new() }
}

/// What the marks of a lane mean.
fn lane_hint(pen: &Pen<'_>, map: &JourneyMap, lane: &Lane) -> Hint {
    let text = match lane.kind {
        LaneKind::PainPoints => words!(pen.words, "map-severity-share"),
        LaneKind::Opportunities => words!(pen.words, "map-impact-effort"),
        LaneKind::CustomersKept => {
            let estimate = words!(pen.words, "map-estimate");
            match map.personas.first() {
                Some(persona) if map.personas.len() > 1 => format!("{estimate} · {}", persona.name),
                _ => estimate,
            }
        }
        LaneKind::Touchpoints => {
            let repeats = map.cards().any(|(_, card)| {
                card.lane == lane.id && matches!(&card.content, Content::Touchpoint(touchpoint) if touchpoint.repeats)
            });
            if repeats { format!("↻ {}", words!(pen.words, "map-repeats")) } else { String::new() }
        }
        _ => String::new(),
    };
    let marks = if lane.kind == LaneKind::Opportunities { state_marks(pen, map, lane) } else { Vec::new() };
    Hint { text, marks }
}

/// The icons of the states that opportunities of a lane are in.
fn state_marks(pen: &Pen<'_>, map: &JourneyMap, lane: &Lane) -> Vec<(&'static str, String)> {
    let cards = map.cards().map(|(_, card)| card).filter(|card| card.lane == lane.id);
    let there: Vec<OpportunityState> = cards
        .filter_map(|card| match &card.content {
            Content::Opportunity(opportunity) => Some(opportunity.state),
            _ => None,
        })
        .collect();
    [OpportunityState::InProgress, OpportunityState::Done, OpportunityState::Rejected]
        .into_iter()
        .filter(|state| there.contains(state))
        .filter_map(|state| Some((state_icon(state)?, i18n::opportunity_state_word(state, pen.words))))
        .collect()
}

/// The name of the service blueprint's line between two neighbouring lanes.
fn border_words(pen: &Pen<'_>, above: LaneKind, below: LaneKind) -> Option<String> {
    // How far behind the scene a lane lies: customer, frontstage, backstage, systems.
    let depth = |kind| match kind {
        LaneKind::Frontstage => 1,
        LaneKind::Backstage => 2,
        LaneKind::Systems => 3,
        _ => 0,
    };
    match (depth(above), depth(below)) {
        (0, 1) => Some(words!(pen.words, "line-interaction")),
        (1, 2) => Some(words!(pen.words, "line-visibility")),
        (2, 3) => Some(words!(pen.words, "line-internal-interaction")),
        _ => None,
    }
}

/// Room of an icon before what it means.
const MARK: f64 = 15.0;

fn name_height(pen: &mut Pen<'_>, name: &str, hint: &Hint) -> f64 {
    let name = pen.set(name, Weight::Bold, 12.0, NAME);
    let below = |pen: &mut Pen<'_>, text: &str, width: f64| pen.set(text, Weight::Regular, 11.0, width).height + 2.0;
    let mut height = name.height + 2.0 * pen.space.row;
    if !hint.text.is_empty() {
        height += below(pen, &hint.text, NAME);
    }
    let mark = MARK * pen.large;
    hint.marks.iter().fold(height, |height, (_, word)| height + below(pen, word, NAME - mark))
}

fn name_group(pen: &mut Pen<'_>, lane: &Lane, name: &str, hint: &Hint, top: f64, bottom: f64) -> Item {
    let set = pen.set(name, Weight::Bold, 12.0, NAME);
    let mut parts = Vec::new();
    let y = top + pen.space.row;
    put(&mut parts, &set, Point::new(MARGIN, y), pen.palette.text, Align::Left);
    let mut below = y + set.height + 2.0;
    if !hint.text.is_empty() {
        let hint = pen.set(&hint.text, Weight::Regular, 11.0, NAME);
        put(&mut parts, &hint, Point::new(MARGIN, below), pen.palette.weak, Align::Left);
        below += hint.height + 2.0;
    }
    for (icon, word) in &hint.marks {
        let (mark, size) = (MARK * pen.large, 11.0 * pen.large);
        let set = pen.set(word, Weight::Regular, 11.0, NAME - mark);
        let line = set.height / set.lines.len().max(1) as f64;
        let at = Point::new(MARGIN, below + (line - size) / 2.0);
        super::pen::put_icon(&mut parts, icon, at, size, pen.palette.opportunity.text);
        put(&mut parts, &set, Point::new(MARGIN + mark, below), pen.palette.weak, Align::Left);
        below += set.height + 2.0;
    }
    if lane.locked {
        super::pen::put_icon(&mut parts, "lock", Point::new(MARGIN - 16.0, y + 2.0), 11.0, pen.palette.weak);
    }
    let rect = Rect::new(0.0, top, CELLS_LEFT - 8.0, bottom);
    group(Some(Target::Lane(lane.id)), Role::RowHeader, name.to_owned(), rect, parts)
}

/// Height of the places that pain points without an answer leave.
fn unanswered_height(pen: &mut Pen<'_>, grid: &Grid, figures: &Figures) -> f64 {
    let words = words!(pen.words, "map-no-answer");
    let columns = figures.unanswered.keys().filter_map(|step| grid.columns.get(*grid.places.get(step)?));
    let narrowest = columns.map(|column| column.right - column.left).fold(f64::INFINITY, f64::min);
    (pen.set(&words, Weight::Regular, 12.0, narrowest - 20.0).height + 14.0).max(32.0)
}

/// The places for answers to pain points that have none, where the cell is empty.
pub(super) fn unanswered_boxes(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    lane: &Lane,
    top: f64,
) -> Vec<(Rect, Arc<Paragraph>)> {
    let mut filled = vec![false; grid.columns.len()];
    for (step, card) in map.cards().filter(|(_, card)| card.lane == lane.id) {
        let Some(first) = grid.places.get(&step.id).copied() else { continue };
        let last = card.until.and_then(|until| grid.places.get(&until).copied()).unwrap_or(first).max(first);
        filled.iter_mut().take(last + 1).skip(first).for_each(|cell| *cell = true);
    }
    let words = words!(pen.words, "map-no-answer");
    let mut boxes = Vec::new();
    for step in figures.unanswered.keys() {
        let Some(place) = grid.places.get(step).copied() else { continue };
        if filled.get(place).copied().unwrap_or(true) {
            continue;
        }
        let Some(column) = grid.columns.get(place) else { continue };
        let set = pen.set(&words, Weight::Regular, 12.0, column.right - column.left - 20.0);
        let y = top + pen.space.row;
        boxes.push((Rect::new(column.left, y, column.right, y + (set.height + 14.0).max(30.0)), set));
    }
    boxes
}

/// A pain point that nothing answers leaves a dashed, empty place, where the cell is empty.
fn unanswered(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    lane: &Lane,
    top: f64,
    items: &mut Vec<Item>,
) {
    let words = words!(pen.words, "map-no-answer");
    for (rect, set) in unanswered_boxes(pen, map, grid, figures, lane, top) {
        let dashed = Stroke::dashed(pen.palette.zero, 1.2, 4.0, 4.0);
        let mut parts = vec![framed(rect, 7.0, None, dashed)];
        put(&mut parts, &set, Point::new(rect.x0 + 10.0, rect.y0 + 7.0), pen.palette.weak, Align::Left);
        items.push(group(None, Role::Note, words.clone(), rect, parts));
    }
}
