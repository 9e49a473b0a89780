//! What the marks of the emotion curve mean, in words: only of marks that the picture shows.
//!
//! Must not know where anything stands.

use super::emotion::has_marks;
use super::pen::Pen;
use crate::insight;
use crate::model::{JourneyMap, ScoreState};
use crate::words;

/// The legend of a map's curves; nothing where there are none.
pub(super) fn legend(pen: &Pen<'_>, map: &JourneyMap) -> String {
    let (mut solid, mut band, mut dashed, mut gap) = (false, false, false, false);
    let (mut expected, mut unknown, mut not_involved) = (false, false, false);
    for persona in &map.personas {
        let marked = has_marks(map, persona);
        // Unknown steps before the first and after the last point leave no gap in the curve.
        let mut gap_so_far = None;
        for (_, step) in map.steps() {
            let score = step.score(persona.id);
            if score.shown().is_some() {
                solid |= score.validated();
                dashed |= !score.validated();
                band |= score.measured().and_then(insight::band).is_some();
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
