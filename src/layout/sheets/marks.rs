//! What is written on a sheet besides the picture: where the sheet belongs, which stages it shows, and the names and words of
//! what began on an earlier sheet.
//!
//! Must not know where the picture is cut.

use std::sync::Arc;

use kurbo::{Point, Rect, Size};

use super::{Look, Part, Sheet};
use crate::layout::pen::{Align, put};
use crate::scene::{Group, Item, Placed, Scene, Target, TextItem, kurbo};
use crate::text::{Paragraph, Style, Typesetter, Weight};
use crate::words;

/// Share of the margin that the letters of a mark are high.
const LETTERS: f64 = 0.3;
/// Free space before the words of a stage's heading, as its own words have it.
const INSET: f64 = 12.0;

/// The name of a sheet: a letter for its row, a number for its column. After Z comes AA.
pub fn sheet_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = row + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &(column + 1).to_string()
}

/// The marks of a sheet; `last` is the row and column of the last one.
pub(super) fn marks(
    scene: &Scene,
    size: Size,
    margin: f64,
    sheet: &Sheet,
    last: (usize, usize),
    look: &Look<'_>,
    fonts: &mut Typesetter,
) -> Vec<Item> {
    let mut items = Vec::new();
    let letters = (margin * LETTERS) as f32;
    let mut line = |text: &str, weight: Weight| fonts.set(text, Style { weight, size: letters }, None);
    if last != (0, 0) {
        let here = sheet_name(sheet.row, sheet.column);
        let place = words!(look.words, "sheet-mark", here = here, last = sheet_name(last.0, last.1));
        let place = line(&place, Weight::Bold);
        let top = size.height - margin + (margin - place.height) / 2.0;
        let right = size.width - margin - place.width;
        put(&mut items, &place, Point::new(right, top), look.palette.text, Align::Left);
        // Map and stages, as much of it as there is room for.
        let stages = stages(scene, sheet).join(" · ");
        let both = [scene.title.as_str(), stages.as_str()].into_iter().filter(|part| !part.is_empty());
        let both = both.collect::<Vec<_>>().join(": ");
        let room = right - 2.0 * margin;
        let fitting = [both, stages, scene.title.clone()].into_iter().find_map(|text| {
            let set = line(&text, Weight::Regular);
            (!text.is_empty() && set.width <= room).then_some(set)
        });
        if let Some(about) = fitting {
            put(&mut items, &about, Point::new(margin, top), look.palette.weak, Align::Left);
        }
    }
    for part in &sheet.parts {
        for group in scene.header.groups().chain(scene.names.groups()) {
            items.extend(goes_on(part, group, fonts));
        }
        for card in scene.body.groups().filter(|group| matches!(group.target, Some(Target::Card(_)))) {
            items.extend(card_goes_on(part, card, fonts));
        }
    }
    items
}

/// The stages whose steps are on a sheet.
fn stages(scene: &Scene, sheet: &Sheet) -> Vec<String> {
    let above_footer = |part: &&Part| part.source.y0 < scene.footer.rect.y0;
    let Some(cells) = sheet.parts.iter().rev().find(above_footer) else { return Vec::new() };
    let shown = |group: &Placed<&Group>| {
        let rect = group.rect();
        matches!(group.target, Some(Target::Stage(_))) && rect.x0 < cells.source.x1 && cells.source.x0 < rect.x1
    };
    scene.header.groups().filter(shown).map(|group| group.name.clone()).filter(|name| !name.is_empty()).collect()
}

