//! The system's clipboard: plain text, HTML and drawings; pictures of pixels go through eframe. Must not know maps.
//!
//! On X11 whoever copied has to go on giving it away, so this lives as long as the window; it is the same owner as eframe's,
//! since both speak through one connection. Drawings are given away by an owner of their own, since arboard has no form for
//! them: [`x11`], [`wayland`]. Where the system has none, as in tests, what is copied stays inside.

#[cfg(target_os = "linux")]
mod wayland;
#[cfg(target_os = "linux")]
mod x11;

use eframe::egui::Context;

/// What a drawing is called on the web, and so by clipboards.
#[cfg(target_os = "linux")]
const SVG: &str = "image/svg+xml";

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
    /// The drawing that is given away, unless something else was copied since.
    #[cfg(target_os = "linux")]
    drawing: Option<x11::Offer>,
}

impl std::fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clipboard").field("system", &self.system.is_some()).finish()
    }
}

impl Clipboard {
    /// One that stays inside the window.
    pub(crate) const fn inside() -> Self {
        Self::with(None)
    }

    const fn with(system: Option<arboard::Clipboard>) -> Self {
        Self {
            system,
            held: None,
            #[cfg(target_os = "linux")]
            drawing: None,
        }
    }

    /// The system's, if there is one.
    pub(crate) fn of_system() -> Self {
        Self::with(arboard::Clipboard::new().ok())
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

    /// Puts a drawing on it: its code as text, and where the system has a form for that the drawing itself, which drawing
    /// programs take. What went wrong, if anything did.
    pub(crate) fn put_svg(&mut self, context: &Context, svg: &str) -> Option<String> {
        if self.system.is_some() && self.gives_away(svg) {
            self.held = Some(Held { text: svg.to_owned(), html: String::new() });
            return None;
        }
        self.put_text(context, svg)
    }

    /// Whether the system takes a drawing as such.
    #[cfg(target_os = "linux")]
    fn gives_away(&mut self, svg: &str) -> bool {
        let is_wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty());
        if is_wayland && wayland::offer(SVG, svg.as_bytes()).is_ok() {
            return true;
        }
        let bytes: std::sync::Arc<[u8]> = svg.as_bytes().into();
        let forms = [
            x11::Form { names: &[SVG], bytes: std::sync::Arc::clone(&bytes) },
            x11::Form { names: &["UTF8_STRING", "text/plain;charset=utf-8", "text/plain"], bytes },
        ];
        match x11::Offer::begin(&forms) {
            Ok(offer) => {
                self.drawing = Some(offer);
                true
            }
            // As text it may still go.
            Err(_) => false,
        }
    }

    /// Whether the system takes a drawing as such.
    #[cfg(not(target_os = "linux"))]
    const fn gives_away(&mut self, _svg: &str) -> bool {
        false
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

#[cfg(target_os = "linux")]
impl Drop for Clipboard {
    fn drop(&mut self) {
        if let Some(drawing) = self.drawing.take() {
            drawing.hand_over();
        }
    }
}

/// Clipboards change line ends, and some add one.
fn same_text(ours: &str, theirs: &str) -> bool {
    ours.lines().eq(theirs.lines())
}
