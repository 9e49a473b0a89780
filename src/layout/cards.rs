//! One card of each kind, laid out at the origin for a given width.

use kurbo::{Point, Rect, Size};

use super::metric::metric_block;
use super::pen::{Align, Block, Pen, circle, fill, framed, put, put_icon};
use super::theme::{CARD_PADDING, PhaseColors};
use super::{Figures, Images};
use crate::i18n;
use crate::model::{
    Card, Channel, Content, Image, JourneyMap, LaneKind, Opportunity, OpportunityState, PainPoint, Touchpoint,
    TouchpointState,
};
use crate::scene::{Color, ImageItem, Item, Stroke, kurbo};
use crate::text::Weight;
use crate::words;

/// Corners of a card.
const RADIUS: f64 = 7.0;
/// Width of the bar at a card's left edge.
const BAR: f64 = 4.0;
/// Font sizes.
pub(super) const BODY: f32 = 12.0;
const SMALL: f32 = 11.0;

/// What a card is drawn from, besides itself.
pub(super) struct Around<'a> {
    pub(super) map: &'a JourneyMap,
    pub(super) figures: &'a Figures,
    pub(super) images: &'a dyn Images,
    pub(super) kind: LaneKind,
    pub(super) phase: PhaseColors,
    /// Ground of plain words in this cell.
    pub(super) quiet: Color,
}

/// A card laid out, and what its marks mean in words.
pub(super) struct CardBlock {
    pub(super) block: Block,
    pub(super) spoken: String,
}

/// Lays out a card.
pub(super) fn card_block(pen: &mut Pen<'_>, around: &Around<'_>, card: &Card, width: f64) -> CardBlock {
    let mut spoken = Spoken::default();
    let text = shown_text(pen, around, card);
    spoken.say(&text);
    let block = match &card.content {
        Content::Text => words_block(pen, around, card, &text, width),
        Content::Process => process_block(pen, around, card, &text, width, &mut spoken),
        Content::Touchpoint(touchpoint) => touchpoint_block(pen, around, card, touchpoint, &text, width, &mut spoken),
        Content::PainPoint(pain) => pain_block(pen, around, card, *pain, &text, width, &mut spoken),
        Content::Opportunity(opportunity) => {
            opportunity_block(pen, around, card, opportunity, &text, width, &mut spoken)
        }
        Content::Metric(metric) => metric_block(pen, metric, &text, width, &mut spoken),
        Content::Image(image) => image_block(pen, around, image, &text, width, &mut spoken),
    };
    if !card.personas.is_empty() {
        let names: Vec<&str> = card
            .personas
            .iter()
            .filter_map(|id| around.map.persona(*id))
            .map(|persona| persona.name.as_str())
            .collect();
        spoken.say(&words!(pen.words, "map-persona-only", names = names.join(", ")));
    }
    if card.votes > 0 {
        spoken.say(&words!(pen.words, "map-votes", n = card.votes));
    }
    CardBlock { block: with_votes(pen, block, card, width), spoken: spoken.text }
}

/// The parts of a card's name, one after the other.
#[derive(Default)]
pub(super) struct Spoken {
    text: String,
}

impl Spoken {
    pub(super) fn say(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(", ");
        }
        self.text.push_str(part);
    }
}

/// What a card says: its text, else its channel; customers' own words between quotation marks.
fn shown_text(pen: &Pen<'_>, around: &Around<'_>, card: &Card) -> String {
    match &card.content {
        Content::Touchpoint(Touchpoint { channel: Some(channel), .. }) if card.text.is_empty() => match channel {
            Channel::Own(id) => around.map.own_channel(*id).map(|own| own.name.clone()).unwrap_or_default(),
            known => i18n::channel_word(pen.words, *known).unwrap_or_default(),
        },
        Content::Text
            if matches!(around.kind, LaneKind::Thoughts | LaneKind::Quotes)
                && !card.text.is_empty()
                && !card.text.starts_with(['“', '"', '«', '‘', '\'']) =>
        {
            format!("“{}”", card.text)
        }
        _ => card.text.clone(),
    }
}

/// The colours of the personas a card concerns; none where it concerns all.
fn persona_colors(pen: &Pen<'_>, card: &Card) -> Vec<Color> {
    card.personas.iter().map(|id| pen.persona(*id)).collect()
}

