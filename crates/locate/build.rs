//! Packs `data/gazetteer/*.tsv` into tables that need no loading: a finite-state map from every
//! name to a group of places, the groups, and the places' lines.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

const SOURCES: [&str; 3] = ["places.tsv", "kharkiv.tsv", "world.tsv"];

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../data/gazetteer");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut lines = String::new();
    let mut starts: Vec<u32> = Vec::new();
    let mut names: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for source in SOURCES {
        let path = data.join(source);
        println!("cargo::rerun-if-changed={}", path.display());
        for line in fs::read_to_string(&path)?.lines().skip(1) {
            let (place, others) = line.rsplit_once('\t').ok_or("a place needs ten columns")?;
            let number = u32::try_from(starts.len())?;
            starts.push(u32::try_from(lines.len())?);
            lines.push_str(place);
            lines.push('\n');
            let own = place.split('\t').nth(1).ok_or("a place needs a name")?;
            for name in others
                .split('|')
                .chain([own])
                .filter(|name| !name.is_empty())
            {
                let group = names.entry(fold(name)).or_default();
                if !group.contains(&number) {
                    group.push(number);
                }
            }
        }
    }
    write(out, &lines, &starts, &names)
}

/// Lower case, plain apostrophes and no accents over Latin letters; `look_up` in `lib.rs` folds
/// the same way, and a test there holds the two together.
fn fold(name: &str) -> String {
    include!("src/fold.in")
}

fn write(
    out: &Path,
    lines: &str,
    starts: &[u32],
    names: &BTreeMap<String, Vec<u32>>,
) -> Result<(), Box<dyn Error>> {
    let mut map = fst::MapBuilder::memory();
    let mut groups: Vec<u32> = Vec::new();
    for (name, places) in names {
        map.insert(name, u64::try_from(groups.len())?)?;
        groups.push(u32::try_from(places.len())?);
        groups.extend(places);
    }
    let bytes = |numbers: &[u32]| {
        numbers
            .iter()
            .flat_map(|n| n.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    fs::write(out.join("names.fst"), map.into_inner()?)?;
    fs::write(out.join("groups.bin"), bytes(&groups))?;
    fs::write(out.join("starts.bin"), bytes(starts))?;
    fs::write(out.join("lines.tsv"), lines)?;
    Ok(())
}
