//! What is on the slides that show the journey as a whole: overview and emotion curve; and what all
//! slides are made with. Must not know how a file is put together.

use super::chart::{ChartWords, Point, Series, line_chart};
use super::package::Package;
use super::slide::{Face, Form, HEIGHT, Ink, Place, Slide, TableCell, WIDTH, Words as Said};
use super::{Book, Source, frame};
use crate::export::tables::{Cell, Column, Kind, Table};
use crate::file::picture::{self, Kind as PictureKind};
use crate::i18n::{Words, quantity};
use crate::insight::{band, curve, pain};
use crate::model::{JourneyMap, Metric, Persona};
use crate::scene::Color;
use crate::text::{Style, Typesetter, Weight};
use crate::words;

/// Space at the left and right edges.
pub(super) const EDGE: f64 = 36.0;
/// Where the title ends.
pub(super) const TOP: f64 = 78.0;
/// Where a slide's content ends.
pub(super) const BOTTOM: f64 = HEIGHT - 24.0;
/// Stages of one overview.
const STAGES: usize = 7;

/// How much higher lines are than their letters: slides set them a fifth wider.
const LINE: f64 = 1.22;
/// Personas of one overview, and those beside whom it says how many more there are.
const PEOPLE: usize = 5;

/// A lower chart shows nothing.
pub(super) const LEAST_CHART: f64 = 160.0;

/// The slides being made.
pub(super) struct Deck<'a> {
    pub(super) source: Source<'a>,
    fonts: &'a mut Typesetter,
    package: Package,
    slides: Vec<String>,
    /// How many charts there are.
    charts: usize,
}

impl<'a> Deck<'a> {
    pub(super) fn new(source: Source<'a>, fonts: &'a mut Typesetter) -> Self {
        Self { source, fonts, package: Package::default(), slides: Vec::new(), charts: 0 }
    }

