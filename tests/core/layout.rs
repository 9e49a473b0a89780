//! Any map gives a picture in which nothing overlaps or is cut off.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{
    Card, CardStyle, Content, ContentKind, Density, Emotion, Grade, IdSource, Image, JourneyMap, Lane, LaneKind,
    Language, Link, Look, Persona, Phase, Score, ScoreState, Share, Stage, Step, TextSize, Theme,
};
use wayfelt::scene::kurbo::Rect;
use wayfelt::scene::{Item, Placed, Role, Scene, Target, card_rects, dump, icon, icon_names, target_rect};
use wayfelt::text::Typesetter;

use crate::maps::{believe, card_mut, grid, id, pain, put, step_mut};

fn picture(map: &JourneyMap) -> Scene {
    picture_in(map, Theme::Light)
}

fn picture_in(map: &JourneyMap, theme: Theme) -> Scene {
    let words = Words::new(map.language);
    let options = Options { theme, words: &words, all: false, images: &NoImages };
    lay_out(map, &options, &mut Typesetter::new())
}

/// How big a generated map is.
#[derive(Debug, Clone)]
struct Shape {
    seed: u64,
    stages: Vec<u8>,
    personas: u8,
    lanes: Vec<usize>,
    cards: u8,
    words: String,
}

fn shape() -> impl Strategy<Value = Shape> {
    let words = prop_oneof![
        Just("x".to_owned()),
        Just("Khách hàng phải nhập lại địa chỉ đã lưu".to_owned()),
        Just("Donaudampfschifffahrtsgesellschaftskapitänswitwe ".repeat(3)),
        Just("một hai ba bốn năm sáu bảy tám chín mười ".repeat(50)),
        Just("line one\nline two\n\nline four".to_owned()),
    ];
    let lanes = prop::collection::vec(0..LaneKind::ALL.len(), 0..8);
    (any::<u64>(), prop::collection::vec(0u8..4, 0..5), 0u8..9, lanes, 0u8..40, words)
        .prop_map(|(seed, stages, personas, lanes, cards, words)| Shape { seed, stages, personas, lanes, cards, words })
}

fn content(kind: ContentKind, dice: u64) -> Content {
    let mut content = kind.empty();
    match &mut content {
        Content::PainPoint(pain) => {
            pain.severity = Grade::new((dice % 6) as u8).ok();
            pain.share = Share::new((dice % 101) as f64 / 100.0).ok();
        }
        Content::Opportunity(opportunity) => {
            opportunity.impact = Grade::new((dice % 6) as u8).ok();
            opportunity.effort = Grade::new((dice / 7 % 6) as u8).ok();
        }
        Content::Touchpoint(touchpoint) => {
            touchpoint.repeats = dice.is_multiple_of(3);
            touchpoint.channel = wayfelt::model::Channel::CATALOGUE.get(dice as usize % 40).copied();
        }
        _ => {}
    }
    content
}

