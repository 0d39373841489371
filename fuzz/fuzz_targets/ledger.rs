//! A ledger from a stranger: checking it never panics, and no change to a sound one goes unseen.
//!
//! The input is taken twice: as a ledger, and as edits to a sound one. Only a cut at the end of a
//! line leaves a ledger without a fault, which is why its head is to be written down elsewhere.

#![no_main]

use bearings_case::verify_ledger;
use libfuzzer_sys::fuzz_target;

const SOUND: &[u8] = include_bytes!("../../crates/case/golden/0.1/ledger.jsonl");

fuzz_target!(|input: &[u8]| {
    let _ = verify_ledger(input).expect("memory can be read");

    let edited = edit(SOUND, input);
    let cut_at_a_line = SOUND.starts_with(&edited) && edited.last() == Some(&b'\n');
    let checked = verify_ledger(edited.as_slice()).expect("memory can be read");
    assert_eq!(checked.faults.is_empty(), cut_at_a_line, "{:?}", checked.faults);
});

/// Four bytes of input are one edit: where (two bytes), what (overwrite, insert, take out, cut
/// off, repeat a stretch), and the byte or the length it does it with.
fn edit(sound: &[u8], input: &[u8]) -> Vec<u8> {
    let mut edited = sound.to_vec();
    for change in input.chunks_exact(4).take(16) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % (edited.len() + 1);
        let end = (at + usize::from(change[3]) * 4).min(edited.len());
        match change[2] % 5 {
            0 if at < edited.len() => edited[at] = change[3],
            1 => edited.insert(at, change[3]),
            2 => drop(edited.drain(at..end)),
            3 => edited.truncate(at),
            _ => {
                let stretch = edited[at..end].to_vec();
                edited.splice(at..at, stretch);
            }
        }
    }
    edited
}
