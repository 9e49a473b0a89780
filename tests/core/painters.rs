//! What SVG, PNG and PDF hold besides the picture, and what they refuse.

use std::sync::Arc;

use base64::Engine as _;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size as FontSize};
use skrifa::raw::TableProvider as _;
use skrifa::raw::types::Tag;
use skrifa::{FontRef, MetadataProvider as _};
use wayfelt::export::pdf::{self, PdfError, PdfOptions, pdf};
use wayfelt::export::png::{self, PngError, greatest_scale, pixels, png, png_watched};
use wayfelt::export::svg::{SvgOptions, TextMode, svg};
use wayfelt::export::watch::{Stopped, Watch};
use wayfelt::model::Id;
use wayfelt::scene::kurbo::{Point, Rect, Size};
use wayfelt::scene::{Color, Group, Item, Role, Scene, Target, TextItem};
use wayfelt::text::{Style, Typesetter, Weight};

use crate::scene::{scene, text};

/// The picture by hand without the letters that no face has.
fn without_missing() -> Scene {
    let mut scene = scene();
    scene.body.items.retain(|item| !matches!(item, Item::Group(group) if group.name == "Khách nói"));
    scene
}

fn parse(svg: &str) -> Document<'_> {
    Document::parse_with_options(svg, ParsingOptions::default()).unwrap()
}

fn attributes<'a>(document: &'a Document<'_>, tag: &str, name: &str) -> Vec<&'a str> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(tag_of(tag)))
        .filter_map(|node| node.attribute(name))
        .collect()
}

fn tag_of(name: &str) -> (&str, &str) {
    ("http://www.w3.org/2000/svg", name)
}

#[test]
fn svg_names_its_parts() {
    let out = svg(&scene(), &SvgOptions::default()).unwrap();
    let document = parse(&out);
    let root = document.root_element();
    assert_eq!(root.attribute("viewBox"), Some("0 0 700 340"));
    assert_eq!(root.attribute("lang"), Some("vi"));
    assert_eq!(root.children().find(Node::is_element).unwrap().text(), Some("Đặt vé máy bay <thử> & \"nháp\""));
    let labels = attributes(&document, "g", "aria-label");
    assert!(labels.contains(&"Thanh toán & nhận vé"));
    let roles = attributes(&document, "g", "role");
    assert!(roles.contains(&"heading") && roles.contains(&"img") && roles.contains(&"group"));
    assert_eq!(attributes(&document, "g", "aria-hidden"), ["true"]);
    assert!(attributes(&document, "image", "href")[0].starts_with("data:image/png;base64,"));
}

#[test]
fn svg_runs_and_loads_nothing() {
    for mode in [TextMode::Embedded, TextMode::Paths] {
        let out = svg(&scene(), &SvgOptions { text: mode, transparent: true }).unwrap();
        let document = parse(&out);
        assert!(!out.contains("javascript:"));
        assert_eq!(attributes(&document, "a", "href"), ["https://example.org/?a=1&b=2"]);
        for node in document.descendants().filter(Node::is_element) {
            assert!(!matches!(node.tag_name().name(), "script" | "foreignObject" | "iframe"));
            assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")));
        }
        assert_eq!(out.contains("@font-face"), mode == TextMode::Embedded);
        assert!(!out.contains("url(http"));
    }
}

#[test]
fn svg_coordinates_have_two_decimals_at_most() {
    let out = svg(&scene(), &SvgOptions { text: TextMode::Paths, transparent: false }).unwrap();
    let document = parse(&out);
    let mut count = 0;
    for node in document.descendants() {
        for attribute in
            node.attributes().filter(|a| ["x", "y", "d", "width", "height", "stroke-width"].contains(&a.name()))
        {
            for number in attribute.value().split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-') {
                let decimals = number.split_once('.').map_or("", |parts| parts.1);
                assert!(decimals.len() <= 2, "{number} in {}", attribute.value());
                count += 1;
            }
        }
    }
    assert!(count > 1000);
}

#[test]
fn svg_stays_xml_whatever_the_words() {
    let mut scene = scene();
    let nasty = "]]> </title><script>alert(1)</script> \u{0}\u{b}\u{1f}\u{fffe} \"' & <!-- \u{202e} 👩‍👩‍👧";
    scene.title = nasty.to_owned();
    let mut typesetter = wayfelt::text::Typesetter::new();
    let items =
        text(&mut typesetter, nasty, Style::new(Weight::Italic, 12.0), scene.background, Point::new(10.0, 10.0), 300.0);
    scene.body.items.push(Item::Group(
        Group::new(
            Some(Target::Card(Id::from_bits(77))),
            Role::Card,
            nasty.to_owned(),
            Rect::new(0.0, 0.0, 10.0, 10.0),
            items,
        )
        .into(),
    ));
    let out = svg(&scene, &SvgOptions::default()).unwrap();
    let document = parse(&out);
    assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
    assert!(document.descendants().any(|node| node.text().is_some_and(|text| text.contains("<script>alert(1)"))));
    let options = PdfOptions::of(&scene);
    assert!(pdf(&scene, &options).is_ok());
}

