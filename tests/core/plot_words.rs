//! Words of plots in rooms as small as a window's: what is left out would be taken for nothing.

use std::sync::Arc;

use wayfelt::i18n::Words;
use wayfelt::insight::plot::{self, Given, Hue, Kind, Label, Plot, Sample, Scale, Shape, Ticks};
use wayfelt::layout::plots::{self, Lettering};
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{
    Channel, Content, Grade, Importance, JourneyMap, LaneKind, Language, Opportunity, OpportunityState, Theme,
    Touchpoint,
};
use wayfelt::scene::{Item, Role, Scene};
use wayfelt::text::Typesetter;

use crate::maps::{believe, grid, id, pain, put, put_plain, step_mut};

fn plot_of(kind: Kind, map: &JourneyMap) -> Plot {
    plot::plot(kind, map, &Given { today: Some(jiff::civil::date(2026, 11, 22)), ..Given::default() })
}

/// The words of a plot in a room, with what is between its axes.
fn letters(plot: &Plot, (width, height): (f64, f64), language: Language) -> (Vec<Lettering>, plots::View) {
    let (words, mut fonts) = (Words::new(language), Typesetter::new());
    let room = plots::Room::of(plot, kurbo::Rect::new(0.0, 0.0, width, height), &words, &mut fonts);
    let view = plots::View::whole(plot, room.plot);
    (plots::arrange(plot, &room, view, &words, &mut fonts), view)
}

fn map_picture(map: &JourneyMap) -> Scene {
    let words = Words::new(map.language);
    let options = Options { theme: Theme::Light, words: &words, all: false, images: &NoImages };
    lay_out(map, &options, &mut Typesetter::new())
}

fn lines(scene: &Scene) -> Vec<String> {
    let mut lines = Vec::new();
    scene.walk(&mut |item| {
        if let Item::Text(text) = item {
            lines.push(text.line.text.trim().to_owned());
        }
    });
    lines
}

fn opportunity(impact: u8, effort: u8, importance: u8) -> Content {
    Content::Opportunity(Opportunity {
        impact: Grade::new(impact).ok(),
        effort: Grade::new(effort).ok(),
        importance: Importance::new(importance).ok(),
        ..Opportunity::default()
    })
}

#[test]
fn one_number_sign_means_one_ranking_of_opportunities() {
    let mut map = grid(2);
    put(&mut map, 1, 1, LaneKind::Opportunities, opportunity(5, 1, 4));
    put(&mut map, 2, 2, LaneKind::Opportunities, opportunity(5, 4, 10));
    believe(&mut map, id(1), &[Some(-1.0), Some(-1.0)]);
    let matrix = plot_of(Kind::Matrix, &map);
    let first = |plot: &Plot| plot.table.rows[0].about;
    assert_ne!(first(&matrix), first(&plot_of(Kind::Opportunities, &map)), "the orders differ");
    let words = Words::new(Language::En);
    let said: Vec<String> =
        matrix.marks.iter().filter_map(|m| Some(plots::say::label(m.label.as_ref()?, &words))).collect();
    assert_eq!(said, ["1", "2"], "a badge leads to the list and says no rank");
    let (letters, _) = letters(&matrix, (440.0, 460.0), Language::En);
    for name in ["1 Card 1", "2 Card 2"] {
        assert!(letters.iter().any(|one| one.text == name), "a narrow page lists {name}");
    }
}

#[test]
fn columns_of_switches_bear_the_numbers_of_their_steps() {
    let mut map = grid(4);
    let touchpoint = |channel| Content::Touchpoint(Touchpoint { channel: Some(channel), ..Touchpoint::default() });
    for (card, (step, channel)) in
        [(1, Channel::Website), (3, Channel::Email), (3, Channel::Website), (4, Channel::Email)].into_iter().enumerate()
    {
        put(&mut map, step, card as u64 + 1, LaneKind::Touchpoints, touchpoint(channel));
    }
    let plot = plot_of(Kind::CarryOver, &map);
    let numbers: Vec<Label> = plot.short.clone();
    assert_eq!(numbers, [Label::Own(String::new()), Label::Number(3), Label::Number(3), Label::Number(4)]);
    let (letters, view) = letters(&plot, (240.0, 300.0), Language::En);
    let below: Vec<&str> = letters
        .iter()
        .filter(|one| one.rect.y0 > view.rect.y1 && one.text.len() == 1)
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(below, ["3", "3", "4"]);
}

