//! One file a command.

pub mod account;
pub mod add;
pub mod gazetteer;
pub mod new;
pub mod read;
pub mod rebuild;
pub mod rule;
pub mod serve;
pub mod similar;
pub mod status;
pub mod verify;
pub mod why;
