//! How texts enter a map: composed (NFC), with `\n` as line end, without control characters, which no format of the exports
//! could hold.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::model::{
    AnswerScale, AnswerTest, Card, Content, Evidence, Fact, Field, Lane, MapLink, Metric, NamedMetric, OwnChannel,
    Persona, Reply, Respondents, Risk, Segment, Stage, Step, SurveyMapping, SurveyTarget, Unit,
};

/// A text as maps keep it.
pub fn clean_text(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !text.chars().any(odd) && is_nfc(text) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(lines.chars().filter(|&c| !odd(c)).nfc().collect())
}

/// Whatever holds texts.
pub(super) trait Clean {
    /// Makes all texts in it as maps keep them.
    fn clean(&mut self);
}

impl Clean for String {
    fn clean(&mut self) {
        if let Cow::Owned(text) = clean_text(self) {
            *self = text;
        }
    }
}

impl<T: Clean> Clean for Vec<T> {
    fn clean(&mut self) {
        self.iter_mut().for_each(T::clean);
    }
}

impl<T: Clean> Clean for Option<T> {
    fn clean(&mut self) {
        if let Some(inner) = self {
            inner.clean();
        }
    }
}

impl Clean for Risk {
    fn clean(&mut self) {
        self.worst_case.clean();
        self.answer.clean();
    }
}

impl Clean for Stage {
    /// Of the stage alone, without its steps.
    fn clean(&mut self) {
        self.name.clean();
        self.notes.clean();
    }
}

impl Clean for Step {
    /// Of the step alone, without its cards.
    fn clean(&mut self) {
        self.name.clean();
        self.notes.clean();
        self.risk.clean();
        self.branches.iter_mut().for_each(|branch| branch.label.clean());
    }
}

impl Clean for Lane {
    fn clean(&mut self) {
        self.name.clean();
    }
}

impl Clean for Field {
    fn clean(&mut self) {
        self.name.clean();
        self.value.clean();
    }
}

impl Clean for Persona {
    fn clean(&mut self) {
        let texts = [
            &mut self.name,
            &mut self.description,
            &mut self.goal,
            &mut self.quote,
            &mut self.portrait,
            &mut self.notes,
        ];
        texts.into_iter().for_each(String::clean);
        self.fields.clean();
    }
}

impl Clean for Segment {
    fn clean(&mut self) {
        self.name.clean();
        self.fields.clean();
    }
}

impl Clean for Evidence {
    fn clean(&mut self) {
        [&mut self.name, &mut self.source, &mut self.notes].into_iter().for_each(String::clean);
        if let Some(survey) = &mut self.survey {
            survey.mapping.clean();
        }
    }
}

impl Clean for Fact {
    fn clean(&mut self) {
        self.text.clean();
        self.source.clean();
    }
}

impl Clean for Reply {
    fn clean(&mut self) {
        self.name.clean();
        self.steps.values_mut().for_each(String::clean);
        self.cards.values_mut().for_each(String::clean);
    }
}

impl Clean for MapLink {
    fn clean(&mut self) {
        self.name.clean();
        self.file.clean();
    }
}

impl Clean for OwnChannel {
    fn clean(&mut self) {
        self.name.clean();
        self.icon.clean();
    }
}

impl Clean for Metric {
    fn clean(&mut self) {
        if let Unit::Other(name) = &mut self.unit {
            name.clean();
        }
    }
}

impl Clean for NamedMetric {
    fn clean(&mut self) {
        self.name.clean();
        self.metric.clean();
    }
}

impl Clean for Content {
    fn clean(&mut self) {
        match self {
            Self::Metric(metric) => metric.clean(),
            Self::Image(image) => {
                image.file.clean();
                image.alternative.clean();
            }
            Self::Text | Self::Touchpoint(_) | Self::PainPoint(_) | Self::Opportunity(_) | Self::Process => {}
        }
    }
}

impl Clean for Card {
    fn clean(&mut self) {
        self.text.clean();
        self.notes.clean();
        self.owner.clean();
        self.links.iter_mut().for_each(|link| link.label.clean());
        self.content.clean();
    }
}

impl Clean for SurveyMapping {
    fn clean(&mut self) {
        self.name.clean();
        self.table.sheet.clean();
        self.weight.clean();
        self.no_answer.clean();
        for column in &mut self.columns {
            column.column.clean();
            column.no_answer.clean();
            match &mut column.target {
                SurveyTarget::Step(step) => step.name.clean(),
                SurveyTarget::Touchpoint { card, step } => {
                    card.name.clean();
                    step.name.clean();
                }
                SurveyTarget::Metric { name, .. } => name.clean(),
            }
            if let AnswerScale::Labels(labels) = &mut column.scale {
                labels.iter_mut().for_each(|label| label.text.clean());
            }
        }
        match &mut self.respondents {
            Respondents::Everybody => {}
            Respondents::One(persona) => persona.name.clean(),
            Respondents::Groups(groups) => {
                for group in groups {
                    group.persona.name.clean();
                    group.column.clean();
                    group.values.clean();
                }
            }
        }
        for exclusion in &mut self.exclusions {
            exclusion.column.clean();
            exclusion.reason.clean();
            if let AnswerTest::Is(values) | AnswerTest::IsNot(values) = &mut exclusion.test {
                values.clean();
            }
        }
    }
}
