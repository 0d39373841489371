//! Packs `data/gazetteer/*.tsv` into the tables of the built-in gazetteer.

#[path = "src/fold.rs"]
mod fold;
#[path = "src/pack.rs"]
mod pack;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const SOURCES: [&str; 3] = ["places.tsv", "kharkiv.tsv", "world.tsv"];

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../data/gazetteer");
    let mut packing = pack::Packing::default();
    for source in SOURCES {
        let path = data.join(source);
        println!("cargo::rerun-if-changed={}", path.display());
        for line in fs::read_to_string(&path)?.lines().skip(1) {
            let (place, others) = line.rsplit_once('\t').ok_or("a place needs ten columns")?;
            packing
                .add(place, others.split('|'))
                .ok_or("a place needs a name")?;
        }
    }
    let packed = packing.finish()?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("names.fst"), packed.names)?;
    fs::write(out.join("groups.bin"), packed.groups)?;
    fs::write(out.join("starts.bin"), packed.starts)?;
    fs::write(out.join("lines.tsv"), packed.lines)?;
    Ok(())
}
