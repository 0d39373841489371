//! News prose made from templates, the same on every machine: invented people, real towns.
//!
//! Shared by the bench and by the example that writes the texts for the peer's script.

const PEOPLE: &[&str] = &[
    "Petro Lanovyi",
    "Halyna Verest",
    "Mykhailo Dorosh",
    "Iryna Tokar",
    "Stepan Hulak",
    "Larysa Bilyk",
    "Roman Osadchyi",
    "Nadia Kovtun",
];
const ROLES: &[&str] = &[
    "governor of the region",
    "mayor of the town",
    "spokesman for the emergency service",
    "head of the district hospital",
    "regional prosecutor",
    "deputy interior minister",
];
const TOWNS: &[&str] = &[
    "Kharkiv",
    "Chuhuiv",
    "Izium",
    "Balakliia",
    "Sumy",
    "Okhtyrka",
    "Chernihiv",
    "Mykolaiv",
    "Poltava",
    "Kramatorsk",
];
const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
const NUMBERS: &[&str] = &[
    "two",
    "three",
    "at least four",
    "seven",
    "about 12",
    "31",
    "more than 40",
];

/// `{p}` a person, `{r}` a role, `{t}` a town, `{d}` a weekday, `{n}` a number.
const TEMPLATES: &[&str] = &[
    "Shells fell on the eastern outskirts of {t} early on {d}, {p}, the {r}, said in a statement.",
    "“We counted {n} explosions during the night,” {p} told reporters. “After that the power went out.”",
    "{n} people were killed and {n} were injured, including {n} children, according to the {r}.",
    "The {r} said {n} civilians had been wounded when a rocket hit a house near the railway station in {t}.",
    "Residents of {t} spent the night in basements, and the water supply failed before dawn.",
    "It was not immediately clear whether the bridge had been hit, and officials declined to comment.",
    "A video posted on Telegram on {d} shows a column of vehicles on the road north of {t}.",
    "A second video, apparently shot later, shows the same vehicles burning.",
    "{p}, the {r}, wrote on Facebook that the evacuation would begin on {d} at 8:30 a.m. if the road was open.",
    "Trains between {t} and {t} are running with long delays, the railway said, and tickets are free of charge.",
    "Local authorities denied that troops had entered the town, calling the reports false.",
    "The hospital has treated {n} people since {d}, most of them for shrapnel wounds, a doctor said.",
    "Prices for bread and fuel have risen by a third in {t}, where shops open for only a few hours a day.",
    "“They will probably try again within three days,” said {p}, a retired officer who follows the front.",
    "No one was killed in the strike on the substation, but {n} workers are missing, the ministry said.",
    "The claims could not be independently verified.",
    "Before the war the plant employed {n} thousand people; now its halls stand empty and the gates are locked.",
    "The council has recorded {n} deaths in recent days – two soldiers and five civilians – and {n} wounded.",
];

/// A small linear congruential generator (Knuth's MMIX constants): texts need no better chance.
struct Chance(u64);

impl Chance {
    fn pick<'l>(&mut self, list: &[&'l str]) -> &'l str {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        list[(self.0 >> 33) as usize % list.len()]
    }
}

/// A text of at least `bytes` bytes, paragraphs of three sentences; another seed, another text.
pub fn news(bytes: usize, seed: u64) -> String {
    let mut chance = Chance(seed);
    let mut text = String::with_capacity(bytes + 400);
    let mut sentences = 0;
    while text.len() < bytes {
        let mut rest = chance.pick(TEMPLATES);
        let from = text.len();
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            text.push_str(match &rest[at..at + 3] {
                "{p}" => chance.pick(PEOPLE),
                "{r}" => chance.pick(ROLES),
                "{t}" => chance.pick(TOWNS),
                "{d}" => chance.pick(DAYS),
                _ => chance.pick(NUMBERS),
            });
            rest = &rest[at + 3..];
        }
        text.push_str(rest);
        if let Some(first) = text.get_mut(from..from + 1) {
            first.make_ascii_uppercase();
        }
        sentences += 1;
        text.push_str(if sentences % 3 == 0 { "\n\n" } else { " " });
    }
    text
}

/// Texts that would be slow if any part of the reading looked at the whole text for each word.
pub fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let repeated = |unit: &str| unit.repeat(bytes / unit.len() + 1);
    vec![
        ("quotation_marks", repeated("\"“")),
        ("short_quotations", repeated("“go on now” ")),
        ("digits", repeated("1234567890")),
        ("grouped_digits", repeated("1,234 ")),
        ("capitals", repeated("Abc Def ")),
        ("letters_with_dots", repeated("A.")),
        ("he_said", repeated("he said ")),
        ("names_said", repeated("Ada Lind told Bo Holm that ")),
        (
            "one_sentence",
            repeated("the shells hit the town and killed four people , "),
        ),
        ("commas", repeated("and, but, so, ")),
        ("full_stops", repeated("!?.")),
        ("clips", repeated("A video shows a fire. ")),
        ("place_names", repeated("Kharkiv ")),
        ("lines", repeated("a\n")),
    ]
}
