//! Any bytes taken for a print are refused or read whole; any picture of any size gives a print that
//! is read as it was written, and can be laid beside itself.

#![no_main]

use bearings_match::media::{MediaPrint, PrintMaker, likeness};
use bearings_model::MediaKind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(print) = MediaPrint::from_bytes(bytes) {
        likeness(&print, &print);
    }
    let Some((&[wide, high], pixels)) = bytes.split_first_chunk::<2>() else {
        return;
    };
    let (width, height) = (u32::from(wide), u32::from(high));
    let needed = (width * height * 3) as usize;
    let rgb: Vec<u8> = pixels.iter().copied().cycle().take(needed).collect();
    let mut maker = PrintMaker::new(MediaKind::Image);
    if maker.frame(0, true, (width, height), &rgb).is_ok() {
        let print = maker.finish(None);
        assert_eq!(MediaPrint::from_bytes(&print.to_bytes()).as_ref(), Ok(&print));
        likeness(&print, &print);
    }
});
