//! Maps on paper: where they are cut, what every sheet repeats, and that the sheets put together are the picture.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use image::RgbImage;
use wayfelt::export::pdf::{PdfOptions, pdf, pdf_on};
use wayfelt::i18n::Words;
use wayfelt::layout::paper::{Orientation, Page, Paper};
use wayfelt::layout::sheets::{Look, MARGIN, MOST_SHEETS, NoSheets, Sheets, sheet_name, sheets};
use wayfelt::layout::theme::palette;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{JourneyMap, LaneKind, Theme};
use wayfelt::scene::kurbo::{Point, Rect};
use wayfelt::scene::{Item, Scene, Target, card_rects};
use wayfelt::text::Typesetter;

const MILLIMETRE: f64 = 96.0 / 25.4;

fn picture(map: &JourneyMap) -> Scene {
    let words = Words::new(map.language);
    lay_out(map, &Options { theme: Theme::Light, words: &words, all: true, images: &NoImages }, &mut Typesetter::new())
}

fn on_paper(scene: &Scene, page: &Page) -> Result<Sheets, NoSheets> {
    let look = Look { palette: palette(Theme::Light), words: &Words::new(scene.language) };
    sheets(scene, Some(page), &look, &mut Typesetter::new())
}

fn tiled(paper: Paper, orientation: Option<Orientation>, scale: f64) -> Page {
    Page { paper, orientation, tiled: Some(scale) }
}

/// A map of 40 steps in which every fifth step's first card covers the next step, too.
fn forty() -> JourneyMap {
    let mut map = crate::generate::wide(40, 9);
    let steps: Vec<_> = map.steps().map(|(_, step)| step.id).collect();
    for two in steps.windows(2).skip(2).step_by(5) {
        let step = crate::maps::step_mut(&mut map, two[0]);
        Arc::make_mut(step.cards.first_mut().unwrap()).until = Some(two[1]);
    }
    map
}

fn cards(scene: &Scene) -> Vec<Rect> {
    card_rects(scene, |_| true).map(|(_, rect)| rect).collect()
}

/// What of the picture is shown for the first time, over all sheets.
fn firsts(sheets: &Sheets) -> Vec<Rect> {
    let parts = sheets.sheets.iter().flat_map(|sheet| &sheet.parts);
    parts.filter(|part| !part.again).map(|part| part.source).collect()
}

fn assert_whole(name: &str, scene: &Scene, sheets: &Sheets) {
    let firsts = firsts(sheets);
    for (index, a) in firsts.iter().enumerate() {
        for b in &firsts[index + 1..] {
            assert!(a.intersect(*b).area() < 1e-6, "{name}: {a:?} and {b:?} are shown for the first time twice");
        }
    }
    let shown: f64 = firsts.iter().map(|rect| rect.area()).sum();
    assert!((shown - scene.size.area()).abs() < 1.0, "{name}: {shown} of {} is shown", scene.size.area());
    let margin = MARGIN * MILLIMETRE / sheets.scale - 0.01;
    let inside = Rect::from_origin_size((0.0, 0.0), sheets.size).inset(-margin);
    for sheet in &sheets.sheets {
        for part in &sheet.parts {
            let rect = part.rect();
            assert!(rect.union(inside) == inside, "{name}: {rect:?} is in the margin of {inside:?}");
        }
    }
}

#[test]
fn every_part_of_a_map_is_on_one_sheet_and_no_card_is_cut() {
    let mut pictures = vec![
        ("forty".to_owned(), picture(&forty())),
        ("every kind".to_owned(), picture(&crate::every_kind::map())),
        ("empty".to_owned(), picture(&JourneyMap::default())),
        ("no lanes".to_owned(), picture(&JourneyMap { lanes: Vec::new(), ..forty() })),
    ];
    pictures.extend(crate::sample_maps::samples().into_iter().map(|(name, map)| (name.to_owned(), picture(&map))));
    for (name, scene) in pictures {
        for paper in [Paper::A4, Paper::A3, Paper::Letter] {
            for orientation in [None, Some(Orientation::Portrait), Some(Orientation::Landscape)] {
                for scale in [0.5, 0.75, 1.0] {
                    let Ok(sheets) = on_paper(&scene, &tiled(paper, orientation, scale)) else {
                        assert!(scale > 0.7, "{name}: {paper:?} is large enough at {scale}");
                        continue;
                    };
                    let name = format!("{name} on {paper:?} {orientation:?} at {scale}");
                    assert_whole(&name, &scene, &sheets);
                    let firsts = firsts(&sheets);
                    for card in cards(&scene) {
                        let whole = firsts.iter().any(|part| part.union(card) == *part);
                        let room = sheets.size.height - 2.0 * MARGIN * MILLIMETRE / sheets.scale;
                        assert!(whole || card.height() > room - scene.header.rect.height(), "{name}: {card:?} is cut");
                    }
                    assert_eq!(sheets.cut_cards, 0, "{name}");
                }
            }
        }
    }
}

