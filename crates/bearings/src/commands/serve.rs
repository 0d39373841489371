//! `bearings serve`: the desk on this machine.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use bearings_desk::DeskOptions;

use crate::arguments::{Arguments, Serve};
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home, script, whose};

pub fn run(arguments: &Arguments, serve: &Serve, output: &Output) -> Result<Done, Failure> {
    // Read whatever waits before the first page is asked for.
    let (case, _) = whose::read_case(arguments, output)?;
    let options = DeskOptions {
        case: case.folder().to_owned(),
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, serve.port)),
        gazetteer: Arc::new(home::gazetteer(output)),
        script: script::parts(),
    };
    drop(case);
    bearings_desk::serve(options, |address| {
        output.line(&format!(
            "The account is at http://{address} and the desk at http://{address}/desk  (stop with Ctrl-C)"
        ));
    })
    .map_err(|error| Failure::Work(error.to_string()))?;
    Ok(Done::Clean)
}
