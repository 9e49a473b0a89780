//! Changes of texts: what typing does, so the fastest of all.

use super::cards::update_card;
use super::{clean_text, find, lane_place, stage_place, unlocked, update, update_step};
use crate::edit::{EditError, TextAt};
use crate::model::JourneyMap;
use crate::model::check::Thing;

/// Puts a text in place of another one.
pub(super) fn set(map: &mut JourneyMap, at: TextAt, text: &str) -> Result<(), EditError> {
    let text = clean_text(text);
    let put = |slot: &mut String| {
        if *slot != text {
            *slot = text.clone().into_owned();
        }
    };
    match at {
        TextAt::Title => put(&mut map.title),
        TextAt::Scenario => put(&mut map.scenario),
        TextAt::MapNotes => put(&mut map.notes),
        TextAt::PhaseName(phase) => put(map.phases.get_mut(phase)),
        TextAt::StageName(id) | TextAt::StageNotes(id) => {
            let place = stage_place(map, id)?;
            let Some(stage) = map.stages.get_mut(place) else { return Ok(()) };
            update(stage, |stage| {
                put(if matches!(at, TextAt::StageName(_)) { &mut stage.name } else { &mut stage.notes });
                Ok(())
            })?;
        }
        TextAt::StepName(id) | TextAt::StepNotes(id) => update_step(map, id, |step| {
            put(if matches!(at, TextAt::StepName(_)) { &mut step.name } else { &mut step.notes });
            Ok(())
        })?,
        TextAt::LaneName(id) => {
            let place = lane_place(map, id)?;
            unlocked(map, id)?;
            let Some(lane) = map.lanes.get_mut(place) else { return Ok(()) };
            update(lane, |lane| {
                put(&mut lane.name);
                Ok(())
            })?;
        }
        TextAt::PersonaName(id) => {
            let place = find(&map.personas, Thing::Persona(id), |persona| persona.id == id)?;
            let Some(persona) = map.personas.get_mut(place) else { return Ok(()) };
            update(persona, |persona| {
                put(&mut persona.name);
                Ok(())
            })?;
        }
        TextAt::CardText(id) | TextAt::CardNotes(id) | TextAt::CardOwner(id) => {
            update_card(map, id, |card| {
                put(match at {
                    TextAt::CardNotes(_) => &mut card.notes,
                    TextAt::CardOwner(_) => &mut card.owner,
                    _ => &mut card.text,
                });
                Ok(())
            })?;
        }
        TextAt::LinkLabel(from, to) => update_card(map, from, |card| {
            let link = card.links.iter_mut().find(|link| link.to == to);
            put(&mut link.ok_or(EditError::Missing(Thing::Card(to)))?.label);
            Ok(())
        })?,
        TextAt::BranchLabel(from, to) => update_step(map, from, |step| {
            let branch = step.branches.iter_mut().find(|branch| branch.to == to);
            put(&mut branch.ok_or(EditError::Missing(Thing::Step(to)))?.label);
            Ok(())
        })?,
    }
    Ok(())
}
