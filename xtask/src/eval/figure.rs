//! One measured figure, and the counting that most of them come from.

/// A line of the table: what was measured on which set, what was wanted, what others reach.
#[derive(Clone, Debug)]
pub struct Figure {
    pub set: &'static str,
    /// "strict F1", "exact killed".
    pub metric: String,
    /// A share from 0 to 1, unless the metric names another unit.
    pub value: f64,
    /// How many cases it was measured on.
    pub cases: usize,
    /// What the project wants, where it says.
    pub goal: Option<f64>,
    /// What others reach, in words, with who; empty where nothing is known.
    pub other: &'static str,
}

/// Found rightly, found wrongly, missed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub right: f64,
    pub wrong: f64,
    pub missed: f64,
}

impl Counts {
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    pub fn f1(self) -> f64 {
        share(
            2.0 * self.right,
            2.0 * self.right + self.wrong + self.missed,
        )
    }
}

/// `part` of `whole`; 0 of nothing is 0.
pub fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
