//! Taking a part of a map along.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::edit::block::{cells, position, rows};
use crate::edit::command::{Change, clear};
use crate::edit::guard::write_guarded;
use crate::edit::{Cursor, Selection, connect, headings, table};
use crate::i18n::channel_by_name;
use crate::model::{
    Card, CardId, Channel, Content, Evidence, EvidenceId, Excerpt, ExcerptRow, ExcerptShape, JourneyMap, Language,
    Mention, MentionKind, PersonaId, Score, ScoreState, Stage, Step, StepId,
};

/// What a cell says elsewhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CopiedCell {
    /// A line a card; a score as a number in the map's language.
    pub text: String,
    /// The same as a figure, where it is one.
    pub figure: Option<f64>,
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Copied {
    /// Rows of cells; for a heading its name alone.
    pub cells: Vec<Vec<CopiedCell>>,
    /// All that texts can't hold; none where the text is all.
    pub excerpt: Option<Excerpt>,
}

impl Copied {
    /// Rows of cells with tabs between them.
    pub fn text(&self) -> String {
        let rows: Vec<Vec<String>> =
            self.cells.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
        match rows.as_slice() {
            // A name alone is a text, not a cell that needs quotation marks.
            [row] if self.excerpt.as_ref().is_none_or(|excerpt| excerpt.shape != ExcerptShape::Block) => row.join("\t"),
            rows => table::write(rows),
        }
    }

    fn name(text: &str) -> Self {
        let cell = CopiedCell { text: text.to_owned(), figure: None };
        Self { cells: vec![vec![cell]], excerpt: None }
    }
}

/// Copies what is selected: the selected cards, else the block of cells, else the steps or stages whose headings the cursor
/// stands on, else the text that it stands on. A touchpoint without text is called as its channel, by `name_of`. None where
/// nothing is selected.
pub fn copy(map: &JourneyMap, selection: &Selection, name_of: &dyn Fn(Channel) -> String) -> Option<Copied> {
    let cursor = selection.cursor?;
    if selection.cards.is_empty() && position(map, cursor).is_none() {
        return heading(map, cursor, &headings::chosen(map, selection));
    }
    let as_block = selection.anchor.is_some() || selection.cards.is_empty();
    let block = if as_block { cells(map, selection) } else { around(map, &selection.cards) };
    let first = block.first()?;
    let columns: Vec<StepId> = first.iter().filter_map(|cursor| cell_of(*cursor).map(|(_, step)| step)).collect();
    let rows: Vec<ExcerptRow> =
        block.iter().filter_map(|row| row.first().and_then(|cursor| cell_of(*cursor)).map(|(row, _)| row)).collect();
    let chosen: BTreeSet<CardId> = selection.cards.iter().copied().collect();
    let excerpt = excerpt(map, &rows, &columns, &|card| chosen.is_empty() || chosen.contains(&card.id));
    let cells = excerpt
        .rows
        .iter()
        .map(|row| {
            excerpt.map.steps().take(excerpt.columns).map(|(_, step)| cell_text(map, row, step, name_of)).collect()
        })
        .collect();
    Some(Copied { cells, excerpt: Some(excerpt) })
}

/// Copies what is selected as [`copy`] does, and takes it out of the map: with the names that others had for it, so that it
/// stays itself where it lands. None where there is nothing to take out.
pub fn cut(map: &JourneyMap, selection: &Selection, name_of: &dyn Fn(Channel) -> String) -> Option<(Copied, Change)> {
    let mut copied = copy(map, selection, name_of)?;
    // What isn't in the copy stays: notes of the tray, and cards of lanes that nobody sees.
    let mut taken = selection.clone();
    if let Some(excerpt) = &copied.excerpt {
        let inside: BTreeSet<CardId> = excerpt.map.cards().map(|(_, card)| card.id).collect();
        taken.cards.retain(|id| inside.contains(id));
    }
    let change = clear(map, &taken)?;
    match &mut copied.excerpt {
        Some(excerpt) if excerpt.shape == ExcerptShape::Block => {
            excerpt.cut = true;
            excerpt.mentions = mentions(map, excerpt);
        }
        // Only the name of a heading is taken out, so only the name travels.
        excerpt => *excerpt = None,
    }
    Some((copied, change))
}

const fn cell_of(cursor: Cursor) -> Option<(ExcerptRow, StepId)> {
    match cursor {
        Cursor::Cell { lane, step, persona } => Some((ExcerptRow { lane, persona }, step)),
        _ => None,
    }
}

