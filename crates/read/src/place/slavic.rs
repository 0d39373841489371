//! Ukrainian and Russian place names in their cases, tried against the gazetteer.
//!
//! A table of endings, not a stemmer: a name is only taken when what an ending leads back to is
//! a place that is known.

use bearings_model::{Gazetteer, PlaceCandidate};

use crate::lexicon::phrases;
use crate::text::{Kind, Text};

/// An ending and what stands in the nominative instead.
type Ending = (&'static str, &'static str);

const UKRAINIAN: &[Ending] = &[
    ("ові", "ів"),
    ("ова", "ів"),
    ("овом", "ів"),
    ("ову", "ів"),
    ("еві", "ів"),
    ("ева", "ів"),
    ("єві", "їв"),
    ("єва", "їв"),
    ("євом", "їв"),
    ("єву", "їв"),
    ("овим", "ів"),
    ("євим", "їв"),
    ("ому", "ий"),
    ("ого", "ий"),
    ("им", "ий"),
    ("ці", "ка"),
    ("зі", "га"),
    ("ки", "ка"),
    ("ку", "ка"),
    ("кою", "ка"),
    ("ії", "ія"),
    ("ію", "ія"),
    ("ією", "ія"),
    ("ому", "е"),
    ("ого", "е"),
    ("им", "е"),
    ("ої", "а"),
    ("ій", "а"),
    ("ою", "а"),
    ("ах", "и"),
    ("ями", "і"),
    ("ам", "и"),
    ("і", ""),
    ("і", "а"),
    ("і", "ь"),
    ("і", "о"),
    ("і", "я"),
    ("а", ""),
    ("а", "о"),
    ("у", ""),
    ("у", "а"),
    ("у", "о"),
    ("я", "ь"),
    ("ю", "ь"),
    ("ю", "я"),
    ("и", "а"),
    ("и", "ь"),
    ("ом", ""),
    ("ем", "ь"),
    ("ям", "я"),
    ("", "и"),
];

const RUSSIAN: &[Ending] = &[
    ("ке", "ка"),
    ("ки", "ка"),
    ("ку", "ка"),
    ("кой", "ка"),
    ("ой", "ая"),
    ("ую", "ая"),
    ("ее", "ея"),
    ("ии", "ия"),
    ("ию", "ия"),
    ("ах", "ы"),
    ("ах", "и"),
    ("ам", "ы"),
    ("ого", "ое"),
    ("ом", "ий"),
    ("ого", "ий"),
    ("им", "ий"),
    ("ым", "ый"),
    ("ом", "ое"),
    ("е", ""),
    ("е", "а"),
    ("е", "ь"),
    ("е", "о"),
    ("а", ""),
    ("а", "о"),
    ("у", ""),
    ("у", "а"),
    ("ы", "а"),
    ("и", "ь"),
    ("и", "а"),
    ("я", "ь"),
    ("ю", "ь"),
    ("ья", "ье"),
    ("ью", "ье"),
    ("ом", ""),
    ("ем", "ь"),
    ("ой", "а"),
    ("", "ы"),
];

/// Names of fewer letters lose too much with their endings.
const SHORTEST_NAME_LETTERS: usize = 4;

/// Longer names in cases ("Харківської області") have no more words than this.
const LONGEST_NAME_WORDS: usize = 2;

/// The name from token `at` on in the nominative: where it ends, how it is written there, and
/// what it can mean.
pub(super) fn by_ending(
    text: &Text,
    gazetteer: &dyn Gazetteer,
    at: usize,
    limit: usize,
) -> Option<(usize, String, Vec<PlaceCandidate>)> {
    let endings = text.language.pick(&[] as &[Ending], UKRAINIAN, RUSSIAN)?;
    let mut best = None;
    for first in forms(text.word(at), endings) {
        let candidates = gazetteer.look_up(&first);
        if !candidates.is_empty() && best.is_none() {
            best = Some((at + 1, first.clone(), candidates));
        }
        let second = at + LONGEST_NAME_WORDS <= limit && text.kind(at + 1) == Some(Kind::Word);
        if !second || !gazetteer.may_begin(&format!("{first} ")) {
            continue;
        }
        for next in forms(text.word(at + 1), endings) {
            let name = format!("{first} {next}");
            let candidates = gazetteer.look_up(&name);
            if !candidates.is_empty() {
                return Some((at + 2, name, candidates));
            }
        }
    }
    best
}

