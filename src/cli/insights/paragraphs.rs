//! The sections of the figures that are not about one persona alone.

use std::collections::HashSet;

use jiff::civil::Date;

use super::table::{Table, starred};
use super::text::{section, step_name};
use crate::i18n::{Words, channel_name, lane_kind_word, opportunity_state_word, quantity};
use crate::insight::carry_over::{carry_over, switches as all_switches};
use crate::insight::evidence::{Coverage, Ground, stale};
use crate::insight::plot::Scale;
use crate::insight::time::Times;
use crate::insight::{load as loads, metrics as standing, opportunity, pain, time, touchpoints as touch};
use crate::layout::plots::say;
use crate::model::{Card, CardId, Content, JourneyMap};
use crate::words;

/// A figure, or nothing.
fn figure<T>(value: Option<T>, say: impl FnOnce(T) -> String) -> String {
    value.map(say).unwrap_or_default()
}

fn whole(words: &Words, count: usize) -> String {
    words.number(count as f64, 0)
}

fn card(map: &JourneyMap, id: CardId) -> Option<&Card> {
    map.card(id).map(|(_, card)| &**card)
}

pub(super) fn pains(words: &Words, map: &JourneyMap, out: &mut String) {
    let unanswered: HashSet<CardId> = pain::unanswered(map).into_iter().collect();
    let headings = [
        "#".to_owned(),
        words!(words, "insights-cli-pain"),
        words!(words, "insights-cli-priority"),
        words!(words, "insights-cli-severity"),
        words!(words, "insights-cli-share"),
        words!(words, "insights-cli-step"),
        String::new(),
    ];
    let mut table = Table::new(headings, [true, false, true, true, true, false, false]);
    for pain in pain::ranking(map) {
        let rank = figure(pain.rank, |rank| whole(words, rank));
        let text = figure(card(map, pain.card), |card| card.text.clone());
        let priority = match pain.priority {
            Some(priority) if pain.moment_of_truth => format!("{} ★", words.number(priority, 2)),
            Some(priority) => format!("{}  ", words.number(priority, 2)),
            None => "–  ".to_owned(),
        };
        let severity = figure(pain.severity, |severity| words.number(f64::from(severity), 0));
        let share = figure(pain.share, |share| format!("{}%", words.short_number(share * 100.0)));
        let open =
            if unanswered.contains(&pain.card) { words!(words, "insights-cli-unanswered") } else { String::new() };
        table.row([rank, text, priority, severity, share, step_name(words, map, pain.step), open]);
    }
    if !table.is_empty() {
        section(out, &words!(words, "insights-cli-pains"));
        out.push_str(&table.lines());
        out.push_str(&format!("  {}\n", words!(words, "insights-cli-pains-how")));
    }
}

pub(super) fn opportunities(words: &Words, map: &JourneyMap, out: &mut String) {
    let headings = [
        words!(words, "insights-cli-opportunity"),
        words!(words, "insights-cli-score"),
        words!(words, "insights-cli-importance"),
        words!(words, "insights-cli-impact"),
        words!(words, "insights-cli-effort"),
        words!(words, "insights-cli-state"),
        words!(words, "insights-cli-owner"),
        words!(words, "insights-cli-due"),
    ];
    let mut table = Table::new(headings, [false, true, true, true, true, false, false, false]);
    let mut scores = opportunity::scores(map);
    // The most worth it first; those without a score last, in map order.
    scores.sort_by(|(_, a), (_, b)| b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0)));
    for (id, score) in scores {
        let Some(card) = card(map, id) else { continue };
        let Content::Opportunity(idea) = &card.content else { continue };
        let grade = |grade: Option<crate::model::Grade>| figure(grade, |it| words.number(f64::from(it.value()), 0));
        table.row([
            card.text.clone(),
            figure(score, |score| words.number(score, 1)),
            figure(idea.importance, |it| words.number(f64::from(it.value()), 0)),
            grade(idea.impact),
            grade(idea.effort),
            opportunity_state_word(idea.state, words),
            card.owner.clone(),
            figure(idea.due, |due| words.date(due)),
        ]);
    }
    if !table.is_empty() {
        section(out, &words!(words, "insights-cli-opportunities"));
        out.push_str(&table.lines());
    }
}

