//! A first mapping: which columns are about what, by their headings and by what stands in them. A person sees it and changes
//! it; a column that is named like nothing in the map is left alone.

use super::profile::{ColumnProfile, Profile};
use super::read::number;
use crate::i18n::{folded, means, name_key};
use crate::import::table::key;
use crate::model::{
    AnswerScale, ColumnUse, Content, Emotion, JourneyMap, LabelScore, Named, RespondentGroup, Respondents,
    SurveyFigure, SurveyMapping, SurveyTarget,
};

/// Words that people put where they don't answer.
const NO_ANSWER: [&str; 22] = [
    "blank",
    "n/a",
    "na",
    "n.a.",
    "-",
    "--",
    "none",
    "null",
    "nan",
    "refused",
    "skipped",
    "no answer",
    "not applicable",
    "does not apply",
    "don't know",
    "dont know",
    "khong biet",
    "khong ap dung",
    "khong tra loi",
    "bo qua",
    "khong co",
    "#n/a",
];

/// Words of answers from the worst to the best, each with how it feels in hundredths; folded.
const LABELS: [&[(&str, f64)]; 9] = [
    &[
        ("very dissatisfied", -2.0),
        ("dissatisfied", -1.0),
        ("neutral", 0.0),
        ("neither satisfied nor dissatisfied", 0.0),
        ("satisfied", 1.0),
        ("very satisfied", 2.0),
    ],
    &[
        ("rat khong hai long", -2.0),
        ("khong hai long", -1.0),
        ("binh thuong", 0.0),
        ("trung lap", 0.0),
        ("hai long", 1.0),
        ("rat hai long", 2.0),
    ],
    &[
        ("very bad", -2.0),
        ("bad", -1.0),
        ("okay", 0.0),
        ("ok", 0.0),
        ("neutral", 0.0),
        ("good", 1.0),
        ("very good", 2.0),
    ],
    &[("rat te", -2.0), ("te", -1.0), ("kem", -1.0), ("binh thuong", 0.0), ("tot", 1.0), ("rat tot", 2.0)],
    &[("very poor", -2.0), ("poor", -1.0), ("average", 0.0), ("fair", 0.0), ("good", 1.0), ("excellent", 2.0)],
    &[("poor", -2.0), ("fair", -1.0), ("good", 0.0), ("very good", 1.0), ("excellent", 2.0)],
    &[
        ("strongly disagree", -2.0),
        ("disagree", -1.0),
        ("neither agree nor disagree", 0.0),
        ("neutral", 0.0),
        ("agree", 1.0),
        ("strongly agree", 2.0),
    ],
    &[
        ("hoan toan khong dong y", -2.0),
        ("khong dong y", -1.0),
        ("trung lap", 0.0),
        ("dong y", 1.0),
        ("hoan toan dong y", 2.0),
    ],
    &[("rat kho", -2.0), ("kho", -1.0), ("binh thuong", 0.0), ("de", 1.0), ("rat de", 2.0)],
];

/// What is wished of a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wishes<'a> {
    /// What the evidence is to be called.
    pub name: &'a str,
    /// Columns of ratings that are named like nothing in the map come in too, as steps of their name: for a person to edit.
    pub all_ratings: bool,
}

