//! What two valid maps can break when they come together: each fault with its remedy, and a conflict where a value had to
//! give way.

use std::sync::Arc;

use crate::model::check::{Fault, Thing, check};
use crate::model::value::Value;
use crate::model::{
    Card, CardId, Channel, Conflict, Content, ContentKind, Disputed, JourneyMap, LaneId, PersonaId, ScoreState,
    StageId, Step, StepId,
};

/// How often a remedy may bring another fault to light.
const ROUNDS: usize = 8;

/// Makes a merged map valid. `sides` are the base, ours and theirs.
pub(super) fn repair(map: &mut JourneyMap, sides: [&JourneyMap; 3], conflicts: &mut Vec<Conflict>) {
    for _ in 0..ROUNDS {
        let faults = check(map);
        if faults.is_empty() {
            return;
        }
        let mut repair = Repair { map, sides, conflicts };
        faults.iter().for_each(|fault| repair.one(fault));
    }
}

struct Repair<'a> {
    map: &'a mut JourneyMap,
    sides: [&'a JourneyMap; 3],
    conflicts: &'a mut Vec<Conflict>,
}

impl Repair<'_> {
    fn one(&mut self, fault: &Fault) {
        match fault {
            Fault::Unknown { at, named } => self.forget(*at, *named),
            Fault::LaneWithoutCards { card, lane } => self.give_cards(*lane, *card),
            Fault::WrongContent { card, expected, .. } => self.fit(*card, *expected),
            Fault::SpanBeforeStart { card, .. } | Fault::SpanInTray(card) => {
                self.card(*card, |card| card.until = None);
            }
            Fault::NotPainPoint { card, answers } => self.card(*card, |card| {
                if let Content::Opportunity(opportunity) = &mut card.content {
                    opportunity.answers.retain(|other| other != answers);
                }
            }),
            Fault::NotTouchpoint { card, .. } => self.card(*card, |card| {
                if let Content::Touchpoint(touchpoint) = &mut card.content {
                    touchpoint.said_first = None;
                }
            }),
            Fault::PhaseOrder(stage) => self.phase(*stage),
            Fault::EmptyScore { step, persona } => self.score(*step, *persona),
            // No merge of valid maps brings these: ids are merged as one thing, and single values come whole from a side.
            Fault::Duplicate(_)
            | Fault::Measured { .. }
            | Fault::NotFinite { .. }
            | Fault::LossRates
            | Fault::FileName { .. }
            | Fault::LostConflict(_) => {}
        }
    }

    /// Takes away a mention of what isn't there.
    fn forget(&mut self, at: Thing, named: Thing) {
        match (at, named) {
            (Thing::Persona(id), _) => {
                if let Some(persona) = self.map.personas.iter_mut().find(|persona| persona.id == id) {
                    Arc::make_mut(persona).segment = None;
                }
            }
            (Thing::Step(id), named) => self.step(id, |step| {
                step.branches.retain(|branch| Thing::Step(branch.to) != named);
                step.scores.retain(|persona, score| {
                    if let ScoreState::Scored { measured: Some(measured), .. } = &mut score.state {
                        measured.evidence = measured.evidence.filter(|id| Thing::Evidence(*id) != named);
                    }
                    Thing::Persona(*persona) != named
                });
            }),
            (Thing::Card(id), Thing::Step(until)) => {
                let end = self.last_before(id, until);
                self.card(id, |card| card.until = end);
            }
            (Thing::Card(id), named) => self.card(id, |card| forget_in(card, named)),
            (Thing::Segment(_) | Thing::Stage(_) | Thing::Lane(_) | Thing::Channel(_) | Thing::Evidence(_), _) => {}
        }
    }

    /// Where a span ends whose end was removed: at the step before it that is still there.
    fn last_before(&self, card: CardId, until: StepId) -> Option<StepId> {
        let columns: Vec<StepId> = self.map.steps().map(|(_, step)| step.id).collect();
        let start = self.map.card(card).and_then(|(step, _)| step).map(|step| step.id)?;
        let start = columns.iter().position(|id| *id == start)?;
        let [base, ours, theirs] = self.sides;
        let before = [ours, theirs, base].into_iter().find_map(|side| {
            let steps: Vec<StepId> = side.steps().map(|(_, step)| step.id).collect();
            let end = steps.iter().position(|id| *id == until)?;
            steps.iter().take(end).rev().find(|id| columns.contains(id)).copied()
        })?;
        (columns.iter().position(|id| *id == before)? > start).then_some(before)
    }

    /// A lane that one side made one without cards, while the other put cards into it, has cards again.
    fn give_cards(&mut self, id: LaneId, card: CardId) {
        let Some(content) = self.map.card(card).map(|(_, card)| card.content.kind()) else { return };
        let kinds = self.sides.map(|side| side.lane(id).map(|lane| lane.kind));
        let fits = kinds.iter().flatten().find(|kind| kind.content() == Some(content));
        let holds = fits.or_else(|| kinds.iter().flatten().find(|kind| kind.content().is_some())).copied();
        let Some(kind) = holds else { return };
        if let Some(lane) = self.map.lanes.iter_mut().find(|lane| lane.id == id) {
            Arc::make_mut(lane).kind = kind;
        }
        self.dispute(Thing::Lane(id), &["kind"], kinds.map(|kind| Value::of(&kind)));
    }

    /// A card holds what its lane's cards hold: one side's content, or an empty one.
    fn fit(&mut self, id: CardId, kind: ContentKind) {
        let contents = self.sides.map(|side| side.card(id).map(|(_, card)| card.content.clone()));
        let [_, ours, theirs] = &contents;
        let fitting = [ours, theirs].into_iter().flatten().find(|content| content.kind() == kind).cloned();
        let found = self.map.card(id).map(|(_, card)| card.content.clone());
        // A content that says nothing is no loss.
        if found.is_some_and(|content| content != content.kind().empty()) {
            self.dispute(Thing::Card(id), &["content"], contents.map(|content| Value::of(&content)));
        }
        self.card(id, |card| card.content = fitting.unwrap_or_else(|| kind.empty()));
    }

    /// A stage whose phase is out of order has that of the stage before it.
    fn phase(&mut self, id: StageId) {
        let phases = self.sides.map(|side| Value::of(&side.stage(id).and_then(|stage| stage.phase)));
        let Some(at) = self.map.stages.iter().position(|stage| stage.id == id) else { return };
        let before = at.checked_sub(1).and_then(|before| self.map.stages.get(before)).and_then(|stage| stage.phase);
        if let Some(stage) = self.map.stages.get_mut(at) {
            Arc::make_mut(stage).phase = before;
        }
        self.dispute(Thing::Stage(id), &["phase"], phases);
    }

    /// A score of which one side took the belief and the other the measurement is what one of them left of it.
    fn score(&mut self, step: StepId, persona: PersonaId) {
        let states = self.sides.map(|side| side.step(step).map(|step| step.score(persona).state));
        let [_, ours, theirs] = states;
        let state = ours.or(theirs).unwrap_or_default();
        self.step(step, |step| {
            if let Some(score) = step.scores.get_mut(&persona) {
                score.state = state;
            }
        });
        let path = ["scores", &persona.to_string(), "state"];
        self.dispute(Thing::Step(step), &path, states.map(|state| Value::of(&state)));
    }

    /// Keeps what the sides say of a field, unless that is kept already.
    fn dispute(&mut self, at: Thing, path: &[&str], [base, ours, theirs]: [Value; 3]) {
        let what = Disputed::Field(path.iter().map(|&name| name.to_owned()).collect());
        if !self.conflicts.iter().any(|known| known.at == Some(at) && known.what == what) {
            self.conflicts.push(Conflict { at: Some(at), what, base, ours, theirs });
        }
    }

    fn step(&mut self, id: StepId, change: impl FnOnce(&mut Step)) {
        let stage = self.map.stages.iter_mut().find(|stage| stage.steps.iter().any(|step| step.id == id));
        let step = stage.and_then(|stage| Arc::make_mut(stage).steps.iter_mut().find(|step| step.id == id));
        if let Some(step) = step {
            change(Arc::make_mut(step));
        }
    }

    fn card(&mut self, id: CardId, change: impl FnOnce(&mut Card)) {
        let at = self.map.card(id).map(|(step, _)| step.map(|step| step.id));
        let change_in = |cards: &mut Vec<Arc<Card>>| {
            if let Some(card) = cards.iter_mut().find(|card| card.id == id) {
                change(Arc::make_mut(card));
            }
        };
        match at {
            Some(Some(step)) => self.step(step, |step| change_in(&mut step.cards)),
            Some(None) => change_in(&mut self.map.tray),
            None => {}
        }
    }
}

/// Takes every mention of a thing out of a card.
fn forget_in(card: &mut Card, named: Thing) {
    card.personas.retain(|id| Thing::Persona(*id) != named);
    card.evidence.retain(|id| Thing::Evidence(*id) != named);
    card.links.retain(|link| Thing::Card(link.to) != named);
    match &mut card.content {
        Content::Touchpoint(touchpoint) => {
            touchpoint.scores.retain(|id, _| Thing::Persona(*id) != named);
            touchpoint.measured.retain(|id, measured| {
                measured.evidence = measured.evidence.filter(|id| Thing::Evidence(*id) != named);
                Thing::Persona(*id) != named
            });
            touchpoint.said_first = touchpoint.said_first.filter(|id| Thing::Card(*id) != named);
            touchpoint.channel = touchpoint.channel.filter(|channel| match channel {
                Channel::Own(id) => Thing::Channel(*id) != named,
                _ => true,
            });
        }
        Content::Opportunity(opportunity) => opportunity.answers.retain(|id| Thing::Card(*id) != named),
        Content::Text | Content::PainPoint(_) | Content::Metric(_) | Content::Image(_) | Content::Process => {}
    }
}
