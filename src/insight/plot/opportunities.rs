//! The plots of opportunities: by effort and impact, and by Ulwick's score. Must not know how that score comes about.

use std::collections::BTreeMap;

use super::{
    About, Axis, Caption, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Ticks, Word, Worked,
};
use crate::insight::opportunity;
use crate::model::{Card, CardId, Content, JourneyMap, Opportunity, OpportunityState};

/// So many opportunities a plot shows, the foremost ones.
const MOST: usize = 60;

/// All opportunities, on the map in map order and then in the tray.
fn opportunities(map: &JourneyMap) -> impl Iterator<Item = (&Card, &Opportunity)> {
    map.cards().map(|(_, card)| card).chain(&map.tray).filter_map(|card| match &card.content {
        Content::Opportunity(opportunity) => Some((&**card, opportunity)),
        _ => None,
    })
}

fn scored(map: &JourneyMap) -> BTreeMap<CardId, f64> {
    opportunity::scores(map).into_iter().filter_map(|(card, score)| Some((card, score?))).collect()
}

const COLUMNS: [Word; 9] = [
    Word::Rank,
    Word::Opportunity,
    Word::Impact,
    Word::Effort,
    Word::Importance,
    Word::Satisfaction,
    Word::OpportunityScore,
    Word::State,
    Word::Owner,
];

/// What a row says, and how its score came about.
fn row(
    map: &JourneyMap,
    number: Label,
    card: &Card,
    opportunity: &Opportunity,
    score: Option<f64>,
) -> (Vec<Cell>, Option<Worked>) {
    let importance = opportunity.importance.map(|importance| f64::from(importance.value()));
    // Of a score above the importance the part above it is the gap; else the customer is content.
    let worked = importance.zip(score).filter(|(importance, score)| score > importance).map(|(importance, score)| {
        Worked::Opportunity { importance, satisfaction: 2.0 * importance - score, value: score }
    });
    let satisfaction = match &worked {
        Some(Worked::Opportunity { satisfaction, .. }) => Some(*satisfaction),
        _ => None,
    };
    let grade = |grade: Option<crate::model::Grade>| Cell::of(grade.map(|grade| grade.value().into()), Scale::Plain);
    let cells = vec![
        Cell::Said(number),
        Cell::Said(Label::card(map, card)),
        grade(opportunity.impact),
        grade(opportunity.effort),
        Cell::of(importance, Scale::Plain),
        Cell::of(satisfaction, Scale::Places(1)),
        Cell::of(score, Scale::Places(1)),
        Cell::Said(Label::State(opportunity.state)),
        if card.owner.is_empty() { Cell::Unknown } else { Cell::Said(Label::Own(card.owner.clone())) },
    ];
    (cells, worked)
}

/// Impact × effort: those that do much for little are at the upper left. Those of one place stand around it, so that each can
/// be seen.
pub(super) fn matrix(map: &JourneyMap) -> Plot {
    let axis = |label| Axis {
        label: Some(label),
        low: 0.4,
        high: 5.6,
        ticks: Ticks::Every { distance: 1.0, scale: Scale::Plain },
    };
    // Its numbers lead to the list beside it and are no ranking: that is the score's.
    let mut columns = COLUMNS;
    columns[0] = Word::Number;
    let mut plot = Plot::new(Kind::Matrix, axis(Word::Effort), axis(Word::Impact), Table::new(2, &columns));
    plot.numbered = true;
    let scores = scored(map);
    let placed = |(card, opportunity): (&'_ Card, &'_ Opportunity)| {
        Some((card.id, opportunity.effort?.value(), opportunity.impact?.value()))
    };
    // Most for least first.
    let mut all: Vec<(CardId, u8, u8)> = opportunities(map).filter_map(placed).collect();
    all.sort_by_key(|(_, effort, impact)| (i16::from(*effort) - i16::from(*impact), *effort));
    let cards: BTreeMap<CardId, (&Card, &Opportunity)> = opportunities(map).map(|one| (one.0.id, one)).collect();
    plot.foremost_of = (all.len() > MOST).then_some(all.len());
    all.truncate(MOST);
    let mut at_place: BTreeMap<(u8, u8), usize> = BTreeMap::new();
    for (_, effort, impact) in &all {
        *at_place.entry((*effort, *impact)).or_default() += 1;
    }
    let mut put: BTreeMap<(u8, u8), usize> = BTreeMap::new();
    let (mut open, mut settled) = (false, false);
    for (place, (id, effort, impact)) in all.into_iter().enumerate() {
        let Some((card, opportunity)) = cards.get(&id) else { continue };
        let of = at_place.get(&(effort, impact)).copied().unwrap_or(1);
        let nth = put.entry((effort, impact)).or_default();
        let (dx, dy) = beside(*nth, of);
        *nth += 1;
        let (cells, worked) = row(map, Label::Number(place + 1), card, opportunity, scores.get(&id).copied());
        let row = plot.table.push(About::Card(id), cells, worked);
        let is_open = opportunity.state.open();
        open |= is_open;
        settled |= !is_open;
        let mark = Mark::new(f64::from(effort) + dx, f64::from(impact) + dy, Shape::Badge, Hue::Opportunity);
        plot.marks.push(mark.saying(Label::Number(place + 1)).row(row).strong(is_open));
    }
    let key = |word, strong| {
        let sample = if strong { Sample::Dot } else { Sample::Ring };
        Key::word(word, Hue::Opportunity, sample)
    };
    if !plot.marks.is_empty() {
        plot.captions = quadrants();
    }
    if open && settled {
        plot.legend = vec![key(Word::Open, true), key(Word::Settled, false)];
    }
    plot.finished()
}

