//! The cards of our own lists: each takes the place of the card that the grid shows, or is a further one. Must not know
//! other programs' tables.

use std::collections::BTreeSet;

use super::What;
use super::draft::{At, Draft, one_line};
use super::own::{Listed, find, nowhere, number_in};
use super::own_scores::entry;
use crate::edit::line::write_line;
use crate::i18n::{
    Words, channel_by_name, channel_name, channel_word, opportunity_state_word, service_word, touchpoint_state_word,
    unit_word,
};
use crate::insight::pain;
use crate::model::{
    Card, CardId, Channel, Content, ContentKind, Direction, Emotion, Grade, Importance, LaneKind, Measured, Metric,
    NamedMetric, Opportunity, OpportunityState, PainPoint, PersonaId, Service, Share, Touchpoint, TouchpointState,
    Unit,
};

/// A list whose rows are cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    Touchpoints,
    PainPoints,
    Opportunities,
    Metrics,
}

impl Joined {
    const fn lane(self) -> LaneKind {
        match self {
            Self::Touchpoints => LaneKind::Touchpoints,
            Self::PainPoints => LaneKind::PainPoints,
            Self::Opportunities => LaneKind::Opportunities,
            Self::Metrics => LaneKind::Metrics,
        }
    }

    const fn content(self) -> ContentKind {
        match self {
            Self::Touchpoints => ContentKind::Touchpoint,
            Self::PainPoints => ContentKind::PainPoint,
            Self::Opportunities => ContentKind::Opportunity,
            Self::Metrics => ContentKind::Metric,
        }
    }

    /// The message of the heading of the cards' texts.
    const fn heading(self) -> &'static str {
        match self {
            Self::Touchpoints => "list-column-touchpoint",
            Self::PainPoints => "list-column-pain-point",
            Self::Opportunities => "list-column-opportunity",
            Self::Metrics => "list-column-metric",
        }
    }
}

/// A row as a card, and where it lies.
struct Listing {
    row: usize,
    at: Option<At>,
    card: Card,
    line: String,
    /// The same card, as its cell can be understood too.
    other: Option<(Card, String)>,
}

/// Brings the cards of a list into the map.
pub(super) fn join(kind: Joined, list: &Listed<'_>, draft: &mut Draft<'_>) {
    let mut cursor = 0;
    let mut rest = Vec::new();
    let mut taken: BTreeSet<CardId> = BTreeSet::new();
    for row in list.rows() {
        if kind == Joined::Metrics && of_whole_map(list, row, draft) {
            continue;
        }
        let (stage, step) = (list.text(row, "list-column-stage"), list.text(row, "list-column-step"));
        let in_tray = list.says(row, "list-column-stage", "list-in-tray") && step.is_empty();
        let card = card_of(kind, list, row, draft);
        let line = line_of(&card, list.words, draft);
        let other = called(&card, list, row).map(|card| {
            let line = line_of(&card, list.words, draft);
            (card, line)
        });
        let listing = Listing { row, at: None, card, line, other };
        if in_tray {
            match in_the_tray(draft, kind, &taken, &listing) {
                Some((place, card)) => {
                    taken.insert(card.id);
                    if let Some(slot) = draft.map.tray.get_mut(place) {
                        *slot = std::sync::Arc::new(card);
                    }
                }
                None => rest.push(listing),
            }
            continue;
        }
        let key = (one_line(stage), one_line(step));
        if draft.beside.gone.contains(&key) || draft.beside.kinds_gone.contains(&kind.lane()) {
            continue;
        }
        // Pain points stand by their rank: every step of the names is looked at.
        let mut start = if kind == Joined::PainPoints { 0 } else { cursor };
        let mut first = None;
        let mut found = None;
        for _ in 0..draft.map.stages.len().max(1) * 4 {
            let Some(at) = find(draft, stage, step, &mut start) else { break };
            first = first.or(Some((at, start)));
            if let Some(same) = candidate(draft, at, kind, &taken, Some(&listing.line)) {
                found = Some((at, same, listing.card.clone()));
            } else if let Some((card, line)) = &listing.other
                && let Some(same) = candidate(draft, at, kind, &taken, Some(line))
            {
                found = Some((at, same, card.clone()));
            }
            if found.is_some() {
                cursor = start;
                break;
            }
            let before = start;
            start += 1;
            if find(draft, stage, step, &mut start).is_none() || start <= before {
                break;
            }
        }
        match found {
            Some((at, id, card)) => {
                taken.insert(id);
                put_over(draft, at, id, card);
            }
            None => {
                if let Some((_, place)) = first {
                    cursor = place;
                }
                let at = first.map(|(at, _)| at).or_else(|| match draft.beside.has_grid {
                    true => {
                        let text = one_line(&listing.line);
                        draft.note(0, What::NoStep { text, step: one_line(step) });
                        None
                    }
                    false => nowhere(draft, stage, step),
                });
                rest.push(Listing { at, ..listing });
            }
        }
    }
    for listing in rest {
        match listing.at.and_then(|at| Some((at, candidate(draft, at, kind, &taken, None)?))) {
            Some((at, id)) => {
                taken.insert(id);
                bring_together(list, listing, (at, id), draft);
            }
            None => {
                let lane = lane_for(kind.lane(), draft);
                let shown = !draft.map.lane(lane).is_some_and(|lane| lane.hidden);
                if draft.beside.has_grid && shown && listing.at.is_some() && !listing.line.is_empty() {
                    draft.note(0, What::OnlyListed { text: one_line(&listing.line) });
                }
                draft.put(listing.at, Card { lane, ..listing.card });
            }
        }
    }
}