/// A bar at the left edge, in equal parts of several colours.
fn put_bar(items: &mut Vec<Item>, height: f64, bar: f64, colors: &[Color]) {
    let part = height / colors.len().max(1) as f64;
    for (index, color) in colors.iter().enumerate() {
        let top = part * index as f64;
        items.push(fill(Rect::new(0.0, top, bar, top + part), if colors.len() == 1 { bar / 2.0 } else { 0.0 }, *color));
    }
}

/// Width of the dots of so many personas, with the space before them.
fn dots_width(colors: &[Color]) -> f64 {
    if colors.is_empty() { 0.0 } else { 10.0 * colors.len() as f64 + 4.0 }
}

/// Dots in the colours of the personas that a card concerns, where its bar means something else.
fn put_persona_dots(items: &mut Vec<Item>, right: f64, middle: f64, colors: &[Color]) {
    for (index, color) in colors.iter().rev().enumerate() {
        items.push(circle(Point::new(right - 4.0 - 10.0 * index as f64, middle), 4.0, Some(*color), None));
    }
}

/// Plain words, as light as can be: customers' own in italics behind a bar, the rest on a quiet ground.
fn words_block(pen: &mut Pen<'_>, around: &Around<'_>, card: &Card, text: &str, width: f64) -> Block {
    let quoted = matches!(around.kind, LaneKind::Thoughts | LaneKind::Quotes);
    let colors = persona_colors(pen, card);
    let mut items = Vec::new();
    if quoted {
        let set = pen.set(text, Weight::Italic, BODY, width - 12.0);
        let bars = if colors.is_empty() { vec![pen.palette.zero] } else { colors };
        put_bar(&mut items, set.height + 2.0, 3.0, &bars);
        put(&mut items, &set, Point::new(10.0, 1.0), pen.palette.text, Align::Left);
        return Block { size: Size::new(width, set.height + 2.0), items };
    }
    let set = pen.set(text, Weight::Regular, BODY, width - 20.0);
    let height = set.height + 12.0;
    let ground = card.color.map_or(around.quiet, |index| pen.palette.tint(index));
    items.push(fill(Rect::new(0.0, 0.0, width, height), RADIUS, ground));
    if !colors.is_empty() {
        put_bar(&mut items, height, 3.0, &colors);
    }
    put(&mut items, &set, Point::new(10.0, 6.0), pen.palette.text, Align::Left);
    Block { size: Size::new(width, height), items }
}

fn card_ground(pen: &Pen<'_>, card: &Card) -> Color {
    card.color.map_or(pen.palette.card, |index| pen.palette.tint(index))
}

/// Something the company does: a box with its owner below.
fn process_block(
    pen: &mut Pen<'_>,
    around: &Around<'_>,
    card: &Card,
    text: &str,
    width: f64,
    spoken: &mut Spoken,
) -> Block {
    let colors = persona_colors(pen, card);
    let set = pen.set(text, Weight::Medium, BODY, width - 20.0 - dots_width(&colors));
    let owner = (!card.owner.is_empty()).then(|| pen.set(&card.owner, Weight::Regular, SMALL, width - 20.0));
    let height = set.height + owner.as_ref().map_or(0.0, |owner| owner.height + 2.0) + 14.0;
    let mut items = Vec::new();
    let stroke = if around.kind == LaneKind::Systems {
        Stroke::dashed(pen.palette.zero, 1.0, 4.0, 3.0)
    } else {
        Stroke::solid(pen.palette.card_edge, 1.0)
    };
    items.push(framed(Rect::new(0.0, 0.0, width, height), RADIUS, Some(card_ground(pen, card)), stroke));
    put(&mut items, &set, Point::new(10.0, 7.0), pen.palette.text, Align::Left);
    if let Some(owner) = owner {
        spoken.say(&words!(pen.words, "map-owner", owner = card.owner.clone()));
        put(&mut items, &owner, Point::new(10.0, 9.0 + set.height), pen.palette.weak, Align::Left);
    }
    put_persona_dots(&mut items, width - 10.0, 7.0 + two_lines(&set) / 4.0, &colors);
    Block { size: Size::new(width, height), items }
}

