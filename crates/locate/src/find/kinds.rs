//! Everyday words for kinds of things, and the tags that make a feature one of them.
//!
//! A word with a star stands for itself with up to three letters more, as Ukrainian and Russian
//! inflect; English plurals are understood. Tags as OpenStreetMap's wiki describes them.

/// `tags`: rules apart by spaces, a feature of any of them is of the kind; conditions of a rule
/// joined by `&`; `key=*` is any value but "no".
#[derive(Clone, Copy, Debug)]
pub struct KindWord {
    pub name: &'static str,
    pub others: &'static str,
    pub tags: &'static str,
}

const fn kind(name: &'static str, others: &'static str, tags: &'static str) -> KindWord {
    KindWord { name, others, tags }
}

/// In the order of their names.
pub const KINDS: &[KindWord] = &[
    kind(
        "airfield",
        "airport|aerodrome|small airport|аеродром*|аэродром*|аеропорт*|аэропорт*|летовищ*",
        "aeroway=aerodrome military=airfield",
    ),
    kind(
        "apartment block",
        "apartment building|apartments|block of flats|residential building|high-rise|багатоповерхівк*|багатоквартирн* будин*|многоэтажк*|многоквартирн* дом*|жилой дом|житлов* будин*",
        "building=apartments building=residential building=dormitory",
    ),
    kind("bakery", "пекарн*", "shop=bakery"),
    kind("bank", "банк|банку|банка", "amenity=bank"),
    kind("barracks", "казарм*", "building=barracks military=barracks"),
    kind(
        "bridge",
        "overpass|viaduct|міст|мост*|мосту|шляхопровід|путепровод*",
        "man_made=bridge bridge=* building=bridge",
    ),
    kind(
        "building",
        "house|будівл*|будин*|здани*|дом|дома|доме",
        "building=*",
    ),
    kind(
        "bus station",
        "автовокзал*|автостанці*|автостанци*",
        "amenity=bus_station",
    ),
    kind(
        "bus stop",
        "зупинк*|автобусн* зупинк*|автобусн* остановк*",
        "highway=bus_stop",
    ),
    kind("cafe", "coffee house|кафе|кав'ярн*", "amenity=cafe"),
    kind(
        "cemetery",
        "graveyard|кладовищ*|цвинтар*|кладбищ*",
        "landuse=cemetery amenity=grave_yard",
    ),
    kind(
        "chimney",
        "smokestack|труб*|димар*|дымов* труб*",
        "man_made=chimney",
    ),
    kind(
        "church",
        "cathedral|chapel|церкв*|храм*|собор*|церков*|часовн*",
        "amenity=place_of_worship&religion=christian building=church building=cathedral building=chapel",
    ),
    kind(
        "college",
        "коледж*|колледж*|технікум*|техникум*",
        "amenity=college building=college",
    ),
    kind("crane", "кран|крану|крана", "man_made=crane"),
    kind(
        "dam",
        "weir|гребл*|плотин*|дамб*",
        "waterway=dam waterway=weir man_made=dyke",
    ),
    kind(
        "embassy",
        "consulate|посольств*|консульств*",
        "amenity=embassy office=diplomatic",
    ),
    kind(
        "factory",
        "works|plant|aircraft factory|завод*|фабрик*",
        "man_made=works building=factory building=manufacture industrial=factory landuse=industrial&industrial=factory",
    ),
    kind("farm", "ферм*", "landuse=farmyard building=farm"),
    kind("fence", "паркан*|забор*", "barrier=fence"),
    kind(
        "field",
        "farmland|поле|полі|поля",
        "landuse=farmland landuse=meadow",
    ),
    kind(
        "fire station",
        "пожежн* частин*|пожарн* част*",
        "amenity=fire_station building=fire_station",
    ),
    kind(
        "forest",
        "wood|ліс|лісу|лес|леса|лесу",
        "landuse=forest natural=wood",
    ),
    kind("fountain", "фонтан*", "amenity=fountain"),
    kind(
        "fuel station",
        "petrol station|gas station|filling station|заправк*|азс|автозаправк*",
        "amenity=fuel",
    ),
    kind(
        "garage",
        "гараж*",
        "building=garage building=garages landuse=garages",
    ),
    kind("gate", "ворот*|брам*", "barrier=gate"),
    kind(
        "greenhouse",
        "теплиц*",
        "building=greenhouse landuse=greenhouse_horticulture",
    ),
    kind("hangar", "ангар*", "aeroway=hangar building=hangar"),
    kind(
        "helipad",
        "helicopter pad|вертолітн* майданч*|вертолетн* площад*",
        "aeroway=helipad aeroway=heliport",
    ),
    kind(
        "hospital",
        "clinic|лікарн*|больниц*|госпітал*|госпитал*|шпитал*",
        "amenity=hospital building=hospital healthcare=hospital amenity=clinic",
    ),
    kind(
        "hotel",
        "готел*|отел*|гостиниц*",
        "tourism=hotel building=hotel",
    ),
    kind(
        "industrial area",
        "industrial zone|industrial estate|промзон*|промислов* зон*|промышленн* зон*",
        "landuse=industrial",
    ),
    kind(
        "intersection",
        "crossing|crossroads|перехрест*|перекрест*",
        "highway=crossing highway=traffic_signals",
    ),
    kind(
        "kindergarten",
        "nursery|preschool|дитяч* сад*|дитсад*|детск* сад*|детсад*|садочк*|садок",
        "amenity=kindergarten building=kindergarten",
    ),
    kind(
        "lake",
        "pond|reservoir|озер*|став|ставок|пруд*|водойм*|водоем*",
        "natural=water landuse=reservoir water=lake",
    ),
    kind(
        "level crossing",
        "railway crossing|залізничн* переїзд*|железнодорожн* переезд*|переїзд*|переезд*",
        "railway=level_crossing",
    ),
    kind("library", "бібліотек*|библиотек*", "amenity=library"),
    kind("lighthouse", "маяк*", "man_made=lighthouse"),
    kind(
        "market",
        "marketplace|bazaar|ринок|ринк*|рынок|рынк*|базар*",
        "amenity=marketplace",
    ),
    kind(
        "mast",
        "antenna|щогл*|мачт*|антен*",
        "man_made=mast man_made=antenna man_made=communications_tower",
    ),
    kind(
        "metro station",
        "subway station|underground station|станці* метро|станци* метро|метро",
        "station=subway railway=subway_entrance railway=station&subway=yes",
    ),
    kind(
        "military area",
        "military base|army base|military unit|військов* частин*|військов* об'єкт*|воинск* част*|военн* част*|военн* баз*",
        "landuse=military military=*",
    ),
    kind(
        "minaret",
        "мінарет*|минарет*",
        "man_made=minaret tower:type=minaret",
    ),
    kind(
        "mine",
        "quarry|colliery|шахт*|кар'єр*|карьер*",
        "landuse=quarry man_made=mineshaft man_made=adit",
    ),
    kind(
        "monument",
        "memorial|statue|пам'ятник*|памятник*|монумент*|меморіал*|мемориал*",
        "historic=monument historic=memorial tourism=artwork&artwork_type=statue",
    ),
    kind(
        "mosque",
        "мечет*",
        "amenity=place_of_worship&religion=muslim building=mosque",
    ),
    kind("museum", "музе*", "tourism=museum"),
    kind(
        "office building",
        "office|офіс*|офис*|бізнес-центр*|бизнес-центр*",
        "building=office office=*",
    ),
    kind("park", "парк|парку|парке|сквер*", "leisure=park"),
    kind(
        "parking",
        "car park|parking lot|парковк*|стоянк*|автостоянк*",
        "amenity=parking",
    ),
    kind("pharmacy", "chemist|аптек*", "amenity=pharmacy"),
    kind(
        "pier",
        "jetty|quay|причал*|пірс*|пирс*",
        "man_made=pier man_made=quay",
    ),
    kind(
        "pipeline",
        "трубопровід|трубопровод*|газопровід|газопровод*|нафтопровід|нефтепровод*",
        "man_made=pipeline",
    ),
    kind(
        "playground",
        "дитяч* майданч*|детск* площад*",
        "leisure=playground",
    ),
    kind(
        "police station",
        "police|поліці*|полици*|милици*|міліці*|відділк*",
        "amenity=police",
    ),
    kind(
        "port",
        "harbour|порт|порту|порта|гаван*",
        "landuse=port industrial=port harbour=yes",
    ),
    kind("post office", "пошт*|почт*|поштамт*", "amenity=post_office"),
    kind(
        "power line",
        "transmission line|лінія електропередач*|лэп|леп|линия электропередач*",
        "power=line power=minor_line",
    ),
    kind(
        "power plant",
        "power station|thermal power plant|електростанці*|электростанци*|тец|тэц|аес|аэс|тэс|тес",
        "power=plant",
    ),
    kind(
        "power pylon",
        "pylon|power tower|опора леп|опора лэп",
        "power=tower",
    ),
    kind(
        "prison",
        "jail|в'язниц*|тюрм*|колоні*|колони*|сізо|сизо",
        "amenity=prison",
    ),
    kind(
        "rail line",
        "railway|railroad|railway line|train tracks|колі*|залізниц*|железн* дорог*|рельс*",
        "railway=rail railway=narrow_gauge railway=light_rail",
    ),
    kind(
        "railway station",
        "train station|rail station|залізничн* вокзал*|железнодорожн* вокзал*|вокзал*|залізничн* станці*|железнодорожн* станци*",
        "railway=station railway=halt building=train_station",
    ),
    kind(
        "residential area",
        "neighbourhood|neighborhood|housing estate|житлов* район*|житлов* масив*|жил* район*|спальн* район*|мікрорайон*|микрорайон*",
        "landuse=residential place=neighbourhood place=suburb place=quarter",
    ),
    kind("restaurant", "ресторан*", "amenity=restaurant"),
    kind(
        "river",
        "річк*|рік*|рек*",
        "waterway=river natural=water&water=river",
    ),
    kind(
        "road",
        "street|highway|avenue|вулиц*|улиц*|дорог*|шосе|шоссе|проспект*|трас*|автодорог*",
        "highway=motorway highway=trunk highway=primary highway=secondary highway=tertiary highway=unclassified highway=residential highway=living_street highway=pedestrian highway=service highway=track highway=road highway=motorway_link highway=trunk_link highway=primary_link highway=secondary_link highway=tertiary_link",
    ),
    kind(
        "roundabout",
        "traffic circle|кільцев* розв'язк*|круговое движение",
        "junction=roundabout",
    ),
    kind(
        "ruins",
        "руїн*|руин*|развалин*",
        "historic=ruins building=ruins ruins=yes",
    ),
    kind(
        "runway",
        "airstrip|landing strip|злітн* смуг*|злітно-посадков* смуг*|взлетн* полос*|взлётн* полос*|взлетно-посадочн* полос*|взлётно-посадочн* полос*|зпс|впп",
        "aeroway=runway",
    ),
    kind(
        "school",
        "school building|школ*|гімназі*|гимнази*|ліце*|лице*",
        "amenity=school building=school",
    ),
    kind(
        "shelter",
        "bomb shelter|bunker|укритт*|бомбосховищ*|убежищ*|бомбоубежищ*|бункер*",
        "amenity=shelter building=bunker military=bunker",
    ),
    kind("shop", "store|крамниц*|магазин*", "shop=*"),
    kind(
        "shopping centre",
        "mall|shopping mall|shopping center|торгов* центр*|торговельн* центр*|трц|тц",
        "shop=mall",
    ),
    kind(
        "silo",
        "grain elevator|елеватор*|элеватор*|силос*",
        "man_made=silo building=silo",
    ),
    kind(
        "solar plant",
        "solar farm|сонячн* електростанці*|солнечн* электростанци*",
        "power=generator&generator:source=solar power=plant&plant:source=solar",
    ),
    kind("square", "plaza|площ*|майдан*|площад*", "place=square"),
    kind(
        "stadium",
        "стадіон*|стадион*",
        "leisure=stadium building=stadium",
    ),
    kind(
        "substation",
        "transformer station|підстанці*|подстанци*",
        "power=substation",
    ),
    kind(
        "supermarket",
        "grocery store|супермаркет*|гіпермаркет*|гипермаркет*|універсам*|универсам*",
        "shop=supermarket building=supermarket",
    ),
    kind(
        "synagogue",
        "синагог*",
        "amenity=place_of_worship&religion=jewish building=synagogue",
    ),
    kind(
        "tank",
        "storage tank|oil tank|fuel tank|резервуар*|цистерн*",
        "man_made=storage_tank building=storage_tank",
    ),
    kind(
        "taxiway",
        "руліжн* доріжк*|рулежн* дорожк*",
        "aeroway=taxiway",
    ),
    kind("theatre", "theater|театр*", "amenity=theatre"),
    kind("tower", "веж*|башн*", "man_made=tower building=tower"),
    kind(
        "town hall",
        "city hall|city council|міськрад*|міськ* рад*|горсовет*|мерія|мэрия|ратуш*",
        "amenity=townhall",
    ),
    kind(
        "train yard",
        "depot|rail yard|депо",
        "landuse=railway railway=yard",
    ),
    kind(
        "tram line",
        "tramway|трамвайн* колі*|трамвайн* лин*|трамвайн* лін*",
        "railway=tram",
    ),
    kind(
        "tram stop",
        "трамвайн* зупинк*|трамвайн* остановк*",
        "railway=tram_stop",
    ),
    kind(
        "tree row",
        "ряд дерев*|лісосмуг*|лесополос*|посадк*",
        "natural=tree_row",
    ),
    kind(
        "tunnel",
        "тунел*|туннел*|тоннел*",
        "tunnel=yes man_made=tunnel",
    ),
    kind(
        "university",
        "університет*|университет*|інститут*|институт*",
        "amenity=university building=university",
    ),
    kind("wall", "мур|муру|стена|стены", "barrier=wall"),
    kind(
        "warehouse",
        "depot building|склад|складу|склади|складів|склада|склады|складов",
        "building=warehouse",
    ),
    kind(
        "water tower",
        "водонапірн* веж*|водонапорн* башн*|водокачк*",
        "man_made=water_tower building=water_tower",
    ),
    kind(
        "wind turbine",
        "wind generator|вітряк*|вітрогенератор*|ветряк*|ветрогенератор*",
        "power=generator&generator:source=wind",
    ),
];

