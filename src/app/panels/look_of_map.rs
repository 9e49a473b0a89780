//! The page of the map's look: theme, colours of a brand, logo, size and density. It stands where the inspector does, so
//! that the map beside it shows at once what is chosen. Must not know the settings of the window.

use eframe::egui::{
    self, CornerRadius, CursorIcon, Label, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::form::{Form, Gesture, Lines, Slide};
use super::naming::color32;
use crate::app::command::Command;
use crate::app::look::{Control, Kind, Look, RADIUS, TEXT, Tip as _, bold, heading, icon, medium, regular};
use crate::app::{Intent, PictureFor};
use crate::edit::{Edit, MapChange};
use crate::i18n::{Words, phase_word, theme_word};
use crate::layout::theme::{Adjusted, BrandRole, branded, palette, palette_of};
use crate::model::{self, Brand, CardStyle, Density, JourneyMap, Phase, Rgb, TextSize, Theme};
use crate::scene::Color;
use crate::words;

/// Height of a theme's tile.
const TILE: f32 = 44.0;
/// Personas whose colours can be chosen.
const PERSONAS: usize = 8;

/// What the page remembers from frame to frame.
#[derive(Debug, Default)]
pub struct LookState {
    gesture: Gesture,
}

impl LookState {
    /// Says whether the map can only be read.
    pub const fn set_read_only(&mut self, read_only: bool) {
        self.gesture.set_read_only(read_only);
    }

    /// It isn't shown any more: what is being typed or dragged there is finished. Whether that was a change, which is to be
    /// kept.
    pub(crate) fn put_down(&mut self) -> bool {
        self.gesture.put_down()
    }
}

/// Shows the page; `shown` says that the canvas shows the map in its own theme.
pub fn ui(
    ui: &mut Ui,
    state: &mut LookState,
    map: &JourneyMap,
    shown: bool,
    look: &Look,
    words: &Words,
) -> Vec<Intent> {
    let mut form = Form::new(look, words, &mut state.gesture);
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 10, top: 10, bottom: 0 });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            icon_box(ui, look);
            heading(ui, look, &words!(words, "look-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Control::icon("x", &words!(words, "look-close")).show(ui, look).clicked() {
                    form.push(Intent::Run(Command::LookOfMap));
                }
            });
        });
    });
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 16, top: 4, bottom: 24 });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            page(ui, &mut form, map, shown, look, words);
        });
    });
    form.finish()
}

fn icon_box(ui: &mut Ui, look: &Look) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
    icon(ui.painter(), "palette", rect, look.colors.accent);
}

/// The map's look with a change.
fn changed(map: &JourneyMap, change: impl FnOnce(&mut model::Look)) -> Edit {
    let mut look = map.look.clone();
    change(&mut look);
    Edit::SetMap(MapChange::Look(Box::new(look)))
}

fn group(ui: &mut Ui, look: &Look, text: &str) {
    ui.add_space(10.0);
    ui.add(Label::new(RichText::new(text).font(bold(TEXT)).color(look.colors.text)));
}

fn page(ui: &mut Ui, form: &mut Form<'_>, map: &JourneyMap, shown: bool, look: &Look, words: &Words) {
    form.hint(ui, &words!(words, "look-about"));
    group(ui, look, &words!(words, "look-theme"));
    for theme in Theme::ALL {
        if tile(ui, look, words, theme, map) {
            form.edit(changed(map, |look| look.theme = theme));
        }
    }
    if !shown {
        form.hint(ui, &words!(words, "look-not-shown"));
        let name = words!(words, "command-map-as-exported");
        if Control::text(&name).kind(Kind::Outlined).show(ui, look).clicked() {
            form.push(Intent::Run(Command::MapAsExported));
        }
    }
    if map.look.theme == Theme::Brand {
        brand(ui, form, map, look, words);
    }

    group(ui, look, &words!(words, "look-logo"));
    logo(ui, form, map, look, words);

    group(ui, look, &words!(words, "look-layout"));
    let percent = map.look.text.percent();
    let said = words.percent(map.look.text.factor());
    let name = words!(words, "look-text");
    form.label(ui, &format!("{name}: {said}"));
    let slide = Slide {
        value: Some(f64::from(percent)),
        low: f64::from(TextSize::LEAST),
        high: f64::from(TextSize::MOST),
        step: 5.0,
        key_step: 5.0,
        origin: f64::from(TextSize::LEAST),
        color: look.colors.accent,
        face: false,
        said,
        width: None,
    };
    form.slider(ui, &name, &slide, |value| {
        // None is the usual size.
        let size = value.map_or(Some(TextSize::default()), |value| TextSize::new(value.round() as u16).ok())?;
        Some(changed(map, |look| look.text = size))
    });
    let densities = [
        (Density::Compact, words!(words, "look-compact")),
        (Density::Normal, words!(words, "look-normal")),
        (Density::Roomy, words!(words, "look-roomy")),
    ];
    form.choice(ui, &words!(words, "look-density"), &densities, map.look.density, |density| {
        changed(map, |look| look.density = density)
    });
    let styles = [
        (CardStyle::Filled, words!(words, "look-filled")),
        (CardStyle::Outlined, words!(words, "look-outlined")),
        (CardStyle::Flat, words!(words, "look-flat")),
    ];
    form.choice(ui, &words!(words, "look-cards"), &styles, map.look.cards, |style| {
        changed(map, |look| look.cards = style)
    });
}

