//! The local web desk.
