//! The system's clipboard: plain text, HTML and pictures. Must not know maps.
//!
//! On X11 whoever copied has to go on giving it away, so this lives as long as the window; it is the same owner as eframe's,
//! since both speak through one connection. Where the system has none, as in tests, what is copied stays inside.

use eframe::egui::Context;

/// What was copied last, by this window.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Held {
    text: String,
    html: String,
}

/// The clipboard.
pub(crate) struct Clipboard {
    system: Option<arboard::Clipboard>,
    held: Option<Held>,
}

impl std::fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clipboard").field("system", &self.system.is_some()).finish()
    }
}

impl Clipboard {
    /// One that stays inside the window.
    pub(crate) const fn inside() -> Self {
        Self { system: None, held: None }
    }

    /// The system's, if there is one.
    pub(crate) fn of_system() -> Self {
        Self { system: arboard::Clipboard::new().ok(), held: None }
    }

    /// Puts a text on it, with the same as HTML. What went wrong, if anything did; the text alone may be there then.
    pub(crate) fn put(&mut self, context: &Context, text: &str, html: &str) -> Option<String> {
        self.held = Some(Held { text: text.to_owned(), html: html.to_owned() });
        let failed = match &mut self.system {
            Some(system) => match system.set_html(html, Some(text)) {
                Ok(()) => return None,
                Err(error) => Some(error.to_string()),
            },
            None => None,
        };
        context.copy_text(text.to_owned());
        failed
    }

    /// Puts a text on it, and nothing else. What went wrong, if anything did.
    pub(crate) fn put_text(&mut self, context: &Context, text: &str) -> Option<String> {
        self.held = Some(Held { text: text.to_owned(), html: String::new() });
        match &mut self.system {
            Some(system) => system.set_text(text).err().map(|error| error.to_string()),
            None => {
                context.copy_text(text.to_owned());
                None
            }
        }
    }

    /// The HTML that belongs to this plain text.
    pub(crate) fn html(&mut self, text: &str) -> Option<String> {
        let system = self.system.as_mut().and_then(|system| system.get().html().ok());
        // Where the system gives no HTML, as from a clipboard without it, what this window copied is still there.
        system.or_else(|| self.held.as_ref().filter(|held| same_text(&held.text, text)).map(|held| held.html.clone()))
    }

    /// The plain text.
    pub(crate) fn text(&mut self) -> Option<String> {
        match &mut self.system {
            Some(system) => system.get_text().ok(),
            None => self.held.as_ref().map(|held| held.text.clone()),
        }
    }

    /// Puts something on it as another program would.
    #[doc(hidden)]
    pub(crate) fn pretend(&mut self, text: &str, html: &str) {
        self.held = Some(Held { text: text.to_owned(), html: html.to_owned() });
    }
}

/// Clipboards change line ends, and some add one.
fn same_text(ours: &str, theirs: &str) -> bool {
    ours.lines().eq(theirs.lines())
}