#[test]
fn headings_and_names_stand_on_every_sheet() {
    let scene = picture(&forty());
    let sheets = on_paper(&scene, &tiled(Paper::A4, Some(Orientation::Landscape), 0.75)).unwrap();
    assert!(sheets.columns > 4 && sheets.rows > 1, "{} × {}", sheets.columns, sheets.rows);
    for sheet in &sheets.sheets {
        for card in cards(&scene) {
            let Some(cells) = sheet.parts.iter().find(|part| part.source.union(card) == part.source) else { continue };
            let shown = |place: Point| {
                sheet.parts.iter().find(|part| part.source.contains(place)).map(|part| place + part.by())
            };
            let here = card.center() + cells.by();
            let head = shown(Point::new(card.center().x, scene.header.rect.y1 - 1.0)).expect("its step is named");
            let name = shown(Point::new(40.0, card.center().y)).expect("its lane is named");
            assert!((head.x - here.x).abs() < 1e-6 && head.y < here.y, "above it");
            assert!((name.y - here.y).abs() < 1e-6 && name.x < here.x, "before it");
        }
        let marks = texts(&sheet.marks);
        let here = sheet_name(sheet.row, sheet.column);
        let last = sheet_name(sheets.rows - 1, sheets.columns - 1);
        assert!(marks.contains(&format!("Tờ {here}/{last}")), "{marks:?}");
    }
    // A stage that began on the sheet before is named again.
    let names: Vec<String> = scene
        .header
        .groups()
        .filter(|group| matches!(group.target, Some(Target::Stage(_))))
        .map(|group| format!("… {}", group.name))
        .collect();
    let again = sheets.sheets.iter().flat_map(|sheet| texts(&sheet.marks)).filter(|text| names.contains(text)).count();
    assert!(again >= sheets.rows, "{again}");
}

#[test]
fn no_word_of_a_title_longer_than_a_sheet_is_cut() {
    let mut map = crate::maps::grid(2);
    map.title = "A long title of words ".repeat(30);
    map.scenario = "somebody who has a scenario to tell, ".repeat(30);
    let scene = picture(&map);
    let sheets = on_paper(&scene, &tiled(Paper::A4, Some(Orientation::Portrait), 1.0)).unwrap();
    let firsts = firsts(&sheets);
    let mut words = 0;
    for item in &scene.title_block.items {
        item.walk(&mut |item| {
            let Item::Text(text) = item else { return };
            for glyph in text.line.runs.iter().flat_map(|run| &run.glyphs) {
                let (left, right) = (text.origin.x + glyph.x + 0.6, text.origin.x + glyph.x + glyph.advance - 0.6);
                let middle = Rect::new(left, text.origin.y - 4.0, right.max(left), text.origin.y);
                words += 1;
                assert!(firsts.iter().any(|part| part.union(middle) == *part), "{} is cut", text.line.text);
            }
        });
    }
    assert!(sheets.columns > 1 && words > 500, "{words} letters on {} columns", sheets.columns);
}

#[test]
fn a_card_that_goes_on_says_its_words_again() {
    let mut map = crate::maps::grid(12);
    crate::maps::put_plain(&mut map, 1, 7, LaneKind::Actions);
    let card = crate::maps::card_mut(&mut map, crate::maps::id(7));
    (card.until, card.text) = (Some(crate::maps::id(12)), "Waits for the parcel".to_owned());
    let scene = picture(&map);
    let sheets = on_paper(&scene, &tiled(Paper::A4, Some(Orientation::Portrait), 1.0)).unwrap();
    let card = cards(&scene)[0];
    let (mut first, mut again) = (0, 0);
    for sheet in &sheets.sheets {
        let shown = sheet.parts.iter().any(|part| card.intersect(part.source).area() > 400.0);
        let is_first = sheet.parts.iter().any(|part| part.source.contains(Point::new(card.x0 + 1.0, card.center().y)));
        let said = texts(&sheet.marks).iter().any(|text| text == "… Waits for the parcel");
        assert_eq!(said, shown && !is_first, "{:?}", (sheet.row, sheet.column));
        first += usize::from(is_first);
        again += usize::from(said);
    }
    assert!(first == 1 && again >= 2, "{first} {again}");
}

