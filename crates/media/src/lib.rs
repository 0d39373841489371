//! Pictures, film and sound: bytes to frames and samples, and what a file says of itself.
//!
//! Everything that comes in is hostile: no decoder runs outside the jail, and none sees more than
//! its one file. Compares nothing, keeps nothing.
