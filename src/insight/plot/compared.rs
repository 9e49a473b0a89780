//! Today's journey against the one designed: the curves of both over each other, with the gap shaded. Must not know where
//! the other map comes from.

use std::collections::{HashMap, HashSet};

use super::{
    About, Axis, Band, Cell, Hue, Key, Kind, Label, Lack, Mark, Plot, Sample, Scale, Series, Shape, Side, Stretch,
    Table, Word, Worked, journey,
};
use crate::insight::curve;
use crate::model::{JourneyMap, MapState, Persona, PersonaId, Step, StepId};

/// The steps of the other map that belong to those of this one, at the same places: by identity, else by name.
fn matched<'a>(map: &JourneyMap, other: &'a JourneyMap) -> Vec<Option<&'a Step>> {
    let by_id: HashMap<StepId, &Step> = other.steps().map(|(_, step)| (step.id, &**step)).collect();
    let here: HashSet<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let named = |step: &Step| step.name.trim().to_lowercase();
    let mut by_name: HashMap<String, Vec<&Step>> = HashMap::new();
    for (_, step) in other.steps().filter(|(_, step)| !here.contains(&step.id)) {
        by_name.entry(named(step)).or_default().push(step);
    }
    // The first of a name comes first.
    by_name.values_mut().for_each(|steps| steps.reverse());
    map.steps()
        .map(|(_, step)| {
            let same = by_id.get(&step.id).copied();
            same.or_else(|| if step.name.trim().is_empty() { None } else { by_name.get_mut(&named(step))?.pop() })
        })
        .collect()
}

/// The persona of the other map that belongs to this one: by identity, else by name.
fn persona_of(persona: &Persona, other: &JourneyMap) -> Option<PersonaId> {
    let same = other.persona(persona.id);
    let named = || other.personas.iter().find(|known| known.name.trim() == persona.name.trim());
    same.or_else(named).map(|persona| persona.id)
}

/// A score today, and the one designed.
type Both = (Option<f64>, Option<f64>);

/// The curves of this map and of another one, with the gap between them shaded.
pub(super) fn compared(map: &JourneyMap, against: Option<&JourneyMap>) -> Plot {
    let columns = [Word::Persona, Word::Step, Word::AsIs, Word::ToBe, Word::Change];
    let mut plot = Plot::new(Kind::Compared, Axis::steps(map), Axis::score(), Table::new(2, &columns));
    let Some(against) = against else {
        plot.lack = Some(Lack::Against);
        return plot;
    };
    // What is today's is drawn thin, whichever of the two is looked at.
    let designed = map.state == MapState::ToBe && against.state == MapState::AsIs;
    let others = matched(map, against);
    let steps: Vec<&Step> = map.steps().map(|(_, step)| &**step).collect();
    let (mut better, mut worse) = (false, false);
    for persona in &map.personas {
        let hue = journey::hue(map, persona);
        let Some(counterpart) = persona_of(persona, against) else { continue };
        let value = |place: usize| -> Both {
            let own = steps[place].score(persona.id).shown();
            let other = others[place].and_then(|step| step.score(counterpart).shown());
            if designed { (other, own) } else { (own, other) }
        };
        let values: Vec<_> = (0..steps.len()).map(value).collect();
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
            [(Word::AsIs, true, line(|both| both.0, false)), (Word::ToBe, false, line(|both| both.1, true))]
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
            let step = steps[place];
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                Cell::Said(Label::step(step)),
                Cell::of(as_is, Scale::Signed(2)),
                Cell::of(to_be, Scale::Signed(2)),
                Cell::of(as_is.zip(to_be).map(|(as_is, to_be)| to_be - as_is), Scale::Signed(2)),
            ];
            let worked = as_is.zip(to_be).map(|(as_is, to_be)| Worked::Difference { as_is, to_be });
            let row = plot.table.push(About::Score { persona: persona.id, step: step.id }, cells, worked);
            let x = place as f64;
            if let Some(as_is) = as_is {
                plot.marks.push(Mark::new(x, as_is, Shape::Dot { hollow: true }, hue).row(row));
            }
            if let Some(to_be) = to_be {
                let change = as_is.map(|as_is| to_be - as_is).filter(|change| change.abs() > 0.004);
                let mark = Mark::new(x, to_be, Shape::Point { validated: false }, hue).row(row);
                plot.marks.push(match change {
                    Some(change) => mark.saying(Label::Figure(change, Scale::Signed(1))),
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
        let remembered = |map: &JourneyMap, id| curve::peak_end(map, id);
        let (own, other) = (remembered(map, persona.id), remembered(against, counterpart));
        if let Some((own, other)) = own.zip(other) {
            let (as_is, to_be) = if designed { (other, own) } else { (own, other) };
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
