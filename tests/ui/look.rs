//! Colours of the window can be read.

use eframe::egui::Color32;
use wayfelt::app::look::Look;
use wayfelt::model::Theme;
use wayfelt::scene::Color;

fn contrast(a: Color32, b: Color32) -> f64 {
    let of = |color: Color32| Color { r: color.r(), g: color.g(), b: color.b(), a: 255 };
    of(a).contrast(of(b))
}

#[test]
fn texts_reach_aa_on_every_surface_they_stand_on() {
    for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
        let colors = Look::new(theme).colors;
        let surfaces = [colors.surface, colors.panel, colors.raised, colors.field, colors.hover, colors.accent_soft];
        for (at, surface) in surfaces.into_iter().enumerate() {
            for text in [colors.text, colors.weak, colors.accent] {
                let found = contrast(text, surface);
                assert!(found >= 4.5, "{theme:?}: {text:?} on surface {at}: {found:.2}");
            }
        }
        for surface in [colors.surface, colors.panel, colors.raised] {
            for text in [colors.danger, colors.warning, colors.success] {
                assert!(contrast(text, surface) >= 4.5, "{theme:?}: {text:?} on {surface:?}");
            }
        }
        for (text, soft) in [
            (colors.danger, colors.danger_soft),
            (colors.warning, colors.warning_soft),
            (colors.success, colors.success_soft),
        ] {
            assert!(contrast(text, soft) >= 4.5, "{theme:?}: {text:?} on {soft:?}");
        }
        // The line around what has the focus, on all that it can lie on.
        for surface in surfaces.into_iter().chain([colors.desk, colors.pressed]) {
            assert!(contrast(colors.accent, surface) >= 3.0, "{theme:?}: the focus on {surface:?}");
        }
        // What is known by its line alone.
        for surface in [colors.surface, colors.panel, colors.raised, colors.field, colors.hover] {
            let found = contrast(colors.control, surface);
            assert!(found >= 3.0, "{theme:?}: a control on {surface:?}: {found:.2}");
        }
        assert!(contrast(colors.text, colors.surface) >= 3.0, "around a primary button");
        assert!(contrast(colors.on_accent, colors.accent_fill) >= 4.5);
        assert!(contrast(colors.on_accent, colors.accent_hover) >= 4.5);
        assert!(contrast(colors.text, colors.pressed) >= 4.5);
    }
}
