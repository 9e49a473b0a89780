//! The canvas: the map itself, exactly as it will be exported, with the cell cursor and the selection over it.
//!
//! It reads the map and its scene and says what should happen as intents. Must not change a map, and must not know files or
//! other panels.

mod access;
mod bubble;
mod camera;
mod clipboard;
mod disputed;
mod drag;
mod editor;
mod far;
mod fields;
mod flat;
mod hints;
mod index;
mod keys;
mod link;
mod marks;
mod menu;
mod motion;
mod navigate;
mod overlay;
mod paint;
mod paper;
mod recent;
mod score_keys;
mod still;
mod strips;

use std::sync::Arc;

use eframe::egui;
use egui::{Key, Rect, Sense, Ui};

use super::button::Button;
use super::intent::Intent;
use super::look::Look;
use crate::edit::{Cursor, Selection};
use crate::i18n::Words;
use crate::model::{IdSource, JourneyMap, StepId};
use crate::scene::{Scene, Target, card_rects, target_rect};
use camera::{Camera, View};
use disputed::Disputes;
use drag::Drag;
pub use drag::TrayArea;
use editor::{Editor, Want};
pub use link::End as LinkEnd;
use link::Linking;
pub(super) use link::begin_of as link_begin;
use marks::Marked;
pub(super) use marks::Marks;
use menu::Menu;
pub(super) use menu::groups as menu_groups;
pub(super) use paint::Faded;
use paint::Painted;
use score_keys::ScoreKeys;

/// The canvas of one open map: where it is scrolled to, what is being dragged or typed.
pub struct Canvas {
    camera: Camera,
    painted: Painted,
    editor: Editor,
    drag: Option<Drag>,
    button: Button,
    linking: Linking,
    ids: IdSource,
    view: View,
    fitting: Fitting,
    fitted_size: egui::Vec2,
    show_wanted: Option<Target>,
    /// Keys and letters of this frame that wait for the ones before them.
    waiting: Vec<egui::Event>,
    /// What is being typed is to be kept at the next frame, before anything else happens.
    finishing: bool,
    /// What stands under the cursor is to be opened at the next frame.
    opening: bool,
    /// A card that is to be begun at the next frame.
    wanted: Option<Want>,
    menu: Option<Menu>,
    /// The edge under the pointer that could be dragged.
    hovered: Option<drag::Grip>,
    /// Where the tray is, so that cards can be dragged there.
    tray: Option<TrayArea>,
    /// In this frame the keyboard goes to what opens over the canvas.
    held: bool,
    /// What was typed on emotion cells lately.
    score_keys: ScoreKeys,
    /// Something was pasted since the key for it was pressed.
    pasted: bool,
    marked: Marked,
    disputes: Disputes,
    /// What of the view a bar at its top covers.
    covered: Rect,
    /// Where on the screen the cursor stands, as far as it is seen.
    standing: Option<Rect>,
    /// How far the picture was before that bar pushed what was found below it, and since; map units from its top.
    pushed: Option<(f32, f32)>,
}

/// Whether the picture follows the size of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fitting {
    /// As it opens: the whole map, or its upper left part where the whole would be too small to read.
    Opening,
    /// The whole map, until somebody zooms or scrolls.
    Whole,
    /// Where somebody has put it.
    Free,
}

/// A map that opens isn't shown smaller than this.
const READABLE_ZOOM: f32 = 0.6;

impl std::fmt::Debug for Canvas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Canvas({:?})", self.camera)
    }
}

/// What the canvas is drawn from in one frame.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    map: &'a JourneyMap,
    scene: &'a Arc<Scene>,
    selection: &'a Selection,
    /// The look of what lies over the map.
    look: &'a Look,
    /// The window's look, for what floats over the canvas.
    window: &'a Look,
    words: &'a Words,
}

impl Default for Canvas {
    fn default() -> Self {
        Self::new(IdSource::random())
    }
}

impl Canvas {
    /// A canvas that shows the whole map at its first frame. Cards typed on it get their ids from `ids`.
    pub fn new(ids: IdSource) -> Self {
        Self {
            camera: Camera::default(),
            painted: Painted::default(),
            editor: Editor::default(),
            drag: None,
            button: Button::default(),
            linking: Linking::default(),
            ids,
            view: View::default(),
            fitting: Fitting::Opening,
            fitted_size: egui::Vec2::ZERO,
            show_wanted: None,
            waiting: Vec::new(),
            finishing: false,
            opening: false,
            wanted: None,
            menu: None,
            hovered: None,
            tray: None,
            held: false,
            score_keys: ScoreKeys::default(),
            pasted: false,
            marked: Marked::default(),
            disputes: Disputes::default(),
            covered: Rect::NOTHING,
            standing: None,
            pushed: None,
        }
    }

