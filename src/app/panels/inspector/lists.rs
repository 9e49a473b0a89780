//! What a map keeps besides its picture: metrics, segments, evidence, facts, channels of its own, maps it leads to, loss
//! rates. Each is a group that opens, of rows that open.

use eframe::egui::Ui;

use super::parts::all;
use super::row::{Row, open_row};
use super::{Room, Subject};
use crate::app::Intent;
use crate::app::look::{Control, Kind};
use crate::app::panels::form::{Form, Found, Lines, Picked};
use crate::app::panels::naming::{business_model_word, business_stage_word, channel_kind_word};
use crate::edit::{Edit, MapChange, quote};
use crate::model::{
    Channel, ChannelKind, Content, Fact, Field, KnownMetric, MapLink, NamedMetric, OwnChannel, Segment,
};
use crate::scene::icon_names;
use crate::words;

impl Subject<'_> {
    /// All the lists of the map.
    pub(super) fn lists(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let (map, words) = (self.map, self.words);
        ui.add_space(8.0);
        let count = |n: usize| if n == 0 { String::new() } else { words.number(n as f64, 0) };
        self.fold(ui, "metrics", &words!(words, "inspector-metrics"), &count(map.metrics.len()), |ui| {
            self.metrics(ui, form);
        });
        self.fold(ui, "segments", &words!(words, "inspector-segments"), &count(map.segments.len()), |ui| {
            self.segments(ui, form, room);
        });
        self.fold(ui, "evidence", &words!(words, "inspector-evidence"), &count(map.evidence.len()), |ui| {
            self.all_evidence(ui, form, room);
        });
        self.fold(ui, "facts", &words!(words, "inspector-facts"), &count(map.facts.len()), |ui| {
            self.facts(ui, form, room);
        });
        self.fold(ui, "channels", &words!(words, "inspector-channels"), &count(map.channels.len()), |ui| {
            self.own_channels(ui, form, room);
        });
        self.fold(ui, "maps", &words!(words, "inspector-maps"), &count(map.maps.len()), |ui| self.maps(ui, form));
        if !map.replies.is_empty() {
            self.fold(ui, "replies", &words!(words, "inspector-replies"), &count(map.replies.len()), |ui| {
                self.all_replies(ui, form);
            });
        }
        self.fold(ui, "loss", &words!(words, "inspector-loss"), "", |ui| self.loss_rates(ui, form));
    }

    /// A list of metrics to choose from: those that suit the business first, and of these what one of its age watches. One with
    /// another name can be added.
    pub(super) fn known_metric(&self, ui: &mut Ui, form: &Form<'_>, label: &str) -> Option<NamedMetric> {
        let words = self.words;
        let (model, stage) = (self.map.business_model, self.map.business_stage);
        let entries = |_: &str| {
            let mut known: Vec<&KnownMetric> = KnownMetric::CATALOGUE.iter().collect();
            let now = |metric: &KnownMetric| stage.filter(|stage| metric.matters_at(*stage) && metric.suits(model));
            known.sort_by_key(|metric| match (metric.suits(model), metric.models.is_empty()) {
                _ if now(metric).is_some() => 0,
                (true, false) => 1,
                (true, true) => 2,
                (false, _) => 3,
            });
            let found = known.into_iter().map(|metric| {
                let name = words.get(&format!("metric-{}", metric.word));
                // Why it stands so far up.
                let of_model = model.filter(|_| metric.suits(model) && !metric.models.is_empty());
                let note = now(metric).map(|stage| business_stage_word(stage, words));
                let note = note.or_else(|| of_model.map(|model| business_model_word(model, words)));
                let found = Found::new(NamedMetric { name: name.clone(), metric: metric.empty() }, "gauge", name);
                found.noted(note.unwrap_or_default())
            });
            found.collect()
        };
        let fresh = |typed: &str| words!(words, "inspector-add-named", name = typed.to_owned());
        match form.adder(ui, label, entries, Some(&fresh))? {
            Picked::Found(metric) => Some(metric),
            Picked::New(name) => Some(NamedMetric { name, ..NamedMetric::default() }),
        }
    }

    fn metrics(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Vec<NamedMetric>)| {
            let mut all = self.map.metrics.clone();
            change(&mut all);
            Edit::SetMap(MapChange::Metrics(all))
        };
        for (place, named) in self.map.metrics.iter().enumerate() {
            let figure = named.metric.value.map(|value| words.short_number(value)).unwrap_or_default();
            let remove = words!(words, "inspector-remove", name = named.name.clone());
            let row = self.list_row("gauge", &named.name, &figure, &remove);
            let change = |metric: NamedMetric| {
                set(&|all| {
                    if let Some(slot) = all.get_mut(place) {
                        slot.clone_from(&metric);
                    }
                })
            };
            let fields = |ui: &mut Ui| {
                let name = |name| change(NamedMetric { name, ..named.clone() });
                form.text(ui, &words!(words, "inspector-name"), &named.name, Lines::Wrapped, name);
                self.one_metric(ui, form, &named.metric, &|metric| change(NamedMetric { metric, ..named.clone() }));
            };
            let removed =
                ui.push_id(("metrics", place), |ui| self.opening_row(ui, "metrics", place, &row, fields)).inner;
            if removed {
                form.edit(set(&|all| {
                    all.remove(place);
                }));
            }
        }
        if let Some(metric) = self.known_metric(ui, form, &words!(words, "inspector-add-metric")) {
            open_row(ui, "metrics", self.map.metrics.len());
            form.edit(set(&|all| all.push(metric.clone())));
        }
    }

    fn segments(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Vec<Segment>)| {
            let mut all = self.map.segments.clone();
            change(&mut all);
            Edit::SetMap(MapChange::Segments(all))
        };
        form.hint(ui, &words!(words, "inspector-segments-about"));
        for (place, segment) in self.map.segments.iter().enumerate() {
            let text = or_else(&segment.name, words!(words, "inspector-segment"));
            let figure = segment.size.map(|size| words.number(size as f64, 0)).unwrap_or_default();
            let remove = words!(words, "inspector-remove", name = text.clone());
            let row = self.list_row("users", &text, &figure, &remove);
            let change = |change: &dyn Fn(&mut Segment)| {
                set(&|all| {
                    if let Some(slot) = all.get_mut(place) {
                        change(slot);
                    }
                })
            };
            let fields = |ui: &mut Ui| {
                let name = |text: String| change(&|segment| segment.name.clone_from(&text));
                form.text(ui, &words!(words, "inspector-name"), &segment.name, Lines::Wrapped, name);
                let size = segment.size.map(|size| size as f64);
                form.number(ui, &words!(words, "inspector-segment-size"), size, |size| match size {
                    None => Some(change(&|segment| segment.size = None)),
                    Some(size) if (0.0..=1e12).contains(&size) && size.fract() == 0.0 => {
                        Some(change(&|segment| segment.size = Some(size as u64)))
                    }
                    Some(_) => None,
                });
                let suggestions = [
                    words!(words, "segment-demographics"),
                    words!(words, "segment-psychographics"),
                    words!(words, "segment-behaviour"),
                    words!(words, "segment-geography"),
                    words!(words, "segment-company-size"),
                    words!(words, "segment-revenue"),
                    words!(words, "segment-industry"),
                ];
                let edit = |fields: Vec<Field>| change(&|segment| segment.fields.clone_from(&fields));
                self.named_values(ui, form, &segment.fields, &suggestions, &edit);
            };
            let removed = ui
                .push_id(("segments", segment.id), |ui| self.opening_row(ui, "segments", segment.id, &row, fields))
                .inner;
            if removed {
                form.edit(set(&|all| {
                    all.remove(place);
                }));
            }
        }
        if self.add_button(ui, &words!(words, "inspector-add-segment")) {
            let id = room.ids.fresh();
            open_row(ui, "segments", id);
            form.edit(set(&|all| {
                all.push(Segment { id, name: String::new(), size: None, fields: Vec::new() });
            }));
        }
    }

    fn facts(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Vec<Fact>)| {
            let mut all = self.map.facts.clone();
            change(&mut all);
            Edit::SetMap(MapChange::Facts(all))
        };
        form.hint(ui, &words!(words, "inspector-facts-about"));
        for (place, fact) in self.map.facts.iter().enumerate() {
            let text = or_else(&fact.text, words!(words, "inspector-fact"));
            let figure = fact.year.map(|year| year.to_string()).unwrap_or_default();
            let remove = words!(words, "inspector-remove", name = text.clone());
            let row = self.list_row("quote", &text, &figure, &remove);
            let change = |fact: Fact| {
                set(&|all| {
                    if let Some(slot) = all.get_mut(place) {
                        slot.clone_from(&fact);
                    }
                })
            };
            let fields = |ui: &mut Ui| {
                let text = |text| change(Fact { text, ..fact.clone() });
                form.text(ui, &words!(words, "inspector-fact-text"), &fact.text, Lines::Wrapped, text);
                form.number(ui, &words!(words, "inspector-fact-year"), fact.year.map(f64::from), |year| match year {
                    None => Some(change(Fact { year: None, ..fact.clone() })),
                    Some(year) if (1000.0..=9999.0).contains(&year) && year.fract() == 0.0 => {
                        Some(change(Fact { year: Some(year as i16), ..fact.clone() }))
                    }
                    Some(_) => None,
                });
                let source = |source| change(Fact { source, ..fact.clone() });
                form.text(ui, &words!(words, "inspector-fact-source"), &fact.source, Lines::Wrapped, source);
                self.opener(ui, form, &fact.source);
                let label = words!(words, "inspector-quote-fact");
                let can = self.map.steps().next().is_some() && !fact.text.trim().is_empty();
                let control = Control::text(&label).with_icon("quote").kind(Kind::Outlined).enabled(can);
                let tip = words!(words, "inspector-quote-fact-tip");
                if control.tip(&tip).width(ui.available_width()).show(ui, self.look).clicked()
                    && let Some(change) = quote::quote(self.map, fact, self.selection, room.ids)
                {
                    form.push(Intent::EditAndSelect(change.edit, change.selection.clone()));
                    form.push(Intent::Show(change.selection));
                }
            };
            let removed = ui.push_id(("facts", place), |ui| self.opening_row(ui, "facts", place, &row, fields)).inner;
            if removed {
                form.edit(set(&|all| {
                    all.remove(place);
                }));
            }
        }
        if self.add_button(ui, &words!(words, "inspector-add-fact")) {
            open_row(ui, "facts", self.map.facts.len());
            form.edit(set(&|all| all.push(Fact { text: String::new(), year: None, source: String::new() })));
        }
    }

    fn maps(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Vec<MapLink>)| {
            let mut all = self.map.maps.clone();
            change(&mut all);
            Edit::SetMap(MapChange::Maps(all))
        };
        form.hint(ui, &words!(words, "inspector-maps-about"));
        for (place, link) in self.map.maps.iter().enumerate() {
            let text = or_else(&or_else(&link.name, link.file.clone()), words!(words, "inspector-map"));
            let remove = words!(words, "inspector-remove", name = text.clone());
            let row = self.list_row("link", &text, "", &remove);
            let change = |link: MapLink| {
                set(&|all| {
                    if let Some(slot) = all.get_mut(place) {
                        slot.clone_from(&link);
                    }
                })
            };
            let fields = |ui: &mut Ui| {
                let name = |name| change(MapLink { name, ..link.clone() });
                form.text(ui, &words!(words, "inspector-name"), &link.name, Lines::Wrapped, name);
                let file = |file| change(MapLink { file, ..link.clone() });
                form.text(ui, &words!(words, "inspector-map-file"), &link.file, Lines::One, file);
            };
            let removed = ui.push_id(("maps", place), |ui| self.opening_row(ui, "maps", place, &row, fields)).inner;
            if removed {
                form.edit(set(&|all| {
                    all.remove(place);
                }));
            }
        }
        if self.add_button(ui, &words!(words, "inspector-add-map")) {
            open_row(ui, "maps", self.map.maps.len());
            form.edit(set(&|all| all.push(MapLink { name: String::new(), file: String::new() })));
        }
    }

    fn own_channels(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let words = self.words;
        form.hint(ui, &words!(words, "inspector-channels-about"));
        for own in &self.map.channels {
            let text = or_else(&own.name, words!(words, "inspector-channel"));
            let uses = self.uses(own);
            let figure = match uses {
                0 => String::new(),
                uses => words!(words, "inspector-channel-uses", n = uses),
            };
            let remove = words!(words, "inspector-remove", name = text.clone());
            let icon = self.map.channel_icon(Channel::Own(own.id)).to_owned();
            let mut row = self.list_row(&icon, &text, &figure, &remove);
            if uses > 0 {
                // A channel that touchpoints happen through stays.
                row.remove = None;
            }
            let fields = |ui: &mut Ui| self.own_channel(ui, form, own);
            let removed =
                ui.push_id(("channels", own.id), |ui| self.opening_row(ui, "channels", own.id, &row, fields)).inner;
            if removed {
                let rest = self.map.channels.iter().filter(|other| other.id != own.id).cloned().collect();
                form.edit(Edit::SetMap(MapChange::Channels(rest)));
            }
        }
        if self.add_button(ui, &words!(words, "inspector-add-channel")) {
            let id = room.ids.fresh();
            open_row(ui, "channels", id);
            let mut channels = self.map.channels.clone();
            channels.push(OwnChannel::new(id, String::new()));
            form.edit(all(vec![Edit::SetMap(MapChange::Channels(channels))]));
        }
    }

    /// How many touchpoints happen through a channel of the map's own.
    fn uses(&self, own: &OwnChannel) -> usize {
        let uses = |content: &Content| match content {
            Content::Touchpoint(touchpoint) => touchpoint.channel == Some(Channel::Own(own.id)),
            _ => false,
        };
        self.map.cards().map(|(_, card)| card).chain(&self.map.tray).filter(|card| uses(&card.content)).count()
    }

    /// The fields of a channel of the map's own.
    pub(super) fn own_channel(&self, ui: &mut Ui, form: &mut Form<'_>, own: &OwnChannel) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut OwnChannel)| {
            let mut channels = self.map.channels.clone();
            channels.iter_mut().filter(|other| other.id == own.id).for_each(change);
            Edit::SetMap(MapChange::Channels(channels))
        };
        let name = |text: String| set(&|own| own.name.clone_from(&text));
        form.text(ui, &words!(words, "inspector-channel-name"), &own.name, Lines::One, name);
        let kinds = ChannelKind::ALL.map(|kind| (kind, channel_kind_word(kind, words)));
        form.choice(ui, &words!(words, "inspector-channel-kind"), &kinds, own.kind, |kind| set(&|own| own.kind = kind));
        form.check(ui, &words!(words, "inspector-channel-mobile"), own.mobile, |on| set(&|own| own.mobile = on));
        let label = words!(words, "inspector-channel-icon");
        form.label(ui, &label);
        let present = self.map.channel_icon(Channel::Own(own.id)).to_owned();
        let button = crate::app::look::Control::new(&format!("{label}: {present}"))
            .showing(&present)
            .with_icon(&present)
            .kind(crate::app::look::Kind::Outlined)
            .width(ui.available_width())
            .show(ui, self.look);
        let entries = |_: &str| {
            let found = icon_names().map(|icon| {
                let mut found = Found::new(icon, icon, icon.replace('-', " "));
                found.present = icon == present;
                found
            });
            found.collect()
        };
        if let Some(Picked::Found(icon)) = form.finder(&button, &words!(words, "inspector-find"), entries, None) {
            form.edit(set(&|own| icon.clone_into(&mut own.icon)));
        }
    }

    fn list_row<'r>(&self, icon: &'r str, text: &'r str, figure: &'r str, remove: &'r str) -> Row<'r> {
        Row { icon, color: self.look.colors.weak, text, figure, remove: Some(remove), open: None }
    }
}

fn or_else(text: &str, other: String) -> String {
    if text.trim().is_empty() { other } else { text.to_owned() }
}
