//! A persona's page: everything about one of them, as a card that can be shown on a wall and filled in where it stands.
//!
//! Takes the place of the canvas while it is open. Must not know who opens it, nor the canvas.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Color32, CornerRadius, CursorIcon, Frame, Key, Label, Layout, Margin, Modifiers, Rect, RichText, Role,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Form, Gesture, Subject};
use crate::app::command::Command;
use crate::app::look::{Control, Look, Tip as _, bold, italic, medium, regular};
use crate::app::panels::form::{Hand, Lines};
use crate::app::panels::naming::{color32, persona_color};
use crate::app::panels::{picture, profile};
use crate::app::{Intent, PictureFor};
use crate::edit::{Cursor, Edit, Selection};
use crate::i18n::Words;
use crate::layout::{Images, theme};
use crate::model::{Field, JourneyMap, Persona};
use crate::words;

/// The card is never wider than this.
const MOST: f32 = 1040.0;
/// Width of the column with the portrait.
const SIDE: f32 = 250.0;

/// What a page remembers from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct PageState {
    gesture: Gesture,
    /// Something had the keyboard in the last frame: Escape was for it.
    had_focus: bool,
}

impl PageState {
    /// Says whether the map can only be read.
    pub const fn set_read_only(&mut self, read_only: bool) {
        self.gesture.set_read_only(read_only);
    }

    /// It isn't shown any more: what is being typed there is finished. Whether that was a change, which is to be kept.
    pub(crate) fn put_down(&mut self) -> bool {
        self.gesture.put_down()
    }
}

/// Makes the edit out of a change of a copy.
type Change<'s, T> = dyn Fn(&dyn Fn(&mut T)) -> Edit + 's;

/// Shows the page of the persona that is selected; nothing where none is.
pub fn page(
    ui: &mut Ui,
    state: &mut PageState,
    map: &JourneyMap,
    selection: &Selection,
    look: &Look,
    words: &Words,
    images: &dyn Images,
) -> Vec<Intent> {
    let Some(Cursor::Persona(id)) = selection.cursor else { return Vec::new() };
    let Some(place) = map.personas.iter().position(|persona| persona.id == id) else { return Vec::new() };
    let persona = &map.personas[place];
    let mut form = Form::new(look, words, &mut state.gesture);
    let subject = Subject { map, owners: &[], linked: &[], selection, look, words };
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut turn = i32::from(pressed(Key::PageDown)) - i32::from(pressed(Key::PageUp));
    let focus = ui.memory(|memory| memory.focused().is_some());
    let closed = !focus && !state.had_focus && pressed(Key::Escape);
    state.had_focus = focus;
    ui.push_id(id, |ui| {
        turn += subject.page_bar(ui, &mut form, place);
        egui::ScrollArea::vertical().id_salt("persona page").auto_shrink([false, false]).show(ui, |ui| {
            let width = (ui.available_width() - 48.0).min(MOST);
            let side = ((ui.available_width() - width) / 2.0).max(0.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(side);
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.add_space(8.0);
                        subject.page_card(ui, &mut form, persona, images, width);
                        ui.add_space(32.0);
                    });
                });
            });
        });
    });
    if closed {
        form.push(Intent::Run(Command::PersonaPage));
    }
    let count = map.personas.len() as i32;
    let next = (place as i32 + turn).rem_euclid(count.max(1)) as usize;
    if let Some(next) = map.personas.get(next).filter(|_| turn != 0) {
        form.push(Intent::Select(Selection::at(Cursor::Persona(next.id))));
    }
    form.finish()
}

