//! English words that tie what follows to an occurrence told of, or open another.

use crate::lexicon::phrases;

phrases! {
    /// Another occurrence begins.
    pub(super) static OPENS: () = {
        () => "another, in a separate, in separate, separately, separate, meanwhile, elsewhere, in a similar, similar, in other incidents, other incidents, in addition, also",
    };
}
phrases! {
    /// Before an event's word: it has been told of.
    pub(super) static DEFINITE: () = {
        () => "the, this, that, these, those, such",
    };
}
