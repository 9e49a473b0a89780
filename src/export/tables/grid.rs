//! The map as a grid: phases, stages and steps across, lanes down. Must not know files.

use std::sync::Arc;

use super::Cell;
use crate::edit::table::{NONE_BEGINS, REACH};
use crate::edit::write_line;
use crate::i18n::{Words, card_name, channel_name, lane_kind_word, phase_word};
use crate::model::{Card, Content, JourneyMap, Lane, LaneKind, PainPoint, Persona, Phase, ScoreState, Share, Step};
use crate::words;

/// A map as it looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The map's title.
    pub title: String,
    /// Who does what, and why; empty where nothing is said.
    pub scenario: String,
    /// What stands over the names of the lanes.
    pub corner: String,
    /// Phases over runs of steps: name, which, and how many steps; empty where no stage has a phase. A run without a phase
    /// has no name.
    pub phases: Vec<(String, Option<Phase>, usize)>,
    /// Stages over runs of steps: name, phase, and how many columns; a stage without steps has one. What lies in the tray
    /// has a column of its own, the last.
    pub stages: Vec<(String, Option<Phase>, usize)>,
    /// Names of the columns; none for the column of a stage without steps.
    pub steps: Vec<Option<String>>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// What stands over a run of columns: what it is called, or a mark that one without a name begins.
pub fn heading_of(place: usize, name: &str) -> &str {
    if name.trim().is_empty() && place > 0 { NONE_BEGINS } else { name }
}

