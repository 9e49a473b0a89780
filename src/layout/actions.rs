//! What is to be done, as a picture of one page: pain points by rank, what answers each, who does it, by when and how far it
//! has come; then the opportunities that answer nothing. For the wall beside the map.
//!
//! Must not know paper: [`super::sheets`] puts the picture on it.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Point, Rect, Size};

use super::pen::{Align, Pen, circle, fill, framed, group, line, put};
use super::theme::MARGIN;
use super::{Options, theme};
use crate::i18n::{card_name, opportunity_state_word};
use crate::insight::pain::{self, RankedPain};
use crate::model::{Card, CardId, Content, JourneyMap, Opportunity, OpportunityState};
use crate::scene::{Item, Region, Role, Scene, Stroke, Target, kurbo};
use crate::text::{Paragraph, Typesetter, Weight};
use crate::words;

/// Space between columns.
const GAP: f64 = 16.0;
/// Space above and below the words of a row.
const PADDING: f64 = 9.0;
/// Widths of the columns: rank, pain point, how bad, opportunity, owner, due, state.
const WIDTHS: [f64; 7] = [34.0, 270.0, 112.0, 300.0, 126.0, 84.0, 104.0];
/// Letters of the table.
const BODY: f32 = 12.0;
const SMALL: f32 = 11.0;

/// Left edge of a column.
fn left(column: usize) -> f64 {
    MARGIN + WIDTHS.iter().take(column).sum::<f64>() + GAP * column as f64
}

fn width() -> f64 {
    left(WIDTHS.len()) - GAP + MARGIN
}

/// The list of what is to be done about a map.
pub fn scene(map: &JourneyMap, options: &Options<'_>, fonts: &mut Typesetter) -> Scene {
    let palette = theme::palette_of(options.theme, &map.look);
    let palette = &*palette;
    let mut pen = Pen::new(fonts, palette, options.words, map);
    let title = words!(pen.words, "actions-title");
    let (title_block, top) = head(&mut pen, map, &title);
    let mut items = names(&mut pen, top);
    let mut y = top + 24.0 * pen.large;

    let answers = answers(map);
    let ranking = pain::ranking(map);
    for ranked in &ranking {
        let Some((_, card)) = map.cards().find(|(_, card)| card.id == ranked.card) else { continue };
        let answered = answers.get(&card.id).map_or(&[][..], Vec::as_slice);
        let (row, bottom) = pain_row(&mut pen, map, ranked, card, answered, y);
        items.push(row);
        y = bottom;
    }
    let others: Vec<(&Card, &Opportunity)> = opportunities(map)
        .filter(|(_, opportunity)| !opportunity.answers.iter().any(|pain| ranking.iter().any(|one| one.card == *pain)))
        .collect();
    if !others.is_empty() {
        let heading = words!(pen.words, "actions-others");
        let set = pen.set(&heading, Weight::Bold, 13.0, WIDTHS[3]);
        let rect = Rect::new(left(0), y + 14.0, width() - MARGIN, y + 14.0 + set.height + 4.0);
        let mut parts = Vec::new();
        put(&mut parts, &set, rect.origin(), pen.palette.opportunity.text, Align::Left);
        items.push(group(None, Role::Note, heading, rect, parts));
        y = rect.y1;
        for (card, opportunity) in others {
            let (row, bottom) = other_row(&mut pen, map, card, opportunity, y);
            items.push(row);
            y = bottom;
        }
    } else if ranking.is_empty() {
        let none = words!(pen.words, "actions-none");
        let set = pen.set(&none, Weight::Regular, 13.0, width() - 2.0 * MARGIN);
        let rect = Rect::new(MARGIN, y + 12.0, width() - MARGIN, y + 12.0 + set.height);
        let mut parts = Vec::new();
        put(&mut parts, &set, rect.origin(), pen.palette.weak, Align::Left);
        items.push(group(None, Role::Note, none, rect, parts));
        y = rect.y1;
    }
    let size = Size::new(width(), y + MARGIN);
    Scene {
        size,
        background: palette.paper,
        title: if map.title.is_empty() { title } else { format!("{title}: {}", map.title) },
        language: options.words.language(),
        title_block,
        header: Region::default(),
        names: Region::default(),
        body: Region { rect: Rect::new(0.0, top, size.width, size.height), items },
        footer: Region::default(),
        columns: Vec::new(),
        rows: Vec::new(),
    }
}

