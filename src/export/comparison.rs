//! What changed between two maps as a list in words: for the window, the clipboard, a spreadsheet, a wiki. Must not know how
//! maps are matched ([`crate::insight::compare`] does), nor who shows the list.

use super::tables::{Cell, Column, Kind, Table};
use crate::i18n::{
    Words, kind_word, opportunity_state_word, quantity, service_word, thing, touchpoint_state_word, with_unit,
};
use crate::insight::compare::{At, Change, Comparison, Figure, Known, Part, Trend, What};
use crate::model::check::Thing;
use crate::model::{CardId, ContentKind, JourneyMap, Language, PersonaId, Unit};
use crate::words;

/// What is written where there is nothing.
const NOTHING: &str = "–";

/// One change in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where it happened.
    pub at: At,
    /// The step's name, or that it is the whole map.
    pub step: String,
    /// What changed.
    pub what: String,
    /// How it was.
    pub before: String,
    /// How it is.
    pub after: String,
    /// By how much; empty where that is no figure.
    pub difference: String,
    /// Better or worse, and how sure that is; empty where neither can be said.
    pub verdict: String,
    /// Which way it goes.
    pub trend: Trend,
    /// Whether the difference is more than chance; none where that can't be told.
    pub sure: Option<bool>,
    /// The difference as a figure.
    pub figure: Option<f64>,
}

impl Line {
    const fn cells(&self) -> [&String; 6] {
        [&self.step, &self.what, &self.before, &self.after, &self.difference, &self.verdict]
    }
}

/// The list of changes, with the names of its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// What stands over the columns.
    pub columns: [String; 6],
    /// The changes.
    pub lines: Vec<Line>,
}

/// A comparison in words.
pub fn listed(words: &Words, before: &JourneyMap, after: &JourneyMap, comparison: &Comparison) -> Listed {
    let say = Say { words, maps: (before, after), comparison };
    let columns = [
        words!(words, "compare-column-step"),
        words!(words, "compare-column-what"),
        words!(words, "compare-column-before"),
        words!(words, "compare-column-after"),
        words!(words, "compare-column-difference"),
        words!(words, "compare-column-verdict"),
    ];
    Listed { columns, lines: comparison.changes.iter().map(|change| say.line(change)).collect() }
}

impl Listed {
    /// The names of the columns, then the cells of each change.
    pub fn rows(&self) -> impl Iterator<Item = [&String; 6]> {
        std::iter::once(self.columns.each_ref()).chain(self.lines.iter().map(Line::cells))
    }

    /// Lines of cells between tabs, as spreadsheets take them from the clipboard.
    pub fn as_text(&self) -> String {
        let plain = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines: Vec<String> = self.rows().map(|row| row.map(plain).join("\t")).collect();
        lines.join("\n")
    }

    /// The list as a table, for whoever writes those to files.
    pub fn as_table(&self, name: String) -> Table {
        let column = |name: &String| Column { name: name.clone(), kind: Kind::Text };
        let cells = |line: &Line| line.cells().map(|text| Cell::Text(text.clone())).to_vec();
        Table { name, columns: self.columns.iter().map(column).collect(), rows: self.lines.iter().map(cells).collect() }
    }

