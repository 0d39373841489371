//! Whatever is matched, an answer has numbers and names, or one sentence says why there is none.

use bearings_locate::fix::{
    CameraHeight, Elevation, FixQuestion, FrameRegion, HorizonPoint, Lens, MapFeature, MatchRow,
    Measured, NamedPoint, Relation, Transit, Verdict, Vertical, fix, picture, points_file,
    read_points, report, to_geojson,
};
use proptest::prelude::*;

fn elevation() -> impl Strategy<Value = Elevation> {
    let measured =
        (-50.0..300.0_f64, 0.0..5.0_f64).prop_map(|(value, error)| Measured { value, error });
    prop_oneof![
        2 => Just(Elevation::Unknown),
        5 => measured.prop_map(Elevation::AboveGround),
    ]
}

fn row() -> impl Strategy<Value = MatchRow> {
    let frame = (0.0..1920.0_f64, 0.0..1080.0_f64);
    // Often on one spot or in one line: there the trouble is.
    let place = prop_oneof![
        (-0.01..0.01_f64, -0.01..0.01_f64),
        (-0.01..0.01_f64).prop_map(|lat| (lat, 0.0)),
        (0..3_i32, 0..3_i32)
            .prop_map(|(lat, lon)| (f64::from(lat) * 0.001, f64::from(lon) * 0.001)),
    ];
    (frame, place, elevation(), 0.0..10.0_f64).prop_map(
        |((x, y), (lat, lon), elevation, error_m)| MatchRow {
            name: format!("{x:.3}"),
            region: FrameRegion::point(x.round(), y.round()),
            error_px: None,
            map: MapFeature {
                id: None,
                lat: 50.0 + lat,
                lon: 36.0 + lon,
                error_m,
                elevation,
            },
            relation: Relation::SameObject,
            imagery: None,
            verdict: Verdict::Accepted,
            by: None,
            note: None,
        },
    )
}

fn lens() -> impl Strategy<Value = Lens> {
    prop_oneof![
        Just(Lens::Unknown),
        (5.0..120.0_f64, 0.0..10.0_f64)
            .prop_map(|(value, error)| Lens::FieldDeg(Measured { value, error })),
        (200.0..20_000.0_f64).prop_map(|value| Lens::FocalPx(Measured { value, error: 0.0 })),
    ]
}

fn camera() -> impl Strategy<Value = CameraHeight> {
    prop_oneof![
        Just(CameraHeight::HandHeld),
        Just(CameraHeight::Free),
        (0.0..200.0_f64, 0.0..20.0_f64)
            .prop_map(|(value, error)| CameraHeight::AboveGround(Measured { value, error })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn any_matches_are_answered_or_refused(
        rows in prop::collection::vec(row(), 0..8),
        lens in lens(),
        camera in camera(),
        pixels in prop::option::of(0.0..20.0_f64),
        level in prop::option::of(0.0..10.0_f64),
        lines in (any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        let mut question = FixQuestion::of_frame("frame", 1920.0, 1080.0);
        (question.rows, question.lens, question.camera) = (rows, lens, camera);
        (question.pixel_error_px, question.level_error_deg) = (pixels, level);
        if lines.0 {
            question.verticals.push(Vertical { from: [100.0, 200.0], to: [110.0, 900.0], error_px: None });
        }
        if lines.1 {
            question.horizon.push(HorizonPoint { at: [900.0, 500.0], error_px: None });
        }
        if lines.2 {
            let end = |lat, name: &str| NamedPoint { name: name.into(), lat, lon: 36.0, error_m: 2.0 };
            question.transits.push(Transit { near: end(50.001, "near"), far: end(50.004, "far"), error_deg: 0.1 });
        }
        prop_assert_eq!(read_points(&points_file(&question)), Ok(question.clone()));
        match fix(&question) {
            Err(error) => prop_assert!(error.to_string().contains(' ')),
            Ok(answer) => {
                for one in &answer.solutions {
                    for number in [one.lat, one.lon, one.height_m, one.height_error_m, one.ellipse.half_length_m,
                        one.ellipse.half_width_m, one.azimuth_deg, one.azimuth_error_deg, one.focal_px, one.misfit]
                    {
                        prop_assert!(number.is_finite(), "{:?}", one);
                    }
                }
                prop_assert!(answer.solutions[0].plausible);
                prop_assert_eq!(answer.residuals.len(), question.rows.len());
                prop_assert!(!report(&answer).join("").contains("NaN"));
                prop_assert!(!picture(&question, &answer).contains("NaN"));
                prop_assert!(!to_geojson(&question, &answer).to_string().contains("NaN"));
            }
        }
    }
}