/// The scale that a column's values look like, and its codes that are no answers; none where they look like no ratings.
pub fn scale_of(column: &ColumnProfile) -> Option<(AnswerScale, Vec<String>)> {
    if column.many || column.filled == 0 {
        return None;
    }
    let codes = |text: &str| NO_ANSWER.contains(&folded(text).as_str());
    let mut no_answer: Vec<String> =
        column.values.iter().map(|(text, _)| text).filter(|text| codes(text)).cloned().collect();
    let rest: Vec<&(String, u64)> = column.values.iter().filter(|(text, _)| !codes(text)).collect();
    let total: u64 = rest.iter().map(|(_, count)| count).sum();
    let numbers: Vec<(f64, u64, &str)> =
        rest.iter().filter_map(|(text, count)| Some((number(text)?, *count, text.as_str()))).collect();
    let read: u64 = numbers.iter().map(|(_, count, _)| count).sum();
    if total > 0 && read * 10 >= total * 9 {
        let top = top_of(&numbers)?;
        let (worst, best) = match top {
            10 if numbers.iter().any(|(value, ..)| *value == 0.0) => (0.0, 10.0),
            top => (1.0, f64::from(top)),
        };
        let off = numbers.iter().filter(|(value, ..)| !(worst..=best).contains(value));
        // A slip of the pen is no code: that happens often, is nought or the number after the best answer.
        let usual = |value: f64, count: u64| value == 0.0 || value == best + 1.0 && count >= 3;
        no_answer.extend(
            off.filter(|(value, count, _)| usual(*value, *count) || count * 200 >= total && *count >= 3)
                .map(|(_, _, text)| (*text).to_owned()),
        );
        return Some((AnswerScale::Numbers { worst, best }, no_answer));
    }
    let found = LABELS.iter().map(|labels| {
        let fits = |text: &str| labels.iter().find(|(label, _)| *label == folded(text));
        let known: Vec<LabelScore> = rest
            .iter()
            .filter_map(|(text, _)| {
                let (_, score) = fits(text)?;
                Some(LabelScore { text: text.clone(), score: Emotion::clamped(*score) })
            })
            .collect();
        let count: u64 = rest.iter().filter(|(text, _)| fits(text).is_some()).map(|(_, count)| count).sum();
        (count, known)
    });
    // The first of those that read most.
    let (count, mut labels) = found.fold((0, Vec::new()), |best, next| if next.0 > best.0 { next } else { best });
    if labels.len() >= 2 && count * 10 >= total * 8 {
        labels.sort_by_key(|label| label.score);
        return Some((AnswerScale::Labels(labels), no_answer));
    }
    None
}

/// The best answer of a scale that numbers look like: 5, 7 or 10.
fn top_of(numbers: &[(f64, u64, &str)]) -> Option<u8> {
    let whole = numbers.iter().all(|(value, ..)| value.fract() == 0.0 || value.fract() == 0.5);
    let total: u64 = numbers.iter().map(|(_, count, _)| count).sum();
    let has = |wanted: f64| numbers.iter().any(|(value, ..)| *value == wanted);
    let within = |top: f64| {
        numbers.iter().filter(|(value, ..)| (0.0..=top).contains(value)).map(|(_, count, _)| count).sum::<u64>()
    };
    let kinds = |top: f64| numbers.iter().filter(|(value, ..)| (1.0..=top).contains(value)).count();
    let most = |top: f64| within(top) * 20 >= total * 19;
    if !whole || total == 0 {
        return None;
    }
    // 1…5 with 0 for blank and 6 for "does not apply" is common; 1…6 is not.
    let codes = has(6.0) && !has(7.0) && !has(8.0);
    if (most(5.0) || codes && within(6.0) == total) && kinds(5.0) >= 3 && (has(5.0) || has(4.0)) {
        Some(5)
    } else if most(7.0) && kinds(7.0) >= 4 && has(7.0) {
        Some(7)
    } else if most(10.0) && kinds(10.0) >= 4 && (has(10.0) || has(9.0)) {
        Some(10)
    } else {
        None
    }
}

/// Something in the map that a column can be about.
struct Thing {
    target: SurveyTarget,
    name: String,
    notes: String,
    /// Of things named alike, what comes first is meant first.
    rank: usize,
}

fn things(map: &JourneyMap) -> Vec<Thing> {
    let mut things = Vec::new();
    for (_, step) in map.steps() {
        let at = Named::known(step.name.clone(), step.id);
        let (name, notes) = (step.name.clone(), step.notes.clone());
        things.push(Thing { target: SurveyTarget::Step(at.clone()), name, notes, rank: 0 });
        for card in &step.cards {
            if matches!(card.content, Content::Touchpoint(_)) && !card.text.trim().is_empty() {
                let target =
                    SurveyTarget::Touchpoint { card: Named::known(card.text.clone(), card.id), step: at.clone() };
                things.push(Thing { target, name: card.text.clone(), notes: card.notes.clone(), rank: 1 });
            }
        }
    }
    things
}