    pub(super) fn map(&self) -> &'a JourneyMap {
        self.source.map
    }

    pub(super) fn words(&self) -> &'a Words {
        self.source.words
    }

    pub(super) fn slide(&self, title: &str) -> Slide {
        Slide::titled(title, self.words().language().code())
    }

    /// The title of a slide that goes on.
    pub(super) fn part_title(&self, title: &str, part: usize, parts: usize) -> String {
        if parts < 2 {
            return title.to_owned();
        }
        let number = part + 1;
        words!(self.words(), "slides-part", title = title, n = number, all = parts)
    }

    /// How high a text is in a room of this width, in points.
    pub(super) fn height(&mut self, text: &str, size: f64, bold: bool, width: f64) -> f64 {
        let style = Style::new(if bold { Weight::Bold } else { Weight::Regular }, size as f32);
        let lines: usize =
            text.split('\n').map(|line| self.fonts.set(line, style, Some(width.max(8.0) as f32)).lines.len()).sum();
        lines.max(1) as f64 * size * LINE
    }

    /// A text in pieces, none of which is higher than this room; each but the first goes on after an ellipsis.
    pub(super) fn cut(&mut self, text: &str, size: f64, bold: bool, width: f64, room: f64) -> Vec<String> {
        let most = ((room / (size * LINE)).floor() as usize).max(1);
        let style = Style::new(if bold { Weight::Bold } else { Weight::Regular }, size as f32);
        // What goes on begins with two letters more than its line has.
        let width = (width - size).max(8.0) as f32;
        let (mut pieces, mut lines) = (vec![String::new()], 0);
        for paragraph in text.split('\n') {
            let mut rest = paragraph;
            for (at, (_, line)) in self.fonts.set(paragraph, style, Some(width)).lines.iter().enumerate() {
                let said = line.text.trim();
                let joint = match rest.strip_prefix(said) {
                    _ if at == 0 => "\n",
                    Some(_) => "",
                    None => " ",
                };
                rest = rest.trim_start().strip_prefix(said).unwrap_or_default();
                if lines == most {
                    pieces.push("… ".to_owned());
                    lines = 0;
                }
                if let Some(piece) = pieces.last_mut() {
                    if lines > 0 {
                        piece.push_str(joint);
                    }
                    piece.push_str(said);
                }
                lines += 1;
            }
        }
        pieces
    }

    /// A text that is no higher than this room, with an ellipsis for the rest.
    pub(super) fn shortened(&mut self, text: &str, size: f64, bold: bool, width: f64, room: f64) -> String {
        if self.height(text, size, bold, width) <= room {
            return text.to_owned();
        }
        let first = self.cut(text, size, bold, width, room).into_iter().next().unwrap_or_default();
        format!("{}…", first.trim_end())
    }

    fn path(&self) -> String {
        format!("ppt/slides/slide{}.xml", self.slides.len() + 1)
    }

    pub(super) fn add(&mut self, slide: &Slide) {
        let path = self.path();
        self.package.relate(&path, "slideLayout", "ppt/slideLayouts/slideLayout1.xml");
        if !slide.notes.trim().is_empty() {
            let notes = format!("ppt/notesSlides/notesSlide{}.xml", self.slides.len() + 1);
            self.package.relate(&path, "notesSlide", &notes);
            self.package.relate(&notes, "notesMaster", "ppt/notesMasters/notesMaster1.xml");
            self.package.relate(&notes, "slide", &path);
            self.package.add(notes, NOTES, slide.notes_xml());
        }
        self.package.add(path.clone(), SLIDE, slide.xml());
        self.slides.push(path);
    }

    /// What the map is called.
    fn title(&self) -> String {
        let title = self.map().title.trim();
        if title.is_empty() { words!(self.words(), "markdown-untitled") } else { title.to_owned() }
    }

    /// The journey at a glance: who, the stages with their steps, and what matters most.
    pub(super) fn overview(&mut self) {
        let map = self.map();
        let parts: Vec<_> = evenly(&map.stages, STAGES).collect();
        let count = parts.len().max(1);
        for part in 0..count {
            let mut slide = self.slide(&self.part_title(&self.title(), part, count));
            let mut top = TOP;
            if !map.scenario.trim().is_empty() {
                let height = self.height(map.scenario.trim(), 13.0, false, WIDTH - 2.0 * EDGE - 10.0).min(54.0) + 8.0;
                let words = Said::of(map.scenario.trim(), Face::plain(13.0).ink(Ink::Weak));
                slide.words("Scenario", Place(EDGE - 5.0, top - 6.0, WIDTH - 2.0 * EDGE + 10.0, height), &words);
                top += height;
            }
            top = self.people(&mut slide, top);
            let figures = self.figures();
            let bottom = if figures.is_empty() { BOTTOM } else { BOTTOM - 68.0 };
            if let Some(stages) = parts.get(part) {
                self.journey(&mut slide, stages, top, bottom);
            }
            let width = (WIDTH - 2.0 * EDGE - 12.0 * 2.0) / 3.0;
            for (place, (label, value, ink)) in figures.iter().enumerate() {
                let mut words = Said::of(label, Face::plain(10.0).ink(Ink::Weak));
                words.push(value, Face::plain(12.0).bold().ink(*ink));
                let at = Place(EDGE + place as f64 * (width + 12.0), BOTTOM - 58.0, width, 58.0);
                slide.shape(
                    label,
                    Form::Rounded,
                    at,
                    Some(Ink::Own(self.source.palette.card)),
                    Some(Ink::Own(self.rule())),
                    &words.middle(),
                );
            }
            if part == 0 {
                slide.notes.clone_from(&map.notes);
            }
            self.add(&slide);
        }
    }

    pub(super) fn rule(&self) -> Color {
        self.source.palette.rule
    }

    /// The personas side by side; gives where they end.
    fn people(&mut self, slide: &mut Slide, top: f64) -> f64 {
        let map = self.map();
        let people = map.personas.len().min(PEOPLE);
        if people == 0 {
            return top;
        }
        let more = map.personas.len() - people;
        let columns = (people + usize::from(more > 0)) as f64;
        let width = ((WIDTH - 2.0 * EDGE - 10.0 * (columns - 1.0)) / columns).min(280.0);
        if more > 0 {
            let words = words!(self.words(), "slides-more-personas", n = more);
            let left = EDGE + people as f64 * (width + 10.0);
            let words_of = Said::of(&words, Face::plain(12.0).ink(Ink::Weak)).middle();
            slide.words(&words, Place(left, top, width, 38.0), &words_of);
        }
        for (place, persona) in map.personas.iter().take(people).enumerate() {
            let color = self.source.palette.persona(place, persona.color);
            let left = EDGE + place as f64 * (width + 10.0);
            let mut words = Said::of(&persona.name, Face::plain(12.0).bold());
            if !persona.description.trim().is_empty() {
                words.push(&persona.description, Face::plain(10.0).ink(Ink::Weak));
            }
            slide.shape(
                "Persona",
                Form::Rectangle,
                Place(left, top, 4.0, 38.0),
                Some(Ink::Own(color)),
                None,
                &Said::default(),
            );
            slide.words(&persona.name, Place(left + 6.0, top, width - 6.0, 38.0), &words.middle());
        }
        top + 50.0
    }

    /// Stages as arrows, and their steps below each.
    fn journey(&mut self, slide: &mut Slide, stages: &[std::sync::Arc<crate::model::Stage>], top: f64, bottom: f64) {
        let width = (WIDTH - 2.0 * EDGE) / stages.len() as f64;
        let room = bottom - top - 48.0;
        // The greatest size at which every column has room for its steps.
        let mut size = 14.0;
        let fits = |deck: &mut Self, size: f64| {
            stages.iter().all(|stage| {
                let steps = stage.steps.iter().map(|step| deck.height(&step.name, size, false, width - 26.0) + 6.0);
                steps.sum::<f64>() < room
            })
        };
        while size > 6.0 && !fits(self, size) {
            size -= 1.0;
        }
        for (place, stage) in stages.iter().enumerate() {
            let colors = self.source.palette.phase(stage.phase);
            let left = EDGE + place as f64 * width;
            let name = Said::of(&stage.name, Face::plain(12.0).bold().ink(Ink::Own(colors.text))).centred();
            slide.shape(
                &stage.name,
                Form::Chevron,
                Place(left, top, width - 3.0, 38.0),
                Some(Ink::Own(colors.tint)),
                None,
                &name,
            );
            let mut steps = Said::default();
            for step in &stage.steps {
                let face = if step.moment_of_truth { Face::plain(size).bold() } else { Face::plain(size) };
                let mark = if step.moment_of_truth { " ★" } else { "" };
                steps.point(&format!("{}{mark}", one_line(&step.name)), face);
            }
            slide.words(&stage.name, Place(left, top + 44.0, width - 3.0, room.max(20.0)), &steps.spaced(4.0));
        }
    }

    /// What matters most: a label, what it says, and its colour; at most three.
    fn figures(&self) -> Vec<(String, String, Ink)> {
        let (map, words) = (self.map(), self.words());
        let mut figures = Vec::new();
        if let Some(omtm) = &map.omtm {
            let text = format!("{} {}", omtm.name, metric_figures(words, &omtm.metric));
            figures.push((words!(words, "slides-omtm"), text.trim().to_owned(), Ink::Accent));
        }
        if let Some(lowest) = curve::lowest(map)
            && let (Some(step), Some(persona)) = (map.step(lowest.step), map.persona(lowest.persona))
        {
            let text = words!(
                words,
                "slides-lowest-at",
                persona = persona.name.as_str(),
                score = words.signed(lowest.value, 1),
                step = one_line(&step.name)
            );
            figures.push((words!(words, "slides-lowest"), text, Ink::Pain));
        }
        if let Some(worst) = pain::ranking(map).first()
            && let (Some(priority), Some((_, card))) = (worst.priority, map.card(worst.card))
        {
            let text =
                words!(words, "slides-worst-is", pain = one_line(&card.text), priority = words.number(priority, 1));
            figures.push((words!(words, "slides-worst"), text, Ink::Pain));
        }
        figures
    }

    /// The emotion curve as a native chart with its figures.
    pub(super) fn emotion(&mut self, book: Book<'_>) {
        let (map, words) = (self.map(), self.words());
        if map.personas.is_empty()
            || !map.steps().any(|(_, step)| step.scores.values().any(|score| score.shown().is_some()))
        {
            return;
        }
        let series: Vec<Series> =
            map.personas.iter().enumerate().map(|(place, persona)| self.curve(place, persona)).collect();
        let mut slide = self.slide(&words!(words, "slides-emotion"));
        let place = Place(EDGE, TOP, WIDTH - 2.0 * EDGE, BOTTOM - TOP - 22.0);
        self.chart(&mut slide, &series, place, book);
        let legend = Said::of(&words!(words, "slides-emotion-legend"), Face::plain(10.0).ink(Ink::Weak));
        slide.words("Legend", Place(EDGE - 5.0, BOTTOM - 20.0, WIDTH - 2.0 * EDGE, 20.0), &legend);
        self.add(&slide);
    }

    /// Curves as a native chart on the slide that is made.
    pub(super) fn chart(&mut self, slide: &mut Slide, series: &[Series], place: Place, book: Book<'_>) {
        let (map, words) = (self.map(), self.words());
        let categories: Vec<String> = map.steps().map(|(_, step)| one_line(&step.name)).collect();
        let table = Table {
            name: words!(words, "slides-emotion"),
            columns: std::iter::once(Column { name: words!(words, "list-column-step"), kind: Kind::Text })
                .chain(series.iter().map(|one| Column { name: one.name.clone(), kind: Kind::Decimal }))
                .collect(),
            rows: categories
                .iter()
                .enumerate()
                .map(|(at, name)| {
                    let values = series.iter().map(|one| one.points[at].value.map_or(Cell::Empty, Cell::Number));
                    std::iter::once(Cell::Text(name.clone())).chain(values).collect()
                })
                .collect(),
        };
        let path = self.path();
        self.charts += 1;
        let chart = format!("ppt/charts/chart{}.xml", self.charts);
        let relation = self.package.relate(&path, "chart", &chart);
        let data = format!("ppt/embeddings/chart{}.xlsx", self.charts);
        let kept = self.package.relate(&chart, "package", &data);
        self.package.add(data, XLSX, (book.bytes)(&table).unwrap_or_default());
        let axes =
            ChartWords { score_axis: words!(words, "slides-score-axis"), step_axis: words!(words, "slides-step-axis") };
        let palette = self.source.palette;
        let sheet = (book.sheet)(&table);
        let xml = line_chart(&categories, series, &axes, palette.text, palette.rule, &sheet, &kept);
        self.package.add(chart, CHART, xml);
        let people: Vec<&str> = series.iter().map(|one| one.name.as_str()).collect();
        let description =
            words!(words, "slides-emotion-description", steps = categories.len(), people = people.join(", "));
        slide.chart(&table.name, &relation, &description, place);
    }

    pub(super) fn curve(&self, place: usize, persona: &Persona) -> Series {
        let mut last_validated = true;
        let points = self.map().steps().map(|(_, step)| {
            let score = step.score(persona.id);
            let validated = score.validated();
            let value = score.shown();
            let range = score.measured().and_then(band).zip(value);
            let point = Point {
                value,
                dashed: value.is_some() && !(validated && last_validated),
                hollow: value.is_some() && !validated,
                band: range.map(|((low, high), value)| (value - low, high - value)),
            };
            last_validated = validated;
            point
        });
        Series {
            name: persona.name.clone(),
            color: self.source.palette.persona(place, persona.color),
            points: points.collect(),
        }
    }

    /// A cell of a table's head.
    pub(super) fn head(&self, text: &str) -> TableCell {
        let colors = self.source.palette.phase(None);
        TableCell { words: Said::of(text, Face::plain(10.0).bold()).middle(), ground: Some(Ink::Own(colors.tint)) }
    }

    /// A picture of the map's folder as a part: how the next slide knows it, and its size.
    pub(super) fn portrait(&mut self, file: &str) -> Option<(String, f64, f64)> {
        let found = self.source.images.find(file)?;
        let kind = picture::head(&found.data).ok()?.kind;
        let (bytes, ending, media_type) = match kind {
            PictureKind::Png | PictureKind::Jpeg => (found.data.to_vec(), kind.ending(), kind.media_type()),
            // What not every program shows becomes what all do.
            PictureKind::WebP | PictureKind::Svg => {
                (picture::as_png(&found.data).ok()?, PictureKind::Png.ending(), PictureKind::Png.media_type())
            }
        };
        let path = format!("ppt/media/image{}.{ending}", self.slides.len() + 1);
        let relation = self.package.relate(&self.path(), "image", &path);
        self.package.add(path, media_type, bytes);
        Some((relation, f64::from(found.width), f64::from(found.height)))
    }

    /// The file.
    pub(super) fn finish(mut self) -> zip::result::ZipResult<Vec<u8>> {
        const PRESENTATION: &str = "ppt/presentation.xml";
        const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
        const LAYOUT: &str = "ppt/slideLayouts/slideLayout1.xml";
        const NOTES_MASTER: &str = "ppt/notesMasters/notesMaster1.xml";
        let title = self.title();
        let package = &mut self.package;
        package.relate("", "officeDocument", PRESENTATION);
        package.relate(
            "",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        );
        package.relate("", "extended-properties", "docProps/app.xml");
        let master = package.relate(PRESENTATION, "slideMaster", MASTER);
        let notes = package.relate(PRESENTATION, "notesMaster", NOTES_MASTER);
        package.relate(PRESENTATION, "theme", "ppt/theme/theme1.xml");
        let slides: Vec<String> = self.slides.iter().map(|path| package.relate(PRESENTATION, "slide", path)).collect();
        let layout = package.relate(MASTER, "slideLayout", LAYOUT);
        package.relate(MASTER, "theme", "ppt/theme/theme1.xml");
        package.relate(LAYOUT, "slideMaster", MASTER);
        package.relate(NOTES_MASTER, "theme", "ppt/theme/theme2.xml");
        let kind = |name: &str| -> &'static str {
            match name {
                "presentation" => "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                "master" => "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml",
                "layout" => "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
                "notes" => "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
                "theme" => "application/vnd.openxmlformats-officedocument.theme+xml",
                "core" => "application/vnd.openxmlformats-package.core-properties+xml",
                _ => "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            }
        };
        package.add(PRESENTATION, kind("presentation"), frame::presentation(&master, &notes, &slides));
        package.add(MASTER, kind("master"), frame::master(&layout));
        package.add(LAYOUT, kind("layout"), frame::layout());
        package.add(NOTES_MASTER, kind("notes"), frame::notes_master());
        package.add("ppt/theme/theme1.xml", kind("theme"), frame::theme(self.source.palette, &title));
        package.add("ppt/theme/theme2.xml", kind("theme"), frame::theme(self.source.palette, &title));
        let (core, app) = frame::properties(&title);
        package.add("docProps/core.xml", kind("core"), core);
        package.add("docProps/app.xml", kind("app"), app);
        self.package.write()
    }
}

