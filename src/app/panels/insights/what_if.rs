//! What would be if a step felt better or worse: scores that are tried out, without touching the map. Must not know how it
//! is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::{self, Edit};
use crate::i18n::Words;
use crate::insight::plot::{self, Given, Kind, Label, Scale, Word};
use crate::insight::{curve, kept, opportunity};
use crate::layout::plots::say;
use crate::model::{CardId, Emotion, JourneyMap, PersonaId, Score, ScoreState, StepId};
use crate::words;

/// Scores that are tried out on a map.
#[derive(Debug, Clone, Default)]
pub(super) struct WhatIf {
    changes: BTreeMap<(StepId, PersonaId), Emotion>,
    /// The map they were tried on last, and what it would be.
    tried: Option<(Arc<JourneyMap>, Arc<JourneyMap>)>,
    /// How high the lines of what it does have been: were they to grow while a point is dragged, the plot would move away
    /// under the pointer.
    pub(super) room: f32,
}

impl WhatIf {
    /// Whether anything was tried.
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Tries a score.
    pub(super) fn set(&mut self, step: StepId, persona: PersonaId, value: f64) {
        // In twentieths: a hand is no finer, and figures stay short.
        let value = Emotion::clamped((value * 20.0).round() / 20.0);
        if self.changes.insert((step, persona), value) != Some(value) {
            self.tried = None;
        }
    }

    /// What makes a map of what was tried.
    pub(super) fn edit(&self, map: &JourneyMap) -> Edit {
        let there =
            |(step, persona): &(StepId, PersonaId)| map.step(*step).is_some() && map.persona(*persona).is_some();
        let changes = self.changes.iter().filter(|(at, _)| there(at)).map(|((step, persona), value)| {
            let expected = map.step(*step).and_then(|step| step.score(*persona).expected);
            // What was measured is today's; of the journey designed nothing is.
            let state = ScoreState::Scored { believed: Some(*value), measured: None, validated: false };
            Edit::SetScore { step: *step, persona: *persona, score: Score { state, expected } }
        });
        Edit::All(changes.collect())
    }

    /// What a map would be; itself where nothing is tried, or it can't be.
    pub(super) fn map(&mut self, map: &Arc<JourneyMap>) -> Arc<JourneyMap> {
        if self.changes.is_empty() {
            return Arc::clone(map);
        }
        if let Some((of, tried)) = &self.tried
            && Arc::ptr_eq(of, map)
        {
            return Arc::clone(tried);
        }
        let tried = edit::apply(map, &self.edit(map)).map_or_else(|_| Arc::clone(map), Arc::new);
        self.tried = Some((Arc::clone(map), Arc::clone(&tried)));
        tried
    }
}

/// What a change does, line by line: what is remembered, who is kept, where the journey is lowest, and which opportunities
/// move.
pub(super) fn effects(map: &JourneyMap, tried: &JourneyMap, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    let signed = |value: f64| words.signed(value, 2);
    for persona in &map.personas {
        let mut parts = Vec::new();
        let ends = (curve::peak_end(map, persona.id), curve::peak_end(tried, persona.id));
        if let (before, Some(after)) = ends {
            let name = say::word(Word::PeakEnd, words);
            parts.push(moved(&name, before.map(signed), &signed(after), words));
        }
        let range = |map: &JourneyMap| {
            let known = map.steps().any(|(_, step)| kept::bad_share(step, persona.id).is_some());
            let last = kept::kept(map, persona.id).pop().filter(|_| known)?;
            Some(say::label(&Label::Range(last.low, last.high, Scale::Percent), words))
        };
        if let Some(after) = range(tried) {
            parts.push(moved(&words!(words, "what-if-kept"), range(map), &after, words));
        }
        if !parts.is_empty() {
            lines.push(words!(words, "plot-of", whose = persona.name.as_str(), what = parts.join(" · ")));
        }
    }
    let lowest = |map: &JourneyMap| {
        let lowest = curve::lowest(map)?;
        let name = map.step(lowest.step).map(|step| step.name.clone()).unwrap_or_default();
        Some(format!("{name} {}", signed(lowest.value)))
    };
    match (lowest(map), lowest(tried)) {
        (before, Some(after)) => lines.push(moved(&words!(words, "what-if-lowest"), before, &after, words)),
        (Some(before), None) => {
            let nothing = words!(words, "what-if-none");
            lines.push(moved(&words!(words, "what-if-lowest"), Some(before), &nothing, words));
        }
        (None, None) => {}
    }
    lines.extend(ranking(map, tried, words));
    lines
}

/// How the order of opportunities changes: the foremost three, with where they stood, a line each.
fn ranking(map: &JourneyMap, tried: &JourneyMap, words: &Words) -> Vec<String> {
    let order = |map: &JourneyMap| {
        let mut scores: Vec<(CardId, f64)> =
            opportunity::scores(map).into_iter().filter_map(|(card, score)| Some((card, score?))).collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        scores
    };
    let (before, after) = (order(map), order(tried));
    let foremost = after.iter().take(3).enumerate().map(|(place, (id, score))| {
        let name = map.card(*id).map(|(_, card)| card.text.clone()).unwrap_or_default();
        let was = before.iter().position(|(card, _)| card == id).map(|was| was + 1);
        let score = words.number(*score, 1);
        let rank = place + 1;
        match was {
            Some(was) if was != rank => {
                words!(words, "what-if-rank-was", rank = rank, was = was, name = name, score = score)
            }
            _ => words!(words, "what-if-rank", rank = rank, name = name, score = score),
        }
    });
    foremost.collect()
}

fn moved(name: &str, before: Option<String>, after: &str, words: &Words) -> String {
    match before {
        Some(before) if before != after => {
            words!(words, "plot-field", name = name, value = format!("{before} → {after}"))
        }
        _ => words!(words, "plot-field", name = name, value = after),
    }
}

/// The curve as it would be, with today's as thin lines behind it.
pub(super) fn plot(map: &JourneyMap, tried: &JourneyMap) -> plot::Plot {
    let mut would = plot::plot(Kind::Emotion, tried, &Given::default());
    let is = plot::plot(Kind::Emotion, map, &Given::default());
    let today = is.series.into_iter().map(|series| plot::Series { thin: true, ..series });
    would.series = today.chain(would.series).collect();
    would
}