/// Who outside of an excerpt names one of its cards.
fn mentions(map: &JourneyMap, excerpt: &Excerpt) -> Vec<Mention> {
    let inside: BTreeSet<CardId> = excerpt.map.cards().map(|(_, card)| card.id).collect();
    let mut found = Vec::new();
    for card in map.cards().map(|(_, card)| card).chain(&map.tray).filter(|card| !inside.contains(&card.id)) {
        let mut add = |of: CardId, kind: MentionKind| {
            if inside.contains(&of) {
                found.push(Mention { by: card.id, of, kind });
            }
        };
        card.links.iter().for_each(|link| add(link.to, MentionKind::Link(link.label.clone())));
        match &card.content {
            Content::Opportunity(opportunity) => {
                opportunity.answers.iter().for_each(|id| add(*id, MentionKind::Answer));
            }
            Content::Touchpoint(touchpoint) => {
                if let Some(first) = touchpoint.said_first {
                    add(first, MentionKind::SaidFirst);
                }
            }
            _ => {}
        }
    }
    found
}

/// The cells of these rows and steps as a map of their own.
fn excerpt(map: &JourneyMap, rows: &[ExcerptRow], columns: &[StepId], chosen: &dyn Fn(&Card) -> bool) -> Excerpt {
    let place: HashMap<StepId, usize> = map.steps().enumerate().map(|(n, (_, step))| (step.id, n)).collect();
    let lanes: BTreeSet<_> = rows.iter().map(|row| row.lane).collect();
    let personas: BTreeSet<_> = rows.iter().filter_map(|row| row.persona).collect();
    let mut last = columns.iter().filter_map(|id| place.get(id)).max().copied().unwrap_or(0);
    let first = columns.iter().filter_map(|id| place.get(id)).min().copied().unwrap_or(0);
    let mut stage = Stage::new(crate::model::Id::from_bits(0), "");
    for step in columns.iter().filter_map(|id| map.step(*id)) {
        let mut copy = Step { branches: Vec::new(), ..(**step).clone() };
        copy.cards.retain(|card| lanes.contains(&card.lane) && chosen(card));
        copy.scores.retain(|persona, _| personas.contains(persona));
        last = copy.cards.iter().filter_map(|card| place.get(&card.until?)).copied().fold(last, usize::max);
        stage.id =
            map.stages.iter().find(|stage| stage.steps.iter().any(|own| own.id == step.id)).map_or(stage.id, |s| s.id);
        stage.steps.push(Arc::new(copy));
    }
    // Where spans end.
    let behind = map.steps().skip(first + columns.len()).take((last + 1).saturating_sub(first + columns.len()));
    stage.steps.extend(behind.map(|(_, step)| Arc::new(Step::new(step.id, ""))));
    let mut part = JourneyMap { language: map.language, stages: vec![Arc::new(stage)], ..JourneyMap::default() };
    part.lanes = map.lanes.iter().filter(|lane| lanes.contains(&lane.id)).map(Arc::clone).collect();
    name_sources(map, &mut part, &personas);
    Excerpt { rows: rows.to_vec(), columns: columns.len(), map: part, ..Excerpt::default() }
}

/// Takes the personas, evidence and own channels along that the cards and scores of a part name.
fn name_sources(map: &JourneyMap, part: &mut JourneyMap, rows: &BTreeSet<PersonaId>) {
    let mut personas = rows.clone();
    let mut evidence: BTreeSet<EvidenceId> = BTreeSet::new();
    let mut channels = BTreeSet::new();
    for (_, step) in part.steps() {
        personas.extend(step.scores.keys());
        evidence.extend(step.scores.values().filter_map(|score: &Score| score.measured()?.evidence));
        for card in &step.cards {
            personas.extend(&card.personas);
            evidence.extend(&card.evidence);
            if let Content::Touchpoint(touchpoint) = &card.content {
                personas.extend(touchpoint.scores.keys().chain(touchpoint.measured.keys()));
                evidence.extend(touchpoint.measured.values().filter_map(|measured| measured.evidence));
                if let Some(Channel::Own(id)) = touchpoint.channel {
                    channels.insert(id);
                }
            }
        }
    }
    part.personas = map.personas.iter().filter(|persona| personas.contains(&persona.id)).map(Arc::clone).collect();
    for persona in &mut part.personas {
        if persona.segment.is_some() {
            Arc::make_mut(persona).segment = None;
        }
    }
    part.evidence = map.evidence.iter().filter(|found: &&Evidence| evidence.contains(&found.id)).cloned().collect();
    part.channels = map.channels.iter().filter(|channel| channels.contains(&channel.id)).cloned().collect();
}

