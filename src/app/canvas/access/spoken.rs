//! What the parts of a map are called for who can't see where they stand: each name says its place. In the map's own
//! language. Must not know the tree that these names go into.

use crate::app::canvas::navigate::RowAt;
use crate::i18n::{self, Words};
use crate::model::check::Thing;
use crate::model::{
    Card, Channel, Content, JourneyMap, Lane, OpportunityState, PersonaId, Score, ScoreState, Service, Stage, Step,
};
use crate::words;

/// The words for a map, and how many steps and stages it has.
pub(super) struct Speech<'a> {
    map: &'a JourneyMap,
    words: Words,
    steps: usize,
}

impl<'a> Speech<'a> {
    pub(super) fn new(map: &'a JourneyMap) -> Self {
        Self { map, words: Words::new(map.language), steps: map.steps().count() }
    }

    /// A stage's heading, and its place.
    pub(super) fn stage(&self, stage: &Stage, place: usize) -> (String, String) {
        let (n, count) = (place.saturating_add(1), self.map.stages.len());
        (self.named(&stage.name), words!(self.words, "map-stage-place", n = n, count = count))
    }

    /// A step's heading with what its marks mean, and its place.
    pub(super) fn step(&self, step: &Step, place: usize) -> (String, String) {
        let mut name = vec![self.named(&step.name)];
        if step.moment_of_truth {
            name.push(words!(self.words, "map-moment-of-truth"));
        }
        if let Some(risk) = &step.risk {
            name.push(format!("{}: {}", words!(self.words, "map-risk"), risk.worst_case));
        }
        (name.join(", "), self.step_place(place))
    }

    /// The name of a row of cells; an emotion lane has one for each persona.
    pub(super) fn row(&self, row: RowAt) -> String {
        let RowAt::Lane(lane, persona) = row else { return String::new() };
        let Some(lane) = self.map.lane(lane) else { return String::new() };
        let name = self.lane(lane);
        match persona.and_then(|id| self.map.persona(id)) {
            Some(persona) => format!("{name}, {}", persona.name),
            None => name,
        }
    }

    /// What keeps a lane from being changed.
    pub(super) fn locked(&self, lane: &Lane) -> Option<String> {
        lane.locked.then(|| words!(self.words, "map-locked"))
    }

    fn lane(&self, lane: &Lane) -> String {
        if lane.name.is_empty() { i18n::lane_kind_word(&self.words, lane.kind) } else { lane.name.clone() }
    }

    fn named(&self, name: &str) -> String {
        if name.trim().is_empty() { words!(self.words, "map-unnamed") } else { name.to_owned() }
    }

    fn step_place(&self, place: usize) -> String {
        words!(self.words, "map-step-place", n = place.saturating_add(1), count = self.steps)
    }

    /// A cell of cards: where it is, and what is in it besides the cards, which speak for themselves.
    pub(super) fn cell(&self, row: &str, place: usize, cards: usize, covering: &[String], collapsed: bool) -> String {
        let place = format!("{row}, {}", self.step_place(place));
        let what = if collapsed {
            words!(self.words, "map-cell-collapsed", n = cards)
        } else if !covering.is_empty() {
            words!(self.words, "map-cell-covered", what = covering.join(", "))
        } else if cards == 0 {
            words!(self.words, "map-cell-empty")
        } else {
            return place;
        };
        format!("{place}: {what}")
    }

    /// A cell of a lane that is worked out: its figures speak for themselves.
    pub(super) fn figure(&self, row: &str, place: usize) -> String {
        format!("{row}, {}", self.step_place(place))
    }

    /// A cell under a stage that has no step yet.
    pub(super) fn no_step(&self, row: &str, stage: &Stage) -> String {
        format!("{row}, {}: {}", self.named(&stage.name), words!(self.words, "map-cell-no-step"))
    }

