//! OpenStreetMap's PBF (wiki.openstreetmap.org/wiki/PBF_Format): blocks of nodes, ways, relations.
//!
//! Every length is checked against the format's own limits before memory is taken; a block that
//! is damaged is named and passed over, and what stands after it is read.

use std::io::{self, Read};

use flate2::{Decompress, FlushDecompress, Status};

use super::code::{Cursor, unzigzag};
use super::gather::{Gather, Member};
use super::import::{ImportError, Problems};
use super::record::{Code, Kind, Tag};
use super::spot::Spot;

/// The format's limits for a block's header, and for a block as stored and unpacked.
const MOST_HEADER: usize = 64 << 10;
const MOST_BLOCK: usize = 32 << 20;

/// Why a block is passed over, or the file refused.
#[derive(Debug)]
enum Fault {
    Cut,
    NoBlock,
    TooLarge(usize),
    Packing(&'static str),
    Unpacking,
    Senseless,
    Disk(io::Error),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cut => write!(out, "the file ends inside it"),
            Self::NoBlock => write!(out, "no block begins there"),
            Self::TooLarge(size) => write!(
                out,
                "it says it has {size} bytes, the format allows {MOST_BLOCK}"
            ),
            Self::Packing(packing) => write!(out, "it is packed with {packing}, which is not read"),
            Self::Unpacking => write!(out, "it cannot be unpacked to the size it says"),
            Self::Senseless => write!(out, "its contents make no sense"),
            Self::Disk(error) => write!(out, "{error}"),
        }
    }
}

/// Whether the beginning of a file is a PBF's.
pub(crate) fn is_pbf(beginning: &[u8]) -> bool {
    beginning
        .get(4..)
        .is_some_and(|rest| rest.windows(9).any(|nine| nine == b"OSMHeader"))
        && beginning[..2] == [0, 0]
}

pub(crate) fn read(
    from: &mut impl Read,
    gather: &mut Gather,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let mut reader = Reader::default();
    let mut number = 0u64;
    while let Some(kind) = next_frame(from, &mut reader.packed, number, problems)? {
        number += 1;
        if !gather.wants(Kind::Node) && !gather.wants(Kind::Way) && !gather.wants(Kind::Relation) {
            return Ok(());
        }
        match reader.block(&kind, gather) {
            Ok(()) => {}
            Err(Refused::File(why)) => return Err(ImportError::Refused(why)),
            Err(Refused::Block(Fault::Disk(error))) => return Err(ImportError::Disk(error)),
            Err(Refused::Block(fault)) => {
                problems.add(format!("block {number} is left out: {fault}"))
            }
        }
    }
    if number == 0 {
        return Err(ImportError::Empty);
    }
    Ok(())
}

/// Fills `packed` with the next blob; what no frame can be found after ends the reading.
fn next_frame(
    from: &mut impl Read,
    packed: &mut Vec<u8>,
    number: u64,
    problems: &mut Problems,
) -> Result<Option<Vec<u8>>, ImportError> {
    match frame(from, packed) {
        Ok(kind) => Ok(kind),
        Err(Fault::Disk(error)) => Err(ImportError::Disk(error)),
        Err(fault) if number == 0 => Err(ImportError::Refused(format!(
            "its first block cannot be read: {fault}"
        ))),
        Err(fault) => {
            problems.add(format!("all after block {number} is lost: {fault}"));
            Ok(None)
        }
    }
}