/// Channel icon, words, repeat mark, owner; the owner goes below where there isn't room beside.
fn touchpoint_block(
    pen: &mut Pen<'_>,
    around: &Around<'_>,
    card: &Card,
    touchpoint: &Touchpoint,
    text: &str,
    width: f64,
    spoken: &mut Spoken,
) -> Block {
    const TEXT_LEFT: f64 = 32.0;
    const MARK: f64 = 13.0;
    let missing = touchpoint.state == TouchpointState::Missing;
    let redundant = touchpoint.state == TouchpointState::Redundant;
    let colors = persona_colors(pen, card);
    let dots = dots_width(&colors);
    let marks = if touchpoint.repeats { MARK + 5.0 } else { 0.0 };
    let room = width - TEXT_LEFT - 10.0;
    let owner = (!card.owner.is_empty()).then(|| pen.set(&card.owner, Weight::Regular, SMALL, room));
    let owner_width = owner.as_ref().map_or(0.0, |owner| owner.width + 8.0);
    let one_line = pen.line(text, Weight::Medium, BODY);
    let beside = one_line.lines.len() == 1 && one_line.width + marks + dots + owner_width <= room;
    let set = if beside { one_line } else { pen.set(text, Weight::Medium, BODY, room - marks - dots) };
    let below = if beside { None } else { owner.as_ref() };
    let height = (set.height + below.map_or(0.0, |owner| owner.height) + 14.0).max(30.0);
    let mut items = Vec::new();
    let edge = if missing {
        Stroke::dashed(pen.palette.weak, 1.0, 4.0, 3.0)
    } else {
        Stroke::solid(pen.palette.card_edge, 1.0)
    };
    let ground = (!missing).then(|| card_ground(pen, card));
    items.push(framed(Rect::new(0.0, 0.0, width, height), RADIUS, ground, edge));
    let name = touchpoint.channel.map_or("circle-dot", |channel| around.map.channel_icon(channel));
    let first_line = set.lines.first().map_or(15.0, |_| set.height / set.lines.len() as f64);
    let top = if beside { (height - set.height) / 2.0 } else { 7.0 };
    let middle = top + first_line / 2.0;
    put_icon(&mut items, name, Point::new(10.0, middle - 7.5), 15.0, around.phase.text);
    put(&mut items, &set, Point::new(TEXT_LEFT, top), pen.palette.text, Align::Left);
    if redundant {
        let first = set.lines.first().map_or(0.0, |(_, line)| line.width);
        items.push(super::pen::line(
            Point::new(TEXT_LEFT, middle),
            Point::new(TEXT_LEFT + first, middle),
            Stroke::solid(pen.palette.weak, 1.2),
        ));
        spoken.say(&words!(pen.words, "map-redundant"));
    }
    if missing {
        spoken.say(&words!(pen.words, "map-missing"));
    }
    let first_width = set.lines.first().map_or(0.0, |(_, line)| line.width);
    if touchpoint.repeats {
        let at = Point::new(TEXT_LEFT + first_width + 5.0, middle - MARK / 2.0);
        put_icon(&mut items, "refresh-cw", at, MARK, pen.palette.pain.bar);
        spoken.say(&words!(pen.words, "map-repeats-name"));
    }
    put_persona_dots(&mut items, width - 10.0 - if beside { owner_width } else { 0.0 }, middle, &colors);
    if let Some(owner) = owner {
        spoken.say(&words!(pen.words, "map-owner", owner = card.owner.clone()));
        if beside {
            let top = (height - owner.height) / 2.0;
            put(&mut items, &owner, Point::new(0.0, top), pen.palette.weak, Align::Right(width - 10.0));
        } else {
            put(&mut items, &owner, Point::new(TEXT_LEFT, 7.0 + set.height), pen.palette.weak, Align::Left);
        }
    }
    Block { size: Size::new(width, height), items }
}

