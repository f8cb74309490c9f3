//! From a file to its verdict, as a device of one SDK level decides, and where apksigner is
//! stricter, as apksigner does.

use std::{
    io,
    ops::{ControlFlow, Range},
};

use crate::{
    ReadAt,
    algorithm::ContentDigest,
    chunked,
    entries::{Archive, ArchiveError, EntryProblem},
    entry_data,
    fields::{Fields, Short},
    jar_signature,
    protected::{Halt, Meter, Protected},
    read_at::read_exact_at,
    scheme::Scheme,
    sections::{Sections, SectionsError},
    signer::Signer,
    signing_block::SchemeBlocks,
    verdict::{self, Problem, Reason, SchemeFault, SignerFault, Verdict},
    verity,
    work::{Stopped, Work},
};

/// Ten signers with chains of certificates take a few ten KB.
const SIGNERS_SIZE_MAX: u64 = 1024 * 1024;
/// AOSP `ApkSignatureSchemeV2Verifier`, `MAX_V2_SIGNERS`.
const V2_SIGNERS_MAX: usize = 10;
const MANIFEST: &[u8] = b"AndroidManifest.xml";
const MANIFEST_SINCE: u32 = 26;
/// What of a manifest is unpacked at most, far more than one has.
const MANIFEST_SIZE_MAX: usize = 16 * 1024 * 1024;

/// Whether the contents of an APK are what its signers signed, as Android of API level `sdk` sees
/// it: APK Signature Scheme v3.1 from 33, v3 from 28, v2 from 24. What only JAR signing (v1) signs
/// is not checked, for that covers no file as a whole.
///
/// The file may be a base APK or a split; each is signed by itself.
///
/// # Errors
/// [`Stopped`] where the progress callback said so; a file that cannot be read is a verdict.
pub fn verify_apk(file: &dyn ReadAt, sdk: u32, work: &Work<'_>) -> Result<Verdict, Stopped> {
    match check(file, sdk, work) {
        Ok((scheme, signers)) => Ok(Verdict::Intact { scheme, signers }),
        Err(End::Damaged(problem)) => Ok(Verdict::Damaged { problem }),
        Err(End::NotChecked(reason)) => Ok(Verdict::NotChecked { reason }),
        Err(End::Halted(Halt::Read(error))) => Ok(Verdict::Unreadable {
            kind: error.kind(),
            message: error.to_string(),
        }),
        Err(End::Halted(Halt::Stopped)) => Err(Stopped),
    }
}

/// Where a check ends before everything was found to agree.
enum End {
    Damaged(Problem),
    NotChecked(Reason),
    Halted(Halt),
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Halted(Halt::Read(error))
    }
}

impl From<Halt> for End {
    fn from(halt: Halt) -> Self {
        Self::Halted(halt)
    }
}

impl From<SectionsError> for End {
    fn from(error: SectionsError) -> Self {
        Self::NotChecked(match error {
            SectionsError::NoEnd => Reason::NoEnd,
            SectionsError::Zip64 => Reason::Zip64,
            SectionsError::Directory => Reason::Directory,
            SectionsError::Read(error) => return error.into(),
        })
    }
}

fn of_scheme(scheme: Scheme, fault: SchemeFault) -> End {
    End::Damaged(Problem::Scheme { scheme, fault })
}

fn of_signer(scheme: Scheme, signer: usize, fault: SignerFault) -> End {
    End::Damaged(Problem::Signer {
        scheme,
        signer,
        fault,
    })
}

type Intact = (Scheme, Vec<verdict::Signer>);

