//! What the values of a map's fields say. Must not know how they came to differ.

use jiff::civil::Date;

use super::part::{label, mentioned};
use crate::i18n::{
    Words, business_model_word, business_stage_word, channel_kind_word, channel_word, evidence_kind_word, kind_word,
    lane_kind_word, opportunity_state_word, phase_word, role_word, service_word, theme_word, touchpoint_state_word,
    unit_word,
};
use crate::model::check::Thing;
use crate::model::value::Value;
use crate::model::{
    BusinessModel, BusinessStage, CardStyle, Channel, ChannelKind, Content, Density, Direction, EvidenceKind,
    JourneyMap, LaneKind, Language, MapState, OpportunityState, Phase, Role, Service, Theme, TouchpointState,
};
use crate::words;

/// Longer texts are cut where a line has to be short.
const MOST_LETTERS: usize = 80;

/// Whose value it is, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saying<'a> {
    pub(super) words: &'a Words,
    /// The map that mentions are looked up in.
    pub(super) map: &'a JourneyMap,
    pub(super) at: Option<Thing>,
    pub(super) path: &'a [String],
}

/// A text that people wrote.
fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// A text on one line, cut if it is long.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

impl Saying<'_> {
    /// The value on one line; none where there is nothing.
    pub(super) fn short(&self, value: &Value) -> Option<String> {
        match value {
            Value::Text(text) => Some(self.text(&shortened(text))),
            other => self.full(other).map(|said| shortened(&said)),
        }
    }

    /// An element of a list: what it is known by, and what else it says.
    pub(super) fn element(&self, value: &Value) -> String {
        let key = value.key().unwrap_or_default();
        let said = match value {
            Value::Variant(..) => return self.full(value).unwrap_or_default(),
            Value::Fields(_) => self.full(value).filter(|said| !said.is_empty()),
            _ => None,
        };
        let name = mentioned(self.words, self.map, key).unwrap_or_else(|| quoted(key));
        let name = said.map_or_else(|| name.clone(), |said| format!("{name} ({said})"));
        shortened(&name)
    }

    /// The whole value; none where there is nothing.
    pub(super) fn full(&self, value: &Value) -> Option<String> {
        let words = self.words;
        if let Some(said) = self.choice(value) {
            return Some(said);
        }
        Some(match value {
            Value::Nothing => return None,
            Value::Flag(true) => words!(words, "diff-yes"),
            Value::Flag(false) => words!(words, "diff-no"),
            Value::Count(number) if self.name() == "year" => number.to_string(),
            Value::Whole(number) if self.name() == "year" => number.to_string(),
            // The first colour of a palette is colour 1.
            Value::Count(number) if self.name() == "color" => words.number((number + 1) as f64, 0),
            Value::Count(percent) if self.path == ["look", "text"] => words.percent(*percent as f64 / 100.0),
            Value::Count(number) => words.number(*number as f64, 0),
            Value::Whole(number) => words.number(*number as f64, 0),
            Value::Number(share) if matches!(self.name(), "share" | "bad" | "first" | "second") => {
                format!("{}%", words.number_up_to(share * 100.0, 2))
            }
            Value::Number(emotion) if self.is_emotion() => words.signed(*emotion, 2),
            Value::Number(number) => words.number_up_to(*number, 4),
            Value::Text(text) => self.text(text),
            Value::List(values) if self.name() == "conflicts" => words.number(values.len() as f64, 0),
            Value::List(values) => {
                let said: Vec<String> = values.iter().filter_map(|value| self.full(value)).collect();
                said.join(", ")
            }
            Value::Table(rows) => self.rows(rows.iter().map(|(key, value)| (key.as_str(), value))),
            Value::Fields(fields) => self.rows(fields.iter().map(|(name, value)| (&**name, value))),
            Value::Variant(_, inner) => return self.full(inner),
        })
    }

    /// The name of the field.
    fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    fn is_emotion(&self) -> bool {
        matches!(self.name(), "believed" | "expected" | "mean")
            || self.path.iter().rev().nth(1).is_some_and(|parent| parent == "scores")
    }

    fn text(&self, text: &str) -> String {
        let date = text.parse::<Date>().ok().filter(|_| matches!(self.name(), "date" | "due" | "review_by"));
        date.map(|date| self.words.date(date))
            .or_else(|| mentioned(self.words, self.map, text))
            .unwrap_or_else(|| quoted(text))
    }

    fn rows<'v>(&self, rows: impl Iterator<Item = (&'v str, &'v Value)>) -> String {
        // What it is known by is said before.
        let known = |value: &Value| value.text().is_some_and(|text| text == self.name());
        let said = rows.filter(|(name, value)| *name != "id" && !known(value)).filter_map(|(name, value)| {
            let path: Vec<String> = self.path.iter().cloned().chain([name.to_owned()]).collect();
            let said = Saying { path: &path, ..*self }.full(value)?;
            if name == "state" && self.path.first().is_some_and(|first| first == "scores") {
                return Some(said);
            }
            let label = label(self.words, self.at, self.path, name);
            let label = label.or_else(|| mentioned(self.words, self.map, name)).unwrap_or_else(|| name.to_owned());
            Some(format!("{label}: {said}"))
        });
        said.collect::<Vec<_>>().join("; ")
    }

    /// The word for one of several choices; the usual one where nothing is there.
    fn choice(&self, value: &Value) -> Option<String> {
        let words = self.words;
        let usual = value.is_nothing();
        if !usual && !matches!(value, Value::Variant(..)) {
            return None;
        }
        let of = |name: &str| self.path.first().is_some_and(|first| first == name);
        Some(match (self.name(), self.at) {
            ("language", None) => match value.read().unwrap_or_default() {
                Language::En => words!(words, "language-english"),
                Language::Vi => words!(words, "language-vietnamese"),
            },
            ("state", None) => match value.read().unwrap_or_default() {
                MapState::AsIs => words!(words, "map-as-is"),
                MapState::ToBe => words!(words, "map-to-be"),
            },
            ("theme", None) => theme_word(words, value.read::<Theme>().unwrap_or_default()),
            ("density", None) => match value.read().unwrap_or_default() {
                Density::Compact => words!(words, "look-compact"),
                Density::Normal => words!(words, "look-normal"),
                Density::Roomy => words!(words, "look-roomy"),
            },
            ("cards", None) if of("look") => match value.read().unwrap_or_default() {
                CardStyle::Filled => words!(words, "look-filled"),
                CardStyle::Outlined => words!(words, "look-outlined"),
                CardStyle::Flat => words!(words, "look-flat"),
            },
            ("unit", _) => unit_word(&value.read().unwrap_or_default(), words),
            ("direction", _) => match value.read().unwrap_or_default() {
                Direction::Up => words!(words, "direction-up"),
                Direction::Down => words!(words, "direction-down"),
            },
            ("state", Some(Thing::Step(_))) => match value {
                Value::Variant(name, _) if name == "NotInvolved" => words!(words, "score-not-involved"),
                Value::Variant(name, inner) if name == "Scored" => return self.full(inner),
                _ => words!(words, "score-unknown"),
            },
            ("state", Some(Thing::Card(_))) if usual => return None,
            ("content", _) if !usual => {
                let content = value.read::<Content>().ok()?;
                let kind = kind_word(content.kind(), words);
                match value {
                    Value::Variant(_, inner) => match self.full(inner).filter(|said| !said.is_empty()) {
                        Some(said) => format!("{kind} ({said})"),
                        None => kind,
                    },
                    _ => kind,
                }
            }
            _ if usual => return None,
            ("business_model", _) => business_model_word(value.read::<BusinessModel>().ok()?, words),
            ("business_stage", _) => business_stage_word(value.read::<BusinessStage>().ok()?, words),
            ("phase", _) => phase_word(words, value.read::<Phase>().ok()?),
            ("service", _) => service_word(value.read::<Service>().ok()?, words),
            ("channel", _) => match value.read::<Channel>().ok()? {
                Channel::Own(id) => mentioned(words, self.map, &id.to_string())?,
                channel => channel_word(words, channel)?,
            },
            ("state", _) => match value.read::<TouchpointState>() {
                Ok(state) => touchpoint_state_word(state, words),
                Err(_) => opportunity_state_word(value.read::<OpportunityState>().ok()?, words),
            },
            ("kind", Some(Thing::Lane(_))) => lane_kind_word(words, value.read::<LaneKind>().ok()?),
            ("kind", Some(Thing::Channel(_))) => channel_kind_word(value.read::<ChannelKind>().ok()?, words),
            ("kind", Some(Thing::Evidence(_))) => evidence_kind_word(value.read::<EvidenceKind>().ok()?, words),
            _ => role_word(words, value.read::<Role>().ok()?),
        })
    }
}
