//! What the marks of the emotion curve mean, in words: only of marks that the picture shows.
//!
//! Must not know where anything stands.

use super::emotion::has_marks;
use super::pen::Pen;
use crate::insight;
use crate::model::{JourneyMap, Persona, ScoreState};
use crate::words;

/// How many parts of a persona's curve are solid, and how many dashed.
pub(super) fn parts(map: &JourneyMap, persona: &Persona) -> (usize, usize) {
    let (mut solid, mut dashed) = (0, 0);
    let mut before = None;
    for stage in &map.stages {
        if stage.steps.is_empty() {
            before = None;
        }
        for step in &stage.steps {
            let score = step.score(persona.id);
            let validated = score.shown().map(|_| score.validated());
            match (before, validated) {
                (Some(true), Some(true)) => solid += 1,
                (Some(_), Some(_)) => dashed += 1,
                _ => {}
            }
            before = validated;
        }
    }
    (solid, dashed)
}

/// The legend of a map's curves; nothing where there are none.
pub(super) fn legend(pen: &Pen<'_>, map: &JourneyMap) -> String {
    let (mut solid, mut band, mut dashed, mut gap) = (false, false, false, false);
    let (mut expected, mut unknown, mut not_involved) = (false, false, false);
    for persona in &map.personas {
        let marked = has_marks(map, persona);
        let (solid_parts, dashed_parts) = parts(map, persona);
        solid |= solid_parts > 0;
        dashed |= dashed_parts > 0;
        let mut banded = false;
        // Unknown steps before the first and after the last point leave no gap in the curve.
        let mut gap_so_far = None;
        for (_, step) in map.steps() {
            let score = step.score(persona.id);
            let has_band = score.measured().and_then(insight::band).is_some();
            band |= banded && has_band;
            banded = has_band;
            if score.shown().is_some() {
                expected |= score.expected.is_some();
                gap |= gap_so_far == Some(true);
                gap_so_far = Some(false);
            } else {
                gap_so_far = gap_so_far.map(|_| true);
            }
            unknown |= marked && score.state == ScoreState::Unknown;
            not_involved |= marked && score.state == ScoreState::NotInvolved;
        }
    }
    let mut said = Vec::new();
    let mut say = |there: bool, words: String| {
        if there {
            said.push(words);
        }
    };
    say(solid, words!(pen.words, "map-legend-solid"));
    say(band, words!(pen.words, "map-legend-band"));
    say(dashed, words!(pen.words, "map-legend-dashed"));
    say(gap, words!(pen.words, "map-legend-gap"));
    say(expected, words!(pen.words, "map-legend-expected"));
    say(unknown, words!(pen.words, "map-legend-unknown"));
    say(not_involved, words!(pen.words, "map-legend-not-involved"));
    said.join(" ")
}
