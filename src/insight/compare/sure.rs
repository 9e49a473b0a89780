//! How sure it is that two means differ. Must not know where they come from.

use crate::insight::band::student_t;
use crate::model::Measured;

/// Below this many answers on either side nothing is said.
const LEAST_ANSWERS: u32 = 5;

/// The 95% confidence interval of the difference of two means, second − first, by Welch's t (B. L. Welch, "The
/// generalization of Student's problem when several different population variances are involved", Biometrika 34, 1947):
/// the two groups need be neither of one size nor of one spread. Both are taken as groups of different people. None below
/// 5 answers on either side, or where neither has a spread.
pub fn difference_of_means(before: &Measured, after: &Measured) -> Option<(f64, f64)> {
    let part = |measured: &Measured| -> Option<(f64, f64)> {
        let sd = measured.sd.filter(|sd| sd.is_finite())?;
        let n = f64::from(measured.n);
        (measured.n >= LEAST_ANSWERS && measured.mean.is_finite()).then_some((sd * sd / n, n - 1.0))
    };
    let ((a, a_freedom), (b, b_freedom)) = (part(before)?, part(after)?);
    let variance = a + b;
    if variance <= 0.0 {
        return None;
    }
    // Welch and Satterthwaite: between the smaller freedom and the sum of both.
    let freedom = variance * variance / (a * a / a_freedom + b * b / b_freedom);
    let half = student_t(freedom) * variance.sqrt();
    let difference = after.mean - before.mean;
    Some((difference - half, difference + half))
}
