//! What was composed for the picture before: the next picture of nearly the same map shares the cards that look the same.
//! Must not know what a card looks like.
//!
//! A picture made with it is the one made without it; a test holds that.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use kurbo::{Point, Rect, Size, Vec2};

use super::cards::{Around, card_block};
use super::emotion::emotion;
use super::grid::Grid;
use super::obstacles::Arrows;
use super::pen::Pen;
use super::theme::PhaseColors;
use super::{Figures, Images, NoImages, Options, band};
use crate::insight::curve::Lowest;
use crate::model::{
    Card, CardId, Content, JourneyMap, Lane, LaneId, LaneKind, Language, Look, OwnChannel, Persona, PersonaId, Phase,
    Score, Theme,
};
use crate::scene::{Color, Column, Group, Item, Placed, Role, Target, kurbo};
use crate::text::Typesetter;

/// So many cards are worth a thread of their own, which has to make itself ready first.
const WORTH_A_THREAD: usize = 250;

/// What was composed before.
#[derive(Default)]
pub struct Composed {
    map_wide: Option<MapWide>,
    columns: Columns,
    cards: HashMap<CardId, ComposedCard, BuildHasherDefault<IdHasher>>,
    rows: BTreeMap<LaneId, Arc<Packed>>,
    curves: BTreeMap<LaneId, (CurveOf, Arc<Curve>)>,
    arrows: Option<Arrows>,
}

impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Composed({} cards)", self.cards.len())
    }
}

/// What every card is drawn with.
#[derive(PartialEq)]
struct MapWide {
    theme: Theme,
    all: bool,
    words: Language,
    look: Look,
    personas: Vec<Arc<Persona>>,
    channels: Vec<OwnChannel>,
}

/// What every row is packed under.
#[derive(Default)]
struct Columns {
    columns: Vec<Column>,
    phases: Vec<Option<Phase>>,
    moments: Vec<bool>,
    /// What is said of each one's place, which follows from the columns.
    places: Vec<String>,
}

/// What every card of a picture may ask.
pub(super) struct Wide<'a> {
    pub(super) map: &'a JourneyMap,
    pub(super) figures: &'a Figures,
    pub(super) images: &'a dyn Images,
}

/// What the curves of a lane are drawn from, besides the columns.
#[derive(PartialEq)]
struct CurveOf {
    name: String,
    above: f64,
    height: f64,
    width: f64,
    lowest: Option<Lowest>,
    steps: Vec<(String, bool, BTreeMap<PersonaId, Score>)>,
}

/// The curves of a lane, from its top on.
pub(super) struct Curve {
    pub(super) ground: Vec<Item>,
    pub(super) names: Vec<Item>,
    pub(super) group: Arc<Group>,
    /// y of +2 and of −2.
    pub(super) scale: (f64, f64),
}

/// What one card is drawn with besides that and itself.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Inputs {
    kind: LaneKind,
    width: f64,
    phase: PhaseColors,
    quiet: Color,
    rank: Option<usize>,
}

impl Inputs {
    fn of(
        pen: &Pen<'_>,
        wide: &Wide<'_>,
        grid: &Grid,
        packing: &Packing<'_>,
        (first, last, card): Spanning<'_>,
    ) -> Self {
        let (left, right) = grid.span(&(first..last + 1));
        let moment = packing.in_frames && first == last && grid.moments.get(first).copied().unwrap_or_default();
        Self {
            kind: packing.kind,
            width: right - left,
            phase: pen.palette.phase(grid.column_phases.get(first).copied().flatten()),
            quiet: pen.palette.quiet_on(packing.color, moment),
            rank: rank_of(card, wide.figures),
        }
    }
}

struct ComposedCard {
    card: Arc<Card>,
    inputs: Inputs,
    spoken: String,
    /// The card, named for a lane and a place.
    group: Arc<Group>,
    lane: String,
    place: String,
}

/// What the cards of a row are packed from, besides the columns.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Packing<'a> {
    pub(super) kind: LaneKind,
    pub(super) color: Option<u8>,
    /// Frames of moments of truth go behind it.
    pub(super) in_frames: bool,
    /// What the lane is called.
    pub(super) name: &'a str,
}