const MOST_ENDING: usize = 3;

/// The kind that the most words from the beginning name, and how many they are. Words are in
/// lower case with plain apostrophes.
pub(crate) fn longest(words: &[&str]) -> Option<(&'static KindWord, usize)> {
    let mut best: Option<(&KindWord, usize, bool)> = None;
    for kind in KINDS {
        for phrase in std::iter::once(kind.name).chain(kind.others.split('|')) {
            let count = phrase.split(' ').count();
            let Some(beginning) = words.get(..count) else {
                continue;
            };
            let fits = phrase.split(' ').zip(beginning).enumerate();
            let last = count - 1;
            if !fits
                .clone()
                .all(|(at, (pattern, word))| word_fits(pattern, word, at == last))
            {
                continue;
            }
            // Word for word before inflected: "метро" is not "метрополитен" cut short.
            let exact = !phrase.contains('*');
            if best.is_none_or(|(_, most, was)| (count, exact) > (most, was)) {
                best = Some((kind, count, exact));
            }
        }
    }
    best.map(|(kind, count, _)| (kind, count))
}

fn word_fits(pattern: &str, word: &str, last: bool) -> bool {
    if let Some(stem) = pattern.strip_suffix('*') {
        return word
            .strip_prefix(stem)
            .is_some_and(|ending| ending.chars().count() <= MOST_ENDING);
    }
    if word == pattern {
        return true;
    }
    let plural = |singular: &str| {
        word.strip_prefix(singular)
            .is_some_and(|ending| ending == "s" || ending == "es")
            || singular
                .strip_suffix('y')
                .is_some_and(|stem| word.strip_prefix(stem) == Some("ies"))
    };
    last && pattern.is_ascii() && plural(pattern)
}