fn check(file: &dyn ReadAt, sdk: u32, work: &Work<'_>) -> Result<Intact, End> {
    let sections = Sections::find(file)?;
    let block = match &sections.signing_block {
        Ok(Some(block)) => block,
        Ok(None) => return Err(End::NotChecked(Reason::NoScheme)),
        Err(error) => return Err(without_schemes(file, sdk, Problem::Block(*error))),
    };
    if sections.central_directory.end != sections.end.start {
        return Err(without_schemes(file, sdk, Problem::Gap));
    }
    let apk = Apk {
        file,
        sdk,
        sections: &sections,
        blocks: SchemeBlocks::find(file, block)?,
        contents: Protected::new(file, &sections),
        work,
    };
    let groups = apk.groups()?;
    let decider = groups.first().ok_or(End::NotChecked(Reason::NoScheme))?;
    let (scheme, chosen) = (decider.scheme, decider.chosen(sdk));
    for signer in &chosen {
        if let Some(key) = signer.unsupported.clone() {
            let signer = signer.number;
            return Err(End::NotChecked(Reason::Key {
                scheme,
                signer,
                key,
            }));
        }
    }
    apk.check_contents(&groups)?;
    check_archive(file, sdk)?;
    let signers = chosen.into_iter().map(|signer| signer.lineage.clone());
    Ok((
        scheme,
        signers.map(|lineage| verdict::Signer { lineage }).collect(),
    ))
}

/// Where the signing block is such that Android finds no scheme in it, a JAR signature (v1) decides, which is not
/// checked here; unless there is none, or it says that a scheme which this level reads is missing.
fn without_schemes(file: &dyn ReadAt, sdk: u32, problem: Problem) -> End {
    match jar_signature::decides(file, sdk) {
        Ok(true) => End::NotChecked(Reason::BadBlock(problem.to_string())),
        Ok(false) => End::Damaged(problem),
        Err(error) => error.into(),
    }
}

/// What Android asks beyond the signature before it takes an APK: the records of the central
/// directory, and from API level 26 on the manifest, for its `targetSandboxVersion`. (apksig,
/// `ApkVerifier`; a file that fails here was signed so.)
fn check_archive(file: &dyn ReadAt, sdk: u32) -> Result<(), End> {
    let archive = Archive::open(file).map_err(of_archive)?;
    let mut manifest = None;
    for entry in archive.entries() {
        let entry = entry.map_err(of_archive)?;
        if manifest.is_none() && entry.name == MANIFEST {
            manifest = Some(entry);
        }
    }
    if sdk < MANIFEST_SINCE {
        return Ok(());
    }
    let manifest = manifest.ok_or(End::Damaged(Problem::NoManifest))?;
    let mut left = MANIFEST_SIZE_MAX;
    let read = entry_data::Contents::new().read(&archive, &manifest, &mut |piece, _| match left
        .checked_sub(piece.len())
    {
        Some(rest) => {
            left = rest;
            ControlFlow::Continue(())
        }
        None => ControlFlow::Break(()),
    })?;
    match read {
        // apksig compares no CRC-32, and inflates whatever is not stored.
        Ok(_) | Err(EntryProblem::Crc | EntryProblem::Method(_)) => Ok(()),
        Err(problem) => Err(End::Damaged(Problem::Manifest(problem))),
    }
}

fn of_archive(error: ArchiveError) -> End {
    match error.into_io() {
        Some(error) => error.into(),
        None => End::Damaged(Problem::Directory),
    }
}

/// The signers of one scheme, each of which holds.
struct Group {
    scheme: Scheme,
    signers: Vec<Signer>,
}

impl Group {
    /// The signers that Android takes at this level.
    fn chosen(&self, sdk: u32) -> Vec<&Signer> {
        let chosen: Vec<_> = self
            .signers
            .iter()
            .filter(|signer| signer.is_for(sdk))
            .collect();
        // A release in development has the level of the one before, so that two signers may name
        // it: the one for development is the newer one.
        let newer = chosen.iter().copied().find(|signer| signer.for_dev_release);
        match newer {
            Some(newer) if self.scheme == Scheme::V31 && chosen.len() == 2 => vec![newer],
            _ => chosen,
        }
    }

