//! A map being made of a table: stages and steps by name, lanes by name and kind, cards, feelings; and what wasn't plain. Must
//! not know how tables are laid out.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::edited::Beside;
use super::feeling::{self, Feeling};
use super::sheet::Sheet;
use super::{Note, What};
use crate::edit::line::parse_line;
use crate::i18n::{Words, channel_by_name, folded, lane_kind_word, name_key, same_name};
use crate::model::{
    Card, CardId, Channel, Emotion, FeelingScale, IdSource, JourneyMap, Lane, LaneId, LaneKind, Language, OwnChannel,
    Persona, PersonaId, Phase, Score, ScoreState, Stage, Step,
};

/// The most steps, and the most cards, of a map that is made of a table.
pub(super) const MOST_STEPS: usize = 5_000;
const MOST_CARDS: usize = 100_000;
const MOST_LANES: usize = 500;
const MOST_PERSONAS: usize = 200;

/// A map being made.
pub(super) struct Draft<'a> {
    pub(super) map: JourneyMap,
    pub(super) notes: Vec<Note>,
    /// The line that each card was made of.
    pub(super) lines: BTreeMap<CardId, String>,
    /// The usual names of lanes.
    usual: [Words; 2],
    pub(super) ids: &'a mut IdSource,
    /// What the persona is called whose feelings no name stands beside.
    somebody: &'a str,
    /// The figures of feelings that were read, and whether one bore a sign.
    figures: Vec<f64>,
    signed: bool,
    cards: usize,
    steps: usize,
    /// Stages by name, and steps by stage and name; of equals the last. A list names them in every row.
    stages_called: HashMap<String, usize>,
    steps_called: HashMap<(usize, String), usize>,
    /// The rows of a grid of ours that weren't met yet, in their order.
    pub(super) expected: Vec<OwnRow>,
    /// What a grid of ours and its lists say of each other.
    pub(super) beside: Beside,
}

/// A row of a grid of ours, as the lists beside it say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnRow {
    /// What the row is called.
    pub(super) called: String,
    /// What its lane is about.
    pub(super) kind: LaneKind,
    /// What its lane is called; empty: as its kind.
    pub(super) lane: String,
    /// Whose feelings it holds.
    pub(super) persona: Option<PersonaId>,
    /// What the grid calls the lane or the persona now.
    pub(super) now: Option<String>,
}

/// Where a card goes: the place of a stage, and of a step in it.
pub(super) type At = (usize, usize);

impl<'a> Draft<'a> {
    pub(super) fn new(somebody: &'a str, ids: &'a mut IdSource) -> Self {
        Self {
            map: JourneyMap::default(),
            notes: Vec::new(),
            lines: BTreeMap::new(),
            usual: Language::ALL.map(Words::new),
            ids,
            somebody,
            figures: Vec::new(),
            signed: false,
            cards: 0,
            steps: 0,
            stages_called: HashMap::new(),
            steps_called: HashMap::new(),
            expected: Vec::new(),
            beside: Beside::default(),
        }
    }

    pub(super) fn note(&mut self, row: u64, what: What) {
        self.notes.push(Note { row, what });
    }

    /// Says where letters couldn't be read.
    pub(super) fn look_for_broken(&mut self, sheet: &Sheet) {
        let is_broken = |row: &Vec<String>| row.iter().filter(|cell| cell.contains('\u{fffd}')).count();
        let cells = sheet.rows.iter().map(is_broken).sum();
        if let Some(first) = sheet.rows.iter().position(|row| is_broken(row) > 0) {
            self.note(sheet.number(first), What::BrokenLetters { cells });
        }
    }

    /// A new stage; its place.
    pub(super) fn stage(&mut self, name: &str, phase: Option<Phase>) -> usize {
        let mut stage = Stage::new(self.ids.fresh(), one_line(name));
        stage.phase = phase;
        let place = self.map.stages.len();
        self.stages_called.extend(name_key(&stage.name).map(|key| (key, place)));
        self.map.stages.push(Arc::new(stage));
        place
    }

