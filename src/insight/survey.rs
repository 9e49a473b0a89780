//! What answers to a survey say, before they become scores.

use crate::model::{EvidenceId, Measured};

/// A figure of answers: the share or mean of those that lie on the question's scale; none without any.
fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    (n > 0.0).then(|| sum / n)
}

/// Net Promoter Score of answers 0…10, −100…100: percentage of 9 and 10 minus percentage of 0…6 (Reichheld, "The One Number
/// You Need to Grow", 2003). Answers off the scale are no answers.
pub fn nps(answers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let on_scale = answers.into_iter().filter(|answer| (0.0..=10.0).contains(answer));
    mean(on_scale.map(|answer| match answer {
        answer if answer >= 9.0 => 100.0,
        answer if answer <= 6.0 => -100.0,
        _ => 0.0,
    }))
}

/// Customer satisfaction, 0…1: the share of answers at or above `lo + 0.75 · (hi − lo)`; on 1…5 that is 4 and 5. `lo` is the
/// worst answer and `hi` the best, so `lo > hi` turns the scale.
pub fn csat(answers: impl IntoIterator<Item = f64>, lo: f64, hi: f64) -> Option<f64> {
    mean(placed(answers, lo, hi).map(|place| if place >= 0.75 { 1.0 } else { 0.0 }))
}

/// Customer effort score: the mean of answers 1…7, 7 = very easy (Dixon, Freeman, Toman, 2010).
pub fn ces(answers: impl IntoIterator<Item = f64>) -> Option<f64> {
    mean(answers.into_iter().filter(|answer| (1.0..=7.0).contains(answer)))
}

/// The emotion score −2…+2 of an answer on a scale from the worst answer `lo` to the best `hi`: −2 + 4·(x − lo)/(hi − lo).
/// None off the scale.
pub fn emotion(answer: f64, lo: f64, hi: f64) -> Option<f64> {
    placed([answer], lo, hi).next().map(|place| -2.0 + 4.0 * place)
}

/// The emotion score of an answer to a recommendation question 0…10, by its bands: 0…6 → −2 + 0.25·x, 7 → 0, 8 → 0.5,
/// 9 → 1.25, 10 → 2 (the project's own mapping); between two whole answers linear. None off the scale.
pub fn emotion_of_recommendation(answer: f64) -> Option<f64> {
    const UPPER: [f64; 5] = [-0.5, 0.0, 0.5, 1.25, 2.0];
    if !(0.0..=10.0).contains(&answer) {
        return None;
    }
    if answer <= 6.0 {
        return Some(-2.0 + 0.25 * answer);
    }
    let place = answer - 6.0;
    let left = UPPER.get(place.floor() as usize).copied()?;
    let right = UPPER.get(place.ceil() as usize).copied()?;
    Some(left + (right - left) * place.fract())
}

/// Where answers lie between the worst (0) and the best (1); those off the scale are left out, and all where the scale is
/// none.
fn placed(answers: impl IntoIterator<Item = f64>, lo: f64, hi: f64) -> impl Iterator<Item = f64> {
    let span = hi - lo;
    answers.into_iter().map(move |answer| (answer - lo) / span).filter(|place| (0.0..=1.0).contains(place))
}

/// An answer at or below this is a bad experience.
pub const BAD: f64 = -1.5;

/// Answers of one kind, counted one by one: what a measured score is worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally {
    /// How many answers.
    pub n: u64,
    /// Σw.
    weight: f64,
    /// Σw².
    squares: f64,
    mean: f64,
    /// Σw·(x − mean)².
    spread: f64,
    /// Σw of bad answers.
    bad: f64,
}

impl Tally {
    /// Counts an answer on −2…+2, with its weight above 0 (West, "Updating mean and variance estimates", 1979).
    pub fn add(&mut self, score: f64, weight: f64) {
        self.n += 1;
        self.weight += weight;
        self.squares += weight * weight;
        let from = score - self.mean;
        self.mean += from * weight / self.weight;
        self.spread += weight * from * (score - self.mean);
        if score <= BAD {
            self.bad += weight;
        }
    }

    /// The weighted mean; none without answers.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then_some(self.mean)
    }

    /// How many answers of one weight say as much: (Σw)²/Σw² (Kish, Survey Sampling, 1965).
    pub fn effective(&self) -> f64 {
        if self.squares > 0.0 { self.weight * self.weight / self.squares } else { 0.0 }
    }

    /// The sample's standard deviation: √(Σw(x − mean)²/Σw · e/(e − 1)) with e the effective number of answers; with equal
    /// weights that is the usual one with n − 1. None below two answers.
    pub fn sd(&self) -> Option<f64> {
        let effective = self.effective();
        (self.n > 1 && effective > 1.0)
            .then(|| (self.spread.max(0.0) / self.weight * effective / (effective - 1.0)).sqrt())
    }

    /// What they say as a measured score; none without answers. `weighted`: whether a column of weights was named.
    pub fn measured(&self, weighted: bool, evidence: Option<EvidenceId>) -> Option<Measured> {
        let n = u32::try_from(self.n).unwrap_or(u32::MAX);
        let effective = weighted.then(|| self.effective().min(f64::from(n)));
        let bad = (self.bad / self.weight).clamp(0.0, 1.0);
        self.mean().map(|mean| Measured {
            n,
            mean: mean.clamp(-2.0, 2.0),
            sd: self.sd(),
            bad: Some(bad),
            effective,
            evidence,
        })
    }
}
