//! The cooperative of the examples, asked everything: every figure is computed once more, from the
//! JSON of the sheets alone.

use crate::harness::Test;

#[test]
fn its_sheets_hold_no_error() {
    let answer = Test::cooperative().args(["validate", "--severity", "error"]).run();
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.stdout.starts_with("46\u{a0}fiches"), "{answer:?}");
}
