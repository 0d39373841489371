//! Incidents of gun violence: the number killed and injured, from an incident's articles alone.
//!
//! The measure is the share of incidents with exactly the gold number, as in counting quantity of
//! interest tasks (SemEval-2018 task 5). Conventions of the evaluator, not of the product: the
//! gold has 0 where nothing is said, so unknown is 0; a bounded amount counts as its low end;
//! victims not said to be wounded are injured unless killed; of several articles the latest with
//! a count supersedes, and who
//! died since the article before is taken from those injured.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use bearings_locate::BuiltIn;
use bearings_model::Amount;
use bearings_read::{TollCount, read, toll};
use flate2::read::MultiGzDecoder;
use serde_json::Value;

use super::figure::{Figure, share};
use super::reader::{About, document};

/// How many errors are printed.
const ERRORS: usize = 200;

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let path = data.join("casualties/dev.jsonl.gz");
    let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let gazetteer = BuiltIn::new();
    let mut errors = std::env::var("EVAL_ERRORS").map_or(0, |_| ERRORS);
    let (mut killed, mut injured, mut cases) = (0, 0, 0);
    for line in BufReader::new(MultiGzDecoder::new(file)).lines() {
        let line = line.map_err(|error| format!("{}: {error}", path.display()))?;
        let incident: Value = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let found = counts(&incident, &gazetteer);
        let gold = ["killed", "injured"].map(|key| incident[key].as_u64().unwrap_or(0));
        cases += 1;
        killed += usize::from(found[0] == gold[0]);
        injured += usize::from(found[1] == gold[1]);
        if found != gold && errors > 0 {
            errors -= 1;
            let title = &incident["articles"][0]["title"];
            println!(
                "{} gold {gold:?} found {found:?} {title}",
                incident["incident"]
            );
        }
    }
    let figure = |metric: &str, right: usize, goal| Figure {
        set: "casualties",
        metric: metric.to_owned(),
        value: share(right as f64, cases as f64),
        cases,
        goal: Some(goal),
        other: "regular expressions .12-.26, role labelling .31-.74, fine-tuned reader .44-.81",
    };
    Ok(vec![
        figure("exact killed", killed, 0.80),
        figure("exact injured", injured, 0.75),
    ])
}

/// Killed and injured, the latest article with a count last.
fn counts(incident: &Value, gazetteer: &BuiltIn) -> [u64; 2] {
    let mut articles: Vec<&Value> = incident["articles"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    articles.sort_by_key(|article| article["dct"].as_str().unwrap_or_default());
    let (mut killed, mut wounded) = (None, None);
    for article in articles {
        let word = |key: &str| article[key].as_str().unwrap_or_default();
        let about = About {
            lang: "en",
            published: word("dct").parse().ok(),
            title: Some(word("title")),
            zone: "",
        };
        let text = format!("{}.\n\n{}", word("title"), word("text"));
        let document = document(&text, &about);
        let toll = toll(&read(&document, gazetteer), &document);
        let dead = low(toll.killed.as_ref());
        let hit = low(toll.victims.as_ref());
        let rest = hit.map(|all| all.saturating_sub(dead.unwrap_or(0)));
        // Who died since the article before is wounded no longer.
        let since = dead.unwrap_or(0).saturating_sub(killed.unwrap_or(0));
        let still = wounded.map(|count: u64| count.saturating_sub(since));
        wounded = low(toll.wounded.as_ref()).max(rest).or(still);
        killed = dead.or(killed);
    }
    [killed.unwrap_or(0), wounded.unwrap_or(0)]
}

fn low(count: Option<&TollCount>) -> Option<u64> {
    let amount = &count?.amount;
    match amount {
        Amount::AtMost { high } => Some(*high),
        other => other.low(),
    }
}
