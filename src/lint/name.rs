//! What the rules are called. Must not know what they find.

use super::Rule;
use crate::i18n::Words;

macro_rules! rules {
    ($($name:ident $code:literal,)*) => {
        /// A rule. Its code stands in files and scripts, and never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleName {
            $(
                #[doc = concat!("`", $code, "`")]
                $name,
            )*
        }

        impl RuleName {
            /// All rules, in the order of the interface.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its stable name.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

rules! {
    StageWithoutSteps "stage-without-steps",
    TooManySteps "too-many-steps",
    BlueprintLines "blueprint-lines",
    EmotionWithoutPersona "emotion-without-persona",
    EmptyCard "empty-card",
    StepWithoutScore "step-without-score",
    PainUnanswered "pain-unanswered",
    PainWithoutOwner "pain-without-owner",
    OpportunityAnswersNothing "opportunity-answers-nothing",
    NegativeTouchpoint "negative-touchpoint",
    TouchpointGap "touchpoint-gap",
    CustomerRepeats "customer-repeats",
    NoWayToPerson "no-way-to-person",
    MomentWithoutEvidence "moment-without-evidence",
    ValidatedWithoutEvidence "validated-without-evidence",
    ValidatedOnFew "validated-on-few",
    StaleEvidence "stale-evidence",
    TextTooLong "text-too-long",
    MissingAlternative "missing-alternative",
    Contrast "contrast",
}

impl RuleName {
    /// The rule with this stable name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }

    /// What it is called in words.
    pub fn title(self, words: &Words) -> String {
        words.get(&format!("rule-{}", self.code()))
    }

    /// Why it matters.
    pub fn why(self, words: &Words) -> String {
        words.get(&format!("rule-{}-why", self.code()))
    }

    /// Why a finding of this rule that has no remedy is left to people, and how they settle it. None where each has one.
    pub fn by_hand(self, words: &Words) -> Option<String> {
        match self {
            Self::StageWithoutSteps
            | Self::EmotionWithoutPersona
            | Self::EmptyCard
            | Self::PainUnanswered
            | Self::NegativeTouchpoint
            | Self::ValidatedWithoutEvidence
            | Self::ValidatedOnFew
            | Self::Contrast => None,
            Self::TooManySteps
            | Self::BlueprintLines
            | Self::StepWithoutScore
            | Self::PainWithoutOwner
            | Self::OpportunityAnswersNothing
            | Self::TouchpointGap
            | Self::CustomerRepeats
            | Self::NoWayToPerson
            | Self::MomentWithoutEvidence
            | Self::StaleEvidence
            | Self::TextTooLong
            | Self::MissingAlternative => Some(words.get(&format!("rule-{}-by-hand", self.code()))),
        }
    }
}

impl Rule {
    /// The rule that found this.
    pub const fn name(&self) -> RuleName {
        match self {
            Self::StageWithoutSteps => RuleName::StageWithoutSteps,
            Self::TooManySteps { .. } => RuleName::TooManySteps,
            Self::LaneBehindOther | Self::PastFrontstage { .. } => RuleName::BlueprintLines,
            Self::PainUnanswered => RuleName::PainUnanswered,
            Self::PainWithoutOwner => RuleName::PainWithoutOwner,
            Self::OpportunityAnswersNothing => RuleName::OpportunityAnswersNothing,
            Self::NegativeTouchpoint(_) => RuleName::NegativeTouchpoint,
            Self::NoWayToPerson => RuleName::NoWayToPerson,
            Self::Repeats { .. } => RuleName::CustomerRepeats,
            Self::TouchpointGap { .. } => RuleName::TouchpointGap,
            Self::MomentWithoutEvidence => RuleName::MomentWithoutEvidence,
            Self::ValidatedWithoutEvidence(_) => RuleName::ValidatedWithoutEvidence,
            Self::ValidatedOnFew { .. } => RuleName::ValidatedOnFew,
            Self::StaleEvidence { .. } => RuleName::StaleEvidence,
            Self::StepWithoutScore => RuleName::StepWithoutScore,
            Self::EmotionWithoutPersona => RuleName::EmotionWithoutPersona,
            Self::EmptyCard => RuleName::EmptyCard,
            Self::TextTooLong { .. } => RuleName::TextTooLong,
            Self::MissingAlternative => RuleName::MissingAlternative,
            Self::Contrast { .. } => RuleName::Contrast,
        }
    }
}
