//! Words, numbers and dates in the languages of the application.
//!
//! Message files lie in `assets/i18n`; ids that the code names are checked while compiling (`words!`). Must not know what
//! the words are used for.

mod catalogue;
mod choices;
mod lane_names;
mod things;

use std::sync::{Arc, LazyLock};

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::FluentLanguageLoader;
use jiff::civil::Date;
use rust_embed::RustEmbed;

pub use catalogue::{
    channel_by_name, channel_word, channels_called, folded, industry_word, lane_kind_word, phase_word, role_word,
    template_words, theme_word,
};
pub use choices::{
    business_model_word, business_stage_word, channel_kind_word, evidence_kind_word, kind_word, opportunity_state_word,
    quantity, service_word, touchpoint_state_word, unit_word, with_unit,
};
pub use lane_names::{lane_by_name, lane_key, means, name_key, phase_by_key, phase_key, same_name};
pub use things::{card_name, channel_name, thing};

use crate::model::Language;

#[derive(RustEmbed)]
#[folder = "assets/i18n/"]
struct Files;

/// The words of one language.
#[derive(Clone)]
pub struct Words {
    language: Language,
    /// For `words!`; nothing else needs it.
    pub loader: Arc<FluentLanguageLoader>,
}

/// A message by its id, checked while compiling: `words!(words, "menu-file")`, `words!(words, "steps", n = 3)`.
#[macro_export]
macro_rules! words {
    ($words:expr, $id:literal) => { ::i18n_embed_fl::fl!($words.loader, $id) };
    ($words:expr, $id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        ::i18n_embed_fl::fl!($words.loader, $id, $($name = $value),+)
    };
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({:?})", self.language)
    }
}

impl Words {
    /// The words of a language. The files are read once.
    pub fn new(language: Language) -> Self {
        static LOADED: LazyLock<[Words; 2]> = LazyLock::new(|| Language::ALL.map(Words::load));
        let [english, vietnamese] = &*LOADED;
        match language {
            Language::En => english.clone(),
            Language::Vi => vietnamese.clone(),
        }
    }

    fn load(language: Language) -> Self {
        let english: unic_langid::LanguageIdentifier = unic_langid::langid!("en");
        let loader = FluentLanguageLoader::new("wayfelt", english.clone());
        let wanted = match language {
            Language::En => english,
            Language::Vi => unic_langid::langid!("vi"),
        };
        // The files are part of the binary: this can't fail where the tests passed, and English stays if it does.
        loader.load_languages(&Files, &[wanted]).ok();
        loader.set_use_isolating(false);
        Self { language, loader: Arc::new(loader) }
    }

    /// Which language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message whose id is made while running, as `channel-` and a channel's key. The id itself where there is none.
    pub fn get(&self, id: &str) -> String {
        self.loader.get(id)
    }

    /// A number with so many places after the decimal mark: `-1.25`, `−1,25`. The minus is a real one.
    pub fn number(&self, value: f64, places: usize) -> String {
        let mut text = format!("{:.places$}", rounded(value.abs(), places));
        if self.language == Language::Vi {
            text = text.replace('.', ",");
        }
        let zero = text.chars().all(|c| matches!(c, '0' | '.' | ','));
        if value < 0.0 && !zero { format!("−{text}") } else { text }
    }

    /// How many there are, its thousands apart from 10,000 on: `1,000,000`, `1.000.000`. For people; what is read again by a
    /// program says [`Self::number`].
    pub fn count(&self, value: u64) -> String {
        let digits = value.to_string();
        if value < 10_000 {
            return digits;
        }
        let mark = if self.language == Language::Vi { '.' } else { ',' };
        let places = digits.len();
        digits.chars().enumerate().fold(String::new(), |mut text, (place, digit)| {
            if place > 0 && (places - place).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
            text
        })
    }

    /// A number as short as it can be said exactly, up to two places.
    pub fn short_number(&self, value: f64) -> String {
        self.number_up_to(value, 2)
    }

    /// A number with at most so many places: as few as say the same.
    pub fn number_up_to(&self, value: f64, places: usize) -> String {
        let at_most = rounded(value, places);
        let needed = (0..places).find(|&p| format!("{at_most:.p$}").parse::<f64>() == Ok(at_most));
        self.number(value, needed.unwrap_or(places))
    }

    /// A number that always bears its sign, but for 0: `+1.5`.
    pub fn signed(&self, value: f64, places: usize) -> String {
        let text = self.number(value, places);
        let zero = text.chars().all(|c| matches!(c, '0' | '.' | ','));
        if value > 0.0 && !zero { format!("+{text}") } else { text }
    }

    /// A share 0…1 as a whole percentage: `18%`.
    pub fn percent(&self, share: f64) -> String {
        format!("{}%", self.number(share * 100.0, 0))
    }

    /// A date: `22 Nov 2026`, `22/11/2026`.
    pub fn date(&self, date: Date) -> String {
        match self.language {
            Language::En => date.strftime("%-d %b %Y").to_string(),
            Language::Vi => date.strftime("%-d/%-m/%Y").to_string(),
        }
    }
}

/// A number rounded to so many places, halves away from 0, as people do it: the same everywhere that a figure stands.
fn rounded(value: f64, places: usize) -> f64 {
    let parts = i32::try_from(places).map_or(f64::INFINITY, |places| 10_f64.powi(places));
    let whole = (value * parts).round() / parts;
    if whole.is_finite() { whole } else { value }
}
