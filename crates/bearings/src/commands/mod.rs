//! One file a command.

pub mod account;
pub mod add;
mod file;
pub mod find;
pub mod fix;
pub mod gazetteer;
pub mod map;
pub mod new;
pub mod order;
pub mod read;
pub mod rebuild;
pub mod rule;
pub mod see;
pub mod serve;
pub mod similar;
pub mod status;
pub mod sun;
pub mod verify;
pub mod why;
