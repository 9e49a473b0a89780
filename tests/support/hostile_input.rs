//! What must hold for whatever comes from outside: one function for each kind of input. The fuzz targets call them with
//! millions of inputs, the tests with those in which something was found.

use std::sync::LazyLock;

use wayfelt::edit::fragment::{Pasted, paste, paste_rows};
use wayfelt::edit::{Cursor, apply, table};
use wayfelt::export::html_table::{CARRIED, Cell, html_table};
use wayfelt::export::outline::outline as outline_of;
use wayfelt::file::picture::{self, MOST_PIXELS, MOST_SIDE};
use wayfelt::file::{self, excerpt as excerpts};
use wayfelt::i18n::{Words, channel_by_name};
use wayfelt::import::{decode, file as foreign, html_table as tables, mermaid as diagrams, outline as outlines};
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::lint::advise;
use wayfelt::model::check::check;
use wayfelt::model::{IdSource, JourneyMap, LaneKind, TableShape};
use wayfelt::text::Typesetter;

/// A map with one of everything, which hostile things are put into.
static EVERY_KIND: LazyLock<JourneyMap> = LazyLock::new(|| {
    let read = file::read(include_bytes!("../goldens/every_kind.ron")).expect("the map of the fixtures");
    read.map
});

fn ids() -> IdSource {
    IdSource::seeded(7)
}

/// The same map from its text, which stays the same to the byte.
fn comes_back(map: &JourneyMap) -> JourneyMap {
    let text = file::write(map);
    let again = file::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}")).map;
    assert_eq!(file::write(&again), text);
    again
}

/// A map that an import made: valid, and the same after it was kept.
fn imported(map: &JourneyMap) {
    assert_eq!(check(map), []);
    comes_back(map);
}

/// Bytes that claim to be a map: a map that comes back from its text, or an error with a place in it.
pub fn ron_map(bytes: &[u8]) {
    match file::read(bytes) {
        Ok(opened) => {
            let again = comes_back(&opened.map);
            assert_eq!(check(&again).len(), opened.faults.len());
        }
        Err(error) => {
            let lines = bytes.iter().filter(|&&byte| byte == b'\n').count() + 1;
            assert!(error.place.line >= 1 && error.place.line <= lines, "{error} in {lines} lines");
            assert!(error.place.column >= 1 && error.place.column <= bytes.len() + 1, "{error}");
        }
    }
}

/// Bytes that are a valid map: a picture of it, of a size that somebody could look at, advice, and an outline.
pub fn ron_layout(bytes: &[u8]) {
    thread_local! {
        static FONTS: std::cell::RefCell<Typesetter> = std::cell::RefCell::new(Typesetter::new());
    }
    let Ok(opened) = file::read(bytes) else { return };
    if !opened.faults.is_empty() {
        return;
    }
    let map = opened.map;
    advise(&map, Some(jiff::civil::date(2026, 11, 22)));
    outline_stays(&map);
    let words = Words::new(map.language);
    for all in [false, true] {
        let options = Options { theme: map.look.theme, words: &words, all, images: &NoImages };
        let scene = FONTS.with_borrow_mut(|fonts| lay_out(&map, &options, fonts));
        // Each letter of a text may be a line of its own, and each column one of the widest.
        let most = 10_000.0 + 2_000.0 * bytes.len() as f64;
        for side in [scene.size.width, scene.size.height] {
            assert!(side > 0.0 && side < most, "{:?} of {} bytes", scene.size, bytes.len());
        }
    }
}

/// Text that may hold a Mermaid diagram: a valid map, or an error.
pub fn mermaid(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
    for nth in [None, Some(2)] {
        match diagrams::read(&text, &diagrams::Options { nth }, &mut ids()) {
            Ok(read) => {
                imported(&read.map);
                for warning in &read.warnings {
                    assert!((1..=lines).contains(&warning.at.line), "{warning:?} in {lines} lines");
                }
            }
            Err(error) => {
                if let Some(at) = error.at() {
                    assert!((1..=lines).contains(&at.line), "{error} at {at:?} in {lines} lines");
                }
            }
        }
    }
}

fn outline_stays(map: &JourneyMap) {
    let again = |map: &JourneyMap| {
        let text = outline_of(map);
        let next = outlines::build(&outlines::read(&text).expect("an outline is read"), "", &mut ids());
        assert_eq!(check(&next), [], "{text}");
        assert_eq!(next.steps().count(), map.steps().count(), "{text}");
        assert_eq!(next.stages.len(), map.stages.len(), "{text}");
        next
    };
    let once = again(map);
    assert_eq!(outline_of(&again(&once)), outline_of(&once));
}

/// Text that may be an outline: a valid map that can be said as an outline again, and an extension of another one.
pub fn outline(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    outlines::is_plainly(&text);
    let Ok(read) = outlines::read(&text) else { return };
    let map = outlines::build(&read, "Somebody", &mut ids());
    imported(&map);
    outline_stays(&map);
    if let Some(found) = outlines::extend(&EVERY_KIND, &read, "Somebody", &mut IdSource::seeded(8)) {
        let next = apply(&EVERY_KIND, &found.change.edit).expect("an extension fits its map");
        assert_eq!(check(&next), []);
    }
}

