//! Copy, cut and paste on the canvas: the keys for it, before the cursor's field sees them.

use eframe::egui::{Event, Key, Ui};

use super::Canvas;
use crate::app::intent::{ClipboardWish, Intent};

impl Canvas {
    /// Takes the clipboard's events.
    pub(super) fn clipboard(&mut self, ui: &Ui, intents: &mut Vec<Intent>) {
        let pasted = &mut self.pasted;
        let mut wish = |wish: ClipboardWish| intents.push(Intent::Clipboard(wish));
        ui.input_mut(|input| {
            input.events.retain(|event| {
                match event {
                    Event::Copy => wish(ClipboardWish::Copy),
                    Event::Cut => wish(ClipboardWish::Cut),
                    Event::Paste(text) => {
                        *pasted = true;
                        wish(ClipboardWish::Paste(text.clone()));
                    }
                    Event::PasteImage(image) => {
                        *pasted = true;
                        wish(ClipboardWish::PasteImage(image.clone()));
                    }
                    // Where the clipboard holds nothing that the system knows how to give, only the key that is let go tells
                    // that somebody wanted to paste.
                    Event::Key { key: Key::V, pressed: false, modifiers, .. } => {
                        if modifiers.command_only() && !std::mem::take(pasted) {
                            wish(ClipboardWish::PasteNothing);
                        }
                        *pasted = false;
                        return true;
                    }
                    _ => return true,
                }
                false
            });
        });
    }
}