#[test]
fn every_stage_says_its_figure_where_the_plot_is_narrow() {
    for (name, map) in crate::sample_maps::samples() {
        for (kind, language) in [Kind::Kept, Kind::Time].into_iter().flat_map(|k| Language::ALL.map(|l| (k, l))) {
            let plot = plot_of(kind, &map);
            let words = Words::new(language);
            let (letters, view) = letters(&plot, (470.0, 470.0), language);
            for region in &plot.regions {
                let Some(figure) = region.lines.get(1) else { continue };
                let (from, to) = (view.x(region.from), view.x(region.to));
                if to - from < 40.0 {
                    continue;
                }
                let figure = plots::say::label(figure, &words);
                let over = |one: &&Lettering| one.rect.center().x > from && one.rect.center().x < to;
                let found = letters.iter().filter(over).any(|one| one.text == figure);
                assert!(found, "{name}, {kind:?}, {language:?}: {:?} doesn't say {figure:?}", region.lines[0]);
            }
        }
    }
}

#[test]
fn an_axis_of_time_has_one_unit() {
    for (minutes, expected) in [(20, "min"), (150, "h"), (700, "h"), (2_880, "d"), (30_000, "d")] {
        let mut map = grid(1);
        step_mut(&mut map, id(1)).waiting_minutes = Some(minutes);
        let plot = plot_of(Kind::Time, &map);
        let Ticks::Every { scale, .. } = plot.y.ticks else { panic!("no figures") };
        assert!(matches!(scale, Scale::In(_)));
        for tick in plots::ticks(&plot.y) {
            let said = plots::say::figure(tick, scale, &Words::new(Language::En));
            assert_eq!(said.split(' ').nth(1), Some(expected), "{minutes}: {said}");
            assert!(!said.contains('.'), "{minutes}: {said}");
        }
    }
}

#[test]
fn slumps_that_lie_on_each_other_are_told_apart() {
    let mut map = grid(5);
    believe(&mut map, id(1), &[Some(1.0), Some(-1.0), Some(-1.5), Some(0.5), Some(1.0)]);
    believe(&mut map, id(2), &[Some(0.5), Some(-0.5), Some(-0.4), Some(-0.2), Some(0.2)]);
    let plot = plot_of(Kind::Remembered, &map);
    let hues: Vec<Option<Hue>> = plot.regions.iter().map(|region| region.hue).collect();
    assert_eq!(hues, [Some(Hue::Persona(0)), Some(Hue::Persona(1))]);
    let words = Words::new(Language::Vi);
    for room in [(330.0, 180.0), (470.0, 450.0)] {
        let (letters, _) = letters(&plot, room, Language::Vi);
        for region in &plot.regions {
            let name = plots::say::label(&region.lines[0], &words);
            assert!(letters.iter().any(|one| one.text == name), "{room:?}: nothing says {name}");
        }
    }
}

#[test]
fn a_key_is_as_pale_as_what_it_stands_for() {
    for (name, map) in crate::sample_maps::samples() {
        for kind in Kind::ALL {
            let plot = plot_of(kind, &map);
            for key in plot.legend.iter().filter(|key| key.sample == Sample::Area) {
                let bars = || {
                    plot.marks.iter().filter(|mark| {
                        mark.hue == key.hue && matches!(mark.shape, Shape::Bar { .. } | Shape::Row { .. })
                    })
                };
                if bars().next().is_some() {
                    assert!(bars().any(|bar| bar.strong == key.strong), "{name}, {kind:?}: {key:?}");
                }
            }
        }
    }
}