fn build(shape: &Shape) -> JourneyMap {
    let mut ids = IdSource::seeded(shape.seed);
    let mut dice = shape.seed;
    let mut roll = || {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        dice >> 33
    };
    let mut map = JourneyMap { title: shape.words.clone(), scenario: shape.words.clone(), ..JourneyMap::default() };
    for index in 0..shape.personas {
        let mut persona = Persona::new(ids.fresh(), if index % 2 == 0 { shape.words.clone() } else { "Minh".into() });
        persona.quote.clone_from(&shape.words);
        map.personas.push(Arc::new(persona));
    }
    for kind in &shape.lanes {
        map.lanes.push(Arc::new(Lane::new(ids.fresh(), LaneKind::ALL[*kind])));
    }
    let mut steps = Vec::new();
    for (index, count) in shape.stages.iter().enumerate() {
        let mut stage = Stage::new(ids.fresh(), shape.words.clone());
        stage.phase = Phase::ALL.get(index).copied();
        for _ in 0..*count {
            let mut step =
                Step::new(ids.fresh(), if roll().is_multiple_of(2) { shape.words.clone() } else { "Pay".into() });
            step.moment_of_truth = roll().is_multiple_of(4);
            step.active_minutes = roll().is_multiple_of(2).then_some(5);
            for persona in &map.personas {
                let score = match roll() % 4 {
                    0 => Score::default(),
                    1 => Score { state: ScoreState::NotInvolved, expected: None },
                    _ => Score::believed(Emotion::clamped((roll() % 5) as f64 - 2.0)),
                };
                step.scores.insert(persona.id, score);
            }
            steps.push(step.id);
            stage.steps.push(Arc::new(step));
        }
        map.stages.push(Arc::new(stage));
    }
    let lanes: Vec<(usize, ContentKind)> =
        map.lanes.iter().enumerate().filter_map(|(index, lane)| Some((index, lane.kind.content()?))).collect();
    let mut made = Vec::new();
    for _ in 0..shape.cards {
        if steps.is_empty() || lanes.is_empty() {
            break;
        }
        let at = roll() as usize % steps.len();
        let (lane, kind) = lanes[roll() as usize % lanes.len()];
        let mut card = Card::new(ids.fresh(), map.lanes[lane].id, shape.words.clone(), content(kind, roll()));
        card.owner = if roll().is_multiple_of(2) { "Chăm sóc khách hàng".into() } else { String::new() };
        card.votes = (roll() % 3) as u32;
        if roll().is_multiple_of(3) {
            card.until = Some(steps[at + roll() as usize % (steps.len() - at)]);
        }
        if let Some(persona) = map.personas.first().filter(|_| roll().is_multiple_of(2)) {
            card.personas = vec![persona.id];
        }
        made.push(card.id);
        if roll().is_multiple_of(3) {
            let to = made[roll() as usize % made.len()];
            let label = if roll().is_multiple_of(2) { shape.words.chars().take(60).collect() } else { String::new() };
            card.links.push(Link { to, label });
        }
        let wanted = steps[at];
        for stage in &mut map.stages {
            for step in &mut Arc::make_mut(stage).steps {
                if step.id == wanted {
                    Arc::make_mut(step).cards.push(Arc::new(card.clone()));
                }
            }
        }
    }
    map
}

fn groups(scene: &Scene) -> Vec<Placed> {
    let mut groups = Vec::new();
    scene.walk(&mut |item| {
        if let Item::Group(group) = item {
            groups.push(group.clone());
        }
    });
    groups
}

/// Every text line is inside the paper, and what stands in a card inside the card.
fn assert_nothing_is_cut(scene: &Scene) {
    let paper = Rect::from_origin_size((0.0, 0.0), scene.size).inflate(0.5, 0.5);
    scene.walk(&mut |item| {
        if let Item::Text(text) = item {
            let right = text.origin.x + text.line.width;
            assert!(
                paper.contains(text.origin) && right <= paper.x1,
                "{:?} from {} to {right} leaves the paper {paper:?}",
                text.line.text,
                text.origin.x,
            );
        }
    });
    for group in groups(scene).into_iter().filter(|group| group.role == Role::Card) {
        let room = group.rect().inflate(0.5, 0.5);
        for item in group.items() {
            if let Item::Text(text) = item {
                let right = text.origin.x + text.line.width;
                assert!(
                    room.contains(text.origin) && right <= room.x1,
                    "{:?} leaves its card {room:?}: from {:?} to {right}",
                    text.line.text,
                    text.origin,
                );
            }
        }
    }
}

/// Cards, headings and lane names cover each other nowhere, and cards stay inside their row.
fn assert_nothing_overlaps(scene: &Scene) {
    for role in [Role::Card, Role::ColumnHeader, Role::RowHeader] {
        let mut rects: Vec<(Placed, Rect)> = groups(scene)
            .into_iter()
            .filter(|group| group.role == role && group.target.is_some())
            .map(|group| (group.clone(), group.rect()))
            .collect();
        rects.sort_by(|a, b| a.1.x0.total_cmp(&b.1.x0));
        for (index, (group, rect)) in rects.iter().enumerate() {
            for (other, second) in rects[index + 1..].iter().take_while(|(_, second)| second.x0 < rect.x1 - 0.01) {
                let common = rect.intersect(*second);
                assert!(
                    common.width() < 0.01 || common.height() < 0.01,
                    "{:?} covers {:?} by {common:?}",
                    group.target,
                    other.target
                );
            }
        }
    }
    for pair in scene.rows.windows(2) {
        assert!(pair[0].bottom <= pair[1].top + 0.01);
    }
    for group in groups(scene).into_iter().filter(|group| matches!(group.target, Some(Target::Card(_)))) {
        let inside = scene.rows.iter().any(|row| row.top <= group.rect().y0 && group.rect().y1 <= row.bottom);
        assert!(inside, "{:?} leaves its row", group.target);
    }
}