/// A touchpoint that says what its channel is called, which its cell can't tell from one that says nothing.
fn called(card: &Card, list: &Listed<'_>, row: usize) -> Option<Card> {
    let text = list.text(row, Joined::Touchpoints.heading());
    let silent = matches!(card.content, Content::Touchpoint(_)) && card.text.is_empty() && !text.is_empty();
    silent.then(|| Card { text: text.to_owned(), ..card.clone() })
}

/// A card at a step that no row has taken, and that the grid says in this line.
fn candidate(
    draft: &Draft<'_>,
    (stage, step): At,
    kind: Joined,
    taken: &BTreeSet<CardId>,
    line: Option<&str>,
) -> Option<CardId> {
    let step = draft.map.stages.get(stage)?.steps.get(step)?;
    let fits = |card: &&std::sync::Arc<Card>| {
        card.content.kind() == kind.content()
            && !taken.contains(&card.id)
            && draft.lines.get(&card.id).is_some_and(|known| line.is_none_or(|line| known == line))
    };
    step.cards.iter().find(fits).map(|card| card.id)
}

fn put_over(draft: &mut Draft<'_>, at: At, id: CardId, card: Card) {
    let Some(step) = draft.step_mut(at) else { return };
    if let Some(slot) = step.cards.iter_mut().find(|known| known.id == id) {
        let (lane, until) = (slot.lane, slot.until);
        *slot = std::sync::Arc::new(Card { id, lane, until, ..card });
    }
}

/// The card of the tray that the grid says in this line, as a list says it.
fn in_the_tray(draft: &Draft<'_>, kind: Joined, taken: &BTreeSet<CardId>, listing: &Listing) -> Option<(usize, Card)> {
    let found = |line: &str| {
        draft.map.tray.iter().position(|card| {
            card.content.kind() == kind.content()
                && !taken.contains(&card.id)
                && draft.lines.get(&card.id).is_some_and(|known| known == line)
        })
    };
    let other = listing.other.as_ref();
    let (place, card) = found(&listing.line)
        .map(|place| (place, &listing.card))
        .or_else(|| other.and_then(|(card, line)| Some((found(line)?, card))))?;
    let known = draft.map.tray.get(place)?;
    Some((place, Card { id: known.id, lane: known.lane, ..card.clone() }))
}

