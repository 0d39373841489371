//! OpenStreetMap's XML: the same elements as in PBF, one by one, plain or packed with gzip.

use std::io::{BufRead, BufReader, Read};

use flate2::read::MultiGzDecoder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::gather::{Gather, Member};
use super::import::{ImportError, Problems};
use super::record::{Kind, Tag};
use super::spot::Spot;

/// One tag of XML; OpenStreetMap's values have 255 characters at most.
const MOST_TAG: usize = 64 << 10;
/// More tags or members than any element has.
const MOST_PARTS: usize = 1_000_000;
/// gzip packs a long run of one byte a thousandfold, a map twenty-fold.
const MOST_RATIO: u64 = 200;

pub(crate) fn is_gzip(beginning: &[u8]) -> bool {
    beginning.starts_with(&[0x1f, 0x8b])
}

pub(crate) fn read_gzip(
    from: &mut dyn Read,
    packed_size: u64,
    gather: &mut Gather,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let most = packed_size
        .saturating_mul(MOST_RATIO)
        .saturating_add(1 << 20);
    let mut plain = MultiGzDecoder::new(from).take(most);
    read(&mut plain, gather, problems)?;
    if plain.limit() == 0 {
        problems.add(format!(
            "it unpacks to more than {MOST_RATIO} times its size: all after that is left out"
        ));
    }
    Ok(())
}

pub(crate) fn read(
    from: &mut dyn Read,
    gather: &mut Gather,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let capped = Capped {
        inner: BufReader::with_capacity(1 << 16, from),
        in_tag: 0,
    };
    let mut reader = Reader::from_reader(capped);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut open: Option<Element> = None;
    let mut root = false;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => {
                root |= tag.name().as_ref() == b"osm";
                if let Some(element) = Element::begin(&tag) {
                    open = Some(element);
                } else if let Some(element) = &mut open {
                    element.part(&tag);
                }
            }
            Ok(Event::Empty(tag)) => match (Element::begin(&tag), &mut open) {
                (Some(element), _) => element.end(gather)?,
                (None, Some(element)) => element.part(&tag),
                _ => {}
            },
            Ok(Event::End(tag)) => {
                if matches!(tag.name().as_ref(), b"node" | b"way" | b"relation")
                    && let Some(element) = open.take()
                {
                    element.end(gather)?;
                }
            }
            Ok(_) => {}
            Err(error) if !root => {
                return Err(ImportError::Refused(format!(
                    "it is no OpenStreetMap XML: {}",
                    short(&error)
                )));
            }
            Err(error) => {
                let at = reader.error_position();
                problems.add(format!("all after byte {at} is lost: {}", short(&error)));
                break;
            }
        }
        if gather.disordered {
            return Ok(());
        }
    }
    if root {
        Ok(())
    } else {
        Err(ImportError::Empty)
    }
}

fn short(error: &quick_xml::Error) -> String {
    error.to_string().chars().take(120).collect()
}

/// Ends the input inside a tag that grows without end, before it fills the memory.
struct Capped<R> {
    inner: R,
    in_tag: usize,
}

impl<R: BufRead> Read for Capped<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.inner.read(out)
    }
}

impl<R: BufRead> BufRead for Capped<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.in_tag > MOST_TAG {
            return Err(std::io::Error::other("a tag of more than 64 KB"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        let seen = self.inner.fill_buf().map(|bytes| {
            let used = &bytes[..amount.min(bytes.len())];
            used.iter()
                .rposition(|byte| *byte == b'>')
                .map(|end| used.len() - end - 1)
        });
        self.in_tag = match seen {
            Ok(Some(after)) => after,
            _ => self.in_tag + amount,
        };
        self.inner.consume(amount);
    }
}

struct Element {
    kind: Kind,
    number: Option<i64>,
    spot: Option<Spot>,
    deleted: bool,
    tags: Vec<(String, String)>,
    refs: Vec<i64>,
    members: Vec<Member>,
}

impl Element {
    fn begin(tag: &BytesStart<'_>) -> Option<Self> {
        let kind = kind(tag.name().as_ref())?;
        let degrees = |key| attribute(tag, key).and_then(|text| text.parse::<f64>().ok());
        Some(Self {
            kind,
            number: number(tag, "id"),
            spot: degrees("lat")
                .zip(degrees("lon"))
                .and_then(|(lat, lon)| Spot::from_degrees(lat, lon)),
            deleted: attribute(tag, "visible").is_some_and(|text| text == "false")
                || attribute(tag, "action").is_some_and(|text| text == "delete"),
            tags: Vec::new(),
            refs: Vec::new(),
            members: Vec::new(),
        })
    }

    fn part(&mut self, tag: &BytesStart<'_>) {
        if self.tags.len() + self.refs.len() + self.members.len() > MOST_PARTS {
            return;
        }
        match tag.name().as_ref() {
            b"tag" => {
                let both = attribute(tag, "k").zip(attribute(tag, "v"));
                self.tags.extend(both);
            }
            b"nd" => self.refs.extend(number(tag, "ref")),
            b"member" => {
                let kind = attribute(tag, "type").and_then(|text| kind(text.as_bytes()));
                let both = kind.zip(number(tag, "ref"));
                self.members
                    .extend(both.map(|(kind, number)| Member { kind, number }));
            }
            _ => {}
        }
    }

    fn end(self, gather: &mut Gather) -> Result<(), ImportError> {
        if self.deleted || !gather.wants(self.kind) {
            return Ok(());
        }
        let mut tags = Vec::with_capacity(self.tags.len());
        for (key, value) in &self.tags {
            let code = gather.code(key, value);
            tags.push(Tag { code, key, value });
        }
        // A number that is none counts as senseless where it is refused.
        let id = self.number.unwrap_or(i64::MAX);
        match self.kind {
            Kind::Node => gather.node(id, self.spot, &tags)?,
            Kind::Way => gather.way(id, &self.refs, &tags)?,
            Kind::Relation => gather.relation(id, &self.members, &tags)?,
        }
        Ok(())
    }
}

fn kind(name: &[u8]) -> Option<Kind> {
    match name {
        b"node" => Some(Kind::Node),
        b"way" => Some(Kind::Way),
        b"relation" => Some(Kind::Relation),
        _ => None,
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    let text = std::str::from_utf8(&found.value).ok()?;
    quick_xml::escape::unescape(text)
        .ok()
        .map(|text| text.into_owned())
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<i64> {
    attribute(tag, name)?.parse().ok()
}
