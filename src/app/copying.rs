//! A map or a plot for other programs, on the clipboard: as the picture that an export would be. Must not know forms of
//! clipboards.

use eframe::egui::{ColorImage, Context};

use super::application::App;
use crate::export::{self, ExportOptions, png, svg};
use crate::insight::plot::Kind;
use crate::layout::plots;
use crate::scene::Scene;
use crate::words;

/// Pixels for each unit of a picture that is copied, where it doesn't grow too large.
const SCALE: f64 = 2.0;

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The whole shown map.
    Map,
    /// A plot of it.
    Plot(Kind),
}

impl App {
    /// Puts a picture of pixels on the clipboard.
    pub(super) fn copy_as_picture(&mut self, context: &Context, shows: Shows) {
        let Some(scene) = self.scene_to_copy(shows) else { return };
        match png::pixels(&scene, png::greatest_scale(&scene).min(SCALE), false) {
            Ok(pixels) => {
                let size = [pixels.width as usize, pixels.height as usize];
                context.copy_image(ColorImage::from_rgba_unmultiplied(size, &pixels.rgba));
                let said = match shows {
                    Shows::Map => words!(self.words, "dialog-export-copied"),
                    Shows::Plot(kind) => {
                        words!(self.words, "plots-picture-copied", plot = plots::say::title(kind, &self.words))
                    }
                };
                self.tell(context, said);
            }
            Err(error) => self.complain(context, words!(self.words, "error-export", why = error.to_string())),
        }
    }

    /// Puts an SVG picture on the clipboard. Its letters are what they were in the last export.
    pub(super) fn copy_as_svg(&mut self, context: &Context, shows: Shows) {
        let Some(scene) = self.scene_to_copy(shows) else { return };
        let paths = self.settings.export.text_as_paths;
        let text = if paths { svg::TextMode::Paths } else { svg::TextMode::Embedded };
        let drawing = match svg::svg(&scene, &svg::SvgOptions { text, transparent: false }) {
            Ok(drawing) => drawing,
            Err(error) => {
                self.complain(context, words!(self.words, "error-export", why = error.to_string()));
                return;
            }
        };
        if let Some(why) = self.clipboard.put_svg(context, &drawing) {
            self.complain(context, words!(self.words, "error-clipboard", why = why));
            return;
        }
        let said = match shows {
            Shows::Map => words!(self.words, "copy-svg-done"),
            Shows::Plot(kind) => words!(self.words, "copy-svg-plot-done", plot = plots::say::title(kind, &self.words)),
        };
        self.tell(context, said);
    }

    /// The picture, in the map's own colours whatever the window's are; none without a map.
    fn scene_to_copy(&mut self, shows: Shows) -> Option<Scene> {
        let mut fonts = std::mem::take(&mut self.fonts);
        let scene = self.shown().map(|session| {
            let options = match shows {
                Shows::Map => ExportOptions::default(),
                Shows::Plot(kind) => Self::plot_options(session, kind),
            };
            export::picture(session.document.map(), &options, &session.images, &mut fonts)
        });
        self.fonts = fonts;
        scene
    }
}