/// What goes wrong: severity as dots, share, rank.
fn pain_block(
    pen: &mut Pen<'_>,
    around: &Around<'_>,
    card: &Card,
    pain: PainPoint,
    text: &str,
    width: f64,
    spoken: &mut Spoken,
) -> Block {
    let set = pen.set(text, Weight::Medium, BODY, width - CARD_PADDING - 10.0);
    let colors = persona_colors(pen, card);
    let share = pain.share.map(|share| pen.words.percent(share.value()));
    let rank = around.figures.rank(card.id).map(|rank| format!("#{rank}"));
    let foot = pain.severity.is_some() || share.is_some() || rank.is_some() || !colors.is_empty();
    // Two lines of room keep the figures of neighbouring cards on one height.
    let body = set.height.max(if foot { two_lines(&set) } else { 0.0 });
    let height = body + if foot { 40.0 } else { 18.0 };
    let mut items = Vec::new();
    items.push(fill(Rect::new(0.0, 0.0, width, height), RADIUS, pen.palette.pain.tint));
    put_bar(&mut items, height, BAR, &[pen.palette.pain.bar]);
    put(&mut items, &set, Point::new(CARD_PADDING, 8.0), pen.palette.text, Align::Left);
    let middle = height - 15.0;
    let mut x = CARD_PADDING;
    if let Some(severity) = pain.severity {
        for dot in 0..5 {
            let center = Point::new(x + 4.0 + 10.0 * f64::from(dot), middle);
            if dot < severity.value() {
                items.push(circle(center, 4.0, Some(pen.palette.pain.bar), None));
            } else {
                items.push(circle(center, 3.5, None, Some(Stroke::solid(pen.palette.pain.bar, 1.0))));
            }
        }
        x += 58.0;
        spoken.say(&words!(pen.words, "map-severity-of", value = severity.value()));
    }
    if let Some(share) = share {
        let set = pen.line(&share, Weight::Medium, SMALL);
        put(&mut items, &set, Point::new(x, middle - set.height / 2.0), pen.palette.pain.text, Align::Left);
        spoken.say(&words!(pen.words, "map-share-affected", share = share));
    }
    let mut right = width - 10.0;
    if let Some(rank) = rank {
        let set = pen.line(&rank, Weight::Bold, 13.0);
        put(&mut items, &set, Point::new(0.0, middle - set.height / 2.0), pen.palette.pain.text, Align::Right(right));
        right -= set.width + 6.0;
        spoken.say(&words!(pen.words, "map-rank", rank = rank.trim_start_matches('#').to_owned()));
    }
    put_persona_dots(&mut items, right, middle, &colors);
    Block { size: Size::new(width, height), items }
}

fn two_lines(set: &crate::text::Paragraph) -> f64 {
    2.0 * set.height / set.lines.len().max(1) as f64
}

/// An idea: owner, impact and effort.
fn opportunity_block(
    pen: &mut Pen<'_>,
    _around: &Around<'_>,
    card: &Card,
    opportunity: &Opportunity,
    text: &str,
    width: f64,
    spoken: &mut Spoken,
) -> Block {
    let room = width - CARD_PADDING - 10.0;
    let set = pen.set(text, Weight::Medium, BODY, room);
    let colors = persona_colors(pen, card);
    let figures = (opportunity.impact.is_some() || opportunity.effort.is_some()).then(|| {
        let grade = |grade: Option<crate::model::Grade>| grade.map_or("–".to_owned(), |g| g.value().to_string());
        let text = words!(
            pen.words,
            "map-impact-effort-values",
            impact = grade(opportunity.impact),
            effort = grade(opportunity.effort)
        );
        pen.line(&text, Weight::Bold, SMALL)
    });
    let figures_width = figures.as_ref().map_or(0.0, |set| set.width + 8.0);
    let dots = dots_width(&colors);
    let state = match opportunity.state {
        OpportunityState::Done => Some("circle-check"),
        OpportunityState::InProgress => Some("hourglass"),
        OpportunityState::Rejected => Some("x"),
        OpportunityState::Idea | OpportunityState::Planned => None,
    };
    let icon_room = if state.is_some() { 18.0 } else { 0.0 };
    let owner = (!card.owner.is_empty()).then(|| pen.set(&card.owner, Weight::Regular, SMALL, room));
    // Beside the figures where it fits in one line, else over them.
    let owner_width = owner.as_ref().map_or(0.0, |owner| owner.width);
    let beside = owner.as_ref().is_none_or(|owner| owner.lines.len() < 2)
        && owner_width + icon_room + figures_width + dots <= room;
    let over = if beside { 0.0 } else { owner.as_ref().map_or(0.0, |owner| owner.height + 2.0) };
    let foot = (beside && owner.is_some()) || figures.is_some() || state.is_some() || !colors.is_empty();
    let body = set.height.max(if foot { two_lines(&set) } else { 0.0 });
    let height = body + over + if foot { 40.0 } else { 18.0 };
    let mut items = Vec::new();
    items.push(fill(Rect::new(0.0, 0.0, width, height), RADIUS, pen.palette.opportunity.tint));
    put_bar(&mut items, height, BAR, &[pen.palette.opportunity.bar]);
    put(&mut items, &set, Point::new(CARD_PADDING, 8.0), pen.palette.text, Align::Left);
    let middle = height - 15.5;
    if let Some(state) = state {
        let at = Point::new(CARD_PADDING, middle - 6.5);
        put_icon(&mut items, state, at, 13.0, pen.palette.opportunity.text);
    }
    if let Some(owner) = owner {
        let at = if beside {
            Point::new(CARD_PADDING + icon_room, middle - owner.height / 2.0)
        } else {
            Point::new(CARD_PADDING, 10.0 + body)
        };
        put(&mut items, &owner, at, pen.palette.weak, Align::Left);
        spoken.say(&words!(pen.words, "map-owner", owner = card.owner.clone()));
    }
    if let Some(figures) = figures {
        let at = Point::new(0.0, middle - figures.height / 2.0);
        put(&mut items, &figures, at, pen.palette.opportunity.text, Align::Right(width - 10.0));
    }
    if let Some(impact) = opportunity.impact {
        spoken.say(&words!(pen.words, "map-impact-of", value = impact.value()));
    }
    if let Some(effort) = opportunity.effort {
        spoken.say(&words!(pen.words, "map-effort-of", value = effort.value()));
    }
    put_persona_dots(&mut items, width - 10.0 - figures_width, middle, &colors);
    Block { size: Size::new(width, height), items }
}

