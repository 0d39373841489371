//! Maps the templates of a response to those of the key and counts their fills.

use super::compare::{
    Verdict, cross_referenced, date, location, names_alike, same_spot, strings_alike,
};
use super::keys::{
    CONFIDENCE, DATE, EFFECT, Fill, LOCATION, NUMBER, PERPETRATOR, TARGET_DESCRIPTION, TARGET_NAME,
    TYPE, Template,
};

/// The slots that are scored, with their names.
pub const SLOTS: [(usize, &str); 5] = [
    (DATE, "date"),
    (LOCATION, "location"),
    (NUMBER, "target number"),
    (EFFECT, "target effect"),
    (CONFIDENCE, "perpetrator confidence"),
];

/// The fills of one slot, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub correct: f64,
    pub partial: f64,
    pub incorrect: f64,
    pub missing: f64,
    pub spurious: f64,
}

impl Tally {
    pub fn recall(self) -> f64 {
        let possible = self.correct + self.partial + self.incorrect + self.missing;
        super::share(self.correct + self.partial / 2.0, possible)
    }

    pub fn precision(self) -> f64 {
        let actual = self.correct + self.partial + self.incorrect + self.spurious;
        super::share(self.correct + self.partial / 2.0, actual)
    }

    pub fn f1(self) -> f64 {
        let (recall, precision) = (self.recall(), self.precision());
        super::share(2.0 * recall * precision, recall + precision)
    }

    fn add(&mut self, other: Tally) {
        self.correct += other.correct;
        self.partial += other.partial;
        self.incorrect += other.incorrect;
        self.missing += other.missing;
        self.spurious += other.spurious;
    }

    fn value(self) -> f64 {
        self.correct + self.partial / 2.0
    }
}

/// What was counted over many texts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    /// Fills of unmapped responses count as spurious.
    pub all: [Tally; SLOTS.len()],
    /// Fills of unmapped responses do not count.
    pub matched_missing: [Tally; SLOTS.len()],
    pub templates: Tally,
}

/// A key's template and the response's it was mapped to, either of them alone where it was not.
pub type Pair<'t> = (Option<&'t Template>, Option<&'t Template>);

impl Totals {
    pub fn add(&mut self, pair: Pair) {
        match pair {
            (Some(_), Some(_)) => self.templates.correct += 1.0,
            (Some(_), None) => self.templates.missing += 1.0,
            (None, _) => self.templates.spurious += 1.0,
        }
        for (index, (slot, _)) in SLOTS.iter().enumerate() {
            let fills = |template: Option<&Template>| {
                template.map_or_else(Vec::new, |template| template.fills(*slot).to_vec())
            };
            let tally = of_slot(*slot, &fills(pair.0), &fills(pair.1));
            self.all[index].add(tally);
            if pair.0.is_some() {
                self.matched_missing[index].add(tally);
            }
        }
    }
}