/// What a word can be in the nominative, likeliest first.
fn forms<'w>(word: &'w str, endings: &'static [Ending]) -> impl Iterator<Item = String> + 'w {
    let long = word.chars().count() >= SHORTEST_NAME_LETTERS;
    let fitting = endings.iter().filter(move |_| long);
    fitting.filter_map(move |(ending, instead)| {
        let stem = word.strip_suffix(ending)?;
        (stem.chars().count() >= 2).then(|| format!("{stem}{instead}"))
    })
}

phrases! {
    /// Never a place on their own, or at a sentence's start.
    pub(super) static NEVER: () = {
        () => "після, потім, також, зараз, вони, вона, воно, він, ми, ви, але, або, якщо, коли, де, як, що, хто, це, цей, ця, того, тоді, там, тут, ще, вже, було, були, є, немає, місто, міста, місті, село, села, район, району, області, область, рада, ради, влада, влади, війська, військові, армія, поліція, поліції, служба, люди, людей, жителі, мешканці, удар, удари, обстріл, обстріли, вибух, вибухи, бої, пожежа, пожежі, школа, школи, лікарня, дім, будинок, вулиця, вулиці, площа, площі, січень, лютий, березень, квітень, травень, червень, липень, серпень, вересень, жовтень, листопад, грудень, слава, героям, град, гради, наші, наша, наш, інші, інша, дві, два, три, четверо, двоє, троє, близько, понад, за, до, на, у, в, з, із, від, під, через, мер, голова, міністр, президент, генштаб, міноборони, сили, центр",
        () => "после, потом, также, сейчас, они, она, оно, он, мы, вы, но, или, если, когда, где, как, что, кто, это, этот, тогда, там, тут, еще, уже, было, были, есть, нет, город, города, городе, деревня, село, районе, района, областях, совет, власти, армия, полиция, жители, удар, удары, обстрел, взрыв, взрывы, бои, пожар, школа, больница, дом, улица, площадь, наши, наша, наш, другие, две, около, более, по, мэр, глава, министр, президент, генштаб, минобороны, силы, центр, слава",
    };
}
phrases! {
    /// A name after one of these is a place unless something else is known.
    pub(super) static LOCATIVE: () = {
        () => "у, в, на, під, біля, поблизу, неподалік, неподалік від, з, із, зі, до, від, через, над, навколо, місто, місті, міста, село, селі, села, район, районі, станції",
        () => "во, под, возле, близ, у, около, недалеко от, из, с, к, от, вокруг, город, городе, города, деревне, поселке, поселок, районе",
    };
}
phrases! {
    /// Right before a name: parts of a place and directions from it.
    static QUALIFIERS: () = {
        () => "на околиці, на околицях, на північ від, на південь від, на схід від, на захід від, передмістя, у передмісті, в передмісті, центр, у центрі, в центрі, поблизу, біля, під",
        () => "на окраине, на окраинах, к северу от, к югу от, к востоку от, к западу от, пригород, в пригороде, центр, в центре, близ, возле, под, недалеко от",
    };
}

/// The longest of the words that qualify a place and end right before token `at`.
pub(super) fn qualifier(text: &Text, at: usize, from: usize) -> Option<String> {
    let starts = from.max(at.saturating_sub(3))..at;
    let start = starts.into_iter().find(|start| {
        let found = QUALIFIERS.at(text, *start, at);
        found.is_some_and(|found| start + found.tokens == at)
    })?;
    Some(text.slice(start..at).to_owned())
}