#[test]
fn fonts_are_reduced_to_what_is_shown() {
    let out = svg(&scene(), &SvgOptions::default()).unwrap();
    let whole: usize = wayfelt::text::faces().iter().map(|face| face.bytes().len()).sum();
    assert!(out.len() < whole / 8, "{} bytes", out.len());
}

#[test]
fn png_says_its_resolution() {
    let file = png(&without_missing(), 2.0, false).unwrap();
    assert_eq!(&file[37..41], b"pHYs");
    assert_eq!(u32::from_be_bytes(file[41..45].try_into().unwrap()), 7559);
    // The decoder checks the sums of all chunks.
    let image = image::load_from_memory(&file).unwrap();
    assert_eq!((image.width(), image.height()), (1400, 680));
    assert!(!image.color().has_alpha());
}

#[test]
fn png_in_strips_is_the_picture() {
    for transparent in [false, true] {
        // Several strips of 16 MiB.
        let file = png(&scene(), 8.0, transparent).unwrap();
        let image = image::load_from_memory(&file).unwrap().into_rgba8();
        let whole = pixels(&scene(), 8.0, transparent).unwrap();
        assert_eq!((image.width(), image.height()), (whole.width, whole.height));
        let differs = image.as_raw().iter().zip(&whole.rgba).filter(|(a, b)| a.abs_diff(**b) > 2).count();
        assert!(differs < 400, "{differs} of {} channels", whole.rgba.len());
    }
}

#[test]
fn png_can_be_transparent() {
    let file = png(&scene(), 0.5, true).unwrap();
    let image = image::load_from_memory(&file).unwrap().into_rgba8();
    assert_eq!(image.get_pixel(0, 0).0[3], 0);
    assert_eq!(image.get_pixel(100, 58).0, [15, 118, 110, 255]);
    let clip = pixels(&scene(), 0.5, true).unwrap();
    assert_eq!(clip.rgba, image.into_raw());
}

#[test]
fn png_refuses_what_is_too_large_and_says_how_large_is_possible() {
    let mut scene = scene();
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(png(&scene, scale, false), Err(PngError::Scale(_))));
    }
    for size in [Size::new(700.0, 340.0), Size::new(100_000.0, 3.0), Size::new(9000.0, 9000.0), Size::new(1.0, 1.0)] {
        scene.size = size;
        let greatest = greatest_scale(&scene);
        let (width, height) = ((size.width * greatest).ceil(), (size.height * greatest).ceil());
        assert!(width <= f64::from(png::MOST_PIXELS_A_SIDE) && width * height <= png::MOST_PIXELS as f64, "{size:?}");
        let Err(PngError::TooLarge { greatest: said, .. }) = png(&scene, greatest * 1.01 + 0.01, false) else {
            panic!("{size:?} at more than {greatest}");
        };
        assert_eq!(said, greatest);
    }
}

#[test]
fn pdf_is_the_same_twice() {
    let scene = scene();
    let options = PdfOptions { date: Some(jiff::civil::date(2026, 11, 22)), ..PdfOptions::of(&scene) };
    assert_eq!(pdf(&scene, &options).unwrap(), pdf(&scene, &options).unwrap());
}

