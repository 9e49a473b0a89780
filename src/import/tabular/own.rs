//! Workbooks and CSV that were made here: the grid and the lists, told by their headings in either language, put together to
//! one map. What the grid says counts, and the lists say the rest. Must not know other programs' tables.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::draft::{At, Draft, OwnRow, one_line};
use super::guess::lane_of;
use super::own_cards::{self, Joined};
use super::sheet::{Book, Sheet};
use super::{Incoming, What};
use super::{edited, grid};
use super::{own_people, own_scores};
use crate::edit::line::parse_number;
use crate::i18n::{Words, folded, lane_kind_word, phase_word};
use crate::model::{
    FeelingScale, IdSource, Lane, LaneKind, Language, Matched, Phase, Risk, RowPart, Stage, Step, TableMapping,
};
use crate::words;

/// A list of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Lanes,
    Steps,
    Touchpoints,
    Scores,
    PainPoints,
    Opportunities,
    Metrics,
    Personas,
}

/// The columns by which a list is told: all of them stand in its headings.
const SIGNS: [(Kind, &[&str]); 8] = [
    (Kind::Lanes, &["list-column-lane", "list-column-lane-kind", "list-column-lane-hidden"]),
    (Kind::Steps, &["list-column-step", "list-column-moment", "list-column-active", "list-column-waiting"]),
    (Kind::Touchpoints, &["list-column-touchpoint", "list-column-channel", "list-column-service"]),
    (Kind::Scores, &["list-column-persona", "list-column-known", "list-column-believed", "list-column-measured"]),
    (Kind::PainPoints, &["list-column-rank", "list-column-pain-point", "list-column-severity"]),
    (Kind::Opportunities, &["list-column-opportunity", "list-column-impact", "list-column-effort"]),
    (Kind::Metrics, &["list-column-metric", "list-column-unit", "list-column-direction"]),
    (Kind::Personas, &["list-column-persona", "list-column-description", "list-column-roles"]),
];

/// A list with its headings.
pub(super) struct Listed<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) words: &'a Words,
}

impl Listed<'_> {
    /// The rows below the headings.
    pub(super) fn rows(&self) -> std::ops::Range<usize> {
        1..self.sheet.rows.len()
    }

    pub(super) fn column(&self, id: &str) -> Option<usize> {
        self.named(&self.words.get(id))
    }

    /// The column with this heading.
    pub(super) fn named(&self, heading: &str) -> Option<usize> {
        self.sheet.rows.first()?.iter().position(|cell| cell == heading)
    }

    /// A cell by the message of its heading.
    pub(super) fn text(&self, row: usize, id: &str) -> &str {
        self.column(id).map_or("", |column| self.sheet.cell(row, column))
    }

    /// A number by the message of its heading.
    pub(super) fn number(&self, row: usize, id: &str) -> Option<f64> {
        number_in(self.text(row, id))
    }

    /// The same; a cell that holds something else is remarked.
    pub(super) fn figure(&self, row: usize, id: &str, draft: &mut Draft<'_>) -> Option<f64> {
        let text = self.text(row, id).trim();
        let number = number_in(text);
        if number.is_none() && !text.is_empty() {
            draft.note(self.sheet.number(row), What::FieldUnread { text: text.to_owned() });
        }
        number
    }

    pub(super) fn is_yes(&self, row: usize, id: &str) -> bool {
        folded(self.text(row, id)) == folded(&self.words.get("list-yes"))
    }

    /// Whether a cell says this message.
    pub(super) fn says(&self, row: usize, id: &str, message: &str) -> bool {
        self.text(row, id) == self.words.get(message)
    }
}

/// A number as it left here, or as a spreadsheet that kept the list again writes it: as its country does, and with a sign of
/// percent where the cells are shown so.
pub(super) fn number_in(text: &str) -> Option<f64> {
    let text = text.trim();
    let percent = text.strip_suffix('%').map(str::trim_end);
    let bare = percent.unwrap_or(text);
    let number = bare.parse().ok().or_else(|| parse_number(bare));
    number.map(|value| if percent.is_some() { value / 100.0 } else { value }).filter(|value: &f64| value.is_finite())
}

