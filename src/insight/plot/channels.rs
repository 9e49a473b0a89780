//! The plots of channels: how each feels, how alike they feel within a step, and what is carried over between them. Must not
//! know how the figures come about.

use std::collections::BTreeMap;

use super::{
    About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Series, Shape, Side, Stretch, Table, Word,
    Worked, journey,
};
use crate::insight::{carry_over, channels};
use crate::model::{Channel, JourneyMap};

/// Score by channel: the mean of each persona, with all that went into it, worst first by the first persona that says
/// something.
pub(super) fn channels(map: &JourneyMap) -> Plot {
    let scores: Vec<_> = map.personas.iter().map(|persona| (persona, channels::scores(map, persona.id))).collect();
    let mut order: Vec<Channel> = Vec::new();
    for score in scores.iter().flat_map(|(_, scores)| scores) {
        if !order.contains(&score.channel) {
            order.push(score.channel);
        }
    }
    let names = order.iter().map(|&channel| Label::channel(map, channel)).collect();
    let columns =
        [Word::Persona, Word::Channel, Word::MeanScore, Word::Touchpoints, Word::Lowest, Word::Highest, Word::Spread];
    // Beside a row that reaches over the whole scale, there is room for its figure.
    let x = Axis { low: -2.6, high: 2.6, ..Axis::score() };
    let mut plot = Plot::new(Kind::Channels, x, Axis::down(names), Table::new(2, &columns));
    let lanes = scores.iter().filter(|(_, scores)| !scores.is_empty()).count().max(1);
    let shown = scores.iter().filter(|(_, scores)| !scores.is_empty());
    let mut spread = false;
    for (nth, (persona, scores)) in shown.enumerate() {
        let hue = journey::hue(map, persona);
        // Personas stand below each other within a row.
        let shift = (nth as f64 + 0.5) / lanes as f64 - 0.5;
        for score in scores {
            let Some(place) = order.iter().position(|channel| *channel == score.channel) else { continue };
            let y = -(place as f64) - shift;
            let values = score.marks.iter().map(|mark| mark.value);
            let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                Cell::Said(Label::channel(map, score.channel)),
                Cell::Figure(score.mean, Scale::Signed(2)),
                Cell::count(score.marks.len()),
                Cell::Figure(low, Scale::Signed(2)),
                Cell::Figure(high, Scale::Signed(2)),
                Cell::of(score.spread, Scale::Places(2)),
            ];
            let Some(first) = score.marks.iter().min_by(|a, b| a.value.total_cmp(&b.value)) else { continue };
            let worked = Worked::Channel { n: score.marks.len(), mean: score.mean, range: (low, high) };
            let row = plot.table.push(About::Card(first.card), cells, Some(worked));
            if score.marks.len() > 1 {
                spread = true;
                plot.marks.push(Mark::new(score.mean, y, Shape::Across { from: low, to: high }, hue));
                for mark in &score.marks {
                    plot.marks.push(Mark::new(mark.value, y, Shape::Dot { hollow: true }, hue).strong(false));
                }
            }
            let mark = Mark::new(score.mean, y, Shape::Diamond, hue).row(row);
            plot.marks.push(mark.saying(Label::Figure(score.mean, Scale::Signed(2))));
        }
        plot.legend.push(Key::new(Label::persona(persona), hue, Sample::Diamond));
    }
    if spread {
        plot.legend.push(Key::word(Word::Touchpoint, Hue::Weak, Sample::Ring));
    }
    plot.finished()
}

