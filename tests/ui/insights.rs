//! The plots in the window: below the map, and on their own page.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::{Intent, PlotWish};
use wayfelt::edit::{CardChange, Cursor, Edit, Selection};
use wayfelt::i18n::Words;
use wayfelt::insight::plot::{self, Given, Kind};
use wayfelt::layout::{plots, theme};
use wayfelt::model::{Content, Grade, JourneyMap, LaneKind, Language, Opportunity, Theme};
use wayfelt::scene::{Item, Role as SceneRole};
use wayfelt::text::Typesetter;

use crate::maps::{believe, grid, id, lane, pain, put, put_plain, step_mut};
use crate::panel::{Panel, Which, click, open, open_in, press};
use crate::sample_maps::samples;

type Window = egui_kittest::Harness<'static, Panel>;

fn rated() -> JourneyMap {
    let mut map = grid(3);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.4)));
    put(&mut map, 2, 2, LaneKind::PainPoints, pain(Some(5), Some(0.62)));
    step_mut(&mut map, id(2)).moment_of_truth = true;
    believe(&mut map, id(1), &[Some(0.5), Some(-1.5), None]);
    map
}

const WORST: &str = "#1 Card 2. Step: Step 2. Severity, 1–5: 5. Customers affected, %: 62%. Moment of truth: Yes. Priority, 0–10: 6.2. \
                     Running share, %: 84%. Priority 6.2 = severity 5 × 62% × 2, a moment of truth counts double";

/// The page of one plot of a map.
fn page(kind: Kind, map: JourneyMap) -> Window {
    page_in(kind, map, Language::En, Theme::Light)
}

fn page_in(kind: Kind, map: JourneyMap, language: Language, theme: Theme) -> Window {
    let mut window = open_in(Which::Plots, map, Selection::default(), language, theme);
    window.state_mut().insights.open(kind);
    window.run();
    window
}

#[test]
fn a_click_on_a_bubble_shows_its_card() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    let worst = |insights: &Window| {
        insights.query_all_by_label_contains("#1 Card 2. Step").map(|mark| mark.rect()).collect::<Vec<_>>()
    };
    assert_eq!(worst(&insights).len(), 2, "a bubble and a bar");
    insights.get_all_by_label_contains("#1 Card 2. Step").next().unwrap().click();
    insights.run();
    let cursor = Cursor::Cell { lane: lane(LaneKind::PainPoints), step: id(2), persona: None };
    assert_eq!(insights.state().intents, [Intent::Show(Selection::card(cursor, id(2)))]);
}

#[test]
fn a_point_says_its_figures_and_how_they_came_about() {
    let insights = open(Which::Insights, rated(), Selection::default());
    let said: Vec<String> = insights
        .query_all_by_label_contains("#1 Card 2. Step")
        .filter_map(|mark| {
            use egui_kittest::kittest::NodeT as _;
            mark.accesskit_node().label()
        })
        .collect();
    assert_eq!(said, [WORST, WORST]);
}

#[test]
fn a_click_on_a_score_shows_its_cell() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    insights.get_by_label_contains("Minh · Step 2. Score").click();
    insights.run();
    let cursor = Cursor::Cell { lane: lane(LaneKind::Emotion), step: id(2), persona: Some(id(1)) };
    assert_eq!(insights.state().intents, [Intent::Show(Selection::at(cursor))]);
}

#[test]
fn the_point_of_the_selected_card_is_marked() {
    let selection = Selection { cards: vec![id(2)], ..Selection::default() };
    let insights = open(Which::Insights, rated(), selection);
    use egui_kittest::kittest::NodeT as _;
    for mark in insights.get_all_by_label(WORST) {
        assert_eq!(mark.accesskit_node().toggled(), Some(eframe::egui::accesskit::Toggled::True));
    }
}

#[test]
fn hover_says_what_a_point_is() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    insights.get_all_by_label(WORST).next().unwrap().hover();
    insights.run_steps(8);
    assert!(insights.query_by_label("#1 Card 2").is_some());
    assert!(insights.query_by_label("Customers affected, %: 62%").is_some());
}

