//! The only code that changes a map.
//!
//! Every change is a value ([`Edit`]) that goes through one door ([`apply`]); it gives a new map that shares with the old
//! one whatever stayed the same. [`History`] keeps the maps. Must not know windows, words or files.

mod apply;
pub mod block;
pub mod command;
pub mod conflict;
pub mod connect;
pub mod copies;
mod document;
mod error;
pub mod fragment;
pub mod guard;
pub mod headings;
mod history;
mod label;
pub mod landing;
pub mod line;
pub mod motion;
pub mod quote;
pub mod scoring;
mod selection;
pub mod table;
pub mod wanted;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

pub use apply::{apply, clean_text, unchanged};
pub use document::Document;
pub use error::EditError;
pub use history::{Entry, History};
pub use label::{Label, label};
pub use line::write_line;
pub use selection::{Cursor, Selection};

use crate::model::{
    Branch, BusinessModel, BusinessStage, Card, CardId, Choice, Conflict, Content, Evidence, EvidenceId, Fact,
    JourneyMap, Lane, LaneId, LaneKind, Language, Link, Look, LossRates, MapLink, MapState, NamedMetric, OwnChannel,
    Persona, PersonaId, Phase, Reply, ReplyId, Risk, Score, Segment, Stage, StageId, Step, StepId,
};

/// A change of a map.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Several changes, one after the other, all or none.
    All(Vec<Edit>),
    /// Puts a text in place of another one.
    SetText {
        /// Which text.
        at: TextAt,
        /// What it says from now on.
        text: String,
    },
    /// Changes something about the whole map.
    SetMap(MapChange),
    /// Adds a stage (with its steps and cards) before the one that stands at `at`.
    InsertStage {
        /// 0…number of stages.
        at: usize,
        /// The stage; its ids must be new.
        stage: Arc<Stage>,
    },
    /// Removes a stage with its steps and their cards.
    RemoveStage(StageId),
    /// Moves a stage so that it stands at `to` afterwards. Its phase becomes that of its neighbours where it has to.
    MoveStage {
        /// Which stage.
        id: StageId,
        /// Its place afterwards.
        to: usize,
    },
    /// Changes something about a stage.
    SetStage(StageId, StageChange),
    /// Adds a step (with its cards) to a stage.
    InsertStep {
        /// Which stage.
        stage: StageId,
        /// Place within the stage.
        at: usize,
        /// The step; its ids must be new.
        step: Arc<Step>,
    },
    /// Removes a step with its cards. Cards that span it from before end one step earlier.
    RemoveStep(StepId),
    /// Moves a step with its cards so that it stands at `to` of `stage` afterwards.
    MoveStep {
        /// Which step.
        id: StepId,
        /// Its stage afterwards.
        stage: StageId,
        /// Its place in that stage afterwards.
        to: usize,
    },
    /// Changes something about a step.
    SetStep(StepId, StepChange),
    /// Sets how a persona feels at a step. A default score (unknown, nothing expected) leaves no trace.
    SetScore {
        /// Which step.
        step: StepId,
        /// Whose score.
        persona: PersonaId,
        /// What it is from now on.
        score: Score,
    },
    /// Adds an empty lane.
    InsertLane {
        /// 0…number of lanes.
        at: usize,
        /// The lane.
        lane: Arc<Lane>,
    },
    /// Removes a lane with its cards.
    RemoveLane(LaneId),
    /// Moves a lane so that it stands at `to` afterwards.
    MoveLane {
        /// Which lane.
        id: LaneId,
        /// Its place afterwards.
        to: usize,
    },
    /// Changes something about a lane.
    SetLane(LaneId, LaneChange),
    /// Adds a persona.
    InsertPersona {
        /// 0…number of personas.
        at: usize,
        /// The persona.
        persona: Arc<Persona>,
    },
    /// Removes a persona with its scores; cards that concerned only it concern all.
    RemovePersona(PersonaId),
    /// Moves a persona so that it stands at `to` afterwards.
    MovePersona {
        /// Which persona.
        id: PersonaId,
        /// Its place afterwards.
        to: usize,
    },
    /// Puts a persona in place of the one with the same id.
    SetPersona(Arc<Persona>),
    /// Adds a card.
    InsertCard {
        /// Where.
        place: Place,
        /// The card; its `lane` is set by a cell. Its content is converted to the lane's kind.
        card: Arc<Card>,
    },
    /// Removes cards; links and answers to them go too.
    RemoveCards(Vec<CardId>),
    /// Moves cards, in this order, so that the first stands at the place's index and the others after it. In a lane of
    /// another kind they keep their text and lose their content's data.
    MoveCards {
        /// Which cards.
        ids: Vec<CardId>,
        /// Where to; the index counts without the moved cards.
        to: Place,
    },
    /// Changes something about a card.
    SetCard(CardId, CardChange),
    /// Settles a conflict of a merge: what is chosen stands in the map. Refused where it fits no more.
    Resolve(Box<Conflict>, Choice),
    /// Puts another map in place of this one, under a name: what a merge made, what a file says now.
    Replace(Arc<JourneyMap>, Label),
}

