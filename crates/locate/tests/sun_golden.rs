//! The golden cases of `corpus/locate/sun`: what each asks, and what must come out of it.

#![allow(clippy::unwrap_used)]

use bearings_locate::sun::{
    Air, Measured, PlaceAnswer, PlaceQuestion, Shadow, ShadowAnswer, ShadowQuestion, Sighting,
    Spread, SunError, TimeSet, moment, written,
};

const PAGES: [(&str, &str); 2] = [
    (
        "published",
        include_str!("../../../corpus/locate/sun/published.md"),
    ),
    (
        "invented",
        include_str!("../../../corpus/locate/sun/invented.md"),
    ),
];

#[test]
fn every_shadow_says_what_the_corpus_says() {
    let mut faults = Vec::new();
    for (name, page) in PAGES {
        let cases: Vec<&str> = page.split("\n## ").skip(1).collect();
        assert!(cases.len() > 4, "{name}: the corpus was not read");
        for case in cases {
            let title = case.lines().next().unwrap_or_default();
            let asked = questions(case);
            assert!(!asked.is_empty(), "{title}: nothing is asked");
            for lines in asked {
                faults.extend(
                    check(&lines)
                        .into_iter()
                        .map(|fault| format!("{title}: {fault}")),
                );
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// The lines of each question of a case: they stand together, apart from the prose.
fn questions(case: &str) -> Vec<Vec<(&str, &str)>> {
    case.split("\n\n")
        .map(|part| {
            part.lines()
                .filter_map(|line| line.split_once(": "))
                .collect()
        })
        .filter(|lines: &Vec<(&str, &str)>| matches!(lines.first(), Some(("when" | "where", _))))
        .collect()
}

enum Answer {
    When(Box<ShadowAnswer>),
    Where(Box<PlaceAnswer>, PlaceQuestion),
}

/// What is wrong with one question.
fn check(lines: &[(&str, &str)]) -> Vec<String> {
    let of = |name: &'static str| {
        lines
            .iter()
            .filter(move |line| line.0 == name)
            .map(|line| line.1)
    };
    let answer = match of("when").next() {
        Some(when) => when_of(when, of("shadow"), of("light"))
            .map(Box::new)
            .map(Answer::When),
        None => where_of(of("where")).map(|(answer, asked)| Answer::Where(Box::new(answer), asked)),
    };
    assert!(
        of("expects").count() > 0,
        "nothing is expected of {lines:?}"
    );
    of("expects")
        .filter_map(|expected| fault(expected, &answer))
        .collect()
}

fn fault(expected: &str, answer: &Result<Answer, SunError>) -> Option<String> {
    let quoted = expected.split('"').nth(1).unwrap_or_default();
    let words: Vec<&str> = expected.split_whitespace().collect();
    let holds = match (words.as_slice(), answer) {
        (["refused", ..], Err(error)) => error.to_string().contains(quoted),
        (_, Err(error)) => return Some(format!("expected {expected}, refused: {error}")),
        (["nothing", ..], Ok(Answer::When(answer))) => answer.nothing.join(" ").contains(quoted),
        (["nothing", ..], Ok(Answer::Where(answer, _))) => answer
            .nothing
            .as_deref()
            .unwrap_or_default()
            .contains(quoted),
        (["note", ..], Ok(Answer::When(answer))) => answer.notes.join(" ").contains(quoted),
        (["no", "peak"], Ok(Answer::When(answer))) => answer.peaks.is_empty(),
        (["mass", "of", dates, "from", least, "to", most], Ok(Answer::When(answer))) => {
            let (first, last) = written::dates(dates).unwrap();
            let days = answer
                .days
                .iter()
                .filter(|day| first <= day.date && day.date <= last);
            let mass: f64 = days.map(|day| day.mass).sum();
            (least.parse().unwrap()..=most.parse().unwrap()).contains(&mass)
        }
        ([set, "holds", at], Ok(Answer::When(answer))) => held(set_of(set, answer), at),
        ([set, "has", "not", at], Ok(Answer::When(answer))) => !held(set_of(set, answer), at),
        ([set, "has", count, _], Ok(Answer::When(answer))) => {
            set_of(set, answer).intervals.len() == count.parse::<usize>().unwrap()
        }
        (["95", "holds", point], Ok(Answer::Where(answer, asked))) => within(answer, asked, point),
        (["95", "has", "not", point], Ok(Answer::Where(answer, asked))) => {
            !within(answer, asked, point)
        }
        _ => panic!("not understood: {expected}"),
    };
    let told = || match answer {
        Ok(Answer::When(answer)) => answer.lines().join("\n  "),
        Ok(Answer::Where(answer, _)) => answer.lines().join("\n  "),
        Err(error) => error.to_string(),
    };
    (!holds).then(|| format!("expected {expected}, found\n  {}", told()))
}

fn set_of<'a>(name: &str, answer: &'a ShadowAnswer) -> &'a TimeSet {
    match name {
        "95" => &answer.most,
        "half" => &answer.half,
        _ => panic!("no set is called {name}"),
    }
}

fn held(set: &TimeSet, at: &str) -> bool {
    let at = moment(at, None).unwrap();
    set.intervals
        .iter()
        .any(|one| one.from <= at && at <= one.to)
}

/// Whether the outlines of the 95 in 100 turn round the point.
fn within(answer: &PlaceAnswer, _asked: &PlaceQuestion, point: &str) -> bool {
    let place = written::place(point).unwrap();
    let (x, y) = (place.longitude, place.latitude);
    let mut inside = false;
    for ring in &answer.most.rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] {
                inside = !inside;
            }
        }
    }
    inside
}

