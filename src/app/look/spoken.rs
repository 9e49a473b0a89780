//! What a screen reader is told of controls that egui has no words of its own for. Must not know what is chosen.

use eframe::egui::{Context, Id, Response, Role, WidgetInfo};

/// Whether one of several is chosen where this role stands, rather than switched on.
pub(super) const fn is_one_of_several(role: Role) -> bool {
    matches!(role, Role::Tab | Role::TreeItem | Role::ListItem | Role::ListBoxOption)
}

/// Says one of several things of which one or some are selected: a tab, a row, an entry of a list. egui would call it
/// checked.
pub fn selectable(response: &Response, role: Role, enabled: bool, selected: bool, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, enabled, name));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_selected(selected));
}

/// Says a list to open, and what is chosen in it.
pub fn list_to_open(context: &Context, id: Id, name: &str, chosen: &str) {
    context.accesskit_node_builder(id, |node| {
        node.set_label(name);
        node.set_value(chosen);
        // What stands for Linux has no place for the value of such a list; without this nobody would hear it.
        if cfg!(target_os = "linux") {
            node.set_description(chosen);
        }
    });
}
