//! What a person writes to ask the sun: never a panic, and a measurement that is printed reads the same.

#![no_main]

use bearings_locate::sun::{Measured, moment, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    for read in [Measured::ratio, Measured::direction] {
        if let Ok(measured) = read(text)
            && let Ok(again) = read(&measured.to_string())
        {
            // Printed to a millionth.
            assert!((again.value - measured.value).abs() <= 1e-5 * (1.0 + measured.value.abs()));
        }
    }
    let _ = written::place(text);
    let _ = written::dates(text);
    let _ = written::gap(text);
    let _ = written::light(text);
    let _ = moment(text, Some("Europe/Kyiv"));
});
