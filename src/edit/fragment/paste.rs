//! Pasting: what was copied here with all it carries, or rows of texts from anywhere.

use std::collections::HashMap;

use super::brought::Brought;
use super::copy::score_text;
use super::heading::paste_heading;
use super::steps::paste_steps;
use super::target::{Target, says_nothing};
use super::{MOST_CELLS, NotPasted, Pasted};
use crate::edit::block::rows;
use crate::edit::copies::copy_card;
use crate::edit::line::ChannelNames;
use crate::edit::{CardChange, Cursor, Edit, table};
use crate::model::{
    Card, CardId, Content, ContentKind, Excerpt, ExcerptShape, IdSource, JourneyMap, Link, MentionKind,
};

/// Pastes what was copied, with all it carries. A block lands in the cells from the cursor on, row by row; on a step's
/// heading it becomes steps after that one, with its cards in the lanes of the same kind. Whole steps and stages land on
/// headings of their kind. Copies get new identities, and links among them join the copies; what was cut stays itself.
///
/// # Errors
/// When nothing of it can land there; [`NotPasted::NotHere`] where its text still may.
pub fn paste(map: &JourneyMap, cursor: Cursor, excerpt: &Excerpt, ids: &mut IdSource) -> Result<Pasted, NotPasted> {
    let size = (excerpt.rows.len(), excerpt.columns);
    if size.0.saturating_mul(size.1).max(excerpt.map.cards().count()) > MOST_CELLS {
        return Err(NotPasted::TooLarge { cells: size.0.saturating_mul(size.1).max(excerpt.map.cards().count()) });
    }
    match (excerpt.shape, cursor) {
        (_, Cursor::Step(_)) | (ExcerptShape::Steps | ExcerptShape::Stages, Cursor::Stage(_)) => {
            paste_steps(map, cursor, excerpt, ids)
        }
        (ExcerptShape::Block, Cursor::Cell { .. } | Cursor::Lane(_)) => paste_block(map, cursor, excerpt, ids),
        _ => Err(NotPasted::NotHere),
    }
}

/// The identities that the cards of an excerpt get here.
pub(super) fn identities(map: &JourneyMap, excerpt: &Excerpt, ids: &mut IdSource) -> HashMap<CardId, CardId> {
    let taken: std::collections::HashSet<CardId> =
        map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| card.id).collect();
    let mut new = HashMap::new();
    for (_, card) in excerpt.map.cards() {
        let stays = excerpt.cut && !taken.contains(&card.id);
        new.entry(card.id).or_insert_with(|| if stays { card.id } else { ids.fresh() });
    }
    new
}

/// A card as it arrives.
pub(super) fn arriving(
    card: &Card,
    excerpt: &Excerpt,
    new_ids: &HashMap<CardId, CardId>,
    brought: &Brought,
) -> Option<Card> {
    let copy = brought.card(copy_card(card, new_ids)?);
    // Votes were given to the card, not to its copies.
    Some(Card { votes: if copy.id == card.id && excerpt.cut { card.votes } else { 0 }, until: None, ..copy })
}

