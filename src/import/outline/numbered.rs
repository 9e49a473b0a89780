//! Numbered lists of Markdown: the first level is stages, the second steps, what is listed below a step its cards.
//!
//! ```text
//! # Existing customer buys flowers        the title
//! ## Description
//! A customer who has an account           the scenario: what is neither heading nor list
//! 1. Landing page                         a stage
//!    1. Select flowers                    a step
//!       - Opens three shops               a card
//! ```
//!
//! Must not know windows or where the text came from.

use super::lines::{card_line, numbered, unbulleted};
use super::{Outline, StageLine, StepLine};
use crate::edit::clean_text;
use crate::import::{ImportError, MAX_BYTES};

/// What a text's numbered lists say; none where it has none of two levels.
///
/// # Errors
/// When there is more than a map can be worked with.
pub fn read(text: &str) -> Result<Option<Outline>, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: text.len() });
    }
    let text = clean_text(text);
    if text.lines().take(super::MOST_LINES + 1).count() > super::MOST_LINES {
        return Err(ImportError::TooManyLines { most: super::MOST_LINES });
    }
    let mut outline = Outline::default();
    let mut fenced = false;
    // How far the numbers of each level are indented.
    let mut open: Vec<usize> = Vec::new();
    let mut deep = false;
    for line in text.lines() {
        let bare = line.trim();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            fenced = !fenced;
        }
        if fenced || bare.is_empty() || bare.starts_with("```") || bare.starts_with("~~~") {
            continue;
        }
        if let Some(title) = bare.strip_prefix("# ") {
            if outline.title.is_empty() {
                title.trim().clone_into(&mut outline.title);
            }
            continue;
        }
        if bare.starts_with('#') {
            continue;
        }
        let indent =
            line.chars().take_while(|letter| letter.is_whitespace()).map(|sign| if sign == '\t' { 4 } else { 1 }).sum();
        match numbered(bare) {
            Some(name) => {
                while open.last().is_some_and(|known| *known > indent) {
                    open.pop();
                }
                if open.last() != Some(&indent) {
                    open.push(indent);
                }
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                match (open.len(), outline.stages.last_mut()) {
                    (1, _) => outline.stages.push(StageLine { name, ..StageLine::default() }),
                    (2, Some(stage)) => {
                        deep = true;
                        stage.steps.push(StepLine { name, ..StepLine::default() });
                    }
                    (_, stage) => card(stage, bare),
                }
            }
            None if outline.stages.is_empty() => {
                let plain = unbulleted(bare).trim_start_matches("> ");
                if !outline.scenario.is_empty() {
                    outline.scenario.push('\n');
                }
                outline.scenario.push_str(plain);
            }
            None if indent > open.first().copied().unwrap_or(0) => card(outline.stages.last_mut(), bare),
            None => {}
        }
    }
    Ok(deep.then_some(outline))
}

/// A card of the last step.
fn card(stage: Option<&mut StageLine>, line: &str) {
    let Some(stage) = stage else { return };
    if stage.steps.is_empty() {
        stage.steps.push(StepLine { name: stage.name.clone(), ..StepLine::default() });
    }
    if let Some(step) = stage.steps.last_mut() {
        step.cards.push(card_line(line));
    }
}
