//! Takes in the map's script when `make web` has built it. Without it everything works but the
//! map that can be moved: the drawn map of each account stays.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../web/dist");
    let out = env::var("OUT_DIR")?;
    for name in ["account-map.js", "account-map.css", "LICENCES.txt"] {
        let built = dist.join(name);
        println!("cargo::rerun-if-changed={}", built.display());
        let bytes = if built.is_file() {
            fs::read(&built)?
        } else {
            Vec::new()
        };
        fs::write(Path::new(&out).join(name), bytes)?;
    }
    Ok(())
}
