//! What several selected cards have in common.

use std::sync::Arc;

use eframe::egui::Ui;

use super::card::all;
use super::{Form, Subject};
use crate::app::look::{Control, Kind};
use crate::app::panels::naming::{color32, kind_word};
use crate::edit::{CardChange, Edit};
use crate::layout::theme;
use crate::model::{Card, ContentKind};
use crate::words;

impl Subject<'_> {
    pub(super) fn many(&self, ui: &mut Ui, form: &mut Form<'_>, cards: &[&Arc<Card>]) {
        let words = self.words;
        let cards: Vec<&Card> = cards.iter().map(|card| card.as_ref()).collect();
        let count = words.number(cards.len() as f64, 0);
        self.heading(ui, "copy", self.look.colors.accent, &words!(words, "inspector-many", count = count), None);
        let mut kinds: Vec<ContentKind> = cards.iter().map(|card| card.content.kind()).collect();
        kinds.sort();
        let mut parts: Vec<String> = Vec::new();
        for group in kinds.chunk_by(|a, b| a == b) {
            let count = words.number(group.len() as f64, 0);
            parts.push(format!("{count} × {}", kind_word(group[0], words)));
        }
        form.hint(ui, &parts.join(" · "));
        self.owner(ui, form, &cards);
        self.who(ui, form, &words!(words, "inspector-who"), &cards);
        let colors = theme::palette(self.look.theme).tints.map(color32);
        let same = cards.iter().all(|card| card.color == cards[0].color);
        let label = if same {
            words!(words, "inspector-color-label")
        } else {
            format!("{} ({})", words!(words, "inspector-color-label"), words!(words, "inspector-mixed"))
        };
        // A place that no palette has: nothing is chosen.
        let shown = if same { cards[0].color } else { Some(u8::MAX) };
        if let Some(color) = self.swatches(ui, form, &label, &colors, shown) {
            let one = |card: &&Card| Edit::SetCard(card.id, CardChange::Color(color));
            form.edit(all(cards.iter().map(one).collect()));
        }
        ui.add_space(12.0);
        let remove = words!(words, "inspector-remove-cards", count = words.number(cards.len() as f64, 0));
        if Control::text(&remove).with_icon("trash-2").kind(Kind::Danger).show(ui, self.look).clicked() {
            form.edit(Edit::RemoveCards(cards.iter().map(|card| card.id).collect()));
        }
    }
}