/// All lists of a book, and its grid.
pub(super) struct Own<'a> {
    lists: Vec<(Kind, Listed<'a>)>,
    grid: Option<&'a Sheet>,
}

impl<'a> Own<'a> {
    pub(super) fn list(&self, kind: Kind) -> Option<&Listed<'a>> {
        self.lists.iter().find(|(known, _)| *known == kind).map(|(_, list)| list)
    }
}

/// Which list a sheet is, in this language.
fn kind_of(sheet: &Sheet, words: &Words) -> Option<Kind> {
    let headings: BTreeSet<&str> = sheet.rows.first()?.iter().map(String::as_str).collect();
    let is = |ids: &[&str]| ids.iter().all(|id| headings.contains(words.get(id).as_str()));
    SIGNS.iter().find(|(_, ids)| is(ids)).map(|(kind, _)| *kind)
}

/// Which list of ours a sheet is, as its file is called; none where it is none.
pub(super) fn is_list(sheet: &Sheet) -> bool {
    Language::ALL.into_iter().any(|language| kind_of(sheet, &Words::new(language)).is_some())
}

/// The map of a book that was made here.
pub(super) fn read(book: &Book, ids: &mut IdSource) -> Option<Incoming> {
    let languages = Language::ALL.map(|language| (language, Words::new(language)));
    let found = languages.iter().max_by_key(|(language, words)| {
        let lists = book.sheets.iter().filter(|sheet| kind_of(sheet, words).is_some()).count();
        let corner = words.get("grid-corner");
        let grids =
            book.sheets.iter().filter(|sheet| sheet.rows.iter().take(4).any(|row| row.first() == Some(&corner)));
        (lists + grids.count(), std::cmp::Reverse(*language as usize))
    });
    let (language, words) = found?;
    let lists: Vec<(Kind, Listed<'_>)> =
        book.sheets.iter().filter_map(|sheet| Some((kind_of(sheet, words)?, Listed { sheet, words }))).collect();
    let grid = book.sheets.iter().find(|sheet| kind_of(sheet, words).is_none() && grid::Frame::of(sheet).ours);
    if lists.is_empty() && grid.is_none() {
        return None;
    }
    let own = Own { lists, grid };
    let mut draft = Draft::new("", ids);
    own_people::personas(&own, words, &mut draft);
    own_channels(&own, words, &mut draft);
    draft.beside.has_grid = own.grid.is_some();
    if let Some(sheet) = own.grid {
        let expected = expected(&own, sheet, words, &mut draft);
        draft.expect(expected);
        let rows = LaneKind::ALL.map(|kind| Matched::new(lane_kind_word(words, kind), RowPart::Lane(kind))).to_vec();
        let scale = Some(FeelingScale::OWN);
        grid::read(sheet, &TableMapping { rows, scale, ..TableMapping::default() }, &mut draft);
        settle_stages(&own, words, &mut draft);
        rows_gone(&mut draft);
        if let Some(list) = own.list(Kind::Steps) {
            edited::steps(list, &mut draft);
        }
    }
    steps(&own, words, &mut draft);
    lanes(&own, words, &mut draft);
    own_scores::scores(&own, &mut draft);
    for (kind, list) in &own.lists {
        let joined = match kind {
            Kind::Touchpoints => Joined::Touchpoints,
            Kind::PainPoints => Joined::PainPoints,
            Kind::Metrics => Joined::Metrics,
            Kind::Opportunities | Kind::Lanes | Kind::Steps | Kind::Scores | Kind::Personas => continue,
        };
        own_cards::join(joined, list, &mut draft);
    }
    // They name pain points.
    if let Some(list) = own.list(Kind::Opportunities) {
        own_cards::join(Joined::Opportunities, list, &mut draft);
    }
    edited::reaches(&mut draft);
    edited::names(&mut draft);
    for other in &book.sheets {
        draft.look_for_broken(other);
        let is_grid = own.grid.is_some_and(|grid| std::ptr::eq(grid, other));
        if !is_grid && kind_of(other, words).is_none() {
            draft.note(0, What::SheetLeft { name: other.name.clone() });
        }
    }
    let (mut map, notes) = draft.finish();
    map.language = *language;
    Some(Incoming { map, notes, ours: true })
}

/// Channels of the map's own, so that the grid's lines are understood.
fn own_channels(own: &Own<'_>, words: &Words, draft: &mut Draft<'_>) {
    let Some(list) = own.list(Kind::Touchpoints) else { return };
    for row in list.rows() {
        let name = list.text(row, "list-column-channel").trim().to_owned();
        if !name.is_empty() {
            own_cards::channel(&name, words, draft);
        }
    }
}

fn kind_called(name: &str, words: &Words) -> Option<LaneKind> {
    LaneKind::ALL.into_iter().find(|kind| lane_kind_word(words, *kind) == name)
}

/// The rows of the grid, as the lists of lanes and personas say them: names alone could mean several.
fn expected(own: &Own<'_>, grid: &Sheet, words: &Words, draft: &mut Draft<'_>) -> Vec<OwnRow> {
    let Some(list) = own.list(Kind::Lanes) else { return Vec::new() };
    let mut rows: Vec<(bool, OwnRow)> = Vec::new();
    for row in list.rows() {
        let Some(kind) = kind_called(list.text(row, "list-column-lane-kind"), words) else { continue };
        let hidden = list.is_yes(row, "list-column-lane-hidden");
        let lane = one_line(list.text(row, "list-column-lane"));
        if kind == LaneKind::Emotion {
            for persona in &draft.map.personas {
                let called = words!(words, "grid-emotion-of", lane = lane.as_str(), persona = persona.name.as_str());
                let called = one_line(&called);
                let persona = Some(persona.id);
                rows.push((hidden, OwnRow { called, kind, lane: lane.clone(), persona, now: None }));
            }
        } else if kind.content().is_some() {
            rows.push((hidden, OwnRow { called: lane.clone(), kind, lane, persona: None, now: None }));
        }
    }
    // Hidden lanes may have stayed out of the grid: where there are fewer rows of a name than lanes, those are missing.
    let frame = grid::Frame::of(grid);
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for row in frame.body(grid) {
        *there.entry(frame.name(grid, row)).or_default() += 1;
    }
    let mut called: BTreeMap<String, usize> = BTreeMap::new();
    for (_, row) in &rows {
        *called.entry(row.called.clone()).or_default() += 1;
    }
    rows.retain(|(hidden, row)| {
        let missing = there.get(&row.called).copied().unwrap_or(0) < called.get(&row.called).copied().unwrap_or(0);
        let goes = *hidden && missing;
        if goes && let Some(count) = called.get_mut(&row.called) {
            *count -= 1;
        }
        !goes
    });
    let mut rows: Vec<OwnRow> = rows.into_iter().map(|(_, row)| row).collect();
    rename_rows(grid, &frame, &mut rows, draft);
    rows
}

/// Finds rows that the grid calls otherwise than the lists by their place, and calls them so.
fn rename_rows(grid: &Sheet, frame: &grid::Frame, rows: &mut [OwnRow], draft: &mut Draft<'_>) {
    let old: Vec<String> = rows.iter().map(|row| row.called.clone()).collect();
    let new: Vec<String> = frame.body(grid).map(|row| frame.name(grid, row)).collect();
    let kind_of = |called: &String| rows.iter().find(|row| row.called == *called).map(|row| row.kind);
    // A row that is plainly of another kind is another one.
    let may_be = |before: &String, now: &String| {
        !now.is_empty()
            && match (lane_of(now), kind_of(before)) {
                (Some(LaneKind::Emotion), Some(kind)) | (_, Some(kind @ LaneKind::Emotion)) => {
                    kind == LaneKind::Emotion && now.contains(": ")
                }
                (Some(now), Some(kind)) => now == kind,
                (None, _) => true,
                (_, None) => false,
            }
    };
    let found = edited::pairs(&old, &new, &may_be);
    for (now, place) in new.into_iter().zip(found) {
        let Some(row) = place.and_then(|place| rows.get_mut(place)).filter(|row| row.called != now) else { continue };
        let name = match row.persona {
            Some(_) => now.split_once(": ").map_or("", |(_, persona)| persona).to_owned(),
            None => now.clone(),
        };
        draft.note(0, What::Renamed { before: std::mem::replace(&mut row.called, now.clone()), now });
        row.now = Some(name);
    }
}

/// Says which lanes the grid has no row for any more.
fn rows_gone(draft: &mut Draft<'_>) {
    for row in std::mem::take(&mut draft.expected) {
        if row.persona.is_some() {
            draft.note(0, What::OnlyListed { text: row.called });
        } else {
            draft.note(0, What::LaneGone { name: row.called });
            draft.beside.rows_gone.push((row.kind, row.lane));
            if draft.map.lanes.iter().all(|lane| lane.kind != row.kind) {
                draft.beside.kinds_gone.insert(row.kind);
            }
        }
    }
}

/// Parts the grid's stages as the list of steps says it, and gives them its phases: an empty cell of the grid's headings can
/// mean that a stage goes on, or one without a name. Only where both tell of the same steps.
fn settle_stages(own: &Own<'_>, words: &Words, draft: &mut Draft<'_>) {
    let Some(list) = own.list(Kind::Steps) else { return };
    let steps = draft.map.steps().map(|(_, step)| step.name.as_str());
    if !steps.eq(list.rows().map(|row| list.text(row, "list-column-step"))) {
        return;
    }
    let mut rows = list.rows();
    let mut settled: Vec<Arc<Stage>> = Vec::new();
    for stage in std::mem::take(&mut draft.map.stages) {
        let mut parts: Vec<Stage> = Vec::new();
        for (step, row) in stage.steps.iter().zip(rows.by_ref().take(stage.steps.len())) {
            let name = one_line(list.text(row, "list-column-stage"));
            // Where another name stands in the list, that of the grid was changed or taken away.
            let goes_on = |part: &Stage| part.name == name || !name.is_empty() && part.name == stage.name;
            match parts.last_mut().filter(|part| goes_on(part)) {
                Some(part) => part.steps.push(Arc::clone(step)),
                None => {
                    let name = if parts.is_empty() { stage.name.clone() } else { name };
                    let listed = list.text(row, "list-column-phase");
                    let known = draft.beside.phased.contains(&stage.id) && parts.is_empty();
                    let phase = if known { stage.phase } else { phase_called(listed, words, draft) };
                    let id = if parts.is_empty() { stage.id } else { draft.ids.fresh() };
                    parts.push(Stage { id, name, phase, steps: vec![Arc::clone(step)], ..Stage::clone(&stage) });
                }
            }
        }
        if parts.is_empty() {
            settled.push(stage);
        }
        settled.extend(parts.into_iter().map(Arc::new));
    }
    draft.map.stages = settled;
}

/// The lanes in the order of their list, with what the grid doesn't show.
fn lanes(own: &Own<'_>, words: &Words, draft: &mut Draft<'_>) {
    let Some(list) = own.list(Kind::Lanes) else { return };
    let mut rest = std::mem::take(&mut draft.map.lanes);
    for row in list.rows() {
        let Some(kind) = kind_called(list.text(row, "list-column-lane-kind"), words) else { continue };
        let name = list.text(row, "list-column-lane");
        let called = one_line(name);
        let gone = draft.beside.rows_gone.iter().position(|(known, lane)| *known == kind && *lane == called);
        if let Some(place) = gone {
            draft.beside.rows_gone.remove(place);
            continue;
        }
        let name = if lane_kind_word(words, kind) == name { "" } else { name };
        let known = rest.iter().position(|lane| lane.kind == kind && lane.name == one_line(name));
        let lane = match known {
            Some(place) => Lane::clone(&rest.remove(place)),
            None => Lane::new(draft.ids.fresh(), kind),
        };
        let hidden = list.is_yes(row, "list-column-lane-hidden");
        draft.map.lanes.push(Arc::new(Lane { name: name.to_owned(), hidden, ..lane }));
    }
    draft.map.lanes.append(&mut rest);
}

/// Steps as their list says them, where the grid doesn't; and what it says besides.
fn steps(own: &Own<'_>, words: &Words, draft: &mut Draft<'_>) {
    let from_grid = own.grid.is_some();
    let list = own.list(Kind::Steps);
    let mut last: Option<(String, String)> = None;
    let mut cursor = 0;
    for row in list.map_or(0..0, Listed::rows) {
        let Some(list) = list else { return };
        let (stage, step) = (list.text(row, "list-column-stage"), list.text(row, "list-column-step"));
        let phase = list.text(row, "list-column-phase");
        let at = if from_grid {
            let found = find(draft, stage, step, &mut cursor);
            // The next one of the same name is another step.
            cursor += usize::from(found.is_some());
            found
        } else {
            let key = (phase.to_owned(), stage.to_owned());
            if last.as_ref() != Some(&key) {
                let phase = phase_called(phase, words, draft);
                draft.stage(stage, phase);
                last = Some(key);
            }
            draft.map.stages.len().checked_sub(1).and_then(|stage| draft.step(stage, step))
        };
        let at = at.or_else(|| nowhere(draft, stage, step));
        let Some(found) = at.and_then(|at| draft.step_mut(at)) else { continue };
        found.moment_of_truth = list.is_yes(row, "list-column-moment");
        let minutes =
            |id: &str| list.number(row, id).filter(|value| (0.0..1e9).contains(value)).map(|value| value as u32);
        found.active_minutes = minutes("list-column-active");
        found.waiting_minutes = minutes("list-column-waiting");
        list.text(row, "list-column-notes").clone_into(&mut found.notes);
        let (worst_case, answer) = (list.text(row, "list-column-worst-case"), list.text(row, "list-column-answer"));
        if !(worst_case.is_empty() && answer.is_empty()) {
            found.risk = Some(Risk { worst_case: worst_case.to_owned(), answer: answer.to_owned() });
        }
    }
}

fn phase_called(name: &str, words: &Words, draft: &mut Draft<'_>) -> Option<Phase> {
    if name.is_empty() {
        return None;
    }
    let known = Phase::ALL.into_iter().find(|phase| {
        let own = draft.map.phases.get(*phase);
        if own.is_empty() { phase_word(words, *phase) == name } else { own == name }
    });
    known.or_else(|| {
        let taken = draft.map.stages.iter().filter_map(|stage| stage.phase).max();
        let free = Phase::ALL.into_iter().find(|phase| taken.is_none_or(|taken| *phase > taken))?;
        name.clone_into(draft.map.phases.get_mut(free));
        Some(free)
    })
}

/// The step that a list names and the map hasn't: a new one, unless there is a grid, which shows all there are.
pub(super) fn nowhere(draft: &mut Draft<'_>, stage: &str, step: &str) -> Option<At> {
    if draft.beside.has_grid && !one_line(step).is_empty() {
        let key = (one_line(stage), one_line(step));
        if !draft.beside.gone.contains(&key) {
            draft.note(0, What::StepGone { name: key.1.clone() });
            draft.beside.gone.insert(key);
        }
        return None;
    }
    added(draft, stage, step)
}

/// A step that only a list names.
fn added(draft: &mut Draft<'_>, stage: &str, step: &str) -> Option<At> {
    let known = draft.map.stages.iter().rposition(|known| known.name == one_line(stage));
    let stage = known.unwrap_or_else(|| draft.stage(stage, None));
    draft.step(stage, step)
}

/// The step of these names: from the cursor on, else from the start. The cursor goes there.
pub(super) fn find(draft: &Draft<'_>, stage: &str, step: &str, cursor: &mut usize) -> Option<At> {
    let (stage, step) = (one_line(stage), one_line(step));
    let all = || {
        let stages = draft.map.stages.iter().enumerate();
        stages
            .flat_map(|(place, stage)| stage.steps.iter().enumerate().map(move |(at, step)| ((place, at), stage, step)))
    };
    let mut from = all().enumerate().skip(*cursor).chain(all().enumerate().take(*cursor));
    let is = |of: &Stage, found: &Step| match draft.beside.listed.get(&found.id) {
        Some((listed_stage, listed)) => *listed == step && *listed_stage == stage,
        None => found.name == step && of.name == stage,
    };
    let (place, (at, ..)) = from.find(|(_, (_, of, found))| is(of, found))?;
    *cursor = place;
    Some(at)
}