/// The title, and which map it is about.
fn head(pen: &mut Pen<'_>, map: &JourneyMap, title: &str) -> (Region, f64) {
    let room = width() - 2.0 * MARGIN;
    let mut items = Vec::new();
    let set = pen.set(title, Weight::Bold, 26.0, room);
    let rect = Rect::new(MARGIN, 20.0, MARGIN + room, 20.0 + set.height);
    let mut parts = Vec::new();
    put(&mut parts, &set, rect.origin(), pen.palette.accent, Align::Left);
    items.push(group(None, Role::Title, title.to_owned(), rect, parts));
    let date = map.date.map(|date| pen.words.date(date));
    let about: Vec<&str> = [Some(map.title.as_str()), date.as_deref()].into_iter().flatten().collect();
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut bottom = rect.y1;
    if !about.is_empty() {
        let set = pen.set(&about, Weight::Regular, 13.0, room);
        let rect = Rect::new(MARGIN, bottom + 2.0, MARGIN + room, bottom + 2.0 + set.height);
        let mut parts = Vec::new();
        put(&mut parts, &set, rect.origin(), pen.palette.weak, Align::Left);
        items.push(group(None, Role::Note, about, rect, parts));
        bottom = rect.y1;
    }
    let bottom = bottom + 16.0;
    (Region { rect: Rect::new(0.0, 0.0, width(), bottom), items }, bottom)
}

/// What the columns are called.
fn names(pen: &mut Pen<'_>, top: f64) -> Vec<Item> {
    let names = [
        "#".to_owned(),
        words!(pen.words, "list-column-pain-point"),
        words!(pen.words, "actions-how-bad"),
        words!(pen.words, "list-column-opportunity"),
        words!(pen.words, "actions-owner"),
        words!(pen.words, "list-column-due"),
        words!(pen.words, "list-column-state"),
    ];
    let mut items = Vec::new();
    for (column, name) in names.into_iter().enumerate() {
        let set = pen.line(&name, Weight::Bold, SMALL);
        put(&mut items, &set, Point::new(left(column), top), pen.palette.weak, Align::Left);
    }
    items
}

/// What there is to do, on the map and then in the tray; what was rejected isn't.
fn opportunities(map: &JourneyMap) -> impl Iterator<Item = (&Card, &Opportunity)> {
    let cards = map.cards().map(|(_, card)| &**card).chain(map.tray.iter().map(|card| &**card));
    cards.filter_map(|card| match &card.content {
        Content::Opportunity(opportunity) if opportunity.state != OpportunityState::Rejected => {
            Some((card, opportunity))
        }
        _ => None,
    })
}

fn answers(map: &JourneyMap) -> BTreeMap<CardId, Vec<(&Card, &Opportunity)>> {
    let mut answers: BTreeMap<CardId, Vec<(&Card, &Opportunity)>> = BTreeMap::new();
    for (card, opportunity) in opportunities(map) {
        for pain in &opportunity.answers {
            answers.entry(*pain).or_default().push((card, opportunity));
        }
    }
    answers
}

/// A pain point and what answers it, from `top` on; and where it ends.
fn pain_row(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    ranked: &RankedPain,
    card: &Card,
    answered: &[(&Card, &Opportunity)],
    top: f64,
) -> (Item, f64) {
    let tone = pen.palette.pain;
    let y = top + PADDING;
    let mut parts = vec![rule(pen, top)];
    let mut said = Vec::new();
    if let Some(rank) = ranked.rank {
        let set = pen.line(&rank.to_string(), Weight::Bold, 15.0);
        put(&mut parts, &set, Point::new(left(0), y - 2.0), tone.text, Align::Left);
        said.push(words!(pen.words, "map-rank", rank = rank.to_string()));
    }
    let name = card_name(pen.words, map, card);
    let set = pen.set(&name, Weight::Medium, BODY, WIDTHS[1]);
    put(&mut parts, &set, Point::new(left(1), y), pen.palette.text, Align::Left);
    said.push(name);
    let mut bottom = y + set.height;
    if let Some((stage, step)) = map.steps().find(|(_, step)| step.id == ranked.step) {
        let place = [stage.name.as_str(), step.name.as_str()].into_iter().filter(|part| !part.is_empty());
        let place = place.collect::<Vec<_>>().join(" › ");
        let set = pen.set(&place, Weight::Regular, SMALL, WIDTHS[1]);
        put(&mut parts, &set, Point::new(left(1), bottom + 1.0), pen.palette.weak, Align::Left);
        said.push(place);
        bottom += 1.0 + set.height;
    }
    bottom = bottom.max(how_bad(pen, ranked, y, &mut parts, &mut said));

    let mut below = y;
    for (index, (card, opportunity)) in answered.iter().enumerate() {
        let begun = below + if index > 0 { 6.0 } else { 0.0 };
        below = task(pen, map, card, opportunity, begun, &mut parts, &mut said);
    }
    if answered.is_empty() {
        let none = words!(pen.words, "map-no-answer");
        let set = pen.set(&none, Weight::Regular, BODY, WIDTHS[3] - 20.0);
        let rect = Rect::new(left(3), y - 2.0, left(3) + WIDTHS[3], y + set.height + 6.0);
        parts.push(framed(rect, 6.0, None, Stroke::dashed(pen.palette.zero, 1.2, 4.0, 4.0)));
        put(&mut parts, &set, Point::new(rect.x0 + 10.0, y + 2.0), pen.palette.weak, Align::Left);
        said.push(none);
        below = rect.y1.max(owner(pen, &card.owner, y, &mut parts, &mut said));
    }
    let bottom = bottom.max(below) + PADDING;
    let rect = Rect::new(MARGIN, top, width() - MARGIN, bottom);
    (group(Some(Target::Card(card.id)), Role::Card, said.join(", "), rect, parts), bottom)
}