/// Words that name nothing by themselves.
const SMALL: [&str; 14] =
    ["", "the", "a", "an", "of", "to", "at", "in", "and", "your", "rating", "score", "satisfaction", "q"];

/// How well a heading names something, 0…110: what the notes name goes before what is only called alike, and what is called
/// exactly so before what is without its tone marks.
fn likeness(heading: &str, thing: &Thing) -> u32 {
    let whole = key(heading);
    if whole.is_empty() || key(&thing.name).is_empty() {
        return 0;
    }
    // Who wrote the column's name into the notes has said it.
    let word = |text: &str| folded(text);
    let noted = word(&thing.notes);
    let heading_word = word(heading);
    if heading_word.len() >= 4
        && !SMALL.contains(&heading_word.as_str())
        && noted.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).any(|part| part == heading_word)
    {
        return 110;
    }
    let plainly = |text: &str| name_key(text).unwrap_or_default();
    if words_of(&plainly(heading)).concat() == words_of(&plainly(&thing.name)).concat() {
        return 105;
    }
    let heading_words = words_of(&folded(heading));
    let name_words = words_of(&folded(&thing.name));
    let (joined, name) = (heading_words.concat(), name_words.concat());
    if joined == name || whole == key(&thing.name) {
        return 100;
    }
    let alike = |a: &str, b: &str| a == b || a.len().min(b.len()) >= 4 && (a.starts_with(b) || b.starts_with(a));
    let common = name_words.iter().filter(|word| heading_words.iter().any(|other| alike(word, other))).count();
    let share = common * 100 / name_words.len().max(1);
    let back = heading_words.iter().filter(|word| name_words.iter().any(|other| alike(word, other))).count() * 100
        / heading_words.len().max(1);
    if joined.len() >= 4 && name_words.contains(&joined) {
        return 70;
    }
    // Both have to be about the same: one common word of many says little.
    u32::try_from((share + back) / 2).unwrap_or(0).min(90)
}

/// The words of a heading or name in small letters, without the number of a question.
fn words_of(plain: &str) -> Vec<String> {
    let mut words: Vec<String> = plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    if let Some(first) = words.first_mut() {
        let rest = first
            .strip_prefix('q')
            .or_else(|| first.strip_prefix("cau"))
            .or_else(|| first.strip_prefix("câu"))
            .unwrap_or("");
        let bare = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        if bare.len() < rest.len() {
            *first = bare.to_owned();
        }
    }
    let bare: Vec<String> = words.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
    if bare.is_empty() { words } else { bare }
}

/// The figure that a heading names.
fn figure_of(heading: &str) -> Option<SurveyFigure> {
    let plain = folded(heading);
    let says = |known: &[&str]| known.iter().any(|word| plain.contains(word));
    let words: Vec<&str> = plain.split(|letter: char| !letter.is_alphanumeric()).collect();
    if words.contains(&"nps") || says(&["recommend", "gioi thieu cho", "gioi thieu ban be", "se gioi thieu"]) {
        Some(SurveyFigure::Nps)
    } else if words.contains(&"csat") || says(&["overall satisfaction", "hai long chung", "muc do hai long chung"]) {
        Some(SurveyFigure::Csat)
    } else if words.contains(&"ces") || says(&["customer effort", "muc do de dang", "effort score"]) {
        Some(SurveyFigure::Ces)
    } else {
        None
    }
}

