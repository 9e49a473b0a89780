//! The map as a table, for whoever hears it or likes tables: stages and steps over the columns, lanes before the rows. Each
//! thing in it leads to what the list says of it.

use super::list::{lane_name, named, phase};
use super::markup::Markup;
use crate::export::said;
use crate::i18n::{Words, card_name};
use crate::model::{JourneyMap, Lane, LaneKind};
use crate::words;

/// The table.
pub(super) fn table(map: &JourneyMap, words: &Words, lanes: &[&Lane], title: &str) -> Markup {
    let mut out = Markup::default();
    out.element("<table><caption>", title, "</caption><thead>");
    out.element("<tr><th scope=\"row\">", &words!(words, "list-column-stage"), "</th>");
    for stage in &map.stages {
        out.tag("<th scope=\"colgroup\"");
        out.attribute("colspan", stage.steps.len().max(1));
        out.element(">", &named(words, &stage.name), "");
        if let Some(phase) = phase(map, words, stage) {
            out.element(" <small>", &phase, "</small>");
        }
        out.tag("</th>");
    }
    out.element("</tr><tr><th scope=\"row\">", &words!(words, "list-column-step"), "</th>");
    let mut n = 0;
    for stage in &map.stages {
        if stage.steps.is_empty() {
            out.tag("<td></td>");
        }
        for step in &stage.steps {
            n += 1;
            out.tag("<th scope=\"col\"><a");
            out.attribute("href", format_args!("#step-{}", step.id));
            out.tag(">");
            out.text(&format!("{n}. {}", named(words, &step.name)));
            out.tag("</a></th>");
        }
    }
    out.tag("</tr></thead><tbody>");
    for lane in lanes {
        match lane.kind {
            LaneKind::Emotion => emotion(&mut out, map, words, lane),
            kind if kind.content().is_some() => cards(&mut out, map, words, lane),
            _ => {}
        }
    }
    out.tag("</tbody></table>");
    out
}

fn emotion(out: &mut Markup, map: &JourneyMap, words: &Words, lane: &Lane) {
    for persona in &map.personas {
        let name = lane_name(words, lane);
        let name = words!(words, "grid-emotion-of", lane = name, persona = named(words, &persona.name));
        out.tag("<tr");
        out.attribute("data-in", lane.id);
        out.attribute("data-person", persona.id);
        out.element("><th scope=\"row\">", &name, "</th>");
        for stage in &map.stages {
            if stage.steps.is_empty() {
                out.tag("<td></td>");
            }
            for step in &stage.steps {
                let said = said::score(words, &step.score(persona.id));
                out.element("<td>", &said.map(|(value, _)| value).unwrap_or_default(), "</td>");
            }
        }
        out.tag("</tr>");
    }
}

fn cards(out: &mut Markup, map: &JourneyMap, words: &Words, lane: &Lane) {
    out.tag("<tr");
    out.attribute("data-in", lane.id);
    out.element("><th scope=\"row\">", &lane_name(words, lane), "</th>");
    for stage in &map.stages {
        if stage.steps.is_empty() {
            out.tag("<td></td>");
        }
        for step in &stage.steps {
            out.tag("<td>");
            for card in step.cards.iter().filter(|card| card.lane == lane.id) {
                out.tag("<a");
                out.attribute("href", format_args!("#card-{}", card.id));
                out.element(">", &named(words, &card_name(words, map, card)), "</a>");
            }
            out.tag("</td>");
        }
    }
    out.tag("</tr>");
}
