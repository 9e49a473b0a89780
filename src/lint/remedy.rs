//! What settles a finding with one key: an edit, or something to write whose place is made ready. Must not know how it is done.

use super::{Advice, Rule};
use crate::edit::{Edit, TextAt};
use crate::i18n::Words;
use crate::model::{CardId, StepId};
use crate::words;

/// What settles a finding, or is the first step to it. Each is one undo step.
#[derive(Debug, Clone, PartialEq)]
pub enum Remedy {
    /// A change of what is there.
    Edit(Edit),
    /// A persona is added, whose name is to be typed.
    AddPersona,
    /// An opportunity that answers this pain point is to be written.
    Answer(CardId),
    /// The pain point of this step is to be written.
    NamePain(StepId),
}

impl From<Edit> for Remedy {
    fn from(edit: Edit) -> Self {
        Self::Edit(edit)
    }
}

impl Advice {
    /// What its remedy does, as the words of a button; none without one.
    pub fn remedy_words(&self, words: &Words) -> Option<String> {
        let remedy = self.remedy.as_ref()?;
        Some(match &self.rule {
            Rule::StageWithoutSteps => words!(words, "remedy-stage-without-steps"),
            Rule::LaneBehindOther => words!(words, "remedy-lane-behind-other"),
            Rule::PastFrontstage { .. } => words!(words, "remedy-past-frontstage"),
            Rule::EmotionWithoutPersona => words!(words, "remedy-emotion-without-persona"),
            Rule::EmptyCard => words!(words, "remedy-empty-card"),
            Rule::StepWithoutScore => words!(words, "remedy-step-without-score"),
            Rule::PainUnanswered => match remedy {
                Remedy::Edit(_) => words!(words, "remedy-pain-unanswered"),
                Remedy::AddPersona | Remedy::Answer(_) | Remedy::NamePain(_) => words!(words, "remedy-pain-answer"),
            },
            Rule::PainWithoutOwner => match remedy {
                Remedy::Edit(Edit::SetText { at: TextAt::CardOwner(_), text }) => {
                    words!(words, "remedy-pain-without-owner", owner = text.as_str())
                }
                _ => words!(words, "dialog-problems-fix"),
            },
            Rule::OpportunityAnswersNothing => words!(words, "remedy-opportunity-answers-nothing"),
            Rule::NegativeTouchpoint(_) => words!(words, "remedy-negative-touchpoint"),
            Rule::ValidatedWithoutEvidence(_) | Rule::ValidatedOnFew { .. } => words!(words, "remedy-validated"),
            Rule::TextTooLong { .. } => words!(words, "remedy-text-too-long"),
            Rule::MissingAlternative => words!(words, "remedy-missing-alternative"),
            Rule::Contrast { .. } => words!(words, "remedy-contrast"),
            // These are settled by people alone.
            Rule::TooManySteps { .. }
            | Rule::NoWayToPerson
            | Rule::Repeats { .. }
            | Rule::TouchpointGap { .. }
            | Rule::MomentWithoutEvidence
            | Rule::StaleEvidence { .. } => words!(words, "dialog-problems-fix"),
        })
    }
}