    /// A page of its own for a browser: the list as a table.
    pub fn as_page(&self, title: &str, language: Language) -> String {
        let mut page =
            format!("<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", language.code());
        page.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        escape(&mut page, title);
        page.push_str("</title>\n<style>");
        page.push_str(STYLE);
        page.push_str("</style>\n</head>\n<body>\n<h1>");
        escape(&mut page, title);
        page.push_str("</h1>\n<table>\n<thead><tr>");
        for name in &self.columns {
            page.push_str("<th scope=\"col\">");
            escape(&mut page, name);
            page.push_str("</th>");
        }
        page.push_str("</tr></thead>\n<tbody>\n");
        for line in &self.lines {
            let class = match (line.trend, line.sure) {
                (Trend::Neither, _) | (_, Some(false)) => "",
                (Trend::Better, _) => " class=\"better\"",
                (Trend::Worse, _) => " class=\"worse\"",
            };
            page.push_str(&format!("<tr{class}>"));
            for cell in line.cells() {
                page.push_str("<td>");
                escape(&mut page, cell);
                page.push_str("</td>");
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n</body>\n</html>\n");
        page
    }

    /// A table of Markdown.
    pub fn as_markdown(&self) -> String {
        let plain = |cell: &String| {
            let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").replace('*', "\\*").replace('_', "\\_")
        };
        let mut lines: Vec<String> = self.rows().map(|row| format!("| {} |", row.map(plain).join(" | "))).collect();
        lines.insert(1, "| --- | --- | --- | --- | --- | --- |".to_owned());
        lines.join("\n") + "\n"
    }
}

/// How the page looks: the reader's own colours, the verdicts in green and red.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}\
h1{font-size:1.4rem}table{border-collapse:collapse;width:100%}\
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-bottom:1px solid #8884}\
.better td:nth-last-child(-n+2){color:#18794e}.worse td:nth-last-child(-n+2){color:#c62a2f}\
@media(prefers-color-scheme:dark){body{background:#16171c;color:#eceef4}\
.better td:nth-last-child(-n+2){color:#5bc995}.worse td:nth-last-child(-n+2){color:#ff8f93}}";

/// Text as HTML holds it.
fn escape(page: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            letter if letter.is_control() && letter != '\n' && letter != '\t' => {}
            letter => page.push(letter),
        }
    }
}

struct Say<'a> {
    words: &'a Words,
    maps: (&'a JourneyMap, &'a JourneyMap),
    comparison: &'a Comparison,
}

impl Say<'_> {
    fn line(&self, change: &Change) -> Line {
        Line {
            at: change.at,
            step: self.step(change.at),
            what: self.what(&change.what),
            before: self.figure(&change.before),
            after: self.figure(&change.after),
            difference: self.difference(change),
            verdict: self.verdict(change),
            trend: change.trend,
            sure: change.is_sure(),
            figure: change.difference(),
        }
    }

    fn step(&self, at: At) -> String {
        let pair = match at {
            At::Map => None,
            At::Step(place) => self.comparison.pairs.steps.get(place),
        };
        let Some(pair) = pair else { return words!(self.words, "compare-whole-map") };
        let (before, after) = self.maps;
        let step = pair.after.and_then(|id| after.step(id)).or_else(|| pair.before.and_then(|id| before.step(id)));
        step.map(|step| step.name.clone()).unwrap_or_default()
    }

    fn what(&self, what: &What) -> String {
        let words = self.words;
        match what {
            What::StepAdded => words!(words, "compare-step-added"),
            What::StepCut => words!(words, "compare-step-cut"),
            What::StepMoved => words!(words, "compare-step-moved"),
            What::StepRenamed => words!(words, "compare-step-renamed"),
            What::MomentOfTruth => words!(words, "compare-moment-of-truth"),
            What::Feeling { persona, .. } => words!(words, "compare-feeling", persona = self.persona(*persona)),
            What::Remembered { persona } => words!(words, "compare-remembered", persona = self.persona(*persona)),
            What::Persona => words!(words, "compare-persona"),
            What::Active => words!(words, "compare-active"),
            What::Waiting => words!(words, "compare-waiting"),
            What::Card { kind, before, after } => {
                let (one, other) = self.maps;
                let card = before.map(|id| self.card(one, id)).or_else(|| after.map(|id| self.card(other, id)));
                let (kind, card) = (self.kind(*kind), card.unwrap_or_default());
                if before.is_some() {
                    words!(words, "compare-card-cut", kind = kind, card = card)
                } else {
                    words!(words, "compare-card-added", kind = kind, card = card)
                }
            }
            What::CardMoved { kind, card } => {
                let (kind, card) = (self.kind(*kind), self.card(self.maps.1, card.1));
                words!(words, "compare-card-moved", kind = kind, card = card)
            }
            What::CardPart { kind, card, part } => {
                let (kind, card) = (self.kind(*kind), self.card(self.maps.1, card.1));
                words!(words, "compare-card-part", kind = kind, card = card, part = self.part(*part))
            }
            What::Metric { name, omtm, part } => {
                let (name, part) = (name.as_str(), self.part(*part));
                if *omtm {
                    words!(words, "compare-omtm", name = name, part = part)
                } else {
                    words!(words, "compare-metric", name = name, part = part)
                }
            }
        }
    }

    fn kind(&self, kind: ContentKind) -> String {
        kind_word(kind, self.words)
    }

    /// A card's own words, else its channel or kind.
    fn card(&self, map: &JourneyMap, id: CardId) -> String {
        let text = map.card(id).map(|(_, card)| card.text.trim()).unwrap_or_default();
        if text.is_empty() { thing(self.words, map, Thing::Card(id)) } else { format!("“{text}”") }
    }

    fn persona(&self, (before, after): (PersonaId, PersonaId)) -> String {
        let name = |map: &JourneyMap, id| map.persona(id).map(|persona| persona.name.clone()).unwrap_or_default();
        let (one, other) = (name(self.maps.0, before), name(self.maps.1, after));
        if one == other { one } else { format!("{one} → {other}") }
    }

    fn part(&self, part: Part) -> String {
        let words = self.words;
        match part {
            Part::Text => words!(words, "compare-part-text"),
            Part::Severity => words!(words, "compare-part-severity"),
            Part::Share => words!(words, "compare-part-share"),
            Part::Impact => words!(words, "compare-part-impact"),
            Part::Effort => words!(words, "compare-part-effort"),
            Part::Importance => words!(words, "compare-part-importance"),
            Part::State => words!(words, "compare-part-state"),
            Part::Service => words!(words, "compare-part-service"),
            Part::Personalised => words!(words, "compare-part-personalised"),
            Part::Repeats => words!(words, "compare-part-repeats"),
            Part::Value => words!(words, "compare-part-value"),
            Part::Target => words!(words, "compare-part-target"),
        }
    }

    fn figure(&self, figure: &Figure) -> String {
        let words = self.words;
        match figure {
            Figure::Absent => NOTHING.to_owned(),
            Figure::Words(text) => text.clone(),
            Figure::Feeling(Known::Unknown) => words!(words, "compare-unknown"),
            Figure::Feeling(Known::NotInvolved) => words!(words, "compare-not-involved"),
            Figure::Feeling(Known::Score { value, n, band }) => {
                let value = words.signed(*value, 2);
                let n = n.map(|n| words.number(f64::from(n), 0));
                match (n, band) {
                    (Some(n), Some((low, high))) => {
                        let (low, high) = (words.signed(*low, 2), words.signed(*high, 2));
                        words!(words, "compare-score-band", value = value, n = n, low = low, high = high)
                    }
                    (Some(n), None) => words!(words, "compare-score-n", value = value, n = n),
                    (None, _) => words!(words, "compare-score-believed", value = value),
                }
            }
            Figure::Score(value) => words.signed(*value, 2),
            Figure::Minutes(minutes) => self.minutes(f64::from(*minutes)),
            Figure::Share(share) => format!("{}%", words.number_up_to(share * 100.0, 2)),
            Figure::Grade(grade) => words.number(f64::from(*grade), 0),
            Figure::Quantity(value, unit) => quantity(words, unit, *value),
            Figure::Opportunity(state) => opportunity_state_word(*state, words),
            Figure::Touchpoint(state) => touchpoint_state_word(*state, words),
            Figure::Service(service) => service_word(*service, words),
            Figure::Flag(true) => words!(words, "compare-yes"),
            Figure::Flag(false) => words!(words, "compare-no"),
            Figure::Place(place, stage) => {
                let place = words.number(*place as f64 + 1.0, 0);
                words!(words, "compare-place", place = place, stage = stage.as_str())
            }
        }
    }

    /// A time in the largest unit that says it well.
    fn minutes(&self, minutes: f64) -> String {
        let words = self.words;
        if minutes < 60.0 {
            words!(words, "map-minutes", n = words.short_number(minutes))
        } else if minutes < 24.0 * 60.0 {
            words!(words, "map-hours", n = words.number_up_to(minutes / 60.0, 1))
        } else {
            words!(words, "map-days", n = words.number_up_to(minutes / 1440.0, 1))
        }
    }

    fn difference(&self, change: &Change) -> String {
        let Some(difference) = change.difference() else { return String::new() };
        let words = self.words;
        let up_to = |value: f64, places| {
            let sign = if value > 0.0 { "+" } else { "" };
            format!("{sign}{}", words.number_up_to(value, places))
        };
        match (&change.before, &change.after) {
            (Figure::Minutes(_), _) => {
                let sign = if difference < 0.0 { "−" } else { "+" };
                format!("{sign}{}", self.minutes(difference.abs()))
            }
            (Figure::Share(_), _) => words!(words, "compare-points", n = up_to(difference * 100.0, 2)),
            (Figure::Quantity(_, Unit::Percent), _) => words!(words, "compare-points", n = up_to(difference, 2)),
            (Figure::Quantity(_, unit), _) => with_unit(words, unit, &up_to(difference, 2)),
            (Figure::Grade(_), _) => up_to(difference, 0),
            _ => words.signed(difference, 2),
        }
    }

    fn verdict(&self, change: &Change) -> String {
        let words = self.words;
        match (change.trend, change.is_sure()) {
            (Trend::Neither, _) => String::new(),
            (Trend::Better, None) => words!(words, "compare-better"),
            (Trend::Worse, None) => words!(words, "compare-worse"),
            (Trend::Better, Some(true)) => words!(words, "compare-better-sure"),
            (Trend::Worse, Some(true)) => words!(words, "compare-worse-sure"),
            (_, Some(false)) => words!(words, "compare-chance"),
        }
    }
}
