//! How sure a mean is: the 95% confidence interval.

use crate::model::Measured;

/// Below this many answers no band is drawn.
const LEAST_ANSWERS: u32 = 5;

/// The 95% confidence interval of a mean by Student's t, clipped to −2…+2; of weighted answers by
/// how many they are as good as. None below 5 answers, or without a spread: a
/// band of no width would claim a certainty that nobody has.
pub fn band(measured: &Measured) -> Option<(f64, f64)> {
    let sd = measured.sd.filter(|sd| sd.is_finite() && *sd > 0.0)?;
    if measured.n < LEAST_ANSWERS || !measured.mean.is_finite() {
        return None;
    }
    let n = measured.weight();
    if n <= 1.0 {
        return None;
    }
    let half = student_t(n - 1.0) * sd / n.sqrt();
    Some(((measured.mean - half).clamp(-2.0, 2.0), (measured.mean + half).clamp(-2.0, 2.0)))
}

/// The 97.5% quantile of Student's t: the series of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5. For
/// 4 degrees of freedom it is 0.001 too low, for more the error is smaller.
pub(super) fn student_t(freedom: f64) -> f64 {
    /// The 97.5% quantile of the normal distribution.
    const NORMAL: f64 = 1.959_963_984_540_054;
    let x = NORMAL;
    let terms = [
        (x.powi(3) + x) / 4.0,
        (5.0 * x.powi(5) + 16.0 * x.powi(3) + 3.0 * x) / 96.0,
        (3.0 * x.powi(7) + 19.0 * x.powi(5) + 17.0 * x.powi(3) - 15.0 * x) / 384.0,
        (79.0 * x.powi(9) + 776.0 * x.powi(7) + 1482.0 * x.powi(5) - 1920.0 * x.powi(3) - 945.0 * x) / 92_160.0,
    ];
    // Horner: x + t1/v + t2/v^2 + ...
    x + terms.iter().rev().fold(0.0, |sum, term| (sum + term) / freedom)
}
