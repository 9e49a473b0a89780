//! Trees of values: what differs between two, and three brought together.

use std::collections::{BTreeSet, HashSet};

use super::order;
use crate::model::check::Thing;
use crate::model::value::{Name, Value};
use crate::model::{Conflict, Disputed};

/// Fields that make sense only as a whole: figures of one survey, how it came in, rates with their source.
const WHOLE: [&str; 3] = ["measured", "loss_rates", "survey"];
/// Lists of words in which only counts what stands in them: two people who add different ones don't disagree.
const SETS: [&str; 1] = ["rules_off"];
/// Structures that are always there, even where they are left out because nothing in them was set. A structure that can be
/// missing (a risk, a logo) is not among them: half of one would be none.
const ALWAYS_THERE: [&str; 4] = ["look", "brand", "phases", "metric"];

/// A value that differs, at the end of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Leaf<'a> {
    pub(super) before: &'a Value,
    pub(super) after: &'a Value,
}

/// Calls `found` with every value that differs, and the path to it.
pub(super) fn leaves<'a>(
    path: &mut Vec<String>,
    before: &'a Value,
    after: &'a Value,
    found: &mut impl FnMut(&[String], Leaf<'a>),
) {
    if before == after {
        return;
    }
    let mut both = |path: &mut Vec<String>, name: &str, before: &'a Value, after: &'a Value| {
        path.push(name.to_owned());
        leaves(path, before, after, found);
        path.pop();
    };
    match shape(path, &[before, after]) {
        Shape::Fields => {
            for name in names(&[after, before]) {
                both(path, &name, before.field(&name), after.field(&name));
            }
        }
        Shape::Keyed => {
            let (old, new) = (keys(before), keys(after));
            if !order::moved(&old, &new).is_empty() {
                found(path, Leaf { before, after });
                return;
            }
            for key in new.iter().chain(old.iter().filter(|key| !new.contains(key))) {
                both(path, key, before.field(key), after.field(key));
            }
        }
        Shape::Choice => leaves(path, held(before), held(after), found),
        Shape::Leaf => found(path, Leaf { before, after }),
    }
}

/// How values of one place are gone through.
enum Shape {
    /// Name by name.
    Fields,
    /// Key by key.
    Keyed,
    /// The same choice: what it holds.
    Choice,
    /// As a whole.
    Leaf,
}

fn shape(path: &[String], values: &[&Value]) -> Shape {
    let name = path.last().map_or("", String::as_str);
    if WHOLE.contains(&name) {
        return Shape::Leaf;
    }
    let all = |fits: &dyn Fn(&Value) -> bool| values.iter().all(|value| fits(value));
    let may_miss = ALWAYS_THERE.contains(&name);
    let first_choice = values.iter().find_map(|value| match value {
        Value::Variant(name, _) => Some(name),
        _ => None,
    });
    if all(&|value| matches!(value, Value::Fields(_)) || may_miss && value.is_nothing()) {
        Shape::Fields
    } else if all(&|value| matches!(value, Value::Variant(name, _) if Some(name) == first_choice)) {
        Shape::Choice
    } else if values.iter().any(|value| matches!(value, Value::List(_) | Value::Table(_)))
        && all(&|value| value.keyed().is_some())
    {
        Shape::Keyed
    } else {
        Shape::Leaf
    }
}

/// The names of the fields of several structures, each once.
fn names(values: &[&Value]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut known: HashSet<Name> = HashSet::new();
    for value in values {
        if let Value::Fields(fields) = value {
            names.extend(fields.iter().map(|(name, _)| name).filter(|name| known.insert((*name).clone())).cloned());
        }
    }
    names
}

fn keys(value: &Value) -> Vec<&str> {
    value.keyed().unwrap_or_default().into_iter().map(|(key, _)| key).collect()
}

/// What a choice holds.
fn held(value: &Value) -> &Value {
    match value {
        Value::Variant(_, inner) => inner,
        other => other,
    }
}

