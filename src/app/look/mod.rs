//! How the window looks: colours, type, spacing, and the small controls everything is built of.
//!
//! Colours of the window stand here and nowhere else; those of the map are the layout's. Must not know maps, commands or
//! words: names and tooltips are handed in.

mod control;
mod field;
mod follow;
mod fonts;
mod icon;
mod list;
mod spoken;
pub(super) mod stamps;
mod style;
mod tip;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Context, FontFamily, FontId, Painter, Pos2, Rect, Shape, Stroke, Vec2};

pub use control::{Control, Kind};
pub use field::{
    chip, dots, field, focus_ring, heading, hinted_text_field, key_cap, section, segmented, segmented_as_far,
    text_field, text_field_with_id,
};
pub use follow::follow_focus;
pub use fonts::definitions;
pub use icon::icon;
pub use list::{list, room_for_list, wrapping_list};
pub use spoken::{list_to_open, selectable};
pub use tip::{Tip, note_typing};

use crate::model::Theme;
use crate::scene::Color;

/// Height of rows and controls, in points.
pub const ROW: f32 = 28.0;
/// Radius of the corners of controls, in points.
pub const RADIUS: u8 = 6;
/// Space between things that belong together, in points.
pub const GAP: f32 = 8.0;
/// Space between things that only stand side by side, in points.
pub const SPACE: f32 = 12.0;
/// Space inside panels and between groups, in points.
pub const WIDE: f32 = 16.0;
/// Size of the window's text, in points.
pub const TEXT: f32 = 13.0;

/// What was found, marked on a map: the same under every theme, since it lies over the map's own colours.
pub const FOUND: Color32 = hex(0xf5_9f_0a);

/// The window's look under one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Light, dark, or of high contrast.
    pub theme: Theme,
    /// The colours.
    pub colors: Colors,
    /// Nothing moves by itself.
    pub still: bool,
    /// What is being typed is never smaller than this, in points.
    pub least_type: u8,
}

/// What is being typed can be read at any zoom of the map.
const LEAST_TYPE: u8 = 13;
/// In large type, it can be read from the back of the room.
const LEAST_LARGE_TYPE: u8 = 26;

impl Look {
    /// The look under this theme; the window has none of its own for print and brands.
    pub const fn new(theme: Theme) -> Self {
        Self {
            still: false,
            least_type: LEAST_TYPE,
            theme,
            colors: match theme {
                Theme::Light | Theme::Print | Theme::Brand => LIGHT,
                Theme::Dark => DARK,
                Theme::HighContrast => HIGH_CONTRAST,
            },
        }
    }

    /// The same without motion.
    #[must_use]
    pub const fn still(self, still: bool) -> Self {
        Self { still, ..self }
    }

    /// The same in large type: what is being typed can be read from the back of the room.
    #[must_use]
    pub const fn large_type(self, large: bool) -> Self {
        Self { least_type: if large { LEAST_LARGE_TYPE } else { LEAST_TYPE }, ..self }
    }

    /// The look of what the window lays over a map on this paper: cursor, selection, hints, the field that is typed into.
    #[must_use]
    pub fn over(self, paper: Color) -> Self {
        let dark = paper.contrast(Color::hex(0xffffff)) > paper.contrast(Color::hex(0x000000));
        let theme = match (dark, self.theme) {
            (true, _) => Theme::Dark,
            (false, Theme::HighContrast) => Theme::HighContrast,
            (false, _) => Theme::Light,
        };
        let Self { colors, .. } = Self::new(theme);
        Self { theme, colors, ..self }
    }

    /// Makes egui's own widgets look like ours, under this theme.
    pub fn install(&self, context: &Context) {
        style::install(self, context);
        stamps::install(context);
    }
}

/// The window's text at a size, in points: plain.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The window's text at a size, in points: names of controls.
pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("medium".into()))
}

/// The window's text at a size, in points: headings and figures.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("bold".into()))
}

/// The window's text at a size, in points: what customers say.
pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("italic".into()))
}

/// What has a smaller radius, in points, is as large as two pixels.
const TINY: f32 = 1.3;

/// A small disc within a line, as two discs of the font's atlas: where there are hundreds, the triangles of circles are what a
/// frame takes its time for.
pub fn disc(painter: &Painter, center: Pos2, radius: f32, fill: Color32, line: Stroke) {
    painter.circle_filled(center, radius + line.width / 2.0, line.color);
    let inner = (radius - line.width / 2.0).max(0.0);
    if fill == line.color {
        return;
    }
    if inner < TINY {
        // A disc of two pixels is a square.
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(Rect::from_center_size(center, Vec2::splat(inner * std::f32::consts::PI.sqrt())), fill);
        painter.add(Shape::mesh(mesh));
        return;
    }
    painter.circle_filled(center, inner, fill);
}

