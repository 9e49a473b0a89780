//! The first and the last zone: who and why above the journey; legend, date and sources below it.

use kurbo::{Point, Rect, Size};

use super::ink;
use super::metric::metric_words;
use super::pen::{Align, Block, Pen, framed, group, line, put, put_icon};
use super::theme::MARGIN;
use super::{Images, band, legend};
use crate::i18n;
use crate::model::{Image, JourneyMap, LaneKind, MapState, Persona};
use crate::scene::{ImageItem, Item, Region, Role, Stroke, Target, kurbo};
use crate::text::Weight;
use crate::words;

/// From this width on, title, personas and metric stand side by side.
const WIDE: f64 = 1100.0;
/// Radius of a persona's picture.
const PORTRAIT: f64 = 22.0;
/// Least and greatest width of a persona's block.
const PERSONA: f64 = 264.0;
const WIDE_PERSONA: f64 = 380.0;
/// Greatest size of a logo.
const LOGO: Size = Size::new(180.0, 52.0);

/// The title, the scenario, the personas and the one metric that matters.
pub(super) fn title_block(pen: &mut Pen<'_>, map: &JourneyMap, images: &dyn Images, width: f64) -> Region {
    let wide = width >= WIDE;
    let mut items = Vec::new();
    let mut logo_bottom: f64 = 0.0;
    // The logo stands in the upper right corner; everything else has the width beside it.
    let mut right = width - MARGIN;
    if let Some(logo) = &map.look.logo {
        let block = logo_block(pen, logo, images);
        let at = Point::new(right - block.size.width, 20.0);
        let rect = Rect::from_origin_size(at, block.size);
        let mut parts = block.items;
        parts.iter_mut().for_each(|part| part.translate(at.to_vec2()));
        items.push(group(None, Role::Figure, logo.alternative.clone(), rect, parts));
        right = rect.x0 - 24.0;
        logo_bottom = rect.y1;
    }
    let inner = right - MARGIN;
    let title_width = if wide { title_width(pen, map, inner) } else { inner };

    let untitled = words!(pen.words, "map-untitled");
    let title = if map.title.is_empty() { untitled } else { map.title.clone() };
    let set = pen.set(&title, Weight::Bold, 26.0, title_width);
    let mut y = 20.0;
    let rect = Rect::new(MARGIN, y, MARGIN + title_width, y + set.height);
    let mut parts = Vec::new();
    let color = if map.title.is_empty() { pen.palette.weak } else { pen.palette.accent };
    put(&mut parts, &set, rect.origin(), color, Align::Left);
    items.push(group(Some(Target::Title), Role::Title, title, rect, parts));
    y += set.height;
    if !map.scenario.is_empty() {
        let set = pen.set(&map.scenario, Weight::Regular, 13.0, title_width);
        let rect = Rect::new(MARGIN, y + 2.0, MARGIN + title_width, y + 2.0 + set.height);
        let mut parts = Vec::new();
        put(&mut parts, &set, rect.origin(), pen.palette.weak, Align::Left);
        items.push(group(Some(Target::Scenario), Role::Note, map.scenario.clone(), rect, parts));
        y = rect.y1;
    }
    let mut bottom = y;

    if let Some(omtm) = &map.omtm {
        let omtm_width = if wide { 240.0 } else { inner };
        let label = pen.set(&words!(pen.words, "map-omtm"), Weight::Regular, 11.0, omtm_width);
        let words = format!("{} {}", omtm.name, metric_words(pen, &omtm.metric)).trim().to_owned();
        let value = pen.set(&words, Weight::Bold, 13.0, omtm_width);
        let (left, top, align) = if wide {
            (right - omtm_width, 26.0, Align::Right(omtm_width))
        } else {
            (MARGIN, bottom + 12.0, Align::Left)
        };
        let rect = Rect::new(left, top, left + omtm_width, top + label.height + 3.0 + value.height);
        let mut parts = Vec::new();
        put(&mut parts, &label, rect.origin(), pen.palette.weak, align);
        put(&mut parts, &value, Point::new(left, top + label.height + 3.0), pen.palette.text, align);
        let name = format!("{}: {words}", words!(pen.words, "map-omtm"));
        items.push(group(Some(Target::Omtm), Role::Note, name, rect, parts));
        bottom = bottom.max(rect.y1);
        right -= omtm_width + 24.0;
    }

    if !wide {
        bottom = bottom.max(logo_bottom);
    }
    // A scenario that nobody wrote yet keeps its line: it is typed there.
    let below_title = if map.scenario.is_empty() && map.omtm.is_none() { 32.0 } else { 16.0 };
    let (left, mut top) = if wide { (MARGIN + title_width + 32.0, 22.0) } else { (MARGIN, bottom + below_title) };
    let right = if wide { right } else { width - MARGIN };
    let per_row = (((right - left + 24.0) / (PERSONA + 24.0)) as usize).max(1);
    // Where there is room for all of them, each gets more of it.
    let shown = map.personas.len().clamp(1, per_row) as f64;
    let block_width = ((right - left + 24.0) / shown - 24.0).clamp(PERSONA, WIDE_PERSONA);
    for row in map.personas.chunks(per_row) {
        let blocks: Vec<Block> =
            row.iter().map(|persona| persona_block(pen, map, images, persona, block_width)).collect();
        let height = blocks.iter().map(|block| block.size.height).fold(0.0, f64::max);
        for (index, (persona, block)) in row.iter().zip(blocks).enumerate() {
            let at = Point::new(left + (block_width + 24.0) * index as f64, top);
            let mut parts = block.items;
            for item in &mut parts {
                item.translate(at.to_vec2());
            }
            let rect = Rect::from_origin_size(at, block.size);
            let name = [persona.name.as_str(), &persona.description, &persona.quote];
            let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            items.push(group(Some(Target::Persona(persona.id)), Role::Note, name, rect, parts));
        }
        bottom = bottom.max(top + height);
        top += height + 14.0;
    }
    Region { rect: band(width, 0.0, bottom.max(logo_bottom) + 22.0), items }
}

