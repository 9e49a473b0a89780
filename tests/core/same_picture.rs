//! SVG, PNG and PDF show the scene: every line of text, at its place, read back by other programs.

use std::process::Command;

use base64::Engine as _;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};
use wayfelt::export::pdf::{self, PdfOptions, pdf};
use wayfelt::export::png;
use wayfelt::export::svg::{SvgOptions, TextMode, svg};
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{JourneyMap, Theme};
use wayfelt::scene::kurbo::Rect;
use wayfelt::scene::{Item, Scene, TextItem};
use wayfelt::text::Typesetter;

use crate::scene;

/// Half a point in map units.
const NEAR: f64 = 0.5 / 0.75;

fn picture(map: &JourneyMap, theme: Theme) -> Scene {
    let words = Words::new(map.language);
    lay_out(map, &Options { theme, words: &words, all: true, images: &NoImages }, &mut Typesetter::new())
}

/// The pictures that are compared: one by hand, one map that holds everything, and every sample map. Painting takes long:
/// each sample has one of the two themes.
fn pictures() -> Vec<(String, Scene)> {
    let mut pictures = vec![
        ("by hand".to_owned(), scene::scene()),
        ("every kind".to_owned(), picture(&crate::every_kind::map(), Theme::Light)),
        ("generated".to_owned(), picture(&crate::generate::map(60), Theme::Light)),
    ];
    for ((name, map), theme) in
        crate::sample_maps::samples().into_iter().zip([Theme::Dark, Theme::Light].into_iter().cycle())
    {
        pictures.push((format!("{name}, {theme:?}"), picture(&map, theme)));
    }
    pictures
}

fn lines(scene: &Scene) -> Vec<TextItem> {
    let mut lines = Vec::new();
    scene.walk(&mut |item| {
        if let Item::Text(text) = item
            && !text.line.text.trim().is_empty()
        {
            lines.push(text.clone());
        }
    });
    lines
}

/// The fonts that an SVG holds, under the names that it gives them.
fn embedded_fonts(svg: &str) -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for face in svg.split("@font-face{").skip(1) {
        let name = between(face, "font-family:\"", "\"");
        let data = base64::engine::general_purpose::STANDARD.decode(between(face, "base64,", ")")).unwrap();
        let ids = fonts.load_font_source(fontdb::Source::Binary(std::sync::Arc::new(data)));
        assert_eq!(ids.len(), 1, "{name} is a font");
        let mut info = fonts.face(ids[0]).unwrap().clone();
        info.families = vec![(name.to_owned(), fontdb::Language::English_UnitedStates)];
        fonts.remove_face(ids[0]);
        fonts.push_face_info(info);
    }
    fonts
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).unwrap().1.split_once(after).unwrap().0
}

fn read_svg(svg: &str) -> usvg::Tree {
    let options = usvg::Options { fontdb: std::sync::Arc::new(embedded_fonts(svg)), ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options).unwrap()
}