fn paste_block(map: &JourneyMap, cursor: Cursor, excerpt: &Excerpt, ids: &mut IdSource) -> Result<Pasted, NotPasted> {
    let new_ids = identities(map, excerpt, ids);
    let mut target = Target::new(map, ids);
    let (top, left) = target.corner(cursor).ok_or(NotPasted::NoPlace)?;
    let brought = Brought::new(map, excerpt, false, &mut target.edits, &mut target.notes);
    let columns: HashMap<_, _> = excerpt.map.steps().enumerate().map(|(place, (_, step))| (step.id, place)).collect();
    let mut landed_last = None;
    let landing = target.rows_for(top, excerpt, &|persona| brought.persona(persona));
    for (row, into) in excerpt.rows.iter().zip(landing) {
        let Some(into) = into else {
            match row.persona {
                Some(_) => target.notes.curves_left += 1,
                None => target.notes.rows_left += 1,
            }
            continue;
        };
        landed_last = target.rows.iter().position(|row| *row == into).max(landed_last);
        for (c, (_, from)) in excerpt.map.steps().take(excerpt.columns).enumerate() {
            let Some(step) = target.step(left + c) else {
                target.notes.columns_left = excerpt.columns - c;
                break;
            };
            if let Some(persona) = row.persona {
                let score = brought.score(from.score(persona));
                match into.persona {
                    Some(persona) if from.scores.contains_key(&row.persona.unwrap_or(persona)) => {
                        if !target.is_locked(into) {
                            target.edits.push(Edit::SetScore { step, persona, score });
                            target.landed += 1;
                        }
                    }
                    Some(_) => {}
                    None => target.put_text(into, step, &score_text(&score, map.language), &|_| None),
                }
                continue;
            }
            for card in from.cards.iter().filter(|card| card.lane == row.lane && !says_nothing(card)) {
                let mut into = into;
                if let (Content::Image(_), Some(like)) = (&card.content, excerpt.map.lane(card.lane))
                    && into.kind != like.kind
                {
                    // Only a lane of pictures can show one.
                    into = target.row_like(like);
                }
                if into.persona.is_some() || into.kind.content().is_none() {
                    target.put_text(into, step, &card.text, &|_| None);
                    continue;
                }
                if target.is_locked(into) {
                    continue;
                }
                let Some(copy) = arriving(card, excerpt, &new_ids, &brought) else { continue };
                let span = card.until.and_then(|until| columns.get(&until)?.checked_sub(c)).unwrap_or(0);
                // As long as it was, as far as there are steps already.
                let end = target.steps.len().saturating_sub(1).min(left + c + span);
                let until = target.steps.get(end).copied().filter(|end| *end != step);
                target.put(step, into, Card { until, ..copy });
            }
        }
    }
    retie(&mut target, excerpt, &new_ids);
    let last = excerpt.rows.last().and(landed_last).unwrap_or(top);
    let size = (last.saturating_sub(top) + 1, excerpt.columns);
    target.finish(cell_at(map, cursor, (top, left)), (top, left), size)
}

/// The cursor of a cell.
fn cell_at(map: &JourneyMap, cursor: Cursor, (row, column): (usize, usize)) -> Cursor {
    let row = rows(map).get(row).copied();
    let step = map.steps().nth(column).map(|(_, step)| step.id);
    match (cursor, row, step) {
        (Cursor::Cell { .. }, ..) => cursor,
        (_, Some(row), Some(step)) => Cursor::Cell { lane: row.lane, step, persona: row.persona },
        _ => cursor,
    }
}

/// Lets those who named a card before it was cut name it again.
pub(super) fn retie(target: &mut Target<'_>, excerpt: &Excerpt, new_ids: &HashMap<CardId, CardId>) {
    let made: HashMap<CardId, ContentKind> = target.made.iter().map(|card| (card.id, card.content.kind())).collect();
    let mut changed: Vec<Card> = Vec::new();
    for mention in &excerpt.mentions {
        let stayed = new_ids.get(&mention.of) == Some(&mention.of);
        let by = match changed.iter().position(|card| card.id == mention.by) {
            Some(place) => Some(place),
            None => target.map.card(mention.by).and_then(|(step, card)| {
                let locked = step.is_some() && target.map.lane(card.lane).is_some_and(|lane| lane.locked);
                (!locked).then(|| {
                    changed.push((**card).clone());
                    changed.len() - 1
                })
            }),
        };
        let kind = made.get(&mention.of).copied().filter(|_| stayed);
        let done = by.zip(kind).and_then(|(place, kind)| {
            let by = changed.get_mut(place)?;
            match (&mention.kind, &mut by.content) {
                (MentionKind::Link(label), _) => by.links.push(Link { to: mention.of, label: label.clone() }),
                (MentionKind::Answer, Content::Opportunity(opportunity)) if kind == ContentKind::PainPoint => {
                    if !opportunity.answers.contains(&mention.of) {
                        opportunity.answers.push(mention.of);
                    }
                }
                (MentionKind::SaidFirst, Content::Touchpoint(touchpoint)) if kind == ContentKind::Touchpoint => {
                    touchpoint.said_first = touchpoint.said_first.or(Some(mention.of));
                }
                _ => return None,
            }
            Some(())
        });
        target.notes.mentions_lost += usize::from(done.is_none() && stayed);
    }
    for card in changed {
        let Some((_, old)) = target.map.card(card.id) else { continue };
        if old.links != card.links {
            target.edits.push(Edit::SetCard(card.id, CardChange::Links(card.links)));
        }
        if old.content != card.content {
            target.edits.push(Edit::SetCard(card.id, CardChange::Content(card.content)));
        }
    }
}

