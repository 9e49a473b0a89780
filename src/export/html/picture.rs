//! The picture in the colours of the reader: one drawing, its colours as names that each theme fills in.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::export::svg::Inline;

/// What stands before each colour of an inline picture.
const BEFORE: &str = "=\"#";
/// Digits of a colour, with alpha.
const DIGITS: usize = 8;

/// A picture whose colours have names.
#[derive(Debug)]
pub(super) struct Named {
    /// The drawing, with `var(--c0)`, `var(--c1)`… for colours.
    pub(super) picture: String,
    /// What the names mean: on light and, where it differs, on dark ground.
    pub(super) light: String,
    /// The same on dark ground; none where there is one picture only.
    pub(super) dark: Option<String>,
}

/// Brings two pictures that differ in nothing but colours into one. Where they differ otherwise, or there is only one, the
/// first stands alone.
pub(super) fn named(light: &Inline, dark: Option<&Inline>) -> Named {
    if let Some(pairs) = dark.and_then(|dark| pairs(&light.picture, &dark.picture)) {
        return named_by(&light.picture, pairs, true);
    }
    let alone = parts(&light.picture).skip(1).map(|part| part.0).map(|color| (color, color)).collect();
    named_by(&light.picture, alone, false)
}

/// Each colour, and what follows it up to the next one; what is before the first one has none.
fn parts(picture: &str) -> impl Iterator<Item = (&str, &str)> {
    picture.split(BEFORE).enumerate().map(|(place, part)| {
        let digits = if place == 0 { 0 } else { DIGITS };
        part.split_at_checked(digits).unwrap_or(("", part))
    })
}

fn pairs<'a>(light: &'a str, dark: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut of_light, mut of_dark) = (parts(light), parts(dark));
    let mut pairs = Vec::new();
    loop {
        match (of_light.next(), of_dark.next()) {
            (Some(one), Some(other)) if one.1 == other.1 => pairs.push((one.0, other.0)),
            (None, None) => break,
            _ => return None,
        }
    }
    pairs.remove(0);
    Some(pairs)
}

fn named_by(picture: &str, pairs: Vec<(&str, &str)>, two: bool) -> Named {
    let mut names: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let (mut light, mut dark) = (String::new(), String::new());
    let mut out = String::with_capacity(picture.len());
    let mut parts = parts(picture);
    if let Some((_, start)) = parts.next() {
        out.push_str(start);
    }
    for (pair, (_, rest)) in pairs.into_iter().zip(parts) {
        let next = names.len();
        let name = *names.entry(pair).or_insert(next);
        // Writing to a string can't fail.
        if name == next {
            let _ = write!(light, "--c{name}:#{};", short(pair.0));
            if pair.0 != pair.1 {
                let _ = write!(dark, "--c{name}:#{};", short(pair.1));
            }
        }
        let _ = write!(out, "=\"var(--c{name})");
        out.push_str(rest);
    }
    Named { picture: out, light, dark: two.then_some(dark) }
}

/// Without alpha where there is none to speak of.
fn short(color: &str) -> &str {
    color.strip_suffix("ff").filter(|rest| rest.len() == 6).unwrap_or(color)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(picture: &str) -> Inline {
        Inline { style: String::new(), picture: picture.to_owned() }
    }

    #[test]
    fn colours_that_change_together_have_one_name() {
        let light = inline("<a fill=\"#ffffffff\"/><b fill=\"#00000080\" stroke=\"#ffffffff\"/>");
        let dark = inline("<a fill=\"#111111ff\"/><b fill=\"#00000080\" stroke=\"#111111ff\"/>");
        let both = named(&light, Some(&dark));
        assert_eq!(both.picture, "<a fill=\"var(--c0)\"/><b fill=\"var(--c1)\" stroke=\"var(--c0)\"/>");
        assert_eq!(both.light, "--c0:#ffffff;--c1:#00000080;");
        assert_eq!(both.dark.as_deref(), Some("--c0:#111111;"));
        let other = inline("<a fill=\"#111111ff\"/><c fill=\"#00000080\" stroke=\"#111111ff\"/>");
        let alone = named(&light, Some(&other));
        assert_eq!((alone.picture, alone.dark), (both.picture, None));
    }
}