fn frame(from: &mut impl Read, packed: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Fault> {
    let mut length = [0; 4];
    match from.read(&mut length[..1]) {
        Ok(0) => return Ok(None),
        Ok(_) => fill(from, &mut length[1..])?,
        Err(error) => return Err(Fault::Disk(error)),
    }
    let length = u32::from_be_bytes(length) as usize;
    if length > MOST_HEADER {
        return Err(Fault::NoBlock);
    }
    let mut header = vec![0; length];
    fill(from, &mut header)?;
    let (mut kind, mut size) = (None, None);
    each_field(&header, |field, value| match (field, value) {
        (1, Value::Bytes(bytes)) => kind = Some(bytes.to_vec()),
        (3, Value::Number(number)) => size = usize::try_from(number).ok(),
        _ => {}
    })
    .ok_or(Fault::NoBlock)?;
    let (Some(kind), Some(size)) = (kind, size) else {
        return Err(Fault::NoBlock);
    };
    if size > MOST_BLOCK {
        return Err(Fault::TooLarge(size));
    }
    packed.clear();
    let read = from
        .take(size as u64)
        .read_to_end(packed)
        .map_err(Fault::Disk)?;
    if read < size {
        Err(Fault::Cut)
    } else {
        Ok(Some(kind))
    }
}

fn fill(from: &mut impl Read, bytes: &mut [u8]) -> Result<(), Fault> {
    from.read_exact(bytes).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => Fault::Cut,
        _ => Fault::Disk(error),
    })
}

enum Refused {
    File(String),
    Block(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Block(fault)
    }
}

#[derive(Default)]
struct Reader {
    packed: Vec<u8>,
    plain: Vec<u8>,
    codes: Codes,
}

impl Reader {
    fn block(&mut self, kind: &[u8], gather: &mut Gather) -> Result<(), Refused> {
        match kind {
            b"OSMHeader" => {
                self.unpack()?;
                header(&self.plain)
            }
            b"OSMData" => {
                self.unpack()?;
                Ok(primitives(&self.plain, &mut self.codes, gather)?)
            }
            // The format asks to pass over kinds of a later day.
            _ => Ok(()),
        }
    }

    fn unpack(&mut self) -> Result<(), Fault> {
        self.plain.clear();
        let (mut raw, mut zlib, mut size, mut other) = (None, None, 0, None);
        each_field(&self.packed, |field, value| match (field, value) {
            (1, Value::Bytes(bytes)) => raw = Some(bytes),
            (2, Value::Number(number)) => size = usize::try_from(number).unwrap_or(usize::MAX),
            (3, Value::Bytes(bytes)) => zlib = Some(bytes),
            (4, _) => other = Some("LZMA"),
            (5, _) => other = Some("bzip2"),
            (6, _) => other = Some("LZ4"),
            (7, _) => other = Some("Zstandard"),
            _ => {}
        })
        .ok_or(Fault::Senseless)?;
        if let Some(raw) = raw {
            self.plain.extend_from_slice(raw);
            return Ok(());
        }
        let Some(zlib) = zlib else {
            return Err(other.map_or(Fault::Senseless, Fault::Packing));
        };
        if size > MOST_BLOCK {
            return Err(Fault::TooLarge(size));
        }
        self.plain.resize(size, 0);
        let mut unpacker = Decompress::new(true);
        let status = unpacker.decompress(zlib, &mut self.plain, FlushDecompress::Finish);
        let whole = matches!(status, Ok(Status::StreamEnd)) && unpacker.total_out() == size as u64;
        if whole { Ok(()) } else { Err(Fault::Unpacking) }
    }
}

fn header(block: &[u8]) -> Result<(), Refused> {
    let mut unknown = None;
    each_field(block, |field, value| {
        if let (4, Value::Bytes(feature)) = (field, value)
            && !matches!(feature, b"OsmSchema-V0.6" | b"DenseNodes")
        {
            unknown = Some(
                String::from_utf8_lossy(feature)
                    .chars()
                    .take(60)
                    .collect::<String>(),
            );
        }
    })
    .ok_or(Fault::Senseless)?;
    match unknown {
        Some(feature) => Err(Refused::File(format!(
            "it needs '{feature}', which is not read"
        ))),
        None => Ok(()),
    }
}

#[derive(Clone, Copy)]
enum Value<'b> {
    Number(u64),
    Bytes(&'b [u8]),
}

/// Every field of a Protocol Buffers message; None where it is none.
fn each_field<'b>(message: &'b [u8], mut each: impl FnMut(u64, Value<'b>)) -> Option<()> {
    let mut cursor = Cursor::new(message);
    while !cursor.is_empty() {
        let key = cursor.number()?;
        match key & 7 {
            0 => each(key >> 3, Value::Number(cursor.number()?)),
            1 => drop(cursor.bytes(8)?),
            2 => each(key >> 3, Value::Bytes(cursor.field()?)),
            5 => drop(cursor.bytes(4)?),
            _ => return None,
        }
    }
    Some(())
}