    /// The scheme's ranges join, its lineages grow, and one signer is for this level. (apksig,
    /// `V3SchemeVerifier`.)
    fn check_ranges(&self, sdk: u32) -> Result<(), SchemeFault> {
        let mut sorted: Vec<_> = self.signers.iter().collect();
        sorted.sort_by_key(|signer| (signer.max_sdk, signer.min_sdk));
        for (before, after) in sorted.iter().zip(sorted.iter().skip(1)) {
            let joins = before.max_sdk.checked_add(1) == Some(after.min_sdk)
                || (before.max_sdk == after.min_sdk && after.for_dev_release);
            if !joins {
                return Err(SchemeFault::Ranges);
            }
        }
        sorted.retain(|signer| signer.lineage.len() > 1);
        for (before, after) in sorted.iter().zip(sorted.iter().skip(1)) {
            let within = after
                .lineage
                .windows(before.lineage.len())
                .any(|certificates| certificates == before.lineage);
            if !within {
                return Err(SchemeFault::Lineages);
            }
        }
        match self.chosen(sdk).as_slice() {
            [] => Err(SchemeFault::NoSignerFor(sdk)),
            [_] => Ok(()),
            [_, _, ..] => Err(SchemeFault::SignersFor(sdk)),
        }
    }
}

struct Apk<'a> {
    file: &'a dyn ReadAt,
    sdk: u32,
    sections: &'a Sections,
    blocks: SchemeBlocks,
    contents: Protected<'a>,
    work: &'a Work<'a>,
}