pub(super) fn touchpoints(words: &Words, map: &JourneyMap, out: &mut String) {
    let stages = touch::by_stage(map);
    let any = |stage: &touch::StageTouchpoints| stage.in_use + stage.missing + stage.redundant > 0;
    if !stages.iter().any(|stage| any(stage) || stage.expected.is_some()) {
        return;
    }
    section(out, &words!(words, "insights-cli-touchpoints"));
    let headings = [
        words!(words, "insights-cli-stage"),
        words!(words, "insights-cli-in-use"),
        words!(words, "insights-cli-missing"),
        words!(words, "insights-cli-redundant"),
        words!(words, "insights-cli-analytics"),
        words!(words, "insights-cli-expected"),
        words!(words, "insights-cli-gap"),
    ];
    let mut table = Table::new(headings, [false, true, true, true, true, true, true]);
    for stage in stages {
        let name = map.stage(stage.stage).map(|stage| stage.name.clone()).unwrap_or_default();
        let of = |n: Option<u32>| figure(n, |n| words.number(f64::from(n), 0));
        let gap = figure(stage.gap(), |gap| words.signed(gap as f64, 0));
        let [in_use, missing, redundant] = [stage.in_use, stage.missing, stage.redundant].map(|n| whole(words, n));
        table.row([name, in_use, missing, redundant, of(stage.analytics), of(stage.expected), gap]);
    }
    out.push_str(&table.lines());
    let mobile = touch::mobile(map, None);
    if let Some(share) = mobile.share() {
        let (n, of) = (whole(words, mobile.mobile), whole(words, mobile.digital));
        out.push_str(&format!(
            "  {}",
            words!(words, "insights-cli-mobile", share = words.percent(share), n = n, of = of)
        ));
        if let Some(score) = mobile.support {
            let n = whole(words, mobile.supported);
            let score = words.signed(score, 2);
            out.push_str(&format!(" {}", words!(words, "insights-cli-mobile-support", score = score, n = n)));
        }
        out.push('\n');
    }
    let personal = touch::personalised(map, None);
    if let Some(share) = personal.share() {
        let (n, of) = (whole(words, personal.personalised), whole(words, personal.touchpoints));
        let share = words.percent(share);
        out.push_str(&format!("  {}\n", words!(words, "insights-cli-personalised", share = share, n = n, of = of)));
    }
}

pub(super) fn switches(words: &Words, map: &JourneyMap, out: &mut String) {
    let found = carry_over(map, None);
    let Some(share) = found.share() else { return };
    section(out, &words!(words, "insights-cli-switches"));
    let (n, of) = (whole(words, found.repeats), whole(words, found.switches));
    let share = words.percent(share);
    out.push_str(&format!("  {}\n", words!(words, "insights-cli-carry-over", share = share, n = n, of = of)));
    for switch in all_switches(map, None).into_iter().filter(|switch| switch.repeats) {
        let (from, to) = (channel_name(words, map, switch.from_channel), channel_name(words, map, switch.to_channel));
        let step = step_name(words, map, switch.step);
        out.push_str(&format!("  {}\n", words!(words, "insights-cli-repeat", from = from, to = to, step = step)));
    }
}

pub(super) fn times(words: &Words, map: &JourneyMap, out: &mut String) {
    let total = time::total(map, None);
    if total.total() == 0 {
        return;
    }
    section(out, &words!(words, "insights-cli-times"));
    let headings = [
        words!(words, "insights-cli-stage"),
        words!(words, "insights-cli-active"),
        words!(words, "insights-cli-waiting"),
        words!(words, "insights-cli-waiting-share"),
    ];
    let mut table = Table::new(headings, [false, true, true, true]);
    let mut row = |name: String, times: Times| {
        let share = figure(times.waiting_share(), |share| words.percent(share));
        let said = |minutes: u64| say::figure(minutes as f64, Scale::Minutes, words);
        table.row([name, said(times.active), said(times.waiting), share]);
    };
    for (stage, times) in time::by_stage(map, None) {
        row(map.stage(stage).map(|stage| stage.name.clone()).unwrap_or_default(), times);
    }
    row(words!(words, "insights-cli-whole"), total);
    out.push_str(&table.lines());
    if total.unknown > 0 {
        let n = whole(words, total.unknown);
        out.push_str(&format!("  {}\n", words!(words, "insights-cli-times-unknown", n = n)));
    }
}