/// A first mapping of a table onto a map.
pub fn guess(map: &JourneyMap, profile: &Profile, wishes: Wishes<'_>) -> SurveyMapping {
    // How the file is read was found out, and is found out again of a newer one.
    let mut mapping = SurveyMapping { name: wishes.name.to_owned(), ..SurveyMapping::default() };
    let things = things(map);
    let mut pairs: Vec<(u32, usize, usize, usize)> = Vec::new();
    let scales: Vec<Option<(AnswerScale, Vec<String>)>> = profile.columns.iter().map(scale_of).collect();
    for (at, column) in profile.columns.iter().enumerate() {
        if scales.get(at).is_some_and(Option::is_some) {
            for (which, thing) in things.iter().enumerate() {
                let likeness = likeness(&column.name, thing);
                if likeness >= 60 {
                    pairs.push((likeness, thing.rank, at, which));
                }
            }
        }
    }
    // The best pairs first; each column and each thing once.
    pairs.sort_by_key(|(likeness, rank, at, which)| (u32::MAX - likeness, *rank, *at, *which));
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (_, _, at, which) in pairs {
        if chosen.iter().all(|(known, thing)| *known != at && *thing != which) {
            chosen.push((at, which));
        }
    }
    for (at, column) in profile.columns.iter().enumerate() {
        let Some(Some((scale, codes))) = scales.get(at) else { continue };
        let matched = chosen.iter().find(|(known, _)| *known == at).and_then(|(_, which)| things.get(*which));
        let figure = figure_of(&column.name);
        let mut add = |target: SurveyTarget, scale: AnswerScale| {
            mapping.columns.push(ColumnUse { column: column.name.clone(), target, scale, no_answer: codes.clone() });
        };
        let ten = matches!(scale, AnswerScale::Numbers { best, .. } if *best == 10.0);
        let scale = match figure {
            Some(SurveyFigure::Nps) if ten => AnswerScale::Recommendation,
            _ => scale.clone(),
        };
        if let Some(thing) = matched {
            add(thing.target.clone(), scale.clone());
        }
        if let Some(figure) = figure.filter(|figure| *figure != SurveyFigure::Nps || ten) {
            add(SurveyTarget::Metric { figure, name: figure.name().to_owned() }, scale);
        } else if matched.is_none() && wishes.all_ratings {
            add(SurveyTarget::Step(Named::new(column.name.clone())), scale);
        }
    }
    share_codes(&mut mapping);
    mapping.respondents = respondents(map, profile);
    mapping
}

/// Codes that stand in every column are codes of the whole file.
fn share_codes(mapping: &mut SurveyMapping) {
    let Some(first) = mapping.columns.first() else { return };
    let shared: Vec<String> = first
        .no_answer
        .iter()
        .filter(|code| {
            mapping.columns.len() > 1 && mapping.columns.iter().all(|column| column.no_answer.contains(code))
        })
        .cloned()
        .collect();
    for column in &mut mapping.columns {
        column.no_answer.retain(|code| !shared.contains(code));
    }
    mapping.no_answer = shared;
}

/// Who stands for which persona: by a column in which their names stand.
fn respondents(map: &JourneyMap, profile: &Profile) -> Respondents {
    if let [persona] = map.personas.as_slice() {
        return Respondents::One(Named::known(persona.name.clone(), persona.id));
    }
    let segments = map.segments.iter().map(|segment| segment.name.clone());
    let all: Vec<String> = map.personas.iter().map(|persona| persona.name.clone()).chain(segments).collect();
    let mut best: Vec<RespondentGroup> = Vec::new();
    for column in profile.columns.iter().filter(|column| !column.many) {
        let groups: Vec<RespondentGroup> = map
            .personas
            .iter()
            .filter_map(|persona| {
                let segment = map.segments.iter().find(|segment| Some(segment.id) == persona.segment);
                let names = [Some(&persona.name), segment.map(|segment| &segment.name)];
                let fits = |text: &str| {
                    names.into_iter().flatten().any(|name| means(text, name, all.iter().map(String::as_str)))
                };
                let values: Vec<String> =
                    column.values.iter().filter(|(text, _)| fits(text)).map(|(text, _)| text.clone()).collect();
                let persona = Named::known(persona.name.clone(), persona.id);
                (!values.is_empty()).then(|| RespondentGroup { persona, column: column.name.clone(), values })
            })
            .collect();
        if groups.len() > best.len() {
            best = groups;
        }
    }
    if best.is_empty() { Respondents::Everybody } else { Respondents::Groups(best) }
}
