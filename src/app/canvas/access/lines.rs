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
            let is_line =
                |group: &Placed<&Group>| matches!(group.target, Some(Target::Link { .. } | Target::Branch { .. }));
            let in_view = painted.index.groups_in(part, region, &[seen]);
            let lines = in_view.into_iter().filter(is_line);
            found.extend(lines.filter_map(|group| Some((part, group.target?, group))));
            // The selected one is there wherever it is; a straight line has no area, so that places say nothing.
            if chosen.is_some() && !found.iter().any(|(_, target, _)| Some(*target) == chosen) {
                let line = region.groups().rev().take_while(is_line).find(|group| group.target == chosen);
                found.extend(line.and_then(|group| Some((part, group.target?, group))));
            }
        }
        if found.is_empty() {
            return;
        }
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
