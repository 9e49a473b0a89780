//! A scene as SVG: the picture to the pixel, text as text in an embedded font, or as shapes.
//!
//! The file holds no script and loads nothing; links lead to http, https and mailto only. For the inside of a page there is
//! [`inline`]. Must not know maps or how a scene is made.

mod font;
mod inline;
mod write;

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kurbo::{Affine, BezPath, Rect};
use quick_xml::escape::escape;

use crate::file::picture::{self, Kind};
use crate::model::Language;
use crate::scene::{
    Color, Group, ImageItem, Item, Line, LinkItem, PathItem, Placed, RectItem, Role, Run, Scene, Stroke, TextItem,
    kurbo,
};
use crate::text::Outlines;
use font::Fonts;
pub use inline::{Inline, inline};
use write::{attribute, number, path_data};

/// What becomes of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextMode {
    /// Text in an embedded font: to be selected, searched and read aloud. For browsers.
    #[default]
    Embedded,
    /// Shapes: the same in programs that ignore embedded fonts, as Inkscape and Illustrator do.
    Paths,
}

/// How a scene becomes SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SvgOptions {
    /// What becomes of letters.
    pub text: TextMode,
    /// Without the paper's colour.
    pub transparent: bool,
}

/// Why a scene can't be SVG.
#[derive(Debug, thiserror::Error)]
pub enum SvgError {
    /// A face can't be embedded.
    #[error("the font {family} can't be embedded: {reason}")]
    Font {
        /// Its family.
        family: String,
        /// What the subsetter says.
        reason: String,
    },
}

/// The scene as an SVG document, one element a line.
///
/// # Errors
/// A face that is used can't be embedded: its file is broken.
pub fn svg(scene: &Scene, options: &SvgOptions) -> Result<String, SvgError> {
    let fonts = match options.text {
        TextMode::Embedded => Fonts::of(scene),
        TextMode::Paths => Fonts::default(),
    };
    let mut painter = Painter::new(fonts, options.text, Place::File);
    painter.open(scene)?;
    if !options.transparent {
        painter.paper(scene);
    }
    painter.regions(scene);
    Ok(painter.out)
}

/// Where the picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a file of its own: groups have names.
    File,
    /// In a page, which says in words what the picture shows: groups say what they show to scripts.
    Page,
}

struct Painter {
    out: String,
    fonts: Fonts,
    mode: TextMode,
    within: Place,
    outlines: Outlines,
    /// Shapes that a page has several times, by their path data.
    forms: BTreeMap<String, usize>,
}

impl Painter {
    fn new(fonts: Fonts, mode: TextMode, within: Place) -> Self {
        let (outlines, forms) = (Outlines::default(), BTreeMap::new());
        Self { out: String::with_capacity(1 << 16), fonts, mode, within, outlines, forms }
    }

    fn paper(&mut self, scene: &Scene) {
        let paper = Rect::from_origin_size((0.0, 0.0), scene.size);
        self.rect(&RectItem { rect: paper, radius: 0.0, fill: Some(scene.background), stroke: None });
    }

    fn regions(&mut self, scene: &Scene) {
        for region in scene.regions() {
            region.items.iter().for_each(|item| self.item(item));
        }
        self.out.push_str("</svg>\n");
    }

