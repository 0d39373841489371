//! The child's side of a picture: bytes from standard input, one line of JSON, then the pixels.

use std::io::{self, Cursor, Read as _, Write as _};
use std::process::ExitCode;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{Head, exif};

/// A file above this is no picture anyone took.
const MOST_BYTES: u64 = 1 << 30;

pub(crate) fn decode(most_pixels: u64, pixels: bool) -> ExitCode {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
    let mut head = Head {
        orientation: 1,
        ..Head::default()
    };
    let decoded = match read {
        Ok(_) => look(&bytes, &mut head, most_pixels, pixels),
        Err(error) => Err(error.to_string()),
    };
    let rgb = decoded.unwrap_or_else(|failure| {
        head.failure = Some(failure);
        Vec::new()
    });
    match tell(&head, &rgb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn tell(head: &Head, rgb: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(serde_json::to_string(head)?.as_bytes())?;
    out.write_all(b"\n")?;
    out.write_all(rgb)?;
    out.flush()
}

fn look(bytes: &[u8], head: &mut Head, most_pixels: u64, pixels: bool) -> Result<Vec<u8>, String> {
    head.written = exif::written(bytes);
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| error.to_string())?;
    let format = reader.format().ok_or("its format is not known here")?;
    head.format = format.extensions_str()[0].replace("jpg", "jpeg");
    let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
    (head.width, head.height) = decoder.dimensions();
    head.orientation = decoder.orientation().map_or(1, |o| o.to_exif());
    if u64::from(head.width) * u64::from(head.height) > most_pixels {
        return Err("too many pixels".to_owned());
    }
    if format == ImageFormat::Jpeg && cut_off(bytes) {
        head.damage = Some("The picture is cut off; what is missing is grey.".to_owned());
    }
    if !pixels {
        return Ok(Vec::new());
    }
    // The jail's own limit on memory holds; the crate's is lower than a large photograph needs.
    decoder
        .set_limits(Limits::no_limits())
        .map_err(|error| error.to_string())?;
    let image = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
    Ok(image.into_rgb8().into_raw())
}

/// Whether a JPEG ends before its end marker. The decoder fills up what is missing and says nothing
/// of it. Neither marker occurs in a scan's data, where every 0xFF is stuffed (ITU T.81, B.1.1.5);
/// an earlier end is a thumbnail's.
fn cut_off(jpeg: &[u8]) -> bool {
    let last = |marker: u8| jpeg.windows(2).rposition(|two| two == [0xFF, marker]);
    last(0xDA).is_some_and(|scan| last(0xD9).is_none_or(|end| end < scan))
}