/// The cards of a row under their columns, from its top on.
pub(super) struct Packed {
    kind: LaneKind,
    color: Option<u8>,
    in_frames: bool,
    name: String,
    /// The cards with their first and last column and their rank.
    from: Vec<(usize, usize, Arc<Card>, Option<usize>)>,
    /// The cards at their place.
    pub(super) cards: Vec<(CardId, Rect)>,
    /// How far the fullest column reaches.
    pub(super) fullest: f64,
    /// What is drawn; none where no card is.
    pub(super) group: Option<Arc<Group>>,
}

impl Packed {
    /// Whether these cards would be packed in the same way again.
    fn is_of(&self, packing: &Packing<'_>, cards: &[Spanning<'_>], figures: &Figures) -> bool {
        let now = Packing { kind: self.kind, color: self.color, in_frames: self.in_frames, name: &self.name };
        now == *packing
            && self.from.len() == cards.len()
            && self.from.iter().zip(cards).all(|((first, last, card, rank), other)| {
                // The file of a picture may change beside the map.
                Arc::ptr_eq(card, other.2)
                    && (*first, *last) == (other.0, other.1)
                    && *rank == rank_of(card, figures)
                    && is_fixed(card)
            })
    }
}

/// A card with the first and the last column it covers.
pub(super) type Spanning<'a> = (usize, usize, &'a Arc<Card>);

/// Where a card stands among pain points, if it is one.
fn rank_of(card: &Card, figures: &Figures) -> Option<usize> {
    match card.content {
        Content::PainPoint(_) => figures.rank(card.id),
        _ => None,
    }
}

/// Whether a card looks the same until it is changed.
const fn is_fixed(card: &Card) -> bool {
    !matches!(card.content, Content::Image(_))
}

impl Composed {
    /// Begins a picture.
    pub(super) fn begin(&mut self, map: &JourneyMap, options: &Options<'_>) {
        let map_wide = MapWide {
            theme: options.theme,
            all: options.all,
            words: options.words.language(),
            look: map.look.clone(),
            personas: map.personas.clone(),
            channels: map.channels.clone(),
        };
        if self.map_wide.as_ref() != Some(&map_wide) {
            self.cards.clear();
            self.rows.clear();
            self.curves.clear();
            self.arrows = None;
            self.columns = Columns::default();
            self.map_wide = Some(map_wide);
        }
    }

    /// Begins the rows, under these columns; `places` says what is said of each one's place.
    pub(super) fn begin_rows(&mut self, grid: &Grid, places: impl FnOnce() -> Vec<String>) {
        let before = &self.columns;
        if before.columns == grid.columns && before.phases == grid.column_phases && before.moments == grid.moments {
            return;
        }
        self.columns = Columns {
            columns: grid.columns.clone(),
            phases: grid.column_phases.clone(),
            moments: grid.moments.clone(),
            places: places(),
        };
        self.rows.clear();
        self.curves.clear();
        self.arrows = None;
    }

    /// The arrows of the picture before.
    pub(super) const fn arrows(&mut self) -> &mut Option<Arrows> {
        &mut self.arrows
    }

    /// What is said of each column's place.
    pub(super) fn places(&self) -> &[String] {
        &self.columns.places
    }

    /// Ends a picture: what isn't in it any more is forgotten, before it becomes much.
    pub(super) fn end(&mut self, map: &JourneyMap) {
        self.rows.retain(|id, _| map.lane(*id).is_some());
        self.curves.retain(|id, _| map.lane(*id).is_some());
        let cards: usize = map.steps().map(|(_, step)| step.cards.len()).sum();
        if self.cards.len() > cards + cards / 4 + 64 {
            let kept: BTreeSet<CardId> = map.cards().map(|(_, card)| card.id).collect();
            self.cards.retain(|id, _| kept.contains(id));
        }
    }

