//! The figures of a map as a tree for JSON. Its keys are promised to scripts: they may become more, never other ones.

use std::sync::Arc;

use jiff::civil::Date;

use crate::insight::carry_over::{CarryOver, carry_over, switches};
use crate::insight::evidence::{Coverage, Ground, stale};
use crate::insight::kept::kept;
use crate::insight::metrics::{MetricAt, standings};
use crate::insight::time::{self, Times};
use crate::insight::{band, channels, curve, expectation, load, opportunity, pain, replies, touchpoints};
use crate::model::value::{Name, Value};
use crate::model::{
    Card, CardId, Channel, Content, Direction, JourneyMap, MapState, OpportunityState, Persona, PersonaId, ScoreState,
    Step, Unit,
};

/// Fields in this order.
fn fields<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    Value::Fields(fields.into_iter().map(|(name, value)| (Name::Borrowed(name), value)).collect())
}

fn list<T>(items: impl IntoIterator<Item = T>, each: impl FnMut(T) -> Value) -> Value {
    Value::List(items.into_iter().map(each).collect())
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn id(id: impl std::fmt::Display) -> Value {
    Value::Text(id.to_string())
}

fn count(count: usize) -> Value {
    Value::Count(count as u64)
}

fn number(value: impl Into<Option<f64>>) -> Value {
    value.into().map_or(Value::Nothing, Value::Number)
}

fn maybe<T>(value: Option<T>, each: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Nothing, each)
}

/// What readers of the page answered: apart from what is believed and measured.
fn readers(map: &JourneyMap) -> Value {
    let of_step = |step: &Arc<Step>| {
        let score = replies::score(map, step.id);
        let comments = replies::to_step(map, step.id).len();
        (score.is_some() || comments > 0).then(|| {
            let ends = score.as_ref().and_then(band);
            fields([
                ("step", id(step.id)),
                ("n", count(score.as_ref().map_or(0, |score| score.n as usize))),
                ("mean", number(score.map(|score| score.mean))),
                ("low", number(ends.map(|ends| ends.0))),
                ("high", number(ends.map(|ends| ends.1))),
                ("comments", count(comments)),
            ])
        })
    };
    let of_card = |card: &Arc<Card>| {
        let (votes, comments) = (replies::votes(map, card.id), replies::to_card(map, card.id).len());
        let said = || fields([("card", id(card.id)), ("votes", count(votes)), ("comments", count(comments))]);
        (votes + comments > 0).then(said)
    };
    fields([
        ("n", count(map.replies.len())),
        ("steps", Value::List(map.steps().filter_map(|(_, step)| of_step(step)).collect())),
        ("cards", Value::List(map.cards().map(|(_, card)| card).chain(&map.tray).filter_map(of_card).collect())),
    ])
}

/// All figures.
pub(super) fn figures(map: &JourneyMap, today: Date) -> Value {
    let state = match map.state {
        MapState::AsIs => "as-is",
        MapState::ToBe => "to-be",
    };
    let ground = Ground::new(map, Some(today));
    let rates = &map.loss_rates;
    fields([
        ("title", text(&map.title)),
        ("state", text(state)),
        ("date", maybe(map.date, id)),
        ("as_of", id(today)),
        ("personas", list(&map.personas, |one| persona(map, &ground, one))),
        (
            "loss_rates",
            fields([("first", number(rates.first)), ("second", number(rates.second)), ("source", text(&rates.source))]),
        ),
        ("pain_points", pains(map)),
        (
            "pain_by_step",
            list(pain::by_step(map), |(step, sum)| fields([("step", id(step)), ("priority", number(sum))])),
        ),
        ("opportunities", opportunities(map)),
        (
            "touchpoints",
            list(touchpoints::by_stage(map), |stage| {
                fields([
                    ("stage", id(stage.stage)),
                    ("in_use", count(stage.in_use)),
                    ("missing", count(stage.missing)),
                    ("redundant", count(stage.redundant)),
                    ("analytics", maybe(stage.analytics, |n| Value::Count(n.into()))),
                    ("observed", Value::Whole(stage.observed())),
                    ("expected", maybe(stage.expected, |n| Value::Count(n.into()))),
                    ("gap", maybe(stage.gap(), Value::Whole)),
                ])
            }),
        ),
        ("carry_over", carried(carry_over(map, None))),
        (
            "switches",
            list(switches(map, None), |switch| {
                fields([
                    ("step", id(switch.step)),
                    ("from", id(switch.from)),
                    ("from_channel", channel(switch.from_channel)),
                    ("to", id(switch.to)),
                    ("to_channel", channel(switch.to_channel)),
                    ("repeats", Value::Flag(switch.repeats)),
                ])
            }),
        ),
        ("mobile", mobile(map, None)),
        ("personalised", personalised(map, None)),
        (
            "time",
            fields([
                ("total", times(time::total(map, None))),
                (
                    "stages",
                    list(time::by_stage(map, None), |(stage, of)| fields([("stage", id(stage)), ("time", times(of))])),
                ),
            ]),
        ),
        (
            "owners",
            list(load::loads(map), |load| {
                fields([
                    ("owner", maybe((!load.owner.is_empty()).then_some(&load.owner), text)),
                    ("touchpoints", count(load.touchpoints)),
                    ("pain_points", count(load.pains)),
                    ("open_opportunities", count(load.opportunities)),
                    ("total", count(load.total())),
                ])
            }),
        ),
        ("metrics", metrics(map)),
        ("replies", readers(map)),
        (
            "evidence",
            fields([
                (
                    "lanes",
                    list(ground.by_lane(map), |(lane, found)| {
                        fields([("lane", id(lane)), ("coverage", coverage(found))])
                    }),
                ),
                (
                    "stale",
                    list(stale(map, today), |stale| {
                        fields([
                            ("evidence", id(stale.evidence)),
                            ("days", Value::Whole(stale.days.into())),
                            ("cards", count(stale.cards)),
                            (
                                "scores",
                                list(stale.scores, |(step, persona)| {
                                    fields([("step", id(step)), ("persona", id(persona))])
                                }),
                            ),
                        ])
                    }),
                ),
            ]),
        ),
        (
            "facts",
            list(&map.facts, |fact| {
                let year = maybe(fact.year, |year| Value::Whole(year.into()));
                fields([("text", text(&fact.text)), ("year", year), ("source", text(&fact.source))])
            }),
        ),
    ])
}

