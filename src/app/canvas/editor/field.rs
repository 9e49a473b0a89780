//! The field itself: over the cell, invisible while it is empty, and large enough to be read while somebody types. Must not
//! know what becomes of the text.

use eframe::egui;
use egui::{FontSelection, Key, Modifiers, Rect, TextEdit, Ui};

use super::{Editor, What, field_id};
use crate::app::canvas::Shown;
use crate::app::canvas::bubble;
use crate::app::canvas::camera::{Part, View};
use crate::app::canvas::fields;
use crate::app::canvas::navigate;
use crate::app::canvas::overlay;
use crate::app::insert::channel_named;
use crate::app::intent::Intent;
use crate::app::look;
use crate::edit::line::{merge, parse_typed};
use crate::edit::{Cursor, TextAt};
use crate::model::{CardId, IdSource, LaneKind};
use crate::scene::{Target, kurbo, target_rect};
use crate::words;

impl Editor {
    /// The field: invisible while it is empty.
    pub(in crate::app::canvas) fn ui(
        &mut self,
        ui: &mut Ui,
        shown: Shown<'_>,
        view: &View,
        ids: &mut IdSource,
    ) -> Vec<Intent> {
        let mut intents = Vec::new();
        let id = field_id();
        let typable = |cursor: &Cursor| {
            !matches!(cursor, Cursor::Cell { .. })
                || self.is_editing()
                || navigate::lane_of(shown.map, *cursor).is_none_or(|lane| lane.kind.content().is_some())
        };
        let cursor = shown.selection.cursor.filter(typable);
        let Some((cursor, (rect, part))) = cursor.and_then(|cursor| Some((cursor, self.place(shown, cursor)?))) else {
            // Nothing can be typed here. The same identity keeps the keyboard, so that no key goes astray while the
            // cursor moves; and there is no input method on an emotion cell, whose keys are figures.
            let silent = ui.interact(view.rect, id, egui::Sense::focusable_noninteractive());
            let name = words!(shown.words, "canvas-name");
            silent.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, name.clone()));
            return intents;
        };
        let clip = view.clip(part).intersect(view.rect);
        let screen = view.screen_rect(part, rect);
        let (weight, size) = style_of(shown, cursor);
        let size = (size * shown.map.look.text.factor() as f32 * view.zoom).clamp(9.0, 60.0);
        let font = match weight {
            Face::Bold => look::bold(size),
            Face::Medium => look::medium(size),
            Face::Italic => look::italic(size),
            Face::Regular => look::regular(size),
        };
        let editing = self.is_editing();
        let (screen, font) = if editing || self.next_card {
            bubble::place(ui, screen, font, f32::from(shown.look.least_type), &self.text, view.rect)
        } else {
            (screen, font)
        };
        let size = font.size;
        if editing || self.next_card {
            let painter = ui.painter().with_clip_rect(view.rect);
            let ground = shown.look.colors.field;
            painter.rect_filled(screen.expand(3.0), 5.0, ground);
            let edge = egui::Stroke::new(2.0, shown.look.colors.accent);
            painter.rect_stroke(screen.expand(3.0), 5.0, edge, egui::StrokeKind::Outside);
        }
        // In a heading that is no higher than its line, the line fills it.
        let room = (screen.height() - ui.fonts_mut(|fonts| fonts.row_height(&font))) / 2.0;
        let (across, down) = ((size * 0.5).clamp(2.0, 12.0) as i8, (size * 0.33).min(12.0).min(room.max(0.0)) as i8);
        let margin = egui::Margin::symmetric(across, down);
        let before = self.text.clone();
        let mut field = ui.new_child(egui::UiBuilder::new().max_rect(screen));
        field.set_clip_rect(if editing { view.rect } else { clip });
        // The paper may be light in a dark window.
        field.visuals_mut().selection.bg_fill = shown.look.colors.accent_soft;
        field.visuals_mut().selection.stroke.color = shown.look.colors.text;
        field.visuals_mut().text_cursor.stroke.color = shown.look.colors.accent;
        if !editing && !self.next_card {
            // The cursor's frame shows where it is; a caret that blinks would only cost frames.
            let caret = &mut field.visuals_mut().text_cursor;
            caret.blink = false;
            caret.stroke.color = egui::Color32::TRANSPARENT;
        }
        let color = if editing { shown.look.colors.text } else { egui::Color32::TRANSPARENT };
        let response = field.add_sized(
            screen.size(),
            TextEdit::multiline(&mut self.text)
                .id(id)
                .frame(egui::Frame::NONE.inner_margin(margin))
                .font(FontSelection::FontId(font))
                .text_color(color)
                .desired_width(screen.width())
                .desired_rows(1)
                .lock_focus(true)
                .return_key(egui::KeyboardShortcut::new(Modifiers::ALT, Key::Enter)),
        );
        response.widget_info(|| {
            let mut info =
                egui::WidgetInfo::labeled(egui::Role::TextInput, true, words!(shown.words, "canvas-editing"));
            info.current_text_value = Some(before.clone());
            info
        });
        // The field would give Escape away.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, super::super::keys::ALL_KEYS));
        let opened = std::mem::take(&mut self.select_all);
        if opened {
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = egui::text::CCursor::new(self.text.chars().count());
            let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
        }
        if self.text != before {
            if self.what.is_none() {
                self.begin(shown, cursor, ids, &mut intents);
            }
            self.preview(shown, &mut intents);
        }
        if self.is_editing() && self.text.is_empty() && matches!(self.what, Some(What::Card { wanted: Some(_), .. })) {
            // The caret shows where the answer goes.
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
        }
        let pressed = ui.input(|input| {
            input.pointer.interact_pos().filter(|_| input.pointer.any_down() || input.pointer.any_released())
        });
        let on_list = pressed.is_some_and(|at| self.completion.covers(at));
        self.fields(ui, shown, (screen, view.rect), &mut intents);
        // A click elsewhere keeps what was typed; the one that opened it is no such click.
        if self.is_editing() && (opened || on_list) {
            ui.memory_mut(|memory| memory.request_focus(id));
        } else if self.is_editing() && response.lost_focus() {
            self.commit(shown, &mut intents);
        }
        intents
    }

    /// What the line says so far, and what could complete it.
    fn fields(&mut self, ui: &mut Ui, shown: Shown<'_>, (field, view): (Rect, Rect), intents: &mut Vec<Intent>) {
        let Some(kind) = self.kind(shown) else { return };
        let end = self.text.chars().count();
        let caret =
            egui::text_edit::TextEditState::load(ui.ctx(), field_id()).and_then(|state| state.cursor.char_range());
        let at_end = caret.is_none_or(|caret| caret.primary.index.0 == end && caret.secondary.index.0 == end);
        self.completion.follow(shown, kind, &self.text, at_end);
        let mut line = parse_typed(kind, &self.text, &|name| channel_named(shown.map, name));
        let mut answers: &[CardId] = &[];
        match &self.what {
            Some(What::Text(TextAt::CardText(id))) => {
                // What the card says already stays, unless the line says otherwise.
                if let Some((_, card)) = shown.map.card(*id) {
                    line.content = merge(&card.content, line.content);
                    if line.owner.is_empty() {
                        line.owner.clone_from(&card.owner);
                    }
                }
            }
            Some(What::Card { wanted: Some(wanted), .. }) => answers = &wanted.answers,
            _ => {}
        }
        if let Some(choice) = fields::ui(ui, shown, &mut self.completion, &line, answers, field, view) {
            self.complete(ui, shown, &choice, intents);
        }
    }

    /// Where something is being typed into the body, so that it can be kept in view.
    pub(in crate::app::canvas) fn typed_in(&self, shown: Shown<'_>) -> Option<kurbo::Rect> {
        if !self.is_editing() && !self.next_card {
            return None;
        }
        let (rect, part) = self.place(shown, shown.selection.cursor?)?;
        (part == Part::Body).then_some(rect)
    }

    /// Where the field is, in map units.
    fn place(&self, shown: Shown<'_>, cursor: Cursor) -> Option<(kurbo::Rect, Part)> {
        let part = overlay::part_of_cursor(cursor);
        let Cursor::Cell { lane, step, .. } = cursor else {
            return overlay::cursor_rect(shown.scene, cursor).map(|rect| (rect, part));
        };
        if let Some(What::Score { step, persona }) = self.what {
            let column = shown.scene.columns.iter().find(|column| column.step == Some(step))?;
            let row = shown.scene.rows.iter().find(|row| row.lane == lane)?;
            let at = target_rect(shown.scene, Target::Score(lane, step, persona))
                // The mark of what isn't known stands at the row's lower edge.
                .filter(|rect| rect.y1 + 32.0 < row.bottom)
                .map_or((row.top + row.bottom) / 2.0, |rect| rect.y1 + 4.0);
            let middle = (column.left + column.right) / 2.0;
            return Some((kurbo::Rect::new(middle - 36.0, at, middle + 36.0, at + 28.0), part));
        }
        let card = match &self.what {
            Some(What::Card { id, .. } | What::Text(TextAt::CardText(id))) => Some(*id),
            _ if self.next_card => None,
            _ => shown.selection.cards.last().copied(),
        };
        let rect = card
            .and_then(|id| target_rect(shown.scene, Target::Card(id)))
            .or_else(|| overlay::new_card_rect(shown, lane, step, shown.selection.cards.last().copied()))?;
        Some((rect, part))
    }
}

enum Face {
    Regular,
    Medium,
    Bold,
    Italic,
}

/// How the text under the cursor is set in the picture.
fn style_of(shown: Shown<'_>, cursor: Cursor) -> (Face, f32) {
    match cursor {
        Cursor::Title => (Face::Bold, 26.0),
        Cursor::Scenario => (Face::Regular, 13.0),
        Cursor::Link { .. } | Cursor::Branch { .. } => (Face::Regular, 11.0),
        Cursor::Phase(_) | Cursor::Step(_) => (Face::Bold, 13.0),
        Cursor::Stage(_) | Cursor::Lane(_) | Cursor::Persona(_) | Cursor::Omtm => (Face::Bold, 12.0),
        Cursor::Cell { .. } => match navigate::lane_of(shown.map, cursor).map(|lane| lane.kind) {
            Some(LaneKind::Thoughts | LaneKind::Quotes) => (Face::Italic, 12.0),
            Some(
                LaneKind::Touchpoints
                | LaneKind::PainPoints
                | LaneKind::Opportunities
                | LaneKind::Frontstage
                | LaneKind::Backstage
                | LaneKind::Systems,
            ) => (Face::Medium, 12.0),
            _ => (Face::Regular, 12.0),
        },
    }
}