/// The best mapping, found greedily: the pair with most in common first.
pub fn map<'t>(key: &'t [Template], response: &'t [Template]) -> Vec<Pair<'t>> {
    let mut scored = Vec::new();
    for (k, wanted) in key.iter().enumerate() {
        for (r, told) in response.iter().enumerate() {
            if may_map(wanted, told) {
                scored.push((likeness(wanted, told), k, r));
            }
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken, mut given) = (vec![false; key.len()], vec![false; response.len()]);
    let mut pairs = Vec::new();
    for (_, k, r) in scored {
        if !taken[k] && !given[r] {
            (taken[k], given[r]) = (true, true);
            pairs.push((Some(&key[k]), Some(&response[r])));
        }
    }
    let missed = key
        .iter()
        .zip(taken)
        .filter(|(template, taken)| !taken && !template.optional);
    pairs.extend(missed.map(|(template, _)| (Some(template), None)));
    let spurious = response.iter().zip(given).filter(|(_, given)| !given);
    pairs.extend(spurious.map(|(template, _)| (None, Some(template))));
    pairs
}

/// The type at least partly right, and something that anchors the two to one incident.
fn may_map(key: &Template, response: &Template) -> bool {
    if of_types(key, response) == Verdict::Incorrect {
        return false;
    }
    let pairs = |slot: usize, alike: fn(&Fill, &Fill) -> bool| {
        let told = response.fills(slot);
        key.fills(slot)
            .iter()
            .any(|wanted| told.iter().any(|told| alike(wanted, told)))
    };
    let dated = pairs(DATE, |key, told| date(key, told) == Verdict::Correct);
    let perpetrator = pairs(PERPETRATOR, |key, told| {
        strings_alike(&key.values, &told.values)
    });
    dated || perpetrator || pairs(LOCATION, same_spot) || shares_target(key, response)
}

fn shares_target(key: &Template, response: &Template) -> bool {
    let named = [TARGET_NAME, TARGET_DESCRIPTION]
        .into_iter()
        .flat_map(|slot| key.fills(slot));
    let names: Vec<String> = named.flat_map(|fill| fill.values.clone()).collect();
    let told = response
        .fills(NUMBER)
        .iter()
        .flat_map(|fill| fill.strings.clone());
    strings_alike(&names, &told.collect::<Vec<_>>())
}

/// An attack is the set's widest type: bombings and arson are kinds of it.
fn of_types(key: &Template, response: &Template) -> Verdict {
    let told = response
        .fills(TYPE)
        .iter()
        .flat_map(|fill| &fill.values)
        .next();
    let Some(told) = told else {
        return Verdict::Incorrect;
    };
    let attack = |one: &str, other: &str| one == "ATTACK" && matches!(other, "BOMBING" | "ARSON");
    let wanted = key.fills(TYPE).iter().flat_map(|fill| &fill.values);
    let verdicts = wanted.map(|wanted| match wanted == told {
        true => Verdict::Correct,
        false if attack(wanted, told) || attack(told, wanted) => Verdict::Partial,
        false => Verdict::Incorrect,
    });
    verdicts.max().unwrap_or(Verdict::Incorrect)
}

fn likeness(key: &Template, response: &Template) -> f64 {
    let slots = SLOTS
        .iter()
        .map(|(slot, _)| of_slot(*slot, key.fills(*slot), response.fills(*slot)).value());
    let kind = f64::from(u8::from(of_types(key, response) == Verdict::Correct));
    slots.sum::<f64>() + kind + 2.0 * f64::from(u8::from(shares_target(key, response)))
}

fn verdict(slot: usize, key: &Fill, response: &Fill) -> Verdict {
    match slot {
        DATE => date(key, response),
        LOCATION => location(key, response),
        _ => cross_referenced(key, response),
    }
}

/// Pairs the fills of a slot, the best first; what is left over is missing or spurious.
fn of_slot(slot: usize, key: &[Fill], response: &[Fill]) -> Tally {
    let mut scored = Vec::new();
    for (k, wanted) in key.iter().enumerate() {
        for (r, told) in response.iter().enumerate() {
            let verdict = verdict(slot, wanted, told);
            scored.push((verdict, names_alike(wanted, told), k, r));
        }
    }
    scored.sort_by_key(|(verdict, alike, k, r)| {
        (
            std::cmp::Reverse(*verdict),
            std::cmp::Reverse(*alike),
            *k,
            *r,
        )
    });
    let (mut taken, mut given) = (vec![false; key.len()], vec![false; response.len()]);
    let mut tally = Tally::default();
    for (verdict, _, k, r) in scored {
        if taken[k] || given[r] {
            continue;
        }
        (taken[k], given[r]) = (true, true);
        match verdict {
            Verdict::Correct => tally.correct += 1.0,
            Verdict::Partial => tally.partial += 1.0,
            Verdict::Incorrect => tally.incorrect += 1.0,
        }
    }
    let missed = key
        .iter()
        .zip(taken)
        .filter(|(fill, taken)| !taken && !fill.optional);
    tally.missing = missed.count() as f64;
    tally.spurious = given.iter().filter(|given| !**given).count() as f64;
    tally
}