/// The scores of the channels of each step that has two or more scored ones, and how alike they are.
pub(super) fn consistency(map: &JourneyMap) -> Plot {
    let columns =
        [Word::Persona, Word::Step, Word::Channels, Word::Lowest, Word::Highest, Word::Deviation, Word::Consistency];
    let mut plot = Plot::new(Kind::Consistency, Axis::steps(map), Axis::score(), Table::new(2, &columns));
    let steps: Vec<_> = map.steps().map(|(_, step)| step).collect();
    let shown: Vec<_> = map
        .personas
        .iter()
        .map(|persona| (persona, channels::consistency_by_step(map, persona.id)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    let count = shown.len();
    for (nth, (persona, found)) in shown.into_iter().enumerate() {
        let hue = journey::hue(map, persona);
        let shift = if count > 1 { 0.4 * (nth as f64 / (count - 1) as f64 - 0.5) } else { 0.0 };
        for at in found {
            let Some(place) = steps.iter().position(|step| step.id == at.step) else { continue };
            let x = place as f64 + shift;
            let values = at.channels.iter().map(|(_, value)| *value);
            let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
            let deviation = 2.0 * (1.0 - at.consistency);
            let named = |value: f64| at.channels.iter().find(|channel| channel.1 == value).map(|channel| channel.0);
            let said = |value: f64| {
                let channel = named(value).map(|channel| Label::channel(map, channel));
                let figure = Label::Figure(value, Scale::Signed(2));
                Cell::Said(channel.map_or(figure.clone(), |channel| Label::Of(Box::new(channel), Box::new(figure))))
            };
            let cells = vec![
                Cell::Said(Label::persona(persona)),
                Cell::Said(Label::step(steps[place])),
                Cell::count(at.channels.len()),
                said(low),
                said(high),
                Cell::Figure(deviation, Scale::Places(2)),
                Cell::Figure(at.consistency, Scale::Percent),
            ];
            let worked = Worked::Consistency { channels: at.channels.len(), deviation, value: at.consistency };
            let row = plot.table.push(About::Score { persona: persona.id, step: at.step }, cells, Some(worked));
            plot.marks.push(Mark::new(x, high, Shape::Upright { from: low, to: high }, hue));
            for (_, value) in at.channels.iter().filter(|channel| channel.1 != high) {
                plot.marks.push(Mark::new(x, *value, Shape::Dot { hollow: true }, hue).row(row));
            }
            let mark = Mark::new(x, high, Shape::Dot { hollow: true }, hue).row(row);
            plot.marks.push(mark.saying(Label::Figure(at.consistency, Scale::Percent)));
        }
        plot.legend.push(Key::new(Label::persona(persona), hue, Sample::Ring));
        if let Some(share) = channels::consistency(map, persona.id) {
            let figure = Label::Figure(share, Scale::Percent);
            let said = Label::Of(Box::new(Label::Word(Word::Consistency)), Box::new(figure));
            plot.notes.push(Label::Of(Box::new(Label::persona(persona)), Box::new(said)));
        }
    }
    plot.finished()
}

/// So many switches are shown, the first ones.
const MOST_SWITCHES: usize = 120;

/// The way through the channels: each switch, and where the customer has to begin anew.
pub(super) fn carry_over(map: &JourneyMap) -> Plot {
    let switches = carry_over::switches(map, None);
    let mut uses: BTreeMap<Channel, usize> = BTreeMap::new();
    let mut order: Vec<Channel> = Vec::new();
    for channel in switches.iter().flat_map(|switch| [switch.from_channel, switch.to_channel]) {
        if uses.insert(channel, 0).is_none() {
            order.push(channel);
        }
    }
    let steps: BTreeMap<_, _> = map.steps().map(|(_, step)| (step.id, Label::step(step))).collect();
    let numbers: BTreeMap<_, _> = map.steps().enumerate().map(|(place, (_, step))| (step.id, place + 1)).collect();
    let shown = &switches[..switches.len().min(MOST_SWITCHES)];
    let mut across = vec![Label::Word(Word::Start)];
    across
        .extend(shown.iter().map(|switch| steps.get(&switch.step).cloned().unwrap_or(Label::Word(Word::UnnamedStep))));
    let down = order.iter().map(|&channel| Label::channel(map, channel)).collect();
    let columns = [Word::Step, Word::From, Word::TheTo, Word::CarriedOver];
    let mut plot =
        Plot::new(Kind::CarryOver, Axis::across(Word::Switches, across), Axis::down(down), Table::new(1, &columns));
    // A step may have several switches, or none: the place of a column isn't the number of its step.
    plot.short.push(Label::Own(String::new()));
    plot.short.extend(
        shown
            .iter()
            .map(|switch| numbers.get(&switch.step).map_or(Label::Own(String::new()), |number| Label::Number(*number))),
    );
    let row_of = |channel: Channel| -(order.iter().position(|other| *other == channel).unwrap_or(0) as f64);
    if let Some(first) = shown.first() {
        plot.marks.push(Mark::new(0.0, row_of(first.from_channel), Shape::Dot { hollow: false }, Hue::Weak));
    }
    let (mut again, mut carried) = (Vec::new(), Vec::new());
    for (place, switch) in shown.iter().enumerate() {
        let (from, to) = (place as f64, place as f64 + 1.0);
        // Two switches that don't follow each other have touchpoints of one channel between them.
        let ends = vec![(from, row_of(switch.from_channel)), (to, row_of(switch.to_channel))];
        let (hue, lines) = if switch.repeats { (Hue::Pain, &mut again) } else { (Hue::Opportunity, &mut carried) };
        lines.push(Stretch::straight(ends, switch.repeats));
        let cells = vec![
            Cell::Said(steps.get(&switch.step).cloned().unwrap_or(Label::Word(Word::UnnamedStep))),
            Cell::Said(Label::channel(map, switch.from_channel)),
            Cell::Said(Label::channel(map, switch.to_channel)),
            Cell::word(if switch.repeats { Word::Repeats } else { Word::Yes }),
        ];
        let row = plot.table.push(About::Card(switch.to), cells, None);
        let shape = if switch.repeats { Shape::Diamond } else { Shape::Dot { hollow: false } };
        let mark = Mark::new(to, row_of(switch.to_channel), shape, hue).row(row);
        plot.marks.push(if switch.repeats { mark.saying(Label::Word(Word::Repeats)) } else { mark });
    }
    for (word, hue, stretches, sample) in [
        (Word::CarriedOver, Hue::Opportunity, carried, Sample::Line),
        (Word::Repeats, Hue::Pain, again, Sample::Dashed),
    ] {
        if !stretches.is_empty() {
            plot.legend.push(Key::word(word, hue, sample));
            plot.series.push(Series { name: Label::Word(word), hue, side: Side::Left, stretches, thin: false });
        }
    }
    let found = carry_over::carry_over(map, None);
    if let Some(value) = found.share() {
        plot.notes.push(Label::Worked(Worked::CarryOver { switches: found.switches, repeats: found.repeats, value }));
    }
    plot.foremost_of = (switches.len() > MOST_SWITCHES).then_some(switches.len());
    plot.finished()
}