/// A picture with its words below; a picture that isn't there says so.
fn image_block(
    pen: &mut Pen<'_>,
    around: &Around<'_>,
    image: &Image,
    text: &str,
    width: f64,
    spoken: &mut Spoken,
) -> Block {
    spoken.say(&image.alternative);
    let mut items = Vec::new();
    let found = around.images.find(&image.file);
    let picture = found.as_ref().map_or((width * 0.5).min(120.0), |found| {
        (width * f64::from(found.height) / f64::from(found.width.max(1))).clamp(20.0, width * 2.0)
    });
    let rect = Rect::new(0.0, 0.0, width, picture);
    if let Some(found) = found {
        let alternative = if image.alternative.is_empty() { text.to_owned() } else { image.alternative.clone() };
        // A very tall picture keeps its shape inside the room it gets.
        let shown = (picture * f64::from(found.width) / f64::from(found.height.max(1))).min(width);
        let left = (width - shown) / 2.0;
        let rect = Rect::new(left, 0.0, left + shown, picture);
        items.push(Item::Image(ImageItem { rect, data: found.data, alternative }));
    } else {
        items.push(framed(rect, RADIUS, Some(pen.palette.quiet), Stroke::dashed(pen.palette.zero, 1.0, 4.0, 3.0)));
        put_icon(&mut items, "image", Point::new(width / 2.0 - 10.0, picture / 2.0 - 10.0), 20.0, pen.palette.weak);
    }
    let missing = items.len() > 1 && !image.file.is_empty();
    let caption = if text.is_empty() && missing {
        words!(pen.words, "map-image-missing", file = image.file.clone())
    } else {
        text.to_owned()
    };
    let mut height = picture;
    if !caption.is_empty() {
        let set = pen.set(&caption, Weight::Regular, BODY, width);
        put(&mut items, &set, Point::new(0.0, height + 4.0), pen.palette.text, Align::Left);
        height += 4.0 + set.height;
    }
    Block { size: Size::new(width, height), items }
}

/// Votes of the room hang below a card, so that they cover nothing.
fn with_votes(pen: &mut Pen<'_>, mut block: Block, card: &Card, width: f64) -> Block {
    if card.votes == 0 {
        return block;
    }
    let set = pen.line(&format!("{}", card.votes), Weight::Bold, SMALL);
    let top = block.size.height + 3.0;
    let right = width;
    let left = right - set.width - 26.0;
    let height = set.height + 2.0;
    block.items.push(fill(Rect::new(left, top, right, top + height), height / 2.0, pen.palette.text));
    let at = Point::new(left + 7.0, top + height / 2.0 - 5.5);
    put_icon(&mut block.items, "check", at, 11.0, pen.palette.on_text);
    put(&mut block.items, &set, Point::new(left + 19.0, top + 1.0), pen.palette.on_text, Align::Left);
    block.size.height = top + height;
    block
}
