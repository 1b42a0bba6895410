using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Export;

/// <summary>What an export says of mails to a contact.</summary>
/// <param name="Suppressed">Why the address must not be mailed; null when it may.</param>
/// <param name="Subscriptions">The lists that they are on or have left, but for those that a rule has put them on.</param>
public sealed record ExportedStanding(SuppressionReason? Suppressed, IReadOnlyList<RowSubscription> Subscriptions);
