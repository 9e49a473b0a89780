//! The faces of the window: Be Vietnam Pro, with Inter behind it for arrows and check marks.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::scene::Face;

/// The window's faces: name, and the file's bytes.
const FACES: [(&str, &[u8]); 6] = [
    ("be-vietnam-pro-regular", include_bytes!("../../../assets/fonts/BeVietnamPro-Regular.ttf")),
    ("be-vietnam-pro-medium", include_bytes!("../../../assets/fonts/BeVietnamPro-Medium.ttf")),
    ("be-vietnam-pro-semibold", include_bytes!("../../../assets/fonts/BeVietnamPro-SemiBold.ttf")),
    ("be-vietnam-pro-italic", include_bytes!("../../../assets/fonts/BeVietnamPro-Italic.ttf")),
    ("inter-regular", include_bytes!("../../../assets/fonts/Inter-Regular.ttf")),
    ("inter-semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf")),
];

/// The window's families: plain, `medium`, `bold`, `italic`.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (name, bytes) in FACES {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let mut family = |family: FontFamily, first: &str, behind: &str| {
        definitions.families.insert(family, vec![first.to_owned(), behind.to_owned()]);
    };
    family(FontFamily::Proportional, "be-vietnam-pro-regular", "inter-regular");
    family(FontFamily::Monospace, "inter-regular", "be-vietnam-pro-regular");
    family(FontFamily::Name("medium".into()), "be-vietnam-pro-medium", "inter-semibold");
    family(FontFamily::Name("bold".into()), "be-vietnam-pro-semibold", "inter-semibold");
    family(FontFamily::Name("italic".into()), "be-vietnam-pro-italic", "inter-regular");
    definitions
}

/// Adds the family `face-<id>`, which holds nothing but this face: what the canvas paints a run of glyphs with.
/// Whether it was missing.
pub fn add_face(definitions: &mut FontDefinitions, face: &Face) -> bool {
    let name = format!("face-{}", face.id);
    let family = FontFamily::Name(name.as_str().into());
    if definitions.families.contains_key(&family) {
        return false;
    }
    let data = FontData::from_blob(Arc::clone(&face.data) as _, face.index);
    definitions.font_data.insert(name.clone(), Arc::new(data));
    definitions.families.insert(family, vec![name]);
    true
}
