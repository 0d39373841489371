//! A reading as the JSON that leaves the program: spans in code points, unknown as `null`.

use bearings_intake::Extracted;
use bearings_model::{
    ChainLink, Claim, ClaimKind, CodePoints, Document, OrderTerm, Quote, Reading, Relative, Span,
    Tally, When,
};
use bearings_read::asked::READER_RULE;
use serde_json::{Value, json};

/// What `bearings read --json` prints for one text.
pub fn reading_json(extracted: &Extracted, reading: &Reading) -> Value {
    let document = &extracted.document;
    let points = CodePoints::new(&document.text);
    let span = |span: Span| points.of_span(span);
    json!({
        "item": item(document),
        "sentences": reading.sentences.iter().map(|s| span(*s)).collect::<Vec<_>>(),
        "times": reading.times.iter().map(|time| json!({
            "span": span(time.span), "text": time.text, "type": time.kind, "timex": time.timex,
            "begin": bounds(time.when.as_ref(), |when| when.begin),
            "end": bounds(time.when.as_ref(), |when| when.end),
            "rule": time.rule,
        })).collect::<Vec<_>>(),
        "places": reading.places.iter().map(|place| json!({
            "span": span(place.span), "text": place.text, "qualifier": place.qualifier,
            "role": place.role, "rule": rule(&place.rule),
            "candidates": place.candidates.iter().map(|c| json!({
                "id": c.id, "name": c.name, "kind": c.kind, "country": c.country,
                "lat": c.lat, "lon": c.lon, "radius_m": c.radius_m,
                "score": c.score, "reason": c.reason,
            })).collect::<Vec<_>>(),
            "relative": place.relative.as_ref().map(|found| relative(found, &points)),
        })).collect::<Vec<_>>(),
        "quotes": reading.quotes.iter().map(|q| quote(q, &points)).collect::<Vec<_>>(),
        "footage": reading.footage.iter().map(|clip| json!({
            "label": clip.label, "author": clip.author, "several": clip.several,
            "mentions": clip.mentions.iter().map(|s| span(*s)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "toll": toll(reading, document, &points),
        "dateline": reading.dateline.as_ref().map(|head| json!({
            "span": span(head.span), "date": head.date.map(|date| date.to_string()),
            "place": head.place,
        })),
        "incidents": incidents(reading, document),
        "claims": reading.claims.iter().map(|c| claim(c, &points)).collect::<Vec<_>>(),
        "restrictions": reading.restrictions.iter().map(|r| json!({
            "span": span(r.target.span()), "reason": r.reason, "action": r.action,
            "basis": r.basis, "until": r.until, "rule": r.rule,
        })).collect::<Vec<_>>(),
        "caveats": reading.caveats.iter().map(|c| json!({"span": span(c.span), "text": c.text})).collect::<Vec<_>>(),
        "removed": extracted.removed.lines.iter().map(|line| json!({
            "line": line.number, "text": line.text, "rule": line.rule,
        })).collect::<Vec<_>>(),
        "problems": document.problems.iter().chain(&reading.problems).collect::<Vec<_>>(),
    })
}

/// What words place by a name: an area for each candidate, with a circle that holds it.
fn relative(relative: &Relative, points: &CodePoints) -> Value {
    json!({
        "words": relative.words.iter().map(|words| points.of_span(*words)).collect::<Vec<_>>(),
        "relation": relative.relation,
        "areas": relative.areas.iter().map(|area| json!({
            "of": area.of, "to": area.to, "area": area.area,
            "lat": area.circle.lat, "lon": area.circle.lon, "radius_m": area.circle.radius_m,
            "reason": area.reason,
        })).collect::<Vec<_>>(),
    })
}

/// What the text says in sum; `null` where it gives no count.
fn toll(reading: &Reading, document: &Document, points: &CodePoints) -> Value {
    let toll = bearings_read::toll(reading, document);
    let count = |count: &Option<bearings_read::TollCount>| {
        count.as_ref().map(|count| json!({
            "amount": {
                "bound": count.amount.bound(), "low": count.amount.low(), "high": count.amount.high(),
            },
            "claims": count.claims, "reason": count.reason, "beside": count.beside,
                "words": count.words.map(|span| points.of_span(span)),
        }))
    };
    json!({
        "killed": count(&toll.killed), "wounded": count(&toll.wounded), "victims": count(&toll.victims),
    })
}

/// What happened, each occurrence with the claims that tell of it.
fn incidents(reading: &Reading, document: &Document) -> Vec<Value> {
    let victim = |victim: &bearings_read::Victim| {
        json!({
            "text": victim.text, "outcome": victim.outcome, "who": victim.who,
            "amount": {
                "bound": victim.amount.bound(), "low": victim.amount.low(),
                "high": victim.amount.high(),
            },
            "claim": victim.claim,
        })
    };
    let found = bearings_read::incidents(reading, document);
    let incident = |incident: &bearings_read::Incident| {
        json!({
            "kind": incident.kind.name(), "event_types": incident.kind.types(),
            "time": incident.time, "places": incident.places, "country": incident.country,
            "actors": incident.actors.iter().map(|actor| json!({
                "text": actor.text, "side": actor.side,
            })).collect::<Vec<_>>(),
            "perpetrators": incident.perpetrators.iter().map(|one| json!({
                "text": one.text, "blame": one.blame.name(),
            })).collect::<Vec<_>>(),
            "victims": incident.victims.iter().map(victim).collect::<Vec<_>>(),
            "claims": incident.claims,
        })
    };
    found.iter().map(incident).collect()
}

fn item(document: &Document) -> Value {
    json!({
        "sha256": document.item, "title": document.title, "byline": document.byline,
        "outlet": document.outlet, "url": document.url, "lang": document.lang,
        "zone": document.zone.name(), "text": document.text,
        "published": document.published.as_ref().map(|published| json!({
            "value": published.date.to_string(), "basis": published.basis,
        })),
    })
}

/// `[earliest, latest]` in the text's zone; `null` where the time has no date at all.
fn bounds(
    when: Option<&When>,
    side: impl Fn(&When) -> [Option<jiff::civil::DateTime>; 2],
) -> Value {
    let Some(when) = when else { return Value::Null };
    let [earliest, latest] = side(when);
    json!([
        earliest.map(|at| when.zone.write(at, false)),
        latest.map(|at| when.zone.write(at, true)),
    ])
}

/// `null` where a person set it or an older reading kept none.
fn rule(name: &str) -> Option<&str> {
    (!name.is_empty()).then_some(name)
}

fn quote(quote: &Quote, points: &CodePoints) -> Value {
    json!({
        "span": points.of_span(quote.span), "direct": quote.direct,
        "cue": quote.cue.as_ref().map(|cue| json!({"span": points.of_span(cue.span), "text": cue.text})),
        "speaker": quote.speaker.as_ref().map(|speaker| json!({
            "span": points.of_span(speaker.span), "text": speaker.text, "name": speaker.name,
            "role": speaker.role, "kind": speaker.kind,
        })),
        "channel": quote.channel.map(|channel| channel.name()),
        "kind": quote.kind.name(), "rule": rule(&quote.rule),
        "pieces": quote.pieces.iter().map(|piece| points.of_span(*piece)).collect::<Vec<_>>(),
    })
}

fn claim(claim: &Claim, points: &CodePoints) -> Value {
    let tally = match &claim.kind {
        ClaimKind::Tally(tally) => Some(tally),
        _ => None,
    };
    let mut value = json!({
        "id": claim.id, "span": points.of_span(claim.excerpt.span()), "text": claim.text,
        "kind": claim.kind.name(), "event": claim.event.map(|event| event.name()),
        "event_types": claim.event.map(|event| event.types()),
        "negated": claim.negated, "factuality": claim.factuality.code(),
        "hedges": claim.hedges.iter().map(|hedge| json!({
            "span": points.of_span(hedge.span), "text": hedge.text,
        })).collect::<Vec<_>>(),
        "chain": claim.chain.links().map(link).collect::<Vec<_>>(),
        "actors": claim.actors.iter().map(|actor| json!({
            "span": points.of_span(actor.span), "text": actor.text, "side": actor.side,
        })).collect::<Vec<_>>(),
        "targets": claim.targets.iter().map(|target| json!({
            "span": points.of_span(target.span), "text": target.text, "kind": target.kind,
        })).collect::<Vec<_>>(),
        "weapons": claim.weapons.iter().map(|weapon| json!({
            "span": points.of_span(weapon.span), "text": weapon.text, "kind": weapon.kind,
        })).collect::<Vec<_>>(),
        "amount": tally.map(amount),
        "counted": tally.map(|tally| json!({
            "text": tally.counted.text, "outcome": tally.counted.outcome, "who": tally.counted.who,
            "also": tally.counted.also, "side": tally.counted.side,
        })),
        "parts": tally.map_or(&[][..], |tally| &tally.parts),
        "mode": tally.and_then(|tally| tally.mode),
        "time": claim.time, "time_carried": claim.time_carried,
        "place": claim.place, "place_carried": claim.place_carried,
        "rule": claim.rule, "reader": claim.rule.strip_prefix(READER_RULE),
    });
    if let Some(more) = of_kind(&claim.kind) {
        value[claim.kind.name()] = more;
    }
    value
}

fn link(link: &ChainLink) -> Value {
    json!({
        "source": link.source, "kind": link.kind, "role": link.role,
        "cue": link.cue.as_ref().map(|cue| &cue.text),
        "channel": link.channel.map(|channel| channel.name()),
        "footage": link.footage,
        "factuality": link.factuality.map(|value| value.code()),
    })
}

fn amount(tally: &Tally) -> Value {
    json!({
        "text": tally.text, "low": tally.amount.low(), "high": tally.amount.high(),
        "bound": tally.amount.bound(), "unit": tally.unit, "rule": tally.amount_rule,
    })
}

/// What only forecasts, hypotheses and orders have.
fn of_kind(kind: &ClaimKind) -> Option<Value> {
    match kind {
        ClaimKind::Hypothesis(hypothesis) => Some(json!({
            "explains": hypothesis.explains, "rivals": hypothesis.rivals,
        })),
        ClaimKind::Forecast(forecast) => Some(json!({
            "criterion": forecast.criterion,
            "windows": forecast.windows.iter().map(|window| json!({
                "reading": window.reading,
                "begin": bounds(Some(&window.when), |when| when.begin),
                "end": bounds(Some(&window.when), |when| when.end),
            })).collect::<Vec<_>>(),
        })),
        ClaimKind::Order(order) => {
            let term = |term: &OrderTerm| match term {
                OrderTerm::Footage(index) => json!({"footage": index}),
                OrderTerm::Event(words) => json!({"event": words}),
            };
            Some(json!({"earlier": term(&order.earlier), "later": term(&order.later)}))
        }
        _ => None,
    }
}
