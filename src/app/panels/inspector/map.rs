//! The fields of the whole map, and of a phase.

use eframe::egui::Ui;

use super::{Room, Subject};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{business_model_word, business_stage_word, color32, phase_name};
use crate::edit::{Edit, MapChange, TextAt};
use crate::layout::theme;
use crate::model::{BusinessModel, BusinessStage, Language, LossRates, MapState, NamedMetric, Phase};
use crate::words;

impl Subject<'_> {
    pub(super) fn whole_map(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let (map, words) = (self.map, self.words);
        self.heading(ui, "layout-dashboard", self.look.colors.accent, &words!(words, "inspector-map"), None);
        let title = |text| Edit::SetText { at: TextAt::Title, text };
        form.text(ui, &words!(words, "inspector-title"), &map.title, Lines::Wrapped, title);
        let scenario = |text| Edit::SetText { at: TextAt::Scenario, text };
        form.text(ui, &words!(words, "inspector-scenario"), &map.scenario, Lines::Wrapped, scenario);

        let languages = [(Language::En, "English".to_owned()), (Language::Vi, "Tiếng Việt".to_owned())];
        let label = words!(words, "inspector-language");
        form.choice(ui, &label, &languages, map.language, |language| Edit::SetMap(MapChange::Language(language)));
        let states = [(MapState::AsIs, words!(words, "map-as-is")), (MapState::ToBe, words!(words, "map-to-be"))];
        let label = words!(words, "inspector-state");
        form.choice(ui, &label, &states, map.state, |state| Edit::SetMap(MapChange::State(state)));
        form.date(ui, &words!(words, "inspector-date"), map.date, |date| Edit::SetMap(MapChange::Date(date)));

        self.group(ui, &words!(words, "inspector-business"));
        let mut models = vec![(None, words!(words, "inspector-none"))];
        models.extend(BusinessModel::ALL.map(|model| (Some(model), business_model_word(model, words))));
        let label = words!(words, "inspector-business-model");
        form.choice(ui, &label, &models, map.business_model, |model| Edit::SetMap(MapChange::BusinessModel(model)));
        let mut stages = vec![(None, words!(words, "inspector-none"))];
        stages.extend(BusinessStage::ALL.map(|stage| (Some(stage), business_stage_word(stage, words))));
        let label = words!(words, "inspector-business-stage");
        form.choice(ui, &label, &stages, map.business_stage, |stage| Edit::SetMap(MapChange::BusinessStage(stage)));

        self.omtm(ui, form);
        self.lists(ui, form, room);
        self.group(ui, &words!(words, "inspector-notes"));
        let notes = |text| Edit::SetText { at: TextAt::MapNotes, text };
        form.bare_text(ui, &words!(words, "inspector-notes"), &map.notes, Lines::Many, "", notes);
    }

    fn omtm(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let words = self.words;
        self.group(ui, &words!(words, "inspector-omtm"));
        let omtm = self.map.omtm.clone().unwrap_or_default();
        let set = |omtm: NamedMetric| {
            let kept = (omtm != NamedMetric::default()).then_some(omtm);
            Edit::SetMap(MapChange::Omtm(kept))
        };
        let named = |name| set(NamedMetric { name, ..omtm.clone() });
        let label = words!(words, "inspector-omtm-name");
        form.text(ui, &label, &omtm.name, Lines::Wrapped, named);
        if omtm.name.is_empty() {
            let chosen = self.known_metric(ui, form, &words!(words, "inspector-choose-metric"));
            if let Some(metric) = chosen {
                form.edit(set(metric));
            }
        } else {
            self.one_metric(ui, form, &omtm.metric, &|metric| set(NamedMetric { metric, ..omtm.clone() }));
        }
    }

    pub(super) fn loss_rates(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let words = self.words;
        let rates = &self.map.loss_rates;
        form.hint(ui, &words!(words, "inspector-loss-about"));
        let set = |rates: LossRates| {
            let valid = 0.0 <= rates.first && rates.first <= rates.second && rates.second <= 1.0;
            valid.then_some(Edit::SetMap(MapChange::LossRates(rates)))
        };
        let percent = |share: f64| Some((share * 10_000.0).round() / 100.0);
        form.number(ui, &words!(words, "inspector-loss-first"), percent(rates.first), |first| {
            set(LossRates { first: first? / 100.0, ..rates.clone() })
        });
        form.number(ui, &words!(words, "inspector-loss-second"), percent(rates.second), |second| {
            set(LossRates { second: second? / 100.0, ..rates.clone() })
        });
        let label = words!(words, "inspector-loss-source");
        form.text(ui, &label, &rates.source, Lines::One, |source| {
            Edit::SetMap(MapChange::LossRates(LossRates { source, ..rates.clone() }))
        });
    }

    pub(super) fn phase(&self, ui: &mut Ui, form: &mut Form<'_>, phase: Phase) {
        let words = self.words;
        let hue = color32(theme::palette(self.look.theme).phase(Some(phase)).text);
        self.heading(ui, "columns-3", hue, &words!(words, "inspector-phase"), None);
        let usual = crate::i18n::phase_word(words, phase);
        let name = words!(words, "inspector-name");
        form.label(ui, &name);
        let set = |text| Edit::SetText { at: TextAt::PhaseName(phase), text };
        form.bare_text(ui, &name, self.map.phases.get(phase), Lines::Wrapped, &usual, set);
        let stages: Vec<&str> = self
            .map
            .stages
            .iter()
            .filter(|stage| stage.phase == Some(phase))
            .map(|stage| stage.name.as_str())
            .collect();
        let about = words!(
            words,
            "inspector-phase-stages",
            name = phase_name(self.map, phase, words),
            stages = stages.join(", ")
        );
        form.hint(ui, &about);
    }
}
