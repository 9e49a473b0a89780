//! The pictures of all plots: of every sample, of a map without anything, of one point, of everything that there is, of 200
//! steps; in both languages and in all themes.

use std::sync::Arc;

use wayfelt::export::pdf::{PdfOptions, pdf};
use wayfelt::export::png;
use wayfelt::export::svg::{SvgOptions, svg};
use wayfelt::i18n::Words;
use wayfelt::insight::plot::{self, Given, Hue, Kind, Plot, Ticks};
use wayfelt::layout::{plots, theme};
use wayfelt::model::{JourneyMap, LaneKind, Language, Theme};
use wayfelt::scene::{Item, Role, Scene};
use wayfelt::text::Typesetter;

use crate::maps::{believe, grid, id, pain, put};

/// A map with its name, and the one that it is compared with.
struct Subject {
    name: String,
    map: JourneyMap,
    other: JourneyMap,
}

/// The same journey a while later: without its first step, and a point better at the others.
fn later(map: &JourneyMap) -> JourneyMap {
    let mut later = map.clone();
    if let Some(stage) = later.stages.first_mut().filter(|stage| stage.steps.len() > 1) {
        Arc::make_mut(stage).steps.remove(0);
    }
    for stage in &mut later.stages {
        for step in &mut Arc::make_mut(stage).steps {
            for score in Arc::make_mut(step).scores.values_mut() {
                if let Some(value) = score.shown() {
                    *score = wayfelt::model::Score::believed(wayfelt::model::Emotion::clamped(value + 1.0));
                }
            }
        }
    }
    later
}

fn subjects() -> Vec<Subject> {
    let mut one = grid(1);
    believe(&mut one, id(1), &[Some(-0.5)]);
    put(&mut one, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.4)));
    let mut maps = vec![
        ("nothing".to_owned(), JourneyMap::default()),
        ("one point".to_owned(), one),
        ("every kind".to_owned(), crate::every_kind::map()),
        ("200 steps".to_owned(), crate::generate::wide(200, 14)),
    ];
    maps.extend(crate::sample_maps::samples().into_iter().map(|(name, map)| (name.to_owned(), map)));
    maps.into_iter().map(|(name, map)| Subject { other: later(&map), name, map }).collect()
}

impl Subject {
    fn plot(&self, kind: Kind) -> Plot {
        let given =
            Given { against: Some(&self.other), today: Some(jiff::civil::date(2026, 11, 22)), ..Given::default() };
        plot::plot(kind, &self.map, &given)
    }
}

fn picture(plot: &Plot, theme: Theme, language: Language, fonts: &mut Typesetter) -> Scene {
    let words = Words::new(language);
    let look = plots::Look { palette: theme::palette(theme), words: &words, language, map: "A map" };
    plots::scene(plot, &look, fonts)
}

/// What groups are called, and the lines of text.
fn said(scene: &Scene) -> (Vec<String>, Vec<String>) {
    let (mut names, mut lines) = (Vec::new(), Vec::new());
    scene.walk(&mut |item| match item {
        Item::Group(group) if group.role != Role::Decoration => names.push(group.name.clone()),
        Item::Text(text) => lines.push(text.line.text.clone()),
        _ => {}
    });
    (names, lines)
}

#[test]
fn marks_stand_for_rows_within_the_axes_and_rows_fill_their_columns() {
    for subject in subjects() {
        for kind in Kind::ALL {
            let (name, plot) = (&subject.name, subject.plot(kind));
            for row in &plot.table.rows {
                assert_eq!(row.cells.len(), plot.table.columns.len(), "{name}, {kind:?}");
            }
            for mark in &plot.marks {
                assert!(mark.x.is_finite() && mark.y.is_finite(), "{name}, {kind:?}: {mark:?}");
                assert!((plot.x.low..=plot.x.high).contains(&mark.x), "{name}, {kind:?}: {mark:?} {:?}", plot.x);
                assert!((plot.y.low..=plot.y.high).contains(&mark.y), "{name}, {kind:?}: {mark:?} {:?}", plot.y);
                assert!(mark.row.is_none_or(|row| row < plot.table.rows.len()));
            }
            for point in plot.series.iter().flat_map(|series| &series.stretches).flat_map(|stretch| &stretch.points) {
                assert!(point.0.is_finite() && point.1.is_finite(), "{name}, {kind:?}");
            }
            assert_eq!(plot.lack.is_some(), plot.marks.is_empty(), "{name}, {kind:?}");
            for axis in [Some(&plot.x), Some(&plot.y), plot.right.as_ref()].into_iter().flatten() {
                let figures = matches!(axis.ticks, Ticks::Every { .. });
                assert!(!figures || axis.label.is_some(), "{name}, {kind:?}: nothing says what {axis:?} measures");
            }
        }
    }
}

