//! Copies: which text repeats which.
