//! One card of each kind, laid out at the origin for a given width.

use kurbo::{Point, Rect, Size};

use super::Images;
use super::boxes::{self, RADIUS, dots_width, put_bar, put_persona_dots};
use super::metric::metric_block;
use super::pen::{Align, Block, Ink, Pen, circle, fill, framed, put, put_icon};
use super::theme::{CARD_PADDING, PhaseColors};
use crate::i18n::{self, opportunity_state_word};
use crate::model::{
    Card, Channel, Content, Image, JourneyMap, LaneKind, Opportunity, OpportunityState, PainPoint, Touchpoint,
    TouchpointState,
};
use crate::scene::{Color, ImageItem, Item, Stroke, kurbo};
use crate::text::Weight;
use crate::words;

/// Font sizes.
pub(super) const BODY: f32 = 12.0;
const SMALL: f32 = 11.0;

/// What a card is drawn from, besides itself.
pub(super) struct Around<'a> {
    pub(super) map: &'a JourneyMap,
    pub(super) images: &'a dyn Images,
    pub(super) kind: LaneKind,
    pub(super) phase: PhaseColors,
    /// Ground of plain words in this cell.
    pub(super) quiet: Color,
    /// Where it stands among pain points.
    pub(super) rank: Option<usize>,
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
        Content::Opportunity(opportunity) => opportunity_block(pen, card, opportunity, &text, width, &mut spoken),
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

/// What tells the personas apart that a card concerns; none where it concerns all.
fn inks(pen: &Pen<'_>, card: &Card) -> Vec<Ink> {
    card.personas.iter().map(|id| pen.persona(*id)).collect()
}

