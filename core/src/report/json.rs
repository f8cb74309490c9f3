//! How JSON writes a report (`docs/interfaces.md`).

use super::{Finding, Report};
use crate::code::Code;
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut finding = serializer.serialize_struct("Finding", 8)?;
        finding.serialize_field("check", &self.check)?;
        finding.serialize_field("id", &self.id())?;
        finding.serialize_field("outcome", &self.outcome)?;
        finding.serialize_field("cause", &self.cause)?;
        finding.serialize_field("cause_id", &self.cause_id())?;
        finding.serialize_field("effect", &self.effect)?;
        finding.serialize_field("reason", &self.reason)?;
        finding.serialize_field("details", &self.details)?;
        finding.end()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 8)?;
        report.serialize_field("platform", &self.os.platform())?;
        report.serialize_field("os", &self.os)?;
        report.serialize_field("app_version", &self.app_version)?;
        report.serialize_field("hour", &self.hour)?;
        report.serialize_field("complaint", &self.complaint)?;
        report.serialize_field("verdict", &self.verdict)?;
        report.serialize_field("answer", &self.answer)?;
        report.serialize_field("findings", &self.findings)?;
        report.end()
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