#[test]
fn without_ratings_it_says_what_to_do_and_leads_there() {
    let mut map = grid(1);
    put_plain(&mut map, 1, 7, LaneKind::PainPoints);
    let mut insights = open(Which::Insights, map, Selection::default());
    assert!(insights.query_all_by_label_contains("No pain point is rated yet").next().is_some());
    insights.get_all_by_label("Rate “Card 7”").next().unwrap().click();
    insights.run();
    assert_eq!(insights.state().selection.cards, [id(7)]);
}

#[test]
fn narrow_shows_one_plot_and_another_one_is_chosen_from_all() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    insights.set_size(egui::vec2(480.0, 300.0));
    insights.run();
    assert!(insights.query_by_label("Pain points: choose another plot").is_none());
    click(&mut insights, "Emotion: choose another plot");
    let entries = insights.get_all_by_role(Role::MenuItem).count();
    assert_eq!(entries, Kind::ALL.len());
    insights.get_by_role_and_label(Role::MenuItem, "Pain points").click();
    insights.run();
    assert!(insights.query_by_label("Pain points: choose another plot").is_some());
    assert_eq!(insights.query_all_by_label(WORST).count(), 1);
}

#[test]
fn a_plot_is_shown_large() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    click(&mut insights, "Show “Pain points” large");
    assert_eq!(insights.state().intents, [Intent::Plot(PlotWish::Open(Kind::PainPoints))]);
}

#[test]
fn the_samples_are_plotted_in_both_languages_and_themes() {
    for (_, map) in samples() {
        for (language, theme) in [(Language::En, Theme::Dark), (Language::Vi, Theme::Light)] {
            let insights = open_in(Which::Insights, map.clone(), Selection::default(), language, theme);
            assert!(insights.query_all_by_label_contains("#1 ").next().is_some());
        }
    }
}

/// The words that a frame painted.
fn painted(window: &Window) -> Vec<String> {
    fn walk(shape: &egui::Shape, found: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => found.push(text.galley.text().to_owned()),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        walk(&clipped.shape, &mut found);
    }
    found
}

/// The colours of the lines that a frame painted.
fn lines(window: &Window) -> Vec<egui::Color32> {
    fn walk(shape: &egui::Shape, found: &mut Vec<egui::Color32>) {
        match shape {
            egui::Shape::Path(path) => {
                if let egui::epaint::ColorMode::Solid(color) = path.stroke.color {
                    found.push(color);
                }
            }
            egui::Shape::LineSegment { stroke, .. } => found.push(stroke.color),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        walk(&clipped.shape, &mut found);
    }
    found
}

#[test]
fn window_and_paper_show_the_same_series_and_say_the_same_words() {
    let mut maps = samples();
    maps.truncate(2);
    for (name, map) in maps {
        for (kind, (language, theme)) in
            Kind::ALL.into_iter().zip([(Language::En, Theme::Light), (Language::Vi, Theme::Dark)].into_iter().cycle())
        {
            let words = Words::new(language);
            let against = Arc::new(map.clone());
            let given = Given { against: Some(&against), today: Some(jiff::Zoned::now().date()), ..Given::default() };
            let plot = plot::plot(kind, &map, &given);
            let look = plots::Look { palette: theme::palette(theme), words: &words, language, map: "" };
            let scene = plots::scene(&plot, &look, &mut Typesetter::new());

            let mut window = open_in(Which::Plots, map.clone(), Selection::default(), language, theme);
            window.set_size(egui::vec2(2400.0, 1300.0));
            window.state_mut().insights.compare_with("other".to_owned(), Arc::clone(&against));
            window.state_mut().insights.open(kind);
            window.run();
            let painted = painted(&window);
            let mut on_paper = Vec::new();
            scene.walk(&mut |item| {
                if let Item::Group(group) = item
                    && group.role == SceneRole::Note
                {
                    on_paper.push(group.name.clone());
                }
            });
            let mut expected = vec![plots::say::about(&plot, &words)];
            if plot.lack.is_some() {
                expected.push(plots::say::none(kind, &words));
            }
            expected.extend(plot.legend.iter().map(|key| plots::say::key(key, &words)));
            expected.extend(plots::say::notes(&plot, &words));
            if plot.lack.is_none() {
                for axis in [Some(&plot.x), Some(&plot.y), plot.right.as_ref()].into_iter().flatten() {
                    expected.extend(axis.label.map(|label| plots::say::word(label, &words)));
                }
                if let plot::Ticks::Names(rows) = &plot.y.ticks {
                    expected.extend(rows.iter().map(|row| plots::say::label(row, &words)));
                }
            }
            for one in &expected {
                let paper = on_paper.iter().any(|said| said == one || said.ends_with(one.as_str()));
                assert!(paper, "{name}, {kind:?}: paper doesn't say {one:?}");
                assert!(painted.contains(one), "{name}, {kind:?}: the window doesn't say {one:?}");
            }
            let drawn = lines(&window);
            for series in plot.series.iter().filter(|series| series.stretches.iter().any(|one| one.points.len() > 1)) {
                let color = plots::hue_color(theme::palette(theme), series.hue);
                let color = egui::Color32::from_rgb(color.r, color.g, color.b);
                assert!(drawn.contains(&color), "{name}, {kind:?}: the window has no line of {:?}", series.name);
                let named = plots::say::label(&series.name, &words);
                let mut strokes = 0;
                scene.walk(&mut |item| {
                    if let Item::Group(group) = item
                        && group.name == named
                    {
                        strokes += group.items().filter(|item| matches!(item, Item::Path(_))).count();
                    }
                });
                assert!(strokes > 0, "{name}, {kind:?}: paper has no line of {named:?}");
            }
        }
    }
}

#[test]
fn the_table_of_a_plot_is_shown_and_copied_as_text_and_as_html() {
    let mut window = page(Kind::PainPoints, rated());
    click(&mut window, "Copy table");
    let Some(Intent::Plot(PlotWish::CopyTable { text, html })) = window.state().intents.last() else {
        panic!("{:?}", window.state().intents)
    };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("Rank\tPain point\tStep\tSeverity, 1–5\t"), "{}", lines[0]);
    assert!(lines[1].starts_with("#1\tCard 2\tStep 2\t5\t62%\tYes\t6.2\t84%"), "{}", lines[1]);
    assert!(html.contains("<table>") && html.contains("Card 1"));
    click(&mut window, "Table");
    assert!(painted(&window).contains(&"Running share, %".to_owned()));
    window.get_by_label(WORST).click();
    window.run();
    assert_eq!(window.state().selection.cards, [id(2)], "a click on a row selects its card");
}

