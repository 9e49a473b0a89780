//! What a map says, in figures: one file a formula family, each with its source. Must not know pictures, words or windows.
//!
//! Every figure is a pure function of the map, per persona unless it says otherwise, and leaves out what is unknown. A
//! figure that can't be had is `None`, never 0. Nothing is rounded here; that is for those who show it.

mod band;
pub mod carry_over;
pub mod channels;
pub mod compare;
pub mod contact;
pub mod curve;
pub mod evidence;
pub mod expectation;
pub mod kept;
pub mod load;
pub mod metrics;
pub mod opportunity;
pub mod pain;
pub mod plot;
pub mod replies;
mod span;
pub mod survey;
pub mod time;
pub mod touchpoints;

pub use band::band;

/// The mean; none of nothing.
fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.into_iter().fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    (n > 0.0).then(|| sum / n)
}

/// The population standard deviation; none of nothing.
fn spread(values: &[f64]) -> Option<f64> {
    let middle = mean(values.iter().copied())?;
    mean(values.iter().map(|value| (value - middle).powi(2))).map(f64::sqrt)
}
