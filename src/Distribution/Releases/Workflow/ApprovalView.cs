using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>A release as its approvers see it before it is public.</summary>
public sealed record ApprovalView(ReleaseDocument Document, Office Office, IReadOnlyList<PressContact> Contacts);
