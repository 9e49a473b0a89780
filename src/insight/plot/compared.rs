//! Two journeys over each other, today's and the one designed, two years, two segments: the curves of both, with the gap
//! shaded. Must not know where the other map comes from, nor which steps of the two belong together.

use super::{
    About, Axis, Band, Cell, Given, Hue, Key, Kind, Label, Lack, Mark, Plot, Sample, Scale, Series, Shape, Side,
    Stretch, Table, Word, Worked, journey,
};
use crate::insight::compare::{ByHand, Pair, other_is_after, pairs};
use crate::insight::curve;
use crate::model::{JourneyMap, MapState, StepId};

/// A score in the earlier map, and in the later one.
type Both = (Option<f64>, Option<f64>);

/// What the two sides of a pair of maps are called.
fn sides(before: &JourneyMap, after: &JourneyMap) -> (Word, Word) {
    if before.state == MapState::AsIs && after.state == MapState::ToBe {
        (Word::AsIs, Word::ToBe)
    } else {
        (Word::Before, Word::After)
    }
}

/// The curves of this map and of another one, with the gap between them shaded: over the steps of both, in the order of the
/// later one.
pub(super) fn compared(map: &JourneyMap, given: &Given<'_>) -> Plot {
    let Some(against) = given.against else {
        let columns = [Word::Persona, Word::Step, Word::AsIs, Word::ToBe, Word::Change];
        let mut plot = Plot::new(Kind::Compared, Axis::steps(map), Axis::score(), Table::new(2, &columns));
        plot.lack = Some(Lack::Against);
        return plot;
    };
    let is_after = given.against_is_after.unwrap_or_else(|| other_is_after(map, against));
    let (before, after) = if is_after { (map, against) } else { (against, map) };
    let none = ByHand::default();
    let pairs = pairs(before, after, given.by_hand.unwrap_or(&none));
    let (earlier, later) = sides(before, after);
    let columns = [Word::Persona, Word::Step, earlier, later, Word::Change];
    let step_of = |pair: &Pair<StepId>| {
        let found = pair.after.and_then(|id| after.step(id));
        found.or_else(|| pair.before.and_then(|id| before.step(id)))
    };
    let name = |pair| step_of(pair).map_or(Label::Word(Word::UnnamedStep), |step| Label::step(step));
    let names: Vec<Label> = pairs.steps.iter().map(name).collect();
    let across = Axis::across(Word::Steps, names.clone());
    let mut plot = Plot::new(Kind::Compared, across, Axis::score(), Table::new(2, &columns));
    let (mut better, mut worse) = (false, false);
    for persona in &pairs.personas {
        let Some((one, other)) = persona.before.zip(persona.after) else { continue };
        let (own, here) = if is_after { (one, before) } else { (other, after) };
        let Some(persona) = here.persona(own) else { continue };
        let hue = journey::hue(map, persona);
        let shown = |of: &JourneyMap, step: Option<StepId>, whose| of.step(step?)?.score(whose).shown();
        let value =
            |pair: &Pair<StepId>| -> Both { (shown(before, pair.before, one), shown(after, pair.after, other)) };
        let values: Vec<Both> = pairs.steps.iter().map(value).collect();
        let line = |of: fn(&Both) -> Option<f64>, dashed| {
            let mut stretches = Vec::new();
            let mut run = Vec::new();
            for (place, both) in values.iter().enumerate() {
                match of(both) {
                    Some(value) => run.push((place as f64, value)),
                    None => stretches.extend(stretch(&mut run, dashed)),
                }
            }
            stretches.extend(stretch(&mut run, dashed));
            stretches
        };
        for (word, thin, stretches) in
            [(earlier, true, line(|both| both.0, false)), (later, false, line(|both| both.1, true))]
        {
            let name = Label::Of(Box::new(Label::persona(persona)), Box::new(Label::Word(word)));
            let sample = if thin { Sample::Line } else { Sample::Dashed };
            plot.legend.push(Key::new(name.clone(), hue, sample));
            plot.series.push(Series { name, hue, side: Side::Left, stretches, thin });
        }
        for (place, both) in values.iter().enumerate() {
            let (as_is, to_be) = *both;
            if as_is.is_none() && to_be.is_none() {
                continue;
            }
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                names.get(place).cloned().map_or(Cell::Unknown, Cell::Said),
                Cell::of(as_is, Scale::Signed(2)),
                Cell::of(to_be, Scale::Signed(2)),
                Cell::of(as_is.zip(to_be).map(|(as_is, to_be)| to_be - as_is), Scale::Signed(2)),
            ];
            let worked = as_is.zip(to_be).map(|(as_is, to_be)| Worked::Difference { as_is, to_be });
            // A step that only the other map has can't be shown on this one.
            let pair = pairs.steps.get(place);
            let step = pair.and_then(|pair| if is_after { pair.before } else { pair.after });
            let about = step.map_or(About::Map, |step| About::Score { persona: own, step });
            let row = plot.table.push(about, cells, worked);
            let x = place as f64;
            if let Some(as_is) = as_is {
                plot.marks.push(Mark::new(x, as_is, Shape::Dot { hollow: true }, hue).row(row));
            }
            if let Some(to_be) = to_be {
                let change = as_is.map(|as_is| to_be - as_is).filter(|change| change.abs() >= 0.05);
                let mark = Mark::new(x, to_be, Shape::Point { validated: false }, hue).row(row);
                plot.marks.push(match change {
                    Some(change) => mark.saying(Label::Figure(change, Scale::Signed(2))),
                    None => mark,
                });
            }
        }
        for band in gaps(&values) {
            match band.hue {
                Hue::Pain => worse = true,
                _ => better = true,
            }
            plot.bands.push(band);
        }
        let remembered = curve::peak_end(before, one).zip(curve::peak_end(after, other));
        if let Some((as_is, to_be)) = remembered {
            let moved = Label::Range(as_is, to_be, Scale::Signed(2));
            let figure = Label::Of(Box::new(Label::Word(Word::PeakEnd)), Box::new(moved));
            plot.notes.push(Label::Of(Box::new(Label::persona(persona)), Box::new(figure)));
        }
    }
    if better {
        plot.legend.push(Key::word(Word::Better, Hue::Opportunity, Sample::Area));
    }
    if worse {
        plot.legend.push(Key::word(Word::Worse, Hue::Pain, Sample::Area));
    }
    if plot.marks.is_empty() {
        plot.legend.clear();
    }
    plot.finished()
}