/// The logo as large as its room allows; one that isn't there leaves its place empty, for everybody to see.
fn logo_block(pen: &Pen<'_>, logo: &Image, images: &dyn Images) -> Block {
    if let Some(found) = images.find(&logo.file) {
        let (width, height) = (f64::from(found.width.max(1)), f64::from(found.height.max(1)));
        let scale = (LOGO.width / width).min(LOGO.height / height);
        let size = Size::new(width * scale, height * scale);
        let rect = Rect::from_origin_size(Point::ORIGIN, size);
        let image = ImageItem { rect, data: found.data, alternative: logo.alternative.clone() };
        return Block { size, items: vec![Item::Image(image)] };
    }
    let size = Size::new(LOGO.height * 1.5, LOGO.height);
    let rect = Rect::from_origin_size(Point::ORIGIN, size);
    let mut items = vec![framed(rect, 7.0, None, Stroke::dashed(pen.palette.zero, 1.0, 4.0, 3.0))];
    let at = Point::new(rect.center().x - 10.0, rect.center().y - 10.0);
    put_icon(&mut items, "image", at, 20.0, pen.palette.weak);
    Block { size, items }
}

/// Wide enough for title and scenario in one line each where that leaves most of the width to the personas.
fn title_width(pen: &mut Pen<'_>, map: &JourneyMap, inner: f64) -> f64 {
    let title = pen.line(&map.title, Weight::Bold, 26.0).width;
    let scenario = pen.line(&map.scenario, Weight::Regular, 13.0).width;
    let wish = title.max(scenario) + 1.0;
    let usual = (inner * 0.32).clamp(340.0, 620.0);
    // A row of personas and the metric keep their room.
    let others = (PERSONA + 24.0) * map.personas.len() as f64 + if map.omtm.is_some() { 264.0 } else { 0.0 } + 32.0;
    let most = (inner - others).clamp(inner * 0.4, inner * 0.6);
    if wish <= most { wish.max(usual) } else { usual }
}