    /// How a persona feels at a step.
    pub(super) fn score(&self, lane: &Lane, place: usize, step: &Step, persona: PersonaId) -> String {
        let who = self.map.persona(persona).map(|persona| persona.name.clone()).unwrap_or_default();
        format!("{}, {}, {}", self.lane(lane), self.step_place(place), self.feeling(&who, &step.score(persona)))
    }

    fn feeling(&self, who: &str, score: &Score) -> String {
        let words = &self.words;
        let mut name = Vec::new();
        match score.shown() {
            Some(value) => {
                name.push(words!(words, "map-score-name", persona = who, value = self.exactly(value)));
                if let Some(measured) = score.measured() {
                    name.push(words!(words, "map-answers", n = measured.n));
                }
                name.push(if score.validated() {
                    words!(words, "map-validated")
                } else {
                    words!(words, "map-hypothesis")
                });
            }
            None => {
                let state = match score.state {
                    ScoreState::NotInvolved => words!(words, "map-not-involved"),
                    ScoreState::Unknown | ScoreState::Scored { .. } => words!(words, "map-unknown"),
                };
                name.push(format!("{who}: {state}"));
            }
        }
        if let Some(expected) = score.expected {
            name.push(words!(words, "map-expected", value = self.exactly(expected.value())));
        }
        name.join(", ")
    }

    /// A score with its sign and as many places as it needs, up to two.
    fn exactly(&self, value: f64) -> String {
        let text = self.words.number_up_to(value, 2);
        if value > 0.0 && text != "0" { format!("+{text}") } else { text }
    }

    /// What a card holds that its picture only marks or leaves out: how far it goes, what its fields say, notes, evidence,
    /// links.
    pub(super) fn about_card(&self, card: &Card) -> String {
        let words = &self.words;
        let mut about = Vec::new();
        if self.map.conflicts.iter().any(|conflict| conflict.at == Some(Thing::Card(card.id))) {
            about.push(words!(words, "map-conflict"));
        }
        if let Some(until) = card.until
            && let Some(last) = self.map.steps().position(|(_, step)| step.id == until)
        {
            about.push(words!(words, "map-until", place = self.step_place(last)));
        }
        match &card.content {
            Content::Touchpoint(touchpoint) => {
                let channel = touchpoint.channel.filter(|_| !card.text.is_empty()).and_then(|channel| match channel {
                    Channel::Own(id) => self.map.own_channel(id).map(|own| own.name.clone()),
                    known => i18n::channel_word(words, known),
                });
                about.extend(channel);
                about.extend(touchpoint.service.map(|service| match service {
                    Service::Person => words!(words, "service-person"),
                    Service::Automated => words!(words, "service-automated"),
                    Service::SelfService => words!(words, "service-self"),
                }));
                if touchpoint.personalised {
                    about.push(words!(words, "map-personalised"));
                }
            }
            Content::Opportunity(opportunity) => about.push(match opportunity.state {
                OpportunityState::Idea => words!(words, "opportunity-idea"),
                OpportunityState::Planned => words!(words, "opportunity-planned"),
                OpportunityState::InProgress => words!(words, "opportunity-in-progress"),
                OpportunityState::Done => words!(words, "opportunity-done"),
                OpportunityState::Rejected => words!(words, "opportunity-rejected"),
            }),
            Content::Text | Content::PainPoint(_) => {
                if !card.owner.is_empty() {
                    about.push(words!(words, "map-owner", owner = card.owner.as_str()));
                }
            }
            Content::Metric(_) | Content::Image(_) | Content::Process => {}
        }
        if !card.notes.trim().is_empty() {
            about.push(words!(self.words, "map-notes", text = card.notes.trim()));
        }
        if !card.evidence.is_empty() {
            about.push(words!(self.words, "map-evidence-count", n = card.evidence.len()));
        }
        if !card.links.is_empty() {
            about.push(words!(self.words, "map-links-count", n = card.links.len()));
        }
        about.join(", ")
    }
}
