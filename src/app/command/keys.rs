//! Shortcuts: matching them with what was pressed, and writing them down.

use std::fmt;

use eframe::egui::{Context, Event, Key, Modifiers};

use super::table::{IN_A_LINE, ON_CANVAS, Say};
use super::{Command, Facts, TABLE};
use crate::i18n::Words;

/// The canvas's own keys, with what they do.
pub const CANVAS_KEYS: &[(&str, Say)] = ON_CANVAS;

/// What a typed line can say besides its words.
pub const TYPED_FIELDS: &[(&str, Say)] = IN_A_LINE;

/// A key with what is held down with it. Ctrl is Cmd on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// Ctrl, or Cmd.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

pub(super) const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: false, key }
}

pub(super) const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, key }
}

pub(super) const fn shift(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: true, key }
}

/// A key that is held with nothing.
pub(super) const fn alt_free(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, key }
}

impl fmt::Display for Shortcut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str(if cfg!(target_os = "macos") { "Cmd+" } else { "Ctrl+" })?;
        }
        if self.shift {
            f.write_str("Shift+")?;
        }
        f.write_str(match self.key {
            Key::Plus => "+",
            Key::Equals => "=",
            Key::Minus => "−",
            Key::Comma => ",",
            Key::Tab => "Tab",
            Key::Enter => "Enter",
            key => key.name(),
        })
    }
}

impl Shortcut {
    fn matches(self, key: Key, physical: Option<Key>, modifiers: Modifiers) -> bool {
        let digit = matches!(self.key, Key::Num0 | Key::Num1 | Key::Num2);
        // Vietnamese and French layouts put letters on the keys of digits.
        let same_key = self.key == key || digit && physical == Some(self.key);
        // On many layouts + is typed with Shift.
        let shift_may_differ = self.key == Key::Plus;
        same_key
            && modifiers.command == self.ctrl
            && !modifiers.alt
            && (modifiers.shift == self.shift || shift_may_differ)
    }
}

/// Who has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The canvas, with nothing being typed; or nobody.
    Canvas,
    /// A text field: its own keys stay its own.
    Text,
    /// Another control.
    Control,
}

impl Focus {
    /// Whether a shortcut of the table is the table's, not the focused field's.
    fn leaves(self, shortcut: Shortcut, command: Command) -> bool {
        let function_key = shortcut.key.name().len() > 1 && shortcut.key.name().starts_with('F');
        let of_text = matches!(command, Command::Undo | Command::Redo | Command::SelectAll);
        match self {
            Self::Canvas => true,
            // It edits what the canvas's cursor stands on; other lists have an F2 of their own.
            Self::Text | Self::Control if command == Command::EditText => false,
            Self::Text => function_key || shortcut.ctrl && !of_text,
            Self::Control => function_key || shortcut.ctrl,
        }
    }
}

/// What the shortcuts of a frame stand for.
#[derive(Debug, Default)]
pub struct Taken {
    /// What can be run now.
    pub commands: Vec<Command>,
    /// What can't, of which it isn't seen why nothing happens.
    pub refused: Option<Command>,
}

/// Takes the shortcuts out of this frame's input, and gives the commands they stand for. Cut, copy and paste come from the
/// system as events of their own, which belong to whoever has the focus.
pub fn take(context: &Context, focus: Focus, facts: &Facts) -> Taken {
    let mut taken = Taken::default();
    context.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return true };
            let found = TABLE.iter().find(|entry| {
                !matches!(entry.command, Command::Cut | Command::Copy | Command::Paste)
                    && entry.shortcuts.iter().any(|shortcut| {
                        shortcut.matches(*key, *physical_key, *modifiers) && focus.leaves(*shortcut, entry.command)
                    })
            });
            let Some(entry) = found else { return true };
            if (entry.enabled)(facts) {
                taken.commands.push(entry.command);
            } else if !matches!(entry.command, Command::Undo | Command::Redo | Command::Save) {
                // Nothing to undo, or to save, is no surprise.
                taken.refused = Some(entry.command);
            }
            false
        });
    });
    taken
}

/// The README's table of keys.
pub fn markdown(words: &Words) -> String {
    let mut text = String::from("| keys | what they do |\n| --- | --- |\n");
    let facts = Facts::default();
    for entry in TABLE.iter().filter(|entry| !entry.shortcuts.is_empty()) {
        let keys: Vec<String> = entry
            .shortcuts
            .iter()
            .map(|shortcut| format!("`{}`", shortcut.to_string().replace("Cmd", "Ctrl")))
            .collect();
        text.push_str(&format!("| {} | {} |\n", keys.join(", "), entry.command.name(words, &facts)));
    }
    for (keys, say) in CANVAS_KEYS {
        text.push_str(&format!("| `{keys}` | {} |\n", say(words)));
    }
    text.push_str("\n| typed | what it fills |\n| --- | --- |\n");
    for (typed, say) in TYPED_FIELDS {
        text.push_str(&format!("| `{typed}` | {} |\n", say(words)));
    }
    text
}