/// What stands over a column: what its step is called, a mark for one without a name, nothing where there is no step.
pub fn step_heading(name: Option<&str>) -> &str {
    name.map_or("", |name| heading_of(1, name))
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    /// What the row is called.
    pub name: String,
    /// What its lane is about.
    pub kind: LaneKind,
    /// Place in the palette of lane colours.
    pub color: Option<u8>,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// The grid of a map. Hidden lanes are left out unless `all` of it leaves; lanes that are worked out have no cells of their
/// own and are left out too.
pub fn grid(map: &JourneyMap, words: &Words, all: bool) -> Grid {
    let mut grid = Grid {
        title: map.title.clone(),
        scenario: map.scenario.trim().to_owned(),
        corner: words!(words, "grid-corner"),
        phases: Vec::new(),
        stages: Vec::new(),
        steps: Vec::new(),
        rows: Vec::new(),
    };
    for stage in &map.stages {
        let columns = stage.steps.len().max(1);
        grid.stages.push((stage.name.clone(), stage.phase, columns));
        match grid.phases.last_mut() {
            Some((_, phase, run)) if *phase == stage.phase => *run += columns,
            _ => grid.phases.push((phase_name(map, words, stage.phase), stage.phase, columns)),
        }
        if stage.steps.is_empty() {
            grid.steps.push(None);
        }
        grid.steps.extend(stage.steps.iter().map(|step| Some(step.name.clone())));
    }
    if map.stages.iter().all(|stage| stage.phase.is_none()) {
        grid.phases.clear();
    }
    for lane in map.lanes.iter().filter(|lane| all || !lane.hidden) {
        if lane.kind == LaneKind::Emotion {
            grid.rows.extend(emotion(map, words, lane));
        } else if lane.kind.content().is_some() {
            grid.rows.push(cards(map, words, lane));
        }
    }
    tray(map, words, all, &mut grid);
    grid
}

/// Adds the column of what lies in the tray.
fn tray(map: &JourneyMap, words: &Words, all: bool, grid: &mut Grid) {
    let lines = |lane: &Lane| -> Vec<String> {
        let here = map.tray.iter().filter(|card| card.lane == lane.id);
        here.map(|card| line(map, words, card)).filter(|line| !line.is_empty()).collect()
    };
    let shown = |lane: &&Arc<Lane>| (all || !lane.hidden) && lane.kind.content().is_some();
    let cells: Vec<Cell> = map.lanes.iter().filter(shown).map(|lane| Cell::text(several(&lines(lane)))).collect();
    if cells.iter().all(|cell| *cell == Cell::Empty) {
        return;
    }
    grid.stages.push((words!(words, "list-in-tray"), None, 1));
    if !grid.phases.is_empty() {
        grid.phases.push((String::new(), None, 1));
    }
    grid.steps.push(None);
    let mut cells = cells.into_iter();
    for row in &mut grid.rows {
        row.cells.push(if row.kind == LaneKind::Emotion { Cell::Empty } else { cells.next().unwrap_or(Cell::Empty) });
    }
}

/// What each lane says at a step, in the lanes' order: how the personas feel, and a line a card. Lanes that say nothing are
/// left out.
pub fn lines_of_step(map: &JourneyMap, words: &Words, step: &Step, all: bool) -> Vec<(String, Vec<String>)> {
    let mut said = Vec::new();
    for lane in map.lanes.iter().filter(|lane| all || !lane.hidden) {
        let lines = lines_at(map, words, lane, step, card_with_links);
        if !lines.is_empty() {
            said.push((lane_name(words, lane), lines));
        }
    }
    said
}

/// What lies in the tray, a lane each: a line a card, with fields in words. Lanes of which nothing lies there are left out.
pub fn in_the_tray(map: &JourneyMap, words: &Words, all: bool) -> Vec<(String, Vec<String>)> {
    let lines = |lane: &Lane| -> Vec<String> {
        let here = map.tray.iter().filter(|card| card.lane == lane.id);
        here.map(|card| said_by(map, words, card)).filter(|line| !line.is_empty()).collect()
    };
    let lanes = map.lanes.iter().filter(|lane| all || !lane.hidden);
    lanes.map(|lane| (lane_name(words, lane), lines(lane))).filter(|(_, lines)| !lines.is_empty()).collect()
}

/// What a lane says at a step: how the personas feel, or a line a card, with fields in words.
pub fn said_at(map: &JourneyMap, words: &Words, lane: &Lane, step: &Step) -> Vec<String> {
    lines_at(map, words, lane, step, said_by)
}

/// What a card says, with its fields in words, and the step as far as which it holds.
pub fn said_by(map: &JourneyMap, words: &Words, card: &Card) -> String {
    in_words(map, words, card).join(" · ")
}

/// The same, and the cards that it leads to.
fn card_with_links(map: &JourneyMap, words: &Words, card: &Card) -> String {
    let mut said = in_words(map, words, card);
    let to = card.links.iter().filter_map(|link| map.card(link.to));
    said.extend(to.map(|(_, to)| format!("→ {}", one_line(&card_name(words, map, to)))));
    said.join(" · ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines_at(
    map: &JourneyMap,
    words: &Words,
    lane: &Lane,
    step: &Step,
    line: fn(&JourneyMap, &Words, &Card) -> String,
) -> Vec<String> {
    if lane.kind == LaneKind::Emotion {
        let feels = |persona: &Arc<Persona>| {
            let score = step.score(persona.id);
            let value = match (score.shown(), score.state) {
                (Some(value), _) => words.signed(value, places(value)),
                (None, ScoreState::NotInvolved) => words!(words, "list-not-involved"),
                (None, _) => return None,
            };
            Some(format!("{} {value}", persona.name))
        };
        let feelings: Vec<String> = map.personas.iter().filter_map(feels).collect();
        return if feelings.is_empty() { Vec::new() } else { vec![feelings.join(" · ")] };
    }
    let here = step.cards.iter().filter(|card| card.lane == lane.id);
    here.map(|card| line(map, words, card)).filter(|line| !line.is_empty()).collect()
}

fn phase_name(map: &JourneyMap, words: &Words, phase: Option<Phase>) -> String {
    match phase {
        Some(phase) if map.phases.get(phase).is_empty() => phase_word(words, phase),
        Some(phase) => map.phases.get(phase).to_owned(),
        None => String::new(),
    }
}

/// How many places a score is said with: one, or two where it has them.
fn places(value: f64) -> usize {
    if (value * 10.0 - (value * 10.0).round()).abs() < 1e-6 { 1 } else { 2 }
}

/// What a lane is called.
pub fn lane_name(words: &Words, lane: &Lane) -> String {
    if lane.name.is_empty() { lane_kind_word(words, lane.kind) } else { lane.name.clone() }
}

/// A row for each persona; none without personas.
fn emotion(map: &JourneyMap, words: &Words, lane: &Lane) -> Vec<GridRow> {
    let name = lane_name(words, lane);
    let row = |persona: &Arc<Persona>| {
        let mut cells = Vec::new();
        for stage in &map.stages {
            if stage.steps.is_empty() {
                cells.push(Cell::Empty);
            }
            cells.extend(stage.steps.iter().map(|step| {
                let score = step.score(persona.id);
                match (score.shown(), score.state) {
                    (Some(value), _) => Cell::Number((value * 100.0).round() / 100.0),
                    (None, ScoreState::NotInvolved) => Cell::Text("X".to_owned()),
                    (None, _) => Cell::Empty,
                }
            }));
        }
        let name = words!(words, "grid-emotion-of", lane = name.as_str(), persona = persona.name.as_str());
        GridRow { name, kind: lane.kind, color: lane.color, cells }
    };
    map.personas.iter().map(row).collect()
}

fn cards(map: &JourneyMap, words: &Words, lane: &Lane) -> GridRow {
    let mut cells = Vec::new();
    for stage in &map.stages {
        if stage.steps.is_empty() {
            cells.push(Cell::Empty);
        }
        for step in &stage.steps {
            let here = step.cards.iter().filter(|card| card.lane == lane.id);
            let said = here.map(|card| (card, line(map, words, card))).filter(|(_, line)| !line.is_empty());
            let lines: Vec<String> = said.map(|(card, line)| line + &reach(map, step, card)).collect();
            cells.push(Cell::text(several(&lines)));
        }
    }
    GridRow { name: lane_name(words, lane), kind: lane.kind, color: lane.color, cells }
}

/// How far a card reaches that goes on over further steps: the last one's name, or its number where another is called so.
fn reach(map: &JourneyMap, from: &Step, card: &Card) -> String {
    let Some(until) = card.until else { return String::new() };
    let one_line = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let later: Vec<(usize, &Arc<Step>)> = map.steps().map(|(_, step)| step).enumerate().collect();
    let later = later.into_iter().skip_while(|(_, step)| step.id != from.id).skip(1);
    let last = map.step(until).map(|step| one_line(&step.name)).unwrap_or_default();
    let first = later.clone().find(|(_, step)| one_line(&step.name) == last).map(|(_, step)| step.id);
    if first == Some(until) && !last.is_empty() && !last.starts_with('#') {
        return format!("{REACH}{last}");
    }
    let mut later = later;
    later.find(|(_, step)| step.id == until).map(|(place, _)| format!("{REACH}#{}", place + 1)).unwrap_or_default()
}

fn line(map: &JourneyMap, words: &Words, card: &Card) -> String {
    write_line(card, &|channel| channel_name(words, map, channel))
}

/// What a card says with its fields in words, for people to read; nothing where it says nothing.
fn in_words(map: &JourneyMap, words: &Words, card: &Card) -> Vec<String> {
    let bare = Card { owner: String::new(), content: bare(&card.content), ..card.clone() };
    let mut said = vec![line(map, words, &bare)];
    match &card.content {
        Content::PainPoint(PainPoint { severity, share }) => {
            said.extend(severity.map(|grade| words!(words, "markdown-severity", grade = grade.value().to_string())));
            let percent = |share: Share| format!("{}%", words.number_up_to(share.value() * 100.0, 1));
            said.extend(share.map(|share| words!(words, "markdown-share", share = percent(share))));
        }
        Content::Opportunity(own) => {
            said.extend(own.impact.map(|grade| words!(words, "markdown-impact", grade = grade.value().to_string())));
            said.extend(own.effort.map(|grade| words!(words, "markdown-effort", grade = grade.value().to_string())));
            said.extend(own.due.map(|day| words!(words, "markdown-due", day = words.date(day))));
        }
        Content::Text | Content::Touchpoint(_) | Content::Metric(_) | Content::Image(_) | Content::Process => {}
    }
    said.push(card.owner.trim().to_owned());
    said.retain(|part| !part.is_empty());
    if let Some(until) = card.until.and_then(|id| map.step(id)).filter(|_| !said.is_empty()) {
        said.push(words!(words, "map-until", place = one_line(&until.name)));
    }
    said
}

/// A content without what is said in words.
fn bare(content: &Content) -> Content {
    match content {
        Content::PainPoint(_) | Content::Opportunity(_) => content.kind().empty(),
        content => content.clone(),
    }
}

/// What a card begins with where that can't be seen otherwise.
const BULLET: &str = "• ";

/// Several cards in a cell begin with a bullet each, so that it can be told where one ends; and so does one alone of several
/// lines, or one that looks like a point of a list, or like what people write where nothing is to be said.
fn several(lines: &[String]) -> String {
    match lines {
        [one] if !one.contains('\n') && is_plain(one) => one.clone(),
        lines => {
            lines.iter().map(|line| format!("{BULLET}{}", line.replace('\n', "\n  "))).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Whether a line can be taken for nothing but what it says.
fn is_plain(line: &str) -> bool {
    let said = line.trim_start();
    !said.starts_with(['•', '-', '*', '–', '—', '…', '.']) && !["n/a", "na"].contains(&said.to_lowercase().trim_end())
}
