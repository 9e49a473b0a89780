//! Undo labels and refused edits, in words.

use crate::edit::{EditError, Label};
use crate::i18n::Words;
use crate::words;

/// What an undo step is called.
pub(super) fn label(words: &Words, label: Label) -> String {
    match label {
        Label::Open => words!(words, "edit-open"),
        Label::Replace => words!(words, "edit-replace"),
        Label::Reload => words!(words, "edit-reload"),
        Label::Restore => words!(words, "edit-restore"),
        Label::Recover => words!(words, "edit-recover"),
        Label::Title => words!(words, "edit-title"),
        Label::Scenario => words!(words, "edit-scenario"),
        Label::Notes => words!(words, "edit-notes"),
        Label::PhaseName => words!(words, "edit-phase-name"),
        Label::StageNames(n) => words!(words, "edit-stage-names", n = n),
        Label::StepNames(n) => words!(words, "edit-step-names", n = n),
        Label::LaneNames(n) => words!(words, "edit-lane-names", n = n),
        Label::PersonaNames(n) => words!(words, "edit-persona-names", n = n),
        Label::CardTexts(n) => words!(words, "edit-card-texts", n = n),
        Label::CardOwners(n) => words!(words, "edit-card-owners", n = n),
        Label::Settings => words!(words, "edit-settings"),
        Label::Replies => words!(words, "edit-replies"),
        Label::Look => words!(words, "edit-look"),
        Label::Survey => words!(words, "edit-survey"),
        Label::InsertStages(n) => words!(words, "edit-insert-stages", n = n),
        Label::DuplicateStages(n) => words!(words, "edit-duplicate-stages", n = n),
        Label::RemoveStages(n) => words!(words, "edit-remove-stages", n = n),
        Label::MoveStages(n) => words!(words, "edit-move-stages", n = n),
        Label::ChangeStages(n) => words!(words, "edit-change-stages", n = n),
        Label::InsertSteps(n) => words!(words, "edit-insert-steps", n = n),
        Label::DuplicateSteps(n) => words!(words, "edit-duplicate-steps", n = n),
        Label::RemoveSteps(n) => words!(words, "edit-remove-steps", n = n),
        Label::MoveSteps(n) => words!(words, "edit-move-steps", n = n),
        Label::ChangeSteps(n) => words!(words, "edit-change-steps", n = n),
        Label::Scores(n) => words!(words, "edit-scores", n = n),
        Label::InsertLanes(n) => words!(words, "edit-insert-lanes", n = n),
        Label::RemoveLanes(n) => words!(words, "edit-remove-lanes", n = n),
        Label::MoveLanes(n) => words!(words, "edit-move-lanes", n = n),
        Label::ChangeLanes(n) => words!(words, "edit-change-lanes", n = n),
        Label::InsertPersonas(n) => words!(words, "edit-insert-personas", n = n),
        Label::RemovePersonas(n) => words!(words, "edit-remove-personas", n = n),
        Label::MovePersonas(n) => words!(words, "edit-move-personas", n = n),
        Label::ChangePersonas(n) => words!(words, "edit-change-personas", n = n),
        Label::InsertCards(n) => words!(words, "edit-insert-cards", n = n),
        Label::RemoveCards(n) => words!(words, "edit-remove-cards", n = n),
        Label::MoveCards(n) => words!(words, "edit-move-cards", n = n),
        Label::ChangeCards(n) => words!(words, "edit-change-cards", n = n),
        Label::Links(n) => words!(words, "edit-links", n = n),
        Label::Branches(n) => words!(words, "edit-branches", n = n),
        Label::Paste => words!(words, "edit-paste"),
        Label::Merge => words!(words, "edit-merge"),
        Label::Resolve(n) => words!(words, "edit-resolve", n = n),
        Label::Several(n) => words!(words, "edit-several", n = n),
    }
}

/// Why an edit was refused, and what to do.
pub(super) fn edit_error(words: &Words, error: &EditError) -> String {
    match error {
        EditError::ReadOnly => words!(words, "edit-read-only"),
        EditError::Locked(_) => words!(words, "edit-lane-locked"),
        EditError::LaneWithoutCards(_) => words!(words, "edit-lane-without-cards"),
        EditError::NoConflict => words!(words, "edit-no-conflict"),
        EditError::Misfit | EditError::Invalid(_) => words!(words, "edit-misfit"),
        other => words!(words, "edit-not-possible", what = other.to_string()),
    }
}