/// A block's strings, how it counts degrees, and the tags already looked up in it.
struct Block<'b> {
    strings: Vec<&'b str>,
    granularity: i64,
    lat_offset: i64,
    lon_offset: i64,
}

/// Tags by their two string numbers in one block.
type Codes = std::collections::HashMap<u64, Code, std::hash::BuildHasherDefault<Spread>>;

/// Keys are a block's own small numbers: multiplying spreads them well enough.
#[derive(Default)]
struct Spread(u64);

impl std::hash::Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, key: u64) {
        // Fibonacci hashing (Knuth, volume 3, 6.4).
        let spread = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = spread ^ spread >> 32;
    }
}

impl<'b> Block<'b> {
    fn spot(&self, lat: i64, lon: i64) -> Option<Spot> {
        let nano = |offset: i64, n: i64| offset.checked_add(self.granularity.checked_mul(n)?);
        Spot::new(
            nano(self.lat_offset, lat)? / 100,
            nano(self.lon_offset, lon)? / 100,
        )
    }

    #[inline]
    fn tag(&self, key: u64, value: u64, codes: &mut Codes, gather: &mut Gather) -> Option<Tag<'b>> {
        let text = |number: u64| self.strings.get(usize::try_from(number).ok()?).copied();
        let (key_text, value_text) = (text(key)?, text(value)?);
        let both = key << 32 | value & 0xffff_ffff;
        let code = *codes
            .entry(both)
            .or_insert_with(|| gather.code(key_text, value_text));
        Some(Tag {
            code,
            key: key_text,
            value: value_text,
        })
    }
}

fn primitives(bytes: &[u8], codes: &mut Codes, gather: &mut Gather) -> Result<(), Fault> {
    let mut block = Block {
        strings: Vec::new(),
        granularity: 100,
        lat_offset: 0,
        lon_offset: 0,
    };
    let mut groups = Vec::new();
    let mut table = None;
    each_field(bytes, |field, value| match (field, value) {
        (1, Value::Bytes(bytes)) => table = Some(bytes),
        (2, Value::Bytes(bytes)) => groups.push(bytes),
        (17, Value::Number(number)) => block.granularity = number as i64,
        (19, Value::Number(number)) => block.lat_offset = number as i64,
        (20, Value::Number(number)) => block.lon_offset = number as i64,
        _ => {}
    })
    .ok_or(Fault::Senseless)?;
    each_field(table.unwrap_or_default(), |field, value| {
        if let (1, Value::Bytes(text)) = (field, value) {
            block
                .strings
                .push(std::str::from_utf8(text).unwrap_or("\u{fffd}"));
        }
    })
    .ok_or(Fault::Senseless)?;
    codes.clear();
    for group in groups {
        elements(group, &block, codes, gather)?;
    }
    Ok(())
}

fn elements(
    group: &[u8],
    block: &Block<'_>,
    codes: &mut Codes,
    gather: &mut Gather,
) -> Result<(), Fault> {
    let mut parts = Parts::default();
    let mut fault = None;
    each_field(group, |field, value| {
        let (Value::Bytes(bytes), None) = (value, &fault) else {
            return;
        };
        let kind = match field {
            1 | 2 => Kind::Node,
            3 => Kind::Way,
            4 => Kind::Relation,
            _ => return,
        };
        if gather.wants(kind) {
            let done = match field {
                2 => dense(bytes, block, codes, gather),
                _ => element(kind, bytes, block, codes, gather, &mut parts),
            };
            fault = done.err();
        }
    })
    .ok_or(Fault::Senseless)?;
    fault.map_or(Ok(()), Err)
}