/// No line of a card lies over another line of it.
fn assert_words_of_cards_stay_apart(scene: &Scene) {
    for group in groups(scene).into_iter().filter(|group| group.role == Role::Card) {
        let lines: Vec<(String, Rect)> = group
            .items()
            .filter_map(|item| match item {
                Item::Text(text) => {
                    let size = text.line.runs.iter().map(|run| run.size).fold(0.0, f64::max);
                    let (left, base) = (text.origin.x, text.origin.y);
                    // From the height of small letters to the baseline.
                    Some((text.line.text.clone(), Rect::new(left, base - size * 0.52, left + text.line.width, base)))
                }
                _ => None,
            })
            .collect();
        for (index, (text, rect)) in lines.iter().enumerate() {
            for (other, second) in &lines[index + 1..] {
                let common = rect.intersect(*second);
                assert!(
                    common.width() < 0.5 || common.height() < 0.5,
                    "{text:?} lies over {other:?} in {:?}: {common:?}",
                    group.name
                );
            }
        }
    }
}

fn look() -> impl Strategy<Value = Look> {
    let (themes, densities, styles) = (0..Theme::ALL.len(), 0..Density::ALL.len(), 0..CardStyle::ALL.len());
    (themes, TextSize::LEAST..=TextSize::MOST, densities, styles, any::<bool>()).prop_map(
        |(theme, text, density, cards, logo)| Look {
            theme: Theme::ALL[theme],
            text: TextSize::new(text).unwrap(),
            density: Density::ALL[density],
            cards: CardStyle::ALL[cards],
            logo: logo.then(|| Image { file: "logo.png".into(), alternative: "Logo".into() }),
            ..Look::default()
        },
    )
}

proptest! {
    #![proptest_config(Config { cases: 40, ..Config::default() })]

    #[test]
    fn any_look_is_drawn_without_overlap(shape in shape(), look in look(), narrow in any::<bool>()) {
        let mut map = build(&shape);
        map.look = look;
        if narrow {
            for stage in &mut map.stages {
                for step in &mut Arc::make_mut(stage).steps {
                    Arc::make_mut(step).width = Some(100);
                }
            }
        }
        let scene = picture_in(&map, map.look.theme);
        assert_nothing_is_cut(&scene);
        assert_nothing_overlaps(&scene);
        assert_words_of_cards_stay_apart(&scene);
    }

    #[test]
    fn any_map_is_drawn_without_overlap(shape in shape()) {
        let map = build(&shape);
        let scene = picture(&map);
        assert_nothing_is_cut(&scene);
        assert_nothing_overlaps(&scene);
        assert_eq!(dump(&scene), dump(&picture(&map)), "the same map gives the same picture");
    }
}

#[test]
fn an_owner_whose_name_breaks_stands_below_a_short_touchpoint() {
    let mut map = grid(1);
    step_mut(&mut map, id(1)).width = Some(100);
    put(&mut map, 1, 1, LaneKind::Touchpoints, Content::Touchpoint(Default::default()));
    for owner in ["Chăm sóc khách", "Kho vận và giao hàng", "Marketing"] {
        let card = card_mut(&mut map, id(1));
        "x".clone_into(&mut card.text);
        owner.clone_into(&mut card.owner);
        let scene = picture(&map);
        assert_nothing_is_cut(&scene);
        assert_words_of_cards_stay_apart(&scene);
    }
}

#[test]
fn two_hundred_steps_and_eight_personas_are_drawn() {
    let shape = Shape {
        seed: 7,
        stages: vec![100, 100],
        personas: 8,
        lanes: (0..LaneKind::ALL.len()).collect(),
        cards: 250,
        words: "Gọi tổng đài lần thứ hai".into(),
    };
    let scene = picture(&build(&shape));
    assert_eq!(scene.columns.len(), 200);
    assert_nothing_is_cut(&scene);
    assert_nothing_overlaps(&scene);
}

#[test]
fn samples_are_drawn_without_overlap() {
    let samples = crate::sample_maps::samples();
    assert!(!samples.is_empty());
    for (_, map) in samples {
        let scene = picture(&map);
        assert_nothing_is_cut(&scene);
        assert_nothing_overlaps(&scene);
        let cards = groups(&scene).iter().filter(|group| group.role == Role::Card).count();
        assert_eq!(cards, map.cards().count(), "every card is drawn once");
    }
}

