//! What is kept from frame to frame: a window that kept something shows what one shows that never did.

use std::sync::Arc;

use eframe::egui::epaint::ClippedShape;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, Shape, TouchPhase, Ui, pos2, vec2,
};
use wayfelt::app::Intent;
use wayfelt::app::canvas::Canvas;
use wayfelt::app::look::{Look, definitions};
use wayfelt::app::panels::{InsightsState, OutlineState, insights, outline};
use wayfelt::edit::{Cursor, Edit, Selection, TextAt, apply};
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{IdSource, JourneyMap, Language, Theme};
use wayfelt::scene::Scene;
use wayfelt::text::Typesetter;

use crate::generate;

/// A window, which nobody reads aloud unless it is asked for.
struct Desk {
    context: Context,
    look: Look,
    words: Words,
}

impl Desk {
    fn new() -> Self {
        let (context, look) = (Context::default(), Look::new(Theme::Light).still(true));
        context.set_fonts(definitions());
        look.install(&context);
        Self { context, look, words: Words::new(Language::En) }
    }

    /// One frame.
    fn frame(&self, events: Vec<Event>, show: &mut dyn FnMut(&mut Ui, &Look, &Words)) -> Vec<ClippedShape> {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(900.0, 600.0)));
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let mut output = self.context.run_ui(input, |ui| show(ui, &self.look, &self.words));
        output.textures_delta.clear();
        output.shapes
    }

    /// What a canvas paints in one frame: its triangles, which may come from fewer shapes where they are kept.
    fn canvas(&self, canvas: &mut Canvas, map: &JourneyMap, scene: &Arc<Scene>, selection: &Selection) -> String {
        let shapes = self.frame(Vec::new(), &mut |ui, look, words| {
            canvas.ui(ui, map, scene, selection, look, words);
        });
        format!("{:?}", self.context.tessellate(shapes, 1.0))
    }
}

fn scene(map: &JourneyMap, theme: Theme) -> Arc<Scene> {
    let words = Words::new(map.language);
    let options = Options { theme, words: &words, all: false, images: &NoImages };
    Arc::new(lay_out(map, &options, &mut Typesetter::new()))
}

#[test]
fn a_picture_that_stands_still_is_painted_as_one_that_moved() {
    let desk = Desk::new();
    let map = generate::map(600);
    let none = Selection::default();
    let first = map.cards().next().map(|(_, card)| card.id).unwrap();
    let step = map.steps().nth(map.steps().count() / 2).map(|(_, step)| step.id).unwrap();
    let edited =
        apply(&map, &Edit::SetText { at: TextAt::CardText(first), text: "Nobody answers".to_owned() }).unwrap();
    let (light, dark, other) = (scene(&map, Theme::Light), scene(&map, Theme::Dark), scene(&edited, Theme::Light));
    let pictures = [(&map, &light), (&map, &dark), (&edited, &other), (&map, &light)];
    for zoom in [None, Some(0.12), Some(0.3), Some(1.0)] {
        let fresh = |canvas: &mut Canvas| {
            canvas.fit();
            desk.canvas(canvas, &map, &light, &none);
            if let Some(zoom) = zoom {
                canvas.zoom_to(zoom);
            }
        };
        let mut kept = Canvas::new(IdSource::seeded(1));
        fresh(&mut kept);
        for (place, (map, scene)) in pictures.into_iter().enumerate() {
            let mut painted = Canvas::new(IdSource::seeded(1));
            fresh(&mut painted);
            let expected = desk.canvas(&mut painted, map, scene, &none);
            for frame in 0..5 {
                let shown = desk.canvas(&mut kept, map, scene, &none);
                assert!(shown == expected, "picture {place} at {zoom:?} in frame {frame}");
            }
        }
        // What lies over the picture is of this frame.
        let before = desk.canvas(&mut kept, &map, &light, &none);
        let selected = Selection::at(Cursor::Step(step));
        assert_ne!(desk.canvas(&mut kept, &map, &light, &selected), before, "selected at {zoom:?}");
        assert_eq!(desk.canvas(&mut kept, &map, &light, &none), before, "and not any more");
    }
}

/// What is painted within the clip rectangles.
fn seen(shapes: &[ClippedShape]) -> Vec<String> {
    let seen = |clipped: &&ClippedShape| {
        let visual = clipped.shape.visual_bounding_rect();
        !matches!(clipped.shape, Shape::Noop) && visual.intersects(clipped.clip_rect)
    };
    shapes.iter().filter(seen).map(|clipped| format!("{clipped:?}")).collect()
}

