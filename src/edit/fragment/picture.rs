//! Pasting a picture that lies among the map's already.

use std::sync::Arc;

use super::target::Target;
use super::{NotPasted, Pasted};
use crate::edit::block::Row;
use crate::edit::command::Change;
use crate::edit::{Cursor, Edit, Selection};
use crate::model::{Card, Content, IdSource, Image, JourneyMap, Lane, LaneKind, Persona};

/// Makes an image card of a picture at the cursor's step: in the cursor's lane if that is one of pictures, else in the first
/// such lane, else in a new one. On a persona it becomes the portrait.
///
/// # Errors
/// When there is no step, or all lanes of pictures are locked.
pub fn paste_picture(map: &JourneyMap, cursor: Cursor, file: &str, ids: &mut IdSource) -> Result<Pasted, NotPasted> {
    if let Cursor::Persona(id) = cursor {
        let persona = map.persona(id).ok_or(NotPasted::NoPlace)?;
        let persona = Persona { portrait: file.to_owned(), ..(**persona).clone() };
        let change = Change { edit: Edit::SetPersona(Arc::new(persona)), selection: Selection::at(cursor) };
        return Ok(Pasted { change, notes: super::Notes::default() });
    }
    let mut target = Target::new(map, ids);
    let step = match cursor {
        Cursor::Cell { step, .. } | Cursor::Step(step) => step,
        Cursor::Stage(id) => map.stage(id).and_then(|stage| stage.steps.first()).ok_or(NotPasted::NoPlace)?.id,
        _ => target.steps.first().copied().ok_or(NotPasted::NoPlace)?,
    };
    let here = match cursor {
        Cursor::Cell { lane, .. } | Cursor::Lane(lane) => Some(lane),
        _ => None,
    };
    let of_pictures = || map.lanes.iter().filter(|lane| lane.kind == LaneKind::Images);
    let open = || of_pictures().filter(|lane| !lane.locked);
    let lane = match open().find(|lane| Some(lane.id) == here).or_else(|| open().find(|lane| !lane.hidden)) {
        Some(lane) => lane.id,
        None if of_pictures().any(|lane| lane.locked) => return Err(NotPasted::Locked),
        None => {
            let like = Lane::new(target.ids.fresh(), LaneKind::Images);
            target.add_lane(Some(&like)).lane
        }
    };
    let image = Image { file: file.to_owned(), alternative: String::new() };
    let card = Card::new(target.ids.fresh(), lane, "", Content::Image(image));
    let (id, at) = (card.id, Cursor::Cell { lane, step, persona: None });
    target.put(step, Row { lane, persona: None, kind: LaneKind::Images }, card);
    let mut pasted = target.finish(at, (0, 0), (1, 1))?;
    pasted.change.selection = Selection::card(at, id);
    Ok(pasted)
}
