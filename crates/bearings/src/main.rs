//! The `bearings` command: arguments in, words and exit codes out.
//!
//! Holds no rule of the work itself. Exit codes: 0 done, 1 done with problems listed, 2 wrong
//! use, 3 a check failed.

mod arguments;
mod commands;
mod failure;
mod home;
mod output;
mod script;
mod whose;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    // Before all else: the child in which decoders run, which no person calls and no help tells.
    let mut words = std::env::args_os().skip(1).peekable();
    if words
        .next_if(|word| word == bearings_media::JAILED)
        .is_some()
    {
        return bearings_media::jailed_main(words);
    }
    let arguments = Arguments::parse();
    let output = Output::new(arguments.json);
    match run(&arguments, &output) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::WithProblems) => ExitCode::from(1),
        Err(failure) => {
            output.fail(&failure.to_string());
            ExitCode::from(failure.code())
        }
    }
}

/// How a command ended that did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Clean,
    /// Some of it could not be done; each problem was told.
    WithProblems,
}

impl Done {
    /// Done with problems when there are any.
    pub fn having(problems: usize) -> Self {
        if problems == 0 {
            Done::Clean
        } else {
            Done::WithProblems
        }
    }
}

fn run(arguments: &Arguments, output: &Output) -> Result<Done, Failure> {
    match &arguments.command {
        Command::New(new) => commands::new::run(arguments, new, output),
        Command::Add(add) => commands::add::run(arguments, add, output),
        Command::Status => commands::status::run(arguments, output),
        Command::Gazetteer { step } => commands::gazetteer::run(step, output),
        Command::Read(read) => commands::read::run(read, output),
        Command::Similar(similar) => commands::similar::run(arguments, similar, output),
        Command::Map { step } => commands::map::run(step, output),
        Command::Find(find) => commands::find::run(find, output),
        Command::Sun(sun) => commands::sun::run(sun, output),
        Command::Fix(fix) => commands::fix::run(fix, output),
        Command::See(see) => commands::see::run(see, output),
        Command::Order(order) => commands::order::run(arguments, order, output),
        Command::Why { id } => commands::why::run(arguments, id, output),
        Command::Rule(rule) => commands::rule::run(arguments, rule, output),
        Command::Rebuild => commands::rebuild::run(arguments, output),
        Command::Account(account) => commands::account::run(arguments, account, output),
        Command::Serve(serve) => commands::serve::run(arguments, serve, output),
        Command::Verify { bundle } => commands::verify::run(arguments, bundle.as_deref(), output),
    }
}
