//! What cards, steps and scores say besides their texts, in short phrases. Must not know markup.

use crate::i18n::{
    Words, card_name, channel_name, evidence_kind_word, opportunity_state_word, quantity, service_word,
    touchpoint_state_word,
};
use crate::insight::band;
use crate::model::{Card, Content, JourneyMap, Metric, Persona, Score, ScoreState, Step, TouchpointState};
use crate::words;

/// The fields of a card.
pub(super) fn card(words: &Words, map: &JourneyMap, card: &Card, rank: Option<usize>) -> Vec<String> {
    let mut said = Vec::new();
    match &card.content {
        Content::Text | Content::Process => {}
        Content::Touchpoint(own) => {
            let channel = own.channel.map(|channel| channel_name(words, map, channel));
            said.extend(channel.filter(|channel| *channel != card_name(words, map, card)));
            if own.state != TouchpointState::InUse {
                said.push(touchpoint_state_word(own.state, words));
            }
            said.extend(own.service.map(|service| service_word(service, words)));
            if own.personalised {
                said.push(words!(words, "map-personalised"));
            }
            if own.repeats {
                said.push(words!(words, "map-repeats-name"));
            }
            for persona in &map.personas {
                if let Some(score) = own.shown(persona.id) {
                    let value = words.signed(score, 2);
                    let said_of = words!(words, "map-score-name", persona = persona.name.as_str(), value = value);
                    said.push(match own.measured.get(&persona.id) {
                        Some(measured) => {
                            format!("{said_of} ({})", words!(words, "map-answers", n = measured.n))
                        }
                        None => said_of,
                    });
                }
            }
        }
        Content::PainPoint(own) => {
            let severity = own.severity.map(|grade| grade.value().to_string());
            said.extend(severity.map(|value| words!(words, "map-severity-of", value = value)));
            let share = own.share.map(|share| format!("{}%", words.number_up_to(share.value() * 100.0, 1)));
            said.extend(share.map(|share| words!(words, "map-share-affected", share = share)));
            said.extend(rank.map(|rank| words!(words, "map-rank", rank = rank.to_string())));
        }
        Content::Opportunity(own) => {
            let impact = own.impact.map(|grade| grade.value().to_string());
            said.extend(impact.map(|value| words!(words, "map-impact-of", value = value)));
            let effort = own.effort.map(|grade| grade.value().to_string());
            said.extend(effort.map(|value| words!(words, "map-effort-of", value = value)));
            said.push(opportunity_state_word(own.state, words));
            said.extend(own.due.map(|day| words!(words, "markdown-due", day = words.date(day))));
            for pain in own.answers.iter().filter_map(|id| map.card(*id)) {
                let text = card_name(words, map, pain.1);
                said.push(format!("{}: {text}", words!(words, "list-column-answers")));
            }
        }
        Content::Metric(own) => said.extend(metric(words, own)),
        Content::Image(own) => {
            said.extend(Some(own.alternative.clone()).filter(|_| !card.text.trim().is_empty()));
        }
    }
    if !card.owner.trim().is_empty() {
        said.push(words!(words, "map-owner", owner = card.owner.as_str()));
    }
    if !card.personas.is_empty() {
        let names: Vec<&str> =
            card.personas.iter().filter_map(|id| map.persona(*id)).map(|persona| persona.name.as_str()).collect();
        said.push(words!(words, "map-persona-only", names = names.join(", ")));
    }
    if let Some(step) = card.until.and_then(|id| map.step(id)) {
        said.push(words!(words, "map-until", place = step.name.as_str()));
    }
    if card.votes > 0 {
        said.push(words!(words, "map-votes", n = words.number(f64::from(card.votes), 0)));
    }
    for evidence in map.evidence.iter().filter(|evidence| card.evidence.contains(&evidence.id)) {
        let name =
            if evidence.name.is_empty() { evidence_kind_word(evidence.kind, words) } else { evidence.name.clone() };
        said.push(format!("{}: {name}", words!(words, "list-column-evidence")));
    }
    for (_, to) in card.links.iter().filter_map(|link| map.card(link.to)) {
        said.push(format!("→ {}", card_name(words, map, to)));
    }
    said.retain(|phrase| !phrase.is_empty());
    said
}

/// The figures of a metric.
pub(super) fn metric(words: &Words, metric: &Metric) -> Vec<String> {
    let figures = [
        (words!(words, "list-column-baseline"), metric.baseline),
        (words!(words, "list-column-value"), metric.value),
        (words!(words, "list-column-target"), metric.target),
    ];
    figures
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}: {}", quantity(words, &metric.unit, value?))))
        .collect()
}

/// How a persona feels: the figure, and what is known of it. None where nothing is known.
pub(super) fn score(words: &Words, score: &Score) -> Option<(String, Vec<String>)> {
    let mut said = Vec::new();
    let value = match (score.shown(), score.state) {
        (Some(value), _) => {
            said.push(match score.validated() {
                true => words!(words, "map-validated"),
                false => words!(words, "map-hypothesis"),
            });
            words.signed(value, 2)
        }
        (None, ScoreState::NotInvolved) => words!(words, "map-not-involved"),
        (None, _) if score.expected.is_some() => words!(words, "map-unknown"),
        (None, _) => return None,
    };
    if let Some(measured) = score.measured() {
        said.push(words!(words, "map-answers", n = measured.n));
        if let Some((low, high)) = band(measured) {
            said.push(format!("95%: {} … {}", words.signed(low, 2), words.signed(high, 2)));
        }
    }
    let expected = score.expected.map(|expected| words.signed(expected.value(), 2));
    said.extend(expected.map(|value| words!(words, "map-expected", value = value)));
    Some((value, said))
}

/// What a step says besides its cards and scores.
pub(super) fn step(words: &Words, map: &JourneyMap, step: &Step) -> Vec<String> {
    let mut said = Vec::new();
    let minutes = |minutes: u32| words!(words, "map-minutes", n = words.number(f64::from(minutes), 0));
    said.extend(step.active_minutes.map(|active| words!(words, "map-active", time = minutes(active))));
    said.extend(step.waiting_minutes.map(|waiting| words!(words, "map-waiting", time = minutes(waiting))));
    if let Some(risk) = &step.risk {
        said.push(format!("{}: {}", words!(words, "map-risk"), risk.worst_case));
        if !risk.answer.is_empty() {
            said.push(format!("{}: {}", words!(words, "list-column-answer"), risk.answer));
        }
    }
    for branch in &step.branches {
        let to = map.step(branch.to).map(|step| step.name.as_str()).unwrap_or_default();
        said.push(if branch.label.is_empty() { format!("→ {to}") } else { format!("→ {to}: {}", branch.label) });
    }
    said
}

/// Who a persona is.
pub(super) fn persona(words: &Words, persona: &Persona) -> Vec<String> {
    let mut said = vec![persona.description.trim().to_owned()];
    if !persona.goal.trim().is_empty() {
        said.push(words!(words, "markdown-goal", goal = persona.goal.trim()));
    }
    if !persona.quote.trim().is_empty() {
        said.push(format!("“{}”", persona.quote.trim()));
    }
    said.extend(persona.fields.iter().map(|field| format!("{}: {}", field.name, field.value)));
    said.retain(|phrase| !phrase.is_empty());
    said
}