fn dense(
    bytes: &[u8],
    block: &Block<'_>,
    codes: &mut Codes,
    gather: &mut Gather,
) -> Result<(), Fault> {
    let [mut ids, mut lats, mut lons, mut tags] = [(); 4].map(|()| Cursor::new(&[]));
    each_field(bytes, |field, value| match (field, value) {
        (1, Value::Bytes(bytes)) => ids = Cursor::new(bytes),
        (8, Value::Bytes(bytes)) => lats = Cursor::new(bytes),
        (9, Value::Bytes(bytes)) => lons = Cursor::new(bytes),
        (10, Value::Bytes(bytes)) => tags = Cursor::new(bytes),
        _ => {}
    })
    .ok_or(Fault::Senseless)?;
    let (mut id, mut lat, mut lon) = (0i64, 0i64, 0i64);
    let mut own = Vec::new();
    while !ids.is_empty() {
        let next = (|| Some((ids.signed()?, lats.signed()?, lons.signed()?)))();
        let (more_id, more_lat, more_lon) = next.ok_or(Fault::Senseless)?;
        id = id.wrapping_add(more_id);
        lat = lat.wrapping_add(more_lat);
        lon = lon.wrapping_add(more_lon);
        own.clear();
        while !tags.is_empty() {
            let key = tags.number().ok_or(Fault::Senseless)?;
            if key == 0 {
                break;
            }
            let value = tags.number().ok_or(Fault::Senseless)?;
            own.extend(block.tag(key, value, codes, gather));
        }
        gather
            .node(id, block.spot(lat, lon), &own)
            .map_err(Fault::Disk)?;
    }
    Ok(())
}

/// What is read of one element, kept to be filled again.
#[derive(Default)]
struct Parts {
    numbers: Vec<i64>,
    members: Vec<Member>,
}

fn element(
    kind: Kind,
    bytes: &[u8],
    block: &Block<'_>,
    codes: &mut Codes,
    gather: &mut Gather,
    parts: &mut Parts,
) -> Result<(), Fault> {
    let mut number = 0;
    let (mut lat, mut lon) = (0, 0);
    let [mut keys, mut values, mut refs, mut kinds] = [(); 4].map(|()| Cursor::new(&[]));
    each_field(bytes, |field, value| match (field, value, kind) {
        (1, Value::Number(it), Kind::Node) => number = unzigzag(it),
        (1, Value::Number(it), _) => number = it as i64,
        (2, Value::Bytes(it), _) => keys = Cursor::new(it),
        (3, Value::Bytes(it), _) => values = Cursor::new(it),
        (8, Value::Bytes(it), Kind::Way) | (9, Value::Bytes(it), Kind::Relation) => {
            refs = Cursor::new(it)
        }
        (10, Value::Bytes(it), Kind::Relation) => kinds = Cursor::new(it),
        (8, Value::Number(it), Kind::Node) => lat = unzigzag(it),
        (9, Value::Number(it), Kind::Node) => lon = unzigzag(it),
        _ => {}
    })
    .ok_or(Fault::Senseless)?;
    let mut tags = Vec::new();
    while !keys.is_empty() {
        let both = keys.number().zip(values.number()).ok_or(Fault::Senseless)?;
        tags.extend(block.tag(both.0, both.1, codes, gather));
    }
    parts.numbers.clear();
    let mut last = 0i64;
    while !refs.is_empty() {
        last = last.wrapping_add(refs.signed().ok_or(Fault::Senseless)?);
        parts.numbers.push(last);
    }
    match kind {
        Kind::Node => gather.node(number, block.spot(lat, lon), &tags),
        Kind::Way => gather.way(number, &parts.numbers, &tags),
        Kind::Relation => {
            members(parts, kinds).ok_or(Fault::Senseless)?;
            gather.relation(number, &parts.members, &tags)
        }
    }
    .map_err(Fault::Disk)
}

fn members(parts: &mut Parts, mut kinds: Cursor<'_>) -> Option<()> {
    parts.members.clear();
    for number in &parts.numbers {
        let kind = match kinds.number()? {
            0 => Kind::Node,
            1 => Kind::Way,
            2 => Kind::Relation,
            _ => return None,
        };
        parts.members.push(Member {
            kind,
            number: *number,
        });
    }
    Some(())
}
