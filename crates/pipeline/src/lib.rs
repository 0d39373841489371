//! The order of work, from bytes to an account.
