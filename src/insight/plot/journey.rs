//! What several plots draw of a journey: the curve of a persona, the stages behind it. Must not know what else is plotted.

use super::smooth::monotone_slopes;
use super::{Band, Hue, Label, Region, Series, Side, Stretch};
use crate::insight::band;
use crate::model::{JourneyMap, Persona, Step};

/// The place of a persona's colour in the palette.
pub(super) fn hue(map: &JourneyMap, persona: &Persona) -> Hue {
    let place = map.personas.iter().position(|other| other.id == persona.id).unwrap_or(0);
    Hue::Persona(persona.color.map_or(place, usize::from))
}

/// What a persona is called in a legend.
pub(super) fn name(persona: &Persona) -> Label {
    if persona.competitor { Label::Competitor(persona.name.trim().to_owned()) } else { Label::persona(persona) }
}

/// A persona's curve over the steps and its bands: dashed where either end is a hypothesis, with gaps where nothing is
/// known.
pub(super) fn curve(steps: &[&Step], persona: &Persona, hue: Hue) -> (Series, Vec<Band>) {
    let (mut stretches, mut bands) = (Vec::new(), Vec::new());
    let mut run: Vec<(f64, f64, bool)> = Vec::new();
    let mut sure: Vec<(f64, f64, f64)> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let x = index as f64;
        let score = step.score(persona.id);
        let Some(value) = score.shown() else {
            end_run(&mut run, &mut stretches);
            end_band(&mut sure, hue, &mut bands);
            continue;
        };
        run.push((x, value, score.validated()));
        match score.measured().and_then(band) {
            Some((low, high)) => sure.push((x, low, high)),
            None => end_band(&mut sure, hue, &mut bands),
        }
    }
    end_run(&mut run, &mut stretches);
    end_band(&mut sure, hue, &mut bands);
    (Series { name: name(persona), hue, side: Side::Left, stretches, thin: persona.competitor }, bands)
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
        bands.push(Band { hue, points: std::mem::take(points), smooth: true });
    }
}

/// The stages behind the steps, each with its name and what else is to be said of it. A single stage says nothing.
pub(super) fn stages(map: &JourneyMap, also: impl Fn(usize) -> Option<Label>) -> Vec<Region> {
    let mut at = 0;
    let mut regions = Vec::new();
    for (place, stage) in map.stages.iter().enumerate() {
        let count = stage.steps.len();
        if count == 0 {
            continue;
        }
        let (from, to) = (at as f64 - 0.5, (at + count) as f64 - 0.5);
        let mut lines = vec![Label::stage(stage)];
        lines.extend(also(place));
        regions.push(Region { from, to, lines, hue: None });
        at += count;
    }
    regions
}
