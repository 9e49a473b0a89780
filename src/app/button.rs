//! The pointer's button and Escape, in the order in which they were pressed: a slow frame brings several events at once, and
//! what comes after what decides whether something is dragged, and where it is let go. Must not know what is dragged.

use eframe::egui::{Event, InputState, Key, PointerButton, Pos2};

/// What the primary button does.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::app) struct Button {
    down: bool,
    escaped: bool,
    /// Escape was pressed in this frame while it was down, even if it went down again since.
    called_off: bool,
    released: Option<Pos2>,
}

impl Button {
    /// Takes in what a frame brings. To be called before anybody takes events out of it.
    pub(in crate::app) fn watch(&mut self, input: &InputState) {
        self.escaped &= self.down;
        (self.called_off, self.released) = (false, None);
        for event in &input.events {
            match event {
                Event::PointerButton { button: PointerButton::Primary, pressed: true, .. } => {
                    (self.down, self.escaped) = (true, false);
                }
                Event::PointerButton { button: PointerButton::Primary, pressed: false, pos, .. } => {
                    self.down = false;
                    self.released.get_or_insert(*pos);
                }
                Event::Key { key: Key::Escape, pressed: true, .. } => {
                    self.escaped |= self.down;
                    self.called_off |= self.down;
                }
                _ => {}
            }
        }
        // What was let go elsewhere isn't told.
        self.down &= input.pointer.primary_down();
    }

    /// Escape was pressed since the button went down: until it goes down again, moving it drags nothing.
    pub(in crate::app) const fn is_escaped(self) -> bool {
        self.escaped
    }

    /// Escape of this frame was for what the button was about to drag.
    pub(in crate::app) const fn takes_escape(self) -> bool {
        self.escaped || self.called_off
    }

    /// Where it was let go in this frame.
    pub(in crate::app) const fn released(self) -> Option<Pos2> {
        self.released
    }
}

/// Whether Escape was pressed before the button was let go.
pub(in crate::app) fn escapes(events: &[Event]) -> bool {
    let held = events.iter().take_while(|event| {
        !matches!(event, Event::PointerButton { button: PointerButton::Primary, pressed: false, .. })
    });
    held.into_iter().any(|event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. }))
}
