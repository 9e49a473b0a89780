//! Whose answers they are, how much each counts, who is left out; and the entry of evidence that they become.

use eframe::egui::{Label, RichText, Ui};
use jiff::civil::Date;

use super::{SurveyDialog, typed, weak};
use crate::app::look::{Control, Kind, Look, TEXT, Tip as _, field, list, regular, segmented, text_field};
use crate::i18n::Words;
use crate::model::{AnswerTest, Exclusion, Named, RespondentGroup, Respondents};
use crate::words;

impl SurveyDialog {
    /// The values of groups and exclusions, as they are typed.
    pub(super) fn write_values(&mut self) {
        self.values = match &self.mapping.respondents {
            Respondents::Groups(groups) => groups.iter().map(|group| group.values.join(", ")).collect(),
            Respondents::Everybody | Respondents::One(_) => Vec::new(),
        };
        let limit = |exclusion: &Exclusion| match &exclusion.test {
            AnswerTest::Is(values) | AnswerTest::IsNot(values) => values.join(", "),
            AnswerTest::Below(limit) | AnswerTest::Above(limit) => limit.to_string(),
        };
        self.limits = self.mapping.exclusions.iter().map(limit).collect();
    }

    fn column_names(&self) -> Vec<String> {
        self.table.as_ref().map(|(table, _)| table.columns.clone()).unwrap_or_default()
    }

    /// Whose answers they are, their weight, who is left out.
    pub(super) fn who(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let columns = self.column_names();
        let mut changed = self.personas(ui, look, words, &columns);
        changed |= self.weight(ui, look, words, &columns);
        changed |= self.exclusions(ui, look, words, &columns);
        if changed {
            self.own = true;
        }
    }

