//! Names in several spellings, and names that only look alike.

use super::names;

#[test]
fn spellings_of_one_name_agree() {
    assert_eq!(names::key("Oleh Marchuk"), names::key("Олег Марчук"));
    assert!(names::agree("Oleh Marchuk", "Олег Марчук"));
    assert!(names::agree("Oleh Synehubov", "Олег Синегубов"));
    assert!(names::agree("Олег Синєгубов", "Sinegubov"));
}

#[test]
fn other_names_do_not_agree() {
    assert!(!names::agree("Oleh Marchuk", "Petro Marchuk"));
    assert!(!names::agree("Oleh Marchuk", "Oleh Marchenko"));
    assert!(!names::agree("", ""));
}
