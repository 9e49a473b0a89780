//! The plot of active and waiting time. Must not know how times are summed up.

use super::{About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Word, Worked, journey};
use crate::insight::time;
use crate::model::JourneyMap;

/// Active and waiting time of each step, on each other.
pub(super) fn time(map: &JourneyMap) -> Plot {
    let steps = time::by_step(map, None);
    let highest = steps.iter().map(|(_, times)| times.total()).max().unwrap_or(0);
    let y = Axis::from_zero(Word::Time, highest as f64, 1.3, Scale::Minutes);
    let columns = [Word::Step, Word::Active, Word::Waiting, Word::Total];
    let mut plot = Plot::new(Kind::Time, Axis::steps(map), y, Table::new(1, &columns));
    let names: Vec<Label> = map.steps().map(|(_, step)| Label::step(step)).collect();
    let (mut busy, mut waits) = (false, false);
    for (place, ((step, times), name)) in steps.iter().zip(names).enumerate() {
        if times.total() == 0 {
            continue;
        }
        let (active, total) = (times.active as f64, times.total() as f64);
        let cells = vec![
            Cell::Said(name),
            Cell::Figure(active, Scale::Minutes),
            Cell::Figure(times.waiting as f64, Scale::Minutes),
            Cell::Figure(total, Scale::Minutes),
        ];
        let minutes = |minutes: u64| u32::try_from(minutes).unwrap_or(u32::MAX);
        let worked = Worked::Minutes { active: minutes(times.active), waiting: minutes(times.waiting) };
        let row = plot.table.push(About::Step(*step), cells, Some(worked));
        let x = place as f64;
        let bar = |from, to, hue| Mark::new(x, to, Shape::Bar { from, width: 0.6 }, hue).row(row);
        if times.active > 0 {
            busy = true;
            plot.marks.push(bar(0.0, active, Hue::Persona(0)));
        }
        if times.waiting > 0 {
            waits = true;
            plot.marks.push(bar(active, total, Hue::Pain).strong(false));
        }
        if let Some(last) = plot.marks.last_mut() {
            last.label = Some(Label::Figure(total, Scale::Minutes));
        }
    }
    if plot.marks.is_empty() {
        return plot.finished();
    }
    let keys = [
        (busy, Key::word(Word::Active, Hue::Persona(0), Sample::Area)),
        (waits, Key::word(Word::Waiting, Hue::Pain, Sample::Area).strong(false)),
    ];
    plot.legend = keys.into_iter().filter(|(there, _)| *there).map(|(_, key)| key).collect();
    let stages = time::by_stage(map, None);
    plot.regions = journey::stages(map, |stage| {
        let total = stages.get(stage)?.1.total();
        (total > 0).then_some(Label::Figure(total as f64, Scale::Minutes))
    });
    let all = time::total(map, None);
    let total = Label::Figure(all.total() as f64, Scale::Minutes);
    plot.notes.push(Label::Of(Box::new(Label::Word(Word::Total)), Box::new(total)));
    if let Some(share) = all.waiting_share() {
        let share = Label::Figure(share, Scale::Percent);
        plot.notes.push(Label::Of(Box::new(Label::Word(Word::Waiting)), Box::new(share)));
    }
    plot.finished()
}
