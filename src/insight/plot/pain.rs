//! The plots of pain points: by severity and share, and by priority. Must not know how priorities come about.

use std::collections::{HashMap, HashSet};

use super::{
    About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Series, Shape, Side, Stretch, Table, Ticks,
    Word, Worked,
};
use crate::insight::pain;
use crate::model::{Content, JourneyMap};

/// A pain point that has both severity and share.
struct Rated {
    name: Label,
    severity: u8,
    share: f64,
    priority: f64,
    rank: usize,
    /// Share of all priorities down to this rank, 0…1.
    running: f64,
    about: About,
    cells: Vec<Cell>,
    worked: Worked,
}

/// So many pain points a plot shows, the worst ones: more can't be told apart.
const MOST_PAINS: usize = 80;
/// What makes most of the trouble: the few that reach so much of it together (Juran's "vital few").
const MOST_OF_IT: f64 = 0.8;

const COLUMNS: [Word; 9] = [
    Word::Rank,
    Word::PainPoint,
    Word::Step,
    Word::Severity,
    Word::Affected,
    Word::MomentOfTruth,
    Word::Priority,
    Word::RunningShare,
    Word::Owner,
];

/// The worst of the rated pain points, and what all of them come to: of very many only the plotted ones are put into words.
struct Worst {
    plotted: Vec<Rated>,
    /// How many are rated.
    rated: usize,
    /// The greatest share of customers that any reaches, 0…1.
    widest: f64,
}

impl Worst {
    /// Of how many the plotted ones are the worst.
    fn foremost_of(&self) -> Option<usize> {
        (self.rated > self.plotted.len()).then_some(self.rated)
    }

    /// The greatest priority; they come worst first.
    fn greatest(&self) -> f64 {
        self.plotted.first().map_or(0.0, |pain| pain.priority)
    }
}

/// The rated pain points, worst first.
fn worst(map: &JourneyMap) -> Worst {
    let ranking: Vec<_> = pain::ranking(map)
        .into_iter()
        .filter_map(|pain| Some((pain.severity?, pain.share?, pain.priority?, pain.rank?, pain)))
        .collect();
    let total: f64 = ranking.iter().map(|(_, _, priority, ..)| priority).sum();
    let widest = ranking.iter().map(|(_, share, ..)| *share).fold(0.0, f64::max);
    let rated = ranking.len();
    let wanted: HashSet<_> = ranking.iter().take(MOST_PAINS).map(|(.., pain)| pain.card).collect();
    let cards: HashMap<_, _> = map
        .cards()
        .filter(|(_, card)| matches!(card.content, Content::PainPoint(_)) && wanted.contains(&card.id))
        .map(|(step, card)| (card.id, (step, card)))
        .collect();
    let mut sum = 0.0;
    let plotted = ranking.into_iter().take(MOST_PAINS).filter_map(|(severity, share, priority, rank, pain)| {
        let (step, card) = cards.get(&pain.card)?;
        sum += priority;
        let running = if total > 0.0 { sum / total } else { 0.0 };
        let doubled = pain.moment_of_truth;
        let cells = vec![
            Cell::Said(Label::Rank(rank)),
            Cell::Said(Label::card(map, card)),
            Cell::Said(Label::step(step)),
            Cell::Figure(severity.into(), Scale::Plain),
            Cell::Figure(share, Scale::Percent),
            if doubled { Cell::word(Word::Yes) } else { Cell::Unknown },
            Cell::Figure(priority, Scale::Places(1)),
            Cell::Figure(running, Scale::Percent),
            if card.owner.is_empty() { Cell::Unknown } else { Cell::Said(Label::Own(card.owner.clone())) },
        ];
        Some(Rated {
            name: Label::card(map, card),
            severity,
            share,
            priority,
            rank,
            running,
            about: About::Card(pain.card),
            cells,
            worked: Worked::Priority { severity, share, doubled, value: priority },
        })
    });
    Worst { plotted: plotted.collect(), rated, widest }
}