#[test]
fn how_a_figure_came_about_is_told_with_its_inputs() {
    let mut window = page(Kind::PainPoints, rated());
    window.state_mut().selection = Selection { cards: vec![id(2)], ..Selection::default() };
    click(&mut window, "How is this worked out?");
    assert!(window.query_by_label_contains("The area of a bubble is its priority").is_some());
    let worked = "#1 Card 2: Priority 6.2 = severity 5 × 62% × 2, a moment of truth counts double";
    assert!(window.query_by_label(worked).is_some());
}

#[test]
fn escape_leaves_the_page_and_export_names_the_plot() {
    let mut window = page(Kind::Kept, rated());
    click(&mut window, "Export…");
    click(&mut window, "Copy picture");
    press(&mut window, Modifiers::NONE, Key::Escape);
    let wishes = [PlotWish::Export(Kind::Kept), PlotWish::CopyPicture(Kind::Kept), PlotWish::Close];
    assert_eq!(window.state().intents, wishes.map(Intent::Plot));
}

fn opportunities() -> JourneyMap {
    let mut map = grid(2);
    for (card, effort, impact) in [(1, 2, 2), (2, 4, 4)] {
        let grade = |grade| Grade::new(grade).ok();
        let content = Opportunity { effort: grade(effort), impact: grade(impact), ..Opportunity::default() };
        put(&mut map, 1, card, LaneKind::Opportunities, Content::Opportunity(content));
    }
    map
}

fn grades(map: &JourneyMap, card: u64) -> (u8, u8) {
    match &map.card(id(card)).unwrap().1.content {
        Content::Opportunity(opportunity) => (opportunity.effort.unwrap().value(), opportunity.impact.unwrap().value()),
        other => panic!("{other:?}"),
    }
}

/// Where the mark of a card is, by its name in the list.
fn mark_of(window: &Window, card: &str) -> egui::Pos2 {
    let found: Vec<egui::Rect> = window
        .query_all_by_role(Role::Button)
        .filter(|node| {
            use egui_kittest::kittest::NodeT as _;
            node.accesskit_node().label().is_some_and(|label| label.contains(&format!(" {card}. Impact")))
        })
        .map(|node| node.rect())
        .collect();
    found.first().expect("a mark").center()
}