/// A card of the grid that a list says otherwise: the grid's words and fields count, and the list's for what no line says;
/// all of the list's where its priority shows that the list was changed and the grid wasn't.
fn bring_together(list: &Listed<'_>, listing: Listing, (at, id): (At, CardId), draft: &mut Draft<'_>) {
    let Some(step) = draft.step_mut(at) else { return };
    let moment = step.moment_of_truth;
    let Some(shown) = step.cards.iter().find(|card| card.id == id).map(|card| Card::clone(card)) else { return };
    let priority = |card: &Card| match &card.content {
        Content::PainPoint(PainPoint { severity: Some(severity), share: Some(share) }) => {
            Some(pain::priority(severity.value(), share.value(), moment))
        }
        _ => None,
    };
    let was = list.number(listing.row, "list-column-priority");
    let near = |found: Option<f64>| matches!((found, was), (Some(found), Some(was)) if (found - was).abs() < 0.006);
    let list_changed = shown.text == listing.card.text && near(priority(&shown)) && !near(priority(&listing.card));
    let grid = draft.lines.get(&id).cloned().unwrap_or_default();
    draft.note(0, What::Differs { grid: one_line(&grid), list: one_line(&listing.line), grid_counts: !list_changed });
    let card = match list_changed {
        true => listing.card,
        false => Card {
            text: shown.text.clone(),
            owner: shown.owner.clone(),
            content: content_of(&shown.content, listing.card.content),
            ..listing.card
        },
    };
    put_over(draft, at, id, card);
}

/// What a line of the grid says of a content, and what the list says besides.
fn content_of(grid: &Content, list: Content) -> Content {
    match (grid, list) {
        (Content::Opportunity(shown), Content::Opportunity(listed)) => {
            Content::Opportunity(Opportunity { impact: shown.impact, effort: shown.effort, ..listed })
        }
        (Content::Touchpoint(shown), Content::Touchpoint(listed)) => {
            Content::Touchpoint(Touchpoint { channel: shown.channel, ..listed })
        }
        (Content::Metric(shown), Content::Metric(listed)) => Content::Metric(Metric {
            value: shown.value,
            target: shown.target,
            unit: if shown.unit == Unit::Number { listed.unit } else { shown.unit.clone() },
            ..listed
        }),
        (shown, _) => shown.clone(),
    }
}

/// The lane for cards that the grid doesn't show: a hidden one of their kind, else any.
fn lane_for(kind: LaneKind, draft: &mut Draft<'_>) -> crate::model::LaneId {
    let of_kind = || draft.map.lanes.iter().filter(|lane| lane.kind == kind);
    let found = of_kind().find(|lane| lane.hidden).or(of_kind().next()).map(|lane| lane.id);
    found.unwrap_or_else(|| draft.new_lane(kind, ""))
}

/// The line that the grid says a card in.
fn line_of(card: &Card, words: &Words, draft: &Draft<'_>) -> String {
    write_line(card, &|channel| channel_name(words, &draft.map, channel))
}

/// The channel that is called so: by the word of the list's language, by any of its names, or one of the map's own.
pub(super) fn channel(name: &str, words: &Words, draft: &mut Draft<'_>) -> Channel {
    let word = Channel::CATALOGUE.iter().copied().find(|known| channel_word(words, *known).as_deref() == Some(name));
    match word.or_else(|| channel_by_name(name)) {
        Some(known) => known,
        None => draft.channel(name),
    }
}

