//! A mapping laid over a table and a map: which cell goes where.

use super::{Needed, SurveyError};
use crate::i18n::{means, name_key, same_name};
use crate::import::table::{Fields, Table};
use crate::model::{
    AnswerTest, CardId, Content, IdSource, JourneyMap, Named, PersonaId, Respondents, ScoreState, Step, StepId,
    SurveyFigure, SurveyMapping, SurveyTarget,
};

/// Something of a mapping that is not in this file or map, and so doesn't come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file has no such column.
    Column(String),
    /// The map has no such step.
    Step(String),
    /// The map has no such touchpoint.
    Touchpoint(String),
    /// The map has no such persona.
    Persona(String),
    /// The map says that this persona takes no part in this step: the answers stay out until somebody changes that.
    NotInvolved {
        /// The persona.
        persona: String,
        /// The step.
        step: String,
    },
}

/// What scores are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A step.
    Step(StepId),
    /// A touchpoint.
    Touchpoint(CardId),
}

/// Where a column's answers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To a slot, by its place.
    Slot(usize),
    /// To a metric, by its place.
    Metric(usize),
}

/// Which respondents stand for a persona.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub(super) persona: usize,
    pub(super) column: usize,
    pub(super) values: Vec<String>,
}

/// Whether what a cell says is a value of a group: it says it, or says it without its tone marks where no group of that
/// column knows another value that is said so.
pub(super) fn belongs(cell: &str, group: &Group, groups: &[Group]) -> bool {
    let known = || groups.iter().filter(|other| other.column == group.column).flat_map(|other| &other.values);
    group.values.iter().any(|value| means(cell, value, known().map(String::as_str)))
}

/// A mapping laid over a table and a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Wiring {
    /// What scores are counted for: steps in the map's order, then touchpoints.
    pub slots: Vec<Slot>,
    /// What metrics are counted, and under which names.
    pub metrics: Vec<(SurveyFigure, String)>,
    /// Whose scores are counted.
    pub personas: Vec<PersonaId>,
    /// Steps that the map gets, in the order of the columns.
    pub added: Vec<(StepId, String)>,
    /// What doesn't come in.
    pub problems: Vec<Problem>,
    /// Use of the mapping, column of the table, where to.
    pub(super) ways: Vec<(usize, usize, Way)>,
    /// None: everybody stands for all personas.
    pub(super) groups: Option<Vec<Group>>,
    pub(super) weight: Option<usize>,
    /// Exclusion of the mapping, column of the table.
    pub(super) exclusions: Vec<(usize, usize)>,
    /// How many slots are steps.
    pub(super) steps: usize,
}

impl Wiring {
    /// Lays a mapping over a table and a map.
    ///
    /// # Errors
    /// When a column is missing without which other answers would be counted than were meant, when the map has no persona,
    /// or nothing is left.
    pub fn new(
        map: &JourneyMap,
        table: &Table,
        mapping: &SurveyMapping,
        ids: &mut IdSource,
    ) -> Result<Self, SurveyError> {
        let mut problems = Vec::new();
        let needed = |column: &String, needed: Needed| {
            table.column(column).ok_or_else(|| SurveyError::MissingColumn { column: column.clone(), needed })
        };
        let (personas, groups) = respondents(map, mapping, &needed, &mut problems)?;
        let weight = mapping.weight.as_ref().map(|column| needed(column, Needed::Weight)).transpose()?;
        let mut exclusions = Vec::new();
        for (which, exclusion) in mapping.exclusions.iter().enumerate() {
            exclusions.push((which, needed(&exclusion.column, Needed::Exclusion)?));
        }
        let mut added: Vec<(StepId, String)> = Vec::new();
        let mut metrics: Vec<(SurveyFigure, String)> = Vec::new();
        let mut found: Vec<(usize, usize, Target)> = Vec::new();
        for (which, wanted) in mapping.columns.iter().enumerate() {
            let Some(column) = table.column(&wanted.column) else {
                problems.push(Problem::Column(wanted.column.clone()));
                continue;
            };
            let target = match &wanted.target {
                SurveyTarget::Step(named) => match step(map, named) {
                    Some(id) => Target::Slot(Slot::Step(id)),
                    None if mapping.add_steps && !named.name.trim().is_empty() => {
                        let known = added.iter().find(|(_, name)| same_name(name, &named.name)).map(|(id, _)| *id);
                        let id = known.unwrap_or_else(|| {
                            let id = named.id.unwrap_or_else(|| ids.fresh());
                            added.push((id, named.name.clone()));
                            id
                        });
                        Target::Slot(Slot::Step(id))
                    }
                    None => {
                        problems.push(Problem::Step(named.name.clone()));
                        continue;
                    }
                },
                SurveyTarget::Touchpoint { card, step } => match touchpoint(map, card, step) {
                    Some(id) => Target::Slot(Slot::Touchpoint(id)),
                    None => {
                        problems.push(Problem::Touchpoint(card.name.clone()));
                        continue;
                    }
                },
                SurveyTarget::Metric { figure, name } => {
                    let place = metrics
                        .iter()
                        .position(|known| known.0 == *figure && (known.1 == *name || same_name(&known.1, name)));
                    Target::Metric(place.unwrap_or_else(|| {
                        metrics.push((*figure, name.clone()));
                        metrics.len() - 1
                    }))
                }
            };
            found.push((which, column, target));
        }
        if found.is_empty() {
            return Err(SurveyError::NothingMatched(problems));
        }
        let slots = slots(map, &found, &added);
        for (step, persona) in slots.iter().flat_map(|slot| personas.iter().map(move |persona| (slot, persona))) {
            if let &Slot::Step(id) = step
                && takes_no_part(map, id, *persona)
                && let (Some(step), Some(persona)) = (map.step(id), map.persona(*persona))
            {
                problems.push(Problem::NotInvolved { persona: persona.name.clone(), step: step.name.clone() });
            }
        }
        let steps = slots.iter().filter(|slot| matches!(slot, Slot::Step(_))).count();
        let way = |target: &Target| match target {
            Target::Slot(slot) => slots.iter().position(|known| known == slot).map(Way::Slot),
            Target::Metric(place) => Some(Way::Metric(*place)),
        };
        let ways = found.iter().filter_map(|(which, column, target)| Some((*which, *column, way(target)?))).collect();
        Ok(Self { slots, metrics, personas, added, problems, ways, groups, weight, exclusions, steps })
    }

