//! What the fuzz target feeds: every parser of ours that reads what a file or a decoder wrote.

use std::io::Cursor;

use crate::{bytes, credentials, lettering, probe, speech};

/// Feeds `input` to each of them and checks what must hold of any input.
pub fn feed(input: &[u8]) {
    let _ = bytes::looks(&mut Cursor::new(input));
    credentials::feed(input);
    let text = String::from_utf8_lossy(input);
    probe::feed(&text);
    for said in speech::said(&text) {
        assert!(said.from_ms <= said.to_ms && !said.text.is_empty());
    }
    for line in lettering::lines(&text, 640, 480) {
        assert!((0.0..=1.0).contains(&line.confidence) && !line.text.is_empty());
        assert!(line.region.left <= 1000 && line.region.width <= 1000);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fuzz target's work in small: what is nearly right, thousands of times, the same each run.
    #[test]
    fn nothing_nearly_right_breaks_a_parser() {
        let seeds: &[&[u8]] = &[
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
            b"\xFF\xD8\xFF\xE0\0\x04hi\xFF\xEB\0\x14JP\0\x01jumbc2pa.......\xFF\xDA",
            b"\x89PNG\r\n\x1a\n\0\0\0\x02IHDR..crc.\0\0\0\0caBX",
            b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0abcdefC2PA\x01\0\0\0x",
            b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x18uuid\0\0\0\x01free\0\0\0\0\0\0\0\x20",
            b"{\"streams\":[{\"codec_type\":\"video\",\"avg_frame_rate\":\"30/1\",\"side_data_list\":[{\"rotation\":-90}]}],\
              \"format\":{\"duration\":\"1.5\",\"tags\":{\"creation_time\":\"2022-02-27T09:14:00+0200\",\"location\":\"+49.9+036.2/\"}}}",
            b"{\"checked\":{\"valid\":true,\"signer\":\"A\",\"signed\":null,\"generator\":null,\"actions\":[\"c2pa.opened\"],\"failures\":[]}}\n",
            b"00:00:01,000 --> 00:00:04,500\nThey ran.\n\n[00:01.0 --> 00:02.0] again",
            b"5\t1\t1\t1\t1\t1\t20\t10\t40\t20\t90.5\tword\n5\t1\t1\t1\t1\t2\t70\t12\t50\t20\t80\tword",
        ];
        let mut state = 1_u64;
        let mut random = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as usize % below
        };
        for seed in seeds {
            for _ in 0..2000 {
                let mut bytes = seed.to_vec();
                for _ in 0..=random(4) {
                    let at = random(bytes.len());
                    bytes[at] = if random(2) == 0 {
                        random(256) as u8
                    } else {
                        b"0129-+:.,"[random(9)]
                    };
                }
                bytes.truncate(bytes.len() - random(2) * random(bytes.len()));
                feed(&bytes);
            }
        }
    }
}