    fn personas(&mut self, ui: &mut Ui, look: &Look, words: &Words, columns: &[String]) -> bool {
        let map = std::sync::Arc::clone(&self.map);
        let mut changed = false;
        let label = words!(words, "dialog-survey-respondents");
        let names = [
            words!(words, "dialog-survey-everybody"),
            words!(words, "dialog-survey-one"),
            words!(words, "dialog-survey-groups"),
        ];
        let place = match &self.mapping.respondents {
            Respondents::Everybody => 0,
            Respondents::One(_) => 1,
            Respondents::Groups(_) => 2,
        };
        let first = map.personas.first().map(|persona| Named::known(persona.name.clone(), persona.id));
        field(ui, look, &label, |ui| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if let Some(place) = segmented(ui, look, &label, &names, Some(place)) {
                self.mapping.respondents = match (place, first) {
                    (1, Some(first)) => Respondents::One(first),
                    (2, _) => Respondents::Groups(Vec::new()),
                    _ => Respondents::Everybody,
                };
                self.write_values();
                changed = true;
            }
        });
        let (values, table) = (&mut self.values, &self.table);
        match &mut self.mapping.respondents {
            Respondents::Everybody => weak(ui, look, words!(words, "dialog-survey-everybody-hint")),
            Respondents::One(named) => {
                let names: Vec<(Option<&str>, &str)> =
                    map.personas.iter().map(|persona| (Some("user"), persona.name.as_str())).collect();
                let place = map.personas.iter().position(|persona| Some(persona.id) == named.id);
                let label = words!(words, "dialog-survey-persona");
                if let Some(persona) = list(ui, look, &label, &names, place).and_then(|place| map.personas.get(place)) {
                    *named = Named::known(persona.name.clone(), persona.id);
                    changed = true;
                }
            }
            Respondents::Groups(groups) => {
                weak(ui, look, words!(words, "dialog-survey-groups-hint"));
                for persona in &map.personas {
                    let at = groups.iter().position(|group| group.persona.id == Some(persona.id));
                    ui.push_id(persona.id, |ui| {
                        ui.columns(2, |parts| {
                            let [left, right] = parts else { return };
                            let label = words!(words, "dialog-survey-group-column", persona = persona.name.as_str());
                            let nothing = words!(words, "dialog-survey-nothing");
                            let mut entries: Vec<(Option<&str>, &str)> = vec![(None, nothing.as_str())];
                            entries.extend(columns.iter().map(|column| (None, column.as_str())));
                            let known = at.and_then(|at| groups.get(at)).map(|group| group.column.clone());
                            let place = known.as_ref().and_then(|known| columns.iter().position(|name| name == known));
                            let place = place.map_or(0, |place| place + 1);
                            let chosen = field(left, look, &label, |ui| list(ui, look, &label, &entries, Some(place)));
                            if let Some(chosen) = chosen {
                                changed = true;
                                let column = chosen.checked_sub(1).and_then(|place| columns.get(place)).cloned();
                                match (column, at) {
                                    (Some(column), Some(at)) => {
                                        if let Some(group) = groups.get_mut(at) {
                                            group.column = column;
                                        }
                                    }
                                    (Some(column), None) => {
                                        let named = Named::known(persona.name.clone(), persona.id);
                                        groups.push(RespondentGroup { persona: named, column, values: Vec::new() });
                                        values.push(String::new());
                                    }
                                    (None, Some(at)) => {
                                        groups.remove(at);
                                        values.remove(at);
                                    }
                                    (None, None) => {}
                                }
                                return;
                            }
                            let Some(at) = at else { return };
                            let label = words!(words, "dialog-survey-group-values", persona = persona.name.as_str());
                            let field = field(right, look, &label, |ui| {
                                let text = values.get_mut(at)?;
                                Some(text_field(ui, look, &label, text))
                            });
                            if let Some(field) = field
                                && let Some((group, text)) = groups.get_mut(at).zip(values.get(at))
                            {
                                if field.changed() {
                                    group.values = typed(text);
                                    changed = true;
                                }
                                let column = known.unwrap_or_default();
                                let profile = table.as_ref().map(|(_, profile)| profile);
                                let there = profile
                                    .and_then(|profile| profile.columns.iter().find(|one| one.name == column))
                                    .map(|one| one.values.iter().take(20).map(|(text, _)| text.as_str()));
                                if let Some(there) = there {
                                    field.with_tip(there.collect::<Vec<_>>().join(", "));
                                }
                            }
                        });
                    });
                }
            }
        }
        changed
    }

    fn weight(&mut self, ui: &mut Ui, look: &Look, words: &Words, columns: &[String]) -> bool {
        let label = words!(words, "dialog-survey-weight");
        let nothing = words!(words, "dialog-survey-no-weight");
        let mut entries: Vec<(Option<&str>, &str)> = vec![(None, nothing.as_str())];
        entries.extend(columns.iter().map(|column| (None, column.as_str())));
        let known = self.mapping.weight.as_ref().and_then(|known| columns.iter().position(|name| name == known));
        let place = known.map_or(0, |place| place + 1);
        let chosen = field(ui, look, &label, |ui| list(ui, look, &label, &entries, Some(place)));
        if let Some(chosen) = chosen {
            self.mapping.weight = chosen.checked_sub(1).and_then(|place| columns.get(place)).cloned();
        }
        chosen.is_some()
    }

    fn exclusions(&mut self, ui: &mut Ui, look: &Look, words: &Words, columns: &[String]) -> bool {
        let mut changed = false;
        let mut drop = None;
        let heading = words!(words, "dialog-survey-exclusions");
        crate::app::look::section(ui, look, &heading);
        for (place, exclusion) in self.mapping.exclusions.iter_mut().enumerate() {
            let Some(text) = self.limits.get_mut(place) else { continue };
            let number = words.number(place as f64 + 1.0, 0);
            ui.push_id(("exclusion", place), |ui| {
                ui.columns(2, |parts| {
                    let [left, right] = parts else { return };
                    let label = words!(words, "dialog-survey-exclusion-column", n = number.clone());
                    let entries: Vec<(Option<&str>, &str)> =
                        columns.iter().map(|column| (None, column.as_str())).collect();
                    let at = columns.iter().position(|column| *column == exclusion.column);
                    if let Some(column) = list(left, look, &label, &entries, at).and_then(|place| columns.get(place)) {
                        exclusion.column.clone_from(column);
                        changed = true;
                    }
                    let label = words!(words, "dialog-survey-exclusion-test", n = number.clone());
                    let names = [
                        words!(words, "dialog-survey-is"),
                        words!(words, "dialog-survey-is-not"),
                        words!(words, "dialog-survey-below"),
                        words!(words, "dialog-survey-above"),
                    ];
                    let entries: Vec<(Option<&str>, &str)> = names.iter().map(|name| (None, name.as_str())).collect();
                    let at = match &exclusion.test {
                        AnswerTest::Is(_) => 0,
                        AnswerTest::IsNot(_) => 1,
                        AnswerTest::Below(_) => 2,
                        AnswerTest::Above(_) => 3,
                    };
                    let chosen = list(right, look, &label, &entries, Some(at));
                    let label = words!(words, "dialog-survey-exclusion-values", n = number.clone());
                    let field = text_field(left, look, &label, text);
                    if chosen.is_some() || field.changed() {
                        exclusion.test = test(chosen.unwrap_or(at), text);
                        changed = true;
                    }
                    let label = words!(words, "dialog-survey-exclusion-reason", n = number.clone());
                    right.horizontal(|ui| {
                        let room = ui.available_width() - 38.0;
                        ui.allocate_ui(eframe::egui::vec2(room, 28.0), |ui| {
                            changed |= text_field(ui, look, &label, &mut exclusion.reason).changed();
                        });
                        let remove = words!(words, "dialog-survey-exclusion-remove", n = number.clone());
                        if Control::icon("x", &remove).show(ui, look).clicked() {
                            drop = Some(place);
                        }
                    });
                });
            });
        }
        if let Some(place) = drop {
            self.mapping.exclusions.remove(place);
            self.limits.remove(place);
            changed = true;
        }
        let add = words!(words, "dialog-survey-exclusion-add");
        if let Some(first) = columns.first()
            && Control::text(&add).with_icon("plus").kind(Kind::Quiet).show(ui, look).clicked()
        {
            let reason = words!(words, "dialog-survey-exclusion-why");
            self.mapping.exclusions.push(Exclusion { column: first.clone(), test: AnswerTest::Is(Vec::new()), reason });
            self.limits.push(String::new());
            changed = true;
        }
        changed
    }

    /// Whether all that was typed as a date is one: else the answers would come in with another one.
    pub(super) fn dates_are_read(&self) -> bool {
        self.dates.iter().all(|text| text.trim().is_empty() || date_of(text).is_some())
    }

    /// The entry of evidence.
    pub(super) fn evidence(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let label = words!(words, "dialog-survey-name");
        let name = field(ui, look, &label, |ui| text_field(ui, look, &label, &mut self.mapping.name));
        self.own |= name.changed();
        weak(ui, look, words!(words, "dialog-survey-name-hint"));
        let given = words.date(self.sources.date);
        let labels = [words!(words, "dialog-survey-date", date = given), words!(words, "dialog-survey-review-by")];
        for (place, label) in labels.iter().enumerate() {
            let Some(text) = self.dates.get_mut(place) else { continue };
            let changed = field(ui, look, label, |ui| text_field(ui, look, label, text)).changed();
            let date = date_of(text);
            match date {
                Some(date) => weak(ui, look, words.date(date)),
                None if text.trim().is_empty() => {}
                None => {
                    let said = RichText::new(words!(words, "dialog-survey-no-date")).font(regular(TEXT));
                    ui.add(Label::new(said.color(look.colors.warning)).wrap());
                }
            }
            if changed {
                let slot = if place == 0 { &mut self.mapping.date } else { &mut self.mapping.review_by };
                *slot = date;
                self.own = true;
            }
        }
        let label = words!(words, "dialog-survey-add-steps");
        if ui.checkbox(&mut self.mapping.add_steps, label).changed() {
            self.own = true;
        }
    }
}

fn test(place: usize, text: &str) -> AnswerTest {
    let limit = || crate::import::survey::number(text).unwrap_or(0.0);
    match place {
        0 => AnswerTest::Is(typed(text)),
        1 => AnswerTest::IsNot(typed(text)),
        2 => AnswerTest::Below(limit()),
        _ => AnswerTest::Above(limit()),
    }
}

/// The date that was typed: `2026-11-22` or `22/11/2026`.
fn date_of(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let parts: Vec<i16> = text.split(['/', '.']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
        let [day, month, year] = parts.as_slice() else { return None };
        Date::new(*year, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()
    })
}
