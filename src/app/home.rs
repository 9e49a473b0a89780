//! Where the keyboard goes back to when a menu, a dialog or the palette closes: what had it before. Must not know what
//! covers the window.

use eframe::egui::{Context, Id};

use super::canvas::Canvas;

/// Frames in which what was closed may still hold the keyboard.
const WAIT: u8 = 4;

/// What had the keyboard before something covered the window.
#[derive(Debug, Default)]
pub(crate) struct Home {
    id: Option<Id>,
    covered: bool,
    waiting: u8,
}

impl Home {
    /// To be called as a frame begins, with whether a menu, a dialog or the palette is open.
    pub(crate) fn settle(&mut self, context: &Context, covered: bool) {
        let focused = context.memory(|memory| memory.focused());
        if covered {
            self.covered = true;
            return;
        }
        if std::mem::take(&mut self.covered) {
            self.waiting = WAIT;
        }
        if self.waiting == 0 {
            self.id = focused;
            return;
        }
        self.waiting -= 1;
        // A key that comes first would find nothing that keeps the arrows for itself.
        context.request_repaint();
        if context.input(|input| input.pointer.any_pressed()) {
            // What was clicked gets the keyboard.
            self.waiting = 0;
            return;
        }
        // The canvas takes the keyboard when nobody has it; then nobody else asked for it.
        if focused.is_none_or(Canvas::is_cursor) {
            self.waiting = 0;
            if let Some(id) = self.id {
                context.memory_mut(|memory| memory.request_focus(id));
            }
        }
    }
}