/// Pain points: across the share of customers affected, up the severity, by area the priority. Unrated ones are left out, and
/// of very many all but the worst. The axis ends at 100%, or earlier where all are far below it.
pub(super) fn pain_points(map: &JourneyMap) -> Plot {
    let worst = worst(map);
    let greatest = worst.greatest();
    // All customers, or as many fifths, tenths, twentieths of them as still show every pain point.
    let widest = [0.05, 0.1, 0.25, 0.5, 1.0].into_iter().find(|widest| worst.widest <= *widest).unwrap_or(1.0);
    let x = Axis {
        label: Some(Word::Affected),
        low: -0.04 * widest,
        high: 1.06 * widest,
        ticks: Ticks::Every { distance: widest / 5.0, scale: Scale::Percent },
    };
    let y = Axis {
        label: Some(Word::Severity),
        low: 0.4,
        high: 5.95,
        ticks: Ticks::Every { distance: 1.0, scale: Scale::Plain },
    };
    let mut plot = Plot::new(Kind::PainPoints, x, y, Table::new(2, &COLUMNS));
    plot.foremost_of = worst.foremost_of();
    plot.numbered = true;
    for pain in worst.plotted {
        let row = plot.table.push(pain.about, pain.cells, Some(pain.worked));
        let area = if greatest > 0.0 { pain.priority / greatest } else { 0.0 };
        let mark = Mark::new(pain.share, pain.severity.into(), Shape::Bubble { area }, Hue::Pain);
        plot.marks.push(mark.saying(Label::Rank(pain.rank)).row(row).strong(pain.rank == 1));
    }
    if !plot.marks.is_empty() {
        plot.legend.push(Key::word(Word::HighestPriority, Hue::Pain, Sample::Dot));
        plot.legend.push(Key::word(Word::Priority, Hue::Pain, Sample::Ring));
    }
    plot.finished()
}

/// The Pareto chart of pain points: bars of falling priority, and the share of all priorities that they reach together.
pub(super) fn priorities(map: &JourneyMap) -> Plot {
    let worst = worst(map);
    let greatest = worst.greatest();
    let names: Vec<Label> = worst.plotted.iter().map(|pain| pain.name.clone()).collect();
    let y = Axis::from_zero(Word::Priority, greatest, 1.2, Scale::Plain);
    let mut plot = Plot::new(Kind::Priorities, Axis::across(Word::PainPoint, names), y, Table::new(2, &COLUMNS));
    plot.foremost_of = worst.foremost_of();
    // As they stand on the cards.
    plot.short = worst.plotted.iter().map(|pain| Label::Rank(pain.rank)).collect();
    plot.right = Some(Axis {
        label: Some(Word::RunningShare),
        low: 0.0,
        high: 1.2,
        ticks: Ticks::Every { distance: 0.5, scale: Scale::Percent },
    });
    let mut running = Vec::new();
    for (place, pain) in worst.plotted.into_iter().enumerate() {
        let row = plot.table.push(pain.about, pain.cells, Some(pain.worked));
        running.push((place as f64, pain.running));
        let places = if pain.priority < 1.0 { 2 } else { 1 };
        let label = Label::Figure(pain.priority, Scale::Places(places));
        let mark = Mark::new(place as f64, pain.priority, Shape::Bar { from: 0.0, width: 0.72 }, Hue::Pain);
        let vital = pain.rank == 1 || pain.running <= MOST_OF_IT;
        plot.marks.push(mark.saying(label).row(row).strong(vital));
    }
    if !plot.marks.is_empty() {
        plot.legend.push(Key::word(Word::Priority, Hue::Pain, Sample::Area));
        plot.legend.push(Key::word(Word::RunningShare, Hue::Plain, Sample::Line));
        plot.series.push(Series {
            name: Label::Word(Word::RunningShare),
            hue: Hue::Plain,
            side: Side::Right,
            stretches: vec![Stretch::straight(running, false)],
            thin: true,
        });
    }
    plot.finished()
}
