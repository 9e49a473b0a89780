//! The notes of a map's stages, steps and cards, as a page to read beside the map: where each belongs, and what it says.
//!
//! Must not know paper: [`super::sheets`] puts the picture on it.

use kurbo::{Point, Rect, Size};

use super::pen::{Align, Pen, group, put};
use super::theme::MARGIN;
use super::{Options, theme};
use crate::i18n::card_name;
use crate::model::JourneyMap;
use crate::scene::{Color, Item, Region, Role, Scene, Target, kurbo};
use crate::text::{Typesetter, Weight};
use crate::words;

/// Width of a line: as many letters as are read well.
const LINE: f64 = 640.0;
/// What belongs to a step stands to the right of its stage, and what belongs to a card of its step.
const INDENT: f64 = 20.0;

/// Whether there is a note to show.
pub fn has_notes(map: &JourneyMap) -> bool {
    let noted = |notes: &str| !notes.trim().is_empty();
    map.stages.iter().any(|stage| noted(&stage.notes))
        || map.steps().any(|(_, step)| noted(&step.notes) || step.cards.iter().any(|card| noted(&card.notes)))
}

/// The notes of a map, in its order.
pub fn scene(map: &JourneyMap, options: &Options<'_>, fonts: &mut Typesetter) -> Scene {
    let palette = theme::palette_of(options.theme, &map.look);
    let palette = &*palette;
    let mut writer = Writer { pen: Pen::new(fonts, palette, options.words, map), items: Vec::new(), y: 20.0 };
    let title = words!(options.words, "notes-title");
    writer.put(&title, Weight::Bold, 26.0, 0.0, palette.accent, Role::Title, None);
    if !map.title.is_empty() {
        writer.put(&map.title, Weight::Regular, 13.0, 0.0, palette.weak, Role::Note, None);
    }
    let top = writer.y;
    let head = std::mem::take(&mut writer.items);
    for stage in &map.stages {
        let of_steps = stage
            .steps
            .iter()
            .any(|step| !step.notes.trim().is_empty() || step.cards.iter().any(|card| !card.notes.trim().is_empty()));
        if stage.notes.trim().is_empty() && !of_steps {
            continue;
        }
        writer.y += 14.0;
        let target = Some(Target::Stage(stage.id));
        writer.put(&stage.name, Weight::Bold, 15.0, 0.0, palette.phase(stage.phase).text, Role::Note, target);
        writer.put(&stage.notes, Weight::Regular, 12.0, 0.0, palette.text, Role::Note, target);
        for step in &stage.steps {
            let cards: Vec<_> = step.cards.iter().filter(|card| !card.notes.trim().is_empty()).collect();
            if step.notes.trim().is_empty() && cards.is_empty() {
                continue;
            }
            writer.y += 8.0;
            let target = Some(Target::Step(step.id));
            writer.put(&step.name, Weight::Bold, 13.0, INDENT, palette.text, Role::Note, target);
            writer.put(&step.notes, Weight::Regular, 12.0, INDENT, palette.text, Role::Note, target);
            for card in cards {
                let name = card_name(options.words, map, card);
                let target = Some(Target::Card(card.id));
                writer.y += 3.0;
                writer.put(&name, Weight::Medium, 12.0, 2.0 * INDENT, palette.weak, Role::Note, target);
                writer.put(&card.notes, Weight::Regular, 12.0, 2.0 * INDENT, palette.text, Role::Note, target);
            }
        }
    }
    let size = Size::new(LINE + 2.0 * MARGIN, writer.y + MARGIN);
    let region = |from: f64, to: f64, items| Region { rect: Rect::new(0.0, from, size.width, to), items };
    Scene {
        size,
        background: palette.paper,
        title: if map.title.is_empty() { title } else { format!("{title}: {}", map.title) },
        language: options.words.language(),
        title_block: region(0.0, top, head),
        header: Region::default(),
        names: Region::default(),
        body: region(top, size.height, writer.items),
        footer: Region::default(),
        columns: Vec::new(),
        rows: Vec::new(),
    }
}

/// Writes one text below the other.
struct Writer<'a> {
    pen: Pen<'a>,
    items: Vec<Item>,
    y: f64,
}

impl Writer<'_> {
    #[expect(clippy::too_many_arguments, reason = "a line is all of these")]
    fn put(
        &mut self,
        text: &str,
        weight: Weight,
        size: f32,
        indent: f64,
        color: Color,
        role: Role,
        target: Option<Target>,
    ) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let set = self.pen.set(text, weight, size, LINE - indent);
        let rect = Rect::new(MARGIN + indent, self.y, MARGIN + LINE, self.y + set.height);
        let mut parts = Vec::new();
        put(&mut parts, &set, Point::new(rect.x0, rect.y0), color, Align::Left);
        self.items.push(group(target, role, text.to_owned(), rect, parts));
        self.y = rect.y1 + 2.0;
    }
}
