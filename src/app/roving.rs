//! Arrow keys in a menu: the keyboard goes from entry to entry and round the ends, and Tab doesn't leave the menu. Must not
//! know what the entries are.

use eframe::egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Ui};

/// Moves the keyboard among the entries that can be chosen, given from top to bottom. To be called when all were shown.
pub(crate) fn rove(ui: &Ui, entries: &[Id]) {
    let focused = ui.memory(|memory| memory.focused());
    let now = focused.and_then(|id| entries.iter().position(|entry| *entry == id));
    let count = entries.len();
    if count == 0 || focused.is_some() && now.is_none() {
        return;
    }
    let take = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let down = take(Modifiers::NONE, Key::ArrowDown) || take(Modifiers::NONE, Key::Tab);
    let up = take(Modifiers::NONE, Key::ArrowUp) || take(Modifiers::SHIFT, Key::Tab);
    let next = match (down, up, now) {
        (true, _, Some(now)) => Some((now + 1) % count),
        (true, _, None) => Some(0),
        (_, true, Some(now)) => Some((now + count - 1) % count),
        (_, true, None) => Some(count - 1),
        _ if take(Modifiers::NONE, Key::Home) => Some(0),
        _ if take(Modifiers::NONE, Key::End) => Some(count - 1),
        _ => None,
    };
    ui.memory_mut(|memory| {
        if let Some(next) = next.and_then(|next| entries.get(next)) {
            memory.request_focus(*next);
            // egui has seen the key too, and would go on from there.
            memory.move_focus(FocusDirection::None);
        } else if let Some(id) = focused {
            let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
            memory.set_focus_lock_filter(id, filter);
        }
    });
}
