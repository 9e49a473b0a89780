//! Plots as data: axes, series, bands and marks worked out from a map.
//!
//! A plot is described once here and painted wherever it is shown: in the window, on paper, on a slide. It bears no words
//! but those of the map and [`Label`]s that a painter says in its language. Must not know pixels, colours or languages.

use super::{band, curve, pain};
use crate::model::{CardId, JourneyMap, PersonaId, StepId};

/// What a painter is to say at some place.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// Title: how each persona feels along the journey.
    Emotion,
    /// Title: pain points by severity and share.
    PainPoints,
    /// Title: priorities with their running share.
    Priorities,
    /// Axis: steps of the journey.
    Steps,
    /// Axis: emotion score, −2…+2.
    Score,
    /// Axis: share of customers affected, in percent.
    Affected,
    /// Axis: severity, 1…5.
    Severity,
    /// Axis: priority, 0…10.
    Priority,
    /// Axis and series: share of all priorities up to here, in percent.
    RunningShare,
    /// The place of a pain point in the ranking, from 1.
    Rank(usize),
    /// A priority, said with one place.
    PriorityValue(f64),
    /// Words of the map.
    Own(String),
}

/// How the numbers of an axis are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// As they are.
    Plain,
    /// With their sign.
    Signed,
    /// A share 0…1 as a percentage.
    Percent,
}

/// Where an axis bears marks.
#[derive(Debug, Clone, PartialEq)]
pub enum Ticks {
    /// At every multiple of the distance.
    Every {
        /// Distance of two ticks, above 0.
        distance: f64,
        /// How their numbers are said.
        scale: Scale,
    },
    /// At 0, 1, 2, … with these names.
    Names(Vec<String>),
}

/// One axis of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What it measures, with its unit.
    pub label: Label,
    /// The least value shown.
    pub low: f64,
    /// The greatest value shown; above `low`.
    pub high: f64,
    /// Where it bears marks.
    pub ticks: Ticks,
}

/// Which colour of the theme a thing has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// The persona's that stands at this place of the palette.
    Persona(usize),
    /// That of pain.
    Pain,
    /// That of plain text.
    Plain,
}

/// Which of the two vertical axes counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one at the left.
    Left,
    /// The one at the right.
    Right,
}

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// The points that it leads through, from left to right.
    pub points: Vec<(f64, f64)>,
    /// Slope at each point where the stretch is drawn as a monotone curve; empty: straight lines.
    pub slopes: Vec<f64>,
    /// Not supported by evidence: drawn with dashes.
    pub dashed: bool,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name in the legend.
    pub name: Label,
    /// Its colour.
    pub hue: Hue,
    /// The axis it is read on.
    pub side: Side,
    /// Its stretches; between two of them there is a gap unless they meet.
    pub stretches: Vec<Stretch>,
}

/// The range that a measured line runs in with a confidence of 95%.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its colour.
    pub hue: Hue,
    /// (x, low, high) from left to right.
    pub points: Vec<(f64, f64, f64)>,
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A face or a dot; hollow where not validated.
    Point {
        /// Supported by evidence.
        validated: bool,
    },
    /// A circle whose area is `area` parts of the greatest one of the plot, 0…1.
    Bubble {
        /// 0…1.
        area: f64,
    },
    /// A bar from 0 up to the mark, `width` units of the x axis wide.
    Bar {
        /// In units of the x axis.
        width: f64,
    },
}

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// A persona's score at a step.
    Score {
        /// Whose.
        persona: PersonaId,
        /// Where.
        step: StepId,
        /// The shown value, −2…+2.
        value: f64,
        /// How many answers; none: believed.
        n: Option<u32>,
        /// 95% confidence interval of the mean.
        band: Option<(f64, f64)>,
        /// Supported by evidence.
        validated: bool,
        /// The lowest score of the whole map.
        lowest: bool,
    },
    /// A pain point.
    Pain {
        /// Which card.
        card: CardId,
        /// Place in the ranking, from 1.
        rank: usize,
        /// 1…5.
        severity: u8,
        /// 0…1 of all customers on this path.
        share: f64,
        /// At a moment of truth.
        doubled: bool,
        /// 0…10.
        priority: f64,
        /// Share of all priorities down to this rank, 0…1.
        running: f64,
    },
}

