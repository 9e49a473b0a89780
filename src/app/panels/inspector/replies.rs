//! What readers of the page said to a step and to a card, and all replies of the map: beside what the team believes and
//! customers answered, never in its place.

use eframe::egui::{Label, RichText, Ui};

use super::Subject;
use super::row::Row;
use crate::app::Intent;
use crate::app::look::{medium, regular};
use crate::app::panels::form::Form;
use crate::app::panels::naming::{card_text, kind_icon, select_card, step_name};
use crate::edit::{Cursor, Edit, MapChange, Selection};
use crate::i18n::Words;
use crate::import::reply::who;
use crate::insight::{band, replies};
use crate::model::{Card, CardId, Emotion, Reply, Step, StepId};
use crate::words;

/// So many readers stand open; of more the figures do, and the rest opens.
const MOST_OPEN: usize = 6;

impl Subject<'_> {
    /// How readers feel at a step, and what they say to it; nothing where nobody did.
    pub(super) fn readers_of_step(&self, ui: &mut Ui, step: &Step) {
        let words = self.words;
        let of_step = |reply: &&Reply| reply.steps.contains_key(&step.id) || reply.scores.contains_key(&step.id);
        let heard: Vec<&Reply> = self.map.replies.values().filter(of_step).collect();
        if heard.is_empty() {
            return;
        }
        self.group(ui, &words!(words, "inspector-readers"));
        if let Some(score) = replies::score(self.map, step.id) {
            let (mean, n) = (words.signed(score.mean, 2), words.number(f64::from(score.n), 0));
            let text = match band(&score) {
                Some((low, high)) => words!(
                    words,
                    "inspector-readers-banded",
                    value = mean,
                    n = n,
                    low = words.signed(low, 2),
                    high = words.signed(high, 2)
                ),
                None => words!(words, "inspector-readers-score", value = mean, n = n),
            };
            self.quiet(ui, &text, false);
        }
        self.all_of(ui, &heard, |ui, reply| {
            let score = reply.scores.get(&step.id).map(|score| figure(words, *score));
            self.said(ui, reply, &score.unwrap_or_default(), reply.steps.get(&step.id));
        });
    }

    /// Who votes for a card, and what readers say to it; nothing where nobody did.
    pub(super) fn readers_of_card(&self, ui: &mut Ui, card: &Card) {
        let words = self.words;
        let of_card = |reply: &&Reply| reply.cards.contains_key(&card.id) || reply.votes.contains(&card.id);
        let heard: Vec<&Reply> = self.map.replies.values().filter(of_card).collect();
        if heard.is_empty() {
            return;
        }
        self.group(ui, &words!(words, "inspector-readers"));
        let votes = replies::votes(self.map, card.id);
        if votes > 0 {
            let count = words.number(votes as f64, 0);
            self.quiet(ui, &words!(words, "inspector-readers-votes", n = votes, count = count), false);
        }
        self.all_of(ui, &heard, |ui, reply| {
            let vote = reply.votes.contains(&card.id).then(|| words!(words, "inspector-readers-vote"));
            self.said(ui, reply, &vote.unwrap_or_default(), reply.cards.get(&card.id));
        });
    }

    /// All replies of the map: each opens into what it says, and leads there.
    pub(super) fn all_replies(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let words = self.words;
        form.hint(ui, &words!(words, "inspector-replies-about"));
        for (id, reply) in &self.map.replies {
            let name = who(reply, words);
            let date = reply.date.map(|date| words.date(date)).unwrap_or_default();
            let remove = words!(words, "inspector-remove", name = name.clone());
            let color = self.look.colors.weak;
            let row =
                Row { icon: "message-circle", color, text: &name, figure: &date, remove: Some(&remove), open: None };
            let fields = |ui: &mut Ui| self.whole_reply(ui, form, reply);
            if ui.push_id(("replies", id), |ui| self.opening_row(ui, "replies", *id, &row, fields)).inner {
                let mut rest = self.map.replies.clone();
                rest.remove(id);
                form.edit(Edit::SetMap(MapChange::Replies(rest)));
            }
        }
    }

    /// What one reader said, in the order of the map; what was said of things that are gone comes last.
    fn whole_reply(&self, ui: &mut Ui, form: &mut Form<'_>, reply: &Reply) {
        let words = self.words;
        for (_, step) in self.map.steps() {
            let score = reply.scores.get(&step.id).map(|score| figure(words, *score));
            let comment = reply.steps.get(&step.id);
            if score.is_some() || comment.is_some() {
                let at = Selection::at(Cursor::Step(step.id));
                self.about(ui, form, ("footprints", &step_name(step, words)), &score.unwrap_or_default(), comment, at);
            }
        }
        for card in self.map.cards().map(|(_, card)| card).chain(&self.map.tray) {
            let vote = reply.votes.contains(&card.id).then(|| words!(words, "inspector-readers-vote"));
            let comment = reply.cards.get(&card.id);
            if vote.is_some() || comment.is_some() {
                let text = card_text(self.map, card, words);
                let at = select_card(self.map, card.id);
                self.about(ui, form, (kind_icon(card.content.kind()), &text), &vote.unwrap_or_default(), comment, at);
            }
        }
        let gone_step = |id: &StepId| self.map.step(*id).is_none();
        let gone_card = |id: &CardId| self.map.card(*id).is_none();
        let gone: Vec<&String> = (reply.steps.iter().filter(|(id, _)| gone_step(id)).map(|(_, text)| text))
            .chain(reply.cards.iter().filter(|(id, _)| gone_card(id)).map(|(_, text)| text))
            .collect();
        if !gone.is_empty() {
            form.label(ui, &words!(words, "inspector-replies-gone"));
            for text in gone {
                self.quiet(ui, text, false);
            }
        }
    }

    /// A row that leads to what was answered, and the answer below.
    fn about(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (icon, text): (&str, &str),
        figure: &str,
        comment: Option<&String>,
        to: Selection,
    ) {
        let row = Row { icon, color: self.look.colors.weak, text, figure, remove: None, open: None };
        if self.row(ui, &row).0 {
            form.push(Intent::Show(to));
        }
        if let Some(comment) = comment {
            self.quiet(ui, comment, false);
        }
    }

    /// All that were heard; more than a few open where they are wanted.
    fn all_of(&self, ui: &mut Ui, heard: &[&Reply], one: impl Fn(&mut Ui, &Reply)) {
        let words = self.words;
        let count = words.number(heard.len() as f64, 0);
        let list = |ui: &mut Ui| heard.iter().for_each(|reply| one(ui, reply));
        if heard.len() > MOST_OPEN {
            self.fold(ui, "readers", &words!(words, "inspector-readers-all"), &count, list);
        } else {
            list(ui);
        }
    }

    /// Who said something, with a figure, and the words.
    fn said(&self, ui: &mut Ui, reply: &Reply, figure: &str, comment: Option<&String>) {
        let words = self.words;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let name = RichText::new(who(reply, words)).font(medium(13.0)).color(self.look.colors.text);
            ui.add(Label::new(name).wrap());
            if !figure.is_empty() {
                ui.label(RichText::new(figure).font(medium(13.0)).color(self.look.colors.accent));
            }
            if let Some(date) = reply.date {
                ui.label(RichText::new(words.date(date)).font(regular(12.0)).color(self.look.colors.weak));
            }
        });
        if let Some(comment) = comment {
            ui.add_space(-4.0);
            self.quiet(ui, comment, true);
        }
    }

    fn quiet(&self, ui: &mut Ui, text: &str, strong: bool) {
        let color = if strong { self.look.colors.text } else { self.look.colors.weak };
        ui.add(Label::new(RichText::new(text).font(regular(12.5)).color(color)).wrap());
    }
}

/// A reader's score: whole, as the page gives them, or exact.
fn figure(words: &Words, score: Emotion) -> String {
    words.signed(score.value(), if score.value().fract() == 0.0 { 0 } else { 2 })
}