fn stretch(run: &mut Vec<(f64, f64)>, dashed: bool) -> Option<Stretch> {
    let points = std::mem::take(run);
    (points.len() > 1).then(|| Stretch::straight(points, dashed))
}

/// The areas between two lines, cut where they cross: green where the second is above.
fn gaps(values: &[Both]) -> Vec<Band> {
    let mut bands = Vec::new();
    for (place, pair) in values.windows(2).enumerate() {
        let [(Some(a0), Some(b0)), (Some(a1), Some(b1))] = *pair else { continue };
        let (d0, d1) = (b0 - a0, b1 - a1);
        let x = place as f64;
        let mut part = |from: (f64, f64, f64), to: (f64, f64, f64)| {
            let above = (from.2 - from.1) + (to.2 - to.1) > 0.0;
            let edge = |(x, a, b): (f64, f64, f64)| (x, a.min(b), a.max(b));
            let hue = if above { Hue::Opportunity } else { Hue::Pain };
            bands.push(Band { hue, points: vec![edge(from), edge(to)], smooth: false });
        };
        if d0 == 0.0 && d1 == 0.0 {
            continue;
        }
        if d0 * d1 < 0.0 {
            let at = d0 / (d0 - d1);
            let cross = a0 + (a1 - a0) * at;
            part((x, a0, b0), (x + at, cross, cross));
            part((x + at, cross, cross), (x + 1.0, a1, b1));
        } else {
            part((x, a0, b0), (x + 1.0, a1, b1));
        }
    }
    bands
}
