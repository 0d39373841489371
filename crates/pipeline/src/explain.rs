//! How a claim or an item came about, step by step, in lines for a person.

use bearings_locate::find::propose;
use bearings_model::{Claim, ClaimKind, Document, Reading, Target};
use bearings_weigh::Weighed;

use crate::{MediaItem, PipelineError, Workshop};

/// The derivation of a claim (`c-…`, or the beginning of it), a ruling (`r-…`), or an item.
pub fn why(workshop: &Workshop, weighed: &Weighed, id: &str) -> Result<Vec<String>, PipelineError> {
    let claims = workshop
        .items
        .iter()
        .flat_map(|item| item.2.claims.iter().map(move |claim| (item, claim)));
    let mut fits = claims.filter(|(_, claim)| claim.id.as_str().starts_with(id) && id.len() > 2);
    if let Some(((acquisition, document, reading), claim)) = fits.next() {
        let mut lines = of_claim(document, reading, claim);
        lines.push(format!(
            "kept       {} ({})",
            document.item.short(),
            acquisition.from
        ));
        lines.extend(weighing(workshop, weighed, claim));
        lines.extend(asked_of_a_map(document, reading, claim));
        return Ok(lines);
    }
    let item = workshop
        .items
        .iter()
        .find(|(_, document, _)| document.item.as_str().starts_with(id) && id.len() > 3);
    if let Some((acquisition, document, reading)) = item {
        let mut lines = of_item(document, reading);
        lines.insert(
            1,
            format!("came as    {} ({})", acquisition.from, acquisition.method),
        );
        return Ok(lines);
    }
    let fits = |item: &&MediaItem| item.media.item.as_str().starts_with(id) && id.len() > 3;
    if let Some(item) = workshop.media.iter().find(fits) {
        return Ok(of_media(workshop, item));
    }
    Err(PipelineError::Unknown { id: id.to_owned() })
}

/// What the claim's sentence describes, as a query a person may run or amend.
fn asked_of_a_map(document: &Document, reading: &Reading, claim: &Claim) -> Option<String> {
    let span = claim.excerpt.span();
    let sentence = reading
        .sentences
        .iter()
        .find(|sentence| sentence.start <= span.start && span.start < sentence.end)?;
    let proposal = propose(document.text.get(sentence.start..sentence.end)?)?;
    Some(format!(
        "on a map   `bearings find '{}'` asks for what {} describe, if you wish to",
        proposal.query,
        proposal.quoted()
    ))
}

/// What a picture's, film's or recording's file says of itself, and what it is like.
fn of_media(workshop: &Workshop, item: &MediaItem) -> Vec<String> {
    let MediaItem { acquisition, media } = item;
    let mut lines = vec![
        media.item.to_string(),
        format!("came as    {} ({})", acquisition.from, acquisition.method),
    ];
    lines.extend(
        acquisition
            .shows
            .iter()
            .map(|day| format!("said       to show {day}")),
    );
    if let Some(facts) = &media.facts {
        lines.push(format!(
            "is         {} ({})",
            facts.kind.name(),
            facts.container
        ));
        lines.extend(
            facts
                .duration_ms
                .map(|ms| format!("lasts      {:.1} s", ms as f64 / 1_000.0)),
        );
        for time in &facts.times {
            lines.push(format!(
                "names      {} as time ({})",
                time.value, time.basis
            ));
        }
        if let Some(position) = &facts.position {
            lines.push(format!(
                "names      {:.5}, {:.5} as position ({})",
                position.lat, position.lon, position.basis
            ));
        }
        lines.extend(
            facts
                .device
                .iter()
                .map(|device| format!("names      {device} as device")),
        );
        if facts.stripped {
            lines.push("names      no time, place or device".to_owned());
        }
    }
    for link in workshop
        .media_links
        .iter()
        .filter(|link| link.earlier == media.item || link.later == media.item)
    {
        lines.push(format!(
            "is like    {} ({})",
            link.reason,
            link.likeness.grade.name()
        ));
        for measure in &link.likeness.measures {
            lines.push(format!(
                "           {}: {} (threshold {})",
                measure.name, measure.value, measure.threshold
            ));
        }
    }
    lines.extend(
        media
            .problems
            .iter()
            .map(|problem| format!("problem    {problem}")),
    );
    lines
}

fn of_claim(document: &Document, reading: &Reading, claim: &Claim) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{}  {}  {}",
            claim.id,
            claim.kind.name(),
            claim.factuality.code()
        ),
        format!("says       “{}”", claim.text),
        format!("rule       {} ({})", claim.rule, bearings_read::VERSION),
    ];
    lines.extend(rule(&claim.rule));
    for (depth, link) in claim.chain.links().enumerate() {
        let role = link
            .role
            .as_ref()
            .map(|role| format!(", {role}"))
            .unwrap_or_default();
        let cue = link
            .cue
            .as_ref()
            .map(|cue| format!(", by the words “{}”", cue.text))
            .unwrap_or_default();
        let channel = link
            .channel
            .map(|channel| format!(" [{}]", channel.name()))
            .unwrap_or_default();
        let head = if depth == 0 {
            "through    "
        } else {
            "           "
        };
        lines.push(format!(
            "{head}{}{}{role}{cue}{channel}",
            "  ".repeat(depth),
            link.source
        ));
    }
    if let ClaimKind::Tally(tally) = &claim.kind {
        let by = tally.amount_rule.as_deref().unwrap_or_default();
        let shown = if by.is_empty() {
            String::new()
        } else {
            format!(", {by}")
        };
        lines.push(format!(
            "amount     {} (“{}”{shown})",
            tally.amount, tally.text
        ));
        lines.extend(rule(by));
        if !tally.parts.is_empty() {
            let parts: Vec<_> = tally.parts.iter().map(|part| part.as_str()).collect();
            lines.push(format!("parts      {}", parts.join(", ")));
        }
    }
    if let Some(event) = claim.event {
        let not = if claim.negated { "not: " } else { "" };
        lines.push(format!("event      {not}{}", event.name()));
    }
    for hedge in &claim.hedges {
        lines.push(format!("hedge      “{}”", hedge.text));
    }
    lines.extend(time(document, reading, claim));
    lines.extend(place(reading, claim));
    lines
}

