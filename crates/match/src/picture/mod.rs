//! Pictures: which shows the same pixels as which, whole or in part, edited or not.

mod agreement;
mod fit;
mod grey;
mod marks;
mod pattern;
mod search;
mod still;

pub use agreement::{Agreement, LEAST_AGREEMENT, Part, agreement, moved_cells};
pub use fit::{Fit, fit};
pub use grey::Grey;
pub use marks::{Mark, marks};
pub use search::MarkSearch;
pub use still::Still;
