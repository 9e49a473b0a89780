//! What the answers of a survey mean for a map: how its columns are matched, and what was counted respondent by respondent.
//!
//! A mapping can be kept beside the map and run again on a newer file, or on another map: so it names steps, cards and
//! personas by identity and by name, and neither has to be there. Must not know files or how answers are read.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::strict::{finite, unique};
use super::{Card, Emotion, Id, Persona, PersonaId, Step, StepId, is_default};

/// Something of a map, so that it is found again: by its identity, else by its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub struct Named<T> {
    /// What it was called when it was named.
    pub name: String,
    /// Which one it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id<T>>,
}

impl<T> Named<T> {
    /// Something of which only the name is known.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), id: None }
    }

    /// This one.
    pub fn known(name: impl Into<String>, id: Id<T>) -> Self {
        Self { name: name.into(), id: Some(id) }
    }
}

/// How bytes stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the encodings' own")]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Windows1258,
}

impl Encoding {
    /// All encodings, in the order of the interface.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252, Self::Windows1258];

    /// What everybody calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1258 => "Windows-1258",
        }
    }
}

/// What stands around a cell that holds the delimiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quoting {
    /// `"`
    Double,
    /// `'`
    Single,
    /// Nothing: every quotation mark is the cell's own.
    Off,
}

impl Quoting {
    /// All kinds, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::Double, Self::Single, Self::Off];
}

/// How a file is read as a table. What is not said is found out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableShape {
    /// How its bytes stand for letters.
    #[serde(default, skip_serializing_if = "is_default")]
    pub encoding: Option<Encoding>,
    /// What stands between two cells: one ASCII character.
    #[serde(
        default,
        skip_serializing_if = "is_default",
        serialize_with = "write_letter",
        deserialize_with = "read_letter"
    )]
    pub delimiter: Option<char>,
    /// What stands around a cell that holds it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quoting: Option<Quoting>,
    /// The sheet of a workbook.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sheet: Option<String>,
    /// The row that holds the headings, counted from 1; 0: there are none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub heading: Option<u32>,
}

/// A letter is written as a text: a text is what whoever lays files out knows.
fn write_letter<S: Serializer>(letter: &Option<char>, serializer: S) -> Result<S::Ok, S::Error> {
    letter.map(String::from).serialize(serializer)
}

fn read_letter<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<char>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(Some(letter)),
        _ => Err(D::Error::custom(format_args!("one letter is needed here, found {text:?}"))),
    }
}

/// A figure worked out from answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SurveyFigure {
    /// Net Promoter Score.
    Nps,
    /// Share of satisfied customers.
    Csat,
    /// Customer effort score.
    Ces,
}

impl SurveyFigure {
    /// All figures, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// What everybody calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nps => "NPS",
            Self::Csat => "CSAT",
            Self::Ces => "CES",
        }
    }
}

/// What the answers of a column are about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SurveyTarget {
    /// How customers feel at a step.
    Step(Named<Step>),
    /// How they feel at a touchpoint.
    Touchpoint {
        /// The touchpoint.
        card: Named<Card>,
        /// The step that it lies at: touchpoints are often called the same.
        step: Named<Step>,
    },
    /// A metric of the whole map.
    Metric {
        /// Which figure.
        figure: SurveyFigure,
        /// What the metric is called.
        name: String,
    },
}

/// What an answer in words says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelScore {
    /// The words.
    pub text: String,
    /// How it feels.
    pub score: Emotion,
}

/// How answers become scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AnswerScale {
    /// Numbers or stars from the worst to the best; `worst > best` is a turned scale.
    Numbers {
        /// The worst answer.
        #[serde(deserialize_with = "finite")]
        worst: f64,
        /// The best answer.
        #[serde(deserialize_with = "finite")]
        best: f64,
    },
    /// 0…10, "would you recommend us": by its bands.
    Recommendation,
    /// Words.
    Labels(Vec<LabelScore>),
}

/// What is done with a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnUse {
    /// Its heading.
    pub column: String,
    /// What its answers are about.
    pub target: SurveyTarget,
    /// How they become scores.
    pub scale: AnswerScale,
    /// Codes in it that are no answers, beside those of all columns.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_answer: Vec<String>,
}

/// Which respondents stand for a persona.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RespondentGroup {
    /// The persona.
    pub persona: Named<Persona>,
    /// The heading of the column that tells it.
    pub column: String,
    /// What stands in it.
    pub values: Vec<String>,
}

/// Whose answers they are.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Respondents {
    /// Nothing tells: they count for every persona.
    #[default]
    Everybody,
    /// All of them stand for one persona.
    One(Named<Persona>),
    /// Columns tell; who is in several groups counts in each, who is in none is left out.
    Groups(Vec<RespondentGroup>),
}

/// Which answers of a column are meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AnswerTest {
    /// One of these.
    Is(Vec<String>),
    /// None of these.
    IsNot(Vec<String>),
    /// A number below this.
    Below(#[serde(deserialize_with = "finite")] f64),
    /// A number above this.
    Above(#[serde(deserialize_with = "finite")] f64),
}

/// Respondents who are left out, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// The heading of the column that tells.
    pub column: String,
    /// What it says of them.
    pub test: AnswerTest,
    /// Why they are left out.
    pub reason: String,
}

/// How a file of answers is read into a map.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyMapping {
    /// What the evidence is called; a newer file under the same name takes the older one's place.
    pub name: String,
    /// When the answers were given; none: what the file says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// When they should be looked at again; none: a year later.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review_by: Option<Date>,
    /// How the file is read.
    #[serde(default, skip_serializing_if = "is_default")]
    pub table: TableShape,
    /// What is done with which column.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: Vec<ColumnUse>,
    /// Whose answers they are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub respondents: Respondents,
    /// The heading of the column that says how much a respondent counts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight: Option<String>,
    /// Codes that are no answers, in all columns.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_answer: Vec<String>,
    /// Who is left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exclusions: Vec<Exclusion>,
    /// Steps that the map hasn't are added to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub add_steps: bool,
}

/// How many respondents had how many bad experiences after a step. Counted by weight where answers are weighted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BadSoFar {
    /// After which step.
    pub step: StepId,
    /// None.
    #[serde(deserialize_with = "finite")]
    pub none: f64,
    /// One.
    #[serde(deserialize_with = "finite")]
    pub one: f64,
    /// Two.
    #[serde(deserialize_with = "finite")]
    pub two: f64,
    /// Three or more.
    #[serde(deserialize_with = "finite")]
    pub more: f64,
}

impl BadSoFar {
    /// The shares of respondents with 0, 1, 2, 3 or more bad experiences; none where nobody was counted.
    pub fn shares(&self) -> Option<[f64; 4]> {
        let counts = [self.none, self.one, self.two, self.more].map(|count| count.max(0.0));
        let sum: f64 = counts.iter().sum();
        (sum > 0.0).then(|| counts.map(|count| count / sum))
    }
}

/// How the answers behind an entry of evidence were read, and what they say together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// How they were read.
    pub mapping: SurveyMapping,
    /// Per persona, for the steps that the survey asks about in the map's order when it came in. A persona or step that is
    /// gone is passed over.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub respondents: BTreeMap<PersonaId, Vec<BadSoFar>>,
}