/// What the rule looks for and what it makes of it.
fn rule(name: &str) -> Vec<String> {
    let Some(rule) = bearings_read::rule(name) else {
        return Vec::new();
    };
    vec![
        format!("           looks for {}", rule.pattern),
        format!("           makes {}", rule.production),
    ]
}

fn time(document: &Document, reading: &Reading, claim: &Claim) -> Vec<String> {
    let Some(time) = claim.time.and_then(|index| reading.times.get(index)) else {
        return vec!["time       not said".to_owned()];
    };
    let carried = if claim.time_carried {
        ", carried from the text around it"
    } else {
        ""
    };
    let mut lines = vec![format!(
        "time       “{}” = {} ({}{carried})",
        time.text, time.timex, time.rule
    )];
    lines.extend(rule(&time.rule));
    if let Some(when) = &time.when {
        let bound = |at: Option<_>, closing| {
            at.map_or("open".to_owned(), |at| when.zone.write(at, closing))
        };
        lines.push(format!(
            "           {} to {}",
            bound(when.begin[0], false),
            bound(when.end[1], true)
        ));
    }
    if let Some(published) = &document.published {
        lines.push(format!(
            "           counted from {} ({})",
            published.date,
            published.basis.name()
        ));
    }
    lines
}

fn place(reading: &Reading, claim: &Claim) -> Vec<String> {
    let Some(place) = claim.place.and_then(|index| reading.places.get(index)) else {
        return vec!["place      not said".to_owned()];
    };
    let carried = if claim.place_carried {
        ", carried from the text around it"
    } else {
        ""
    };
    let qualifier = place
        .qualifier
        .as_ref()
        .map(|words| format!("{} ", words.trim()))
        .unwrap_or_default();
    let by = match place.rule.is_empty() {
        true => String::new(),
        false => format!(" ({})", place.rule),
    };
    let mut lines = vec![format!(
        "place      “{qualifier}{}”{by}{carried}",
        place.text
    )];
    lines.extend(rule(&place.rule));
    for area in place.relative.iter().flat_map(|found| &found.areas).take(3) {
        lines.push(format!("           the words mean an area {}", area.reason));
    }
    for candidate in place.candidates.iter().take(3) {
        lines.push(format!(
            "           {} {} ({:.4}, {:.4}) within {} m, {:.2}: {}",
            candidate.id,
            candidate.name,
            candidate.lat,
            candidate.lon,
            candidate.radius_m,
            candidate.score,
            candidate.reason
        ));
    }
    lines
}

fn weighing(workshop: &Workshop, weighed: &Weighed, claim: &Claim) -> Vec<String> {
    let mut lines = Vec::new();
    let origin = weighed
        .origins
        .iter()
        .find(|origin| origin.claims.contains(&claim.id));
    match origin {
        Some(origin) => lines.push(format!(
            "origin     {} ({} claims)",
            origin.label,
            origin.claims.len()
        )),
        None => lines.push("origin     none: it was rejected or stays out".to_owned()),
    }
    for pair in weighed
        .comparisons
        .iter()
        .filter(|pair| pair.a == claim.id || pair.b == claim.id)
    {
        let other = if pair.a == claim.id { &pair.b } else { &pair.a };
        lines.push(format!("beside     {other}: {}", pair.reason));
    }
    for check in weighed.parts.iter().filter(|check| check.whole == claim.id) {
        lines.push(format!("sum        {}", check.sentence));
    }
    for outcome in weighed
        .forecasts
        .iter()
        .filter(|outcome| outcome.forecast == claim.id)
    {
        lines.push(format!(
            "forecast   {}: {}",
            outcome.reading, outcome.reason
        ));
    }
    for held in weighed
        .withheld
        .iter()
        .filter(|held| held.covers(&claim.excerpt))
    {
        let state = if held.ruled { "ruled" } else { "proposed" };
        lines.push(format!(
            "stays out  {} ({state}), by {}",
            held.reason.plain(),
            held.basis
        ));
    }
    for ruling in &workshop.rulings {
        if matches!(&ruling.target, Target::Claim { claim: id, .. } if *id == claim.id) {
            lines.push(format!(
                "ruling     {} {} by {}: {}",
                ruling.id,
                ruling.decision.name(),
                ruling.by,
                ruling.why
            ));
        }
    }
    lines
}

fn of_item(document: &Document, reading: &Reading) -> Vec<String> {
    let mut lines = vec![format!("{}  {}", document.item.short(), document.outlet)];
    if let Some(title) = &document.title {
        lines.push(format!("title      {title}"));
    }
    lines.push(match &document.published {
        Some(published) => format!("published  {} ({})", published.date, published.basis.name()),
        None => "published  not known".to_owned(),
    });
    lines.push(format!(
        "language   {}",
        document.lang.as_deref().unwrap_or("not known")
    ));
    lines.push(format!(
        "read       {} sentences, {} times, {} places, {} quotes, {} claims",
        reading.sentences.len(),
        reading.times.len(),
        reading.places.len(),
        reading.quotes.len(),
        reading.claims.len()
    ));
    for problem in document.problems.iter().chain(&reading.problems) {
        lines.push(format!("problem    {problem}"));
    }
    lines
}
