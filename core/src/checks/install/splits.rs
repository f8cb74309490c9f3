//! Check 12: do the app's files belong together, and is none missing?

use crate::{
    checks::{
        Check, blocks,
        engine::{Row, Rule},
        read::{Read, android},
        weakens,
    },
    facts::install::SplitProblem::{
        self, AbiSplitMissing, DensityMissing, ForeignSplit, LanguageMissing, NativeLibraryDamaged,
        NativeLibraryMissing, PageSize, RequiredSplitMissing,
    },
    report::Owner::{Technician, Vendor},
};

static PROBLEMS: Read<Vec<SplitProblem>> = android(0, |a| &a.install.split_problems);

pub(in crate::checks) static SPLITS: Check = Check {
    number: 12,
    id: "install.splits",
    causes: &[
        blocks(0, "native_library_missing", Technician, "reinstall"),
        blocks(1, "native_library_damaged", Technician, "reinstall"),
        blocks(2, "abi_split_missing", Technician, "reinstall"),
        blocks(3, "foreign_split", Technician, "reinstall"),
        blocks(4, "page_size", Vendor, "update_app"),
        blocks(5, "required_split_missing", Technician, "reinstall"),
        weakens(6, "density_missing", Technician, "reinstall"),
        weakens(7, "language_missing", Technician, "reinstall"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[&PROBLEMS],
        causes: &[
            (2, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&AbiSplitMissing))
            }),
            (0, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&NativeLibraryMissing))
            }),
            (1, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&NativeLibraryDamaged))
            }),
            (3, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&ForeignSplit))
            }),
            (4, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&PageSize))
            }),
            (5, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&RequiredSplitMissing))
            }),
            (6, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&DensityMissing))
            }),
            (7, |s| {
                PROBLEMS.when(s, |problems| problems.contains(&LanguageMissing))
            }),
        ],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::NotApplicable,
};