pub(super) fn metrics(words: &Words, map: &JourneyMap, out: &mut String) {
    let headings = [
        words!(words, "insights-cli-metric"),
        words!(words, "insights-cli-baseline"),
        words!(words, "insights-cli-value"),
        words!(words, "insights-cli-target"),
        words!(words, "insights-cli-progress"),
        String::new(),
    ];
    let mut table = Table::new(headings, [false, true, true, true, true, false]);
    for one in standing::standings(map) {
        let of = |value: Option<f64>| figure(value, |value| quantity(words, &one.metric.unit, value));
        let met = match one.met {
            Some(true) => words!(words, "insights-cli-met"),
            Some(false) => words!(words, "insights-cli-not-met"),
            None => String::new(),
        };
        let name = if one.at == standing::MetricAt::Omtm { starred(&one.name) } else { one.name };
        let progress = figure(one.progress, |progress| words.percent(progress));
        table.row([name, of(one.metric.baseline), of(one.metric.value), of(one.metric.target), progress, met]);
    }
    if !table.is_empty() {
        section(out, &words!(words, "insights-cli-metrics"));
        out.push_str(&table.lines());
    }
}

pub(super) fn evidence(words: &Words, map: &JourneyMap, today: Date, out: &mut String) {
    section(out, &words!(words, "insights-cli-evidence"));
    let ground = Ground::new(map, Some(today));
    let headings = [
        words!(words, "insights-cli-of"),
        words!(words, "insights-cli-coverage"),
        words!(words, "insights-cli-supported"),
        words!(words, "insights-cli-stale"),
    ];
    let mut table = Table::new(headings, [false, true, true, true]);
    let mut row = |name: String, found: Coverage| {
        let share = figure(found.share(), |share| words.percent(share));
        let of = format!("{}/{}", whole(words, found.supported), whole(words, found.all));
        let stale = if found.stale > 0 { whole(words, found.stale) } else { String::new() };
        table.row([name, share, of, stale]);
    };
    for persona in &map.personas {
        let name = words!(words, "insights-cli-scores-of", name = persona.name.as_str());
        row(name, ground.of_persona(map, persona.id));
    }
    for (lane, found) in ground.by_lane(map) {
        let Some(lane) = map.lane(lane).filter(|lane| lane.kind.content().is_some()) else { continue };
        row(if lane.name.is_empty() { lane_kind_word(words, lane.kind) } else { lane.name.clone() }, found);
    }
    out.push_str(&table.lines());
    for stale in stale(map, today) {
        let named = map.evidence.iter().find(|evidence| evidence.id == stale.evidence);
        let name = named.map(|evidence| evidence.name.clone()).unwrap_or_default();
        let date = figure(named.and_then(|evidence| evidence.review_by), |date| words.date(date));
        let (scores, cards) = (whole(words, stale.scores.len()), whole(words, stale.cards));
        let said = words!(words, "insights-cli-stale-line", name = name, date = date, scores = scores, cards = cards);
        out.push_str(&format!("  {said}\n"));
    }
}

pub(super) fn load(words: &Words, map: &JourneyMap, out: &mut String) {
    let loads = loads::loads(map);
    // Where nobody answers for anything there is nothing to compare.
    if loads.iter().all(|load| load.owner.is_empty()) {
        return;
    }
    section(out, &words!(words, "insights-cli-load"));
    let headings = [
        words!(words, "insights-cli-owner"),
        words!(words, "insights-cli-together"),
        words!(words, "insights-cli-touchpoints"),
        words!(words, "insights-cli-pains-short"),
        words!(words, "insights-cli-open"),
    ];
    let mut table = Table::new(headings, [false, true, true, true, true]);
    for load in loads {
        let [total, points, pains, open] =
            [load.total(), load.touchpoints, load.pains, load.opportunities].map(|n| whole(words, n));
        let owner = if load.owner.is_empty() { words!(words, "insights-cli-nobody") } else { load.owner };
        table.row([owner, total, points, pains, open]);
    }
    out.push_str(&table.lines());
}

pub(super) fn facts(words: &Words, map: &JourneyMap, out: &mut String) {
    if map.facts.is_empty() {
        return;
    }
    section(out, &words!(words, "insights-cli-facts"));
    for fact in &map.facts {
        let year = fact.year.map(|year| year.to_string());
        let source = [Some(fact.source.clone()), year].into_iter().flatten().filter(|part| !part.is_empty());
        let source: Vec<String> = source.collect();
        let source = if source.is_empty() { String::new() } else { format!(" ({})", source.join(", ")) };
        out.push_str(&format!("  {}{source}\n", fact.text));
    }
}
