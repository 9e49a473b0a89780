//! Changes of personas.

use std::sync::Arc;

use super::mentions::settle;
use super::normal::Clean as _;
use super::{find, insert_at, shift_in};
use crate::edit::EditError;
use crate::model::check::{Thing, is_file_name};
use crate::model::{JourneyMap, Persona, PersonaId};

fn place(map: &JourneyMap, id: PersonaId) -> Result<usize, EditError> {
    find(&map.personas, Thing::Persona(id), |persona| persona.id == id)
}

/// A persona as it can enter the map.
fn prepared(map: &JourneyMap, persona: &Persona) -> Result<Persona, EditError> {
    let mut next = persona.clone();
    next.clean();
    if !is_file_name(&next.portrait) {
        return Err(EditError::FileName(next.portrait));
    }
    match next.segment.filter(|id| map.segments.iter().all(|segment| segment.id != *id)) {
        Some(segment) => Err(EditError::Missing(Thing::Segment(segment))),
        None => Ok(next),
    }
}

/// Adds a persona.
pub(super) fn insert(map: &mut JourneyMap, at: usize, persona: &Persona) -> Result<(), EditError> {
    if map.persona(persona.id).is_some() {
        return Err(EditError::Taken(Thing::Persona(persona.id)));
    }
    let next = prepared(map, persona)?;
    insert_at(&mut map.personas, at, Arc::new(next))
}

/// Removes a persona with its scores. Cards that concerned only it concern all.
pub(super) fn remove(map: &mut JourneyMap, id: PersonaId) -> Result<(), EditError> {
    let at = place(map, id)?;
    map.personas.remove(at);
    settle(map);
    Ok(())
}

/// Moves a persona.
pub(super) fn shift(map: &mut JourneyMap, id: PersonaId, to: usize) -> Result<(), EditError> {
    let from = place(map, id)?;
    shift_in(&mut map.personas, from, to)
}

/// Puts a persona in place of the one with the same id.
pub(super) fn set(map: &mut JourneyMap, persona: &Persona) -> Result<(), EditError> {
    let at = place(map, persona.id)?;
    let next = prepared(map, persona)?;
    if let Some(slot) = map.personas.get_mut(at)
        && **slot != next
    {
        *slot = Arc::new(next);
    }
    Ok(())
}