/// Plain words, as light as can be: customers' own in italics behind a bar, the rest on a quiet ground.
fn words_block(pen: &mut Pen<'_>, around: &Around<'_>, card: &Card, text: &str, width: f64) -> Block {
    let quoted = matches!(around.kind, LaneKind::Thoughts | LaneKind::Quotes);
    let colors = inks(pen, card);
    let mut items = Vec::new();
    if quoted {
        let set = pen.set(text, Weight::Italic, BODY, width - 12.0);
        let bars = if colors.is_empty() { vec![Ink { color: pen.palette.zero, kind: None }] } else { colors };
        put_bar(&mut items, set.height + 2.0, 3.0, &bars);
        put(&mut items, &set, Point::new(10.0, 1.0), pen.palette.text, Align::Left);
        return Block { size: Size::new(width, set.height + 2.0), items };
    }
    let set = pen.set(text, Weight::Regular, BODY, width - 20.0);
    let inside = 6.0 + pen.space.inside;
    let height = set.height + 2.0 * inside;
    let rect = Rect::new(0.0, 0.0, width, height);
    let kind = boxes::Kind::Words(around.quiet);
    let left = boxes::left(pen, kind, card.color, !colors.is_empty());
    items.extend(boxes::plain(pen, rect, kind, card.color));
    if !colors.is_empty() {
        put_bar(&mut items, height, 3.0, &colors);
    }
    put(&mut items, &set, Point::new(left, inside), pen.palette.text, Align::Left);
    Block { size: Size::new(width, height), items }
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
    let colors = inks(pen, card);
    let set = pen.set(text, Weight::Medium, BODY, width - 20.0 - dots_width(pen, &colors));
    let owner = (!card.owner.is_empty()).then(|| pen.set(&card.owner, Weight::Regular, SMALL, width - 20.0));
    let inside = 7.0 + pen.space.inside;
    let height = set.height + owner.as_ref().map_or(0.0, |owner| owner.height + 2.0) + 2.0 * inside;
    let kind = if around.kind == LaneKind::Systems { boxes::Kind::System } else { boxes::Kind::Thing };
    let left = boxes::left(pen, kind, card.color, false);
    let mut items = boxes::plain(pen, Rect::new(0.0, 0.0, width, height), kind, card.color);
    put(&mut items, &set, Point::new(left, inside), pen.palette.text, Align::Left);
    if let Some(owner) = owner {
        spoken.say(&words!(pen.words, "map-owner", owner = card.owner.clone()));
        put(&mut items, &owner, Point::new(left, inside + 2.0 + set.height), pen.palette.weak, Align::Left);
    }
    put_persona_dots(pen, &mut items, width - 10.0, inside + two_lines(&set) / 4.0, &colors);
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
    let icon = 15.0 * pen.large;
    let mark = 13.0 * pen.large;
    let missing = touchpoint.state == TouchpointState::Missing;
    let kind = if missing { boxes::Kind::Missing } else { boxes::Kind::Thing };
    let left = boxes::left(pen, kind, card.color, false);
    let text_left = left + 7.0 + icon;
    let inside = 7.0 + pen.space.inside;
    let redundant = touchpoint.state == TouchpointState::Redundant;
    let colors = inks(pen, card);
    let dots = dots_width(pen, &colors);
    let marks = if touchpoint.repeats { mark + 5.0 } else { 0.0 };
    let room = width - text_left - 10.0;
    let owner = (!card.owner.is_empty()).then(|| pen.set(&card.owner, Weight::Regular, SMALL, room));
    let owner_width = owner.as_ref().map_or(0.0, |owner| owner.width + 8.0);
    let one_line = pen.line(text, Weight::Medium, BODY);
    // A name that has to break has no place beside a single line.
    let short = owner.as_ref().is_none_or(|owner| owner.lines.len() == 1);
    let beside = short && one_line.lines.len() == 1 && one_line.width + marks + dots + owner_width <= room;
    let set = if beside { one_line } else { pen.set(text, Weight::Medium, BODY, room - marks - dots) };
    let below = if beside { None } else { owner.as_ref() };
    let height = (set.height + below.map_or(0.0, |owner| owner.height) + 2.0 * inside).max(16.0 + 2.0 * inside);
    let mut items = boxes::plain(pen, Rect::new(0.0, 0.0, width, height), kind, card.color);
    let name = touchpoint.channel.map_or("circle-dot", |channel| around.map.channel_icon(channel));
    let first_line = set.lines.first().map_or(15.0, |_| set.height / set.lines.len() as f64);
    let top = if beside { (height - set.height) / 2.0 } else { inside };
    let middle = top + first_line / 2.0;
    put_icon(&mut items, name, Point::new(left, middle - icon / 2.0), icon, around.phase.text);
    put(&mut items, &set, Point::new(text_left, top), pen.palette.text, Align::Left);
    if redundant {
        let first = set.lines.first().map_or(0.0, |(_, line)| line.width);
        items.push(super::pen::line(
            Point::new(text_left, middle),
            Point::new(text_left + first, middle),
            Stroke::solid(pen.palette.weak, 1.2),
        ));
        spoken.say(&words!(pen.words, "map-redundant"));
    }
    if missing {
        spoken.say(&words!(pen.words, "map-missing"));
    }
    let first_width = set.lines.first().map_or(0.0, |(_, line)| line.width);
    if touchpoint.repeats {
        let at = Point::new(text_left + first_width + 5.0, middle - mark / 2.0);
        put_icon(&mut items, "refresh-cw", at, mark, pen.palette.pain.bar);
        spoken.say(&words!(pen.words, "map-repeats-name"));
    }
    put_persona_dots(pen, &mut items, width - 10.0 - if beside { owner_width } else { 0.0 }, middle, &colors);
    if let Some(owner) = owner {
        spoken.say(&words!(pen.words, "map-owner", owner = card.owner.clone()));
        if beside {
            let top = (height - owner.height) / 2.0;
            put(&mut items, &owner, Point::new(0.0, top), pen.palette.weak, Align::Right(width - 10.0));
        } else {
            put(&mut items, &owner, Point::new(text_left, inside + set.height), pen.palette.weak, Align::Left);
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
    let colors = inks(pen, card);
    let share = pain.share.map(|share| pen.words.percent(share.value()));
    let rank = around.rank.map(|rank| format!("#{rank}"));
    let large = pen.large;
    let severity_width = if pain.severity.is_some() { 58.0 * large } else { 0.0 };
    let share = share.map(|share| (pen.line(&share, Weight::Medium, SMALL), share));
    let rank = rank.map(|rank| (pen.line(&rank, Weight::Bold, 13.0), rank));
    let foot = pain.severity.is_some() || share.is_some() || rank.is_some() || !colors.is_empty();
    let share_width = share.as_ref().map_or(0.0, |(set, _)| set.width + 6.0);
    let rank_width = rank.as_ref().map_or(0.0, |(set, _)| set.width + 6.0);
    let room = width - CARD_PADDING - 10.0;
    // In one line where there is room, else what stands at the right goes below what stands at the left.
    let right_width = rank_width + dots_width(pen, &colors);
    let two_rows = right_width > 0.0 && severity_width + share_width + right_width > room;
    // And so does the share, below the dots.
    let three_rows = severity_width > 0.0 && severity_width + share_width > room;
    let foot_row = 20.0 * large;
    let rows = 1.0 + f64::from(u8::from(two_rows)) + f64::from(u8::from(three_rows));
    let inside = 8.0 + pen.space.inside;
    // Two lines of room keep the figures of neighbouring cards on one height.
    let body = set.height.max(if foot { two_lines(&set) } else { 0.0 });
    let foot_height = if foot { 4.0 * large + rows * foot_row } else { 2.0 };
    let height = body + 2.0 * inside + foot_height;
    let mut items = boxes::toned(pen, Rect::new(0.0, 0.0, width, height), pen.palette.pain, true);
    put(&mut items, &set, Point::new(CARD_PADDING, inside), pen.palette.text, Align::Left);
    let last = height - inside - 7.0 * large;
    let mut middle = last - (rows - 1.0) * foot_row;
    let mut x = CARD_PADDING;
    if let Some(severity) = pain.severity {
        for dot in 0..5 {
            let center = Point::new(x + (4.0 + 10.0 * f64::from(dot)) * large, middle);
            if dot < severity.value() {
                items.push(circle(center, 4.0 * large, Some(pen.palette.pain.bar), None));
            } else {
                items.push(circle(center, 3.5 * large, None, Some(Stroke::solid(pen.palette.pain.bar, 1.0))));
            }
        }
        x += severity_width;
        spoken.say(&words!(pen.words, "map-severity-of", value = severity.value()));
    }
    if let Some((set, share)) = share {
        if three_rows {
            x = CARD_PADDING;
            middle += foot_row;
        }
        put(&mut items, &set, Point::new(x, middle - set.height / 2.0), pen.palette.pain.text, Align::Left);
        spoken.say(&words!(pen.words, "map-share-affected", share = share));
    }
    let mut right = width - 10.0;
    if let Some((set, rank)) = rank {
        put(&mut items, &set, Point::new(0.0, last - set.height / 2.0), pen.palette.pain.text, Align::Right(right));
        right -= set.width + 6.0;
        spoken.say(&words!(pen.words, "map-rank", rank = rank.trim_start_matches('#').to_owned()));
    }
    put_persona_dots(pen, &mut items, right, last, &colors);
    Block { size: Size::new(width, height), items }
}

fn two_lines(set: &crate::text::Paragraph) -> f64 {
    2.0 * set.height / set.lines.len().max(1) as f64
}

/// What says how far an opportunity has come; nothing before somebody began.
pub(super) const fn state_icon(state: OpportunityState) -> Option<&'static str> {
    match state {
        OpportunityState::Done => Some("circle-check"),
        OpportunityState::InProgress => Some("hourglass"),
        OpportunityState::Rejected => Some("x"),
        OpportunityState::Idea | OpportunityState::Planned => None,
    }
}

/// An idea: owner, impact and effort.
fn opportunity_block(
    pen: &mut Pen<'_>,
    card: &Card,
    opportunity: &Opportunity,
    text: &str,
    width: f64,
    spoken: &mut Spoken,
) -> Block {
    let room = width - CARD_PADDING - 10.0;
    let set = pen.set(text, Weight::Medium, BODY, room);
    let colors = inks(pen, card);
    let figures = (opportunity.impact.is_some() || opportunity.effort.is_some()).then(|| {
        let grade = |grade: Option<crate::model::Grade>| grade.map_or("–".to_owned(), |g| g.value().to_string());
        let text = words!(
            pen.words,
            "map-impact-effort-values",
            impact = grade(opportunity.impact),
            effort = grade(opportunity.effort)
        );
        pen.set(&text, Weight::Bold, SMALL, room)
    });
    let figures_width = figures.as_ref().map_or(0.0, |set| set.width + 8.0);
    let dots = dots_width(pen, &colors);
    let state = state_icon(opportunity.state);
    let large = pen.large;
    let icon_room = if state.is_some() { 5.0 + 13.0 * large } else { 0.0 };
    let owner = (!card.owner.is_empty()).then(|| pen.set(&card.owner, Weight::Regular, SMALL, room));
    // Beside the figures where it fits in one line, else over them.
    let owner_width = owner.as_ref().map_or(0.0, |owner| owner.width);
    let figures_lines = figures.as_ref().map_or(1, |set| set.lines.len().max(1)) as f64;
    let beside = figures_lines < 2.0
        && owner.as_ref().is_none_or(|owner| owner.lines.len() < 2)
        && owner_width + icon_room + figures_width + dots <= room;
    // What is at the left of the figures goes over them where there is no room beside.
    let narrow = !beside && (state.is_some() || !colors.is_empty()) && icon_room + figures_width + dots > room;
    let over = if beside { 0.0 } else { owner.as_ref().map_or(0.0, |owner| owner.height + 2.0) };
    let foot = (beside && owner.is_some()) || figures.is_some() || state.is_some() || !colors.is_empty();
    let inside = 8.0 + pen.space.inside;
    let body = set.height.max(if foot { two_lines(&set) } else { 0.0 });
    let foot_height = if foot {
        24.0 * large + (figures_lines - 1.0) * figures.as_ref().map_or(0.0, |set| set.height / figures_lines)
    } else {
        2.0
    } + if narrow { 16.0 * large } else { 0.0 };
    let height = body + over + 2.0 * inside + foot_height;
    let mut items = boxes::toned(pen, Rect::new(0.0, 0.0, width, height), pen.palette.opportunity, false);
    put(&mut items, &set, Point::new(CARD_PADDING, inside), pen.palette.text, Align::Left);
    let figures_height = figures.as_ref().map_or(0.0, |set| set.height);
    let single = figures_height / figures_lines;
    let figures_middle = height - inside - 7.5 * large - (figures_height - single) / 2.0;
    let middle = if narrow { figures_middle - figures_height / 2.0 - 8.0 * large } else { figures_middle };
    if let Some(state) = state {
        spoken.say(&opportunity_state_word(opportunity.state, pen.words));
        let at = Point::new(CARD_PADDING, middle - 6.5 * large);
        put_icon(&mut items, state, at, 13.0 * large, pen.palette.opportunity.text);
    }
    if let Some(owner) = owner {
        let at = if beside {
            Point::new(CARD_PADDING + icon_room, middle - owner.height / 2.0)
        } else {
            Point::new(CARD_PADDING, inside + 2.0 + body)
        };
        put(&mut items, &owner, at, pen.palette.weak, Align::Left);
        spoken.say(&words!(pen.words, "map-owner", owner = card.owner.clone()));
    }
    if let Some(figures) = figures {
        let at = Point::new(0.0, figures_middle - figures.height / 2.0);
        put(&mut items, &figures, at, pen.palette.opportunity.text, Align::Right(width - 10.0));
    }
    if let Some(impact) = opportunity.impact {
        spoken.say(&words!(pen.words, "map-impact-of", value = impact.value()));
    }
    if let Some(effort) = opportunity.effort {
        spoken.say(&words!(pen.words, "map-effort-of", value = effort.value()));
    }
    let dots_right = width - 10.0 - if narrow { 0.0 } else { figures_width };
    put_persona_dots(pen, &mut items, dots_right, middle, &colors);
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
    let icon = 11.0 * pen.large;
    let left = right - set.width - 15.0 - icon;
    let height = set.height + 2.0;
    block.items.push(fill(Rect::new(left, top, right, top + height), height / 2.0, pen.palette.text));
    let at = Point::new(left + 7.0, top + height / 2.0 - icon / 2.0);
    put_icon(&mut block.items, "check", at, icon, pen.palette.on_text);
    put(&mut block.items, &set, Point::new(left + 8.0 + icon, top + 1.0), pen.palette.on_text, Align::Left);
    block.size.height = top + height;
    block
}