/// An opportunity that answers no pain point of the map, from `top` on; and where it ends.
fn other_row(pen: &mut Pen<'_>, map: &JourneyMap, card: &Card, opportunity: &Opportunity, top: f64) -> (Item, f64) {
    let mut parts = vec![rule(pen, top)];
    let mut said = Vec::new();
    let bottom = task(pen, map, card, opportunity, top + PADDING, &mut parts, &mut said) + PADDING;
    let rect = Rect::new(MARGIN, top, width() - MARGIN, bottom);
    (group(Some(Target::Card(card.id)), Role::Card, said.join(", "), rect, parts), bottom)
}

fn rule(pen: &Pen<'_>, y: f64) -> Item {
    line(Point::new(MARGIN, y), Point::new(width() - MARGIN, y), Stroke::solid(pen.palette.rule, 1.0))
}

/// Severity as dots, the share of customers, and whether it decides; where that ends.
fn how_bad(pen: &mut Pen<'_>, ranked: &RankedPain, top: f64, parts: &mut Vec<Item>, said: &mut Vec<String>) -> f64 {
    let (tone, large) = (pen.palette.pain, pen.large);
    let mut bottom = top;
    if let Some(severity) = ranked.severity {
        for dot in 0..5_u8 {
            let center = Point::new(left(2) + (4.0 + 11.0 * f64::from(dot)) * large, top + 8.0 * large);
            let full = dot < severity;
            let (ground, edge) = if full { (Some(tone.bar), None) } else { (None, Some(Stroke::solid(tone.bar, 1.0))) };
            parts.push(circle(center, if full { 4.0 } else { 3.5 } * large, ground, edge));
        }
        bottom += 17.0 * large;
        said.push(words!(pen.words, "map-severity-of", value = severity));
    }
    let mut figures = Vec::new();
    if let Some(share) = ranked.share {
        let share = pen.words.percent(share);
        said.push(words!(pen.words, "map-share-affected", share = share.clone()));
        figures.push(share);
    }
    if ranked.moment_of_truth {
        let word = words!(pen.words, "map-moment-of-truth");
        figures.push(format!("★ {word}"));
        said.push(word);
    }
    if !figures.is_empty() {
        let set = pen.set(&figures.join(" · "), Weight::Medium, SMALL, WIDTHS[2]);
        put(parts, &set, Point::new(left(2), bottom), tone.text, Align::Left);
        bottom += set.height;
    }
    bottom
}

/// What to do, who, when and how far; where that ends.
fn task(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    card: &Card,
    opportunity: &Opportunity,
    top: f64,
    parts: &mut Vec<Item>,
    said: &mut Vec<String>,
) -> f64 {
    let name = card_name(pen.words, map, card);
    let set = pen.set(&name, Weight::Medium, BODY, WIDTHS[3] - 12.0);
    parts.push(fill(Rect::new(left(3), top, left(3) + 4.0, top + set.height), 2.0, pen.palette.opportunity.bar));
    put(parts, &set, Point::new(left(3) + 12.0, top), pen.palette.text, Align::Left);
    said.push(format!("{}: {name}", words!(pen.words, "list-column-opportunity")));
    let mut bottom = (top + set.height).max(owner(pen, &card.owner, top, parts, said));
    let due = opportunity.due.map(|due| pen.words.date(due)).unwrap_or_default();
    let state = opportunity_state_word(opportunity.state, pen.words);
    for (column, text, name) in
        [(5, due, words!(pen.words, "list-column-due")), (6, state, words!(pen.words, "list-column-state"))]
    {
        if text.is_empty() {
            continue;
        }
        let set = pen.set(&text, Weight::Regular, BODY, WIDTHS[column]);
        put(parts, &set, Point::new(left(column), top), pen.palette.text, Align::Left);
        said.push(format!("{name}: {text}"));
        bottom = bottom.max(top + set.height);
    }
    bottom
}

/// Who does it; a line to write a name on where nobody does. Where that ends.
fn owner(pen: &mut Pen<'_>, owner: &str, top: f64, parts: &mut Vec<Item>, said: &mut Vec<String>) -> f64 {
    if owner.trim().is_empty() {
        let y = top + 14.0 * pen.large;
        let stroke = Stroke::dashed(pen.palette.zero, 1.0, 2.0, 3.0);
        parts.push(line(Point::new(left(4), y), Point::new(left(4) + WIDTHS[4] - 8.0, y), stroke));
        return y;
    }
    let set: Arc<Paragraph> = pen.set(owner, Weight::Regular, BODY, WIDTHS[4]);
    put(parts, &set, Point::new(left(4), top), pen.palette.text, Align::Left);
    said.push(format!("{}: {owner}", words!(pen.words, "actions-owner")));
    top + set.height
}
