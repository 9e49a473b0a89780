//! The plot of touchpoints in use, missing and redundant, against those expected. Must not know how they are counted.

use super::{About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Word, Worked};
use crate::insight::touchpoints;
use crate::model::JourneyMap;

/// Touchpoints of each stage: those in use, over them the redundant and the missing ones, and how many there should be.
pub(super) fn touchpoints(map: &JourneyMap) -> Plot {
    let stages = touchpoints::by_stage(map);
    let names = map.stages.iter().map(|stage| Label::stage(stage)).collect();
    let highest = stages
        .iter()
        .map(|stage| {
            let stack = stage.in_use + stage.redundant + stage.missing;
            stack.max(stage.expected.unwrap_or(0) as usize).max(usize::try_from(stage.observed()).unwrap_or(0))
        })
        .max()
        .unwrap_or(0);
    let mut y = Axis::from_zero(Word::Touchpoints, highest as f64, 1.2, Scale::Plain);
    if let super::Ticks::Every { distance, .. } = &mut y.ticks {
        *distance = distance.max(1.0);
    }
    let columns = [
        Word::Stage,
        Word::InUse,
        Word::Redundant,
        Word::Missing,
        Word::Observed,
        Word::ExpectedTouchpoints,
        Word::Gap,
    ];
    let mut plot = Plot::new(Kind::Touchpoints, Axis::across(Word::Stage, names), y, Table::new(1, &columns));
    let mut seen = [false; 5];
    for (place, stage) in stages.iter().enumerate() {
        let parts = [stage.in_use, stage.redundant, stage.missing];
        let total: usize = parts.iter().sum();
        if total == 0 && stage.expected.is_none() && stage.analytics.is_none() {
            continue;
        }
        let observed = usize::try_from(stage.observed()).unwrap_or(0);
        let gap = stage.gap();
        let cells = vec![
            Cell::Said(map.stages.get(place).map_or(Label::Word(Word::UnnamedStage), |stage| Label::stage(stage))),
            Cell::count(stage.in_use),
            Cell::count(stage.redundant),
            Cell::count(stage.missing),
            Cell::count(observed),
            Cell::of(stage.expected.map(f64::from), Scale::Plain),
            Cell::of(gap.map(|gap| gap as f64), Scale::Signed(0)),
        ];
        let expected = stage.expected;
        let worked = expected
            .map(|expected| Worked::Touchpoints { observed: observed.try_into().unwrap_or(u32::MAX), expected });
        let row = plot.table.push(About::Stage(stage.stage), cells, worked);
        let x = place as f64;
        let mut from = 0.0;
        let mut top = None;
        for (part, (count, hue)) in parts.into_iter().zip([Hue::Persona(0), Hue::Estimate, Hue::Pain]).enumerate() {
            if count == 0 {
                continue;
            }
            seen[part] = true;
            let to = from + count as f64;
            let mark = Mark::new(x, to, Shape::Bar { from, width: 0.5 }, hue).row(row);
            top = Some(plot.marks.len());
            plot.marks.push(mark.strong(hue != Hue::Pain));
            from = to;
        }
        if stage.analytics.is_some() {
            seen[4] = true;
            plot.marks.push(Mark::new(x, observed as f64, Shape::Diamond, Hue::Plain).row(row));
        }
        if let Some(expected) = expected {
            seen[3] = true;
            let level = Mark::new(x, expected.into(), Shape::Level { width: 0.7 }, Hue::Plain).row(row);
            plot.marks.push(level);
        }
        let said = gap.filter(|gap| *gap != 0).map(|gap| Label::Figure(gap as f64, Scale::Signed(0)));
        if let (Some(said), Some(mark)) = (said, top.and_then(|top| plot.marks.get_mut(top))) {
            mark.label = Some(said);
        }
    }
    let keys = [
        Key::word(Word::InUse, Hue::Persona(0), Sample::Area),
        Key::word(Word::Redundant, Hue::Estimate, Sample::Area),
        Key::word(Word::Missing, Hue::Pain, Sample::Area).strong(false),
        Key::word(Word::ExpectedTouchpoints, Hue::Plain, Sample::Level),
        Key::word(Word::Observed, Hue::Plain, Sample::Diamond),
    ];
    plot.legend = keys.into_iter().zip(seen).filter(|(_, seen)| *seen).map(|(key, _)| key).collect();
    plot.finished()
}