/// Where the nth of several things at one place stands, from it: in rows, close together.
fn beside(nth: usize, of: usize) -> (f64, f64) {
    if of < 2 {
        return (0.0, 0.0);
    }
    let columns = (of as f64).sqrt().ceil();
    let rows = (of as f64 / columns).ceil();
    let apart = (0.72 / columns).min(0.26);
    let (column, row) = (nth as f64 % columns, (nth as f64 / columns).floor());
    ((column - (columns - 1.0) / 2.0) * apart, ((rows - 1.0) / 2.0 - row) * apart)
}

fn quadrants() -> Vec<Caption> {
    let caption = |x, y, side, above, word| Caption { x, y, side, above, label: Label::Word(word) };
    vec![
        caption(0.4, 5.6, 1, -1, Word::QuickWin),
        caption(5.6, 5.6, -1, -1, Word::BigBet),
        caption(0.4, 0.4, 1, 1, Word::FillIn),
        caption(5.6, 0.4, -1, 1, Word::ThinkTwice),
    ]
}

/// Ulwick's scores of opportunities, the greatest first. Above 10 the customer is underserved.
pub(super) fn scores(map: &JourneyMap) -> Plot {
    let known = scored(map);
    let rejected = |opportunity: &Opportunity| opportunity.state == OpportunityState::Rejected;
    let mut all: Vec<(&Card, &Opportunity, f64)> = opportunities(map)
        .filter(|(_, opportunity)| !rejected(opportunity))
        .filter_map(|(card, opportunity)| Some((card, opportunity, known.get(&card.id).copied()?)))
        .collect();
    all.sort_by(|a, b| b.2.total_cmp(&a.2));
    let foremost_of = (all.len() > MOST).then_some(all.len());
    all.truncate(MOST);
    let names = all.iter().map(|(card, ..)| Label::card(map, card)).collect();
    let x = Axis {
        label: Some(Word::OpportunityScore),
        low: 0.0,
        high: 21.5,
        ticks: Ticks::Every { distance: 5.0, scale: Scale::Plain },
    };
    let mut plot = Plot::new(Kind::Opportunities, x, Axis::down(names), Table::new(2, &COLUMNS));
    plot.foremost_of = foremost_of;
    for (place, (card, opportunity, score)) in all.into_iter().enumerate() {
        let (cells, worked) = row(map, Label::Rank(place + 1), card, opportunity, Some(score));
        let row = plot.table.push(About::Card(card.id), cells, worked);
        let mark = Mark::new(score, -(place as f64), Shape::Row { from: 0.0, width: 0.6 }, Hue::Opportunity);
        plot.marks.push(mark.saying(Label::Figure(score, Scale::Places(1))).row(row).strong(score > 10.0));
    }
    if plot.marks.iter().any(|mark| mark.strong) {
        plot.legend.push(Key::word(Word::Underserved, Hue::Opportunity, Sample::Area));
    }
    plot.finished()
}