/// The colours of the window. Texts reach AA (4.5:1) on the surfaces they stand on; a test holds that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colors {
    /// Bars at the top and at the bottom.
    pub surface: Color32,
    /// Panels at the sides.
    pub panel: Color32,
    /// What surrounds the map's paper.
    pub desk: Color32,
    /// Dialogs, menus, fields: what lies above panels.
    pub raised: Color32,
    /// The inside of text fields.
    pub field: Color32,
    /// Text.
    pub text: Color32,
    /// Text that matters less: labels, hints, units.
    pub weak: Color32,
    /// Text and icons of what can't be used now. Not AA, as it need not be.
    pub disabled: Color32,
    /// Selected and primary: text, icons, lines.
    pub accent: Color32,
    /// Selected and primary: surfaces that bear [`Self::on_accent`].
    pub accent_fill: Color32,
    /// A primary surface under the pointer.
    pub accent_hover: Color32,
    /// Text on a primary surface.
    pub on_accent: Color32,
    /// A quiet surface for what is selected; bears text and accent.
    pub accent_soft: Color32,
    /// A surface under the pointer.
    pub hover: Color32,
    /// A pressed surface.
    pub pressed: Color32,
    /// Quiet lines between parts of the window.
    pub border: Color32,
    /// Lines around what floats and outlined buttons.
    pub border_strong: Color32,
    /// Lines by which alone a control is known: fields, empty boxes and dots, rails. 3:1 on the surfaces they stand on.
    pub control: Color32,
    /// Pain, faults, what destroys: text and marks.
    pub danger: Color32,
    /// A quiet surface for it.
    pub danger_soft: Color32,
    /// Advice: text and marks.
    pub warning: Color32,
    /// A quiet surface for it.
    pub warning_soft: Color32,
    /// Done, saved, opportunity: text and marks.
    pub success: Color32,
    /// A quiet surface for it.
    pub success_soft: Color32,
    /// Behind dialogs.
    pub veil: Color32,
    /// Shadow under what floats.
    pub shadow: Color32,
}

/// An opaque colour from 0xRRGGBB.
const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

const LIGHT: Colors = Colors {
    surface: hex(0xfb_fa_f7),
    panel: hex(0xf7_f6_f2),
    desk: hex(0xe6_e4_dd),
    raised: hex(0xff_ff_ff),
    field: hex(0xff_ff_ff),
    text: hex(0x1b_1f_2a),
    weak: hex(0x57_5d_6e),
    disabled: hex(0xa9_ac_b5),
    accent: hex(0x3b_42_cc),
    accent_fill: hex(0x3f_46_d1),
    accent_hover: hex(0x33_3a_bb),
    on_accent: hex(0xff_ff_ff),
    accent_soft: hex(0xe3_e6_fb),
    hover: hex(0xec_ea_e4),
    pressed: hex(0xe0_dd_d4),
    border: hex(0xe2_df_d7),
    border_strong: hex(0xd0_cc_c1),
    control: hex(0x86_83_7a),
    danger: hex(0xb3_1b_2b),
    danger_soft: hex(0xfb_e6_e6),
    warning: hex(0x85_4a_00),
    warning_soft: hex(0xfb_ef_d9),
    success: hex(0x12_6b_3a),
    success_soft: hex(0xe0_f3_e6),
    veil: Color32::from_rgba_premultiplied(9, 10, 13, 82),
    shadow: Color32::from_rgba_premultiplied(5, 5, 8, 44),
};

const DARK: Colors = Colors {
    surface: hex(0x1b_1d_24),
    panel: hex(0x1f_21_29),
    desk: hex(0x10_11_15),
    raised: hex(0x26_29_33),
    field: hex(0x15_17_1d),
    text: hex(0xec_ee_f3),
    weak: hex(0xa5_ab_ba),
    disabled: hex(0x62_67_75),
    accent: hex(0xa3_aa_ff),
    accent_fill: hex(0x4d_55_dd),
    accent_hover: hex(0x5c_64_ea),
    on_accent: hex(0xff_ff_ff),
    accent_soft: hex(0x30_34_5c),
    hover: hex(0x2d_30_3b),
    pressed: hex(0x38_3c_49),
    border: hex(0x2e_31_3c),
    border_strong: hex(0x43_48_57),
    control: hex(0x77_7d_91),
    danger: hex(0xff_94_94),
    danger_soft: hex(0x45_22_29),
    warning: hex(0xf2_bd_6b),
    warning_soft: hex(0x40_31_1b),
    success: hex(0x7f_d8_a2),
    success_soft: hex(0x1c_3a_2a),
    veil: Color32::from_rgba_premultiplied(0, 0, 0, 140),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 120),
};

/// Black on white, with lines that can be seen from the back of the room.
const HIGH_CONTRAST: Colors = Colors {
    surface: hex(0xff_ff_ff),
    panel: hex(0xff_ff_ff),
    desk: hex(0xd9_d9_d9),
    raised: hex(0xff_ff_ff),
    field: hex(0xff_ff_ff),
    text: hex(0x00_00_00),
    weak: hex(0x33_33_33),
    disabled: hex(0x76_76_76),
    accent: hex(0x00_1f_b8),
    accent_fill: hex(0x00_1f_b8),
    accent_hover: hex(0x00_12_7a),
    on_accent: hex(0xff_ff_ff),
    accent_soft: hex(0xd6_de_ff),
    hover: hex(0xe8_e8_e8),
    pressed: hex(0xd0_d0_d0),
    border: hex(0x59_59_59),
    border_strong: hex(0x00_00_00),
    control: hex(0x00_00_00),
    danger: hex(0x9b_00_0f),
    danger_soft: hex(0xff_e3_e3),
    warning: hex(0x6b_36_00),
    warning_soft: hex(0xff_ee_cc),
    success: hex(0x00_4f_27),
    success_soft: hex(0xd9_f5_e1),
    veil: Color32::from_rgba_premultiplied(0, 0, 0, 150),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 90),
};