/// Where something may be pasted: one place of each kind.
fn places(map: &JourneyMap) -> Vec<Cursor> {
    let Some((stage, step)) = map.steps().nth(1) else { return Vec::new() };
    let mut places = vec![Cursor::Title, Cursor::Stage(stage.id), Cursor::Step(step.id)];
    places.extend(map.personas.first().map(|persona| Cursor::Persona(persona.id)));
    for lane in &map.lanes {
        let persona = map.personas.first().map(|persona| persona.id).filter(|_| lane.kind == LaneKind::Emotion);
        places.push(Cursor::Cell { lane: lane.id, step: step.id, persona });
    }
    places.extend(map.lanes.first().map(|lane| Cursor::Lane(lane.id)));
    places
}

/// A paste that was worked out leaves a valid map.
fn pasted(pasted: &Pasted) {
    let next = apply(&EVERY_KIND, &pasted.change.edit).expect("a paste fits its map");
    assert_eq!(check(&next), []);
    assert_eq!(pasted.change.selection.clone().within(&next), pasted.change.selection);
}

/// What a clipboard holds: plain text and, behind a NUL, the same as HTML. It is pasted at a place that the first byte says.
pub fn clipboard(bytes: &[u8]) {
    let Some((place, bytes)) = bytes.split_first() else { return };
    let Ok(text) = decode(bytes) else { return };
    let (plain, html) = text.split_once('\0').unwrap_or((&text, &text));
    let plain_rows = table::read(plain);
    let mut rows = plain_rows.clone();
    if let Some(table) = tables::read(html, CARRIED) {
        let width = table.rows[0].len();
        assert!(table.rows.iter().all(|row| row.len() == width));
        if let Some(carried) = &table.carried {
            excerpts::read(carried);
        }
        let cells: Vec<Vec<Cell<'_>>> =
            table.rows.iter().map(|row| row.iter().map(|text| Cell { text, figure: None }).collect()).collect();
        // Near the most that is read, what is written counts for more than what was read.
        if table.rows.len() * (width + 1) < 100_000 {
            let written = html_table(&cells, table.carried.as_deref());
            let again = tables::read(&written, CARRIED).expect("what is written is read");
            assert_eq!(again.carried, table.carried);
            assert_eq!((again.rows.len(), again.rows[0].len()), (table.rows.len(), width));
        }
        rows = tables::with_spaces_of(table.rows, &plain_rows);
    }
    let places = places(&EVERY_KIND);
    let cursor = places[usize::from(*place) % places.len()];
    if let Ok(found) = paste_rows(&EVERY_KIND, cursor, &rows, &channel_by_name, &mut IdSource::seeded(8)) {
        pasted(&found);
    }
}

/// An excerpt of a map as it lies on the clipboard, pasted at a place that the first byte says.
pub fn excerpt(bytes: &[u8]) {
    let Some((place, bytes)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(read) = excerpts::read(text) else { return };
    let written = excerpts::write(&read);
    let again = excerpts::read(&written).expect("an excerpt comes back");
    assert_eq!(excerpts::write(&again), written);
    let places = places(&EVERY_KIND);
    let cursor = places[usize::from(*place) % places.len()];
    let Ok(found) = paste(&EVERY_KIND, cursor, &read, &mut IdSource::seeded(8)) else { return };
    // What contradicts itself may be refused, and the map stays as it is.
    if apply(&EVERY_KIND, &found.change.edit).is_ok() {
        pasted(&found);
    }
}

/// Bytes that claim to be a picture: pixels as many as its head says, within bounds, or none.
pub fn image(bytes: &[u8]) {
    let Ok(head) = picture::head(bytes) else {
        assert!(picture::pixels(bytes).is_err());
        return;
    };
    assert!(head.width.max(head.height) <= MOST_SIDE);
    assert!(u64::from(head.width) * u64::from(head.height) <= MOST_PIXELS);
    if let Ok((kind, pixels)) = picture::pixels(bytes) {
        assert_eq!((kind, pixels.width(), pixels.height()), (head.kind, head.width, head.height));
    }
}

/// Bytes that claim to be a table: a valid map of it, one of ours or by a guess, that comes back from its file.
pub fn table(bytes: &[u8]) {
    let Ok(book) = foreign::book(bytes, &TableShape::default(), &|_| None) else { return };
    if let Some(incoming) = foreign::own_table(bytes, &book) {
        imported(&incoming.map);
    }
    imported(&foreign::table(bytes, &book, None, &Words::new(wayfelt::model::Language::En)).map);
}

/// Bytes that claim to be a package: a map, or an error.
pub fn package(bytes: &[u8]) {
    if let Ok(found) = file::package::Package::open(std::io::Cursor::new(bytes)) {
        comes_back(&found.opened.map);
    }
}