/// Faces of one step don't cover each other, whatever the scores.
#[test]
fn eight_personas_at_one_score_are_told_apart() {
    let shape = Shape { seed: 1, stages: vec![2], personas: 8, lanes: vec![3], cards: 0, words: "An".into() };
    let mut map = build(&shape);
    let personas: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
    for step in &mut Arc::make_mut(&mut map.stages[0]).steps {
        Arc::make_mut(step).scores =
            personas.iter().map(|id| (*id, Score::believed(Emotion::clamped(-1.0)))).collect::<BTreeMap<_, _>>();
    }
    let scene = picture(&map);
    let faces: Vec<Rect> =
        groups(&scene).iter().filter(|group| group.role == Role::Point).map(|group| group.rect()).collect();
    assert_eq!(faces.len(), 16);
    for (index, face) in faces.iter().enumerate() {
        for other in &faces[index + 1..] {
            assert!(face.center().distance(other.center()) > 12.0, "{face:?} hides {other:?}");
        }
    }
}

#[test]
fn pain_over_several_steps_counts_at_each_of_them() {
    let mut map = grid(3);
    map.lanes.retain(|lane| matches!(lane.kind, LaneKind::PainPoints | LaneKind::PainPriority));
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(4), Some(0.5)));
    card_mut(&mut map, id(1)).until = Some(id(2));
    let scene = picture(&map);
    let bars = groups(&scene).iter().filter(|group| group.name.ends_with("pain priority 2.0")).count();
    assert_eq!(bars, 2, "{}", dump(&scene));
}

#[test]
fn the_legend_says_only_what_is_there() {
    let mut map = grid(4);
    let legend = |map: &JourneyMap| {
        let mut words = String::new();
        let scene = picture(map);
        for group in scene.footer.groups() {
            words.push_str(&group.name);
        }
        words
    };
    for word in ["Solid", "Band", "Dashed", "Gap", "Bar", "unknown", "not involved"] {
        assert!(!legend(&map).contains(word), "{word}: {}", legend(&map));
    }
    believe(&mut map, id(1), &[Some(1.0), None, Some(0.5)]);
    assert!(legend(&map).starts_with("Gap"), "two points make no line: {}", legend(&map));
    believe(&mut map, id(1), &[Some(1.0), None, Some(0.5), Some(1.0)]);
    assert!(legend(&map).starts_with("Dashed: hypothesis. Gap: no data, or not involved. ? unknown. As is"));
}

#[test]
fn an_empty_map_is_drawn() {
    for language in Language::ALL {
        let scene = picture(&JourneyMap { language, ..JourneyMap::default() });
        assert!(scene.size.width > 0.0 && scene.size.height > 0.0);
        assert!(!scene.title.is_empty());
    }
}

#[test]
fn a_pain_point_without_answer_leaves_an_empty_place() {
    let shape = Shape { seed: 3, stages: vec![1], personas: 1, lanes: vec![4, 5], cards: 0, words: "Pay".into() };
    let mut map = build(&shape);
    let lane = map.lanes[0].id;
    let mut ids = IdSource::seeded(99);
    let card = Card::new(ids.fresh(), lane, "Slow", ContentKind::PainPoint.empty());
    let stage = Arc::make_mut(&mut map.stages[0]);
    Arc::make_mut(&mut stage.steps[0]).cards.push(Arc::new(card));
    assert!(dump(&picture(&map)).contains("No answer yet"));
}

/// A name without a picture would be an empty square on the screen.
#[test]
fn every_channel_has_its_icon() {
    let names: Vec<&str> = icon_names().collect();
    for channel in wayfelt::model::Channel::CATALOGUE {
        assert!(names.contains(&channel.icon()), "{channel:?} wants {}", channel.icon());
        assert!(!icon(channel.icon()).is_empty());
    }
}

#[test]
fn a_long_name_of_the_emotion_lane_covers_no_part_of_the_scale() {
    let mut map = grid(3);
    map.lanes.retain(|lane| lane.kind == LaneKind::Emotion);
    Arc::make_mut(&mut map.lanes[0]).name = "How the customers of the airport feel about all of it ".repeat(3);
    let scene = picture(&map);
    let (mut name_end, mut best) = (0.0, 0.0);
    for item in &scene.names.items {
        match item {
            Item::Group(group) if group.role == Role::RowHeader => {
                for item in group.items() {
                    if let Item::Text(text) = item {
                        name_end = text.origin.y;
                    }
                }
            }
            Item::Text(text) if text.line.text == "+2" => best = text.origin.y,
            _ => {}
        }
    }
    assert!(name_end > 0.0 && best - 10.0 > name_end, "{name_end} {best}");
}