pub fn by_name(name: &str) -> Option<&'static KindWord> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// The names most like a word that is none, at most three.
pub(crate) fn alike(word: &str) -> Vec<&'static str> {
    let mut near: Vec<(usize, &str)> = KINDS
        .iter()
        .map(|kind| (edits(word, kind.name), kind.name))
        .filter(|(edits, name)| *edits <= 1 + name.len().min(word.len()) / 4)
        .collect();
    near.sort_unstable();
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Levenshtein's distance.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, c) in a.chars().take(60).enumerate() {
        let mut corner = std::mem::replace(&mut row[0], at + 1);
        for (other, d) in b.iter().enumerate() {
            let change = corner + usize::from(c != *d);
            corner = row[other + 1];
            row[other + 1] = change.min(corner + 1).min(row[other] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_place_and_rules_that_can_be_read() {
        assert!(KINDS.is_sorted_by_key(|kind| kind.name));
        for kind in KINDS {
            for condition in kind.tags.split([' ', '&']) {
                assert!(
                    condition
                        .split_once('=')
                        .is_some_and(|(k, v)| !k.is_empty() && !v.is_empty()),
                    "{kind:?}"
                );
            }
            let words: Vec<&str> = kind.name.split(' ').collect();
            let found = longest(&words).map(|(found, count)| (found.name, count));
            assert_eq!(found, Some((kind.name, words.len())));
        }
    }

    #[test]
    fn everyday_words_of_three_languages_name_kinds() {
        for (words, name) in [
            ("schools", "school"),
            ("churches", "church"),
            ("factories", "factory"),
            ("water towers near", "water tower"),
            ("railway stations", "railway station"),
            ("railway", "rail line"),
            ("petrol stations", "fuel station"),
            ("школи", "school"),
            ("школой", "school"),
            ("водонапорной башни", "water tower"),
            ("башни", "tower"),
            ("злітна смуга", "runway"),
            ("мосту", "bridge"),
            ("станції метро", "metro station"),
            ("супермаркету", "supermarket"),
        ] {
            let split: Vec<&str> = words.split(' ').collect();
            assert_eq!(
                longest(&split).map(|found| found.0.name),
                Some(name),
                "{words}"
            );
        }
        for words in ["schooling", "унікальний", "school-like", "near", "towering"] {
            assert!(longest(&[words]).is_none(), "{words}");
        }
    }

    #[test]
    fn a_word_misspelt_brings_the_names_like_it() {
        assert_eq!(alike("schol")[0], "school");
        assert!(alike("zzzzzzz").is_empty());
    }
}
