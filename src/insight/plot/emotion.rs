//! The plot of how each persona feels along the journey. Must not know how a curve is drawn between its points.

use super::smooth::monotone_slopes;
use super::{About, Axis, Band, Hue, Label, Mark, Plot, Scale, Series, Shape, Side, Stretch, Ticks};
use crate::insight::{band, curve};
use crate::model::JourneyMap;

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
        foremost_of: None,
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