#[test]
fn pictures_say_everything_inside_their_paper() {
    let mut fonts = Typesetter::new();
    for subject in subjects() {
        for kind in Kind::ALL {
            for (theme, language) in [(Theme::Light, Language::En), (Theme::Dark, Language::Vi)] {
                let (name, plot, words) = (&subject.name, subject.plot(kind), Words::new(language));
                let scene = picture(&plot, theme, language, &mut fonts);
                let (names, _) = said(&scene);
                let mut expected = vec![plots::say::title(kind, &words), plots::say::how(kind, &words)];
                if plot.lack.is_some() {
                    expected.push(plots::say::none(kind, &words));
                } else {
                    expected.extend(plot.legend.iter().map(|key| plots::say::key(key, &words)));
                    expected.extend(plots::say::notes(&plot, &words));
                    expected.extend(plot.series.iter().map(|series| plots::say::label(&series.name, &words)));
                    let rows = plot.marks.iter().filter_map(|mark| plot.table.rows.get(mark.row?));
                    expected.extend(rows.map(|row| plots::say::lines(&plot, row, &words).join(". ")));
                }
                let names: std::collections::HashSet<String> = names.into_iter().collect();
                for one in expected {
                    assert!(names.contains(&one), "{name}, {kind:?}: nothing says {one:?}");
                }
                scene.walk(&mut |item| {
                    if let Item::Text(text) = item {
                        let (x, y, line) = (text.origin.x, text.origin.y, &text.line);
                        let right = scene.size.width - x - line.width;
                        assert!(x >= 0.0 && right >= -0.5, "{name}, {kind:?}: {} is cut at the side", line.text);
                        assert!((0.0..=scene.size.height).contains(&y), "{name}, {kind:?}: {}", line.text);
                        let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
                        assert!(
                            glyphs.into_iter().all(|glyph| glyph.id != 0),
                            "{name}, {kind:?}: tofu in {}",
                            line.text
                        );
                    }
                });
            }
        }
    }
}

#[test]
fn words_of_a_picture_cover_no_other_words() {
    let mut fonts = Typesetter::new();
    for subject in subjects() {
        for (kind, language) in Kind::ALL.into_iter().flat_map(|kind| Language::ALL.map(|language| (kind, language))) {
            let scene = picture(&subject.plot(kind), Theme::Light, language, &mut fonts);
            let mut boxes: Vec<(kurbo::Rect, String)> = Vec::new();
            scene.walk(&mut |item| {
                if let Item::Text(text) = item {
                    let size = text.line.runs.iter().map(|run| run.size).fold(0.0, f64::max);
                    let (x, y) = (text.origin.x, text.origin.y);
                    let rect = kurbo::Rect::new(x, y - size * 0.7, x + text.line.width, y + size * 0.05);
                    boxes.push((rect, text.line.text.clone()));
                }
            });
            for (place, (a, text)) in boxes.iter().enumerate() {
                for (b, other) in &boxes[place + 1..] {
                    let both = a.intersect(*b);
                    assert!(
                        both.width() < 1.0 || both.height() < 1.0,
                        "{}, {kind:?}: {text:?} and {other:?} cover each other: {a:?} {b:?}",
                        subject.name
                    );
                }
            }
        }
    }
}

/// Rows stand apart: however many things stand in one, its figure has a place.
#[test]
fn every_row_says_its_figure() {
    let mut fonts = Typesetter::new();
    for subject in subjects() {
        for (kind, language) in Kind::ALL.into_iter().flat_map(|kind| Language::ALL.map(|language| (kind, language))) {
            // Switches are told by their colours; only repeated ones say so.
            let plot = subject.plot(kind);
            if !plot.has_rows() || kind == Kind::CarryOver {
                continue;
            }
            let words = Words::new(language);
            let (_, mut lines) = said(&picture(&plot, Theme::Light, language, &mut fonts));
            for label in plot.marks.iter().filter_map(|mark| mark.label.as_ref()) {
                let text = plots::say::label(label, &words);
                let found = lines.iter().position(|line| *line == text);
                let place = found.unwrap_or_else(|| panic!("{}, {kind:?}: a row doesn't say {text:?}", subject.name));
                lines.swap_remove(place);
            }
        }
    }
}

#[test]
fn words_of_every_hue_can_be_read_on_their_ground() {
    let hues = (0..8).map(Hue::Persona).chain([Hue::Pain, Hue::Opportunity, Hue::Estimate, Hue::Plain, Hue::Weak]);
    for theme in Theme::ALL {
        let palette = theme::palette(theme);
        for hue in hues.clone() {
            let text = plots::hue_text(palette, hue).contrast(palette.plot);
            assert!(text >= 4.5, "{theme:?}: words of {hue:?} have a contrast of {text:.1}");
            let on = plots::ink_on(palette, hue).contrast(plots::hue_color(palette, hue));
            assert!(on >= 4.5, "{theme:?}: words on a bar of {hue:?} have a contrast of {on:.1}");
        }
    }
}

#[test]
fn every_plot_has_a_sample_that_shows_it() {
    let subjects = subjects();
    for kind in Kind::ALL {
        let samples = subjects.iter().filter(|subject| subject.name.ends_with(".ron"));
        let shown = samples.filter(|subject| subject.plot(kind).lack.is_none()).count();
        assert!(shown >= 2, "{kind:?} is empty in all samples but {shown}");
    }
}

#[test]
fn every_plot_becomes_svg_png_and_pdf() {
    let subject = subjects().into_iter().find(|subject| subject.name == "every kind").unwrap();
    let mut fonts = Typesetter::new();
    for kind in Kind::ALL {
        let scene = picture(&subject.plot(kind), Theme::Dark, Language::Vi, &mut fonts);
        assert!(svg(&scene, &SvgOptions::default()).unwrap().contains("</svg>"), "{kind:?}");
        assert!(png::png(&scene, 0.5, false).unwrap().len() > 100, "{kind:?}");
        assert!(pdf(&scene, &PdfOptions::of(&scene)).unwrap().starts_with(b"%PDF"), "{kind:?}");
    }
}
