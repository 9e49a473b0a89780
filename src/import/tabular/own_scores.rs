//! How the personas feel, as our own list of scores says it, brought together with what the grid says of it: whichever was
//! changed since both left counts. Must not know other programs' tables.

use std::collections::BTreeSet;

use super::draft::{At, Draft, one_line};
use super::own::{Kind, Listed, Own, find, nowhere, number_in};
use super::{Felt, What};
use crate::model::{Emotion, Evidence, Measured, PersonaId, Score, ScoreState};

/// Whose row this is at a step: of several personas of one name the first who has none yet.
fn whose(name: &str, at: Option<At>, seen: &BTreeSet<(At, PersonaId)>, draft: &mut Draft<'_>) -> Option<PersonaId> {
    let name = one_line(name);
    let called = draft.map.personas.iter().filter(|persona| one_line(&persona.name) == name).map(|persona| persona.id);
    let free = |persona: &PersonaId| at.is_none_or(|at| !seen.contains(&(at, *persona)));
    let mut called = called.collect::<Vec<_>>().into_iter();
    let first = called.clone().next();
    called.find(free).or(first).or_else(|| draft.persona(&name))
}

pub(super) fn scores(own: &Own<'_>, draft: &mut Draft<'_>) {
    let Some(list) = own.list(Kind::Scores) else { return };
    let mut cursor = 0;
    let mut seen: BTreeSet<(At, PersonaId)> = BTreeSet::new();
    for row in list.rows() {
        let (stage, step) = (list.text(row, "list-column-stage"), list.text(row, "list-column-step"));
        let name = list.text(row, "list-column-persona");
        let mut at = find(draft, stage, step, &mut cursor);
        let Some(mut persona) = whose(name, at, &seen, draft) else { continue };
        if at.is_some_and(|at| seen.contains(&(at, persona))) {
            // A second step of this name.
            cursor += 1;
            at = find(draft, stage, step, &mut cursor);
            persona = whose(name, at, &seen, draft).unwrap_or(persona);
        }
        let Some(at) = at.or_else(|| nowhere(draft, stage, step)) else { continue };
        seen.insert((at, persona));
        let listed = score(list, row, draft);
        let column = column(list, row, &listed);
        let shows = draft.beside.personas.contains(&persona);
        let Some((id, grid, called)) = draft.step_mut(at).map(|step| (step.id, step.score(persona), step.name.clone()))
        else {
            continue;
        };
        let (score, differs) = match shows && !draft.beside.unread.contains(&(id, persona)) {
            true => together(&grid, listed, column),
            false => (listed, None),
        };
        if let Some((list, grid_counts)) = differs {
            let persona = one_line(name);
            draft.note(0, What::FeltDiffers { step: called, persona, grid: felt(&grid), list, grid_counts });
        }
        if let Some(step) = draft.step_mut(at) {
            if score == Score::default() {
                step.scores.remove(&persona);
            } else {
                step.scores.insert(persona, score);
            }
        }
    }
}

/// What the column of shown scores says, from which what is believed and measured can have been changed; without such a
/// column what they say.
fn column(list: &Listed<'_>, row: usize, listed: &Score) -> Felt {
    let text = list.text(row, "list-column-score").trim();
    let shown = number_in(text).filter(|value| (-2.0..=2.0).contains(value)).map(hundredths);
    match (shown, list.column("list-column-score"), listed.state) {
        (Some(hundredths), ..) => Felt::Score { hundredths, n: None },
        (None, Some(_), ScoreState::Unknown | ScoreState::NotInvolved) => felt(listed),
        (None, Some(_), ScoreState::Scored { .. }) if text.is_empty() => Felt::Unknown,
        (None, ..) => felt(listed),
    }
}

fn hundredths(value: f64) -> i32 {
    (value * 100.0).round() as i32
}

/// What a grid shows of a score.
fn felt(score: &Score) -> Felt {
    match (score.shown(), score.state) {
        (Some(value), _) => Felt::Score { hundredths: hundredths(value), n: score.measured().map(|found| found.n) },
        (None, ScoreState::NotInvolved) => Felt::NotInvolved,
        (None, _) => Felt::Unknown,
    }
}

fn alike(a: Felt, b: Felt) -> bool {
    match (a, b) {
        // Halves may be rounded either way.
        (Felt::Score { hundredths: a, .. }, Felt::Score { hundredths: b, .. }) => (a - b).abs() <= 1,
        (a, b) => a == b,
    }
}

/// Grid, list and the list's column of shown scores said the same once: what now says otherwise than the two others was
/// changed, and counts; the grid, where all three differ. With what else was said, and whether the grid counts.
fn together(grid: &Score, listed: Score, column: Felt) -> (Score, Option<(Felt, bool)>) {
    let (shown, own) = (felt(grid), felt(&listed));
    if alike(shown, own) {
        return match column {
            Felt::Score { hundredths, .. } if !alike(column, own) => {
                let changed = Score::believed(Emotion::clamped(f64::from(hundredths) / 100.0));
                (Score { expected: listed.expected, ..changed }, Some((column, false)))
            }
            _ => (listed, None),
        };
    }
    if alike(shown, column) {
        return (listed, Some((own, false)));
    }
    (Score { state: grid.state, expected: listed.expected }, Some((own, true)))
}

fn score(list: &Listed<'_>, row: usize, draft: &mut Draft<'_>) -> Score {
    let mut number = |id: &str| list.figure(row, id, draft);
    let n = number("list-column-n").filter(|n| (1.0..=f64::from(u32::MAX)).contains(n)).map(|n| n as u32);
    let mean = number("list-column-measured").filter(|mean| (-2.0..=2.0).contains(mean));
    let (sd, bad) = (number("list-column-deviation"), number("list-column-bad"));
    let believed = number("list-column-believed").map(Emotion::clamped);
    let expected = number("list-column-expected").map(Emotion::clamped);
    let evidence = list.text(row, "list-column-evidence").to_owned();
    let measured = n.zip(mean).map(|(n, mean)| Measured {
        n,
        mean,
        sd: sd.filter(|sd| *sd >= 0.0 && n > 1),
        bad: bad.filter(|bad| (0.0..=1.0).contains(bad)),
        effective: None,
        evidence: (!evidence.is_empty()).then(|| entry(&evidence, draft)),
    });
    let state = if list.says(row, "list-column-known", "list-not-involved") {
        ScoreState::NotInvolved
    } else if believed.is_some() || measured.is_some() {
        ScoreState::Scored { believed, measured, validated: list.is_yes(row, "list-column-validated") }
    } else {
        ScoreState::Unknown
    };
    Score { state, expected }
}

/// The entry of evidence of this name, made where there is none: more than its name isn't known.
pub(super) fn entry(name: &str, draft: &mut Draft<'_>) -> crate::model::EvidenceId {
    if let Some(known) = draft.map.evidence.iter().find(|known| known.name == name) {
        return known.id;
    }
    let id = draft.ids.fresh();
    draft.map.evidence.push(Evidence::new(id, name));
    id
}
