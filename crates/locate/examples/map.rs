//! Imports an extract and says what it took, for measuring beside peers: `map EXTRACT STORE`.

use std::path::Path;
use std::time::Instant;

use bearings_locate::map;

#[allow(clippy::print_stdout)]
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, from, to] = arguments.as_slice() else {
        panic!("map EXTRACT STORE")
    };
    let began = Instant::now();
    let done =
        map::import(Path::new(from), Path::new(to), "1970-01-01T00:00:00Z").expect("an extract");
    let seconds = began.elapsed().as_secs_f64();
    let counts = done.about.counts;
    let features = counts.features();
    println!("{counts:?}");
    println!("{:?}", done.problems);
    println!(
        "{features} features in {seconds:.3} s, {:.0} a second; {} bytes, {:.1} a feature",
        features as f64 / seconds,
        done.about.store_bytes,
        done.about.store_bytes as f64 / features as f64
    );
}
