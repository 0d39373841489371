//! Adjectives of towns and regions that say where: "на Бердянському аеродромі", "Миколаївської та
//! Херсонської областей". Without such a noun after it an adjective is no place.

use std::ops::Range;

use bearings_model::{PlaceCandidate, PlaceKind, PlaceRole};

use super::words::NEVER;
use crate::language::Language;
use crate::lexicon::phrases;
use crate::place::found_by::FoundBy;
use crate::place::mention::Reader;
use crate::place::name::Names;
use crate::text::{Kind, Text};

phrases! {
    /// Sites that stand in or by the town they are named after.
    static SITES: () = {
        () => "аеродром*, авіабаз*, аеропорт*, летовищ*, порт, порту, портом, порті, вокзал*, нпз, тец, тэц, тес, тэс, завод*, нафтобаз*, підстанці*, міст, мосту, мості, лікарн*, казарм*, полігон*, райвідділ*, гарнізон*, громад*, передміст*, околиц*, нафтопереробн*, морськ* порт*, міськ* лікарн*, торговельн* порт*, військов* аеродром*, міжнародн* аеропорт*",
        () => "аэродром*, авиабаз*, аэропорт*, вокзал*, нефтебаз*, подстанци*, мост, моста, мосту, больниц*, казарм*, полигон*, гарнизон*, пригород*, окраин*, нефтеперерабатыв*, морск* порт*, торгов* порт*, военн* аэродром*, международн* аэропорт*",
    };
}
phrases! {
    /// A stretch of the front, named after the town it leads to.
    static FRONTS: () = {
        () => "напрямок, напрямку, напрямком, напрямі",
        () => "направление, направлении, направления, направлением",
    };
}

/// The front before a town is this long and this far away at the most.
const FRONT_M: u32 = 60_000;

/// A site named after a town may lie outside it.
const SITE_M: u32 = 10_000;

/// So many adjectives may stand between a town's and the site.
const MOST_ADJECTIVES: usize = 2;

/// Smaller towns' adjectives are more often other words.
const FEWEST_PEOPLE: u32 = 5_000;

/// So many words may part an adjective from the "областей" it belongs to.
const LONGEST_LIST: usize = 10;

/// Reads the adjective at token `at`; the token to go on from, if it says where.
pub(in crate::place) fn by_adjective(
    reader: &Reader,
    names: &mut Names,
    at: usize,
    sentence: &Range<usize>,
) -> Option<usize> {
    let text = reader.text;
    let (base, mark) = split(text.word(at), text.language)?;
    if NEVER.at(text, at, at + 1).is_some() {
        return None;
    }
    let limit = sentence.end;
    let site = site(text, at + 1, limit).map(|tokens| (tokens, SITE_M));
    let front = || {
        FRONTS
            .at(text, at + 1, limit)
            .map(|found| (found.tokens, FRONT_M))
    };
    if let Some((tokens, more)) = site.or_else(front) {
        let place = town(reader, base, mark)?;
        return Some(take(reader, names, at..at + 1 + tokens, place, more));
    }
    let (end, kind) = listed(text, at, limit)?;
    let region = region(reader, base, mark, kind)?;
    Some(take(reader, names, at..end, region, 0))
}

/// "морський торговий порт": the tokens up to the end of the site's noun.
fn site(text: &Text, from: usize, limit: usize) -> Option<usize> {
    (from..limit.min(from + MOST_ADJECTIVES + 1)).find_map(|at| {
        let between = from..at;
        let small = between
            .clone()
            .all(|i| !text.is_capital(i) && is_adjective(text.word(i)));
        let found = SITES.at(text, at, limit).filter(|_| small)?;
        Some(between.len() + found.tokens)
    })
}

fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ий", "ого", "ому", "ім", "им", "ої", "ій", "ый", "ой", "ом", "ая", "ую", "е", "ою",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn take(
    reader: &Reader,
    names: &mut Names,
    tokens: Range<usize>,
    place: PlaceCandidate,
    more: u32,
) -> usize {
    let end = tokens.end;
    let place = PlaceCandidate {
        radius_m: place.radius_m + more,
        score: 0.8,
        reason: format!("named by the adjective of {}", place.name),
        ..place
    };
    let sense = names.sense(format!("\u{1}{} {more}", place.id), || vec![place]);
    let name = reader.fixed(tokens, sense, PlaceRole::Place, FoundBy::Adjective);
    names.list.push(name);
    end
}

/// What stands before the adjective's suffix, and the suffix: "берд|янськ" has "ськ".
fn split(word: &str, language: Language) -> Option<(&str, &'static str)> {
    let marks: &[&'static str] = match language {
        Language::Ukrainian => &["ськ", "цьк", "зьк"],
        Language::Russian => &["ск", "цк"],
        _ => return None,
    };
    let (at, mark) = marks
        .iter()
        .find_map(|mark| Some((word.rfind(mark)?, *mark)))?;
    let ending = &word[at + mark.len()..];
    let adjective = matches!(
        ending,
        "ий" | "а"
            | "е"
            | "і"
            | "ого"
            | "ої"
            | "ому"
            | "ій"
            | "им"
            | "ими"
            | "их"
            | "у"
            | "ою"
            | "ая"
            | "ое"
            | "ие"
            | "ой"
            | "ую"
            | "ом"
    );
    (adjective && word[..at].chars().count() >= 2).then_some((&word[..at], mark))
}

