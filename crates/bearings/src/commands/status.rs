//! `bearings status`: what is there, what conflicts, what waits for a person.

use std::collections::BTreeMap;

use bearings_model::{ForecastStatus, MediaLink};
use bearings_pipeline::{Chronology, Workshop};
use bearings_weigh::Weighed;
use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, whose};

pub fn run(arguments: &Arguments, output: &Output) -> Result<Done, Failure> {
    let (case, workshop) = whose::read_case(arguments, output)?;
    let weighed = workshop.weigh();
    let kept = case.items()?.len();
    let sight = Sight::of(&workshop, &weighed, kept);
    output.value(&sight.json(case.name()));
    sight.tell(case.name(), output);
    for problem in &workshop.problems {
        output.problem(problem);
    }
    Ok(Done::having(workshop.problems.len()))
}

/// The case at a glance, counted.
#[derive(Debug)]
struct Sight {
    kept: usize,
    read: usize,
    claims: BTreeMap<&'static str, usize>,
    places: usize,
    times: usize,
    named_origins: usize,
    copies: Vec<String>,
    media: usize,
    likenesses: Vec<String>,
    /// Likenesses nobody has ruled on.
    proposed: usize,
    conflicts: Vec<String>,
    /// Clues of time that cannot all be true.
    time_conflicts: Vec<String>,
    revisions: Vec<String>,
    forecasts: BTreeMap<&'static str, usize>,
    restrictions: usize,
    unruled: usize,
    orphaned: usize,
    problems: usize,
}

impl Sight {
    fn of(workshop: &Workshop, weighed: &Weighed, kept: usize) -> Self {
        let readings = || workshop.items.iter().map(|(_, _, reading)| reading);
        let mut claims = BTreeMap::new();
        for claim in readings().flat_map(|reading| &reading.claims) {
            *claims.entry(claim.kind.name()).or_default() += 1;
        }
        let mut places: Vec<&str> = readings()
            .flat_map(|reading| &reading.places)
            .filter_map(|mention| Some(mention.best()?.id.as_str()))
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut forecasts = BTreeMap::new();
        for outcome in &weighed.forecasts {
            *forecasts.entry(status_word(outcome.status)).or_default() += 1;
        }
        let account = &weighed.account;
        Self {
            kept,
            read: workshop.items.len(),
            claims,
            places: places.len(),
            times: readings().map(|reading| reading.times.len()).sum(),
            named_origins: weighed
                .origins
                .iter()
                .filter(|o| o.kind == bearings_model::OriginKind::Named)
                .count(),
            copies: account
                .copies
                .iter()
                .map(|copy| copy.sentence.clone())
                .collect(),
            media: workshop
                .media
                .iter()
                .filter(|media| media.media.facts.is_some())
                .count(),
            likenesses: workshop.media_links.iter().map(told).collect(),
            proposed: account.footage.proposed,
            conflicts: account
                .contradictions
                .iter()
                .map(|sentence| sentence.text.clone())
                .collect(),
            time_conflicts: Chronology::of(workshop).conflicts(),
            revisions: weighed
                .revisions
                .iter()
                .map(|revision| revision.sentence.clone())
                .collect(),
            forecasts,
            restrictions: weighed
                .withheld
                .iter()
                .filter(|held| !held.ruled && !held.follows)
                .count(),
            unruled: account.used - account.ruled,
            orphaned: workshop.orphaned.len(),
            problems: workshop
                .items
                .iter()
                .map(|(_, document, reading)| document.problems.len() + reading.problems.len())
                .chain(
                    workshop
                        .media
                        .iter()
                        .map(|media| media.media.problems.len()),
                )
                .sum(),
        }
    }

    fn json(&self, case: &str) -> serde_json::Value {
        json!({
            "case": case, "items": self.kept, "read": self.read, "claims": self.claims,
            "places": self.places, "times": self.times, "named_origins": self.named_origins,
            "copies": self.copies, "media": self.media, "likenesses": self.likenesses,
            "conflicts": self.conflicts, "time_conflicts": self.time_conflicts,
            "revisions": self.revisions,
            "forecasts": self.forecasts,
            "waiting": {
                "restrictions": self.restrictions, "claims": self.unruled,
                "likenesses": self.proposed,
                "orphaned_rulings": self.orphaned, "problems": self.problems,
            },
        })
    }

    fn tell(&self, case: &str, output: &Output) {
        let line = |label: &str, words: String| output.line(&format!("  {label:<12}{words}"));
        output.line(case);
        line("items", format!("{} kept, {} read", self.kept, self.read));
        let kinds: Vec<String> = self
            .claims
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        line(
            "claims",
            format!(
                "{}: {}",
                self.claims.values().sum::<usize>(),
                kinds.join(", ")
            ),
        );
        line("places", self.places.to_string());
        line("times", self.times.to_string());
        line(
            "origins",
            format!("{} named; all others count as one", self.named_origins),
        );
        list(output, "copies", &self.copies);
        if self.media > 0 {
            line(
                "media",
                format!("{} pictures, films and recordings", self.media),
            );
            list(output, "alike", &self.likenesses);
        }
        list(output, "conflicts", &self.conflicts);
        if !self.time_conflicts.is_empty() {
            list(output, "hours", &self.time_conflicts);
        }
        list(output, "revisions", &self.revisions);
        let forecasts: Vec<String> = self
            .forecasts
            .iter()
            .map(|(word, count)| format!("{count} {word}"))
            .collect();
        line(
            "forecasts",
            if forecasts.is_empty() {
                "none".to_owned()
            } else {
                forecasts.join(", ")
            },
        );
        output.line("  waits for a person");
        line(
            "",
            format!(
                "{} passages proposed as restricted (they stay out until ruled on)",
                self.restrictions
            ),
        );
        line("", format!("{} claims nobody has ruled on", self.unruled));
        if self.proposed > 0 {
            line(
                "",
                format!(
                    "{} likenesses of pictures and sound nobody has ruled on",
                    self.proposed
                ),
            );
        }
        line(
            "",
            format!(
                "{} problems with items, {} orphaned rulings",
                self.problems, self.orphaned
            ),
        );
    }
}

/// A likeness with what to write after `bearings rule accept` or `reject`.
fn told(link: &MediaLink) -> String {
    let old = match link.old {
        Some(old) => format!(
            "First seen {}, said to show {}. ",
            old.first_seen, old.said_to_show
        ),
        None => String::new(),
    };
    let ruled = if link.accepted {
        "accepted"
    } else {
        link.likeness.grade.name()
    };
    let pair = format!("{}~{}", link.earlier.short(), link.later.short());
    format!("{ruled}: {old}{} [{pair}]", link.reason)
}

/// At most so many lines of one kind; the desk shows all.
const LISTED: usize = 5;

fn list(output: &Output, label: &str, sentences: &[String]) {
    output.line(&format!("  {label:<12}{}", sentences.len()));
    for sentence in sentences.iter().take(LISTED) {
        output.line(&format!("              - {sentence}"));
    }
    if sentences.len() > LISTED {
        output.line(&format!(
            "              … and {} more (`bearings serve` shows them)",
            sentences.len() - LISTED
        ));
    }
}

fn status_word(status: ForecastStatus) -> &'static str {
    match status {
        ForecastStatus::Open => "open",
        ForecastStatus::Came => "came",
        ForecastStatus::DidNotCome => "did not come",
        ForecastStatus::CannotBeTold => "cannot be told",
    }
}