    fn open(&mut self, scene: &Scene) -> Result<(), SvgError> {
        let language = match scene.language {
            Language::En => "en",
            Language::Vi => "vi",
        };
        let (width, height) = (scene.size.width, scene.size.height);
        self.out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute(&mut self.out, "width", width);
        attribute(&mut self.out, "height", height);
        self.out.push_str(" viewBox=\"0 0 ");
        number(&mut self.out, width);
        self.out.push(' ');
        number(&mut self.out, height);
        self.out.push_str("\" lang=\"");
        self.out.push_str(language);
        self.out.push_str("\" xml:lang=\"");
        self.out.push_str(language);
        self.out.push_str(
            "\" xml:space=\"preserve\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" \
             text-rendering=\"geometricPrecision\">\n",
        );
        self.title(&scene.title);
        self.out.push('\n');
        self.fonts.write(&mut self.out)
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Rect(rect) => self.rect(rect),
            Item::Path(path) => self.path(path),
            Item::Text(text) => self.text(text),
            Item::Image(image) => self.image(image),
            Item::Link(link) => self.link(link),
            Item::Group(group) => self.group(group),
        }
    }

    fn rect(&mut self, item: &RectItem) {
        self.out.push_str("<rect");
        self.place(item.rect);
        if item.radius > 0.0 {
            attribute(&mut self.out, "rx", item.radius);
        }
        self.fill(item.fill);
        self.stroke(item.stroke);
        self.out.push_str("/>\n");
    }

    fn path(&mut self, item: &PathItem) {
        if let Some(form) = self.form_of(item) {
            return self.formed(form, item);
        }
        let place = Affine::translate(item.origin.to_vec2()) * Affine::scale(item.scale);
        self.shape(&item.path, place, item.fill, item.stroke);
    }

    fn shape(&mut self, path: &BezPath, place: Affine, fill: Option<Color>, stroke: Option<Stroke>) {
        if path.elements().is_empty() {
            return;
        }
        self.out.push_str("<path");
        self.fill(fill);
        self.stroke(stroke);
        self.out.push_str(" d=\"");
        path_data(&mut self.out, path, place);
        self.out.push_str("\"/>\n");
    }

    fn text(&mut self, item: &TextItem) {
        match self.mode {
            TextMode::Paths => {
                let path = self.outlines.line(&item.line);
                self.shape(&path, Affine::translate(item.origin.to_vec2()), Some(item.color), None);
            }
            TextMode::Embedded => self.embedded(item),
        }
    }

    /// One element for a line of one direction, so that it can be selected and found as a whole; else one for each run,
    /// because viewers put runs of two directions in an order of their own.
    fn embedded(&mut self, item: &TextItem) {
        let line: &Line = &item.line;
        match line.runs.as_slice() {
            [] => {}
            [run] => self.run(item, run),
            runs if runs.iter().any(|run| run.rtl || self.fonts.class(&run.face).is_none()) => {
                let mut logical: Vec<&Run> = runs.iter().collect();
                logical.sort_by_key(|run| run.range.start);
                logical.into_iter().for_each(|run| self.run(item, run));
            }
            runs => {
                self.out.push_str("<text");
                attribute(&mut self.out, "y", item.origin.y);
                self.fill(Some(item.color));
                self.out.push('>');
                for run in runs {
                    self.out.push_str("<tspan");
                    attribute(&mut self.out, "x", item.origin.x + run.x);
                    self.face(run);
                    self.out.push('>');
                    self.words(&line.text[run.range.clone()]);
                    self.out.push_str("</tspan>");
                }
                self.out.push_str("</text>\n");
            }
        }
    }

    fn run(&mut self, item: &TextItem, run: &Run) {
        if self.fonts.class(&run.face).is_none() {
            let path = self.outlines.run(run);
            return self.shape(&path, Affine::translate(item.origin.to_vec2()), Some(item.color), None);
        }
        self.out.push_str("<text");
        attribute(&mut self.out, "y", item.origin.y);
        if run.rtl {
            // Text that runs to the left starts at its right end.
            attribute(&mut self.out, "x", item.origin.x + run.x + run.width);
            self.out.push_str(" direction=\"rtl\" unicode-bidi=\"embed\"");
        } else {
            attribute(&mut self.out, "x", item.origin.x + run.x);
        }
        self.face(run);
        // The same font gives the same width but for rounding; this takes up the rounding.
        attribute(&mut self.out, "textLength", run.width);
        self.fill(Some(item.color));
        self.out.push('>');
        self.words(&item.line.text[run.range.clone()]);
        self.out.push_str("</text>\n");
    }

    fn face(&mut self, run: &Run) {
        self.out.push_str(" class=\"");
        self.out.push_str(self.fonts.class(&run.face).unwrap_or_default());
        self.out.push('"');
        attribute(&mut self.out, "font-size", run.size);
    }

    fn image(&mut self, item: &ImageItem) {
        // Layout says beside the picture that it can't be shown.
        let Ok(head) = picture::head(&item.data) else { return };
        // A drawing within a drawing isn't shown by every program, and its letters would count as ours.
        let drawn = if head.kind == Kind::Svg { picture::as_png(&item.data).ok() } else { None };
        let (kind, data) = drawn.as_deref().map_or((head.kind, &*item.data), |png| (Kind::Png, png));
        self.out.push_str("<image");
        self.place(item.rect);
        self.out.push_str(" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        self.words(&item.alternative);
        self.out.push_str("\" href=\"data:");
        self.out.push_str(kind.media_type());
        self.out.push_str(";base64,");
        STANDARD.encode_string(data, &mut self.out);
        self.out.push_str("\"/>\n");
    }

    fn link(&mut self, item: &LinkItem) {
        self.out.push_str("<a href=\"");
        self.words(item.address.as_str());
        if self.within == Place::Page {
            self.out.push_str(inline::LINK);
        }
        self.out.push_str("\"><rect");
        self.place(item.rect);
        self.out.push_str(" fill=\"#000\" fill-opacity=\"0\"/></a>\n");
    }

    fn group(&mut self, group: &Placed) {
        match group.role {
            _ if self.within == Place::Page => self.marked(group),
            Role::Decoration => self.out.push_str("<g aria-hidden=\"true\">\n"),
            Role::Title => self.named("heading\" aria-level=\"1", group),
            Role::Row => self.named("group", group),
            Role::Note | Role::ColumnHeader | Role::RowHeader | Role::Card | Role::Point | Role::Figure => {
                // What is an image hides what is in it.
                self.named(if has_meaning(group.unplaced()) { "group" } else { "img" }, group);
            }
        }
        group.items().for_each(|item| self.item(&item));
        self.out.push_str("</g>\n");
    }

    fn named(&mut self, role: &str, group: &Group) {
        self.out.push_str("<g role=\"");
        self.out.push_str(role);
        self.out.push_str("\" aria-label=\"");
        self.words(&group.name);
        self.out.push_str("\">");
        if group.target.is_some() && !group.name.is_empty() {
            self.title(&group.name);
        }
        self.out.push('\n');
    }

    fn title(&mut self, words: &str) {
        self.out.push_str("<title>");
        self.words(words);
        self.out.push_str("</title>");
    }

    /// Words, escaped for an element or an attribute, without what XML can't hold.
    fn words(&mut self, words: &str) {
        let forbidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
        let clean =
            if words.contains(forbidden) { Cow::Owned(words.replace(forbidden, "")) } else { Cow::Borrowed(words) };
        self.out.push_str(&escape(clean.as_ref()));
    }

    fn place(&mut self, rect: Rect) {
        attribute(&mut self.out, "x", rect.x0);
        attribute(&mut self.out, "y", rect.y0);
        attribute(&mut self.out, "width", rect.width());
        attribute(&mut self.out, "height", rect.height());
    }

    fn fill(&mut self, fill: Option<Color>) {
        if let Some(color) = fill {
            self.color("fill", color);
        }
    }

    fn stroke(&mut self, stroke: Option<Stroke>) {
        let Some(stroke) = stroke else { return };
        self.color("stroke", stroke.color);
        attribute(&mut self.out, "stroke-width", stroke.width);
        if let Some((dash, gap)) = stroke.dash {
            self.out.push_str(" stroke-dasharray=\"");
            number(&mut self.out, dash);
            self.out.push(' ');
            number(&mut self.out, gap);
            self.out.push('"');
        }
    }

    fn color(&mut self, name: &str, color: Color) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let alpha = match self.within {
            Place::File => None,
            Place::Page => Some(color.a),
        };
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"#");
        for channel in [color.r, color.g, color.b].into_iter().chain(alpha) {
            self.out.push(char::from(HEX[usize::from(channel >> 4)]));
            self.out.push(char::from(HEX[usize::from(channel & 15)]));
        }
        self.out.push('"');
        if color.a != 255 && alpha.is_none() {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("-opacity=\"");
            write::decimals::<1000>(&mut self.out, f64::from(color.a) / 255.0);
            self.out.push('"');
        }
    }
}

/// Whether something in here has a name of its own.
fn has_meaning(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Group(group) => group.role != Role::Decoration || has_meaning(group.unplaced()),
        Item::Link(_) => true,
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => false,
    })
}