/// The chosen steps or stages, whole; of other headings the text.
fn heading(map: &JourneyMap, cursor: Cursor, chosen: &[Cursor]) -> Option<Copied> {
    let whole = |shape, stages: Vec<Arc<Stage>>, names: Vec<String>| {
        let mut part = JourneyMap { language: map.language, ..JourneyMap::default() };
        part.stages = stages;
        let lanes: BTreeSet<_> = part.cards().map(|(_, card)| card.lane).collect();
        part.lanes = map.lanes.iter().filter(|lane| lanes.contains(&lane.id)).map(Arc::clone).collect();
        name_sources(map, &mut part, &BTreeSet::new());
        let columns = part.steps().count();
        let cells = names.into_iter().map(|text| CopiedCell { text, figure: None }).collect();
        Copied { cells: vec![cells], excerpt: Some(Excerpt { shape, columns, map: part, ..Excerpt::default() }) }
    };
    Some(match cursor {
        Cursor::Title => Copied::name(&map.title),
        Cursor::Scenario => Copied::name(&map.scenario),
        Cursor::Omtm => Copied::name(&map.omtm.as_ref()?.name),
        Cursor::Phase(phase) => Copied::name(map.phases.get(phase)),
        Cursor::Lane(_) | Cursor::Persona(_) => {
            let name = |heading: &Cursor| match *heading {
                Cursor::Lane(id) => map.lane(id).map(|lane| lane.name.clone()),
                Cursor::Persona(id) => map.persona(id).map(|persona| persona.name.clone()),
                _ => None,
            };
            let names = chosen.iter().filter_map(name);
            let cells = names.map(|text| vec![CopiedCell { text, figure: None }]).collect();
            Copied { cells, excerpt: None }
        }
        Cursor::Stage(_) => {
            let stages: Vec<_> =
                map.stages.iter().filter(|stage| chosen.contains(&Cursor::Stage(stage.id))).map(Arc::clone).collect();
            let names = stages.iter().map(|stage| stage.name.clone()).collect();
            whole(ExcerptShape::Stages, stages, names)
        }
        Cursor::Step(_) => {
            let chosen: Vec<_> = map.steps().filter(|(_, step)| chosen.contains(&Cursor::Step(step.id))).collect();
            let names = chosen.iter().map(|(_, step)| step.name.clone()).collect();
            let mut stage = Stage::new(chosen.first()?.0.id, "");
            stage.steps = chosen.iter().map(|(_, step)| Arc::clone(step)).collect();
            whole(ExcerptShape::Steps, vec![Arc::new(stage)], names)
        }
        Cursor::Link { from, to } => Copied::name(&connect::link(map, from, to)?.label),
        Cursor::Branch { from, to } => Copied::name(&connect::branch(map, from, to)?.label),
        Cursor::Cell { .. } => return None,
    })
}

/// The smallest block of cells in which all these cards lie.
fn around(map: &JourneyMap, cards: &[CardId]) -> Vec<Vec<Cursor>> {
    let wanted: BTreeSet<CardId> = cards.iter().copied().collect();
    let rows = rows(map);
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let places: Vec<(usize, usize)> = map
        .steps()
        .enumerate()
        .flat_map(|(column, (_, step))| step.cards.iter().map(move |card| (column, card)))
        .filter(|(_, card)| wanted.contains(&card.id))
        .filter_map(|(column, card)| rows.iter().position(|row| row.lane == card.lane).map(|row| (row, column)))
        .collect();
    let corner = |(row, column): (usize, usize)| {
        let row = rows.get(row)?;
        Some(Cursor::Cell { lane: row.lane, step: *steps.get(column)?, persona: row.persona })
    };
    let low = places.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)));
    let high = places.iter().copied().reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)));
    let selection = Selection { cursor: low.and_then(corner), anchor: high.and_then(corner), ..Selection::default() };
    cells(map, &selection)
}

/// What a cell says in a spreadsheet: a line a card with what such a line can say, a score as a number.
fn cell_text(map: &JourneyMap, row: &ExcerptRow, step: &Step, name_of: &dyn Fn(Channel) -> String) -> CopiedCell {
    if let Some(persona) = row.persona {
        let score = step.score(persona);
        let figure = score.shown().map(|value| (value * 100.0).round() / 100.0);
        let text = score_text(&score, map.language);
        return CopiedCell { text, figure };
    }
    let Some(kind) = map.lane(row.lane).map(|lane| lane.kind) else { return CopiedCell::default() };
    let own = |name: &str| map.channels.iter().find(|own| own.name == name).map(|own| Channel::Own(own.id));
    let channel_of = |name: &str| own(name).or_else(|| channel_by_name(name));
    let line = |card: &Arc<Card>| match &card.content {
        // Elsewhere a picture is what it shows, in words.
        Content::Image(image) if card.text.is_empty() => {
            if image.alternative.is_empty() {
                image.file.clone()
            } else {
                image.alternative.clone()
            }
        }
        // With its fields, as they are typed, so that they come back. A line is a card: a break in one can't be kept.
        _ => write_guarded(kind, card, name_of, &channel_of).replace('\n', " "),
    };
    let cards = step.cards.iter().filter(|card| card.lane == row.lane);
    CopiedCell { text: cards.map(line).collect::<Vec<_>>().join("\n"), figure: None }
}

/// A score as a spreadsheet writes it in this language; empty where it is unknown.
pub(super) fn score_text(score: &Score, language: Language) -> String {
    match (score.shown(), score.state) {
        (Some(value), _) => {
            let number = format!("{}", (value * 100.0).round() / 100.0);
            if language == Language::Vi { number.replace('.', ",") } else { number }
        }
        (None, ScoreState::NotInvolved) => "X".to_owned(),
        (None, _) => String::new(),
    }
}
