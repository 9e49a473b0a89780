//! The rows of the outline, made anew only for what changed since the frame before: while a card is typed in, those of one
//! stage. Must not know how a row looks.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::rows::{self, Row};
use crate::app::look::Look;
use crate::i18n::Words;
use crate::model::{JourneyMap, Lane, Language, Persona, PhaseNames, Stage, StageId, Theme};

/// What all rows depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    window: Language,
    map: Language,
    theme: Theme,
    phases: PhaseNames,
}

/// The rows of a stage, that of the phase which begins with it among them.
#[derive(Debug, Clone)]
pub(super) struct Part {
    stage: Arc<Stage>,
    begins: bool,
    open: bool,
    /// Its rows.
    pub(super) rows: Arc<[Row]>,
}

/// The rows of the frame before, with what they were made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    said: Option<Said>,
    journey: Arc<[Part]>,
    lanes: (Vec<Arc<Lane>>, Arc<[Row]>),
    personas: (Vec<Arc<Persona>>, Arc<[Row]>),
}

impl Kept {
    /// A frame begins: what was said in other words, or in other colours, is forgotten.
    pub(super) fn begin(&mut self, map: &JourneyMap, look: &Look, words: &Words) {
        let same = self.said.as_ref().is_some_and(|said| {
            (said.window, said.map, said.theme) == (words.language(), map.language, look.theme)
                && said.phases == map.phases
        });
        if !same {
            let (window, phases) = (words.language(), map.phases.clone());
            let said = Said { window, map: map.language, theme: look.theme, phases };
            *self = Self { said: Some(said), ..Self::default() };
        }
    }

    /// Phases, stages and steps, as a tree.
    pub(super) fn journey(
        &mut self,
        map: &JourneyMap,
        closed: &BTreeSet<StageId>,
        look: &Look,
        map_words: &Words,
        words: &Words,
    ) -> Arc<[Part]> {
        let shape = || rows::shape(map, closed);
        let is_same = |known: &Part, (stage, begins, open): (&Arc<Stage>, bool, bool)| {
            Arc::ptr_eq(&known.stage, stage) && (known.begins, known.open) == (begins, open)
        };
        let count = map.stages.len();
        if self.journey.len() != count || !self.journey.iter().zip(shape()).all(|(known, now)| is_same(known, now)) {
            let parts = shape().enumerate().map(|(place, now)| {
                // What was put in or taken out moves those behind it.
                let from_end = (place + self.journey.len()).checked_sub(count);
                let mut places = [Some(place), from_end].into_iter().flatten().filter_map(|at| self.journey.get(at));
                places.find(|known| is_same(known, now)).cloned().unwrap_or_else(|| {
                    let (stage, begins, open) = now;
                    let rows = rows::of_stage(map, stage, begins, open, look, map_words, words).into();
                    Part { stage: Arc::clone(stage), begins, open, rows }
                })
            });
            self.journey = parts.collect();
        }
        Arc::clone(&self.journey)
    }

    /// The lanes, in order.
    pub(super) fn lanes(&mut self, map: &JourneyMap, map_words: &Words, words: &Words) -> Arc<[Row]> {
        if !are_same(&self.lanes.0, &map.lanes) {
            self.lanes = (map.lanes.clone(), rows::lanes(map, map_words, words).into());
        }
        Arc::clone(&self.lanes.1)
    }

    /// The personas, in order.
    pub(super) fn personas(&mut self, map: &JourneyMap, look: &Look, words: &Words) -> Arc<[Row]> {
        if !are_same(&self.personas.0, &map.personas) {
            self.personas = (map.personas.clone(), rows::personas(map, look, words).into());
        }
        Arc::clone(&self.personas.1)
    }
}

fn are_same<T>(before: &[Arc<T>], now: &[Arc<T>]) -> bool {
    before.len() == now.len() && before.iter().zip(now).all(|(before, now)| Arc::ptr_eq(before, now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, LaneKind, Phase, Step};

    #[test]
    fn what_is_kept_says_what_is_made_anew() {
        let mut ids = IdSource::seeded(3);
        let mut stage = |name: &str, phase| {
            let mut stage = Stage::new(ids.fresh(), name);
            stage.phase = phase;
            stage.steps = ["One", "Two"].iter().map(|name| Arc::new(Step::new(ids.fresh(), *name))).collect();
            Arc::new(stage)
        };
        let (first, second, third) =
            (stage("A", Some(Phase::PrePurchase)), stage("B", Some(Phase::PrePurchase)), stage("C", None));
        let mut map = JourneyMap { stages: vec![Arc::clone(&first), Arc::clone(&third)], ..JourneyMap::default() };
        map.lanes.push(Arc::new(Lane::new(ids.fresh(), LaneKind::Actions)));
        map.personas.push(Arc::new(Persona::new(ids.fresh(), "Minh")));
        let mut maps = vec![map.clone(), map.clone()];
        map.stages.insert(1, Arc::clone(&second));
        maps.push(map.clone());
        map.stages.remove(0);
        maps.push(map.clone());
        Arc::make_mut(&mut map.stages[0]).name = "Renamed".into();
        map.phases.pre_purchase = "Early".into();
        maps.push(map.clone());
        Arc::make_mut(&mut map.lanes[0]).locked = true;
        Arc::make_mut(&mut map.personas[0]).name = "Lan".into();
        maps.push(map);
        let mut kept = Kept::default();
        let mut closed = BTreeSet::new();
        for language in [Language::En, Language::Vi] {
            for theme in [Theme::Light, Theme::Dark] {
                let (words, look) = (Words::new(language), Look::new(theme));
                for map in &maps {
                    let map_words = Words::new(map.language);
                    kept.begin(map, &look, &words);
                    let journey = kept.journey(map, &closed, &look, &map_words, &words);
                    let rows: Vec<Row> = journey.iter().flat_map(|part| part.rows.iter().cloned()).collect();
                    assert_eq!(rows, rows::journey(map, &closed, &look, &map_words, &words));
                    assert_eq!(*kept.lanes(map, &map_words, &words), rows::lanes(map, &map_words, &words)[..]);
                    assert_eq!(*kept.personas(map, &look, &words), rows::personas(map, &look, &words)[..]);
                    let again = kept.journey(map, &closed, &look, &map_words, &words);
                    assert!(Arc::ptr_eq(&journey, &again), "nothing is made twice");
                    if !closed.insert(second.id) {
                        closed.clear();
                    }
                }
            }
        }
    }
}
