//! The plot of how much each owner has to look after. Must not know what counts.

use super::{About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Word};
use crate::insight::load;
use crate::model::{Content, JourneyMap};

/// So many owners are shown, those with most.
const MOST: usize = 40;

/// Touchpoints, pain points and open opportunities of each owner, one after the other.
pub(super) fn load(map: &JourneyMap) -> Plot {
    let all = load::loads(map);
    let shown = &all[..all.len().min(MOST)];
    let greatest = shown.iter().map(load::Load::total).max().unwrap_or(0) as f64;
    let name = |owner: &str| if owner.is_empty() { Label::Word(Word::Nobody) } else { Label::Own(owner.to_owned()) };
    let names = shown.iter().map(|load| name(&load.owner)).collect();
    let mut x = Axis::from_zero(Word::Cards, greatest, 1.12, Scale::Plain);
    if let super::Ticks::Every { distance, .. } = &mut x.ticks {
        *distance = distance.max(1.0);
    }
    let columns = [Word::Owner, Word::Touchpoints, Word::PainPoints, Word::OpenOpportunities, Word::Total];
    let mut plot = Plot::new(Kind::Load, x, Axis::down(names), Table::new(1, &columns));
    plot.foremost_of = (all.len() > MOST).then_some(all.len());
    let mut seen = [false; 3];
    for (place, load) in shown.iter().enumerate() {
        let y = -(place as f64);
        let parts = [load.touchpoints, load.pains, load.opportunities];
        let mut cells = vec![Cell::Said(name(&load.owner))];
        cells.extend(parts.map(Cell::count));
        cells.push(Cell::count(load.total()));
        // What is selected is the first card that the owner answers for.
        let first = map.cards().map(|(_, card)| card).chain(&map.tray).find(|card| {
            card.owner.trim() == load.owner
                && matches!(card.content, Content::Touchpoint(_) | Content::PainPoint(_) | Content::Opportunity(_))
        });
        let row = plot.table.push(first.map_or(About::Map, |card| About::Card(card.id)), cells, None);
        let mut from = 0.0;
        let hues = [Hue::Persona(0), Hue::Pain, Hue::Opportunity];
        for (part, (count, hue)) in parts.into_iter().zip(hues).enumerate() {
            if count == 0 {
                continue;
            }
            seen[part] = true;
            let to = from + count as f64;
            plot.marks.push(Mark::new(to, y, Shape::Row { from, width: 0.6 }, hue).row(row));
            from = to;
        }
        if let Some(last) = plot.marks.last_mut() {
            last.label = Some(Label::Figure(load.total() as f64, Scale::Plain));
        }
    }
    let keys = [
        Key::word(Word::Touchpoints, Hue::Persona(0), Sample::Area),
        Key::word(Word::PainPoints, Hue::Pain, Sample::Area),
        Key::word(Word::OpenOpportunities, Hue::Opportunity, Sample::Area),
    ];
    plot.legend = keys.into_iter().zip(seen).filter(|(_, seen)| *seen).map(|(key, _)| key).collect();
    plot.finished()
}
