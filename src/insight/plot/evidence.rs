//! The plot of what rests on evidence, lane by lane, and of what of that has grown stale. Must not know what counts as
//! evidence.

use jiff::civil::Date;

use super::{About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Ticks, Word, Worked};
use crate::insight::evidence::{self, Ground};
use crate::model::JourneyMap;

/// Evidence coverage and stale evidence per lane.
pub(super) fn evidence(map: &JourneyMap, today: Option<Date>) -> Plot {
    let ground = Ground::new(map, today);
    let lanes = ground.by_lane(map);
    let names = lanes
        .iter()
        .map(|(id, _)| map.lane(*id).map_or(Label::Word(Word::Unnamed), |lane| Label::lane(lane)))
        .collect::<Vec<_>>();
    let x = Axis {
        label: Some(Word::Coverage),
        low: 0.0,
        high: 1.14,
        ticks: Ticks::Every { distance: 0.25, scale: Scale::Percent },
    };
    let columns = [Word::Lane, Word::Statements, Word::WithEvidence, Word::Stale, Word::Coverage];
    let mut plot = Plot::new(Kind::Evidence, x, Axis::down(names.clone()), Table::new(1, &columns));
    let (mut fresh, mut old) = (false, false);
    for (place, ((lane, coverage), name)) in lanes.iter().zip(names).enumerate() {
        let y = -(place as f64);
        let all = coverage.all.max(1) as f64;
        let share = coverage.share();
        let cells = vec![
            Cell::Said(name),
            Cell::count(coverage.all),
            Cell::count(coverage.supported),
            Cell::count(coverage.stale),
            Cell::of(share, Scale::Percent),
        ];
        let worked = Worked::Part { part: coverage.supported, whole: coverage.all };
        let row = plot.table.push(About::Lane(*lane), cells, Some(worked));
        let good = (coverage.supported - coverage.stale) as f64 / all;
        let stale = coverage.stale as f64 / all;
        fresh |= good > 0.0;
        old |= stale > 0.0;
        let ground = Mark::new(1.0, y, Shape::Row { from: 0.0, width: 0.6 }, Hue::Estimate).row(row).strong(false);
        plot.marks.push(ground);
        if good > 0.0 {
            plot.marks.push(Mark::new(good, y, Shape::Row { from: 0.0, width: 0.6 }, Hue::Opportunity).row(row));
        }
        if stale > 0.0 {
            plot.marks.push(Mark::new(good + stale, y, Shape::Row { from: good, width: 0.6 }, Hue::Pain).row(row));
        }
        if let (Some(share), Some(mark)) =
            (share, plot.marks.iter_mut().rev().find(|mark| mark.y == y && mark.x == 1.0))
        {
            mark.label = Some(Label::Figure(share, Scale::Percent));
        }
    }
    for persona in &map.personas {
        let coverage = ground.of_persona(map, persona.id);
        if let Some(share) = coverage.share() {
            let figure = Label::Figure(share, Scale::Percent);
            let said = Label::Of(Box::new(Label::Word(Word::Scored)), Box::new(figure));
            plot.notes.push(Label::Of(Box::new(Label::persona(persona)), Box::new(said)));
        }
    }
    if let Some(today) = today {
        for stale in evidence::stale(map, today).into_iter().take(3) {
            let Some(evidence) = map.evidence.iter().find(|evidence| evidence.id == stale.evidence) else { continue };
            let name = Label::Own(evidence.name.clone());
            let day = evidence.review_by.map_or(Label::Word(Word::Stale), Label::Day);
            let said = Label::Of(Box::new(Label::Word(Word::Stale)), Box::new(day));
            plot.notes.push(Label::Of(Box::new(name), Box::new(said)));
        }
    }
    let keys = [
        (fresh, Key::word(Word::WithEvidence, Hue::Opportunity, Sample::Area)),
        (old, Key::word(Word::Stale, Hue::Pain, Sample::Area)),
        (!plot.marks.is_empty(), Key::word(Word::NoEvidence, Hue::Estimate, Sample::Area).strong(false)),
    ];
    plot.legend = keys.into_iter().filter(|(there, _)| *there).map(|(_, key)| key).collect();
    plot.finished()
}