#[test]
fn what_is_written_at_a_point_belongs_to_it() {
    let map = crate::sample_maps::samples().swap_remove(0).1;
    let scene = picture(&map);
    let written: Vec<_> = groups(&scene)
        .into_iter()
        .filter(|group| group.role == Role::Decoration)
        .filter(|group| matches!(group.target, Some(Target::Score(..))))
        .flat_map(|group| group.items().collect::<Vec<_>>())
        .filter_map(|item| match item {
            Item::Text(text) => Some(text.line.text.clone()),
            _ => None,
        })
        .collect();
    assert!(written.iter().any(|text| text.starts_with("n=")), "{written:?}");
    assert!(written.iter().any(|text| text.starts_with("Thấp nhất") || text.starts_with("Lowest")), "{written:?}");
    let rows: Vec<_> = groups(&scene).into_iter().filter(|group| group.role == Role::Row).collect();
    assert!(!rows.is_empty());
    let loose =
        |row: &Placed| row.items().any(|item| matches!(item, Item::Text(text) if text.line.text.starts_with("n=")));
    let loose = rows.iter().any(loose);
    assert!(!loose, "nothing is written beside the points that belongs to none");
}

/// `target_rect` and the window's walks over cards rely on it.
#[test]
fn what_stands_for_something_holds_nothing_that_stands_for_something_else() {
    let map = crate::generate::map(300);
    let scene = picture(&map);
    let mut cards = Vec::new();
    let stands = |group: &Placed| group.target.is_some() && group.role != Role::Decoration;
    for group in groups(&scene).into_iter().filter(stands) {
        for item in group.items() {
            assert!(!matches!(item, Item::Group(inner) if inner.target.is_some()), "{:?}", group.target);
        }
        assert_eq!(target_rect(&scene, group.target.unwrap()), Some(group.rect()));
        if let Some(Target::Card(id)) = group.target {
            cards.push((id, group.rect()));
        }
    }
    assert_eq!(card_rects(&scene, |_| true).collect::<Vec<_>>(), cards);
    assert_eq!(cards.len(), 300);
}

/// The dashes of one in the gaps of the other looked like a validated curve.
#[test]
fn two_dashed_curves_at_one_height_stay_dashed() {
    let mut map = grid(2);
    map.lanes.retain(|lane| lane.kind == LaneKind::Emotion);
    let cleared = |map: &JourneyMap| {
        let mut count = 0;
        picture(map).walk(&mut |item| {
            if let Item::Path(path) = item {
                count += usize::from(path.stroke.is_some_and(|stroke| stroke.width == 5.0 && stroke.dash.is_none()));
            }
        });
        count
    };
    believe(&mut map, id(1), &[Some(1.0), Some(0.5)]);
    believe(&mut map, id(2), &[Some(-1.0), Some(0.5)]);
    assert_eq!(cleared(&map), 0);
    believe(&mut map, id(2), &[Some(1.0), Some(0.5)]);
    assert_eq!(cleared(&map), 2);
}

/// Pictures that are all alike.
struct Portraits;

impl wayfelt::layout::Images for Portraits {
    fn find(&self, file: &str) -> Option<wayfelt::layout::FoundImage> {
        (file == "minh.png").then(|| wayfelt::layout::FoundImage { data: [1, 2, 3].into(), width: 30, height: 40 })
    }
}

#[test]
fn a_persona_is_shown_by_its_portrait_and_by_its_letter_where_there_is_none() {
    let mut map = grid(2);
    Arc::make_mut(&mut map.personas[0]).portrait = "minh.png".to_owned();
    Arc::make_mut(&mut map.personas[1]).portrait = "gone.png".to_owned();
    let words = Words::new(map.language);
    let options = Options { theme: Theme::Light, words: &words, all: false, images: &Portraits };
    let scene = lay_out(&map, &options, &mut Typesetter::new());
    let groups: Vec<_> = scene.title_block.groups().collect();
    let of = |place: usize| {
        let target = Some(Target::Persona(map.personas[place].id));
        groups.iter().find(|group| group.target == target).unwrap()
    };
    let pictures = |place: usize| {
        let items = of(place).unplaced().iter();
        let found = items.filter_map(|item| match item {
            Item::Image(image) => Some((image.rect, image.alternative.clone())),
            _ => None,
        });
        found.collect::<Vec<_>>()
    };
    let (rect, alternative) = pictures(0).pop().unwrap();
    assert_eq!(
        (rect.width(), rect.height(), alternative.as_str()),
        (33.0, 44.0, "Minh"),
        "whole, as high as the letter's"
    );
    assert!(pictures(1).is_empty());
}
