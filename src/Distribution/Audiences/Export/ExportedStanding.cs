using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Export;

/// <summary>A contact's suppression and subscriptions, as an export writes them.</summary>
/// <param name="Suppressed">The reason of the suppression; null without one.</param>
/// <param name="Subscriptions">The lists that they are on or have unsubscribed from, except those that a rule put them on.</param>
public sealed record ExportedStanding(SuppressionReason? Suppressed, IReadOnlyList<RowSubscription> Subscriptions);
