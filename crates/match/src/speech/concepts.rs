//! The words of conflict reports by what they mean, in English, Ukrainian and Russian: enough to
//! tell whether two wordings can be one statement, not what either says.

use std::collections::{BTreeMap, BTreeSet};

/// What a concept is a concept of. Two wordings of one statement agree in each they both name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    Action,
    Target,
    Side,
    Weapon,
    /// All, part, almost: what makes a statement stronger or weaker.
    Degree,
    Number,
}

use Class::{Action, Degree, Number, Side, Target, Weapon};

/// A class, a name, and the words; `*` stands for any ending.
type Row = (Class, &'static str, &'static str);

const ROWS: &[Row] = &[
    (
        Action,
        "destroying",
        "destroy* eliminat* taking take took taken wipe* wiping annihilat* neutrali* liquidat* знищ* ліквід* нейтраліз* уничтож* ликвид* нейтрализ*",
    ),
    (
        Action,
        "killing",
        "kill* died slain загин* вбит* вбил* убит* убил* погиб*",
    ),
    (
        Action,
        "wounding",
        "injur* wound* hurt поранен* поранил* ранен* ранил* постраждал* пострада*",
    ),
    (Action, "shelling", "shell* bombard* обстріл* обстрел*"),
    (
        Action,
        "striking",
        "hit hits hitting struck strik* attack* влучи* влуча* вдарил* удар* атак* попал* попадан* уражен* поражен*",
    ),
    (Action, "capturing", "captur* seiz* overran захоп* захват*"),
    (
        Action,
        "freeing",
        "liberat* freed recaptur* звільн* освобо* визвол*",
    ),
    (
        Action,
        "withdrawing",
        "retreat* withdr* відійш* відступ* відход* отступ* отош* отход*",
    ),
    (
        Action,
        "advancing",
        "advanc* entered entering broke pushed наступ* увійш* вошл* зайш* зашл* прорв* вторг*",
    ),
    (
        Action,
        "holding",
        "hold* held repel* repuls* defend* control* утрим* удерж* відби* отби* контрол* оборон*",
    ),
    (
        Action,
        "evacuating",
        "evacuat* евакуй* евакую* евакуа* эваку*",
    ),
    (Action, "exploding", "explo* blast* вибух* взрыв* взорв*"),
    (
        Action,
        "burning",
        "fire fires burn* blaze* ablaze пожеж* горить горів горіла загорі* пожар* горит горел* загоре*",
    ),
    (Action, "damaging", "damag* пошкод* поврежд* повреди*"),
    (
        Action,
        "surrendering",
        "surrender* здал* здают* здають* сдал* сдают*",
    ),
    (
        Action,
        "downing",
        "downed downing intercept* shot збил* збит* збив сбил* сбит* перехоп* перехват*",
    ),
    (
        Action,
        "arresting",
        "arrest* detain* затрим* задерж* арешт* арест*",
    ),
    (
        Action,
        "fighting",
        "fight* fought clash* battle* бої боїв боях боями бій бои боев боях боями бой сутич* столкнов*",
    ),
    (
        Action,
        "looting",
        "loot* мародер* розграб* разграб* пограб*",
    ),
    (Action, "closing", "closed closing закри* закры*"),
    (
        Action,
        "opening",
        "open opens opened opening reopen* відкри* откры*",
    ),
    (
        Target,
        "enemy",
        "enem* occupier* invader* ворог* ворож* окупант* загарбник* противник* враг* вражес* оккупант* захватчик*",
    ),
    (
        Target,
        "troops",
        "troop* soldier* forces army військ* солдат* армі* войск* арми*",
    ),
    (
        Target,
        "vehicles",
        "vehicle* armour* armor* tank tanks convoy* column* технік* танк* колон* техник*",
    ),
    (Target, "school", "school* школ*"),
    (
        Target,
        "hospital",
        "hospital* clinic* лікар* больниц* госпітал* госпитал*",
    ),
    (
        Target,
        "bridge",
        "bridge* міст мосту моста мостом мості мости мост мосты мосте",
    ),
    (
        Target,
        "building",
        "building* house houses home homes будин* будів* дом дома домов здани*",
    ),
    (Target, "depot", "depot* warehouse* склад*"),
    (
        Target,
        "airport",
        "airport* airfield* аеропорт* аеродром* аэропорт* аэродром*",
    ),
    (Target, "church", "church* церкв* церков* храм*"),
    (Target, "market", "market* ринок ринку ринком рынок рынк*"),
    (Target, "station", "station* вокзал* станці* станци*"),
    (
        Target,
        "power",
        "power electricity електр* энерго* енерго* электр* підстанц* подстанц*",
    ),
    (Target, "factory", "factory plant завод* фабрик*"),
    (
        Target,
        "road",
        "road roads highway* дорог* шосе шоссе трас*",
    ),
    (Target, "village", "village* село селі села селом селе"),
    (
        Target,
        "city",
        "city town місто місті міста містом город города городе городом",
    ),
    (
        Target,
        "people",
        "people civilian* resident* person persons цивільн* люд* мешкан* жител* мирн* гражданск*",
    ),
    (Target, "children", "child* діт* дитин* дет* ребен*"),
    (Target, "police", "police* поліц* полиц*"),
    (Side, "Russian", "russia* росі* росс* русск*"),
    (Side, "Ukrainian", "ukrain* україн* укра*"),
    (Weapon, "missile", "missile* rocket* ракет*"),
    (
        Weapon,
        "drone",
        "drone* дрон* безпілот* беспилот* шахед* shahed*",
    ),
    (
        Weapon,
        "artillery",
        "artiller* mortar* артилер* артиллер* міномет* миномет*",
    ),
    (
        Weapon,
        "aircraft",
        "plane planes aircraft jet jets aviation airstrik* авіа* авиа* літак* самолет* бомб* bomb*",
    ),
    (Weapon, "helicopter", "helicopter* вертол* гелікоптер*"),
    (
        Degree,
        "all",
        "all every entire* whole complet* fully повн* всі усі весь все всю усе усю полност* весь вся всех",
    ),
    (
        Degree,
        "part",
        "part parts partly partial* some several частин* частков* кілька част* несколько",
    ),
    (Degree, "almost", "almost nearly майже почти"),
    (
        Degree,
        "again",
        "again second знов* вдруге снова вновь повторн*",
    ),
    (
        Degree,
        "heavy",
        "heav* massiv* severe* масован* сильн* важк* тяжел* массир*",
    ),
    (Degree, "light", "light minor slight* легк* незначн*"),
    (Number, "1", "one один одна одну одного"),
    (Number, "2", "two два дві двоє двох две двое"),
    (Number, "3", "three три троє трьох трое трех"),
    (
        Number,
        "4",
        "four чотири четверо чотирьох четыре четверо четырех",
    ),
    (Number, "5", "five п'ять п'ятеро п'яти пять пятеро пяти"),
    (Number, "6", "six шість шестеро шести шесть"),
    (Number, "7", "seven сім семеро семи семь"),
    (Number, "8", "eight вісім восьми восемь"),
    (Number, "9", "nine дев'ять дев'яти девять девяти"),
    (Number, "10", "ten десять десяти"),
    (Number, "12", "twelve дванадцять двенадцать"),
    (Number, "20", "twenty двадцять двадцать"),
];

