//! Arrows between cards and between steps: where they run, what they are called.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{ParamCurve as _, Point, Rect};
use proptest::prelude::*;
use proptest::test_runner::Config;
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{CardId, JourneyMap, LaneKind, Link, Theme};
use wayfelt::scene::{Item, Placed, Role, Scene, Target, dump, kurbo, pick};
use wayfelt::text::Typesetter;

use crate::dense_links::dense_links;
use crate::maps::{card_mut, grid, id, lane, put_plain};

fn picture(map: &JourneyMap) -> Scene {
    let words = Words::new(map.language);
    let options = Options { theme: Theme::Light, words: &words, all: false, images: &NoImages };
    lay_out(map, &options, &mut Typesetter::new())
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

fn arrows(scene: &Scene) -> Vec<(CardId, CardId, Placed)> {
    let all = groups(scene).into_iter();
    all.filter_map(|group| match group.target {
        Some(Target::Link { from, to }) => Some((from, to, group)),
        _ => None,
    })
    .collect()
}

fn cards(scene: &Scene) -> BTreeMap<CardId, Rect> {
    let all = groups(scene).into_iter();
    all.filter_map(|group| match group.target {
        Some(Target::Card(id)) => Some((id, group.rect())),
        _ => None,
    })
    .collect()
}

/// Points along the shaft of an arrow.
fn along(group: &Placed) -> Vec<Point> {
    let Some(Item::Path(path)) = group.items().next() else { panic!("an arrow is a path first") };
    let segments = path.path.segments().collect::<Vec<_>>();
    segments
        .into_iter()
        .flat_map(|segment| (0..=40).map(move |step| segment.eval(f64::from(step) / 40.0)))
        .map(|point| point + path.origin.to_vec2())
        .collect()
}

/// Corners and ends of an arrow.
fn stretches(group: &Placed) -> Vec<(Point, Point)> {
    let Some(Item::Path(path)) = group.items().next() else { panic!("an arrow is a path first") };
    let lines = path.path.segments().filter_map(|segment| match segment {
        kurbo::PathSeg::Line(line) => Some((line.p0, line.p1)),
        _ => None,
    });
    lines.filter(|(a, b)| a.distance(*b) > 0.1).collect()
}

/// The box of an arrow's words.
fn words_of(group: &Placed) -> Option<Rect> {
    let lines = group.items().filter_map(|item| match item {
        Item::Text(text) => {
            Some(Rect::new(text.origin.x, text.origin.y - 8.0, text.origin.x + text.line.width, text.origin.y + 2.0))
        }
        _ => None,
    });
    lines.reduce(|all, line| all.union(line))
}

fn overlap(a: Rect, b: Rect) -> bool {
    let common = a.intersect(b);
    common.width() > 0.5 && common.height() > 0.5
}

/// No arrow runs through a card, or leaves the paper.
fn assert_ways_are_free(scene: &Scene) {
    let cards = cards(scene);
    let paper = Rect::from_origin_size((0.0, 0.0), scene.size);
    for (from, to, group) in arrows(scene) {
        for point in along(&group) {
            assert!(paper.contains(point), "{from} → {to} leaves the paper at {point:?}");
            let through = cards.iter().find(|(_, rect)| rect.inflate(-1.0, -1.0).contains(point));
            assert!(through.is_none(), "{from} → {to} runs through {through:?} at {point:?}");
        }
    }
}

/// Words of arrows cover no card, no other words, and no line of the blueprint.
fn assert_words_are_free(scene: &Scene) {
    let cards = cards(scene);
    let lines: Vec<Rect> = groups(scene)
        .iter()
        .filter(|group| group.role == Role::Note && group.name.starts_with("Line of"))
        .map(|group| {
            Rect::new(group.rect().x0, group.rect().center().y - 0.5, group.rect().x1, group.rect().center().y + 0.5)
        })
        .collect();
    let words: Vec<(String, Rect)> =
        arrows(scene).into_iter().filter_map(|(_, _, group)| Some((group.name.clone(), words_of(&group)?))).collect();
    for (index, (name, rect)) in words.iter().enumerate() {
        let covered = cards.values().chain(&lines).find(|other| overlap(*rect, **other));
        assert!(covered.is_none(), "the words of {name:?} at {rect:?} cover {covered:?}");
        for (other, second) in &words[index + 1..] {
            assert!(!overlap(*rect, *second), "the words of {name:?} cover those of {other:?}");
        }
    }
}

/// Arrows of every sort, each with words.
fn linked() -> JourneyMap {
    let mut map = grid(6);
    let mut number = 0;
    let lanes =
        [LaneKind::Touchpoints, LaneKind::Emotion, LaneKind::Frontstage, LaneKind::Backstage, LaneKind::Systems];
    map.lanes.retain(|lane| lanes.contains(&lane.kind));
    for kind in lanes.into_iter().filter(|kind| kind.content().is_some()) {
        for step in 1..=6 {
            number += 1;
            put_plain(&mut map, step, number, kind);
        }
    }
    // In one row to the neighbour and over some, back, down to the next row and over rows, up, to itself.
    for (from, to) in [(1, 2), (3, 6), (5, 4), (7, 13), (13, 19), (8, 22), (24, 2), (16, 9), (11, 11), (20, 14)] {
        card_mut(&mut map, id(from)).links.push(Link { to: id(to), label: "is told of it".to_owned() });
    }
    map
}

#[test]
fn words_on_arrows_cover_no_card_and_no_line_of_the_blueprint() {
    let scene = picture(&linked());
    assert_words_are_free(&scene);
    assert_eq!(arrows(&scene).iter().filter(|(_, _, group)| words_of(group).is_some()).count(), 9);
}

#[test]
fn arrows_run_through_no_card() {
    let scene = picture(&linked());
    assert_eq!(arrows(&scene).len(), 9);
    assert_ways_are_free(&scene);
}

#[test]
fn forty_links_run_through_no_card_and_their_words_are_readable() {
    let scene = picture(&dense_links());
    assert_eq!(arrows(&scene).len(), 40);
    assert_ways_are_free(&scene);
    assert_words_are_free(&scene);
}

#[test]
fn arrows_that_share_a_gap_run_beside_each_other() {
    let scene = picture(&dense_links());
    let arrows = arrows(&scene);
    for (index, (from, to, group)) in arrows.iter().enumerate() {
        for (other_from, other_to, other) in &arrows[index + 1..] {
            for (a, b) in stretches(group) {
                for (c, d) in stretches(other) {
                    let upright = (a.x - b.x).abs() < 0.1 && (c.x - d.x).abs() < 0.1 && (a.x - c.x).abs() < 1.0;
                    let level = (a.y - b.y).abs() < 0.1 && (c.y - d.y).abs() < 0.1 && (a.y - c.y).abs() < 1.0;
                    let (one, two) = (Rect::from_points(a, b), Rect::from_points(c, d));
                    let common = if upright {
                        one.y1.min(two.y1) - one.y0.max(two.y0)
                    } else if level {
                        one.x1.min(two.x1) - one.x0.max(two.x0)
                    } else {
                        0.0
                    };
                    assert!(
                        common < 4.0,
                        "{from} → {to} and {other_from} → {other_to} lie on each other: {one:?}, {two:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_link_is_named_by_its_two_cards_and_its_words() {
    let mut map = linked();
    card_mut(&mut map, id(1)).text = "Asks\nfor a price".to_owned();
    let scene = picture(&map);
    let names: Vec<String> = arrows(&scene).iter().map(|(_, _, group)| group.name.clone()).collect();
    assert_eq!(names[0], "Link from Asks for a price to Card 2: is told of it");
}

#[test]
fn a_link_to_a_folded_lane_ends_in_its_row_and_one_to_a_hidden_lane_is_not_drawn() {
    let mut map = linked();
    let change = |map: &mut JourneyMap, kind: LaneKind, change: fn(&mut wayfelt::model::Lane)| {
        let wanted = lane(kind);
        let found = map.lanes.iter_mut().find(|lane| lane.id == wanted).unwrap();
        change(Arc::make_mut(found));
    };
    change(&mut map, LaneKind::Backstage, |lane| lane.collapsed = true);
    let scene = picture(&map);
    assert_ways_are_free(&scene);
    let row = scene.rows.iter().find(|row| row.lane == lane(LaneKind::Backstage)).unwrap();
    let (_, _, group) = arrows(&scene).into_iter().find(|(from, to, _)| (*from, *to) == (id(7), id(13))).unwrap();
    let end = along(&group).last().copied().unwrap();
    assert!(row.top < end.y && end.y < row.bottom, "{end:?} is in {row:?}");

    change(&mut map, LaneKind::Backstage, |lane| lane.hidden = true);
    let scene = picture(&map);
    let hidden: Vec<CardId> =
        map.cards().filter(|(_, card)| card.lane == lane(LaneKind::Backstage)).map(|(_, c)| c.id).collect();
    assert!(arrows(&scene).iter().all(|(from, to, _)| !hidden.contains(from) && !hidden.contains(to)));
}

#[test]
fn an_arrow_goes_around_cards_that_span_all_but_one_step() {
    let mut map = grid(5);
    map.lanes
        .retain(|lane| [LaneKind::Actions, LaneKind::Thoughts, LaneKind::Needs, LaneKind::Quotes].contains(&lane.kind));
    put_plain(&mut map, 3, 1, LaneKind::Actions);
    put_plain(&mut map, 1, 2, LaneKind::Thoughts);
    card_mut(&mut map, id(2)).until = Some(id(4));
    put_plain(&mut map, 2, 3, LaneKind::Needs);
    card_mut(&mut map, id(3)).until = Some(id(5));
    put_plain(&mut map, 3, 4, LaneKind::Quotes);
    card_mut(&mut map, id(1)).links.push(Link { to: id(4), label: String::new() });
    let scene = picture(&map);
    assert_eq!(arrows(&scene).len(), 1);
    assert_ways_are_free(&scene);
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]

    #[test]
    fn links_between_any_cards_run_through_none(
        cells in prop::collection::vec((0_usize..6, 1_u64..7, 0_u64..3), 2..40),
        links in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..3), 1..40),
        folded in 0_usize..7,
    ) {
        let kinds = [
            LaneKind::Actions, LaneKind::Touchpoints, LaneKind::PainPoints,
            LaneKind::Frontstage, LaneKind::Backstage, LaneKind::Systems,
        ];
        let mut map = grid(6);
        map.lanes.retain(|lane| kinds.contains(&lane.kind) || lane.kind == LaneKind::Emotion);
        if let Some(kind) = kinds.get(folded) {
            let wanted = lane(*kind);
            Arc::make_mut(map.lanes.iter_mut().find(|lane| lane.id == wanted).unwrap()).collapsed = true;
        }
        for (n, (kind, step, _)) in (1..).zip(&cells) {
            put_plain(&mut map, *step, n, kinds[*kind]);
        }
        // At most one card of a lane spans, so that none is walled in.
        let mut wide = [false; 6];
        for (n, (kind, step, more)) in (1..).zip(&cells) {
            if *more > 0 && !std::mem::replace(&mut wide[*kind], true) {
                card_mut(&mut map, id(n)).until = Some(id((step + more).min(6)));
            }
        }
        let count = cells.len();
        for (from, to, label) in &links {
            let (from, to) = (from.index(count) as u64 + 1, to.index(count) as u64 + 1);
            let label = ["", "asks", "is told of it, and answers the same day"][*label].to_owned();
            if from != to && card_mut(&mut map, id(from)).links.iter().all(|link| link.to != id(to)) {
                card_mut(&mut map, id(from)).links.push(Link { to: id(to), label });
            }
        }
        let scene = picture(&map);
        assert_ways_are_free(&scene);
        assert_words_are_free(&scene);
        prop_assert_eq!(dump(&scene), dump(&picture(&map)));
    }
}

#[test]
fn a_link_is_hit_on_its_line_and_on_its_words_and_not_beside_them() {
    let scene = picture(&dense_links());
    let target = |from, to| Some(Target::Link { from, to });
    for (from, to, group) in arrows(&scene) {
        let middle = along(&group)[along(&group).len() / 2];
        let hit = pick(&scene, middle).map(|hit| hit.target);
        assert!(matches!(hit, Some(Target::Link { .. })), "{from} → {to} isn't hit at {middle:?}");
        if let Some(words) = words_of(&group) {
            assert_eq!(pick(&scene, words.center()).map(|hit| hit.target), target(from, to));
        }
    }
    for (card, rect) in cards(&scene) {
        let hit = pick(&scene, rect.center()).map(|hit| hit.target);
        assert_eq!(hit, Some(Target::Card(card)), "an arrow that goes around a card doesn't take its clicks");
    }
}

fn branches(scene: &Scene) -> Vec<Placed> {
    groups(scene).into_iter().filter(|group| matches!(group.target, Some(Target::Branch { .. }))).collect()
}

#[test]
fn branches_hang_under_the_headings_and_cover_no_text() {
    let scene = picture(&dense_links());
    let drawn = branches(&scene);
    let names: Vec<&str> = drawn.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names.len(), 6);
    assert_eq!(names[0], "Branch from Compares to Visits the shop: has a friend in the trade");
    assert_eq!(names[2], "Loop back from Pays to Orders: card refused");
    let names: Vec<Rect> = groups(&scene)
        .iter()
        .filter(|group| matches!(group.target, Some(Target::Step(_))))
        .filter_map(words_of)
        .collect();
    for (index, group) in drawn.iter().enumerate() {
        for point in along(group) {
            assert!(scene.header.rect.contains(point), "{} leaves the header at {point:?}", group.name);
            assert!(names.iter().all(|rect| !rect.contains(point)), "{} covers a name", group.name);
        }
        let words = words_of(group);
        for other in &drawn[index + 1..] {
            let both = words.zip(words_of(other));
            assert!(both.is_none_or(|(a, b)| !overlap(a, b)), "{} and {}", group.name, other.name);
        }
    }
    let rows = scene.rows.first().unwrap().top;
    assert!(drawn.iter().all(|group| group.rect().y1 <= rows), "they don't reach into the first row");
}

#[test]
fn a_map_without_branches_keeps_its_headings_as_they_are() {
    let mut map = dense_links();
    let with = picture(&map).header.rect.height();
    for stage in &mut map.stages {
        for step in &mut Arc::make_mut(stage).steps {
            Arc::make_mut(step).branches.clear();
        }
    }
    assert!(picture(&map).header.rect.height() + 20.0 < with);
}
