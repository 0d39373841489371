//! Prints what is read out of a plain text: `show FILE OUTLET DATE [LANG]`, for looking while
//! rules are written.
#![allow(clippy::print_stdout, clippy::unwrap_used)]
use bearings_model::*;

fn main() {
    let mut args = std::env::args().skip(1);
    let (path, outlet, published) = (
        args.next().unwrap(),
        args.next().unwrap(),
        args.next().unwrap(),
    );
    let text = std::fs::read_to_string(path).unwrap();
    let document = Document {
        item: ItemId::from_hex(&"0".repeat(64)).unwrap(),
        title: None,
        byline: None,
        outlet,
        lang: args.next(),
        text,
        published: Some(Published {
            date: published.parse().unwrap(),
            basis: DateBasis::Given,
        }),
        zone: Zone::named("Europe/Kyiv").unwrap(),
        url: None,
        problems: vec![],
    };
    let reading = bearings_read::read(&document, &bearings_locate::BuiltIn::new());
    for t in &reading.times {
        println!(
            "TIME {:?} {} {:?} {} | {:?}",
            t.text,
            t.timex,
            t.kind,
            t.rule,
            t.when.as_ref().map(|w| (w.begin[0], w.end[1]))
        );
    }
    for p in &reading.places {
        let Some(b) = p.best() else {
            println!("PLACE {:?} unlisted", p.text);
            continue;
        };
        println!(
            "PLACE {:?} q={:?} -> {} {} {} {}",
            p.text, p.qualifier, b.name, b.id, b.score, b.reason
        );
    }
    for f in &reading.footage {
        println!(
            "FOOTAGE {} author={:?} several={} n={}",
            f.label,
            f.author,
            f.several,
            f.mentions.len()
        );
    }
    for r in &reading.restrictions {
        println!(
            "RESTRICT {:?} {} {:?}",
            r.reason,
            r.basis,
            r.target.span().of(&document.text)
        );
    }
    for c in &reading.caveats {
        println!("CAVEAT {}", c.text);
    }
    for c in &reading.claims {
        println!(
            "\n{} {} ev={:?} neg={} {} [{}]",
            c.id,
            c.kind.name(),
            c.event.map(|e| e.name()),
            c.negated,
            c.factuality.code(),
            c.rule
        );
        println!("   \u{201c}{}\u{201d}", c.text);
        let chain: Vec<String> = c
            .chain
            .links()
            .map(|l| {
                format!(
                    "{}{}{}{}",
                    l.source,
                    l.role
                        .as_ref()
                        .map(|r| format!(" <{r}>"))
                        .unwrap_or_default(),
                    l.cue
                        .as_ref()
                        .map(|c| format!(" ({})", c.text))
                        .unwrap_or_default(),
                    l.channel
                        .map(|c| format!(" @{}", c.name()))
                        .unwrap_or_default()
                )
            })
            .collect();
        println!("   chain {}", chain.join(" <- "));
        if let ClaimKind::Tally(t) = &c.kind {
            println!(
                "   TALLY {} {:?} ‘{}’ who={:?}+{:?} side={:?} mode={:?} parts={}",
                t.amount,
                t.counted.outcome,
                t.counted.text,
                t.counted.who,
                t.counted.also,
                t.counted.side,
                t.mode,
                t.parts.len()
            );
        }
        if let ClaimKind::Forecast(f) = &c.kind {
            for w in &f.windows {
                println!(
                    "   WINDOW {} {:?}..{:?}",
                    w.reading, w.when.begin, w.when.end
                );
            }
        }
        if let ClaimKind::Order(o) = &c.kind {
            println!("   ORDER {:?} < {:?}", o.earlier, o.later);
        }
        println!(
            "   time={:?}{} place={:?}{} hedges={:?}",
            c.time.map(|t| &reading.times[t].text),
            if c.time_carried { "*" } else { "" },
            c.place.map(|p| &reading.places[p].text),
            if c.place_carried { "*" } else { "" },
            c.hedges.iter().map(|h| &h.text).collect::<Vec<_>>()
        );
    }
    for incident in bearings_read::incidents(&reading, &document) {
        println!(
            "INCIDENT {} time={:?} places={:?} country={:?}",
            incident.kind.name(),
            incident.time.map(|t| &reading.times[t].text),
            incident
                .places
                .iter()
                .map(|p| &reading.places[*p].text)
                .collect::<Vec<_>>(),
            incident.country
        );
        for victim in &incident.victims {
            println!(
                "   {} {:?} ‘{}’",
                victim.amount, victim.outcome, victim.text
            );
        }
    }
}