/// What a town's name puts instead of the suffix.
fn instead(mark: &str) -> &'static [&'static str] {
    match mark {
        "ськ" => &[
            "ськ", "", "а", "и", "і", "ь", "ка", "са", "я", "о", "е", "ки",
        ],
        "цьк" => &["цьк", "к", "ця", "ці", "ць", "ч"],
        "зьк" => &["зьк", "жжя", "г", "га", "ж"],
        "ск" => &[
            "ск", "", "а", "ы", "и", "ь", "ка", "я", "о", "е", "ье", "ки",
        ],
        _ => &["цк", "ца", "к", "ч"],
    }
}

/// The best known town of these countries that the adjective can be of.
fn town(reader: &Reader, base: &str, mark: &str) -> Option<PlaceCandidate> {
    let shorter = ["ов", "в", "н"]
        .iter()
        .filter_map(|cut| base.strip_suffix(cut));
    let whole = instead(mark).iter().map(|ending| format!("{base}{ending}"));
    let names: Vec<String> = whole.chain(shorter.map(str::to_owned)).collect();
    let found = names.iter().flat_map(|name| reader.gazetteer.look_up(name));
    let towns = found.filter(|place| {
        let own = matches!(place.country.as_str(), "UA" | "RU" | "BY");
        let town = matches!(place.kind, PlaceKind::City | PlaceKind::Town);
        own && town && place.population >= FEWEST_PEOPLE
    });
    let home = |place: &PlaceCandidate| match (reader.text.language, place.country.as_str()) {
        (Language::Ukrainian, "UA") => 10,
        (Language::Russian, "UA") => 3,
        _ => 1,
    };
    towns.max_by_key(|place| {
        (
            u64::from(place.population) * home(place),
            std::cmp::Reverse(place.id.clone()),
        )
    })
}

fn region(reader: &Reader, base: &str, mark: &str, kind: Division) -> Option<PlaceCandidate> {
    let name = match (reader.text.language, kind) {
        (_, Division::District) => format!("{base}{mark}ий район"),
        (Language::Ukrainian, Division::Oblast) => format!("{base}{mark}а область"),
        (_, Division::Oblast) => format!("{base}{mark}ая область"),
    };
    let found = reader.gazetteer.look_up(&name).into_iter();
    found
        .filter(|place| place.kind == PlaceKind::Region)
        .max_by_key(|place| place.radius_m)
}

#[derive(Clone, Copy)]
enum Division {
    Oblast,
    District,
}

/// Where the adjective of a list of regions ends: "Миколаївської та Херсонської областей".
fn listed(text: &Text, at: usize, limit: usize) -> Option<(usize, Division)> {
    for i in at + 1..limit.min(at + LONGEST_LIST) {
        let word = text.word(i);
        let kind = match word {
            _ if word.starts_with("област") => Some(Division::Oblast),
            _ if word.starts_with("район") => Some(Division::District),
            _ => None,
        };
        if let Some(kind) = kind {
            return Some((if i == at + 1 { i + 1 } else { at + 1 }, kind));
        }
        // "Київській та Івано-Франківській областях".
        let part = text.word(i + 1) == "-" && text.is_glued(i + 1);
        let joins = part
            || matches!(
                word,
                "та" | "і" | "й" | "и" | "," | "а" | "також" | "также" | "-"
            );
        let adjective = text.kind(i) == Some(Kind::Word) && split(word, text.language).is_some();
        if !joins && !adjective {
            return None;
        }
    }
    None
}

/// Whether a name in a case is an adjective of the noun after it: "Миколаївської обласної".
pub(in crate::place) fn qualifies(text: &Text, at: usize, limit: usize) -> bool {
    let next = at + 1;
    if next >= limit
        || text.kind(next) != Some(Kind::Word)
        || text.is_capital(next)
        || split(text.word(at), text.language).is_none()
    {
        return false;
    }
    let (own, noun) = (text.word(at), text.word(next));
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    let long = noun.chars().count() > 3;
    let agrees = match own.chars().rev().take(2).collect::<Vec<_>>().as_slice() {
        ['у', 'м'] | ['м', 'о'] => {
            ends(&["ому", "ом", "і", "у", "ку", "ме", "те", "не", "де", "ле"])
        }
        ['о', 'г'] => ends(&["ого", "а", "у", "я"]) && !ends(&["ла", "лася"]),
        ['ї', 'о'] | ['й', 'о'] => {
            ends(&["ої", "ой", "и", "ы", "і", "ї", "ии"]) && !ends(&["ли"])
        }
        ['й', 'і'] => ends(&["ій", "і", "ї"]),
        ['ю', 'о'] | ['ю', 'у'] => ends(&["ою", "ую", "ю", "у"]),
        ['х', 'и'] => ends(&["их", "ів", "ах", "ов", "ей"]),
        ['й', 'и'] => ends(&[
            "ий", "ый", "ор", "он", "ом", "ет", "ик", "од", "рт", "рк", "нь",
        ]),
        _ => false,
    };
    long && agrees
}
