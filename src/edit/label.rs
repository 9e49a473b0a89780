//! What an edit is called in the history: data, of which the window makes words.

use super::{CardChange, Edit, StepChange, TextAt};

/// What an edit did, and to how many things, so that undo can name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// The map as it was opened.
    Open,
    /// A map was put in place of another one: an import, a recovery.
    Replace,
    /// Took over what another program made of the file.
    Reload,
    /// Went back to a version that was saved before.
    Restore,
    /// Took over what was kept of a session that did not end well.
    Recover,
    /// Changed the map's title.
    Title,
    /// Changed the scenario.
    Scenario,
    /// Changed notes.
    Notes,
    /// Named a phase.
    PhaseName,
    /// Named stages.
    StageNames(usize),
    /// Named steps.
    StepNames(usize),
    /// Named lanes.
    LaneNames(usize),
    /// Named personas.
    PersonaNames(usize),
    /// Wrote on cards.
    CardTexts(usize),
    /// Changed who answers for cards.
    CardOwners(usize),
    /// Changed something about the whole map.
    Settings,
    /// How the map looks was changed.
    Look,
    /// Added stages.
    InsertStages(usize),
    /// Put copies of stages behind them.
    DuplicateStages(usize),
    /// Removed stages.
    RemoveStages(usize),
    /// Moved stages.
    MoveStages(usize),
    /// Changed stages.
    ChangeStages(usize),
    /// Added steps.
    InsertSteps(usize),
    /// Put copies of steps behind them.
    DuplicateSteps(usize),
    /// Removed steps.
    RemoveSteps(usize),
    /// Moved steps.
    MoveSteps(usize),
    /// Changed steps.
    ChangeSteps(usize),
    /// Set scores.
    Scores(usize),
    /// Added lanes.
    InsertLanes(usize),
    /// Removed lanes.
    RemoveLanes(usize),
    /// Moved lanes.
    MoveLanes(usize),
    /// Changed lanes.
    ChangeLanes(usize),
    /// Added personas.
    InsertPersonas(usize),
    /// Removed personas.
    RemovePersonas(usize),
    /// Moved personas.
    MovePersonas(usize),
    /// Changed personas.
    ChangePersonas(usize),
    /// Added cards.
    InsertCards(usize),
    /// Removed cards.
    RemoveCards(usize),
    /// Moved cards.
    MoveCards(usize),
    /// Changed cards.
    ChangeCards(usize),
    /// Added, removed or named links between cards.
    Links(usize),
    /// Added, removed or named branches between steps.
    Branches(usize),
    /// Added things of several kinds: what a paste does.
    Paste,
    /// Took in what another person made of the map.
    Merge,
    /// Took in the answers of a survey.
    Survey,
    /// Took in what readers of the page answered.
    Replies,
    /// Settled conflicts of a merge.
    Resolve(usize),
    /// Changes of several kinds.
    Several(usize),
}

/// What an edit is called.
pub fn label(edit: &Edit) -> Label {
    match edit {
        Edit::All(edits) => {
            let labels = edits.iter().map(label);
            labels.reduce(join).unwrap_or(Label::Several(0))
        }
        Edit::SetText { at, .. } => match at {
            TextAt::Title => Label::Title,
            TextAt::Scenario => Label::Scenario,
            TextAt::MapNotes | TextAt::StageNotes(_) | TextAt::StepNotes(_) | TextAt::CardNotes(_) => Label::Notes,
            TextAt::PhaseName(_) => Label::PhaseName,
            TextAt::StageName(_) => Label::StageNames(1),
            TextAt::StepName(_) => Label::StepNames(1),
            TextAt::LaneName(_) => Label::LaneNames(1),
            TextAt::PersonaName(_) => Label::PersonaNames(1),
            TextAt::CardText(_) => Label::CardTexts(1),
            TextAt::CardOwner(_) => Label::CardOwners(1),
            TextAt::LinkLabel(..) => Label::Links(1),
            TextAt::BranchLabel(..) => Label::Branches(1),
        },
        Edit::SetMap(super::MapChange::Look(_)) => Label::Look,
        Edit::SetMap(super::MapChange::Replies(_)) => Label::Replies,
        Edit::SetMap(_) => Label::Settings,
        Edit::InsertStage { .. } => Label::InsertStages(1),
        Edit::RemoveStage(_) => Label::RemoveStages(1),
        Edit::MoveStage { .. } => Label::MoveStages(1),
        Edit::SetStage(..) => Label::ChangeStages(1),
        Edit::InsertStep { .. } => Label::InsertSteps(1),
        Edit::RemoveStep(_) => Label::RemoveSteps(1),
        Edit::MoveStep { .. } => Label::MoveSteps(1),
        Edit::SetStep(_, StepChange::Branches(_)) => Label::Branches(1),
        Edit::SetStep(..) => Label::ChangeSteps(1),
        Edit::SetScore { .. } => Label::Scores(1),
        Edit::InsertLane { .. } => Label::InsertLanes(1),
        Edit::RemoveLane(_) => Label::RemoveLanes(1),
        Edit::MoveLane { .. } => Label::MoveLanes(1),
        Edit::SetLane(..) => Label::ChangeLanes(1),
        Edit::InsertPersona { .. } => Label::InsertPersonas(1),
        Edit::RemovePersona(_) => Label::RemovePersonas(1),
        Edit::MovePersona { .. } => Label::MovePersonas(1),
        Edit::SetPersona(_) => Label::ChangePersonas(1),
        Edit::InsertCard { .. } => Label::InsertCards(1),
        Edit::RemoveCards(ids) => Label::RemoveCards(ids.len()),
        Edit::MoveCards { ids, .. } => Label::MoveCards(ids.len()),
        Edit::SetCard(_, CardChange::Links(_)) => Label::Links(1),
        Edit::SetCard(..) => Label::ChangeCards(1),
        Edit::Resolve(..) => Label::Resolve(1),
        Edit::Replace(_, name) => *name,
    }
}

