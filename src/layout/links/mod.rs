//! Arrows between cards, and between steps ([`branches()`]). Those between cards are straight where nothing is in between, else with round corners through the gutters and along the
//! gaps between rows, which no card covers. Words stand on their arrow, in room that the rows keep for them.
//!
//! A [`Plan`] finds the ways, says how much room they need between the rows, and draws them once the rows have grown.

mod branches;
mod draw;
mod ground;
mod ports;
mod route;
mod tracks;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use kurbo::Rect;

pub(super) use branches::branches;
pub(super) use ground::{End, Holds, RowPlace};

use super::pen::Pen;
use crate::i18n;
use crate::model::{Card, CardId, Channel, Content, JourneyMap};
use crate::scene::{Color, Column, Item, kurbo};
use crate::text::{Paragraph, Weight};
use crate::words;
use ground::Ground;
use route::{Router, Way};
use tracks::Wanted;

/// Width of a link's words where the link runs straight up or down.
const LABEL: f64 = 130.0;
/// Least and greatest width of a link's words.
const LABELS: Range<f64> = 72.0..240.0;

/// What arrows are drawn around.
pub(super) struct Around<'a> {
    pub(super) columns: &'a [Column],
    pub(super) rows: &'a [RowPlace],
    /// The colour of each row's ground.
    pub(super) grounds: &'a [Color],
    /// Where arrows can begin and end.
    pub(super) ends: &'a BTreeMap<CardId, End>,
    /// What they must not run through: cards, and places that ask for one.
    pub(super) boxes: &'a [Rect],
    /// Names of the blueprint's lines.
    pub(super) names: &'a [Rect],
}

impl<'a> Around<'a> {
    fn ground(&self) -> Ground<'a> {
        Ground::new(self.columns, self.rows, self.boxes.iter().copied(), self.names)
    }
}

/// An arrow to be drawn.
struct Arrow<'a> {
    from: CardId,
    to: CardId,
    label: &'a str,
    words: Option<Arc<Paragraph>>,
}

/// The cards that a link begins or ends at; none where the other end is no card of the map.
pub(super) type Linked<'m> = BTreeMap<CardId, Option<&'m Arc<Card>>>;

/// The cards that a link begins or ends at.
pub(super) fn linked(map: &JourneyMap) -> Linked<'_> {
    let mut linked = BTreeMap::new();
    for (_, card) in map.cards() {
        // An arrow from a card to itself would say nothing.
        for link in card.links.iter().filter(|link| link.to != card.id) {
            linked.insert(card.id, None);
            linked.insert(link.to, None);
        }
    }
    if !linked.is_empty() {
        for (_, card) in map.cards() {
            if let Some(found) = linked.get_mut(&card.id) {
                *found = Some(card);
            }
        }
    }
    linked
}

/// The arrows of a map with their ways. Where rows grow for them, the ways stay.
pub(super) struct Plan<'m> {
    arrows: Vec<(Arrow<'m>, Way)>,
}

impl<'m> Plan<'m> {
    /// Finds a way for all arrows whose two cards are shown, or are folded into a row that is.
    pub(super) fn new(pen: &mut Pen<'_>, map: &'m JourneyMap, around: &Around<'_>) -> Self {
        let ground = around.ground();
        let mut router = Router::new(&ground);
        let mut arrows = Vec::new();
        for (_, card) in map.cards() {
            for link in card.links.iter().filter(|link| link.to != card.id) {
                let (Some(from), Some(to)) = (around.ends.get(&card.id), around.ends.get(&link.to)) else { continue };
                if from.folded && to.folded {
                    continue;
                }
                let label = link.label.trim();
                let way = router.way(from, to, !label.is_empty());
                let words = (!label.is_empty()).then(|| {
                    // Words that fit on their stretch don't hide its corners.
                    let width = way.stretch(&ground, from, to).map_or(LABEL, |stretch| stretch - 28.0);
                    pen.set(label, Weight::Regular, 11.0, width.clamp(LABELS.start, LABELS.end))
                });
                arrows.push((Arrow { from: card.id, to: link.to, label, words }, way));
            }
        }
        Self { arrows }
    }