/// The portrait, whole, and at its corner the shape and colour of the persona's curve; the initial where there is none.
fn portrait(pen: &mut Pen<'_>, images: &dyn Images, persona: &Persona) -> Vec<Item> {
    /// Radius of the shape beside a portrait.
    const MARK: f64 = 7.0;
    let own = pen.persona(persona.id);
    let ground = pen.palette.paper;
    let found = Some(persona.portrait.as_str()).filter(|file| !file.is_empty()).and_then(|file| images.find(file));
    let Some(found) = found else {
        let mut items = vec![ink::shape(own.kind, Point::new(PORTRAIT, PORTRAIT), PORTRAIT, Some(own.color), None)];
        let set = pen.line(&initial_of(&persona.name), Weight::Bold, 16.0);
        put(&mut items, &set, Point::new(0.0, PORTRAIT - set.height / 2.0), ground, Align::Center(2.0 * PORTRAIT));
        return items;
    };
    let (width, height) = (f64::from(found.width.max(1)), f64::from(found.height.max(1)));
    let scale = 2.0 * PORTRAIT / width.max(height);
    let rect = Rect::from_center_size(Point::new(PORTRAIT, PORTRAIT), (width * scale, height * scale));
    let image = ImageItem { rect, data: found.data, alternative: persona.name.clone() };
    let mark = Point::new(rect.x1 - MARK / 2.0, rect.y1 - MARK / 2.0);
    vec![
        Item::Image(image),
        ink::shape(own.kind, mark, MARK + 2.0, Some(ground), None),
        ink::shape(own.kind, mark, MARK, Some(own.color), None),
    ]
}

/// Portrait, name, who it is, what it says, and whether its curve is validated.
fn persona_block(pen: &mut Pen<'_>, map: &JourneyMap, images: &dyn Images, persona: &Persona, width: f64) -> Block {
    const TEXT: f64 = 2.0 * PORTRAIT + 12.0;
    let own = pen.persona(persona.id);
    let mut items = portrait(pen, images, persona);
    let room = width - TEXT;
    let mut y = 0.0;
    let roles: Vec<String> = persona.roles.iter().map(|role| i18n::role_word(pen.words, *role)).collect();
    let who = [persona.description.clone(), roles.join(", ")];
    let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let name = pen.set(&persona.name, Weight::Bold, 12.0, room);
    put(&mut items, &name, Point::new(TEXT, y), pen.palette.text, Align::Left);
    let name_end = name.lines.last().map_or(0.0, |(_, line)| line.width);
    let beside = pen.line(&who, Weight::Regular, 12.0);
    if name.lines.len() == 1 && name_end + 8.0 + beside.width <= room {
        put(&mut items, &beside, Point::new(TEXT + name_end + 8.0, y), pen.palette.weak, Align::Left);
        y += name.height;
    } else {
        y += name.height;
        if !who.is_empty() {
            let set = pen.set(&who, Weight::Regular, 12.0, room);
            put(&mut items, &set, Point::new(TEXT, y), pen.palette.weak, Align::Left);
            y += set.height;
        }
    }
    if !persona.quote.is_empty() {
        let set = pen.set(&format!("“{}”", persona.quote), Weight::Italic, 12.0, room);
        put(&mut items, &set, Point::new(TEXT, y), pen.palette.text, Align::Left);
        y += set.height;
    }
    if map.lanes.iter().any(|lane| lane.kind == LaneKind::Emotion && !lane.hidden) {
        let mut scores = map.steps().filter_map(|(_, step)| {
            let score = step.score(persona.id);
            score.shown().map(|_| score.validated())
        });
        // What most of the curve is; a curve without points says nothing.
        if let Some(first) = scores.next() {
            // A curve of single points only is what most of them are.
            let validated = match legend::parts(map, persona) {
                (0, 0) => {
                    let (yes, all) =
                        scores.fold((usize::from(first), 1), |(yes, all), is| (yes + usize::from(is), all + 1));
                    yes * 2 > all
                }
                (solid, dashed) => solid > dashed,
            };
            let middle = y + 9.0 * pen.large;
            for stroke in ink::curve_sample(own.kind, own.color, pen.palette.paper, validated) {
                items.push(line(Point::new(TEXT, middle), Point::new(TEXT + 36.0, middle), stroke));
            }
            let word = if validated { words!(pen.words, "map-validated") } else { words!(pen.words, "map-hypothesis") };
            let set = pen.line(&word, Weight::Regular, 11.0);
            put(&mut items, &set, Point::new(TEXT + 43.0, middle - set.height / 2.0), pen.palette.weak, Align::Left);
            y += 2.0 + set.height;
        }
    }
    Block { size: Size::new(width, y.max(2.0 * PORTRAIT)), items }
}