    /// Whether a row says more than there are headings for: its cells have slipped.
    pub(super) fn is_too_long(table: &Table, fields: &Fields) -> bool {
        (table.columns.len()..fields.len()).any(|at| !fields.bytes(at).trim_ascii().is_empty())
    }
}

/// Whether somebody said that a persona has nothing to do with a step. An import says nothing against it.
pub(super) fn takes_no_part(map: &JourneyMap, step: StepId, persona: PersonaId) -> bool {
    map.step(step).is_some_and(|step| step.score(persona).state == ScoreState::NotInvolved)
}

enum Target {
    Slot(Slot),
    Metric(usize),
}

/// The slots that are needed: steps in the map's order, the new ones behind them, then touchpoints.
fn slots(map: &JourneyMap, found: &[(usize, usize, Target)], added: &[(StepId, String)]) -> Vec<Slot> {
    let wanted =
        |slot: Slot| found.iter().any(|(_, _, target)| matches!(target, Target::Slot(known) if *known == slot));
    let steps = map.steps().map(|(_, step)| step.id).chain(added.iter().map(|(id, _)| *id)).map(Slot::Step);
    let cards = map.cards().map(|(_, card)| Slot::Touchpoint(card.id));
    steps.chain(cards).filter(|slot| wanted(*slot)).collect()
}

type Found = (Vec<PersonaId>, Option<Vec<Group>>);

fn respondents(
    map: &JourneyMap,
    mapping: &SurveyMapping,
    needed: &dyn Fn(&String, Needed) -> Result<usize, SurveyError>,
    problems: &mut Vec<Problem>,
) -> Result<Found, SurveyError> {
    let mut find = |named: &Named<crate::model::Persona>| {
        let by_id = named.id.and_then(|id| map.persona(id));
        let all = || map.personas.iter().map(|persona| persona.name.as_str());
        let found = by_id.or_else(|| map.personas.iter().find(|persona| means(&named.name, &persona.name, all())));
        if found.is_none() {
            problems.push(Problem::Persona(named.name.clone()));
        }
        found.map(|persona| persona.id)
    };
    let (personas, groups) = match &mapping.respondents {
        Respondents::Everybody => (map.personas.iter().map(|persona| persona.id).collect(), None),
        Respondents::One(named) => (find(named).into_iter().collect(), None),
        Respondents::Groups(wanted) => {
            let mut personas: Vec<PersonaId> = Vec::new();
            let mut groups = Vec::new();
            for group in wanted {
                let column = needed(&group.column, Needed::Respondents)?;
                let Some(id) = find(&group.persona) else { continue };
                let persona = personas.iter().position(|known| *known == id).unwrap_or_else(|| {
                    personas.push(id);
                    personas.len() - 1
                });
                groups.push(Group { persona, column, values: group.values.clone() });
            }
            (personas, Some(groups))
        }
    };
    if personas.is_empty() { Err(SurveyError::NoPersona) } else { Ok((personas, groups)) }
}

fn step(map: &JourneyMap, named: &Named<Step>) -> Option<StepId> {
    let by_id = named.id.and_then(|id| map.step(id)).map(|step| step.id);
    by_id.or_else(|| {
        let all = || map.steps().map(|(_, step)| step.name.as_str());
        let mut alike = map.steps().filter(|(_, step)| means(&named.name, &step.name, all()));
        alike.next().map(|(_, step)| step.id)
    })
}

fn touchpoint(map: &JourneyMap, card: &Named<crate::model::Card>, at: &Named<Step>) -> Option<CardId> {
    let is = |card: &crate::model::Card| matches!(card.content, Content::Touchpoint(_));
    let by_id = card.id.and_then(|id| map.card(id)).filter(|(step, found)| step.is_some() && is(found));
    by_id.map(|(_, card)| card.id).or_else(|| {
        let step = step(map, at)?;
        let cards = &map.step(step)?.cards;
        let all = || cards.iter().filter(|card| is(card)).map(|card| card.text.as_str());
        cards.iter().find(|found| is(found) && means(&card.name, &found.text, all())).map(|card| card.id)
    })
}

/// Whether what a cell says passes a test.
pub(super) fn passes(test: &AnswerTest, cell: &str) -> bool {
    let cell = cell.trim();
    let is_one = |values: &[String]| {
        let number: Option<f64> = cell.parse().ok();
        let said = name_key(cell);
        values.iter().any(|value| name_key(value) == said || number.is_some() && value.trim().parse().ok() == number)
    };
    let number = super::read::number(cell);
    match test {
        AnswerTest::Is(values) => is_one(values),
        AnswerTest::IsNot(values) => !is_one(values),
        AnswerTest::Below(limit) => number.is_some_and(|number| number < *limit),
        AnswerTest::Above(limit) => number.is_some_and(|number| number > *limit),
    }
}
