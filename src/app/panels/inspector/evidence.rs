//! Where statements come from: what cards name of the map's evidence, and the entries themselves, edited in place.

use eframe::egui::Ui;

use super::parts::each;
use super::row::{Row, open_row};
use super::{Room, Subject, whole};
use crate::app::intent::Intent;
use crate::app::panels::form::{Form, Found, Lines, Picked};
use crate::app::panels::naming::evidence_kind_word;
use crate::edit::{CardChange, Edit, MapChange};
use crate::model::{Card, Evidence, EvidenceId, EvidenceKind};
use crate::words;

/// The list whose open row is the entry that is edited.
const LIST: &str = "evidence";

impl Subject<'_> {
    /// The evidence of cards: entries to look into, more of them, and new ones.
    pub(super) fn evidence(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, cards: &[&Card]) {
        let words = self.words;
        form.label(ui, &words!(words, "inspector-evidence"));
        let bears = |id: EvidenceId| cards.iter().filter(|card| card.evidence.contains(&id)).count();
        for entry in self.map.evidence.iter().filter(|entry| bears(entry.id) > 0) {
            let count = bears(entry.id);
            let figure = match (count < cards.len(), entry.n) {
                // Of several cards only some rest on it.
                (true, _) => format!("{count}/{}", cards.len()),
                (false, Some(n)) => format!("n = {}", words.count(u64::from(n))),
                (false, None) => String::new(),
            };
            let name = evidence_name(entry, words);
            let remove = words!(words, "inspector-remove", name = name.clone());
            if self.entry(ui, form, entry, &figure, &remove) {
                form.edit(each(cards, |card| {
                    let rest = card.evidence.iter().copied().filter(|id| *id != entry.id).collect();
                    Edit::SetCard(card.id, CardChange::Evidence(rest))
                }));
            }
        }
        let entries = |_: &str| {
            let rest = self.map.evidence.iter().filter(|entry| bears(entry.id) < cards.len());
            let found = |entry: &Evidence| {
                let note = entry.date.map(|date| words.date(date)).unwrap_or_default();
                Found::new(entry.id, "clipboard", evidence_name(entry, words)).noted(note)
            };
            rest.map(found).collect()
        };
        let fresh = |typed: &str| words!(words, "inspector-new-evidence", name = typed.to_owned());
        let also = |id: EvidenceId| {
            each(cards, |card| {
                let mut evidence = card.evidence.clone();
                if !evidence.contains(&id) {
                    evidence.push(id);
                }
                Edit::SetCard(card.id, CardChange::Evidence(evidence))
            })
        };
        match form.adder(ui, &words!(words, "inspector-add-evidence"), entries, Some(&fresh)) {
            Some(Picked::Found(id)) => form.edit(also(id)),
            Some(Picked::New(name)) => {
                let id = room.ids.fresh();
                form.edit(Edit::All(vec![self.with_entry(id, name), also(id)]));
                open_row(ui, LIST, id);
            }
            None => {}
        }
    }

    /// All entries of the map.
    pub(super) fn all_evidence(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let words = self.words;
        for (place, entry) in self.map.evidence.iter().enumerate() {
            let figure = entry.n.map(|n| format!("n = {}", words.count(u64::from(n)))).unwrap_or_default();
            let remove = words!(words, "inspector-remove", name = evidence_name(entry, words));
            if self.entry(ui, form, entry, &figure, &remove) {
                let mut rest = self.map.evidence.clone();
                rest.remove(place);
                form.edit(Edit::SetMap(MapChange::Evidence(rest)));
            }
        }
        if self.add_button(ui, &words!(words, "inspector-add-evidence")) {
            let id = room.ids.fresh();
            form.edit(self.with_entry(id, String::new()));
            open_row(ui, LIST, id);
        }
    }

    /// The edit that adds an entry.
    fn with_entry(&self, id: EvidenceId, name: String) -> Edit {
        let mut all = self.map.evidence.clone();
        all.push(Evidence::new(id, name));
        Edit::SetMap(MapChange::Evidence(all))
    }

    /// An entry that opens into its fields. Whether it is to be taken out.
    fn entry(&self, ui: &mut Ui, form: &mut Form<'_>, entry: &Evidence, figure: &str, remove: &str) -> bool {
        let name = evidence_name(entry, self.words);
        let row = Row {
            icon: "clipboard",
            color: self.look.colors.weak,
            text: &name,
            figure,
            remove: Some(remove),
            open: None,
        };
        ui.push_id(entry.id, |ui| self.opening_row(ui, LIST, entry.id, &row, |ui| self.entry_fields(ui, form, entry)))
            .inner
    }

    fn entry_fields(&self, ui: &mut Ui, form: &mut Form<'_>, entry: &Evidence) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Evidence)| {
            let mut all = self.map.evidence.clone();
            all.iter_mut().filter(|other| other.id == entry.id).for_each(change);
            Edit::SetMap(MapChange::Evidence(all))
        };
        let name = |text: String| set(&|entry| entry.name.clone_from(&text));
        form.text(ui, &words!(words, "inspector-evidence-name"), &entry.name, Lines::Wrapped, name);
        let kinds = EvidenceKind::ALL.map(|kind| (kind, evidence_kind_word(kind, words)));
        form.choice(ui, &words!(words, "inspector-evidence-kind"), &kinds, entry.kind, |kind| {
            set(&|entry| entry.kind = kind)
        });
        let source = |text: String| set(&|entry| entry.source.clone_from(&text));
        form.text(ui, &words!(words, "inspector-evidence-source"), &entry.source, Lines::Wrapped, source);
        self.opener(ui, form, &entry.source);
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            form.date(left, &words!(words, "inspector-evidence-date"), entry.date, |date| {
                set(&|entry| entry.date = date)
            });
            form.date(right, &words!(words, "inspector-evidence-review"), entry.review_by, |date| {
                set(&|entry| entry.review_by = date)
            });
        });
        form.number(ui, &words!(words, "inspector-evidence-n"), entry.n.map(f64::from), |n| {
            let n = whole(n)?;
            Some(set(&|entry| entry.n = n))
        });
        if let Some(survey) = &entry.survey {
            let columns = words.number(survey.mapping.columns.len() as f64, 0);
            form.hint(ui, &words!(words, "inspector-evidence-survey", columns = columns));
            if self.add_button(ui, &words!(words, "inspector-evidence-refresh")) {
                form.push(Intent::RefreshSurvey(entry.id));
            }
        }
        let notes = |text: String| set(&|entry| entry.notes.clone_from(&text));
        form.text(ui, &words!(words, "inspector-evidence-notes"), &entry.notes, Lines::Many, notes);
    }
}

/// What an entry is called: its own name, else its kind.
fn evidence_name(entry: &Evidence, words: &crate::i18n::Words) -> String {
    if entry.name.trim().is_empty() { evidence_kind_word(entry.kind, words) } else { entry.name.clone() }
}