    /// Draws the curves of a lane of this height, or finds them drawn; `above` is the room that its name needs.
    #[expect(clippy::too_many_arguments, reason = "the curves depend on all of these and on nothing else")]
    pub(super) fn curve(
        &mut self,
        pen: &mut Pen<'_>,
        map: &JourneyMap,
        grid: &Grid,
        figures: &Figures,
        lane: &Lane,
        name: &str,
        above: f64,
        height: f64,
    ) -> Arc<Curve> {
        let steps = map.steps().map(|(_, step)| (step.name.clone(), step.moment_of_truth, step.scores.clone()));
        let name_of = name.to_owned();
        let of =
            CurveOf { name: name_of, above, height, width: grid.width, lowest: figures.lowest, steps: steps.collect() };
        if let Some((before, drawn)) = self.curves.get(&lane.id)
            && *before == of
        {
            return Arc::clone(drawn);
        }
        let drawn = emotion(pen, map, grid, figures, lane, &self.columns.places, above, height);
        let rect = band(grid.width, 0.0, height);
        let group = Arc::new(Group::new(None, Role::Row, name.to_owned(), rect, drawn.content));
        let drawn = Arc::new(Curve { ground: drawn.ground, names: drawn.names, group, scale: drawn.scale });
        self.curves.insert(lane.id, (of, Arc::clone(&drawn)));
        drawn
    }

    /// Packs the cards of a lane under their columns, or finds them packed.
    pub(super) fn pack(
        &mut self,
        pen: &mut Pen<'_>,
        wide: &Wide<'_>,
        grid: &Grid,
        lane: &Lane,
        packing: &Packing<'_>,
        cards: &[Spanning<'_>],
    ) -> Arc<Packed> {
        if let Some(packed) = self.rows.get(&lane.id)
            && packed.is_of(packing, cards, wide.figures)
        {
            return Arc::clone(packed);
        }
        let (padding, gap) = (pen.space.row, pen.space.gap);
        let mut fronts = vec![padding; grid.columns.len()];
        let mut places = Vec::with_capacity(cards.len());
        let mut items = Vec::with_capacity(cards.len());
        let mut covered: Option<Rect> = None;
        for (first, last, card) in cards {
            let (left, _) = grid.span(&(*first..last + 1));
            let inputs = Inputs::of(pen, wide, grid, packing, (*first, *last, card));
            let group = self.compose(pen, wide, card, inputs, packing.name, *first);
            let size = group.size();
            let y = fronts.get(*first..=*last).unwrap_or_default().iter().copied().fold(padding, f64::max);
            for front in fronts.iter_mut().take(last + 1).skip(*first) {
                *front = y + size.height + gap;
            }
            let rect = Rect::from_origin_size((left, y), size);
            covered = Some(covered.map_or(rect, |covered| covered.union(rect)));
            places.push((card.id, rect));
            items.push(Item::Group(Placed::new(group, Vec2::new(left, y))));
        }
        let group =
            covered.map(|covered| Arc::new(Group::new(None, Role::Row, packing.name.to_owned(), covered, items)));
        let from =
            cards.iter().map(|(first, last, card)| (*first, *last, Arc::clone(card), rank_of(card, wide.figures)));
        let packed = Arc::new(Packed {
            kind: packing.kind,
            color: packing.color,
            in_frames: packing.in_frames,
            name: packing.name.to_owned(),
            from: from.collect(),
            cards: places,
            fullest: fronts.iter().copied().fold(padding, f64::max) - gap + padding,
            group,
        });
        self.rows.insert(lane.id, Arc::clone(&packed));
        packed
    }

    /// Composes a card, named after its lane and its column, or finds it composed.
    fn compose(
        &mut self,
        pen: &mut Pen<'_>,
        wide: &Wide<'_>,
        card: &Arc<Card>,
        inputs: Inputs,
        lane: &str,
        column: usize,
    ) -> Arc<Group> {
        let place = self.columns.places.get(column).map_or("", String::as_str);
        if is_fixed(card)
            && let Some(before) = self.cards.get_mut(&card.id)
            && before.is_of(card, inputs)
        {
            if before.lane != lane || before.place != place {
                let (size, items) = (before.group.size(), before.group.unplaced().to_vec());
                before.group = named_group(card.id, lane, place, &before.spoken, size, items);
                (before.lane, before.place) = (lane.to_owned(), place.to_owned());
            }
            return Arc::clone(&before.group);
        }
        let composed = ComposedCard::new(pen, wide, card, inputs, lane, place);
        let group = Arc::clone(&composed.group);
        self.cards.insert(card.id, composed);
        group
    }

    /// Composes the cards of all these lanes that aren't composed yet, where they are many: on as many processors as there
    /// are, since setting texts is what a first picture takes longest for. What it leaves out is composed when its turn
    /// comes.
    pub(super) fn compose_ahead(
        &mut self,
        pen: &mut Pen<'_>,
        map: &JourneyMap,
        figures: &Figures,
        grid: &Grid,
        lanes: &[(LaneId, Packing<'_>, &[Spanning<'_>])],
    ) {
        let wide = Wide { map, figures, images: &NoImages };
        let mut wanted = Vec::new();
        for (lane, packing, cards) in lanes {
            if self.rows.get(lane).is_some_and(|packed| packed.is_of(packing, cards, figures)) {
                continue;
            }
            for spanning in cards.iter() {
                let inputs = Inputs::of(pen, &wide, grid, packing, *spanning);
                let (column, _, card) = *spanning;
                let known = self.cards.get(&card.id).is_some_and(|before| before.is_of(card, inputs));
                if !known && is_fixed(card) {
                    let place = self.columns.places.get(column).map_or("", String::as_str);
                    wanted.push((card, inputs, packing.name, place));
                }
            }
        }
        if wanted.len() < WORTH_A_THREAD {
            return;
        }
        let processors = std::thread::available_parallelism().map_or(1, usize::from).min(wanted.len() / WORTH_A_THREAD);
        let share = wanted.len().div_ceil(processors.max(1));
        let (own, others) = wanted.split_at(share.min(wanted.len()));
        let (palette, words) = (pen.palette, pen.words);
        let composed = std::thread::scope(|scope| {
            let workers: Vec<_> = others
                .chunks(share)
                .map(|part| {
                    scope.spawn(move || {
                        let mut fonts = Typesetter::new();
                        let wide = Wide { map, figures, images: &NoImages };
                        let compose = |&(card, inputs, lane, place): &(&Arc<Card>, Inputs, &str, &str)| {
                            let mut pen = Pen::new(&mut fonts, palette, words, map);
                            let composed = ComposedCard::new(&mut pen, &wide, card, inputs, lane, place);
                            // The system may have a face for what the bundled ones lack.
                            (!fonts.take_lacked()).then_some((card.id, composed))
                        };
                        part.iter().filter_map(compose).collect::<Vec<_>>()
                    })
                })
                .collect();
            let mut composed: Vec<_> = own
                .iter()
                .map(|(card, inputs, lane, place)| (card.id, ComposedCard::new(pen, &wide, card, *inputs, lane, place)))
                .collect();
            // A worker that failed left out its cards.
            composed.extend(workers.into_iter().filter_map(|worker| worker.join().ok()).flatten());
            composed
        });
        self.cards.extend(composed);
    }
}

