//! Incidents of gun violence: the number killed and injured, from an incident's articles alone.
//!
//! The measure is the share of incidents with exactly the gold number, as in counting quantity of
//! interest tasks (SemEval-2018 task 5). Conventions of the evaluator, not of the product: the
//! gold has 0 where nothing is said, so unknown is 0; a bounded amount counts as its low end;
//! victims not said to be wounded are injured unless killed; of several articles the latest with
//! a count supersedes, but "at least one" adds nothing to a larger count known before; who died
//! since the article before is taken from those injured.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use bearings_locate::BuiltIn;
use bearings_model::{Amount, Document};
use bearings_read::{TollCount, read, toll};
use flate2::read::MultiGzDecoder;
use serde_json::Value;

use super::figure::{Figure, share};
use super::reader::{About, document};

/// How many errors are printed.
const ERRORS: usize = 1000;

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
            println!("{} gold {gold:?} found {found:?}", incident["incident"]);
            for article in in_order(&incident) {
                println!("    {}", told(article, &gazetteer));
            }
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
    let (mut killed, mut wounded) = (None, None);
    for article in in_order(incident) {
        let document = of_article(article);
        let toll = toll(&read(&document, gazetteer), &document);
        let dead = newer(toll.killed.as_ref(), killed);
        let hit = low(toll.victims.as_ref());
        let beside = toll.victims.as_ref().is_some_and(|victims| victims.beside);
        let among = low(toll.killed.as_ref()).filter(|_| !beside).unwrap_or(0);
        let rest = hit.map(|all| all.saturating_sub(among));
        // Who died since the article before is wounded no longer.
        let since = dead.unwrap_or(0).saturating_sub(killed.unwrap_or(0));
        let still = wounded.map(|count: u64| count.saturating_sub(since));
        let hurt = low(toll.wounded.as_ref()).max(rest);
        let open = [&toll.wounded, &toll.victims]
            .into_iter()
            .flatten()
            .all(is_open);
        wounded = match (hurt, still) {
            // Someone hurt, in a text that tells of no death, may be whom another tells dead.
            (Some(count), None) if open && toll.killed.is_none() && dead >= Some(count) => None,
            (Some(count), Some(known)) if open && count <= known => Some(known),
            (count, known) => count.or(known),
        };
        killed = dead;
    }
    [killed.unwrap_or(0), wounded.unwrap_or(0)]
}

/// What is known after one more article: at least so many adds nothing to as many or more.
fn newer(count: Option<&TollCount>, known: Option<u64>) -> Option<u64> {
    let now = low(count);
    let adds_nothing = count.is_some_and(is_open) && now <= known;
    if adds_nothing { known } else { now.or(known) }
}

fn is_open(count: &TollCount) -> bool {
    matches!(count.amount, Amount::AtLeast { .. })
}

/// An incident's articles, oldest first.
fn in_order(incident: &Value) -> Vec<&Value> {
    let articles = incident["articles"].as_array().into_iter().flatten();
    let mut articles: Vec<&Value> = articles.collect();
    articles.sort_by_key(|article| article["dct"].as_str().unwrap_or_default());
    articles
}

fn of_article(article: &Value) -> Document {
    let word = |key: &str| article[key].as_str().unwrap_or_default();
    let about = About {
        lang: "en",
        published: word("dct").parse().ok(),
        title: Some(word("title")),
        zone: "",
    };
    let text = format!("{}.\n\n{}", word("title"), word("text"));
    document(&text, &about)
}

/// An article's title and its toll with the words it rests on, for the list of errors.
fn told(article: &Value, gazetteer: &BuiltIn) -> String {
    let document = of_article(article);
    let reading = read(&document, gazetteer);
    let toll = toll(&reading, &document);
    let counts = [
        ("killed", toll.killed),
        ("wounded", toll.wounded),
        ("victims", toll.victims),
    ];
    let counts = counts
        .into_iter()
        .filter_map(|(name, count)| Some((name, count?)));
    let counts = counts.map(|(name, count)| {
        let named = count.words.and_then(|span| span.of(&document.text));
        let mut claims = reading.claims.iter();
        let claim = claims.find(|claim| count.claims.contains(&claim.id));
        let words = named.or(claim.map(|claim| claim.text.as_str()));
        format!(" | {name} {}: {}", count.amount, words.unwrap_or_default())
    });
    format!("{}{}", article["title"], counts.collect::<String>())
}

fn low(count: Option<&TollCount>) -> Option<u64> {
    let amount = &count?.amount;
    match amount {
        Amount::AtMost { high } => Some(*high),
        other => other.low(),
    }
}
