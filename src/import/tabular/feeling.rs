//! How somebody feels, as cells say it: figures on some scale, smileys, the words of rating scales. What is none of these is
//! left as the words it is; no score is made up. Must not know where cells stand.

use crate::edit::line::parse_number;
use crate::i18n::folded;
use crate::model::FeelingScale;

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Feeling {
    /// Nothing.
    Empty,
    /// −2…+2.
    Score(f64),
    /// Takes no part.
    NotInvolved,
    /// A figure beside the scale.
    OffScale(f64),
    /// No feeling that can be counted.
    Words,
}

/// Smileys, and what they stand for.
const SMILEYS: &[(&str, f64)] = &[
    ("😀", 2.0),
    ("😃", 2.0),
    ("😄", 2.0),
    ("😁", 2.0),
    ("😍", 2.0),
    ("🤩", 2.0),
    ("😊", 1.0),
    ("🙂", 1.0),
    ("☺", 1.0),
    (":-)", 1.0),
    (":)", 1.0),
    ("😐", 0.0),
    ("😑", 0.0),
    (":-|", 0.0),
    (":|", 0.0),
    ("🙁", -1.0),
    ("😕", -1.0),
    ("😟", -1.0),
    ("☹", -1.0),
    (":-(", -1.0),
    (":(", -1.0),
    ("😞", -2.0),
    ("😡", -2.0),
    ("😠", -2.0),
    ("😢", -2.0),
    ("😭", -2.0),
    ("🤬", -2.0),
];

/// The levels of rating scales, folded.
const LEVELS: &[(&[&str], f64)] = &[
    (
        &[
            "very good",
            "very positive",
            "very happy",
            "very satisfied",
            "excellent",
            "delighted",
            "rat tot",
            "rat tich cuc",
            "rat vui",
            "rat hai long",
        ],
        2.0,
    ),
    (&["good", "positive", "happy", "satisfied", "tot", "tich cuc", "vui", "hai long"], 1.0),
    (&["neutral", "ok", "okay", "indifferent", "trung tinh", "binh thuong", "trung lap"], 0.0),
    (
        &["bad", "negative", "unhappy", "dissatisfied", "poor", "te", "xau", "tieu cuc", "khong vui", "khong hai long"],
        -1.0,
    ),
    (
        &[
            "very bad",
            "very negative",
            "very unhappy",
            "very dissatisfied",
            "terrible",
            "rat te",
            "rat xau",
            "rat tieu cuc",
            "rat khong hai long",
        ],
        -2.0,
    ),
];

/// What people write where nothing is to be said.
pub(super) fn is_blank(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "" | "—" | "–" | "-" | "n/a" | "na" | "…" | "...")
}

/// A figure, without the sign of percent.
pub(super) fn figure(text: &str) -> Option<f64> {
    let text = text.trim();
    parse_number(text.strip_suffix('%').unwrap_or(text).trim_end())
}

/// What a cell says on this scale.
pub(super) fn feeling(text: &str, scale: Option<FeelingScale>) -> Feeling {
    let text = text.trim();
    if is_blank(text) {
        return Feeling::Empty;
    }
    let plain = folded(text);
    if matches!(plain.as_str(), "x" | "not involved" | "khong tham gia") {
        return Feeling::NotInvolved;
    }
    if let Some(figure) = figure(text) {
        return match scale.map(|scale| scale.score(figure)) {
            Some(Some(score)) => Feeling::Score(score),
            _ => Feeling::OffScale(figure),
        };
    }
    let bare = text.trim_end_matches('\u{fe0f}');
    let smiley = SMILEYS.iter().find(|(sign, _)| *sign == bare).map(|(_, score)| *score);
    let level = LEVELS.iter().find(|(words, _)| words.contains(&plain.as_str())).map(|(_, score)| *score);
    smiley.or(level).map_or(Feeling::Words, Feeling::Score)
}

/// The scale that figures are on, as far as they show it: the narrowest usual one that holds them all. None without a figure.
pub(super) fn scale_of(figures: &[f64]) -> Option<FeelingScale> {
    let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
    let most = figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if figures.is_empty() {
        return None;
    }
    let scale = |worst, best| Some(FeelingScale { worst, best });
    let both = [2.0, 3.0, 5.0, 10.0, 100.0].into_iter().find(|end| least >= -end && most <= *end);
    // What is nowhere below 0 and above 2 somewhere is no scale around 0.
    match most {
        _ if least < 0.0 || most <= 2.0 => both.map(|end| FeelingScale { worst: -end, best: end }),
        most if least >= 1.0 && most <= 5.0 => scale(1.0, 5.0),
        most if most <= 5.0 => scale(0.0, 5.0),
        most if most <= 10.0 => scale(0.0, 10.0),
        most if most <= 100.0 => scale(0.0, 100.0),
        _ => None,
    }
}
