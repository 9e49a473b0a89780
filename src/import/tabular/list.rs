//! A list as a map: a row a step with a column a lane, a row a card, or a note of a whiteboard with its colour and place. Must
//! not know what other formats say.

use super::What;
use super::board::without_tags;
use super::draft::{At, Draft, cards_of, one_line, phase_of};
use super::feeling::{figure, is_blank};
use super::guess::{column_names, heading_row, lane_of, lane_of_color, persona_in};
use super::sheet::Sheet;
use crate::i18n::folded;
use crate::model::{Card, ColumnPart, Content, Grade, LaneKind, PersonaId, RowPart, Share, TableMapping};

/// The columns of a list by what they are.
struct Columns {
    parts: Vec<(usize, ColumnPart, String)>,
}

impl Columns {
    fn of(&self, part: ColumnPart) -> Option<usize> {
        self.parts.iter().find(|(_, known, _)| *known == part).map(|(column, _, _)| *column)
    }

    fn lanes(&self) -> impl Iterator<Item = (usize, LaneKind, &str)> {
        self.parts.iter().filter_map(|(column, part, name)| match part {
            ColumnPart::Lane(kind) => Some((*column, *kind, name.as_str())),
            _ => None,
        })
    }
}

/// A row, its cells by what they are.
struct Row<'a> {
    sheet: &'a Sheet,
    columns: &'a Columns,
    row: usize,
}

impl<'a> Row<'a> {
    fn text(&self, part: ColumnPart) -> &'a str {
        let cell = self.columns.of(part).map_or("", |column| self.sheet.shown(self.row, column)).trim();
        if is_blank(cell) { "" } else { cell }
    }

    fn number(&self) -> u64 {
        self.sheet.number(self.row)
    }
}

/// The map that a list is.
pub(super) fn read(sheet: &Sheet, mapping: &TableMapping, draft: &mut Draft<'_>) {
    let heading = heading_row(sheet, &mapping.table);
    let names = column_names(sheet, heading);
    let parts = names.iter().enumerate().map(|(place, name)| (place, mapping.column(name), name.clone())).collect();
    let columns = Columns { parts };
    for (place, part, name) in &columns.parts {
        let filled = (heading + 1..sheet.rows.len()).filter(|row| !sheet.cell(*row, *place).trim().is_empty()).count();
        if *part == ColumnPart::Nothing && filled > 0 {
            draft.note(0, What::ColumnLeft { name: name.clone(), cells: filled });
        }
        if let ColumnPart::Lane(kind) = part
            && kind.content().is_none()
            && *kind != LaneKind::Emotion
        {
            draft.note(0, What::NoCards { name: name.clone() });
        }
    }
    for mapped in mapping.columns.iter().filter(|mapped| mapped.part != ColumnPart::Nothing) {
        if !names.contains(&mapped.name) {
            draft.note(0, What::ColumnMissing { name: mapped.name.clone() });
        }
    }
    let rows: Vec<Row<'_>> = (heading + 1..sheet.rows.len()).map(|row| Row { sheet, columns: &columns, row }).collect();
    if columns.of(ColumnPart::Text).is_some() {
        notes(&rows, mapping, draft);
    } else {
        steps(&rows, mapping, draft);
    }
}