/// The name of a phase, stage or lane again, where it stands on a sheet before this one.
fn goes_on(part: &Part, group: Placed<&Group>, fonts: &mut Typesetter) -> Vec<Item> {
    let across = match group.target {
        Some(Target::Stage(_) | Target::Phase(_)) => true,
        Some(Target::Lane(_)) => false,
        _ => return Vec::new(),
    };
    let rect = group.rect();
    let seen = rect.intersect(part.source);
    let Some(text) = first_text(group) else { return Vec::new() };
    let began = if across { text.origin.x < part.source.x0 - 0.5 } else { text.origin.y < part.source.y0 };
    if seen.area() <= 1.0 || !began {
        return Vec::new();
    }
    let Some(run) = text.line.runs.first() else { return Vec::new() };
    let style = Style { weight: Weight::Bold, size: run.size as f32 };
    let inset = if across { (text.origin.x - rect.x0).clamp(0.0, INSET) } else { 0.0 };
    let left = if across { seen.x0 + inset } else { text.origin.x };
    let room = seen.x1 - left - inset;
    let set = fonts.set(&format!("… {}", group.name), style, Some(room.max(1.0) as f32));
    let place = if across { Rect::new(left, text.origin.y - run.size, left + room, rect.y1) } else { seen };
    fitting(&set, place).map_or_else(Vec::new, |set| {
        let mut items = Vec::new();
        // On the same line as its own words, or at the top of what is left of the lane.
        let baseline = set.lines.first().map_or(0.0, |line| line.0);
        let top = if across { text.origin.y - baseline } else { seen.y0 + INSET / 2.0 };
        put(&mut items, &set, Point::new(left, top) + part.by(), text.color, Align::Left);
        items
    })
}

/// What a card says again, where it covers more steps than a sheet has and nothing of its words is seen on this one.
fn card_goes_on(part: &Part, card: Placed<&Group>, fonts: &mut Typesetter) -> Vec<Item> {
    let rect = card.rect();
    let seen = rect.intersect(part.source);
    if seen.area() <= 1.0 || rect.x0 >= part.source.x0 - 0.5 {
        return Vec::new();
    }
    let mut texts = Vec::new();
    card.items().for_each(|item| {
        item.walk(&mut |item| {
            if let Item::Text(text) = item {
                texts.push((text.clone(), item.bounds()));
            }
        });
    });
    let Some((first, _)) = texts.first() else { return Vec::new() };
    let Some(run) = first.line.runs.first() else { return Vec::new() };
    let is_seen = |bounds: &Rect| bounds.intersect(seen).area() > 1.0;
    // Its figures look otherwise; they may be here, and keep their place.
    let same = |text: &&(TextItem, Rect)| text.0.line.runs.first().is_some_and(|other| other.size == run.size);
    let said: Vec<&str> = texts.iter().filter(same).flat_map(|(text, _)| text.line.text.split_whitespace()).collect();
    if texts.iter().filter(same).any(|(_, bounds)| is_seen(bounds)) {
        return Vec::new();
    }
    let figures = texts.iter().filter(|text| !same(text) && is_seen(&text.1)).map(|(_, bounds)| bounds.y0);
    let bottom = figures.filter(|top| *top > first.origin.y).fold(seen.y1, f64::min);
    let style =
        Style { weight: if run.face.weight >= 600 { Weight::Bold } else { Weight::Regular }, size: run.size as f32 };
    let place = Rect::new(seen.x0 + INSET, first.origin.y - run.size, seen.x1 - INSET, bottom);
    let mut set = |count: usize| {
        let rest = if count < said.len() { "…" } else { "" };
        let words = format!("… {}{rest}", said[..count].join(" "));
        let set = fonts.set(&words, style, Some(place.width().max(1.0) as f32));
        // Lines have space above their letters.
        let top = first.origin.y - set.lines.first().map_or(0.0, |line| line.0);
        (top + set.height <= place.y1 + 2.0 && set.width <= place.width() + 0.5).then_some((set, top))
    };
    // As many words as there is room for.
    let (mut fits, mut beyond) = (0, said.len() + 1);
    while fits + 1 < beyond {
        let tried = usize::midpoint(fits, beyond);
        if set(tried).is_some() { fits = tried } else { beyond = tried }
    }
    let Some((set, top)) = set(fits).filter(|_| fits > 0) else { return Vec::new() };
    let mut items = Vec::new();
    put(&mut items, &set, Point::new(place.x0, top) + part.by(), first.color, Align::Left);
    items
}

/// Words that fit into a place: half a name would be worse than none.
fn fitting(set: &Arc<Paragraph>, place: Rect) -> Option<Arc<Paragraph>> {
    (set.width <= place.width() + 0.5 && set.height <= place.height() + 2.0).then(|| Arc::clone(set))
}

fn first_text(group: Placed<&Group>) -> Option<TextItem> {
    group.items().find_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    })
}