fn card_of(kind: Joined, list: &Listed<'_>, row: usize, draft: &mut Draft<'_>) -> Card {
    let mut text = list.text(row, kind.heading()).to_owned();
    let grade = |id: &str, draft: &mut Draft<'_>| {
        list.figure(row, id, draft).and_then(|value| Grade::new(value.clamp(0.0, 9.0) as u8).ok())
    };
    let content = match kind {
        Joined::Touchpoints => {
            let touchpoint = touchpoint(list, row, draft);
            let called = touchpoint.channel.map(|channel| channel_name(list.words, &draft.map, channel));
            // A touchpoint without text is called as its channel.
            if called.as_deref() == Some(text.as_str()) {
                text.clear();
            }
            Content::Touchpoint(touchpoint)
        }
        Joined::PainPoints => Content::PainPoint(PainPoint {
            severity: grade("list-column-severity", draft),
            share: list.figure(row, "list-column-share", draft).and_then(|share| Share::new(share).ok()),
        }),
        Joined::Opportunities => Content::Opportunity(Opportunity {
            answers: answers(list.text(row, "list-column-answers"), draft),
            impact: grade("list-column-impact", draft),
            effort: grade("list-column-effort", draft),
            importance: list
                .figure(row, "list-column-importance", draft)
                .and_then(|value| Importance::new(value.clamp(0.0, 99.0) as u8).ok()),
            due: list.text(row, "list-column-due").get(..10).and_then(|day| day.parse().ok()),
            state: OpportunityState::ALL
                .into_iter()
                .find(|state| opportunity_state_word(*state, list.words) == list.text(row, "list-column-state"))
                .unwrap_or_default(),
        }),
        Joined::Metrics => Content::Metric(metric(list, row)),
    };
    let lane = draft.ids.fresh();
    let mut card = Card::new(draft.ids.fresh(), lane, text, content);
    list.text(row, "list-column-owner").clone_into(&mut card.owner);
    list.text(row, "list-column-notes").clone_into(&mut card.notes);
    card.personas = people(list.text(row, "list-column-personas"), draft);
    card.votes =
        list.number(row, "list-column-votes").filter(|votes| (0.0..1e9).contains(votes)).map_or(0, |n| n as u32);
    card
}

/// Personas by name, between commas; a name may hold one.
fn people(names: &str, draft: &Draft<'_>) -> Vec<PersonaId> {
    let mut rest = names.trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let begins = |name: &str| {
            let after = rest.strip_prefix(name)?;
            (!name.is_empty() && (after.is_empty() || after.starts_with(", "))).then_some(after)
        };
        let longest = draft.map.personas.iter().filter_map(|persona| Some((persona, begins(&persona.name)?)));
        match longest.max_by_key(|(persona, _)| persona.name.len()) {
            Some((persona, after)) => {
                found.push(persona.id);
                rest = after.trim_start_matches(", ");
            }
            None => rest = rest.split_once(", ").map_or("", |(_, after)| after),
        }
    }
    found
}

fn touchpoint(list: &Listed<'_>, row: usize, draft: &mut Draft<'_>) -> Touchpoint {
    let name = list.text(row, "list-column-channel").trim().to_owned();
    let words = list.words;
    let mut scores = std::collections::BTreeMap::new();
    let mut measured = std::collections::BTreeMap::new();
    let personas: Vec<(PersonaId, String)> =
        draft.map.personas.iter().map(|persona| (persona.id, persona.name.clone())).collect();
    for (id, persona) in personas {
        if let Some((found, believed)) = measured_of(list, row, &persona, draft) {
            measured.insert(id, found);
            scores.extend(believed.map(|score| (id, score)));
            continue;
        }
        let heading = crate::words!(words, "list-column-score-of", persona = persona.as_str());
        let cell = list.named(&heading).map_or("", |column| list.sheet.cell(row, column));
        if let Some(score) = number_in(cell).and_then(|score| Emotion::new(score).ok()) {
            scores.insert(id, score);
        }
    }
    Touchpoint {
        channel: (!name.is_empty()).then(|| channel(&name, words, draft)),
        state: TouchpointState::ALL
            .into_iter()
            .find(|state| touchpoint_state_word(*state, words) == list.text(row, "list-column-state"))
            .unwrap_or_default(),
        service: Service::ALL
            .into_iter()
            .find(|service| service_word(*service, words) == list.text(row, "list-column-service")),
        personalised: list.is_yes(row, "list-column-personalised"),
        repeats: list.is_yes(row, "list-column-repeats"),
        scores,
        measured,
        ..Touchpoint::default()
    }
}

