//! The formats that a workbook names by a number alone. Source: ECMA-376, part 1, 18.8.30.

/// The code of a built-in format; none for those that show a number as it is. A currency that is the
/// reader's own is not known, and left out.
pub(crate) fn built_in(number: usize) -> Option<&'static str> {
    Some(match number {
        1 => "0",
        2 => "0.00",
        3 | 5 | 6 => "#,##0",
        4 | 7 | 8 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "dd/mm/yyyy",
        15 => "d mmm yyyy",
        16 => "d mmm",
        17 => "mmm yyyy",
        18 | 20 => "hh:mm",
        19 | 21 => "hh:mm:ss",
        22 => "dd/mm/yyyy hh:mm",
        37 | 38 | 41 | 42 => "#,##0;(#,##0)",
        39 | 40 | 43 | 44 => "#,##0.00;(#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss",
        _ => return None,
    })
}