/// A theme with a glimpse of it; whether it was chosen.
fn tile(ui: &mut Ui, look: &Look, words: &Words, theme: Theme, map: &JourneyMap) -> bool {
    let colors = &look.colors;
    let on = map.look.theme == theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TILE), Sense::click());
    let name = theme_word(words, theme);
    let about = match theme {
        Theme::Light => words!(words, "look-light-about"),
        Theme::Dark => words!(words, "look-dark-about"),
        Theme::HighContrast => words!(words, "look-high-contrast-about"),
        Theme::Print => words!(words, "look-print-about"),
        Theme::Brand => words!(words, "look-brand-about"),
    };
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{name}: {about}")));
    let fill = match (on, response.hovered() || response.has_focus()) {
        (true, _) => colors.accent_soft,
        (false, true) => colors.hover,
        (false, false) => colors.raised,
    };
    let line = Stroke::new(1.0, if on { colors.accent } else { colors.border_strong });
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(RADIUS), fill, line, StrokeKind::Inside);
    glimpse(ui, Rect::from_min_size(rect.min + vec2(6.0, 6.0), vec2(48.0, TILE - 12.0)), theme, map);
    let left = rect.left() + 64.0;
    let room = rect.right() - left - 8.0;
    let put = |text: &str, font, color, y: f32| {
        let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        painter.galley(pos2(left, y - galley.size().y / 2.0), galley, color);
    };
    put(&name, medium(TEXT), colors.text, rect.top() + 15.0);
    put(&about, regular(11.5), colors.weak, rect.top() + 31.0);
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.accent);
        painter.rect_stroke(rect.expand(1.0), CornerRadius::same(RADIUS + 1), ring, StrokeKind::Outside);
    }
    let clicked = response.clicked() && !on;
    response.on_hover_cursor(CursorIcon::PointingHand).with_tip(about);
    clicked
}

/// A small drawing in the colours of a theme: phases, words, two curves, a pain point.
fn glimpse(ui: &Ui, rect: Rect, theme: Theme, map: &JourneyMap) {
    let palette = palette_of(theme, &map.look);
    let painter = ui.painter().with_clip_rect(rect);
    let at = |x: f32, y: f32| rect.min + vec2(x, y);
    let edge = Stroke::new(1.0, color32(palette.zero));
    painter.rect(rect, CornerRadius::same(3), color32(palette.paper), edge, StrokeKind::Inside);
    for (place, phase) in palette.phases.iter().take(3).enumerate() {
        let left = 5.0 + 13.5 * place as f32;
        painter.hline(
            rect.left() + left..=rect.left() + left + 11.0,
            at(0.0, 6.5).y,
            Stroke::new(2.5, color32(phase.bar)),
        );
    }
    painter.hline(rect.left() + 5.0..=rect.left() + 24.0, at(0.0, 11.5).y, Stroke::new(2.0, color32(palette.text)));
    let curve = |points: [(f32, f32); 4], color: Color, width: f32| {
        let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
        painter.line(points, Stroke::new(width, color32(color)));
    };
    curve([(5.0, 19.0), (17.0, 16.0), (30.0, 25.0), (43.0, 15.0)], palette.personas[0], 1.8);
    curve([(5.0, 24.0), (17.0, 21.0), (30.0, 19.0), (43.0, 22.0)], palette.personas[1], 1.0);
    let pain = Rect::from_min_size(at(28.0, 24.0), vec2(15.0, 5.0));
    let line = Stroke::new(1.0, color32(palette.pain.bar));
    painter.rect(pain, CornerRadius::same(1), color32(palette.pain.tint), line, StrokeKind::Inside);
}

fn rgb(color: Color) -> Rgb {
    Rgb { r: color.r, g: color.g, b: color.b }
}

