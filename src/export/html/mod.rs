//! A map as a page: one file that opens in every browser, loads nothing and needs no network. It shows the picture, a table
//! and a list, can be searched and filtered, and takes the reader's reply, which comes back as a small file
//! ([`crate::import::reply`]).
//!
//! **Nothing that people wrote can run.** Words become markup in one place ([`markup`]), the script makes elements and sets
//! their text but reads no markup, and the page's policy lets run exactly the script and apply exactly the style sheet that
//! are in it, by their hashes.
//!
//! **Without scripts** the picture, the table and the list are all there, one below the other. Must not know windows, nor how
//! the picture is made.

mod list;
mod markup;
mod picture;
mod table;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::export::said;
use crate::export::svg::{self, SvgError};
use crate::file::Fingerprint;
use crate::i18n::Words;
use crate::layout::theme::{self, Palette};
use crate::model::{JourneyMap, Lane, LaneKind, MapState, Theme};
use crate::scene::{Color, Scene};
use crate::words;
use list::{lane_name, named};
use markup::{Markup, script_json};

/// The script of every page.
const SCRIPT: &str = include_str!("../../../assets/html/page.js");
/// The style sheet of every page, but for colours and fonts.
const STYLE: &str = include_str!("../../../assets/html/page.css");

/// Letters of a reader's name at most.
pub const MOST_NAME: usize = 80;
/// Letters of a comment at most.
pub const MOST_COMMENT: usize = 2000;

/// What a page shows.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The map, without what the page doesn't tell.
    pub map: &'a JourneyMap,
    /// The map that the picture was made of, in which ranks are counted.
    pub whole: &'a JourneyMap,
    /// The words that the map doesn't say itself.
    pub words: &'a Words,
    /// The picture, in `theme`; with `dark` the light one.
    pub picture: &'a Scene,
    /// The same in dark, for readers who like that.
    pub dark: Option<&'a Scene>,
    /// The colours of the page.
    pub theme: Theme,
    /// With hidden lanes.
    pub all: bool,
}

/// The themes of a page in this theme: the reader chooses between light and dark, unless the map has colours of its own.
pub const fn themes(theme: Theme) -> (Theme, Option<Theme>) {
    match theme {
        Theme::Light | Theme::Dark => (Theme::Light, Some(Theme::Dark)),
        theme @ (Theme::HighContrast | Theme::Print | Theme::Brand) => (theme, None),
    }
}

