//! Links and branches for who can't see them: a list after the table, of those in view and the one that is selected.

use eframe::egui;
use egui::{Id, Role, Ui};

use super::{Tree, container, node_id};
use crate::app::canvas::camera::Part;
use crate::app::canvas::navigate::target_of;
use crate::app::canvas::paint::Painted;
use crate::scene::{Group, Placed, Target, kurbo};
use crate::words;

impl Tree<'_, '_> {
    /// The lines in view.
    pub(super) fn lines(&mut self, ui: &mut Ui, painted: &Painted) {
        let shown = self.shown;
        let chosen = shown.selection.cursor.and_then(target_of);
        let mut found = Vec::new();
        for part in [Part::Header, Part::Body] {
            let clip = self.view.clip(part);
            let (low, high) = (self.view.map(part, clip.min), self.view.map(part, clip.max));
            let seen = kurbo::Rect::new(low.x, low.y, high.x, high.y);
            let region = part.region(shown.scene);
            // They stand after everything else.
            let is_line = |group: &Placed<&Group>| {
                matches!(group.target, Some(Target::Link { .. } | Target::Branch { .. }))
            };
            let in_view = painted.groups_in(part, region, &[seen]).into_iter().filter(is_line);
            let out_of_view = region.groups().rev().take_while(is_line).filter(|group| {
                group.target == chosen && group.rect().intersect(seen).area() <= 0.0
            });
            for group in in_view.chain(out_of_view) {
                if let Some(target) = group.target {
                    found.push((part, target, group));
                }
            }
        }
        if found.is_empty() {
            return;
        }
        found.dedup_by_key(|(_, target, _)| *target);
        let name = words!(shown.words, "canvas-lines");
        let id = Id::unique("canvas-lines");
        let list = container(ui, id, Role::List, shown.map.language);
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
        for (part, target, group) in found {
            self.leaf(&list, node_id(target), target, (part, group.rect()), |node| {
                node.set_role(Role::ListItem);
                node.set_label(group.name.as_str());
                node.set_selected(chosen == Some(target));
            });
        }
    }
}