fn has(file: &[u8], words: &str) -> bool {
    file.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn pdf_is_accessible_where_every_letter_is_known() {
    let known = without_missing();
    let file = pdf(&known, &PdfOptions::of(&known)).unwrap();
    assert!(has(&file, "pdfuaid:part"));
    assert!(has(&file, "/Lang (vi)") || has(&file, "/Lang(vi)"));
    assert!(has(&file, "/Outlines"));
    assert!(has(&file, "/StructTreeRoot"));
    let unknown = scene();
    let file = pdf(&unknown, &PdfOptions::of(&unknown)).unwrap();
    assert!(!has(&file, "pdfuaid:part"));
    assert!(has(&file, "/StructTreeRoot"));
}

#[test]
fn pdf_pages_have_a_longest_side() {
    let mut scene = without_missing();
    assert!((pdf::reduction(&scene) - 1.0).abs() < f64::EPSILON);
    scene.size = Size::new(38_400.0, 400.0);
    assert!((pdf::reduction(&scene) - 0.5).abs() < 1e-9);
    let file = pdf(&scene, &PdfOptions::of(&scene)).unwrap();
    assert!(has(&file, "14400"));
    scene.size = Size::ZERO;
    assert_eq!(pdf(&scene, &PdfOptions::of(&scene)), Err(PdfError::Empty));
}

#[test]
fn a_broken_picture_breaks_no_export() {
    let mut scene = without_missing();
    for item in &mut scene.body.items {
        if let Item::Image(image) = item {
            let whole = Arc::clone(&image.data);
            image.data = whole[..whole.len() / 2].into();
        }
    }
    scene.title_block.items.clear();
    assert!(svg(&scene, &SvgOptions::default()).is_ok());
    assert!(png(&scene, 1.0, false).is_ok());
    assert!(pdf(&scene, &PdfOptions::of(&scene)).is_ok());
    for item in &mut scene.body.items {
        if let Item::Image(image) = item {
            image.data = b"<svg onload='alert(1)'/>".as_slice().into();
        }
    }
    // A drawing is given away in pixels: nothing in it can run.
    let text = svg(&scene, &SvgOptions::default()).unwrap();
    assert!(text.contains("data:image/png") && !text.contains("image/svg") && !text.contains("onload"));
    assert!(png(&scene, 1.0, false).is_ok());
    assert!(pdf(&scene, &PdfOptions::of(&scene)).is_ok());
}

#[test]
fn a_picture_that_is_stopped_is_none() {
    let scene = without_missing();
    let watch = Watch::new();
    assert!(png_watched(&scene, 1.0, false, &watch).is_ok());
    assert!(watch.progress() > 0.5 && watch.progress() <= 1.0);
    watch.stop();
    assert_eq!(png_watched(&scene, 1.0, false, &watch), Err(PngError::Stopped(Stopped)));
}

#[test]
fn letters_of_an_opentype_font_of_the_system_keep_their_outlines() {
    let mut fonts = Typesetter::with_system_fonts();
    let mut scene = scene();
    let line = Arc::clone(&fonts.set("客户旅程图 これは便利", Style::new(Weight::Regular, 14.0), None).lines[0].1);
    // Only where the system has such a font.
    let has_outlines = |face: &wayfelt::scene::Face| {
        FontRef::from_index(face.bytes(), face.index).is_ok_and(|font| font.data_for_tag(Tag::new(b"CFF ")).is_some())
    };
    let Some(run) = line.runs.iter().find(|run| has_outlines(&run.face)) else { return };
    let family = run.face.family.clone();
    let color = Color::hex(0x00_0000);
    scene.body.items = vec![Item::Text(TextItem { origin: Point::new(10.0, 30.0), line: Arc::clone(&line), color })];
    let out = svg(&scene, &SvgOptions::default()).unwrap();
    let embedded = out.split("@font-face").find(|rule| rule.contains(&family)).expect("the face is embedded");
    let bytes = embedded.split_once("base64,").unwrap().1.split_once(')').unwrap().0;
    let bytes = base64::engine::general_purpose::STANDARD.decode(bytes).unwrap();
    let font = FontRef::new(&bytes).unwrap();
    let drawn = "客便".chars().filter(|letter| {
        let glyph = font.charmap().map(*letter).expect("it is in the font");
        let size = FontSize::new(100.0);
        let own = FontRef::from_index(run.face.bytes(), run.face.index).unwrap();
        let before = own.charmap().map(*letter).unwrap();
        let mut pens = [Points::default(), Points::default()];
        font.outline_glyphs()
            .get(glyph)
            .unwrap()
            .draw(DrawSettings::unhinted(size, LocationRef::default()), &mut pens[0])
            .unwrap();
        own.outline_glyphs()
            .get(before)
            .unwrap()
            .draw(DrawSettings::unhinted(size, LocationRef::default()), &mut pens[1])
            .unwrap();
        assert!(!pens[0].0.is_empty(), "{letter} is drawn");
        pens[0].0 == pens[1].0
    });
    assert_eq!(drawn.count(), 2, "they are the letters that they were");
}

/// The points of an outline.
#[derive(Default)]
struct Points(Vec<(f32, f32)>);

impl OutlinePen for Points {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push((x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push((x, y));
    }

    fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
        self.0.push((x, y));
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        self.0.push((x, y));
    }

    fn close(&mut self) {}
}