    /// The last stage that is called so.
    pub(super) fn stage_called(&self, name: &str) -> Option<usize> {
        self.stages_called.get(&name_key(name)?).copied()
    }

    /// The last step of a stage that is called so.
    pub(super) fn step_called(&self, stage: usize, name: &str) -> Option<At> {
        self.steps_called.get(&(stage, name_key(name)?)).map(|step| (stage, *step))
    }

    /// What the rows of a grid of ours are called, in their order.
    pub(super) fn expect(&mut self, rows: Vec<OwnRow>) {
        self.expected = rows;
    }

    /// The next row that is expected under this name.
    pub(super) fn expected_row(&mut self, called: &str) -> Option<OwnRow> {
        let place = self.expected.iter().position(|row| row.called == called)?;
        Some(self.expected.remove(place))
    }

    /// A new step at the end of a stage; none where there are too many.
    pub(super) fn step(&mut self, stage: usize, name: &str) -> Option<At> {
        if self.steps >= MOST_STEPS {
            self.too_many(MOST_STEPS);
            return None;
        }
        let stage_of = Arc::make_mut(self.map.stages.get_mut(stage)?);
        let step = Step::new(self.ids.fresh(), one_line(name));
        let place = stage_of.steps.len();
        self.steps_called.extend(name_key(&step.name).map(|key| ((stage, key), place)));
        stage_of.steps.push(Arc::new(step));
        self.steps += 1;
        Some((stage, place))
    }

    pub(super) fn step_mut(&mut self, (stage, step): At) -> Option<&mut Step> {
        Some(Arc::make_mut(Arc::make_mut(self.map.stages.get_mut(stage)?).steps.get_mut(step)?))
    }

    pub(super) fn too_many(&mut self, most: usize) {
        let what = What::TooMany { most };
        if self.notes.iter().all(|note| note.what != what) {
            self.note(0, what);
        }
    }

    /// The lane of this kind and name, which is made where it isn't there; a name that only says the kind is none.
    pub(super) fn lane(&mut self, kind: LaneKind, name: &str) -> LaneId {
        let name = one_line(name);
        let name = if self.is_usual(kind, &name) { String::new() } else { name };
        let known = self.map.lanes.iter().find(|lane| lane.kind == kind && lane.name == name);
        if let Some(lane) = known {
            return lane.id;
        }
        self.new_lane(kind, &name)
    }

    /// Whether this is what lanes of a kind are called that have no name of their own.
    pub(super) fn is_usual(&self, kind: LaneKind, name: &str) -> bool {
        self.usual.iter().any(|words| folded(&lane_kind_word(words, kind)) == folded(name))
    }

    /// A new lane of this kind and name.
    pub(super) fn new_lane(&mut self, kind: LaneKind, name: &str) -> LaneId {
        if let Some(last) = self.map.lanes.last().filter(|_| self.map.lanes.len() >= MOST_LANES).map(|lane| lane.id) {
            self.too_many(MOST_LANES);
            return last;
        }
        let lane = Lane { name: name.to_owned(), ..Lane::new(self.ids.fresh(), kind) };
        let id = lane.id;
        self.map.lanes.push(Arc::new(lane));
        id
    }

    /// Says on which scale figures of feelings were read. Small ones without a sign may be bad marks of another scale.
    pub(super) fn say_scale(&mut self, scale: Option<FeelingScale>) {
        let Some(scale) = scale.filter(|_| !self.figures.is_empty()) else { return };
        let hundredths = |end: f64| (end * 100.0).round() as i32;
        let small = self.figures.iter().all(|figure| (0.0..=2.0).contains(figure));
        let other = self.figures.iter().any(|figure| *figure > 0.0);
        let doubtful = scale == FeelingScale::OWN && small && other && !self.signed;
        self.note(0, What::Scale { worst: hundredths(scale.worst), best: hundredths(scale.best), doubtful });
    }

