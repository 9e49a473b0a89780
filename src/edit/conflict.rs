//! Conflicts of a merge as a person settles them: several at once. Must not know windows.

use super::{Edit, apply};
use crate::model::{Choice, Conflict, JourneyMap};

/// Settles every open conflict in the same way, but for those whose value no longer fits: they stay open. None where nothing
/// can be settled.
pub fn resolve_all(map: &JourneyMap, choice: Choice) -> Option<Edit> {
    let mut now = map.clone();
    let mut edits = Vec::new();
    for conflict in &map.conflicts {
        let edit = resolve(conflict, choice);
        if let Ok(next) = apply(&now, &edit) {
            now = next;
            edits.push(edit);
        }
    }
    (!edits.is_empty()).then_some(Edit::All(edits))
}

/// Settles a conflict.
pub fn resolve(conflict: &Conflict, choice: Choice) -> Edit {
    Edit::Resolve(Box::new(conflict.clone()), choice)
}