/// The letter in a persona's picture: that of its given name, without a form of address.
pub fn initial_of(name: &str) -> String {
    const ADDRESS: [&str; 12] = ["cô", "chú", "bác", "anh", "chị", "em", "ông", "bà", "mr", "mrs", "ms", "dr"];
    let name = name.split(',').next().unwrap_or(name);
    let word = name
        .split_whitespace()
        .find(|word| !ADDRESS.contains(&word.trim_end_matches('.').to_lowercase().as_str()))
        .or_else(|| name.split_whitespace().next());
    word.and_then(|word| word.chars().find(|c| c.is_alphanumeric()))
        .map(|letter| letter.to_uppercase().to_string())
        .unwrap_or_default()
}

/// What the lines mean, the day the map speaks of, and where estimates come from.
pub(super) fn footer(pen: &mut Pen<'_>, map: &JourneyMap, width: f64, top: f64) -> Region {
    let inner = width - 2.0 * MARGIN;
    let shown = |kind: LaneKind| map.lanes.iter().any(|lane| lane.kind == kind && !lane.hidden);
    let legend = if shown(LaneKind::Emotion) { legend::legend(pen, map) } else { String::new() };
    let mut about = vec![match map.state {
        MapState::AsIs => words!(pen.words, "map-as-is"),
        MapState::ToBe => words!(pen.words, "map-to-be"),
    }];
    about.extend(map.date.map(|date| pen.words.date(date)));
    if shown(LaneKind::CustomersKept) {
        let rates = &map.loss_rates;
        let percent = |share: f64| pen.words.percent(share);
        about.push(words!(
            pen.words,
            "map-loss-estimate",
            source = rates.source.clone(),
            first = percent(rates.first),
            second = percent(rates.second)
        ));
    }
    let about = about.join(" · ");
    let one_line = {
        let left = pen.line(&legend, Weight::Regular, 11.0).width;
        let right = pen.line(&about, Weight::Regular, 11.0).width;
        left + right + 32.0 <= inner
    };
    let left_width = if one_line {
        inner
    } else if legend.is_empty() {
        0.0
    } else {
        inner * 0.55
    };
    let right_width = if one_line { inner } else { inner - left_width - 24.0 };
    let left = pen.set(&legend, Weight::Regular, 11.0, left_width.max(40.0));
    let right = pen.set(&about, Weight::Regular, 11.0, right_width);
    let mut items = Vec::new();
    let rule = Stroke::solid(pen.palette.rule, 1.0);
    items.push(line(Point::new(MARGIN - 8.0, top), Point::new(width - MARGIN + 8.0, top), rule));
    let text_top = top + 14.0;
    let mut parts = Vec::new();
    put(&mut parts, &left, Point::new(MARGIN, text_top), pen.palette.weak, Align::Left);
    let at = Point::new(width - MARGIN - right_width, text_top);
    put(&mut parts, &right, at, pen.palette.weak, Align::Right(right_width));
    let bottom = text_top + left.height.max(right.height);
    let name = format!("{legend} {about}").trim().to_owned();
    items.push(group(None, Role::Note, name, Rect::new(MARGIN, text_top, width - MARGIN, bottom), parts));
    Region { rect: band(width, top, bottom + 20.0), items }
}
