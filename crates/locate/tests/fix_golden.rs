//! The golden cases of `corpus/locate/fix`: points files, and where the camera was.

use bearings_locate::fix::{
    FixAnswer, fix, picture, points_file, read_points, report, rows_from_geojson, to_geojson,
};

mod scenes;

use scenes::offset;

const PAGES: [(&str, &str); 2] = [
    (
        "made_up",
        include_str!("../../../corpus/locate/fix/made_up.md"),
    ),
    (
        "published",
        include_str!("../../../corpus/locate/fix/published.md"),
    ),
];

#[test]
fn every_camera_is_found_as_the_corpus_says() {
    let mut checked = 0;
    let mut faults = Vec::new();
    for (page, text) in PAGES {
        for case in text.split("\n## ").skip(1) {
            checked += 1;
            faults.extend(
                check(case)
                    .into_iter()
                    .map(|fault| format!("{page}, {fault}")),
            );
        }
    }
    assert!(checked > 9, "the corpus was not read");
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// What is wrong with one case.
fn check(case: &str) -> Vec<String> {
    let title = case.lines().next().unwrap_or_default();
    let file = case
        .split("```points\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let question =
        read_points(file.expect("a case has a points file")).expect("the points file reads");
    assert_eq!(
        read_points(&points_file(&question)),
        Ok(question.clone()),
        "{title}"
    );
    let answer = match fix(&question) {
        Ok(answer) => answer,
        Err(error) => return vec![format!("{title}: {error}")],
    };
    let exported = to_geojson(&question, &answer).to_string();
    let rows = rows_from_geojson(&exported).expect("its own export");
    assert_eq!(
        rows.len(),
        question.used_rows().count(),
        "{title}: landmarks come back from GeoJSON"
    );
    let drawn = picture(&question, &answer);
    assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>\n"));
    let expected: Vec<&str> = case
        .lines()
        .filter_map(|line| line.strip_prefix("expects: "))
        .collect();
    assert!(!expected.is_empty(), "{title} expects nothing");
    expected
        .iter()
        .filter(|line| !holds(line, &answer))
        .map(|line| {
            format!(
                "{title}: expected {line}, found\n{}",
                report(&answer).join("\n")
            )
        })
        .collect()
}

fn holds(expected: &str, answer: &FixAnswer) -> bool {
    let best = answer.best();
    let words: Vec<&str> = expected
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let number = |at: usize| words[at].parse::<f64>().expect("a number");
    let away = |index: usize, at: (f64, f64)| {
        let one = &answer.solutions[index];
        let (east, north) = offset(one.lat, one.lon, at);
        (east.hypot(north), one.ellipse.holds(east, north))
    };
    match words[0] {
        "camera" => {
            let (metres, inside) = away(0, (number(1), number(2)));
            inside && metres <= number(4)
        }
        "one" => (0..answer.solutions.len())
            .filter(|index| answer.solutions[*index].plausible)
            .any(|index| away(index, (number(2), number(3))).0 <= number(5)),
        "tied" => answer.is_tied(),
        "single" => !answer.is_tied(),
        "solutions" => answer.solutions.len() as f64 == number(1),
        "nobody" => answer.disagreeing.is_empty(),
        "names" => {
            let named: Vec<&str> = answer
                .disagreeing
                .iter()
                .map(|one| one.name.as_str())
                .collect();
            named == [words[1..].join(" ")]
        }
        "order" => !answer.orders_broken.is_empty(),
        quantity => {
            let found = match quantity {
                "azimuth" => best.azimuth_deg,
                "tilt" => best.tilt_deg,
                "roll" => best.roll_deg,
                "field" => best.field_deg,
                "height" => best.height_m,
                other => panic!("'{other}' is not a thing to expect"),
            };
            (found - number(1)).abs() <= number(3)
        }
    }
}
