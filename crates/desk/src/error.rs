//! Why the desk could not be opened.

use std::io;
use std::net::{IpAddr, SocketAddr};

use bearings_case::CaseError;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum DeskError {
    #[error(
        "{ip} can be reached from other machines and the desk asks nobody for a password; \
         open it on 127.0.0.1"
    )]
    NotLoopback { ip: IpAddr },
    #[error("port {port} is taken by another program; choose another, as in `--port {}`", another(*port))]
    PortTaken { port: u16 },
    #[error("the desk cannot be opened at {address}: {source}; try another port with `--port`")]
    Listen {
        address: SocketAddr,
        source: io::Error,
    },
    #[error("the desk cannot be opened: {0}")]
    Case(#[from] CaseError),
    #[error("the desk cannot be opened: the system gives it no connections ({0}); try again")]
    Runtime(io::Error),
}

fn another(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(7040)
}