#[test]
fn a_drag_in_the_matrix_is_one_undo_step() {
    let mut window = page(Kind::Matrix, opportunities());
    let (from, other) = (mark_of(&window, "Card 1"), mark_of(&window, "Card 2"));
    // Two grades to the right and two up is where the other one stands; one grade is half of that.
    let half = (other - from) / 2.0;
    window.drag_at(from);
    window.run();
    for part in [0.3, 0.7, 1.0] {
        window.hover_at(from + half * part);
        window.run();
    }
    assert_eq!(grades(&window.state().map, 1), (3, 3), "it is shown where it would be");
    window.drop_at(from + half);
    window.run();
    assert_eq!(grades(&window.state().map, 1), (3, 3));
    let count = |of: fn(&Intent) -> bool| window.state().intents.iter().filter(|intent| of(intent)).count();
    assert_eq!(count(|intent| matches!(intent, Intent::Commit)), 1, "{:?}", window.state().intents);
    assert_eq!(count(|intent| matches!(intent, Intent::Edit(_))), 0);
}

#[test]
fn an_arrow_on_a_point_of_the_matrix_is_one_edit() {
    let mut window = page(Kind::Matrix, opportunities());
    window.get_by_label_contains(" Card 1. Impact").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(grades(&window.state().map, 1), (2, 3));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(grades(&window.state().map, 1), (1, 3));
    let is_place = |edit: &&Edit| matches!(edit, Edit::SetCard(_, CardChange::Content(_)));
    assert_eq!(window.state().edits().iter().filter(|edit| is_place(edit)).count(), 2);
}

#[test]
fn what_if_changes_nothing_until_it_is_kept() {
    let mut map = rated();
    believe(&mut map, id(1), &[Some(0.5), Some(-1.5), Some(-0.5)]);
    let before = map.clone();
    let mut window = page(Kind::Emotion, map);
    click(&mut window, "What if…");
    window.get_by_label_contains("Minh · Step 2. Score").focus();
    window.run();
    for _ in 0..4 {
        press(&mut window, Modifiers::NONE, Key::ArrowUp);
    }
    // Peak-end was (−1.5 − 0.5)/2; now the peak is 0.5 or −0.5, of which the worse counts.
    assert!(window.query_by_label_contains("Peak-end: −1.00 → −0.50").is_some());
    assert!(window.query_by_label_contains("customers kept").is_some());
    assert!(window.state().intents.is_empty(), "{:?}", window.state().intents);
    assert_eq!(window.state().map, before, "the map is what it was");
    click(&mut window, "Keep as to-be");
    let [Intent::Plot(PlotWish::KeepToBe(edit))] = window.state().intents.as_slice() else {
        panic!("{:?}", window.state().intents)
    };
    let kept = wayfelt::edit::apply(&before, edit).unwrap();
    assert_eq!(kept.step(id(2)).unwrap().score(id(1)).shown(), Some(-0.5));
    assert_eq!(window.state().map, before);
}

#[test]
fn escape_discards_what_was_tried_before_it_leaves_the_page() {
    let mut window = page(Kind::Emotion, rated());
    click(&mut window, "What if…");
    assert!(window.state().insights.is_what_if());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!window.state().insights.is_what_if());
    assert!(window.state().intents.is_empty());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().intents, [Intent::Plot(PlotWish::Close)]);
}

#[test]
fn every_plot_is_shown_of_an_empty_map_of_one_point_and_of_very_many() {
    let mut one = grid(1);
    believe(&mut one, id(1), &[Some(-0.5)]);
    put(&mut one, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.4)));
    for map in [JourneyMap::default(), one, crate::generate::map(2_000)] {
        for kind in Kind::ALL {
            let words = Words::new(Language::En);
            let window = page(kind, map.clone());
            let plot = plot::plot(kind, &map, &Given::default());
            if plot.lack.is_some() {
                assert!(painted(&window).contains(&plots::say::none(kind, &words)), "{kind:?}");
            } else {
                let marked = plot.marks.iter().filter_map(|mark| plot.table.rows.get(mark.row?)).next().unwrap();
                let name = plots::say::row_name(&plot, marked, &words);
                assert!(window.query_all_by_label_contains(&name).next().is_some(), "{kind:?}: {name}");
            }
        }
    }
}