/// What customers answered about a touchpoint, and what is believed beside it; none where that isn't said.
fn measured_of(
    list: &Listed<'_>,
    row: usize,
    persona: &str,
    draft: &mut Draft<'_>,
) -> Option<(Measured, Option<Emotion>)> {
    let words = list.words;
    let said = |heading: String| list.named(&heading).map_or("", |column| list.sheet.cell(row, column)).trim();
    let number = |heading: String| number_in(said(heading));
    let n = number(crate::words!(words, "list-column-n-of", persona = persona))?;
    let mean = number(crate::words!(words, "list-column-measured-of", persona = persona))?;
    let n = (1.0..=f64::from(u32::MAX)).contains(&n).then_some(n as u32)?;
    let mean = (-2.0..=2.0).contains(&mean).then_some(mean)?;
    let sd = number(crate::words!(words, "list-column-deviation-of", persona = persona));
    let sd = sd.filter(|sd| *sd >= 0.0 && n > 1);
    let believed = number(crate::words!(words, "list-column-believed-of", persona = persona));
    let believed = believed.and_then(|score| Emotion::new(score).ok());
    let bad = number(crate::words!(words, "list-column-bad-of", persona = persona));
    let bad = bad.filter(|bad| (0.0..=1.0).contains(bad));
    let evidence = said(crate::words!(words, "list-column-evidence-of", persona = persona));
    let evidence = (!evidence.is_empty()).then(|| entry(evidence, draft));
    Some((Measured { n, mean, sd, bad, effective: None, evidence }, believed))
}

fn metric(list: &Listed<'_>, row: usize) -> Metric {
    let unit = list.text(row, "list-column-unit");
    let known = [Unit::Number, Unit::Percent, Unit::Minutes, Unit::Seconds, Unit::Days, Unit::Points];
    let known = known.into_iter().find(|known| unit_word(known, list.words) == unit);
    Metric {
        unit: known.unwrap_or_else(|| if unit.is_empty() { Unit::Number } else { Unit::Other(unit.to_owned()) }),
        direction: match list.says(row, "list-column-direction", "list-direction-down") {
            true => Direction::Down,
            false => Direction::Up,
        },
        baseline: list.number(row, "list-column-baseline"),
        value: list.number(row, "list-column-value"),
        target: list.number(row, "list-column-target"),
    }
}

/// A metric of the whole map; whether the row is one.
fn of_whole_map(list: &Listed<'_>, row: usize, draft: &mut Draft<'_>) -> bool {
    let named = || NamedMetric { name: list.text(row, "list-column-metric").to_owned(), metric: metric(list, row) };
    if !list.text(row, "list-column-step").is_empty() {
        return false;
    }
    if list.says(row, "list-column-stage", "list-omtm") {
        draft.map.omtm = Some(named());
        return true;
    }
    let whole = list.says(row, "list-column-stage", "list-whole-map");
    if whole {
        draft.map.metrics.push(named());
    }
    whole
}

/// The pain points whose texts stand one below the other.
fn answers(texts: &str, draft: &Draft<'_>) -> Vec<CardId> {
    let pains: Vec<&std::sync::Arc<Card>> = draft
        .map
        .cards()
        .map(|(_, card)| card)
        .chain(&draft.map.tray)
        .filter(|card| matches!(card.content, Content::PainPoint(_)))
        .collect();
    let mut rest = texts;
    let mut found: Vec<CardId> = Vec::new();
    while !rest.is_empty() {
        let begins = |text: &str| {
            let after = rest.strip_prefix(text)?;
            (!text.is_empty() && (after.is_empty() || after.starts_with('\n'))).then_some(after)
        };
        let fits = pains.iter().filter(|card| !found.contains(&card.id));
        let longest = fits.filter_map(|card| Some((card, begins(&card.text)?))).max_by(|a, b| {
            // Of equals the first.
            a.0.text.len().cmp(&b.0.text.len()).then(std::cmp::Ordering::Greater)
        });
        match longest {
            Some((card, after)) => {
                found.push(card.id);
                rest = after.strip_prefix('\n').unwrap_or(after);
            }
            None => rest = rest.split_once('\n').map_or("", |(_, after)| after),
        }
    }
    found
}