impl Apk<'_> {
    /// The schemes that this level reads, the deciding one first.
    fn groups(&self) -> Result<Vec<Group>, End> {
        let reads =
            |scheme: Scheme| self.sdk >= scheme.since() && self.blocks.get(scheme).is_some();
        if reads(Scheme::V31) {
            return self.rotated();
        }
        if reads(Scheme::V3) {
            return Ok(vec![self.v3(None, self.sdk)?]);
        }
        if reads(Scheme::V2) {
            return Ok(vec![self.v2()?]);
        }
        if self.blocks.malformed {
            return Err(without_schemes(self.file, self.sdk, Problem::Pairs));
        }
        let schemes = self.blocks.schemes();
        Err(End::NotChecked(if schemes.is_empty() {
            Reason::NoScheme
        } else {
            Reason::NewerSchemes {
                schemes,
                sdk: self.sdk,
            }
        }))
    }

    fn v2(&self) -> Result<Group, End> {
        let scheme = Scheme::V2;
        let group = self.read(scheme)?;
        for signer in &group.signers {
            // apksig takes ids of schemes that this level reads, and found none of them before.
            let missing = signer.protected.iter().find(|id| match **id {
                2 => true,
                3 => self.sdk >= Scheme::V3.since(),
                _ => false,
            });
            if let Some(id) = missing {
                return Err(of_signer(scheme, signer.number, SignerFault::Stripped(*id)));
            }
        }
        Ok(group)
    }

    /// Scheme v3, asked at a level. `rotation` is the first level of scheme v3.1 beside it.
    fn v3(&self, rotation: Option<u32>, asked: u32) -> Result<Group, End> {
        let scheme = Scheme::V3;
        let group = self.read(scheme)?;
        let reads_v31 = self.sdk >= Scheme::V31.since();
        for signer in &group.signers {
            let fault = match (signer.rotation_min_sdk.filter(|_| reads_v31), rotation) {
                (Some(named), Some(found)) if named != found => {
                    SignerFault::OtherRotation { named, found }
                }
                (Some(named), None) => SignerFault::RotationStripped(named),
                _ => continue,
            };
            return Err(of_signer(scheme, signer.number, fault));
        }
        group
            .check_ranges(asked)
            .map_err(|fault| of_scheme(scheme, fault))?;
        Ok(group)
    }

    /// Scheme v3.1, or v3 where none of v3.1's signers is for this level. v3 has to hold too.
    fn rotated(&self) -> Result<Vec<Group>, End> {
        let scheme = Scheme::V31;
        let group = self.read(scheme)?;
        if self.blocks.get(Scheme::V3).is_none() {
            return Err(of_scheme(scheme, SchemeFault::WithoutV3));
        }
        let rotation = group.signers.iter().map(|signer| signer.min_sdk).min();
        if group.chosen(self.sdk).is_empty() {
            return Ok(vec![self.v3(rotation, self.sdk)?, group]);
        }
        group
            .check_ranges(self.sdk)
            .map_err(|fault| of_scheme(scheme, fault))?;
        // Where v3.1 decides, v3 has to reach up to its first level only.
        let before = rotation.map_or(self.sdk, |rotation| rotation.saturating_sub(1));
        Ok(vec![group, self.v3(rotation, self.sdk.min(before))?])
    }

    /// Reads a scheme's signers and verifies each.
    fn read(&self, scheme: Scheme) -> Result<Group, End> {
        let block = self.blocks.get(scheme).cloned().unwrap_or_default();
        let bytes = self.bytes(scheme, &block)?;
        let malformed = |Short: Short| of_scheme(scheme, SchemeFault::Malformed);
        let list = Fields(&bytes).prefixed().map_err(malformed)?;
        let mut signers = Vec::new();
        for (index, signer) in list.elements().enumerate() {
            if scheme == Scheme::V2 && index == V2_SIGNERS_MAX {
                return Err(of_scheme(scheme, SchemeFault::TooManySigners));
            }
            // A hostile list takes its time: it can be stopped between any two.
            Meter::new(self.work, self.contents.length(), 1).add(0)?;
            let number = index + 1;
            let signer = signer
                .map_err(SignerFault::from)
                .and_then(|signer| self.read_signer(scheme, number, signer))
                .map_err(|fault| of_signer(scheme, number, fault))?;
            signers.push(signer);
        }
        if signers.is_empty() {
            return Err(of_scheme(scheme, SchemeFault::NoSigners));
        }
        Ok(Group { scheme, signers })
    }

    fn read_signer(
        &self,
        scheme: Scheme,
        number: usize,
        signer: Fields<'_>,
    ) -> Result<Signer, SignerFault> {
        let fault = match Signer::verify(scheme, self.sdk, number, signer) {
            Err(SignerFault::NoKnownSignature) if scheme == Scheme::V31 => {
                SignerFault::NoKnownSignature
            }
            known => return known,
        };
        // A key for levels to come may be of an algorithm to come.
        let unread = Signer::unread(number, signer)?;
        if unread.is_for(self.sdk) {
            Err(fault)
        } else {
            Ok(unread)
        }
    }

    fn bytes(&self, scheme: Scheme, block: &Range<u64>) -> Result<Vec<u8>, End> {
        let size = block.end.saturating_sub(block.start);
        match usize::try_from(size) {
            Ok(length) if size <= SIGNERS_SIZE_MAX => {
                let mut bytes = vec![0; length];
                read_exact_at(self.file, &mut bytes, block.start)?;
                Ok(bytes)
            }
            _ => Err(End::NotChecked(Reason::TooLarge { scheme, size })),
        }
    }

    /// Of each algorithm of which a signature verified, all signed digests are compared.
    fn check_contents(&self, groups: &[Group]) -> Result<(), End> {
        let (contents, work) = (&self.contents, self.work);
        let mut digests: Vec<_> = groups
            .iter()
            .flat_map(|group| &group.signers)
            .flat_map(|s| &s.verified)
            .collect();
        digests.sort_unstable();
        digests.dedup();
        let meter = Meter::new(work, contents.length(), digests.len());
        for digest in digests {
            let actual = match digest {
                ContentDigest::ChunkedSha256 => chunked::sha256(contents, work.threads, &meter)?,
                ContentDigest::ChunkedSha512 => chunked::sha512(contents, work.threads, &meter)?,
                ContentDigest::VeritySha256 => {
                    self.check_alignment(groups)?;
                    verity::digest(contents, work.threads, &meter)?
                }
            };
            for group in groups {
                // What none of the scheme's signatures vouches for is not asked of it.
                if !group
                    .signers
                    .iter()
                    .any(|signer| signer.verified.contains(digest))
                {
                    continue;
                }
                for signer in &group.signers {
                    let agrees = |(algorithm, signed): &(ContentDigest, Vec<u8>)| {
                        algorithm != digest || *signed == actual
                    };
                    if !signer.digests.iter().all(agrees) {
                        let fault = SignerFault::Contents(*digest);
                        return Err(of_signer(group.scheme, signer.number, fault));
                    }
                }
            }
        }
        Ok(())
    }

    /// AOSP `VerityBuilder.assertSigningBlockAlignedAndHasFullPages`.
    fn check_alignment(&self, groups: &[Group]) -> Result<(), End> {
        let page = verity::PAGE_SIZE as u64;
        let ends = [
            self.sections.entries.end,
            self.sections.central_directory.start,
        ];
        let scheme = groups.iter().find(|group| {
            group
                .signers
                .iter()
                .any(|s| s.verified.contains(&ContentDigest::VeritySha256))
        });
        match scheme {
            Some(group) if ends.iter().any(|end| end % page != 0) => {
                Err(of_scheme(group.scheme, SchemeFault::Alignment))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certificate::{Certificate, CertificateDigest};

    /// A signer for these levels, whose lineage is of certificates with these numbers.
    fn signer(min_sdk: u32, max_sdk: u32, lineage: &[u8]) -> Signer {
        let certificate = |number: &u8| Certificate {
            digest: CertificateDigest([*number; 32]),
            debug: false,
        };
        Signer {
            number: 1,
            min_sdk,
            max_sdk,
            lineage: lineage.iter().map(certificate).collect(),
            ..Signer::default()
        }
    }

    fn dev(signer: Signer) -> Signer {
        Signer {
            for_dev_release: true,
            ..signer
        }
    }

    const MAX: u32 = 0x7fff_ffff;

    #[test]
    fn ranges_join_and_one_signer_is_for_the_level() {
        use SchemeFault::{NoSignerFor, Ranges, SignersFor};
        let table = [
            (vec![signer(24, MAX, &[1])], 30, Ok(())),
            (vec![signer(28, 30, &[1])], 28, Ok(())),
            (vec![signer(28, 30, &[1])], 30, Ok(())),
            (vec![signer(28, 30, &[1])], 31, Err(NoSignerFor(31))),
            (vec![signer(29, 30, &[1])], 28, Err(NoSignerFor(28))),
            // In whatever order.
            (
                vec![signer(31, MAX, &[1]), signer(24, 30, &[1])],
                30,
                Ok(()),
            ),
            (
                vec![signer(24, 29, &[1]), signer(31, MAX, &[1])],
                31,
                Err(Ranges),
            ),
            (
                vec![signer(24, 31, &[1]), signer(31, MAX, &[1])],
                24,
                Err(Ranges),
            ),
            (
                vec![signer(24, MAX, &[1]), signer(24, MAX, &[1])],
                24,
                Err(Ranges),
            ),
            (
                vec![signer(24, 33, &[1]), dev(signer(33, MAX, &[2]))],
                32,
                Ok(()),
            ),
        ];
        for (signers, sdk, expected) in table {
            let text = format!("{signers:?} at {sdk}");
            let group = Group {
                scheme: Scheme::V3,
                signers,
            };
            assert_eq!(group.check_ranges(sdk), expected, "{text}");
        }
        // Both name the level of the release before the one in development.
        let both = || vec![signer(33, 34, &[1]), dev(signer(34, MAX, &[1, 2]))];
        let v3 = Group {
            scheme: Scheme::V3,
            signers: both(),
        };
        assert_eq!(v3.check_ranges(34), Err(SignersFor(34)));
        let v31 = Group {
            scheme: Scheme::V31,
            signers: both(),
        };
        assert_eq!(v31.check_ranges(34), Ok(()));
        let chosen: Vec<_> = v31.chosen(34).iter().map(|signer| signer.max_sdk).collect();
        assert_eq!(chosen, [MAX]);
    }

    #[test]
    fn lineages_grow_out_of_one_another() {
        let check = |older: &[u8], newer: &[u8]| {
            let signers = vec![signer(24, 29, older), signer(30, MAX, newer)];
            Group {
                scheme: Scheme::V3,
                signers,
            }
            .check_ranges(30)
        };
        for newer in [[1, 2, 3].as_slice(), &[1, 2], &[0, 1, 2], &[9]] {
            assert_eq!(check(&[1, 2], newer), Ok(()), "{newer:?}");
        }
        for newer in [[1, 3].as_slice(), &[2, 1], &[1, 3, 2], &[7, 8, 9]] {
            assert_eq!(
                check(&[1, 2], newer),
                Err(SchemeFault::Lineages),
                "{newer:?}"
            );
        }
        assert_eq!(check(&[1], &[2, 3]), Ok(()));
        assert_eq!(check(&[1, 2, 3], &[2, 3]), Err(SchemeFault::Lineages));
    }
}