    /// The persona of this name, who is made where there is none; an empty name is somebody's.
    pub(super) fn persona(&mut self, name: &str) -> Option<PersonaId> {
        let name = one_line(name);
        let nobody = name.is_empty() && !self.somebody.is_empty();
        let name = if nobody { self.somebody.to_owned() } else { name };
        let exactly = self.map.personas.iter().find(|persona| persona.name == name);
        let known = exactly.or_else(|| self.map.personas.iter().find(|persona| same_name(&persona.name, &name)));
        if let Some(known) = known {
            return Some(known.id);
        }
        if self.map.personas.len() >= MOST_PERSONAS {
            self.too_many(MOST_PERSONAS);
            return None;
        }
        if nobody {
            self.note(0, What::Somebody { name: name.clone() });
        }
        let persona = Persona::new(self.ids.fresh(), name);
        let id = persona.id;
        self.map.personas.push(Arc::new(persona));
        Some(id)
    }

    /// The channel that is called so: of the catalogue, or one of the map's own.
    pub(super) fn channel(&mut self, name: &str) -> Channel {
        let known = channel_by_name(name).or_else(|| {
            let own = self.map.channels.iter().find(|own| same_name(&own.name, name));
            own.map(|own| Channel::Own(own.id))
        });
        known.unwrap_or_else(|| {
            let own = OwnChannel::new(self.ids.fresh(), one_line(name));
            let id = own.id;
            self.map.channels.push(own);
            Channel::Own(id)
        })
    }

    /// A card of a typed line at a step; in the tray without one.
    pub(super) fn card(&mut self, at: Option<At>, lane: LaneId, line: &str) -> Option<&mut Card> {
        let kind = self.map.lane(lane).map(|lane| lane.kind)?;
        let own = &self.map.channels;
        let read = parse_line(kind, line, &|name| {
            let own = || own.iter().find(|own| same_name(&own.name, name)).map(|own| Channel::Own(own.id));
            channel_by_name(name).or_else(own)
        });
        if read.text.is_empty()
            && read.owner.is_empty()
            && kind.content().is_none_or(|kind| kind.empty() == read.content)
        {
            return None;
        }
        let card = Card { owner: read.owner, ..Card::new(self.ids.fresh(), lane, read.text, read.content) };
        self.lines.insert(card.id, line.to_owned());
        self.put(at, card)
    }

    /// Puts a card at a step, or into the tray.
    pub(super) fn put(&mut self, at: Option<At>, card: Card) -> Option<&mut Card> {
        if self.cards >= MOST_CARDS {
            self.too_many(MOST_CARDS);
            return None;
        }
        self.cards += 1;
        let cards = match at {
            Some((stage, step)) => {
                &mut Arc::make_mut(Arc::make_mut(self.map.stages.get_mut(stage)?).steps.get_mut(step)?).cards
            }
            None => &mut self.map.tray,
        };
        cards.push(Arc::new(card));
        cards.last_mut().map(Arc::make_mut)
    }

    /// What a cell says of the feeling of a persona of this name at a step; whether it was one. What it says otherwise is left
    /// to the caller.
    pub(super) fn feel(&mut self, at: At, persona: &str, text: &str, scale: Option<FeelingScale>, row: u64) -> bool {
        self.feel_as(at, &mut |draft| draft.persona(persona), text, scale, row)
    }

    /// The same of a persona who is only looked for where something is felt.
    pub(super) fn feel_as(
        &mut self,
        at: At,
        persona: &mut dyn FnMut(&mut Self) -> Option<PersonaId>,
        text: &str,
        scale: Option<FeelingScale>,
        row: u64,
    ) -> bool {
        let score = match feeling::feeling(text, scale) {
            Feeling::Empty => return true,
            Feeling::Words => return false,
            Feeling::OffScale(_) => {
                self.note(row, What::OffScale { text: text.trim().to_owned() });
                if self.beside.has_grid
                    && let Some(persona) = persona(self)
                    && let Some(step) = self.step_mut(at).map(|step| step.id)
                {
                    self.beside.unread.insert((step, persona));
                }
                return true;
            }
            Feeling::NotInvolved => Score { state: ScoreState::NotInvolved, expected: None },
            Feeling::Score(value) => {
                if let Some(figure) = feeling::figure(text) {
                    self.figures.push(figure);
                    self.signed |= text.trim_start().starts_with(['+', '-', '−']);
                }
                Score::believed(Emotion::clamped(value))
            }
        };
        let Some(persona) = persona(self) else { return true };
        if let Some(step) = self.step_mut(at) {
            step.scores.insert(persona, score);
        }
        true
    }

