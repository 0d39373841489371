//! The person's own side: who they are, and the folder that holds their key.

use std::env;
use std::path::PathBuf;

use bearings_case::Signer;

use crate::arguments::Arguments;
use crate::failure::Failure;

/// The person's key, made on first use.
pub fn signer() -> Result<Signer, Failure> {
    let folder = config_folder()?;
    Signer::load_or_make(&folder).map_err(|error| Failure::Work(error.to_string()))
}

fn config_folder() -> Result<PathBuf, Failure> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")));
    base.map(|base| base.join("bearings")).ok_or_else(|| {
        Failure::Use("no folder for your key: set HOME or XDG_CONFIG_HOME".to_owned())
    })
}

/// The name that goes into the ledger.
pub fn by(arguments: &Arguments) -> String {
    let user = || {
        ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| env::var(name).ok())
    };
    arguments
        .by
        .clone()
        .or_else(user)
        .unwrap_or_else(|| "unnamed".to_owned())
}
