//! Incidents of the fourth Message Understanding Conference: who did what to whom, where and when.
//!
//! Measured as N. Chinchor, "MUC-4 Evaluation Metrics" (1992) has it: a response's templates are
//! mapped to the key's of the same text, then fills are correct, partial (a half), incorrect,
//! missing or spurious; recall is (cor + par/2) / possible, precision (cor + par/2) / actual.
//! MATCHED/MISSING leaves the fills of unmapped responses out; ALL TEMPLATES counts them as
//! spurious. The conference's score reports count a slot's row by the first (those of 1991, whose
//! rows sum up to it, show so); which of the two the figures of 1992 beside ours are is not
//! known, so both are given and the goal stands at both.
//!
//! What departs from the official scorer, which asked a person in doubt: a template maps where
//! its type is at least partly right (an attack against a bombing or arson) and it shares a date,
//! a place below the country, a perpetrator or a target with the key's; fills are paired greedily.
//! A date is correct when it is the same day, range or open range, partial when one lies within
//! the other; a location is correct with country and narrowest name, partial with the country or
//! any name alone; a number or an effect is correct when value and target agree, partial when
//! only the value does; two targets agree when they share a word of content. Optional templates
//! and fills are not missed; `30-` is "more than 30", to the reader 31 and more. The text is passed
//! as it is, without a date: all is the reader's. Forced work stoppages, threats as such, stages
//! and physical targets are not answered. What `response.rs` leaves out it says.

mod compare;
mod keys;
mod response;
mod score;

use std::collections::BTreeMap;
use std::path::Path;

use bearings_locate::BuiltIn;

use super::figure::{Figure, share};
use keys::Template;
use score::{Pair, SLOTS, Tally, Totals};

/// How many texts' errors are printed.
const ERRORS: usize = 400;

/// The best of 1992 as recall and precision, in the order of [`SLOTS`].
const OTHERS: [(f64, f64, &str); 5] = [
    (0.61, 0.57, "best of 1992: recall .61, precision .57"),
    (0.63, 0.59, "best of 1992: recall .63, precision .59"),
    (0.66, 0.56, "best of 1992: recall .66, precision .56"),
    (0.62, 0.52, "best of 1992: recall .62, precision .52"),
    (0.24, 0.30, "best of 1992: recall .24, precision .30"),
];

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let folder = data.join("muc4");
    let gazetteer = BuiltIn::new();
    let mut figures = Vec::new();
    let errors = std::env::var("EVAL_ERRORS").map_or(0, |_| ERRORS);
    for (set, parts, errors) in [
        ("muc4 dev", &["dev"][..], errors),
        ("muc4 tst1+tst2", &["tst1", "tst2"][..], 0),
    ] {
        let mut totals = Totals::default();
        let mut cases = 0;
        for part in parts {
            let (key, texts) = open(&folder.join(part))?;
            cases += texts.len();
            measure(&key, &texts, &gazetteer, errors, &mut totals);
        }
        figures.extend(lines(set, &totals, cases));
    }
    Ok(figures)
}

type Texts = Vec<(String, String)>;

fn open(folder: &Path) -> Result<(BTreeMap<String, Vec<Template>>, Texts), String> {
    let mut key = BTreeMap::new();
    for file in keys::files(folder, "key")? {
        key.extend(keys::keys(&file)?);
    }
    let mut texts = Vec::new();
    for begin in ["dev-muc", "tst"] {
        for file in keys::files(folder, begin)? {
            texts.extend(keys::texts(&file)?);
        }
    }
    texts.retain(|(name, _)| key.contains_key(name));
    Ok((key, texts))
}

fn measure(
    key: &BTreeMap<String, Vec<Template>>,
    texts: &Texts,
    gazetteer: &BuiltIn,
    mut errors: usize,
    totals: &mut Totals,
) {
    for (name, text) in texts {
        let wanted = &key[name];
        let told = response::templates(text, gazetteer);
        let pairs = score::map(wanted, &told);
        if errors > 0 {
            errors -= 1;
            println!("=== {name}\n{}", response::claims(text, gazetteer));
            pairs.iter().for_each(show);
        }
        pairs.into_iter().for_each(|pair| totals.add(pair));
    }
}

/// A pair's fills side by side.
fn show(pair: &Pair) {
    let fills = |template: Option<&Template>, slot: usize| -> String {
        let fills = template.map_or(&[][..], |template| template.fills(slot));
        let one = |fill: &keys::Fill| {
            let strings = fill.strings.join("/");
            format!("{}:{strings}", fill.values.join("/"))
        };
        fills.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    println!(
        "--- {}",
        match pair {
            (Some(key), Some(_)) if key.optional => "mapped (optional)",
            (Some(_), Some(_)) => "mapped",
            (Some(_), None) => "missing",
            _ => "spurious",
        }
    );
    if let Some(told) = pair.1 {
        println!("{}", told.note);
    }
    for slot in [keys::TYPE]
        .into_iter()
        .chain(SLOTS.iter().map(|(slot, _)| *slot))
    {
        println!(
            "  {slot:2} K {} | R {}",
            fills(pair.0, slot),
            fills(pair.1, slot)
        );
    }
}

fn lines(set: &'static str, totals: &Totals, cases: usize) -> Vec<Figure> {
    let mut figures = Vec::new();
    let templates = totals.templates;
    for (metric, value) in [
        ("recall", templates.recall()),
        ("precision", templates.precision()),
    ] {
        figures.push(Figure {
            set,
            metric: format!("templates, {metric}"),
            value,
            cases,
            goal: None,
            other: "",
        });
    }
    let views = [
        ("matched/missing", &totals.matched_missing),
        ("all templates", &totals.all),
    ];
    for (view, slots) in views {
        for (index, (_, slot)) in SLOTS.iter().enumerate() {
            let (recall, precision, other) = OTHERS[index];
            let tally: Tally = slots[index];
            let f1 = 2.0 * recall * precision / (recall + precision);
            for (metric, value, goal) in [
                ("recall", tally.recall(), recall),
                ("precision", tally.precision(), precision),
                ("F1", tally.f1(), f1),
            ] {
                figures.push(Figure {
                    set,
                    metric: format!("{slot}, {view}, {metric}"),
                    value,
                    cases,
                    goal: Some(goal),
                    other,
                });
            }
        }
    }
    figures
}