/// A text of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextAt {
    /// The map's title.
    Title,
    /// The scenario.
    Scenario,
    /// Notes on the map.
    MapNotes,
    /// A phase's own name.
    PhaseName(Phase),
    /// A stage's name.
    StageName(StageId),
    /// Notes on a stage.
    StageNotes(StageId),
    /// A step's name.
    StepName(StepId),
    /// Notes on a step.
    StepNotes(StepId),
    /// A lane's own name.
    LaneName(LaneId),
    /// A persona's name.
    PersonaName(PersonaId),
    /// What a card says.
    CardText(CardId),
    /// Notes on a card.
    CardNotes(CardId),
    /// Who answers for a card.
    CardOwner(CardId),
    /// What a link says, from a card to another one.
    LinkLabel(CardId, CardId),
    /// When a branch is taken, from a step to another one.
    BranchLabel(StepId, StepId),
}

/// Where a card lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In a cell, before the card that stands at `at` of that cell.
    Cell {
        /// Which step.
        step: StepId,
        /// Which lane.
        lane: LaneId,
        /// 0…number of cards of that cell.
        at: usize,
    },
    /// In the tray, before the card that stands there.
    Tray {
        /// 0…number of cards of the tray.
        at: usize,
    },
}

/// Something about the whole map.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named as the field it sets, which is documented")]
pub enum MapChange {
    Language(Language),
    State(MapState),
    Date(Option<Date>),
    BusinessModel(Option<BusinessModel>),
    BusinessStage(Option<BusinessStage>),
    Omtm(Option<NamedMetric>),
    Metrics(Vec<NamedMetric>),
    /// How it looks, as a whole: a logo's file name must not lead out of the folder of images.
    Look(Box<Look>),
    Segments(Vec<Segment>),
    /// Channels still used by a touchpoint can't be left out.
    Channels(Vec<OwnChannel>),
    /// Mentions of evidence that is left out go too.
    Evidence(Vec<Evidence>),
    Facts(Vec<Fact>),
    LossRates(LossRates),
    Maps(Vec<MapLink>),
    /// Kept in alphabetical order, each name once.
    RulesOff(Vec<String>),
    /// What they name may be gone from the map.
    Replies(BTreeMap<ReplyId, Reply>),
}

/// Something about a stage.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named as the field it sets, which is documented")]
pub enum StageChange {
    /// Refused where phases would no longer be contiguous and in order.
    Phase(Option<Phase>),
    ExpectedTouchpoints(Option<u32>),
    ObservedTouchpoints(Option<u32>),
}

/// Something about a step.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named as the field it sets, which is documented")]
pub enum StepChange {
    MomentOfTruth(bool),
    Risk(Option<Risk>),
    ActiveMinutes(Option<u32>),
    WaitingMinutes(Option<u32>),
    Branches(Vec<Branch>),
    Width(Option<u16>),
}

/// Something about a lane.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named as the field it sets, which is documented")]
pub enum LaneChange {
    /// Cards keep their text; data of their content is lost where the kind differs.
    Kind(LaneKind),
    Color(Option<u8>),
    Height(Option<u16>),
    Collapsed(bool),
    Hidden(bool),
    Locked(bool),
}

/// Something about a card.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named as the field it sets, which is documented")]
pub enum CardChange {
    /// The last step it spans, not before its own; its own or none: no span.
    Until(Option<StepId>),
    Personas(Vec<PersonaId>),
    Links(Vec<Link>),
    Evidence(Vec<EvidenceId>),
    Votes(u32),
    Color(Option<u8>),
    /// Of the lane's kind.
    Content(Content),
}