fn persona(map: &JourneyMap, ground: &Ground<'_>, persona: &Persona) -> Value {
    let who = persona.id;
    let steps = map.steps().map(|(_, step)| step);
    let slump = maybe(curve::slump(map, who), |slump| {
        fields([
            ("first", id(slump.first)),
            ("last", id(slump.last)),
            ("steps", count(slump.steps)),
            ("lowest", number(slump.lowest)),
        ])
    });
    let peak_end = maybe(curve::peak_and_end(map, who), |found| {
        fields([
            ("score", number(found.score())),
            ("peak", fields([("step", id(found.peak)), ("score", number(found.peak_value))])),
            ("end", fields([("step", id(found.end)), ("score", number(found.end_value))])),
        ])
    });
    fields([
        ("id", id(who)),
        ("name", text(&persona.name)),
        ("curve", list(steps, |step| point(step, who))),
        ("peak_end", peak_end),
        ("valleys", list(curve::valleys(map, who), id)),
        ("slump", slump),
        ("mean_gap_to_expectation", number(expectation::mean_gap(map, who))),
        (
            "customers_kept",
            list(kept(map, who), |kept| {
                fields([
                    ("step", id(kept.step)),
                    ("low", number(kept.low)),
                    ("high", number(kept.high)),
                    ("at_most", Value::Flag(kept.at_most)),
                ])
            }),
        ),
        (
            "channels",
            list(channels::scores(map, who), |score| {
                fields([
                    ("channel", channel(score.channel)),
                    ("mean", number(score.mean)),
                    ("spread", number(score.spread)),
                    ("touchpoints", count(score.marks.len())),
                    ("own_scores", count(score.marks.iter().filter(|mark| mark.own).count())),
                ])
            }),
        ),
        ("channel_consistency", number(channels::consistency(map, who))),
        ("carry_over", carried(carry_over(map, Some(who)))),
        ("mobile", mobile(map, Some(who))),
        ("personalised", personalised(map, Some(who))),
        ("evidence", coverage(ground.of_persona(map, who))),
        ("time", times(time::total(map, Some(who)))),
    ])
}

/// A persona's score at a step.
fn point(step: &Step, persona: PersonaId) -> Value {
    let score = step.score(persona);
    let (state, believed, validated) = match score.state {
        ScoreState::Unknown => ("unknown", None, false),
        ScoreState::NotInvolved => ("not-involved", None, false),
        ScoreState::Scored { believed, validated, .. } => ("scored", believed, validated),
    };
    let measured = maybe(score.measured(), |measured| {
        let ends = band(measured);
        fields([
            ("n", Value::Count(measured.n.into())),
            ("mean", number(measured.mean)),
            ("sd", number(measured.sd)),
            ("low", number(ends.map(|ends| ends.0))),
            ("high", number(ends.map(|ends| ends.1))),
            ("bad", number(measured.bad)),
        ])
    });
    let expected = score.expected.map(crate::model::Emotion::value);
    fields([
        ("step", id(step.id)),
        ("name", text(&step.name)),
        ("state", text(state)),
        ("score", number(score.shown())),
        ("believed", number(believed.map(crate::model::Emotion::value))),
        ("measured", measured),
        ("validated", Value::Flag(validated)),
        ("expected", number(expected)),
        ("gap", number(score.shown().zip(expected).map(|(shown, expected)| shown - expected))),
        ("moment_of_truth", Value::Flag(step.moment_of_truth)),
    ])
}