/// The page.
///
/// # Errors
/// As [`svg::svg`].
pub fn html(page: &Page<'_>) -> Result<String, SvgError> {
    let Page { map, words, .. } = *page;
    let light = svg::inline(page.picture)?;
    let dark = page.dark.map(svg::inline).transpose()?;
    let drawing = picture::named(&light, dark.as_ref());
    let style = style(page, &drawing, &light.style);
    let title = named_map(page);
    let lanes: Vec<&Lane> = map.lanes.iter().map(|lane| &**lane).filter(|lane| page.all || !lane.hidden).collect();

    let mut out = Markup::default();
    out.tag("<!doctype html>\n<html");
    out.attribute("lang", words.language().code());
    if drawing.dark.is_some() && page.theme == Theme::Dark {
        out.tag(" data-theme=\"dark\"");
    }
    out.tag(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
    let policy = format!(
        "default-src 'none'; img-src data:; font-src data:; style-src '{}'; script-src '{}'; base-uri 'none'; \
         form-action 'none'",
        hash(&style),
        hash(SCRIPT)
    );
    out.attribute("content", policy);
    out.tag(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.tag("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Wayfelt\">\n<title>");
    out.text(&title);
    out.tag("</title>\n<style>");
    out.finished(&style);
    out.tag("</style>\n</head>\n<body>\n");
    out.element("<a class=\"skip\" href=\"#list\">", &words!(words, "page-skip"), "</a>\n");
    head(&mut out, page, &title, &lanes, drawing.dark.is_some());
    out.tag("<main>\n<section id=\"picture\"");
    out.attribute("aria-label", words!(words, "page-picture"));
    out.tag(">\n<div id=\"canvas\" tabindex=\"0\" role=\"group\" aria-describedby=\"hint\"");
    out.attribute("aria-label", words!(words, "page-picture-of", title = title.as_str()));
    out.tag(">\n");
    out.finished(&drawing.picture);
    out.tag("</div>\n");
    out.element("<p id=\"hint\" class=\"hint\">", &words!(words, "page-hint"), "</p>\n<div class=\"zoom\">");
    for (id, sign, name) in [
        ("farther", "−", words!(words, "page-zoom-out")),
        ("closer", "+", words!(words, "page-zoom-in")),
        ("whole", "⤢", words!(words, "page-zoom-fit")),
    ] {
        out.tag("<button type=\"button\"");
        out.attribute("id", id);
        out.attribute("aria-label", &name);
        out.attribute("title", &name);
        out.element(">", sign, "</button>");
    }
    out.tag("</div>\n</section>\n<section id=\"table\" tabindex=\"0\"");
    out.attribute("aria-label", words!(words, "page-table"));
    out.tag(">\n");
    out.part(&table::table(map, words, &lanes, &title));
    out.tag("\n</section>\n<section id=\"list\" tabindex=\"-1\"");
    out.attribute("aria-label", words!(words, "page-list"));
    out.tag(">\n");
    // On a phone there is room for the title alone above the map: the rest stands here.
    out.tag("<div class=\"intro\">");
    about(&mut out, page);
    out.tag("</div>");
    out.part(&list::list(page, &lanes));
    out.tag("</section>\n</main>\n");
    answers(&mut out, words);
    out.tag("<script type=\"application/json\" id=\"data\">");
    out.finished(&script_json(&data(page, &title, &lanes)));
    out.tag("</script>\n<script>");
    out.finished(SCRIPT);
    out.tag("</script>\n</body>\n</html>\n");
    Ok(out.into_string())
}

fn named_map(page: &Page<'_>) -> String {
    let title = page.map.title.trim();
    if title.is_empty() { words!(page.words, "map-untitled") } else { title.to_owned() }
}

/// What the policy of the page calls a script or a style sheet.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// Title, what the map is about, and the tools that the script brings to life.
fn head(out: &mut Markup, page: &Page<'_>, title: &str, lanes: &[&Lane], two_themes: bool) {
    let Page { map, words, .. } = *page;
    out.element("<header>\n<div id=\"title\"><h1>", title, "</h1><div class=\"about\">");
    about(out, page);
    out.tag("</div></div>\n<div id=\"tools\" hidden>\n<div class=\"views\" role=\"group\"");
    out.attribute("aria-label", words!(words, "page-view"));
    out.tag(">");
    for (view, name) in [
        ("picture", words!(words, "page-picture")),
        ("table", words!(words, "page-table")),
        ("list", words!(words, "page-list")),
    ] {
        out.tag("<button type=\"button\" aria-pressed=\"false\"");
        out.attribute("data-show", view);
        out.element(">", &name, "</button>");
    }
    // Where there is little room the filters open from it.
    let more = words!(words, "page-more");
    out.tag("</div>\n<button type=\"button\" id=\"more\" aria-expanded=\"false\" aria-controls=\"filters\"");
    out.attribute("aria-label", &more);
    out.attribute("title", &more);
    out.element(
        "></button>\n<div id=\"filters\">\n<label class=\"find\"><span>",
        &words!(words, "page-search"),
        "</span>",
    );
    out.tag(
        "<input type=\"search\" id=\"find\" autocomplete=\"off\"></label><span id=\"found\" role=\"status\"></span>\n",
    );
    if map.personas.len() > 1 {
        let names = map.personas.iter().map(|persona| (persona.id.to_string(), named(words, &persona.name)));
        select(out, words, "persona", &words!(words, "list-column-persona"), names);
    }
    let names = lanes
        .iter()
        .filter(|lane| lane.kind == LaneKind::Emotion || lane.kind.content().is_some())
        .map(|lane| (lane.id.to_string(), lane_name(words, lane)));
    select(out, words, "lane", &words!(words, "grid-corner"), names);
    if two_themes {
        out.element("<button type=\"button\" id=\"theme\">", &words!(words, "page-theme"), "</button>\n");
    }
    out.tag("</div>\n<button type=\"button\" id=\"answer\" class=\"main\" aria-haspopup=\"dialog\">");
    out.text(&words!(words, "page-reply"));
    out.tag("<span id=\"answers\"></span></button>\n</div>\n</header>\n");
}

/// State, date, scenario, and the one metric that matters.
fn about(out: &mut Markup, page: &Page<'_>) {
    let Page { map, words, .. } = *page;
    let mut about = vec![match map.state {
        MapState::AsIs => words!(words, "map-as-is"),
        MapState::ToBe => words!(words, "map-to-be"),
    }];
    about.extend(map.date.map(|date| words.date(date)));
    about.extend(Some(map.scenario.trim().to_owned()).filter(|scenario| !scenario.is_empty()));
    out.element("<p class=\"weak\">", &about.join(" · "), "</p>");
    if let Some(omtm) = &map.omtm {
        let mut said = vec![omtm.name.clone()];
        said.extend(said::metric(words, &omtm.metric));
        out.element("<p class=\"weak\">", &words!(words, "map-omtm"), ": ");
        out.element("", &said.join(" · "), "</p>");
    }
}

fn select(
    out: &mut Markup,
    words: &Words,
    id: &'static str,
    name: &str,
    choices: impl Iterator<Item = (String, String)>,
) {
    out.element("<label><span>", name, "</span><select");
    out.attribute("id", id);
    out.element("><option value=\"\">", &words!(words, "page-all"), "</option>");
    for (id, name) in choices {
        out.tag("<option");
        out.attribute("value", id);
        out.element(">", &name, "</option>");
    }
    out.tag("</select></label>\n");
}

/// The panel of details, and the reply.
fn answers(out: &mut Markup, words: &Words) {
    out.tag("<aside id=\"detail\" aria-labelledby=\"detail-name\" hidden>\n");
    out.tag("<h2 id=\"detail-name\" tabindex=\"-1\"></h2>\n<button type=\"button\" id=\"close\"");
    out.attribute("aria-label", words!(words, "page-close"));
    out.tag(">×</button>\n<div id=\"about\"></div>\n<div id=\"yours\"></div>\n</aside>\n");
    out.tag("<dialog id=\"reply\" aria-labelledby=\"reply-name\">\n");
    out.element("<h2 id=\"reply-name\">", &words!(words, "page-reply"), "</h2>\n");
    out.element("<p>", &words!(words, "page-reply-about"), "</p>\n");
    out.element("<label><span>", &words!(words, "page-name"), "</span>");
    out.tag("<input id=\"name\" autocomplete=\"name\"");
    out.attribute("maxlength", MOST_NAME);
    out.element("></label>\n<p id=\"nothing\" class=\"weak\">", &words!(words, "page-reply-empty"), "</p>\n");
    out.tag("<ul id=\"overview\"></ul>\n<div class=\"actions\">");
    for (open, name) in [
        ("<button type=\"button\" id=\"save\" class=\"main\">", words!(words, "page-save")),
        ("<button type=\"button\" id=\"share\" hidden>", words!(words, "page-share")),
        ("<button type=\"button\" id=\"done\">", words!(words, "page-close")),
        ("<button type=\"button\" id=\"again\">", words!(words, "page-again")),
    ] {
        out.element(open, &name, "</button>");
    }
    out.tag("</div>\n<p id=\"next\" role=\"status\"></p>\n</dialog>\n<p id=\"said\" class=\"unseen\" role=\"status\"></p>\n");
}

/// What the script needs to know.
fn data(page: &Page<'_>, title: &str, lanes: &[&Lane]) -> String {
    let Page { map, words, .. } = *page;
    let emotion = lanes.iter().find(|lane| lane.kind == LaneKind::Emotion).map(|lane| lane.id.to_string());
    json!({
        "title": title,
        "steps": Fingerprint::of_steps(map).to_string(),
        "emotion": emotion,
        "most": { "name": MOST_NAME, "comment": MOST_COMMENT },
        "words": {
            "found": words!(words, "page-found", n = "{n}"),
            "respond": words!(words, "page-respond"),
            "yours": words!(words, "page-yours"),
            "feel": words!(words, "page-feel"),
            "feelings": [
                words!(words, "page-feeling-very-bad"),
                words!(words, "page-feeling-bad"),
                words!(words, "page-feeling-so-so"),
                words!(words, "page-feeling-good"),
                words!(words, "page-feeling-very-good"),
            ],
            "noScore": words!(words, "page-no-score"),
            "score": words!(words, "list-column-score"),
            "vote": words!(words, "page-vote"),
            "voted": words!(words, "page-voted"),
            "comment": words!(words, "page-comment"),
            "saved": words!(words, "page-saved", file = "{file}"),
            "notShared": words!(words, "page-not-shared"),
            "really": words!(words, "page-really"),
        },
    })
    .to_string()
}

/// Colours of all themes, fonts, and what every page has.
fn style(page: &Page<'_>, drawing: &picture::Named, fonts: &str) -> String {
    let (first, second) = themes(page.theme);
    let mut style = format!(":root{{{}{}}}\n", colors(page, first), drawing.light);
    if let (Some(dark), Some(second)) = (&drawing.dark, second) {
        let dark = format!("{}{dark}", colors(page, second));
        // Paper is light.
        let _ = writeln!(
            style,
            "@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}color-scheme:dark}}}}\n\
             @media screen{{:root[data-theme=dark]{{{dark}color-scheme:dark}}:root[data-theme=light]{{color-scheme:light}}}}"
        );
    } else {
        style.push_str(":root{color-scheme:light}\n");
    }
    for place in 0..page.map.personas.len() {
        let _ = writeln!(style, ".dot.p{place}::before{{background:var(--p{place})}}");
    }
    style.push_str(fonts);
    style.push_str(STYLE);
    style
}

fn colors(page: &Page<'_>, theme: Theme) -> String {
    let palette: &Palette = &theme::palette_of(theme, &page.map.look);
    let mut colors = String::new();
    let mut color = |name: &str, color: Color| {
        let _ = write!(colors, "--{name}:{};", color.over(palette.paper).to_hex());
    };
    for (name, value) in [
        ("paper", palette.paper),
        ("quiet", palette.quiet),
        ("card", palette.card),
        ("edge", palette.card_edge),
        ("text", palette.text),
        ("weak", palette.weak),
        ("rule", palette.rule),
        ("accent", palette.accent),
        ("on-accent", palette.on_accent),
        ("pain", palette.pain.bar),
        ("idea", palette.opportunity.bar),
    ] {
        color(name, value);
    }
    for (place, persona) in page.map.personas.iter().enumerate() {
        color(&format!("p{place}"), palette.persona(place, persona.color));
    }
    colors
}
