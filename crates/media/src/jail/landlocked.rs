//! Landlock (Linux 5.13 and newer): after this a process opens its input, the system's libraries
//! and what it was told it needs, and nothing else.

use std::fs;
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};

use super::Order;
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd,
    Ruleset, RulesetAttr, RulesetCreated, RulesetCreatedAttr, RulesetError, Scope,
};

/// Everything Landlock knew to forbid in Linux 6.12; an older kernel forbids what it can.
const NEWEST: ABI = ABI::V6;

/// Whether this kernel has it. Makes a ruleset and drops it: nothing is forbidden by that.
pub(super) fn stands() -> bool {
    Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V1))
        .and_then(Ruleset::create)
        .is_ok()
}

/// Shuts this process in; `program` is the one file it may execute.
pub(super) fn shut(program: Option<&Path>, order: &Order) -> Result<(), RulesetError> {
    let mut rules = nothing_allowed()?;
    let reading = AccessFs::ReadFile.into();
    // The input is opened again by its number: /proc/self/fd/0.
    if order.input_on_disk {
        rules = rules.add_rule(PathBeneath::new(std::io::stdin().as_fd(), reading))?;
    }
    if let Some(program) = program {
        let running = AccessFs::ReadFile | AccessFs::Execute;
        rules = allow(rules, program, running)?;
        for loader in LOADERS {
            rules = allow(rules, Path::new(loader), running)?;
        }
        for folder in libraries() {
            rules = allow(rules, &folder, reading)?;
        }
        for device in ["/dev/null", "/dev/urandom"] {
            rules = allow(rules, Path::new(device), reading)?;
        }
        for path in &order.reads {
            rules = allow(rules, path, AccessFs::ReadFile | AccessFs::ReadDir)?;
        }
    }
    rules.restrict_self().map(|_| ())
}

/// Leaves reading and running, and nothing else.
pub(super) fn shut_to_reading() -> Result<(), RulesetError> {
    let all = AccessFs::from_read(NEWEST);
    let rules = allow(nothing_allowed()?, Path::new("/"), all)?;
    let written = AccessFs::ReadFile | AccessFs::WriteFile;
    let rules = allow(rules, Path::new("/dev/null"), written)?;
    rules.restrict_self().map(|_| ())
}

fn nothing_allowed() -> Result<RulesetCreated, RulesetError> {
    Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()
}

/// What is missing on this machine needs no rule.
fn allow(
    rules: RulesetCreated,
    path: &Path,
    access: BitFlags<AccessFs>,
) -> Result<RulesetCreated, RulesetError> {
    let Ok(beneath) = PathFd::new(path) else {
        return Ok(rules);
    };
    let access = if path.is_dir() {
        access
    } else {
        access & AccessFs::from_file(NEWEST)
    };
    rules.add_rule(PathBeneath::new(beneath, access))
}

/// The programs that load programs; the kernel executes them for every dynamic one.
const LOADERS: &[&str] = &[
    "/lib64/ld-linux-x86-64.so.2",
    "/lib/ld-linux-aarch64.so.1",
    "/lib/ld-musl-x86_64.so.1",
    "/lib/ld-musl-aarch64.so.1",
];

/// Where programs find what they are linked with.
pub(super) fn libraries() -> Vec<PathBuf> {
    const PLACES: &[&str] = &[
        "/lib",
        "/lib64",
        "/usr/lib",
        "/usr/lib64",
        "/usr/local/lib",
        "/nix/store",
        "/gnu/store",
        "/etc/ld.so.cache",
        "/etc/ld.so.conf",
        "/etc/ld.so.conf.d",
        "/etc/alternatives",
    ];
    let there = |path: &PathBuf| fs::metadata(path).is_ok();
    PLACES.iter().map(PathBuf::from).filter(there).collect()
}