#[test]
fn the_outline_looks_the_same_whether_rows_out_of_view_are_made_or_not() {
    let mut map = generate::map(4_000);
    let long = map.steps().nth(3).map(|(_, step)| step.id).unwrap();
    let name = "A step whose name is much longer than its row is wide, so that it has three lines".to_owned();
    map = apply(&map, &Edit::SetText { at: TextAt::StepName(long), text: name }).unwrap();
    let last = map.steps().last().map(|(_, step)| step.id).unwrap();
    let (aloud, quiet) = (Desk::new(), Desk::new());
    aloud.context.enable_accesskit();
    let show = |desk: &Desk, state: &mut OutlineState, selection: &Selection, events: Vec<Event>| {
        let mut ids = IdSource::seeded(1);
        let shapes = desk.frame(events, &mut |ui, look, words| {
            ui.set_width(236.0);
            outline::ui(ui, state, &map, selection, look, words, &mut ids);
        });
        seen(&shapes)
    };
    let (mut all, mut some) = (OutlineState::default(), OutlineState::default());
    let none = Selection::default();
    let selected = Selection::at(Cursor::Step(last));
    let wheel = |by: f32| Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Unknown,
        modifiers: eframe::egui::Modifiers::NONE,
    };
    let over = || Event::PointerMoved(pos2(100.0, 300.0));
    let mut frames: Vec<(&Selection, Vec<Event>)> = vec![(&none, Vec::new()), (&none, vec![over()])];
    frames.extend((0..12).map(|_| (&none, vec![wheel(-90.0)])));
    // The selected row is scrolled to from far away.
    frames.extend((0..30).map(|_| (&selected, Vec::new())));
    frames.extend((0..4).map(|_| (&selected, vec![wheel(300.0)])));
    let mut pictures = std::collections::BTreeSet::new();
    for (place, (selection, events)) in frames.into_iter().enumerate() {
        if *selection == none {
            // Heights are measured anew.
            all = OutlineState::default();
        }
        let (one, other) =
            (show(&aloud, &mut all, selection, events.clone()), show(&quiet, &mut some, selection, events));
        assert_eq!(one, other, "frame {place}");
        pictures.insert(one.concat());
    }
    assert!(pictures.len() > 10, "it was scrolled");
}

/// What the plots below a map paint and want in one frame.
fn plots(
    desk: &Desk,
    state: &mut InsightsState,
    map: &Arc<JourneyMap>,
    selection: &Selection,
    events: Vec<Event>,
) -> (Vec<String>, Vec<Intent>) {
    let mut wanted = Vec::new();
    let shapes = desk.frame(events, &mut |ui, look, words| {
        ui.set_max_height(230.0);
        wanted = insights::ui(ui, state, insights::Shown { map, selection, look, words });
    });
    (seen(&shapes), wanted)
}

#[test]
fn plots_look_and_act_the_same_whether_marks_far_from_the_pointer_are_things_or_not() {
    let map = Arc::new(generate::map(1_000));
    let (aloud, quiet) = (Desk::new(), Desk::new());
    aloud.context.enable_accesskit();
    let (mut all, mut some) = (InsightsState::default(), InsightsState::default());
    let mut both = |selection: &Selection, events: Vec<Event>, same: bool| {
        let one = plots(&aloud, &mut all, &map, selection, events.clone());
        let other = plots(&quiet, &mut some, &map, selection, events);
        let differs = one.0.iter().zip(&other.0).find(|(one, other)| one != other);
        let short = |text: &String| text.chars().take(400).collect::<String>();
        assert!(!same || one.0 == other.0, "{:?}", differs.map(|(one, other)| (short(one), short(other))));
        (one.1, other.1)
    };
    let none = Selection::default();
    let card = map.cards().find(|(_, card)| card.content.kind() == wayfelt::model::ContentKind::PainPoint);
    let selected = Selection { cards: card.map(|(_, card)| card.id).into_iter().collect(), ..Selection::default() };
    for selection in [&none, &none, &none, &selected, &none] {
        both(selection, Vec::new(), true);
    }
    let press = |at: Pos2, pressed: bool| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    // A pointer that comes near and presses; then a finger, which was nowhere before.
    let mut clicked = [0, 0];
    for (finger, clicked) in clicked.iter_mut().enumerate() {
        for place in 0..60 {
            let at = pos2(40.0 + 3.0 * place as f32, 60.0 + (37 * place % 110) as f32);
            let moved = if finger == 0 { vec![vec![Event::PointerMoved(at)], vec![]] } else { Vec::new() };
            let down = if finger == 0 { vec![press(at, true)] } else { vec![Event::PointerMoved(at), press(at, true)] };
            let (up, away) = (vec![press(at, false)], vec![Event::PointerGone]);
            let mut wants = [Vec::new(), Vec::new()];
            for events in moved.into_iter().chain([down, up, vec![], away]) {
                let (one, other) = both(&none, events, false);
                wants[0].extend(one);
                wants[1].extend(other);
            }
            assert_eq!(wants[0], wants[1], "finger {finger} at {at:?}");
            *clicked += usize::from(!wants[0].is_empty());
        }
    }
    assert!(clicked.iter().all(|clicked| *clicked > 5), "{clicked:?} marks were hit");
}
