//! The plot of how each persona feels along the journey. Must not know how a curve is drawn between its points.

use super::{About, Axis, Cell, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Word, Worked, journey};
use crate::insight::{band, curve};
use crate::model::{JourneyMap, Step};

/// How each persona feels along the journey: its scores over the steps, with bands, dashes where either end is a
/// hypothesis, gaps where nothing is known, and what was expected beside what was felt.
pub(super) fn emotion(map: &JourneyMap) -> Plot {
    let steps: Vec<&Step> = map.steps().map(|(_, step)| &**step).collect();
    let columns = [
        Word::Persona,
        Word::Step,
        Word::Score,
        Word::Answers,
        Word::BandLow,
        Word::BandHigh,
        Word::Basis,
        Word::Expected,
        Word::Gap,
        Word::Mark,
    ];
    let mut plot = Plot::new(Kind::Emotion, Axis::steps(map), Axis::score(), Table::new(2, &columns));
    let lowest = curve::lowest(map).map(|lowest| (lowest.persona, lowest.step));
    let (mut banded, mut solid, mut dashed, mut expectation) = (false, false, false, false);
    for persona in &map.personas {
        let hue = journey::hue(map, persona);
        let (series, bands) = journey::curve(&steps, persona, hue);
        for (index, step) in steps.iter().enumerate() {
            let (x, score) = (index as f64, step.score(persona.id));
            let Some(value) = score.shown() else { continue };
            let interval = score.measured().and_then(band);
            let n = score.measured().map(|measured| measured.n);
            let expected = score.expected.map(|expected| expected.value());
            let validated = score.validated();
            let is_lowest = lowest == Some((persona.id, step.id));
            banded |= interval.is_some();
            solid |= validated;
            dashed |= !validated;
            let cells = vec![
                Cell::Said(journey::name(persona)),
                Cell::Said(Label::step(step)),
                Cell::Figure(value, Scale::Signed(2)),
                Cell::of(n.map(f64::from), Scale::Plain),
                Cell::of(interval.map(|band| band.0), Scale::Signed(2)),
                Cell::of(interval.map(|band| band.1), Scale::Signed(2)),
                Cell::word(if validated { Word::Validated } else { Word::Hypothesis }),
                Cell::of(expected, Scale::Signed(2)),
                Cell::of(expected.map(|expected| value - expected), Scale::Signed(2)),
                if is_lowest { Cell::word(Word::Lowest) } else { Cell::Unknown },
            ];
            let worked = Worked::Score { value, n, band: interval, validated };
            let about = About::Score { persona: persona.id, step: step.id };
            let row = plot.table.push(about, cells, Some(worked));
            if let Some(expected) = expected {
                expectation = true;
                plot.marks.push(Mark::new(x, expected, Shape::Upright { from: value, to: expected }, hue));
                plot.marks.push(Mark::new(x, expected, Shape::Level { width: 0.26 }, hue));
            }
            let mark = Mark::new(x, value, Shape::Point { validated }, hue).row(row);
            plot.marks.push(mark.saying(Label::Figure(value, Scale::Signed(2))));
        }
        plot.legend.push(Key::new(series.name.clone(), hue, Sample::Line));
        plot.bands.extend(bands);
        plot.series.push(series);
    }
    if plot.marks.is_empty() {
        plot.legend.clear();
        return plot.finished();
    }
    let mut key = |there: bool, word, sample| {
        if there {
            plot.legend.push(Key::word(word, super::Hue::Weak, sample));
        }
    };
    key(solid, Word::Validated, Sample::Line);
    key(dashed, Word::Hypothesis, Sample::Dashed);
    key(banded, Word::Measured95, Sample::Area);
    key(expectation, Word::Expected, Sample::Expected);
    if map.stages.len() > 1 {
        plot.regions = journey::stages(map, |_| None);
        plot.y = Axis::score_below_names();
    }
    plot.finished()
}
