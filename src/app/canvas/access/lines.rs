//! Links and branches for who can't see them: a list after the table, of those in view and the one that is selected.

use eframe::egui;
use egui::{Id, Role, Ui};

use super::{Tree, container, node_id};
use crate::app::canvas::camera::Part;
use crate::app::canvas::navigate::target_of;
use crate::app::canvas::paint::Painted;
use crate::scene::{Group, Item, Target, kurbo};
use crate::words;

fn line(part: Part, item: &Item) -> Option<(Part, Target, &Group)> {
    let Item::Group(group) = item else { return None };
    Some((part, group.target?, group))
}

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
            let items = &part.region(shown.scene).items;
            let in_view = painted.seen(part, seen).into_iter().flat_map(|range| items.get(range).unwrap_or_default());
            // They stand after everything else.
            let is_line = |item: &&Item| {
                let Item::Group(group) = item else { return false };
                matches!(group.target, Some(Target::Link { .. } | Target::Branch { .. }))
            };
            found.extend(in_view.filter(is_line).filter_map(|item| line(part, item)));
            // The selected one is there wherever it is; a straight line has no area, so that places say nothing.
            if chosen.is_some() && !found.iter().any(|(_, target, _)| Some(*target) == chosen) {
                let mut lines = items.iter().rev().take_while(is_line).filter_map(|item| line(part, item));
                found.extend(lines.find(|(_, target, _)| Some(*target) == chosen));
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
            self.leaf(&list, node_id(target), target, (part, group.rect), |node| {
                node.set_role(Role::ListItem);
                node.set_label(group.name.as_str());
                node.set_selected(chosen == Some(target));
            });
        }
    }
}