fn pains(map: &JourneyMap) -> Value {
    let unanswered: std::collections::HashSet<CardId> = pain::unanswered(map).into_iter().collect();
    list(pain::ranking(map), |pain| {
        fields([
            ("card", id(pain.card)),
            ("text", maybe(map.card(pain.card), |(_, card)| text(&card.text))),
            ("step", id(pain.step)),
            ("severity", maybe(pain.severity, |grade| Value::Count(grade.into()))),
            ("share", number(pain.share)),
            ("moment_of_truth", Value::Flag(pain.moment_of_truth)),
            ("priority", number(pain.priority)),
            ("rank", maybe(pain.rank, count)),
            ("answered", Value::Flag(!unanswered.contains(&pain.card))),
        ])
    })
}

fn opportunities(map: &JourneyMap) -> Value {
    list(opportunity::scores(map), |(of, score)| {
        let card: Option<&Card> = map.card(of).map(|(_, card)| &**card);
        let idea = card.and_then(|card| match &card.content {
            Content::Opportunity(opportunity) => Some(opportunity),
            _ => None,
        });
        let state = idea.map(|idea| match idea.state {
            OpportunityState::Idea => "idea",
            OpportunityState::Planned => "planned",
            OpportunityState::InProgress => "in-progress",
            OpportunityState::Done => "done",
            OpportunityState::Rejected => "rejected",
        });
        let grade = |grade: Option<crate::model::Grade>| maybe(grade, |grade| Value::Count(grade.value().into()));
        fields([
            ("card", id(of)),
            ("text", maybe(card, |card| text(&card.text))),
            ("impact", grade(idea.and_then(|idea| idea.impact))),
            ("effort", grade(idea.and_then(|idea| idea.effort))),
            ("importance", maybe(idea.and_then(|idea| idea.importance), |it| Value::Count(it.value().into()))),
            ("score", number(score)),
            ("state", maybe(state, text)),
            ("owner", maybe(card.map(|card| card.owner.trim()).filter(|owner| !owner.is_empty()), text)),
            ("due", maybe(idea.and_then(|idea| idea.due), id)),
            ("answers", list(idea.map_or(&[][..], |idea| &idea.answers), id)),
        ])
    })
}

fn metrics(map: &JourneyMap) -> Value {
    list(standings(map), |standing| {
        let card = standing.card;
        let at = match standing.at {
            MetricAt::Omtm => "omtm",
            MetricAt::Map(_) => "map",
            MetricAt::Card(_) => "card",
        };
        let unit = match &standing.metric.unit {
            Unit::Number => "number",
            Unit::Percent => "percent",
            Unit::Minutes => "minutes",
            Unit::Seconds => "seconds",
            Unit::Days => "days",
            Unit::Points => "points",
            Unit::Other(name) => name,
        };
        let direction = match standing.metric.direction {
            Direction::Up => "up",
            Direction::Down => "down",
        };
        fields([
            ("of", text(at)),
            ("card", maybe(card, id)),
            ("name", text(&standing.name)),
            ("unit", text(unit)),
            ("direction", text(direction)),
            ("baseline", number(standing.metric.baseline)),
            ("value", number(standing.metric.value)),
            ("target", number(standing.metric.target)),
            ("progress", number(standing.progress)),
            ("met", maybe(standing.met, Value::Flag)),
        ])
    })
}

fn carried(found: CarryOver) -> Value {
    fields([("switches", count(found.switches)), ("repeats", count(found.repeats)), ("share", number(found.share()))])
}

fn mobile(map: &JourneyMap, whose: Option<PersonaId>) -> Value {
    let found = touchpoints::mobile(map, whose);
    fields([
        ("digital", count(found.digital)),
        ("mobile", count(found.mobile)),
        ("share", number(found.share())),
        ("support_score", number(found.support)),
        ("support_touchpoints", count(found.supported)),
    ])
}

fn personalised(map: &JourneyMap, whose: Option<PersonaId>) -> Value {
    let found = touchpoints::personalised(map, whose);
    fields([
        ("touchpoints", count(found.touchpoints)),
        ("personalised", count(found.personalised)),
        ("share", number(found.share())),
    ])
}

fn coverage(found: Coverage) -> Value {
    fields([
        ("all", count(found.all)),
        ("supported", count(found.supported)),
        ("stale", count(found.stale)),
        ("share", number(found.share())),
    ])
}

fn times(times: Times) -> Value {
    fields([
        ("active_minutes", Value::Count(times.active)),
        ("waiting_minutes", Value::Count(times.waiting)),
        ("waiting_share", number(times.waiting_share())),
        ("steps", count(times.steps)),
        ("steps_without_time", count(times.unknown)),
    ])
}

/// A channel's key in the catalogue, or its id.
fn channel(channel: Channel) -> Value {
    match channel {
        Channel::Own(own) => id(own),
        known => maybe(known.word(), text),
    }
}