    /// The map is put aside: what was under way is called off, and what can be made again is dropped.
    pub fn rest(&mut self) {
        let ids = std::mem::replace(&mut self.ids, IdSource::seeded(0));
        *self = Self { camera: self.camera, fitting: self.fitting, fitted_size: self.fitted_size, ..Self::new(ids) };
    }

    /// How much the picture is enlarged; 1 is 100%.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom
    }

    /// Enlarges the picture to `zoom` around the middle.
    pub fn zoom_to(&mut self, zoom: f32) {
        self.zoom_around(self.view.rect.center(), zoom);
    }

    /// Enlarges the picture to `zoom` around the cursor, or the selected card, so that it stays where it is and in view;
    /// around the middle where it is out of view.
    pub fn zoom_at_cursor(&mut self, scene: &Arc<Scene>, selection: &Selection, zoom: f32) {
        let all = self.view.rect;
        let card = selection.cards.last().and_then(|id| target_rect(scene, Target::Card(*id)));
        let cursor = selection.cursor.and_then(|cursor| {
            let part = overlay::part_of_cursor(cursor);
            Some((part, card.or_else(|| overlay::cursor_rect(scene, cursor))?))
        });
        let seen = cursor.and_then(|(part, rect)| {
            let seen = self.view.screen_rect(part, rect).intersect(self.view.clip(part));
            seen.is_positive().then(|| (part, rect, seen.center()))
        });
        let Some((part, rect, at)) = seen else {
            self.zoom_around(all.center(), zoom);
            return;
        };
        self.zoom_around(at, zoom);
        self.view = View::new(all, self.camera, scene);
        if part == camera::Part::Body {
            // Headings that stay in view may have grown over it.
            self.reveal(scene, rect, all);
        } else if !self.view.is_pinned(part) {
            self.reveal_within(scene, rect, all, all);
        }
    }

    fn zoom_around(&mut self, at: egui::Pos2, zoom: f32) {
        self.fitting = Fitting::Free;
        self.camera.zoom_around(at - self.view.rect.min, zoom / self.camera.zoom);
    }

    /// Shows the whole map from the next frame on.
    pub fn fit(&mut self) {
        self.fitting = Fitting::Whole;
        self.fitted_size = egui::Vec2::ZERO;
    }

    /// Brings what is selected into view at the next frame.
    pub fn show(&mut self, selection: &Selection) {
        self.show_wanted = navigate::shown_by(selection).or(self.show_wanted);
    }

    /// Enlarges the picture so that what is selected fills the view.
    pub fn fit_selection(&mut self, scene: &Arc<Scene>, selection: &Selection) {
        let rects = card_rects(scene, |id| selection.cards.contains(&id)).map(|(_, rect)| rect);
        let cursor = selection.cursor.and_then(|cursor| overlay::cursor_rect(scene, cursor));
        if let Some(rect) = rects.chain(cursor).reduce(|all, rect| all.union(rect)) {
            self.fitting = Fitting::Free;
            let view = self.view.rect;
            self.camera.fit(rect.inflate(60.0, 60.0), view.size());
            self.view = View::new(view, self.camera, scene);
            // Headings that stay in view would lie over it.
            if selection.cursor.map(overlay::part_of_cursor).is_none_or(|part| part == camera::Part::Body) {
                self.reveal(scene, rect, view);
            }
        }
    }

    /// Marks what was found, from now on.
    pub(super) fn mark(&mut self, marks: Option<Arc<Marks>>) {
        self.marked.set(marks);
    }

    /// Lets what isn't looked at step back, from now on.
    pub(super) fn fade(&mut self, faded: Option<Arc<Faded>>) {
        self.painted.faded = faded;
    }

    /// Something covers this part of the screen, at the view's top: what is brought into view stays clear of it. Once nothing
    /// does any more, what was pushed down for it goes back, unless somebody has scrolled since. Whether it does.
    pub(super) fn cover(&mut self, covered: Rect) -> bool {
        self.covered = covered;
        if covered.is_positive() {
            return false;
        }
        match self.pushed.take() {
            Some((before, pushed)) if pushed == self.camera.offset.y => {
                self.camera.offset.y = before;
                true
            }
            _ => false,
        }
    }

    /// Where on the screen the cursor stands, as far as it is seen: what floats above stays clear of it.
    pub fn standing(&self) -> Option<Rect> {
        self.standing
    }

    /// Whether a text is being typed, so that keys belong to it.
    pub fn is_typing(&self) -> bool {
        self.editor.is_editing()
    }

    /// From now on nothing is typed or dragged here, or again.
    pub fn set_read_only(&mut self, read_only: bool) {
        self.editor.set_read_only(read_only);
    }

    /// Keeps what is being typed, as the first thing of the next frame: something else is about to happen to the map.
    pub fn finish_typing(&mut self) {
        self.finishing = true;
    }

    /// Opens what the cursor stands on, to be edited, at the next frame.
    pub fn open_editor(&mut self) {
        self.opening = true;
    }

    /// Begins an opportunity that answers the selected pain points, at the next frame.
    pub fn open_answer(&mut self) {
        self.wanted = Some(Want::Answer);
    }

    /// Begins the pain point of a step, at the next frame.
    pub fn open_pain(&mut self, step: StepId) {
        self.wanted = Some(Want::Pain(step));
    }

    /// Whether the widget with this id is the canvas's cell cursor.
    pub fn is_cursor(id: egui::Id) -> bool {
        id == editor::field_id()
    }

    /// Draws the canvas and says what should happen.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        map: &JourneyMap,
        scene: &Arc<Scene>,
        selection: &Selection,
        look: &Look,
        words: &Words,
    ) -> Vec<Intent> {
        let rect = ui.available_rect_before_wrap();
        // What lies over the paper has colours that are seen on it: the window may be dark where the map is light.
        let over = look.over(scene.background);
        let shown = Shown { map, scene, selection, look: &over, window: look, words };
        let mut intents = Vec::new();
        let response = ui.allocate_rect(rect, Sense::click_and_drag());
        if response.has_focus() {
            // Tab came here: it is the cursor that has the keyboard.
            ui.memory_mut(|memory| memory.request_focus(editor::field_id()));
        }
        ui.input(|input| self.button.watch(input));
        self.keys_of_drag(ui, &mut intents);
        self.steady(scene);
        let before = self.camera;
        self.scroll(ui, &response, rect);
        if self.camera != before {
            self.fitting = Fitting::Free;
        }
        if self.fitting == Fitting::Free {
            self.camera.keep_in_view(scene.size, rect.size());
        }
        self.follow_size(scene, rect);
        self.view = View::new(rect, self.camera, scene);
        if let Some(target) = self.show_wanted.take() {
            self.bring_into_view(scene, target, rect);
        }
        if let Some(typed) = self.editor.typed_in(shown) {
            self.reveal(scene, typed, rect);
        }

        if std::mem::take(&mut self.finishing) {
            if self.editor.is_editing() {
                self.editor.commit(shown, &mut intents);
            }
            self.editor.expect_nothing();
        }
        if std::mem::take(&mut self.opening) && !self.editor.is_editing() {
            self.editor.open(shown, shown.selection, &mut intents);
        }
        self.keys_of_link(ui, shown, &mut intents);
        if let Some(what) = self.wanted.take().filter(|_| !self.editor.is_editing()) {
            self.editor.begin_wanted(shown, what, &mut self.ids, &mut intents);
        }
        intents.extend(self.keyboard(ui, shown));
        if !self.pointer_of_link(ui, &response, shown, &mut intents) {
            intents.extend(self.pointer(ui, &response, shown));
        }

        self.standing = selection.cursor.and_then(|cursor| {
            let part = overlay::part_of_cursor(cursor);
            let seen =
                self.view.screen_rect(part, overlay::cursor_rect(scene, cursor)?).intersect(self.view.clip(part));
            seen.is_positive().then_some(seen)
        });
        self.painted.paint(ui, scene, &self.view, look.colors.desk);
        self.marked.paint(ui, shown, &self.view);
        self.disputes.paint(ui, shown, &self.view);
        overlay::paint(ui, shown, &self.view, &self.editor, self.drag.is_some());
        link::paint(ui, shown, self);
        strips::paint(ui, shown, &self.view);
        let (drag, tray) = (self.drag.as_ref(), self.tray.as_ref());
        drag::paint(ui, shown, &self.view, &mut self.painted, drag, self.hovered, tray);
        intents.extend(self.editor.ui(ui, shown, &self.view, &mut self.ids));
        if !self.editor.is_editing() {
            // The empty field is there for keys and input methods only: the pointer is the canvas's, so that the card
            // that the cursor stands on can be dragged and opened.
            let options = egui::InteractOptions { move_to_top: true };
            ui.interact_opt(rect, response.id, Sense::click_and_drag(), options);
        }
        let node = (response.id, self.editor.is_editing());
        let scrolled = access::describe(ui, shown, &self.view, &self.painted, node, &mut intents);
        if scrolled != egui::Vec2::ZERO {
            self.fitting = Fitting::Free;
            self.camera.pan(scrolled);
            ui.ctx().request_repaint();
        }
        self.menu_ui(ui, shown, &mut intents);
        intents
    }

    /// Wheel and trackpad scroll, Ctrl+wheel and pinch zoom at the pointer, the middle button and space drag.
    fn scroll(&mut self, ui: &Ui, response: &egui::Response, rect: Rect) {
        let (zoom, scroll, pointer, space) = ui.input(|input| {
            (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos(), input.key_down(Key::Space))
        });
        let over = pointer.filter(|at| rect.contains(*at)).filter(|_| response.contains_pointer());
        if let Some(at) = over {
            if zoom != 1.0 {
                self.camera.zoom_around(at - rect.min, zoom);
            } else if scroll != egui::Vec2::ZERO {
                self.camera.pan(scroll);
            }
        }
        let middle = response.dragged_by(egui::PointerButton::Middle);
        let held = space && !self.editor.is_editing() && response.dragged_by(egui::PointerButton::Primary);
        if middle || held {
            self.camera.pan(response.drag_delta());
        }
    }

    /// Fits the picture again when the view has another size, until somebody has put it somewhere.
    fn follow_size(&mut self, scene: &Scene, rect: Rect) {
        if self.fitting == Fitting::Free || self.fitted_size == rect.size() || rect.width() < 50.0 {
            return;
        }
        self.fitted_size = rect.size();
        self.camera.fit(kurbo_rect(scene), rect.size());
        if self.fitting == Fitting::Opening && self.camera.zoom < READABLE_ZOOM {
            // As wide as the view, so that its text can be read; it scrolls.
            let width = scene.size.width as f32;
            let zoom = ((rect.width() - 32.0) / width).clamp(READABLE_ZOOM, 1.0);
            let left = ((rect.width() / zoom - width) / 2.0).max(16.0 / zoom);
            self.camera = Camera { offset: -egui::vec2(left, 16.0 / zoom), zoom };
        }
    }

    fn bring_into_view(&mut self, scene: &Arc<Scene>, target: Target, rect: Rect) {
        let found = target_rect(scene, target).or_else(|| match target {
            Target::Cell(lane, step) => overlay::cursor_rect(scene, Cursor::Cell { lane, step, persona: None }),
            _ => None,
        });
        if let Some(found) = found {
            if target_is_body(target) {
                self.reveal(scene, found, rect);
            } else {
                self.reveal_within(scene, found, rect, rect);
            }
        }
    }

    /// Scrolls as little as needed so that a part of the body is seen whole.
    fn reveal(&mut self, scene: &Arc<Scene>, found: crate::scene::kurbo::Rect, rect: Rect) {
        self.reveal_within(scene, found, rect, self.view.body_clip(rect));
    }

    fn reveal_within(&mut self, scene: &Arc<Scene>, found: crate::scene::kurbo::Rect, rect: Rect, room: Rect) {
        let before = self.camera;
        self.camera.reveal(found, rect, room);
        let seen = self.camera.on_screen(found, rect);
        if seen.intersects(self.covered) {
            let below = Rect::from_min_max(egui::pos2(room.left(), room.top().max(self.covered.bottom())), room.max);
            let from = self.pushed.filter(|(_, pushed)| *pushed == before.offset.y).map(|(before, _)| before);
            let from = from.unwrap_or(self.camera.offset.y);
            self.camera.reveal(found, rect, below);
            self.pushed = (self.camera.offset.y < from).then_some((from, self.camera.offset.y));
        }
        if self.camera != before {
            self.fitting = Fitting::Free;
            self.view = View::new(rect, self.camera, scene);
        }
    }
}

fn target_is_body(target: Target) -> bool {
    matches!(target, Target::Card(_) | Target::Cell(..) | Target::Score(..) | Target::Link { .. })
}

fn kurbo_rect(scene: &Scene) -> crate::scene::kurbo::Rect {
    crate::scene::kurbo::Rect::from_origin_size((0.0, 0.0), scene.size)
}