/// The colours of the brand by what they are for. What could not be read as it was wished is said below it.
fn brand(ui: &mut Ui, form: &mut Form<'_>, map: &JourneyMap, look: &Look, words: &Words) {
    group(ui, look, &words!(words, "look-colors"));
    form.hint(ui, &words!(words, "look-colors-about"));
    let (made, adjusted) = branded(&map.look.brand);
    let brand = &map.look.brand;
    let usual = palette(Theme::Light);
    let phase = |phase: Phase| {
        let own = map.phases.get(phase);
        if own.is_empty() { phase_word(words, phase) } else { own.to_owned() }
    };
    type Set = fn(&mut Brand, Option<Rgb>);
    type Row<'a> = (BrandRole, &'a str, String, Option<Rgb>, Color, Set);
    let rows: [Row<'_>; 8] = [
        (BrandRole::Accent, "accent", words!(words, "look-accent"), brand.accent, made.accent, |b, c| b.accent = c),
        (BrandRole::Paper, "paper", words!(words, "look-paper"), brand.paper, made.paper, |b, c| b.paper = c),
        (BrandRole::Text, "text", words!(words, "look-words"), brand.text, made.text, |b, c| b.text = c),
        (BrandRole::Phase(0), "phase 0", phase(Phase::PrePurchase), brand.pre_purchase, made.phases[0].bar, |b, c| {
            b.pre_purchase = c;
        }),
        (BrandRole::Phase(1), "phase 1", phase(Phase::Purchase), brand.purchase, made.phases[1].bar, |b, c| {
            b.purchase = c;
        }),
        (
            BrandRole::Phase(2),
            "phase 2",
            phase(Phase::PostPurchase),
            brand.post_purchase,
            made.phases[2].bar,
            |b, c| {
                b.post_purchase = c;
            },
        ),
        (BrandRole::Pain, "pain", words!(words, "card-pain-point"), brand.pain, made.pain.bar, |b, c| b.pain = c),
        (
            BrandRole::Opportunity,
            "opportunity",
            words!(words, "card-opportunity"),
            brand.opportunity,
            made.opportunity.bar,
            |b, c| b.opportunity = c,
        ),
    ];
    for (role, salt, name, value, shown, set) in rows {
        form.color(ui, (salt, &name), value, rgb(shown), |color| changed(map, |look| set(&mut look.brand, color)));
        notice(ui, look, words, &adjusted, role);
    }
    for (place, persona) in map.personas.iter().take(PERSONAS).enumerate() {
        let value = brand.personas.get(place).copied();
        let salt = format!("persona {place}");
        let shown = made.personas.get(place).copied().unwrap_or(made.weak);
        form.color(ui, (&salt, &persona.name), value, rgb(shown), |color| {
            changed(map, |look| set_persona(&mut look.brand, place, color, |at| rgb(usual.persona(at, None))))
        });
        notice(ui, look, words, &adjusted, BrandRole::Persona(u8::try_from(place).unwrap_or(u8::MAX)));
    }
}

/// Sets the colour of the persona at a place; those before it keep what they have, or get the usual.
fn set_persona(brand: &mut Brand, place: usize, color: Option<Rgb>, usual: impl Fn(usize) -> Rgb) {
    while brand.personas.len() <= place {
        brand.personas.push(usual(brand.personas.len()));
    }
    brand.personas[place] = color.unwrap_or_else(|| usual(place));
    // What is as usual at the end needs not be said.
    while brand.personas.last() == brand.personas.len().checked_sub(1).map(&usual).as_ref()
        && !brand.personas.is_empty()
    {
        brand.personas.pop();
    }
}

/// What became of a colour that can't be read, with its contrast before and after.
fn notice(ui: &mut Ui, look: &Look, words: &Words, adjusted: &[Adjusted], role: BrandRole) {
    let Some(found) = adjusted.iter().find(|one| one.role == role) else { return };
    let (before, after) = (words.number(found.before, 1), words.number(found.after, 1));
    let used = found.used.to_hex();
    let text = if role == BrandRole::Paper {
        words!(words, "look-paper-adjusted", before = before, after = after, used = used)
    } else {
        words!(words, "look-adjusted", before = before, after = after, used = used)
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        ui.painter().rect(
            rect.shrink(1.0),
            CornerRadius::same(3),
            color32(found.used),
            Stroke::new(1.0, look.colors.border_strong),
            StrokeKind::Inside,
        );
        ui.add(Label::new(RichText::new(text).font(regular(11.5)).color(look.colors.warning)).wrap());
    });
}

fn logo(ui: &mut Ui, form: &mut Form<'_>, map: &JourneyMap, look: &Look, words: &Words) {
    let Some(logo) = &map.look.logo else {
        form.hint(ui, &words!(words, "look-logo-about"));
        let name = words!(words, "look-logo-choose");
        if Control::text(&name).with_icon("image").kind(Kind::Outlined).show(ui, look).clicked() {
            form.push(Intent::ChoosePicture(PictureFor::Logo));
        }
        return;
    };
    let alternative = |alternative: String| {
        let logo = model::Image { alternative, ..logo.clone() };
        changed(map, |look| look.logo = Some(logo))
    };
    form.text(ui, &words!(words, "look-logo-alternative"), &logo.alternative, Lines::One, alternative);
    ui.horizontal(|ui| {
        let name = words!(words, "look-logo-change");
        if Control::text(&name).with_icon("image").kind(Kind::Outlined).show(ui, look).clicked() {
            form.push(Intent::ChoosePicture(PictureFor::Logo));
        }
        if Control::text(&words!(words, "look-logo-remove")).kind(Kind::Danger).show(ui, look).clicked() {
            form.edit(changed(map, |look| look.logo = None));
        }
    });
}
