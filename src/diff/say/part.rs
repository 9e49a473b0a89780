//! What the fields of a map are called. Must not know values.

use crate::i18n::{Words, phase_word, thing};
use crate::model::check::Thing;
use crate::model::{JourneyMap, Phase};
use crate::words;

/// Fields of which only what they hold says something.
const SILENT: [&str; 2] = ["content", "metric"];

/// What the value at the end of a path is called: `links › Card "Waiting" › words`.
pub(super) fn part(words: &Words, a: &JourneyMap, b: &JourneyMap, at: Option<Thing>, path: &[String]) -> String {
    let mut names = Vec::new();
    for (place, name) in path.iter().enumerate() {
        let is_last = place + 1 == path.len();
        if !is_last && (SILENT.contains(&name.as_str()) || name == "state") {
            continue;
        }
        let before = path.get(..place).unwrap_or_default();
        let said =
            label(words, at, before, name).or_else(|| mentioned(words, b, name)).or_else(|| mentioned(words, a, name));
        names.push(said.unwrap_or_else(|| name.clone()));
    }
    names.join(" › ")
}

/// The thing of a map that has this id.
pub(super) fn mentioned(words: &Words, map: &JourneyMap, id: &str) -> Option<String> {
    let things = [
        id.parse().ok().map(Thing::Card),
        id.parse().ok().map(Thing::Step),
        id.parse().ok().map(Thing::Persona),
        id.parse().ok().map(Thing::Evidence),
        id.parse().ok().map(Thing::Lane),
        id.parse().ok().map(Thing::Stage),
        id.parse().ok().map(Thing::Segment),
        id.parse().ok().map(Thing::Channel),
    ];
    things.into_iter().flatten().find(|thing| thing.is_in(map)).map(|found| thing(words, map, found))
}

