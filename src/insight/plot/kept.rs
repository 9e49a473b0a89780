//! The plot of customers kept along the journey: a range for each persona, and what each stage loses. Must not know how the
//! figures come about.

use super::{
    About, Axis, Band, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Series, Shape, Side, Stretch, Table,
    Ticks, Word, Worked, journey,
};
use crate::insight::kept;
use crate::model::JourneyMap;

/// Customers kept after each step, as a range. It is only drawn of personas of whom some score is known.
pub(super) fn kept(map: &JourneyMap) -> Plot {
    let y = Axis {
        label: Some(Word::Customers),
        low: 0.0,
        // Above 100% stand the names of the stages and what they lose.
        high: 1.24,
        ticks: Ticks::Every { distance: 0.25, scale: Scale::Percent },
    };
    let columns =
        [Word::Persona, Word::Step, Word::Stage, Word::KeptLow, Word::KeptHigh, Word::LostHere, Word::MostAtMost];
    let mut plot = Plot::new(Kind::Kept, Axis::steps(map), y, Table::new(2, &columns));
    let steps: Vec<_> = map.steps().collect();
    // Middles of the ranges, which the loss of a stage is worked out from.
    let mut middles: Vec<(Label, Vec<f64>)> = Vec::new();
    for persona in map.personas.iter().filter(|persona| !persona.competitor) {
        if steps.iter().all(|(_, step)| kept::bad_share(step, persona.id).is_none()) {
            continue;
        }
        let hue = journey::hue(map, persona);
        let all = kept::kept(map, persona.id);
        let mut before = 1.0;
        let last = all.len().saturating_sub(1);
        for (place, (kept, (stage, step))) in all.iter().zip(&steps).enumerate() {
            let middle = f64::midpoint(kept.low, kept.high);
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                Cell::Said(Label::step(step)),
                Cell::Said(Label::stage(stage)),
                Cell::Figure(kept.low, Scale::Percent),
                Cell::Figure(kept.high, Scale::Percent),
                Cell::Figure(middle - before, Scale::PercentPoints),
                if kept.at_most { Cell::word(Word::Yes) } else { Cell::Unknown },
            ];
            before = middle;
            let measured = step.score(persona.id).measured().is_some_and(|measured| measured.bad.is_some());
            let worked = Worked::Kept { bad: kept::bad_share(step, persona.id), measured };
            let about = About::Score { persona: persona.id, step: step.id };
            let row = plot.table.push(about, cells, Some(worked));
            let mark = Mark::new(place as f64, middle, Shape::Dot { hollow: kept.at_most }, hue).row(row);
            plot.marks.push(if place == last {
                mark.saying(Label::Range(kept.low, kept.high, Scale::Percent))
            } else {
                mark
            });
        }
        let points = all.iter().enumerate().map(|(place, kept)| (place as f64, kept.low, kept.high)).collect();
        plot.bands.push(Band { hue, points, smooth: false });
        let line = |of: fn(&kept::Kept) -> f64| {
            let points = all.iter().enumerate().map(|(place, kept)| (place as f64, of(kept)));
            Stretch::straight(points.collect(), false)
        };
        let name = Label::persona(persona);
        plot.legend.push(Key::new(name.clone(), hue, Sample::Area));
        let stretches = if all.len() > 1 { vec![line(|kept| kept.low), line(|kept| kept.high)] } else { Vec::new() };
        plot.series.push(Series { name: name.clone(), hue, side: Side::Left, stretches, thin: true });
        middles.push((name, all.iter().map(|kept| f64::midpoint(kept.low, kept.high)).collect()));
    }
    if plot.marks.is_empty() {
        return plot.finished();
    }
    let begins: Vec<usize> = map
        .stages
        .iter()
        .scan(0, |at, stage| {
            let begin = *at;
            *at += stage.steps.len();
            Some(begin)
        })
        .collect();
    let first = middles.first();
    plot.regions = journey::stages(map, |stage| {
        let (_, middles) = first?;
        let begin = *begins.get(stage)?;
        let end = begin + map.stages.get(stage)?.steps.len();
        let before = begin.checked_sub(1).map_or(Some(1.0), |last| middles.get(last).copied())?;
        let after = *middles.get(end.checked_sub(1)?)?;
        Some(Label::Figure(after - before, Scale::PercentPoints))
    });
    if plot.marks.iter().any(|mark| mark.shape == Shape::Dot { hollow: true }) {
        plot.legend.push(Key::word(Word::MostAtMost, Hue::Weak, Sample::Ring));
    }
    if let Some((name, _)) = first.filter(|_| !plot.regions.is_empty()) {
        let said = Label::Word(Word::Loss);
        let of = || Label::Of(Box::new(said.clone()), Box::new(name.clone()));
        plot.notes.push(if middles.len() > 1 { of() } else { said });
    }
    let rates = &map.loss_rates;
    plot.notes.push(Label::Worked(Worked::Rates {
        first: rates.first,
        second: rates.second,
        source: rates.source.clone(),
    }));
    plot.finished()
}
