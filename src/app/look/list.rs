//! A list to open and choose from. Must not know what is chosen.

use eframe::egui::{ComboBox, RichText, Role, TextWrapMode, Ui};

use super::{Control, Kind, Look, ROW, TEXT, Tip as _, icon, list_to_open, regular};

/// A list to open, named `name`, of entries with an icon each, as wide as there is room and one line high: what doesn't fit
/// is said at the pointer. The place of the entry that was chosen, if another one was.
pub fn list(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    entries: &[(Option<&str>, &str)],
    place: Option<usize>,
) -> Option<usize> {
    opened(ui, look, name, entries, place, TextWrapMode::Truncate)
}

/// The same, as high as what is chosen needs: nothing of it is left out.
pub fn wrapping_list(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    entries: &[(Option<&str>, &str)],
    place: Option<usize>,
) -> Option<usize> {
    opened(ui, look, name, entries, place, TextWrapMode::Wrap)
}

/// How high a list may be that opens below the next thing of `ui`, or above it: with more it would open beside it, over
/// what stands there.
pub fn room_for_list(ui: &Ui) -> f32 {
    const MOST: f32 = 360.0;
    let (whole, top) = (ui.ctx().content_rect(), ui.cursor().top());
    let (below, above) = (whole.bottom() - top - ROW, top - whole.top());
    // The margins of what holds it, and a gap to the window's edge.
    (below.max(above) - 28.0).clamp(80.0, MOST)
}

fn opened(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    entries: &[(Option<&str>, &str)],
    place: Option<usize>,
    wrap: TextWrapMode,
) -> Option<usize> {
    let mut chosen = None;
    let room = ui.available_width() - ui.spacing().icon_width - 2.0 * ui.spacing().button_padding.x - 4.0;
    let shown = place.and_then(|place| entries.get(place)).map_or("–", |(_, text)| text);
    let line = look.colors.weak;
    let plain = entries.iter().all(|(icon, _)| icon.is_none());
    let salt = ("list", name);
    let kept = ui.make_persistent_id((salt, "open"));
    let was_open = ui.data(|data| data.get_temp(kept).unwrap_or(false));
    // Who opens it by a key goes on from what is chosen, and stays at the list afterwards.
    let by_key = !ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
    let combo = ComboBox::from_id_salt(salt)
        .width(ui.available_width())
        .wrap_mode(wrap)
        .height(room_for_list(ui))
        .icon(move |ui, rect, _, _| icon(ui.painter(), "chevron-down", rect.shrink(1.0), line))
        .selected_text(RichText::new(shown).font(regular(TEXT)))
        .show_ui(ui, |ui| {
            // A dialog that was pressed lies above what was open before.
            ui.ctx().move_to_top(ui.layer_id());
            ui.spacing_mut().item_spacing.y = 2.0;
            for (index, (icon, text)) in entries.iter().enumerate() {
                let mut control =
                    Control::text(text).kind(Kind::Entry).role(Role::ListBoxOption).selected(place == Some(index));
                if let Some(icon) = icon {
                    control = control.with_icon(icon);
                } else if plain {
                    control = control.flush();
                }
                let entry = control.show(ui, look);
                if by_key && !was_open && index == place.unwrap_or(0) {
                    entry.request_focus();
                }
                if entry.clicked() {
                    chosen = Some(index);
                    ui.close();
                }
            }
        });
    let is_open = combo.inner.is_some() && chosen.is_none();
    if by_key && was_open && !is_open {
        combo.response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(kept, is_open));
    list_to_open(ui.ctx(), combo.response.id, name, shown);
    if wrap == TextWrapMode::Truncate {
        let needed = ui.painter().layout_no_wrap(shown.to_owned(), regular(TEXT), line).size().x;
        if needed > room {
            combo.response.with_tip(shown);
        }
    }
    chosen.filter(|&chosen| place != Some(chosen))
}
