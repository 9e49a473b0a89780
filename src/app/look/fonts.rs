//! The faces of the window: Be Vietnam Pro, with Inter behind it for arrows and check marks.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::text::faces;

/// The window's names of the bundled faces, in their order.
const NAMES: [&str; 6] = [
    "be-vietnam-pro-regular",
    "be-vietnam-pro-medium",
    "be-vietnam-pro-semibold",
    "be-vietnam-pro-italic",
    "inter-regular",
    "inter-semibold",
];

/// The window's families: plain, `medium`, `bold`, `italic`, and `face-<id>` for each bundled face alone.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (name, face) in NAMES.iter().zip(faces()) {
        let data = FontData::from_blob(Arc::clone(&face.data) as _, face.index);
        definitions.font_data.insert((*name).to_owned(), Arc::new(data));
    }
    let mut family = |family: FontFamily, first: &str, behind: &str| {
        definitions.families.insert(family, vec![first.to_owned(), behind.to_owned()]);
    };
    family(FontFamily::Proportional, "be-vietnam-pro-regular", "inter-regular");
    family(FontFamily::Monospace, "inter-regular", "be-vietnam-pro-regular");
    family(FontFamily::Name("medium".into()), "be-vietnam-pro-medium", "inter-semibold");
    family(FontFamily::Name("bold".into()), "be-vietnam-pro-semibold", "inter-semibold");
    family(FontFamily::Name("italic".into()), "be-vietnam-pro-italic", "inter-regular");
    // The canvas paints each run of glyphs with a family that holds nothing but the run's face.
    for (name, face) in NAMES.iter().zip(faces()) {
        definitions.families.insert(FontFamily::Name(format!("face-{}", face.id).into()), vec![(*name).to_owned()]);
    }
    definitions.families.insert(super::stamps::family(), Vec::new());
    definitions
}