    /// The map, without lanes that nothing lies in where others do; phases in order.
    pub(super) fn finish(mut self) -> (JourneyMap, Vec<Note>) {
        let mut last = None;
        for stage in &mut self.map.stages {
            if let Some(phase) = stage.phase {
                if last.is_some_and(|last| phase < last) {
                    Arc::make_mut(stage).phase = None;
                    self.notes.push(Note { row: 0, what: What::PhaseOrder { stage: stage.name.clone() } });
                    continue;
                }
                last = Some(phase);
            }
        }
        contiguous(&mut self.map, &mut self.notes);
        let texts = self.map.cards().map(|(_, card)| card.text.as_str());
        let names = self.map.stages.iter().map(|stage| stage.name.as_str());
        let texts: Vec<&str> = texts.chain(names).collect();
        self.map.language = crate::import::language_of(texts);
        (self.map, self.notes)
    }
}

/// A phase that was left and comes again is none.
fn contiguous(map: &mut JourneyMap, notes: &mut Vec<Note>) {
    let mut seen: Vec<Phase> = Vec::new();
    let mut current = None;
    for stage in &mut map.stages {
        let phase = stage.phase;
        if phase != current
            && let Some(again) = phase.filter(|phase| seen.contains(phase))
        {
            let _ = again;
            Arc::make_mut(stage).phase = None;
            notes.push(Note { row: 0, what: What::PhaseOrder { stage: stage.name.clone() } });
            current = None;
            continue;
        }
        seen.extend(phase);
        current = phase;
    }
}

/// A name in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The phase that a name means: one of the map's words in either language.
pub(super) fn phase_of(name: &str) -> Option<Phase> {
    let plain = folded(name).replace('-', " ");
    let plain = plain.trim_end_matches(" purchase").trim_start_matches("giai doan ");
    match plain {
        "pre" | "before" | "prepurchase" | "truoc mua" | "truoc" | "truoc khi mua" => Some(Phase::PrePurchase),
        "purchase" | "during" | "trong mua" | "trong" | "trong khi mua" | "mua" | "mua hang" => Some(Phase::Purchase),
        "post" | "after" | "postpurchase" | "sau mua" | "sau" | "sau khi mua" => Some(Phase::PostPurchase),
        _ => None,
    }
}

/// The cards that a cell holds: one a bullet, with the lines that belong to it; without bullets one a line. `several`: signs
/// that part cards too.
pub(super) fn cards_of(cell: &str, several: &[char]) -> Vec<String> {
    let bullet =
        |line: &str| ["• ", "- ", "* ", "– "].iter().find_map(|sign| line.strip_prefix(sign).map(str::to_owned));
    let ours = cell.trim_start().starts_with("• ");
    let mut cards: Vec<String> = Vec::new();
    for line in cell.lines() {
        let bare = line.trim_end();
        if ours {
            // Further lines of a card are indented; nothing else is taken for a bullet.
            match (bare.strip_prefix("• "), cards.last_mut()) {
                (Some(first), _) => cards.push(first.to_owned()),
                (None, Some(card)) => {
                    card.push('\n');
                    card.push_str(bare.strip_prefix("  ").unwrap_or(bare));
                }
                (None, None) => cards.push(bare.to_owned()),
            }
        } else {
            let text = bullet(bare.trim_start()).unwrap_or_else(|| bare.trim_start().to_owned());
            match several {
                [] => cards.push(text),
                signs => cards.extend(text.split(signs).map(|part| part.trim().to_owned())),
            }
        }
    }
    cards.retain(|card| if ours { !card.trim().is_empty() } else { !feeling::is_blank(card) });
    cards
}