const SLIDE: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
const NOTES: &str = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml";
const CHART: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A text in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Things in parts of at most so many, none of which is much shorter than the others: a slide with a single one looks forgotten.
pub(super) fn evenly<T>(things: &[T], most: usize) -> std::slice::Chunks<'_, T> {
    let parts = things.len().div_ceil(most).max(1);
    things.chunks(things.len().div_ceil(parts).max(1))
}

/// Rows of these heights on pages with this room, at most so many on each.
pub(super) fn pages(heights: &[f64], room: f64, most: usize) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let (mut first, mut used) = (0, 0.0);
    for (at, height) in heights.iter().enumerate() {
        if at > first && (used + height > room || at - first == most) {
            pages.push(first..at);
            (first, used) = (at, 0.0);
        }
        used += height;
    }
    if first < heights.len() {
        pages.push(first..heights.len());
    }
    pages
}

/// Where a metric stands and should be: `61% → 75%`.
fn metric_figures(words: &Words, metric: &Metric) -> String {
    let figure = |value: f64| quantity(words, &metric.unit, value);
    match (metric.value, metric.target) {
        (Some(value), Some(target)) => format!("{} → {}", figure(value), figure(target)),
        (Some(value), None) => figure(value),
        (None, Some(target)) => format!("→ {}", figure(target)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::evenly;

    #[test]
    fn parts_are_of_nearly_the_same_length() {
        let lengths = |count: usize| evenly(&vec![(); count], 7).map(<[()]>::len).collect::<Vec<_>>();
        assert_eq!((lengths(0), lengths(7)), (vec![], vec![7]));
        assert_eq!((lengths(8), lengths(15)), (vec![4, 4], vec![5, 5, 5]));
        assert_eq!(lengths(20), [7, 7, 6]);
    }
}
