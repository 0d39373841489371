//! A case as its users meet it: made, written to, read, damaged and put to the test.

#![allow(clippy::unwrap_used)]

mod by_hand;
mod damage;
mod derived;
mod index;
mod keep;
mod kill;
mod old_cases;
mod setting;