fn texts(items: &[Item]) -> Vec<String> {
    let mut texts = Vec::new();
    for item in items {
        item.walk(&mut |item| {
            if let Item::Text(text) = item {
                texts.push(text.line.text.clone());
            }
        });
    }
    texts
}

#[test]
fn sheets_have_names_like_cells() {
    let names = [(0, 0), (1, 1), (25, 9), (26, 0), (27, 0), (701, 0), (702, 2)];
    let names = names.map(|(row, column)| sheet_name(row, column));
    assert_eq!(names, ["A1", "B2", "Z10", "AA1", "AB1", "ZZ1", "AAA3"]);
}

#[test]
fn paper_has_its_size_in_millimetres() {
    let scene = picture(&crate::every_kind::map());
    for paper in Paper::ALL {
        let (short, long) = paper.millimetres();
        for (orientation, size) in [(Orientation::Portrait, (short, long)), (Orientation::Landscape, (long, short))] {
            for page in [
                Page { paper, orientation: Some(orientation), tiled: None },
                Page { paper, orientation: Some(orientation), tiled: Some(0.4) },
            ] {
                let sheets = on_paper(&scene, &page).unwrap();
                let (width, height) = sheets.millimetres();
                assert!(
                    (width - size.0).abs() < 1e-6 && (height - size.1).abs() < 1e-6,
                    "{page:?}: {width} × {height}"
                );
                assert_whole(&format!("{page:?}"), &scene, &sheets);
            }
        }
    }
    // Whichever way up suits: most maps are wide.
    let (width, height) = on_paper(&scene, &Page::fit(Paper::A3)).unwrap().millimetres();
    assert_eq!((width > height), (scene.size.width > scene.size.height));
}

#[test]
fn what_is_larger_than_a_sheet_is_cut_and_counted() {
    let mut map = crate::maps::grid(12);
    crate::maps::put_plain(&mut map, 1, 1, LaneKind::Actions);
    crate::maps::card_mut(&mut map, crate::maps::id(1)).until = Some(crate::maps::id(12));
    for card in 2..80 {
        crate::maps::put_plain(&mut map, 3, card, LaneKind::Quotes);
    }
    crate::maps::put_plain(&mut map, 5, 90, LaneKind::Thoughts);
    crate::maps::card_mut(&mut map, crate::maps::id(90)).text = "một câu rất dài ".repeat(400);
    let scene = picture(&map);
    let sheets = on_paper(&scene, &tiled(Paper::A4, Some(Orientation::Landscape), 1.0)).unwrap();
    assert_whole("large", &scene, &sheets);
    assert_eq!(sheets.cut_cards, 2, "the one over all steps and the one of many words");
    // The lane of many cards is cut between them, and the long text between its lines.
    let firsts = firsts(&sheets);
    let whole = |rect: Rect| firsts.iter().any(|part| part.union(rect) == *part);
    assert_eq!(cards(&scene).into_iter().filter(|card| !whole(*card)).count(), 2);
    let mut cut = 0;
    scene.walk(&mut |item| {
        if let Item::Text(text) = item
            && text.line.text.contains("một câu")
            && !whole(item.bounds().inset(-0.6))
        {
            cut += 1;
        }
    });
    assert_eq!(cut, 0, "lines of text that are cut");
}

#[test]
fn whichever_way_up_suits_cuts_the_least() {
    let mut better = 0;
    for (name, map) in crate::sample_maps::samples() {
        let scene = picture(&map);
        for scale in [0.5, 0.75, 1.0, 1.25] {
            let harm = |orientation| {
                let sheets = on_paper(&scene, &tiled(Paper::A4, orientation, scale)).ok()?;
                Some((sheets.cut_cards + sheets.cut_faces, sheets.cut_lanes, sheets.sheets.len()))
            };
            let ways = Orientation::ALL.map(|way| harm(Some(way)));
            assert_eq!(harm(None), ways.into_iter().flatten().min(), "{name} at {scale}: {ways:?}");
            // Fewer sheets would be had for a lane that is cut.
            if let [Some(portrait), Some(landscape)] = ways {
                let more_whole = (portrait.0, portrait.1).cmp(&(landscape.0, landscape.1));
                better += usize::from(more_whole.is_ne() && more_whole == landscape.2.cmp(&portrait.2));
            }
        }
    }
    assert!(better > 0, "no sample makes a difference");
    let scene = picture(&forty());
    let sheets = on_paper(&scene, &tiled(Paper::A4, None, 0.5)).unwrap();
    assert_eq!(sheets.orientation() == Orientation::Landscape, sheets.size.width > sheets.size.height);
}