    fn wanted(&self, around: &Around<'_>) -> Vec<Wanted> {
        let ends = |arrow: &Arrow<'_>| Some((*around.ends.get(&arrow.from)?, *around.ends.get(&arrow.to)?));
        let wanted = self.arrows.iter().filter_map(|(arrow, way)| {
            let (from, to) = ends(arrow)?;
            let words = arrow.words.as_ref().map(|set| (set.width, set.height));
            Some(Wanted { from, to, way: way.clone(), words })
        });
        wanted.collect()
    }

    /// The room that arrows need in rows besides what rows keep anyway: the row, whether at its upper edge, and how much.
    pub(super) fn room(&self, around: &Around<'_>) -> Vec<(usize, bool, f64)> {
        let ground = around.ground();
        let needs = tracks::needs(&ground, &self.wanted(around)).into_iter().filter(|(_, room)| *room > 0.0);
        needs.filter_map(|(gap, room)| ground.keeper(gap).map(|(row, above)| (row, above, room))).collect()
    }

    /// The arrows, drawn.
    pub(super) fn draw(&self, pen: &Pen<'_>, map: &JourneyMap, around: &Around<'_>, linked: &Linked<'_>) -> Vec<Item> {
        let wanted = self.wanted(around);
        let placed = tracks::place(&around.ground(), &wanted);
        let names = Names::new(pen);
        let mut items = Vec::with_capacity(wanted.len());
        for (((arrow, _), wanted), placed) in self.arrows.iter().zip(&wanted).zip(&placed) {
            let name = |card: CardId| {
                let card = linked.get(&card).copied().flatten();
                card.map(|card| title(pen, map, card)).unwrap_or_default()
            };
            let name = names.of(&name(arrow.from), &name(arrow.to), arrow.label);
            let row = placed.words.map(|rect| around.rows.partition_point(|row| row.bottom < rect.center().y));
            let ground = row.and_then(|row| around.grounds.get(row)).copied().unwrap_or(pen.palette.paper);
            items.push(draw::arrow(pen, (arrow, name), wanted, placed, ground));
        }
        items
    }
}

/// What links are called. The sentences are made once, since thousands of them take longer than all ways together.
struct Names {
    plain: String,
    labelled: String,
}

impl Names {
    /// Signs that no text of a map has, where from, to and the words go.
    const FROM: char = '\u{1}';
    const TO: char = '\u{2}';
    const LABEL: char = '\u{3}';

    fn new(pen: &Pen<'_>) -> Self {
        let (from, to, label) = (Self::FROM.to_string(), Self::TO.to_string(), Self::LABEL.to_string());
        Self {
            plain: words!(pen.words, "map-link-name", from = from.as_str(), to = to.as_str()),
            labelled: words!(pen.words, "map-link-name-label", from = from, to = to, label = label),
        }
    }

    fn of(&self, from: &str, to: &str, label: &str) -> String {
        let sentence = if label.is_empty() { &self.plain } else { &self.labelled };
        let mut name = String::with_capacity(sentence.len() + from.len() + to.len() + label.len());
        for sign in sentence.chars() {
            match sign {
                Self::FROM => name.push_str(from),
                Self::TO => name.push_str(to),
                Self::LABEL => name.push_str(label),
                other => name.push(other),
            }
        }
        name
    }
}

/// What a card is called in few words.
fn title(pen: &Pen<'_>, map: &JourneyMap, card: &Card) -> String {
    let channel = match &card.content {
        Content::Touchpoint(touchpoint) if card.text.trim().is_empty() => touchpoint.channel,
        _ => None,
    };
    match channel {
        Some(Channel::Own(id)) => map.own_channel(id).map(|own| own.name.clone()).unwrap_or_default(),
        Some(known) => i18n::channel_word(pen.words, known).unwrap_or_default(),
        None => card.text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
