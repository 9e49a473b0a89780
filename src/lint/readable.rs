//! Rules of what can be read, seen and heard.

use super::{Advice, Remedy, Rule};
use crate::edit::{CardChange, Edit, MapChange, TextAt};
use crate::layout::theme::{Adjusted, BrandRole, branded};
use crate::model::check::Thing;
use crate::model::{Card, Content, Image, JourneyMap, Look, Rgb, Theme};
use crate::scene::Color;

/// Letters that a title may have: two lines of the title block.
const TITLE: usize = 120;
/// Letters that the name of a stage or step may have: what three lines of a column hold.
const HEADING: usize = 70;
/// Letters that a persona's name may have: what stands at the curve's end.
const PERSONA: usize = 24;
/// Letters that a card may have: about ten lines of a column; on A4 across they are still read.
const CARD: usize = 240;

pub(super) fn advise(map: &JourneyMap, found: &mut Vec<Advice>) {
    found.extend(long(None, &map.title, TITLE));
    for persona in &map.personas {
        found.extend(long(Some(Thing::Persona(persona.id)), &persona.name, PERSONA));
    }
    for stage in &map.stages {
        found.extend(long(Some(Thing::Stage(stage.id)), &stage.name, HEADING));
    }
    for (_, step) in map.steps() {
        found.extend(long(Some(Thing::Step(step.id)), &step.name, HEADING));
    }
    for (_, card) in map.cards() {
        if let Some(advice) = long(Some(Thing::Card(card.id)), &card.text, CARD) {
            found.push(advice.mended_by(shortened(card)));
        }
    }
    for (_, card) in map.cards() {
        found.extend(without_alternative(card));
    }
    found.extend(logo(map));
    found.extend(contrast(map));
}

fn long(at: Option<Thing>, text: &str, most: usize) -> Option<Advice> {
    let letters = text.chars().count();
    (letters > most).then_some(Advice { at, rule: Rule::TextTooLong { letters, most }, remedy: None })
}

/// The whole sentences that fit stay on the card, the rest goes to its notes. Where not one fits, the words that do stay, and the
/// notes have it whole.
fn shortened(card: &Card) -> Edit {
    let fits = card.text.char_indices().nth(CARD).map_or(card.text.len(), |(at, _)| at);
    let ends = card.text.char_indices().filter(|(at, letter)| {
        let end = at + letter.len_utf8();
        let closed = card.text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        matches!(letter, '.' | '!' | '?' | '…' | ';') && closed && end <= fits
    });
    let end = ends.map(|(at, letter)| at + letter.len_utf8()).next_back();
    let (kept, rest) = match end.and_then(|end| card.text.split_at_checked(end)) {
        Some((kept, rest)) => (kept.trim_end().to_owned(), rest),
        None => (format!("{}…", first_words(&card.text, CARD - 1)), card.text.as_str()),
    };
    let notes = [rest.trim(), card.notes.trim()].into_iter().filter(|part| !part.is_empty());
    let notes = notes.collect::<Vec<_>>().join("\n\n");
    Edit::All(vec![
        Edit::SetText { at: TextAt::CardText(card.id), text: kept },
        Edit::SetText { at: TextAt::CardNotes(card.id), text: notes },
    ])
}

/// The whole words that stand in the first letters of a text; those letters where one word alone is longer.
fn first_words(text: &str, letters: usize) -> &str {
    let end = text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or(text);
    let words = head.rfind(char::is_whitespace).and_then(|at| head.get(..at)).filter(|words| !words.trim().is_empty());
    words.unwrap_or(head).trim_end_matches(|letter: char| letter.is_whitespace() || letter == ',')
}

/// A picture that says nothing; what its card says is taken for it.
fn without_alternative(card: &Card) -> Option<Advice> {
    let Content::Image(image) = &card.content else { return None };
    if image.file.is_empty() || !image.alternative.trim().is_empty() {
        return None;
    }
    let advice = Advice::new(Thing::Card(card.id), Rule::MissingAlternative);
    let said = card.text.trim();
    if said.is_empty() {
        return Some(advice);
    }
    let image = Image { alternative: said.to_owned(), ..image.clone() };
    Some(advice.mended_by(Edit::SetCard(card.id, CardChange::Content(Content::Image(image)))))
}

/// A logo that says nothing; mostly it says the name of the one whose map it is, which only they know.
fn logo(map: &JourneyMap) -> Option<Advice> {
    let logo = map.look.logo.as_ref()?;
    let silent = !logo.file.is_empty() && logo.alternative.trim().is_empty();
    silent.then_some(Advice { at: None, rule: Rule::MissingAlternative, remedy: None })
}

/// Colours of the brand that had to be changed to be read; the remedy keeps what the picture shows.
fn contrast(map: &JourneyMap) -> Option<Advice> {
    if map.look.theme != Theme::Brand {
        return None;
    }
    let (_, adjusted) = branded(&map.look.brand);
    let mut look: Look = map.look.clone();
    for Adjusted { role, used, .. } in &adjusted {
        let used = Some(rgb(*used));
        match *role {
            BrandRole::Accent => look.brand.accent = used,
            BrandRole::Phase(0) => look.brand.pre_purchase = used,
            BrandRole::Phase(1) => look.brand.purchase = used,
            BrandRole::Phase(_) => look.brand.post_purchase = used,
            BrandRole::Persona(place) => {
                if let (Some(slot), Some(used)) = (look.brand.personas.get_mut(usize::from(place)), used) {
                    *slot = used;
                }
            }
            BrandRole::Pain => look.brand.pain = used,
            BrandRole::Opportunity => look.brand.opportunity = used,
            BrandRole::Paper => look.brand.paper = used,
            BrandRole::Text => look.brand.text = used,
        }
    }
    let remedy = Some(Remedy::Edit(Edit::SetMap(MapChange::Look(Box::new(look)))));
    (!adjusted.is_empty()).then_some(Advice { at: None, rule: Rule::Contrast { colors: adjusted.len() }, remedy })
}

const fn rgb(color: Color) -> Rgb {
    Rgb { r: color.r, g: color.g, b: color.b }
}
