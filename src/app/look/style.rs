//! egui's own widgets in our look.

use std::collections::BTreeMap;

use eframe::egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2, Visuals,
    vec2,
};

use super::{Colors, GAP, Look, RADIUS, ROW, TEXT, bold, medium, regular};
use crate::model::Theme;

/// Width of the line around what has the focus.
const FOCUS: f32 = 2.0;

/// Sets the look for both of egui's themes, so that a change of the system's never shows egui's default.
pub(super) fn install(look: &Look, context: &Context) {
    context.set_theme(match look.theme {
        Theme::Dark => egui::Theme::Dark,
        Theme::Light | Theme::HighContrast | Theme::Print | Theme::Brand => egui::Theme::Light,
    });
    let light = if look.theme == Theme::HighContrast { Theme::HighContrast } else { Theme::Light };
    context.set_style_of(egui::Theme::Light, style(&Look::new(light).still(look.still)));
    context.set_style_of(egui::Theme::Dark, style(&Look::new(Theme::Dark).still(look.still)));
    // Ctrl++ and Ctrl+- belong to the canvas.
    context.options_mut(|options| options.zoom_with_keyboard = false);
}

fn style(look: &Look) -> Style {
    let mut style = Style { text_styles: text_styles(), visuals: visuals(look), ..Style::default() };
    if look.still {
        style.animation_time = 0.0;
        style.scroll_animation = ScrollAnimation::none();
        style.visuals.text_cursor.blink = false;
    } else {
        style.animation_time = 0.1;
    }
    style.compact_menu_style = false;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.45;
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(GAP);
    spacing.button_padding = vec2(10.0, 5.0);
    spacing.interact_size = vec2(ROW, ROW);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.indent = 14.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = 8.0;
    spacing.text_edit_width = 220.0;
    spacing.combo_width = 120.0;
    spacing.slider_width = 160.0;
    spacing.slider_rail_height = 4.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        bar_outer_margin: 2.0,
        foreground_color: true,
        dormant_handle_opacity: 0.0,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::floating()
    };
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, regular(11.5)),
        (TextStyle::Body, regular(TEXT)),
        (TextStyle::Button, medium(TEXT)),
        (TextStyle::Heading, bold(16.0)),
        (TextStyle::Monospace, FontId::new(12.0, FontFamily::Monospace)),
        (TextStyle::Name("strong".into()), bold(TEXT)),
        (TextStyle::Name("title".into()), bold(24.0)),
    ]
    .into()
}

fn visuals(look: &Look) -> Visuals {
    let colors = &look.colors;
    let mut visuals = match look.theme {
        Theme::Dark => Visuals::dark(),
        Theme::Light | Theme::HighContrast | Theme::Print | Theme::Brand => Visuals::light(),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(colors.weak);
    visuals.widgets = widgets(colors);
    visuals.selection = Selection { bg_fill: colors.accent_soft, stroke: Stroke::new(FOCUS, colors.accent) };
    visuals.hyperlink_color = colors.accent;
    visuals.faint_bg_color = colors.hover;
    visuals.extreme_bg_color = colors.field;
    visuals.text_edit_bg_color = Some(colors.field);
    visuals.code_bg_color = colors.hover;
    visuals.warn_fg_color = colors.warning;
    visuals.error_fg_color = colors.danger;
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(10);
    visuals.window_shadow = Shadow { offset: [0, 12], blur: 40, spread: 0, color: colors.shadow };
    visuals.popup_shadow = Shadow { offset: [0, 6], blur: 20, spread: 0, color: colors.shadow };
    visuals.window_fill = colors.raised;
    visuals.window_stroke = Stroke::new(1.0, colors.border);
    visuals.window_highlight_topmost = false;
    visuals.panel_fill = colors.panel;
    visuals.text_cursor.stroke = Stroke::new(1.5, colors.accent);
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    visuals.disabled_alpha = 0.5;
    visuals
}

fn widgets(colors: &Colors) -> Widgets {
    let state = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(colors.panel, colors.border, colors.text),
        inactive: state(colors.raised, colors.control, colors.text),
        hovered: state(colors.hover, colors.control, colors.text),
        // Whatever has the focus too.
        active: WidgetVisuals {
            bg_stroke: Stroke::new(FOCUS, colors.accent),
            ..state(colors.pressed, colors.accent, colors.text)
        },
        open: state(colors.hover, colors.control, colors.text),
    }
}