/// What two changes in a row are called together.
fn join(first: Label, second: Label) -> Label {
    let number = first.count() + second.count();
    if std::mem::discriminant(&first) == std::mem::discriminant(&second) {
        return first.with_count(number);
    }
    let added = |label: Label| {
        matches!(
            label,
            Label::InsertStages(_) | Label::InsertSteps(_) | Label::InsertCards(_) | Label::Scores(_) | Label::Paste
        )
    };
    match (first, second) {
        // Writing on a card often fills its fields too: that is still writing.
        (Label::CardTexts(n), Label::ChangeCards(_) | Label::CardOwners(_) | Label::Notes) => Label::CardTexts(n),
        // A card that is made at the end of an arrow.
        (Label::InsertCards(n), Label::Links(_)) => Label::InsertCards(n),
        // What lands in another lane may fill its fields, and copies are tied to each other.
        (Label::MoveCards(n), Label::ChangeCards(_) | Label::CardTexts(_) | Label::CardOwners(_)) => {
            Label::MoveCards(n)
        }
        (Label::InsertCards(n), Label::ChangeCards(_)) => Label::InsertCards(n),
        _ if added(first) && added(second) => Label::Paste,
        _ => Label::Several(number),
    }
}

impl Label {
    /// How many things it is about; 1 where it doesn't count.
    pub fn count(mut self) -> usize {
        self.counted().map_or(1, |n| *n)
    }

    fn with_count(mut self, number: usize) -> Self {
        if let Some(n) = self.counted() {
            *n = number;
        }
        self
    }

    const fn counted(&mut self) -> Option<&mut usize> {
        match self {
            Self::Open
            | Self::Replace
            | Self::Reload
            | Self::Restore
            | Self::Recover
            | Self::Title
            | Self::Scenario
            | Self::Notes
            | Self::PhaseName
            | Self::Settings
            | Self::Look
            | Self::Merge
            | Self::Survey
            | Self::Replies
            | Self::Paste => None,
            Self::StageNames(n)
            | Self::StepNames(n)
            | Self::LaneNames(n)
            | Self::PersonaNames(n)
            | Self::CardTexts(n)
            | Self::CardOwners(n)
            | Self::InsertStages(n)
            | Self::DuplicateStages(n)
            | Self::RemoveStages(n)
            | Self::MoveStages(n)
            | Self::ChangeStages(n)
            | Self::InsertSteps(n)
            | Self::DuplicateSteps(n)
            | Self::RemoveSteps(n)
            | Self::MoveSteps(n)
            | Self::ChangeSteps(n)
            | Self::Scores(n)
            | Self::InsertLanes(n)
            | Self::RemoveLanes(n)
            | Self::MoveLanes(n)
            | Self::ChangeLanes(n)
            | Self::InsertPersonas(n)
            | Self::RemovePersonas(n)
            | Self::MovePersonas(n)
            | Self::ChangePersonas(n)
            | Self::InsertCards(n)
            | Self::RemoveCards(n)
            | Self::MoveCards(n)
            | Self::ChangeCards(n)
            | Self::Links(n)
            | Self::Branches(n)
            | Self::Resolve(n)
            | Self::Several(n) => Some(n),
        }
    }
}