impl Subject<'_> {
    /// Which of how many, the ways to the others, and the way back. By how many to turn.
    fn page_bar(&self, ui: &mut Ui, form: &mut Form<'_>, place: usize) -> i32 {
        let words = self.words;
        let mut turn = 0;
        let several = self.map.personas.len() > 1;
        Frame::new().inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let back = words!(words, "persona-page-close");
                if Control::text(&back).with_icon("chevron-left").show(ui, self.look).clicked() {
                    form.push(Intent::Run(Command::PersonaPage));
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let keep = words!(words, "command-keep");
                    // With little room its icon says it, as elsewhere.
                    let control = if ui.available_width() < 260.0 { Control::new(&keep) } else { Control::text(&keep) };
                    if control.with_icon("library").show(ui, self.look).clicked() {
                        form.push(Intent::Run(Command::KeepInLibrary));
                    }
                    let next = words!(words, "persona-page-next");
                    if Control::icon("chevron-right", &next).enabled(several).show(ui, self.look).clicked() {
                        turn = 1;
                    }
                    let number = |n: usize| words.number(n as f64, 0);
                    let (n, count) = (number(place + 1), number(self.map.personas.len()));
                    let at = words!(words, "persona-page-place", n = n, count = count);
                    ui.label(RichText::new(at).font(regular(12.5)).color(self.look.colors.weak));
                    let previous = words!(words, "persona-page-previous");
                    if Control::icon("chevron-left", &previous).enabled(several).show(ui, self.look).clicked() {
                        turn = -1;
                    }
                });
            });
        });
        turn
    }

    fn page_card(&self, ui: &mut Ui, form: &mut Form<'_>, persona: &Arc<Persona>, images: &dyn Images, width: f32) {
        let colors = &self.look.colors;
        let hue = persona_color(self.map, persona.id, self.look.theme);
        let set = |change: &dyn Fn(&mut Persona)| {
            let mut persona = Persona::clone(persona);
            change(&mut persona);
            Edit::SetPersona(Arc::new(persona))
        };
        let frame = Frame::new()
            .fill(colors.raised)
            .corner_radius(CornerRadius::same(16))
            .stroke(Stroke::new(1.0, colors.border))
            .inner_margin(Margin { left: 32, right: 32, top: 36, bottom: 32 });
        let shown = frame.show(ui, |ui| {
            ui.set_width(width - 64.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 36.0;
                ui.allocate_ui(vec2(SIDE, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(SIDE);
                        self.page_side(ui, form, persona, images, hue, &set);
                    });
                });
                ui.vertical(|ui| self.page_main(ui, form, persona, hue, &set));
            });
        });
        let rect = shown.response.rect;
        // Only the upper end of a round shape of the card's size: the corners are the card's.
        let strip = Rect::from_min_size(rect.left_top(), vec2(rect.width(), 8.0));
        ui.painter().with_clip_rect(strip.intersect(ui.clip_rect())).rect_filled(rect, CornerRadius::same(16), hue);
    }

    /// Portrait, roles, segment, colour.
    fn page_side(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        persona: &Persona,
        images: &dyn Images,
        hue: Color32,
        set: &Change<'_, Persona>,
    ) {
        let (words, colors) = (self.words, &self.look.colors);
        let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE), Sense::click());
        let choose = words!(words, "persona-page-portrait", name = persona.name.clone());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &choose));
        picture::portrait(ui, rect, (images, &persona.portrait), (&persona.name, hue));
        if response.hovered() || response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(14), line, StrokeKind::Outside);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).with_tip(&choose).clicked() {
            form.push(Intent::ChoosePicture(PictureFor::Portrait(persona.id)));
        }
        if persona.portrait.is_empty() {
            form.hint(ui, &words!(words, "persona-page-no-portrait"));
        } else {
            let remove = words!(words, "persona-page-remove-portrait");
            if Control::text(&remove).with_icon("x").show(ui, self.look).clicked() {
                form.edit(set(&|persona| persona.portrait.clear()));
            }
        }
        self.page_label(ui, 0.0, &words!(words, "inspector-roles"));
        self.roles(ui, form, persona);
        if !self.map.segments.is_empty() {
            let mut segments = vec![(None, words!(words, "inspector-none"))];
            segments.extend(self.map.segments.iter().map(|segment| (Some(segment.id), segment.name.clone())));
            let label = words!(words, "inspector-segment");
            self.page_label(ui, 0.0, &label);
            form.bare_choice(ui, &label, &segments, persona.segment, |segment| {
                set(&|persona| persona.segment = segment)
            });
        }
        ui.add_space(4.0);
        let palette = theme::palette(self.look.theme).personas.map(color32);
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &palette, Some(persona.color)) {
            form.edit(set(&|persona| persona.color = color));
        }
    }

    /// Name, what they say, what they want, and the profile.
    fn page_main(&self, ui: &mut Ui, form: &mut Form<'_>, persona: &Persona, hue: Color32, set: &Change<'_, Persona>) {
        let (words, colors) = (self.words, &self.look.colors);
        let hand = |font: egui::FontId, color: Option<Color32>| Hand { font, color, bare: true };
        let name = |text: String| set(&|persona| persona.name.clone_from(&text));
        let label = words!(words, "inspector-name");
        let hint = words!(words, "persona-page-name-hint");
        form.handwritten(ui, &hand(bold(30.0), None), (&label, &hint), &persona.name, Lines::Wrapped, name);
        ui.add_space(-8.0);
        let description = |text: String| set(&|persona| persona.description.clone_from(&text));
        let label = words!(words, "inspector-description");
        let light = hand(regular(16.0), Some(colors.weak));
        form.handwritten(ui, &light, (&label, &label), &persona.description, Lines::Wrapped, description);
        ui.add_space(8.0);
        let quote = |text: String| set(&|persona| persona.quote.clone_from(&text));
        let label = words!(words, "inspector-quote");
        let hint = words!(words, "persona-page-quote-hint");
        let said = ui.horizontal_top(|ui| {
            ui.add_space(12.0);
            form.handwritten(ui, &hand(italic(21.0), None), (&label, &hint), &persona.quote, Lines::Wrapped, quote)
        });
        let bar = said.response.rect;
        let left = bar.left() + 10.0;
        ui.painter().vline(left, bar.shrink2(vec2(0.0, 4.0)).y_range(), Stroke::new(4.0, hue));
        ui.add_space(6.0);
        let goal = |text: String| set(&|persona| persona.goal.clone_from(&text));
        let label = words!(words, "inspector-goal");
        self.page_label(ui, 10.0, &label);
        let hint = words!(words, "persona-page-goal-hint");
        form.handwritten(ui, &hand(medium(17.0), None), (&label, &hint), &persona.goal, Lines::Wrapped, goal);
        self.page_fields(ui, form, persona, set);
        let notes = |text: String| set(&|persona| persona.notes.clone_from(&text));
        let label = words!(words, "inspector-notes");
        self.page_label(ui, 10.0, &label);
        let hint = words!(words, "persona-page-notes-hint");
        form.handwritten(ui, &hand(regular(14.0), None), (&label, &hint), &persona.notes, Lines::Many, notes);
    }

    /// The free fields in two columns, and ways to add more.
    fn page_fields(&self, ui: &mut Ui, form: &mut Form<'_>, persona: &Persona, set: &Change<'_, Persona>) {
        let words = self.words;
        ui.add_space(6.0);
        let change = |change: &dyn Fn(&mut Vec<Field>)| set(&|persona| change(&mut persona.fields));
        let wide = ui.available_width() > 520.0;
        let count = persona.fields.len();
        for (row, pair) in persona.fields.chunks(if wide { 2 } else { 1 }).enumerate() {
            ui.columns(if wide { 2 } else { 1 }, |columns| {
                for (column, (ui, field)) in columns.iter_mut().zip(pair).enumerate() {
                    let place = row * if wide { 2 } else { 1 } + column;
                    ui.push_id(("field", place), |ui| {
                        self.page_field(ui, form, field, (count, place), &change);
                    });
                }
            });
        }
        ui.add_space(4.0);
        // Ideas to begin with; a profile that says something is not to be crowded by them.
        let offered = if persona.fields.is_empty() { 4 } else { 0 };
        let added = ui.horizontal_top(|ui| {
            ui.add_space(if offered > 0 { 10.0 } else { 0.0 });
            ui.vertical(|ui| profile::add(ui, form, &persona.fields, &profile::suggestions(words), offered)).inner
        });
        if let Some(name) = added.inner {
            form.edit(change(&|fields| fields.push(Field { name: name.clone(), value: String::new() })));
        }
    }

    fn page_field(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        field: &Field,
        (count, place): (usize, usize),
        change: &Change<'_, Vec<Field>>,
    ) {
        let words = self.words;
        let id = ui.scope_id().with("lively");
        let lively = ui.data(|data| data.get_temp(id)).unwrap_or(false);
        let mut focused = false;
        let shown = ui.vertical(|ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.scope(|ui| {
                        // On the wall a profile is a profile: its buttons are there for who points at it or comes by key.
                        ui.set_opacity(if lively { 1.0 } else { 0.0 });
                        let (wish, focus) = profile::buttons(ui, self.look, words, (count, place), &field.name);
                        focused |= focus;
                        if let Some(wish) = wish {
                            form.edit(change(&|fields| wish.apply(fields, place)));
                        }
                    });
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(10.0);
                        let name = RichText::new(&field.name).font(medium(12.5)).color(self.look.colors.weak);
                        ui.add(Label::new(name).truncate());
                    });
                });
            });
            ui.add_space(-10.0);
            let hand = Hand { font: regular(15.0), color: None, bare: true };
            let value = |text: String| {
                change(&|fields| {
                    if let Some(field) = fields.get_mut(place) {
                        field.value.clone_from(&text);
                    }
                })
            };
            focused |= form.handwritten(ui, &hand, (&field.name, "–"), &field.value, Lines::Wrapped, value).has_focus();
        });
        let pointed = ui.rect_contains_pointer(shown.response.rect);
        ui.data_mut(|data| data.insert_temp(id, focused || pointed));
    }

    /// The quiet name over a part of the page.
    fn page_label(&self, ui: &mut Ui, inset: f32, label: &str) {
        ui.add_space(4.0);
        let color = self.look.colors.weak;
        let galley = ui.painter().layout(label.to_owned(), medium(12.5), color, ui.available_width());
        let (_, rect) = ui.allocate_space(galley.size());
        ui.painter().galley(pos2(rect.left() + inset, rect.top()), galley, color);
        ui.add_space(if inset > 0.0 { -8.0 } else { -4.0 });
    }
}