/// The concepts of a text, by class.
pub(super) type Concepts = BTreeMap<Class, BTreeSet<String>>;

/// Words in lower case, the marks of an apostrophe made one and "ё" read as "е".
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | 'ʼ'))
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.to_lowercase()
                .replace(['’', 'ʼ'], "'")
                .replace('ё', "е")
        })
        .collect()
}

/// What the words mean; figures count as numbers.
pub(super) fn concepts(words: &[String]) -> Concepts {
    let mut found = Concepts::new();
    for word in words {
        if word.chars().all(|c| c.is_ascii_digit()) {
            found.entry(Number).or_default().insert(word.clone());
        } else if let Some((class, name)) = meaning(word) {
            found.entry(class).or_default().insert(name.to_owned());
        }
    }
    found
}

/// The meaning with the longest fitting word or stem.
pub(super) fn meaning(word: &str) -> Option<(Class, &'static str)> {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem).then_some(stem.len()),
        None => (word == pattern).then_some(usize::MAX),
    };
    let rows = ROWS.iter().filter_map(|(class, name, patterns)| {
        let length = patterns.split(' ').filter_map(fits).max()?;
        Some((length, (*class, *name)))
    });
    rows.max_by_key(|(length, _)| *length)
        .map(|(_, meaning)| meaning)
}
