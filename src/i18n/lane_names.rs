//! What people call kinds of lanes where they type them: short keys and names, in both languages. Must not know where.

use super::catalogue::folded;
use crate::model::{LaneKind, Language, Phase};

/// Keys and names of each kind of lane, folded: the English key, the Vietnamese key, then names. One name leads to one kind.
const NAMES: &[(LaneKind, &[&str])] = &[
    (LaneKind::Actions, &["a", "hd", "action", "actions", "does", "hanh dong"]),
    (LaneKind::Touchpoints, &["t", "dc", "touchpoint", "touchpoints", "channel", "diem cham", "kenh"]),
    (LaneKind::Thoughts, &["th", "sn", "thought", "thoughts", "thinks", "suy nghi"]),
    (LaneKind::Emotion, &["e", "cx", "emotion", "feels", "cam xuc"]),
    (LaneKind::PainPoints, &["p", "dd", "pain", "pains", "pain point", "pain points", "diem dau"]),
    (LaneKind::Opportunities, &["o", "ch", "opportunity", "opportunities", "idea", "co hoi", "y tuong"]),
    (LaneKind::Metrics, &["m", "cs", "metric", "metrics", "chi so"]),
    (LaneKind::Expectations, &["x", "kv", "expectation", "expectations", "expects", "ky vong"]),
    (LaneKind::Needs, &["n", "nc", "need", "needs", "nhu cau"]),
    (LaneKind::Quotes, &["q", "lk", "quote", "quotes", "says", "loi khach", "loi khach hang", "trich dan"]),
    (LaneKind::Text, &["note", "gc", "notes", "text", "ghi chu"]),
    (LaneKind::Images, &["img", "ha", "image", "images", "storyboard", "hinh anh", "anh"]),
    (LaneKind::Frontstage, &["fs", "ts", "frontstage", "tien sanh", "khach nhin thay"]),
    (LaneKind::Backstage, &["bs", "ht", "backstage", "hau truong"]),
    (LaneKind::Systems, &["sys", "hth", "system", "systems", "he thong"]),
    (LaneKind::Evidence, &["ev", "bc", "evidence", "bang chung"]),
    (LaneKind::Owners, &["own", "bp", "owner", "owners", "bo phan", "bo phan phu trach"]),
    (LaneKind::Time, &["time", "tg", "thoi gian"]),
    (LaneKind::CustomersKept, &["kept", "ol", "customers kept", "khach hang o lai"]),
    (LaneKind::PainPriority, &["prio", "ut", "pain priority", "muc uu tien"]),
];

/// The short key that stands before a card in a text: `a`, `p`; `hđ`, `đđ`.
pub fn lane_key(kind: LaneKind, language: Language) -> &'static str {
    match (language, kind) {
        (Language::Vi, LaneKind::Actions) => "hđ",
        (Language::Vi, LaneKind::Touchpoints) => "đc",
        (Language::Vi, LaneKind::PainPoints) => "đđ",
        _ => {
            let names = NAMES.iter().find(|(known, _)| *known == kind).map_or(&[][..], |(_, names)| names);
            names.get(usize::from(language == Language::Vi)).copied().unwrap_or("note")
        }
    }
}

/// The kind of lane that people call so, in either language, whatever the case and the accents.
pub fn lane_by_name(text: &str) -> Option<LaneKind> {
    let wanted = folded(text);
    NAMES.iter().find(|(_, names)| names.contains(&wanted.as_str())).map(|&(kind, _)| kind)
}

/// The word for a phase that stands in brackets behind a stage in a text.
pub const fn phase_key(phase: Phase, language: Language) -> &'static str {
    match (language, phase) {
        (Language::En, Phase::PrePurchase) => "before",
        (Language::En, Phase::Purchase) => "during",
        (Language::En, Phase::PostPurchase) => "after",
        (Language::Vi, Phase::PrePurchase) => "trước",
        (Language::Vi, Phase::Purchase) => "trong",
        (Language::Vi, Phase::PostPurchase) => "sau",
    }
}

/// The phase that such a word means, in either language.
pub fn phase_by_key(text: &str) -> Option<Phase> {
    match folded(text).as_str() {
        "before" | "truoc" | "pre" | "pre-purchase" => Some(Phase::PrePurchase),
        "during" | "trong" | "purchase" => Some(Phase::Purchase),
        "after" | "sau" | "post" | "post-purchase" => Some(Phase::PostPurchase),
        _ => None,
    }
}

/// Whether two names mean the same, whatever the case; an empty one means nothing.
pub fn same_name(a: &str, b: &str) -> bool {
    name_key(a).is_some_and(|key| name_key(b) == Some(key))
}

/// Whether a text means this name among all that it could mean: it says it, or says it without its tone marks where nothing
/// else is called so. “Hà” never means “Hạ”, and “Ha” neither of them where both are there.
pub fn means<'a>(text: &str, name: &str, mut all: impl Iterator<Item = &'a str>) -> bool {
    if same_name(text, name) {
        return true;
    }
    let plain = folded(text);
    !plain.is_empty() && folded(name) == plain && all.all(|other| same_name(other, name) || folded(other) != plain)
}

/// What names that mean the same have in common; none for an empty one, which means nothing.
pub fn name_key(name: &str) -> Option<String> {
    let plain = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    (!plain.is_empty()).then_some(plain)
}