fn texts<'a>(group: &'a usvg::Group, found: &mut Vec<&'a usvg::Text>) {
    for node in group.children() {
        match node {
            usvg::Node::Text(text) => found.push(text),
            usvg::Node::Group(group) => texts(group, found),
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
}

fn render(tree: &usvg::Tree) -> Pixmap {
    let size = tree.size();
    let mut pixmap = Pixmap::new(size.width().ceil() as u32, size.height().ceil() as u32).unwrap();
    resvg::render(tree, Transform::default(), &mut pixmap.as_mut());
    pixmap
}

#[test]
fn svg_holds_every_line_of_text_at_its_place() {
    for (name, scene) in pictures() {
        let tree = read_svg(&svg(&scene, &SvgOptions::default()).unwrap());
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        let chunks: Vec<(&str, f32, &usvg::Text)> = found
            .iter()
            .flat_map(|text| text.chunks().iter().map(move |chunk| (chunk.text(), chunk.x().unwrap(), *text)))
            .collect();
        for item in lines(&scene) {
            // Where no face has a letter, readers leave the text out or take a font of their own.
            for run in item.line.runs.iter().filter(|run| run.glyphs.iter().all(|glyph| glyph.id != 0)) {
                let words = &item.line.text[run.range.clone()];
                let left = item.origin.x + if run.rtl { run.x + run.width } else { run.x };
                let here = chunks.iter().any(|(text, x, whole)| {
                    let bounds = whole.abs_bounding_box();
                    *text == words
                        && (f64::from(*x) - left).abs() < NEAR
                        && f64::from(bounds.top()) < item.origin.y
                        && f64::from(bounds.bottom()) > item.origin.y - 1.0
                });
                assert!(here, "{name}: {words:?} at {left} {}", item.origin.y);
            }
            // As wide as it was measured, read with the embedded font.
            if let [run] = item.line.runs.as_slice()
                && !run.rtl
                && run.glyphs.iter().all(|glyph| glyph.id != 0)
            {
                let text = chunks.iter().find(|(text, x, whole)| {
                    *text == item.line.text
                        && (f64::from(*x) - item.origin.x).abs() < NEAR
                        && f64::from(whole.abs_bounding_box().bottom()) > item.origin.y - 1.0
                });
                let bounds = text.unwrap().2.abs_bounding_box();
                assert!(
                    (f64::from(bounds.width()) - run.width).abs() < NEAR,
                    "{name}: {:?} is {} wide, not {}",
                    item.line.text,
                    bounds.width(),
                    run.width
                );
            }
        }
    }
}

#[test]
fn svg_with_fonts_shows_what_svg_with_shapes_shows() {
    for (name, scene) in pictures() {
        let text = render(&read_svg(&svg(&scene, &SvgOptions::default()).unwrap()));
        let shapes =
            render(&read_svg(&svg(&scene, &SvgOptions { text: TextMode::Paths, ..SvgOptions::default() }).unwrap()));
        assert_same_lines(&name, &scene, text.data(), shapes.data(), text.width(), 14.0);
    }
}

#[test]
fn png_shows_what_svg_shows() {
    for (name, scene) in pictures() {
        let ours = png::pixels(&scene, 1.0, false).unwrap();
        let theirs =
            render(&read_svg(&svg(&scene, &SvgOptions { text: TextMode::Paths, ..SvgOptions::default() }).unwrap()));
        assert_eq!((ours.width, ours.height), (theirs.width(), theirs.height()), "{name}");
        assert_same_lines(&name, &scene, &ours.rgba, theirs.data(), ours.width, 8.0);
        let whole = difference(&ours.rgba, theirs.data(), ours.width, Rect::from_origin_size((0.0, 0.0), scene.size));
        assert!(whole < 1.0, "{name}: the whole differs by {whole}");
    }
}

/// The pixels of each line's box differ by no more than `most` of 255 on average. Lines whose letters no face has are
/// left out where a viewer would take another font.
fn assert_same_lines(name: &str, scene: &Scene, a: &[u8], b: &[u8], width: u32, most: f64) {
    for item in lines(scene) {
        if item.line.runs.iter().any(|run| run.rtl || run.glyphs.iter().any(|glyph| glyph.id == 0)) {
            continue;
        }
        let size = item.line.runs.iter().map(|run| run.size).fold(0.0, f64::max);
        let rect =
            Rect::new(item.origin.x, item.origin.y - size, item.origin.x + item.line.width, item.origin.y + size * 0.3);
        let difference = difference(a, b, width, rect.intersect(Rect::from_origin_size((0.0, 0.0), scene.size)));
        assert!(difference <= most, "{name}: {:?} differs by {difference}", item.line.text);
    }
}

/// Mean difference of the channels of opaque pixels, 0…255.
fn difference(a: &[u8], b: &[u8], width: u32, rect: Rect) -> f64 {
    let (mut sum, mut count) = (0u64, 0u64);
    for y in rect.y0 as usize..rect.y1 as usize {
        for x in rect.x0 as usize..rect.x1 as usize {
            let at = (y * width as usize + x) * 4;
            for channel in 0..3 {
                sum += u64::from(a[at + channel].abs_diff(b[at + channel]));
                count += 1;
            }
        }
    }
    sum as f64 / count.max(1) as f64
}

struct Word {
    text: String,
    x: f64,
    top: f64,
    bottom: f64,
    right: f64,
}

/// The words of a PDF by poppler; none where it isn't installed.
#[allow(clippy::print_stderr, reason = "a test that is left out says so")]
fn words(file: &[u8]) -> Option<Vec<Word>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.pdf");
    std::fs::write(&path, file).unwrap();
    let Ok(output) = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").output() else {
        eprintln!("skipped: pdftotext isn't installed");
        return None;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let number = |line: &str, name: &str| between(line, &format!("{name}=\""), "\"").parse::<f64>().unwrap();
    Some(
        text.lines()
            .filter(|line| line.trim_start().starts_with("<word"))
            .map(|line| Word {
                text: quick_xml::escape::unescape(between(line, "\">", "</word>")).unwrap().into_owned(),
                x: number(line, "xMin"),
                top: number(line, "yMin"),
                bottom: number(line, "yMax"),
                right: number(line, "xMax"),
            })
            .collect(),
    )
}

#[test]
fn pdf_holds_every_line_of_text_at_its_place() {
    for (name, scene) in pictures() {
        let file = pdf(&scene, &PdfOptions::of(&scene)).unwrap();
        let Some(words) = words(&file) else { return };
        let points = 0.75 * pdf::reduction(&scene);
        for item in lines(&scene) {
            let (x, y) = (item.origin.x * points, item.origin.y * points);
            for run in item.line.runs.iter().filter(|run| !run.rtl && run.glyphs.iter().all(|glyph| glyph.id != 0)) {
                for (start, word) in item.line.text[run.range.clone()].split(' ').scan(run.range.start, |at, word| {
                    let start = *at;
                    *at += word.len() + 1;
                    Some((start, word))
                }) {
                    let Some(glyph) = run.glyphs.iter().find(|glyph| glyph.range.contains(&start)) else { continue };
                    if word.is_empty() {
                        continue;
                    }
                    let left = x + glyph.x * points;
                    // Poppler joins what stands close together and parts what stands apart.
                    let here = words.iter().any(|found| {
                        found.top < y
                            && y < found.bottom
                            && (found.text == word && (found.x - left).abs() <= 0.5
                                || found.text.contains(word) && found.x <= left + 0.5 && left <= found.right)
                    });
                    assert!(here, "{name}: {word:?} of {:?} at {left} {y}", item.line.text);
                }
            }
        }
    }
}
