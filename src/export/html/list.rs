//! The map to read from top to bottom: who it is about, then stages, steps and cards. What is said of a thing stands here
//! and only here; the panel of details shows these places.

use std::collections::BTreeMap;

use super::Page;
use super::markup::Markup;
use crate::export::said;
use crate::i18n::{Words, card_name, lane_kind_word, phase_word};
use crate::insight::pain;
use crate::model::{Card, CardId, Content, JourneyMap, Lane, LaneKind, Stage, Step};
use crate::words;

/// What a lane is called.
pub(super) fn lane_name(words: &Words, lane: &Lane) -> String {
    if lane.name.trim().is_empty() { lane_kind_word(words, lane.kind) } else { lane.name.clone() }
}

/// A name, or the word for things without one.
pub(super) fn named(words: &Words, name: &str) -> String {
    if name.trim().is_empty() { words!(words, "map-unnamed") } else { name.to_owned() }
}

/// The list.
pub(super) fn list(page: &Page<'_>, lanes: &[&Lane]) -> Markup {
    let Page { map, whole, words, .. } = *page;
    let mut out = Markup::default();
    personas(&mut out, map, words);
    let ranks: BTreeMap<CardId, usize> =
        pain::ranking(whole).into_iter().filter_map(|pain| Some((pain.card, pain.rank?))).collect();
    let mut n = 0;
    for stage in &map.stages {
        out.tag("<section class=\"stage\"><h2>");
        out.text(&named(words, &stage.name));
        if let Some(phase) = phase(map, words, stage) {
            out.element(" <small>", &phase, "</small>");
        }
        out.tag("</h2>");
        if !stage.notes.trim().is_empty() {
            out.element("<p class=\"notes\">", stage.notes.trim(), "</p>");
        }
        for step in &stage.steps {
            n += 1;
            write_step(&mut out, map, words, (n, step), lanes, &ranks);
        }
        out.tag("</section>\n");
    }
    out
}

/// The name of a stage's phase.
pub(super) fn phase(map: &JourneyMap, words: &Words, stage: &Stage) -> Option<String> {
    stage.phase.map(|phase| match map.phases.get(phase) {
        "" => phase_word(words, phase),
        own => own.to_owned(),
    })
}

fn personas(out: &mut Markup, map: &JourneyMap, words: &Words) {
    if map.personas.is_empty() {
        return;
    }
    out.element("<section class=\"people\"><h2>", &words!(words, "list-personas"), "</h2><ul>");
    for (place, persona) in map.personas.iter().enumerate() {
        out.tag("<li");
        out.attribute("data-person", persona.id);
        let said = said::persona(words, persona);
        // The script folds it where there is little room.
        out.tag(if said.is_empty() { "><strong" } else { "><details open><summary><strong" });
        out.attribute("class", format_args!("dot p{place}"));
        out.element(">", &named(words, &persona.name), "</strong>");
        if !said.is_empty() {
            out.tag("</summary>");
        }
        for phrase in &said {
            out.element("<p>", phrase, "</p>");
        }
        out.tag(if said.is_empty() { "</li>" } else { "</details></li>" });
    }
    out.tag("</ul></section>\n");
}

fn write_step(
    out: &mut Markup,
    map: &JourneyMap,
    words: &Words,
    (n, step): (usize, &Step),
    lanes: &[&Lane],
    ranks: &BTreeMap<CardId, usize>,
) {
    out.tag("<section class=\"step\"");
    out.attribute("id", format_args!("step-{}", step.id));
    out.attribute("data-of", step.id);
    out.tag("><h3 tabindex=\"-1\">");
    out.text(&format!("{n}. {}", named(words, &step.name)));
    out.tag("</h3>");
    if step.moment_of_truth {
        out.element("<p class=\"moment\">", &words!(words, "markdown-moment"), "</p>");
    }
    if lanes.iter().any(|lane| lane.kind == LaneKind::Emotion) {
        scores(out, map, words, step);
    }
    phrases(out, &said::step(words, map, step));
    notes(out, words, &step.notes);
    let mut open = false;
    for lane in lanes {
        for card in step.cards.iter().filter(|card| card.lane == lane.id) {
            if !open {
                out.tag("<ul class=\"cards\">");
                open = true;
            }
            write_card(out, map, words, lane, card, ranks.get(&card.id).copied());
        }
    }
    out.tag(if open { "</ul></section>\n" } else { "</section>\n" });
}

fn scores(out: &mut Markup, map: &JourneyMap, words: &Words, step: &Step) {
    let mut open = false;
    for (place, persona) in map.personas.iter().enumerate() {
        let Some((value, known)) = said::score(words, &step.score(persona.id)) else { continue };
        out.tag(if open { "<li" } else { "<ul class=\"scores\"><li" });
        open = true;
        out.attribute("data-person", persona.id);
        out.tag("><span");
        out.attribute("class", format_args!("dot p{place}"));
        out.element(">", &named(words, &persona.name), "</span> ");
        out.element("<b>", &value, "</b>");
        if !known.is_empty() {
            out.element(" <span class=\"weak\">", &known.join(" · "), "</span>");
        }
        out.tag("</li>");
    }
    if open {
        out.tag("</ul>");
    }
}

fn write_card(out: &mut Markup, map: &JourneyMap, words: &Words, lane: &Lane, card: &Card, rank: Option<usize>) {
    out.tag("<li");
    out.attribute("id", format_args!("card-{}", card.id));
    out.attribute("data-of", card.id);
    out.attribute("data-in", lane.id);
    if !card.personas.is_empty() {
        let ids: Vec<String> = card.personas.iter().map(ToString::to_string).collect();
        out.attribute("data-for", ids.join(" "));
    }
    match card.content {
        Content::PainPoint(_) => out.attribute("class", "pain"),
        Content::Opportunity(_) => out.attribute("class", "idea"),
        Content::Text | Content::Touchpoint(_) | Content::Metric(_) | Content::Image(_) | Content::Process => {}
    }
    out.element("><span class=\"lane\">", &lane_name(words, lane), "</span>");
    out.element("<p>", &named(words, &card_name(words, map, card)), "</p>");
    phrases(out, &said::card(words, map, card, rank));
    notes(out, words, &card.notes);
    out.tag("</li>");
}

fn phrases(out: &mut Markup, phrases: &[String]) {
    if !phrases.is_empty() {
        out.element("<p class=\"weak\">", &phrases.join(" · "), "</p>");
    }
}

fn notes(out: &mut Markup, words: &Words, notes: &str) {
    if !notes.trim().is_empty() {
        out.element("<p class=\"notes\">", &words!(words, "map-notes", text = notes.trim()), "</p>");
    }
}