/// The word for a field; none where it is a key that people gave.
pub(super) fn label(words: &Words, at: Option<Thing>, before: &[String], name: &str) -> Option<String> {
    let parent = before.last().map_or("", String::as_str);
    let of_look = before.first().is_some_and(|first| first == "look");
    Some(match name {
        "state" if at.is_none() => words!(words, "part-journey"),
        "state" if before.first().is_some_and(|first| first == "scores") => words!(words, "part-score-state"),
        "text" if parent == "brand" => words!(words, "part-words"),
        "text" if of_look => words!(words, "part-text-size"),
        "cards" if of_look => words!(words, "part-card-style"),
        "personas" if parent == "brand" => words!(words, "part-persona-colors"),
        "pre_purchase" => phase_word(words, Phase::PrePurchase),
        "purchase" => phase_word(words, Phase::Purchase),
        "post_purchase" => phase_word(words, Phase::PostPurchase),
        "value" if before.first().is_some_and(|first| first == "fields") => words!(words, "part-text"),
        "label" => words!(words, "part-label"),
        "title" => words!(words, "part-title"),
        "scenario" => words!(words, "part-scenario"),
        "language" => words!(words, "part-language"),
        "date" => words!(words, "part-date"),
        "business_model" => words!(words, "part-business-model"),
        "business_stage" => words!(words, "part-business-stage"),
        "omtm" => words!(words, "part-omtm"),
        "metrics" => words!(words, "part-metrics"),
        "metric" => words!(words, "part-metric"),
        "phases" => words!(words, "part-phases"),
        "look" => words!(words, "part-look"),
        "notes" => words!(words, "part-notes"),
        "facts" => words!(words, "part-facts"),
        "loss_rates" => words!(words, "part-loss-rates"),
        "replies" => words!(words, "part-replies"),
        "maps" => words!(words, "part-maps"),
        "rules_off" => words!(words, "part-rules-off"),
        "conflicts" => words!(words, "part-conflicts"),
        "theme" => words!(words, "part-theme"),
        "brand" => words!(words, "part-brand"),
        "logo" => words!(words, "part-logo"),
        "density" => words!(words, "part-density"),
        "accent" => words!(words, "part-accent"),
        "paper" => words!(words, "part-paper"),
        "pain" => words!(words, "part-pain"),
        "opportunity" => words!(words, "part-opportunity"),
        "name" => words!(words, "part-name"),
        "description" => words!(words, "part-description"),
        "roles" => words!(words, "part-roles"),
        "competitor" => words!(words, "part-competitor"),
        "goal" => words!(words, "part-goal"),
        "quote" => words!(words, "part-quote"),
        "segment" => words!(words, "part-segment"),
        "fields" => words!(words, "part-fields"),
        "color" => words!(words, "part-color"),
        "portrait" => words!(words, "part-portrait"),
        "size" => words!(words, "part-size"),
        "kind" => words!(words, "part-kind"),
        "mobile" => words!(words, "part-mobile"),
        "icon" => words!(words, "part-icon"),
        "source" => words!(words, "part-source"),
        "review_by" => words!(words, "part-review-by"),
        "n" => words!(words, "part-n"),
        "year" => words!(words, "part-year"),
        "file" => words!(words, "part-file"),
        "height" => words!(words, "part-height"),
        "collapsed" => words!(words, "part-collapsed"),
        "hidden" => words!(words, "part-hidden"),
        "locked" => words!(words, "part-locked"),
        "phase" => words!(words, "part-phase"),
        "expected_touchpoints" => words!(words, "part-expected-touchpoints"),
        "observed_touchpoints" => words!(words, "part-observed-touchpoints"),
        "moment_of_truth" => words!(words, "part-moment-of-truth"),
        "risk" => words!(words, "part-risk"),
        "worst_case" => words!(words, "part-worst-case"),
        "answer" => words!(words, "part-answer"),
        "active_minutes" => words!(words, "part-active-minutes"),
        "waiting_minutes" => words!(words, "part-waiting-minutes"),
        "branches" => words!(words, "part-branches"),
        "to" => words!(words, "part-to"),
        "width" => words!(words, "part-width"),
        "scores" => words!(words, "part-scores"),
        "believed" => words!(words, "part-believed"),
        "measured" => words!(words, "part-measured"),
        "effective" => words!(words, "part-effective"),
        "survey" => words!(words, "part-survey"),
        "validated" => words!(words, "part-validated"),
        "expected" => words!(words, "part-expected"),
        "mean" => words!(words, "part-mean"),
        "sd" => words!(words, "part-sd"),
        "bad" => words!(words, "part-bad"),
        "first" => words!(words, "part-first"),
        "second" => words!(words, "part-second"),
        "text" => words!(words, "part-text"),
        "until" => words!(words, "part-until"),
        "personas" => words!(words, "part-personas"),
        "owner" => words!(words, "part-owner"),
        "links" => words!(words, "part-links"),
        "evidence" => words!(words, "part-evidence"),
        "votes" => words!(words, "part-votes"),
        "content" => words!(words, "part-content"),
        "channel" => words!(words, "part-channel"),
        "state" => words!(words, "part-state"),
        "service" => words!(words, "part-service"),
        "personalised" => words!(words, "part-personalised"),
        "repeats" => words!(words, "part-repeats"),
        "said_first" => words!(words, "part-said-first"),
        "severity" => words!(words, "part-severity"),
        "share" => words!(words, "part-share"),
        "answers" => words!(words, "part-answers"),
        "impact" => words!(words, "part-impact"),
        "effort" => words!(words, "part-effort"),
        "importance" => words!(words, "part-importance"),
        "due" => words!(words, "part-due"),
        "unit" => words!(words, "part-unit"),
        "direction" => words!(words, "part-direction"),
        "baseline" => words!(words, "part-baseline"),
        "value" => words!(words, "part-value"),
        "target" => words!(words, "part-target"),
        "alternative" => words!(words, "part-alternative"),
        "lane" => words!(words, "part-lane"),
        "step" => words!(words, "part-step"),
        _ => return None,
    })
}