fn fields(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split("; ").filter_map(|field| field.split_once(' '))
}

fn when_of<'a>(
    when: &str,
    shadows: impl Iterator<Item = &'a str>,
    lights: impl Iterator<Item = &'a str>,
) -> Result<ShadowAnswer, SunError> {
    let field = |name: &str| {
        let found = fields(when).find(|field| field.0 == name);
        found.unwrap_or_else(|| panic!("{when} has no {name}")).1
    };
    let (first, last) = written::dates(field("dates"))?;
    ShadowQuestion {
        place: written::place(field("place"))?,
        first,
        last,
        zone: Some(field("zone").to_owned()),
        shadows: shadows.map(shadow).collect::<Result<_, _>>()?,
        light: lights.map(written::light).collect::<Result<_, _>>()?,
        air: Air::default(),
    }
    .answer()
}

fn shadow(line: &str) -> Result<Shadow, SunError> {
    let mut shadow = Shadow::default();
    for (name, value) in fields(line) {
        match name {
            "ratio" => shadow.ratio = Some(Measured::ratio(value)?),
            "direction" => shadow.direction = Some(Measured::direction(value)?),
            "slope" => shadow.slope_deg = value.parse().unwrap(),
            "later" => shadow.later = Some(written::gap(value)?),
            "at" | "error" | "step" => {}
            _ => panic!("a shadow has no {name}"),
        }
    }
    Ok(shadow)
}

fn where_of<'a>(
    lines: impl Iterator<Item = &'a str>,
) -> Result<(PlaceAnswer, PlaceQuestion), SunError> {
    let mut question = PlaceQuestion {
        sightings: Vec::new(),
        air: Air::default(),
        step_deg: 1.0,
    };
    for line in lines {
        let field = |name: &str| {
            fields(line)
                .find(|field| field.0 == name)
                .map(|field| field.1)
        };
        if let Some(step) = field("step") {
            question.step_deg = step.parse().unwrap();
        }
        let error = field("error").map(written::gap).transpose()?;
        question.sightings.push(Sighting {
            at: moment(field("at").unwrap(), None)?,
            time_error: error.map(|gap| Spread::Sigma(gap.most_s as f64)),
            shadow: shadow(line)?,
        });
    }
    Ok((question.answer()?, question))
}