/// A single thing to look at, to point at and to select.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where on the x axis.
    pub x: f64,
    /// Where on the left y axis.
    pub y: f64,
    /// How it is drawn.
    pub shape: Shape,
    /// Its colour.
    pub hue: Hue,
    /// What stands at it.
    pub label: Option<Label>,
    /// What it stands for.
    pub about: About,
}

/// A picture of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// What it shows.
    pub title: Label,
    /// Across.
    pub x: Axis,
    /// Up, at the left.
    pub y: Axis,
    /// Up, at the right.
    pub right: Option<Axis>,
    /// Behind the lines.
    pub bands: Vec<Band>,
    /// The lines.
    pub series: Vec<Series>,
    /// In front, in reading order.
    pub marks: Vec<Mark>,
}

/// How each persona feels along the journey: its scores over the steps, with bands, dashes where either end is a
/// hypothesis, gaps where nothing is known.
pub fn emotion(map: &JourneyMap) -> Plot {
    let steps: Vec<_> = map.steps().map(|(_, step)| step).collect();
    let mut plot = Plot {
        title: Label::Emotion,
        x: Axis {
            label: Label::Steps,
            low: -0.5,
            high: steps.len().max(1) as f64 - 0.5,
            ticks: Ticks::Names(steps.iter().map(|step| step.name.clone()).collect()),
        },
        y: Axis {
            label: Label::Score,
            low: -2.3,
            high: 2.3,
            ticks: Ticks::Every { distance: 1.0, scale: Scale::Signed },
        },
        right: None,
        bands: Vec::new(),
        series: Vec::new(),
        marks: Vec::new(),
    };
    let lowest = curve::lowest(map).map(|lowest| (lowest.persona, lowest.step));
    for (place, persona) in map.personas.iter().enumerate() {
        let hue = Hue::Persona(persona.color.map_or(place, usize::from));
        let mut stretches = Vec::new();
        let mut run: Vec<(f64, f64, bool)> = Vec::new();
        let mut sure: Vec<(f64, f64, f64)> = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let x = index as f64;
            let score = step.score(persona.id);
            let Some(value) = score.shown() else {
                end_run(&mut run, &mut stretches);
                end_band(&mut sure, hue, &mut plot.bands);
                continue;
            };
            let interval = score.measured().and_then(band);
            run.push((x, value, score.validated()));
            match interval {
                Some((low, high)) => sure.push((x, low, high)),
                None => end_band(&mut sure, hue, &mut plot.bands),
            }
            plot.marks.push(Mark {
                x,
                y: value,
                shape: Shape::Point { validated: score.validated() },
                hue,
                label: None,
                about: About::Score {
                    persona: persona.id,
                    step: step.id,
                    value,
                    n: score.measured().map(|measured| measured.n),
                    band: interval,
                    validated: score.validated(),
                    lowest: lowest == Some((persona.id, step.id)),
                },
            });
        }
        end_run(&mut run, &mut stretches);
        end_band(&mut sure, hue, &mut plot.bands);
        plot.series.push(Series { name: Label::Own(persona.name.clone()), hue, side: Side::Left, stretches });
    }
    plot
}

/// Ends a run of known scores: it becomes stretches that are solid where both ends of a segment are validated and dashed
/// elsewhere, with slopes worked out over the whole run so that they meet smoothly.
fn end_run(run: &mut Vec<(f64, f64, bool)>, stretches: &mut Vec<Stretch>) {
    let points: Vec<(f64, f64)> = run.iter().map(|&(x, y, _)| (x, y)).collect();
    let slopes = monotone_slopes(&points);
    let dashes: Vec<bool> = run.windows(2).map(|ends| !(ends[0].2 && ends[1].2)).collect();
    let mut from = 0;
    while from < dashes.len() {
        let length = dashes[from..].iter().take_while(|&&dashed| dashed == dashes[from]).count();
        stretches.push(Stretch {
            points: points[from..=from + length].to_vec(),
            slopes: slopes[from..=from + length].to_vec(),
            dashed: dashes[from],
        });
        from += length;
    }
    run.clear();
}

/// Ends a band; one of a single point stays, as a bar of its own.
fn end_band(points: &mut Vec<(f64, f64, f64)>, hue: Hue, bands: &mut Vec<Band>) {
    if !points.is_empty() {
        bands.push(Band { hue, points: std::mem::take(points) });
    }
}

