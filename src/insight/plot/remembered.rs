//! What is remembered of a journey: peak, end, valleys and slump, marked on the curve. Must not know how they come about.

use super::{
    About, Axis, Cell, Key, Kind, Label, Mark, Plot, Region, Sample, Scale, Shape, Table, Word, Worked, journey,
};
use crate::insight::curve;
use crate::model::{JourneyMap, Step, StepId};

/// Peak, end, valleys and slump of each persona's curve, and what is remembered of it.
pub(super) fn remembered(map: &JourneyMap) -> Plot {
    let steps: Vec<&Step> = map.steps().map(|(_, step)| &**step).collect();
    let columns = [Word::Persona, Word::Mark, Word::Step, Word::Score, Word::TheTo, Word::PeakEnd];
    let mut plot = Plot::new(Kind::Remembered, Axis::steps(map), Axis::score(), Table::new(2, &columns));
    let place = |id: StepId| steps.iter().position(|step| step.id == id);
    for persona in map.personas.iter().filter(|persona| !persona.competitor) {
        let hue = journey::hue(map, persona);
        let (series, bands) = journey::curve(&steps, persona, hue);
        if steps.iter().all(|step| step.score(persona.id).shown().is_none()) {
            continue;
        }
        let ends = curve::peak_and_end(map, persona.id);
        let mut found = Vec::new();
        if let Some(ends) = ends {
            found.push((Word::Peak, ends.peak, ends.peak_value));
            found.push((Word::End, ends.end, ends.end_value));
        }
        for valley in curve::valleys(map, persona.id) {
            let named = ends.is_some_and(|ends| ends.peak == valley || ends.end == valley);
            let value = place(valley).and_then(|place| steps[place].score(persona.id).shown());
            found.extend(value.filter(|_| !named).map(|value| (Word::Valley, valley, value)));
        }
        for (word, id, value) in found {
            let Some(at) = place(id) else { continue };
            let worked = ends.filter(|_| word != Word::Valley).map(|ends| Worked::PeakEnd {
                peak: ends.peak_value,
                end: ends.end_value,
                value: ends.score(),
            });
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                Cell::word(word),
                Cell::Said(Label::step(steps[at])),
                Cell::Figure(value, Scale::Signed(2)),
                Cell::Unknown,
                Cell::of(ends.filter(|_| word != Word::Valley).map(curve::PeakEnd::score), Scale::Signed(2)),
            ];
            let row = plot.table.push(About::Score { persona: persona.id, step: id }, cells, worked);
            let shape = if word == Word::Valley { Shape::Diamond } else { Shape::Point { validated: true } };
            let mark = Mark::new(at as f64, value, shape, hue).row(row);
            // A peak that is the end, too, is one point with the first word.
            let again = word == Word::End && ends.is_some_and(|ends| ends.peak == ends.end);
            plot.marks.push(if again { mark } else { mark.saying(Label::Word(word)) });
        }
        if let Some(slump) = curve::slump(map, persona.id).filter(|slump| slump.steps > 1)
            && let (Some(from), Some(to)) = (place(slump.first), place(slump.last))
        {
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                Cell::word(Word::Slump),
                Cell::Said(Label::step(steps[from])),
                Cell::Figure(slump.lowest, Scale::Signed(2)),
                Cell::Said(Label::step(steps[to])),
                Cell::Unknown,
            ];
            plot.table.push(About::Score { persona: persona.id, step: slump.first }, cells, None);
            let name = Label::Of(Box::new(Label::persona(persona)), Box::new(Label::Word(Word::Slump)));
            let (from, to) = (from as f64 - 0.4, to as f64 + 0.4);
            plot.y = Axis::score_below_names();
            plot.regions.push(Region { from, to, lines: vec![name], hue: Some(hue) });
        }
        if let Some(ends) = ends {
            let score = Label::Figure(ends.score(), Scale::Signed(2));
            let figure = Label::Of(Box::new(Label::Word(Word::PeakEnd)), Box::new(score));
            plot.notes.push(Label::Of(Box::new(Label::persona(persona)), Box::new(figure)));
        }
        plot.legend.push(Key::new(series.name.clone(), hue, Sample::Line));
        plot.bands.extend(bands);
        plot.series.push(series);
    }
    plot.finished()
}