#[test]
fn figures_of_one_line_have_space_between() {
    for (name, map) in crate::sample_maps::samples() {
        for (kind, language) in [Kind::Emotion, Kind::Time].into_iter().flat_map(|k| Language::ALL.map(|l| (k, l))) {
            let plot = plot_of(kind, &map);
            if plot.lack.is_some() {
                continue;
            }
            for room in [(470.0, 470.0), (360.0, 170.0)] {
                let (letters, _) = letters(&plot, room, language);
                let marks: Vec<&Lettering> = letters.iter().filter(|one| one.ground).collect();
                for (place, one) in marks.iter().enumerate() {
                    for other in &marks[place + 1..] {
                        let beside = one.rect.y0 < other.rect.y1 && other.rect.y0 < one.rect.y1;
                        let gap = (one.rect.x0 - other.rect.x1).max(other.rect.x0 - one.rect.x1);
                        assert!(!beside || gap >= 5.9, "{name}, {kind:?}, {room:?}: {:?} {:?}", one.text, other.text);
                    }
                }
            }
        }
    }
}

#[test]
fn long_names_of_columns_are_cut_and_narrow_columns_bear_the_ranks_of_the_cards() {
    let mut map = grid(2);
    for (step, share) in [(1, 0.4), (2, 0.2)] {
        put(&mut map, step, step, LaneKind::PainPoints, pain(Some(4), Some(share)));
        crate::maps::card_mut(&mut map, id(step)).text = "Nobody says which of the papers are still missing ".repeat(4);
    }
    let plot = plot_of(Kind::Priorities, &map);
    let (wide, view) = letters(&plot, (360.0, 300.0), Language::En);
    let names = wide.iter().filter(|one| one.rect.y0 > view.rect.y1 && one.text.ends_with('…')).count();
    assert_eq!(names, 2);
    let (narrow, _) = letters(&plot, (150.0, 300.0), Language::En);
    assert!(narrow.iter().any(|one| one.text == "#2"));
}

#[test]
fn where_points_stand_low_their_axes_are_still_named() {
    let mut map = grid(1);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(4), Some(0.4)));
    let plot = plot_of(Kind::PainPoints, &map);
    let (letters, view) = letters(&plot, (380.0, 140.0), Language::En);
    for title in ["Severity, 1–5", "Customers affected, %"] {
        let found = letters.iter().find(|one| one.text == title).unwrap_or_else(|| panic!("nothing says {title}"));
        assert!(view.rect.contains_rect(found.rect), "{title}");
    }
}

#[test]
fn a_collapsed_lane_says_how_many_cards_it_holds() {
    let mut map = grid(3);
    for card in 1..=3 {
        put_plain(&mut map, card, card, LaneKind::PainPoints);
    }
    assert!(!lines(&map_picture(&map)).iter().any(|line| line.contains("collapsed")));
    for lane in &mut map.lanes {
        Arc::make_mut(lane).collapsed = true;
    }
    let said = lines(&map_picture(&map));
    assert!(said.contains(&"3 cards, collapsed".to_owned()), "{said:?}");
    assert!(said.contains(&"collapsed, empty".to_owned()), "{said:?}");
    assert!(said.contains(&"collapsed".to_owned()), "the emotion lane holds no cards: {said:?}");
}

#[test]
fn the_head_of_a_lane_says_what_the_icons_on_its_opportunities_mean() {
    let mut map = grid(2);
    let state = |state| Content::Opportunity(Opportunity { state, ..Opportunity::default() });
    put(&mut map, 1, 1, LaneKind::Opportunities, state(OpportunityState::InProgress));
    put(&mut map, 2, 2, LaneKind::Opportunities, state(OpportunityState::Planned));
    let scene = map_picture(&map);
    let said = lines(&scene);
    assert!(said.contains(&"In progress".to_owned()), "{said:?}");
    assert!(!said.contains(&"Done".to_owned()), "no card is done");
    let mut spoken = Vec::new();
    scene.walk(&mut |item| {
        if let Item::Group(group) = item
            && group.role == Role::Card
        {
            spoken.push(group.name.clone());
        }
    });
    assert!(spoken.iter().any(|name| name.contains("In progress")), "{spoken:?}");
}
