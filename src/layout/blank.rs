//! A map's lanes and steps with nothing in them, to be filled in with pens and sticky notes: what a paper workshop needs.
//!
//! Must not know paper: [`super::sheets`] puts the picture on it.

use std::sync::Arc;

use kurbo::Point;

use super::pen::line;
use super::theme::{COLUMN, GUTTER, palette_of};
use super::{Options, lay_out};
use crate::model::{Id, JourneyMap, Lane, LaneKind, Stage, Step};
use crate::scene::{Scene, Stroke, kurbo};
use crate::text::Typesetter;

/// How many columns a map without a step gets.
const STEPS: u64 = 8;
/// Width to height of ISO paper on its long side.
const PAPER: f64 = std::f64::consts::SQRT_2;
/// Least and greatest height of a lane, in map units: a sticky note of 76 mm, drawn to scale on A0, and a third of it.
const HEIGHTS: (f64, f64) = (96.0, 400.0);
/// How much higher than others the lane of the curve is.
const CURVE: f64 = 1.6;
/// What title and headings take, about.
const ABOVE: f64 = 260.0;

/// The picture of an empty map with this one's lanes and steps, about as wide and high as paper.
pub fn scene(map: &JourneyMap, options: &Options<'_>, fonts: &mut Typesetter) -> Scene {
    let map = emptied(map);
    let mut scene = lay_out(&map, &Options { all: false, ..*options }, fonts);
    let palette = palette_of(options.theme, &map.look);
    let rule = Stroke::dashed(palette.rule, 1.0, 3.0, 4.0);
    let (top, bottom) = (scene.header.rect.y1, scene.body.rect.y1);
    let mut between: Vec<f64> = scene.columns.iter().map(|column| column.left - GUTTER / 2.0).collect();
    between.extend(scene.columns.last().map(|column| column.right + GUTTER / 2.0));
    let rules = between.into_iter().map(|x| line(Point::new(x, top), Point::new(x, bottom), rule));
    scene.body.items.extend(rules);
    scene
}

/// The map without what a workshop is to find out; what is worked out from that isn't asked for.
fn emptied(map: &JourneyMap) -> JourneyMap {
    let mut stages: Vec<Arc<Stage>> = map.stages.clone();
    if stages.iter().all(|stage| stage.steps.is_empty()) {
        let mut stage = stages.first().map_or_else(|| Stage::new(Id::from_bits(1), ""), |stage| (**stage).clone());
        stage.steps = (1..=STEPS).map(|number| Arc::new(Step::new(Id::from_bits(number), ""))).collect();
        let first = Arc::new(stage);
        if stages.is_empty() {
            stages.push(first);
        } else {
            stages[0] = first;
        }
    }
    for stage in &mut stages {
        let stage = Arc::make_mut(stage);
        stage.notes = String::new();
        for step in &mut stage.steps {
            *step = Arc::new(Step { width: step.width, ..Step::new(step.id, step.name.clone()) });
        }
    }
    let worked_out = |kind: LaneKind| matches!(kind, LaneKind::CustomersKept | LaneKind::PainPriority | LaneKind::Time);
    let mut lanes: Vec<Lane> =
        map.lanes.iter().filter(|lane| !lane.hidden && !worked_out(lane.kind)).map(|lane| (**lane).clone()).collect();
    let width: f64 = stages
        .iter()
        .flat_map(|stage| &stage.steps)
        .map(|step| step.width.map_or(COLUMN, f64::from) + GUTTER)
        .sum::<f64>();
    let share = |lane: &Lane| if lane.kind == LaneKind::Emotion { CURVE } else { 1.0 };
    let shares: f64 = lanes.iter().map(share).sum();
    let each = ((width / PAPER - ABOVE) / shares.max(1.0)).clamp(HEIGHTS.0, HEIGHTS.1);
    for lane in &mut lanes {
        (lane.collapsed, lane.locked) = (false, false);
        lane.height = Some((each * share(lane)) as u16);
    }
    JourneyMap { stages, lanes: lanes.into_iter().map(Arc::new).collect(), tray: Vec::new(), date: None, ..map.clone() }
}