/// Rows that each say something of a step, by columns.
fn steps(rows: &[Row<'_>], mapping: &TableMapping, draft: &mut Draft<'_>) {
    let Some(columns) = rows.first().map(|row| row.columns) else { return };
    // The lanes stand in the order of the columns.
    for (_, kind, name) in columns.lanes().filter(|(_, kind, _)| kind.content().is_some()) {
        draft.lane(kind, name);
    }
    let named = columns.of(ColumnPart::Step).is_some();
    if !named {
        let by = columns.lanes().find(|(_, kind, _)| *kind == LaneKind::Touchpoints);
        draft.note(0, What::StepsNamed { by: by.map(|(_, _, name)| name.to_owned()) });
    }
    let mut last: Option<At> = None;
    for row in rows {
        let Some(at) = step_of(row, named, &mut last, draft) else { continue };
        let mut cards: Vec<Card> = Vec::new();
        for (column, kind, name) in columns.lanes() {
            let cell = row.sheet.cell(row.row, column);
            if is_blank(cell) {
                continue;
            }
            if kind == LaneKind::Emotion {
                feeling(row, (at, cell, name), mapping, draft);
            } else if kind.content().is_some() {
                let lane = draft.lane(kind, name);
                let signs: &[char] = if kind == LaneKind::Touchpoints { &[';', '•'] } else { &[] };
                for line in cards_of(cell, signs) {
                    if let Some(card) = draft.card(Some(at), lane, &line) {
                        cards.push(card.clone());
                    }
                }
            }
        }
        let is_touchpoint = |card: &Card| matches!(card.content, Content::Touchpoint(_));
        // A channel that nothing else is said of.
        let channel = row.text(ColumnPart::Channel);
        if !channel.is_empty() && !cards.iter().any(is_touchpoint) {
            let named = columns.lanes().find(|(_, kind, _)| *kind == LaneKind::Touchpoints);
            let lane = draft.lane(LaneKind::Touchpoints, named.map_or("", |(_, _, name)| name));
            cards.extend(draft.card(Some(at), lane, channel).cloned());
        }
        fields(row, at, &cards, draft);
    }
}

fn feeling(row: &Row<'_>, (at, cell, name): (At, &str, &str), mapping: &TableMapping, draft: &mut Draft<'_>) {
    let persona = match row.text(ColumnPart::Persona) {
        "" => persona_in(name),
        named => named.to_owned(),
    };
    if !draft.feel(at, &persona, cell, mapping.scale, row.number()) {
        let lane = draft.lane(LaneKind::Text, name);
        draft.card(Some(at), lane, cell);
        draft.note(row.number(), What::NoFigure { text: one_line(cell) });
    } else if draft.map.lanes.iter().all(|lane| lane.kind != LaneKind::Emotion) {
        draft.new_lane(LaneKind::Emotion, "");
    }
}

/// The step of a row, made where there is none of that name in its stage. What is empty is what stood there last.
fn step_of(row: &Row<'_>, named: bool, last: &mut Option<At>, draft: &mut Draft<'_>) -> Option<At> {
    let (stage_name, step_name) = (row.text(ColumnPart::Stage), row.text(ColumnPart::Step));
    let stage = match stage_name {
        "" => last.map(|(stage, _)| stage),
        name => {
            let known = draft.stage_called(name);
            Some(known.unwrap_or_else(|| {
                let phase = phase_of(row.text(ColumnPart::Phase));
                draft.stage(name, phase)
            }))
        }
    };
    let stage = match stage {
        Some(stage) => stage,
        None => draft.stage("", None),
    };
    let at = if named {
        match (draft.step_called(stage, step_name), step_name, *last) {
            (None, "", Some((of, step))) if of == stage => Some((stage, step)),
            (Some(known), _, _) => Some(known),
            (None, name, _) => draft.step(stage, name),
        }
    } else {
        let name = row.columns.lanes().find(|(_, kind, _)| *kind == LaneKind::Touchpoints);
        let name = name.map_or("", |(column, _, _)| row.sheet.cell(row.row, column)).lines().next().unwrap_or_default();
        let stage_name = draft.map.stages.get(stage).map(|stage| stage.name.clone()).unwrap_or_default();
        draft.step(stage, if is_blank(name) { &stage_name } else { name })
    };
    *last = at.or(*last);
    at
}

/// The fields of a row: of its pain point, its opportunity, its cards, its step.
fn fields(row: &Row<'_>, at: At, cards: &[Card], draft: &mut Draft<'_>) {
    let moment = row.text(ColumnPart::Moment);
    let no = ["no", "false", "0", "khong"].contains(&folded(moment).as_str());
    let notes = row.text(ColumnPart::Notes).to_owned();
    let mut filled: Vec<Card> = cards.to_vec();
    for card in &mut filled {
        fill(card, row, draft);
    }
    let Some(step) = draft.step_mut(at) else { return };
    step.moment_of_truth |= !moment.is_empty() && !no;
    if !notes.is_empty() {
        if !step.notes.is_empty() {
            step.notes.push('\n');
        }
        step.notes.push_str(&notes);
    }
    for (card, filled) in step.cards.iter_mut().filter_map(|card| {
        let filled = filled.iter().find(|filled| filled.id == card.id)?;
        Some((card, filled))
    }) {
        *std::sync::Arc::make_mut(card) = filled.clone();
    }
}

/// Fills what the row says besides the text of a card.
fn fill(card: &mut Card, row: &Row<'_>, draft: &mut Draft<'_>) {
    let mut unread = Vec::new();
    let mut grade = |part| {
        let text = row.text(part);
        let value = figure(text).filter(|value| (value - value.round()).abs() < 1e-9);
        let grade = value.and_then(|value| Grade::new(value.clamp(0.0, 9.0) as u8).ok());
        if grade.is_none() && !text.is_empty() {
            unread.push(text.to_owned());
        }
        grade
    };
    match &mut card.content {
        Content::PainPoint(pain) => {
            pain.severity = grade(ColumnPart::Severity).or(pain.severity);
            let share = row.text(ColumnPart::Share);
            let percent = share.contains('%') || figure(share).is_some_and(|value| value > 1.0);
            let value = figure(share).map(|value| if percent { value / 100.0 } else { value });
            let found = value.and_then(|value| Share::new(value).ok());
            if found.is_none() && !share.is_empty() {
                unread.push(share.to_owned());
            }
            pain.share = found.or(pain.share);
        }
        Content::Opportunity(own) => {
            own.impact = grade(ColumnPart::Impact).or(own.impact);
            own.effort = grade(ColumnPart::Effort).or(own.effort);
        }
        Content::Touchpoint(own) => {
            let channel = row.text(ColumnPart::Channel);
            if !channel.is_empty() {
                own.channel = Some(draft.channel(channel));
            }
        }
        _ => {}
    }
    let owner = row.text(ColumnPart::Owner);
    if !owner.is_empty() && !matches!(card.content, Content::Text | Content::Image(_)) {
        card.owner = one_line(owner);
    }
    for text in unread {
        draft.note(row.number(), What::FieldUnread { text });
    }
}

/// A note with its place on the board.
struct Placed<'a, 'b> {
    row: &'a Row<'b>,
    across: Option<f64>,
}

/// Rows that each are one card.
fn notes(rows: &[Row<'_>], mapping: &TableMapping, draft: &mut Draft<'_>) {
    let color_part = |row: &Row<'_>| mapping.color(row.text(ColumnPart::Color));
    let says = |row: &Row<'_>, part| !row.text(part).is_empty();
    let by_name = rows
        .iter()
        .any(|row| says(row, ColumnPart::Text) && (says(row, ColumnPart::Step) || says(row, ColumnPart::Stage)));
    let board = rows.iter().any(|row| figure(row.text(ColumnPart::Across)).is_some());
    let placed = |row| Placed { row, across: figure(Row::text(row, ColumnPart::Across)) };
    // Only where a note lies can it name what is below it; elsewhere it is one like the others.
    let is_head = |row: &Row<'_>| {
        matches!(color_part(row), Some(RowPart::Stages | RowPart::Steps))
            && !by_name
            && figure(row.text(ColumnPart::Across)).is_some()
    };
    let heads: Vec<Placed<'_, '_>> = rows.iter().filter(|row| is_head(row)).map(placed).collect();
    if !heads.is_empty() {
        draft.note(0, What::NotesAsHeadings { notes: heads.len() });
    }
    let cards: Vec<Placed<'_, '_>> = rows
        .iter()
        .filter(|row| !is_head(row))
        .filter(|row| !row.text(ColumnPart::Text).is_empty())
        .map(placed)
        .collect();
    let places = if board && !by_name { columns_of(&heads, &cards, &color_part, draft) } else { Vec::new() };
    let mut last: Option<At> = None;
    let mut in_tray = 0;
    for card in &cards {
        let row = card.row;
        let at = if by_name {
            let lies = !row.text(ColumnPart::Step).is_empty() || !row.text(ColumnPart::Stage).is_empty();
            let named = row.columns.of(ColumnPart::Step).is_some() && !row.text(ColumnPart::Step).is_empty();
            match (lies, named) {
                (true, true) => step_of(row, true, &mut last, draft),
                (true, false) => first_of_stage(row, draft),
                (false, _) => None,
            }
        } else {
            let nearest = |across: f64| {
                places.iter().min_by(|a, b| (a.0 - across).abs().total_cmp(&(b.0 - across).abs())).map(|(_, at)| *at)
            };
            card.across.and_then(nearest)
        };
        let lane_name = row.text(ColumnPart::LaneName);
        let (kind, name) = match (lane_name, color_part(row)) {
            ("", Some(RowPart::Lane(kind))) if kind.content().is_some() => (kind, ""),
            ("", Some(RowPart::Nothing)) => {
                draft.note(row.number(), What::NoteLeft { text: one_line(row.text(ColumnPart::Text)) });
                continue;
            }
            ("", Some(RowPart::Stages | RowPart::Steps)) => {
                let kind = lane_of_color(row.text(ColumnPart::Color));
                (if kind.content().is_some() { kind } else { LaneKind::Text }, "")
            }
            ("", _) => (LaneKind::Text, ""),
            (name, _) => (lane_of(name).filter(|kind| kind.content().is_some()).unwrap_or(LaneKind::Text), name),
        };
        let lane = draft.lane(kind, name);
        let people: Vec<PersonaId> = match row.text(ColumnPart::Persona) {
            "" => Vec::new(),
            names => names.split([',', ';']).filter_map(|name| draft.persona(name)).collect(),
        };
        let text = without_tags(row.text(ColumnPart::Text));
        in_tray += usize::from(at.is_none());
        let Some(made) = draft.card(at, lane, &text) else { continue };
        made.personas = people;
        row.text(ColumnPart::Notes).clone_into(&mut made.notes);
        let mut filled = made.clone();
        fill(&mut filled, row, draft);
        replace(draft, at, filled);
    }
    if in_tray > 0 {
        draft.note(0, What::InTray { cards: in_tray });
    }
}

fn replace(draft: &mut Draft<'_>, at: Option<At>, filled: Card) {
    let slot = match at {
        Some(at) => draft.step_mut(at).and_then(|step| step.cards.iter_mut().find(|card| card.id == filled.id)),
        None => draft.map.tray.iter_mut().find(|card| card.id == filled.id),
    };
    if let Some(slot) = slot {
        *slot = std::sync::Arc::new(filled);
    }
}

/// The first step of a row's stage, which is made where there is none.
fn first_of_stage(row: &Row<'_>, draft: &mut Draft<'_>) -> Option<At> {
    let name = row.text(ColumnPart::Stage);
    let known = draft.stage_called(name);
    let stage = known.unwrap_or_else(|| draft.stage(name, phase_of(row.text(ColumnPart::Phase))));
    match draft.map.stages.get(stage).map(|stage| stage.steps.is_empty()) {
        Some(false) => Some((stage, 0)),
        _ => draft.step(stage, name),
    }
}

/// The steps of a board: notes that name them, else heaps of notes side by side; each with how far right it lies.
fn columns_of(
    heads: &[Placed<'_, '_>],
    cards: &[Placed<'_, '_>],
    part: &dyn Fn(&Row<'_>) -> Option<RowPart>,
    draft: &mut Draft<'_>,
) -> Vec<(f64, At)> {
    let sorted = |wanted: RowPart| {
        let of = heads.iter().filter(|head| part(head.row) == Some(wanted));
        let mut found: Vec<(f64, String)> = of
            .filter_map(|head| Some((head.across?, one_line(&without_tags(head.row.text(ColumnPart::Text))))))
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found
    };
    let (stages, mut steps) = (sorted(RowPart::Stages), sorted(RowPart::Steps));
    if steps.is_empty() {
        steps = heaps(cards).into_iter().map(|across| (across, String::new())).collect();
    }
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut found = Vec::new();
    for (across, name) in steps {
        // A stage begins at its note, give or take what people can't align.
        let above = stages.iter().rposition(|(begin, _)| *begin <= across + 1e-6).or((!stages.is_empty()).then_some(0));
        let key = above.unwrap_or(usize::MAX);
        let stage = match places.iter().find(|(known, _)| *known == key) {
            Some((_, stage)) => *stage,
            None => {
                let name = above.and_then(|place| stages.get(place)).map_or("", |(_, name)| name.as_str()).to_owned();
                let stage = draft.stage(&name, None);
                places.push((key, stage));
                stage
            }
        };
        if let Some(at) = draft.step(stage, &name) {
            found.push((across, at));
        }
    }
    found
}

/// Where heaps of notes lie: what is nearer than half of the usual distance belongs together.
fn heaps(cards: &[Placed<'_, '_>]) -> Vec<f64> {
    let mut places: Vec<f64> = cards.iter().filter_map(|card| card.across).collect();
    places.sort_by(f64::total_cmp);
    let gaps: Vec<f64> = places.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > 1e-6).collect();
    // The widest gaps part columns; within one notes differ by less than half of that.
    let widest = gaps.iter().copied().fold(0.0, f64::max);
    let mut heaps: Vec<Vec<f64>> = Vec::new();
    for place in places {
        match heaps.last_mut() {
            Some(heap) if heap.last().is_some_and(|last| place - last <= widest / 2.0) => heap.push(place),
            _ => heaps.push(vec![place]),
        }
    }
    heaps.iter().map(|heap| heap.iter().sum::<f64>() / heap.len() as f64).collect()
}