impl ComposedCard {
    fn new(pen: &mut Pen<'_>, wide: &Wide<'_>, card: &Arc<Card>, inputs: Inputs, lane: &str, place: &str) -> Self {
        let around = Around {
            map: wide.map,
            images: wide.images,
            kind: inputs.kind,
            phase: inputs.phase,
            quiet: inputs.quiet,
            rank: inputs.rank,
        };
        let laid = card_block(pen, &around, card, inputs.width);
        let group = named_group(card.id, lane, place, &laid.spoken, laid.block.size, laid.block.items);
        Self {
            card: Arc::clone(card),
            inputs,
            spoken: laid.spoken,
            group,
            lane: lane.to_owned(),
            place: place.to_owned(),
        }
    }

    /// Whether this card would look the same again.
    fn is_of(&self, card: &Arc<Card>, inputs: Inputs) -> bool {
        Arc::ptr_eq(&self.card, card) && self.inputs == inputs
    }
}

/// A card, named for a lane and a place.
fn named_group(card: CardId, lane: &str, place: &str, spoken: &str, size: Size, items: Vec<Item>) -> Arc<Group> {
    let name = format!("{lane}, {place}: {spoken}");
    let rect = Rect::from_origin_size(Point::ORIGIN, size);
    Arc::new(Group::new(Some(Target::Card(card)), Role::Card, name, rect, items))
}

/// Ids are random already.
#[derive(Default)]
struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        // Tables look at the highest bits, and an id has forty.
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
