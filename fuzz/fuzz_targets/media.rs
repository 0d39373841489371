//! Any bytes as a media file's head, a decoder's answer, a reader's table or a transcript: no panic,
//! nothing impossible taken over.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| bearings_media::parsers::feed(input));
