//! What the canvas is for who can't see it: a node a heading, cell and card in view, each with its name and place.

use eframe::egui;
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

use super::Shown;
use super::camera::{Part, View};
use super::navigate::{selection_of, target_of};
use super::paint::Painted;
use crate::app::intent::Intent;
use crate::scene::{self, Item, Target, kurbo};
use crate::words;

/// Describes what is in view to screen readers; a press on a node selects what it stands for.
pub(super) fn describe(
    ui: &mut Ui,
    shown: Shown<'_>,
    view: &View,
    painted: &Painted,
    canvas: Id,
    intents: &mut Vec<Intent>,
) {
    let listening = ui.ctx().accesskit_node_builder(canvas, |node| {
        node.set_role(egui::accesskit::Role::Table);
        node.set_label(format!("{}: {}", words!(shown.words, "canvas-name"), shown.scene.title));
        node.set_row_count(shown.scene.rows.len());
        node.set_column_count(shown.scene.columns.len());
    });
    if listening.is_none() {
        // Nobody reads the tree: nothing needs a name in this frame.
        return;
    }
    for part in Part::ALL {
        let clip = view.clip(part);
        let (low, high) = (view.map(part, clip.min), view.map(part, clip.max));
        let seen = kurbo::Rect::new(low.x, low.y, high.x, high.y);
        let items = &part.region(shown.scene).items;
        for item in painted.seen(part, seen).into_iter().flat_map(|range| items.get(range).unwrap_or_default()) {
            let Item::Group(group) = item else { continue };
            let (Some(target), false) = (group.target, group.name.is_empty()) else { continue };
            let rect = view.screen_rect(part, group.rect);
            if !rect.intersects(clip) {
                continue;
            }
            node(ui, shown, target, group, rect.intersect(clip), intents);
        }
    }
}

fn node(ui: &mut Ui, shown: Shown<'_>, target: Target, group: &scene::Group, rect: Rect, intents: &mut Vec<Intent>) {
    let id = ui.scope_id().with(("canvas-node", target));
    let selected = match target {
        Target::Card(card) => shown.selection.cards.contains(&card),
        other => shown.selection.cursor.and_then(target_of) == Some(other),
    };
    // Hovering is sensed by the canvas itself; this widget only has a name, a place and an action.
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &group.name));
    let pressed = ui.input_mut(|input| {
        input.consume_accesskit_action_requests(id, |request| request.action == egui::accesskit::Action::Click);
        input.has_accesskit_action_request(id, egui::accesskit::Action::Click)
    });
    if pressed && let Some(selection) = selection_of(shown.map, target) {
        intents.push(Intent::Show(selection));
    }
}