#[test]
fn a_persona_and_a_word_of_the_legend_are_whole_on_a_sheet() {
    for (name, map) in crate::sample_maps::samples() {
        let scene = picture(&map);
        for orientation in Orientation::ALL {
            for scale in [0.5, 0.75, 1.0] {
                let Ok(sheets) = on_paper(&scene, &tiled(Paper::A4, Some(orientation), scale)) else { continue };
                let firsts = firsts(&sheets);
                let whole = |rect: Rect| firsts.iter().any(|part| part.union(rect) == *part);
                for group in scene.title_block.groups() {
                    let ink = group.items().map(|item| item.bounds()).reduce(|one, other| one.union(other));
                    let Some(ink) = ink.filter(|_| matches!(group.target, Some(Target::Persona(_)))) else { continue };
                    assert!(whole(ink.inset(-0.6)), "{name} {orientation:?} at {scale}: {} is cut", group.name);
                }
                // The legend stands on the sheets once, not below every sheet's names of lanes.
                let again = sheets.sheets.iter().flat_map(|sheet| &sheet.parts).filter(|part| part.again);
                let below = scene.footer.rect.y0 + 1.0;
                assert!(again.into_iter().all(|part| part.source.y1 < below), "{name}: the legend is repeated");
            }
        }
    }
}

#[test]
fn sheets_that_are_too_small_say_which_size_is_possible() {
    let scene = picture(&forty());
    let page = tiled(Paper::A4, Some(Orientation::Portrait), 6.0);
    let Err(NoSheets::TooSmall { greatest }) = on_paper(&scene, &page) else { panic!("A4 at six times the size") };
    assert!(greatest > 0.5 && greatest < 6.0, "{greatest}");
    assert!(on_paper(&scene, &Page { tiled: Some(greatest), ..page }).is_ok());
    assert!(on_paper(&scene, &Page { tiled: Some(greatest + 0.02), ..page }).is_err());
    for scale in [0.0, -1.0, f64::NAN] {
        assert!(on_paper(&scene, &Page { tiled: Some(scale), ..page }).is_err());
    }
}

#[allow(clippy::print_stderr, reason = "a test that is left out says so")]
fn run(program: &str, arguments: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(program).args(arguments).output() else {
        eprintln!("skipped: {program} isn't installed");
        return None;
    };
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The pages of a PDF as pixels, by poppler.
fn pages(folder: &Path, name: &str, file: &[u8], dots: f64) -> Option<Vec<RgbImage>> {
    let path = folder.join(name);
    std::fs::write(&path, file).unwrap();
    let root = folder.join(format!("{name}-page"));
    run("pdftoppm", &["-png", "-r", &dots.to_string(), path.to_str()?, root.to_str()?])?;
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&format!("{name}-page")))
        .collect();
    pages.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
    Some(pages.iter().map(|path| image::open(path).unwrap().into_rgb8()).collect())
}

/// Mean of the channels of a block of pixels.
fn mean(image: &RgbImage, left: u32, top: u32, side: u32) -> f64 {
    let mut sum = 0_u64;
    for y in top..top + side {
        for x in left..left + side {
            sum += image.get_pixel(x, y).0.iter().map(|channel| u64::from(*channel)).sum::<u64>();
        }
    }
    sum as f64 / f64::from(side * side * 3)
}