/// Slopes of a curve through the points that never leaves the range of two neighbours (Fritsch and Butland 1984, as
/// weighted harmonic means). The x values must grow.
fn monotone_slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let steep: Vec<f64> = points.windows(2).map(|ends| (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0)).collect();
    (0..points.len())
        .map(|place| {
            if place == 0 || place + 1 == points.len() {
                return 0.0;
            }
            let (before, after) = (steep[place - 1], steep[place]);
            if before * after <= 0.0 { 0.0 } else { 2.0 * before * after / (before + after) }
        })
        .collect()
}

impl Stretch {
    /// The stretch as points that are close enough to look like a curve, `parts` to a segment.
    pub fn sampled(&self, parts: usize) -> Vec<(f64, f64)> {
        if self.slopes.len() != self.points.len() || parts < 2 {
            return self.points.clone();
        }
        let mut sampled = Vec::with_capacity(self.points.len() * parts);
        for (place, ends) in self.points.windows(2).enumerate() {
            let ((x0, y0), (x1, y1)) = (ends[0], ends[1]);
            let width = x1 - x0;
            for part in 0..parts {
                let t = part as f64 / parts as f64;
                sampled
                    .push((x0 + t * width, hermite(t, width, (y0, self.slopes[place]), (y1, self.slopes[place + 1]))));
            }
        }
        sampled.extend(self.points.last());
        sampled
    }
}

impl Band {
    /// The band with edges as smooth as the line in it, `parts` to a segment: (x, low, high).
    pub fn sampled(&self, parts: usize) -> Vec<(f64, f64, f64)> {
        let edge = |of: fn(&(f64, f64, f64)) -> (f64, f64)| {
            let points: Vec<(f64, f64)> = self.points.iter().map(of).collect();
            let slopes = monotone_slopes(&points);
            Stretch { points, slopes, dashed: false }.sampled(parts)
        };
        let low = edge(|&(x, low, _)| (x, low));
        let high = edge(|&(x, _, high)| (x, high));
        low.into_iter().zip(high).map(|((x, low), (_, high))| (x, low, high)).collect()
    }
}

/// A cubic with given values and slopes at both ends of a segment of `width`, at the part `t` of it.
fn hermite(t: f64, width: f64, start: (f64, f64), end: (f64, f64)) -> f64 {
    let (t2, t3) = (t * t, t * t * t);
    (2.0 * t3 - 3.0 * t2 + 1.0) * start.0
        + (t3 - 2.0 * t2 + t) * width * start.1
        + (-2.0 * t3 + 3.0 * t2) * end.0
        + (t3 - t2) * width * end.1
}

/// A pain point that has both severity and share.
struct Rated {
    severity: u8,
    share: f64,
    priority: f64,
    rank: usize,
    card: CardId,
    about: About,
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

/// Pain points: across the share of customers affected, up the severity, by area the priority. Unrated ones are left out. The
/// axis ends at 100%, or earlier where all are far below it.
pub fn pain_points(map: &JourneyMap) -> Plot {
    let rated = rated(map);
    let greatest = rated.iter().map(|pain| pain.priority).fold(0.0, f64::max);
    // All customers, or as many fifths, tenths, twentieths of them as still show every pain point.
    let most = rated.iter().map(|pain| pain.share).fold(0.0, f64::max);
    let widest = [0.05, 0.1, 0.25, 0.5, 1.0].into_iter().find(|widest| most <= *widest).unwrap_or(1.0);
    let marks = rated.into_iter().map(|pain| Mark {
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
    let names = rated.iter().map(|pain| map.card(pain.card).map(|(_, card)| card.text.clone()).unwrap_or_default());
    let names: Vec<String> = names.collect();
    let total: f64 = rated.iter().map(|pain| pain.priority).sum();
    let running = rated.iter().enumerate().scan(0.0, |sum, (place, pain)| {
        *sum += pain.priority;
        Some((place as f64, if total > 0.0 { *sum / total } else { 0.0 }))
    });
    let running: Vec<(f64, f64)> = running.collect();
    let marks = rated.into_iter().enumerate().map(|(place, pain)| Mark {
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