/// The words that either side added, without those that either took out, in alphabetical order.
fn mixed_set(base: &Value, ours: &Value, theirs: &Value) -> Value {
    let words = |value: &Value| -> BTreeSet<String> {
        match value {
            Value::List(values) => values.iter().filter_map(|value| value.text().map(str::to_owned)).collect(),
            _ => BTreeSet::new(),
        }
    };
    let (was, our, their) = (words(base), words(ours), words(theirs));
    let kept = our.union(&their).filter(|word| !was.contains(*word) || our.contains(*word) && their.contains(*word));
    let kept: Vec<Value> = kept.cloned().map(Value::Text).collect();
    if kept.is_empty() { Value::Nothing } else { Value::List(kept) }
}

/// Brings together what two sides made of a thing's fields.
#[derive(Debug)]
pub(super) struct Mixer<'c> {
    /// Whose fields they are; none: the map's.
    pub(super) at: Option<Thing>,
    /// Where both changed the same.
    pub(super) conflicts: &'c mut Vec<Conflict>,
}

impl Mixer<'_> {
    /// The fields with the changes of both sides.
    pub(super) fn mix(&mut self, path: &mut Vec<String>, base: &Value, ours: &Value, theirs: &Value) -> Value {
        if ours == theirs || theirs == base {
            return ours.clone();
        }
        if ours == base {
            return theirs.clone();
        }
        if path.last().is_some_and(|name| SETS.contains(&name.as_str())) {
            return mixed_set(base, ours, theirs);
        }
        match shape(path, &[ours, theirs]) {
            Shape::Fields => {
                // What was something else, or nothing, has no fields to compare with.
                let fields = names(&[ours, theirs, base]).into_iter().filter_map(|name| {
                    path.push(name.clone().into_owned());
                    let value = self.mix(path, base.field(&name), ours.field(&name), theirs.field(&name));
                    path.pop();
                    (!value.is_nothing()).then_some((name, value))
                });
                Value::Fields(fields.collect())
            }
            Shape::Keyed if base.keyed().is_some() => self.mix_keyed(path, base, ours, theirs),
            Shape::Choice => match ours {
                Value::Variant(name, _) => {
                    let was = match base {
                        Value::Variant(was, inner) if was == name => inner,
                        _ => &Value::Nothing,
                    };
                    Value::Variant(name.clone(), Box::new(self.mix(path, was, held(ours), held(theirs))))
                }
                _ => ours.clone(),
            },
            Shape::Keyed | Shape::Leaf => {
                self.conflicts.push(Conflict {
                    at: self.at,
                    what: Disputed::Field(path.clone()),
                    base: base.clone(),
                    ours: ours.clone(),
                    theirs: theirs.clone(),
                });
                if ours.is_nothing() { theirs.clone() } else { ours.clone() }
            }
        }
    }

    fn mix_keyed(&mut self, path: &mut Vec<String>, base: &Value, ours: &Value, theirs: &Value) -> Value {
        let (was, our, their) = (keys(base), keys(ours), keys(theirs));
        let mut found: Vec<(&str, Value)> = Vec::new();
        for key in our.iter().chain(their.iter().filter(|key| !our.contains(key))) {
            path.push((*key).to_owned());
            let value = self.mix(path, base.field(key), ours.field(key), theirs.field(key));
            path.pop();
            if !value.is_nothing() {
                found.push((key, value));
            }
        }
        let order = order::merged(&was, &our, &their, |key| found.iter().any(|(known, _)| *known == key));
        let place = |key: &str| order.iter().position(|other| *other == key);
        found.sort_by_key(|(key, _)| place(key));
        let is_table = matches!(ours, Value::Table(_)) || matches!(theirs, Value::Table(_));
        if found.is_empty() {
            Value::Nothing
        } else if is_table {
            Value::Table(found.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
        } else {
            Value::List(found.into_iter().map(|(_, value)| value).collect())
        }
    }
}
