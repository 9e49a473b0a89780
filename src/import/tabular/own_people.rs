//! Who makes the journey, as our own lists say it. Must not know other programs' tables.

use std::sync::Arc;

use super::draft::Draft;
use super::own::{Kind, Own};
use crate::i18n::{Words, role_word};
use crate::model::{Field, Persona, Role, Segment};

/// How many personas have no name, as the scores tell: one who says nothing of themselves is a blank row among personas.
fn nameless(own: &Own<'_>) -> usize {
    let Some(list) = own.list(Kind::Scores) else { return 0 };
    let mut steps: Vec<((&str, &str), usize)> = Vec::new();
    for row in list.rows() {
        let at = (list.text(row, "list-column-stage"), list.text(row, "list-column-step"));
        let count = usize::from(list.text(row, "list-column-persona").trim().is_empty());
        match steps.last_mut().filter(|(known, _)| *known == at) {
            Some((_, known)) => *known += count,
            None => steps.push((at, count)),
        }
    }
    steps.into_iter().map(|(_, count)| count).filter(|count| *count > 0).min().unwrap_or(0)
}

pub(super) fn personas(own: &Own<'_>, words: &Words, draft: &mut Draft<'_>) {
    let mut nameless = nameless(own);
    let Some(list) = own.list(Kind::Personas) else { return add_nameless(nameless, draft) };
    let mut before = list.sheet.number(0);
    for row in list.rows() {
        let number = list.sheet.number(row);
        let blank = usize::try_from(number.saturating_sub(before + 1)).unwrap_or(0).min(nameless);
        add_nameless(blank, draft);
        let is_nameless = list.text(row, "list-column-persona").trim().is_empty();
        nameless = nameless.saturating_sub(blank + usize::from(is_nameless));
        before = number;
        let text = |id: &str| list.text(row, id).to_owned();
        let mut persona = Persona::new(draft.ids.fresh(), text("list-column-persona"));
        persona.description = text("list-column-description");
        persona.goal = text("list-column-goal");
        persona.quote = text("list-column-quote");
        persona.notes = text("list-column-notes");
        let roles = text("list-column-roles");
        let roles: Vec<&str> = roles.split(',').map(str::trim).collect();
        let role = |word: &&str| Role::ALL.into_iter().find(|role| role_word(words, *role) == **word);
        persona.roles = roles.iter().filter_map(role).collect();
        let segment = text("list-column-segment");
        if !segment.is_empty() {
            let known = draft.map.segments.iter().find(|known| known.name == segment).map(|known| known.id);
            persona.segment = Some(known.unwrap_or_else(|| {
                let id = draft.ids.fresh();
                draft.map.segments.push(Segment { id, name: segment, size: None, fields: Vec::new() });
                id
            }));
        }
        for line in text("list-column-profile").lines() {
            match line.split_once(": ") {
                Some((name, value)) => {
                    persona.fields.push(Field { name: name.to_owned(), value: value.to_owned() });
                }
                // A value may go on.
                None => match persona.fields.last_mut() {
                    Some(last) => {
                        last.value.push('\n');
                        last.value.push_str(line);
                    }
                    None => {
                        persona.fields.push(Field { name: line.trim_end_matches(':').to_owned(), value: String::new() })
                    }
                },
            }
        }
        draft.map.personas.push(Arc::new(persona));
    }
    add_nameless(nameless, draft);
}

fn add_nameless(count: usize, draft: &mut Draft<'_>) {
    for _ in 0..count {
        let persona = Persona::new(draft.ids.fresh(), "");
        draft.map.personas.push(Arc::new(persona));
    }
}
