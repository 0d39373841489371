//! Writes the test case's account to a folder, to look at it: `render FOLDER [FOLDER-OF-MAP-SCRIPT]`.
#![allow(clippy::print_stdout)]

#[path = "../tests/fixture/mod.rs"]
mod fixture;

use std::path::Path;
use std::{env, error::Error, fs};

use bearings_publish::{BaseMap, MapScript, build};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("name a folder to write to")?;
    let script = match arguments.next() {
        Some(dist) => Some((
            fs::read_to_string(format!("{dist}/account-map.js"))?,
            fs::read_to_string(format!("{dist}/account-map.css"))?,
        )),
        None => None,
    };
    let case = fixture::case();
    let script = script.as_ref().map(|(js, css)| MapScript { js, css });
    for page in build(
        &case.account,
        &case.sources(),
        &BaseMap::embedded()?,
        script,
    )? {
        let path = Path::new(&folder).join(&page.path);
        fs::create_dir_all(path.parent().ok_or("a page without a folder")?)?;
        println!("{:>9} {}", page.bytes.len(), page.path);
        fs::write(path, page.bytes)?;
    }
    Ok(())
}
