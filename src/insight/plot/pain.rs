//! The plots of pain points: by severity and share, and by priority. Must not know how priorities come about.

use super::{About, Axis, Hue, Label, Mark, Plot, Scale, Series, Shape, Side, Stretch, Ticks};
use crate::insight::pain;
use crate::model::{CardId, JourneyMap};

/// A pain point that has both severity and share.
struct Rated {
    severity: u8,
    share: f64,
    priority: f64,
    rank: usize,
    card: CardId,
    about: About,
}

/// So many pain points a plot shows, the worst ones: more can't be told apart.
const MOST_PAINS: usize = 80;

/// Of how many the plotted ones are the worst.
fn foremost_of(rated: usize) -> Option<usize> {
    (rated > MOST_PAINS).then_some(rated)
}

/// The rated pain points, worst first.
fn rated(map: &JourneyMap) -> Vec<Rated> {
    let ranking = pain::ranking(map);
    let total: f64 = ranking.iter().filter_map(|pain| pain.priority).sum();
    let mut sum = 0.0;
    ranking
        .iter()
        .filter_map(|pain| {
            let (severity, share, priority, rank) = (pain.severity?, pain.share?, pain.priority?, pain.rank?);
            sum += priority;
            let running = if total > 0.0 { sum / total } else { 0.0 };
            let about = About::Pain {
                card: pain.card,
                rank,
                severity,
                share,
                doubled: pain.moment_of_truth,
                priority,
                running,
            };
            Some(Rated { severity, share, priority, rank, card: pain.card, about })
        })
        .collect()
}

/// Pain points: across the share of customers affected, up the severity, by area the priority. Unrated ones are left out, and
/// of very many all but the worst. The
/// axis ends at 100%, or earlier where all are far below it.
pub fn pain_points(map: &JourneyMap) -> Plot {
    let rated = rated(map);
    let greatest = rated.iter().map(|pain| pain.priority).fold(0.0, f64::max);
    // All customers, or as many fifths, tenths, twentieths of them as still show every pain point.
    let most = rated.iter().map(|pain| pain.share).fold(0.0, f64::max);
    let widest = [0.05, 0.1, 0.25, 0.5, 1.0].into_iter().find(|widest| most <= *widest).unwrap_or(1.0);
    let foremost_of = foremost_of(rated.len());
    let marks = rated.into_iter().take(MOST_PAINS).map(|pain| Mark {
        x: pain.share,
        y: f64::from(pain.severity),
        shape: Shape::Bubble { area: if greatest > 0.0 { pain.priority / greatest } else { 0.0 } },
        hue: Hue::Pain,
        label: Some(Label::Rank(pain.rank)),
        about: pain.about,
    });
    Plot {
        title: Label::PainPoints,
        x: Axis {
            label: Label::Affected,
            low: -0.04 * widest,
            high: 1.06 * widest,
            ticks: Ticks::Every { distance: widest / 5.0, scale: Scale::Percent },
        },
        y: Axis {
            label: Label::Severity,
            low: 0.4,
            high: 6.0,
            ticks: Ticks::Every { distance: 1.0, scale: Scale::Plain },
        },
        right: None,
        foremost_of,
        bands: Vec::new(),
        series: Vec::new(),
        marks: marks.collect(),
    }
}

/// A round distance that divides a range from 0 into two to five parts.
fn tick_distance(greatest: f64) -> f64 {
    [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0].into_iter().find(|distance| greatest / distance <= 5.0).unwrap_or(2.0)
}

/// The Pareto chart of pain points: bars of falling priority, and the share of all priorities that they reach together.
pub fn priorities(map: &JourneyMap) -> Plot {
    let rated = rated(map);
    let greatest = rated.iter().map(|pain| pain.priority).fold(0.0, f64::max);
    let foremost_of = foremost_of(rated.len());
    let names = rated
        .iter()
        .take(MOST_PAINS)
        .map(|pain| map.card(pain.card).map(|(_, card)| card.text.clone()).unwrap_or_default());
    let names: Vec<String> = names.collect();
    let total: f64 = rated.iter().map(|pain| pain.priority).sum();
    let running = rated.iter().take(MOST_PAINS).enumerate().scan(0.0, |sum, (place, pain)| {
        *sum += pain.priority;
        Some((place as f64, if total > 0.0 { *sum / total } else { 0.0 }))
    });
    let running: Vec<(f64, f64)> = running.collect();
    let marks = rated.into_iter().take(MOST_PAINS).enumerate().map(|(place, pain)| Mark {
        x: place as f64,
        y: pain.priority,
        shape: Shape::Bar { width: 0.72 },
        hue: Hue::Pain,
        label: Some(Label::PriorityValue(pain.priority)),
        about: pain.about,
    });
    Plot {
        title: Label::Priorities,
        x: Axis {
            label: Label::PainPoints,
            low: -0.6,
            high: running.len().max(1) as f64 - 0.4,
            ticks: Ticks::Names(names),
        },
        y: Axis {
            label: Label::Priority,
            low: 0.0,
            // Room above the highest bar for its figure.
            high: if greatest > 0.0 { greatest * 1.2 } else { 1.0 },
            ticks: Ticks::Every { distance: tick_distance(greatest), scale: Scale::Plain },
        },
        foremost_of,
        right: Some(Axis {
            label: Label::RunningShare,
            low: 0.0,
            high: 1.2,
            ticks: Ticks::Every { distance: 0.5, scale: Scale::Percent },
        }),
        bands: Vec::new(),
        series: vec![Series {
            name: Label::RunningShare,
            hue: Hue::Plain,
            side: Side::Right,
            stretches: if running.is_empty() {
                Vec::new()
            } else {
                vec![Stretch { points: running, slopes: Vec::new(), dashed: false }]
            },
        }],
        marks: marks.collect(),
    }
}
