//! What personas are called in formats that know people by their names alone. Must not know formats.

use crate::i18n::{Words, same_name};
use crate::model::JourneyMap;
use crate::words;

/// Names in the order of the personas, as a format writes them: who has none is called a new persona in the map's language,
/// with a number from the second on, and so has who is called as somebody before.
pub fn names(map: &JourneyMap, name_of: impl Fn(&str) -> String) -> Vec<String> {
    let mut names: Vec<String> = map.personas.iter().map(|persona| name_of(&persona.name)).collect();
    let somebody = words!(Words::new(map.language), "window-new-persona");
    for place in 0..names.len() {
        if names[place].is_empty() {
            let free = |name: &String| names.iter().all(|known| !same_name(known, name));
            let numbered = (2..=names.len() + 1).map(|n| format!("{somebody} {n}"));
            let name = std::iter::once(somebody.clone()).chain(numbered).find(free);
            names[place] = name.unwrap_or_else(|| somebody.clone());
        }
    }
    // Who is called as somebody before them gets a number too: their feelings would be taken for those of the other.
    for place in 1..names.len() {
        let taken = |name: &str| names[..place].iter().any(|known| same_name(known, name));
        if taken(&names[place]) {
            let free = |name: &String| names.iter().all(|known| !same_name(known, name));
            let name = (2..=names.len() + 1).map(|n| format!("{} {n}", names[place])).find(free);
            names[place] = name.unwrap_or_else(|| names[place].clone());
        }
    }
    names
}