#[test]
fn sheets_put_together_are_the_picture_on_one_page() {
    let folder = tempfile::tempdir().unwrap();
    let scene = picture(&forty());
    let options = PdfOptions::of(&scene);
    let sheets = on_paper(&scene, &tiled(Paper::A4, Some(Orientation::Landscape), 0.75)).unwrap();
    // A pixel for each unit in both.
    let Some(one) = pages(folder.path(), "one", &pdf(&scene, &options).unwrap(), 96.0) else { return };
    let tiles = pages(folder.path(), "tiles", &pdf_on(&scene, &sheets, &options).unwrap(), 96.0 / 0.75).unwrap();
    assert_eq!((one.len(), tiles.len()), (1, sheets.sheets.len()));
    let one = &one[0];
    let mut composed = RgbImage::new(one.width(), one.height());
    for (sheet, tile) in sheets.sheets.iter().zip(&tiles) {
        // What is said again stands elsewhere already, and has to be the same there.
        for part in sheet.parts.iter().filter(|part| !part.again) {
            let by = part.by();
            for y in part.source.y0.round() as u32..(part.source.y1.round() as u32).min(one.height()) {
                for x in part.source.x0.round() as u32..(part.source.x1.round() as u32).min(one.width()) {
                    let from = ((f64::from(x) + by.x).round() as u32, (f64::from(y) + by.y).round() as u32);
                    composed.put_pixel(
                        x,
                        y,
                        *tile.get_pixel(from.0.min(tile.width() - 1), from.1.min(tile.height() - 1)),
                    );
                }
            }
        }
    }
    // Names of what goes on are said again where the one page says nothing.
    let again: Vec<Rect> = scene
        .header
        .groups()
        .filter(|group| matches!(group.target, Some(Target::Stage(_) | Target::Phase(_))))
        .map(|group| group.rect().inflate(16.0, 16.0))
        // So are the words of cards that are larger than a sheet.
        .chain(cards(&scene).into_iter().filter(|card| card.width() > 250.0).map(|card| card.inflate(16.0, 16.0)))
        .collect();
    let (side, mut blocks, mut sum, mut worst) = (16, 0, 0.0, (0.0, 0, 0));
    for top in (0..one.height() - side).step_by(side as usize) {
        for left in (0..one.width() - side).step_by(side as usize) {
            if again.iter().any(|rect| rect.contains(Point::new(f64::from(left), f64::from(top)))) {
                continue;
            }
            let difference = (mean(one, left, top, side) - mean(&composed, left, top, side)).abs();
            (blocks, sum) = (blocks + 1, sum + difference);
            if difference > worst.0 {
                worst = (difference, left, top);
            }
        }
    }
    assert!(blocks > 10_000);
    assert!(sum / f64::from(blocks) < 1.0, "they differ by {} on average", sum / f64::from(blocks));
    assert!(worst.0 < 30.0, "they differ by {worst:?}");
}

#[test]
fn sheets_are_pages_that_readers_accept() {
    let folder = tempfile::tempdir().unwrap();
    let scene = picture(&forty());
    let options = PdfOptions::of(&scene);
    let sheets = on_paper(&scene, &tiled(Paper::A4, Some(Orientation::Landscape), 0.75)).unwrap();
    let file = pdf_on(&scene, &sheets, &options).unwrap();
    assert_eq!(file, pdf_on(&scene, &sheets, &options).unwrap(), "the same twice");
    assert!(file.windows(12).any(|bytes| bytes == b"pdfuaid:part"), "accessible");
    let path = folder.path().join("map.pdf");
    std::fs::write(&path, &file).unwrap();
    let path = path.to_str().unwrap();
    run("qpdf", &["--check", path]);
    if let Some(said) = run("pdfinfo", &[path]) {
        assert!(said.contains(&format!("Pages:           {}", sheets.sheets.len())), "{said}");
        assert!(said.contains("(A4)") && said.contains("Tagged:          yes"), "{said}");
    }
    if let Some(tree) = run("pdfinfo", &["-struct", path]) {
        let count =
            |name: &str| tree.lines().filter(|line| line.trim_start().split([' ', ':']).next() == Some(name)).count();
        assert_eq!((count("Table"), count("THead"), count("TBody")), (1, 1, 1));
        // Phases, stages, steps, and a row for each lane.
        assert_eq!(count("TR"), 3 + scene.rows.len());
        let (stages, rows, columns) = (
            scene.header.groups().filter(|group| matches!(group.target, Some(Target::Stage(_)))).count(),
            scene.rows.len(),
            scene.columns.len(),
        );
        assert_eq!(count("TH"), 3 + stages + columns + rows, "headings of columns and rows");
        assert_eq!(count("TD"), 3 + columns * rows, "the corners and a cell for each step of each lane");
    }
    if let Some(text) = run("pdftotext", &["-layout", path, "-"]) {
        let pages: Vec<&str> = text.split('\u{c}').collect();
        for (sheet, page) in sheets.sheets.iter().zip(&pages) {
            assert!(page.contains(&sheet_name(sheet.row, sheet.column)), "{page}");
        }
    }
}

#[test]
fn too_many_sheets_say_a_size_that_works() {
    let scene = picture(&crate::generate::wide(200, 9));
    let page = |size| tiled(Paper::A4, None, size);
    let sizes = (4..16).map(|quarters| f64::from(quarters) / 4.0);
    let refused = sizes.filter_map(|size| Some((size, on_paper(&scene, &page(size)).err()?)));
    let many = refused.filter_map(|(size, error)| match error {
        NoSheets::TooMany { count, possible } => Some((size, count, possible)),
        NoSheets::TooSmall { .. } => None,
    });
    let (size, count, possible) = many.into_iter().next().expect("some size needs too many");
    assert!(count > MOST_SHEETS && possible < size, "{count} {possible}");
    let sheets = on_paper(&scene, &page(possible)).unwrap().sheets.len();
    assert!(sheets <= MOST_SHEETS && sheets > MOST_SHEETS / 2, "{sheets} at {possible} for {count} at {size}");
}
