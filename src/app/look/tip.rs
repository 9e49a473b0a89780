//! Words at the pointer. Must not know what they say.

use eframe::egui::{Response, WidgetText};

/// What a control says while the pointer rests on it.
pub trait Tip {
    /// With these words at the pointer, unless a dialog lies over the control: one that opens by key finds the words of the
    /// control below still open, and they would stay above it.
    fn with_tip(self, text: impl Into<WidgetText>) -> Self;
}

impl Tip for Response {
    fn with_tip(self, text: impl Into<WidgetText>) -> Self {
        if self.ctx.memory(|memory| memory.allows_interaction(self.layer_id)) { self.on_hover_text(text) } else { self }
    }
}