/// Pastes a text, read as rows of cells with tabs between them.
///
/// # Errors
/// As [`paste_rows`].
pub fn paste_text(
    map: &JourneyMap,
    cursor: Cursor,
    text: &str,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Result<Pasted, NotPasted> {
    paste_rows(map, cursor, &table::read(text), channel_of, ids)
}

/// Pastes rows of texts at the cursor. In a cell a single column's lines become cards, and a block fills steps × lanes from
/// that cell on; in an emotion row numbers become scores (`−1,5`, `-1.5`, `+1`; `X`: not involved). At a step's heading
/// lines become steps after it, and a block's first row the names of steps, with the other rows in the lanes below; at a
/// stage's heading lines become stages, at a lane's name lanes, at a persona personas; elsewhere the text takes the place of
/// the old one.
///
/// # Errors
/// When nothing of it can land there.
pub fn paste_rows(
    map: &JourneyMap,
    cursor: Cursor,
    block: &[Vec<String>],
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Result<Pasted, NotPasted> {
    let cells: usize = block.iter().map(Vec::len).sum();
    if cells > MOST_CELLS {
        return Err(NotPasted::TooLarge { cells });
    }
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    if !matches!(cursor, Cursor::Cell { .. }) {
        return paste_heading(map, cursor, block, width, channel_of, ids);
    }
    let mut target = Target::new(map, ids);
    let (top, left) = target.corner(cursor).ok_or(NotPasted::NoPlace)?;
    let emotion = target.rows.get(top).is_some_and(|row| row.persona.is_some());
    // Lines without tabs are one cell's cards, but one score a row under each other.
    if width == 1 && !emotion {
        let lines: Vec<&str> = block.iter().flatten().map(String::as_str).collect();
        let (row, step) = (target.row(top, None), target.step(left));
        let (row, step) = row.zip(step).ok_or(NotPasted::NoPlace)?;
        target.put_text(row, step, &lines.join("\n"), channel_of);
        return target.finish(cursor, (top, left), (1, 1));
    }
    fill(&mut target, (top, left), block, width, channel_of);
    target.finish(cursor, (top, left), (block.len(), width))
}

/// Puts rows of texts into cells, from a corner on.
pub(super) fn fill(
    target: &mut Target<'_>,
    (top, left): (usize, usize),
    block: &[Vec<String>],
    width: usize,
    channel_of: ChannelNames<'_>,
) {
    // Rows and columns at the end that hold nothing make no lanes and steps.
    let filled = |row: &[String]| row.iter().rposition(|text| !text.trim().is_empty());
    let height = block.iter().rposition(|row| filled(row).is_some()).map_or(0, |last| last + 1);
    let width = width.min(block.iter().filter_map(|row| filled(row)).max().map_or(0, |last| last + 1));
    for (r, texts) in block.iter().take(height).enumerate() {
        let Some(row) = target.row(top + r, None) else {
            target.notes.rows_left = height - r;
            break;
        };
        for c in 0..width {
            let Some(step) = target.step(left + c) else {
                target.notes.columns_left = width - c;
                break;
            };
            if let Some(text) = texts.get(c) {
                target.put_text(row, step, text, channel_of);
            }
        }
    }
}
