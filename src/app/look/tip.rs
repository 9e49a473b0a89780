//! Words at the pointer. Must not know what they say.

use eframe::egui::{Context, Event, Id, Response, Role, WidgetText};

/// When something was typed last.
fn typed_at() -> Id {
    Id::unique("typed at")
}

/// Notes whether something is typed in this frame: who types reads no tips, wherever the pointer rests. To be called once a
/// frame.
pub fn note_typing(context: &Context) {
    let typed = context.input(|input| {
        let is_typed = |event: &Event| {
            matches!(event, Event::Key { pressed: true, .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_))
        };
        input.events.iter().any(is_typed).then_some(input.time)
    });
    if let Some(time) = typed {
        context.data_mut(|data| data.insert_temp(typed_at(), time));
    }
}

/// Whether something was typed since the pointer has moved.
fn is_typing(context: &Context) -> bool {
    let (now, rests) = context.input(|input| (input.time, f64::from(input.pointer.time_since_last_movement())));
    context.data(|data| data.get_temp::<f64>(typed_at())).is_some_and(|time| now - time < rests)
}

/// What a control says while the pointer rests on it.
pub trait Tip {
    /// With these words at the pointer, unless somebody types or a dialog lies over the control: one that opens by key finds
    /// the words of the control below still open, and they would stay above it. They are also what describes the control to
    /// who can't see it.
    fn with_tip(self, text: impl Into<WidgetText>) -> Self;
}

impl Tip for Response {
    fn with_tip(self, text: impl Into<WidgetText>) -> Self {
        let text = text.into();
        describe(&self, text.text());
        let covered = !self.ctx.memory(|memory| memory.allows_interaction(self.layer_id));
        if covered || is_typing(&self.ctx) {
            return self;
        }
        let said = text.text().to_owned();
        let response = self.on_hover_text(text);
        describe(&response, &said);
        response
    }
}

/// Describes a control to who can't see it; what a tip repeats of its name is not read twice.
fn describe(response: &Response, text: &str) {
    // No node is made up for what is only pointed at.
    if !response.ctx.has_accesskit_node(response.id) {
        return;
    }
    response.ctx.accesskit_node_builder(response.id, |node| {
        let name = node.label().unwrap_or_default().to_owned();
        if name.is_empty() {
            if node.role() != Role::Label {
                node.set_label(text);
            }
            return;
        }
        match text.strip_prefix(name.as_str()).map(|rest| rest.trim_start_matches([' ', '·', '\n'])) {
            Some("") => node.clear_description(),
            Some(rest) => node.set_description(rest),
            None => node.set_description(text),
        }
    });
}
